"""Command APDUs: what is written can be read back, and lengths that do not add up are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.card.apdu import Command, Refused, Status, decode

OCTET = st.integers(0, 255)
COMMANDS = st.builds(
    Command,
    OCTET,
    OCTET,
    OCTET,
    OCTET,
    st.binary(max_size=600) | st.sampled_from([255, 256, 65535]).map(bytes),
    st.none() | st.sampled_from([1, 255, 256, 257, 65535, 65536]) | st.integers(1, 65536),
)


@given(COMMANDS)
def test_what_is_encoded_can_be_decoded(command: Command) -> None:
    assert decode(command.encode()) == command


def read(octets: bytes) -> Command | int:
    """The command, or the status word that refuses it."""
    try:
        return decode(octets)
    except Refused as refusal:
        return refusal.status


@given(st.binary(max_size=300))
def test_any_bytes_are_a_command_or_of_wrong_length(octets: bytes) -> None:
    command = read(octets)
    if isinstance(command, Command):
        assert octets[:4] == command.encode()[:4]
        assert decode(command.encode()) == command
    else:
        assert command == Status.WRONG_LENGTH


READINGS = [
    ("case 1: nothing", "", b"", None, ""),
    ("case 2: short Le", "10", b"", 16, "10"),
    ("case 2: Le 00 means 256", "00", b"", 256, "00"),
    ("case 2: extended Le", "00 0101", b"", 257, "000101"),
    ("case 2: extended Le 0000 means 65536", "00 0000", b"", 65536, "000000"),
    ("case 3: short Lc", "02 ABCD", b"\xab\xcd", None, "02ABCD"),
    ("case 3: extended Lc", "00 0002 ABCD", b"\xab\xcd", None, "02ABCD"),
    ("case 4: short", "02 ABCD 00", b"\xab\xcd", 256, "02ABCD00"),
    ("case 4: extended", "00 0002 ABCD 0101", b"\xab\xcd", 257, "000002ABCD0101"),
    ("case 4: extended Le 0000", "00 0002 ABCD 0000", b"\xab\xcd", 65536, "000002ABCD0000"),
]


@pytest.mark.parametrize(
    ("body", "data", "le", "written"),
    [pytest.param(*row, id=name) for name, *row in READINGS],
)
def test_bodies(body: str, data: bytes, le: int | None, written: str) -> None:
    command = decode(bytes.fromhex("00B08102" + body))
    assert command == Command(0x00, 0xB0, 0x81, 0x02, data, le)
    assert command.encode() == bytes.fromhex("00B08102" + written)


@pytest.mark.parametrize(("length", "header"), [(255, "FF"), (256, "000100")])
def test_short_fields_are_used_as_long_as_they_suffice(length: int, header: str) -> None:
    octets = Command(0x00, 0xD6, 0x81, 0x02, bytes(length)).encode()
    assert octets == bytes.fromhex("00D68102" + header) + bytes(length)


MALFORMED = [
    ("no bytes", ""),
    ("one byte", "00"),
    ("a header without P2", "00A404"),
    ("Lc 0 with Le", "00A4040C 0000"),
    ("less data than Lc", "00A4040C 03 ABCD"),
    ("more than Lc and Le", "00A4040C 01 AB 00 00"),
    ("extended Lc 0 with data", "00A4040C 00 0000 AB"),
    ("less data than extended Lc", "00A4040C 00 0003 ABCD"),
    ("a short Le behind an extended Lc", "00A4040C 00 0002 ABCD 00"),
    ("more than extended Lc and Le", "00A4040C 00 0001 AB 000000"),
]


@pytest.mark.parametrize("octets", [pytest.param(octets, id=name) for name, octets in MALFORMED])
def test_lengths_that_do_not_add_up(octets: str) -> None:
    assert read(bytes.fromhex(octets)) == 0x6700
