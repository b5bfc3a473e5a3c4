"""Ways in tables and under headings: a cell 可 or 不可, an item under ご利用いただける方."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
from guidance.claims.states import State, States, states_in
from guidance.claims.verdicts import BRACKETS
from guidance.claims.way import COUNTER, KIOSK, Way, judged, resets_password
from guidance.document import Kind
from guidance.look import Look
from guidance.polarity import polarity
from guidance.terms import Term, has

FOR_WHOM = re.compile(
    r"(?:コンビニ|マルチコピー機|この方法|アプリ)[^。]{0,14}(?:でき|使え|利用でき|手続きでき|対象)(?:る|となる|に(?:な|は))?(?P<not>ない)?[^。]{0,6}(?:方|人|とき|場合|条件)"
)
"""コンビニで手続きできる方: a heading over those for whom the way is."""

UNABLE = re.compile(r"でき(?:ない|ません)|使え(?:ない|ません)|対象外|なれない")
WHOM = re.compile(r"対象|(?:使え|利用でき)る(?:方|人)|こんな(?:方|人)|向いて|条件")
"""A row 対象となる方, whose cells name states."""

TO_COUNTER = re.compile(r"窓口へ行く|役所へ行く|窓口での手続き")
NEEDED = re.compile(r"(?:あり|必要(?!な)|○|要)")
YES = re.compile(r"(?:可(?!否)|でき(?:る|ます)|○|◯|あり|使える|有効|ok|問題な|利用可)")
NO = re.compile(r"(?:不可|でき(?:ない|ません)|×|✕|なし|使えない|無効|ng)")
OF_RESET = re.compile(r"再設定|鍵")
AT_KIOSK = re.compile(r"コンビニ|マルチコピー|店")
ABOUT_RESET = re.compile(r"再設定|解除|初期化|リセット|対応|可否|手続き")
PIN_YES = re.compile(r"(?:○|可(?!否)|でき(?:る|ます)|対応)")
PIN_NO = re.compile(r"(?:×|不可|でき(?:ない|ません)|非対応|対象外)")


def for_whom(look: Look) -> Iterator[Stated]:
    """An item under コンビニでの手続きができる方: the heading says what is possible for it."""
    if look.sentence.block.kind is not Kind.ITEM or not look.sentence.heads:
        return
    text = look.text
    found = FOR_WHOM.search(look.sentence.heads[-1])
    if found is None or COUNTER.search(text) or KIOSK.search(text) or polarity(text):
        return
    states = states_in(text)
    if states:
        can = not UNABLE.search(found.group())
        yield from judged(look, Way(Term.KIOSK, can, 0, len(text), states))


def cell(look: Look, states: States) -> Iterator[Stated]:
    """A cell 可 or 不可 whose column or row names the way."""
    column, row = look.sentence.column, look.sentence.row
    text = look.text.strip("。")
    if WHOM.search(row) and KIOSK.search(column) and not COUNTER.search(column):
        own = states_in(text)
        if own:
            yield from judged(look, Way(Term.KIOSK, True, 0, len(look.text), own))
    elif not row or KIOSK.search(text):
        return
    elif not states:
        yield from _of_pin(look, text)
    elif not COUNTER.search(BRACKETS.sub("", text)):
        yield from _of_states(look, text, f"{column}。{row}", states)


def _of_states(look: Look, text: str, over: str, states: States) -> Iterator[Stated]:
    """A cell of a row that names states: 署名用パスワードを忘れた | ×."""
    if TO_COUNTER.search(over):
        if NEEDED.match(text) and states & {State.PASSWORD_KNOWN, State.PIN_KNOWN}:
            yield Stated("kiosk-resets-pin", False, 0, len(look.text))
        return
    text = text.removeprefix("○").removeprefix("×") if len(text) > 1 else text
    yes, no = YES.match(text), NO.match(text)
    if (yes or no) and (KIOSK.search(over) or OF_RESET.search(over)):
        resets = resets_password(over)
        counter = COUNTER.search(look.sentence.column) and not KIOSK.search(look.sentence.column)
        place = Term.COUNTER if counter else Term.KIOSK
        way = Way(place, bool(yes), 0, len(look.text), states, resets_password=resets)
        yield from judged(look, way)


def _of_pin(look: Look, text: str) -> Iterator[Stated]:
    """A cell that says whether the kiosk resets the secret that the row names: 数字4桁 | 可."""
    column, row = look.sentence.column, look.sentence.row
    if not AT_KIOSK.search(column) or not ABOUT_RESET.search(column):
        return
    if not has(row, Term.PIN, Term.AUTHENTICATION_CERTIFICATE) or has(row, Term.OTHER_PIN):
        return
    yes, no = PIN_YES.match(text), PIN_NO.match(text)
    if yes or no:
        yield Stated("kiosk-resets-pin", no is None, 0, len(look.text))
