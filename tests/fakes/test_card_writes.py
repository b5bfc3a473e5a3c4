"""Writing to the card: who may, only with a fresh challenge, and what a loss of power leaves."""

from dataclasses import dataclass

import pytest

from fakes.card.apdu import Command, Ins
from fakes.card.card import Card
from fakes.card.chip import PowerLost
from fakes.card.memory import Secret
from fakes.card.reader import Reader
from fakes.card.terminal import CHALLENGE_LENGTH, NO_REFERENCE, Authority, mac, reference
from fakes.purposes import Purpose
from fakes.world import FIRST_PASSWORD, FIRST_PIN

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
PIN_FILE = 0x98
SIGNATURE_CERTIFICATE = 0x81
NEW_PIN = b"4829"
KIOSK, COUNTER = Authority.KIOSK, Authority.COUNTER


@dataclass
class Terminal:
    """A terminal that can send each part of an authorised write by itself."""

    card: Card

    def __post_init__(self) -> None:
        self.reader = Reader(self.card.transmit)
        self.reader.open()

    def challenge(self) -> bytes:
        """Ask the card for a challenge."""
        command = Command(0x00, Ins.GET_CHALLENGE, 0, 0, le=CHALLENGE_LENGTH)
        return self.card.transmit(command.encode())[:-2]

    def write(
        self,
        challenge: bytes,
        authority: Authority = COUNTER,
        ins: int = Ins.RESET_RETRY_COUNTER,
        p2: int = PIN_FILE,
        content: bytes = NO_REFERENCE + NEW_PIN,
    ) -> str:
        """Write with the right MAC for this challenge; returns the status word."""
        data = mac(authority, challenge, p2, content) + content
        return self.send(Command(0x80, ins, authority.value, p2, data))

    def send(self, command: Command) -> str:
        """Send any command; returns the status word."""
        return self.card.transmit(command.encode()).hex().upper()


@pytest.fixture
def terminal(card: Card) -> Terminal:
    return Terminal(card)


def secrets(card: Card) -> tuple[bytes, int]:
    """The PIN and its counter, as the card keeps them."""
    return card.memory.authentication.value, card.memory.authentication.tries_left


def test_the_counter_resets_a_blocked_pin(terminal: Terminal, card: Card) -> None:
    for _ in range(4):
        terminal.send(Command(0x00, Ins.VERIFY, 0, PIN_FILE, b"0000"))
    assert secrets(card) == (b"1234", 0)
    assert terminal.write(terminal.challenge()) == "9000"
    assert secrets(card) == (NEW_PIN, 3)


def test_the_kiosk_resets_only_after_the_other_secret(terminal: Terminal, card: Card) -> None:
    assert terminal.write(terminal.challenge(), KIOSK) == "6982"
    terminal.reader.verify(PIN, FIRST_PIN)
    assert terminal.write(terminal.challenge(), KIOSK) == "6982"
    terminal.reader.verify(PASSWORD, FIRST_PASSWORD)
    assert terminal.write(terminal.challenge(), KIOSK) == "9000"
    assert secrets(card) == (NEW_PIN, 3)


def test_no_reset_without_a_challenge(terminal: Terminal) -> None:
    assert terminal.write(bytes(CHALLENGE_LENGTH)) == "6985"


def test_a_challenge_serves_once(terminal: Terminal) -> None:
    challenge = terminal.challenge()
    assert terminal.write(challenge) == "9000"
    assert terminal.write(challenge) == "6985"


def test_a_challenge_serves_once_also_when_the_write_fails(terminal: Terminal) -> None:
    challenge = terminal.challenge()
    assert terminal.write(bytes(CHALLENGE_LENGTH)) == "6982"
    assert terminal.write(challenge) == "6985"


def test_only_the_last_challenge_counts(terminal: Terminal, card: Card) -> None:
    first = terminal.challenge()
    assert terminal.challenge() != first
    assert terminal.write(first) == "6982"
    assert secrets(card) == (b"1234", 3)


@pytest.mark.parametrize("forgetful", ["SELECT", "power off"])
def test_a_challenge_does_not_outlive_the_session(
    terminal: Terminal, card: Card, forgetful: str
) -> None:
    challenge = terminal.challenge()
    if forgetful == "power off":
        card.power_off()
    terminal.reader.open()
    assert terminal.write(challenge) == "6985"


def test_the_mac_covers_authority_file_and_content(terminal: Terminal, card: Card) -> None:
    for authority, p2, content in (
        (KIOSK, PIN_FILE, NEW_PIN),
        (COUNTER, 0x9B, NEW_PIN),
        (COUNTER, PIN_FILE, b"1111"),
    ):
        data = mac(authority, terminal.challenge(), p2, content) + NEW_PIN
        reset = Command(0x80, Ins.RESET_RETRY_COUNTER, COUNTER.value, PIN_FILE, data)
        assert terminal.send(reset) == "6982"
    assert secrets(card) == (b"1234", 3)


@pytest.mark.parametrize("content", ["", "123", "12345", "ABCD", "１２"])
def test_the_card_refuses_a_malformed_new_pin(terminal: Terminal, card: Card, content: str) -> None:
    assert terminal.write(terminal.challenge(), content=content.encode()) == "6A80"
    assert secrets(card) == (b"1234", 3)


def test_a_reset_pin_must_be_verified_anew(terminal: Terminal) -> None:
    terminal.reader.verify(PIN, FIRST_PIN)
    terminal.reader.sign(PIN, b"text")
    assert terminal.write(terminal.challenge()) == "9000"
    sign = Command(0x80, Ins.PERFORM_SECURITY_OPERATION, 0, 0x97, b"text", 256)
    assert terminal.send(sign) == "6982"


@pytest.mark.parametrize(("authority", "status"), [(COUNTER, "9000"), (KIOSK, "6982")])
def test_only_the_counter_writes_certificates(
    terminal: Terminal, card: Card, authority: Authority, status: str
) -> None:
    before = card.memory.signature_certificate
    written = terminal.write(
        terminal.challenge(), authority, Ins.UPDATE_BINARY, SIGNATURE_CERTIFICATE, b"a new one"
    )
    assert written == status
    after = card.memory.signature_certificate
    assert after == (b"a new one" if status == "9000" else before)


def test_each_certificate_has_its_own_place(terminal: Terminal, card: Card) -> None:
    before = card.memory
    written = terminal.write(terminal.challenge(), COUNTER, Ins.UPDATE_BINARY, 0x8A, b"a new one")
    assert written == "9000"
    assert card.memory.authentication_certificate == b"a new one"
    assert card.memory.signature_certificate == before.signature_certificate


def test_nobody_else_writes_even_with_a_challenge(terminal: Terminal) -> None:
    terminal.challenge()
    unknown = Command(0x80, Ins.RESET_RETRY_COUNTER, 2, PIN_FILE, bytes(32) + NEW_PIN)
    assert terminal.send(unknown) == "6A86"


def test_no_one_writes_other_files(terminal: Terminal) -> None:
    written = terminal.write(terminal.challenge(), ins=Ins.UPDATE_BINARY, p2=0x86)
    assert written == "6981"


RESERVED, ANOTHER = reference("1234567890"), reference("0987654321")


def reset_by_kiosk(terminal: Terminal, content: bytes) -> str:
    """Have a kiosk set a PIN; returns the status word."""
    terminal.reader.verify(PASSWORD, FIRST_PASSWORD)
    return terminal.write(terminal.challenge(), KIOSK, content=content)


def test_the_same_again_is_as_good_as_done(terminal: Terminal, card: Card) -> None:
    assert reset_by_kiosk(terminal, RESERVED + NEW_PIN) == "9000"
    written = card.memory
    assert reset_by_kiosk(terminal, RESERVED + NEW_PIN) == "9000"
    assert card.memory == written


def test_a_reservation_sets_no_other_pin(terminal: Terminal, card: Card) -> None:
    assert reset_by_kiosk(terminal, RESERVED + NEW_PIN) == "9000"
    assert reset_by_kiosk(terminal, RESERVED + b"7531") == "6A89"
    assert secrets(card) == (NEW_PIN, 3)
    assert reset_by_kiosk(terminal, ANOTHER + b"7531") == "9000"
    assert secrets(card) == (b"7531", 3)


def test_a_reservation_gives_no_tries_back(terminal: Terminal, card: Card) -> None:
    assert reset_by_kiosk(terminal, RESERVED + NEW_PIN) == "9000"
    terminal.send(Command(0x00, Ins.VERIFY, 0, PIN_FILE, b"0000"))
    assert reset_by_kiosk(terminal, RESERVED + NEW_PIN) == "6A89"
    assert secrets(card) == (NEW_PIN, 2)


def test_a_reservation_does_not_serve_after_the_counter(terminal: Terminal, card: Card) -> None:
    assert reset_by_kiosk(terminal, RESERVED + NEW_PIN) == "9000"
    assert terminal.write(terminal.challenge(), content=NO_REFERENCE + b"7531") == "9000"
    assert reset_by_kiosk(terminal, RESERVED + NEW_PIN) == "6A89"
    assert secrets(card) == (b"7531", 3)


def lose_power(terminal: Terminal, at_write: int, command: Command) -> None:
    """Have the power go at a write of this command, and come back."""
    terminal.card.lose_power_at_write(at_write)
    with pytest.raises(PowerLost):
        terminal.send(command)
    terminal.reader.open()


@pytest.mark.parametrize(
    ("entry", "at_write", "left"),
    [
        pytest.param(FIRST_PIN, 1, 2, id="right, before the counter goes down"),
        pytest.param(FIRST_PIN, 2, 1, id="right, before it is restored"),
        pytest.param("0000", 1, 2, id="wrong, before the counter goes down"),
    ],
)
def test_power_lost_in_verify(
    terminal: Terminal, card: Card, entry: str, at_write: int, left: int
) -> None:
    terminal.send(Command(0x00, Ins.VERIFY, 0, PIN_FILE, b"0000"))
    lose_power(terminal, at_write, Command(0x00, Ins.VERIFY, 0, PIN_FILE, entry.encode()))
    assert secrets(card) == (b"1234", left)
    sign = Command(0x80, Ins.PERFORM_SECURITY_OPERATION, 0, 0x97, b"text", 256)
    assert terminal.send(sign) == "6982"


def test_power_lost_in_change_leaves_the_old_pin(terminal: Terminal, card: Card) -> None:
    change = Command(0x00, Ins.CHANGE_REFERENCE_DATA, 1, PIN_FILE, NEW_PIN)
    terminal.reader.verify(PIN, FIRST_PIN)
    lose_power(terminal, 1, change)
    assert secrets(card) == (b"1234", 3)
    terminal.reader.verify(PIN, FIRST_PIN)
    card.lose_power_at_write(2)
    assert terminal.send(change) == "9000"
    assert secrets(card) == (NEW_PIN, 3)


@pytest.mark.parametrize(
    ("ins", "p2", "content"),
    [
        pytest.param(Ins.RESET_RETRY_COUNTER, PIN_FILE, NO_REFERENCE + NEW_PIN, id="reset"),
        pytest.param(Ins.UPDATE_BINARY, SIGNATURE_CERTIFICATE, b"new", id="certificate"),
    ],
)
def test_power_lost_in_an_authorised_write(
    terminal: Terminal, card: Card, ins: int, p2: int, content: bytes
) -> None:
    terminal.send(Command(0x00, Ins.VERIFY, 0, PIN_FILE, b"0000"))
    before = card.memory
    data = mac(COUNTER, terminal.challenge(), p2, content) + content
    lose_power(terminal, 1, Command(0x80, ins, COUNTER.value, p2, data))
    assert card.memory == before
    card.lose_power_at_write(2)
    assert terminal.write(terminal.challenge(), COUNTER, ins, p2, content) == "9000"
    assert card.memory != before


@pytest.mark.parametrize("purpose", Purpose)
def test_a_reset_keeps_the_reservation_with_its_secret(card: Card, purpose: Purpose) -> None:
    memory = card.memory.reset(purpose, Secret(b"4829", 3), b"a reservation")
    assert memory.secret(purpose) == Secret(b"4829", 3)
    assert memory.reference(purpose) == b"a reservation"
    assert memory.secret(purpose.other) == card.memory.secret(purpose.other)
    assert memory.reference(purpose.other) == card.memory.reference(purpose.other) == b""


def test_a_new_secret_that_is_no_ascii_is_refused(terminal: Terminal) -> None:
    status = terminal.write(terminal.challenge(), content=NO_REFERENCE + b"\xff\xff\xff\xff")
    assert status == "6A80"
