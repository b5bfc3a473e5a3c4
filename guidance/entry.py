"""One entry of a TOML account, read key by key: whatever is wrong is said in one sentence."""

import tomllib
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from fakes.words import Words


class BadAccount(Exception):
    """The account cannot be read; the message says what, where, and what to do."""


@dataclass(frozen=True)
class Entry:
    """An entry, or a part of one: `name` is how messages call it, `prefix` leads to the part."""

    path: Path
    name: str
    row: dict[str, Any]
    prefix: str = ""

    def allow(self, *keys: str) -> None:
        """Refuse every other key: one that is misspelt would be left out in silence."""
        for key in self.row:
            if key not in keys:
                near = get_close_matches(key, keys, n=1, cutoff=0.5)
                known = ", ".join(self.prefix + each for each in keys)
                remedy = f"did you mean {self.prefix}{near[0]}?" if near else f"known are {known}"
                raise self.wrong(f"has an unknown key {self.prefix}{key}", remedy)

    def text(self, key: str) -> str:
        """A text that has to be there."""
        value = self.row.get(key, "")
        remedy = f'{self.prefix}{key} = "…"'
        if not isinstance(value, str):
            raise self.wrong(f"has no text as {self.prefix}{key}", f"write {remedy}")
        if not value.strip():
            raise self.wrong(f"has no {self.prefix}{key}", f"add {remedy}")
        return value

    def number(self, key: str) -> int:
        """A whole number that has to be there."""
        value = self.row.get(key)
        if type(value) is not int:  # a bool is an int too
            raise self.wrong(
                f"has no {self.prefix}{key}, or one that is no number", f"add {key} = 1"
            )
        return value

    def names(self, key: str) -> tuple[str, ...]:
        """A list of texts; none when it is not there."""
        value = self.row.get(key, [])
        if isinstance(value, list) and all(isinstance(each, str) and each for each in value):
            return tuple(value)
        key = self.prefix + key
        raise self.wrong(f"has no list of texts as {key}", f'write {key} = ["…"]')

    def words(self) -> Words:
        """The text of the entry itself, in both languages."""
        return Words(self.text("ja"), self.text("en"))

    def words_of(self, key: str) -> Words:
        """The text under a key, in both languages."""
        part = self.part(key)
        part.allow("ja", "en")
        return part.words()

    def part(self, key: str) -> "Entry":
        """What stands under a key in several keys of its own, its languages among them."""
        value = self.row.get(key, {})
        prefix = f"{self.prefix}{key}."
        if not isinstance(value, dict):
            both = f'write {prefix}ja = "…" and {prefix}en = "…"'
            raise self.wrong(f"has its {self.prefix}{key} in one language only", both)
        return replace(self, row=value, prefix=prefix)

    def wrong(self, what: str, remedy: str) -> BadAccount:
        """The complaint that this entry `what`, with what to do about it."""
        return BadAccount(f"{self.path}: {self.name} {what}; {remedy}")


def entries(path: Path, kinds: tuple[str, ...]) -> dict[str, list[Entry]]:
    """All entries of a file by kind; raises `BadAccount` when it is no TOML or has other kinds."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadAccount(f"{path}: cannot be read ({error.strerror}); restore the file") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadAccount(f"{path}: is no TOML in UTF-8 ({error}); mend that line") from error
    Entry(path, "the file", data).allow(*kinds)
    return {kind: _of_kind(path, kind, data.get(kind, [])) for kind in kinds}


def _of_kind(path: Path, kind: str, rows: object) -> list[Entry]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadAccount(f"{path}: {kind} is no list of entries; begin each with [[{kind}]]")
    return [Entry(path, _name(kind, number, row), row) for number, row in enumerate(rows, 1)]


def _name(kind: str, number: int, row: dict[str, Any]) -> str:
    """An entry by what identifies it; one that lacks that, by its place among its kind."""
    for key in ("at", "id", "number"):
        if row.get(key, "") != "":
            return f"[[{kind}]] {row[key]}"
    return f"[[{kind}]] #{number}"
