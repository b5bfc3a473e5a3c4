"""What the kiosk's services share: the card on the tray, a way to stop, a way to finish."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from fakes.card.reader import Reader, UnexpectedStatus
from fakes.contact import Contact, ContactLost
from fakes.device import Page
from fakes.policy import Policy
from fakes.state import Stateful

TRAY = "tray"
DONE = "done"
STOPPED = "stopped"


@dataclass(frozen=True)
class ServiceState:
    """Which page a service shows, and what the last attempt gave."""

    at: str = TRAY
    notice: str = ""


S = TypeVar("S", bound=ServiceState)


class Service(Stateful[S]):
    """One service of the kiosk. `leave` leads back to the kiosk's top menu."""

    title: str

    def __init__(self, policy: Policy, tray: Contact, leave: Callable[[], None]) -> None:
        self._policy = policy
        self._tray = tray
        self._reader = Reader(tray.transmit)
        self._leave = leave
        self._pages: Mapping[str, Callable[[], Page]] = {
            TRAY: self._tray_page,
            DONE: self._done_page,
            STOPPED: self._stopped_page,
            **self._further_pages(),
        }

    def page(self) -> Page:
        """The page shown now."""
        return self._pages[self._state.at]()

    @abstractmethod
    def start(self) -> None:
        """Begin a visit with nothing left over from the last one."""

    @abstractmethod
    def _further_pages(self) -> Mapping[str, Callable[[], Page]]:
        """The pages that only this service has."""

    @abstractmethod
    def _begin(self) -> None:
        """Go on: the card lies on the tray and its application is open."""

    def card_removed(self) -> None:
        """Notice that the tray is empty; in the middle of a visit that ends it."""
        if self._state.at not in (TRAY, DONE, STOPPED):
            self._stop("カードが取り出されたため、手続きを中止しました。")

    def _tray_page(self) -> Page:
        message = "マイナンバーカードを読み取り台にセットしてください。"
        return Page(self.title, message, {"中止": self._leave}, on_card=self._card_set)

    def _done_page(self) -> Page:
        return Page(self.title, self._state.notice, {"終了": self._leave})

    def _stopped_page(self) -> Page:
        message = self._state.notice
        return Page("手続きできません", message, {"終了": self._leave})

    def _card_set(self) -> None:
        self.guarded(self._open)

    def _open(self) -> None:
        self._reader.open()
        self._begin()

    def guarded(self, act: Callable[[], None]) -> None:
        """Do what needs the card; a card that cannot be talked to ends the visit."""
        try:
            act()
        except (ContactLost, UnexpectedStatus):
            self._tray.remove()
            self._stop("カードを読み取れなくなったため、手続きを中止しました。")

    def _stop(self, notice: str) -> None:
        self._change(at=STOPPED, notice=notice)
