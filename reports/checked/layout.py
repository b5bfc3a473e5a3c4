"""How text lies on a terminal: colours, and lines that end where the terminal does."""

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator

PIECE = re.compile(r"[「『(（\[]*(?:[!-~]+|\s|.)[、。」』)）\],.!?！？ー…]*", re.DOTALL)
"""What stays on one line: a Latin word, or a character with what may not stand alone beside it."""

NARROWEST = 20
"""A terminal is taken to be at least so wide; narrower ones wrap as they like."""

LONGEST_PART = 60
ELLIPSIS = "…"


def width_of(text: str) -> int:
    """How many columns a text takes; a full-width character takes two."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def terminal_width() -> int | None:
    """How wide the terminal is; None when nobody watches."""
    return max(shutil.get_terminal_size().columns, NARROWEST) if sys.stdout.isatty() else None


def wrapped(text: str, indent: str, width: int | None) -> Iterator[str]:
    """The lines of a text, each behind an indent; one for each of its own lines without a width."""
    for line in visible(text).split("\n"):
        if width is None:
            yield indent + line
        else:
            yield from (indent + each for each in _cut(line, max(width - len(indent), NARROWEST)))


def _cut(line: str, width: int) -> Iterator[str]:
    taken, room = "", width
    for piece in _pieces(line, width):
        wide = width_of(piece)
        if wide > room and taken:
            yield taken.rstrip()
            taken, room = "", width
            piece = piece.lstrip()
            wide = width_of(piece)
        taken, room = taken + piece, room - wide
    yield taken.rstrip()


def _pieces(line: str, width: int) -> Iterator[str]:
    for found in PIECE.finditer(line):
        piece = found.group()
        yield from [piece] if width_of(piece) <= width else piece


def shortened(text: str, most: int = LONGEST_PART) -> str:
    """A text of so many characters at most: what is left out of a longer one is its middle."""
    if len(text) <= most:
        return text
    head = most * 2 // 3
    return text[:head].rstrip() + ELLIPSIS + text[-(most - head - 1) :].lstrip()


def visible(text: str) -> str:
    """A text that leaves the terminal as it is: what cannot be seen becomes a question mark.

    Lines stay lines.
    """
    return "".join(each if each.isprintable() or each == "\n" else "?" for each in text)


def painted(text: str, code: str, colour: bool) -> str:
    """A text in a colour."""
    return f"\033[{code}m{text}\033[0m" if colour else text


def colours_wanted(output: str | None) -> bool:
    """Whether to write in colours: on a terminal, unless NO_COLOR says otherwise."""
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
