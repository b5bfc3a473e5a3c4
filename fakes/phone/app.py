"""What the phone's apps share: a secret is typed, the card is held to the back, the app acts."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fakes import wording
from fakes.card.reader import Reader
from fakes.contact import Contact, ContactLost
from fakes.device import Entry, Page
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.state import Stateful

START = "start"
SECRET = "secret"
READING = "reading"


@dataclass(frozen=True)
class AppState:
    """Which page an app shows, whose secret it asks for, and what the last attempt gave."""

    at: str = START
    key: Purpose = Purpose.SIGNATURE
    secret: str = field(default="", repr=False)
    notice: str = ""


S = TypeVar("S", bound=AppState)
NfcProblem = Callable[[], str | None]
"""Says what keeps the phone from reading cards; None when nothing does."""


class App(Stateful[S]):
    """An app on the phone. `close` leads back to the home screen."""

    def __init__(
        self,
        policy: Policy,
        contact: Contact,
        nfc_problem: NfcProblem,
        close: Callable[[], None],
    ) -> None:
        self._policy = policy
        self._reader = Reader(contact.transmit)
        self._nfc_problem = nfc_problem
        self._close = close
        self._pages: Mapping[str, Callable[[], Page]] = {
            START: self._start_page,
            SECRET: self._secret_page,
            READING: self._reading_page,
            **self._further_pages(),
        }

    def page(self) -> Page:
        """The page shown now."""
        return self._pages[self._state.at]()

    @abstractmethod
    def start(self) -> None:
        """Begin at the first page, with nothing left over from before."""

    @abstractmethod
    def _start_page(self) -> Page:
        """The first page."""

    @abstractmethod
    def _further_pages(self) -> Mapping[str, Callable[[], Page]]:
        """The pages that only this app has."""

    @abstractmethod
    def _back(self) -> None:
        """Leave the pages that ask for the secret and the card."""

    @abstractmethod
    def _accepted(self, key: Purpose) -> None:
        """Go on: the card has found the secret of `key` right and is still there."""

    @abstractmethod
    def _locked(self, message: str) -> None:
        """Go on: the secret is locked; `message` says so."""

    def _secret_page(self) -> Page:
        label = self._policy.label(self._state.key)
        return Page(
            "暗証番号の入力",
            self._state.notice or f"{label}を入力してください。",
            {"戻る": self._back},
            Entry(label, self._take_secret, secret=True),
        )

    def _reading_page(self) -> Page:
        hold = "マイナンバーカードをスマートフォンの背面にかざしてください。"
        message = self._state.notice or hold
        return Page("カードの読み取り", message, {"戻る": self._back}, on_card=self._read)

    def _ask_secret(self, key: Purpose, notice: str = "") -> None:
        self._change(at=SECRET, key=key, secret="", notice=notice)

    def _take_secret(self, text: str) -> None:
        """Keep a secret of the right form for the card; another costs no try."""
        if self._policy.well_formed(self._state.key, text):
            self._change(at=READING, secret=text, notice="")
        else:
            self._ask_secret(self._state.key, wording.malformed(self._policy, self._state.key))

    def _read(self) -> None:
        try:
            self._use_card(self._state.key)
        except ContactLost:
            self._change(notice=wording.CARD_LOST)

    def _use_card(self, key: Purpose) -> None:
        self._reader.open()
        problem = wording.verification_problem(self._reader, self._policy, key, self._state.secret)
        if problem is None:
            self._accepted(key)
            return
        message, locked = problem
        if locked:
            self._locked(message)
        else:
            self._ask_secret(key, message)
