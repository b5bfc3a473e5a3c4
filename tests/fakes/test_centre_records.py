"""What the centre keeps and is told, to the letter."""

import dataclasses
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from fakes.card.reader import Reader
from fakes.centre.client import request_reset, sign_request
from fakes.centre.line import LineFault, LineState, Trouble
from fakes.centre.messages import (
    CentreUnreachable,
    Refusal,
    Request,
    RequestRefused,
    Reservation,
    Standing,
)
from fakes.centre.store import Contents, Store
from fakes.certificates import parse_certificate
from fakes.clock import japan
from fakes.purposes import Purpose
from fakes.world import FIRST_PASSWORD, World
from tests.fakes.worlds import other

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
RESERVATION = Reservation(
    "0123456789", "a card", PIN, "a certificate", japan(2026, 2, 17, 10), Standing.ISSUED
)


def test_what_is_signed_names_target_card_nonce_and_number_in_lines() -> None:
    request = Request(PIN, "a card", "a nonce", "0123456789")
    assert request.signed_bytes() == b"authentication\na card\na nonce\n0123456789"


def test_a_refusal_says_its_reason() -> None:
    assert str(RequestRefused(Refusal.NUMBER_USED)) == "number used"


def test_who_asks_for_a_reservation_names_no_number(world: World) -> None:
    reader = Reader(world.card.transmit)
    reader.open()
    reader.verify(PASSWORD, FIRST_PASSWORD)
    signed = sign_request(reader, world.centre, PIN)
    assert signed.request.number == ""
    assert request_reset(world.policy, reader, world.centre, PIN).request.number == ""


@pytest.mark.parametrize("target", Purpose)
def test_without_a_key_nothing_is_signed(world: World, target: Purpose) -> None:
    policy = other(key_is_wanted=False).policy
    reader = Reader(world.card.transmit)
    reader.open()
    asked = request_reset(policy, reader, world.centre, target)
    assert asked.signature == b""
    free = parse_certificate(world.card.memory.authentication_certificate)
    assert asked.certificate == free


def test_a_line_that_is_lost_is_down(world: World) -> None:
    world.line.arrange(LineFault(Trouble.DOWN, "nonce"))
    with pytest.raises(CentreUnreachable):
        world.line.nonce()
    assert world.line.snapshot() == LineState(False, None)


def test_a_store_without_a_file_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    World(seed="no files").close()
    Store().close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("clock")
def test_the_centre_of_a_closed_world_answers_no_more() -> None:
    world = World(seed="closed")
    world.close()
    with pytest.raises(sqlite3.ProgrammingError):
        world.centre.find("0123456789")


def test_a_reservation_that_cannot_be_kept_replaces_nothing() -> None:
    store = Store()
    store.add(RESERVATION)
    with pytest.raises(sqlite3.IntegrityError):
        store.add(RESERVATION)
    assert store.contents().reservations == (RESERVATION,)


CHANGES: dict[str, Callable[[Store], object]] = {
    "add": lambda store: store.add(dataclasses.replace(RESERVATION, number="1111111111")),
    "advance": lambda store: store.advance(RESERVATION.number, Standing.PREPARED),
    "open a nonce": lambda store: store.open_nonce("another"),
    "spend a nonce": lambda store: store.spend_nonce("a nonce"),
    "draw": lambda store: store.next_draw(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_read_before_a_change_is_read_anew(name: str) -> None:
    kept = Contents((RESERVATION,), ("a nonce",), 3)
    store, told = Store(), Store()
    for each in (store, told):
        each.replace(kept)
    assert store.contents() == kept
    for each in (store, told):
        CHANGES[name](each)
    assert store.contents() == told.contents() != kept


def test_what_is_put_back_is_written_with_the_next_call(tmp_path: Path) -> None:
    kept = Contents((RESERVATION,), ("a nonce", "b nonce"), 3)
    path = str(tmp_path / "store")
    store = Store(path)
    store.replace(kept)
    assert store.spend_nonce("a nonce")
    assert Store(path).contents() == dataclasses.replace(kept, nonces=("b nonce",))


def test_what_cannot_be_put_back_whole_is_not_put_back(tmp_path: Path) -> None:
    path = str(tmp_path / "store")
    store = Store(path)
    store.add(RESERVATION)
    other = dataclasses.replace(RESERVATION, number="1111111111")
    store.replace(Contents((other, other), (), 0))
    with pytest.raises(sqlite3.IntegrityError):
        store.count()
    assert Store(path).contents().reservations == (RESERVATION,)
