"""Setting a secret anew at the kiosk: the guide's §4, question by question."""

from collections.abc import Callable, Mapping
from functools import partial

from fakes import identity, new_secret, wording
from fakes.centre.centre import CentreWire
from fakes.centre.messages import CentreUnreachable, Refusal, RequestRefused
from fakes.contact import Contact
from fakes.device import Act, Entry, Page
from fakes.kiosk.redemption import INTERRUPTED, SECRET, WRITE_FAILED, Redemption, ResetState
from fakes.kiosk.service import TRAY
from fakes.people import Person
from fakes.policy import Policy
from fakes.purposes import Purpose

IDENTITY = "identity"
NUMBER = "number"
TARGET = "target"
NEW = "new"


class ResetService(Redemption):
    """What the kiosk asks on the way to a new secret.

    `resettable` says what the store offers, `serves` whether it serves the holder of a card.
    """

    def __init__(
        self,
        policy: Policy,
        tray: Contact,
        leave: Callable[[], None],
        centre: CentreWire,
        resettable: Callable[[], frozenset[Purpose]],
        serves: Callable[[Person], bool],
    ) -> None:
        super().__init__(policy, tray, leave, centre)
        self.title = policy.kiosk_reset_menu
        self._resettable = resettable
        self._serves = serves

    def start(self) -> None:
        """Begin a visit; only what the centre must still hear is kept."""
        first = IDENTITY if self._policy.kiosk_wants_identity else TRAY
        self._state = ResetState(first, unconfirmed=self._state.unconfirmed)

    def _further_pages(self) -> Mapping[str, Callable[[], Page]]:
        return {
            IDENTITY: self._identity_page,
            NUMBER: self._number_page,
            TARGET: self._target_page,
            SECRET: self._secret_page,
            NEW: self._new_page,
            INTERRUPTED: self._interrupted_page,
        }

    def _identity_page(self) -> Page:
        return identity.page(self._ask_card, lambda: self._stop(identity.MISSING))

    def _tray_page(self) -> Page:
        page = super()._tray_page()
        fee = (("手数料", f"{self._policy.kiosk_fee}円"),)
        return Page(page.title, page.message, page.choices, rows=fee, on_card=page.on_card)

    def _number_page(self) -> Page:
        message = self._state.notice or "アプリで発行された予約番号を入力してください。"
        entry = Entry("予約番号", self._take_number)
        return Page("予約番号の入力", message, {"中止": self._leave}, entry)

    def _target_page(self) -> Page:
        choices: dict[str, Act] = {
            self._policy.label(target): partial(self._ask_secret, "", target)
            for target in Purpose
            if target in self._resettable()
        }
        message = "再設定する暗証番号を選んでください。"
        return Page(self.title, message, {**choices, "中止": self._leave})

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
        elif self._state.at != IDENTITY:
            super().card_removed()

    def _ask_card(self) -> None:
        self._change(at=TRAY)

    def _begin(self) -> None:
        """Take up the visit, or the writing that was interrupted, with the card now on the tray."""
        card_id = self._reader.card_id()
        if self._state.at == TRAY:
            self._begin_with(card_id)
        elif card_id != self._state.card_id:
            self._stop("別のカードがセットされたため、手続きを中止しました。")
        else:
            self._verify(then=self._write)

    def _begin_with(self, card_id: str) -> None:
        card = self._tray.card
        assert card is not None
        if not self._serves(card.face):
            self._stop("住民票のある市区町村の店舗で手続きしてください。")
        else:
            question = NUMBER if self._policy.reservation_is_wanted else TARGET
            self._change(at=question, card_id=card_id, notice="")

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
            self._ask_secret(number, target)

    def _ask_secret(self, number: str, target: Purpose) -> None:
        """Ask for the key to `target`, or at once for the new secret, where no key is wanted."""
        question = SECRET if self._policy.key_is_wanted else NEW
        self._change(at=question, number=number, target=target, notice="")

    def _take_secret(self, text: str) -> None:
        key = self._state.target.other
        if not self._policy.well_formed(key, text):
            self._change(notice=wording.malformed(self._policy, key))
        else:
            self._change(secret=text)
            self.guarded(lambda: self._verify(then=self._ask_new))

    def _ask_new(self) -> None:
        self._change(at=NEW, entries=(), notice="")

    def _take_new(self, text: str) -> None:
        state = self._state
        entries, problem = new_secret.added(self._policy, state.target, state.entries, text)
        self._change(entries=entries, notice=problem)
        if not problem and len(entries) == self._policy.new_pin_entries:
            self.guarded(self._write)
