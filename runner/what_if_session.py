"""The pytest plugin behind `runner.what_if`: each scenario again for every procedure to try.

What became of each run goes to a file; to pytest every scenario passes.
"""

import json
import pickle
from collections.abc import Generator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from pytest_bdd.parser import Step

from fakes.policy import Policy
from runner import internals
from runner.collection import FindingsItem, ScenarioItem
from runner.what_if import PASSED, UNCHANGED, Run, Variant


class Trying:
    """Runs the scenarios, and keeps what became of them."""

    def __init__(self, asked: Path, told: Path) -> None:
        self._variants: list[Variant] = pickle.loads(asked.read_bytes())
        self._told = told
        self._runs: list[Run] = []
        self._policy = Policy()
        self._step: Step | None = None
        self._failure: BaseException | None = None

    @pytest.fixture
    def policy(self) -> Policy:
        """The procedure that is now tried, in place of the suite's own."""
        return self._policy

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the scenarios that a variant takes; a feature that cannot be read ends it all."""
        broken = [
            found for item in items if isinstance(item, FindingsItem) for found in item.findings
        ]
        if broken:
            raise pytest.UsageError("\n".join(map(str, broken)))
        items[:] = [item for item in items if isinstance(item, ScenarioItem) and self._takers(item)]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: ScenarioItem, nextitem: pytest.Item | None) -> bool:
        """Run a scenario under the policy as it is, and under every variant that takes it."""
        for variant in (Variant(UNCHANGED, Policy()), *self._takers(item)):
            self._run(item, nextitem, variant)
        return True

    def pytest_bdd_step_error(self, step: Step) -> None:
        """Remember which step failed."""
        self._step = step

    def pytest_bdd_step_func_lookup_error(self, step: Step) -> None:
        """Remember which step has no definition."""
        self._step = step

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Note what a scenario fails with: of several failures, the first."""
        report = yield
        if call.excinfo is not None and self._failure is None:
            self._failure = call.excinfo.value
        return report

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write the runs, unless the session broke before they were all made."""
        if exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            runs = [asdict(run) for run in self._runs]
            self._told.write_text(json.dumps(runs), encoding="utf-8")

    def _takers(self, item: ScenarioItem) -> list[Variant]:
        tags = item.tags
        return [variant for variant in self._variants if variant.takes(tags)]

    def _run(self, item: ScenarioItem, nextitem: pytest.Item | None, variant: Variant) -> None:
        self._policy, self._step, self._failure = variant.policy, None, None
        internals.reports(item, nextitem)
        run = Run(
            path=item.path.relative_to(item.config.rootpath).as_posix(),
            line=item.row.template.line_number,
            scenario=item.row.template.name,
            row=item.row.label,
            index=item.row.index,
            policy=variant.name,
            outcome=PASSED,
        )
        self._runs.append(run if self._failure is None else _failed(run, self._failure, self._step))


def _failed(run: Run, failure: BaseException, step: Step | None) -> Run:
    message = str(failure).partition("\n")[0]
    run = replace(run, outcome=type(failure).__name__, message=message)
    if step is None:
        return run
    return replace(run, step=f"{step.keyword} {step.name}", step_line=step.line_number)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that name the two files."""
    parser.addoption("--what-if", type=Path, required=True, help="the procedures to try")
    parser.addoption("--told", type=Path, required=True, help="where what became of it goes")


def pytest_configure(config: pytest.Config) -> None:
    """Take over the running of scenarios."""
    trying = Trying(config.getoption("--what-if"), config.getoption("--told"))
    config.pluginmanager.register(trying)
