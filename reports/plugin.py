"""The pytest plugin behind `tejun run`: gathers what is recorded, and writes every report.

Loaded with `-p reports.plugin`; plain pytest runs without it. Whatever becomes of the run, the
document says so: from its start until its end it says that the run is not finished.
"""

import contextlib
import datetime as dt
import gc
import signal
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import msgspec
import pytest

from reports import outputs, terminal
from reports.assemble import Place
from reports.record import RECORDED, Record
from reports.run import Outcome, Problem
from reports.sources import uri_of
from runner.collection import ScenarioItem

pytest_plugins = ("reports.recorder",)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the reports."""
    group = parser.getgroup("reports", "reports")
    group.addoption(
        "--reports",
        metavar="DIR",
        default=None,
        help="where the reports go (default: reports/out)",
    )
    group.addoption(
        "--previous",
        metavar="RUN.JSON",
        default=None,
        help="the run to compare with (default: run.json where the reports go)",
    )


class Gatherer:
    """Gathers records and problems in the process that leads the run."""

    def __init__(self, config: pytest.Config) -> None:
        self._root = config.rootpath
        self._records: dict[Place, Record] = {}
        self._problems: list[Problem] = []
        self._outcome: Outcome | None = None
        self._paths: set[Path] = set()
        self._notes: list[str] = []
        self._started = dt.datetime.now().astimezone()
        self._runs = not _only_lists(config)
        self._outputs = outputs.Outputs(config)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self) -> None:
        """Let the document say that a run is under way."""
        if not self._runs:
            return
        try:
            self._outputs.begin(self._started)
        except OSError as error:
            # Nothing of a long run may be lost for want of a place to put it.
            raise pytest.UsageError(
                f"{self._outputs.folder}: no report can be written there ({error.strerror});"
                " name another folder with --reports"
            ) from error

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Remember which files take part; from here on the reports are those of this run."""
        self._paths |= {item.path for item in session.items if isinstance(item, ScenarioItem)}
        if self._runs:
            self._outputs.clear()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note what could not be collected."""
        if report.failed:
            self._problems.append(Problem(report.nodeid, report.longreprtext))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in the record of a scenario, or note what failed outside of one."""
        told = getattr(report, RECORDED, None)
        if told is not None:
            self._take_in(msgspec.json.decode(told, type=Record))
        elif report.failed:
            self._problems.append(Problem(report.nodeid, report.longreprtext))

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Note that somebody, or a failing collection, stopped the run."""
        self._outcome = "interrupted"
        words = str(excinfo.value) or "stopped from the keyboard"
        self._problems.append(Problem("", words))

    def pytest_internalerror(self, excrepr: object) -> None:
        """Note that the runner itself broke."""
        self._outcome = "crashed"
        self._problems.append(Problem("", str(excrepr)))

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_sessionfinish(
        self, session: pytest.Session, exitstatus: int
    ) -> Generator[None, object, object]:
        """Write all reports, after pytest's own and before anything is said of them."""
        try:
            result = yield
            if self._runs:
                with _undisturbed():
                    self._finish(session, exitstatus)
        except OSError as error:
            self._notes.append(f"{error.filename}: cannot be written ({error.strerror})")
            self._outputs.clear()
            session.exitstatus = pytest.ExitCode.USAGE_ERROR
            return None
        return result

    def _finish(self, session: pytest.Session, exitstatus: int) -> None:
        if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
            self._notes.append("no scenario was selected, so nothing ran; the reports stay")
        if exitstatus in (pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.NO_TESTS_COLLECTED):
            self._outputs.abandon()
            return
        outcome = self._outcome or ("failed" if exitstatus else "passed")
        told = self._outputs.finish(
            self._started, outcome, self._problems, self._records, self._paths
        )
        if told != "passed" and exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say the result in short, and where the reports are."""
        for note in (*self._outputs.notes, *self._notes):
            terminalreporter.ensure_newline()
            terminalreporter.write_line(f"  tejun: {note}", red=True)
        if self._outputs.run is not None:
            terminal.tell(terminalreporter, self._outputs.run, self._outputs.written)

    def _take_in(self, record: Record) -> None:
        path = Path(record.path)
        self._paths.add(path)
        place = (uri_of(path, self._root), record.line, record.row)
        earlier = self._records.get(place)
        if earlier is not None:
            # The tear-down failed after the call: the scenario did not end well.
            earlier.result = "failed"
            earlier.error = "\n".join(filter(None, [earlier.error, record.error]))
            earlier.details = "\n".join(filter(None, [earlier.details, record.details]))
            return
        self._records[place] = record


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Neither looks for garbage nor listens to Ctrl-C until the reports are written.

    Much is made and little is dropped, so that looking costs a fifth of the time; and whoever has
    waited for a run does not want to lose it in its last moment.
    """
    gc.disable()
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _only_lists(config: pytest.Config) -> bool:
    option = config.option
    return option.collectonly or option.steps or option.lint_features in ("text", "json")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Gather in the leading process; workers only record. What is not named means all features."""
    option = config.option
    if option.reports == "":
        raise pytest.UsageError("--reports is empty; name a folder, or leave it out")
    if _only_lists(config):
        option.xmlpath = option.cucumber_json_path = None
    if config.args_source is not pytest.Config.ArgsSource.ARGS:
        config.args[:] = [str(config.rootpath / "features")]
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Gatherer(config), "tejun-gatherer")
