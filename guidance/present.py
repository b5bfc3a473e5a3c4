"""The statements of a guide as they stand now, in the terms of its ledger."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from guidance.check import Reading
from guidance.claims import Said
from guidance.document import Kind
from guidance.findings import Finding, Level
from guidance.judge import Statement
from guidance.ledger import Entry, Review
from guidance.look import Look
from guidance.named import known, nouns
from guidance.normal import normal
from guidance.polarity import polarity
from guidance.signs import signs
from guidance.sketch import sketch
from guidance.walking.acts import acts
from guidance.walking.told import Told

WEIGHTY = frozenset({Level.ERROR, Level.WARNING})

LONGEST_WORDS = 12
"""What a guide says in more characters than these stands in its ledger as a fingerprint."""

STEP = "step="
"""A numbered step of which no act was understood: it is one all the same."""

LINE_NAMED = re.compile(r"[0-9]+行目")


class Now(msgspec.Struct, frozen=True):
    """A statement as the guide has it now; `line` and `column` count from 1.

    `end_column` is where it ends if it ends on that line, `last_line` the line where it does.
    `names` has the words of the guide beside what its ledger keeps of them. The rest is what an entry
    holds.
    """

    fingerprint: str
    exact: str
    sketch: str
    context: str
    facts: list[str]
    findings: list[str]
    tenor: str
    signs: list[str]
    names: dict[str, str]
    text: str
    line: int
    column: int
    end_column: int
    last_line: int

    def entry(self, review: Review, with_text: bool) -> Entry:
        """The entry of this statement once it is reviewed."""
        text = self.text if with_text else ""
        prints = (self.fingerprint, self.exact, self.sketch, self.context)
        seen = (self.signs, [*self.names])
        return Entry(*prints, self.facts, review, self.findings, self.tenor, text, *seen)


def present(reading: Reading, findings: Iterable[Finding]) -> list[Now]:
    """Every sentence of a guide with what it states, and what a check finds in it."""
    facts: dict[int, dict[str, None]] = {}
    for each in reading.statements:
        facts.setdefault(each.look.sentence.index, {})[fact(each)] = None
    places = Places(reading.looks)
    seen: dict[int | None, dict[str, None]] = {}
    for found in findings:
        if found.level in WEIGHTY:
            seen.setdefault(places.index(found), {})[name(found)] = None
    return [
        _now(look, [*facts.get(index, ()), *_acts(look)], sorted(seen.get(index, ())))
        for index, look in enumerate(reading.looks)
    ]


class Places:
    """Where the sentences of a guide begin, to find the one in which a finding stands."""

    def __init__(self, looks: Sequence[Look]) -> None:
        starts = [look.sentence.place(0) for look in looks]
        order = sorted((place.line, place.column, index) for index, place in enumerate(starts))
        self._starts = [(line, column) for line, column, _ in order]
        self._indices = [index for _, _, index in order]

    def index(self, found: Finding) -> int | None:
        """The sentence in which a finding stands; None when it stands before all of them."""
        place = bisect_right(self._starts, (found.line, found.column))
        return self._indices[place - 1] if place else None


def fact(statement: Statement) -> str:
    """What a statement states, as a ledger keeps it: reservation-validity=24時間.

    The guide's own words would be its text, which a ledger keeps only when asked: long ones are
    told by a fingerprint.
    """
    value = statement.stated.value
    words = statement.shown().ja.replace("\n", "; ")
    if isinstance(value, Said):
        words = _kept(normal(words).value)
    return f"{statement.claim.id}={words}"


def _kept(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else f"#{_hash(words)}"


def name(found: Finding) -> str:
    """A finding, by what stays the same when only lines move: contradicts kiosk-closes 1f2e…."""
    told = LINE_NAMED.sub("", found.message.ja)
    print_of = _hash(f"{normal(found.part).value}\n{told}")
    return " ".join(filter(None, [found.rule.value, found.claim, print_of]))


def _now(look: Look, facts: list[str], findings: list[str]) -> Now:
    sentence = look.sentence
    first = sentence.place(0)
    last = sentence.place(max(0, len(sentence.text) - 1))
    return Now(
        _hash(sentence.text),
        _hash(sentence.whole),
        sketch(sentence.text),
        _hash(_context(look)),
        facts,
        findings,
        "" if set(facts) - {STEP} else _tenor(sentence.text),
        sorted(_kept(sign) for sign in signs(sentence.text)),
        _names(sentence.text),
        sentence.whole,
        first.line,
        first.column,
        (last if last.line == first.line else first).column + 1,
        last.line,
    )


def _names(text: str) -> dict[str, str]:
    """People and places as they are; nouns, which would be the guide's text, as fingerprints."""
    named = {name: name for name in sorted(known(text))}
    return named | {f"#{_hash(noun)[:8]}": noun for noun in sorted(nouns(text))}


def _acts(look: Look) -> Iterator[str]:
    """The acts of a numbered step: a changed label changes what a person must do."""
    block = look.sentence.block
    if block.kind is Kind.ITEM and block.number is not None:
        told = acts(look.text.rstrip("。"))
        yield from dict.fromkeys([_act(each) for each in told] or [STEP])


def _act(told: Told) -> str:
    wrong = f" ({told.wrong})" if told.wrong else ""
    return f"{told.does.value}={told.label or told.thing.value}{wrong}"


def _context(look: Look) -> str:
    """All that a sentence is read with, but itself."""
    sentence = look.sentence
    over = [*sentence.heads, sentence.row, sentence.column]
    return "\n".join([*over, *look.before, look.topic.name if look.topic else ""])


def _tenor(text: str) -> str:
    """Whether a text allows or denies."""
    said = polarity(text)
    return said.value if said else ""


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
