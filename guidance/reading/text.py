"""Plain text: the structure that people show by marks, numbers, blank lines and indentation."""

from collections.abc import Container, Mapping, Sequence

from guidance.document import Block, Kind, Text
from guidance.reading.aligned import Table, tables
from guidance.reading.depths import Depths
from guidance.reading.layout import Line, laid_out
from guidance.reading.listing import items
from guidance.reading.markers import Marker, is_own, marker
from guidance.reading.pieces import cut, joined
from guidance.reading.titles import QUESTION, Title, levels, marked, speakers, titles
from guidance.reading.wrapping import continued


def text_blocks(rows: Sequence[str]) -> list[Block]:
    """The blocks of a plain text; `rows` are the lines of the file."""
    return blocks(laid_out(rows))


def blocks(lines: Sequence[Line], plain: bool = True) -> list[Block]:
    """The blocks of lines.

    Lines that are not `plain` come from a page, which has other means for tables and titles.
    """
    found = tables(lines) if plain else {}
    in_table = {index for first, table in found.items() for index in range(first, table.stop)}
    heads = {index: title for index, title in titles(lines, plain).items() if index not in in_table}
    fixed = in_table | heads.keys()
    markers = _markers(lines, fixed)
    own = {index for index, line in enumerate(lines) if is_own(line.text.value)}
    own |= speakers(lines) if plain else set()
    closed = in_table | {index for index, title in heads.items() if title.level != QUESTION}
    continuing = continued(lines, fixed | markers.keys() | own, closed)
    listed = items(lines, markers, fixed, continuing)
    for index in markers.keys() - listed:
        heads[index] = _marked(markers.pop(index))
    units = _units(lines, found, markers, continuing, fixed | own | heads.keys())
    return _made(lines, units, found, heads, markers)


def first_unit(lines: Sequence[Line]) -> int:
    """How many lines at the beginning of a paragraph are one block."""
    starting = {
        index
        for index, line in enumerate(lines)
        if is_own(line.text.value) or marker(line.text.value) is not None
    }
    continuing = continued(lines, starting, ())
    return next((index for index in range(1, len(lines)) if index not in continuing), len(lines))


def _markers(lines: Sequence[Line], fixed: Container[int]) -> dict[int, Marker]:
    """The marks of items, by line."""
    every = ((index, marker(line.text.value)) for index, line in enumerate(lines))
    return {index: found for index, found in every if found and index not in fixed}


def _marked(marker: Marker) -> Title:
    """The heading that a marked line is after all; its number stays, a sign does not."""
    start = marker.end if marker.number is None else 0
    return Title(start, marked(marker.style, marker.number))


def _units(
    lines: Sequence[Line],
    found: Mapping[int, Table],
    markers: Mapping[int, Marker],
    continuing: Container[int],
    apart: Container[int],
) -> list[tuple[int, int]]:
    """From which line to before which each block goes."""
    units = []
    start = 0
    while start < len(lines):
        stop = found[start].stop if start in found else start + 1
        mark = markers.get(start)
        if mark is not None and mark.end == len(lines[start].text.value) and stop < len(lines):
            # A number alone on its line: what it numbers is on the next.
            taken = stop in apart or stop in markers or stop in found or lines[stop].gap
            stop += not taken
        while stop in continuing:
            stop += 1
        units.append((start, stop))
        start = stop
    return units


def _made(
    lines: Sequence[Line],
    units: Sequence[tuple[int, int]],
    found: Mapping[int, Table],
    heads: Mapping[int, Title],
    markers: Mapping[int, Marker],
) -> list[Block]:
    """The blocks, with their levels."""
    ranked = levels(title.rank for _, title in sorted(heads.items()) if not title.level)
    depths = Depths()
    made: list[Block] = []
    for start, stop in units:
        if start in found:
            made += found[start].blocks
            depths.interrupt()
        elif start in heads:
            title = heads[start]
            text = _text(lines[start:stop], title.start)
            made.append(Block(Kind.HEADING, text, title.level or ranked[title.rank]))
            depths.end()
        elif start in markers and not _is_bare(lines[start:stop], markers[start]):
            mark = markers[start]
            level, fresh = depths.item(lines[start], mark)
            text = _text(lines[start:stop], mark.end)
            made.append(Block(Kind.ITEM, text, level, mark.number, fresh=fresh))
        else:
            made.append(Block(Kind.PARAGRAPH, _text(lines[start:stop], 0)))
            depths.passed(lines[start])
    return made


def _is_bare(lines: Sequence[Line], mark: Marker) -> bool:
    """Whether a number has nothing that it numbers."""
    return len(lines) == 1 and mark.end == len(lines[0].text.value)


def _text(lines: Sequence[Line], start: int) -> Text:
    """The text of a block, without the mark that ends at `start` of its first line."""
    first = cut(lines[0].text, start)
    return joined(text for text in (first, *(line.text for line in lines[1:])) if text.value)
