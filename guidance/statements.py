"""The account of a guide's statements: `features/statements.toml`, read and typed.

The file never holds the guide's own text: each statement is said again in the project's words.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATH = Path(__file__).parent.parent / "features" / "statements.toml"


class BadAccount(Exception):
    """The account cannot be read; the message says what, where, and what to do."""


@dataclass(frozen=True)
class Statement:
    """What the guide states at one place, and what becomes of it.

    `section` is the guide's section (0 is everything before section 1), `position` counts the
    statements in it from 1. Either `scenarios` execute it, or `advice` says why nothing can; both
    when a part can and a part cannot.
    """

    section: int
    position: int
    ja: str
    en: str
    scenarios: tuple[str, ...]
    advice: str


@dataclass(frozen=True)
class Fact:
    """A fact that the guide does not state. `source` says where it comes from."""

    en: str
    source: str
    scenarios: tuple[str, ...]


@dataclass(frozen=True)
class Divergence:
    """A point on which the guide contradicts itself or other sources; both sides are kept."""

    id: str
    guide: str
    others: str
    followed: str
    scenarios: tuple[str, ...]


@dataclass(frozen=True)
class Account:
    """All statements of the guide, the facts and assumptions added, and the divergences."""

    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...]
    assumptions: tuple[Fact, ...]
    divergences: tuple[Divergence, ...]

    def scenarios(self) -> set[str]:
        """The names of all scenarios that some entry names."""
        added = (*self.facts, *self.assumptions)
        return {
            *(name for each in self.statements for name in each.scenarios),
            *(name for each in added for name in each.scenarios),
            *(name for each in self.divergences for name in each.scenarios),
        }


def load(path: Path = PATH) -> Account:
    """Read the account; raises `BadAccount` when it is missing or malformed."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadAccount(f"{path}: cannot be read ({error.strerror}); restore the file") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadAccount(f"{path}: is no TOML in UTF-8 ({error}); mend that line") from error
    return Account(
        tuple(_statement(path, row) for row in data.get("statement", [])),
        tuple(_fact(path, "fact", row) for row in data.get("fact", [])),
        tuple(_fact(path, "assumption", row) for row in data.get("assumption", [])),
        tuple(_divergence(path, row) for row in data.get("divergence", [])),
    )


def _statement(path: Path, row: dict[str, Any]) -> Statement:
    section, dash, position = _text(path, "statement", row, "at").partition("-")
    if not (dash and section.isdecimal() and position.isdecimal()):
        raise BadAccount(f'{path}: at = "{row["at"]}" is no section-position; write e.g. "3-2"')
    return Statement(
        int(section),
        int(position),
        _text(path, "statement", row, "ja"),
        _text(path, "statement", row, "en"),
        tuple(row.get("scenarios", ())),
        row.get("advice", ""),
    )


def _fact(path: Path, kind: str, row: dict[str, Any]) -> Fact:
    source = _text(path, kind, row, "source")
    return Fact(_text(path, kind, row, "en"), source, tuple(row.get("scenarios", ())))


def _divergence(path: Path, row: dict[str, Any]) -> Divergence:
    return Divergence(
        _text(path, "divergence", row, "id"),
        _text(path, "divergence", row, "guide"),
        _text(path, "divergence", row, "others"),
        _text(path, "divergence", row, "followed"),
        tuple(row.get("scenarios", ())),
    )


def _text(path: Path, kind: str, row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise BadAccount(f"{path}: a [[{kind}]] has no {key}; add it (the entry reads {row})")
    return value
