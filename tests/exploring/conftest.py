"""Engines and searches to test, and worlds put to any state that they reached."""

from collections.abc import Callable

import pytest
from freezegun.api import FrozenDateTimeFactory

from runner.exploring import parts
from runner.exploring.acts import DEVICES
from runner.exploring.engine import Engine
from runner.exploring.parts import Parts
from runner.exploring.survey import begun
from tests.exploring.searches import START

Begin = Callable[..., Engine]
PutTo = Callable[[Engine, Parts], None]


@pytest.fixture
def begin(clock: FrozenDateTimeFactory) -> Begin:
    """Explore from a start: `begin("usable", 500)`, with what `Engine` takes."""

    def engine(
        start: str, states: int, at: tuple[str, ...] = DEVICES, faults: bool = True
    ) -> Engine:
        made = begun(START[start], clock, faults, at)
        made.explore(states, None, lambda _: True)
        return made

    return engine


@pytest.fixture
def put_to(clock: FrozenDateTimeFactory) -> PutTo:
    """Put an engine's world, and the time, to a whole state."""

    def put(engine: Engine, here: Parts) -> None:
        clock.move_to(here.moment)
        parts.put_back(engine.world, here)

    return put
