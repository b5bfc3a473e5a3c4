"""The policy with one fact changed a little: what the scenarios that pin the fact must notice."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from fakes.alphabets import Alphabet
from fakes.guessable import Weakness
from fakes.policy import BOTH, NONE, SIGNATURE_ONLY, Policy
from fakes.purposes import AUTHENTICATION_ONLY, Purpose

ANY_DAY = dt.date(2026, 2, 16)
FIELDS = tuple(field.name for field in dataclasses.fields(Policy))


def changes(field: str) -> list[Any]:
    """Other values of a field, each as near to its own as a reader would care about."""
    value = getattr(Policy(), field)
    if field in SETS:
        return list(SETS[field](value))
    return list(OF_TYPE[type(value)](value))


def changed(field: str, value: Any) -> Policy:
    """The policy with another value in one field."""
    return dataclasses.replace(Policy(), **{field: value})


def _either_side(value: int) -> Iterator[int]:
    """One less, where there is less than that, and one more."""
    yield from (each for each in (value - 1, value + 1) if each >= 0)


def _a_minute_either_side(value: dt.time) -> Iterator[dt.time]:
    for minutes in (-1, 1):
        yield (dt.datetime.combine(ANY_DAY, value) + dt.timedelta(minutes=minutes)).time()


def _a_second_either_side(value: dt.timedelta) -> Iterator[dt.timedelta]:
    for seconds in (-1, 1):
        yield value + dt.timedelta(seconds=seconds)


def _other_words(value: str) -> Iterator[str]:
    """Words that hold nothing of the old ones, or a look for a part would still find it."""
    yield "別の文言"


def _the_opposite(value: bool) -> Iterator[bool]:
    yield not value


def _the_others(value: Alphabet) -> Iterator[Alphabet]:
    yield from (each for each in Alphabet if each is not value)


OF_TYPE: dict[type, Callable[[Any], Iterator[Any]]] = {
    bool: _the_opposite,
    int: _either_side,
    str: _other_words,
    dt.time: _a_minute_either_side,
    dt.timedelta: _a_second_either_side,
    Alphabet: _the_others,
}


def _every_other_tier(chains: tuple[tuple[str, object], ...]) -> Iterator[tuple[object, ...]]:
    """Each chain in turn resets what it did not, or no longer what it did."""
    for index, (chain, tier) in enumerate(chains):
        for other in (BOTH, SIGNATURE_ONLY, NONE):
            if other != tier:
                yield (*chains[:index], (chain, other), *chains[index + 1 :])


def _every_other_weekday(weekdays: frozenset[int]) -> Iterator[frozenset[int]]:
    """Each day of the week in turn is taken out, or put in."""
    for weekday in range(7):
        yield weekdays ^ {weekday}


def _every_other_choice(secrets: frozenset[Purpose]) -> Iterator[frozenset[Purpose]]:
    yield from (
        each for each in (BOTH, AUTHENTICATION_ONLY, SIGNATURE_ONLY, NONE) if each != secrets
    )


def _each_taken_out(kinds: frozenset[Weakness]) -> Iterator[frozenset[Weakness]]:
    yield from (kinds - {kind} for kind in Weakness)


def _a_minute_more(value: dt.timedelta) -> Iterator[dt.timedelta]:
    """There is no time less than none."""
    yield value + dt.timedelta(minutes=1)


def _other_ends_of_year(days: tuple[tuple[int, int], ...]) -> Iterator[tuple[object, ...]]:
    """Each day in turn is taken out; the days before the first and after the last are put in."""
    for day in days:
        yield tuple(each for each in days if each != day)
    for day in ((12, 28), (1, 4)):
        yield (*days, day)


SETS: dict[str, Callable[[Any], Iterator[Any]]] = {
    "chains": _every_other_tier,
    "reservation_wait": _a_minute_more,
    "kiosk_weekdays": _every_other_weekday,
    "counter_weekdays": _every_other_weekday,
    "counter_resets": _every_other_choice,
    "guessable": _each_taken_out,
    "counter_year_end": _other_ends_of_year,
}
