"""Places that nobody named: where the reset, or a renewal, is done, if not at kiosk and counter.

The places that are right are a small closed set; what else ends like a place is none of them:
更新は本校の事務室でできます.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidance.claims.base import Stated, said
from guidance.claims.elsewhere import ASKS, OTHER_MATTER, RESETS, STRANGE
from guidance.claims.renewing import CERTIFICATE, NOT_THIS, RENEW
from guidance.claims.roles_names import NAME, Who, who
from guidance.claims.states import states_in
from guidance.claims.telling import question
from guidance.claims.verdicts import CONTRAST, first_verdict
from guidance.look import Look

HEAD = re.compile(
    r"(?:事務|営業|派出|保健|相談|案内|研究|裁判|刑務|停留|詰め?|交番|免許)所|(?:税務|警察|消防)署|(?<!結)局|銀行|金庫|農協|課|(?<!教)室|館|センター|窓口|カウンター|席(?=[でへにが。、]|だ|$)|端末|券売機|自販機|発券機|精算機|(?<!証明写真)サイト|ホームページ|マイナポータル|ショップ|atm|病院|医院|クリニック|学校|大学|高校|本校|当校|庁|コーナー|プラザ|ホール|レジ|受付|組合|スーパー|モール|デスク|支店|本店|本社|会社|量販店|書店|薬局|ドラッグストア|カメラ店|写真店|(?<![一全内外])部|(?<!関)係|協会|財団|法人|(?<![神会])社|駅|塾|ポスト"
    r"|(?:発行|交付|精算|自動|券売|現金自動|証明|受付)機|支所|出張所|機関|ステーション|スタンド|コピー機|複合機|機械|ロッカー|ブース|ボックス|オフィス|ロビー|フロント|会場|広場|宅|教室|集会室|管理室|詰所"
)
"""How places end."""

BEFORE = re.compile(r"(?:[一-龠々ァ-ヶーa-z0-9]{1,12}(?:の|・)?){0,3}$")
"""What belongs to the name of a place before its end: 県の旅券."""

RIGHT = re.compile(
    r"市区?町村|区市町村|自治体|役所|役場|[市区町村]民|住民|戸籍|(?:^|[^都道府県])(?:本|当|各|お住まいの)?[市区町村](?:の|内の)?(?:窓口|担当|支所|総合|行政|サービス|受付|課)|支所|出張所|連絡所|本庁|庁舎|行政|総合窓口|マイナンバー|カード(?:交付)?(?:センター|窓口|コーナー)"
    r"|コンビニ|マルチ|コピー機|複合機|キオスク|セブン|イオン|ローソン|ファミ|ミニストップ|店(?:舗|頭)?の(?:機械|端末)"
)
"""Kiosks, and offices of the municipality."""

WHERE_ASKED = re.compile(
    r"(?:どこ|どちら)(?:で|に|へ)[^、。]{0,12}?(?:再設定|初期化|解除|決め直|直|更新|再発行|手続|行)[^、。]*|(?:再設定|初期化|解除|更新|再発行|手続き?)[^、。]{0,10}(?:どこ|どちら)"
)
"""A question where it is done."""

BARE = re.compile(
    r"^(?:お近くの|最寄りの|近くの|同じ|この|その|上記の?|下記の?|担当の?|該当の?|手続きの?|相談の?|専用の?|対面の?|更新の?|平日の?|開いている)*(?:窓口|端末|機械|専用機|会場|カウンター|受付|担当課|担当窓口|各課|担当部署|交付窓口|住所地|係|コーナー|ページ)$"
)
"""A name that tells nothing: 窓口, 担当課."""

HOLDS = re.compile(
    r"(?:\([^()]*\))?(?:の画面)?(?:で(?!す|は?な|あ)(?:も、?)?|にて|から(?!の)|が(?=受|承|扱|代|担)|へ|に(?!つい|よ|対|関|な|ある|かか)|まで)"
)
DONE = re.compile(
    rf"{RESETS.pattern}|{RENEW.pattern}|初期値|受け?付け|承|申し?込|申請|でき(?:る|ます)|扱|どうぞ|お?越し|行[きくっいう]|可能|済|頼|届け出|持ち込"
)
PLAIN = re.compile(rf"{RESETS.pattern}|{RENEW.pattern}|初期値|4桁[^、。]{{0,8}}新しく")
"""Words for the reset or the renewal itself, and for what else may be done of it."""

TOPIC = re.compile(
    r"(?:再設定|初期化|解除|直[しす]|リセット|更新|再発行|取り直し)(?:の?(?:お?手続き?|申請|受付|場所?|ところ|先|窓口)){0,2}(?:でき|を受けられ|を行え)?(?:る?(?:の|ところ|場所|先))?(?:は|も|なら|:)[^。]{0,30}$"
    r"|(?:再設定|初期化|解除|決め直し|更新|再発行)(?:に対応(?:して(?:い)?る|する|した)|を(?:扱(?:う|って(?:い)?る)|受け付け(?:て(?:い)?)?る|行う|行える|頼める|承る))(?:の|ところ|場所)?(?:は|が)[^。]{0,30}$"
    r"|(?:更新|再発行|取り直|作り直|新しくで)[^、。はが]{0,4}?るの(?:は|が)[^。]{0,30}$"
    r"|(?:再設定|初期化|解除|直し|外し|開け|更新|取り直し)[^、。]{0,8}?(?:には|ためには|ときは|場合は|たければ|たい方は|たい人は)[^。]{0,30}$"
    r"|(?:行き先|出かけ先|手続き先|申請先|向かう先|訪ねる先|届出先|(?:担当|申請|受付|手続き)(?:窓口|課|部署|部門)|管轄(?:先)?|再設定の場所?|手続きの場所?)(?:は|も|なら|:)[^。]{0,30}$"
)
"""更新は…, 再設定の場所は…: of what the rest of the sentence tells where it is done."""

OWNER = re.compile(
    r"(?:組合|会社|社|農協|漁協|生協|銀行|金庫|協会|学[内校]|校内|構内|社内|院内|館内|大学|病院|園|本部|本社|郵便局|連盟|商店街)$"
)
"""Who is no municipality."""
TOWN = re.compile(r"[市区町村国県府都道]$|役所|役場|市民|行政|自治体|官公")

OFFICIAL = re.compile(r"更新(?:の?)(?:お?手続き?|申請|受付|窓口)")
"""A renewal that can only be the certificate's."""

LISTED = re.compile(
    r"(?:\([^()]*\))?(?:ルート|コース|行き|扱い)?(?:に限|のみ|だけ|一択|と|や|か|、|・|または|又は|もしくは|の(?:2つ|二つ|どちら|いずれ)|です|だ(?=。)|である|。|$)"
)
SENT = re.compile(
    r"(?:の(?:窓口|端末|機械)|ルート|コース|行き|方式|での?(?:再設定|手続き?|対応))?(?:へ|に|まで|で)?(?:限(?:る|定|り(?:ます)?)|のみ|だけ|一択|誘導|案内|どうぞ|行く|お越しください)?(?:です|だ|する)?(?:\([^()]*\))?[)」。]*$"
)
"""All that a cell says of a place: 学内の証明書発行機へ."""
ARROW = re.compile(r"(?:→|⇒|…+|:)[^→⇒:]{0,12}$")
"""忘れた方→県の出先機関へ: what stands before a place that a person is sent to."""
ANSWERED = re.compile(
    r"(?:該当|当てはま|あてはま|満た|揃|そろ)[^、。]{0,8}$|^(?:はい|いいえ|yes|no|全て|すべて|以上)[^、。]{0,6}$"
)
"""A case of a flow chart: 三点とも該当."""
PLACE_HEAD = re.compile(
    r"(?:行き|出かけ|手続き|申請|向かう|届け?出)先|(?:再設定|更新|手続き?)[^、。]{0,8}(?:場所?|先|窓口)|どこ"
)
SENT_TO = re.compile(rf"(?P<name>{NAME})(?:{SENT.pattern})")
"""All of a cell that names whom or what one is sent to: 職場の総務."""
NOT_OF_THIS = re.compile(r"問い?合わせ|相談|尋ね|聞[いくけ]|借り|確認|電話|使い方|紛失")


@dataclass(frozen=True)
class Place:
    """A place that is none of those of the procedure, from `start` up to `end`."""

    name: str
    start: int
    end: int


def strays(look: Look) -> Iterator[Stated]:
    """A place that is none of the procedure's, where the reset or a renewal is said to be done."""
    for place in _places(look.text):
        claim = _claim(look, place)
        if claim and not _denied(look.text, place.end):
            sure = STRANGE.search(place.name) is not None
            yield said(look, claim, place.start, place.end, sure=sure)
            return
    sent = SENT_TO.fullmatch(look.text) if look.sentence.row and _of_place(look) else None
    if sent and who(sent["name"]) in (Who.OFFICE, Who.OTHER) and not RIGHT.search(sent["name"]):
        claim = _matter(look, look.sentence.row)
        if claim and not BARE.match(sent["name"]):
            yield said(look, claim, *sent.span("name"), sure=False)


def _places(text: str) -> Iterator[Place]:
    """The names that end like a place's and are none of the right ones."""
    for found in HEAD.finditer(text):
        before = BEFORE.search(text[max(0, found.start() - 30) : found.start()])
        start = found.start() - len(before.group() if before else "")
        name = text[start : found.end()]
        ends = not re.match(
            r"(?!限|行き|扱|のみ|ルート|コース|一択|方式)[一-龠々ァ-ヶー]", text[found.end() :]
        )
        right = RIGHT.search(name) and not STRANGE.search(name) and not _of_others(name)
        if ends and len(name) > 1 and not right and not BARE.match(name):
            yield Place(name, start, found.end())


def _of_others(name: str) -> bool:
    """Whether somebody else than a municipality has the place: 当組合の支所, 学内の発行機."""
    owner = name.rpartition("の")[0]
    return OWNER.search(owner) is not None or (who(owner) is Who.OFFICE and not TOWN.search(owner))


def _claim(look: Look, place: Place) -> str:
    """Which claim a place is told of for; "" when for none."""
    text, after = look.text, look.text[place.end :]
    holds = HOLDS.match(after)
    clause = re.split(r"[、。]", after[holds.end() :] if holds else after, maxsplit=1)[0]
    if NOT_OF_THIS.search(clause) or ASKS.search(clause) or NOT_THIS.search(text):
        return ""
    topic = TOPIC.search(text[: place.start]) or WHERE_ASKED.search(question(look) or "")
    done = DONE.match(clause) or (DONE.search(clause[:30]) if holds else None)
    if (holds and done and (topic or PLAIN.search(clause))) or (topic and LISTED.match(after)):
        return _matter(look, (topic.group() if topic else "") + clause)
    arrow = ARROW.search(text[: place.start])
    case = text[: arrow.start()] if arrow else ""
    if arrow and SENT.match(after) and (states_in(case) or ANSWERED.search(case)):
        return _matter(look, look.text)
    if look.sentence.row and (LISTED.match(after) or SENT.match(after)) and _of_place(look):
        return _matter(look, look.sentence.row + look.sentence.column)
    return ""


def _of_place(look: Look) -> bool:
    """Whether a cell tells where somebody goes."""
    over = look.sentence.row + look.sentence.column
    return not OTHER_MATTER.search(look.sentence.column) and bool(
        states_in(look.sentence.row) or PLACE_HEAD.search(over)
    )


def _matter(look: Look, told: str) -> str:
    """Whether it is the renewal of a certificate that is told of, or the reset."""
    near = "。".join((look.text, look.near, *look.before[-2:]))
    if RENEW.search(told) and not RESETS.search(told) and "4桁" not in told:
        return "renewal" if CERTIFICATE.search(near) or OFFICIAL.search(told) else ""
    of_reset = RESETS.search(near) or "ロック" in near or "暗証番号" in near
    return "where" if of_reset and "予約" not in told else ""


def _denied(text: str, end: int) -> bool:
    """Whether what follows denies the place."""
    if CONTRAST.match(text, end):
        return True
    right = RIGHT.search(text, end + 2)
    return first_verdict(text[end : right.start() if right else min(len(text), end + 120)]) is False
