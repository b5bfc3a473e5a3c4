"""How steps read what a feature writes, and what they say of what they cannot read."""

import datetime as dt
from collections.abc import Callable

import pytest
from freezegun.api import FrozenDateTimeFactory

from fakes import walks
from fakes.clock import japan
from fakes.purposes import Purpose
from fakes.screen import ScenarioMistake
from fakes.world import World
from steps import clock as clock_steps
from steps import values


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("2秒", 2), ("10分", 600), ("24時間1秒", 86401), ("23時間59分59秒", 86399), ("1日", 86400)],
)
def test_durations(text: str, seconds: int) -> None:
    assert values.duration(text) == dt.timedelta(seconds=seconds)


def test_moments_are_in_japan() -> None:
    assert values.moment("2026年2月16日 6:30") == japan(2026, 2, 16, 6, 30)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (values.duration, "一日"),
        (values.duration, "1日と"),
        (values.moment, "2026-02-16 10:00"),
        (values.day, "2月16日"),
        (values.time, "6時半"),
        (values.one_of(values.ROUTES), "コンビニ"),
        (values.one_of(values.CHAINS), "ロウソン"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(
    read: Callable[[str], object], text: str
) -> None:
    with pytest.raises(ScenarioMistake, match=f"^「{text}」は.*。$"):
        read(text)


def test_time_does_not_run_backwards(clock: FrozenDateTimeFactory) -> None:
    with pytest.raises(ScenarioMistake, match="前に戻す"):
        clock_steps.it_is(clock, japan(2026, 2, 16, 9, 59))


@pytest.fixture
def world(clock: FrozenDateTimeFactory) -> World:
    return World(seed="the tests of the steps")


def test_a_locked_secret_cannot_be_mistaken_once_more(world: World) -> None:
    walks.mistake_pin(world.phone, world.card, 3)
    with pytest.raises(ScenarioMistake, match="すでにロックされている"):
        walks.mistake_pin(world.phone, world.card, 1)
    with pytest.raises(ScenarioMistake, match="すでにロックされている"):
        walks.mistake_password(world.phone, world.card, world.policy, 6)


def test_what_is_forgotten_cannot_be_typed() -> None:
    forgotten = walks.Knowledge(None, None)
    with pytest.raises(ScenarioMistake, match="数字4桁を忘れている"):
        forgotten.known_pin()
    with pytest.raises(ScenarioMistake, match="署名用パスワードを忘れている"):
        forgotten.known_password()


def test_a_place_that_is_not_reached_is_said(world: World) -> None:
    with pytest.raises(ScenarioMistake, match="「予約番号」の入力まで進めませんでした"):
        walks.must_ask_for(world.kiosk, "予約番号")
    walks.go_to_secret(world.phone, world.policy, Purpose.AUTHENTICATION)
    with pytest.raises(ScenarioMistake, match="カードをかざすまで"):
        walks.enter_and_be_asked_for_card(world.phone, "too short"[:3])
