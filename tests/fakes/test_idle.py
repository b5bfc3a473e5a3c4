"""Devices that are done with somebody are as they were before anybody came."""

from collections.abc import Callable

import pytest

from fakes import walks
from fakes.card.apdu import Ins
from fakes.card.memory import Session
from fakes.card.reader import UnexpectedStatus
from fakes.contact import ContactState, Departure, Moment
from fakes.counter import RENEW, RESET_PIN, Counter, Visit
from fakes.identity import NOT_BROUGHT, SHOW_IDENTITY
from fakes.kiosk.issuing import IssuingState
from fakes.kiosk.kiosk import TOP, KioskState, Shop
from fakes.kiosk.redemption import INTERRUPTED, SECRET, ResetState
from fakes.kiosk.service import ServiceState
from fakes.purposes import Purpose
from fakes.world import World
from tests.fakes.worlds import NEW_PIN, PASSWORD, other, redeem, reserve

IDLE = KioskState(Shop(), TOP, ResetState(), ServiceState(), IssuingState(), ContactState())


def test_a_kiosk_is_idle_at_first_and_in_another_store(world: World) -> None:
    assert world.kiosk.snapshot() == IDLE
    world.kiosk.press("行政サービス")
    world.kiosk.insert(world.card)
    world.kiosk.stand_in(Shop())
    assert world.kiosk.snapshot() == IDLE


def test_a_card_taken_along_to_another_municipality_has_no_power(world: World) -> None:
    walks.visit_counter(world.counter, world.card, RESET_PIN, [])
    assert world.card.snapshot().session != Session()
    world.counter.stand_in(world.elsewhere)
    assert world.card.snapshot().session == Session()


def test_a_kiosk_that_somebody_left_shows_its_top_menu(world: World) -> None:
    world.kiosk.press("行政サービス")
    world.kiosk.press("戻る")
    assert world.kiosk.snapshot() == IDLE


def test_a_card_that_is_gone_leaves_nothing_behind(world: World) -> None:
    world.kiosk.tray.place(world.card)
    world.kiosk.tray.remove()
    assert world.kiosk.tray.snapshot() == ContactState()


def done(counter: Counter) -> Visit:
    """The visit that a counter has just ended."""
    return counter.snapshot().visit


def test_a_counter_that_is_done_keeps_no_secret(world: World) -> None:
    entries = walks.new_secret(world.policy, Purpose.AUTHENTICATION, NEW_PIN)
    walks.visit_counter(world.counter, world.card, RESET_PIN, entries)
    assert done(world.counter) == Visit("done", "暗証番号を再設定しました。")
    world.counter.press("終了")
    assert done(world.counter) == Visit()


@pytest.mark.usefixtures("clock")
def test_a_counter_that_wants_no_card_is_done_without_it() -> None:
    counter = other(counter_wants_card=False).counter
    for label in (RESET_PIN, SHOW_IDENTITY, NOT_BROUGHT):
        counter.press(label)
    assert done(counter) == Visit("done", "受け付けました。")


def refuse(*about: object) -> None:
    """Be a card that answers what nobody expects."""
    raise UnexpectedStatus(0x6F00)


def test_a_counter_gives_a_card_back_that_it_cannot_talk_to(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.office, "renew", refuse)
    screen = walks.visit_counter(world.counter, world.card, RENEW, [])
    assert "カードを読み取れなくなった" in screen.message
    assert world.counter.contact.snapshot() == ContactState()


def interrupted(world: World) -> None:
    """Have the card leave the kiosk before it is written, and set it down again."""
    number = reserve(world)
    world.kiosk.tray.arrange(Departure(Ins.RESET_RETRY_COUNTER, Moment.BEFORE))
    redeem(world, number)
    assert world.kiosk.snapshot().reset.at == INTERRUPTED


def test_a_password_that_changed_meanwhile_is_asked_for_anew(world: World) -> None:
    interrupted(world)
    world.office.set_secret(world.card, PASSWORD, "NEW456")
    world.kiosk.insert(world.card)
    reset = world.kiosk.snapshot().reset
    assert (reset.at, reset.secret) == (SECRET, "")
    assert "残り4回です" in world.kiosk.screen.message
    world.kiosk.enter("NEW456")
    assert world.kiosk.snapshot().reset.entries == ()


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("facts", [{"key_is_wanted": False}, {"new_pin_entries": 1}], ids=str)
@pytest.mark.parametrize("before", [interrupted, reserve], ids=["interrupted", "at once"])
def test_a_kiosk_that_asks_for_less_finishes_all_the_same(
    before: Callable[[World], object], facts: dict[str, object]
) -> None:
    world = other(**facts)
    number = before(world)
    screen = world.kiosk.insert(world.card) if number is None else redeem(world, str(number))
    assert walks.redeemed(screen, world.policy)
