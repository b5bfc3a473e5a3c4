"""The editions of the procedure: in order, honest about what is uncertain, and ending today."""

import dataclasses
import datetime as dt
import itertools

import pytest

from fakes.editions import EDITIONS, BadDay, day_named, in_force, possible, possible_editions
from fakes.policy import BOTH, NONE, SIGNATURE_ONLY, Policy
from tests.fakes.test_policy import is_english, is_japanese

COUNTER, ONE_CHAIN, MORE_CHAINS, TODAY = (edition.id for edition in EDITIONS)


def ids(day: dt.date) -> list[str]:
    return [edition.id for edition in possible_editions(day)]


def test_the_edition_of_today_is_the_policy() -> None:
    assert EDITIONS[-1].policy == Policy()
    assert EDITIONS[-1].changes == {}
    assert in_force(dt.date(2026, 2, 16)) == Policy()
    assert possible(dt.date(2026, 2, 16)) == (Policy(),)


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (dt.date(1999, 1, 1), [COUNTER]),
        (dt.date(2021, 6, 1), [COUNTER]),
        (dt.date(2021, 12, 31), [COUNTER]),
        (dt.date(2022, 1, 1), [COUNTER, ONE_CHAIN, MORE_CHAINS]),
        (dt.date(2022, 6, 29), [COUNTER, ONE_CHAIN, MORE_CHAINS]),
        (dt.date(2022, 6, 30), [ONE_CHAIN, MORE_CHAINS]),
        (dt.date(2022, 7, 31), [ONE_CHAIN, MORE_CHAINS]),
        (dt.date(2022, 8, 1), [ONE_CHAIN, MORE_CHAINS, TODAY]),
        (dt.date(2022, 12, 30), [ONE_CHAIN, MORE_CHAINS, TODAY]),
        (dt.date(2022, 12, 31), [MORE_CHAINS, TODAY]),
        (dt.date(2023, 8, 30), [MORE_CHAINS, TODAY]),
        (dt.date(2023, 8, 31), [TODAY]),
        (dt.date(2030, 1, 1), [TODAY]),
    ],
)
def test_which_editions_may_have_held(day: dt.date, held: list[str]) -> None:
    assert ids(day) == held
    assert possible(day) == tuple(each.policy for each in EDITIONS if each.id in held)
    assert in_force(day) == possible(day)[0]


def test_what_could_be_reset_where() -> None:
    seven, lawson = "セブン-イレブン", "ローソン"
    policies = [edition.policy for edition in EDITIONS]
    assert [each.resettable_at(seven) for each in policies] == [
        NONE,
        SIGNATURE_ONLY,
        SIGNATURE_ONLY,
        BOTH,
    ]
    assert [each.resettable_at(lawson) for each in policies] == [
        NONE,
        NONE,
        SIGNATURE_ONLY,
        SIGNATURE_ONLY,
    ]
    for policy in policies:
        assert policy.resettable_at("非対応の店") == NONE
        assert [chain for chain, _ in policy.chains] == [chain for chain, _ in Policy().chains]


def test_editions_stand_in_the_order_in_which_they_began() -> None:
    for before, after in itertools.pairwise(EDITIONS):
        assert before.earliest <= after.earliest
        assert before.latest < after.latest
    assert all(edition.earliest <= edition.latest for edition in EDITIONS)
    assert EDITIONS[0].earliest == EDITIONS[0].latest == dt.date.min


def test_a_day_that_is_known_is_both_ends() -> None:
    day = dt.date(2024, 4, 1)
    known = dataclasses.replace(EDITIONS[-1], since=day)
    assert (known.earliest, known.latest) == (day, day)


def test_editions_change_facts_that_there_are_and_no_two_are_alike() -> None:
    fields = {field.name for field in dataclasses.fields(Policy)}
    for edition in EDITIONS:
        assert set(edition.changes) <= fields
        assert all(value != getattr(Policy(), name) for name, value in edition.changes.items())
    assert len({edition.id for edition in EDITIONS}) == len(EDITIONS)
    assert len({edition.policy for edition in EDITIONS}) == len(EDITIONS)


def test_a_reader_of_either_language_reads_what_an_edition_is() -> None:
    for edition in EDITIONS:
        for words in (edition.name, edition.source):
            assert is_japanese(words.ja)
            assert is_english(words.en)


@pytest.mark.parametrize("text", ["", "2021-13-01", "1 June 2021", "2021"])
def test_what_is_no_day_is_said_with_how_to_write_one(text: str) -> None:
    with pytest.raises(BadDay, match=r"^'.*' is no day; write it like 2021-06-01$"):
        day_named(text)
