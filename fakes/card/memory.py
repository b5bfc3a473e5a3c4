"""What the card holds: its lasting memory, its session, and both as one state."""

import dataclasses
import datetime as dt
from dataclasses import dataclass, field

from fakes.people import Person
from fakes.purposes import Purpose


@dataclass(frozen=True)
class Secret:
    """A PIN or password on the card and how many wrong tries it still stands.

    `mistaken_on` is the day of the last wrong entry; it is kept only where a new day gives the
    tries back.
    """

    value: bytes = field(repr=False)
    tries_left: int
    mistaken_on: dt.date | None = None


@dataclass(frozen=True)
class Memory:
    """What the card keeps without power. Certificates are DER.

    The references are those of the reservations by which the secrets were last reset.
    """

    authentication: Secret
    signature: Secret
    authentication_certificate: bytes = field(repr=False)
    signature_certificate: bytes = field(repr=False)
    authentication_reference: bytes = b""
    signature_reference: bytes = b""

    def secret(self, purpose: Purpose) -> Secret:
        """The secret that protects `purpose`."""
        return self.authentication if purpose is Purpose.AUTHENTICATION else self.signature

    def certificate(self, purpose: Purpose) -> bytes:
        """The certificate for `purpose`."""
        if purpose is Purpose.AUTHENTICATION:
            return self.authentication_certificate
        return self.signature_certificate

    def with_secret(self, purpose: Purpose, secret: Secret) -> "Memory":
        """The same memory with another secret for `purpose`."""
        if purpose is Purpose.AUTHENTICATION:
            return dataclasses.replace(self, authentication=secret)
        return dataclasses.replace(self, signature=secret)

    def reference(self, purpose: Purpose) -> bytes:
        """The reservation by which the secret of `purpose` was last reset."""
        if purpose is Purpose.AUTHENTICATION:
            return self.authentication_reference
        return self.signature_reference

    def reset(self, purpose: Purpose, secret: Secret, reference: bytes) -> "Memory":
        """The same memory with the secret of `purpose` set anew by a reservation."""
        if purpose is Purpose.AUTHENTICATION:
            return dataclasses.replace(
                self, authentication=secret, authentication_reference=reference
            )
        return dataclasses.replace(self, signature=secret, signature_reference=reference)

    def with_certificate(self, purpose: Purpose, der: bytes) -> "Memory":
        """The same memory with another certificate for `purpose`."""
        if purpose is Purpose.AUTHENTICATION:
            return dataclasses.replace(self, authentication_certificate=der)
        return dataclasses.replace(self, signature_certificate=der)


@dataclass(frozen=True)
class Session:
    """What the card forgets when the power goes."""

    application: bool = False
    file: int | None = None
    verified: frozenset[Purpose] = frozenset()
    challenge: bytes | None = None


@dataclass(frozen=True)
class CardState:
    """The whole state of the card. `face` is what is printed on it: people read it, readers not.

    `draws` counts its random values; `writes_before_power_loss` is a loss of power that a test
    arranged, None for none.
    """

    memory: Memory
    face: Person
    session: Session = Session()
    writes_before_power_loss: int | None = None
    draws: int = 0
