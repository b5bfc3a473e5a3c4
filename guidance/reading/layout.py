"""A text's lines as they are laid out: what is indented, set apart or underlined."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from guidance.document import Text
from guidance.reading.pieces import plain, width

_RULE = re.compile(r"[-=＝─━―—–‐_*＊~〜|｜│┃+:┼├┤┌┐└┘┬┴╋┣┫┏┓┗┛┳┻\s]{3,}")
_UNDERLINE = re.compile(r"([-=＝─━])\1{2,}")
_RANKS = {"=": 1, "＝": 1, "-": 2, "─": 2, "━": 2}
_LEADING = re.compile(r"\s*")


class End(Enum):
    """Why a line ends: somebody ended it, it is wrapped, or nobody can tell."""

    HARD = "hard"
    SOFT = "soft"
    OPEN = "open"


@dataclass(frozen=True)
class Line:
    """A line that has text.

    `text` is without the white space around it, `source` the same with its tabs. `indent` is in
    columns, two for a full-width character. `gap` says that a blank line or a rule stands before,
    `ruled` that it is a rule only; `rank` is the level of a heading that a rule beneath it or the
    size of its letters makes of it, 0 for none.
    """

    text: Text
    source: str = ""
    indent: int = 0
    gap: bool = False
    ruled: bool = False
    rank: int = 0
    end: End = End.OPEN

    @property
    def width(self) -> int:
        """How many columns it takes up, its indentation included."""
        return self.indent + width(self.text.value)


def laid_out(rows: Iterable[str]) -> list[Line]:
    """The lines that have text, of a file's lines in order."""
    found: list[Line] = []
    blank, rule = True, ""
    for number, row in enumerate(rows, 1):
        source = row.strip()
        if not source:
            blank, rule = True, ""
        elif _RULE.fullmatch(source):
            underline = _UNDERLINE.fullmatch(source)
            if underline and found and not blank and not rule and found[-1].gap:
                found[-1] = replace(found[-1], rank=_RANKS[underline[1]])
            rule = source
        else:
            before = _indentation(row)
            text = plain(source, number, len(before) + 1)
            gap = blank or bool(rule)
            found.append(Line(text, source, _columns(before), gap, gap and not blank))
            blank, rule = False, ""
    return found


def _indentation(row: str) -> str:
    found = _LEADING.match(row)
    return found[0] if found else ""


def _columns(space: str) -> int:
    return width(space.expandtabs(4))
