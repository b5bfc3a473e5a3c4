"""The pytest plugin: options, collection of feature files, and what is said at the end."""

import gc
import os
import re
from collections.abc import Generator
from pathlib import Path

import pytest

from runner import document, internals
from runner.catalogue import catalogue
from runner.collection import FeatureFile, FindingsItem, ScenarioItem
from runner.document import Unreadable
from runner.findings import as_json
from runner.lint_session import DESELECTED, lint_session
from runner.locations import fill_locations

pytest_plugins = ("runner.failure", "runner.workers")

AT_LINE = re.compile(r"(?P<file>.+\.feature)::L(?P<line>\d+)")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the runner."""
    group = parser.getgroup("features", "features")
    group.addoption(
        "--lint-features",
        nargs="?",
        const="text",
        choices=("text", "json", "before"),
        help="say what is wrong with features and steps (as text or JSON) instead of running;"
        " with `before`, run as well, and fail as a test of its own when something is wrong",
    )
    group.addoption(
        "--steps",
        action="store_true",
        help="print the step catalogue instead of running anything",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FeatureFile | None:
    """Collect feature files as they lie."""
    if file_path.suffix != ".feature":
        return None
    return FeatureFile.from_parent(parent, path=file_path)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Understand `file.feature::L42`, and keep the garbage collector away from what is collected.

    Thousands of scenarios make hundreds of thousands of objects that live until the end; to walk
    them again and again costs more than running the steps.
    """
    session.config.args[:] = [_at_line(arg, session.config) for arg in session.config.args]
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_bdd_after_scenario(request: pytest.FixtureRequest) -> None:
    """Keep pytest-bdd's account of the scenario only where some report asks for it."""
    option = request.config.option
    if option.cucumber_json_path is None and not option.gherkin_terminal_reporter:
        internals.forget_scenario_report(request.node)


def _at_line(arg: str, config: pytest.Config) -> str:
    match = AT_LINE.fullmatch(arg)
    if match is None:
        return arg
    path = (config.invocation_params.dir / match["file"]).resolve()
    line = int(match["line"])
    try:
        feature = document.read(path)
    except Unreadable as error:
        raise pytest.UsageError(str(error)) from error
    name = document.name_at(feature, line)
    if name is None or line > len(path.read_text(encoding="utf-8").splitlines()):
        raise pytest.UsageError(f"{match['file']}:{line}: no scenario stands at this line")
    return f"{match['file']}::{name}"


def pytest_configure(config: pytest.Config) -> None:
    """Print nothing but the findings where a program reads them."""
    if config.option.lint_features == "json":
        config.option.verbose = -2
        config.option.no_header = True


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Remember that not all scenarios are there to be linted."""
    if items:
        items[0].config.stash[DESELECTED] = True


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Put what the linter says before the scenarios, as a test that fails."""
    if session.config.option.lint_features != "before":
        return
    findings = tuple(lint_session(session))
    if findings:
        items[:] = [item for item in items if not isinstance(item, FindingsItem)]
        lint: FindingsItem = FindingsItem.from_parent(session, name="lint")
        lint.findings = findings
        items.insert(0, lint)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Lint or list instead of running, when asked to."""
    config = session.config
    writer = config.get_terminal_writer()
    if config.option.steps:
        items = [item for item in session.items if isinstance(item, ScenarioItem)]
        for line in catalogue(items):
            writer.line(line)
        return True
    if config.option.lint_features in (None, "before"):
        return None
    findings = lint_session(session)
    if config.option.lint_features == "json":
        writer.line(as_json(findings))
    else:
        for finding in findings:
            writer.line(str(finding), red=finding.level == "error")
        count = len(findings)
        writer.line(f"{count} {'finding' if count == 1 else 'findings'} in the features")
    session.testsfailed = len(findings)
    return True


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fill the places of step definitions into the Cucumber JSON, which pytest-bdd leaves empty."""
    path = session.config.getoption("cucumber_json_path", None)
    if path and os.path.exists(path) and not hasattr(session.config, "workerinput"):
        items = [item for item in session.items if isinstance(item, ScenarioItem)]
        fill_locations(Path(path), items)
