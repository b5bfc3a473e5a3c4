"""Where the reservation is made: in the app, not at the kiosk or the counter."""

import re
from collections.abc import Iterator

from fakes.policy import Policy
from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.verdicts import CONTRAST, answered, first_verdict, in_cell, verdict
from guidance.look import Look

APP = re.compile(
    r"アプリ|スマ(?:ホ|ートフォン)|jpki|利用者ソフト|携帯(?:電話|端末)?|手元の端末|自宅|家(?:で|に|から)"
)
"""Where reservations are made."""
WRONG = re.compile(
    r"レジ|マルチコピー機|マルチ端末|コピー機|キオスク(?:端末)?|店員(?:さん)?|店頭|店内|コンビニ(?:エンスストア)?|セブン-?イレブン|イオンリテール|お?店(?:舗)?(?!員)|機械|窓口|(?:市民|住民|区民|町民|戸籍)課|市役所|区役所|役所|役場|(?:市区?町村|自治体|市町村)(?:長|の窓口|窓口|の役所)?|職員|係員|カウンター|対面|電話(?!番号|会社)|コールセンター|ホームページ|ウェブ(?:サイト)?|(?<![a-z])web|公式サイト|サイト|郵送|はがき|ハガキ|封書|申請書|(?:予約|申込)用紙|用紙|書面|パソコン|(?<![a-z])pc(?![a-z])|マイナポータル|atm|郵便局|銀行|メール|fax|ファックス|交番"
)
"""Where they are not."""
REACH = 60
"""How far from a place the word for reserving may stand."""
TAKES = r"(?:と(?:る|り(?!消)|っ|れ)|取(?:る|り(?!消|扱)|っ|れ|得)|し(?:ます|て(?!から|い|お|あ|き)|、|ましょう)|する(?!と|と、|前)|申し込|行[いうえっ]|受け?付|受け取|受ける|受けら|発行|もら|いただ|でき(?!た)|可|入れ(?!る|て|ま)|済ま|手配|お願い|依頼|頼|申請|登録|提出)"
RESERVE = re.compile(
    rf"予約(?:番号)?(?:の(?:手続き|申し?込み?|受付|操作))?(?:を|は|も|が|まで|、)?[^、。]{{0,6}}?{TAKES}"
)
"""A reservation that is made."""
TOPIC = re.compile(
    r"予約の(?:申込書|申請書|用紙|申込用紙)を|(?:予約(?:番号)?|申し?込み)(?:の(?:手続き|申し?込み?|受付|操作|取得|発行|方法|場所|窓口|しかた|とり方))?(?:は|には|をとるには|をするには|するには|を(?:とる|する|取る)(?:場所|の|とき|際)?(?:は|に)|の(?:際|とき)は|も|なら|先は|を|できる(?:場所|の)は|が(?:とれる|できる|取れる)の?は|(?:は|も)、)"
)
VERB = re.compile(
    r"[^。]{0,24}?(?:行[いうえっ]|と[るりっれ]|取[るりっれ]|申し込|受け?付|受付|発行|もら|受け取|受け(?:る|ます|て|、)|提出|選|配|でき|済[むまみ]|可|承|です(?!が)|する|します|して|しましょう|しなけ|だ。?$|。?$)"
)
SERVES = re.compile(
    r"[^、。]{0,14}?(?:での(?!み)|で(?:する|行う|使う|再設定(?!の?予約)|手続き|初期化(?!の?予約)|決め)|にて行う|で使え)[^、。]{0,8}(?:再設定|手続き?|初期化|リセット|使|決め直し|解除)?|の(?:営業|前|予約(?!用紙))|の(?:受け?付|開)|(?:に|へ)(?:行く|向かう|着|出かける)(?:前|まで|と|まえ)|に(?:行|着|到着)(?:って|き|い)(?:たら|てから)?(?!予約)"
)
"""That the place serves for the reset."""
NOT_MADE = re.compile(
    r"予約番号[」を]?(?:を|は|が|も)?[^、。]{0,16}(?:入力|打|入れ|使|伝え|見せ|提示|控え|メモ|忘れ|なくし|間違|違)|予約の(?:とき|時|際|折)(?:に|、|の)|予約(?:し(?:た(?!い)|てから|ておい|ておく|てあ|てい)|済|後|のあと|の後|とは別|が(?:必要|いる|要る)|は(?:不要|必要|いら|要ら)|なし|せず|の(?:期限|有効|延長|変更|取り?消|キャンセル)|制|(?:番号)?を?(?:とろ|取ろ|しよ)うと|(?:を|が)(?:とれ|取れ|でき)たら|時)"
)
VISIT = re.compile(
    r"来庁|来所|来店|来訪|窓口(?:の|へ)?(?:来|ご)?予約|相談の?予約|カードの(?:受け取り|交付)|受け取り(?:日|の日)|交付|休日窓口"
)
"""An appointment at the counter."""
FROM_APP = re.compile(
    r"(?:アプリ|スマ(?:ホ|ートフォン))(?:から|で|を使っ(?:て|た)|による)(?:は|の|も)?(?:、)?(?:再設定の)?予約(?:番号)?(?:は|が|を|の受付は)?[^、。]{0,6}?(?:でき(?:ない|ません|ず)|受け?付けて?(?:い|お)?(?:ない|ません|らず|いない)|と(?:れ|る)(?:ない|ません|ことは)|取れ(?:ない|ません)|不可|承(?:って)?(?:い|お)(?:ない|りま|らず))(?!場合|とき|方|人|時)"
)

OTHER_APP = re.compile(r"(?:e-?tax|マイナポ[^、。]{0,6}|ほか|他|別|銀行|以外)[^、。]{0,8}$")
NEARBY = re.compile(
    r"[^、。]{0,6}と(?:は)?(?:違|異な|別)|(?<=店内)で予約|(?:の[^、。の]{1,8})?の(?:駐車場|前|まえ|外|そば|近く|軒先|入口|入り口)|(?:に|へ|まで)(?:行く|向かう|着く|出かける)(?:その|当|途中|日|前|まえ|まで)|が(?:閉|開|休|混|遠)"
)
"""At the place, but not by it."""


def reserving(look: Look) -> Iterator[Stated]:
    """Where the reservation is made: 予約はスマホのアプリで行います."""
    text = look.text
    if look.sentence.row or look.sentence.column:
        yield from _rowed(look)
    asked = answered(look)
    over = look.near + (asked[0] if asked else "")
    if "予約" not in text and "予約" not in over:
        return
    if VISIT.search(text) and "再設定の予約" not in text:
        return
    unable = FROM_APP.search(text)
    if (
        unable
        and not re.search(
            r"(?:方|人|ひと|場合|とき|機種|端末)(?:は|に|で|、)", text[: unable.start()]
        )
        and not OTHER_APP.search(text[: unable.start()])
        and not re.search(r"nfc|メンテナンス|対応して|機種|ケース|期限|ロック|失効", text)
    ):
        yield _wrong(look, *unable.span())
        return
    found = _elsewhere(look)
    if found is not None:
        yield _wrong(look, *found)
    elif (
        asked
        and asked[1]
        and "予約" in asked[0]
        and WRONG.search(asked[0])
        and not APP.search(asked[0])
    ):
        yield _wrong(look, 0, len(text))
    elif APP.search(text) and RESERVE.search(text):
        yield Stated("where-reserve", Policy().reset_app, 0, len(text))


def _elsewhere(look: Look) -> tuple[int, int] | None:
    """A wrong place at which a sentence says that the reservation is made."""
    text = look.text
    answers = (
        "予約" not in text
        and re.search(r"予約(?:の|する|を|は|先|番号)", look.near) is not None
        and re.search(r"予約.{0,3}後|再設定|手続", look.near) is None
    )
    for found in WRONG.finditer(text):
        start, end = found.span()
        if (
            NEARBY.match(text, end)
            or (
                SERVES.match(text, end)
                and not re.match(
                    r"[^、。]{0,6}で(?:の)?(?:(?:再設定|初期化|リセット)の?)?予約", text[end:]
                )
            )
            or CONTRAST.match(text, end)
        ):
            continue
        if not (
            _before(text, end)
            or _after(text, start, end)
            or (
                answers
                and re.match(
                    r"[^、。]{0,6}(?:で|にて|から|に|へ)[^。]{0,16}(?:申し込|受け?付|とり|とる|でき|もら|行い|行う|頼|お願い|します|ください|電話)",
                    text[end:],
                )
            )
        ):
            continue
        if _denied(text, end):
            continue
        return start, end
    return None


def _before(text: str, end: int) -> bool:
    """A place, and then that one reserves there: 窓口で予約をとる."""
    made = RESERVE.search(text, end, min(len(text), end + REACH))
    if made is None or APP.search(text[end : made.end()]) or NOT_MADE.match(text, made.start()):
        return False
    between = text[end : made.start()]
    if (
        re.search(
            r"[。]|その場で|再設定(?!の)|決め直|入力|完了|行く前|前に|まで(?:に)?、|ので|から、|てから|うえで|ため|が、|けれど|とき|場合|なら|でも、|だけで(?:な|は)",
            between,
        )
        or between.count("、") > 1
    ):
        return False
    if re.search(r"(?:入れる|使う|入力する|打ち込む|必要な|見せる|伝える|打つ)$", between):
        return False
    return (
        re.match(
            r"(?:の[^、。]{1,12})?(?:さん)?(?:で|にて|から|に|へ|まで|を|が|でも|、|か|や|と|し)",
            text[end:],
        )
        is not None
    )


def _after(text: str, start: int, end: int) -> bool:
    """That one reserves, and the place: 予約は窓口で行う."""
    topics = list(TOPIC.finditer(text, max(0, start - REACH), start))
    if not topics or (
        re.search(r"入力|打ち|打つ|使|入れ|伝え|見せ", text[end : end + 14])
        and not re.search(r"用紙|書", text[start:end])
    ):
        return False
    topic = topics[-1]
    between = text[topic.end() : start]
    if (
        APP.search(between)
        or re.search(
            r"[。]|と[りっ]|取[りっ]|ので|から、|てから|たら|あと|後|て、|し、|が、|うえ|済ませ|でも、|その日|当日",
            between,
        )
        or between.count("、") > 1
    ):
        return False
    if re.match(r"予約番号を", topic.group()) and not re.search(
        r"もら|発行|受け取|取得", text[end : end + 20]
    ):
        return False
    return (
        re.match(
            r"(?:の[^、。]{1,14}?)?(?:さん)?(?:で|にて|から|に|へ|まで|を|が|でも|。|$|か|や|と|し(?:て|ま)|です|のみ|だけ)",
            text[end:],
        )
        is not None
        and VERB.match(text, end) is not None
    )


def _denied(text: str, end: int) -> bool:
    limit = min(len(text), end + 2 * REACH)
    app = APP.search(text, end, limit)
    return first_verdict(text[end : app.start() if app else limit]) is False


def _rowed(look: Look) -> Iterator[Stated]:
    """A cell beside 予約する場所, or one that says whether one can reserve in a shop."""
    text, row, column = look.text, look.sentence.row, look.sentence.column
    over = row + "。" + column
    place = re.search(
        r"予約(?:する|の|を(?:とる|する))?(?:場所|方法|手段|先|窓口|しかた|とり方|に使うもの|できる(?:場所|ところ))|^予約。|予約番号の?(?:発行|取得|受け取り|入手)(?:元|先|場所|方法)?|予約の?(?:受付)?(?:場所|窓口|先)",
        over,
    )
    if place and WRONG.search(text) and not APP.search(text) and verdict(text) is not False:
        yield _wrong(look, 0, len(text))
    elif (
        WRONG.search(row)
        and re.search(r"予約", over)
        and "予約番号" not in over
        and not APP.search(over)
        and not VISIT.search(over)
    ):
        if (
            in_cell(text)
            and re.search(
                r"(?:で|での|から|による)(?:の)?(?:再設定の)?予約|^[^。]*。[^。]*予約", over
            )
            and "要" not in text
        ):
            yield _wrong(look, 0, len(text))
    elif (
        WRONG.search(row)
        and re.search(r"できること|機能|役割|すること|操作|用途", column)
        and "予約" in text
        and not APP.search(text + row)
        and "予約番号" not in text
    ):
        yield _wrong(look, 0, len(text))


def _wrong(look: Look, start: int, end: int) -> Stated:
    words = look.sentence.quote(start, end)
    return Stated("where-reserve", Said(Words(words, words)), start, end)
