"""What the card and its certificates would do if a fact of the procedure were another."""

import datetime as dt

import pytest
from freezegun.api import FrozenDateTimeFactory

from fakes import walks
from fakes.card.memory import Memory
from fakes.clock import now
from tests.fakes.worlds import PASSWORD, PIN, opens, other, redeem, reserve

DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def usual_time(clock: FrozenDateTimeFactory) -> FrozenDateTimeFactory:
    return clock


def test_a_lock_that_is_not_final_opens_to_the_right_entry() -> None:
    world = other(lock_is_final=False)
    walks.mistake_pin(world.phone, world.card, 3)
    assert world.tries_left(PIN) == 0
    walks.mistake_pin(world.phone, world.card, 1)
    assert "ロックされました" in world.phone.screen.text
    assert opens(world, "1234")
    assert world.tries_left(PIN) == 3


def test_tries_that_return_do_so_on_the_next_day(clock: FrozenDateTimeFactory) -> None:
    world = other(tries_return_next_day=True)
    walks.mistake_pin(world.phone, world.card, 2)
    clock.move_to(now().replace(hour=23, minute=59))
    assert world.tries_left(PIN) == 1
    clock.tick(dt.timedelta(minutes=1))
    assert world.tries_left(PIN) == 3
    walks.mistake_pin(world.phone, world.card, 1)
    assert world.tries_left(PIN) == 2


def test_a_lock_outlives_the_day_unless_it_is_not_final(clock: FrozenDateTimeFactory) -> None:
    final = other(tries_return_next_day=True)
    passing = other(tries_return_next_day=True, lock_is_final=False)
    for world in (final, passing):
        walks.mistake_pin(world.phone, world.card, 3)
    clock.tick(DAY)
    assert (final.tries_left(PIN), passing.tries_left(PIN)) == (0, 3)
    assert not opens(final, "1234")


def test_a_right_entry_that_restores_nothing_leaves_the_count_as_it_is() -> None:
    world = other(right_entry_restores_tries=False)
    walks.mistake_pin(world.phone, world.card, 2)
    for _ in range(3):
        assert opens(world, "1234")
        assert world.tries_left(PIN) == 1
    walks.mistake_pin(world.phone, world.card, 1)
    assert not opens(world, "1234")


def test_a_right_entry_does_not_keep_the_tries_from_returning(clock: FrozenDateTimeFactory) -> None:
    world = other(right_entry_restores_tries=False, tries_return_next_day=True)
    walks.mistake_pin(world.phone, world.card, 2)
    assert opens(world, "1234")
    assert world.tries_left(PIN) == 1
    clock.tick(DAY)
    assert world.tries_left(PIN) == 3


def test_a_reset_restores_the_tries_also_where_a_right_entry_does_not() -> None:
    world = other(right_entry_restores_tries=False)
    walks.mistake_pin(world.phone, world.card, 3)
    assert walks.redeemed(redeem(world, reserve(world)), world.policy)
    assert world.tries_left(PIN) == 3


def test_no_day_is_kept_where_it_means_nothing() -> None:
    world = other()
    walks.mistake_pin(world.phone, world.card, 2)
    memory = world.card.memory
    assert isinstance(memory, Memory)
    assert memory.authentication.mistaken_on is None


@pytest.mark.parametrize(
    ("serves", "expired", "revoked", "reserves"),
    [
        ("expired_certificate_serves", True, False, True),
        ("expired_certificate_serves", False, True, False),
        ("expired_certificate_serves", True, True, False),
        ("revoked_certificate_serves", True, False, False),
        ("revoked_certificate_serves", False, True, True),
        ("revoked_certificate_serves", True, True, False),
    ],
)
def test_a_certificate_serves_with_one_flaw_and_not_with_the_other(
    serves: str, expired: bool, revoked: bool, reserves: bool
) -> None:
    world = other(**{serves: True})
    if expired:
        world.office.set_expiry(world.card, PASSWORD, now().date() - DAY)
    if revoked:
        world.office.revoke(world.card, PASSWORD)
    number = reserve(world)
    assert (number is not None) is reserves
    if reserves:
        assert walks.redeemed(redeem(world, number), world.policy)


def test_a_flaw_that_serves_is_still_said_by_the_app() -> None:
    world = other(revoked_certificate_serves=True)
    world.office.revoke(world.card, PASSWORD)
    screen = walks.check_certificate(world.phone, world.card, world.policy, "ABC123")
    assert "失効しています" in screen.text


@pytest.mark.parametrize(("voids_signature", "voids_pin"), [(True, True), (False, False)])
def test_what_a_move_makes_void(voids_signature: bool, voids_pin: bool) -> None:
    world = other(move_voids_signature=voids_signature, move_voids_authentication=voids_pin)
    world.office.register_move(world.card, world.elsewhere)
    assert (reserve(world) is None) is voids_signature
    assert opens(world, "1234") is not voids_pin
