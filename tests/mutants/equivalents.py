"""Mutants that nobody could tell from the program: `equivalents.toml`, each with the reason."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.mutants.mutant import Change, Mutant

LIST = Path(__file__).parent / "equivalents.toml"

Identity = tuple[str, str, Change]


class OutOfDate(Exception):
    """The list names what no mutant is any more; the message names each."""


def listed(path: Path = LIST) -> set[Identity]:
    """File, function and change of every mutant listed; raises `OutOfDate` for one listed twice."""
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", [])
    found = Counter(
        (entry["file"], entry["function"], Change(each["before"], each["after"]))
        for entry in entries
        for each in entry["changes"]
    )
    if not all(entry["reason"].strip() for entry in entries):
        raise OutOfDate(f"{path.name}: an entry gives no reason")
    _complain(f"{path.name} says twice", (each for each, times in found.items() if times > 1))
    return set(found)


def check(known: Iterable[Identity], mutants: Iterable[Mutant]) -> None:
    """Raise `OutOfDate` when the list names a mutant that is not made."""
    made = {mutant.identity for mutant in mutants}
    gone = sorted(set(known) - made, key=str)
    _complain(f"{LIST.name} names what is no mutant any more", gone)


def _complain(what: str, identities: Iterable[Identity]) -> None:
    lines = [f"  {file}: {function}: {change}" for file, function, change in identities]
    if lines:
        raise OutOfDate("\n".join([f"{what}:", *lines]))
