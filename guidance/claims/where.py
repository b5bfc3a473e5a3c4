"""Which counter serves: 住民票のある市区町村の窓口."""

import re
from collections.abc import Iterator
from itertools import islice

from guidance.claims.base import Stated
from guidance.claims.regions import Region, Where, regions
from guidance.claims.verdicts import (
    CONTRAST,
    QUESTION,
    answered,
    first_verdict,
    in_cell,
    verdict,
)
from guidance.look import Look
from guidance.terms import Term

STORE = re.compile(r"お?みせ|お?店(?!員|長|の人)|店舗|機械|コンビニ|マルチコピー")
OFFICE = re.compile(
    r"窓口|役所|役場|市役所|区役所|市民課|区民課|住民課|担当課|庁(?!舎内)|支所|出張所"
)
TOWN = re.compile(
    r"市区町村|区市町村|市町村|自治体|(?:[^、。]の)?(?:市|町|区|村)(?!内の(?:対応)?店|民|中|外)"
)
REACH = 300
"""How far from a word what is said of it may stand."""
MOST = 40
"""How many regions are read in one sentence."""
CUT = re.compile(r"(?:[るたいうんだすの])が、|けれども?、|けど、|。|;|一方|のに対し|いっぽう")
"""Where a sentence turns to something else."""
CHAIN = re.compile(
    r"セブン|イオン|ローソン|ファミ|ミニストップ|チェーン|すべて|全店|一部|非対応|未対応|夜|土日|時間|日曜|祝"
)
"""Other reasons why a store does not serve."""
MODIFIES = re.compile(
    r"[^、。]{0,16}?(?:窓口|役所|役場|市民課|市区町村|市町村|自治体|庁|支所|の町|の市|の区)"
)
"""That a region says which office is meant."""
NEAR_STORE = r"の?(?:コンビニ|店|お店|セブン|イオン|ローソン|ファミ|ミニ)"
"""最寄りのコンビニ: of the kiosk, though a counter is named after it."""


def counter_where(look: Look) -> Iterator[Stated]:
    """Whether only the municipality of residence serves: 住民票のある市区町村の窓口."""
    if QUESTION.search(look.text):
        return
    found = list(_counter(look))
    if found:
        wrong = [each for each in found if not each.value]
        yield (wrong or found)[0]
    else:
        yield from asked_over(look, Term.COUNTER, "counter-own-municipality")
        yield from _unknown_town(look)


def _counter(look: Look) -> Iterator[Stated]:
    text = look.text
    home_at = -1
    for where in islice(regions(text), MOST):
        if Term.COUNTER not in sites(look, where.start):
            continue
        own = _own(look, where, home_at)
        if where.region is Region.HOME:
            home_at = where.end
        if own is not None:
            yield Stated("counter-own-municipality", own, where.start, where.end)
    person = re.search(r"に(?:お勤め|ご?在勤|ご?滞在(?:中)?|通勤|通学|ご?旅行中)の?(?:方|人)", text)
    if person and Term.COUNTER in sites(look, person.start()):
        yield Stated("counter-own-municipality", False, *person.span())


def _own(look: Look, where: Where, home_at: int) -> bool | None:
    """Whether a region is the one whose counter serves; None when it is not said of the counter."""
    text = look.text
    rest = portion(text, where.end)
    turned = CONTRAST.match(text, where.end) is not None
    if where.region is Region.FREE:
        return re.search(r"わけでは|わけじゃ", rest) is not None
    if where.region is Region.HOME:
        return _home_serves(text, where, rest, turned)
    if (
        home_at >= 0
        and where.region in (Region.NEAR, Region.ANY)
        and not re.search(r"[、。]", text[home_at : where.start])
    ):
        return None
    whole = text[where.start : where.end] + re.split(r"[、。]", rest)[0][:18]
    if where.region is Region.NEAR and re.match(NEAR_STORE, rest):
        return None
    if where.region is Region.ANY and re.search(
        r"住(?:民票|所)[^、。]{0,6}$", text[: where.start][-12:]
    ):
        return said_of(text, where) is False
    modifies = MODIFIES.match(rest) or re.search(r"市区町村|自治体|役所|役場|窓口", whole)
    if not modifies and not (where.region is Region.ANY and re.match(r"[^、。]{0,4}でも|も", rest)):
        return None
    if said_of(text, where) is False:
        return None if where.region is Region.NEAR else True
    return turned


def _home_serves(text: str, where: Where, rest: str, turned: bool) -> bool | None:
    if turned or re.match(r"[^、。]{0,16}(?:以外(?:でも|も)|でなくて?も|に限らず)", rest):
        return False
    named = TOWN.search(text[where.start : where.end + 16]) or OFFICE.search(rest)
    return True if named and not re.match(r"[^、。]{0,4}(?:学生|方|人)(?!が行)", rest) else None


def _unknown_town(look: Look) -> Iterator[Stated]:
    """A town that is none of those known, where a guide says to which counter one goes."""
    text = look.text
    asks = re.search(
        r"場所|行き?先|担当|受付|向かう|出向く|どこ|窓口", look.sentence.row
    ) or re.search(
        r"(?:受付|手続き?|申請)(?:場所|先|窓口)|行き?先|窓口(?:は|:)|行く(?:先|窓口|役所)",
        text + look.near,
    )
    found = re.search(
        r"(?P<mod>[^、。「」のがは:]{2,14})(?:の|が|に|た|(?<=い)る)(?:ある|所在する)?(?:市区町村|市町村|自治体)(?!名)",
        text,
    )
    if (
        found
        and asks
        and Term.COUNTER in sites(look, found.start())
        and not re.search(
            r"各|この|その|当該|自分|本人|各自|住|全国|申請者|あなた|予約|対応|コンビニ|店",
            found["mod"],
        )
    ):
        yield Stated("counter-own-municipality", False, *found.span())
        return
    county = re.search(
        r"都道府県庁|(?<![市区町村])(?:県|都|道|府)(?:庁|の[^、。]{0,8}(?:庁舎|事務所|窓口|センター|出先機関))|合同庁舎|税務署|法務局",
        text,
    )
    if (
        county
        and asks
        and Term.COUNTER in sites(look, county.start())
        and verdict(text[county.end() :]) is not False
        and not CONTRAST.match(text, county.end())
    ):
        yield Stated("counter-own-municipality", False, *county.span())


def asked_over(look: Look, site: Term, claim: str) -> Iterator[Stated]:
    """A region in the head of the row or in the question, and whether it serves."""
    asked = answered(look)
    over = asked[0] if asked else look.sentence.row
    if not over or site not in sites(look, 0, over):
        return
    said = asked[1] if asked else in_cell(look.text)
    where = next(
        (
            each
            for each in regions(over)
            if each.region in (Region.AFAR, Region.ANY, Region.FREE, Region.NEAR)
        ),
        None,
    )
    if where is None or said is None or CHAIN.search(over + look.text):
        return
    if where.region is Region.NEAR and (site is Term.KIOSK or said is False):
        return
    if site is Term.KIOSK and said is False and where.region is Region.ANY and not asked:
        return
    yield Stated(claim, not said, 0, len(look.text))


def said_of(text: str, where: Where) -> bool | None:
    """What is said of a region, up to where the sentence turns."""
    return first_verdict(portion(text, where.end))


def portion(text: str, start: int) -> str:
    """From a place on, up to where the sentence turns to something else."""
    end = min(len(text), start + REACH)
    cut = CUT.search(text, start, end)
    return text[start : cut.start() + 1] if cut else text[start:end]


def sites(look: Look, index: int, over: str = "") -> set[Term]:
    """Kiosk, counter or both: of which a clause speaks."""
    begin, end = look.clause_at(index) if not over else (0, 0)
    here = over or look.text[begin:end]
    found = {
        term for term, words in ((Term.KIOSK, STORE), (Term.COUNTER, OFFICE)) if words.search(here)
    }
    if found:
        return found
    if not over:
        for piece in _around(look.text, begin, end):
            found = {
                term
                for term, words in ((Term.KIOSK, STORE), (Term.COUNTER, OFFICE))
                if words.search(piece)
            }
            if found:
                return found
    site = look.site_at(index)
    return {site} if site else set()


def _around(text: str, begin: int, end: int) -> Iterator[str]:
    """The rest of the portion that a clause stands in, then what stands before it."""
    yield portion(text, end)
    yield text[max(0, begin - REACH) : begin]
