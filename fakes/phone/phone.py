"""The smartphone: what reads the card, and the home screen from which the apps start."""

import dataclasses
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

from fakes.card.card import Card
from fakes.centre.centre import CentreWire
from fakes.contact import Contact, ContactState, ExchangeWitness
from fakes.device import Act, Page, PagedDevice, Witness
from fakes.phone import portal_app
from fakes.phone.app import App
from fakes.phone.portal_app import PortalApp, PortalAppState
from fakes.phone.reset_app import ResetApp, ResetAppState
from fakes.policy import Policy
from fakes.portal import Portal
from fakes.screen import Deed, Screen

NFC_SETTING = "NFCをオンにする"


class Nfc(Enum):
    """Whether the phone can read cards."""

    NONE = "none"
    OFF = "off"
    ON = "on"


@dataclass(frozen=True)
class Handset:
    """The phone itself: its NFC, whether a case is on, whether its biometric check succeeds.

    `running` names the app on the screen; None is the home screen.
    """

    nfc: Nfc = Nfc.ON
    in_case: bool = False
    biometrics_match: bool = True
    running: str | None = None


@dataclass(frozen=True)
class PhoneState:
    """The handset, both apps and the card behind the phone."""

    handset: Handset
    reset_app: ResetAppState
    portal_app: PortalAppState
    contact: ContactState


class Phone(PagedDevice):
    """The person's phone."""

    def __init__(
        self,
        policy: Policy,
        centre: CentreWire,
        portal: Portal,
        witness: Witness,
        exchange_witness: ExchangeWitness,
    ) -> None:
        super().__init__("スマートフォン", witness)
        self._policy = policy
        self._handset = Handset()
        self.contact = Contact(self.name, exchange_witness)
        self._reset_app = ResetApp(policy, self.contact, self._nfc_problem, self._home, centre)
        self._portal_app = PortalApp(
            policy,
            self.contact,
            self._nfc_problem,
            self._home,
            portal,
            lambda: self._handset.biometrics_match,
        )
        self._apps: dict[str, App[Any]] = {
            policy.reset_app: self._reset_app,
            portal_app.NAME: self._portal_app,
        }

    def snapshot(self) -> PhoneState:
        """Return the state of the phone with its apps and the card behind it."""
        return PhoneState(
            self._handset,
            self._reset_app.snapshot(),
            self._portal_app.snapshot(),
            self.contact.snapshot(),
        )

    def restore(self, state: PhoneState) -> None:
        """Put such a state back."""
        self._handset = state.handset
        self._reset_app.restore(state.reset_app)
        self._portal_app.restore(state.portal_app)
        self.contact.restore(state.contact)

    def be(self, **handset: Any) -> None:
        """Be a phone like this: fields of `Handset` (no NFC, a case on, …)."""
        self._handset = dataclasses.replace(self._handset, **handset)

    def home(self) -> Screen:
        """Press the home button; what an app had open is gone."""
        before = self.screen
        self._home()
        return self._shown(Deed("do", "ホームボタンを押す"), before)

    def restart(self) -> Screen:
        """Switch the phone off and on: no app is open, and none knows where it was."""
        before = self.screen
        self._home()
        self._reset_app.start()
        self._portal_app.start()
        return self._shown(Deed("do", "スマートフォンを再起動する"), before)

    def hold(self, card: Card, offset_mm: int = 0) -> Screen:
        """Hold a card to the back, `offset_mm` off the chip, and take it away again."""
        before = self.screen
        reads = self._nfc_problem() is None
        covered = self._handset.in_case and self._policy.case_blocks_reading
        aligned = offset_mm <= self._policy.reading_tolerance_mm
        self.contact.place(card, in_reach=reads and aligned and not covered)
        self._card_arrives()
        self.contact.remove()
        return self._shown(Deed("do", "カードをかざす"), before)

    def remove(self) -> Screen:
        """Take the card away; `hold` has done so already."""
        before = self.screen
        self.contact.remove()
        return self._shown(Deed("do", "カードを離す"), before)

    def _page(self) -> Page:
        if self._handset.running is not None:
            return self._apps[self._handset.running].page()
        choices: dict[str, Act] = {name: partial(self._launch, name) for name in self._apps}
        if self._handset.nfc is Nfc.OFF:
            choices[NFC_SETTING] = lambda: self.be(nfc=Nfc.ON)
        return Page("ホーム", "", choices)

    def _launch(self, name: str) -> None:
        self._apps[name].start()
        self.be(running=name)

    def _home(self) -> None:
        self.be(running=None)

    def _nfc_problem(self) -> str | None:
        if not self._policy.app_needs_nfc:
            return None
        if self._handset.nfc is Nfc.NONE:
            return "このスマートフォンはNFCに対応していないため、カードを読み取れません。"
        if self._handset.nfc is Nfc.OFF:
            return "NFCがオフになっています。設定でNFCをオンにしてください。"
        return None
