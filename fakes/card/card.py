"""The card as a reader meets it: bytes in, bytes out."""

from collections.abc import Callable
from typing import ClassVar

from fakes.card.apdu import Command, Ins, Refused, Status, decode
from fakes.card.authorised import AuthorisedCommands
from fakes.card.memory import Memory
from fakes.card.standard import StandardCommands
from fakes.people import Person

PROPRIETARY = 0x80


class Card(StandardCommands, AuthorisedCommands):
    """A My Number Card, reduced to its JPKI application."""

    _HANDLERS: ClassVar[dict[tuple[int, int], Callable[["Card", Command], bytes]]] = {
        (0x00, Ins.SELECT): StandardCommands._select,
        (0x00, Ins.READ_BINARY): StandardCommands._read_binary,
        (0x00, Ins.VERIFY): StandardCommands._verify,
        (0x00, Ins.CHANGE_REFERENCE_DATA): StandardCommands._change_reference_data,
        (0x00, Ins.GET_CHALLENGE): AuthorisedCommands._get_challenge,
        (PROPRIETARY, Ins.PERFORM_SECURITY_OPERATION): StandardCommands._sign,
        (PROPRIETARY, Ins.RESET_RETRY_COUNTER): AuthorisedCommands._reset_retry_counter,
        (PROPRIETARY, Ins.UPDATE_BINARY): AuthorisedCommands._update_binary,
    }

    def personalise(self, memory: Memory, face: Person) -> None:
        """Be given this content as at the factory or at hand-over; not a command of any reader."""
        self._change(memory=memory, face=face)

    @property
    def memory(self) -> Memory:
        """What the card keeps: for whoever personalises it, and for checks; no reader sees it."""
        return self._state.memory

    def transmit(self, octets: bytes) -> bytes:
        """Answer a command APDU with data and a status word, whatever the bytes are.

        Raises `PowerLost` only when `lose_power_at_write` arranged it.
        """
        try:
            data = self._answer(decode(octets))
        except Refused as refusal:
            return refusal.status.to_bytes(2, "big")
        return data + Status.OK.to_bytes(2, "big")

    def _answer(self, command: Command) -> bytes:
        family = _family(command.cla)
        handler = self._HANDLERS.get((family, command.ins))
        if handler is not None:
            return handler(self, command)
        if (family ^ PROPRIETARY, command.ins) in self._HANDLERS:
            raise Refused(Status.UNKNOWN_CLASS)
        raise Refused(Status.UNKNOWN_INSTRUCTION)


def _family(cla: int) -> int:
    """Reduce the class byte to interindustry (00) or proprietary (80); the rest is not served."""
    family = cla & PROPRIETARY
    if cla == family:
        return family
    if cla & 0x60:
        raise Refused(Status.UNKNOWN_CLASS)
    if cla & 0x10:
        raise Refused(Status.NO_CHAINING)
    if cla & 0x0C:
        raise Refused(Status.NO_SECURE_MESSAGING)
    raise Refused(Status.NO_SUCH_CHANNEL)
