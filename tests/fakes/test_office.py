"""What the office puts on cards, and what circumstances change of them."""

import datetime as dt

import pytest
from cryptography import x509
from freezegun.api import FrozenDateTimeFactory

from fakes import walks
from fakes.card.apdu import Command, Ins
from fakes.card.card import Card
from fakes.card.reader import Reader
from fakes.card.terminal import CHALLENGE_LENGTH
from fakes.certificates import parse_certificate
from fakes.clock import JST, end_of_day, japan
from fakes.counter import RENEW
from fakes.people import person
from fakes.purposes import Purpose
from fakes.world import World

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE


def certificate(card: Card, purpose: Purpose) -> x509.Certificate:
    """A certificate of a card."""
    read = parse_certificate(card.memory.certificate(purpose))
    assert read is not None
    return read


def challenge(card: Card) -> bytes:
    """The first random value of a card."""
    Reader(card.transmit).open()
    command = Command(0x00, Ins.GET_CHALLENGE, 0, 0, le=CHALLENGE_LENGTH)
    return card.transmit(command.encode())


def test_only_the_certificate_for_signatures_names_its_holder(world: World) -> None:
    names = {
        purpose: certificate(world.card, purpose).subject.rfc4514_string() for purpose in Purpose
    }
    assert names[PASSWORD].startswith(f"CN={world.card.face.name},")
    assert names[PIN].startswith("CN=card citizen-1-authentication,")


def test_every_card_of_every_world_draws_its_own_values(world: World) -> None:
    another = World(seed="another")
    cards = (world.card, world.others_card, another.card)
    assert len({challenge(card) for card in cards}) == len(cards)


@pytest.mark.parametrize(
    ("now", "since"),
    [
        (japan(2026, 3, 31, 10), 2024),
        (japan(2026, 4, 1, 10), 2025),
        (japan(2026, 4, 30, 10), 2025),
        (japan(2026, 12, 31, 10), 2025),
    ],
)
def test_cards_have_been_in_use_for_a_year_from_an_april_on(
    clock: FrozenDateTimeFactory, now: dt.datetime, since: int
) -> None:
    clock.move_to(now)
    issued = certificate(World(seed="in use").card, PASSWORD)
    assert issued.not_valid_before_utc == japan(since, 4, 1)
    assert issued.not_valid_after_utc == end_of_day(dt.date(since + 5, 3, 31))


@pytest.mark.parametrize(("day", "until"), [(28, 28), (29, 28), (30, 28)])
def test_a_renewed_certificate_runs_five_years(
    world: World, clock: FrozenDateTimeFactory, day: int, until: int
) -> None:
    clock.move_to(japan(2026, 1, day, 10))
    walks.visit_counter(world.counter, world.card, RENEW, [])
    renewed = certificate(world.card, PASSWORD)
    assert renewed.not_valid_before_utc.astimezone(JST).date() == dt.date(2026, 1, day)
    assert renewed.not_valid_after_utc == end_of_day(dt.date(2031, 1, until))


@pytest.mark.parametrize("purpose", Purpose)
def test_a_secret_is_set_where_it_belongs(world: World, purpose: Purpose) -> None:
    before = world.card.memory
    world.office.set_secret(world.card, purpose, "482915")
    after = world.card.memory
    assert after.secret(purpose).value == b"482915"
    assert after.secret(purpose.other) == before.secret(purpose.other)


def test_a_birthday_leaves_the_chip_alone(world: World) -> None:
    before = world.card.memory
    world.office.set_birthday(world.card, dt.date(1985, 7, 4))
    assert world.card.face.born == dt.date(1985, 7, 4)
    assert world.card.memory == before


def test_a_seed_makes_the_same_person_whenever_it_is_sown() -> None:
    assert person("a seed").born == dt.date(1975, 9, 9)


def test_looking_at_the_counter_of_tries_leaves_the_card_as_it_is(world: World) -> None:
    before = world.card.snapshot()
    assert world.tries_left(PIN) == 3
    assert world.card.snapshot() == before


@pytest.mark.usefixtures("clock")
def test_a_world_without_a_seed_is_the_same_every_time() -> None:
    assert World().seed == ""
    assert World().snapshot() == World(seed="").snapshot()
