"""How well guides are judged stays at least as good as it was; `make accuracy` says it in full."""

import pytest

from tests.accuracy import phrases
from tests.accuracy.marked import guides
from tests.accuracy.measure import Result, measured
from tests.accuracy.reviewed import reviewed

LEAST_FOUND = {"guides": 0.98, "lists": 0.98, "held": 0.86}
LEAST_QUIET = {"guides": 0.99, "lists": 0.98, "held": 0.99}
LEAST_REVIEWED = {"lists": (0.99, 0.99), "held": (0.98, 0.79)}
LEAST_PHRASES = {True: 0.98, False: 0.97}


@pytest.fixture(scope="module", params=sorted(LEAST_FOUND))
def judged(request: pytest.FixtureRequest) -> tuple[str, list[Result]]:
    return request.param, measured(guides(request.param))


def _share(results: list[Result], changes: bool) -> float:
    rights = [each.right for one in results for each in one.edits if each.edit.changes is changes]
    assert len(rights) > 50
    return sum(rights) / len(rights)


def test_what_changes_is_found(judged: tuple[str, list[Result]]) -> None:
    name, results = judged
    assert _share(results, changes=True) >= LEAST_FOUND[name]


def test_what_changes_nothing_gives_no_error(judged: tuple[str, list[Result]]) -> None:
    name, results = judged
    assert _share(results, changes=False) >= LEAST_QUIET[name]


@pytest.mark.parametrize("name", sorted(LEAST_REVIEWED))
def test_what_changes_since_a_review_is_found(name: str) -> None:
    result = reviewed(guides(name))
    least_found, least_quiet = LEAST_REVIEWED[name]
    assert sum(result.found) >= least_found * len(result.found) > 50
    assert sum(result.quiet) >= least_quiet * len(result.quiet)


def test_single_sentences_are_told_apart() -> None:
    rights: dict[bool, list[bool]] = {True: [], False: []}
    for phrase in list(phrases.phrases())[::3]:  # `make accuracy` takes them all
        rights[phrase.true].append(phrases.right(phrase, phrases.found(phrase)))
    shares = {true: sum(each) / len(each) for true, each in rights.items()}
    assert all(shares[true] >= LEAST_PHRASES[true] for true in shares), shares
