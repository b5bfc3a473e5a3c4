"""Certificates from the kiosk (住民票の写し): the second place where the 4 digits serve."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fakes import wording
from fakes.certificates import Authorities
from fakes.clock import now
from fakes.contact import Contact
from fakes.device import Entry, Page
from fakes.kiosk.service import DONE, Service, ServiceState
from fakes.policy import Policy
from fakes.purposes import Purpose

TITLE = "証明書交付サービス"
DOCUMENT_CHOICE = "住民票の写し"
PIN = "pin"
DOCUMENT = "document"
KEY = Purpose.AUTHENTICATION


@dataclass(frozen=True)
class IssuingState(ServiceState):
    """Nothing beyond the page and its notice."""


class IssuingService(Service[IssuingState]):
    """Prints a document for whoever proves by card and 4 digits to be its holder."""

    title = TITLE

    def __init__(
        self,
        policy: Policy,
        tray: Contact,
        leave: Callable[[], None],
        authorities: Authorities,
    ) -> None:
        super().__init__(policy, tray, leave)
        self._authorities = authorities
        self._state = IssuingState()

    def start(self) -> None:
        """Begin a visit."""
        self._state = IssuingState()

    def _further_pages(self) -> Mapping[str, Callable[[], Page]]:
        return {PIN: self._pin_page, DOCUMENT: self._document_page}

    def _pin_page(self) -> Page:
        label = self._policy.label(KEY)
        message = self._state.notice or f"{label}を入力してください。"
        entry = Entry(label, self._take_pin, secret=True)
        return Page("暗証番号の入力", message, {"中止": self._leave}, entry)

    def _document_page(self) -> Page:
        choices = {DOCUMENT_CHOICE: self._print, "中止": self._leave}
        return Page(self.title, "証明書を選んでください。", choices)

    def _begin(self) -> None:
        self._change(at=PIN, notice="")

    def _take_pin(self, text: str) -> None:
        if not self._policy.well_formed(KEY, text):
            self._change(notice=wording.malformed(self._policy, KEY))
        else:
            self.guarded(lambda: self._verify(text))

    def _verify(self, pin: str) -> None:
        problem = wording.verification_problem(self._reader, self._policy, KEY, pin)
        if problem is not None:
            message, locked = problem
            if locked:
                self._stop(message)
            else:
                self._change(notice=message)
            return
        distrust = self._authorities.judge(self._reader.certificate(KEY), KEY, now())
        if distrust is not None:
            self._stop(wording.distrusted(KEY, distrust))
        else:
            self._change(at=DOCUMENT, notice="")

    def _print(self) -> None:
        self._change(at=DONE, notice="住民票の写しを印刷しました。")
