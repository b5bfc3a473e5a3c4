"""What the procedure is: every figure, hour, requirement and label, with its unit and its source.

They are declared in `fakes/facts/`, one module for each thing they belong to. The features state
the same facts as literals. The two are independent entries of the same books: a change on one side
alone makes the suite fail. Names and notes stand in both languages.
"""

import dataclasses
from dataclasses import dataclass

from fakes.alphabets import Alphabet
from fakes.facts.app import AppFacts
from fakes.facts.card import CardFacts
from fakes.facts.certificates import CertificateFacts
from fakes.facts.counter import CounterFacts
from fakes.facts.kiosk import CHAINS, KioskFacts
from fakes.facts.labels import LabelFacts
from fakes.facts.portal import PortalFacts
from fakes.facts.reservation import ReservationFacts
from fakes.provenance import Origin
from fakes.purposes import BOTH, NONE, SIGNATURE_ONLY, Purpose

__all__ = ["BOTH", "CHAINS", "NONE", "SIGNATURE_ONLY", "Alphabet", "Policy", "origins"]


@dataclass(frozen=True)
class Policy(
    # Fields come in the order of the bases from the last to the first: the card's first.
    LabelFacts,
    PortalFacts,
    CounterFacts,
    KioskFacts,
    ReservationFacts,
    AppFacts,
    CertificateFacts,
    CardFacts,
):
    """The facts of the procedure, in Japan time; limits say whether they include the edge."""

    def tries(self, purpose: Purpose) -> int:
        """How many wrong entries in a row lock the secret of `purpose`."""
        if purpose is Purpose.AUTHENTICATION:
            return self.authentication_tries
        return self.signature_tries

    def label(self, purpose: Purpose) -> str:
        """How screens name the secret of `purpose`."""
        if purpose is Purpose.AUTHENTICATION:
            return self.authentication_label
        return self.signature_label

    def resettable_at(self, chain: str) -> frozenset[Purpose]:
        """What the kiosks of a chain can reset; nothing for a chain that is not listed."""
        return dict(self.chains).get(chain, NONE)

    def alphabet(self, purpose: Purpose) -> Alphabet:
        """What the secret of `purpose` is made of."""
        if purpose is Purpose.AUTHENTICATION:
            return self.authentication_pin_alphabet
        return self.signature_password_alphabet

    def well_formed(self, purpose: Purpose, secret: str) -> bool:
        """Whether `secret` has the form that the secret of `purpose` must have."""
        if not self.alphabet(purpose).spells(secret):
            return False
        if purpose is Purpose.AUTHENTICATION:
            return len(secret) == self.authentication_pin_length
        return self.signature_password_min <= len(secret) <= self.signature_password_max

    def form(self, purpose: Purpose) -> str:
        """Say in Japanese what form the secret of `purpose` must have."""
        characters = self.alphabet(purpose).words.ja
        if purpose is Purpose.AUTHENTICATION:
            return f"{characters}{self.authentication_pin_length}桁"
        return f"{characters}{self.signature_password_min}〜{self.signature_password_max}桁"

    def voucher(self, target: Purpose) -> Purpose:
        """Whose certificate speaks for the holder when the secret of `target` is reset.

        Where no key is wanted, it must be the one that is free to read.
        """
        return target.other if self.key_is_wanted else Purpose.AUTHENTICATION


def origins() -> dict[str, Origin]:
    """What every field of `Policy` is and where it comes from, by field name."""
    return {field.name: field.metadata["origin"] for field in dataclasses.fields(Policy)}
