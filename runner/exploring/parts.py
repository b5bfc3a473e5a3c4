"""A world taken apart into values, so that parts that are alike are known to be alike.

Devices meet only in what they share: the card, the centre and the line to it, the portal. What is
done at one device is a function of its own state, of what is shared, of the moment and of what
lies at the other devices; so it is tried once, and looked up in every world that agrees in these.
"""

import dataclasses
import datetime as dt
from dataclasses import dataclass

from fakes.card.memory import CardState
from fakes.centre.line import LineState
from fakes.centre.store import Contents
from fakes.certificates import Ledger
from fakes.counter import CounterState
from fakes.kiosk.kiosk import KioskState
from fakes.office import OfficeState
from fakes.phone.phone import PhoneState
from fakes.portal import PortalState
from fakes.watching.watch import Seen
from fakes.world import World, WorldState


@dataclass(frozen=True)
class Shared:
    """What more than one device can reach."""

    authorities: Ledger
    centre: Contents
    line: LineState
    portal: PortalState
    office: OfficeState
    card: CardState
    others_card: CardState | None
    watch: Seen


Device = PhoneState | KioskState | CounterState


@dataclass(frozen=True)
class Around:
    """What a device must know of the others: which card lies where, whether a fault is arranged."""

    on_tray: str
    at_counter: bool
    armed: bool


@dataclass(frozen=True)
class Parts:
    """A world as values, and the moment."""

    phone: PhoneState
    kiosk: KioskState
    counter: CounterState
    shared: Shared
    moment: dt.datetime

    def around(self, world: World) -> Around:
        """What the devices must know of each other."""
        tray = self.kiosk.tray
        lying = "" if tray.card is None else "own" if tray.card is world.card else "other"
        armed = tray.departure is not None or self.phone.contact.departure is not None
        return Around(lying, self.counter.contact.card is not None, armed)


def taken(world: World, moment: dt.datetime) -> Parts:
    """A world, taken apart. What only tells one draw of random values from another is left out.

    Two worlds that differ in nothing else behave alike, but for the names of what they draw.
    """
    state = world.snapshot()
    shared = Shared(
        state.authorities,
        dataclasses.replace(state.centre, nonces=_needed(state), draws=_draws(state)),
        state.line,
        dataclasses.replace(state.portal, returns=min(state.portal.returns, 1)),
        state.office,
        dataclasses.replace(state.card, draws=0),
        state.others_card and dataclasses.replace(state.others_card, draws=0),
        state.watch,
    )
    portal_app = dataclasses.replace(state.phone.portal_app, attempts=0)
    phone = dataclasses.replace(state.phone, portal_app=portal_app)
    return Parts(phone, state.kiosk, state.counter, shared, moment)


def put_back(world: World, parts: Parts) -> None:
    """Make a world what these parts say, but for the moment."""
    shared = parts.shared
    world.restore(
        WorldState(
            shared.authorities,
            shared.centre,
            shared.line,
            shared.portal,
            shared.office,
            parts.phone,
            parts.kiosk,
            parts.counter,
            shared.card,
            shared.others_card,
            shared.watch,
        )
    )


def _needed(state: WorldState) -> tuple[str, ...]:
    """Nonces that a call still under way may spend; all others are forgotten by whoever asked."""
    return state.centre.nonces if state.line.under_way is not None else ()


def _draws(state: WorldState) -> int:
    return state.centre.draws if state.line.under_way is not None else 0
