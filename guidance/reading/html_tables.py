"""The tables of a page: their grid, and those that only lay out the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from guidance.document import Block, Kind, Text
from guidance.reading.entries import Entry, text_of
from guidance.reading.html_tokens import Tag
from guidance.reading.pieces import spaced
from guidance.reading.tables import have_heads, nothing, table

_MOST_COLUMNS = 20
_MOST_ROWS = 100
"""Over how many columns and rows a cell may reach: more are mistakes, or meant to cost time."""

_LONGEST_CELL = 2000
_MOST_ENTRIES = 15
"""What has more characters or blocks in one cell is no table of facts."""


@dataclass
class Cell:
    """A cell, with what was read in it."""

    line: int
    column: int
    head: bool
    across: int
    down: int
    entries: list[Entry] = field(default_factory=list)

    def text(self) -> Text:
        """All its text, with a space between its paragraphs."""
        return spaced(map(text_of, self.entries)) or nothing(self.line, self.column)


@dataclass
class Table:
    """A table in the making. `before` is what stands in it outside its cells."""

    laid_out: bool
    before: list[Entry] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    heads: int = 0
    """How many rows are known to be heads, by `thead`."""

    cell: Cell | None = None
    """The cell that is open."""

    def begin_row(self, head: bool) -> None:
        """Begin a row."""
        self.rows.append([])
        if head and self.heads == len(self.rows) - 1:
            self.heads += 1

    def begin_cell(self, tag: Tag, line: int, column: int) -> None:
        """Begin a cell, in a row of its own when none is open."""
        if not self.rows:
            self.begin_row(head=False)
        across = number(tag.attributes.get("colspan")) or 1
        down = number(tag.attributes.get("rowspan")) or 1
        reach = min(across, _MOST_COLUMNS), min(down, _MOST_ROWS)
        self.cell = Cell(line, column, tag.name == "th", *reach)
        self.rows[-1].append(self.cell)

    def entries(self) -> list[Entry]:
        """What the table gives: rows, or what stands in its cells one after the other."""
        rows = [row for row in self.rows if row]
        cells = [cell for row in rows for cell in row]
        if self.laid_out or max(map(len, rows), default=0) < 2 or any(map(_lays_out, cells)):
            return [*self.before, *(entry for cell in cells for entry in cell.entries)]
        return [*self.before, *map(Entry, self._blocks(rows))]

    def _blocks(self, rows: list[list[Cell]]) -> list[Block]:
        grid = _grid(rows)
        heads = self.heads or len(_leading_heads(rows))
        values = [[text.value for text in row] for row in grid]
        if not heads and not any(cell.head for row in rows for cell in row):
            heads = int(have_heads(values))
        if heads >= len(grid):
            heads = 0
        return _parted(grid[heads:], _joined(values[:heads]))


def number(value: str | None) -> int | None:
    """The number that an attribute gives; None when it gives none."""
    stripped = (value or "").strip()
    return int(stripped) if stripped.isdecimal() and len(stripped) < 7 else None


def _lays_out(cell: Cell) -> bool:
    """Whether a cell holds a part of the page and no fact."""
    kinds = [entry.content.kind for entry in cell.entries if isinstance(entry.content, Block)]
    if Kind.ROW in kinds or (Kind.HEADING in kinds and len(cell.entries) > 2):
        return True
    if len(cell.entries) > _MOST_ENTRIES:
        return True
    return sum(len(text_of(entry).value) for entry in cell.entries) > _LONGEST_CELL


def _leading_heads(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """The rows at the top that are all heads, but for an empty corner."""
    found: list[Sequence[Cell]] = []
    for row in rows:
        if not all(cell.head or (not at and not cell.entries) for at, cell in enumerate(row)):
            break
        found.append(row)
    return found


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[Text]]:
    """The texts row by row: a cell that reaches over several columns or rows stands in each."""
    grid: list[list[Text]] = []
    reaching: dict[int, tuple[int, Text]] = {}
    for cells in rows:
        row: list[Text] = []
        below: dict[int, tuple[int, Text]] = {}
        waiting = list(reversed(cells))
        while waiting or len(row) in reaching:
            if len(row) in reaching:
                left, text = reaching[len(row)]
                across = 1
            else:
                cell = waiting.pop()
                left, text, across = cell.down, cell.text(), cell.across
            for _ in range(across):
                if left > 1:
                    below[len(row)] = (left - 1, text)
                row.append(text)
        reaching = below
        grid.append(row)
    return grid


def _joined(heads: Sequence[Sequence[str]]) -> list[str]:
    """The heads of the columns; where they have several rows, one after the other."""
    columns: list[str] = []
    for column in range(max(map(len, heads), default=0)):
        names = dict.fromkeys(row[column] for row in heads if column < len(row))
        columns.append(" ".join(name for name in names if name))
    return columns


def _parted(grid: Sequence[Sequence[Text]], heads: Sequence[str]) -> list[Block]:
    """The rows; one text across a whole row is a paragraph between them."""
    blocks: list[Block] = []
    fresh = True
    filled = (row for row in grid if any(text.value for text in row))
    for across, group in groupby(filled, key=_is_across):
        rows = list(group)
        if across:
            blocks += (Block(Kind.PARAGRAPH, row[0]) for row in rows)
        else:
            blocks += table(rows, heads, fresh)
            fresh = False
    return blocks


def _is_across(row: Sequence[Text]) -> bool:
    return len(row) > 1 and all(text is row[0] for text in row)
