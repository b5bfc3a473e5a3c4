"""Ten defects of the protocol, to be patched in: each breaks an invariant or leaves no way on."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from fakes import wording
from fakes.card.apdu import Command
from fakes.card.authorised import AuthorisedCommands
from fakes.card.card import Card
from fakes.card.chip import Chip
from fakes.card.memory import Secret
from fakes.card.reader import Reader
from fakes.card.standard import StandardCommands
from fakes.centre.centre import Centre
from fakes.centre.line import Line
from fakes.centre.messages import SignedRequest, Standing
from fakes.device import Page
from fakes.kiosk.reset import ResetService
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.watching.invariants import Invariant

Patch = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Defect:
    """What is wrong, how it gets in, and what it breaks; None when it only leaves no way on.

    `search` is the exploration to which it lies near.
    """

    name: str
    seed: Patch
    breaks: Invariant | None
    search: str

    @property
    def tells(self) -> str:
        """What is said of it when it is found."""
        return "no way on" if self.breaks is None else self.breaks.words.en


def _renewal_forgets_the_pin(patch: pytest.MonkeyPatch) -> None:
    """The card goes back to the PIN of the factory when its certificate is written."""
    update = AuthorisedCommands._update_binary

    def defect(card: Card, command: Command) -> bytes:
        reply = update(card, command)
        fresh = Secret(b"0001", 3)
        card._change(memory=card.memory.with_secret(Purpose.AUTHENTICATION, fresh))
        return reply

    handlers = {
        key: defect if handler is update else handler for key, handler in Card._HANDLERS.items()
    }
    patch.setattr(Card, "_HANDLERS", handlers)


def _power_gives_tries_back(patch: pytest.MonkeyPatch) -> None:
    """The card keeps its counters in volatile memory."""
    power_off = Chip.power_off

    def defect(card: Chip) -> None:
        power_off(card)
        secret = card._memory.authentication
        if 0 < secret.tries_left < 3:
            full = dataclasses.replace(secret, tries_left=3)
            card._change(memory=card._memory.with_secret(Purpose.AUTHENTICATION, full))

    patch.setattr(Chip, "power_off", defect)


def _lock_compares_on(patch: pytest.MonkeyPatch) -> None:
    """The card compares a locked secret, and a right entry opens it."""
    patch.setattr(Chip, "compares", lambda card, purpose: True)


def _used_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    """The centre takes the confirmation and notes nothing, and the card no reference."""
    patch.setattr(Centre, "confirm", lambda centre, number, card_id: None)
    _no_reference(patch)


def _no_reference(patch: pytest.MonkeyPatch) -> None:
    """The kiosk names no reservation to the card."""
    reset = Reader.reset
    patch.setattr(
        Reader,
        "reset",
        lambda reader, authority, purpose, secret, *_: reset(reader, authority, purpose, secret),
    )


def _written_without_permission(patch: pytest.MonkeyPatch) -> None:
    """The kiosk writes without asking the centre."""
    patch.setattr(Line, "prepare", lambda line, signed: None)


def _tries_stay_spent(patch: pytest.MonkeyPatch) -> None:
    """A reset sets the secret and leaves its counter where it was."""
    memory_reset = AuthorisedCommands._reset_retry_counter

    def defect(card: Card, command: Command) -> bytes:
        before = card.memory.authentication.tries_left
        reply = memory_reset(card, command)
        spent = dataclasses.replace(card.memory.authentication, tries_left=before)
        card._change(memory=card.memory.with_secret(Purpose.AUTHENTICATION, spent))
        return reply

    handlers = {
        key: defect if handler is memory_reset else handler
        for key, handler in Card._HANDLERS.items()
    }
    patch.setattr(Card, "_HANDLERS", handlers)


def _spent_when_prepared(patch: pytest.MonkeyPatch) -> None:
    """The centre uses a reservation up as soon as a kiosk asks for permission."""
    prepare = Centre.prepare

    def defect(centre: Centre, signed: SignedRequest) -> None:
        prepare(centre, signed)
        centre._store.advance(signed.request.number, Standing.USED)

    patch.setattr(Centre, "prepare", defect)


def _signs_for_anybody(patch: pytest.MonkeyPatch) -> None:
    """The card takes one secret for both."""
    verify = StandardCommands._verify

    def defect(card: Card, command: Command) -> bytes:
        reply = verify(card, command)
        card._change_session(verified=frozenset(Purpose))
        return reply

    handlers = {
        key: defect if handler is verify else handler for key, handler in Card._HANDLERS.items()
    }
    patch.setattr(Card, "_HANDLERS", handlers)


def _says_what_was_typed(patch: pytest.MonkeyPatch) -> None:
    """A wrong entry is shown again."""
    problem = wording.verification_problem

    def defect(
        reader: Reader, policy: Policy, purpose: Purpose, secret: str
    ) -> tuple[str, bool] | None:
        told = problem(reader, policy, purpose, secret)
        return told and (f"{told[0]} (正しい番号は1234です)", told[1])

    patch.setattr(wording, "verification_problem", defect)


def _no_way_out_of_an_interruption(patch: pytest.MonkeyPatch) -> None:
    """The page after an interrupted writing offers nothing."""
    page = ResetService._interrupted_page

    def defect(service: ResetService) -> Page:
        return dataclasses.replace(page(service), choices={}, on_card=None)

    patch.setattr(ResetService, "_interrupted_page", defect)


DEFECTS = (
    Defect(
        "renewal-sets-pin",
        _renewal_forgets_the_pin,
        Invariant.NEW_SECRET_NEEDS_KEY,
        "usable-everywhere",
    ),
    Defect(
        "power-restores-tries",
        _power_gives_tries_back,
        Invariant.TRIES_ARE_EARNED,
        "usable-everywhere",
    ),
    Defect(
        "lock-compares", _lock_compares_on, Invariant.LOCK_NEEDS_RESET, "locked-everywhere-faults"
    ),
    Defect(
        "number-serves-again",
        _used_is_forgotten,
        Invariant.RESERVATION_SERVES_ONCE,
        "reset-done-kiosk-faults",
    ),
    Defect(
        "kiosk-asks-nobody",
        _written_without_permission,
        Invariant.RESERVATION_SERVES_ONCE,
        "new-pin-everywhere",
    ),
    Defect("tries-stay-spent", _tries_stay_spent, Invariant.OLD_OR_NEW, "counter-everywhere"),
    Defect(
        "spent-when-prepared",
        _spent_when_prepared,
        Invariant.SPENT_FOR_SOMETHING,
        "new-pin-everywhere",
    ),
    Defect(
        "one-secret-for-both",
        _signs_for_anybody,
        Invariant.SIGNING_NEEDS_VERIFY,
        "usable-everywhere",
    ),
    Defect(
        "screen-tells",
        _says_what_was_typed,
        Invariant.SECRETS_STAY_SECRET,
        "usable-everywhere-faults",
    ),
    Defect("no-way-on", _no_way_out_of_an_interruption, None, "new-pin-everywhere-faults"),
)
