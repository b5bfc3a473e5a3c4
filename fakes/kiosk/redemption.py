"""Redeeming a reservation at the kiosk: prepare at the centre, write the card, confirm."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field

from fakes import wording
from fakes.card import terminal
from fakes.card.reader import AlreadyWritten
from fakes.card.terminal import Authority
from fakes.centre.centre import CentreWire
from fakes.centre.client import request_reset
from fakes.centre.messages import CentreUnreachable, Refusal, RequestRefused, SignedRequest
from fakes.contact import Contact, ContactLost
from fakes.kiosk.service import DONE, STOPPED, Service, ServiceState
from fakes.policy import Policy
from fakes.purposes import Purpose

SECRET = "secret"
INTERRUPTED = "interrupted"
WRITE_FAILED = "書き込みが終わっていません。カードをもう一度セットすると、続きから再開します。"
ORDERED = "再設定を受け付けました。新しい暗証番号は、まだ使えません。"


@dataclass(frozen=True)
class ResetState(ServiceState):
    """What has been typed and found out in this visit.

    `entries` are the entries of the new secret so far. `unconfirmed` are the (number, card id) of
    written cards that the centre has not heard of yet; they outlive the visit.
    """

    number: str = ""
    card_id: str = ""
    target: Purpose = Purpose.AUTHENTICATION
    secret: str = field(default="", repr=False)
    entries: tuple[str, ...] = field(default=(), repr=False)
    wrong_numbers: int = 0
    unconfirmed: tuple[tuple[str, str], ...] = ()


class Redemption(Service[ResetState]):
    """The kiosk's side of a reservation, once everything has been typed."""

    def __init__(
        self, policy: Policy, tray: Contact, leave: Callable[[], None], centre: CentreWire
    ) -> None:
        super().__init__(policy, tray, leave)
        self._centre = centre
        self._state = ResetState()

    def _verify(self, then: Callable[[], None]) -> None:
        """Have the card check the secret that authorises the reset, and go on if it is right."""
        if not self._policy.key_is_wanted:
            then()
            return
        problem = wording.verification_problem(
            self._reader, self._policy, self._state.target.other, self._state.secret
        )
        if problem is None:
            then()
            return
        message, locked = problem
        if locked:
            self._stop(message + wording.COUNTER_ADVICE)
        else:
            self._change(at=SECRET, secret="", notice=message)

    def _write(self) -> None:
        """Prepare, write, confirm. Until the card is written the reservation stays good."""
        target = self._state.target
        try:
            if not self._policy.reservation_is_wanted:
                self._reserve()
            self._centre.prepare(self._request(self._state.number))
            if self._policy.new_pin_works_at_once:
                self._set_secret(target)
        except AlreadyWritten:
            self._served_before()
        except CentreUnreachable:
            self._change(at=INTERRUPTED, notice=wording.UNREACHABLE)
        except RequestRefused as refusal:
            self._stop(wording.refused(refusal.reason, self._policy.voucher(target)))
        except ContactLost:
            self._tray.remove()
            self._change(at=INTERRUPTED, notice=WRITE_FAILED)
        else:
            self._written()

    def _set_secret(self, target: Purpose) -> None:
        """Have the card take the new secret; raises `AlreadyWritten` if the number set another."""
        single = self._policy.reservation_is_single_use
        reference = terminal.reference(self._state.number) if single else terminal.NO_REFERENCE
        self._reader.reset(Authority.KIOSK, target, self._state.entries[0], reference)

    def _served_before(self) -> None:
        """Refuse a number that set another secret, of which the centre has not heard."""
        self._end(STOPPED, wording.NUMBER_REFUSALS[Refusal.NUMBER_USED])

    def _request(self, number: str = "") -> SignedRequest:
        """Ask in the holder's name, with the card on the tray."""
        return request_reset(self._policy, self._reader, self._centre, self._state.target, number)

    def _reserve(self) -> None:
        """Reserve at the kiosk itself, where nobody had to do so in the app."""
        self._change(number=self._centre.reserve(self._request()).number)

    def _written(self) -> None:
        """End the visit, with the card written or, where that takes its time, ordered."""
        done = self._policy.kiosk_done if self._policy.new_pin_works_at_once else ORDERED
        self._end(DONE, done)

    def _end(self, page: str, notice: str) -> None:
        """End the visit, and tell the centre that the reservation has served."""
        pending = (self._state.number, self._state.card_id)
        unconfirmed = (*self._state.unconfirmed, pending)
        self._state = ResetState(page, notice, unconfirmed=unconfirmed)
        try:
            self._deliver()
        except CentreUnreachable:
            # The new secret holds already; the centre hears of it at the next occasion.
            return

    def _deliver(self) -> None:
        """Confirm what was written and not confirmed yet; raises `CentreUnreachable`."""
        while self._state.unconfirmed:
            (number, card_id), *rest = self._state.unconfirmed
            # Refused when the holder reserved anew meanwhile: nothing is left to be used up.
            with contextlib.suppress(RequestRefused):
                self._centre.confirm(number, card_id)
            self._change(unconfirmed=tuple(rest))
