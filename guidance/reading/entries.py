"""What is read of a page, before it is decided what of it is the guide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from guidance.document import Block, Kind, Text
from guidance.reading.layout import Line
from guidance.reading.text import blocks

_LINKS = 3
"""So many links in turn, and nothing else, are a menu."""


@dataclass(frozen=True)
class Entry:
    """A block, or a line of which the marks in it make a block.

    `depth` is how many lists it stands in. `links` counts the links that it consists of, 0 where
    it has words of its own. `main` and `article` say within which `main` and `article` of the page
    it stands, counted from 1; 0 is outside.
    """

    content: Block | Line
    depth: int = 0
    links: int = 0
    main: int = 0
    article: int = 0


def text_of(entry: Entry) -> Text:
    """The text of a block or a line; of a row all its cells are none."""
    return entry.content.text


def length(entries: Iterable[Entry]) -> int:
    """How many characters entries have."""
    total = 0
    for entry in entries:
        total += len(text_of(entry).value)
        if isinstance(entry.content, Block):
            total += sum(len(cell.value) for cell in entry.content.cells)
    return total


def without_menus(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without lists of links."""
    kept: list[Entry] = []
    fresh = False
    for linked, group in groupby(entries, key=lambda entry: bool(entry.links)):
        run = list(group)
        if linked and sum(entry.links for entry in run) >= _LINKS:
            fresh = any(_is_fresh(entry) for entry in run)
            continue
        if fresh and _is_item(run[0]):
            run[0] = replace(run[0], content=_freshened(run[0].content))
        fresh = False
        kept += run
    return kept


def blocks_of(entries: Sequence[Entry]) -> list[Block]:
    """The blocks that entries make."""
    made: list[Block] = []
    lines: list[Line] = []
    depth = 0
    for entry in entries:
        if lines and (isinstance(entry.content, Block) or entry.depth != depth):
            made += _deeper(blocks(lines, plain=False), depth)
            lines = []
        if isinstance(entry.content, Block):
            made.append(entry.content)
        else:
            lines.append(entry.content)
            depth = entry.depth
    return made + (_deeper(blocks(lines, plain=False), depth) if lines else [])


def _deeper(found: list[Block], depth: int) -> list[Block]:
    """Items that are marked by hand within an item stand below it."""
    return [
        replace(block, level=block.level + depth) if block.kind is Kind.ITEM else block
        for block in found
    ]


def _is_item(entry: Entry) -> bool:
    return isinstance(entry.content, Block) and entry.content.kind is Kind.ITEM


def _is_fresh(entry: Entry) -> bool:
    return isinstance(entry.content, Block) and entry.content.fresh


def _freshened(content: Block | Line) -> Block | Line:
    return replace(content, fresh=True) if isinstance(content, Block) else content
