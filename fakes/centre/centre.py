"""The reservation centre: who may set which secret anew on which card, once, within a day."""

import itertools
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256

from fakes.centre.messages import (
    Refusal,
    RequestRefused,
    Reservation,
    SignedRequest,
    Standing,
)
from fakes.centre.store import Contents, Store
from fakes.certificates import Authorities, Distrust, signed_by
from fakes.clock import now
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.randomness import Randomness

NONCE_LENGTH = 16
REFUSAL_OF_DISTRUST = {
    Distrust.UNTRUSTED: Refusal.CERTIFICATE_UNTRUSTED,
    Distrust.EXPIRED: Refusal.CERTIFICATE_EXPIRED,
    Distrust.REVOKED: Refusal.CERTIFICATE_REVOKED,
}


class CentreWire(Protocol):
    """The calls of the centre. Each raises `CentreUnreachable` when no answer comes."""

    def nonce(self) -> str:
        """Hand out a value that makes one request fresh."""

    def standing_of(self, certificate: x509.Certificate, purpose: Purpose) -> Distrust | None:
        """Say whether a certificate is valid now (None), or why not."""

    def reserve(self, signed: SignedRequest) -> Reservation:
        """Make a reservation; raises `RequestRefused`."""

    def check(self, number: str, card_id: str) -> Reservation:
        """Look at a reservation for a card, changing nothing; raises `RequestRefused`."""

    def prepare(self, signed: SignedRequest) -> None:
        """Permit the card to be written; may be repeated until confirmed."""

    def confirm(self, number: str, card_id: str) -> None:
        """Note that the card was written: the reservation is used up."""


class Centre:
    """The centre itself. It trusts nothing but certificates, signatures and its own records."""

    def __init__(
        self,
        policy: Policy,
        authorities: Authorities,
        randomness: Randomness,
        path: str = ":memory:",
    ) -> None:
        self._policy = policy
        self._authorities = authorities
        self._randomness = randomness
        self._numbers = randomness.of("numbers")
        self._store = Store(path)
        self._tolerated = _tolerated_by(policy)

    def snapshot(self) -> Contents:
        """Return the whole state as a value: all that is in the store."""
        return self._store.contents()

    def restore(self, state: Contents) -> None:
        """Put a state back."""
        self._store.replace(state)

    def find(self, number: str) -> Reservation | None:
        """Look a reservation up; the centre's own inspection, always at hand."""
        return self._store.find(number)

    def close(self) -> None:
        """Give the store back."""
        self._store.close()

    def nonce(self) -> str:
        """Hand out a value that makes one request fresh."""
        value = self._randomness.octets(self._store.next_draw(), NONCE_LENGTH).hex()
        self._store.open_nonce(value)
        return value

    def standing_of(self, certificate: x509.Certificate, purpose: Purpose) -> Distrust | None:
        """Say whether a certificate is valid now (None), or why not."""
        return self._authorities.judge(certificate, purpose, now())

    def reserve(self, signed: SignedRequest) -> Reservation:
        """Make a reservation for the card that signed; it replaces one still open."""
        self._accept(signed)
        reservation = Reservation(
            number=self._new_number(),
            card_id=signed.request.card_id,
            target=signed.request.target,
            certificate=_fingerprint(signed.certificate),
            expires=now() + self._policy.reservation_validity,
            standing=Standing.ISSUED,
        )
        self._store.add(reservation)
        return reservation

    def check(self, number: str, card_id: str) -> Reservation:
        """Return the open reservation of this number and card; raises `RequestRefused`."""
        return self._open_reservation(number, card_id)

    def prepare(self, signed: SignedRequest) -> None:
        """Permit the card to be written. Repeating it before `confirm` is allowed."""
        self._accept(signed)
        request = signed.request
        reservation = self._open_reservation(request.number, request.card_id)
        if not self._permits(reservation, signed):
            raise RequestRefused(Refusal.OTHER_CARD)
        self._store.advance(request.number, Standing.PREPARED)

    def confirm(self, number: str, card_id: str) -> None:
        """Use the reservation up. Confirming twice says the same as confirming once."""
        reservation = self._store.find(number)
        if reservation is None or not self._serves(reservation, card_id):
            raise RequestRefused(Refusal.NUMBER_UNKNOWN)
        if reservation.standing not in (Standing.PREPARED, Standing.USED):
            raise RequestRefused(Refusal.NUMBER_UNKNOWN)
        self._store.advance(number, Standing.USED)

    def _accept(self, signed: SignedRequest) -> None:
        """Check freshness, certificate and, where a key is wanted, signature, in this order."""
        request = signed.request
        if not self._store.spend_nonce(request.nonce):
            raise RequestRefused(Refusal.STALE_REQUEST)
        voucher = self._policy.voucher(request.target)
        distrust = self._authorities.judge(signed.certificate, voucher, now(), self._tolerated)
        if distrust is not None:
            raise RequestRefused(REFUSAL_OF_DISTRUST[distrust])
        if self._policy.key_is_wanted and not signed_by(
            signed.certificate, signed.signature, request.signed_bytes()
        ):
            raise RequestRefused(Refusal.SIGNATURE_INVALID)

    def _open_reservation(self, number: str, card_id: str) -> Reservation:
        """Find a reservation that can still be redeemed with this card."""
        reservation = self._store.find(number)
        if reservation is None:
            raise RequestRefused(Refusal.NUMBER_UNKNOWN)
        if not self._serves(reservation, card_id):
            raise RequestRefused(Refusal.OTHER_CARD)
        if reservation.standing is Standing.USED and self._policy.reservation_is_single_use:
            raise RequestRefused(Refusal.NUMBER_USED)
        if reservation.standing is Standing.REPLACED:
            raise RequestRefused(Refusal.NUMBER_REPLACED)
        issued = reservation.expires - self._policy.reservation_validity
        if now() < issued + self._policy.reservation_wait:
            raise RequestRefused(Refusal.NUMBER_TOO_EARLY)
        if now() > reservation.expires:
            raise RequestRefused(Refusal.NUMBER_EXPIRED)
        return reservation

    def _serves(self, reservation: Reservation, card_id: str) -> bool:
        """Whether a reservation may be redeemed with this card."""
        return reservation.card_id == card_id or not self._policy.reservation_binds_card

    def _permits(self, reservation: Reservation, signed: SignedRequest) -> bool:
        """Whether a reservation permits what is asked for, of whoever asks."""
        if reservation.target is not signed.request.target:
            return False
        same = reservation.certificate == _fingerprint(signed.certificate)
        return same or not self._policy.reservation_binds_card

    def _new_number(self) -> str:
        """A number of no other reservation; which one follows from how many there are."""
        digits, first = self._policy.reservation_digits, self._store.count()
        numbers = (self._numbers.digits(draw, digits) for draw in itertools.count(first))
        return next(number for number in numbers if self._store.find(number) is None)


def _tolerated_by(policy: Policy) -> frozenset[Distrust]:
    """The flaws with which a certificate still serves for a reset."""
    serves = {
        Distrust.EXPIRED: policy.expired_certificate_serves,
        Distrust.REVOKED: policy.revoked_certificate_serves,
    }
    return frozenset(flaw for flaw, tolerated in serves.items() if tolerated)


def _fingerprint(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(SHA256()).hex()
