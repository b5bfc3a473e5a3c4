"""Reservations: whose they are, how long they hold, and that each is used once."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from freezegun.api import FrozenDateTimeFactory

from fakes.card.card import Card
from fakes.card.reader import Reader
from fakes.centre.centre import Centre
from fakes.centre.client import sign_request
from fakes.centre.messages import (
    Refusal,
    Request,
    Reservation,
    SignedRequest,
    Standing,
)
from fakes.clock import now
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.randomness import Randomness
from fakes.world import FIRST_PASSWORD, FIRST_PIN, OTHERS_PASSWORD, World
from tests.fakes.refusals import refusal

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
DAY = dt.timedelta(hours=24)
SECOND = dt.timedelta(seconds=1)


def reader_of(card: Card, key: Purpose, secret: str) -> Reader:
    """A reader at which this secret was verified."""
    reader = Reader(card.transmit)
    reader.open()
    reader.verify(key, secret)
    return reader


def ask(
    world: World, target: Purpose = PIN, number: str = "", centre: Centre | None = None
) -> SignedRequest:
    """A right request of the resident."""
    secret = FIRST_PASSWORD if target is PIN else FIRST_PIN
    reader = reader_of(world.card, target.other, secret)
    return sign_request(reader, centre or world.centre, target, number)


def others_ask(world: World, number: str = "") -> SignedRequest:
    """A right request of somebody else."""
    reader = reader_of(world.others_card, PASSWORD, OTHERS_PASSWORD)
    return sign_request(reader, world.centre, PIN, number)


def checked(world: World, reservation: Reservation) -> Refusal | None:
    """What the kiosk hears of a number when the card of its reservation lies there."""
    return refusal(lambda: world.centre.check(reservation.number, reservation.card_id))


def prepare(world: World, reservation: Reservation) -> Refusal | None:
    """Ask to redeem a reservation of the resident."""
    number, target = reservation.number, reservation.target
    return refusal(lambda: world.centre.prepare(ask(world, target, number)))


def confirm(world: World, reservation: Reservation) -> Refusal | None:
    """Say that the card of a reservation was written."""
    return refusal(lambda: world.centre.confirm(reservation.number, reservation.card_id))


def standing(world: World, reservation: Reservation) -> Standing:
    """Where it stands now."""
    found = world.centre.find(reservation.number)
    assert found is not None
    return found.standing


@pytest.fixture
def reservation(world: World) -> Reservation:
    """A reservation of the resident, made now."""
    return world.centre.reserve(ask(world))


def test_what_a_reservation_says(world: World, reservation: Reservation) -> None:
    assert reservation.target is PIN
    assert reservation.expires == now() + DAY
    assert reservation.standing is Standing.ISSUED
    assert len(reservation.number) == 10
    assert reservation.number.isdigit()
    assert world.centre.find(reservation.number) == reservation


def test_the_whole_way(world: World, reservation: Reservation) -> None:
    assert checked(world, reservation) is None
    assert prepare(world, reservation) is None
    assert standing(world, reservation) is Standing.PREPARED
    assert confirm(world, reservation) is None
    assert standing(world, reservation) is Standing.USED


def test_used_it_is_used_up(world: World, reservation: Reservation) -> None:
    prepare(world, reservation)
    confirm(world, reservation)
    assert checked(world, reservation) is Refusal.NUMBER_USED
    assert prepare(world, reservation) is Refusal.NUMBER_USED


def test_prepared_twice_it_is_confirmed_once(world: World, reservation: Reservation) -> None:
    assert prepare(world, reservation) is None
    assert prepare(world, reservation) is None
    assert checked(world, reservation) is None
    assert confirm(world, reservation) is None
    assert checked(world, reservation) is Refusal.NUMBER_USED


def test_confirming_twice_says_the_same(world: World, reservation: Reservation) -> None:
    prepare(world, reservation)
    confirm(world, reservation)
    before = world.centre.snapshot()
    assert confirm(world, reservation) is None
    assert world.centre.snapshot() == before


def test_nothing_is_confirmed_unprepared(world: World, reservation: Reservation) -> None:
    assert confirm(world, reservation) is Refusal.NUMBER_UNKNOWN
    assert standing(world, reservation) is Standing.ISSUED


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        pytest.param(DAY, None, id="24:00:00"),
        pytest.param(DAY + SECOND, Refusal.NUMBER_EXPIRED, id="24:00:01"),
    ],
)
def test_it_holds_a_day(
    world: World,
    clock: FrozenDateTimeFactory,
    reservation: Reservation,
    after: dt.timedelta,
    reason: Refusal | None,
) -> None:
    clock.move_to(now() + after)
    assert checked(world, reservation) is reason
    assert prepare(world, reservation) is reason


def test_what_was_written_in_time_is_confirmed_late(
    world: World, clock: FrozenDateTimeFactory, reservation: Reservation
) -> None:
    prepare(world, reservation)
    clock.move_to(now() + DAY + SECOND)
    assert confirm(world, reservation) is None


def test_a_new_one_replaces_the_old(world: World, reservation: Reservation) -> None:
    newer = world.centre.reserve(ask(world))
    assert newer.number != reservation.number
    assert checked(world, reservation) is Refusal.NUMBER_REPLACED
    assert prepare(world, reservation) is Refusal.NUMBER_REPLACED
    assert checked(world, newer) is None


def test_a_new_one_replaces_one_that_is_prepared(world: World, reservation: Reservation) -> None:
    prepare(world, reservation)
    world.centre.reserve(ask(world))
    assert confirm(world, reservation) is Refusal.NUMBER_UNKNOWN
    assert standing(world, reservation) is Standing.REPLACED


def test_a_new_one_leaves_what_is_used(world: World, reservation: Reservation) -> None:
    prepare(world, reservation)
    confirm(world, reservation)
    world.centre.reserve(ask(world))
    assert standing(world, reservation) is Standing.USED


def test_one_for_the_other_secret_stays(world: World, reservation: Reservation) -> None:
    other = world.centre.reserve(ask(world, PASSWORD))
    assert checked(world, reservation) is None
    assert checked(world, other) is None


def test_one_of_somebody_else_stays(world: World, reservation: Reservation) -> None:
    theirs = world.centre.reserve(others_ask(world))
    assert checked(world, reservation) is None
    assert checked(world, theirs) is None


def test_a_request_for_the_other_secret(world: World, reservation: Reservation) -> None:
    wrong = dataclasses.replace(reservation, target=PASSWORD)
    assert prepare(world, wrong) is Refusal.OTHER_CARD
    assert standing(world, reservation) is Standing.ISSUED


def test_the_number_of_another_card(world: World) -> None:
    theirs = world.centre.reserve(others_ask(world))
    mine = ask(world).request.card_id
    assert prepare(world, theirs) is Refusal.OTHER_CARD
    assert checked(world, dataclasses.replace(theirs, card_id=mine)) is Refusal.OTHER_CARD
    prepared_by_owner = others_ask(world, theirs.number)
    world.centre.prepare(prepared_by_owner)
    stolen = dataclasses.replace(theirs, card_id=mine)
    assert confirm(world, stolen) is Refusal.NUMBER_UNKNOWN


def test_pretending_to_have_the_other_card(world: World, reservation: Reservation) -> None:
    """Somebody else signs with an own certificate, but names the resident's card."""
    reader = reader_of(world.others_card, PASSWORD, OTHERS_PASSWORD)
    nonce = world.centre.nonce()
    request = Request(PIN, reservation.card_id, nonce, reservation.number)
    signature = reader.sign(PASSWORD, request.signed_bytes())
    signed = SignedRequest(request, reader.certificate(PASSWORD), signature)
    assert refusal(lambda: world.centre.prepare(signed)) is Refusal.OTHER_CARD
    assert standing(world, reservation) is Standing.ISSUED


def test_a_number_nobody_issued(world: World, reservation: Reservation) -> None:
    unknown = dataclasses.replace(reservation, number="x")
    assert checked(world, unknown) is Refusal.NUMBER_UNKNOWN
    assert prepare(world, unknown) is Refusal.NUMBER_UNKNOWN
    assert confirm(world, unknown) is Refusal.NUMBER_UNKNOWN


def test_numbers_do_not_repeat(clock: FrozenDateTimeFactory) -> None:
    """Of 10,000 numbers a thousand are drawn: some 50 draws would repeat an earlier one."""
    crowded = World(Policy(reservation_digits=4), seed="numbers")
    numbers = {crowded.centre.reserve(ask(crowded)).number for _ in range(1000)}
    assert len(numbers) == 1000
    assert {len(number) for number in numbers} == {4}


def test_a_file_keeps_what_a_centre_knew(world: World, tmp_path: Path) -> None:
    def open_centre(seed: str) -> Centre:
        path = str(tmp_path / "centre.sqlite")
        return Centre(world.policy, world.authorities, Randomness(seed, "centre"), path)

    first = open_centre("first")
    reservation = first.reserve(ask(world, centre=first))
    first.prepare(ask(world, number=reservation.number, centre=first))
    second = open_centre("second")
    assert second.find(reservation.number) == first.find(reservation.number)
    second.confirm(reservation.number, reservation.card_id)
    first.close()
    third = open_centre("third")
    reason = refusal(lambda: third.check(reservation.number, reservation.card_id))
    assert reason is Refusal.NUMBER_USED
    second.close()
    third.close()


def test_a_stranger_who_names_the_card_voids_nothing(world: World) -> None:
    mine = world.centre.reserve(ask(world))
    reader = reader_of(world.others_card, PASSWORD, OTHERS_PASSWORD)
    request = Request(PIN, mine.card_id, world.centre.nonce())
    signature = reader.sign(PASSWORD, request.signed_bytes())
    world.centre.reserve(SignedRequest(request, reader.certificate(PASSWORD), signature))
    assert checked(world, mine) is None


def test_a_restart_hands_out_nothing_twice(world: World, tmp_path: Path) -> None:
    def start() -> Centre:
        path = str(tmp_path / "centre.db")
        return Centre(world.policy, world.authorities, Randomness("one seed", "centre"), path)

    first = start()
    spent = ask(world, centre=first)
    first.reserve(spent)
    still_open = first.nonce()
    first.close()
    second = start()
    assert second.nonce() not in (spent.request.nonce, still_open)
    assert refusal(lambda: second.reserve(spent)) is Refusal.STALE_REQUEST
    second.close()
