"""A world for the tests of the fakes, and how many examples Hypothesis tries."""

import os
from collections.abc import Iterator

import pytest
from freezegun.api import FrozenDateTimeFactory
from hypothesis import settings

from fakes.policy import Policy
from fakes.world import World
from steps.fixtures import WORLD

settings.register_profile("dev", max_examples=300, deadline=None, derandomize=True)
settings.register_profile("ci", max_examples=10_000, deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture
def world(
    request: pytest.FixtureRequest, clock: FrozenDateTimeFactory, policy: Policy
) -> Iterator[World]:
    """A fresh world at the usual time; its journey is told when the test fails."""
    made = World(policy, seed="the tests of the fakes")
    request.node.stash[WORLD] = made
    yield made
    made.close()
