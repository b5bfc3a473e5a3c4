"""The world that the steps act on, the frozen clock, and the journey told when a step fails."""

import os
import sys
from collections.abc import Generator, Iterator

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from pytest_bdd.parser import Feature, Scenario

from fakes.card.card import Card
from fakes.counter import Counter
from fakes.kiosk.kiosk import Kiosk
from fakes.phone.phone import Phone
from fakes.policy import Policy
from fakes.screen import ScenarioMistake
from fakes.walks import Knowledge
from fakes.world import FIRST_PASSWORD, FIRST_PIN, World
from steps.as_of import NAMES_A_TIME, USUAL_TIME, AsOf, asked_for

REAL_TIME_FOR = ["_pytest", "pytest_bdd", "xdist", "execnet", "pluggy", "reports"]
"""The runner's own clocks go on, or its reports would say that everything took no time."""

SCENARIO_ID = pytest.StashKey[str]()
WORLD = pytest.StashKey[World]()
AS_OF = pytest.StashKey[AsOf]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that chooses the procedure of another day."""
    parser.getgroup("features", "features").addoption(
        "--as-of",
        metavar="YYYY-MM-DD",
        default=None,
        help="follow the procedure as it was on this day (see fakes/editions.py)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose the procedure of the day that was asked for."""
    if config.option.as_of is not None:
        config.stash[AS_OF] = asked_for(config.option.as_of)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which procedure was followed, if it is not simply today's."""
    asked = terminalreporter.config.stash.get(AS_OF, None)
    if asked is not None:
        terminalreporter.ensure_newline()
        terminalreporter.write_line(f"  {asked.describe()}")


@pytest.fixture(scope="session")
def frozen_time() -> Iterator[FrozenDateTimeFactory]:
    """Freeze time once a session: starting costs far more than moving."""
    with freeze_time(USUAL_TIME, ignore=REAL_TIME_FOR) as frozen:
        assert isinstance(frozen, FrozenDateTimeFactory)
        yield frozen


@pytest.fixture
def clock(
    request: pytest.FixtureRequest, frozen_time: FrozenDateTimeFactory
) -> FrozenDateTimeFactory:
    """The clock of this scenario, at its usual time."""
    asked = request.config.stash.get(AS_OF, None)
    steps = getattr(request.node, "steps", ()) if asked else ()
    named = any(step.name.startswith(NAMES_A_TIME) for step in steps)
    frozen_time.move_to(asked.usual_time if asked and not named else USUAL_TIME)
    return frozen_time


@pytest.fixture
def policy(request: pytest.FixtureRequest) -> Policy:
    """The procedure that the fakes follow."""
    asked = request.config.stash.get(AS_OF, None)
    return asked.policy if asked else Policy()


@pytest.fixture
def world(
    request: pytest.FixtureRequest, clock: FrozenDateTimeFactory, policy: Policy
) -> Iterator[World]:
    """The world of this scenario, made up from the scenario's own name."""
    made = World(policy, seed=request.node.stash[SCENARIO_ID])
    request.node.stash[WORLD] = made
    yield made
    made.close()
    # The journey has been told by now; a world kept for every scenario would slow a long run down.
    del request.node.stash[WORLD]


@pytest.fixture
def phone(world: World) -> Phone:
    """The person's phone."""
    return world.phone


@pytest.fixture
def kiosk(world: World) -> Kiosk:
    """The copier in the store where the person is."""
    return world.kiosk


@pytest.fixture
def counter(world: World) -> Counter:
    """The municipal counter where the person is."""
    return world.counter


@pytest.fixture
def card(world: World) -> Card:
    """The person's card."""
    return world.card


@pytest.fixture
def knowledge() -> Knowledge:
    """What the person remembers, unless the scenario says otherwise."""
    return Knowledge(FIRST_PIN, FIRST_PASSWORD)


def pytest_bdd_before_scenario(
    request: pytest.FixtureRequest, feature: Feature, scenario: Scenario
) -> None:
    """Name the scenario by feature, title and row: the same whichever way it was collected."""
    row = request.node.name.partition("[")[2].removesuffix("]")
    parts = [os.path.basename(feature.filename), scenario.name, row]
    request.node.stash[SCENARIO_ID] = "/".join(filter(None, parts))


def pytest_bdd_after_scenario(
    request: pytest.FixtureRequest, feature: Feature, scenario: Scenario
) -> None:
    """Refuse a scenario whose trouble never came: it would show nothing of it.

    Raises `ScenarioMistake`, unless a step has failed already.
    """
    world = request.node.stash.get(WORLD, None)
    if world is not None and sys.exc_info()[0] is None and world.is_trouble_left:
        raise ScenarioMistake(
            "カードが離れること、または予約センターとのやり取りの障害が、起こらないまま終わりました。"
            "それが起こる操作を書くか、その前提を消してください。"
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell the journey so far, so that the cause of a failure shows without a debugger."""
    report = yield
    if report.when == "call" and report.failed and WORLD in item.stash:
        world = item.stash[WORLD]
        title = f"ここまでの道のり (journey, seed {world.seed!r})"
        report.sections.append((title, world.journal.tell()))
    return report
