"""How an authorised terminal proves itself to the card.

ASSUMPTION: how a kiosk resets a blocked PIN is not public. Here a terminal shares a key with the
card and authenticates each write with HMAC-SHA256 over a fresh challenge of the card. The kiosk's
key opens nothing alone: the other secret must have been verified. The counter's key suffices.

With a new secret goes a reference to the reservation that permits it. The card keeps the last one
with the secret, in one write, and refuses to set another by it: so a reservation sets one secret,
even where the centre has not heard yet that it did, and a kiosk to which the card's reply was lost
may ask once more.
"""

import hashlib
import hmac
from enum import Enum

CHALLENGE_LENGTH = 16
MAC_LENGTH = 32
REFERENCE_LENGTH = 16
NO_REFERENCE = bytes(REFERENCE_LENGTH)
"""Of a reset that no reservation permits: it may be repeated."""


class Authority(Enum):
    """Who authorises a write; the value is P1 of the command."""

    KIOSK = 0
    COUNTER = 1


KEYS = {
    Authority.KIOSK: b"test key of every kiosk, not secret",
    Authority.COUNTER: b"test key of every counter, not secret",
}


def reference(number: str) -> bytes:
    """What stands for a reservation on the card."""
    return hashlib.sha256(f"reservation {number}".encode()).digest()[:REFERENCE_LENGTH]


def mac(authority: Authority, challenge: bytes, p2: int, content: bytes) -> bytes:
    """Authenticate `content` for the file named by P2, once, for the card that gave `challenge`."""
    message = challenge + bytes([authority.value, p2]) + content
    return hmac.digest(KEYS[authority], message, "sha256")
