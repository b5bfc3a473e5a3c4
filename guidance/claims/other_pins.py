"""Whether kiosks reset the card's other 4-digit PINs."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
from guidance.claims.necessity import able
from guidance.claims.telling import Telling, believed, clauses, tellings
from guidance.look import Look
from guidance.terms import SECRETS, Found, Term, has, terms

ALL_FOUR = re.compile(
    r"(?:どれ|どの(?:番号|4桁|暗証番号))(?:を|が|で)?(?:忘れて|ロックされて|ロックして)?も|(?:4つ|四つ|3つ|三つ)(?:の)?(?:番号|暗証番号|4桁)?(?:を|は|が)?(?:すべて|全て|全部|とも|いずれも)"
)
"""Each of the card's numbers: どれを忘れても."""
OUT = re.compile(r"対象外|できない|扱わない|直せない|コンビニで(?:は)?(?:でき|直せ|扱わ)ない")
"""A head over what kiosks do not reset."""
IN = re.compile(
    r"コンビニで(?:でき|再設定でき|直せ|手続きでき)る(?:もの|こと|番号|手続)|対象(?:と(?:なる|する)(?:番号|暗証番号)|の?番号|の暗証番号)$"
)
"""A head over what they do."""
THESE = re.compile(
    r"(?:なお|ただし|もっとも|また|でも|しかし)?、?(?:こ(?:の|れら|ちら|っち|れ)|そ(?:の|れら|ちら|っち|れ)|いずれ|どちら|両方|双方|どっち)"
)
"""What takes up those that were just named: この2つは, これらも."""
GOES = re.compile(
    r"コンビニ|マルチコピー|コピー機|店|機械|セブン|アプリ|スマホ|キオスク|(?:ステップ|手順|上)[^、。]{0,6}の(?:手順|やり方|方法)|同じ(?:手順|やり方|方法)"
)
COUNTER = re.compile(r"窓口|役所|役場|市民課|市区町村|住民課|来庁")
USELESS = re.compile(r"行っても|意味(?:が|は)?な|無駄|むだ")
TOGETHER = re.compile(r"一緒に|同時に|併せて|あわせて|続けて|まとめて|ともに")
NUMBERS = re.compile(r"番号|桁|暗証")
"""Words for the card's numbers."""
OF_KIOSK = re.compile(r"コンビニ|再設定|番号")
"""A head about the reset at kiosks."""
NOT_THERE = re.compile(r"コンビニではなく|(?:店|コンビニ)(?:じゃ|では)(?:なく|無理)")
"""Not at the kiosk: コンビニではなく窓口で."""
NOT_ONLY = re.compile(r"しか(?:ない|でき)(?:ないわけでは)")
"""Not only at the counter."""
LOST = re.compile(r"ロック(?:した|され(?:た|て))|(?:忘れ|分からない|わからない)")
"""The PIN as lost or locked: no denial of what can be done."""
RESETS = re.compile(r"再設定|手続|向か|行(?:く|き|っ)")
"""It is reset there."""
OF_RESET = re.compile(r"マルチコピー|再設定|対象")
"""Words of the reset at the kiosk."""
ELSEWHERE_TOO = re.compile(
    r"(?:窓口|役所|役場)(?:へ|に|まで)?(?:行|足を運|出向|来)[^、。]{0,4}(?:なくて|ずに|必要(?:は)?(?:ない|なく|ありません))|(?:窓口|役所)以外でも|に限(?:ら(?:ない|ず|れ(?:ない|ません))|りません)|(?:だけ|のみ|しか)(?:で|し)?(?:は)?(?:でき|直せ)?ない(?:わけ|という)"
)
"""A denial that only the counter serves."""


def other_pins(look: Look) -> Iterator[Stated]:
    """Whether kiosks reset the other PINs: 住民基本台帳用の4桁はコンビニでは再設定できません."""
    if look.sentence.block.number is not None:
        return
    for telling in (*tellings(look), *_carried(look), *_taken_up(look)):
        found = next((each for each in terms(telling.text) if each.term is Term.OTHER_PIN), None)
        if found is None:
            continue
        value = _of_head(look, telling) if found.end > telling.since else None
        if value is None:
            value = _value(look, telling, found)
        if value is not None:
            yield Stated(
                "other-pins", value != telling.denied, *telling.span(found.start, found.end)
            )
            return
    yield from _row_of_pins(look)
    yield from _all(look)


def _all(look: Look) -> Iterator[Stated]:
    """That kiosks reset each of the card's numbers: どれを忘れてもコンビニで決め直せる."""
    found = ALL_FOUR.search(look.text)
    if (
        found is None
        or has(look.text, Term.OTHER_PIN, Term.PASSWORD, Term.BOTH)
        or not GOES.search(look.text + look.near)
    ):
        return
    if NUMBERS.search(look.text[: found.end()]) is None:
        return
    if COUNTER.search(look.text[found.start() :]) is None and able(look.text[found.end() :]):
        yield Stated("other-pins", True, *found.span())


def _carried(look: Look) -> Iterator[Telling]:
    """A short line under a head that names them: コンビニ再設定の対象外."""
    head = "".join(look.sentence.heads[-1:])
    if (
        len(look.text) > 40
        or look.sentence.row
        or not has(head, Term.OTHER_PIN)
        or head.endswith(("か", "?", "か?", "か。"))
        or OUT.search(head)
        or IN.search(head)
    ):
        return
    if not any(found.term in SECRETS for found in look.terms):
        yield Telling(f"{head}は、{look.text}", len(head) + 2, False, len(look.text), True)


def of_others(look: Look) -> bool:
    """Whether a sentence goes on about the other PINs that the one before named: この2つは."""
    last = look.before[-1] if look.before else ""
    goes_on = THESE.match(look.text) is not None
    return goes_on and has(last, Term.OTHER_PIN) and not has(look.text, Term.PASSWORD)


def _taken_up(look: Look) -> Iterator[Telling]:
    """A sentence about those that the one before named, with their name before it."""
    if of_others(look):
        last = look.before[-1]
        name = next(each for each in terms(last) if each.term is Term.OTHER_PIN)
        over = f"{last[name.start : name.end]}は、"
        yield Telling(over + look.text, len(over), False, len(look.text), True)


def _row_of_pins(look: Look) -> Iterator[Stated]:
    """A cell under a head that says 対象外, with the PIN itself in it."""
    out = OUT.search(look.sentence.row) and OF_KIOSK.search(look.sentence.row)
    if out and has(look.text, Term.PIN) and not has(look.text, Term.OTHER_PIN):
        yield Stated("kiosk-resets-pin", False, 0, len(look.text))


def _of_head(look: Look, telling: Telling) -> bool | None:
    """A bare name under a head: コンビニでできないこと."""
    own = telling.text[telling.since :]
    if able(own) is not None or GOES.search(own) or COUNTER.search(own):
        return None
    for over in (look.sentence.row, look.sentence.column, *look.sentence.heads[-1:]):
        if OUT.search(over):
            return False
        if IN.search(over):
            return True
    return None


def _value(look: Look, telling: Telling, found: Found) -> bool | None:
    """Whether they are reset at the kiosk, by the clauses from their name on."""
    text = telling.text
    kiosk = False
    over = look.near + look.context
    for begin, end in clauses(text, telling.since):
        clause = text[begin:end]
        if (
            (end <= found.start and not GOES.search(clause))
            or believed(clause)
            or end <= telling.since
        ):
            continue
        if end <= found.start:
            kiosk = True
            continue
        rest = text[max(begin, found.end) : end] if begin <= found.start else clause
        here, counter = GOES.search(clause), COUNTER.search(clause)
        only = NOT_THERE.search(clause)
        if counter and (only or not here):
            return True if NOT_ONLY.search(rest) else not _not_only(rest)
        if USELESS.search(rest) and here:
            return False
        can = able(LOST.sub("", rest))
        if can is None and (TOGETHER.search(rest) or (here and RESETS.search(rest))):
            can = True
        if can is None and here and end == len(text):
            can = True
        if can is not None and (here or kiosk or GOES.search(over) or OF_RESET.search(text)):
            return can and not (COUNTER.search(over) and not here and not kiosk)
    return None


def _not_only(rest: str) -> bool:
    """窓口以外でもできる is not only at the counter; 窓口へ行かなくても neither."""
    denied = ELSEWHERE_TOO.search(rest)
    return denied is None
