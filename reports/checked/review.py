"""`tejun review`: says what of a guide somebody has to look at, and records that somebody has."""

import datetime as dt
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fakes import clock, editions
from fakes.policy import Policy
from guidance import ledger as ledgers
from guidance.changes import Change, changes
from guidance.check import Report, judge, understood
from guidance.ledger import VERSION, BadLedger, Ledger, Review, Verdict
from guidance.present import present
from guidance.reading import read
from guidance.reading.octets import STANDARD_INPUT
from guidance.reading.unreadable import Unreadable
from guidance.reviewing import Renewal, awaiting, of_whole, on_line
from reports import files
from reports.checked import layout
from reports.checked.output import NotWritten, put, refuse
from reports.checked.review_text import Listing, nothing, recorded
from reports.checked.text import Style


class BadReview(Exception):
    """A review is asked for wrongly; the message says what, and what to do."""


@dataclass(frozen=True)
class Asked:
    """What was asked of `tejun review`."""

    path: str
    verdict: Verdict | None = None
    reason: str | None = None
    until: str | None = None
    by: str | None = None
    lines: Sequence[int] = ()
    with_text: bool = False
    ledger: str | None = None
    language: str = "ja"


def run(asked: Asked) -> int:
    """List what awaits review, or record a review; returns 0, 1 when something awaits, or 2."""
    today = clock.now().date()
    try:
        review = _review(asked, today)
        session = _session(asked, today)
        if review is None:
            return _listed(asked, session)
        return _recorded(asked, session, review)
    except (BadLedger, BadReview, NotWritten, Unreadable, editions.BadDay) as problem:
        return refuse(problem)


def _review(asked: Asked, today: dt.date) -> Review | None:
    """The review as it is to be recorded; None when none is, and what awaits one is listed."""
    reason = (asked.reason or "").strip()
    if asked.verdict is None:
        if reason or asked.until or asked.by or asked.lines or asked.with_text:
            raise BadReview("a review needs a verdict; add --verdict")
        return None
    if not reason:
        raise BadReview("a review needs a reason; add --reason")
    until = _until(asked, today)
    return Review(_who(asked.by), today, asked.verdict, reason, until)


def _until(asked: Asked, today: dt.date) -> dt.date | None:
    if asked.verdict != "deferred":
        if asked.until is not None:
            raise BadReview(f"--until belongs to --verdict deferred, not to {asked.verdict}")
        return None
    if asked.until is None:
        raise BadReview("what is deferred is so until a day; add --until, like 2027-03-31")
    until = editions.day_named(asked.until)
    if until < today:
        raise BadReview(f"{until.isoformat()} has passed; defer until today or a later day")
    return until


def _who(by: str | None) -> str:
    name = (by or "").strip() or _git_user()
    if not name:
        raise BadReview("nobody knows who reviews; add --by, or set git's user.name")
    return name


def _git_user() -> str:
    command = ["git", "config", "user.name"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


@dataclass(frozen=True)
class Session:
    """A guide beside its ledger; `ledger` is None before the first review."""

    report: Report
    ledger: Ledger | None
    where: Path
    found: Sequence[Change]
    today: dt.date

    @property
    def first(self) -> bool:
        """Whether nobody has reviewed the guide yet."""
        return self.ledger is None

    @property
    def awaiting(self) -> list[Change]:
        """What somebody has to look at."""
        return awaiting(self.found, self.today, self.first)


def _session(asked: Asked, today: dt.date) -> Session:
    where = _place(asked)
    reading = understood(read(asked.path))
    report = judge(reading, (Policy(),))
    ledger = ledgers.read(where) if os.path.exists(where) else None
    statements = present(reading, report.findings)
    found = changes(ledger or _empty(asked), statements, where)
    return Session(report, ledger, where, found, today)


def _place(asked: Asked) -> Path:
    if asked.ledger is not None:
        return Path(asked.ledger)
    if asked.path == STANDARD_INPUT:
        raise BadReview("standard input has no ledger of its own; name one with --ledger")
    return ledgers.place_of(asked.path)


def _empty(asked: Asked) -> Ledger:
    return Ledger(VERSION, Path(asked.path).name, [])


def _listed(asked: Asked, session: Session) -> int:
    style = Style(asked.language, layout.colours_wanted(None), layout.terminal_width())
    waiting = session.awaiting
    known = (session.report, waiting, session.first, session.today)
    listing = Listing(*known, style, asked.ledger)
    put([listing.text()], None)
    return 1 if waiting else 0


def _recorded(asked: Asked, session: Session, review: Review) -> int:
    whole = not asked.lines
    if whole:
        chosen = of_whole(session.found, session.today, session.first)
    else:
        chosen = [each for line in asked.lines for each in _on_line(session, line)]
    before = session.ledger or _empty(asked)
    after = Renewal(before, chosen, review, asked.with_text).ledger(session.found, whole)
    if after == session.ledger:
        put([nothing(session.report.name, asked.language)], None)
        return 0
    _write(session.where, after)
    done = {id(change) for change in chosen}
    left = sum(id(change) not in done for change in session.awaiting)
    put([recorded(session.where, review, len(chosen), left, asked.language)], None)
    return 0


def _on_line(session: Session, line: int) -> list[Change]:
    found = on_line(session.found, line)
    if not found:
        raise BadReview(f"{session.report.name}:{line}: no statement stands there; mend --line")
    return found


def _write(where: Path, ledger: Ledger) -> None:
    try:
        files.write(where, ledgers.encode(ledger))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise NotWritten(
            f"{where}: cannot be written ({reason}); choose another place with --ledger"
        ) from None
