"""The lines of a PDF as they are laid out; in its text layer are no gaps and no indentation."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from guidance.reading.layout import Line
from guidance.reading.pdf_text import Row
from guidance.reading.pieces import joined, plain, spaced
from guidance.reading.titles import LOWEST, reads_as_title
from guidance.reading.wrapping import ends_sentence

_PAGE_NUMBER = re.compile(
    r"(?:p(?:age|\.)?)?[-–—\s]*\d{1,4}(?:\s*[/／]\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")

_WIDER = 1.35
_WIDEST = 2.2
"""A gap between lines is so much more than is usual, or so many letters high."""

_ROWS_APART = 4
"""So many letters high are the rows of one table at most."""

_LARGER = 1.15
"""How much larger than most letters those of a heading are."""


def laid_out(pages: Sequence[Sequence[Row]]) -> list[Line]:
    """The lines of all pages, without page numbers and what stands at the edge of every page."""
    inner = _inner([[row for row in page if row.text.strip()] for page in pages])
    ranks = _ranks(inner)
    lines: list[Line] = []
    before = 0
    for page, rows in zip(pages, inner, strict=True):
        usual = _usual(rows)
        margin = min((row.left for row in rows), default=0)
        above: Row | None = None
        for beside in _side_by_side(rows):
            line = _line(beside, before, beside[0].left - margin)
            if above is None:
                gap = not lines or ends_sentence(lines[-1].text.value)
            else:
                cells = "\t" in line.source and "\t" in lines[-1].source
                gap = _is_gap(above, beside[0], usual, cells)
            rank = ranks.get(_rounded(beside[0].size), 0)
            rank = rank if reads_as_title(line.text.value) else 0
            _add(lines, replace(line, gap=gap, rank=rank))
            above = beside[-1]
        before += len(page)
    return lines


def _side_by_side(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows in groups that stand on one line of the page: the library parts distant cells."""
    group: list[Row] = []
    for row in rows:
        last = group[-1] if group else row
        if group and (abs(last.up - row.up) > row.size / 4 or row.left <= last.left):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _line(rows: Sequence[Row], before: int, indent: float) -> Line:
    """The line that rows on one line of the page make."""
    texts = []
    for row in rows:
        lead = len(row.text) - len(row.text.lstrip())
        texts.append(plain(row.text.strip(), before + row.number + 1, lead + 1))
    size = rows[0].size
    columns = round(2 * indent / size) if size else 0
    source = "\t".join(row.source.strip() for row in rows)
    return Line(spaced(texts) or texts[0], source, columns)


def _add(lines: list[Line], line: Line) -> None:
    """Add a line; a heading over several lines is one."""
    if line.rank and not line.gap and lines and lines[-1].rank == line.rank:
        text = joined([lines[-1].text, line.text])
        lines[-1] = replace(lines[-1], text=text, source=text.value)
    else:
        lines.append(line)


def _is_gap(above: Row, row: Row, usual: float, cells: bool) -> bool:
    """Whether more than the space between lines is between two; a new column begins with one."""
    down = (above.up - row.up) / row.size if row.size else 0
    if cells and 0 < down < _ROWS_APART:
        return False
    return down < -1 or down > min(_WIDER * usual, _WIDEST)


def _usual(rows: Sequence[Row]) -> float:
    """How far it is from line to line where nothing is between; a page may have many gaps."""
    steps = sorted(
        above.up - row.up for above, row in pairwise(rows) if above.up - row.up > row.size / 2
    )
    return steps[len(steps) // 4] if steps else 0


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def _ranks(pages: Sequence[Sequence[Row]]) -> dict[float, int]:
    """The levels of headings by the size of their letters; the largest may be for one title."""
    rows = [row for page in pages for row in page]
    letters: Counter[float] = Counter()
    for row in rows:
        letters[_rounded(row.size)] += len(row.text)
    body = max(letters, key=lambda size: letters[size], default=0)
    larger = sorted((size for size in letters if size > _LARGER * body), reverse=True)
    titles = sum(_rounded(row.size) in larger[:1] for row in rows)
    first = 1 if titles <= 2 else 2  # a title may take two lines
    return {size: min(LOWEST, level) for level, size in enumerate(larger, first)}


def _inner(pages: list[list[Row]]) -> list[list[Row]]:
    """The rows without page numbers; what every page begins or ends with is kept once."""
    for rows in pages:
        for edge in (0, -1):
            if len(rows) > 1 and _PAGE_NUMBER.fullmatch(rows[edge].text.strip()):
                del rows[edge]
    full = [rows for rows in pages if len(rows) > 1]
    for edge, again in ((0, full[1:]), (-1, full[:-1])):
        if len({_DIGITS.sub("", rows[edge].text.strip()) for rows in full}) == 1:
            for rows in again:
                del rows[edge]
    return pages
