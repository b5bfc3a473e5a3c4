"""What the steps of a guide tell a person to do: press, enter, hold, set, wait for a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from fakes.policy import Policy
from guidance.normal import normal
from guidance.terms import Term, has, terms


class Does(Enum):
    """The acts of a person at a device."""

    START = "start the app"
    PRESS = "press"
    ENTER = "enter"
    HOLD = "hold the card"
    INSERT = "set the card"
    AWAIT = "wait for"


class Thing(Enum):
    """What can be typed in."""

    NUMBER = "予約番号"
    PASSWORD = "署名用パスワード"
    OLD_PIN = "いまの数字4桁"
    NEW_PIN = "新しい数字4桁"
    PIN = "数字4桁"
    SECRET = "暗証番号"
    OTHER_PIN = "ほかの暗証番号"
    UNKNOWN = "?"


@dataclass(frozen=True)
class Told:
    """One act that a step tells, from `start` up to `end` of its normal form.

    `label` is what is pressed or awaited, or what the thing to enter is called; `wrong` is a place
    or a card that the act cannot be done with, in the guide's words.
    """

    does: Does
    start: int
    end: int
    label: str = ""
    thing: Thing = Thing.UNKNOWN
    wrong: str = ""


QUOTED = re.compile(r"「(?P<label>[^「」]{1,40})」")
PRESS = re.compile(
    r"選(?:ぶ|び|ん|択)|押(?:す|し|さ)|おす|おし|タップ|クリック|タッチ|開(?:く|き|い)|ひら(?:く|き)|進(?:む|み|ん)|すす(?:む|み)|起動|立ち?上|チェック|えら(?:ぶ|び|ん)|決定|指定|触れ|ふれ|呼び出|入る|入り|入って"
)
PRESSES = re.compile(
    rf"^[^「」。]{{0,16}}?(?:{PRESS.pattern})|^(?:の?(?:ボタン|項目|画面|メニュー))?(?:へ|に)?[、。→]*$"
)
NOT_MEANT = re.compile(
    r"^(?:や「[^「」]*」)*(?:など)?(?:ではな|じゃな|では(?:あり|ござい)ません|は選ば|は押さ|を選ばな|を押さな|と並んで|と間違|とは(?:別|違)|のほうではな|など)"
)
ENTERS = re.compile(
    r"^(?:の番号|のパスワード|の暗証番号|欄)?(?:を|の|に|へ|は)?[^「」。]{0,14}?(?:入力|打ち込|打つ|打ち|入れ|テンキー)"
)
APPEARS = re.compile(
    r"^(?:という|との|の|と)?(?:メッセージ|表示|文字|画面|案内|番号)?(?:が|を|と|は)?[^「」。]{0,10}?(?:表示|出(?:す|る|れ|て|た|ま|し)|現れ|メッセージ|得る|確認|見届|確かめ|受け取|発行|なる|なれ)"
)
ENTER = re.compile(r"入力|打ち込|打つ|打ち|入れ(?!ます。?$(?<=ケース))|テンキー")
HOLD = re.compile(
    r"かざ|密着|接触|ピッタリ|当て(?:る|て|ま|、)|カードを[^、。]{0,14}タッチ|重ね|読み取(?:り(?!台|機|部)|ら|る)|読取(?!台|機)|くっつけ|当てる"
)
INSERT = re.compile(r"セット|置(?:く|き|い|か)|(?:載|乗|の)せ|差し込|挿入|設置")
START = re.compile(r"起動|立ち上げ|たち上げ|開(?:く|き|い)|ひらき|ひらく|立上げ")
TRAY = re.compile(
    r"読み?取り?台|読み?取り?部|読み?取り?機|カード(?:置き場|台|リーダー?)|(?:所定|指定|専用)の|読取台|(?<!原稿)(?<!ガラス)(?<!用紙)台に|(?<!原稿)台へ"
)
NOT_TRAY = re.compile(
    r"(?P<where>原稿(?:台|ガラス)?(?:の(?:上|ガラス面))?|ガラス(?:面|の上)?|(?:用紙)?トレイ|(?:店舗の)?レジ|挿入口|スロット|スマホ|スマートフォン|券売機)(?:の上)?(?:に|へ)"
)
BACK = re.compile(r"背面|裏|うら|後ろ|うしろ|背中")
NOT_BACK = re.compile(
    r"(?P<where>(?:スマ(?:ホ|ートフォン)の|端末の|本体の)?(?:画面(?:の?側|の上|に)?|充電口|端子|カメラ|イヤホンジャック|前面|表(?:側|面)|側面|横|上側|正面|カメラ))(?:側)?(?:に|へ)?[^、。]{0,8}(?:かざ|当て|密着|カード)"
)
NOT_CARD = re.compile(
    r"(?P<what>運転免許証|免許証|健康保険証|保険証|パスポート|キャッシュカード|通知カード|交通系(?:ic)?カード|学生証)[^、。]{0,16}(?:かざ|セット|置|載せ|のせ|読み取)"
)
OLD = re.compile(
    r"(?:これまで|今まで|いままで|現在|今|いま|元|もと|以前|前|旧|ロック(?:された|前|した|中)?)の|ロックされた|ロックした|忘れた"
)
NEW = re.compile(r"新し|新たな|新規|設定したい|これから|変更後|決めた|使いたい")
NAMED = re.compile(
    r"(?P<name>マイナンバー|[^「」、。をにへはがとで]{1,14}(?:番号|パスワード|no|id|日|名|コード))(?:」)?(?:を|の)?[^、。]{0,8}$"
)


REMARK = re.compile(r"\((?![^()]*(?:桁|回|文字))[^()]*\)|\([^()]*(?:じゃな|ではな)[^()]*\)|[※★].*$")
"""What a step remarks besides; it tells no act."""


def acts(text: str) -> list[Told]:
    """The acts that a step tells, in order."""
    text = REMARK.sub(lambda found: " " * len(found.group()), text)
    found = [*_quoted(text), *_bare(text)]
    found.sort(key=lambda told: (told.start, told.end))
    return _apart(found)


def _apart(found: list[Told]) -> list[Told]:
    """Without those that another covers."""
    kept: list[Told] = []
    for told in found:
        same = any(
            each.does is told.does and told.start < each.end and each.start < told.end
            for each in kept
        )
        if not same:
            kept.append(told)
    return kept


def _quoted(text: str) -> Iterator[Told]:
    last = 0
    for found in QUOTED.finditer(text):
        label, after = found["label"], text[found.end() :]
        if NOT_MEANT.match(after) or label.isdigit():
            last = found.end()
            continue
        upto = after.split("「")[0]
        follows = "「" in after and not re.search(r"表示|出|入力", upto)
        start, end = found.span()
        if "チェック" in upto:
            yield _pressed(text, start, end, label, upto)
        elif ENTERS.match(upto) and not re.match(r"^[^「」。]{0,4}(?:を|に)?(?:選|押|進)", upto):
            yield _entry(text, last, start, end, label)
        elif APPEARS.match(upto) and not re.match(
            rf"^[^「」。、]{{0,16}}?(?:{PRESS.pattern})", upto
        ):
            yield Told(Does.AWAIT, start, end, label)
        elif PRESSES.match(upto) or follows:
            yield _pressed(text, start, end, label, upto)
        last = end


def _pressed(text: str, start: int, end: int, label: str, upto: str) -> Told:
    starts = re.match(r"^(?:という)?(?:の)?(?:アプリ)?(?:を|の)?(?:起動|立ち上|ひら|開)", upto)
    if starts and (re.search(r"アプリ|ソフト", text) or "jpki" in label):
        return Told(Does.START, start, end, label)
    return Told(Does.PRESS, start, end, label)


def _entry(text: str, last: int, start: int, end: int, label: str) -> Told:
    return Told(Does.ENTER, start, end, label, _thing(label, text[last:]))


def _thing(name: str, around: str) -> Thing:
    """What is meant by a name, in the words around it."""
    if has(name, Term.NUMBER):
        return Thing.NUMBER
    if has(name, Term.OTHER_PIN):
        return Thing.OTHER_PIN
    if has(name, Term.PASSWORD, Term.CERTIFICATE) or "署名用" in name:
        return Thing.PASSWORD
    if OLD.search(name) or (OLD.search(around) and has(name, Term.PIN, Term.SECRET)):
        return Thing.OLD_PIN
    if NEW.search(name) or (NEW.search(around) and has(name, Term.PIN, Term.SECRET, Term.BOTH)):
        return Thing.NEW_PIN
    if has(name, Term.PIN):
        return Thing.OLD_PIN if re.search(r"利用者", name) else Thing.PIN
    if has(name, Term.SECRET) and re.fullmatch(r"(?:暗証番号|パスワード|pin(?:コード)?)", name):
        return Thing.SECRET
    return Thing.UNKNOWN


GENERIC = re.compile(
    r"ボタン|次へ|はい|いいえ|ok|確認|同意|決定|完了|戻る|進む|画面|項目|番号|指示|案内|手続き|メニュー|もの|ほう|方|ところ|言語|アプリ"
)
UNKNOWN = re.compile(
    rf"(?P<label>[^「」、。をにへが ]{{3,24}}?(?<!の))(?:って(?:ところ|いう[^、。]{{0,12}}の)?|という(?:ところ|項目|メニュー))?(?:を|に)(?:{PRESS.pattern})"
)
ALONE = re.compile(
    r"^(?:(?:トップ|トップメニュー|メニュー|画面|最初|初め|次|続いて|さらに|アプリを起動|で|の|から|→|[0-9]|\s)*)$"
)


def _unquoted(text: str) -> Iterator[Told]:
    """Labels that the screens have, named without quotes."""
    free = QUOTED.sub(lambda found: "」" * len(found.group()), text)
    taken: list[tuple[int, int]] = []
    for label in LABELS:
        start = free.find(label)
        if start < 0 or any(first < start + len(label) and start < last for first, last in taken):
            continue
        end = start + len(label)
        after, before = free[end:], free[:start]
        pressed = re.match(rf"[^「」。]{{0,18}}?(?:{PRESS.pattern})", after) and not re.match(
            r"[^「」。、]{0,12}?(?:入力|打|入れ)", after
        )
        alone = not after.strip("。、→ ") and (
            ALONE.match(before) or before.rstrip().endswith(("メニュー", "→", "トップ"))
        )
        shown = re.match(
            r"(?:という|って|と|が)?[^「」。、]{0,8}(?:表示|出(?:る|れ|て|た|ま)|確認)", after
        )
        if label in APPEARING:
            if shown:
                taken.append((start, end))
                yield Told(Does.AWAIT, start, end, label)
        elif pressed or alone:
            taken.append((start, end))
            yield _pressed(free, start, end, label, after)
    if not taken and "」" not in free:
        unknown = UNKNOWN.search(free)
        if (
            unknown
            and not GENERIC.search(unknown["label"])
            and not re.search(r"カード|かざ|入力|セット", free)
        ):
            yield Told(Does.PRESS, *unknown.span("label"), unknown["label"])


def _labels() -> tuple[str, ...]:
    policy = Policy()
    shown = (
        policy.kiosk_reset_menu,
        policy.authentication_label,
        policy.signature_label,
        policy.reset_menu,
        policy.reset_app,
        policy.kiosk_card_menu,
        policy.kiosk_service,
        policy.kiosk_done,
        "予約番号",
    )
    return tuple(normal(each).value for each in shown)


LABELS = _labels()
APPEARING = LABELS[-2:]


def _bare(text: str) -> Iterator[Told]:
    """Acts that are told without a quoted name."""
    yield from _unquoted(text)
    for clause_start, clause in _clauses(text):
        end = clause_start + len(clause)
        entered = ENTER.search(clause)
        if (
            entered
            and not QUOTED.search(clause[: entered.start()])
            and not re.search(r"ケース|カバー|電源|チェック", clause)
        ):
            told = _named_entry(clause[: entered.start()], clause, clause_start)
            if told is not None:
                yield told
        yield from _card_act(text, clause, clause_start)
        start = START.search(clause)
        if start and has(clause, Term.APP) and not QUOTED.search(clause):
            yield Told(Does.START, clause_start, end)


AT_TRAY = re.compile(r"読み?取り?台")
HELD_TO = re.compile(r"背面|裏|うら|icチップ|端末")


def _card_act(text: str, clause: str, offset: int) -> Iterator[Told]:
    """The card is set on the tray, or held to the phone."""
    insert, hold = INSERT.search(clause), HOLD.search(clause)
    end = offset + len(clause)
    if insert and "カード" in clause:
        wrong = _wrong(clause, NOT_TRAY, TRAY)
        yield Told(Does.INSERT, offset + insert.start(), end, wrong=wrong)
    about = has(clause, Term.CARD, Term.PHONE, Term.IDENTITY) or HELD_TO.search(clause)
    if hold and not insert and not AT_TRAY.search(clause) and (about or "カード" in text):
        wrong = _wrong(clause, NOT_BACK, BACK)
        yield Told(Does.HOLD, offset + hold.start(), end, wrong=wrong)


def _wrong(clause: str, elsewhere: re.Pattern[str], right: re.Pattern[str]) -> str:
    """The wrong place, or what is no My Number Card, in the guide's words; else nothing."""
    place, other = elsewhere.search(clause), NOT_CARD.search(clause)
    if place and not right.search(clause):
        return place["where"]
    return other["what"] if other else ""


def _named_entry(before: str, clause: str, offset: int) -> Told | None:
    named = [each for each in terms(before) if each.term in ENTERED]
    if named:
        last = named[-1]
        name = before[named[0].start if named[0].term is Term.PASSWORD else last.start : last.end]
        thing = _thing(name, before)
        unknown = NAMED.search(before)
        if last.term is Term.SECRET and unknown and thing in (Thing.UNKNOWN, Thing.SECRET):
            name, thing = unknown["name"], _thing(unknown["name"], before)
        return Told(Does.ENTER, offset + last.start, offset + len(before), name, thing)
    unknown = NAMED.search(before)
    if unknown:
        return Told(
            Does.ENTER,
            offset + unknown.start("name"),
            offset + len(before),
            unknown["name"],
            _thing(unknown["name"], before),
        )
    return None


ENTERED = (
    Term.NUMBER,
    Term.PASSWORD,
    Term.CERTIFICATE,
    Term.PIN,
    Term.OTHER_PIN,
    Term.SECRET,
    Term.BOTH,
    Term.AUTHENTICATION_CERTIFICATE,
)


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for found in re.finditer(r"[、。]|(?<=[しりきけみべえせて])(?=「)", text):
        yield start, text[start : found.end()]
        start = found.end()
    if text[start:]:
        yield start, text[start:]
