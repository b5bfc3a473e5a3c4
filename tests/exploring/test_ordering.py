"""Ways in the order of a scenario: what goes wrong is said first, and still goes wrong there."""

import pytest

from runner.exploring.acts import AROUND, COUNTER, KIOSK, PHONE, Act
from runner.exploring.candidates import candidate
from runner.exploring.engine import WAIT
from runner.exploring.ordering import is_circumstance
from runner.exploring.writing import GIVEN
from tests.exploring.conftest import Begin
from tests.exploring.searches import START


@pytest.mark.parametrize(
    ("act", "first"),
    [
        (Act(KIOSK, "departure", "書き込みの直前"), True),
        (Act(AROUND, "line", "down"), True),
        (Act(AROUND, "line", "LATE"), True),
        (Act(AROUND, "line", "up"), False),
        (Act(PHONE, "restart"), False),
        (Act(COUNTER, "press", "終了"), False),
        (WAIT, False),
    ],
)
def test_what_is_a_circumstance(act: Act, first: bool) -> None:
    assert is_circumstance(act) is first


@pytest.mark.parametrize(("start", "at"), [("new-pin", (KIOSK,)), ("locked", (PHONE,))])
def test_circumstances_come_first(start: str, at: tuple[str, ...], begin: Begin) -> None:
    engine = begin(start, 2_500, at)
    moved, troubles = 0, 0
    for situation, reached in engine.space.situations.items():
        made = candidate(engine, START[start], situation, reached)
        keywords = [step.keyword for step in made.steps]
        assert keywords == sorted(keywords, key=lambda keyword: keyword != GIVEN)
        way = [is_circumstance(act) for act in engine.way(reached)]
        moved += bool(made.steps) and way != sorted(way, reverse=True)
        troubles += sum("予約センターへの「" in step.text for step in made.steps)
    assert moved
    assert troubles or start != "new-pin"


def test_following_a_way_does_it(begin: Begin) -> None:
    engine = begin("usable", 1_000, (KIOSK,))
    index = len(engine.space.states) - 1
    way = [engine.acts.values[number] for number in engine.space.way_to(index)]
    followed = engine.follow([*way, Act(KIOSK, "press", "ない"), WAIT])
    assert len(followed) == len(way)
    states = engine.space.states_on_the_way_to(index)
    assert followed[0][0] == engine.parts_of(engine.space.states[states[0]])
    assert [entry for _, entries in followed for entry in entries]
    assert engine.world.journal.taken() == []


def test_following_a_way_waits(begin: Begin) -> None:
    engine = begin("reserved", 10)
    moments = [here.moment for here, _ in engine.follow([WAIT, WAIT, WAIT])]
    assert moments[0] == engine.moments.values[0]
    assert moments == sorted(set(moments))
