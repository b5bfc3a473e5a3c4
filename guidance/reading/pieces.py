"""Putting texts together from pieces of a file, and taking them apart, with every place kept."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from guidance.document import Run, Text

_BREAKS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
"""What is a space inside a text."""


def unbroken(value: str) -> str:
    """A piece of a file as it stands in a text: on one line, and without tabs."""
    return value.translate(_BREAKS)


class Pieces:
    """A text in the making.

    Every piece stands side by side in the file; a piece that goes on where the one before ended
    makes no new run.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._next: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        return self._length > 0

    @property
    def last(self) -> str:
        """The last character so far; "" when there is none."""
        return self._parts[-1][-1] if self._parts else ""

    def add(self, value: str, line: int, column: int, taken: int | None = None) -> None:
        """Add what stands at a place, where it takes up so many characters.

        What takes up another number of characters than it has (an entity) stands where it begins.
        """
        if not value:
            return
        straight = taken is None or taken == len(value)
        if self._next != (line, column):
            self._runs.append(Run(self._length, line, column))
        if not straight:
            later = range(self._length + 1, self._length + len(value))
            self._runs += [Run(start, line, column) for start in later]
        self._parts.append(unbroken(value))
        self._length += len(value)
        self._next = (line, column + len(value)) if straight else None

    def add_text(self, text: Text) -> None:
        """Add a text that is made already."""
        stops = [run.start for run in text.runs[1:]] + [len(text.value)]
        for run, stop in zip(text.runs, stops, strict=True):
            self.add(text.value[run.start : stop], run.line, run.column)

    def text(self) -> Text:
        """The text so far, which has at least one character."""
        return Text("".join(self._parts), tuple(self._runs))


def plain(value: str, line: int, column: int) -> Text:
    """A text that stands in the file as it is."""
    return Text(unbroken(value), (Run(0, line, column),))


def sliced(text: Text, start: int, stop: int) -> Text:
    """The characters of a text from `start` up to before `stop`."""
    first = text.place(start)
    after = bisect_right(text.runs, start, key=_start)
    before = bisect_left(text.runs, stop, after, key=_start)
    later = text.runs[after:before]
    runs = [Run(run.start - start, run.line, run.column) for run in later]
    return Text(text.value[start:stop], (Run(0, first.line, first.column), *runs))


def _start(run: Run) -> int:
    return run.start


def cut(text: Text, start: int, stop: int | None = None) -> Text:
    """The characters of a text from `start` up to before `stop`, without white space around."""
    value = text.value[start:stop]
    if value.strip() == text.value:
        return text
    start += len(value) - len(value.lstrip())
    return sliced(text, start, start + len(value.strip()))


def joined(texts: Iterable[Text]) -> Text:
    """Texts as one (there is at least one): a space is only between words of Latin letters."""
    first, *others = texts
    if not others:
        return first
    pieces = Pieces()
    previous: Text | None = None
    for text in (first, *others):
        if previous is not None and needs_space(pieces.last, text.value[:1]):
            end = previous.place(len(previous.value))
            pieces.add(" ", end.line, end.column)
        pieces.add_text(text)
        previous = text
    return pieces.text()


def spaced(texts: Iterable[Text]) -> Text | None:
    """Texts as one, with a space between any two; None for no texts."""
    pieces = Pieces()
    for text in texts:
        if pieces:
            first = text.place(0)
            pieces.add(" ", first.line, first.column, 0)
        pieces.add_text(text)
    return pieces.text() if pieces else None


def needs_space(left: str, right: str) -> bool:
    """Whether a line break between two characters stands for a space."""
    return bool(left and right) and is_narrow(left) and is_narrow(right)


def is_narrow(character: str) -> bool:
    """Whether a character is of a script that sets spaces between words."""
    return not character.isspace() and unicodedata.east_asian_width(character) in {"Na", "N"}


def width(value: str) -> int:
    """How many columns a text takes up in a fixed-width font; Japanese takes two each."""
    if value.isascii():
        return len(value)
    wide = sum(unicodedata.east_asian_width(character) in "WFA" for character in value)
    return len(value) + wide
