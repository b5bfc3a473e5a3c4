"""Numbers that the guide advises against (§7): what can be read off a birthday, and plain runs."""

import datetime as dt
from enum import Enum

from fakes.words import Words

# First day of each era, so that a year can be written the Japanese way.
ERAS = (
    dt.date(1868, 1, 25),
    dt.date(1912, 7, 30),
    dt.date(1926, 12, 25),
    dt.date(1989, 1, 8),
    dt.date(2019, 5, 1),
)
RUN = "0123456789012"


class Weakness(Enum):
    """Why a number is easily guessed."""

    BIRTHDAY = Words("生年月日", "birthdays")
    REPEATED = Words("同じ数字の並び", "one digit repeated")
    CONSECUTIVE = Words("続きの数字の並び", "digits in sequence")

    @property
    def words(self) -> Words:
        """The kind of numbers as a reader sees it named."""
        return self.value


def weaknesses(pin: str, born: dt.date, kinds: frozenset[Weakness]) -> tuple[Weakness, ...]:
    """Say why a 4-digit number is easily guessed of somebody born that day; empty if it is not.

    Only the reasons among `kinds` count: those that the guide names (`Policy.guessable`). Repeated
    means one digit four times. Consecutive means up or down by one, 9 and 0 being neighbours.
    Which forms of a birthday count is this project's reading of the guide.
    """
    found = []
    if pin in birthday_forms(born):
        found.append(Weakness.BIRTHDAY)
    if len(set(pin)) == 1:
        found.append(Weakness.REPEATED)
    if pin in RUN or pin in RUN[::-1]:
        found.append(Weakness.CONSECUTIVE)
    return tuple(each for each in found if each in kinds)


def birthday_forms(born: dt.date) -> frozenset[str]:
    """The ways to make four digits of a date of birth: year, month and day, short years."""
    year, month, day = f"{born.year:04d}", f"{born.month:02d}", f"{born.day:02d}"
    era = max(first for first in ERAS if first <= born)
    era_year = f"{born.year - era.year + 1:02d}"
    pairs = {month + day, day + month}
    for short_year in (year[2:], era_year):
        pairs |= {short_year + month, month + short_year, short_year + day}
    return frozenset({year, *pairs})
