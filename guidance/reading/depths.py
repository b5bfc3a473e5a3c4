"""How deep an item of a plain text is, and which item begins a list."""

from dataclasses import dataclass

from guidance.reading.layout import Line
from guidance.reading.listing import SHIFT
from guidance.reading.markers import Marker, is_note


@dataclass(frozen=True)
class _Level:
    """The last item of a list that is open."""

    style: str
    indent: int
    number: int | None


class Depths:
    """The lists that are open, the innermost last.

    A paragraph at the margin interrupts them; a number that goes on counting takes them up again.
    """

    def __init__(self) -> None:
        self._open: list[_Level] = []
        self._interrupted = False

    def end(self) -> None:
        """Note a heading: nothing goes on after it."""
        self._open.clear()
        self._interrupted = False

    def interrupt(self) -> None:
        """Note a table."""
        self._interrupted = True

    def passed(self, line: Line) -> None:
        """Note a paragraph; what is indented or a note belongs to the item before it."""
        margin = self._open[0].indent if self._open else 0
        if line.gap and line.indent <= margin and not is_note(line.text.value):
            self._interrupted = True

    def item(self, line: Line, marker: Marker) -> tuple[int, bool]:
        """The depth of an item, from 1, and whether it begins a list."""
        depth = self._fellow(line, marker)
        if self._interrupted and not (depth is not None and _counts_on(self._open[depth], marker)):
            self._open.clear()
            depth = None
        self._interrupted = False
        fresh = depth is None or _restarts(self._open[depth], marker)
        if depth is None:
            # After a gap, another kind of marks at the same margin begins another list.
            inner = line.indent if line.gap else line.indent + 1
            while self._open and self._open[-1].indent >= inner:
                self._open.pop()
        else:
            del self._open[depth:]
        self._open.append(_Level(marker.style, line.indent, marker.number))
        return len(self._open), fresh

    def _fellow(self, line: Line, marker: Marker) -> int | None:
        for depth in range(len(self._open) - 1, -1, -1):
            level = self._open[depth]
            if level.style == marker.style and abs(level.indent - line.indent) <= SHIFT:
                return depth
            if level.indent + SHIFT < line.indent:
                return None
        return None


def _counts_on(level: _Level, marker: Marker) -> bool:
    return level.number is not None and marker.number == level.number + 1


def _restarts(level: _Level, marker: Marker) -> bool:
    if level.number is None or marker.number is None:
        return False
    return marker.number <= level.number
