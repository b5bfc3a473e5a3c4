"""What `tejun review` says: what awaits a review, and what was recorded."""

import datetime as dt
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fakes.words import Words
from guidance.change_findings import message, told
from guidance.changes import Change
from guidance.check import Report
from guidance.findings import Finding
from guidance.ledger import Review
from guidance.present import name
from guidance.reviewed import VERDICTS
from reports.checked.layout import painted, shortened, visible, wrapped
from reports.checked.text import COLOURS, INDENT, PLACE, TITLES, Style, counted

HOW = Words(
    '記録するには: tejun review {asked} --verdict no-impact --reason "理由"',
    'to record a review: tejun review {asked} --verdict no-impact --reason "why"',
)
READ_ANEW = Words(
    "新しく見直した文はない。記録を読み取り直した", "read anew; no statement was reviewed"
)


@dataclass(frozen=True)
class Listing:
    """What awaits review in a guide; at the `first` review, everything.

    `ledger` is the one that was asked for; None when it lies at its usual place.
    """

    report: Report
    waiting: Sequence[Change]
    first: bool
    today: dt.date
    style: Style
    ledger: str | None = None

    def text(self) -> str:
        """Every statement that awaits review, and how many there are."""
        if not self.waiting:
            return nothing(self.report.name, self.style.language)
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        shown = [change for change in self.waiting if not self._silent(change)]
        for change in shown:
            yield from self._statement(change)
            yield ""
        total = _total(len(self.waiting), len(self.waiting) - len(shown), self.style.language)
        yield from wrapped(f"{self.report.name}: {total}", "", self.style.width)
        asked = shlex.join([self.report.name, *(["--ledger", self.ledger] if self.ledger else ())])
        how = getattr(HOW, self.style.language).format(asked=asked)
        yield from wrapped(how, "", self.style.width)

    def _silent(self, change: Change) -> bool:
        """At the first review, what states nothing that was understood needs no line of its own."""
        found = change.now.findings if change.now else []
        return self.first and not any(change.facts) and not found

    def _statement(self, change: Change) -> Iterator[str]:
        place = visible(f"{self.report.name}:{change.line}")
        yield painted(place, PLACE, self.style.colour)
        if change.now:
            yield from self._wrapped(f"「{shortened(change.now.text)}」")
        words = told(change) if self.first else message(change, self.today)
        yield from self._wrapped(getattr(words, self.style.language))
        for found in self._findings(change):
            yield from self._finding(found)

    def _findings(self, change: Change) -> list[Finding]:
        named = {name(found): found for found in self.report.findings}
        return [named[each] for each in (change.now.findings if change.now else ())]

    def _finding(self, found: Finding) -> Iterator[str]:
        title = TITLES[self.style.language][found.level]
        said = getattr(found.message, self.style.language)
        first, *more = self._wrapped(f"{title} {said}")
        yield first.replace(title, painted(title, COLOURS[found.level], self.style.colour), 1)
        yield from more

    def _wrapped(self, text: str) -> Iterator[str]:
        return wrapped(text, INDENT, self.style.width) if text else iter(())


def _total(waiting: int, silent: int, language: str) -> str:
    if language == "ja":
        more = f"(うち事実の読み取れない文{silent}件は略)" if silent else ""
        return f"見直しを待つ文{waiting}件{more}"
    more = f" ({silent} of them, without facts, left out here)" if silent else ""
    return f"{counted(waiting, 'statement')} to review{more}"


def nothing(document: str, language: str) -> str:
    """That nothing awaits review."""
    said = "見直しを待つ文はありません" if language == "ja" else "nothing awaits review"
    return f"{visible(document)}: {said}\n"


def recorded(where: Path, review: Review, count: int, left: int, language: str) -> str:
    """That a review was recorded, and what still awaits one.

    It is of no statement when other facts are now read in what was reviewed before, or texts kept.
    """
    if not count:
        return f"{visible(str(where))}: {getattr(READ_ANEW, language)}\n"
    verdict = VERDICTS[review.verdict]
    if language == "ja":
        rest = f"。まだ{left}件が見直しを待つ" if left else ""
        said = f"{count}文の見直しを記録した({verdict.ja}、{review.by})"
    else:
        rest = f"; {left} left to review" if left else ""
        said = f"recorded the review of {counted(count, 'statement')} ({verdict.en}, {review.by})"
    return f"{visible(str(where))}: {said}{rest}\n"
