"""What has changed in a guide since it was reviewed, statement by statement."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from guidance.claims import CLAIMS
from guidance.findings import Rule
from guidance.ledger import BadLedger, Entry, Ledger
from guidance.pairing import ALIKE, claims, out_of_order, paired
from guidance.present import Now
from guidance.sketch import distance

LEAST_SHARED = 0.2
"""A ledger of which less is found in the guide is that of another."""


LEAST_SAME = 0.15
"""Of the next edition of a guide more than this stays as it is, word by word."""


class OtherGuide(BadLedger):
    """A ledger can be read, but has next to nothing in common with the guide."""


@dataclass(frozen=True)
class Change:
    """One statement and what became of it; `rule` is None when nothing did.

    `index` is its place among the statements of now, `old` its place in the ledger; None where it
    has none. `line` is its own, or for one that is gone that of the statement that stood before it.
    `vocabulary` is what all statements named when they were reviewed.
    """

    rule: Rule | None
    entry: Entry | None
    now: Now | None
    index: int | None
    old: int | None
    line: int
    vocabulary: Set[str] = frozenset()

    @property
    def facts(self) -> tuple[list[str], list[str]]:
        """The facts that have gone, and those that have come."""
        before = self.entry.facts if self.entry else []
        after = self.now.facts if self.now else []
        gone = [fact for fact in before if fact not in after]
        return gone, [fact for fact in after if fact not in before]

    @property
    def means(self) -> bool:
        """Whether what the guide tells people to do may have become another thing."""
        if self.rule in (Rule.ADDED, Rule.REMOVED):
            return any(self.facts)
        return self.rule is Rule.FACT_CHANGED or self.doubtful

    @property
    def doubtful(self) -> bool:
        """Whether it was reworded, and with that perhaps denied, though no fact is known of it."""
        if self.rule is not Rule.REWORDED or self.entry is None or self.now is None:
            return False
        if self.entry.signs is None:  # its tenor was another one, too
            return False
        before, after = self.entry.tenor, self.now.tenor
        denied = before and after and before != after
        return bool(denied or any(self.signs) or any(self.names))

    @property
    def signs(self) -> tuple[list[str], list[str]]:
        """The figures, labels and denials that have gone, and those that have come."""
        if self.entry is None or self.now is None or self.entry.signs is None:
            return [], []
        before, after = Counter(self.entry.signs), Counter(self.now.signs)
        return sorted((before - after).elements()), sorted((after - before).elements())

    @property
    def names(self) -> tuple[list[str], list[str]]:
        """The people and places that have gone, and those that have come.

        With them have come the nouns that stood nowhere in the guide.
        """
        if self.entry is None or self.now is None or self.entry.names is None:
            return [], []
        before, after = set(self.entry.names), self.now.names
        gone = sorted(name for name in before - after.keys() if not name.startswith("#"))
        come = [kept for kept in after if kept not in before]
        told = [kept for kept in come if kept[0] != "#" or kept not in self.vocabulary]
        return gone, [after[kept] for kept in told]

    def due(self, today: dt.date) -> bool:
        """Whether it was deferred until a day that has passed."""
        return self.entry is not None and self.entry.review.due(today)

    @property
    def unseen(self) -> bool:
        """Whether it has errors or warnings that nobody has seen, or not in these words."""
        known = self.entry is not None and self.rule is not Rule.REWORDED
        before = self.entry.findings if self.entry and known else []
        return self.now is not None and not set(self.now.findings) <= set(before)

    def awaits(self, today: dt.date) -> bool:
        """Whether somebody has to look at it."""
        return self.means or self.unseen or self.due(today)

    def settled(self, today: dt.date) -> bool:
        """Whether it is what somebody has looked at, and found that nothing has to be done."""
        same = self.rule in (None, Rule.COSMETIC, Rule.MOVED)
        return same and self.entry is not None and self.entry.review.holds(today)


def changes(ledger: Ledger, statements: Sequence[Now], where: object) -> list[Change]:
    """Pair the entries with the statements; raises `OtherGuide` when they do not fit at all."""
    pairs = paired(ledger.entries, statements)
    shared = sum(_likeness(ledger.entries[old], statements[new]) for new, old in pairs.items())
    same = sum(
        ledger.entries[old].fingerprint == statements[new].fingerprint for new, old in pairs.items()
    )
    few = min(len(ledger.entries), len(statements))
    if shared < LEAST_SHARED * few or same < LEAST_SAME * few:
        raise OtherGuide(
            f"{where}: is the ledger of another guide ({ledger.guide});"
            " name the right one with --ledger"
        )
    moved = out_of_order(pairs)
    turned = _turned(ledger.entries, statements, pairs)
    vocabulary = {name for entry in ledger.entries for name in entry.names or ()}
    found = []
    for index, now in enumerate(statements):
        old = pairs.get(index)
        entry = None if old is None else ledger.entries[old]
        rule = _rule(entry, now, index in moved, index in turned)
        found.append(Change(rule, entry, now, index, old, now.line, vocabulary))
    return [*found, *_gone(ledger, statements, pairs)]


def _likeness(entry: Entry, now: Now) -> float:
    """How far a pair speaks for the two to be of one guide; short texts are alike by chance."""
    if entry.fingerprint == now.fingerprint:
        return 1
    return 0.5 if distance(entry.sketch, now.sketch) <= ALIKE else 0


def _rule(entry: Entry | None, now: Now, moved: bool, turned: bool) -> Rule | None:
    if entry is None:
        return Rule.ADDED
    # The same characters may have another normal form in another version of tejun.
    alike = entry.fingerprint == now.fingerprint or entry.exact == now.exact
    # Where nothing that is read has changed, other facts are but those that this version reads.
    same = alike and entry.context == now.context
    if (moved and turned) or (not same and sorted(entry.facts) != sorted(now.facts)):
        return Rule.FACT_CHANGED
    if not alike:
        return Rule.REWORDED
    if moved:
        return Rule.MOVED
    return Rule.COSMETIC if entry.exact != now.exact else None


def _turned(
    entries: Sequence[Entry], statements: Sequence[Now], pairs: Mapping[int, int]
) -> set[int]:
    """The steps that stand between other steps than before.

    A list of steps that moves as a whole tells people to do the same; a step that moves alone does
    not.
    """
    steps = [index for index in sorted(pairs) if _is_step(statements[index].facts)]
    before = [old for old, entry in enumerate(entries) if _is_step(entry.facts)]
    after = dict(pairwise(before))
    now = [pairs[index] for index in steps]
    along = {
        each
        for first, second in pairwise(now)
        if after.get(first) == second
        for each in (first, second)
    }
    return {index for index in steps if pairs[index] not in along}


def _is_step(facts: Sequence[str]) -> bool:
    return not claims(facts) <= CLAIMS.keys()


def _gone(ledger: Ledger, statements: Sequence[Now], pairs: Mapping[int, int]) -> list[Change]:
    """The entries whose statement is no longer there."""
    lines = {old: statements[index].line for index, old in pairs.items()}
    line, found = 1, []
    for old, entry in enumerate(ledger.entries):
        line = lines.get(old, line)
        if old not in lines:
            found.append(Change(Rule.REMOVED, entry, None, None, old, line))
    return found
