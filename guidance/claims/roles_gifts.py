"""Where a number comes from: the reservation number from the app, the new PIN from the holder.

Whatever else hands out a number is wrong: 市区町村から通知された番号, 店のレジで発行します.
"""

import re
from collections.abc import Iterator

from guidance.claims.roles_acts import NEW, refused
from guidance.claims.roles_names import NAME, Who, who
from guidance.look import Look

RESERVED = re.compile(r"予約(?:の)?番号|受付番号|予約no|整理番号")
"""The reservation number."""
GIFT = r"(?:渡さ|渡し|渡す|手渡|配[らりっ布]|届[いくけき]|送ら|送っ|送り|送付|送信|郵送|通知|知らせ|知らさ|教え(?:られ|て(?:も|く|い))|発行|交付|割り(?:当|振)|付与|付け(?:て|ら)|指定さ|支給|もら[うっいえわ]|受け取[るりっれ]|いただいた|伝えら|聞[いき]|案内さ|自動(?:で|的に)(?:決|割|作|生成|設|選|付)|ランダム|抽選|印字|印刷|読み上げ|生成|採番|用意(?:さ|し)|決められ(?:た|て)|決まって(?:い|お))"
"""Words for a number that comes from elsewhere."""
GIVEN = re.compile(rf"{GIFT}")
GIVEN_NEW = re.compile(
    rf"{GIFT}[^、。はがを]{{0,8}}?(?:た|る|いる)、?{NEW.pattern}|{NEW.pattern}(?:は|が|を|も|、|については)(?:、?[^。、を]{{1,16}}(?:と|たら|れば|後に|あとに?)、?)?(?:はがき|[^。をが]){{0,22}}?{GIFT}"
)
"""A new PIN that comes from elsewhere: 店員から渡された新しい番号."""
DERIVED = re.compile(
    rf"{NEW.pattern}(?:は|には|も)[^。を]{{0,16}}?(?:の?(?:下|末尾|頭|上|最初の?|最後の?)[0-9]桁|生年月日|誕生日|電話番号|下4けた)(?:に(?:なり|なる|決ま|変わ|設定され)|が(?:使われ|設定され|入り|割り)|です|と同じ)"
)
"""A new PIN that follows from something: 新しい4桁はマイナンバーの下4桁になります."""
SHOWN = r"(?:表示|出(?:る|ま|て|し|す|せ|さ)|現れ|発行|印字|印刷|届[いくけき]|送ら|送っ|送付|郵送|渡[さしす]|配[らりっ布]|もら[うっいえ]|受け取|いただ|教え|知らせ|知らさ|通知|交付|割り(?:当|振)|付与|手に入|入手|取得|確認でき|見られ|貼|書いて|書かれ|記載|載[っせ]|作[るらり成]|決め|くれ|手渡|与え|用意|読み上げ|伝え(?:ら|て(?:も|く)))"
"""Words for the reservation number that one gets."""
SHOWS = re.compile(SHOWN)
SOURCE = re.compile(
    rf"(?P<name>{NAME})(?:さん|など)?(?P<case>から|より|が|で(?![きすはも])|では|でも(?!ら)|にて|に(?=表示|出|印|書|記|載|貼|届)|を通じて|経由で)"
)
"""A name with the particle of where something comes from."""
OF_APP = re.compile(
    r"アプリ|スマ(?:ホ|ートフォン)|携帯|jpki|ソフト|画面|(?:自分|本人|自身|持ち主|皆さん|あなた)|手元|自宅|家$|端末$|自動|オンライン|ネット|予約|完了|番号|パスワード|暗証|4桁|桁|時間|当日|カード|鍵|nfc|最後|直後|(?:その)?場$|その|状態|方$|人$|事前|無料|単独|回$|後$|これ$|際$|時$|前$|うえ$|表示$|手順|内容|電子証明書|証明書|順$|形$|英数字"
)
"""Where the reservation number rightly comes from, and what is no source at all."""
MEANS = re.compile(
    r"(?:郵便(?!局)|はがき|ハガキ|メール|sms|ショートメッセージ|電話|封書|封筒|書面|書留|郵送|fax|ファクス|ファックス|line|手紙|レシート|伝票|シール|宅配|回覧|掲示板|広報|放送)$"
)
"""Means by which no number comes."""
CLEFT = re.compile(
    rf"{SHOWN}[^、。はが]{{0,8}}(?:のは|人は|方は|ところは|場所は|相手は|側は|元は|先は)、?(?P<filler>[^、。]{{1,24}}?)(?=です|だ|で(?:は|、|あ)|じゃ|なので|。|$|だけ|のみ|、)"
)
"""What it is that gives it: 予約番号を出すのは店のレジです."""
GENERIC = re.compile(r"後|とき|時(?!計)|回|桁|場合|まえ|前|直後|あと|番号|ここ|こちら|すぐ|[0-9]")
"""When or how often, not who."""


def wrong_gifts(look: Look, text: str, begin: int = 0, over: str = "") -> Iterator[tuple[int, int]]:
    """The parts in which a number comes from where none comes from; `over` is the question."""
    for found in (*GIVEN_NEW.finditer(text, begin), *DERIVED.finditer(text, begin)):
        if not refused(text, found.end()):
            yield found.span()
    if RESERVED.search(text, begin) or (RESERVED.search(over) and not NEW.search(text)):
        yield from _reserved(look, text, begin, bool(RESERVED.search(text, begin)))
    elif NEW.search(over):
        gift = GIVEN.search(text, begin)
        if gift is not None and not refused(text, gift.end()):
            yield gift.span()


def _reserved(look: Look, text: str, begin: int, named: bool) -> Iterator[tuple[int, int]]:
    """Where the reservation number is got from anything but the app."""
    for found in CLEFT.finditer(text, begin):
        filler = found["filler"]
        wrong = not OF_APP.search(filler) and not GENERIC.search(filler)
        if wrong and re.search(NAME, filler) and not refused(text, found.end("filler")):
            yield found.span("filler")
    for found in SOURCE.finditer(text, begin):
        name, case = found["name"].lstrip("0123456789"), found["case"]
        if OF_APP.search(name) and not _others_screen(name):
            continue
        if not _a_source(name, case):
            continue
        act = SHOWS.search(text, found.end(), min(len(text), found.end() + 26))
        if act is None or re.search(
            r"[。]|(?:ので|から|たら|れば|と|て|(?:とき|場合|際)(?:に|は|も|には|にも)?|あと|後|ため)、|アプリ|スマ",
            text[found.end() : act.start()],
        ):
            continue
        if named and not _of_number(text, found.start(), act):
            continue
        if not refused(text, act.end()):
            yield found.start(), act.end()


def _a_source(name: str, case: str) -> bool:
    """Whether a name with its particle can be where a number comes from."""
    kind = who(name)
    if MEANS.search(name):
        return True
    if kind in (Who.HOLDER, Who.MEMBER):
        return False
    if case in ("から", "より"):
        return kind is not Who.THING
    return kind in (Who.OTHER, Who.OFFICE, Who.KIOSK, Who.MUNICIPAL, Who.MACHINE)


def _others_screen(name: str) -> bool:
    """Whether it is the screen of another device: コピー機の画面."""
    return name.endswith("画面") and who(name.rpartition("の")[0]) in (
        Who.KIOSK,
        Who.MACHINE,
        Who.OTHER,
        Who.OFFICE,
    )


def _of_number(text: str, start: int, act: re.Match[str]) -> bool:
    """Whether it is the reservation number that is got: before the source, between, or after."""
    between = text[start : act.start()]
    if RESERVED.search(between):
        return re.search(r"予約(?:の)?番号[」)]?(?:を|が|は|も)", between) is not None
    if re.search(r"(?<!暗証)(?<!しい)番号を", between):
        return True
    if "を" in between or re.search(r"(?:カード|書類|案内|暗証番号|証明書)が", between):
        return False
    before = re.search(
        r"予約(?:の)?番号[」)]?(?:は|が|を|も|、|とは|って|というのは)[^。]{0,14}$", text[:start]
    )
    after = re.match(
        r"[^、。はがを]{0,8}?(?:た|る|いる)、?[^、。がはを]{0,6}予約(?:の)?番号",
        text[act.end() - 1 :],
    )
    return before is not None or after is not None
