"""The pytest plugin that runs the features in one world, and notes every act of every scenario.

`tests.faults.journeys` is the other end.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from freezegun.api import FrozenDateTimeFactory

from fakes.centre.line import Line
from fakes.clock import now
from fakes.office import CardOffice
from fakes.policy import Policy
from fakes.world import World, WorldState
from steps.fixtures import SCENARIO_ID
from tests.faults.journeys import SEED, Journey, Place, write
from tests.recording import Recorder, Step, watch_devices

OFFICE = ("set_secret", "set_expiry", "set_birthday", "register_move", "revoke")
LINE = ("be_reachable", "arrange")
CONTACT = {"phone": "contact", "kiosk": "tray", "counter": "contact"}


class Recording:
    """Gives every scenario the same world, as it was at the start, and keeps the journeys."""

    def __init__(self, told: Path) -> None:
        self._told = told
        self._world: World | None = None
        self._start: WorldState | None = None
        self._journeys: list[Journey] = []
        self._befores: list[Place] = []
        self._steps: list[Step] = []

    @pytest.fixture
    def world(
        self, request: pytest.FixtureRequest, clock: FrozenDateTimeFactory, policy: Policy
    ) -> Iterator[World]:
        """The one world, in place of the scenario's own."""
        if self._world is None:
            self._world = World(policy, SEED)
            self._start = self._world.snapshot()
            self._watch(self._world)
        assert self._start is not None
        self._world.restore(self._start)
        self._befores, self._steps = [], []
        yield self._world
        self._befores.append(Place(self._world.snapshot(), now()))
        feature, _, name = request.node.stash[SCENARIO_ID].partition("/")
        self._journeys.append(Journey(feature, name, tuple(self._befores), tuple(self._steps)))

    def pytest_sessionfinish(self) -> None:
        """Write the journeys."""
        if self._world is not None:
            write(self._journeys, self._world, self._told)

    def _watch(self, world: World) -> None:
        parts = {device: {contact: ("arrange",)} for device, contact in CONTACT.items()}
        watch_devices(world, self._note, ("be", "stand_in"), parts)
        world.office = cast(CardOffice, Recorder(world, "office", OFFICE, self._note))
        world.line = cast(Line, Recorder(world, "line", LINE, self._note))

    def _note(self, before: WorldState, step: Step, _: Any) -> None:
        self._befores.append(Place(before, step.moment))
        self._steps.append(step)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names the file."""
    parser.addoption("--journeys", type=Path, required=True, help="where the journeys go")


def pytest_configure(config: pytest.Config) -> None:
    """Take over the worlds of the scenarios."""
    config.pluginmanager.register(Recording(config.getoption("--journeys")))
