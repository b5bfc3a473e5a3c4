"""Which part of the card is put to which face of the phone: ICチップの中央を背面に密着させる."""

import re
from collections.abc import Iterator

from fakes.policy import Policy
from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.sides import Mark, settled
from guidance.claims.verdicts import MUST, PARTLY, answered, question_over, verdict
from guidance.look import Look

HOLDS = re.compile(
    r"かざ[さしすせ]|当て|あて(?!は|先|る人)|置[いかきくけ]|重ね|添え|くっつけ|密着|接触|タッチ|読み取|読みと|読ま[せれ]|読め|読む|よみとり|よめ|の[せっ](?=て|る|た|、)|載せ|押し?[当付]て?|触れ|合わせ|位置決め|ぴったり|ぴたりと?|付け|つけ|伏せ|構え|寝かせ|ねかせ"
)
"""That the card is held to the phone."""
KIOSK = re.compile(r"読み?取り?台|コピー機|原稿|店内|トレイ|リーダー|機械")
ASKS_PLACE = re.compile(
    r"間隔|どこ[にへを]|当てる|位置|場所|かざす|置く|合わせ|向き|面|部分|カード側|スマホ側"
)
NAMES_PLACE = re.compile(r"(?:位置|場所|部分|ところ|箇所)は")

RIGHT_SPOT = r"(?:金色の?[^、。]{0,8})?(?:ic)?チップ(?:が(?:ある|付いて|ついて|埋め)[^、。]{0,6}(?:ところ|所|部分|位置|場所|面))?(?:の)?(?:部分|ところ|所|上|位置|場所|面)?(?:の)?(?:(?:ど)?(?:真ん?中|まん?なか|まん中|ド真ん中)|中央|中心|センター)?(?:部分|部|付近|あたり)?"
WRONG_SPOT = (
    r"(?:ic)?チップ(?:の|部分の)?(?:外側|端(?!末)|角|かど|隅|すみ|縁|ふち|脇|横|隣|となり|周り|まわり|周辺|反対側|右|左|下側|上側|裏側|上端|下端)(?:の先|側|部分)?"
    r"|顔?写真|かおしゃしん|氏名|名前の(?:欄|ところ|部分)|住所の?欄|生年月日の?欄|(?:qr|バー|二次元|2次元)コード|磁気[^、。]{0,6}|ロゴ|マイナちゃん|うさぎ|有効期限の?(?:欄|ところ|部分)|個人番号の?(?:欄|部分|面)"
    r"|カードの(?:右|左|上|下)?(?:右|左|上|下)?(?:の)?(?:端(?!末)|角|かど|隅|すみ|縁|ふち|余白|四隅)|余白|カード(?:の)?(?:上|下)部|四隅|四すみ|四つ角|(?:左上|右上|左下|右下)(?:の)?(?:角|かど|隅|すみ|端(?!末)|部分)?|(?<![0-9三四多外内])(?:角|かど|隅|すみ)(?=に|を|へ|の先|から|$|です|、)|(?<!両)(?<!先)(?<!途)(?<!極)端(?=に|を|へ|です|の(?:ほう|方|部分))|カードの(?:上|下|左|右)(?:側|半分|のほう|の方|部)(?=に|を|へ)|カードの(?:中央|真ん中|まん中|中心|裏面|表面|氏名)(?!の?ic)"
)
SPOT = re.compile(f"(?P<wrong>{WRONG_SPOT})|(?P<right>{RIGHT_SPOT})")
WHY = re.compile(r"\([^()]{0,40}(?:失敗|エラー|ない|ません|不可|ず)[^()]{0,12}\)")
"""A note that tells what comes of the contrary: (数ミリのずれで失敗)."""
OFF_SPOT = re.compile(
    r"(?:部分|ところ|位置|場所)?(?:から|を|より)?(?:、)?(?:少し|わずかに|数[^、。]{1,6})?(?:外れ|外し|はずれ|はずし|ずれ|ずらし|それ[てた]|離れ|避け|よけ|さけ)"
)
"""Beside a spot: ICチップから外れた場所."""
ANYWHERE = re.compile(
    r"(?:(?:どの(?:部分|場所|位置|面|あたり)|どこ)(?:に|で|を|へ)?[^、。]{0,10}(?:ても|でも)[^。]{0,12}?(?:読め(?!な)|読み取れ(?!な|ま?せ)|よい|いい|かまわ|構わ|かまいません|構いません|同じ|大丈夫|問題|エラー|失敗)|(?:位置|場所|向き)(?:は|を|に|も)?[^、。]{0,8}(?:気にし|気にする(?:必要|こと)|こだわら|こだわる(?:必要|こと)|問わ|問いま|関係|気を(?:使|つか)わ)[^、。]{0,4}(?:なく|ない|ず|ません|なし|あり)|どこか(?:に|へ|が)?[^、。]{0,10}(?:ば|たら|と)[^、。]{0,6}(?:読め|読み取れ|反応し)(?!な|ま?せん))"
)
"""That any spot serves."""
GAP = re.compile(
    r"(?P<gap>浮か(?=[せしさ])|離(?=[しすさ])|はな(?=し[てま])|(?:間|間隔|隙間|すき間|すきま|距離|空間)(?:を|が|も|は|に)?[^、。]{0,8}(?:あけ|空け|開け|あい|空い|置|取|とっ|とり|とる|作|保)|[0-9](?:mm|cm|ミリ|センチ)[^、。]{0,6}(?:あけ|空け|開け|離|浮))(?P<after>[^、。]{0,16})"
)
"""Room between card and phone."""
NO_GAP = re.compile(
    r"[しすせさけか]?(?:る|ない|ず|なく|ません|ては?(?:いけ|なら|だめ)|(?:必要|こと)は?(?:な|ありま?せ)|と(?:読|反応|失敗|エラー|つなが|認識)|れ?ば(?:読め|失敗)|(?:すぎ|過ぎ))"
)
BETWEEN = re.compile(
    r"(?:スマ(?:ホ|ートフォン)|端末)とカード|カードと(?:スマ(?:ホ|ートフォン)|端末)|チップと(?:スマ|端末)"
)
RETRY = re.compile(
    r"終わ|完了|済んだ|もう一度|再度|やり直|一旦|いったん|いちど|出たら|表示された|まで"
)
MOVING = re.compile(
    r"(?:なで(?:る|て|ま)|こす[っりる]|滑らせ|すべらせ|左右[にへ]?[^、。]{0,4}(?:動か|振)|動かし続け|振[っり](?=て|ま|な)|回しな|円を描)(?!.{0,4}(?:ないで|ない|ず|ません))"
)
APART = re.compile(
    r"(?:密着|接触)(?:さ)?(?:せ)?(?:ず|ない|なく|(?:させる|する)?(?:必要|こと)は?(?:な|ありま?せ))|(?:チップ|カード)(?:の[^、。]{1,6})?に(?:は)?(?:触れ|くっつけ|付け)(?:ず|ない(?:で|よう))"
)
"""Without touching."""


def spot(look: Look) -> Iterator[Stated]:
    """The part of the card: ICチップの中央に密着させる."""
    text = look.text
    over = look.near + _question(look)
    if KIOSK.search(text) or not re.search(
        r"カード|チップ|スマ|端末|携帯|かざ|密着|ぴったり|ぴた|当て|あて|位置合わせ|位置決め|読み?取り?(?:失敗|エラー|不)",
        text + over,
    ):
        return
    placed = HOLDS.search(text) is not None or BETWEEN.search(text) is not None
    asked = (ASKS_PLACE.search(over) or NAMES_PLACE.search(text)) is not None and HOLDS.search(
        over + text
    ) is not None
    if not placed and not asked:
        return
    loose = ANYWHERE.search(text) or MOVING.search(text) or _apart(text)
    if (
        loose
        and not re.search(PARTLY, text[loose.start() : loose.end() + 16])
        and (loose.re is not ANYWHERE or re.search(r"カード|チップ|当て|かざ", text + over))
    ):
        yield _wrong(look, *loose.span())
        return
    mark = _spot(text, asked)
    if mark is not None:
        yield _place(look, mark)
    elif _unknown(look, SPOT_ASKED) or (
        re.search(r"間隔|距離|隙間|すき間", look.sentence.row)
        and re.search(r"[0-9]|あけ|空け|離", text)
    ):
        yield _wrong(look, 0, len(text))


def _spot(text: str, asked: bool) -> Mark | None:
    text = WHY.sub(lambda found: "＿" * len(found.group()), text)
    marks = []
    for found in SPOT.finditer(text):
        right = found.lastgroup == "right"
        beside = OFF_SPOT.match(text, found.end())
        if not asked and not HOLDS.search(text[found.end() : found.end() + 24]):
            continue
        marks.append(
            Mark(right and not beside, found.start(), beside.end() if beside else found.end())
        )
    return settled(text, marks)


def _apart(text: str) -> re.Match[str] | None:
    """That room is left between card and phone."""
    apart = APART.search(text)
    if (
        apart
        and not re.search(MUST, text[apart.start() :])
        and not re.search(r"読(?:め|み取れ)な|失敗|でき", text[apart.end() :])
    ):
        return apart
    for found in GAP.finditer(text):
        begin = max(text.rfind(mark, 0, found.start()) for mark in "、。") + 1
        near = text[begin : found.end()]
        if (
            NO_GAP.match(found["after"]) and not re.match(r"る(?!と)", found["after"])
        ) or RETRY.search(text[: found.end()][-30:] + text[found.end() :][:14]):
            continue
        if (HOLDS.search(text) or BETWEEN.search(text)) and re.search(
            r"ないよう|ません|ない|ず", near[len(near) - len(found["after"]) :]
        ) is None:
            return found
    return None


BACK_SIDE = r"(?<!カードの)(?:背面|裏(?:面|っ?側|っかわ|っ側|がわ)?(?!返|技)|うら(?:面|側|がわ|っかわ)|背中|後ろ(?:側|がわ)?|うしろ(?:側|がわ)?|バック(?:面|パネル)|カメラ(?:の)?(?:レンズ)?(?:の|が|側の)?(?:ある|付い(?:た|ている)|つい(?:た|ている)|側)の?(?:面|側)?)(?:の)?(?:側|ほう|方|中央|真ん中|上部|上のほう|あたり|中ほど)?"
FRONT_SIDE = (
    r"(?<!カードの)(?:(?:液晶|タッチ)?(?:画面|がめん|パネル)|液晶|ディスプレイ|スクリーン|モニター|正面|前面|表(?:側|の面)|おもて(?:側|面)?|フロント(?:側|面)?|インカメラ)(?:の)?(?:側|がわ|ほう|方|上|うえ|真ん?中|まん中|中央|面|下半分|上半分)?(?:の面)?(?=に|へ|を下|で(?:は|も|の)?|の(?:上|ほう|読)|と|です|$|。|、|か|\))"
    r"|(?:スマ(?:ホ|ートフォン)|端末|携帯|本体|iphone)の(?:側面|横|脇|表面?|下部|底|角|ホームボタン|縁|下側|充電[^、。]{0,4})|(?:前面|フロント|イン|内側の?)カメラ(?:の[^、。]{0,4})?(?=に|へ|を)|側面|充電(?:口|端子|コネクタ)|差し込み口|ホームボタン|スピーカー|イヤホン[^、。]{0,3}|(?:点線|画面|表示された)[^、。]{0,8}枠(?:の)?(?:上|中|内側)?(?=に)|枠の(?:上|中)(?=に)"
)
FACE = re.compile(f"(?P<back>{BACK_SIDE})|(?P<front>{FRONT_SIDE})")
SHOWN = re.compile(
    r"[^、。]{0,8}?(?:表示|出[るたてま]|映|あらわれ|現れ|従|したが|触れず|案内|指示|メッセージ|書かれ|目を|注意)"
)
"""What is on the screen, rather than put on it."""
FACE_DOWN = re.compile(
    r"(?:画面|液晶|ディスプレイ)(?:側|のほう)?(?:を|が)(?:下|カードのほう|カード側|カード)(?:向き)?(?:に|へ|と)|(?:スマ(?:ホ|ートフォン)|端末|本体)を伏せ"
)
HELD_TO = re.compile(
    r"(?:かざす|当てる|あてる|置く|付ける|つける|重ねる|密着させる|読み取る|読み取らせる)(?:の|ところ|場所|面|側|位置|向き)?は"
)
EITHER = re.compile(
    r"(?:どちら|いずれ|どっち|両面|どの面|表裏|表と裏|裏表)[^、。]{0,10}?(?:でも|ても|とも|問わ|(?:は|に)?関係な)"
)


def face(look: Look) -> Iterator[Stated]:
    """The face of the phone: スマートフォンの背面にかざす."""
    text = look.text
    asked = _question(look)
    over = look.near + asked
    if KIOSK.search(text):
        return
    held = HOLDS.search(text) is not None
    if not held and not (HOLDS.search(over) and len(text) < 40):
        return
    if not re.search(r"カード|かざ|スマ|端末|携帯|読", text + over):
        return
    marks = list(_faces(text, over))
    wrong = FACE_DOWN.search(text) or (
        len({mark.right for mark in marks}) == 2 and EITHER.search(text)
    )
    mark = settled(text, marks)
    if wrong:
        yield _wrong(look, *wrong.span())
    elif mark is not None:
        yield _place(look, mark)
    elif _unknown(look, FACE_ASKED) and not SPOT.search(text):
        yield _wrong(look, 0, len(text))
    else:
        yield from _face_over(look, asked)


def _face_over(look: Look, asked: str) -> Iterator[Stated]:
    """A face in the head of the row or in the question, and whether it serves."""
    marks = [*_faces(look.sentence.row, "読み取り"), *_faces(asked, "")]
    answer = answered(look)
    said = answer[1] if answer else verdict(look.text) if look.sentence.row else None
    if marks and said is not None:
        yield _place(look, Mark(marks[-1].right == said, 0, len(look.text)))


def _faces(text: str, over: str) -> Iterator[Mark]:
    for found in FACE.finditer(text):
        front = found.lastgroup == "front"
        after = text[found.end() : found.end() + 30]
        held = HOLDS.search(after) or HOLDS.search(over) or HELD_TO.search(text[: found.start()])
        if front and (SHOWN.match(after) or not held):
            continue
        if (
            front
            and re.match(r"(?:画面|パネル)", found.group())
            and re.search(r"タッチ|触れ|押", after)
            and not re.search(r"カード(?!の(?:持ち主|所有者|名義))", text)
        ):
            continue
        yield Mark(not front, *found.span())


def _question(look: Look) -> str:
    """The question that stands before, whether it is answered with yes, no or a place."""
    return question_over(look)


SPOT_ASKED = re.compile(r"カード(?:の)?(?:どこ|どの(?:部分|位置|場所|あたり))")
FACE_ASKED = re.compile(
    r"(?:スマ(?:ホ|ートフォン)|端末|携帯)(?:の)?(?:どこ|どちら|どの(?:部分|面|位置|場所|あたり))|(?:かざす|当てる|付ける|合わせる)面"
)
BARE = re.compile(r"[^、]{1,40}?(?:です|だ|である)?(?:よ|ね)?。?$")


def _unknown(look: Look, asked: re.Pattern[str]) -> bool:
    """Whether the question or the head of the row asks for a place, and another than the known is named."""
    over = question_over(look) + look.sentence.row
    found = asked.search(over)
    if (
        found is None
        or not HOLDS.search(over)
        or (look.before[-1:] and look.before[-1] not in over and not look.sentence.row)
    ):
        return False
    return (
        BARE.fullmatch(look.text) is not None
        and answered(look) is None
        and verdict(look.text) is not False
    )


def _place(look: Look, mark: Mark) -> Stated:
    if mark.right:
        return Stated("reading-place", Policy().reading_tolerance_mm, mark.start, mark.end)
    return _wrong(look, mark.start, mark.end)


def _wrong(look: Look, start: int, end: int) -> Stated:
    words = look.sentence.quote(start, end)
    return Stated("reading-place", Said(Words(words, words)), start, end)
