"""The engine tells the truth: what it looks up is what a world really does."""

import dataclasses

import pytest
from freezegun.api import FrozenDateTimeFactory

from fakes import walks
from fakes.screen import ScenarioMistake
from fakes.world import FIRST_PIN, World
from runner.exploring import acts, parts
from runner.exploring.acts import AROUND, COUNTER, DEVICES, KIOSK, PHONE, Act
from runner.exploring.deadends import dead_ends
from runner.exploring.engine import HORIZON, WAIT, Engine
from runner.exploring.parts import Parts
from runner.exploring.space import Reached, State
from runner.exploring.survey import SEED, begun
from tests.exploring.conftest import Begin, PutTo
from tests.exploring.searches import START, depths

SEARCHES = [
    ("usable", DEVICES, True, 6_000, 1),
    ("new-pin", DEVICES, True, 4_000, 2),
    ("reserved", (KIOSK,), True, 1_500, 3),
    ("both-locked", (COUNTER,), False, 1_500, 3),
]
"""Start, devices, faults, how many states, and of how many of them one is tried."""


def done(engine: Engine, here: Parts, put_to: PutTo) -> dict[Act, Parts]:
    """What really comes of every act in a state, the whole world having been put there."""
    devices = [device for place, device in enumerate(DEVICES) if place in engine._at]
    put_to(engine, here)
    doable = [each for device in devices for each in acts.at(engine.world, device, engine._faults)]
    doable += acts.around(engine.world, engine._faults)
    found = {}
    for act, do in doable:
        put_to(engine, here)
        do()
        found[act] = parts.taken(engine.world, here.moment)
    put_to(engine, here)
    following = acts.next_instant(engine.world)
    if following <= engine.moments.values[0] + HORIZON:
        found[WAIT] = dataclasses.replace(here, moment=following)
    return found


@pytest.mark.parametrize(("start", "at", "faults", "states", "every"), SEARCHES)
def test_what_is_looked_up_is_what_the_fakes_do(
    start: str,
    at: tuple[str, ...],
    faults: bool,
    states: int,
    every: int,
    begin: Begin,
    put_to: PutTo,
) -> None:
    engine = begin(start, states, at, faults)
    looked_up = engine.space.transitions - engine.space.tried
    assert looked_up > engine.space.expanded / 2
    for index in range(0, engine.space.expanded, every):
        here = engine.parts_of(engine.space.states[index])
        told = {
            engine.acts.values[act]: engine.parts_of(state)
            for act, state in engine.successors(index)
        }
        assert told == done(engine, here, put_to), engine.way(Reached(index, -1))


def test_a_world_taken_apart_and_put_together_is_the_same(begin: Begin, put_to: PutTo) -> None:
    engine = begin("usable", 1_000)
    for state in reversed(engine.space.states):
        here = engine.parts_of(state)
        put_to(engine, here)
        assert parts.taken(engine.world, here.moment) == here


def test_nothing_that_can_be_done_is_done_by_looking(begin: Begin, put_to: PutTo) -> None:
    engine = begin("reserved", 300)
    here = engine.parts_of(engine.space.states[200])
    put_to(engine, here)
    for device in DEVICES:
        list(acts.at(engine.world, device, True))
    list(acts.around(engine.world, True))
    assert parts.taken(engine.world, here.moment) == here


def test_what_is_done_at_one_device_leaves_the_others(begin: Begin) -> None:
    engine = begin("usable", 1_500)
    own = {device: place for place, device in enumerate(DEVICES)}
    for index in range(engine.space.expanded):
        before = engine.space.states[index]
        for number, after in engine.successors(index):
            device = engine.acts.values[number].device
            changed = {place for place in range(3) if before[place] != after[place]}
            assert changed <= {own.get(device, -1)}
            assert before[4] == after[4] or engine.acts.values[number] == WAIT


def test_a_device_that_reaches_into_another_is_found_out(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at(world: World, device: str, faults: bool) -> list[acts.Doable]:
        return [(Act(device, "press", "both"), lambda: world.kiosk.press("行政サービス"))]

    monkeypatch.setattr(acts, "at", at)
    with pytest.raises(AssertionError):
        begin("usable", 10)


@pytest.mark.parametrize(("start", "at"), [("usable", DEVICES), ("new-pin", (KIOSK,))])
def test_the_way_to_a_state_is_the_shortest(start: str, at: tuple[str, ...], begin: Begin) -> None:
    engine = begin(start, 2_000, at)
    assert list(engine.space.depths) == depths(engine)
    for index, depth in enumerate(engine.space.depths):
        assert len(engine.space.way_to(index)) == depth
        assert len(engine.space.states_on_the_way_to(index)) == depth + 1
    assert list(engine.space.depths) == sorted(engine.space.depths)


@pytest.mark.parametrize(("start", "at"), [("new-pin", DEVICES), ("usable", (KIOSK,))])
def test_the_way_leads_there_on_a_fresh_world(
    start: str, at: tuple[str, ...], begin: Begin, clock: FrozenDateTimeFactory
) -> None:
    engine = begin(start, 2_000, at)
    for index in range(0, len(engine.space.states), 100):
        fresh = begun(START[start], clock, True)
        end = followed(fresh, engine.way(Reached(index, -1)), clock)
        assert comparable(fresh, end) == comparable(
            engine, engine.parts_of(engine.space.states[index])
        )


def followed(engine: Engine, way: list[Act], clock: FrozenDateTimeFactory) -> Parts:
    """Do these acts one after the other, as a person would, nothing being put back."""
    world, moment = engine.world, engine.moments.values[0]
    for act in way:
        if act == WAIT:
            moment = acts.next_instant(world)
            clock.move_to(moment)
            continue
        doable = (
            acts.around(world, True) if act.device == AROUND else acts.at(world, act.device, True)
        )
        dict(doable)[act]()
    return parts.taken(world, moment)


def comparable(engine: Engine, here: Parts) -> tuple[object, ...]:
    """What a person could tell, and the card's memory; what is drawn may differ between worlds."""
    parts.put_back(engine.world, here)
    world = engine.world
    screens = world.phone.screen, world.kiosk.screen, world.counter.screen
    memory = world.card.memory
    return (
        here.moment,
        [(screen.title, screen.message, screen.choices) for screen in screens],
        memory.authentication,
        memory.signature,
        acts.card_lies_at(world),
        [each.standing for each in world.centre.snapshot().reservations],
    )


def test_equal_states_are_one(begin: Begin) -> None:
    engine = begin("usable", 2_000)
    values = [engine.parts_of(state) for state in engine.space.states]
    assert len(set(values)) == len(values)


def test_a_fake_that_fails_is_a_finding(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    def home(world: World) -> None:
        raise KeyError("no such page")

    phone = type(World().phone)
    monkeypatch.setattr(phone, "home", home)
    engine = begin("usable", 500)
    ((said, reached),) = engine.space.failures.items()
    assert said == "KeyError: 'no such page'"
    assert [act.kind for act in engine.way(reached)] == ["press", "home"]
    assert len(engine.space.states) >= 500


def test_a_person_has_one_card_in_one_place(begin: Begin, put_to: PutTo) -> None:
    engine = begin("usable", 3_000)
    seen = set()
    for state in engine.space.states[::7]:
        put_to(engine, engine.parts_of(state))
        world = engine.world
        lying = [
            device
            for device, contact in ((KIOSK, world.kiosk.tray), (COUNTER, world.counter.contact))
            if contact.card is world.card
        ]
        assert len(lying) <= 1
        assert acts.card_lies_at(world) == "".join(lying)
        seen.add(acts.card_lies_at(world))
    assert seen == {"", KIOSK, COUNTER}


def test_one_thing_goes_wrong_at_a_time(begin: Begin, put_to: PutTo) -> None:
    engine = begin("new-pin", 3_000)
    for state in engine.space.states[::5]:
        put_to(engine, engine.parts_of(state))
        world = engine.world
        arranged = [world.phone.contact.snapshot().departure, world.kiosk.tray.snapshot().departure]
        assert [*arranged, world.line.snapshot().fault].count(None) >= 2


def test_without_faults_nothing_goes_wrong(begin: Begin) -> None:
    engine = begin("usable", 1_000, faults=False)
    kinds = {act.kind for act in engine.acts.values}
    assert kinds.isdisjoint({"departure", "restart", "line"})


def test_at_one_device_nothing_is_done_at_another(begin: Begin) -> None:
    engine = begin("usable", 500, (PHONE,), True)
    assert {act.device for act in engine.acts.values} == {PHONE, AROUND}


def test_only_what_the_screens_offer_is_done(clock: FrozenDateTimeFactory) -> None:
    world = World(seed=SEED)
    with pytest.raises(ScenarioMistake):
        world.phone.press("ない")
    offered = {act for act, _ in acts.at(world, PHONE, False)}
    assert {act.on for act in offered if act.kind == "press"} == set(world.phone.screen.choices)
    walks.log_in(world.phone, world.card, FIRST_PIN)
    assert Act(PHONE, "home") in {act for act, _ in acts.at(world, PHONE, False)}


def test_time_goes_by_from_one_change_to_the_next(begin: Begin) -> None:
    engine = begin("reserved", 1_500, (COUNTER,), False)
    moments = sorted(engine.moments.values)
    assert len(moments) > 3
    policy = engine.world.policy
    named = {policy.kiosk_opens, policy.kiosk_closes, policy.counter_opens, policy.counter_closes}
    (expires,) = [each.expires for each in engine.shared.values[0].centre.reservations]
    for moment in moments[1:]:
        assert moment.time() in named or moment == expires + acts.SECOND


def test_closed_screens_are_no_dead_ends(begin: Begin, put_to: PutTo) -> None:
    engine = begin("new-pin", 10_000, (COUNTER,), False)
    assert engine.space.expanded == len(engine.space.states)
    closed = 0
    for state in engine.space.states:
        put_to(engine, engine.parts_of(state))
        screen = engine.world.counter.screen
        closed += not (screen.choices or screen.field or screen.wants_card)
    assert closed
    assert engine.space.stuck == {}


def test_the_search_ends_where_nothing_new_is_left(begin: Begin) -> None:
    engine = begin("reset-done", 10_000, (COUNTER,), False)
    known: set[State] = set(engine.space.states)
    assert engine.space.expanded == len(known) < 200
    for index in range(len(known)):
        assert {state for _, state in engine.successors(index)} <= known
    assert dead_ends(engine) == []
