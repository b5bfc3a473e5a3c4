"""Which kiosks serve: those of any town, 全国の対応店."""

import re
from collections.abc import Iterator
from itertools import islice

from guidance.claims.base import Stated, said
from guidance.claims.regions import Region, Where, regions
from guidance.claims.verdicts import question_over, verdict
from guidance.claims.where import CHAIN, MOST, STORE, asked_over, portion, said_of, sites
from guidance.look import Look
from guidance.terms import Term

LIMIT = re.compile(
    r"限(?:り(?!ま?せ)|る|ら(?!ず|な|れ(?:な|ず|ませ))|定)|しか(?!ね)|だけ(?!で(?:な|は))|のみ|で(?:は)?ない(?:と|限り)|でなけれ|なければ|でなきゃ|(?:あれば|なら)(?!ず|な|使わ)|ねば|なりません|に戻(?:って|り|ら)|まで(?:行[かくきっ]|出向|足を運)|を選ばな|必要があ|(?:内|の?中|のうち)(?:から|で)[^、。]{0,6}(?:選|探)|(?:内|中|うち)の[^、。]{0,6}(?:店|コンビニ)"
)
SPARED = re.compile(
    r"(?:必要|(?<!いう)こと)(?:は|が|も)?(?:な|ありま?せ|ございませ)|なくて(?:も)?|限ら(?:ず|な|れ(?:な|ず|ませ))|限りま?せん|わけでは|わけじゃ|及びま|及ばな|いけないわけ"
)
ITS_STORES = re.compile(
    r"[^、。]{0,8}(?:市区?町村|市町村|都道府県|市|町|区|県)(?:内)?の(?:対応)?(?:お?店舗?|コンビニ)。?$"
)
"""A cell with nothing but the stores of that town: 勤務先と同じ市区町村の対応店."""
ONLY_THERE = re.compile(
    r"[^、。]{0,16}?(?:まで|に|へ)(?:行[かっ]|戻[らっ]|出向[かい])[^、。]{0,4}(?:なければ|ないと|ねば|なくては|なきゃ)|[^、。]{0,12}?で(?:は)?な(?:いと|けれ)"
)
"""That one has to go there."""
CLEFT = re.compile(r"(?:のは|対象は|対象となるのは|店舗?は|お店は|場所は)、?[^、。]{0,4}$")
NAMED_TOWN = re.compile(
    r"(?:(?:[^、。はがのにで「」0-9]{1,5}?(?:市|町|村|区|県|府|都|圏|地方|地区))(?:や[^、。]{1,4})?(?:内|の中)?(?:に(?:ある)?|の|にある)?|(?:首都圏|関東|関西|東京|大阪|都内|府内|県内|道内|東日本|西日本|都市部|近畿|九州)(?:と[^、。]{1,4})?の?)(?:対応)?(?:店舗?|お店|コンビニ)[^、。]{0,4}(?:だけ|のみ|に限|しか|限定)"
)
PREFECTURE = re.compile(
    r"(?:東京|大阪|京都|北海道|札幌|仙台|横浜|名古屋|神戸|広島|福岡|沖縄|千葉|埼玉|神奈川|愛知|兵庫)(?:都|府|県|市)?(?:内)?の(?:対応)?(?:店|コンビニ|お店)"
)
PLACE_ASKED = re.compile(r"店|場所|どこ|地域|エリア|旅行|出先|住民票|コンビニ(?:の|と窓口)")
NO_LIMIT = re.compile(
    r"(?:地域|場所|地元|住所|エリア|県境)(?:の|による)?(?:しばり|縛り|制限|制約|限定|区別|違い)(?:は|も|が)?(?:ない|なし|ありません|なく|ござい)"
)


LIMITED_TO = re.compile(
    r"(?P<which>[^、。「」はが]{2,24}?)(?<!対応)(?:お店|店舗?|コンビニ)(?:の(?:機械|マルチコピー機))?(?:で(?:は)?な(?:ければ|いと|くては)|じゃないと|に限(?:り(?!ま?せ)|る|られ(?!な|ませ|ず)|定)|でしか|しか|だけ(?!で(?:な|は))|のみ)"
)
"""Some stores alone, by what is said of them."""
SERVING = re.compile(
    r"対応|開い|営業|参加|提携|扱|セブン|イオン|ローソン|ファミ|ミニ|チェーン|系列|看板|機械|コピー機|表示|サービス|使え|でき|一部|限られ|特定|決まっ|大手|[そこど]の|署名|パスワード|4桁|番号|両方|以外|では"
)
"""Words for stores that serve, or for what they reset."""
CHOSEN = re.compile(r"予約|選ん|指定|登録|申し込|受け取|交付")


def kiosk_where(look: Look) -> Iterator[Stated]:
    """Whether kiosks anywhere serve: 全国どこの対応店でも."""
    found = list(_kiosk(look))
    if found:
        yield (
            found[0]
            if all(each.value == found[0].value for each in found)
            else next(each for each in found if each.value)
        )
    else:
        yield from asked_over(look, Term.KIOSK, "kiosk-anywhere")
        yield from _limited(look)


def _limited(look: Look) -> Iterator[Stated]:
    """Some stores alone, told by what nobody has specified: 予約のときに選んだ店でなければ."""
    found = LIMITED_TO.search(look.text)
    if found is None or SERVING.search(found["which"]) or SPARED.search(look.text, found.end()):
        return
    if Term.KIOSK in sites(look, found.start()) or look.place_at(found.end()) is Term.KIOSK:
        sure = CHOSEN.search(found["which"]) is not None
        yield said(look, "kiosk-anywhere", *found.span(), sure=sure)


def _kiosk(look: Look) -> Iterator[Stated]:
    text = look.text
    named, free = NAMED_TOWN.search(text), NO_LIMIT.search(text)
    if named and not re.match(r"[^、。]{0,3}(?:では|に限ら|とは)", text[named.end() :]):
        yield Stated("kiosk-anywhere", True, *named.span())
    if free and Term.KIOSK in sites(look, free.start()):
        yield Stated("kiosk-anywhere", False, *free.span())
    there = PREFECTURE.search(text)
    if there and verdict(text[there.end() :]) is False and not CHAIN.search(text):
        yield Stated("kiosk-anywhere", True, *there.span())
    placed = (
        STORE.search(text)
        or look.sentence.row
        or "一致" in text
        or PLACE_ASKED.search(look.near + question_over(look) + "".join(look.before[-1:]))
    )
    for where in islice(regions(text), MOST) if placed else ():
        if Term.KIOSK not in sites(look, where.start):
            continue
        value = _limits(look, where)
        if value is not None:
            yield Stated("kiosk-anywhere", value, where.start, where.end)


def _limits(look: Look, where: Where) -> bool | None:
    """Whether a region limits which kiosks serve; None when nothing is said of that."""
    text = look.text
    rest = portion(text, where.end)
    if where.region is Region.FREE:
        return verdict(rest) is False and re.search(r"わけでは|限ら|とは", rest) is not None
    if where.region is Region.HOME:
        return _home_limits(look, where, rest)
    if where.region is Region.NEAR:
        return None
    said = None if CHAIN.search(text) else said_of(text, where)
    if where.region is Region.AFAR:
        if (
            ONLY_THERE.match(rest)
            or (look.sentence.row and ITS_STORES.match(rest))
            or LIMIT.match(rest)
            or re.match(
                r"[^、。]{0,8}?(?:店舗?|お店|コンビニ)?(?:の)?(?:のみ|だけ(?!で)|に限)", rest
            )
        ):
            return True
        return None if said is None and not look.sentence.row else said is False
    return False if said is not False else None


SENT_THERE = re.compile(
    r"[^、。]{0,8}?(?:店舗?|お店|コンビニ)(?:を|で|に|へ)(?!も|なく)[^、。]{0,14}(?:ください|ましょう|願い|こと(?:。|$|に))"
)
"""One is sent to a store there: 住んでいる町のお店をお選びください."""


MUST_AGREE = re.compile(
    r"(?:と|との|と同じ)?[^、。]{0,8}(?:一致|同一)[^、。]{0,6}(?:必須|必要|条件|前提|要(?:する|しま)|求め)"
)
"""住民票の所在地との一致は必須."""


def _home_limits(look: Look, where: Where, rest: str) -> bool | None:
    if re.match(r"[^、。]{0,6}(?:近|そば|周辺|最寄|方|人|学生|かた|に関係)", rest):
        return None
    if SPARED.search(rest):
        return False
    if MUST_AGREE.match(rest):
        return True
    limit = LIMIT.search(rest)
    stores = STORE.search(look.text) or look.sentence.row or STORE.search(look.near)
    if limit and stores:
        return True
    if CLEFT.search(look.text[max(0, where.start - 20) : where.start]) and re.match(
        r"[^、。]{0,12}?(?:店|コンビニ)", rest
    ):
        return True
    if SENT_THERE.match(rest):
        return True
    bare = (
        re.search(r"(?:店舗?|お店|コンビニ)?[)」。]*$", rest)
        and len(rest) < 16
        and look.sentence.row
    )
    inside = re.match(r"[^、。]{0,10}(?:内|中|域)の(?:対応)?(?:店|コンビニ)", rest)
    return True if bare or inside else None
