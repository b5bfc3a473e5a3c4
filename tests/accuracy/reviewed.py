"""What a review of the guide before the edit adds: changes are told also where no fact is known."""

import datetime as dt
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from fakes.policy import Policy
from guidance.check import judge, understood
from guidance.findings import Finding, Level
from guidance.ledger import VERSION, Ledger, Review
from guidance.present import present
from guidance.reading import read_octets
from guidance.reviewed import beside
from tests.accuracy.marked import Guide

TODAY = Policy()
REVIEW = Review("the author", dt.date(2026, 1, 5), "no-impact", "It is right as it is.")


@dataclass(frozen=True)
class Reviewed:
    """Of every edit whether it came out right, once the guide as it was has been reviewed.

    `found`: a warning stands on the line of an edit that changes what a person must do. `quiet`: an
    edit that changes nothing gives no warning at all. Each statement that is reworded has a note,
    which counts for neither.
    """

    found: list[bool]
    quiet: list[bool]


def reviewed(guides: Sequence[Guide]) -> Reviewed:
    """Try all edits of all guides that replace words, on all cores."""
    with ProcessPoolExecutor() as pool:
        tried = list(pool.map(_tried, guides))
    found = [right for each in tried for right in each.found]
    return Reviewed(found, [right for each in tried for right in each.quiet])


def _tried(guide: Guide) -> Reviewed:
    name = guide.path.name
    ledger = _ledger(name, guide.clean)
    known = {_key(each) for each in _weighty(name, guide.clean, ledger)}
    result = Reviewed([], [])
    for edit in guide.edits():
        new = [each for each in _weighty(name, edit.text, ledger) if _key(each) not in known]
        if edit.changes:
            result.found.append(any(each.line in edit.lines for each in new))
        else:
            result.quiet.append(not new)
    return result


def _ledger(name: str, text: str) -> Ledger:
    reading = understood(read_octets(name, text.encode()))
    report = judge(reading, [TODAY])
    entries = [now.entry(REVIEW, False) for now in present(reading, report.findings)]
    return Ledger(VERSION, name, entries)


def _weighty(name: str, text: str, ledger: Ledger) -> list[Finding]:
    reading = understood(read_octets(name, text.encode()))
    report = judge(reading, [TODAY])
    result = beside(name, reading, report, ledger, Path("the ledger"), TODAY)
    assert result.report is not None
    return [each for each in result.report.findings if each.level is not Level.NOTE]


def _key(found: Finding) -> tuple[str, str, int]:
    return found.rule.value, found.claim, found.line
