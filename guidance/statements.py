"""The account of a guide's statements: `features/statements.toml`, read and typed.

The file never holds the guide's own text: each statement is said again in the project's words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from fakes.words import Words
from guidance.entry import BadAccount as BadAccount  # what `load` raises
from guidance.entry import Entry, entries

PATH = Path(__file__).parent.parent / "features" / "statements.toml"

KINDS = ("guide", "section", "statement", "fact", "assumption", "divergence")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Section:
    """A section of the guide, under a title of the project's own; 0 is all before section 1."""

    number: int
    title: Words


@dataclass(frozen=True)
class Statement:
    """What the guide states at one place, and what becomes of it.

    `section` is the guide's section, `position` counts the statements in it from 1. Either
    `scenarios` execute it, or `advice` says why nothing can; both when a part can and a part
    cannot.
    """

    section: int
    position: int
    text: Words
    scenarios: tuple[str, ...] = ()
    advice: Words | None = None

    @property
    def at(self) -> str:
        """Where it stands in the guide, as the account writes it: 3-2."""
        return f"{self.section}-{self.position}"

    @property
    def id(self) -> str:
        """Its name in links: s3-2."""
        return f"s{self.at}"


@dataclass(frozen=True)
class Fact:
    """A fact that the guide does not state. `source` says where it comes from."""

    id: str
    text: Words
    source: Words
    scenarios: tuple[str, ...] = ()


class Side(Enum):
    """The two sides of a divergence."""

    GUIDE = "guide"
    OTHERS = "others"


@dataclass(frozen=True)
class Backing:
    """What one side of a divergence stands on.

    Either the guide itself: then `at` is the place and `text` what it states there. Or another
    source: then `text` names it and `at` is empty.
    """

    side: Side
    text: Words
    at: str = ""


@dataclass(frozen=True)
class Divergence:
    """A point on which the guide contradicts itself or other sources; both sides are kept."""

    id: str
    title: Words
    guide: Words
    others: Words
    followed: Words
    sources: tuple[Backing, ...]
    scenarios: tuple[str, ...] = ()


@dataclass(frozen=True)
class Account:
    """All statements of the guide, the facts and assumptions added, and the divergences.

    `title` says what the guide is about, in the project's own words.
    """

    statements: tuple[Statement, ...] = ()
    facts: tuple[Fact, ...] = ()
    assumptions: tuple[Fact, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    sections: tuple[Section, ...] = ()
    title: Words | None = None

    def scenarios(self) -> set[str]:
        """The names of all scenarios that some entry names."""
        return {name for each in self.entries() for name in each.scenarios}

    def entries(self) -> "tuple[Statement | Fact | Divergence, ...]":
        """All entries that scenarios execute; each has an id of its own."""
        return (*self.statements, *self.facts, *self.assumptions, *self.divergences)


def load(path: Path = PATH) -> Account:
    """Read the account; raises `BadAccount` when it is missing or malformed."""
    of = entries(path, KINDS)
    sections = tuple(_section(entry) for entry in of["section"])
    statements = tuple(_statement(entry) for entry in of["statement"])
    facts = tuple(_fact(entry) for entry in of["fact"])
    assumptions = tuple(_fact(entry) for entry in of["assumption"])
    places = {statement.at: statement for statement in statements}
    divergences = tuple(_divergence(entry, places) for entry in of["divergence"])
    titles = [_title(entry) for entry in of["guide"]]
    title = titles[-1] if titles else None
    account = Account(statements, facts, assumptions, divergences, sections, title)
    _once(path, "number", (str(section.number) for section in sections))
    _once(path, "at", (statement.at for statement in statements))
    _once(path, "id", (entry.id for entry in account.entries()))
    return account


def _title(entry: Entry) -> Words:
    entry.allow("ja", "en")
    return entry.words()


def _section(entry: Entry) -> Section:
    entry.allow("number", "ja", "en")
    return Section(entry.number("number"), entry.words())


def _statement(entry: Entry) -> Statement:
    entry.allow("at", "ja", "en", "scenarios", "advice")
    at = entry.text("at")
    if not re.fullmatch(r"[0-9]+-[0-9]+", at):
        raise entry.wrong("stands at no section-position", 'write e.g. at = "3-2"')
    section, position = map(int, at.split("-"))
    advice = entry.words_of("advice") if "advice" in entry.row else None
    return Statement(section, position, entry.words(), entry.names("scenarios"), advice)


def _fact(entry: Entry) -> Fact:
    entry.allow("id", "ja", "en", "source", "scenarios")
    source = entry.words_of("source")
    return Fact(_id(entry), entry.words(), source, entry.names("scenarios"))


def _divergence(entry: Entry, places: dict[str, Statement]) -> Divergence:
    entry.allow("id", "title", "guide", "others", "followed", "scenarios")
    guide, others = entry.part("guide"), entry.part("others")
    guide.allow("ja", "en", "at")
    others.allow("ja", "en", "at", "source")
    return Divergence(
        _id(entry),
        entry.words_of("title"),
        guide.words(),
        others.words(),
        entry.words_of("followed"),
        (*_backings(guide, Side.GUIDE, places), *_backings(others, Side.OTHERS, places)),
        entry.names("scenarios"),
    )


def _backings(part: Entry, side: Side, places: dict[str, Statement]) -> Iterator[Backing]:
    """What a side stands on; the guide's side on statements, the other on anything."""
    stands_on = part.names("at")
    for at in stands_on:
        if at not in places:
            raise part.wrong(f"stands on {at}, which is no [[statement]]", f"mend {part.prefix}at")
        yield Backing(side, places[at].text, at)
    if "source" in part.row or (side is Side.OTHERS and not stands_on):
        yield Backing(side, part.words_of("source"))
    elif not stands_on:
        raise part.wrong(f"has no {part.prefix}at", f'add {part.prefix}at = ["3-2"]')


def _id(entry: Entry) -> str:
    slug = entry.text("id")
    if not SLUG.fullmatch(slug):
        raise entry.wrong("has an id that is no link", 'write small letters, e.g. id = "app-hours"')
    return slug


def _once(path: Path, key: str, values: Iterable[str]) -> None:
    for value, count in Counter(values).items():
        if count > 1:
            message = f"{count} entries have {key} = {value}; give each its own"
            raise BadAccount(f"{path}: {message}")
