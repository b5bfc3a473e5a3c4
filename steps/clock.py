"""Steps on time."""

import datetime as dt

from freezegun.api import FrozenDateTimeFactory
from pytest_bdd import given, parsers, when

from fakes.clock import now, show
from fakes.screen import ScenarioMistake
from steps import values


@given(parsers.parse("今は{moment}である"), converters={"moment": values.moment})
def it_is(clock: FrozenDateTimeFactory, moment: dt.datetime) -> None:
    """It is {moment}."""
    _move_forward(clock, moment)


@when(parsers.parse("時刻が{moment}になる"), converters={"moment": values.moment})
def it_becomes(clock: FrozenDateTimeFactory, moment: dt.datetime) -> None:
    """It becomes {moment}."""
    _move_forward(clock, moment)


@when(parsers.parse("そのまま{duration}が過ぎる"), converters={"duration": values.duration})
def time_passes(clock: FrozenDateTimeFactory, duration: dt.timedelta) -> None:
    """Time passes: {duration}."""
    clock.tick(duration)


@when(parsers.parse("予約から{duration}が過ぎる"), converters={"duration": values.duration})
def time_passes_after_reserving(clock: FrozenDateTimeFactory, duration: dt.timedelta) -> None:
    """Time passes after the reservation: {duration}."""
    clock.tick(duration)


@given(parsers.parse("予約から{duration}が過ぎている"), converters={"duration": values.duration})
def time_has_passed(clock: FrozenDateTimeFactory, duration: dt.timedelta) -> None:
    """The reservation was made {duration} ago."""
    clock.tick(duration)


def _move_forward(clock: FrozenDateTimeFactory, moment: dt.datetime) -> None:
    """Time does not run backwards, in a scenario either."""
    if moment < now():
        raise ScenarioMistake(f"今は{show(now())}です。時刻を前に戻すことはできません。")
    clock.move_to(moment)
