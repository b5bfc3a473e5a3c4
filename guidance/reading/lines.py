"""The lines of a decoded guide, as editors count them."""

import re
from bisect import bisect_right
from collections.abc import Sequence

LINE_END = re.compile(r"\r\n|\n|\r")
"""Other characters that Python ends a line at (form feeds, U+2028) do so in few editors."""

MOST_LINES = 100_000


def lines(text: str) -> list[str]:
    """The lines of a text, without what ends them."""
    return LINE_END.split(text)


def count(text: str) -> int:
    """How many lines a text has; what ends the last is no line more."""
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    return ends + (not text.endswith(("\n", "\r")))


class Places:
    """The lines and columns of a text's offsets, all counted from 1.

    A text that was taken out of a file begins at line `first` of it; `shifts` say how many columns
    stand before each of its lines there.
    """

    def __init__(self, text: str, first: int = 1, shifts: Sequence[int] = ()) -> None:
        self._starts = [0, *(end.end() for end in LINE_END.finditer(text))]
        self._first = first
        self._shifts = shifts

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character."""
        index = bisect_right(self._starts, offset) - 1
        shift = self._shifts[index] if index < len(self._shifts) else 0
        return self._first + index, offset - self._starts[index] + 1 + shift
