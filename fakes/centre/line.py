"""The line to the centre: where its calls can be lost, and where they are noted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from cryptography import x509

from fakes.centre.centre import CentreWire
from fakes.centre.messages import (
    CentreUnreachable,
    RequestRefused,
    Reservation,
    SignedRequest,
)
from fakes.certificates import Distrust
from fakes.purposes import Purpose
from fakes.state import Stateful

T = TypeVar("T")
CallWitness = Callable[[str, str], None]


@dataclass(frozen=True)
class LineState:
    """Whether the centre can be reached; `lost_at` is the call at which it will be lost."""

    reachable: bool = True
    lost_at: str | None = None


class Line(Stateful[LineState]):
    """The centre as app and kiosk reach it. `witness` is told every call and its outcome."""

    def __init__(self, centre: CentreWire, witness: CallWitness) -> None:
        self._centre = centre
        self._witness = witness
        self._state = LineState()

    def be_reachable(self, reachable: bool, until: str | None = None) -> None:
        """Be up or down; `until` names a call from which on the line is down."""
        self._state = LineState(reachable, until)

    def nonce(self) -> str:
        """Ask for a value that makes one request fresh."""
        return self._call("nonce", self._centre.nonce)

    def standing_of(self, certificate: x509.Certificate, purpose: Purpose) -> Distrust | None:
        """Ask whether a certificate is valid now (None), or why not."""
        return self._call("standing_of", lambda: self._centre.standing_of(certificate, purpose))

    def reserve(self, signed: SignedRequest) -> Reservation:
        """Ask for a reservation."""
        return self._call("reserve", lambda: self._centre.reserve(signed))

    def check(self, number: str, card_id: str) -> Reservation:
        """Ask about a reservation."""
        return self._call("check", lambda: self._centre.check(number, card_id))

    def prepare(self, signed: SignedRequest) -> None:
        """Ask for permission to write the card."""
        self._call("prepare", lambda: self._centre.prepare(signed))

    def confirm(self, number: str, card_id: str) -> None:
        """Say that the card was written."""
        self._call("confirm", lambda: self._centre.confirm(number, card_id))

    def _call(self, call: str, ask: Callable[[], T]) -> T:
        if call == self._state.lost_at:
            self.be_reachable(False)
        if not self._state.reachable:
            self._witness(call, "unreachable")
            raise CentreUnreachable
        try:
            answer = ask()
        except RequestRefused as refusal:
            self._witness(call, f"refused, {refusal.reason.value}")
            raise
        self._witness(call, answer.value if isinstance(answer, Distrust) else "ok")
        return answer
