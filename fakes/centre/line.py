"""The line to the centre: where its calls go wrong, and where they are noted."""

import contextlib
import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

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

CallWitness = Callable[[str, str], None]
CALLS = ("nonce", "standing_of", "reserve", "check", "prepare", "confirm")
"""What app and kiosk ask of the centre."""

ARRIVED_LATE = "arrived late"
"""What is noted of a call that nobody waits for any more."""

ANSWER_LOST, ARRIVED_TWICE = ", but the answer is lost", ", twice"
"""What is noted besides the outcome of a call."""


class Trouble(Enum):
    """What becomes of a call."""

    DOWN = "from this call on, none arrives"
    LOST = "the call does not arrive"
    UNANSWERED = "the call arrives, its answer does not"
    TWICE = "the call arrives twice"
    LATE = "the call arrives when nobody waits for its answer any more, before the next one"


@dataclass(frozen=True)
class LineFault:
    """An arranged trouble: at the `count`-th call from now of this name, or of any."""

    trouble: Trouble
    call: str | None = None
    count: int = 1


@dataclass(frozen=True)
class LineState:
    """Whether the centre can be reached, what will go wrong, and a call that is still under way."""

    reachable: bool = True
    fault: LineFault | None = None
    under_way: tuple[str, tuple[Any, ...]] | None = None


class Line(Stateful[LineState]):
    """The centre as app and kiosk reach it. `witness` is told every call and its outcome."""

    def __init__(self, centre: CentreWire, witness: CallWitness) -> None:
        self._centre = centre
        self._witness = witness
        self._state = LineState()

    def be_reachable(self, reachable: bool) -> None:
        """Be up or down, with nothing arranged."""
        self._change(reachable=reachable, fault=None)

    def arrange(self, fault: LineFault) -> None:
        """Have a coming call go wrong, once."""
        self._change(fault=fault)

    def nonce(self) -> str:
        """Ask for a value that makes one request fresh."""
        return str(self._call("nonce"))

    def standing_of(self, certificate: x509.Certificate, purpose: Purpose) -> Distrust | None:
        """Ask whether a certificate is valid now (None), or why not."""
        standing: Distrust | None = self._call("standing_of", certificate, purpose)
        return standing

    def reserve(self, signed: SignedRequest) -> Reservation:
        """Ask for a reservation."""
        reservation: Reservation = self._call("reserve", signed)
        return reservation

    def check(self, number: str, card_id: str) -> Reservation:
        """Ask about a reservation."""
        reservation: Reservation = self._call("check", number, card_id)
        return reservation

    def prepare(self, signed: SignedRequest) -> None:
        """Ask for permission to write the card."""
        self._call("prepare", signed)

    def confirm(self, number: str, card_id: str) -> None:
        """Say that the card was written."""
        self._call("confirm", number, card_id)

    def _call(self, call: str, *arguments: Any) -> Any:
        trouble = self._trouble(call)
        if trouble is Trouble.DOWN:
            self._change(reachable=False)
        if trouble is Trouble.LATE and self._state.reachable:
            self._arrive_late()
            self._change(under_way=(call, arguments))
        if not self._state.reachable or trouble in (Trouble.LOST, Trouble.LATE):
            self._witness(call, "unreachable")
            raise CentreUnreachable
        self._arrive_late()
        try:
            answer = getattr(self._centre, call)(*arguments)
        except RequestRefused as refusal:
            self._arrived(call, trouble, f"refused, {refusal.reason.value}")
            raise
        if trouble is Trouble.TWICE:
            self._deliver(call, arguments)
        self._arrived(call, trouble, answer.value if isinstance(answer, Distrust) else "ok")
        return answer

    def _trouble(self, call: str) -> Trouble | None:
        """What is arranged for this call; it is used up."""
        fault = self._state.fault
        if fault is None or fault.call not in (None, call):
            return None
        if fault.count > 1:
            self._change(fault=dataclasses.replace(fault, count=fault.count - 1))
            return None
        self._change(fault=None)
        return fault.trouble

    def _arrive_late(self) -> None:
        """Deliver what was still under way; nobody waits for its answer."""
        if self._state.under_way is not None:
            call, arguments = self._state.under_way
            self._change(under_way=None)
            self._deliver(call, arguments)
            self._witness(call, ARRIVED_LATE)

    def _deliver(self, call: str, arguments: tuple[Any, ...]) -> None:
        with contextlib.suppress(RequestRefused):
            getattr(self._centre, call)(*arguments)

    def _arrived(self, call: str, trouble: Trouble | None, outcome: str) -> None:
        """Note an outcome; raises `CentreUnreachable` when the answer is lost on its way back."""
        if trouble is Trouble.UNANSWERED:
            self._witness(call, outcome + ANSWER_LOST)
            raise CentreUnreachable
        self._witness(call, outcome + ARRIVED_TWICE if trouble is Trouble.TWICE else outcome)
