"""Of what characters the secrets are: 数字だけ, 英数字, 記号も使えます."""

import re
from collections.abc import Iterator

from fakes.alphabets import Alphabet
from guidance.claims.base import Stated, said
from guidance.claims.whose_length import MIXED, named_before
from guidance.figures import Figure
from guidance.look import Look
from guidance.terms import Term

ONLY_DIGITS = re.compile(r"(?<!英)数字(?!と(?:英|アル|ロ))|算用数字")
ONLY_LETTERS = re.compile(r"英字(?!と|・|、|や|数)|アルファベット(?!と)|英字のみ|英字だけ")
KINDS = (
    (MIXED, Alphabet.ALPHANUMERIC),
    (ONLY_DIGITS, Alphabet.DIGITS),
    (ONLY_LETTERS, Alphabet.LETTERS),
)
SYMBOLS = re.compile(
    r"記号(?:も|を|が|や)(?!使え(?:ない|ません|ず)|含め(?:ない|ません))[^。]{0,16}(?:使え(?:る|ます)|入れ|含め|必要|混ぜ|組み合わせ|なければ)"
)
"""記号も使えます."""

MADE_OF = re.compile(r"(?:だけ|のみ)(?:で(?:作|でき|決|構成|す|ある)|の(?:もの|組)|を使|。|$|\()")
"""数字だけで作る."""

OF_CHARACTERS = re.compile(r"文字|種類|使える|使う|形式")
"""The head of a row or a column of characters: 使える文字."""


def before_length(look: Look, figure: Figure, claim: str) -> Iterator[Stated]:
    """The characters that stand directly before a length: 英数字6〜16桁."""
    start = max(0, figure.start - 12)
    before = look.text[start : figure.start]
    for pattern, alphabet in KINDS:
        near = [found for found in pattern.finditer(before) if len(before) - found.end() <= 4]
        if near:
            yield Stated(claim, alphabet, start + near[-1].start(), figure.end)
            return


def characters(look: Look) -> Iterator[Stated]:
    """Characters that a sentence or a cell names without a length."""
    secret = look.secret_at(len(look.text) - 1 if look.text else 0)
    symbols = SYMBOLS.search(look.text)
    if symbols and look.has(Term.PIN, Term.PASSWORD, Term.SECRET):
        yield said(look, _claim(secret), *symbols.span())
    made = MADE_OF.search(look.text)
    told = made and look.has(Term.PIN, Term.PASSWORD)
    if not told and not _in_cell(look):
        return
    if made:
        secret = named_before(look, made.start()) or secret
    if secret not in (Term.OTHER_PIN, Term.BOTH):
        yield from _kind(look, made.end() if made else len(look.text), _claim(secret))


def _in_cell(look: Look) -> bool:
    """Whether the sentence is a cell of a row or a column of characters."""
    over = look.sentence.row + look.sentence.column
    return bool(look.sentence.row) and OF_CHARACTERS.search(over) is not None


def _kind(look: Look, end: int, claim: str) -> Iterator[Stated]:
    """The kind of characters that the text names up to `end`."""
    for pattern, alphabet in KINDS:
        found = pattern.search(look.text[:end])
        if found:
            yield Stated(claim, alphabet, *found.span())
            return


def _claim(secret: Term) -> str:
    password = secret is Term.PASSWORD
    return "signature-password-alphabet" if password else "authentication-pin-alphabet"
