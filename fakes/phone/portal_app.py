"""マイナポータル, the app: login with card and 4 digits, or by the phone's own biometric check."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fakes import wording
from fakes.certificates import Distrust
from fakes.contact import Contact
from fakes.device import Act, Page
from fakes.phone.app import START, App, AppState, NfcProblem
from fakes.policy import Policy
from fakes.portal import Portal
from fakes.purposes import Purpose

NAME = "マイナポータル"
INSIDE_TITLE = "マイページ"
PHONE = "this phone"
TAX_RETURN = b"the tax return"
BIOMETRIC = "biometric"
INSIDE = "inside"


@dataclass(frozen=True)
class PortalAppState(AppState):
    """`attempts` counts the logins with the card, so that each signs a message of its own."""

    attempts: int = 0


class PortalApp(App[PortalAppState]):
    """The app in which the 4 digits are typed most, and so the place where they lock."""

    def __init__(
        self,
        policy: Policy,
        contact: Contact,
        nfc_problem: NfcProblem,
        close: Callable[[], None],
        portal: Portal,
        biometrics_match: Callable[[], bool],
    ) -> None:
        super().__init__(policy, contact, nfc_problem, close)
        self._portal = portal
        self._biometrics_match = biometrics_match
        self._state = PortalAppState()

    def start(self) -> None:
        """Begin logged out."""
        self._change(at=START, secret="", notice="")

    def _further_pages(self) -> Mapping[str, Callable[[], Page]]:
        return {BIOMETRIC: self._biometric_page, INSIDE: self._inside_page}

    def _start_page(self) -> Page:
        choices = {"ログイン": self._choose_login}
        if self._portal.knows(PHONE):
            choices["生体認証でログイン"] = lambda: self._change(at=BIOMETRIC, notice="")
        message = self._state.notice or "ログインしてください。"
        return Page(NAME, message, {**choices, "終了": self._close})

    def _biometric_page(self) -> Page:
        message = self._state.notice or "指紋または顔で本人であることを確認します。"
        choices = {"指紋または顔を読み取る": self._match_biometrics, "戻る": self.start}
        return Page("生体認証", message, choices)

    def _inside_page(self) -> Page:
        enrolled = self._portal.knows(PHONE)
        setting = "生体認証をやめる" if enrolled else "生体認証を使う"
        choices: dict[str, Act] = {
            "確定申告書を送信する": lambda: self._ask_secret(Purpose.SIGNATURE)
        }
        if self._policy.biometric_login:
            choices[setting] = self._withdraw if enrolled else self._enrol
        choices["ログアウト"] = self.start
        return Page(INSIDE_TITLE, self._state.notice, choices)

    def _choose_login(self) -> None:
        problem = self._nfc_problem()
        if problem is not None:
            self._change(notice=problem)
        else:
            self._ask_secret(Purpose.AUTHENTICATION)

    def _match_biometrics(self) -> None:
        if self._biometrics_match():
            self._change(at=INSIDE, notice="ログインしました。")
        else:
            self._change(notice="確認できませんでした。もう一度読み取らせてください。")

    def _enrol(self) -> None:
        self._portal.enrol(PHONE)
        self._change(notice="次回から生体認証でログインできます。")

    def _withdraw(self) -> None:
        self._portal.withdraw(PHONE)
        self._change(notice="次回から暗証番号でログインします。")

    def _back(self) -> None:
        """Go back to where the secret was asked for: the return is filed when logged in."""
        if self._state.key is Purpose.SIGNATURE:
            self._change(at=INSIDE, secret="", notice="")
        else:
            self.start()

    def _accepted(self, key: Purpose) -> None:
        filing = key is Purpose.SIGNATURE
        distrust = self._file_return() if filing else self._log_in()
        if distrust is not None:
            self._back()
            self._change(notice=wording.distrusted(key, distrust))
        else:
            notice = "確定申告書を送信しました。" if filing else "ログインしました。"
            self._change(at=INSIDE, secret="", notice=notice)

    def _locked(self, message: str) -> None:
        self._ask_secret(self._state.key, message)

    def _log_in(self) -> Distrust | None:
        self._change(attempts=self._state.attempts + 1)
        challenge = self._portal.challenge(self._state.attempts)
        certificate = self._reader.certificate(Purpose.AUTHENTICATION)
        signature = self._reader.sign(Purpose.AUTHENTICATION, challenge)
        return self._portal.log_in(certificate, challenge, signature)

    def _file_return(self) -> Distrust | None:
        document = hashlib.sha256(TAX_RETURN).digest()
        certificate = self._reader.certificate(Purpose.SIGNATURE)
        signature = self._reader.sign(Purpose.SIGNATURE, document)
        return self._portal.file_return(certificate, document, signature)
