"""A way in the order of a scenario: what holds first, then what is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from fakes import journal
from fakes.centre.line import Trouble
from runner.exploring.acts import Act
from runner.exploring.engine import Engine
from runner.exploring.parts import Parts
from runner.exploring.situations import Situation, situation_of
from runner.exploring.space import Reached

TROUBLES = frozenset(trouble.name for trouble in Trouble)


class NotWritable(Exception):
    """A way cannot be told in steps; the message names what is missing."""


@dataclass(frozen=True)
class Done:
    """An act of a way, and how the world was before it.

    `call` is the first call to the centre from then on: the one that an arranged trouble strikes.
    """

    act: Act
    before: Parts
    call: str = ""


def is_circumstance(act: Act) -> bool:
    """Whether an act only arranges what will go wrong: a scenario says so at its beginning."""
    return act.kind == "departure" or (act.kind == "line" and act.on != "up")


def in_order(engine: Engine, reached: Reached, situation: Situation) -> list[Done]:
    """The way to a situation with its circumstances first.

    Raises `NotWritable` when it then leads elsewhere.
    """
    way = engine.way(reached)
    if not any(map(is_circumstance, way)):
        indexes = engine.space.states_on_the_way_to(reached.state)
        states = [engine.parts_of(engine.space.states[index]) for index in indexes]
        return [Done(act, before) for act, before in zip(way, states, strict=True)]
    ordered = sorted(way, key=lambda act: not is_circumstance(act))
    followed = engine.follow(ordered)
    if len(followed) < len(ordered) or situation not in _situations(followed[-1][1]):
        raise NotWritable("what goes wrong only on the way")
    return [
        Done(act, before, _first_call(followed[place:]) if act.on in TROUBLES else "")
        for place, (act, (before, _)) in enumerate(zip(ordered, followed, strict=True))
    ]


def _situations(entries: Sequence[journal.Entry]) -> set[Situation]:
    return {situation_of(entry) for entry in entries if isinstance(entry, journal.Act)}


def _first_call(followed: Sequence[tuple[Parts, Sequence[journal.Entry]]]) -> str:
    calls = [
        entry.call
        for _, entries in followed
        for entry in entries
        if isinstance(entry, journal.Call)
    ]
    return calls[0] if calls else ""
