"""The state of the world is one value: taken at any act and put back, the world goes on alike."""

import dataclasses
from dataclasses import dataclass

import pytest

from fakes import walks
from fakes.card.apdu import Ins
from fakes.centre.line import LineFault, Trouble
from fakes.contact import Departure, Moment
from fakes.counter import RENEW
from fakes.kiosk.kiosk import Shop
from fakes.phone.phone import Nfc
from fakes.purposes import Purpose
from fakes.routes import Route, find_route
from fakes.screen import Screen
from fakes.walks import Knowledge
from fakes.world import FIRST_PASSWORD, OTHERS_PASSWORD, OTHERS_PIN, World, WorldState
from tests.recording import Step, watch_devices

UNMOVED = ("line",)
"""Fakes that the journey leaves as they are."""


@dataclass(frozen=True)
class Made:
    """The world just before an act at a device, the act, and the screen that came of it."""

    before: WorldState
    step: Step
    screen: Screen


def record(world: World) -> list[Made]:
    """Make the journey with every act noted."""
    made: list[Made] = []
    devices = world.phone, world.kiosk, world.counter
    watch_devices(world, lambda before, step, screen: made.append(Made(before, step, screen)))
    journey(world)
    world.phone, world.kiosk, world.counter = devices
    return made


def journey(world: World) -> None:
    """Lock the PIN, reset it at the kiosk, forget everything, and end at the counter."""
    phone, kiosk, counter = world.phone, world.kiosk, world.counter
    card, policy = world.card, world.policy
    walks.mistake_pin(phone, card, 3)
    route = find_route(world, Knowledge(None, FIRST_PASSWORD), "4829")
    assert route is Route.KIOSK
    walks.issue_certificate(kiosk, card, policy, "4829")
    walks.choose(phone, "生体認証を使う", "ログアウト")
    walks.log_in_by_biometrics(phone, 1)
    walks.mistake_password(phone, card, policy, 2)
    number = walks.reserved_number(
        walks.reserve(phone, world.others_card, policy, Purpose.AUTHENTICATION, OTHERS_PASSWORD)
    )
    walks.redeem(kiosk, card, policy, [("予約番号", str(number))])
    walks.log_in(phone, world.others_card, OTHERS_PIN)
    walks.mistake_password(phone, card, policy, 3)
    assert find_route(world, Knowledge(None, None), "7158") is Route.COUNTER
    counter.remove()
    counter.press("終了")
    walks.visit_counter(counter, card, RENEW, [])
    counter.remove()


def test_restoring_any_act_and_acting_on_ends_alike(world: World) -> None:
    steps = record(world)
    end = world.snapshot()
    assert len(steps) > 100
    for start in range(len(steps)):
        world.restore(steps[start].before)
        for made in steps[start:]:
            assert made.step.again(world) == made.screen
        assert world.snapshot() == end


def test_a_restored_state_is_the_state(world: World) -> None:
    for made in reversed(record(world)):
        world.restore(made.before)
        assert world.snapshot() == made.before


def alone(state: WorldState, fake: str) -> WorldState:
    """A state without that of somebody else's card, which the office's decides on."""
    return dataclasses.replace(state, others_card=None) if fake == "office" else state


@pytest.mark.parametrize("fake", [field.name for field in dataclasses.fields(WorldState)])
def test_each_fake_restores_itself_and_nothing_else(world: World, fake: str) -> None:
    owns = [getattr(made.before, fake) for made in record(world)]
    end = world.snapshot()
    for own in owns:
        if own is not None:
            getattr(world, fake).restore(own)
            expected = dataclasses.replace(end, **{fake: own})
            assert alone(world.snapshot(), fake) == alone(expected, fake)
    assert fake in UNMOVED or any(own != getattr(end, fake) for own in owns)


def test_two_worlds_of_one_seed_are_alike(world: World) -> None:
    twin = World(seed=world.seed)
    ours, theirs = record(world), record(twin)
    assert [made.screen for made in ours] == [made.screen for made in theirs]
    assert world.journal.entries == twin.journal.entries
    assert world.snapshot() == twin.snapshot()


def test_worlds_of_two_seeds_differ(world: World) -> None:
    assert World(seed="another").snapshot() != world.snapshot()


def test_going_back_to_before_somebody_else_had_a_card(world: World) -> None:
    before = world.snapshot()
    theirs = world.others_card
    walks.log_in(world.phone, theirs, "0000")
    after = world.snapshot()
    world.restore(before)
    assert world.snapshot() == before
    assert world.snapshot().others_card is None
    assert world.others_card is theirs
    world.restore(after)
    assert world.snapshot() == after


def test_a_fork_made_in_mid_visit_goes_both_ways(world: World) -> None:
    """The card lies on the tray, the number is typed: it can succeed or be interrupted."""
    key, target = FIRST_PASSWORD, Purpose.AUTHENTICATION
    reserved = walks.reserve(world.phone, world.card, world.policy, target, key)
    number = walks.reserved_number(reserved) or ""
    entries = walks.redemption(world.policy, target, number, key, "4829")
    walks.redeem(world.kiosk, world.card, world.policy, entries[:-1])
    fork = world.snapshot()
    world.kiosk.tray.arrange(Departure(Ins.RESET_RETRY_COUNTER, Moment.DURING))
    interrupted = walks.fill_in(world.kiosk, entries[-1])
    world.restore(fork)
    done = walks.fill_in(world.kiosk, entries[-1])
    assert not walks.redeemed(interrupted, world.policy)
    assert walks.redeemed(done, world.policy)


def test_what_a_scenario_arranges_is_part_of_the_state(world: World) -> None:
    before = world.snapshot()
    world.phone.be(nfc=Nfc.OFF, in_case=True)
    world.kiosk.stand_in(Shop("ローソン"))
    world.kiosk.tray.arrange(Departure(Ins.VERIFY, Moment.AFTER))
    world.counter.stand_in(world.elsewhere)
    world.line.arrange(LineFault(Trouble.DOWN, "prepare"))
    world.card.lose_power_at_write(2)
    world.centre.nonce()
    after = world.snapshot()
    for fake in ("phone", "kiosk", "counter", "centre", "line", "card"):
        assert getattr(after, fake) != getattr(before, fake)
    world.restore(before)
    assert world.snapshot() == before
    world.restore(after)
    assert world.snapshot() == after
