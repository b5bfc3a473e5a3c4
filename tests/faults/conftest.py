"""The journeys of all features, recorded once."""

from collections.abc import Iterator

import pytest
from freezegun.api import FrozenDateTimeFactory

from tests.faults.journeys import Journey
from tests.faults.runs import Runs
from tests.faults.stage import stage


@pytest.fixture(scope="session")
def staged(frozen_time: FrozenDateTimeFactory) -> Iterator[tuple[list[Journey], Runs]]:
    """All journeys, and what strikes at them."""
    with stage(frozen_time) as made:
        yield made


@pytest.fixture
def journeys(staged: tuple[list[Journey], Runs]) -> list[Journey]:
    """The journeys of all features."""
    return staged[0]


@pytest.fixture
def runs(staged: tuple[list[Journey], Runs]) -> Runs:
    """What strikes at journeys; what it did once it knows from then on."""
    return staged[1]
