"""The two certificates on the card, each with its own secret."""

from enum import Enum


class Purpose(Enum):
    """What a certificate of the card serves for. Each of the two can reset the other's secret."""

    AUTHENTICATION = "authentication"
    """User authentication (利用者証明用), protected by the 4-digit PIN."""

    SIGNATURE = "signature"
    """Digital signature (署名用), protected by the 6 to 16 character password."""

    @property
    def other(self) -> "Purpose":
        """The purpose whose secret resets this one's."""
        return Purpose.SIGNATURE if self is Purpose.AUTHENTICATION else Purpose.AUTHENTICATION


BOTH = frozenset(Purpose)
AUTHENTICATION_ONLY = frozenset({Purpose.AUTHENTICATION})
SIGNATURE_ONLY = frozenset({Purpose.SIGNATURE})
NONE: frozenset[Purpose] = frozenset()
