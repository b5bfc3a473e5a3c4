"""Defects put in on purpose: striking at one journey finds each of them, and says what is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast
from unittest.mock import patch

import pytest
from freezegun.api import FrozenDateTimeFactory

from fakes.card.apdu import Command, Ins
from fakes.card.authorised import AuthorisedCommands
from fakes.card.card import Card
from fakes.card.chip import Chip
from fakes.card.memory import Memory
from fakes.card.standard import StandardCommands
from fakes.centre.centre import Centre
from fakes.centre.messages import Refusal, RequestRefused, Reservation, SignedRequest, Standing
from fakes.contact import Contact
from fakes.device import Page
from fakes.kiosk.kiosk import Kiosk
from fakes.kiosk.redemption import INTERRUPTED, Redemption
from fakes.phone.app import App
from fakes.purposes import Purpose
from fakes.screen import Deed, Screen
from fakes.watching.invariants import Invariant
from tests.faults.journeys import Journey
from tests.faults.play import Play
from tests.faults.points import Kind
from tests.faults.runs import Finding, Runs

JOURNEY = "新しい数字4桁はすぐに使える"
Patch = pytest.MonkeyPatch


@pytest.fixture
def strike(
    journeys: list[Journey], runs: Runs, frozen_time: FrozenDateTimeFactory
) -> Callable[[], Iterator[Finding]]:
    """Strikes at every point of the reset at the kiosk, with nothing known from before."""
    (journey,) = [each for each in journeys if each.name == JOURNEY]

    def all_points() -> Iterator[Finding]:
        return Runs(Play(runs.play.world, frozen_time)).run([journey])

    return all_points


Strike = Callable[[], Iterator[Finding]]


def says(found: Iterator[Finding], text: str, kind: Kind | None = None) -> bool:
    """Whether a finding says so, at points of one kind if it is given."""
    return any(text in each.problem and kind in (None, each.point.kind) for each in found)


def test_without_a_defect_nothing_is_found(strike: Strike) -> None:
    assert list(strike()) == []


def test_confirming_before_writing(strike: Strike, monkeypatch: Patch) -> None:
    write = Redemption._set_secret

    def confirming(kiosk: Redemption, target: Purpose) -> None:
        kiosk._centre.confirm(kiosk._state.number, kiosk._state.card_id)
        write(kiosk, target)

    monkeypatch.setattr(Redemption, "_set_secret", confirming)
    assert says(strike(), Invariant.SPENT_FOR_SOMETHING.words.en, Kind.LEAVES_BEFORE)


def test_spending_the_reservation_when_preparing(strike: Strike, monkeypatch: Patch) -> None:
    prepare = Centre.prepare

    def spending(centre: Centre, signed: SignedRequest) -> None:
        prepare(centre, signed)
        centre._store.advance(signed.request.number, Standing.USED)

    monkeypatch.setattr(Centre, "prepare", spending)
    assert says(strike(), Invariant.SPENT_FOR_SOMETHING.words.en, Kind.UNANSWERED)


def test_comparing_before_counting(strike: Strike, monkeypatch: Patch) -> None:
    """The counter goes down only after a wrong entry: whoever cuts the power guesses for free."""
    verify = StandardCommands._verify

    def comparing_first(card: Card, command: Command) -> bytes:
        purpose = card._addressed_secret(command.p2)
        if command.data == card.memory.secret(purpose).value and card.compares(purpose):
            card._change_session(verified=card.snapshot().session.verified | {purpose})
            return b""
        return verify(card, command)

    monkeypatch.setitem(Card._HANDLERS, (0x00, Ins.VERIFY), comparing_first)
    assert says(strike(), "compared before it was counted")


def test_writing_a_secret_in_two_parts(strike: Strike, monkeypatch: Patch) -> None:
    def in_two(card: Card, command: Command) -> bytes:
        def write(memory: Memory) -> None:
            half = replace(memory.authentication, tries_left=0)
            Chip._write(card, replace(memory, authentication=half))
            Chip._write(card, memory)

        with patch.object(card, "_write", write):
            return AuthorisedCommands._reset_retry_counter(card, command)

    monkeypatch.setitem(Card._HANDLERS, (0x80, Ins.RESET_RETRY_COUNTER), in_two)
    assert says(strike(), Invariant.OLD_OR_NEW.words.en, Kind.POWER_GOES)


def test_keeping_the_card_powered_over_a_restart(strike: Strike, monkeypatch: Patch) -> None:
    def restart(kiosk: Kiosk) -> Screen:
        before = kiosk.screen
        for service in kiosk._services.values():
            service.start()
        kiosk._top()
        return kiosk._shown(Deed("do", "マルチコピー機が再起動する"), before)

    monkeypatch.setattr(Kiosk, "restart", restart)
    assert says(strike(), "the card kept its power", Kind.KIOSK_RESTARTS)


def test_keeping_the_power_of_a_card_taken_away(strike: Strike, monkeypatch: Patch) -> None:
    remove = lambda contact: contact._change(card=None, in_reach=False)  # noqa: E731
    monkeypatch.setattr(Contact, "remove", remove)
    assert says(strike(), Invariant.SIGNING_NEEDS_VERIFY.words.en)


def test_a_screen_that_leads_nowhere(strike: Strike, runs: Runs, monkeypatch: Patch) -> None:
    dead = Page("書き込みの中断", "書き込みが終わっていません。")
    pages = runs.play.world.kiosk._services[runs.play.world.policy.kiosk_reset_menu]._pages
    monkeypatch.setitem(cast(dict[str, object], pages), INTERRUPTED, lambda: dead)
    assert says(strike(), "nobody can go on from [書き込みの中断]", Kind.POWER_GOES)


def test_saying_done_though_nothing_is_set(strike: Strike, monkeypatch: Patch) -> None:
    monkeypatch.setattr(Redemption, "_set_secret", lambda kiosk, target: None)
    assert says(strike(), "the kiosk says that the secret is set, and it is not")


def test_an_app_that_breaks_down(strike: Strike, monkeypatch: Patch) -> None:
    monkeypatch.setattr(App, "_read", lambda app: app._use_card(app._state.key))
    assert says(strike(), "ContactLost", Kind.REPLY_LOST)


def test_losing_the_way_by_the_kiosk(strike: Strike, monkeypatch: Patch) -> None:
    """Who has a reservation gets no other: when its number is lost, only the counter helps."""
    reserve = Centre.reserve

    def once(centre: Centre, signed: SignedRequest) -> Reservation:
        if any(each.standing is Standing.ISSUED for each in centre.snapshot().reservations):
            raise RequestRefused(Refusal.STALE_REQUEST)
        return reserve(centre, signed)

    monkeypatch.setattr(Centre, "reserve", once)
    assert says(strike(), "the way is 'counter' and not 'app and kiosk'", Kind.UNANSWERED)
