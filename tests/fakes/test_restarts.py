"""Devices that restart: they begin anew, without a card, and know what must not be forgotten."""

import pytest

from fakes import walks
from fakes.card.memory import Session
from fakes.centre.line import LineFault, Trouble
from fakes.counter import RESET_PIN
from fakes.journal import Act
from fakes.purposes import Purpose
from fakes.screen import Deed, Screen
from fakes.world import FIRST_PASSWORD, FIRST_PIN, World

PIN = Purpose.AUTHENTICATION
DEVICES = ("phone", "kiosk", "counter")


def begun(world: World, entries: int = 3) -> None:
    """Be in the middle of the app, of the reset at the kiosk and of a visit to the counter."""
    screen = walks.reserve(world.phone, world.card, world.policy, PIN, FIRST_PASSWORD)
    number = walks.reserved_number(screen) or ""
    walks.visit_counter(world.counter, world.card, RESET_PIN, [])
    typed = walks.redemption(world.policy, PIN, number, FIRST_PASSWORD, "4829")[:entries]
    walks.redeem(world.kiosk, world.card, world.policy, typed)


def first_screens(world: World) -> list[Screen]:
    """What the devices show when nobody has touched them."""
    return [getattr(world, name).screen for name in DEVICES]


@pytest.mark.parametrize("device", DEVICES)
def test_a_restarted_device_is_where_it_begins(world: World, device: str) -> None:
    first = dict(zip(DEVICES, first_screens(world), strict=True))
    begun(world)
    others = {name: getattr(world, name).screen for name in DEVICES if name != device}
    assert getattr(world, device).restart() == first[device]
    assert {name: getattr(world, name).screen for name in others} == others


def test_a_restart_is_told(world: World) -> None:
    for device in DEVICES:
        getattr(world, device).restart()
    told = world.journal.tell()
    for deed in (
        "スマートフォンを再起動する",
        "マルチコピー機が再起動する",
        "窓口の端末が再起動する",
    ):
        assert deed in told


@pytest.mark.parametrize(
    ("device", "done"),
    [
        ("phone", "スマートフォンを再起動する"),
        ("kiosk", "マルチコピー機が再起動する"),
        ("counter", "窓口の端末が再起動する"),
    ],
)
def test_a_restart_is_noted_with_the_screens_around_it(
    world: World, device: str, done: str
) -> None:
    begun(world)
    before = getattr(world, device).screen
    after = getattr(world, device).restart()
    noted = world.journal.entries[-1]
    assert isinstance(noted, Act)
    assert (noted.deed, noted.before, noted.screen) == (Deed("do", done), before, after)
    assert before != after


def test_a_restarted_phone_knows_nothing_of_a_login(world: World) -> None:
    fresh = world.phone.snapshot().portal_app
    walks.log_in(world.phone, world.card, FIRST_PIN)
    assert world.phone.snapshot().portal_app.at != fresh.at
    world.phone.restart()
    portal = world.phone.snapshot().portal_app
    assert (portal.at, portal.secret, portal.notice) == (fresh.at, "", "")


def test_the_kiosk_gives_the_card_back_without_power(world: World) -> None:
    begun(world)
    assert world.card.snapshot().session.verified
    world.kiosk.restart()
    assert world.kiosk.tray.card is None
    assert world.card.snapshot().session == Session()


def test_the_counter_gives_the_card_back_without_power(world: World) -> None:
    walks.visit_counter(world.counter, world.card, RESET_PIN, [])
    assert world.card.snapshot().session != Session()
    world.counter.restart()
    assert world.counter.contact.card is None
    assert world.card.snapshot().session == Session()


def test_nothing_typed_outlives_a_restart(world: World) -> None:
    begun(world)
    typed = ("4829", FIRST_PASSWORD)
    for device in DEVICES:
        getattr(world, device).restart()
    kiosk, app = world.kiosk.snapshot().reset, world.phone.snapshot().reset_app
    assert not any(secret in (kiosk.secret, app.secret, *kiosk.entries) for secret in typed)
    assert app.reservation is None


def test_the_kiosk_still_tells_the_centre_what_it_wrote(world: World) -> None:
    world.line.arrange(LineFault(Trouble.DOWN, "confirm"))
    begun(world, entries=4)
    unconfirmed = world.kiosk.snapshot().reset.unconfirmed
    world.kiosk.restart()
    assert len(unconfirmed) == 1
    assert world.kiosk.snapshot().reset.unconfirmed == unconfirmed
