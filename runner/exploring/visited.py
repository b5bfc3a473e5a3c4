"""Which situations the scenarios visit: the features are run, and what they do is noted."""

import contextlib
import io
import os
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fakes import journal
from runner.exploring.interruptions import in_processes
from runner.exploring.situations import Situation, situation_of
from steps.fixtures import WORLD

ROOT = Path(__file__).parents[2]
FEATURES = ROOT / "features"


class FeaturesNotRun(Exception):
    """The features could not be run; the message is what pytest said."""


@dataclass(frozen=True)
class Visited:
    """Every situation that scenarios come through, and how many runs or checks of them failed."""

    situations: frozenset[Situation]
    failed: int


class Visits:
    """A pytest plugin that notes every situation that a scenario comes through."""

    def __init__(self) -> None:
        self.situations: set[Situation] = set()
        self.failed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a run that did not come to its end, or a check of what is written."""
        self.failed += report.failed and report.when == "call"

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, None, None]:
        """Look at the journey of a scenario when it is over."""
        try:
            yield
        finally:
            world = item.stash.get(WORLD, None)
            if world is not None:
                acts = [each for each in world.journal.entries if isinstance(each, journal.Act)]
                self.situations |= {situation_of(act) for act in acts}


def visited(features: Path = FEATURES) -> Visited:
    """What the scenarios of a folder or file visit.

    Raises `FeaturesNotRun` when they cannot be read. This takes a process of its own: pytest is
    not made to be run inside other programs.
    """
    (found,) = in_processes(_visited, [features], 1)
    return found


def _visited(features: Path) -> Visited:
    visits, said = Visits(), io.StringIO()
    # Somebody's options for pytest are meant for their own runs.
    os.environ.pop("PYTEST_ADDOPTS", None)
    arguments = [
        str(features),
        "-q",
        "-p",
        "no:cacheprovider",
        "--disable-warnings",
        f"--rootdir={ROOT}",
    ]
    arguments.append(f"--config-file={ROOT / 'pyproject.toml'}")
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = pytest.main(arguments, plugins=[visits])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise FeaturesNotRun(said.getvalue().strip())
    return Visited(frozenset(visits.situations), visits.failed)
