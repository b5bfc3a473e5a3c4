"""What app, kiosk and centre say to each other."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from cryptography import x509

from fakes.purposes import Purpose


class Refusal(Enum):
    """Why the centre refuses."""

    CERTIFICATE_UNTRUSTED = "certificate untrusted"
    CERTIFICATE_EXPIRED = "certificate expired"
    CERTIFICATE_REVOKED = "certificate revoked"
    SIGNATURE_INVALID = "signature invalid"
    STALE_REQUEST = "request not fresh"
    NUMBER_UNKNOWN = "number unknown"
    NUMBER_EXPIRED = "number expired"
    NUMBER_TOO_EARLY = "number not good yet"
    NUMBER_USED = "number used"
    NUMBER_REPLACED = "number replaced"
    OTHER_CARD = "number of another card"


class RequestRefused(Exception):
    """The centre understood and refused; `reason` says why."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


class CentreUnreachable(Exception):
    """No answer from the centre: nothing is known of what it did."""


class Standing(Enum):
    """Where a reservation stands."""

    ISSUED = "issued"
    PREPARED = "prepared"
    USED = "used"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Reservation:
    """A reservation as the centre keeps it.

    `target` is the purpose whose secret may be set anew on the card `card_id`; valid through
    `expires`, edge included. `certificate` is the hash of the certificate that asked for it.
    """

    number: str
    card_id: str
    target: Purpose
    certificate: str
    expires: dt.datetime
    standing: Standing


@dataclass(frozen=True)
class Request:
    """What the holder signs on the card, with the key of the purpose other than `target`.

    Where the procedure wants no key, nothing is signed.

    `nonce` is the centre's, good for one request. `number` is empty when a reservation is asked
    for and names the reservation when it is redeemed.
    """

    target: Purpose
    card_id: str
    nonce: str
    number: str = ""

    def signed_bytes(self) -> bytes:
        """The octets that the card signs."""
        return "\n".join([self.target.value, self.card_id, self.nonce, self.number]).encode()


@dataclass(frozen=True)
class SignedRequest:
    """A request with its signature and the certificate of the key that made it.

    Where the procedure wants no key, the signature is empty, and the certificate only says whose
    card it is.
    """

    request: Request
    certificate: x509.Certificate
    signature: bytes
