"""The states of card and secrets that a sentence takes over from what stands around it."""

import re

from guidance.claims.states import (
    BOTH_LOST,
    IS_FORGOTTEN,
    IS_KNOWN,
    NOT_VALID,
    NOTHING,
    State,
    States,
    states_in,
)
from guidance.look import Look
from guidance.normal import normal
from guidance.terms import Term, has, terms

OPEN_ENDED = re.compile(r"(?:方|人|場合|とき|ひと|なら)[:、]?$")
"""A sentence that only names a case, for the next to say what holds: 両方を忘れた場合:."""

TAKES_UP = re.compile(
    r"(?:そう|こう)(?:なると|すると|なれば|なったら|いう(?:とき|場合|人|方))|となると|そんな(?:とき|場合|人|方)|その(?:場合|とき|際|方)|この(?:場合|とき)|そのため|これらの|(?:これ|それ|そう)(?:なら|だと|でしたら|であれば)"
)
"""その場合は…: what the sentence before named holds on."""

TURNS = re.compile(r"更新|窓口|役所|ただし|新し")
"""Words with which a state of the certificate no longer holds."""

ASKING_HEAD = re.compile(r"[?？]|どうな|こと$")
CASE_HEAD = re.compile(r"場合|方|人|とき|たら|ば")
BOTH_CROSSED = re.compile(r"4桁[×✕].*署名用[^、]{0,6}[×✕]")
"""A row that begins 4桁× 署名用×."""

NO_SECRET = re.compile(r"(?:店舗?|場所|使い方|操作|方法|手順|日時|理由|原因)(?:が|は|を)")
"""What else one may not know: 場所が分からない."""

THAT_ONE = re.compile(r"(?:そちら|そっち)(?:のほう)?(?=も|は|が|を|だけ)")
"""The secret of which the guide has just spoken: そちらもロックされた方."""

NAMED = (Term.PASSWORD, Term.BOTH, Term.PIN)


def states_over(look: Look) -> States:
    """The states that hold before the sentence begins: its row, heading, or the one before."""
    if look.sentence.row:
        return _of_row(look)
    taken_up = _of_last(look)
    if taken_up is not None:
        return taken_up
    if look.sentence.heads:
        head = look.sentence.heads[-1]
        if not ASKING_HEAD.search(head) or CASE_HEAD.search(head):
            return states_in(head)
    return NOTHING


def _of_last(look: Look) -> States | None:
    """What the sentence before leaves standing; None when it leaves nothing."""
    last = look.before[-1] if look.before else ""
    found = states_in(last) if last else NOTHING
    if last and TAKES_UP.match(look.text):
        return found
    if found and OPEN_ENDED.search(last):
        return found
    lasting = found & NOT_VALID
    return lasting if lasting and look.goes_on and not TURNS.search(look.text) else None


def _of_row(look: Look) -> States:
    """The states that the cells before this one name, each with the head of its column."""
    block = look.sentence.block
    found = BOTH_LOST if BOTH_CROSSED.search(look.sentence.row) else NOTHING
    for number, cell in enumerate(block.cells):
        if cell is look.sentence.source:
            break
        head = block.columns[number] if number < len(block.columns) else ""
        text = normal(cell.value).value
        found |= (
            states_in(text) or states_in(f"{normal(head).value}が{text}") or unnamed(look, text)
        )
    return found


def unnamed(look: Look, clause: str) -> States:
    """The states of a clause that says 忘れた or 覚えている without saying what."""
    if THAT_ONE.search(clause) and any("署名用" in text for text in look.before[-3:]):
        return states_in("署名用パスワードを" + THAT_ONE.sub("署名用パスワード", clause))
    lost = IS_FORGOTTEN.search(clause) is not None
    if lost is (IS_KNOWN.search(clause) is not None) or NO_SECRET.search(clause):
        return NOTHING
    if has(clause, Term.PIN, Term.PASSWORD, Term.BOTH, Term.OTHER_PIN):
        return NOTHING
    for text in (*reversed(look.before[-3:]), *reversed(look.sentence.heads)):
        named = {found.term for found in terms(text) if found.term in NAMED}
        if Term.BOTH in named and lost:
            return BOTH_LOST
        if Term.PASSWORD in named or Term.BOTH in named:
            return frozenset({State.PASSWORD_LOST if lost else State.PASSWORD_KNOWN})
    return NOTHING


def of_reservation(look: Look, states: States) -> States:
    """The states, with an expiry taken for the reservation's where the guide speaks of it."""
    if State.EXPIRED not in states or "証明書" in look.text + look.sentence.row:
        return states
    told = (look.text, look.sentence.row, *look.sentence.heads[-1:], *look.before[-1:])
    return (states - {State.EXPIRED}) | {State.LATE} if "予約" in "".join(told) else states
