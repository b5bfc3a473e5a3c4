"""The text layer of a PDF: its lines, and where each stands on its page."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

import pypdfium2
from pypdfium2 import raw

from guidance.reading.pieces import is_narrow

_LINE_END = re.compile(r"\r\n|\r|\n")
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})
"""What the library gives for the hyphen of a word that is parted at the end of a line."""

_APART = 1.2
_APART_WITHOUT_SPACE = 0.5
"""How many letters are between two cells at least; less where no space is written between."""


@dataclass(frozen=True)
class Row:
    """A line of the text layer.

    `number` counts from 0 on each page. `source` is the text with a tab where two cells are apart.
    `left`, `up` (its distance from the foot of the page) and the `size` of its letters are in
    points.
    """

    number: int
    text: str
    source: str = ""
    left: float = 0
    up: float = 0
    size: float = 0


def rows(page: pypdfium2.PdfPage) -> list[Row]:
    """The lines of a page, at least one."""
    text = page.get_textpage()
    try:
        return list(_rows(text))
    finally:
        text.close()


def _rows(text: pypdfium2.PdfTextPage) -> Iterator[Row]:
    """The library counts characters in units of UTF-16."""
    whole = text.get_text_range().translate(_HYPHENS)
    start = at = 0
    for number, end in enumerate([*_LINE_END.finditer(whole), None]):
        row = whole[start : end.start() if end else len(whole)]
        yield _placed(text, number, row, at) if row.strip() else Row(number, row)
        if end:
            at += _units(row) + len(end[0])
            start = end.end()


def _placed(text: pypdfium2.PdfTextPage, number: int, row: str, at: int) -> Row:
    first = at + len(row) - len(row.lstrip())
    left, up = _origin(text, first)
    size = _size(text, first)
    source = list(row)
    unit = at
    for index, character in enumerate(row):
        if character == " " and _are_apart(text, row[index - 1 : index + 2], unit, size):
            source[index] = "\t"
        unit += _units(character)
    return Row(number, row, "".join(source), left, up, size)


def _are_apart(text: pypdfium2.PdfTextPage, around: str, unit: int, size: float) -> bool:
    """Whether the characters beside a space are in different cells."""
    if len(around) < 3 or around != around.strip():
        return False
    # Where the library finds a space that nobody wrote, Latin words may be apart.
    found = bool(raw.FPDFText_IsGenerated(text, _index(text, unit)))
    latin = is_narrow(around[0]) and is_narrow(around[2])
    least = _APART_WITHOUT_SPACE if found and not latin else _APART
    return _origin(text, unit + 1)[0] - _right(text, unit - 1) > least * size


def _units(value: str) -> int:
    return len(value) + sum(character > "\uffff" for character in value)


def _index(text: pypdfium2.PdfTextPage, unit: int) -> int:
    """The character of a unit of the text; there may be some that are not in the text."""
    return max(0, int(raw.FPDFText_GetCharIndexFromTextIndex(text, unit)))


def _origin(text: pypdfium2.PdfTextPage, unit: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, _index(text, unit), x, y)
    return x.value, y.value


def _right(text: pypdfium2.PdfTextPage, unit: int) -> float:
    """Where a character ends."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, _index(text, unit), box)
    return float(box.right)


def _size(text: pypdfium2.PdfTextPage, unit: int) -> float:
    index = _index(text, unit)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    return float(raw.FPDFText_GetFontSize(text, index)) * hypot(matrix.c, matrix.d)
