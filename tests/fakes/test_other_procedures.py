"""What app, centre, kiosk, counter and portal would do if a fact of the procedure were another."""

import datetime as dt

import pytest
from freezegun.api import FrozenDateTimeFactory

from fakes import walks
from fakes.clock import japan
from fakes.counter import RENEW, RESET_BOTH, RESET_PASSWORD, RESET_PIN
from fakes.identity import NOT_BROUGHT, SHOW_IDENTITY
from fakes.kiosk.kiosk import Shop
from fakes.phone.phone import Nfc
from fakes.policy import NONE, SIGNATURE_ONLY
from fakes.purposes import AUTHENTICATION_ONLY, Purpose
from fakes.routes import Route, find_route
from fakes.walks import Knowledge
from fakes.world import FIRST_PASSWORD, World
from tests.fakes.worlds import (
    KNOWN,
    NEW_PIN,
    NOTHING,
    ONLY_PASSWORD,
    ONLY_PIN,
    PASSWORD,
    PIN,
    opens,
    other,
    redeem,
    reserve,
)


@pytest.fixture(autouse=True)
def usual_time(clock: FrozenDateTimeFactory) -> FrozenDateTimeFactory:
    return clock


def reset_at_counter(world: World, knowledge: Knowledge) -> None:
    """Have the PIN reset at the counter, with what one knows."""
    entries = walks.new_secret(world.policy, PIN, NEW_PIN)
    known = walks.identification(world.policy, knowledge)
    walks.visit_counter(world.counter, world.card, RESET_PIN, known + entries)


@pytest.mark.parametrize("nfc", Nfc)
def test_an_app_that_needs_no_nfc_reads_with_any_phone(nfc: Nfc) -> None:
    world = other(app_needs_nfc=False)
    world.phone.be(nfc=nfc)
    assert reserve(world) is not None


@pytest.mark.parametrize(("hour", "serves"), [(6, False), (7, True), (22, True), (23, False)])
def test_an_app_that_keeps_hours_keeps_the_kiosks(
    clock: FrozenDateTimeFactory, hour: int, serves: bool
) -> None:
    world = other(app_always_open=False)
    clock.move_to(japan(2026, 2, 17, hour))
    assert (reserve(world) is not None) is serves
    assert ("利用時間外" in world.phone.screen.text) is not serves


def test_an_app_that_closes_leads_back_home(clock: FrozenDateTimeFactory) -> None:
    world = other(app_always_open=False)
    clock.move_to(japan(2026, 2, 17, 2))
    reserve(world)
    assert world.phone.press("終了").title == "ホーム"


def test_a_kiosk_that_rests_on_some_days(clock: FrozenDateTimeFactory) -> None:
    world = other(kiosk_weekdays=frozenset(range(5)))
    assert world.kiosk.press("行政サービス").title == "行政サービス"
    walks.leave(world.kiosk)
    clock.move_to(japan(2026, 2, 21, 10))
    assert world.kiosk.press("行政サービス").title == "利用時間外"


def test_a_kiosk_for_residents_only() -> None:
    world = other(kiosk_own_municipality=True)
    number = reserve(world)
    world.kiosk.stand_in(Shop(municipality=world.elsewhere))
    assert "住民票のある市区町村の店舗" in redeem(world, number).text
    world.kiosk.stand_in(Shop(municipality=world.card.face.municipality))
    assert walks.redeemed(redeem(world, number), world.policy)


def test_where_no_key_is_wanted_nobody_asks_for_one() -> None:
    world = other(key_is_wanted=False)
    walks.mistake_pin(world.phone, world.card, 3)
    assert find_route(world, NOTHING, NEW_PIN) is Route.KIOSK
    assert opens(world, NEW_PIN)


def test_where_no_key_is_wanted_the_password_is_reset_without_the_pin() -> None:
    world = other(key_is_wanted=False)
    number = reserve(world, PASSWORD, key="")
    entries = walks.redemption(world.policy, PASSWORD, str(number), "", "NEW456")
    screen = walks.redeem(world.kiosk, world.card, world.policy, entries)
    assert walks.redeemed(screen, world.policy)
    assert (
        "有効です" in walks.check_certificate(world.phone, world.card, world.policy, "NEW456").text
    )


def test_without_a_key_it_still_takes_a_certificate_that_is_valid() -> None:
    world = other(key_is_wanted=False)
    world.office.revoke(world.card, PIN)
    assert reserve(world) is None
    assert "利用者証明用電子証明書が失効しています" in world.phone.screen.text


def test_a_kiosk_that_takes_the_order_only() -> None:
    world = other(new_pin_works_at_once=False)
    number = reserve(world)
    assert "受け付けました" in redeem(world, number).text
    assert not opens(world, NEW_PIN)
    assert opens(world, "1234")
    assert "使用済み" in redeem(world, number).text


@pytest.mark.parametrize("knowledge", [ONLY_PASSWORD, KNOWN])
def test_a_kiosk_that_reserves_by_itself(knowledge: Knowledge) -> None:
    world = other(reservation_is_wanted=False)
    walks.mistake_pin(world.phone, world.card, 3)
    assert find_route(world, knowledge, NEW_PIN) is Route.KIOSK
    assert opens(world, NEW_PIN)
    assert len(world.centre.snapshot().reservations) == 1


def test_a_kiosk_that_reserves_by_itself_asks_what_to_reset() -> None:
    world = other(reservation_is_wanted=False)
    entries = walks.redemption(world.policy, PASSWORD, "", "1234", "NEW456")
    walks.redeem(world.kiosk, world.card, world.policy, entries, PASSWORD)
    assert walks.redeemed(world.kiosk.screen, world.policy)
    world.kiosk.stand_in(Shop("ローソン"))
    walks.redeem(world.kiosk, world.card, world.policy, [])
    assert world.kiosk.screen.choices == (world.policy.signature_label, "中止")


def test_without_reservation_and_key_the_card_alone_is_enough() -> None:
    world = other(reservation_is_wanted=False, key_is_wanted=False)
    walks.mistake_pin(world.phone, world.card, 3)
    assert find_route(world, NOTHING, NEW_PIN) is Route.KIOSK


def test_a_number_that_serves_more_than_once() -> None:
    world = other(reservation_is_single_use=False)
    number = reserve(world)
    for pin in ("8642", "7531"):
        assert walks.redeemed(redeem(world, number, pin), world.policy)
        assert opens(world, pin)


def test_a_number_that_serves_only_after_a_while(clock: FrozenDateTimeFactory) -> None:
    world = other(reservation_wait=dt.timedelta(minutes=30))
    number = reserve(world)
    clock.tick(dt.timedelta(minutes=29, seconds=59))
    assert "まだ使えません" in redeem(world, number).text
    clock.tick(dt.timedelta(seconds=1))
    assert walks.redeemed(redeem(world, number), world.policy)


def test_a_counter_that_wants_the_password() -> None:
    world = other(counter_wants_password=True)
    reset_at_counter(world, ONLY_PIN)
    assert world.counter.screen.field is not None
    assert not opens(world, NEW_PIN)
    world.counter.remove()
    assert "中止しました" in world.counter.screen.text
    world.counter.press("終了")
    reset_at_counter(world, KNOWN)
    assert opens(world, NEW_PIN)


def test_a_wrong_password_at_the_counter_counts_and_locks() -> None:
    world = other(counter_wants_password=True)
    reset_at_counter(world, ONLY_PIN)
    assert "英数字6〜16桁で入力" in world.counter.enter("ABC").text
    assert "残り4回" in world.counter.enter("WRONG999").text
    for _ in range(4):
        world.counter.enter("WRONG999")
    assert "ロックされました" in world.counter.screen.text
    assert world.counter.screen.title == "手続きできません"


@pytest.mark.parametrize(
    ("resets", "offered"),
    [
        (NONE, ()),
        (SIGNATURE_ONLY, (RESET_PASSWORD,)),
        (AUTHENTICATION_ONLY, (RESET_PIN,)),
        (frozenset(Purpose), (RESET_PIN, RESET_PASSWORD, RESET_BOTH)),
    ],
)
def test_a_counter_offers_what_it_resets(
    resets: frozenset[Purpose], offered: tuple[str, ...]
) -> None:
    assert other(counter_resets=resets).counter.screen.choices == (*offered, RENEW)


def test_a_counter_that_wants_no_identity_asks_for_the_card_at_once() -> None:
    world = other(counter_wants_identity=False)
    reset_at_counter(world, NOTHING)
    assert opens(world, NEW_PIN)


def test_a_kiosk_that_wants_an_identity_document() -> None:
    world = other(kiosk_wants_identity=True)
    number = reserve(world)
    walks.go_to_tray(world.kiosk, world.policy)
    assert world.kiosk.screen.choices == (SHOW_IDENTITY, NOT_BROUGHT)
    world.kiosk.remove()
    assert world.kiosk.screen.choices == (SHOW_IDENTITY, NOT_BROUGHT)
    assert "本人確認書類がない" in world.kiosk.press(NOT_BROUGHT).text
    assert walks.redeemed(redeem(world, number), world.policy)


def test_a_portal_without_biometric_login_does_not_offer_it() -> None:
    world = other(biometric_login=False)
    screen = walks.log_in(world.phone, world.card, "1234")
    assert screen.choices == ("確定申告書を送信する", "ログアウト")


def test_today_the_card_itself_wants_the_key() -> None:
    """A kiosk's own key opens nothing: what the card compared must not be forgotten meanwhile."""
    world = other()
    number = reserve(world)
    entries = walks.redemption(world.policy, PIN, str(number), FIRST_PASSWORD, NEW_PIN)
    walks.redeem(world.kiosk, world.card, world.policy, entries[:2])
    world.card.power_off()
    walks.fill_in(world.kiosk, *entries[2:])
    assert not walks.redeemed(world.kiosk.screen, world.policy)
