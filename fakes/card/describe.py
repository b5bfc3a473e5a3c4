"""APDUs in words, for journeys and reports. Secrets never come out of here."""

from fakes.card import files
from fakes.card.apdu import Ins, Refused, Status, decode

FILES = {
    files.SIGNATURE_CERTIFICATE: "signature certificate",
    files.SIGNATURE_CA: "signature CA certificate",
    files.TOKEN_INFORMATION: "token information",
    files.PRESENT_CERTIFICATES: "certificates present",
    files.AUTHENTICATION_CERTIFICATE: "authentication certificate",
    files.AUTHENTICATION_CA: "authentication CA certificate",
    files.AUTHENTICATION_KEY: "authentication key",
    files.AUTHENTICATION_PIN: "authentication PIN",
    files.SIGNATURE_KEY: "signature key",
    files.SIGNATURE_PASSWORD: "signature password",
}
WORDS = {
    Ins.VERIFY: "VERIFY",
    Ins.CHANGE_REFERENCE_DATA: "CHANGE REFERENCE DATA",
    Ins.PERFORM_SECURITY_OPERATION: "SIGN",
    Ins.RESET_RETRY_COUNTER: "RESET RETRY COUNTER",
    Ins.GET_CHALLENGE: "GET CHALLENGE",
    Ins.SELECT: "SELECT",
    Ins.READ_BINARY: "READ BINARY",
    Ins.UPDATE_BINARY: "UPDATE BINARY",
}
STATUS = {
    value: name.replace("_", " ").lower()
    for name, value in vars(Status).items()
    if isinstance(value, int)
}


def describe(command: bytes, reply: bytes | None) -> str:
    """Write an exchange on one line: what was asked of which file, and how the card answered."""
    return f"{_asked(command)} → {_answered(command, reply)}"


def is_further_block(command: bytes) -> bool:
    """Whether a command reads on in the file that the one before it named."""
    names_file = command[2:3] >= b"\x80"
    return command[1:2] == bytes([Ins.READ_BINARY]) and not names_file


def _asked(octets: bytes) -> str:
    try:
        command = decode(octets)
    except Refused:
        return f"malformed command of {len(octets)} bytes"
    word = WORDS.get(command.ins, f"INS {command.ins:02X}")
    if command.ins == Ins.SELECT:
        if command.data == files.JPKI_AID:
            return "SELECT JPKI"
        return (
            f"SELECT {FILES.get(int.from_bytes(command.data, 'big'), command.data.hex().upper())}"
        )
    if command.ins == Ins.GET_CHALLENGE:
        return word
    if command.ins == Ins.READ_BINARY:
        if command.p1 & 0x80:
            return f"{word} {_file(command.p1)}"
        return f"{word} from {command.p1 << 8 | command.p2}"
    if command.ins == Ins.VERIFY and not command.data:
        return f"VERIFY {_file(command.p2)} (how many tries are left)"
    return f"{word} {_file(command.p2)}"


def _file(parameter: int) -> str:
    short_id = parameter & 0x1F
    return FILES.get(short_id, f"file {short_id:02X}") if short_id else "current file"


def _answered(command: bytes, reply: bytes | None) -> str:
    if reply is None:
        return "no reply, the card is gone"
    status = int.from_bytes(reply[-2:], "big")
    if status & 0xFFF0 == Status.TRIES_LEFT:
        return f"{status:04X} {status & 0xF} tries left"
    meaning = STATUS.get(status, "")
    length = len(reply) - 2
    return f"{status:04X} {meaning}" + (f", {length} bytes" if length else "")
