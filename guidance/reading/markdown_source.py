"""The source of a Markdown file: where in it the text of a block stands."""

import re
from collections.abc import Iterator, Sequence

from guidance.document import Text
from guidance.reading.pieces import Pieces
from guidance.reading.tables import nothing

_MATTER = {"---": {"---", "..."}, "+++": {"+++"}}
_KEY = re.compile(r"\s*$|[\s\-#\]}]|[\w.\"'-]+\s*[:=]")
_LONGEST_MATTER = 200

_BLANK = " \t"
_HASHES = re.compile(r"#{1,6}[ \t]*")
_BEFORE_CELLS = re.compile(r"(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*\|")


class Source:
    """The lines of a file. `text` is the file without what other programs keep at its head."""

    def __init__(self, rows: Sequence[str]) -> None:
        skipped = _matter(rows)
        self._rows = [""] * skipped + list(rows[skipped:])
        self.text = "\n".join(self._rows)

    def paragraph(self, content: str, first: int, stop: int) -> Text:
        """The text of a paragraph, which stands on the lines from `first` to before `stop`."""
        pieces = Pieces()
        row = first
        for index, line in enumerate(content.split("\n")):
            if index:
                pieces.add("\n", row + 1, len(self._rows[row]) + 1)
                row += 1
            row = self._ending(line.strip(), row, stop)
            column = len(self._rows[row].rstrip()) - len(line.strip()) + 1
            lead = len(line) - len(line.lstrip())
            if lead >= column:  # a tab before it counts as several spaces
                pieces.add(line[:lead], row + 1, 1, 0)
                line = line[lead:]
            else:
                column -= lead
            pieces.add(line, row + 1, max(1, column))
        return pieces.text() if pieces else nothing(first + 1, 1)

    def heading(self, content: str, first: int) -> Text:
        """The text of a heading with hashes."""
        row = self._rows[first]
        hashes = _HASHES.search(row)
        column = row.find(content, hashes.end() if hashes else 0)
        pieces = Pieces()
        pieces.add(content, first + 1, max(0, column) + 1)
        return pieces.text() if pieces else nothing(first + 1, 1)

    def code(self, content: str, first: int) -> Iterator[tuple[int, int, str]]:
        """Line, column and text of the lines of a block that is taken as it is.

        The column is right for what comes after white space, which may have been tabs.
        """
        for index, line in enumerate(content.removesuffix("\n").split("\n")):
            row = self._rows[min(first + index, len(self._rows) - 1)]
            lead = len(line) - len(line.lstrip(_BLANK))
            column = len(row.rstrip(_BLANK)) - len(line.strip(_BLANK)) - lead
            yield first + index + 1, column + 1, line

    def cells(self, contents: Sequence[str], line: int) -> list[Text]:
        """The texts of the cells of a row."""
        row = self._rows[line]
        before = _BEFORE_CELLS.match(row)
        at = before.end() if before else 0
        texts = []
        for content in contents:
            written = content.replace("|", "\\|")
            found = row.find(written, at)
            texts.append(_cell(content, line + 1, max(found, at) + 1))
            at = row.find("|", max(found, at) + len(written)) + 1 or len(row)
        return texts

    def _ending(self, line: str, row: int, stop: int) -> int:
        """The row, from this one on, that ends with a line of a paragraph."""
        fitting = (at for at in range(row, stop) if self._rows[at].rstrip().endswith(line))
        return next(fitting, min(row, stop - 1))


def _cell(content: str, line: int, column: int) -> Text:
    """The text of a cell, in which a bar is written with a backslash."""
    pieces = Pieces()
    for index, part in enumerate(content.split("|")):
        if index:
            column += 1
            part = "|" + part
        pieces.add(part, line, column)
        column += len(part)
    return pieces.text() if pieces else nothing(line, column)


def _matter(rows: Sequence[str]) -> int:
    """How many lines at the head of a file are for other programs."""
    ends = _MATTER.get(rows[0].rstrip()) if rows else None
    if ends is None:
        return 0
    for index, row in enumerate(rows[1:_LONGEST_MATTER], 1):
        if row.rstrip() in ends:
            return index + 1
        if not _KEY.match(row):
            return 0
    return 0
