"""The journeys of all features, set up to be struck at."""

from collections.abc import Iterator
from contextlib import contextmanager

from freezegun.api import FrozenDateTimeFactory

from fakes.world import World
from steps.as_of import USUAL_TIME
from tests.faults.journeys import SEED, Journey, journeys
from tests.faults.play import Play
from tests.faults.runs import Runs


@contextmanager
def stage(clock: FrozenDateTimeFactory) -> Iterator[tuple[list[Journey], Runs]]:
    """All journeys, and what strikes at them."""
    clock.move_to(USUAL_TIME)
    world = World(seed=SEED)
    yield journeys(world), Runs(Play(world, clock))
    world.close()
