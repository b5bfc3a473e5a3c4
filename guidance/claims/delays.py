"""Waiting: none between the reservation and the kiosk, none until the new PIN works."""

import datetime as dt
import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.parts import denies, question, serves
from guidance.look import Look

NOT = r"(?:ません|ない|なく|なかっ|ず(?!っと))"
COUNT = r"(?:約|およそ|最低|少なくとも|丸)?(?:[0-9]+(?:〜[0-9]+)?|半|数|何|一(?=日))(?:時間|日間|日|週間|か月|ヶ月|営業日|開庁日|分間?|年)(?:半)?"
NEXT = r"(?:翌(?:日|朝|営業日|開庁日|平日|週|月|々日)(?:の?(?:朝|[0-9]+日))?|次の(?:日|朝|平日|休日|土曜|日曜|開庁日|営業日|週|月)|あくる日|明くる日|明日|あした|あす|明朝|あさって|後日|別の日|来[月週]|月曜日?(?=になって|から|まで|の朝|以降)|週明け|休み明け|一晩|ひと晩|前の日|前日)"
PAPER = r"(?:通知|メール|はがき|ハガキ|連絡|承認|審査|登録作業|書類|お知らせ|案内)"

SPARED = re.compile(
    rf"(?:(?:{NEXT}|{COUNT}|日数|時間|間|しばらく|何日|朝|翌朝|日付が変わるの|反映|{PAPER})(?:など)?(?:まで|も|を|が|に|は|の|や承認)*(?:あけ|空け|空く|空い|開く|置|お|待|かか|要|変わ|経た|たた|過ぎ)(?:(?!なけれ|ねば|ないと|なきゃ|まで(?:に|は))[^、。]){{0,10}}?(?:必要(?:は|も)?(?:な|あり|ござい)|こと(?:は|も)?(?:な|あり)|決まりは?(?:な|あり)|{NOT}(?!と|限り|かぎり|うち|けれ)|なし|不要|いりません|要りません))"
    rf"|待(?:つ|た(?:さ?れる)?|ち時間|機)(?:時間|期間)?(?:必要|こと|の)?(?:は|も|が|を)?(?:特に)?(?:必要)?(?:は|も)?(?:な[いくし](?!と|限り|かぎり|け)|あり?ません|ございません|なし|要りません|いりません|不要|かかりません)"
    rf"|(?:待た(?:ず|なく|ない(?:で|うち))|待つまでもな)|(?:間|時間)(?:を|も)?(?:あけ|空け|置か|おか)(?:ず|な(?:い(?:で)?|く))|(?:ラグ|タイムラグ|待ち時間|待機時間|間隔|準備期間)(?:は|も|が)?(?:特に)?(?:な|あり?ません|ございません|不要)|{NEXT}(?:を|まで)?(?:待た|にならなくて|でなくて|ではなく)[^、。]{{0,4}}"
    rf"|^(?:0(?:日|時間|分|秒)|なし|無し|特になし|不要|ない(?:です|。|$)|ありません|ございません|即時?|すぐ|当日)|{COUNT}(?:後)?でも|使えないことはな|(?:はじか|断ら|拒)[^、。]{{0,4}}こと(?:は|も)(?:な|あり)"
)
"""No wait: 翌日まで待たずに, 待つ必要はない."""
HELD = re.compile(
    rf"(?:すぐ|直ぐ|即座|即時|ただち|直ち|その場|その日|当日|直後|その足|すぐさま|同日|今日|まだ)(?:に|で|の番号|から|中に|の)?(?:は|も|には)?(?!かま)(?:[^。、]{{0,16}}?[てで]も、)?[^。、]{{0,24}}?(?:(?<!かまい)(?<!構い)(?<!かまわ)(?<!構わ)(?:ません(?!か)|ない(?!で(?:済|す))|ず(?!に)|なく(?!て))|不可|はじか|できかね|無理|断られ)"
    rf"|その日では?なく|(?:すぐ|即時?|直後)(?:に)?(?:ではな|ではあり|とは(?:いか|いき))|予約(?:を取っ|し)ても、?[^、。過と]{{0,14}}(?:通[らり]|使え|受け付け(?:られ)?|でき|始めら?れ){NOT}|まだ使え{NOT}|(?:その日|当日|しばらく|当分|今日|きょう|それまで|ひとまず|当面)[^。、]{{0,8}}、?(?:古い|前の|以前の|元の|今までの)(?:暗証)?(?:番号|4桁|pin)(?!は|を忘れ)|(?:古い|前の|以前の|元の|今までの)(?:暗証)?(?:番号|4桁|pin)も[^。、]{{0,12}}(?:使え|通)(?!{NOT})|(?:予約(?:の|した|を(?:取った|とった|した|済ませた|入れた))|取った)(?:当日|その日|日)(?:に|は)[^、。]{{0,12}}(?:{NOT}(?!なり|なっ)|不可)"
)
"""Not at once: すぐには使えない."""
NOT_WAITED = r"以内|まで(?!は|待|使え(?:ない|ません)|お待ち)|の?うち|有効|(?:が|を)?(?:過ぎ|超え|経過し)(?:る|た|て(?:い|し))|限り|で?も(?![、っ])|営業|前(?!後)|いっぱい|の予約|は(?:混|休)|おき|ごと"
"""What makes a span or a day something else than a wait: 24時間以内, 翌日でも."""
DELAYED = re.compile(
    rf"{NEXT}(?!{NOT_WAITED})(?:(?:の?[^、。]{{0,6}})?(?:から|以降|に|まで|を過ぎ|になら|になって|になり|の朝|が|より|、|。|です|だ|$|\))|を?待|後|$)"
    rf"|{COUNT}(?:ほど|程度|くらい|以上)?で(?:使(?:え(?!な|ま?せ)|い始)|有効(?!期)|反映|切り?替|お使い|利用でき(?!な|ま?せ))|{COUNT}(?:ほど|程度|くらい|以上)?(?!{NOT_WAITED}|もあれば|で(?:終|済|完了|でき))(?:の)?(?:後(?!でも|も)|たつと|経つと|たって|経って|経過後|経過し|(?:が|を)?過ぎ(?:て(?:から|初|は)|なけ|ない)|してから|待|お待ち|おか|置|おい|空け|あけ|を?要|が?必要|が?かか|は[^、。]{{0,16}}(?:{NOT}|前の番号|以前の)|の(?:待|間を|あいだ|猶予)|、?(?:待|経|たた)|(?:間)?は使用不可|\(その間|以上$|$|です|。|程度$|ほど$|かけて|のうちに反映|先)"
    rf"|前(?:日|の(?:日|晩|夜))まで(?:に|の)[^、。]{{0,4}}(?:予約|取|済ませ)|を待ってから|(?:役所|職員|市区町村|センター|システム)[^、。]{{0,8}}(?:確認|登録|処理|作業|承認)[^、。]{{0,10}}(?:から|まで|後|待)|しばらく(?:し|待|経|たっ|時間|間|の間|は)|(?<![時期])間を[^、。]{{0,2}}(?:置|おい|空け|あけ)(?!ず|な|か)|時間(?:を|が)(?:おい|置い|あけ|空け|かか|必要)|日を(?:改め|あらため|置|おい|あけ|空け)|日(?:が|付が|にち)(?:変わ|改ま)|夜が明け|朝になってから"
    rf"|{PAPER}(?:が|を|に)[^、。]{{0,12}}(?:届|受け取|来|かか|待|必要|済|下り|おり)|反映(?:に|まで|される(?:まで|の))[^。]{{0,14}}(?:かか|待|要|後|日)(?!必要)|反映は?{NEXT}"
)
"""After a while: 翌日から, 3時間後, しばらくして."""
AT_ONCE = re.compile(
    r"すぐ|直ぐ|即(?!した|して)|直ち|ただち|その場|その足|その日のうち|その時|その瞬間|そのとき|その時点|その晩|そのまま|直後|たちまち|同時に|即日|しだい|次第(?!に)|瞬間|続けて|立て続け|ただ今|今日のうち|当日(?:中|から|に|$|の|。)|早速|さっそく|間髪|もう使え|をもって|同じ日|時点(?:から|で)|ときから|だって|ok|前に、同じ"
)
"""At once: すぐ, その場で."""

# Until the new PIN works.

NEW_PIN = re.compile(
    r"(?:番号|4桁)の(?:変更|反映|切り替え)(?:は|が|に)|(?:新し[いく]|新たな|新)(?:4桁|暗証番号|番号|数字|pin|ほう|方|`?pin4)|(?:決めた|決め直した|設定した|設定し直した|変えた|変更した|再設定した|直した)(?:ばかりの)?(?:新しい)?(?:4桁|暗証番号|番号|数字|pin|日|方|人)"
    r"|(?:番号|4桁|pin)を(?:決め直|変え|設定し直|再設定)[^。]{0,20}(?:その番号|ログイン|使え)|再設定(?:が|の)?(?:済|終|完了|手続きが(?:済|終)|し(?:た|て)|後|直後|の(?:後|あと|直後|翌))|手続きが終われば|完了の?画面|完了(?:し|する|と出|直後|後|画面|の表示)|変更後|使い始め|書き?換え(?:た|後|が)|決め直(?:したら|して|せば|した直後|した(?:すぐ)?後|した日)|新しい番号"
)
"""The new PIN, or when it has been set."""
EFFECT = re.compile(
    r"使用(?:可|開始|でき)|使[えいうっわ]|つかえ|お使い|利用|有効|ログイン|効力|反映|通用|通じ|通り|通る|切り替|登録され|効[くき]|生き|住民票|住民票の写し"
)
UNRELATED = re.compile(
    r"予約(?:し|の|直|番号|を|が|から|後)|ロックが|生年月日|証明書の有効|メモ|控え|忘れ(?:ない|ず)|覚え|推測|避け"
)
WAITED = re.compile(
    r"待ち時間|使えるまで|使い始め|いつから|反映|使える(?:時期|とき|日)|効力|有効になる"
)


def effect(look: Look) -> Iterator[Stated]:
    """Whether the new PIN works at once: 即座に有効になる."""
    over = look.sentence.row + look.sentence.column + question(look)
    text = look.text
    new = NEW_PIN.search(text)
    asked = (
        NEW_PIN.search(over)
        or (NEW_PIN.search(look.near) and re.search(r"^(?:反映|切り?替)|反映(?:に|は|待)", text))
        or (NEW_PIN.search(look.near) and WAITED.search(look.near))
    )
    follows = _follows(look)
    if not new and not asked and not follows:
        return
    if UNRELATED.search(text) and not re.search(r"新しい[^、。]{0,8}(?:使え|有効|反映)", text):
        return
    if not follows and not EFFECT.search(text + over + (look.near if asked else "")):
        return
    begin = new.start() if new and re.search(r"再設定|手続き|完了|決め", new.group()) is None else 0
    read = _waits(look, begin)
    if read is not None:
        waits, start, end = read
        _take(look, start, end)
        yield Stated("new-pin-at-once", not waits, start, end)


FIRST_USE = re.compile(
    r"(?:[^、。]{1,10}で(?:は|も)?、?)?(?:(?:それ|その番号|番号|これ)(?:は|が|を)|実際に|ただし、?|ただ、?|なお、?|でも、?|そして、?|もう|すぐ(?:に)?)?(?:お使い|ご利用|使え|使用|使う|利用|有効|反映|切り?替|ログイン|効力|それまで)|[^。]{0,16}(?:古い|前の|元の|以前の|今までの)(?:暗証)?(?:番号|4桁|数字)[^、。]{0,6}(?:まま|使|入力|通)|"
    rf"(?:{NEXT}|{COUNT})[^、。]{{0,12}}(?:使え|お使い|利用|有効|反映|切り?替|ログイン)"
)
"""A sentence without a subject of its own: 使えるのは翌朝からです."""
OTHER_THING = re.compile(
    r"予約|コンビニ|窓口|役所|店|カードを|署名|証明書|スマ|アプリ|機械|生年月日|誕生日|控え|メモ|覚え|忘れ|推測|避け|ロック|生体|指紋|電話|問い合わせ"
)
"""What else may be used, or done."""
DONE = re.compile(
    r"完了|(?:再設定|手続き)(?:の|を終えた)?(?:あと|後)|(?:再設定|手続き|登録|変更)(?:が|を|は)?(?:済|終|でき)|新しい(?:番号|4桁|数字|暗証)"
)
"""The sentence before, or the heading, says that the new PIN has been set."""


def _follows(look: Look) -> bool:
    """Whether a sentence goes on about the new PIN that was set just before."""
    over = " ".join((*look.before[-1:], *look.sentence.heads[-1:]))
    if DONE.search(over) is None or OTHER_THING.search(look.text):
        return False
    return FIRST_USE.match(look.text) is not None or EFFECT.search(look.text) is not None


def _blot(found: re.Match[str]) -> str:
    return "＿" * len(found.group())


HARMLESS = re.compile(
    r"(?:問題|支障|差し支え|さしつかえ|心配|不都合)(?:は|も|が)?(?:ござい|あり)?(?:ません|ない|なく|なし)"
)


def _take(look: Look, start: int, end: int) -> None:
    for figure in look.figures:
        if figure.start < end and start < figure.end:
            look.take(figure.start, figure.end)


WAIT_HEAD = re.compile(r"待ち?時間|待機|待つ|使えるまで|間隔")
"""The head of a row that asks for the wait."""


def _waits(look: Look, begin: int = 0) -> tuple[bool, int, int] | None:
    """Whether a sentence says that one has to wait, and with which part."""
    text = look.text
    rest = SPARED.sub(_blot, text)
    rest = HARMLESS.sub(_blot, rest)
    held = HELD.search(rest, begin)
    late = DELAYED.search(rest, begin) or DELAYED.search(rest)
    if held:
        return True, *held.span()
    if late:
        conceded = re.match(r"[^。、]{0,16}?(?:ても|でも)", rest[late.end() :])
        return not (conceded and serves(rest[late.end() :])), *late.span()
    spared = SPARED.search(text)
    asked_for = (
        None
        if spared or not WAIT_HEAD.search(look.sentence.row)
        else re.match(rf"(?:{NEXT}|{COUNT})", text)
    )
    if asked_for:
        return True, *asked_for.span()
    at_once = spared or AT_ONCE.search(text, begin) or AT_ONCE.search(text)
    if at_once:
        return False, *at_once.span()
    answer = denies(look)
    asked = question(look)
    if answer is not None and (DELAYED.search(asked) or AT_ONCE.search(asked)):
        waits = bool(DELAYED.search(asked)) is not answer
        return waits, 0, len(text)
    if (
        re.search(r"当日|その日|同じ日|直後|すぐ|即", look.sentence.row + look.sentence.column)
        and serves(text) is not None
    ):
        return not serves(text), 0, len(text)
    return None


# Until the reservation serves.

RESERVED = re.compile(
    r"取って(?:から|すぐ|も)|前の?(?:日|晩|夜)までに?[^、。]{0,6}(?:予約|取|済ませ)|予約(?:し(?:た|て|たら)|後|完了|でき(?:た|れ|まし)|を[^、。]{0,4}(?:し|済|終|と|お?取)|の(?:あと|後|直|当?日|翌|手続きが)|直後|の翌日|番号が(?:もらえ|[^、。]{0,4}(?:出|表示|届|発行))|番号[^、。]{0,8}(?:出た|表示され|発行され)|が(?:でき|済|完了|終|有効)|から(?!24時間以内)|は(?:ただちに|すぐ|即)|と来店|済み)|番号(?:さえ)?[がを]?(?:手に入[れっ]|受け取[っり]|出[たてるれ]|もらえ|届い|発行され|表示され|使えるようにな)|予約番号の(?:有効化|登録|反映)|予約の(?:登録|反映|処理|承認|確認|情報)|予約には?[^、。]{0,4}(?:審査|承認|待)|取った(?:直後|その足|ばかり|足|番号|ら)|予約は[^、。]{0,8}有効に|よやくをしたら"
)
"""A reservation has been made: 予約したら."""
GOING = re.compile(
    r"コンビニ|マルチコピー機|店|機械|来店|手続き?|再設定|向か|出か|行[っくきけ]|足で|使[えいうっ]|つかえ|受け付け|有効|はじか|間隔|待"
)
"""What is done next."""
OTHER_WAIT = re.compile(
    r"24時間(?:以内|のうち|まで|を過ぎ|を超え|たつと|で)|期限|失効|ロック(?:が|は)|取り直|新しい(?:番号|暗証番号|4桁)|決め直した|証明書の"
)
ON_GOING = re.compile(
    r"来店|予約の?(?:あと|後)|予約して(?:から|すぐ)|予約と|予約番号について|待ち時間|待ちますか|取ってすぐ|利用開始"
)


GOES_ON = re.compile(
    r"^その|すぐ(?:に)?[^、。]{0,8}(?:向か|行|出かけ|出る|立ち寄|店|コンビニ)|ただちに|直行|翌日以降"
)
"""A sentence after 予約をとったら that goes on: すぐ向かってもかまいません."""


def wait(look: Look) -> Iterator[Stated]:
    """Whether one may go to the kiosk at once: 予約したらすぐに."""
    text, over = look.text, look.sentence.row + question(look)
    reserved = RESERVED.search(text)
    headed = (
        RESERVED.search(over)
        or ON_GOING.search(look.near)
        or (look.before and RESERVED.search(look.before[-1]) and GOES_ON.search(text))
    )
    aside = re.search(rf"(?:準備|登録|{PAPER})[^、。]{{0,12}}(?:まで|待)", text) and re.search(
        r"予約|店|コンビニ|マルチコピー機", text
    )
    if not (reserved or headed or aside) or re.search(
        r"新し[いく]|新たな(?:暗証)?番号|決め直|変更後|再設定(?:後|が(?:済|終|完了))", text
    ):
        return
    if not GOING.search(text + look.near):
        return
    if OTHER_WAIT.search(text) and not re.search(
        r"初めて|はじめて|でも|過ぎてから|すぐ|直後|その足", text
    ):
        return
    if re.search(r"期間|期限|有効", look.near) and not re.search(
        r"待|すぐ|直後|から使|以降|その足", text
    ):
        return
    read = _waits(look, 0)
    if read is None:
        return
    waits, start, end = read
    if not waits and not re.search(
        r"行|向か|使|つかえ|手続|店|再設定|受け|有効|決まり|間|^(?:なし|特に|可|待|即|不要|0)", text
    ):
        return
    if waits and not _binds(look, start, end):
        return
    _take(look, start, end)
    quote = look.sentence.quote(start, end)
    yield Stated(
        "reservation-wait", Said(Words(quote, quote)) if waits else dt.timedelta(0), start, end
    )


OPTIONAL = re.compile(
    r"(?:こともでき|でもよ|でもかま|てもかま|ても構|てもよ|ても大丈夫|たほうが|と(?:よい|いい|安心)|おすすめ|お勧め|つもり|予定|た(?:人|方)|という人)"
)
WENT = re.compile(
    r"(?:寄|行|出かけ|済ませ|終え|着|向か|い)(?:っ|り|い|き)?(?:まし)?た(?:[。、が]|$)"
)
"""What somebody did: 翌朝コンビニへ寄りました."""
ENDS = re.compile(
    rf"(?:{NEXT}|{COUNT})[^、。]{{0,14}}まで(?:に(?!は)|は?(?:使|有効|手続|生|効)|有効|です|だ|が(?:期限|しめ切り)|となり|、?予約)(?!{NOT})(?![^、。]{{0,8}}{NOT})"
)
"""The end of the validity: 翌日の8時までは使える."""
"""What one may do, and need not."""


def _binds(look: Look, start: int, end: int) -> bool:
    """Whether the wait is one that must be: not 翌日に行ってもかまわない, nor the end of the validity."""
    if ENDS.match(look.text, start):
        return False
    return OPTIONAL.search(look.text[end:]) is None and WENT.search(look.text[end:]) is None
