"""Which lines of a plain text are headings, and of which rank."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guidance.reading.layout import Line
from guidance.reading.markers import (
    chapter,
    hashes,
    is_bracketed,
    is_own,
    is_question,
    marker,
    parts,
)

QUESTION = 6
"""The level of the questions of an FAQ."""

LOWEST = 5

_LONGEST = 60
"""In characters; the longest titles of published guides have 50."""

_SENTENCE = re.compile(r"(?:ます|です|ました|ません|でした|ください|下さい|ましょう)[!！)）]?$")
_JAPANESE = re.compile(r"[\u3041-\u30fa\u4e00-\u9fff]")
_NO_TITLE = re.compile(r"[「『(（→]|https?:|.*(?:://|@)|.*[、,]$|[^「」]{1,10}「.*」$")
_DATE = re.compile(r"\D{0,8}\d{4}[年/.-]\s?\d{1,2}[月/.-]\s?\d{1,2}日?\D{0,8}")
_SPEAKER = re.compile(r"([^\s：:「」、。0-9０-９]{1,10})[：:「]")

_RANKS = {"章": 0, "部": 0, "編": 0, "節": 1, "項": 1}
_SIGN = 2
_NUMBER = 4
_STEP = 5
_PARTS = 4  # 「2-1」 has two, and is 6
_ALONE = 10


@dataclass(frozen=True)
class Title:
    """A heading: where its text begins in its line, and its rank among the styles of headings.

    `level` is its level where it says so itself, else 0.
    """

    start: int = 0
    rank: str | int = _ALONE
    level: int = 0


def titles(lines: Sequence[Line], alone: bool) -> dict[int, Title]:
    """The headings that show by themselves; not those with a number or a sign, which may be items.

    With `alone`, a short line that stands alone is a heading.
    """
    chat = speakers(lines) if alone else set()
    found = {}
    for index, line in enumerate(lines):
        title = _title(line)
        if title is None and alone and index not in chat and _is_alone(lines, index):
            title = Title(level=0 if index else 1)
        if title is not None:
            found[index] = title
    return _without_series(found)


def _title(line: Line) -> Title | None:
    value = line.text.value
    if is_question(value):
        return Title(level=QUESTION)
    if (hashed := hashes(value)) is not None:
        return Title(hashed[1], level=hashed[0])
    if line.rank:
        return Title(level=line.rank)
    if not reads_as_title(value):
        return None
    if is_bracketed(value) and marker(value) is None:
        return Title(rank="【")
    if part := chapter(value):
        return Title(rank=_RANKS[part])
    if (count := parts(value)) and line.gap:
        return Title(rank=_PARTS + count)
    return None


def reads_as_title(value: str) -> bool:
    """Whether a line is short and no sentence."""
    return len(value) <= _LONGEST and "。" not in value and not _SENTENCE.search(value)


def levels(ranks: Iterable[str | int]) -> dict[str | int, int]:
    """The level of each style of headings, from 2 on: level 1 is for the title.

    Of the signs (■, 【】) the one that comes first ranks higher; the other ranks are fixed.
    """
    ordered: dict[str | int, float] = {}
    for rank in ranks:
        if rank not in ordered:
            signs = sum(isinstance(each, str) for each in ordered)
            ordered[rank] = _SIGN + signs / 10 if isinstance(rank, str) else rank
    by_rank = sorted(ordered, key=lambda rank: ordered[rank])
    return {rank: min(LOWEST, level) for level, rank in enumerate(by_rank, 2)}


def marked(style: str, number: int | None) -> str | int:
    """The rank of a heading that begins with a number or a sign."""
    if number is None:
        return style
    return _STEP if len(style) > 1 and "手順" in style else _NUMBER


def speakers(lines: Sequence[Line]) -> set[int]:
    """The indices of what is said in a dialogue: lines that begin with a name that comes again."""
    names = {}
    for index, line in enumerate(lines):
        found = _SPEAKER.match(line.text.value)
        if found:
            names[index] = found[1]
    often = Counter(names.values())
    return {index for index, name in names.items() if often[name] > 1}


def _is_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a title that stands alone before something else."""
    value = lines[index].text.value
    if not lines[index].gap or index + 1 == len(lines) or not lines[index + 1].gap:
        return False
    if marker(value) or is_own(value) or not reads_as_title(value):
        return False
    return bool(_JAPANESE.search(value)) and not (_NO_TITLE.match(value) or _DATE.fullmatch(value))


def _without_series(found: dict[int, Title]) -> dict[int, Title]:
    """Three short lines in turn, each standing alone, are a list without marks and no headings."""
    plain = {index for index, title in found.items() if title.rank == _ALONE and not title.level}
    series = {
        index
        for index in plain
        if any({at - 1, at, at + 1} <= plain for at in (index - 1, index, index + 1))
    }
    return {index: title for index, title in found.items() if index not in series}
