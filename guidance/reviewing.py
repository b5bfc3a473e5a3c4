"""Recording that somebody has looked: the ledger as it is after a review."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from guidance.changes import Change
from guidance.findings import Rule
from guidance.ledger import Entry, Ledger, Review

READ_ANEW = (Rule.ADDED, Rule.REMOVED, Rule.REWORDED)
"""What somebody who reviews the whole guide has looked at, though it need not be looked at."""

BEFORE_ALL = -1


def awaiting(found: Sequence[Change], today: dt.date, first: bool) -> list[Change]:
    """What somebody has to look at, in the guide's order: everything at the first review."""
    waits = [change for change in found if first or change.awaits(today)]
    return sorted(waits, key=lambda change: change.line)


def on_line(found: Sequence[Change], line: int) -> list[Change]:
    """The statements on a line; what is gone counts to the line that it stood after."""
    return [
        change
        for change in found
        if change.line <= line <= (change.now.last_line if change.now else change.line)
    ]


def of_whole(found: Sequence[Change], today: dt.date, first: bool) -> list[Change]:
    """What somebody has looked at who has reviewed the whole guide."""
    return [change for change in found if first or change.awaits(today) or change.rule in READ_ANEW]


class Renewal:
    """The ledger as it becomes when some statements are reviewed.

    `whole` says that the whole guide was: then what only stands elsewhere, or is only written
    otherwise, is taken over with the review that it had.
    """

    def __init__(
        self, ledger: Ledger, reviewed: Sequence[Change], review: Review, with_text: bool
    ) -> None:
        self._ledger = ledger
        self._reviewed = {_key(change) for change in reviewed}
        self._review = review
        self._with_text = with_text

    def ledger(self, found: Sequence[Change], whole: bool) -> Ledger:
        """The ledger: what is not written anew stays where it is, the rest goes in between."""
        stays = dict(enumerate(self._ledger.entries))
        after: dict[int, list[Entry]] = {}
        anchor = BEFORE_ALL
        for change in found:
            entry = self._written(change, whole)
            if change.old is not None and (entry is not None or self._gone(change)):
                del stays[change.old]
            elif change.old is not None:
                stays[change.old] = self._kept(change, stays[change.old], whole)
                anchor = change.old
            if entry is not None:
                after.setdefault(anchor, []).append(entry)
        entries = [*after.get(BEFORE_ALL, ())]
        for place, entry in stays.items():
            entries += [entry, *after.get(place, ())]
        return replace(self._ledger, entries=entries)

    def _gone(self, change: Change) -> bool:
        return change.now is None and _key(change) in self._reviewed

    def _written(self, change: Change, whole: bool) -> Entry | None:
        """The new entry of a statement; None when there is none, or the old one stays."""
        if change.now is None:
            return None
        with_text = self._with_text or bool(change.entry and change.entry.text)
        if _key(change) in self._reviewed:
            return change.now.entry(self._review, with_text)
        if whole and change.entry is not None and change.rule is not None:
            made = change.now.entry(change.entry.review, with_text)
            return replace(made, findings=change.entry.findings)
        return None

    def _kept(self, change: Change, entry: Entry, whole: bool) -> Entry:
        """An entry that stays; its text can only be added while the statement is the same."""
        if change.now is None or change.rule is not None:
            return entry
        if self._with_text:
            entry = replace(entry, text=change.now.text)
        if not whole:
            return entry
        # Another version of tejun may have read other facts in the same words.
        now = change.now
        seen = {"signs": now.signs, "names": [*now.names]}
        return replace(entry, facts=now.facts, tenor=now.tenor, **seen)


def _key(change: Change) -> tuple[int | None, int | None]:
    return change.index, change.old
