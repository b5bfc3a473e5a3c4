"""Setting a secret anew at the kiosk: the guide's §4."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fakes import new_secret, wording
from fakes.card.terminal import Authority
from fakes.centre.centre import CentreWire
from fakes.centre.client import sign_request
from fakes.centre.messages import CentreUnreachable, Refusal, RequestRefused
from fakes.contact import Contact, ContactLost
from fakes.device import Entry, Page
from fakes.kiosk.service import DONE, TRAY, Service, ServiceState
from fakes.policy import Policy
from fakes.purposes import Purpose

NUMBER = "number"
SECRET = "secret"
NEW = "new"
INTERRUPTED = "interrupted"
WRITE_FAILED = "書き込みが終わっていません。カードをもう一度セットすると、続きから再開します。"


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


class ResetService(Service[ResetState]):
    """The kiosk's side of a reservation: prepare, write the card, confirm."""

    def __init__(
        self,
        policy: Policy,
        tray: Contact,
        leave: Callable[[], None],
        centre: CentreWire,
        resettable: Callable[[], frozenset[Purpose]],
    ) -> None:
        super().__init__(policy, tray, leave)
        self.title = policy.kiosk_reset_menu
        self._centre = centre
        self._resettable = resettable
        self._state = ResetState()

    def start(self) -> None:
        """Begin a visit; only what the centre must still hear is kept."""
        self._state = ResetState(unconfirmed=self._state.unconfirmed)

    def _further_pages(self) -> Mapping[str, Callable[[], Page]]:
        return {
            NUMBER: self._number_page,
            SECRET: self._secret_page,
            NEW: self._new_page,
            INTERRUPTED: self._interrupted_page,
        }

    def _tray_page(self) -> Page:
        page = super()._tray_page()
        fee = (("手数料", f"{self._policy.kiosk_fee}円"),)
        return Page(page.title, page.message, page.choices, rows=fee, on_card=page.on_card)

    def _number_page(self) -> Page:
        message = self._state.notice or "アプリで発行された予約番号を入力してください。"
        entry = Entry("予約番号", self._take_number)
        return Page("予約番号の入力", message, {"中止": self._leave}, entry)

    def _secret_page(self) -> Page:
        label = self._policy.label(self._state.target.other)
        message = self._state.notice or f"本人確認のため、{label}を入力してください。"
        entry = Entry(label, self._take_secret, secret=True)
        return Page("本人確認", message, {"中止": self._leave}, entry)

    def _new_page(self) -> Page:
        state, choices = self._state, {"中止": self._leave}
        return new_secret.page(
            self._policy, state.target, state.entries, state.notice, choices, self._take_new
        )

    def _interrupted_page(self) -> Page:
        choices = {"中止": self._leave}
        if self._tray.card is not None:
            choices = {"もう一度試す": self._card_set, **choices}
        return Page("書き込みの中断", self._state.notice, choices, on_card=self._card_set)

    def card_removed(self) -> None:
        """Notice that the tray is empty; what was about to be written can still be resumed."""
        if self._state.at == INTERRUPTED:
            self._change(notice=WRITE_FAILED)
        else:
            super().card_removed()

    def _begin(self) -> None:
        """Take up the visit, or the writing that was interrupted, with the card now on the tray."""
        card_id = self._reader.card_id()
        if self._state.at == TRAY:
            self._change(at=NUMBER, card_id=card_id, notice="")
        elif card_id != self._state.card_id:
            self._stop("別のカードがセットされたため、手続きを中止しました。")
        else:
            self._verify(then=self._write)

    def _take_number(self, text: str) -> None:
        try:
            self._deliver()
            reservation = self._centre.check(text, self._state.card_id)
        except CentreUnreachable:
            self._change(notice=wording.UNREACHABLE)
        except RequestRefused as refusal:
            self._number_refused(refusal.reason)
        else:
            self._number_accepted(text, reservation.target)

    def _number_refused(self, reason: Refusal) -> None:
        """Say why; only a number that is not this card's counts as a wrong one."""
        message = wording.NUMBER_REFUSALS[reason]
        guessed = reason in (Refusal.NUMBER_UNKNOWN, Refusal.OTHER_CARD)
        wrong = self._state.wrong_numbers + guessed
        if wrong >= self._policy.kiosk_number_tries:
            self._stop(f"{message}予約番号を続けて間違えたため、手続きを中止しました。")
        else:
            self._change(wrong_numbers=wrong, notice=message)

    def _number_accepted(self, number: str, target: Purpose) -> None:
        if target not in self._resettable():
            self._stop(f"この店舗では、{self._policy.label(target)}の再設定はできません。")
        else:
            self._change(at=SECRET, number=number, target=target, notice="")

    def _take_secret(self, text: str) -> None:
        key = self._state.target.other
        if not self._policy.well_formed(key, text):
            self._change(notice=wording.malformed(self._policy, key))
        else:
            self._change(secret=text)
            self.guarded(lambda: self._verify(then=self._ask_new))

    def _ask_new(self) -> None:
        self._change(at=NEW, entries=(), notice="")

    def _verify(self, then: Callable[[], None]) -> None:
        """Have the card check the secret that authorises the reset, and go on if it is right."""
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

    def _take_new(self, text: str) -> None:
        state = self._state
        entries, problem = new_secret.added(self._policy, state.target, state.entries, text)
        self._change(entries=entries, notice=problem)
        if not problem and len(entries) == self._policy.new_pin_entries:
            self.guarded(self._write)

    def _write(self) -> None:
        """Prepare, write, confirm. Until the card is written the reservation stays good."""
        target = self._state.target
        try:
            request = sign_request(self._reader, self._centre, target, self._state.number)
            self._centre.prepare(request)
            self._reader.reset(Authority.KIOSK, target, self._state.entries[0])
        except CentreUnreachable:
            self._change(at=INTERRUPTED, notice=wording.UNREACHABLE)
        except RequestRefused as refusal:
            self._stop(wording.refused(refusal.reason, target.other))
        except ContactLost:
            self._tray.remove()
            self._change(at=INTERRUPTED, notice=WRITE_FAILED)
        else:
            self._written()

    def _written(self) -> None:
        pending = (self._state.number, self._state.card_id)
        unconfirmed = (*self._state.unconfirmed, pending)
        self._state = ResetState(DONE, self._policy.kiosk_done, unconfirmed=unconfirmed)
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
