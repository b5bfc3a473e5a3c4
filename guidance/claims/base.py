"""What a claim is: a fact that guides state, the field of the policy that holds it, how to compare."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from fakes.policy import Policy, origins
from fakes.words import Words
from guidance.look import Look
from guidance.polarity import Polarity, polarity


def _shown(field: str, value: object) -> Words:
    return origins()[field].shown(value)


@dataclass(frozen=True)
class Claim:
    """A fact that guides state.

    `field` names the field of `Policy` that holds it, and with it the tag of the scenarios that
    pin it. `other` are values that other sources give: a known divergence, told but no error.
    """

    id: str
    field: str
    name: Words
    divergence: str = ""
    other: tuple[object, ...] = ()

    def expected(self, policy: Policy, value: object = None) -> object:
        """What the procedure says, in the terms in which guides state it."""
        held = getattr(policy, self.field)
        if isinstance(value, Chain):
            return Chain(value.name, policy.resettable_at(value.name))
        return held

    def agrees(self, policy: Policy, value: object) -> bool:
        """Whether a stated value is what the procedure says."""
        if isinstance(value, Denied):
            return not self.agrees(policy, value.value)
        if isinstance(value, Said):
            return False
        if isinstance(value, Range):
            return value.holds(self.expected(policy))
        return bool(self.expected(policy, value) == value)

    def applied(self, policy: Policy, value: object) -> Policy | None:
        """The procedure as it would be if the guide were right; None when no value says how."""
        if isinstance(value, Range):
            value = value.low
        if isinstance(value, Chain):
            chains = dict(policy.chains) | {value.name: value.resets}
            value = tuple(chains.items())
        if value is None or type(value) is not type(getattr(policy, self.field)):
            return None
        changed: Any = {self.field: value}
        return dataclasses.replace(policy, **changed)

    def shown(self, value: object) -> Words:
        """A value as a reader sees it written."""
        if isinstance(value, Denied):
            denied = self.shown(value.value)
            return Words(f"「{denied.ja}」ではない", f"not {denied.en}")
        if isinstance(value, Range):
            low, high = (_shown(self.field, each) for each in (value.low, value.high))
            return Words(f"{low.ja}〜{high.ja}", f"{low.en} to {high.en}")
        if isinstance(value, Chain):
            return _shown(self.field, ((value.name, value.resets),))
        if isinstance(value, Said):
            return value.words
        return _shown(self.field, value)


@dataclass(frozen=True)
class Range:
    """A value that is said loosely: somewhere from `low` to `high`."""

    low: Any
    high: Any

    def holds(self, value: Any) -> bool:
        """Whether a value lies within, the ends included."""
        return bool(self.low <= value <= self.high)


@dataclass(frozen=True)
class Denied:
    """A value that is stated only to be denied: it is not so."""

    value: object


@dataclass(frozen=True)
class Chain:
    """What the kiosks of one chain can reset."""

    name: str
    resets: frozenset[Any]


@dataclass(frozen=True)
class Said:
    """A value in words, for what is wrong whatever the procedure's own value is."""

    words: Words


@dataclass(frozen=True)
class Stated:
    """What a sentence states of a claim, and with which part of its normal form.

    `sure` is False where it names what nobody knows, rather than what is known to be wrong.
    """

    claim: str
    value: object
    start: int
    end: int
    sure: bool = True


Recogniser = Callable[[Look], Iterator[Stated]]


def said(look: Look, claim: str, start: int, end: int, *, sure: bool = True) -> Stated:
    """What is wrong whatever the procedure says, in the guide's own words."""
    quote = look.sentence.quote(start, end)
    return Stated(claim, Said(Words(quote, quote)), start, end, sure)


def outcome(look: Look, start: int) -> Polarity | None:
    """What the sentence says of something from `start` on: the first clause that says anything."""
    for begin, end in look.clauses:
        if end <= start:
            continue
        said = polarity(look.text[max(begin, start) : end])
        if said is not None:
            return said
    return None


def possible(look: Look, start: int) -> bool | None:
    """Whether the sentence says from `start` on that something can be done; None if neither."""
    said = outcome(look, start)
    if said in (Polarity.CAN, Polarity.CANNOT):
        return said is Polarity.CAN
    return None
