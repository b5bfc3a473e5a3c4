"""Where people live, work and travel, as guides say which town's kiosk or counter serves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

HOME = (
    r"住民票(?:の|が|を|も)?(?:ある|有る|置い[^、。]{0,6}|登録[^、。]{0,8}|残[^、。]{0,6}|所在地|所在|住所|おい[^、。]{0,6})|住民登録(?:地|を?し[^、。]{0,6}|の(?:ある)?|され[^、。]{0,4}|済み)|住民基本台帳に[^、。]{0,6}(?:記録|登録)|(?:お住まい|おすまい)(?:の|に|と|が|で)|住んで(?:い)?(?:る|い)|すんで(?:い)?る|住む(?=市|町|区|村|自治体|地域|土地)|(?<!新)住所地|居住(?:地|する|し)|地元|(?:ご)?自宅の(?:ある)?|(?:ご)?自分の(?:市|町|区|村|住|自治体)|住所(?:の|が)ある|(?:新しい|新|いまの|今の|現在の|現)住所"
    r"|(?:カードを?|カードが)(?:発行|交付)(?:した|された|を受けた|元の)?|(?:登録|予約)(?:した|された|した際の|の際に登録した)(?=店|お店|コンビニ|地元|市|一?1?店)|本市(?:内|の)|(?<![区市町村])(?:市|町|村|区)内(?=の|に|で)|(?:当|同)(?:市|町|村|区)内"
)
"""The town of residence."""
AFAR = (
    r"旅(?:行)?先|旅行(?:中|で)|出先|外出先|滞在(?:先|中|して)|赴任(?:の)?先|転勤先|異動先|下宿先?|帰省(?:先|中|して)|(?:ご)?実家|勤務(?:先|地)|(?:お)?勤め(?:先|の)|職場|会社(?:の|が)(?:近|ある|そば|所在)|会社所在地|当?事務所(?:の|が)ある|通勤(?:先|途中|や通学|・通学|経路)?|通学(?:先|途中)?|在勤|在学|出張(?:先|中)|県境(?:を)?[^、。]{0,4}(?:越え|こえ|また)|学校(?:の|が)ある|大学(?:の|が)ある"
    r"|(?:ほか|他|別|隣|となり|よそ|遠く|遠方|違う|ちがう|異なる)の?(?:自治体|市区?町村|市町村|市|町|県|区|村|都道府県|地域|土地|ところ|街)|カードを(?:最初に|はじめに|初めて)(?:作|受け取|もら|交付)[^、。]{0,6}(?=町|市|区|村|自治体|所|ところ|役)|本籍|出生|生まれ(?:た(?=土地|町|市|ところ|所|場所|地)|故郷|育)|(?:前の|以前の|元の|旧)住所|旧居|転出(?:元|前)|引っ?越(?:す|し)前|(?:いま|今)(?:い|居)る|寝起き|その(?:土地|場)の|申告先|離れた(?:場所|ところ|土地|店|地域|街|市|町)|同じ(?:都道府県|県|都|府|道)|(?:市|県|町|村|区|府|都|道|域)外(?=の|に|で|へ)|(?:区域|エリア|管轄|管内|圏内?|地区)(?:の)?外(?=の|に|で|へ)|都道府県内|県内|隣接|近隣の|そっちの|向こうの"
    r"|住民票(?:の|が|と|は)(?:ない|無い|別|違|異な|ほか|他|置いていない)|住民票(?:の場所|の所在地|の住所)?(?:と|から)(?:は)?(?:別|違|異な|離れ)|住所地?と(?:は)?(?:違|別|異な)|(?:お住まい|住んでいる(?:市[^、。]{0,4}|町|地域|所|ところ))と(?:は)?(?:違う|別の|異なる)"
)
"""Some other town."""
ANY = r"(?:全国|日本中|日本全国|国内|各地(?!域|区))(?:の|に(?:ある)?|で|各地の?)?(?:どこ(?:の|で|に)?|どの|いずれの|すべての)?|どこの(?=市|町|区|役|窓口|自治体|コンビニ|店|お店|地域|県|対応)|どこ(?:で(?!す|し)|に(?:い|あ|お)[^、。]{0,4}(?:ても|でも|とも|ろうと))|(?<!な)(?<!ほ)どの(?=市|町|区|役|窓口|自治体|地域|都道府県|県|土地)|いずれの(?=市|町|区|役|窓口|自治体)|場所を(?:選|問)|北海道から沖縄|都合の(?:よ|い)い|好きな"
"""Any town at all."""
NEAR = r"最寄り|もより|(?:お)?近く|近所|ご?近隣|近い|そば|便利な|(?:いちばん|一番|最も)(?:空い|近|行きやす)[^、。]{0,4}"
"""Whatever is near."""

FREE = re.compile(
    r"[^、。]{0,12}?(?:(?:に|とは?|は|を|も|が|で)?(?:一切|まったく|全く)?(?:関係(?:な|あり(?!ま?す)|は(?:な|あり)|が?な)|関わ(?:りな|らず)|かかわ(?:りな|らず)|拘(?:わ)?らず|よら(?:ず|ない)|問(?:わ(?:ず|ない|れ)|いません)|しば(?:り|られ)|左右され|とらわれ|限ら(?:ず|な|れ(?:ず|な|ませ))|限りま?せん|限定され(?:ず|な|ませ)|かまわ(?:ず|ない)|こだわ)|(?:で|が|に|から)なくて?(?:と)?も|(?:が|は)(?:どこ|遠|離れ|別|違|異な)[^、。]{0,8}(?:ても|でも|とも|ろうと)|である(?:必要|こと)は?(?:な|ありま?せ)|(?:まで)?[^、。]{0,6}(?:必要|(?<!いう)こと)は(?:ありま?せ|な))"
)
"""That the place named does not matter."""
BEYOND = re.compile(
    r"[^、。]{0,10}?(?:以外|の外|外(?=の|に|で)|では?ない(?=市|町|区|店|所|場所|地域|お)|と(?:は)?(?:違う|別|異な|離れ|ちがう))"
)
"""That another place than the one named is meant."""


class Region(Enum):
    """Which town a guide speaks of."""

    HOME = "where one lives"
    AFAR = "another one"
    ANY = "any"
    NEAR = "a near one"
    FREE = "where one lives, which does not matter"


@dataclass(frozen=True)
class Where:
    """A region in a sentence, from `start` up to `end`."""

    region: Region
    start: int
    end: int


WHERE = re.compile(f"(?P<AFAR>{AFAR})|(?P<HOME>{HOME})|(?P<ANY>{ANY})|(?P<NEAR>{NEAR})")
LIVES_THERE = re.compile(r"住民票(?:が|を|は)[^、。]{0,6}$")
KEPT_THERE = re.compile(r"[^、。]{0,6}?(?:に|へ)住民票(?:が|を|は)(?:ある|あり|あれ|置|おい|残)")
LIVES = re.compile(r"[^、。]{0,6}?に(?:お住まい|住んで|居住|住民票)")


def regions(text: str) -> Iterator[Where]:
    """The regions that a text names, in order."""
    for found in WHERE.finditer(text):
        region = Region[found.lastgroup or ""]
        start, end = found.span()
        if region is Region.AFAR and _lived_in(text, start, end):
            region = Region.HOME
        if region is Region.HOME:
            free, beyond = FREE.match(text, end), BEYOND.match(text, end)
            if beyond and not (free and free.end() < beyond.end()):
                region, end = Region.AFAR, beyond.end()
                if re.match(r"(?:も|でも|にも)", text[end:]):
                    region = Region.FREE
            elif free:
                region, end = Region.FREE, free.end()
        yield Where(region, start, end)


def _lived_in(text: str, start: int, end: int) -> bool:
    """Whether the other town is where one is registered after all: 住民票が実家にある."""
    name = text[start:end].removesuffix("の")
    for found in re.finditer(re.escape(name), text):
        if LIVES_THERE.search(text[: found.start()][-12:]) and not re.match(
            r"に移して(?:い)?な", text[found.end() :]
        ):
            return True
        if KEPT_THERE.match(text, found.end()):
            return True
    return False
