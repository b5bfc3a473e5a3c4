"""A pytest plugin that runs each scenario again for every change of the policy that it pins.

A scenario pins the fields of the policy that it is tagged with. What became of each run goes to
the file given with `--pins`, as JSON; to pytest every scenario passes.
"""

import json
from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from fakes.policy import Policy
from runner import internals
from runner.collection import ScenarioItem
from tests.policy_changes import FIELDS, changed, changes

UNCHANGED = "(unchanged)"
PASSED = "passed"


@dataclass(frozen=True)
class Run:
    """One run of a scenario.

    `change` counts the changes of `field` from 0. `outcome` is the exception that the scenario
    failed with, or `PASSED`.
    """

    scenario: str
    field: str
    change: int
    outcome: str


class Pinning:
    """Runs the scenarios, and keeps what became of them."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._runs: list[Run] = []
        self._policy = Policy()
        self._outcome = PASSED

    @pytest.fixture
    def policy(self) -> Policy:
        """The procedure with the change that is now tried, in place of the suite's own."""
        return self._policy

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the scenarios that pin something."""
        items[:] = [item for item in items if isinstance(item, ScenarioItem) and _pinned(item)]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: ScenarioItem, nextitem: pytest.Item | None) -> bool:
        """Run a scenario under the policy as it is, and under every change."""
        self._policy = Policy()
        self._run(item, nextitem, UNCHANGED, 0)
        for field in _pinned(item):
            for change, value in enumerate(changes(field)):
                self._policy = changed(field, value)
                self._run(item, nextitem, field, change)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Note what a scenario fails with."""
        report = yield
        if call.excinfo is not None:
            self._outcome = call.excinfo.typename
        return report

    def pytest_sessionfinish(self) -> None:
        """Write the runs."""
        self._out.write_text(json.dumps([asdict(run) for run in self._runs]), encoding="utf-8")

    def _run(
        self, item: ScenarioItem, nextitem: pytest.Item | None, field: str, change: int
    ) -> None:
        self._outcome = PASSED
        internals.reports(item, nextitem)
        self._runs.append(Run(item.row.template.name, field, change, self._outcome))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names the file."""
    parser.addoption("--pins", type=Path, required=True, help="the file for what became of it")


def pytest_configure(config: pytest.Config) -> None:
    """Take over the running of scenarios."""
    config.pluginmanager.register(Pinning(config.getoption("--pins")))


def _pinned(item: ScenarioItem) -> list[str]:
    return [field for field in FIELDS if field in item.tags]
