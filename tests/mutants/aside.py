"""What the features are not asked about: `aside.toml`, each with the reason."""

import tomllib
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from tests.mutants.equivalents import OutOfDate
from tests.mutants.mutant import Mutant

LIST = Path(__file__).parent / "aside.toml"


class Aside:
    """Functions that no act of a person at a screen leads to today, as patterns."""

    def __init__(self, path: Path = LIST) -> None:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("aside", [])
        self._patterns = [pattern for entry in entries for pattern in entry["functions"]]
        if not all(entry["reason"].strip() for entry in entries):
            raise OutOfDate(f"{path.name}: an entry gives no reason")

    def has(self, mutant: Mutant) -> bool:
        """Whether only the other tests are asked about a mutant."""
        return any(fnmatchcase(_named(mutant), pattern) for pattern in self._patterns)

    def check(self, mutants: Iterable[Mutant]) -> None:
        """Raise `OutOfDate` when a pattern fits no mutant any more."""
        names = {_named(mutant) for mutant in mutants}
        gone = [
            pattern
            for pattern in self._patterns
            if not any(fnmatchcase(name, pattern) for name in names)
        ]
        if gone:
            lines = [f"{LIST.name} names what has no mutants any more:", *gone]
            raise OutOfDate("\n  ".join(lines))


def _named(mutant: Mutant) -> str:
    return f"{mutant.file} {mutant.function}"
