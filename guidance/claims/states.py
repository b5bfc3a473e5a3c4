"""What a text says of somebody's card, secrets and reservation: 署名用パスワードを忘れた場合."""

import re
from enum import Enum
from functools import lru_cache

from guidance.terms import Term, has


class State(Enum):
    """What a guide says of somebody's card, secrets or reservation."""

    PIN_LOST = "the PIN is forgotten or locked"
    PIN_KNOWN = "the PIN is known"
    PASSWORD_LOST = "the signing password is forgotten or locked"
    PASSWORD_KNOWN = "the signing password is known"
    EXPIRED = "the digital-signature certificate has expired"
    MOVED = "moved without renewal"
    LATE = "the reservation has lapsed"
    VALID = "the certificate is good: renewed, or within its time"


States = frozenset[State]
NOTHING: States = frozenset()
BOTH_LOST: States = frozenset({State.PIN_LOST, State.PASSWORD_LOST})
NOT_VALID: States = frozenset({State.EXPIRED, State.MOVED})
"""The states in which the certificate does not serve."""

NOT = r"(?:ない|ず|ません|なく|ん(?=人|方|とき|場合|の)|なけ|らっしゃらない|かね)"
FORGOTTEN = (
    rf"(?:把握|記憶|控え|覚え)(?:は|が|も)?(?:一切|全く|まったく)?(?:なし|無し|な[いく]|ありません)|未把握|把握(?:して|でき)(?:い)?(?:な[いく]|ません|ず)|忘れ|わすれ|思い出せ{NOT}|分から{NOT}|わから{NOT}|覚えて(?:い(?:らっしゃら)?|お(?:ら|り)?)?(?:ない|ません|ず)|おぼえて(?:い)?(?:ない|ません)"
    r"|お分かりで(?:は)?な|お分かりにならな|ご?記憶で(?:は)?な|記憶して(?:い)?(?:ない|ません)|不明|失念|知らな|ご存じで(?:は)?な|止まっ(?:た|て(?!も?(?:い)?(?:な|おら|ません)))|あいまい|記憶に(?:な|ござ)|あやふや|うろ覚え|[ど度]忘れ|忘却|自信がな|出てこ(?:な|ず)|浮かばな|抜け落ち|思い当たら|止め(?:て(?:しま|い)|た|ちゃ)|使えなくな(?:った|って)|定かで(?:は)?な|見当がつかな|言えない|お手上げ|(?<=[もド桁号])(?<!予約番号)(?:が|は|も)?使え(?:ない|ません)(?=人|方|かた|場合|とき|なら|ので)"
)
LOST = rf"{FORGOTTEN}|ロック(?!の仕組み|まで|する(?:まで|連続))"
"""What is said of a secret that one cannot use."""

KNOWN = (
    r"覚えて(?:い(?!ない|ません|らっしゃらない)|お(?!らず|りません|らない)|る|さえ|ます)|おぼえて(?:い(?!ない|ません)|る)|分か(?:る|って|れば|り(?!ません))|わか(?:る|って|れば|り(?!ません))"
    r"|記憶(?:して|が(?:あ|確)|あり|の方|にあ|済)|控えあり|ご記憶|思い出せ(?:る|れば|ます)|手元に|生きて|憶えて|把握(?!な|無|は|が|も|して(?:い)?(?:な|ま?せ)|でき)|控えてい|知って(?:い(?!ない|ません)|お)|ご存じ(?!で(?:は)?な)|覚えが|お分かり|既知|言え(?:る|ます|て)|入力でき(?:る(?!よう|の)|て)|頭に(?:入|あ)|控えがあ|(?<=[号ド桁用うの])(?:が|は|も)(?:今も|まだ|ちゃんと|きちんと|問題なく|普通に|そのまま)?(?:使え(?:る(?!よう|の|か(?!た))|て)|お使い(?:に|いただ)(?:なれ|け)(?:る|ます)|無事)"
)
"""What is said of one that one can."""

EXPIRED = r"(?:有効)?期(?:限|間)(?:が|の|を|は)?(?:すでに|もう)?(?:切|過ぎ|すぎ|満了|終|来(?:て(?:しま|い)|た))|期限切れ|失効期限|満了(?:した|して|後)"
MOVED = r"(?:家|住まい|住所|居)(?:を|が)(?:移|変)|住み替え|引っ?越|転居|転入|転出|住所(?:が|を|の)?(?:変|異動|移)|住民票を移|改姓|氏名"
UNRENEWED = r"(?:更新|新しく)(?:の手続き)?(?:を|が|は|手続き?を?)?(?:も)?(?:して(?:い)?(?:ない|なけ|ません)|せず|しな|忘れ|まだ|済んで(?:い)?(?:ない|ません)|お済みでない|が済(?!み|んだ|ん?で(?:い)?る)|終え(?:て(?:い)?(?:ない|ません)|ず)|完了して(?:い)?(?:ない|ません)|未了|なし(?:[。、)]|$)|怠|未|なさっていない|をなさら|がお済みで|がまだ|できていない|はまだ|し忘れ|していな)|(?:作り|取り|取得し|発行し|申請し)直し?(?:て(?:い)?(?:ない|なけ|ません|なか)|ていな|そびれ|忘れ)|そのまま(?:の(?:方|人|状態|場合)|に(?:して|なって))|放置|手つかず|未更新|まだ更新"
LATE = r"(?:期限|時間|しめ切り|締切)(?:が|を)?(?:過ぎ|すぎ|切れ|超え|経)|期限切れ|間に合わな|失効した(?:予約|番号|ら|場合|とき)"
ENDS_STATE = r"(?:人|方|かた|ひと|場合|ケース|とき|時|際|なら|ば|と|たら|ても|でも|ため|ので|から|て|まま|うえ|状態|ずに|ず|ますが|いますが|たが|るが)(?:に)?(?:は|も|の|で|、|,|:|でも)*"

IS_LOST, IS_FORGOTTEN, IS_KNOWN = re.compile(LOST), re.compile(FORGOTTEN), re.compile(KNOWN)
IS_EXPIRED, IS_MOVED = re.compile(EXPIRED), re.compile(MOVED)
IS_UNRENEWED, IS_LATE = re.compile(UNRENEWED), re.compile(LATE)

BEFORE_LOCK = re.compile(r"ロック(?:の仕組み|する(?:まで|連続))|ロックまで|ロックのあと")
"""A lock that is named, not had: ロックまでの回数."""

UNHURT = re.compile(
    r"ロック(?:は|が|も)?(?:なし|無し)|ロック(?:されて)?(?:い)?な(?:い|ければ)|未ロック|忘れて(?:い)?な(?:い|ければ)|ロックされておらず"
)
"""ロックされていない: neither locked nor forgotten."""

EACH = re.compile(r"どちら(?:の[^、。]{0,6})?も|両方|双方|いずれも|二つとも")
TOO = re.compile(rf"(?:署名用|パスワード)[^、。]{{0,14}}(?:も|まで)(?:{LOST})")
"""署名用パスワードまで忘れた: the other one is lost already."""

ONE_AND_OTHER = re.compile(r"も[^、。]{0,24}も|と[^、。]{0,20}(?:の)?両方")
"""4桁も署名用も."""

PASSWORD_ALONE = re.compile(
    r"(?:だけ|のみ)(?:を|が|の)?[^、。]{0,4}(?:忘|わす|失念|不明|分から|思い出|ロック)|忘れた(?:だけ|のが署名)|忘れ(?:に)?(?:なった|た)のが[^、。]{0,16}(?:だけ|のみ)"
)
PIN_ALONE = re.compile(
    r"(?:4桁|番号)(?:の[^、。]{0,6})?(?:だけ|のみ)(?:が|を|の|、|忘|ロック|です|。|$)"
)
"""4桁だけを忘れた: the other one is known."""

KNOWN_PIN = re.compile(rf"(?:{KNOWN})[^、。]{{0,4}}(?:4桁|利用者(?:証明|用))")
"""覚えている4桁."""

PIN_IS_KNOWN = re.compile(rf"(?:4桁|利用者(?:証明|用))[^、。]{{0,14}}(?:{KNOWN})")
PASSWORD_IS_LOST = re.compile(rf"(?:署名用|パスワード)[^、。]{{0,14}}(?:{LOST})")
FORGOT_PASSWORD = re.compile(
    rf"(?:署名用|英数字)(?:の|電子証明書|パスワード|暗証番号|ほう)*(?:を|が|は|も|まで)(?:{LOST})"
)
FORGOT_PIN = re.compile(rf"(?:4桁|利用者(?:証明|用))[^、。]{{0,14}}(?:{LOST})")
PASSWORD_IS_KNOWN = re.compile(rf"(?:署名用|パスワード|英数字)[^、。]{{0,18}}(?:{KNOWN})")

NOT_EXPIRED = re.compile(
    r"期(?:限|間)(?:が|は|も|の)?(?:まだ|もう)?(?:切れ|過ぎ|来)て(?:も)?(?:い)?(?:ない|ません|なけれ|なく)|期(?:限|間)(?:内|が(?:まだ)?(?:残|先|ある)|に余裕)"
)
"""証明書の期限が来ていない."""

VALID = re.compile(
    rf"{NOT_EXPIRED.pattern}|(?:証明書|署名用)を[^、。]{{0,6}}(?:作り|取り|取得し|発行し)直(?:した(?!い|ら|後|あと)|して(?:ある|い(?:る|れば|ます)))"
    r"|(?:証明書|署名用)(?:の|を)(?:再)?(?:発行|取得)(?:を|も)?(?:お願いした|済ませた|受けた|してもらった|した)(?=方|人|かた|場合)"
    r"|更新(?:の?手続き)?(?:を|も|が)?(?:すでに|もう|ちゃんと)?(?:済(?:ませ(?!る|れ|な|ず|ま|て(?:い)?な)|ん(?!で(?:い)?(?:な|お?ら))|み)|し(?:た(?!い|ら)|てあ|ており|ている)|終え(?!て(?:い)?な)|なさった)(?!後|あと|ら|うえ|上で)"
    r"|(?:証明書|署名用)(?:が|は|も)(?:まだ|今も)?有効(?:期(?:限|間)内)?(?:な(?!い|く)|で(?!は|も|な)|である)|(?:有効な|期限内の)(?:署名用|電子証明書|証明書)(?![^、。]{0,14}(?:な(?:い|く|か)|ません|お持ちで))"
)
"""更新を済ませた方, 有効な署名用電子証明書."""

EXCEPTED = re.compile(
    r"\((?:不明|忘れ|失念|分から|わから|ロック)[^()]{0,20}(?:とき|場合|なら|方|人)[^()]{0,24}(?:不可|×|ない|ません|ず|窓口|役所)\)|\([^()]{0,80}(?:除|いずれ(?:に)?も[^()]{0,8}(?:ない|なし|ません)|以外)[^()]{0,20}\)|[^、。()]{2,40}(?:方|人|場合|とき|もの|かた)(?:を|は)除(?:き|く|い)(?:て)?(?=、|(?:方|人|かた))"
)
"""Those of whom a text says that it does not speak of them: (期限切れの方を除きます)."""

OF_RESERVATION = re.compile(r"予約|番号|24時間|利用者(?:証明|用)")
"""Words that show that an expiry is not the certificate's."""

VOID = re.compile(r"失効(?:して(?:い|お)(?:る|ます|れば|て|り)|した)")
NUMBERED = re.compile(r"予約|番号")
IN_TIME = re.compile(r"予約|番号|24時間|期限を(?:過|す)ぎ|しめ切り")
"""Words that show that what has passed is the time of a reservation."""


LONG_ONE = re.compile(r"長い(?:ほう|方)(?:の(?:番号|暗証番号|パスワード))?")
SHORT_ONE = re.compile(
    r"短い(?:ほう|方)(?:の(?:番号|暗証番号|パスワード))?|(?<![a-z])pin(?![a-z0-9])"
)
"""The secrets by their lengths: 長いほうは覚えている; PIN is the short one."""
MENTION = re.compile(
    r"(?P<PIN>4桁|利用者(?:証明用?|用))|(?P<PASSWORD>署名用?(?:電子証明書)?(?:の)?(?:パスワード|暗証番号)?|英数字)"
    rf"|(?P<KNOWN>(?:ロック|忘れ|止ま)(?:され|っ)?て(?:は)?(?:い|お)?(?:らっしゃら)?(?:ない|なく|なけれ|りません|ません|らず)|{KNOWN}|無事|健在|平気|問題な|お使い(?:に|いただ)(?:なれ|なる|け)|生き)"
    rf"|(?P<LOST>{LOST}|使え(?:ない|ず|ません)|なくし|抜け|消え)"
)
"""A secret is named, or something is said of those that were: PINは忘れたが、署名用は使える."""
PLAIN_PASSWORD = re.compile(r"(?<![用の字])パスワード")
PLAIN_PIN = re.compile(r"(?<![用の字])暗証番号(?!\()")
"""Beside the other one, a bare word means this one: 4桁もパスワードも."""


@lru_cache(maxsize=8192)
def states_in(text: str) -> States:
    """The states that a piece of text names, but not those that it excepts."""
    text = full_names(EXCEPTED.sub("", text))
    return _of_secrets(text) | _of_certificate(text) | _of_reservation(text)


def full_names(text: str) -> str:
    """A text with its short names of the two secrets written out: PINも長いほうも忘れた."""
    text = SHORT_ONE.sub("4桁", LONG_ONE.sub("署名用パスワード", text))
    if "4桁" in text or "利用者証明" in text:
        return PLAIN_PASSWORD.sub("署名用パスワード", text)
    return PLAIN_PIN.sub("4桁", text) if "署名用" in text else text


def _of_secrets(text: str) -> States:
    """Which secret is lost, and which is known."""
    each = _each_secret(text)
    if each:
        return each
    password = has(text, Term.PASSWORD) or "署名用" in text
    pin = has(text, Term.PIN) or "4桁" in text
    known = IS_KNOWN.search(text) is not None
    if not _lost(text):
        return _known_one(text, password, pin) if known else NOTHING
    if has(text, Term.BOTH) or EACH.search(text) or TOO.search(text):
        return BOTH_LOST
    if password and pin and not known and ONE_AND_OTHER.search(text):
        return BOTH_LOST
    return _mixed(text) if password and known else _lost_one(text, password, pin)


def _each_secret(text: str) -> States:
    """What is said of each of the two secrets, where both are named: 署名用は無事で、4桁だけが止まった方."""
    told: dict[str, str] = {}
    subjects: set[str] = set()
    for found in MENTION.finditer(text):
        kind = found.lastgroup or ""
        if kind in ("PIN", "PASSWORD"):
            subjects.add(kind)
        elif subjects:
            told.update(dict.fromkeys(subjects, kind))
            subjects = set()
        elif kind not in told.values():
            return NOTHING
    if subjects or len(told) < 2:
        return NOTHING
    return frozenset(State[f"{secret}_{kind}"] for secret, kind in told.items())


def _lost(text: str) -> bool:
    """Whether a secret is forgotten or locked; ロックまで3回 locks none."""
    if UNHURT.search(text):
        return False
    lost = IS_FORGOTTEN if BEFORE_LOCK.search(text) else IS_LOST
    return lost.search(text) is not None


def _known_one(text: str, password: bool, pin: bool) -> States:
    """The secret that is known, where none is lost."""
    if password and not (pin and KNOWN_PIN.search(text)):
        return frozenset({State.PASSWORD_KNOWN})
    return frozenset({State.PIN_KNOWN}) if pin else NOTHING


def _lost_one(text: str, password: bool, pin: bool) -> States:
    """The one secret that is lost; the other is known where this one alone is: 4桁だけを忘れた."""
    if password and pin and FORGOT_PASSWORD.search(text) and not FORGOT_PIN.search(text):
        return frozenset({State.PASSWORD_LOST})
    if password is pin:
        return NOTHING
    if password:
        lost, other, alone = State.PASSWORD_LOST, State.PIN_KNOWN, PASSWORD_ALONE
    else:
        lost, other, alone = State.PIN_LOST, State.PASSWORD_KNOWN, PIN_ALONE
    return frozenset({lost, other} if alone.search(text) else {lost})


def _mixed(text: str) -> States:
    """One secret known, the other lost, and which is which: 4桁は分かるが署名用を忘れた."""
    if PIN_IS_KNOWN.search(text) and PASSWORD_IS_LOST.search(text):
        return frozenset({State.PIN_KNOWN, State.PASSWORD_LOST})
    if PASSWORD_IS_KNOWN.search(text):
        return frozenset({State.PIN_LOST, State.PASSWORD_KNOWN})
    return NOTHING


def _of_certificate(text: str) -> States:
    """Whether the certificate has expired, or is void after a move."""
    expired = (
        IS_EXPIRED.search(NOT_EXPIRED.sub("", text))
        and ("証明書" in text or not OF_RESERVATION.search(text))
        and "利用者証明" not in text
    )
    moved = (IS_MOVED.search(text) and IS_UNRENEWED.search(text)) or (
        VOID.search(text) and not NUMBERED.search(text)
    )
    void = frozenset(
        state for state, holds in ((State.EXPIRED, expired), (State.MOVED, moved)) if holds
    )
    return void or frozenset({State.VALID} if VALID.search(text) else ())


def _of_reservation(text: str) -> States:
    """Whether the time of the reservation is over: 24時間を過ぎた場合."""
    late = IS_LATE.search(text) and IN_TIME.search(text) and "証明書" not in text
    return frozenset({State.LATE}) if late else NOTHING
