"""マイナポータル, the server: lets in who proves to hold the card, or a phone enrolled before."""

import hashlib
from dataclasses import dataclass

from cryptography import x509

from fakes.certificates import Authorities, Distrust, signed_by
from fakes.clock import now
from fakes.purposes import Purpose
from fakes.state import Stateful


@dataclass(frozen=True)
class PortalState:
    """Phones enrolled for biometric login (by token), and how many tax returns came in."""

    phones: frozenset[str] = frozenset()
    returns: int = 0


class Portal(Stateful[PortalState]):
    """The portal's server side. It never sees a PIN: the card and the phone keep theirs."""

    def __init__(self, authorities: Authorities) -> None:
        self._authorities = authorities
        self._state = PortalState()

    def challenge(self, session: int) -> bytes:
        """The message that the card signs in the `session`-th attempt of a phone."""
        return hashlib.sha256(f"portal login {session}".encode()).digest()

    def log_in(
        self, certificate: x509.Certificate, challenge: bytes, signature: bytes
    ) -> Distrust | None:
        """Accept a login (None), or say why its certificate does not count."""
        return self._judge(certificate, Purpose.AUTHENTICATION, challenge, signature)

    def file_return(
        self, certificate: x509.Certificate, document: bytes, signature: bytes
    ) -> Distrust | None:
        """Take in a signed tax return (None), or say why its certificate does not count."""
        distrust = self._judge(certificate, Purpose.SIGNATURE, document, signature)
        if distrust is None:
            self._change(returns=self._state.returns + 1)
        return distrust

    def enrol(self, phone: str) -> None:
        """Let a phone's biometric check stand in for the PIN from now on."""
        self._change(phones=self._state.phones | {phone})

    def withdraw(self, phone: str) -> None:
        """Ask that phone for the PIN again."""
        self._change(phones=self._state.phones - {phone})

    def knows(self, phone: str) -> bool:
        """Whether a phone is enrolled."""
        return phone in self._state.phones

    def _judge(
        self, certificate: x509.Certificate, purpose: Purpose, message: bytes, signature: bytes
    ) -> Distrust | None:
        distrust = self._authorities.judge(certificate, purpose, now())
        if distrust is None and not signed_by(certificate, signature, message):
            return Distrust.UNTRUSTED
        return distrust
