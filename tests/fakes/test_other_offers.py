"""What app and kiosk would offer, and to whom, if a fact of the procedure were another."""

import pytest
from freezegun.api import FrozenDateTimeFactory

from fakes import walks
from fakes.card.apdu import Ins
from fakes.card.reader import Reader
from fakes.centre.client import sign_request
from fakes.centre.messages import Refusal, Standing
from fakes.contact import Departure, Moment
from fakes.kiosk import renewal
from fakes.phone.reset_app import OTHER_PINS
from fakes.world import FIRST_PIN, OTHERS_PASSWORD, OTHERS_PIN, World
from tests.fakes.refusals import refusal
from tests.fakes.worlds import NEW_PIN, PASSWORD, PIN, opens, other, redeem, reserve


@pytest.fixture(autouse=True)
def usual_time(clock: FrozenDateTimeFactory) -> FrozenDateTimeFactory:
    return clock


def others_number(world: World) -> str:
    """Have somebody else reserve the reset of their PIN, and tell the number."""
    screen = walks.reserve(world.phone, world.others_card, world.policy, PIN, OTHERS_PASSWORD)
    return screen.value("予約番号")


def test_a_number_that_is_bound_to_no_card_serves_whoever_types_it() -> None:
    world = other(reservation_binds_card=False)
    number = others_number(world)
    assert walks.redeemed(redeem(world, number), world.policy)
    assert opens(world, NEW_PIN)
    assert walks.logged_in(walks.log_in(world.phone, world.others_card, OTHERS_PIN))
    reservation = world.centre.find(number)
    assert reservation is not None
    assert reservation.standing is Standing.USED


def test_a_number_that_is_bound_to_no_card_still_takes_the_key_of_the_card() -> None:
    world = other(reservation_binds_card=False)
    number = others_number(world)
    entries = walks.redemption(world.policy, PIN, number, OTHERS_PASSWORD, NEW_PIN)
    walks.redeem(world.kiosk, world.card, world.policy, entries)
    assert "残り4回" in world.kiosk.screen.text


@pytest.mark.parametrize("bound", [True, False])
def test_a_number_resets_what_it_was_reserved_for(bound: bool) -> None:
    world = other(reservation_binds_card=bound)
    number = str(reserve(world))
    reader = Reader(world.card.transmit)
    reader.open()
    reader.verify(PIN, FIRST_PIN)
    signed = sign_request(reader, world.centre, PASSWORD, number)
    assert refusal(lambda: world.centre.prepare(signed)) is Refusal.OTHER_CARD


def go_to_targets(world: World) -> None:
    """Choose the reset in the app."""
    walks.start(world.phone, world.policy.reset_app)
    walks.choose(world.phone, world.policy.reset_menu)


@pytest.mark.parametrize("name", OTHER_PINS)
def test_an_app_for_the_other_pins_stands_at_the_beginning_of_that_way(name: str) -> None:
    world = other(other_pins_at_kiosk=True)
    go_to_targets(world)
    labels = (world.policy.authentication_label, world.policy.signature_label)
    assert world.phone.screen.choices == (*labels, *OTHER_PINS, "戻る")
    before = world.card.snapshot()
    screen = world.phone.press(name)
    assert f"{name}の初期化は、ここから始まります" in screen.text
    assert screen.choices == ("戻る",)
    assert world.card.snapshot() == before
    assert world.policy.reset_menu in world.phone.press("戻る").choices


def test_an_app_for_the_other_pins_still_reserves_for_this_one() -> None:
    world = other(other_pins_at_kiosk=True)
    go_to_targets(world)
    world.phone.press(OTHER_PINS[0])
    assert walks.redeemed(redeem(world, reserve(world)), world.policy)


def go_to_renewal(world: World) -> None:
    """Choose the renewal at the kiosk."""
    policy = world.policy
    walks.leave(world.kiosk)
    walks.choose(world.kiosk, policy.kiosk_service, policy.kiosk_card_menu, renewal.TITLE)


def test_a_kiosk_that_renews_certificates_makes_a_void_one_serve_again() -> None:
    world = other(kiosk_renews_certificates=True)
    world.office.register_move(world.card, world.elsewhere)
    assert reserve(world) is None
    go_to_renewal(world)
    assert world.kiosk.screen.wants_card
    assert "署名用電子証明書を更新しました" in world.kiosk.insert(world.card).text
    assert world.kiosk.remove().choices == ("終了",)
    assert walks.redeemed(redeem(world, reserve(world)), world.policy)


@pytest.mark.parametrize("moment", [Moment.BEFORE, Moment.DURING])
def test_a_renewal_that_is_cut_off_leaves_the_card_as_it_was(moment: Moment) -> None:
    world = other(kiosk_renews_certificates=True)
    before = world.card.memory
    go_to_renewal(world)
    world.kiosk.tray.arrange(Departure(Ins.UPDATE_BINARY, moment))
    assert "手続きを中止しました" in world.kiosk.insert(world.card).text
    assert world.card.memory == before


def test_a_renewal_begun_is_part_of_the_state() -> None:
    world = other(kiosk_renews_certificates=True)
    go_to_renewal(world)
    begun = world.snapshot()
    world.kiosk.insert(world.card)
    done = world.kiosk.screen
    world.restore(begun)
    assert world.kiosk.screen.wants_card
    assert world.kiosk.insert(world.card) == done
