"""The multi-function copier: its hours, its menus, its tray, and the services behind them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fakes.card.card import Card
from fakes.centre.centre import CentreWire
from fakes.certificates import Authorities
from fakes.clock import now
from fakes.contact import Contact, ContactState, ExchangeWitness
from fakes.device import Act, Page, PagedDevice, Witness
from fakes.hours import closed_page, kiosk_serves
from fakes.kiosk.issuing import IssuingService, IssuingState
from fakes.kiosk.redemption import ResetState
from fakes.kiosk.renewal import RenewalService
from fakes.kiosk.reset import ResetService
from fakes.kiosk.service import Service, ServiceState
from fakes.office import CardOffice
from fakes.people import Person
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import Deed, Screen

TOP = "top"
SERVICES = "services"
CARD_MENU = "card menu"
OUT_OF_HOURS = "out of hours"


@dataclass(frozen=True)
class Shop:
    """The store where a kiosk stands, open from `opens` up to `closes`; always, if equal.

    `municipality` is where it stands; None is where the visitor lives, wherever that is.
    """

    chain: str = "セブン-イレブン"
    opens: dt.time = dt.time(0, 0)
    closes: dt.time = dt.time(0, 0)
    municipality: str | None = None

    def open_at(self, time: dt.time) -> bool:
        """Whether people can walk in at this time of day."""
        return self.opens == self.closes or self.opens <= time < self.closes


@dataclass(frozen=True)
class KioskState:
    """Where it stands, which menu or service it shows, the services, and the tray."""

    shop: Shop
    at: str
    reset: ResetState
    renewal: ServiceState
    issuing: IssuingState
    tray: ContactState


class Kiosk(PagedDevice):
    """The copier of one store."""

    def __init__(
        self,
        policy: Policy,
        centre: CentreWire,
        authorities: Authorities,
        office: CardOffice,
        witness: Witness,
        exchange_witness: ExchangeWitness,
    ) -> None:
        super().__init__("マルチコピー機", witness)
        self._policy = policy
        self._shop = Shop()
        self._at = TOP
        self.tray = Contact(self.name, exchange_witness)
        self._reset = ResetService(
            policy, self.tray, self._top, centre, self._resettable, self._serves
        )
        self._renewal = RenewalService(policy, self.tray, self._top, office)
        self._issuing = IssuingService(policy, self.tray, self._top, authorities)
        self._services: Mapping[str, Service[Any]] = {
            self._reset.title: self._reset,
            self._renewal.title: self._renewal,
            self._issuing.title: self._issuing,
        }

    def snapshot(self) -> KioskState:
        """Return the state of the kiosk with its services and its tray."""
        return KioskState(
            self._shop,
            self._at,
            self._reset.snapshot(),
            self._renewal.snapshot(),
            self._issuing.snapshot(),
            self.tray.snapshot(),
        )

    def restore(self, state: KioskState) -> None:
        """Put such a state back."""
        self._shop = state.shop
        self._at = state.at
        self._reset.restore(state.reset)
        self._renewal.restore(state.renewal)
        self._issuing.restore(state.issuing)
        self.tray.restore(state.tray)

    def stand_in(self, shop: Shop) -> None:
        """Be the copier of another store, idle and with an empty tray; the card is taken along."""
        self.tray.remove()
        self.restore(
            KioskState(shop, TOP, ResetState(), ServiceState(), IssuingState(), ContactState())
        )

    def insert(self, card: Card) -> Screen:
        """Set a card on the tray."""
        before = self.screen
        self.tray.place(card)
        self._card_arrives()
        return self._shown(Deed("do", "カード読み取り台にカードをセットする"), before)

    def remove(self) -> Screen:
        """Take the card from the tray."""
        before = self.screen
        self.tray.remove()
        if self._at in self._services:
            self._services[self._at].card_removed()
        return self._shown(Deed("do", "カード読み取り台からカードを取る"), before)

    def restart(self) -> Screen:
        """Start anew, as after a power cut: the tray gives the card back, no visit goes on.

        What the centre must still hear is kept.
        """
        before = self.screen
        self.tray.remove()
        for service in self._services.values():
            service.start()
        self._top()
        return self._shown(Deed("do", "マルチコピー機が再起動する"), before)

    def _page(self) -> Page:
        if not self._shop.open_at(now().time()):
            return Page("閉店中", "この店舗は営業時間外です。")
        if self._at in self._services:
            return self._services[self._at].page()
        return self._menu()

    def _menu(self) -> Page:
        if self._at == SERVICES:
            menu = "利用するサービスを選んでください。"
            return Page(self._policy.kiosk_service, menu, {**self._offered(), "戻る": self._top})
        if self._at == CARD_MENU:
            procedures = {**self._procedures(), "戻る": self._top}
            return Page(self._policy.kiosk_card_menu, "手続きを選んでください。", procedures)
        if self._at == OUT_OF_HOURS:
            return closed_page(self._policy, "行政サービス", {"戻る": self._top})
        choices = {self._policy.kiosk_service: self._choose_services}
        return Page("トップメニュー", "サービスを選んでください。", choices)

    def _offered(self) -> dict[str, Act]:
        issuing: dict[str, Act] = {
            self._issuing.title: lambda: self._enter(self._issuing.title),
        }
        if not self._resettable():
            return issuing
        return {self._policy.kiosk_card_menu: self._choose_card_menu, **issuing}

    def _procedures(self) -> dict[str, Act]:
        """What can be done with the card itself."""
        reset: dict[str, Act] = {self._reset.title: lambda: self._enter(self._reset.title)}
        if not self._policy.kiosk_renews_certificates:
            return reset
        return {**reset, self._renewal.title: lambda: self._enter(self._renewal.title)}

    def _resettable(self) -> frozenset[Purpose]:
        return self._policy.resettable_at(self._shop.chain)

    def _serves(self, holder: Person) -> bool:
        """Whether the holder of a card may use the reset in this store."""
        here = self._shop.municipality
        own = here is None or holder.municipality == here
        return own or not self._policy.kiosk_own_municipality

    def _choose_services(self) -> None:
        self._at = SERVICES if kiosk_serves(self._policy, now()) else OUT_OF_HOURS

    def _choose_card_menu(self) -> None:
        self._at = CARD_MENU

    def _enter(self, service: str) -> None:
        self._services[service].start()
        self._at = service

    def _top(self) -> None:
        self._at = TOP
