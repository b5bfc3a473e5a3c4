"""What the steps of a guide tell a person to do: press, enter, hold, set, wait for a text."""

import re
from collections.abc import Iterator

from guidance.terms import Term, has
from guidance.walking.labels import QUOTED, quoted, unquoted
from guidance.walking.placing import wrong_place
from guidance.walking.told import Does, Told
from guidance.walking.typed import entry

REMARK = re.compile(r"\((?![^()]*(?:桁|回|文字))[^()]*\)|\([^()]*(?:じゃな|ではな)[^()]*\)|[※★].*$")
"""What a step remarks besides; it tells no act."""

CUT = re.compile(r"(?<!を)、|。|(?<=[しりきけみべえせて])(?=「)")
ENTER = re.compile(r"入力|打ち込|打つ|打ち|打っ[てた]|入れ(?!ます。?$(?<=ケース))|テンキー")
NO_ENTRY = re.compile(r"ケース|カバー|電源|チェック")
"""What else is 入れる: a switch, a tick, a card into its case."""

START = re.compile(r"起動|立ち上げ|たち上げ|開(?:く|き|い)|ひらき|ひらく|立上げ")
INSERT = re.compile(
    r"セット|置(?:く|き|い|か)|(?:載|乗|の)せ|差し込|挿入|挿し|設置|差して|通す|通し"
)
HOLD = re.compile(
    r"かざ|密着|接触|ピッタリ|当て(?:る|て|ま|、)|カードを[^、。]{0,14}タッチ|重ね|読み取(?:り(?!台|機|部)|ら|る)|読取(?!台|機)|くっつけ|当てる"
)
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
        wrong, sure = wrong_place(clause, Does.INSERT)
        yield Told(Does.INSERT, offset + insert.start(), end, wrong=wrong, sure=sure)
    about = has(clause, Term.CARD, Term.PHONE, Term.IDENTITY) or HELD_TO.search(clause)
    if hold and not insert and not AT_TRAY.search(clause) and (about or "カード" in text):
        wrong, sure = wrong_place(clause, Does.HOLD)
        yield Told(Does.HOLD, offset + hold.start(), end, wrong=wrong, sure=sure)
