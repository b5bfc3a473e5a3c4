"""How a card lies at a reader: whether they can talk, and when a hand takes the card away."""

import contextlib
import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from fakes.card.card import Card
from fakes.card.chip import PowerLost
from fakes.state import Stateful

ExchangeWitness = Callable[[str, bytes, bytes | None], None]


class ContactLost(Exception):
    """The card cannot be reached: it is not there, or it left in mid-exchange."""


class Moment(Enum):
    """At which point of an exchange the card leaves."""

    BEFORE = "the command does not reach the card"
    DURING = "the power goes before one of the card's writes"
    AFTER = "the card has acted, its reply is lost"


@dataclass(frozen=True)
class Departure:
    """An arranged departure: at the `count`-th command from now with this instruction byte.

    Without `ins` every command counts. `write` says before which of its writes the power goes,
    when it goes during the command.
    """

    ins: int | None
    moment: Moment
    count: int = 1
    write: int = 1


@dataclass(frozen=True)
class ContactState:
    """Which card lies there (None for none), whether it is in reach, when it will leave."""

    card: Card | None = None
    in_reach: bool = False
    departure: Departure | None = None


class Contact(Stateful[ContactState]):
    """The reader's side of the APDU wire. `witness` is told every exchange."""

    def __init__(self, reader: str, witness: ExchangeWitness) -> None:
        self._reader = reader
        self._witness = witness
        self._state = ContactState()

    @property
    def card(self) -> Card | None:
        """The card that lies at the reader."""
        return self._state.card

    def place(self, card: Card, in_reach: bool = True) -> None:
        """Lay a card at the reader; a new contact always starts with a fresh power-up."""
        card.power_off()
        self._change(card=card, in_reach=in_reach)

    def remove(self) -> None:
        """Take the card away, if there is one."""
        if self._state.card is not None:
            self._state.card.power_off()
        self._change(card=None, in_reach=False)

    def arrange(self, departure: Departure | None) -> None:
        """Have the card leave, once, at the given point; None takes an arrangement back."""
        self._change(departure=departure)

    def transmit(self, command: bytes) -> bytes:
        """Send a command APDU and return the card's answer; raises `ContactLost`."""
        card = self._state.card
        if card is None or not self._state.in_reach:
            raise ContactLost
        try:
            reply = self._exchange(card, command)
        except ContactLost:
            self._witness(self._reader, command, None)
            raise
        self._witness(self._reader, command, reply)
        return reply

    def _exchange(self, card: Card, command: bytes) -> bytes:
        departure = self._state.departure
        if departure is None or departure.ins not in (None, *command[1:2]):
            return self._act(card, command)
        if departure.count > 1:
            self._change(departure=dataclasses.replace(departure, count=departure.count - 1))
            return self._act(card, command)
        self._change(departure=None)
        if departure.moment is Moment.DURING:
            card.lose_power_at_write(departure.write)
        if departure.moment is not Moment.BEFORE:
            with contextlib.suppress(PowerLost):
                card.transmit(command)
        self.remove()
        raise ContactLost

    def _act(self, card: Card, command: bytes) -> bytes:
        try:
            return card.transmit(command)
        except PowerLost:
            self.remove()
            raise ContactLost from None
