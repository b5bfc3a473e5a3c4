"""What a sentence tells with what stands over it: a cell with its heads, a yes with its question."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidance.look import CLAUSE, Look

ANSWER = re.compile(
    r"^(?:a[0-9]*[.:、]?)?(?:お?答え(?:は|:))?[「]?(?:(?P<yes>はい|ええ|うん(?!う)|そうや(?:で|よ)?|せや(?:で)?|そうだよ?|(?:でき|使え|構い|かまい)ます|そうです|そのとおり(?:です)?|もちろん(?:です)?|大丈夫(?:です)?|平気です|[よい]い(?:です)?(?=よ|ね|と|。|$|で)(?:です)?|やっています|開いています)"
    r"|(?P<no>(?:でき|使え)ません|いいえ|いえ|いや|いんや|いやいや|ううん|あかん(?:で|よ|わ)?|だめだよ?|無理だよ?|とんでもない(?:です)?|まさか|だめです|ダメです|無理です|違います|ちがいます|そんなことはありません|残念ながら|やっていません|開いていません))(?:よ|ね|とも|わ|な)?(?=[、。!ー…」]|$|いえ)"
)
"""An answer begins: はい, いいえ."""
ASKED = re.compile(
    r"(?:^|[「])(?:q[0-9]*[.:、]?|問[0-9]*[.:、]?)?(?P<asked>[^「」]{4,200}?)(?:(?:の)?(?:でしょう)?か[?]?|の?[?])[。]?[」]?$"
)
"""A question: what stands before its か is what a yes affirms."""
LONGEST = 2000
"""No author writes a longer sentence; of what is longer, the beginning is read."""
BELIEVED = re.compile(
    r"(?:と(?:思|勘違|誤解|考え)(?:って|われ|い|いし|いされ|えが)[^、。]{0,12}|と(?:いう)?(?:の)?(?:は|も)?誤(?:り|解)[^、。]{0,4}|のかと思[^、。]{0,8})[、。]?$"
)
"""A clause that only tells what somebody believed."""


TOPIC = re.compile(r"(?<![てでに])は、$")
"""A topic, no clause of its own: まとめて済ませることは、."""


@dataclass(frozen=True)
class Telling:
    """A text to read; `offset` is where the sentence's own text begins in it.

    `denied` says that the sentence denies it: the question to which it says no.
    """

    text: str
    offset: int = 0
    denied: bool = False
    length: int = 0
    cell: bool = False

    @property
    def since(self) -> int:
        """Where what stands over a cell ends; 0 for a text that is no cell."""
        return self.offset if self.cell else 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the sentence for a part of this text; all of it when that is over it."""
        if end <= self.offset:
            return 0, self.length
        return max(0, start - self.offset), min(end - self.offset, self.length)


def tellings(look: Look) -> Iterator[Telling]:
    """What the sentence tells, its own words first: `NFCのないスマホ、予約の可否、○` for a cell."""
    text, sentence = look.text[:LONGEST], look.sentence
    answer = ANSWER.match(text)
    if sentence.row or sentence.column:
        over = "".join(f"{head.rstrip('。')}、" for head in (sentence.row, sentence.column) if head)
        yield Telling(over + text, len(over), False, len(text), True)
        return
    yield Telling(text, 0, False, len(text))
    asked = question(look)
    if answer and asked:
        yield Telling(asked, len(asked), answer["no"] is not None, len(text))


def question(look: Look) -> str | None:
    """What the nearest question asks: the sentence before, or the heading."""
    for over in (*look.before[-1:], *look.sentence.heads[-1:]):
        found = ASKED.search(over[-240:])
        if found is not None:
            return found["asked"]
    return None


def clauses(text: str, since: int = 0) -> list[tuple[int, int]]:
    """Where each clause of a text begins and ends; one begins where a cell's own text does."""
    cuts = [
        found.end()
        for found in CLAUSE.finditer(text)
        if found.end() == since or _ends(text, found.end())
    ]
    pairs = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [(start, end) for start, end in pairs if start < end]


def _ends(text: str, end: int) -> bool:
    """Whether a clause ends here: not behind a bare topic, nor before a comma."""
    return TOPIC.search(text, max(0, end - 8), end) is None and text[end : end + 1] != "、"


def believed(clause: str) -> bool:
    """Whether a clause only tells what somebody took for true: 無料だと思っていたら."""
    return BELIEVED.search(clause) is not None
