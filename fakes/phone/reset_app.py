"""JPKI利用者ソフト: reserves the reset of a secret, and checks a certificate.

The way through it is the guide's §3. The check of a certificate is what §8 ends with; its labels
are an assumption.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fakes import wording
from fakes.centre.centre import CentreWire
from fakes.centre.client import sign_request
from fakes.centre.messages import CentreUnreachable, RequestRefused, Reservation
from fakes.clock import show
from fakes.contact import Contact
from fakes.device import Page
from fakes.phone.app import App, AppState, NfcProblem
from fakes.policy import Policy
from fakes.purposes import Purpose

CHECK_MENU = "有効性確認"
TARGET = "target"
RESERVED = "reserved"
CHECKED = "checked"
STOPPED = "stopped"


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

    def _further_pages(self) -> Mapping[str, Callable[[], Page]]:
        return {
            TARGET: self._target_page,
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
        return Page(
            self._policy.reset_menu,
            "初期化する暗証番号を選んでください。",
            {
                self._policy.authentication_label: lambda: self._ask_secret(Purpose.SIGNATURE),
                self._policy.signature_label: lambda: self._ask_secret(Purpose.AUTHENTICATION),
                "戻る": self._back,
            },
        )

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
            self._stop(wording.refused(refusal.reason, key))

    def _locked(self, message: str) -> None:
        self._stop(message + wording.COUNTER_ADVICE)

    def _reserve(self, key: Purpose) -> None:
        reservation = self._centre.reserve(sign_request(self._reader, self._centre, key.other))
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
