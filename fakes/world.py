"""The whole world of the guide, wired together in one place."""

from dataclasses import dataclass
from functools import cached_property, partial

from fakes.card.card import Card
from fakes.card.memory import CardState
from fakes.card.reader import Reader
from fakes.centre.centre import Centre
from fakes.centre.line import Line, LineState
from fakes.centre.store import Contents
from fakes.certificates import Authorities, Ledger
from fakes.counter import Counter, CounterState
from fakes.journal import Journal
from fakes.kiosk.kiosk import Kiosk, KioskState
from fakes.office import CardOffice, OfficeState
from fakes.people import municipality, person
from fakes.phone.phone import Phone, PhoneState
from fakes.policy import Policy
from fakes.portal import Portal, PortalState
from fakes.purposes import Purpose
from fakes.randomness import Randomness
from fakes.screen import Deed, Screen
from fakes.watching.watch import Seen, Watch
from fakes.watching.watched import WatchedCard, WatchedCentre

FIRST_PIN = "1234"
FIRST_PASSWORD = "ABC123"
OTHERS_PIN = "9753"
OTHERS_PASSWORD = "XYZ789"


@dataclass(frozen=True)
class WorldState:
    """The state of everything, as a value. `others_card` is None until somebody else shows up."""

    authorities: Ledger
    centre: Contents
    line: LineState
    portal: PortalState
    office: OfficeState
    phone: PhoneState
    kiosk: KioskState
    counter: CounterState
    card: CardState
    others_card: CardState | None
    watch: Seen


class World:
    """One person with a card and a phone, a kiosk, a counter, and J-LIS's side behind them.

    Everything made up (names, numbers, challenges) follows from `seed`; time comes from the clock.
    """

    def __init__(self, policy: Policy | None = None, seed: str = "") -> None:
        self.policy = policy or Policy()
        self.seed = seed
        self.journal = Journal()
        self.authorities = Authorities()
        self.centre = Centre(self.policy, self.authorities, Randomness(seed, "centre"))
        self.watch = Watch(self.policy, self.centre.snapshot)
        self.line = Line(WatchedCentre(self.centre, self.watch), self.journal.call)
        self.portal = Portal(self.authorities)
        self.office = CardOffice(
            self.policy, self.authorities, seed, partial(WatchedCard, watch=self.watch)
        )
        resident = person(f"{seed}/resident")
        self.card = self.office.hand_over(resident, FIRST_PIN, FIRST_PASSWORD)
        self._others_card: Card | None = None
        act, exchange = self._act, self.journal.exchange
        self.phone = Phone(self.policy, self.line, self.portal, act, exchange)
        self.kiosk = Kiosk(self.policy, self.line, self.authorities, self.office, act, exchange)
        self.counter = Counter(self.policy, self.office, resident.municipality, act, exchange)

    @property
    def others_card(self) -> Card:
        """The card of somebody else, handed over when first asked for.

        One object stays one card, also when the world goes back to before it was handed over.
        """
        if not self._others_card_is_out():
            neighbour = person(f"{self.seed}/somebody else")
            made = self.office.hand_over(neighbour, OTHERS_PIN, OTHERS_PASSWORD)
            self._others_card = self._others_card or made
            self._others_card.restore(made.snapshot())
        assert self._others_card is not None
        return self._others_card

    def _others_card_is_out(self) -> bool:
        return self.office.snapshot().cards > 1

    @cached_property
    def elsewhere(self) -> str:
        """A municipality in which the resident does not live at the start."""
        home = person(f"{self.seed}/resident").municipality
        return municipality(f"{self.seed}/elsewhere", other_than=home)

    def tries_left(self, purpose: Purpose) -> int:
        """Ask the resident's card for its retry counter, by APDU, wherever it lies.

        Asking selects the application; the card is put back, so that looking changes nothing.
        """
        before, seen = self.card.snapshot(), self.watch.snapshot()
        reader = Reader(self.card.transmit)
        reader.open()
        left = reader.tries_left(purpose)
        self.card.restore(before)
        self.watch.restore(seen)
        return left

    @property
    def is_trouble_left(self) -> bool:
        """Whether a departure of the card or a fault of the line is arranged and has not come."""
        contacts = (self.phone.contact, self.kiosk.tray, self.counter.contact)
        left = any(contact.snapshot().departure is not None for contact in contacts)
        return left or self.line.snapshot().fault is not None

    def _act(self, device: str, deed: Deed, before: Screen, after: Screen) -> None:
        """Note an act, and have the invariants checked."""
        self.journal.act(device, deed, before, after)
        self.watch.act(device, deed, after, self._idle_cards())

    def _idle_cards(self) -> list[CardState]:
        """The cards that lie at no reader, and so have no power."""
        contacts = (self.phone.contact, self.kiosk.tray, self.counter.contact)
        lying = [contact.card for contact in contacts]
        cards = [self.card] if self._others_card is None else [self.card, self._others_card]
        return [card.snapshot() for card in cards if card not in lying]

    def snapshot(self) -> WorldState:
        """Return the state of everything as a value."""
        return WorldState(
            self.authorities.snapshot(),
            self.centre.snapshot(),
            self.line.snapshot(),
            self.portal.snapshot(),
            self.office.snapshot(),
            self.phone.snapshot(),
            self.kiosk.snapshot(),
            self.counter.snapshot(),
            self.card.snapshot(),
            self.others_card.snapshot() if self._others_card_is_out() else None,
            self.watch.snapshot(),
        )

    def restore(self, state: WorldState) -> None:
        """Put such a state back."""
        if state.others_card is not None:
            self.others_card.restore(state.others_card)
        self.authorities.restore(state.authorities)
        self.centre.restore(state.centre)
        self.line.restore(state.line)
        self.portal.restore(state.portal)
        self.phone.restore(state.phone)
        self.kiosk.restore(state.kiosk)
        self.counter.restore(state.counter)
        self.card.restore(state.card)
        self.office.restore(state.office)
        self.watch.restore(state.watch)

    def close(self) -> None:
        """Give back what the world holds open."""
        self.centre.close()
