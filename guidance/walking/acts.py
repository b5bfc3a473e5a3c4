"""What the steps of a guide tell a person to do: press, enter, hold, set, wait for a text."""

import re
from collections.abc import Iterator

from guidance.terms import Term, has
from guidance.walking.labels import QUOTED, quoted, unquoted
from guidance.walking.told import Does, Told
from guidance.walking.typed import entry

REMARK = re.compile(r"\((?![^()]*(?:桁|回|文字))[^()]*\)|\([^()]*(?:じゃな|ではな)[^()]*\)|[※★].*$")
"""What a step remarks besides; it tells no act."""

CUT = re.compile(r"[、。]|(?<=[しりきけみべえせて])(?=「)")
ENTER = re.compile(r"入力|打ち込|打つ|打ち|入れ(?!ます。?$(?<=ケース))|テンキー")
NO_ENTRY = re.compile(r"ケース|カバー|電源|チェック")
"""What else is 入れる: a switch, a tick, a card into its case."""

START = re.compile(r"起動|立ち上げ|たち上げ|開(?:く|き|い)|ひらき|ひらく|立上げ")
INSERT = re.compile(r"セット|置(?:く|き|い|か)|(?:載|乗|の)せ|差し込|挿入|設置")
HOLD = re.compile(
    r"かざ|密着|接触|ピッタリ|当て(?:る|て|ま|、)|カードを[^、。]{0,14}タッチ|重ね|読み取(?:り(?!台|機|部)|ら|る)|読取(?!台|機)|くっつけ|当てる"
)
TRAY = re.compile(
    r"読み?取り?台|読み?取り?部|読み?取り?機|カード(?:置き場|台|リーダー?)|(?:所定|指定|専用)の|読取台|(?<!原稿)(?<!ガラス)(?<!用紙)台に|(?<!原稿)台へ"
)
NOT_TRAY = re.compile(
    r"(?P<where>原稿(?:台|ガラス)?(?:の(?:上|ガラス面))?|ガラス(?:面|の上)?|(?:用紙)?トレイ|(?:店舗の)?レジ|挿入口|スロット|スマホ|スマートフォン|券売機)(?:の上)?(?:に|へ)"
)
"""The glass, the screen of a phone: where the kiosk does not read a card."""

BACK = re.compile(r"背面|裏|うら|後ろ|うしろ|背中")
NOT_BACK = re.compile(
    r"(?P<where>(?:スマ(?:ホ|ートフォン)の|端末の|本体の)?(?:画面(?:の?側|の上|に)?|充電口|端子|カメラ|イヤホンジャック|前面|表(?:側|面)|側面|横|上側|正面|カメラ))(?:側)?(?:に|へ)?[^、。]{0,8}(?:かざ|当て|密着|カード)"
)
"""The screen, the side: where the phone does not read a card."""

NOT_CARD = re.compile(
    r"(?P<what>運転免許証|免許証|健康保険証|保険証|パスポート|キャッシュカード|通知カード|交通系(?:ic)?カード|学生証)[^、。]{0,16}(?:かざ|セット|置|載せ|のせ|読み取)"
)
"""A card that is no My Number Card."""

AT_TRAY = re.compile(r"読み?取り?台")
HELD_TO = re.compile(r"背面|裏|うら|icチップ|端末")


def acts(text: str) -> list[Told]:
    """The acts that a step tells, in order."""
    text = REMARK.sub(lambda found: " " * len(found.group()), text)
    found = [*quoted(text), *unquoted(text)]
    for start, clause in _clauses(text):
        found += _of_clause(text, clause, start)
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


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """The clauses, each with where it begins."""
    cuts = [found.end() for found in CUT.finditer(text)]
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        if start < end:
            yield start, text[start:end]


def _of_clause(text: str, clause: str, offset: int) -> Iterator[Told]:
    """The acts that a clause tells without a quoted name."""
    entered = ENTER.search(clause)
    if entered and not QUOTED.search(clause, 0, entered.start()) and not NO_ENTRY.search(clause):
        told = entry(clause[: entered.start()], offset)
        if told is not None:
            yield told
    yield from _card_act(text, clause, offset)
    start = START.search(clause)
    if start and has(clause, Term.APP) and not QUOTED.search(clause):
        yield Told(Does.START, offset, offset + len(clause))


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
