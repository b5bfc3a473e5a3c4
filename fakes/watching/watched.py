"""A card and a centre that a watch looks over the shoulder of."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from cryptography import x509

from fakes.card.card import Card
from fakes.card.chip import PowerLost
from fakes.card.memory import Memory
from fakes.centre.centre import Centre
from fakes.centre.messages import Reservation, SignedRequest
from fakes.certificates import Distrust
from fakes.people import Person
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.randomness import Randomness
from fakes.watching.watch import Watch

T = TypeVar("T")


class WatchedCard(Card):
    """A card; the watch sees it before and after each command."""

    def __init__(
        self,
        policy: Policy,
        key_names: Mapping[Purpose, str],
        memory: Memory,
        face: Person,
        randomness: Randomness,
        watch: Watch,
    ) -> None:
        super().__init__(policy, key_names, memory, face, randomness)
        self._watch = watch
        self._name = self.key_name(Purpose.AUTHENTICATION)
        watch.holds((self._state,))

    def personalise(self, memory: Memory, face: Person) -> None:
        """Be given this content; the watch learns its secrets."""
        super().personalise(memory, face)
        self._watch.holds((self._state,))

    def power_off(self) -> None:
        """Leave the field or the tray; the watch forgets what was entered, too."""
        before = self._state
        super().power_off()
        if self._state.memory is not before.memory:
            self._watch.exchange(self._name, b"", None, before, self._state)
        self._watch.power_off(self._name)

    def transmit(self, octets: bytes) -> bytes:
        """Answer a command, and let the watch see what it did."""
        before = self._state
        try:
            reply = super().transmit(octets)
        except PowerLost:
            self._watch.exchange(self._name, octets, None, before, self._state)
            raise
        self._watch.exchange(self._name, octets, reply, before, self._state)
        return reply


class WatchedCentre:
    """The calls of a centre; the watch sees what it holds before and after each."""

    def __init__(self, centre: Centre, watch: Watch) -> None:
        self._centre = centre
        self._watch = watch

    def nonce(self) -> str:
        """Hand out a value that makes one request fresh; it touches no reservation."""
        return self._centre.nonce()

    def standing_of(self, certificate: x509.Certificate, purpose: Purpose) -> Distrust | None:
        """Say whether a certificate is valid now; it touches no reservation."""
        return self._centre.standing_of(certificate, purpose)

    def reserve(self, signed: SignedRequest) -> Reservation:
        """Make a reservation."""
        return self._watched(lambda: self._centre.reserve(signed), _told(signed))

    def check(self, number: str, card_id: str) -> Reservation:
        """Look at a reservation."""
        return self._watched(lambda: self._centre.check(number, card_id))

    def prepare(self, signed: SignedRequest) -> None:
        """Permit the card to be written."""
        self._watched(lambda: self._centre.prepare(signed), _told(signed))

    def confirm(self, number: str, card_id: str) -> None:
        """Use a reservation up."""
        self._watched(lambda: self._centre.confirm(number, card_id))

    def _watched(self, call: Callable[[], T], texts: tuple[str, ...] = ()) -> T:
        before = self._centre.snapshot()
        try:
            return call()
        finally:
            self._watch.call(before, self._centre.snapshot(), texts)


def _told(signed: SignedRequest) -> tuple[str, ...]:
    """What a request tells besides the number, which a person typed."""
    request = signed.request
    return request.card_id, request.nonce, signed.signature.hex()
