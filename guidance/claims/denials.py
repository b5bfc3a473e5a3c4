"""Denials of a whole statement: 「待てば解ける」という情報は正しくありません."""

import re
from collections.abc import Iterator

WRONG = (
    r"正しく(?:ありません|ない|なく)|誤解|誤り(?!が|に|の|を|や|で[はも]?(?:ロック|止|使))|間違い(?:です|だ|である|でして)|嘘|うそ|デマ|事実では(?:ありません|ない)|"
    r"勘違い|思い込み|本当では(?:ありません|ない)|当たらない|当てはまりません|迷信|俗説"
)
QUOTED = re.compile(
    rf"「(?P<said>[^「」]{{6,}})」(?:という|といった|との|と|は|も|のは|など)[^。「」]{{0,22}}?(?:{WRONG})"
)
"""「待てば解ける」という情報は誤りです."""

TOLD = re.compile(
    rf"(?P<said>[^。「」]{{8,60}}?)(?:という|といった|との)(?:説明|情報|話|記述|うわさ|噂|記事|書き込み|の)(?:は|が|も|を)[^。「」]{{0,16}}?(?:{WRONG})"
)
"""待てば解けるという情報は誤りです."""

BARE = re.compile(
    rf"(?P<said>[^。「」、]{{6,60}}?)(?:というのは|と思うのは|と考えるのは|と(?:思われ|言われ)(?:がち|ます|る)(?:です)?が、?(?:これは|それは)?)(?:{WRONG})"
)
"""待てば解けると思われがちですが、誤解です."""

EVENT = re.compile(
    r"(?P<said>[^。「」]{8,80}?)、?(?:など)?と(?:は)?(?:いう|いった)(?:こと|わけ|もの|の)(?:は|も|では|でも)(?:ありません|ない|なく)"
)
"""待てば解けるということはありません."""

SWAPPED = re.compile(r"(?P<said>[^。「」、]{6,40}?)は(?:誤り|間違い)で、")
"""待てば解けるは誤りで、."""


def denials(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that it names only to deny them."""
    for pattern in (QUOTED, TOLD, BARE, EVENT, SWAPPED):
        for found in pattern.finditer(text):
            yield found.span("said")
