"""The suite as of another day: which procedure, and what time it is then."""

import datetime as dt

import pytest
from pytest_bdd.steps import step_function_context_registry

from fakes.clock import japan
from fakes.editions import EDITIONS
from fakes.policy import Policy
from steps.as_of import NAMES_A_TIME, asked_for
from steps.clock import it_is


@pytest.mark.parametrize(
    ("day", "usual_time"),
    [
        ("2026-02-16", japan(2026, 2, 16, 10)),
        ("2021-06-01", japan(2021, 6, 1, 10)),
        ("2026-02-21", japan(2026, 2, 24, 10)),  # Saturday, Sunday, a holiday
        ("2025-12-29", japan(2026, 1, 5, 10)),  # the turn of the year, and a Sunday
    ],
)
def test_scenarios_without_a_time_take_place_on_that_day_or_the_next_open_one(
    day: str, usual_time: dt.datetime
) -> None:
    assert asked_for(day).usual_time == usual_time


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2021-06-01", "as of 2021-06-01: the counter only"),
        (
            "2023-01-01",
            "as of 2023-01-01: the signing password at more chains;"
            " possible as well: the 4-digit PIN too, at two chains",
        ),
    ],
)
def test_it_is_said_which_procedure_is_followed(day: str, said: str) -> None:
    assert asked_for(day).describe() == said


def test_the_procedure_is_the_one_that_surely_held() -> None:
    assert asked_for("2023-01-01").policy == EDITIONS[2].policy
    assert asked_for("2026-02-16").policy == Policy()


@pytest.mark.parametrize("day", ["", "today", "2021-06", "2021-02-29", "1999-01-01", "2045-01-01"])
def test_a_day_that_is_none_is_said_in_one_sentence(day: str) -> None:
    with pytest.raises(pytest.UsageError) as raised:
        asked_for(day)
    assert "--as-of" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_step_that_names_a_time_is_known_by_its_beginning() -> None:
    naming = {
        context.parser.name
        for context in step_function_context_registry.values()
        if context.step_func is it_is
    }
    assert len(naming) == 1
    assert naming.pop().startswith(NAMES_A_TIME)
