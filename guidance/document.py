"""A guide as it was read: its blocks in order, each character with its place in the file."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cached_property


@dataclass(frozen=True)
class Place:
    """Where a character stands: line and column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Run:
    """From character `start` of a text on, the characters stand side by side from here."""

    start: int
    line: int
    column: int


@dataclass(frozen=True)
class Text:
    """A piece of text without line breaks, and where in the file its characters stand.

    `runs` are in order, the first begins at 0. A text that is joined from several lines, or from
    which markup was taken out, has several.
    """

    value: str
    runs: tuple[Run, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def place(self, index: int) -> Place:
        """Where a character stands; for the length of the text, where it ends."""
        run = self.runs[max(0, bisect_right(self._starts, index) - 1)]
        return Place(run.line, run.column + index - run.start)


class Kind(Enum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, an item of a list, or a row of a table.

    `level` is the rank of a heading (1 is the highest) or the depth of an item (from 1). `number`
    is an item's own number; None in a list without numbers. A row has `cells` (`text` is empty),
    and under `columns` what stands at the head of each column ("" where nothing does); the row of
    heads itself is no block. `fresh` says that a list or a table begins here.
    """

    kind: Kind
    text: Text
    level: int = 0
    number: int | None = None
    cells: tuple[Text, ...] = ()
    columns: tuple[str, ...] = ()
    fresh: bool = False

    @property
    def line(self) -> int:
        """The line on which it begins."""
        first = self.cells[0] if self.cells else self.text
        return first.place(0).line


@dataclass(frozen=True)
class Document:
    """A guide. `name` is the file as it was named, `form` what it was read as."""

    name: str
    form: str
    encoding: str
    blocks: tuple[Block, ...]
    pages: tuple[int, ...] = ()
    """The line on which each page of a PDF begins; nothing for other forms."""
