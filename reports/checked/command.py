"""`tejun check`: reads guides, judges them, writes what was found."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from tqdm import tqdm

from fakes import editions
from fakes.policy import Policy
from guidance import ledger as ledgers
from guidance import many
from guidance.check import Report
from guidance.findings import Level
from guidance.reading.unreadable import Unreadable
from guidance.reviewed import Checker
from guidance.suspects import Suspect
from reports.checked import github, layout, markdown, record, sarif, text
from reports.checked.crossing import Crossing, could_not_run
from reports.checked.output import NotWritten, put, refuse
from runner.what_if import WhatIfFailed


@dataclass(frozen=True)
class Asked:
    """What was asked of `tejun check`."""

    paths: Sequence[str]
    form: str = "text"
    output: str | None = None
    strict: bool = False
    as_of: str | None = None
    language: str = "ja"
    ledger: str | None = None


def run(asked: Asked) -> int:
    """Check the guides; returns 0 for nothing to say, 1 for findings, 2 for bad input."""
    try:
        policies = possible(asked.as_of)
        paths = _paths(asked)
    except (editions.BadDay, Misnamed) as problem:
        return refuse(problem)
    checking = Checking(asked, policies)
    try:
        put(WRITERS[asked.form](asked, checking.reports(paths)), asked.output)
    except (NotWritten, Unreadable) as problem:
        return refuse(problem)
    for each in checking.problems:
        refuse(each)
    counting = {Level.ERROR, Level.WARNING} if asked.strict else {Level.ERROR}
    return 2 if checking.problems else int(bool(checking.levels & counting))


def possible(day: str | None) -> tuple[Policy, ...]:
    """The procedures that may have held on a day, or today's; raises `BadDay`."""
    return editions.possible(editions.day_named(day)) if day else (Policy(),)


class Misnamed(Exception):
    """The files named are none that can be checked so; the message says what to do."""


def _paths(asked: Asked) -> list[str]:
    paths = list(many.named(asked.paths))
    if not paths:
        folders = ", ".join(asked.paths)
        raise Misnamed(f"{folders}: holds no guide (.txt, .md, .html, .pdf); name one")
    if asked.ledger is not None and len(paths) > 1:
        raise Misnamed(f"{asked.ledger}: is the ledger of one guide, not of {len(paths)}; name one")
    if asked.output is not None and any(_same_file(asked.output, path) for path in paths):
        raise Misnamed(f"{asked.output}: is a guide to be checked; write the findings elsewhere")
    return paths


def _same_file(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


class Checking:
    """Checks guides one after the other, and keeps what the exit status depends on."""

    def __init__(self, asked: Asked, policies: Sequence[Policy]) -> None:
        self.problems: list[str] = []
        self.levels: set[Level] = set()
        self._policies = policies
        place = None if asked.ledger is None else Path(asked.ledger)
        self._checker = Checker(place, ledgers.FOLDER)
        self._crossing = Crossing()

    def reports(self, paths: Sequence[str]) -> Iterator[Report]:
        """The reports as they come, with a progress bar where somebody watches."""
        found = many.checked(paths, self._policies, self._checker)
        watched = len(paths) > many.FEW and sys.stderr.isatty()
        bar = tqdm(found, total=len(paths), unit="guide", disable=not watched, leave=False)
        for result in bar:
            if result.report is None:
                self.problems.append(result.problem)
                continue
            report = self._crossed(result.report, result.suspects)
            self.levels |= {finding.level for finding in report.findings}
            yield report

    def _crossed(self, report: Report, suspects: Sequence[Suspect]) -> Report:
        """With what the scenarios say, which they can of today's procedure only."""
        if not suspects or self._policies[-1] != Policy():
            return report
        try:
            return self._crossing.crossed(report, suspects)
        except WhatIfFailed as problem:
            self.problems.append(could_not_run(problem))
            return report


def _text(asked: Asked, reports: Iterator[Report]) -> Iterator[str]:
    width = layout.terminal_width() if asked.output is None else None
    style = text.Style(asked.language, layout.colours_wanted(asked.output), width)
    for report in reports:
        yield text.text(report, style)


def _json(asked: Asked, reports: Iterator[Report]) -> Iterator[str]:
    """One object for one guide, a list of them for more."""
    several = len(asked.paths) > 1 or Path(asked.paths[0]).is_dir()
    written = 0
    for report in reports:
        between = "[\n" if several and not written else ",\n" if written else ""
        yield between + indented(record.recorded(report, asked.language))
        written += 1
    if several:
        yield "\n]\n" if written else "[]\n"
    else:
        yield "\n" if written else ""


def indented(value: object) -> str:
    """A struct as JSON that people can read too."""
    return json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2)


def _sarif(asked: Asked, reports: Iterator[Report]) -> Iterator[str]:
    yield sarif.sarif(list(reports), asked.language)


def _github(asked: Asked, reports: Iterator[Report]) -> Iterator[str]:
    for report in reports:
        yield github.github(report, asked.language)


def _markdown(asked: Asked, reports: Iterator[Report]) -> Iterator[str]:
    for report in reports:
        yield markdown.markdown(report, asked.language)


Writer = Callable[[Asked, Iterator[Report]], Iterator[str]]
WRITERS: dict[str, Writer] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "markdown": _markdown,
}
