"""People of Japan, made up by Faker and reproducible from a seed."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from faker import Faker

PROVIDERS = ["faker.providers.person", "faker.providers.address", "faker.providers.date_time"]


@dataclass(frozen=True)
class Person:
    """A resident, as printed on the card."""

    name: str
    born: dt.date
    municipality: str


@cache
def _faker() -> Faker:
    # Made once: building the providers costs more than all the people of a run.
    return Faker("ja_JP", providers=PROVIDERS)


def person(seed: str) -> Person:
    """Make up the resident that belongs to a seed."""
    faker = _faker()
    faker.seed_instance(seed)
    born = dt.date(1940, 1, 1) + dt.timedelta(days=faker.random_int(0, 24_000))
    return Person(faker.name(), born, faker.prefecture() + faker.city())


def municipality(seed: str, other_than: str) -> str:
    """Make up a municipality that is not `other_than`."""
    faker = _faker()
    faker.seed_instance(seed)
    while True:
        name = faker.prefecture() + faker.city()
        if name != other_than:
            return str(name)
