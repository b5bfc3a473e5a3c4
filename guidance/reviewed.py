"""Checking a guide beside its ledger: what was looked at weighs less, what has changed is told."""

import dataclasses
import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fakes import clock
from fakes.policy import Policy
from fakes.words import Words
from guidance import ledger as ledgers
from guidance.change_findings import change_findings
from guidance.changes import Change, OtherGuide, changes
from guidance.check import Reading, Report, judge, understood
from guidance.findings import Finding, Level
from guidance.ledger import BadLedger, Ledger, Review
from guidance.many import Result
from guidance.present import WEIGHTY, Places, name, present
from guidance.reading import read
from guidance.reading.octets import STANDARD_INPUT
from guidance.reading.unreadable import Unreadable
from guidance.suspects import suspects

VERDICTS = {
    "no-impact": Words("影響なし", "no impact"),
    "scenarios-updated": Words("シナリオを直した", "scenarios updated"),
    "deferred": Words("延期", "deferred"),
}


@dataclass(frozen=True)
class Checker:
    """Checks guides beside their ledgers: the one at `place`, else each beside its own if any.

    It goes to other processes, and so it says itself in which `folder` ledgers lie.
    """

    place: Path | None
    folder: Path

    def __call__(self, path: str, policies: Sequence[Policy]) -> Result:
        """Check one guide; what cannot be read, guide or ledger, is said in the result."""
        try:
            reading = understood(read(path))
            report = judge(reading, policies)
            ledger, where = self._ledger(path)
            if ledger is None:
                return Result(path, report)
            return self._beside(path, reading, report, ledger, where, policies[-1])
        except (Unreadable, BadLedger) as problem:
            return Result(path, None, str(problem))

    def _ledger(self, path: str) -> tuple[Ledger | None, Path]:
        place = self.place
        if place is None and path != STANDARD_INPUT:
            usual = ledgers.place_of(path, self.folder)
            place = usual if os.path.exists(usual) else None
        return (None, Path()) if place is None else (ledgers.read(place), place)

    def _beside(
        self,
        path: str,
        reading: Reading,
        report: Report,
        ledger: Ledger,
        where: Path,
        policy: Policy,
    ) -> Result:
        try:
            return beside(path, reading, report, ledger, where, policy)
        except OtherGuide:
            if self.place is not None:
                raise
            return Result(path, report)


def beside(
    path: str, reading: Reading, report: Report, ledger: Ledger, where: Path, policy: Policy
) -> Result:
    """A report as it is with a ledger; raises `OtherGuide` when that is of another guide."""
    today = clock.now().date()
    found = changes(ledger, present(reading, report.findings), where)
    told = list(change_findings(found, today))
    softened = _softened(reading, report.findings, found, today)
    findings = in_order([*softened, *(finding for _, finding in told)])
    made = dataclasses.replace(report, findings=findings)
    return Result(path, made, suspects=tuple(suspects(reading, told, policy)))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by their place."""
    return tuple(sorted(findings, key=lambda each: (each.line, each.column)))


def _softened(
    reading: Reading, findings: Iterable[Finding], found: Sequence[Change], today: dt.date
) -> Iterator[Finding]:
    """The findings; those that somebody has seen, and let be, as notes."""
    places = Places(reading.looks)
    of = {change.index: change for change in found if change.index is not None}
    for finding in findings:
        index = places.index(finding)
        change = None if index is None else of[index]
        if change and change.entry and _let_be(change, finding, today):
            yield _noted(finding, change.entry.review)
        else:
            yield finding


def _let_be(change: Change, finding: Finding, today: dt.date) -> bool:
    seen = change.entry is not None and name(finding) in change.entry.findings
    return finding.level in WEIGHTY and seen and change.settled(today)


def _noted(finding: Finding, review: Review) -> Finding:
    verdict, day = VERDICTS[review.verdict], review.on.isoformat()
    ja, en = verdict.ja, verdict.en
    if review.until:
        ja, en = f"{review.until.isoformat()}まで{ja}", f"{en} until {review.until.isoformat()}"
    message = Words(
        f"{finding.message.ja}({day}に{review.by}が見直した。{ja}: {review.reason})",
        f"{finding.message.en} (reviewed by {review.by} on {day}; {en}: {review.reason})",
    )
    return dataclasses.replace(finding, level=Level.NOTE, message=message)
