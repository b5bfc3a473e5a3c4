"""The suite as of another day: the procedure that held then, and the time in scenarios without one.

Scenarios that name a time keep it, and so do their dates: only the procedure is that day's.
"""

import datetime as dt
from dataclasses import dataclass

import pytest

from fakes.certificates import CLOSES, FOUNDED
from fakes.clock import JST, japan
from fakes.editions import BadDay, Edition, day_named, possible_editions
from fakes.hours import counter_serves
from fakes.policy import Policy

USUAL_TIME = japan(2026, 2, 16, 10)
"""A Monday morning in the weeks of the tax return, for scenarios that name no time."""

NAMES_A_TIME = "今は"
"""How a step begins that says when a scenario takes place (`steps.clock`)."""

LONGEST_CLOSING = 14
"""In days: no counter is closed for longer at a stretch."""


@dataclass(frozen=True)
class AsOf:
    """A day, and the editions of the procedure that may have held then, the surest first."""

    day: dt.date
    editions: tuple[Edition, ...]

    @property
    def policy(self) -> Policy:
        """The procedure that surely held."""
        return self.editions[0].policy

    @property
    def usual_time(self) -> dt.datetime:
        """The usual time of day, on that day or the next on which the counter is open then.

        The usual day is a weekday, and scenarios that name none rely on that.
        """
        usual = dt.datetime.combine(self.day, USUAL_TIME.time(), JST)
        for later in range(LONGEST_CLOSING):
            moment = usual + dt.timedelta(days=later)
            if counter_serves(self.policy, moment):
                return moment
        return usual

    def describe(self) -> str:
        """Say which edition was followed, and which may have held as well."""
        followed, *others = [edition.name.en for edition in self.editions]
        perhaps = f"; possible as well: {', '.join(others)}" if others else ""
        return f"as of {self.day}: {followed}{perhaps}"


def asked_for(text: str) -> AsOf:
    """Read the day of the option `--as-of`; raises `pytest.UsageError`."""
    try:
        day = day_named(text)
    except BadDay as error:
        raise pytest.UsageError(f"--as-of: {error}") from error
    if not FOUNDED.date() <= day < CLOSES.date():
        years = f"{FOUNDED:%Y-%m-%d} to {CLOSES - dt.timedelta(days=1):%Y-%m-%d}"
        raise pytest.UsageError(f"--as-of {day}: the fakes' authorities exist from {years} only")
    return AsOf(day, possible_editions(day))
