"""The journey tells everything but the secrets, and so does whatever a test prints of a state."""

import re
from typing import Any

import pytest
from freezegun.api import FrozenDateTimeFactory

from fakes import walks
from fakes.card.apdu import Ins
from fakes.centre.line import LineFault, Trouble
from fakes.contact import Departure, Moment
from fakes.counter import RESET_BOTH
from fakes.journal import Act, Journal
from fakes.purposes import Purpose
from fakes.routes import Route, find_route
from fakes.walks import WRONG_PASSWORD, Knowledge
from fakes.world import FIRST_PASSWORD, FIRST_PIN, World

NEW_PIN = "4829"
NEWER_PIN = "7158"
NEW_PASSWORD = "K7M2P9"
SECRETS = (FIRST_PIN, FIRST_PASSWORD, NEW_PIN, NEWER_PIN, NEW_PASSWORD, WRONG_PASSWORD)
"""Not the wrong PIN: 0000 is part of many a number."""

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE


def leaks(text: str) -> list[str]:
    """The secrets that can be read in a text, as they are or as hex."""
    memory_addresses = r" at 0x[0-9a-f]+"
    readable = re.sub(memory_addresses, "", text).upper()
    return [s for s in SECRETS if s in readable or s.encode().hex().upper() in readable]


@pytest.fixture
def states(clock: FrozenDateTimeFactory, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a test would print of the world's state after each act of the journey."""
    worlds: list[World] = []
    written: list[str] = []
    note = Journal.act

    def note_with_states(journal: Journal, *about: Any) -> None:
        note(journal, *about)
        written.extend(repr(world.snapshot()) for world in worlds)

    monkeypatch.setattr(Journal, "act", note_with_states)
    worlds.append(World(seed="states"))
    journey(worlds[0])
    return written


def journey(world: World) -> None:
    """Lock, be interrupted at the kiosk, reset at counter and kiosk, and set both anew."""
    phone, kiosk, counter, card = world.phone, world.kiosk, world.counter, world.card
    new_password = walks.new_secret(world.policy, PASSWORD, NEW_PASSWORD)
    both = [*walks.new_secret(world.policy, PIN, NEW_PIN), *new_password]
    walks.mistake_pin(phone, card, 3)
    kiosk.tray.arrange(Departure(Ins.RESET_RETRY_COUNTER, Moment.DURING))
    knowledge = Knowledge(None, FIRST_PASSWORD)
    assert find_route(world, knowledge, NEW_PIN) is Route.COUNTER
    assert find_route(world, knowledge, NEWER_PIN) is Route.KIOSK
    walks.mistake_password(phone, card, world.policy, 5)
    counter.remove()
    counter.press("終了")
    walks.visit_counter(counter, card, RESET_BOTH, both)
    assert walks.logged_in(walks.log_in(phone, card, NEW_PIN))
    checked = walks.check_certificate(phone, card, world.policy, NEW_PASSWORD)
    assert "有効です" in checked.message


def test_the_journey_tells_no_secret(world: World) -> None:
    journey(world)
    told = world.journal.tell()
    assert leaks(told) == []
    for word in (
        "VERIFY authentication PIN → 63C0",
        "RESET RETRY COUNTER",
        "予約番号",
        "card is gone",
    ):
        assert word in told


def test_the_screens_show_no_secret(world: World) -> None:
    journey(world)
    acts = [entry for entry in world.journal.entries if isinstance(entry, Act)]
    assert len(acts) > 80
    assert [leaks(repr(act)) for act in acts] == [[]] * len(acts)


def test_the_states_show_no_secret(states: list[str]) -> None:
    assert len(states) > 80
    assert [leaks(state) for state in states] == [[]] * len(states)


def test_a_leak_would_be_found() -> None:
    assert leaks("PIN 4829") == ["4829"]
    assert leaks("b'K7M2P9'") == ["K7M2P9"]
    assert leaks("0020009B06414243313233") == [FIRST_PASSWORD]
    assert leaks("<Card object at 0x7f48291234>") == []


def test_calls_are_told_with_their_outcome(world: World) -> None:
    world.line.arrange(LineFault(Trouble.DOWN, "reserve"))
    walks.reserve(world.phone, world.card, world.policy, PIN, FIRST_PASSWORD)
    told = world.journal.tell()
    assert "centre  nonce: ok" in told
    assert "centre  reserve: unreachable" in told


def test_a_login_is_told_like_this(world: World) -> None:
    walks.log_in(world.phone, world.card, FIRST_PIN)
    told = world.journal.tell().splitlines()
    assert told[2:4] == [
        "2026-02-16 10:00:00  スマートフォン: 「マイナポータル」を選ぶ",
        "                     → [マイナポータル] ログインしてください。"
        " 選べるもの:「ログイン」「終了」",
    ]
    read = "2026-02-16 10:00:00    スマートフォン ⇄ card  READ BINARY authentication certificate"
    assert [line.partition(" → ")[0] for line in told].count(read) == 1
    assert not [line for line in told if "READ BINARY from" in line]


def test_entries_carry_the_moment(world: World, clock: FrozenDateTimeFactory) -> None:
    world.phone.home()
    clock.tick(90)
    world.phone.home()
    first, second = world.journal.tell().splitlines()[::2]
    assert first.startswith("2026-02-16 10:00:00")
    assert second.startswith("2026-02-16 10:01:30")


def test_the_entries_themselves_show_no_secret(world: World) -> None:
    walks.log_in(world.phone, world.card, FIRST_PIN)
    shown = repr(world.journal.entries)
    assert FIRST_PIN not in shown


def test_what_is_handed_out_is_noted_no_more(world: World) -> None:
    world.phone.home()
    (noted,) = world.journal.taken()
    assert isinstance(noted, Act)
    assert world.journal.taken() == []
    world.phone.home()
    assert len(world.journal.entries) == 1
