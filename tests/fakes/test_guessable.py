"""Which numbers are easily guessed of somebody born on a given day."""

import datetime as dt

import pytest

from fakes.guessable import Weakness, birthday_forms, weaknesses

BORN = dt.date(1985, 3, 7)  # the year 60 of Showa

BIRTHDAY, REPEATED, CONSECUTIVE = Weakness.BIRTHDAY, Weakness.REPEATED, Weakness.CONSECUTIVE
ALL = frozenset(Weakness)


@pytest.mark.parametrize(
    ("pin", "found"),
    [
        ("1985", [BIRTHDAY]),
        ("0307", [BIRTHDAY]),
        ("0703", [BIRTHDAY]),
        ("8503", [BIRTHDAY]),
        ("0385", [BIRTHDAY]),
        ("8507", [BIRTHDAY]),
        ("6003", [BIRTHDAY]),
        ("0360", [BIRTHDAY]),
        ("6007", [BIRTHDAY]),
        ("1986", []),
        ("0308", []),
        ("6103", []),
        ("0000", [REPEATED]),
        ("7777", [REPEATED]),
        ("7778", []),
        ("7878", []),
        ("0123", [CONSECUTIVE]),
        ("1234", [CONSECUTIVE]),
        ("6789", [CONSECUTIVE]),
        ("7890", [CONSECUTIVE]),
        ("9876", [CONSECUTIVE]),
        ("3210", [CONSECUTIVE]),
        ("0987", [CONSECUTIVE]),
        ("8901", [CONSECUTIVE]),
        ("9012", [CONSECUTIVE]),
        ("1098", [CONSECUTIVE]),
        ("2109", [CONSECUTIVE]),
        ("1235", []),
        ("1357", []),
        ("4829", []),
    ],
)
def test_weaknesses(pin: str, found: list[Weakness]) -> None:
    assert list(weaknesses(pin, BORN, ALL)) == found


def test_a_number_can_be_weak_twice() -> None:
    assert weaknesses("1111", dt.date(1990, 11, 11), ALL) == (BIRTHDAY, REPEATED)
    assert weaknesses("2345", dt.date(2023, 5, 4), ALL) == (CONSECUTIVE,)
    assert weaknesses("0123", dt.date(2001, 1, 23), ALL) == (BIRTHDAY, CONSECUTIVE)


@pytest.mark.parametrize("kind", Weakness)
def test_only_the_kinds_that_are_named_count(kind: Weakness) -> None:
    weak = {"1985": BIRTHDAY, "7777": REPEATED, "6789": CONSECUTIVE}
    found = {pin for pin in weak if weaknesses(pin, BORN, ALL - {kind})}
    assert found == {pin for pin, reason in weak.items() if reason is not kind}


@pytest.mark.parametrize(
    ("born", "year_and_month"),
    [
        pytest.param(dt.date(1926, 12, 24), "1512", id="the last day of Taisho"),
        pytest.param(dt.date(1926, 12, 25), "0112", id="the first day of Showa"),
        pytest.param(dt.date(1989, 1, 7), "6401", id="the last day of Showa"),
        pytest.param(dt.date(1989, 1, 8), "0101", id="the first day of Heisei"),
        pytest.param(dt.date(2019, 4, 30), "3104", id="the last day of Heisei"),
        pytest.param(dt.date(2019, 5, 1), "0105", id="the first day of Reiwa"),
    ],
)
def test_years_of_an_era(born: dt.date, year_and_month: str) -> None:
    assert year_and_month in birthday_forms(born)
    day_before_or_after = {born - dt.timedelta(days=1), born + dt.timedelta(days=1)}
    assert not all(year_and_month in birthday_forms(day) for day in day_before_or_after)
