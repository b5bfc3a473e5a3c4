"""What a review of the guide before the edit adds: changes are told also where no fact is known."""

import datetime as dt
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
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


def reviewed(guides: Sequence[Guide]) -> list[bool]:
    """Of every edit that changes what a person must do: whether a warning stands on its line.

    The guide as it was has been reviewed. Notes do not count, though each reworded statement has one.
    """
    with ProcessPoolExecutor() as pool:
        return [each for found in pool.map(_tried, guides) for each in found]


def _tried(guide: Guide) -> list[bool]:
    name = guide.path.name
    ledger = _ledger(name, guide.clean)
    known = {_key(each) for each in _weighty(name, guide.clean, ledger)}
    found = []
    for edit in guide.edits():
        if edit.changes:
            new = [each for each in _weighty(name, edit.text, ledger) if _key(each) not in known]
            found.append(any(each.line in edit.lines for each in new))
    return found


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
