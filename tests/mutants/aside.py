"""What the features are not asked about: `aside.toml`, all with the reason."""

import tomllib
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from tests.mutants.equivalents import OutOfDate
from tests.mutants.mutant import Mutant

LIST = Path(__file__).parent / "aside.toml"


class Aside:
    """What no act of a person at a screen leads to today, or shows, as patterns."""

    def __init__(self, path: Path = LIST) -> None:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("aside", [])
        self._functions = [each for entry in entries for each in entry.get("functions", ())]
        self._lines = [each for entry in entries for each in entry.get("lines", ())]
        if not all(entry["reason"].strip() for entry in entries):
            raise OutOfDate(f"{path.name}: an entry gives no reason")

    def has(self, mutant: Mutant) -> bool:
        """Whether only the other tests are asked about a mutant."""
        return any(fnmatchcase(_function(mutant), each) for each in self._functions) or any(
            fnmatchcase(mutant.change.before, each) for each in self._lines
        )

    def check(self, mutants: Iterable[Mutant]) -> None:
        """Raise `OutOfDate` when a pattern fits no mutant any more."""
        made = list(mutants)
        functions = {_function(mutant) for mutant in made}
        lines = {mutant.change.before for mutant in made}
        gone = [
            pattern
            for patterns, known in ((self._functions, functions), (self._lines, lines))
            for pattern in patterns
            if not any(fnmatchcase(each, pattern) for each in known)
        ]
        if gone:
            told = [f"{LIST.name} names what has no mutants any more:", *gone]
            raise OutOfDate("\n  ".join(told))


def _function(mutant: Mutant) -> str:
    return f"{mutant.file} {mutant.function}"
