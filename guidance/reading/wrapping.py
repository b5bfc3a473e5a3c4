"""Which lines go on with the sentence of the line before: texts are often wrapped by hand."""

import re
from collections.abc import Container, Sequence

from guidance.reading.layout import End, Line

_ENDS = tuple("。！？!?」』】：:.")
_OPENING = "「『（(【"
_CLOSING = "」』）)】"

_PARTICLE = re.compile(r"(?:[をがへ]|(?<![とで])は)$")
"""What no title and no item ends with, unlike 「はじめに」 or 「…とは」."""

_NARROWEST = 28
"""In columns: no text is wrapped to fewer, so shorter lines are short because they end."""

_RAGGED = 0.85
"""How wide a wrapped line is at least, of the widest; no word of Japanese is parted."""


def continued(lines: Sequence[Line], starting: Container[int], closed: Container[int]) -> set[int]:
    """The indices of the lines that go on where the line before ended.

    A line of `starting` never does, and nothing goes on after a line of `closed`.
    """
    found: set[int] = set()
    start = 0
    for stop in range(1, len(lines) + 1):
        if stop < len(lines) and not lines[stop].gap:
            continue
        widest = max(line.width for line in lines[start:stop])
        for index in range(start + 1, stop):
            if index in starting or index - 1 in closed:
                continue
            if _goes_on(lines[index - 1], widest):
                found.add(index)
        start = stop
    return found


def _goes_on(left: Line, widest: int) -> bool:
    value = left.text.value
    if ends_sentence(value):
        return False
    if left.end is End.SOFT or is_unfinished(value):
        return True
    return left.end is End.OPEN and left.width >= max(_NARROWEST, _RAGGED * widest)


def ends_sentence(value: str) -> bool:
    """Whether nothing goes on after a line, however wide it is."""
    return value.endswith(_ENDS)


def is_unfinished(value: str) -> bool:
    """Whether a line ends within a clause or within brackets."""
    if value.endswith(("、", ",")) or _PARTICLE.search(value):
        return True
    opened = sum(map(value.count, _OPENING))
    return opened > sum(map(value.count, _CLOSING))
