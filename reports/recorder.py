"""Records each scenario while it runs, in the process that runs it (a worker of pytest-xdist too).

What is recorded travels with the test report. The world is that of the fixture `world`, whichever
plugin defines it; scenarios without one are recorded without a journey.
"""

import datetime as dt
from collections.abc import Generator
from functools import cache
from time import perf_counter
from typing import Any

import msgspec
import pytest
from pytest_bdd.exceptions import StepDefinitionNotFoundError

from fakes import journal
from fakes.card.describe import describe
from fakes.screen import Screen as ShownScreen
from fakes.world import World
from reports import spoken
from reports.record import RECORDED, Record
from reports.run import (
    Act,
    Call,
    Counters,
    Entry,
    Exchange,
    Result,
    Screen,
    Walked,
)
from runner.collection import ScenarioItem, definitions_for
from runner.definitions import Found

RECORD = pytest.StashKey["Recording"]()


class Recording:
    """What is noted while a scenario runs: how far it came, and where each step's entries end."""

    def __init__(self) -> None:
        self.world: World | None = None
        self.results: list[Result] = []
        self.seconds: list[float] = []
        self.ends: list[int] = []
        self.counters: list[Counters | None] = []
        self._began = 0.0

    def step_begins(self) -> None:
        """Note the beginning of a step."""
        self._began = perf_counter()

    def step_ended(self, result: Result) -> None:
        """Note the end of a step."""
        self.results.append(result)
        self.seconds.append(perf_counter() - self._began if self._began else 0.0)
        world = self.world
        self.ends.append(len(world.journal.entries) if world else 0)
        self.counters.append(_counters(world) if world else None)


def pytest_bdd_before_scenario(request: pytest.FixtureRequest) -> None:
    """Begin a recording."""
    request.node.stash[RECORD] = Recording()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Take hold of the scenario's world when it is made."""
    made = yield
    if isinstance(made, World) and RECORD in request.node.stash:
        request.node.stash[RECORD].world = made
    return made


def pytest_bdd_before_step(request: pytest.FixtureRequest) -> None:
    """Note that a step begins."""
    request.node.stash[RECORD].step_begins()


def pytest_bdd_after_step(request: pytest.FixtureRequest) -> None:
    """Note that a step passed."""
    request.node.stash[RECORD].step_ended("passed")


def pytest_bdd_step_error(request: pytest.FixtureRequest) -> None:
    """Note that a step failed."""
    request.node.stash[RECORD].step_ended("failed")


def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest) -> None:
    """Note that a step has no definition."""
    request.node.stash[RECORD].step_ended("undefined")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let the record travel with the report of the call, or of what failed around it."""
    report = yield
    if isinstance(item, ScenarioItem) and (report.when == "call" or not report.passed):
        record = _record(item, call, report)
        # A worker sends its reports through a channel that knows plain values only.
        setattr(report, RECORDED, _encoded(record))
    return report


def _encoded(record: Record) -> bytes:
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        # A lone surrogate, which no JSON in UTF-8 can hold, becomes a question mark.
        return msgspec.json.encode(_writable(msgspec.to_builtins(record)))


def _writable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _writable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_writable(each) for each in value]
    return value


def _record(item: ScenarioItem, call: pytest.CallInfo[None], report: pytest.TestReport) -> Record:
    recording = item.stash.get(RECORD, Recording())
    screens: dict[Screen, int] = {}
    definitions = definitions_for(item)
    read = [definitions.find(step) if definitions else None for step in item.steps]
    steps = _steps(item, recording, read, screens)
    known = [counters for counters in recording.counters if counters]
    return Record(
        path=str(item.path),
        line=item.row.template.line_number,
        row=item.row.index,
        result=report.outcome,
        started=report.start,
        seconds=report.duration,
        steps=steps,
        templates=spoken.templates(item, read) if item.row.values else [],
        definitions=[spoken.definition(item, found) for found in read],
        screens=list(screens),
        before=_before(item, recording),
        after=known[-1] if known else None,
        error=_error(call),
        details=_details(report),
    )


def _steps(
    item: ScenarioItem,
    recording: Recording,
    read: list[Found | None],
    screens: dict[Screen, int],
) -> list[Walked]:
    steps: list[Walked] = []
    start = 0
    for number, (step, found) in enumerate(zip(item.steps, read, strict=True)):
        english = spoken.english(found) if found else ""
        text = step.name if item.row.values else ""
        if number >= len(recording.results):
            steps.append(Walked("skipped", 0.0, text, english))
            continue
        end = recording.ends[number]
        entries = _entries(recording.world, start, end, screens)
        result = recording.results[number]
        seconds = round(recording.seconds[number], 6)
        counters = recording.counters[number]
        steps.append(Walked(result, seconds, text, english, entries, counters))
        start = end
    return steps


def _entries(
    world: World | None, start: int, end: int, screens: dict[Screen, int]
) -> tuple[Entry, ...]:
    if world is None:
        return ()
    return tuple(
        _entry(entry, screens)
        for entry in world.journal.entries[start:end]
        if not journal.is_more_of_a_file(entry)
    )


def _entry(entry: journal.Entry, screens: dict[Screen, int]) -> Entry:
    at = _seconds(entry.moment)
    if isinstance(entry, journal.Act):
        deed = entry.deed
        before, after = (_place(each, screens) for each in (entry.before, entry.screen))
        return Act(at, entry.device, deed.kind, deed.on, deed.typed, before, after)
    if isinstance(entry, journal.Exchange):
        words = describe(entry.command, entry.reply)
        return Exchange(at, entry.reader, words.ja, words.en)
    return Call(at, entry.call, entry.outcome)


@cache
def _seconds(moment: dt.datetime) -> int:
    """Seconds since 1970; the clock of a scenario stands still most of the time."""
    return int(moment.timestamp())


def _place(shown: ShownScreen, screens: dict[Screen, int]) -> int:
    """Where a screen stands in the list of screens; a new one is put at its end."""
    field = shown.field
    screen = Screen(
        shown.title,
        shown.message,
        shown.choices,
        field.label if field else None,
        field.secret if field else False,
        shown.rows,
        shown.wants_card,
    )
    return screens.setdefault(screen, len(screens))


def _before(item: ScenarioItem, recording: Recording) -> Counters | None:
    """The counters when the last of the first circumstances was set."""
    before = None
    for step, counters in zip(item.steps, recording.counters, strict=False):
        if step.type != "given":
            break
        before = counters
    return before


def _counters(world: World) -> Counters:
    """Look at the card's own memory: asking by APDU after every step costs a tenth of a run."""
    memory = world.card.snapshot().memory
    return Counters(memory.authentication.tries_left, memory.signature.tries_left)


def _error(call: pytest.CallInfo[None]) -> str:
    """Why it failed, in the words of whoever raised it."""
    if call.excinfo is None:
        return ""
    value = call.excinfo.value
    if isinstance(value, StepDefinitionNotFoundError):
        return str(value)
    message = str(getattr(value, "msg", None) or value)
    name = type(value).__name__
    return (
        message
        if isinstance(value, AssertionError | pytest.fail.Exception)
        else f"{name}: {message}"
    )


def _details(report: pytest.TestReport) -> str:
    if report.passed:
        return ""
    parts = [f"{title}\n{text}" for title, text in report.sections]
    return "\n\n".join([report.longreprtext, *parts])
