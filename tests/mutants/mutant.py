"""A mutant as people name it: where it is and what it changes."""

import re
from dataclasses import dataclass

QUOTES = "\"'f"

PROGRAM = re.compile(r"[A-Za-z_{}=]")


@dataclass(frozen=True)
class Change:
    """What a mutant changes: the lines that differ, without indentation, joined by a blank."""

    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}  →  {self.after or 'nothing'}"

    @property
    def only_wording(self) -> bool:
        """Whether it only puts other words, or none, in the place of Japanese ones."""
        taken, given = _middle(self.before, self.after)
        japanese = not taken.isascii() and not PROGRAM.search(taken.strip(QUOTES))
        return japanese and given.strip(QUOTES) in ("XX", "None")


@dataclass(frozen=True)
class Mutant:
    """A mutant of a function. `name` is what mutmut calls it; `line` is where it changes the file.

    The name counts through the mutants of a function, so that it moves when the function changes;
    file, function and change say which one it is. `reach` are the lines of mutmut's copy, first
    and last, of which a test must run some to notice it.
    """

    name: str
    file: str
    function: str
    line: int
    change: Change
    reach: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.function}: {self.change}"

    @property
    def identity(self) -> tuple[str, str, Change]:
        """What it is called where nothing else has changed."""
        return self.file, self.function, self.change


def change_between(before: list[str], after: list[str]) -> tuple[int, Change]:
    """The number (from 0) of the first line that differs, and the change."""
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    rest = 0
    while rest < min(len(before), len(after)) - first and before[~rest] == after[~rest]:
        rest += 1
    return first, Change(
        _joined(before[first : len(before) - rest]), _joined(after[first : len(after) - rest])
    )


def _joined(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _middle(before: str, after: str) -> tuple[str, str]:
    """What is left of both without what they begin and end with alike."""
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[~tail] == after[~tail]:
        tail += 1
    return before[head : len(before) - tail], after[head : len(after) - tail]
