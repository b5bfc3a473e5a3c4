"""Which statement of a guide is which entry of its ledger."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from guidance.ledger import Entry
from guidance.present import Now
from guidance.sketch import distance

ALIKE = 20
"""Sketches of two wordings of one statement differ in at most so many bits; measured on edits."""

WINDOW = 60
"""Within a gap, a statement is compared with so many entries before and after its own place."""

Pair = tuple[int, int]
"""A statement, by its place among those of now, and its entry, by its place in the ledger."""


def paired(entries: Sequence[Entry], statements: Sequence[Now]) -> dict[int, int]:
    """The entry of each statement that has one: first what is the same, then what is alike."""
    found: dict[int, int] = {}
    gaps = []
    old = [entry.fingerprint for entry in entries]
    new = [now.fingerprint for now in statements]
    for before, after in _between(_anchors(entries, statements), len(old), len(new)):
        for kind, olds, news in _matched(old, new, before, after):
            if kind == "equal":
                found.update(zip(news, olds, strict=True))
            else:
                gaps.append((olds, news))
    found.update(_elsewhere(old, new, gaps))
    taken = set(found.values())
    for before, after in gaps:
        left_olds = [each for each in before if each not in taken]
        left_news = [each for each in after if each not in found]
        found.update(_alike(entries, statements, left_olds, left_news))
    return found


def _anchors(entries: Sequence[Entry], statements: Sequence[Now]) -> list[Pair]:
    """What is the same among the same, in order: it cuts a long guide into short pieces."""
    places: dict[tuple[str, str], deque[int]] = {}
    for old, entry in enumerate(entries):
        places.setdefault((entry.fingerprint, entry.context), deque()).append(old)
    pairs = {}
    for new, now in enumerate(statements):
        same = places.get((now.fingerprint, now.context))
        if same:
            pairs[new] = same.popleft()
    astray = out_of_order(pairs)
    return [(new, old) for new, old in pairs.items() if new not in astray]


def _between(anchors: Sequence[Pair], olds: int, news: int) -> Iterator[tuple[range, range]]:
    """The pieces that the anchors cut; each anchor with what stands before it."""
    begin = first = 0
    for new, old in anchors:
        yield range(first, old + 1), range(begin, new + 1)
        begin, first = new + 1, old + 1
    yield range(first, olds), range(begin, news)


def _matched(
    old: Sequence[str], new: Sequence[str], before: range, after: range
) -> Iterator[tuple[str, range, range]]:
    """What is the same in a piece, and what is left between it."""
    olds = old[before.start : before.stop]
    news = new[after.start : after.stop]
    for kind, first, last, begin, end in SequenceMatcher(None, olds, news, False).get_opcodes():
        yield kind, before[first:last], after[begin:end]


def _elsewhere(
    old: Sequence[str], new: Sequence[str], gaps: Sequence[tuple[range, range]]
) -> Iterator[Pair]:
    """The same statements at other places."""
    places: dict[str, list[int]] = {}
    for before, _ in gaps:
        for index in before:
            places.setdefault(old[index], []).append(index)
    for _, after in gaps:
        for index in after:
            same = places.get(new[index])
            if same:
                yield index, same.pop(0)


def _alike(
    entries: Sequence[Entry], statements: Sequence[Now], olds: list[int], news: list[int]
) -> Iterator[Pair]:
    """Within one gap: the nearest first, then, one for one, what states the same claims.

    Where a single statement stands in the place of a single one, it is that, whatever it says.
    """
    near = sorted(_near(entries, statements, olds, news))
    left_olds, left_news = dict.fromkeys(olds), dict.fromkeys(news)
    for _, old, new in near:
        if old in left_olds and new in left_news:
            del left_olds[old], left_news[new]
            yield new, old
    if len(left_olds) == len(left_news):
        for old, new in zip(left_olds, left_news, strict=True):
            shared = claims(entries[old].facts) & claims(statements[new].facts)
            if shared or len(olds) == len(news) == 1:
                yield new, old


def _near(
    entries: Sequence[Entry], statements: Sequence[Now], olds: list[int], news: list[int]
) -> Iterator[tuple[int, int, int]]:
    """(distance, entry, statement) of those that are alike and at about the same place."""
    for number, new in enumerate(news):
        middle = number * len(olds) // len(news)
        for old in olds[max(0, middle - WINDOW) : middle + WINDOW]:
            apart = distance(entries[old].sketch, statements[new].sketch)
            if apart <= ALIKE:
                yield apart, old, new


def claims(facts: Sequence[str]) -> set[str]:
    """The claims and acts that facts are about."""
    return {fact.partition("=")[0] for fact in facts}


def out_of_order(pairs: Mapping[int, int]) -> set[int]:
    """The statements that are out of order: all but the longest run that is in it."""
    order = [pairs[index] for index in sorted(pairs)]
    keep = set(_longest_rising(order))
    return {index for index in pairs if pairs[index] not in keep}


def _longest_rising(values: Sequence[int]) -> list[int]:
    tails: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(last[place - 1] if place else None)
        tails[place : place + 1] = [value]
        last[place : place + 1] = [index]
    found, at = [], last[-1] if last else None
    while at is not None:
        found.append(values[at])
        at = before[at]
    return found
