"""Where cards come from: personalising them, renewing certificates, registering a move."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cryptography.hazmat.primitives.serialization import Encoding

from fakes.card.card import Card
from fakes.card.memory import Memory, Secret
from fakes.card.reader import Reader
from fakes.card.terminal import Authority
from fakes.certificates import Authorities, parse_certificate
from fakes.clock import JST, end_of_day, now
from fakes.people import Person
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.randomness import Randomness
from fakes.state import Stateful

VALID_FOR_YEARS = 5
"""ASSUMPTION: a certificate runs five years; a renewed one to the 28th of a month at the latest."""

IN_USE = dt.timedelta(days=365)
"""ASSUMPTION: cards have been in use for a year at least."""


@dataclass(frozen=True)
class OfficeState:
    """How many cards were handed over; each card's keys go by this number."""

    cards: int = 0


class CardOffice(Stateful[OfficeState]):
    """Hands out cards and keeps their certificates in step with the authorities.

    `make` makes the cards: a world may have them watched.
    """

    def __init__(
        self,
        policy: Policy,
        authorities: Authorities,
        seed: str,
        make: Callable[[Policy, Mapping[Purpose, str], Memory, Person, Randomness], Card] = Card,
    ) -> None:
        self._make = make
        self._policy = policy
        self._authorities = authorities
        self._seed = seed
        self._state = OfficeState()

    def hand_over(self, person: Person, pin: str, password: str) -> Card:
        """Issue a card that has been in use for a while, with both certificates.

        They are valid for five years from an April on: in February 2026, from 2024-04-01 through
        2029-03-31. At most two cards a world: so many keys are shipped.
        """
        number = self._state.cards + 1
        since, until = _first_validity()
        self._change(cards=number)
        names = {purpose: f"citizen-{number}-{purpose.value}" for purpose in Purpose}
        certificates = {
            purpose: self._issue(purpose, person, names[purpose], since, until)
            for purpose in Purpose
        }
        memory = Memory(
            Secret(pin.encode(), self._policy.authentication_tries),
            Secret(password.encode(), self._policy.signature_tries),
            certificates[Purpose.AUTHENTICATION],
            certificates[Purpose.SIGNATURE],
        )
        randomness = Randomness(self._seed, f"card {number}")
        return self._make(self._policy, names, memory, person, randomness)

    def set_secret(self, card: Card, purpose: Purpose, secret: str) -> None:
        """Give a card another secret, its counter full, as if handed over with it."""
        fresh = Secret(secret.encode(), self._policy.tries(purpose))
        card.personalise(card.memory.with_secret(purpose, fresh), card.face)

    def set_expiry(self, card: Card, purpose: Purpose, until: dt.date) -> None:
        """Give a card a certificate that is valid through `until`, as if handed over with it."""
        since, _ = _first_validity()
        der = self._issue(purpose, card.face, card.key_name(purpose), since, until)
        card.personalise(card.memory.with_certificate(purpose, der), card.face)

    def set_birthday(self, card: Card, born: dt.date) -> None:
        """Give the holder of a card another date of birth."""
        card.personalise(card.memory, dataclasses.replace(card.face, born=born))

    def register_move(self, card: Card, municipality: str) -> None:
        """Register a new address, and revoke the certificates that it makes void."""
        if self._policy.move_voids_signature:
            self.revoke(card, Purpose.SIGNATURE)
        if self._policy.move_voids_authentication:
            self.revoke(card, Purpose.AUTHENTICATION)
        card.personalise(card.memory, dataclasses.replace(card.face, municipality=municipality))

    def revoke(self, card: Card, purpose: Purpose) -> None:
        """Revoke a certificate of a card."""
        certificate = parse_certificate(card.memory.certificate(purpose))
        assert certificate is not None
        self._authorities.revoke(certificate)

    def renew(self, card: Card, reader: Reader, authority: Authority, purpose: Purpose) -> None:
        """Issue a new certificate and write it to the card through the reader of a terminal."""
        issued = now()
        until = issued.date().replace(year=issued.year + VALID_FOR_YEARS, day=min(issued.day, 28))
        der = self._issue(purpose, card.face, card.key_name(purpose), issued, until)
        reader.write_certificate(authority, purpose, der)

    def _issue(
        self, purpose: Purpose, person: Person, key: str, since: dt.datetime, until: dt.date
    ) -> bytes:
        # The certificate for authentication names nobody: it must not tell a website who comes.
        name = person.name if purpose is Purpose.SIGNATURE else f"card {key}"
        certificate = self._authorities.issue(purpose, name, key, since, end_of_day(until))
        return certificate.public_bytes(Encoding.DER)


def _first_validity() -> tuple[dt.datetime, dt.date]:
    """The last 1 April by which a card is old enough by now, and the end of its five years."""
    youngest = now() - IN_USE
    year = youngest.year if youngest.month >= 4 else youngest.year - 1
    since = dt.datetime(year, 4, 1, tzinfo=JST)
    return since, dt.date(year + VALID_FOR_YEARS, 3, 31)
