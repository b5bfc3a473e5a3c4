"""The pytest plugin that judges mutants: the tests are collected once, then run in forks.

Each mutant is tried with the scenarios that reach its function, then with the other tests that do.
The verdicts are mutmut's exit codes, so that `mutmut browse` and `mutmut show` understand them.
"""

import functools
import json
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
import types
from pathlib import Path
from typing import Any, NoReturn, cast

import pytest
from coverage import Coverage, CoverageData
from mutmut.mutation import trampoline
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name
from mutmut.workers.isolation import ForkRunner

from runner import internals
from runner.collection import ScenarioItem
from tests.mutants.detours import Detours

SURVIVED = 0
BY_FEATURES = 1
BY_OTHERS = 3
FAILED_TO_JUDGE = 35
UNREACHED = 33
"""No test reaches the function."""

AT_IMPORT = "(import)"
"""In the place of a test: the function has done its work when the tests are collected."""

OURS = ("fakes", "features", "guidance", "runner", "steps", "tests")
TESTS = ("features", "tests/fakes", *sorted(map(str, Path().glob("tests/test_*.py"))))
OTHERS = tuple(path for path in TESTS if path != "features")
PYTEST = (
    sys.executable,
    "-m",
    "pytest",
    "-q",
    "-s",
    "-x",
    "--tb=native",
    "--no-header",
    "-p",
    "no:cacheprovider",
)
LEAST_SECONDS = 2.0
TIMES_AS_LONG = 10.0
"""How much processor time a test may take under a mutant, beside what it takes without."""

MOST_MEMORY = 2 << 30

ITSELF = "tests/test_pins.py"
"""Runs the features in a process of its own, with other facts: a judge of facts, not of code."""


class Broken(Exception):
    """The tests do not pass without a mutant."""


class Judge:
    """Runs the collected tests under mutants."""

    def __init__(self, asked: Path, told: Path) -> None:
        self._asked: list[Any] = json.loads(asked.read_text(encoding="utf-8"))
        self._told = told
        self._hints = told.with_name("hints")
        self._items: dict[str, pytest.Item] = {}
        self._at_import: set[str] = set()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the tests that judge something else."""
        items[:] = [item for item in items if not item.nodeid.startswith(ITSELF)]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Find out which tests reach which lines, then judge."""
        self._items = {item.nodeid: item for item in session.items}
        self._at_import = set(state()._stats)
        reached = self._reach()
        with self._told.open("w", encoding="utf-8") as told:
            self._judge(reached, told)
        return True

    def _reach(self) -> CoverageData:
        """Run everything once, and note what it reaches and how long it takes."""
        trampoline.set_mutant_under_test("")
        coverage = Coverage(data_file=None, source=["fakes"], config_file=False)
        coverage.start()
        for item in self._items.values():
            _forget_what_was_made()
            coverage.switch_context(item.nodeid)
            began = time.process_time()
            reports = internals.reports(item, None)
            if any(report.failed for report in reports):
                texts = [str(report.longrepr) for report in reports if report.failed]
                raise Broken("\n".join([item.nodeid, *texts]))
            state().duration_by_test[item.nodeid] = time.process_time() - began
        coverage.stop()
        return coverage.get_data()

    def _judge(self, reached: CoverageData, told: Any) -> None:
        self._detours = Detours(OURS)
        self._detours.close()
        runner = ForkRunner(os.cpu_count() or 1, cast(Any, self))
        runner.startup()
        reached_in = functools.cache(
            lambda file: reached.contexts_by_lineno(str(Path(file).resolve()))
        )

        def note() -> None:
            result = runner.wait_for_result()
            # A process that the system ended (memory, a crash) has noticed the mutant, too.
            verdict = BY_OTHERS if result.exit_code < 0 else result.exit_code
            if verdict not in (SURVIVED, BY_FEATURES, BY_OTHERS, UNREACHED):
                raise Broken(f"{result.mutant_name} was not judged: {result.exit_code}")
            told.write(json.dumps([result.mutant_name, verdict]) + "\n")
            told.flush()

        for name, file, first, last in self._asked:
            while not runner.has_capacity():
                note()
            lines = reached_in(file)
            tests = {test for line in range(first, last + 1) for test in lines.get(line, ())}
            tests.discard("")
            if not tests and mangled_name_from_mutant_name(name) in self._at_import:
                tests = {AT_IMPORT}
            # Each test has its own limit; these two only hold should that fail.
            seconds = 60 + 10 * sum(state().duration_by_test[test] for test in tests)
            runner.submit(name, list(tests), int(seconds), seconds)
        while runner.pending_count():
            note()

    def run_tests(self, *, mutant_name: str, tests: list[str]) -> int:
        """Judge a mutant, in a process forked for it; `tests` come with the fastest first.

        What noticed another mutant of the same function comes before them.
        """
        try:
            return self._verdict(mutant_name, tests)
        except BaseException:  # else pytest would end the process with a verdict of its own
            traceback.print_exc(file=sys.__stderr__)
            return FAILED_TO_JUDGE

    def _verdict(self, mutant_name: str, tests: list[str]) -> int:
        function = mangled_name_from_mutant_name(mutant_name)
        self._detours.open(function)
        trampoline.get_mutant_under_test = lambda: mutant_name
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        _forget_what_was_made()
        hints = self._hints_for(function)
        tests = sorted(tests, key=lambda test: hints.get(test, len(hints)))
        items = [self._items[test] for test in tests if test != AT_IMPORT]
        scenarios = [item for item in items if isinstance(item, ScenarioItem)]
        others = [item for item in items if not isinstance(item, ScenarioItem)]
        for verdict, chosen in ((BY_FEATURES, scenarios), (BY_OTHERS, others)):
            for number in (signal.SIGPROF, signal.SIGXCPU):
                signal.signal(number, functools.partial(_out_of_time, verdict))
            for item, following in zip(chosen, [*chosen[1:], None], strict=False):
                seconds = LEAST_SECONDS + TIMES_AS_LONG * state().duration_by_test[item.nodeid]
                signal.setitimer(signal.ITIMER_PROF, seconds)
                if _fails(item, following):
                    self._note_hint(function, item.nodeid)
                    return verdict
        signal.setitimer(signal.ITIMER_PROF, 0)
        return _judge_anew() if function in self._at_import else SURVIVED

    def _hints_for(self, function: str) -> dict[str, int]:
        """The tests that noticed other mutants of a function, the last one first."""
        if not self._hints.exists():
            return {}
        lines = self._hints.read_text(encoding="utf-8").splitlines()
        noticed = [json.loads(line) for line in reversed(lines)]
        of_function = dict.fromkeys(test for each, test in noticed if each == function)
        return {test: place for place, test in enumerate(of_function)}

    def _note_hint(self, function: str, test: str) -> None:
        with self._hints.open("a", encoding="utf-8") as file:
            file.write(json.dumps([function, test]) + "\n")


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    try:
        return any(report.failed for report in internals.reports(item, following))
    except BaseException:  # a hook that looks at the world after a failure may break over it
        return True


def _out_of_time(verdict: int, number: int, frame: types.FrameType | None) -> NoReturn:
    """A test that does not end has noticed the mutant."""
    os._exit(verdict)


def _forget_what_was_made() -> None:
    """Empty the caches of the fakes, or what the unchanged functions made would be found there."""
    for name, module in list(sys.modules.items()):
        if name.startswith("fakes."):
            for value in list(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if clear is not None:
                    clear()


def _judge_anew() -> int:
    """Judge what has run already when the tests are collected: in processes of their own."""
    for verdict, paths in ((BY_FEATURES, ("features",)), (BY_OTHERS, OTHERS)):
        command = [*PYTEST, f"--deselect={ITSELF}", *paths]
        done = subprocess.run(command, capture_output=True, check=False, timeout=120)
        if done.returncode != 0:
            return verdict
    return SURVIVED


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that name the two files."""
    parser.addoption("--asked", type=Path, required=True, help="the mutants to judge")
    parser.addoption("--told", type=Path, required=True, help="where the verdicts go")


def pytest_configure(config: pytest.Config) -> None:
    """Take over the running of tests."""
    config.pluginmanager.register(Judge(config.getoption("--asked"), config.getoption("--told")))
