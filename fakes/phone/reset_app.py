"""JPKI利用者ソフト: reserves the reset of a secret, and checks a certificate.

The way through it is the guide's §3. The check of a certificate is what §8 ends with; its labels
are an assumption.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from fakes import wording
from fakes.centre.centre import CentreWire
from fakes.centre.client import request_reset
from fakes.centre.messages import CentreUnreachable, RequestRefused, Reservation
from fakes.clock import now, show
from fakes.contact import Contact
from fakes.device import Act, Page
from fakes.hours import closed_page, kiosk_serves
from fakes.phone.app import READING, App, AppState, NfcProblem
from fakes.policy import Policy
from fakes.purposes import Purpose

CHECK_MENU = "有効性確認"
TARGET = "target"
OTHER_PIN = "other pin"
RESERVED = "reserved"
CHECKED = "checked"
STOPPED = "stopped"

OTHER_PINS = ("住民基本台帳用の暗証番号(数字4桁)", "券面事項入力補助用の暗証番号(数字4桁)")
"""The card's other PINs of four digits. Not in today's app; the fake card has none of them."""


@dataclass(frozen=True)
class ResetAppState(AppState):
    """Whether a certificate is checked or a reset reserved, and the reservation made.

    `key` is the purpose whose secret is asked for: the signature's when the 4 digits are reset.
    """

    checking: bool = False
    reservation: Reservation | None = None


class ResetApp(App[ResetAppState]):
    """The app of the guide's first step."""

    def __init__(
        self,
        policy: Policy,
        contact: Contact,
        nfc_problem: NfcProblem,
        close: Callable[[], None],
        centre: CentreWire,
    ) -> None:
        super().__init__(policy, contact, nfc_problem, close)
        self._centre = centre
        self._state = ResetAppState()

    def start(self) -> None:
        """Begin at the menu."""
        self._state = ResetAppState()

    def page(self) -> Page:
        """The page shown now; where the app keeps the kiosk's hours, none of them out of hours."""
        if self._policy.app_always_open or kiosk_serves(self._policy, now()):
            return super().page()
        return closed_page(self._policy, "このアプリ", {"終了": self._close})

    def _further_pages(self) -> Mapping[str, Callable[[], Page]]:
        return {
            TARGET: self._target_page,
            OTHER_PIN: self._other_pin_page,
            RESERVED: self._reserved_page,
            CHECKED: self._checked_page,
            STOPPED: self._stopped_page,
        }

    def _start_page(self) -> Page:
        return Page(
            self._policy.reset_app,
            "メニューを選んでください。",
            {
                self._policy.reset_menu: lambda: self._choose(checking=False),
                CHECK_MENU: lambda: self._choose(checking=True),
                "終了": self._close,
            },
        )

    def _target_page(self) -> Page:
        choices: dict[str, Act] = {
            self._policy.label(target): partial(self._choose_target, target) for target in Purpose
        }
        if self._policy.other_pins_at_kiosk:
            choices |= {name: partial(self._choose_other_pin, name) for name in OTHER_PINS}
        message = "初期化する暗証番号を選んでください。"
        return Page(self._policy.reset_menu, message, {**choices, "戻る": self._back})

    def _other_pin_page(self) -> Page:
        return Page(self._policy.reset_menu, self._state.notice, {"戻る": self._back})

    def _reserved_page(self) -> Page:
        reservation = self._state.reservation
        assert reservation is not None
        rows = (("予約番号", reservation.number), ("有効期限", show(reservation.expires)))
        message = "予約番号はコンビニで必要になります。必ず控えてください。"
        return Page("予約完了", message, {"終了": self._close}, rows=rows)

    def _checked_page(self) -> Page:
        return Page("有効性確認の結果", self._state.notice, {"戻る": self._back})

    def _stopped_page(self) -> Page:
        return Page("手続きできません", self._state.notice, {"戻る": self._back})

    def _choose(self, checking: bool) -> None:
        problem = self._nfc_problem()
        self._change(checking=checking)
        if problem is not None:
            self._stop(problem)
        elif checking:
            self._ask_secret(Purpose.SIGNATURE)
        else:
            self._change(at=TARGET)

    def _choose_target(self, target: Purpose) -> None:
        if self._policy.key_is_wanted:
            self._ask_secret(target.other)
        else:
            self._change(at=READING, key=target.other, notice="")

    def _choose_other_pin(self, name: str) -> None:
        """Stand at the beginning of that way; it goes no further, as the card has no such PIN."""
        notice = (
            f"{name}の初期化は、ここから始まります。カードの模型にはないので、先へは進めません。"
        )
        self._change(at=OTHER_PIN, notice=notice)

    def _use_card(self, key: Purpose) -> None:
        """Where no key is wanted for a reset, the card has nothing to compare."""
        if self._policy.key_is_wanted or self._state.checking:
            super()._use_card(key)
        else:
            self._reader.open()
            self._accepted(key)

    def _back(self) -> None:
        self.start()

    def _accepted(self, key: Purpose) -> None:
        try:
            if self._state.checking:
                self._check_certificate(key)
            else:
                self._reserve(key)
        except CentreUnreachable:
            self._change(notice=wording.UNREACHABLE)
        except RequestRefused as refusal:
            self._stop(wording.refused(refusal.reason, self._policy.voucher(key.other)))

    def _locked(self, message: str) -> None:
        self._stop(message + wording.COUNTER_ADVICE)

    def _reserve(self, key: Purpose) -> None:
        request = request_reset(self._policy, self._reader, self._centre, key.other)
        reservation = self._centre.reserve(request)
        self._state = ResetAppState(at=RESERVED, key=key, reservation=reservation)

    def _check_certificate(self, key: Purpose) -> None:
        distrust = self._centre.standing_of(self._reader.certificate(key), key)
        if distrust is None:
            result = f"{wording.CERTIFICATE_NAME[key]}は有効です。"
        else:
            result = wording.distrusted(key, distrust)
        self._state = ResetAppState(at=CHECKED, notice=result)

    def _stop(self, notice: str) -> None:
        self._state = ResetAppState(at=STOPPED, notice=notice)
