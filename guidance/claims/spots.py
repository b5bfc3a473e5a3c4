"""Where the card goes: to a part of card or phone, or of the kiosk, that nobody has specified.

What is right is a closed set (the chip, the back, the kiosk's card reader); any other part that
fills the role is told of: 当てるのは名前の書かれた所です.
"""

import re
from collections.abc import Iterator

from guidance.claims.sides import fails
from guidance.claims.verdicts import CONTRAST, told_from
from guidance.document import Kind
from guidance.look import Look
from guidance.terms import Term

HOLD = r"(?:かざ[さしすせ]|当て|あて(?!は|先)|重ね|くっつけ|密着|接触|タッチ|触れ|合わせ|付け|つけ|読み取[らり]|読ま[せれ]|近づけ|押し当)"
PUT = r"(?:セット|置[いきくけ]|載せ|乗せ|のせ|差[しす]|挿入|挿[しす]|通[しす]|伏せ|挟|はさ|入れ(?:る|て|ま)|かざ[しす]|読み取らせ|タッチ)"
WHERE = r"(?:部分|ところ|所|場所|位置|箇所|面|側|がわ|あたり|辺り|付近|中央|真ん?中|まん中|中心|上|下|表)"
PART = rf"(?:{WHERE}|端|はし|隅|すみ|角|かど|裏|欄|口|穴|ボタン|スピーカー|カメラ|マーク|印|枠|ふち|縁|帯|絵|柄|名前|氏名|写真|コード|端子|レンズ|画面|パネル|背中)"
HELD = re.compile(
    rf"(?P<spot>[^、。をはがにへで「」()]{{1,26}}?{PART})(?P<mark>に|へ|を|と)[^、。]{{0,14}}?{HOLD}"
)
"""A part to which something is held: カードの絵柄の部分に端末を重ねる."""
CLEFT = re.compile(
    r"(?:かざす|当てる|あてる|置く|付ける|つける|くっつける|重ねる|密着させる|接触させる|触れさせる|合わせる|近づける|読み取(?:る|らせる)|タッチする|(?:読み?取り?|接触|タッチ|かざし)(?=の?(?:位置|場所|面|部分|箇所)))"
    r"の?(?:の|(?:とき|際)の(?:位置|場所)|位置|場所|部分|ところ|所|面|向き|側)は、?(?P<spot>[^、。はが]{1,30}?)(?:です|だ|である|になり|でし|。|$|、)"
)
"""The part in a cleft: 当てるのはカードの右下です."""
USED = re.compile(
    r"(?:読み?取り|読み?取る|かざす|当てる)(?:の|とき|際)?に(?:は)?、?(?:使うのは)?(?P<spot>カードの[^、。はが]{1,20}?)を(?:使|利用|向け)"
)
"""The part that is used: 読み取りにはカードの右端を使う."""
LABEL = re.compile(
    r"(?:かざす|当てる|あてる|置く|付ける|つける|くっつける|重ねる|密着させる|合わせる|タッチする|読み取る?り?)(?:位置|場所|部分|ところ|所|面|側|向き)"
)
"""The head of a row over the part."""
PUT_ON = re.compile(
    rf"カード(?:を|は)、?(?P<spot>[^、。はが「」()]{{1,24}}?)(?:の上)?(?:に|へ){PUT}|(?P<spot2>[^、。をはがにへ「」()]{{1,24}}?)(?:の上)?(?:に|へ)[^、。]{{0,10}}カードを{PUT}"
    r"|カードを?の?(?:置き(?:場所?|先)|置く(?:場所|位置|ところ|先|の)|(?:載|の)せる(?:場所|位置|ところ|先|の)|セット(?:する)?(?:の|場所|位置|先))(?:は|:)、?(?P<spot3>[^、。はが「」()]{1,24}?)(?:の上)?(?:に限る|のみ|です|だ|。|、|$)"
)
"""Where the card is put at the kiosk: カードをレジの端末に置く."""
CAMERA = re.compile(
    r"カード(?:の[^、。を]{1,10})?を[^、。]{0,10}?(?:写[しす]|撮[っるりし]|撮影|映[しす])"
)
"""The card is photographed, not held."""
TRAY = re.compile(
    r"読み?取り?(?:台|部|機|装置|口|面|位置|場所|スペース|エリア|ところ|所|用の)|カード(?:置き場|台|リーダー?|を置く|用の台|置き台)|(?:所定|指定|専用|表示された|案内された)の|ic(?:カード)?(?:マーク|読)"
)
"""The kiosk's card reader."""
NOT_ITS = re.compile(
    r"レジ|カウンター|店員|原稿|用紙|コピー(?:用|する|の)|ガラス|電子マネー|atm|券売|スマ|紙|現金|硬貨|お金|プリント|写真|usb"
)
"""What makes a reader another one: レジのカードリーダー."""
RIGHT = re.compile(
    r"チップ|金色|背面|裏|うら|後ろ|うしろ|背中|バック|nfc|アンテナ|felica|読み?取り?|リーダ|かざ|印$|マーク$|指定|所定|図|示さ|表示|案内|アプリ|同じ|机|テーブル|台$|平ら|どこ|どの|^[そこ]$|そこ|ここ|その|この|次|下記|上記|レンズ|カメラの(?:近く|そば|横|下|隣|ある)"
)
"""Parts that serve, and words that name none."""
SCREEN = re.compile(r"(?:画面|パネル|ボタン)$")
TOUCHED = re.compile(r"(?:触れ|タッチ)$")
"""Somebody touches the screen: no card is held to it."""
NOT_CHIP = re.compile(
    r"磁気|ストライプ|(?:黒い|の)帯|署名欄|バーコード|qr|二次元|追記欄|有効期限の?欄"
)
"""Parts of the card's back that are no chip."""
NO_GAP = re.compile(
    r"(?:隙間|すき間|すきま|ずれ|ズレ|間|まちがい|間違い|むら)(?:が|の|も)?(?:な[くい]|ありません)"
)
"""Denials that say how: 隙間なく."""
WHOLE = re.compile(
    r"^(?:(?:お手持ち|ご自身|ご自分|自分|あなた|本人)の|その|この|同じ)?(?:(?:マイナンバー|個人番号|マイナ)?カード|スマ(?:ホ|ートフォン)|端末|本体|携帯(?:電話)?|機械|コピー機|マルチコピー機?|店内のマルチコピー機|iphone|android|両者|2つ|お互い|ぴったり|まっすぐ)?(?:同士)?(?:の|側の)?"
)
"""The thing that has the part."""
TAIL = re.compile(rf"(?:(?:の|が|に)?(?:ある|あたる|なる)?(?:{WHERE}|ほう|方|うえ))*(?:の)?$")
"""Words for parts that say no more than where on it."""
OTHERWISE = re.compile(
    r"位置|場所|向き|ない|ません|ずら|外し|はず|離|ケース|カバー|チェック|日付|時間|目に|気を|身に|手に|声|タイミング|口座|名義|窓口|レジで|番号|書い?[てき]|メモ|とき|時|際|後|あと"
)
"""What is no part of a thing, or no holding."""


def misplaced(look: Look) -> Iterator[tuple[int, int]]:
    """The parts to which, as the guide has it, the card goes, and which nobody has specified."""
    if look.sentence.block.kind is Kind.HEADING:
        return
    for start, end in (*_held(look), *_put(look)):
        taken = any(first < end and start < last for first, last in look.taken)
        if not taken and not _denied(look.text, end):
            yield start, end


def _held(look: Look) -> Iterator[tuple[int, int]]:
    """Parts of card or phone."""
    text, over = look.text, look.context + "".join(look.before[-1:])
    if re.search(r"カード|スマ|端末|かざ|チップ", text + over) is None or TRAY.search(text):
        return
    cell = look.sentence.row and LABEL.search(look.sentence.row)
    if cell and len(text) < 30 and not serves(text):
        yield 0, len(text)
    photographed = CAMERA.search(text)
    if photographed and look.place_at(0) is Term.APP:
        yield photographed.span()
    for found in (*CLEFT.finditer(text), *USED.finditer(text), *HELD.finditer(text)):
        if found.re is HELD and not (look.place_at(0) is Term.APP or _told_of(look)):
            continue
        spot = found["spot"]
        if found.re is HELD and SCREEN.search(spot) and TOUCHED.search(found.group()):
            continue
        if not serves(spot.split("ではなく")[-1]):
            yield found.span("spot")


def _told_of(look: Look) -> bool:
    """Whether the reading of the card is spoken of."""
    return re.search(r"読み?取|読め|かざ|密着|nfc|チップ", look.text + look.near) is not None


def serves(spot: str) -> bool:
    """Whether a part serves, or is none in particular: カードの中央."""
    if NOT_CHIP.search(spot):
        return False
    spot = spot.strip("「」。")
    named = TAIL.sub("", WHOLE.sub("", spot, count=1), count=1)
    return not named or RIGHT.search(spot) is not None or OTHERWISE.search(spot) is not None


def _put(look: Look) -> Iterator[tuple[int, int]]:
    """Parts of the kiosk, told of outside its steps."""
    place = look.place_at(len(look.text))
    machine = place is None and re.search(r"機械|コピー機", look.text + look.near)
    if look.sentence.block.number is not None or not (machine or place is Term.KIOSK):
        return
    for found in PUT_ON.finditer(look.text):
        name = next(each for each in ("spot", "spot2", "spot3") if found[each])
        if not at_reader(found[name]):
            yield found.span(name)


GENERAL = re.compile(
    r"^(?:そこ?|ここ?|こちら|机|テーブル|平らな.*|台|機械|端末|コピー機|マルチコピー機|キオスク端末|店内のマルチコピー機|その上|手前|指示された?(?:場所|位置|ところ)|画面.*|.*(?:指示|案内|表示|とおり|通り)|カード(?:の)?(?:位置|場所|マーク).*|.*マーク(?:の)?(?:上|ところ|部分|位置)?|(?:(?:機械|端末|コピー機|マルチコピー機|本体|画面|手元)の)?(?:右|左|前|手前|正面|下|横|脇)(?:側|のほう)?(?:にある.*)?|.*向き)$"
)
"""Words that name no other part of the kiosk."""


def at_reader(spot: str) -> bool:
    """Whether a place at the kiosk is its card reader, or none in particular: 機械."""
    if NOT_ITS.search(spot):
        return False
    if OTHERWISE.search(spot):
        return True
    return TRAY.search(spot) is not None or GENERAL.search(spot) is not None


def _denied(text: str, end: int) -> bool:
    told = NO_GAP.sub("", told_from(text, end))
    return CONTRAST.match(text, end) is not None or fails(told)
