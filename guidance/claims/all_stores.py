"""Whether every store takes part: すべての店舗が対応しているわけではない."""

import re
from collections.abc import Iterator

from fakes.policy import Policy
from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.chain_names import NAMED
from guidance.claims.denials import denials
from guidance.claims.verdicts import answered, first_verdict, in_cell
from guidance.look import Look

STORE = r"(?:お?みせ|お?店(?:舗)?|店頭|コンビニ(?:エンスストア)?|ところ|所|端末|機械)"
SPEAKS = re.compile(r"対応しているか|お?みせ|店|コンビニ|チェーン|マルチコピー|機械|端末")
EVERY = re.compile(
    rf"全店(?:舗)?|(?:すべて|全て|全部)の(?:提携|お?近くの)?{STORE}|(?:どの|どこの|いずれの|あらゆる|どんな)(?:お?みせ|お?店|店舗|コンビニ|機械|端末|コピー機|支店|系列)|(?:お?店(?:舗|頭)?|コンビニ|チェーン|端末|マルチコピー機)(?:で(?:は|も)|なら|であれば|だったら|は|が)(?:、)?(?:どこ(?:で)?も|すべて|全て|みな|必ず|いつも|間違いなく|もれなく|例外なく)|残らず|もれなく|漏れなく|例外なく|(?:必ず|間違いなく|かならず|まちがいなく)(?=[^、。]{{0,10}}(?:再設定|でき|対応|使え|扱))|どこの店|どこに(?:入っ|行っ)ても|最寄りの店に行けば"
)
"""Every store."""
LACK = r"(?:対応|取り?扱|でき|使え|受け?付け|手続き?|再設定)[^、。]{0,8}?(?:ない|ません|できない|おらず|ていない|いない|ぬ)|非対応|未対応|対応外|対象外|使えない|できない"
SOME = re.compile(rf"(?:{LACK})(?:の|な|で(?:ある)?)?(?:{STORE}|チェーン|場合|店舗)")
"""A store that does not take part."""
IS = re.compile(
    r"[^、。]{0,8}?(?:(?:も|は|が)(?:、)?(?:(?:1つ|ひとつ|一つ|1店舗?|一店舗?|1軒|一軒|どこに)(?:も|すら)?(?:、)?)?(?:あり(?!ま?せ)|ある|ござ(?!いま?せ)|ございません|存在し?(?!し?ま?せ|しな)|混|含|見られ|残|多|少なくな|なくな|起こ(?:ら|り|る)|起き|ない(?!か)|なく|なし|ありません|存在しません|存在しない)|だった、?(?:という)?(?:こと)?(?:は|も|が)?(?:[^、。]{0,3}(?:起こ|起き|あ)(?:ら|り)?[^、。]{0,3})?)"
)
NONE = re.compile(
    r"ない|なく|なし|ありません|ございません|存在しません|起こら(?:ない|ず)|起き(?:ない|ません)|おりません"
)
DEPENDS = re.compile(
    rf"(?:店舗?|お?店|コンビニ|場所)(?:に|ごとに)(?:よって|より|よります|よる)|(?:店|店舗|お店)ごとに(?:違|異|対応)|一部(?:の)?(?:{STORE}|を除|で(?:は)?(?:でき|未|非|対応し))|(?:対応)店と(?:非対応|未対応|そうでない)|(?:中|なか)には[^、。]{{0,10}}(?:ない|ません)|店舗を除|かどうか[^、。]{{0,10}}(?:確|調|見て)|対応していない(?:こと|場合)"
)
"""That it depends on the store."""
ALIKE = re.compile(
    r"(?:店|店舗|お店|場所)(?:に(?:よる|よって)?|ごとの|による)(?:対応の|扱いの)?(?:差|違い|ばらつき)(?:は|も|が)?(?:あり?ません|ない|なく|なし)|店を(?:選ば|問わ)(?:ず|ない)"
)
"""That it does not."""
UNCHECKED = re.compile(
    r"(?:確(?:かめ|認)|調べ|お?確かめ|チェック|問い?合わせ)(?:を)?(?:し|いただか|くださら)?(?:も)?(?:せず(?:に)?|ず(?:に)?|なく(?:て)?も?|なしで|は(?:不要|いらな|いりません|必要な|必要ありま?せ)|の?必要(?:は|も|が)?(?:な|ありま?せ|ございませ)|(?:る|する|いただく)?(?:必要|こと)(?:は|も|が)?(?:な|ありま?せ|ございませ)|(?:る|する)?(?:に|まで)は?(?:及|もな)|は?省)|事前の(?:確認|調べ)(?:は)?(?:なし|不要|いら)"
)
"""That one need not find out before."""
WASTED = re.compile(
    r"(?:と|ては|のは|ても)(?:、)?[^。]{0,16}(?:無駄|むだ|困|いけ|避け|危|失敗|お勧めし|おすすめし|おすすめでき|やめ|できない|使えない|ことが|場合が)"
)
"""That it was of no use to go without finding out."""
OURS = re.compile(
    r"対応(?:している)?(?:お)?(?:店|店舗)(?:なら|であれ|でし|で|の|は|に|へ)|取扱店|(?:対応|対象|参加)(?:の)?店舗?(?:なら|であれ|でし)"
)
"""That only stores that take part are meant."""
PARTIAL = re.compile(
    r"(?:わけ|訳)(?:では|じゃ|で)|限(?:ら|り(?:ま|ませ))|とは言え|とはいえ|では(?:ない|ありません|なく)|思い込|(?:が|を)(?:すべて|全て)では"
)
NOT_RESET = re.compile(
    r"[0-9]+時|時間|年中|料金|手数料|無料|予約(?:が|は|を)必要|本人確認|書類|必ず(?:予約|カード|お持ち|持|入力|確認)|住民票の写し"
)


def all_stores(look: Look) -> Iterator[Stated]:
    """Whether every store takes part: 一部の店舗では利用できません."""
    text = look.text
    over = look.near
    if (
        re.search(r"[?？]$|でしょうか。?$|か。$", text)
        or not (SPEAKS.search(text) or SPEAKS.search(over))
        or not re.search(
            r"店|コンビニ|みせ|チェーン|機|対応|セブン|イオン", text + look.sentence.row
        )
    ):
        yield from _rowed(look)
        return
    found = _alike(text) or _lacking(text) or _every(look)
    if found is not None:
        whole, start, end = found
        yield _stated(look, whole, start, end)
    else:
        yield from _rowed(look)


def _alike(text: str) -> tuple[bool, int, int] | None:
    found = ALIKE.search(text)
    if found:
        return True, *found.span()
    unchecked = UNCHECKED.search(text)
    if (
        unchecked
        and re.search(r"対応|店|コンビニ", text)
        and not re.search(r"住民票|手数料|番号|書類|予約", text)
    ):
        return WASTED.search(text, unchecked.end()) is None, *unchecked.span()
    return None


def _lacking(text: str) -> tuple[bool, int, int] | None:
    """A store that does not take part, and whether there is one."""
    found = SOME.search(text)
    if (found and not re.search(r"(?:4桁|署名)[^、。]{0,16}$", text[: found.start()][-18:])) or (
        found and not NAMED.search(text)
    ):
        assert found is not None
        exists = IS.match(text, found.end())
        if exists:
            return NONE.search(exists.group()) is not None, *found.span()
        if re.match(r"[^、。]{0,10}(?:ので|ため|から|では|へ|に)", text[found.end() :]):
            return False, *found.span()
    depends = DEPENDS.search(text)
    return (False, *depends.span()) if depends else None


def _every(look: Look) -> tuple[bool, int, int] | None:
    """Every store, and whether all of them take part."""
    text = look.text
    found = EVERY.search(text)
    if found is None or OURS.search(text[: found.end() + 4]) or NOT_RESET.search(text):
        return None
    if re.match(r"[^、。]{0,10}?以外", text[found.end() :]):
        return None
    rest = text[found.end() :]
    quoted = next((end for start, end in denials(text) if start <= found.start() < end), None)
    rest = text[found.end() : quoted]
    if PARTIAL.search(rest):
        return False, *found.span()
    said = first_verdict(rest)
    bare = not rest.strip("。)」") and re.search(r"店|対応", look.near)
    if said is True or bare:
        return True, *found.span()
    return (False, *found.span()) if said is False else None


def _rowed(look: Look) -> Iterator[Stated]:
    """A cell or an answer about every store or about those that do not take part."""
    asked = answered(look)
    over = asked[0] if asked else look.sentence.row + "、" + look.sentence.column
    every, some = (
        EVERY.search(over),
        SOME.search(over) or re.search(r"(?:非|未)対応(?:の)?(?:店|コンビニ)|例外", over),
    )
    if not (every or some) or (asked and NOT_RESET.search(over)) or OURS.search(over):
        return
    said = asked[1] if asked else in_cell(look.text)
    if said is not None and not re.search(r"[0-9]時", look.text):
        yield _stated(look, said if every else not said, 0, len(look.text))


def _stated(look: Look, whole: bool, start: int, end: int) -> Stated:
    if not whole:
        return Stated("all-stores", Policy().chains, start, end)
    words = look.sentence.quote(start, end)
    return Stated("all-stores", Said(Words(words, "every store")), start, end)
