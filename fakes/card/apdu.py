"""Command APDUs taken apart and put together, and the status words, as ISO/IEC 7816-4 has them."""

from dataclasses import dataclass


class Status:
    """Status words (SW1 SW2). Where public sources differ or are silent, the comment says so."""

    OK = 0x9000
    TRIES_LEFT = 0x63C0  # the low digit says how many
    WRONG_LENGTH = 0x6700
    NO_SUCH_CHANNEL = 0x6881
    NO_SECURE_MESSAGING = 0x6882
    NO_CHAINING = 0x6884
    WRONG_FILE_TYPE = 0x6981
    SECURITY_NOT_SATISFIED = 0x6982
    # myna-card measured 6984 on physical cards after the try that gives 63C0; the client of
    # jpki/myna takes 6983 for the same state.
    BLOCKED = 0x6984
    CONDITIONS_NOT_SATISFIED = 0x6985
    NO_CURRENT_FILE = 0x6986
    WRONG_DATA = 0x6A80
    FILE_NOT_FOUND = 0x6A82
    WRONG_PARAMETERS = 0x6A86
    ALREADY_WRITTEN = 0x6A89  # ASSUMPTION: see fakes.card.terminal
    OFFSET_BEYOND_END = 0x6B00
    WRONG_EXPECTED_LENGTH = 0x6C00  # the low byte is the right length; 00 means 256
    UNKNOWN_INSTRUCTION = 0x6D00
    UNKNOWN_CLASS = 0x6E00


class Ins:
    """Instruction bytes that the card knows."""

    VERIFY = 0x20
    CHANGE_REFERENCE_DATA = 0x24
    PERFORM_SECURITY_OPERATION = 0x2A
    RESET_RETRY_COUNTER = 0x2C
    GET_CHALLENGE = 0x84
    SELECT = 0xA4
    READ_BINARY = 0xB0
    UPDATE_BINARY = 0xD6


class Refused(Exception):
    """A command ends with this status word and nothing else."""

    def __init__(self, status: int) -> None:
        super().__init__(f"{status:04X}")
        self.status = status


@dataclass(frozen=True)
class Command:
    """A command APDU. `le` is how many bytes are wanted (1 to 65536), None when none are."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = b""
    le: int | None = None

    def encode(self) -> bytes:
        """Write the APDU; short fields where they suffice, extended ones otherwise."""
        header = bytes([self.cla, self.ins, self.p1, self.p2])
        if len(self.data) > 255 or (self.le is not None and self.le > 256):
            lc = b"\0" + len(self.data).to_bytes(2, "big") if self.data else b""
            le = b"" if self.le is None else (self.le % 65536).to_bytes(2, "big")
            return header + lc + self.data + (b"\0" + le if le and not lc else le)
        lc = bytes([len(self.data)]) if self.data else b""
        le = b"" if self.le is None else bytes([self.le % 256])
        return header + lc + self.data + le


def decode(octets: bytes) -> Command:
    """Read a command APDU (cases 1 to 4, short and extended).

    Raises `Refused` with 6700 when the lengths do not add up.
    """
    if len(octets) < 4:
        raise Refused(Status.WRONG_LENGTH)
    cla, ins, p1, p2 = octets[:4]
    data, le = _body(octets[4:])
    return Command(cla, ins, p1, p2, data, le)


def _body(body: bytes) -> tuple[bytes, int | None]:
    if not body:
        return b"", None
    if len(body) == 1:
        return b"", body[0] or 256
    if body[0] == 0 and len(body) >= 3:
        return _extended(body[1:])
    return _with_data(body[0], body[1:], size_of_le=1)


def _extended(body: bytes) -> tuple[bytes, int | None]:
    length = int.from_bytes(body[:2], "big")
    if len(body) == 2:
        return b"", length or 65536
    return _with_data(length, body[2:], size_of_le=2)


def _with_data(lc: int, rest: bytes, size_of_le: int) -> tuple[bytes, int | None]:
    if lc == 0 or len(rest) not in (lc, lc + size_of_le):
        raise Refused(Status.WRONG_LENGTH)
    if len(rest) == lc:
        return rest, None
    return rest[:lc], int.from_bytes(rest[lc:], "big") or 256**size_of_le
