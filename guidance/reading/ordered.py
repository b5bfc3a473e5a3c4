"""Steps numbered in ways that are no list to others.

【1】アプリを起動する, 1 アプリを…, ・1 …, ア …, (ア) …, Step.1 ….
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guidance.document import Block, Kind, Run, Text

LEAST = 3
"""So many in turn, counted from the first, are no chance."""

SYLLABLES = "アイウエオカキクケコサシスセソ"
MARK = re.compile(
    r"^[・■◆●○◎▼▶□\s]*"
    r"(?P<open>[【\[［（(〔<＜])?\s*(?:STEP|Step|step|ＳＴＥＰ|手順|ステップ|その)?\s*[.．]?\s*"
    rf"(?:(?P<figure>[0-9０-９]{{1,2}})|(?P<syllable>[{SYLLABLES}]))"
    r"(?P<close>[】\]］）)〕>＞])?(?P<after>[\s:：.．、,]*)(?=\S)"
)
"""What stands before the text of a step."""

FIGURE = re.compile(r"[0-9０-９]{1,2}")
"""A first cell that is a number and nothing else."""


def ordered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with runs of numbered paragraphs made into numbered items."""
    made: list[Block] = []
    run: list[tuple[Block, int, int]] = []
    for block in blocks:
        place = _numbered(block, len(run) + 1)
        if place is None and run:
            made += _closed(run)
            run = []
            place = _numbered(block, 1)
        if place is None:
            made.append(block)
        else:
            run.append((block, *place))
    return [*made, *_closed(run)]


def _numbered(block: Block, expected: int) -> tuple[int, int] | None:
    """The number of a block and where its text begins; None when it is not the one that is due."""
    if block.kind is Kind.ROW:
        return _row(block, expected)
    if block.number is not None:
        return None
    found = MARK.match(block.text.value)
    if found is None:
        return None
    bare = not (found["close"] or found["after"])
    if bare and found["figure"] and not found["open"]:
        return None
    number = int(found["figure"]) if found["figure"] else SYLLABLES.index(found["syllable"]) + 1
    return (number, found.end()) if number == expected else None


def _row(block: Block, expected: int) -> tuple[int, int] | None:
    """A line of two cells of which the first is the number that is due: 「１　アプリを起動する」."""
    if len(block.cells) != 2 or any(block.columns):
        return None
    figure = block.cells[0].value.strip()
    return (expected, 0) if FIGURE.fullmatch(figure) and int(figure) == expected else None


def _closed(run: Sequence[tuple[Block, int, int]]) -> Iterator[Block]:
    """A run as items, if it is long enough; else as it was."""
    for block, number, start in run:
        if len(run) < LEAST:
            yield block
        else:
            whole = block.cells[1] if block.kind is Kind.ROW else block.text
            text = without(whole, start)
            yield replace(
                block, kind=Kind.ITEM, text=text, number=number, level=1, fresh=number == 1
            )


def without(text: Text, start: int) -> Text:
    """A text from a character on, each character still at its place."""
    place = text.place(start)
    later = [Run(run.start - start, run.line, run.column) for run in text.runs if run.start > start]
    return Text(text.value[start:], (Run(0, place.line, place.column), *later))
