"""How many seeded defects of the fakes the tests notice: `reports/mutants.json`, as last judged.

`make mutants` writes the file. `python -m reports.mutants` writes its schema anew, which is
`reports/mutants.schema.json`; raise VERSION when readers of the file would break.
"""

import datetime as dt
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

FILE = Path("reports/mutants.json")
VERSION = 1
SCHEMA = Path(__file__).parent / "mutants.schema.json"


class BadFigures(Exception):
    """The file is there and cannot be read; the message says why, in one line."""


class Survivor(Struct, frozen=True, order=True):
    """A defect that no test notices: the function, and the lines without it and with it."""

    function: str
    before: str
    after: str


class Module(Struct, frozen=True):
    """The defects seeded in one file.

    `procedure` says whether it carries the procedure. `mutants` are the defects that count;
    `by_all` of them are noticed by all tests of the fakes, the rest are `survivors`. The scenarios
    are asked about `for_features` of them, and notice `by_features`; the others lie where nothing
    that a person does at a screen leads today. Not counted are those that change nothing that
    anybody could notice (`equivalent`), and those that only put other Japanese words on a screen or
    in a message (`wording`, of which the scenarios notice `wording_by_features`, all tests
    `wording_by_all`).
    """

    file: str
    procedure: bool
    mutants: int
    by_all: int
    for_features: int
    by_features: int
    equivalent: int
    wording: int
    wording_by_features: int
    wording_by_all: int
    survivors: tuple[Survivor, ...] = ()


class Score(Struct, frozen=True):
    """What the document tells: when it was judged, and the shares of the procedure's modules."""

    date: str
    mutants: int
    by_all: int
    for_features: int
    by_features: int

    @property
    def share_by_features(self) -> str:
        """In percent, rounded down."""
        return _percent(self.by_features, self.for_features)

    @property
    def share_by_all(self) -> str:
        """In percent, rounded down."""
        return _percent(self.by_all, self.mutants)


class Judged(Struct, frozen=True):
    """A judgement of all modules: its day, what made the defects, and the figures by module.

    The day is written like 2026-02-16.
    """

    version: Literal[1]
    date: str
    tool: str
    modules: tuple[Module, ...]

    def score(self) -> Score:
        """The figures of the modules that carry the procedure."""
        return score(self.date, (each for each in self.modules if each.procedure))


def score(date: str, modules: Iterable[Module]) -> Score:
    """The figures of some modules together."""
    counted = list(modules)
    return Score(
        date=date,
        mutants=sum(each.mutants for each in counted),
        by_all=sum(each.by_all for each in counted),
        for_features=sum(each.for_features for each in counted),
        by_features=sum(each.by_features for each in counted),
    )


def read(path: Path) -> Judged | None:
    """Read the figures, None when there is no such file; raises `BadFigures`."""
    try:
        judged = msgspec.json.decode(path.read_bytes(), type=Judged)
        dt.date.fromisoformat(judged.date)
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise BadFigures(f"{path}: cannot be read ({reason})") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise BadFigures(f"{path}: {error}; make it anew with `make mutants`") from error
    return judged


def encode(judged: Judged) -> bytes:
    """Write the figures as JSON that reads well line by line."""
    return msgspec.json.format(msgspec.json.encode(judged), indent=1) + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    made = {"$schema": dialect, "title": "mutants.json of tejun", **msgspec.json.schema(Judged)}
    for definition in made["$defs"].values():
        # Python 3.13 takes the indentation of docstrings away, older ones do not.
        definition["description"] = " ".join(definition.get("description", "").split())
    return made


def _percent(part: int, whole: int) -> str:
    """Rounded down: what is not all is never shown as all."""
    tenths = 1000 * part // whole if whole else 1000
    return f"{tenths // 10}.{tenths % 10}%"


if __name__ == "__main__":
    text = json.dumps(schema(), ensure_ascii=False, indent=2)
    SCHEMA.write_text(text + "\n", encoding="utf-8")
