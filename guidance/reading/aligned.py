"""Tables in a plain text: cells between bars, tabs, wide spaces, or single ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from guidance.document import Block, Text
from guidance.reading.layout import Line
from guidance.reading.markers import hashes, is_own, is_question, marker
from guidance.reading.pieces import cut
from guidance.reading.tables import have_heads, table

Span = tuple[int, int]
"""Where a cell begins and ends in its line."""

_BARS = re.compile(r"[|｜│┃]")
_TAB = re.compile(r"\t")
_TABS = re.compile(r"\t+")
_SURELY_WIDE = re.compile(r"[ \u3000]{2}")
_WIDE = re.compile(r"[ \u3000]*(?:  |\u3000)[ \u3000]*")
_JOINING = re.escape("〜～~：:-－–—・/／,、→")
_SINGLE = re.compile(rf"(?<![{_JOINING}]) (?![{_JOINING})）」』】])")
_LATIN = re.compile(r"[!-~]{2}")
_BRACKETS = dict.fromkeys("(（「『【[［", 1) | dict.fromkeys(")）」』】]］", -1)
_LONGEST_ROW = 200
"""What is longer, with single spaces in it, is rather prose."""

Found = tuple[int, list[list[Span]]]
"""The index of a table's first line, and where its cells are in each of its lines."""


@dataclass(frozen=True)
class Table:
    """The blocks of a table, and the index of the line after it."""

    blocks: list[Block]
    stop: int


def tables(lines: Sequence[Line]) -> dict[int, Table]:
    """The tables among lines, each by the index of its first line."""
    found: dict[int, Table] = {}
    start = 0
    for stop in range(1, len(lines) + 1):
        if stop == len(lines) or (lines[stop].gap and not lines[stop].ruled):
            if stop - start > 1:
                found.update(_tables(lines, start, stop))
            start = stop
    return found


def _tables(lines: Sequence[Line], start: int, stop: int) -> dict[int, Table]:
    """The tables among lines of which none is set apart."""
    found: dict[int, Table] = {}
    taken: set[int] = set()
    for way in _WAYS:
        for first, spans in way(lines[start:stop], start):
            indices = range(first, first + len(spans))
            if taken.isdisjoint(indices):
                taken.update(indices)
                blocks = _blocks(lines[first : indices.stop], spans)
                found[first] = Table(blocks, indices.stop)
    return found


def _blocks(lines: Sequence[Line], spans: Sequence[list[Span]]) -> list[Block]:
    rows = [
        tuple(_cell(line.text, span) for span in each)
        for line, each in zip(lines, spans, strict=True)
    ]
    values = [[cell.value for cell in row] for row in rows]
    heads = lines[1].ruled or have_heads(values) or len(rows[0]) > 2
    return table(rows[1:], values[0]) if heads else table(rows, ())


def _cell(text: Text, span: Span) -> Text:
    return cut(text, *span)


def _between(value: str, bars: re.Pattern[str]) -> list[Span]:
    """The cells of a line, whatever stands between them."""
    spans, start = [], 0
    for bar in bars.finditer(value):
        spans.append((start, bar.start()))
        start = bar.end()
    return [*spans, (start, len(value))]


def _alike(spans: Sequence[list[Span]], least: int) -> Iterator[tuple[int, int]]:
    """Where at least so many lines in turn have as many cells, and more than one."""
    first = 0
    for count, group in groupby(spans, key=len):
        last = first + len(list(group))
        if count > 1 and last - first >= least:
            yield first, last
        first = last


def _by_bars(lines: Sequence[Line], start: int) -> Iterator[Found]:
    rows = [_within_bars(line.source) for line in lines]
    for first, last in _alike(rows, 2):
        yield start + first, rows[first:last]


def _within_bars(value: str) -> list[Span]:
    spans = _between(value, _BARS)
    if len(spans) > 1 and spans[0][0] == spans[0][1]:
        del spans[0]
    if len(spans) > 1 and spans[-1][0] == spans[-1][1]:
        del spans[-1]
    return spans


def _by_tabs(lines: Sequence[Line], start: int) -> Iterator[Found]:
    """A tab ends each cell, or as many as make the columns stand one below the other."""
    found: list[Found] = []
    for bars in (_TAB, _TABS):
        rows = [[] if _is_marked(line) else _between(line.source, bars) for line in lines]
        found += ((start + first, rows[first:last]) for first, last in _alike(rows, 2))
    yield from sorted(found, key=lambda each: len(each[1]), reverse=True)


def _by_wide_spaces(lines: Sequence[Line], start: int) -> Iterator[Found]:
    """Full-width spaces that stand alone also part sentences and names: they need three lines."""
    rows = [[] if _is_marked(line) else _between(line.source, _WIDE) for line in lines]
    for first, last in _alike(rows, 2):
        run = lines[first:last]
        sure = all(_SURELY_WIDE.search(line.source) for line in run)
        if sure or (len(run) > 2 and not any("。" in line.source for line in run)):
            yield start + first, rows[first:last]


def _by_single_spaces(lines: Sequence[Line], start: int) -> Iterator[Found]:
    """The first line says how many cells there are; a space in Latin words may part cells or not.

    With two cells a line, only what begins with heads is a table.
    """
    first = 0
    while first < len(lines):
        rows: list[list[Span]] = []
        for index in range(first, len(lines)):
            ways = _single(lines[index])
            fitting = [way for way in ways if not rows or len(way) == len(rows[0])]
            if not fitting or len(fitting[0]) < 2:
                break
            rows.append(fitting[0])
        values = [
            [line.source[slice(*span)].strip() for span in row]
            for line, row in zip(lines[first : first + len(rows)], rows, strict=True)
        ]
        if len(rows) > 2 and (len(rows[0]) > 2 or have_heads(values)):
            yield start + first, rows
            first += len(rows)
        else:
            first += 1


def _single(line: Line) -> list[list[Span]]:
    """The cells of a line between single spaces: with Latin words apart, and with them joined."""
    value = line.source
    if _is_marked(line) or "。" in value or value.isascii() or len(value) > _LONGEST_ROW:
        return []
    depth, spaces = 0, []
    for index, character in enumerate(value):
        depth += _BRACKETS.get(character, 0)
        if depth <= 0 and _SINGLE.match(value, index):
            spaces.append(index)
    joined = [
        index for index in spaces if not _LATIN.fullmatch(value[index - 1] + value[index + 1])
    ]
    return [_parted(value, spaces), _parted(value, joined)]


def _parted(value: str, spaces: Sequence[int]) -> list[Span]:
    starts = [0] + [space + 1 for space in spaces]
    return list(zip(starts, [*spaces, len(value)], strict=True))


def _is_marked(line: Line) -> bool:
    value = line.text.value
    return bool(marker(value) or hashes(value) or is_own(value) or is_question(value))


_WAYS = (_by_bars, _by_tabs, _by_wide_spaces, _by_single_spaces)
