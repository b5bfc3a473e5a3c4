"""Whose length a figure is: the PIN's, the signing password's, the reservation number's."""

import re
from collections.abc import Iterable

from guidance.figures import Figure
from guidance.look import Look
from guidance.terms import SECRETS, Found, Term, terms

MIXED = re.compile(
    r"英数(?:字)?|英字(?:と|・|、|や)?数字|アルファベットと数字|数字と(?:英字|アルファベット|ローマ字)|ローマ字と数字"
)
"""Letters and digits: 英数字."""

NEAR = 80
"""How far from a length its owner may be named."""
OF_NUMBER = re.compile(r"予約番号[^、。]{0,6}$")
OF_MIXED = re.compile(r"の?英数字")
OF_PIN = re.compile(r"(?:数字|新しい|カードの)$")
LINKED = re.compile(
    r"(?:は|の(?:ほう|方)は|なら|の長さは|の文字数は|とは|\(|:)[、]?(?:[^、。4]{0,12}(?:同じ|じ))?(?:半角)?(?:の)?(?:数字|英数字|英字)?(?:だけで)?(?:の)?$"
)
"""What stands between 署名用パスワード and a length that is said of it."""

NOTHING_ELSE = re.compile(
    r"(?:半角)?(?:数字|英数字|英字)?(?:のみ|だけ)?\(?[0-9]+(?:桁|文字|けた|ケタ)\)?"
)
"""A cell with nothing but a length: 半角数字4桁."""

SAID = re.compile(r"です|で(?:す|ある|あり|、)|だ|の(?:数字|番号|もの)(?!より)|。|$|、|と|\)")
TOPIC = re.compile(r"(?:は|も|では|には|なら|について(?:は)?)[、]?$")
"""What ends a clause that says of what the next one speaks: 署名用パスワードについては、."""

BY_LENGTH = re.compile(r"英数字|(?:数字)?[0-9]+(?:桁|けた|ケタ)")
"""A secret that is named by its length alone: 数字4桁."""

BY_CERTIFICATE = {
    Term.CERTIFICATE: Term.PASSWORD,
    Term.AUTHENTICATION_CERTIFICATE: Term.PIN,
}
NAMES = SECRETS | BY_CERTIFICATE.keys()


def owner(look: Look, figure: Figure) -> Term:
    """Whose length a figure is."""
    before = look.text[max(0, figure.start - 24) : figure.start]
    if OF_NUMBER.search(before):
        return Term.NUMBER
    single, mixed = figure.low == figure.high, MIXED.search(before[-8:]) is not None
    here = _named_here(look, figure)
    if here is Term.OTHER_PIN and not mixed:
        return Term.OTHER_PIN
    if single and figure.low == 4:
        return Term.PASSWORD if _linked(look, figure) else Term.PIN
    if OF_MIXED.match(look.text, figure.end) or (here is not Term.PIN and (mixed or not single)):
        return Term.PASSWORD
    if here is not None:
        return here
    if single and OF_PIN.search(before):
        return Term.PIN
    secret = look.secret_at(figure.start)
    return secret if secret in (Term.PASSWORD, Term.OTHER_PIN) else Term.PIN


def _linked(look: Look, figure: Figure) -> bool:
    """Whether four characters are said of the signing password, of which the 4 digits are none."""
    if look.sentence.row and NOTHING_ELSE.fullmatch(look.text.strip("。")):
        return look.secret_at(0) is Term.PASSWORD
    before = [
        found
        for found in look.terms
        if found.end <= figure.start and found.term in (Term.PASSWORD, Term.CERTIFICATE)
    ]
    if not before or not SAID.match(look.text[figure.end :]):
        return False
    return LINKED.fullmatch(look.text[before[-1].end : figure.start]) is not None


def _named_here(look: Look, figure: Figure) -> Term | None:
    """The secret that the same clause names by its name, not by its length alone."""
    start, end = look.clause_at(figure.start)
    start, end = max(start, figure.start - NEAR), min(end, figure.end + NEAR)
    pieces = [(start, figure.start), (figure.end, end)]
    if TOPIC.search(look.text[:start]):
        pieces.append((0, start))
    for first, last in pieces:
        piece = look.text[first:last]
        named = [
            found
            for found in _names(terms(piece))
            if found.term is not Term.BOTH and not _by_length(piece, found)
        ]
        if named:
            return _meant(named[-1] if last <= figure.start else named[0])
    heads = (look.sentence.column, look.sentence.row)
    over = [_meant(found) for head in heads for found in _names(terms(head))]
    return over[0] if over and over[0] is not Term.BOTH else None


def named_before(look: Look, index: int) -> Term | None:
    """The secret that was named last before a place, by its name."""
    named = [
        found
        for found in _names(look.terms)
        if found.start < index and not _by_length(look.text, found)
    ]
    return _meant(named[-1]) if named else None


def _names(found: Iterable[Found]) -> list[Found]:
    """The words that name a secret, or its certificate."""
    return [each for each in found if each.term in NAMES]


def _by_length(text: str, found: Found) -> bool:
    return BY_LENGTH.fullmatch(text[found.start : found.end]) is not None


def _meant(found: Found) -> Term:
    return BY_CERTIFICATE.get(found.term, found.term)
