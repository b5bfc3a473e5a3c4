"""How steps read what a feature writes, and what they say of what they cannot read."""

import datetime as dt
from collections.abc import Callable

import pytest
from freezegun.api import FrozenDateTimeFactory
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes import walks
from fakes.clock import japan
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import ScenarioMistake
from fakes.world import World
from steps import clock as clock_steps
from steps import values

TABLES = [
    pytest.param(table, id=name)
    for name, table in vars(values).items()
    if isinstance(table, dict) and name.isupper()
]


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


@pytest.mark.parametrize(
    ("converter", "text", "english"),
    [
        (values.moment, "2026年2月16日 10:00", "10:00 on 16 February 2026"),
        (values.moment, "2026年12月1日 0:05", "0:05 on 1 December 2026"),
        (values.day, "2026年2月16日", "16 February 2026"),
        (values.time, "6:30", "6:30"),
        (values.duration, "23時間59分59秒", "23 hours 59 minutes 59 seconds"),
        (values.duration, "1日1時間1分1秒", "1 day 1 hour 1 minute 1 second"),
        (values.duration, "48時間", "48 hours"),
        (values.one_of(values.ROUTES), "なし", "none"),
        (values.one_of(values.CHAINS), "ローソン", "Lawson"),
    ],
)
def test_values_in_english(converter: values.Converter[object], text: str, english: str) -> None:
    assert converter.english(text) == english


@pytest.mark.parametrize(
    "converter", [values.moment, values.day, values.time, values.duration, values.one_of({})]
)
@settings(max_examples=200)  # in CI too: the table of readable values says more than many texts
@given(text=st.text() | st.from_regex(values.DURATION) | st.just("2026年2月30日 25:00"))
def test_english_never_fails(converter: values.Converter[object], text: str) -> None:
    try:
        converter(text)
    except ScenarioMistake:
        assert converter.english(text) == text
    else:
        assert converter.english(text)


@pytest.mark.parametrize("table", TABLES)
def test_every_word_has_its_own_english(table: dict[str, values.Word[object]]) -> None:
    english = [word.english for word in table.values()]
    assert all(each.isascii() and each.strip() for each in english)
    assert len(set(english)) == len(english)


def test_every_chain_of_the_policy_has_its_english() -> None:
    assert {*values.CHAINS, values.OTHER_CHAIN} == {chain for chain, _ in Policy().chains}


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
        walks.must_ask_for(world.kiosk, [("予約番号", "")], 0)
    with pytest.raises(ScenarioMistake, match="入力するのは1回まで"):
        walks.must_ask_for(world.kiosk, [("予約番号", "")], 1)
    walks.go_to_secret(world.phone, world.policy, Purpose.AUTHENTICATION)
    with pytest.raises(ScenarioMistake, match="カードをかざすまで"):
        walks.enter_and_be_asked_for_card(world.phone, "too short"[:3])
