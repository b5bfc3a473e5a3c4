"""What the card answers: rows of commands and the status word of the last, by facts/card.md.

The secrets are those of the world's first card, "1234" (31323334) and "ABC123" (414243313233).
"""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate

from fakes.card.card import Card

APPLICATION = "00A4040C0A D392F000260100000001"
PIN_FILE = "00A4020C02 0018"
KEY_FILE = "00A4020C02 0017"
PIN = "00200098 04 31323334"
WRONG_PIN = "00200098 04 30303030"
PIN_LEFT = "00200098"
PASSWORD = "0020009B 06 414243313233"
WRONG_PASSWORD = "0020009B 06 5858583939 39"
PASSWORD_LEFT = "0020009B"
CHANGE_PIN = "00240198 04 34383239"
NEW_PIN = "00200098 04 34383239"
DIGEST_INFO = "3031300D060960864801650304020105000420" + hashlib.sha256(b"text").hexdigest()
SIGN = "802A0097 33" + DIGEST_INFO + "00"
SIGN_SIGNATURE = "802A009A 33" + DIGEST_INFO + "00"
SIGNING_CERTIFICATE = "00B0810000"

SELECTING = [
    ("the application", [APPLICATION], "9000"),
    ("the application, with an answer asked for", ["00A404000A D392F000260100000001"], "9000"),
    ("the application of the 住基 net", ["00A4040C0A D3921000310001010401"], "6A82"),
    ("part of the AID", ["00A4040C05 D392F00026"], "6A82"),
    ("the master file, which there is not", [APPLICATION, "00A4000C02 3F00"], "6A82"),
    ("a file of the application", [APPLICATION, PIN_FILE], "9000"),
    ("a file that there is not", [APPLICATION, "00A4020C02 0099"], "6A82"),
    ("a file before the application", [PIN_FILE], "6A82"),
    ("a file by one byte", [APPLICATION, "00A4020C01 18"], "6700"),
    ("by an unknown way", [APPLICATION, "00A4080C02 0018"], "6A86"),
    ("with an unknown answer", [APPLICATION, "00A4021F02 0018"], "6A86"),
]
CLASSES = [
    ("channel 1", ["01" + APPLICATION[2:]], "6881"),
    ("secure messaging", ["0C" + APPLICATION[2:]], "6882"),
    ("chaining", ["10" + APPLICATION[2:]], "6884"),
    ("unknown class", ["20" + APPLICATION[2:]], "6E00"),
    ("class FF", ["FF" + APPLICATION[2:]], "6E00"),
    ("VERIFY as a proprietary command", [APPLICATION, "80200098"], "6E00"),
    ("sign as an interindustry command", [APPLICATION, PIN, "00" + SIGN[2:]], "6E00"),
    ("unknown instruction", ["00CA0000"], "6D00"),
    ("unknown proprietary instruction", ["80CA0000"], "6D00"),
    ("no command at all", [""], "6700"),
    ("three bytes", ["00A404"], "6700"),
    ("Lc longer than the data", ["00A4040C0B D392F000260100000001"], "6700"),
]
READING = [
    ("before the application", ["00B0000000"], "6986"),
    ("with no current file", [APPLICATION, "00B0000000"], "6986"),
    ("a PIN", [APPLICATION, PIN_FILE, "00B0000000"], "6981"),
    ("a key", [APPLICATION, "00B0970000"], "6981"),
    ("without Le", [APPLICATION, "00B08800"], "6700"),
    ("with data", [APPLICATION, "00B08800 01 AB 00"], "6700"),
    ("at the end", [APPLICATION, "00B0880300"], "6B00"),
    ("far past the end", [APPLICATION, "00A4020C02 0008", "00B07FFF00"], "6B00"),
    ("by an impossible short id", [APPLICATION, "00B0E80000"], "6A86"),
    ("a short id that is no file", [APPLICATION, "00B09F0000"], "6A82"),
    ("the signing certificate", [APPLICATION, SIGNING_CERTIFICATE], "6982"),
    ("the same after the PIN", [APPLICATION, PIN, SIGNING_CERTIFICATE], "6982"),
    ("the same after the password", [APPLICATION, PASSWORD, SIGNING_CERTIFICATE], "9000"),
    ("the authentication certificate", [APPLICATION, "00B08A0000"], "9000"),
    ("the CA of signatures", [APPLICATION, "00B0820000"], "9000"),
    ("the CA of authentication", [APPLICATION, "00B08B0000"], "9000"),
]
VERIFYING = [
    ("how often, PIN", [APPLICATION, PIN_LEFT], "63C3"),
    ("how often, password", [APPLICATION, PASSWORD_LEFT], "63C5"),
    ("how often, by the current file", [APPLICATION, PIN_FILE, "00200080"], "63C3"),
    ("how often, after the right PIN", [APPLICATION, PIN, PIN_LEFT], "63C3"),
    ("the right PIN", [APPLICATION, PIN], "9000"),
    ("the right password", [APPLICATION, PASSWORD], "9000"),
    ("one wrong PIN", [APPLICATION, WRONG_PIN], "63C2"),
    ("two wrong PINs", [APPLICATION, *[WRONG_PIN] * 2], "63C1"),
    ("three wrong PINs", [APPLICATION, *[WRONG_PIN] * 3], "63C0"),
    ("four wrong PINs", [APPLICATION, *[WRONG_PIN] * 4], "6984"),
    ("the right PIN, too late", [APPLICATION, *[WRONG_PIN] * 3, PIN], "6984"),
    ("how often, too late", [APPLICATION, *[WRONG_PIN] * 4, PIN_LEFT], "63C0"),
    ("two wrong PINs, then the right one", [APPLICATION, *[WRONG_PIN] * 2, PIN], "9000"),
    ("the counter after that", [APPLICATION, *[WRONG_PIN] * 2, PIN, PIN_LEFT], "63C3"),
    ("one secret leaves the other", [APPLICATION, *[WRONG_PIN] * 3, PASSWORD_LEFT], "63C5"),
    ("asking costs no try", [APPLICATION, *[PIN_LEFT] * 9], "63C3"),
    ("five wrong passwords", [APPLICATION, *[WRONG_PASSWORD] * 5], "63C0"),
    ("six wrong passwords", [APPLICATION, *[WRONG_PASSWORD] * 6], "6984"),
    ("the password in small letters", [APPLICATION, "0020009B 06 616263313233"], "63C4"),
    ("the PIN and a blank", [APPLICATION, "00200098 05 3132333420"], "63C2"),
    ("seventeen bytes", [APPLICATION, "0020009B 11" + "41" * 17], "6700"),
    ("they cost no try", [APPLICATION, "0020009B 11" + "41" * 17, PASSWORD_LEFT], "63C5"),
    ("before the application", [PIN], "6986"),
    ("with no current file", [APPLICATION, "00200080 04 31323334"], "6986"),
    ("against a key", [APPLICATION, KEY_FILE, "00200080 04 31323334"], "6981"),
    ("with an undefined P1", [APPLICATION, "00200198 04 31323334"], "6A86"),
    ("with an undefined P2", [APPLICATION, "00200018 04 31323334"], "6A86"),
]
CHANGING = [
    ("without VERIFY", [APPLICATION, CHANGE_PIN], "6982"),
    ("after the other secret", [APPLICATION, PASSWORD, CHANGE_PIN], "6982"),
    ("after VERIFY", [APPLICATION, PIN, CHANGE_PIN], "9000"),
    ("then the new PIN", [APPLICATION, PIN, CHANGE_PIN, APPLICATION, NEW_PIN], "9000"),
    ("then the old PIN", [APPLICATION, PIN, CHANGE_PIN, APPLICATION, PIN], "63C2"),
    ("to five digits", [APPLICATION, PIN, "00240198 05 3132333435"], "6A80"),
    ("to letters", [APPLICATION, PIN, "00240198 04 41424344"], "6A80"),
    ("to nothing", [APPLICATION, PIN, "00240198"], "6A80"),
    ("to small letters", [APPLICATION, PASSWORD, "0024019B 06 616263313233"], "6A80"),
    ("with an undefined P1", [APPLICATION, PIN, "00240098 04 34383239"], "6A86"),
]
SIGNING = [
    ("without VERIFY", [APPLICATION, SIGN], "6982"),
    ("after VERIFY", [APPLICATION, PIN, SIGN], "9000"),
    ("as pkcs11-tool does", [APPLICATION, PIN_FILE, PIN, KEY_FILE, SIGN], "9000"),
    ("by the current file", [APPLICATION, PIN, KEY_FILE, "802A0080" + SIGN[8:]], "9000"),
    ("for signatures after the PIN", [APPLICATION, PIN, SIGN_SIGNATURE], "6982"),
    ("for signatures after the password", [APPLICATION, PASSWORD, SIGN_SIGNATURE], "9000"),
    ("for authentication after the password", [APPLICATION, PASSWORD, SIGN], "6982"),
    ("after a wrong entry", [APPLICATION, PIN, WRONG_PIN, SIGN], "6982"),
    ("after a query", [APPLICATION, PIN, PIN_LEFT, SIGN], "9000"),
    ("after SELECT of the application", [APPLICATION, PIN, APPLICATION, SIGN], "6982"),
    ("with a PIN for a key", [APPLICATION, PIN, PIN_FILE, "802A0080" + SIGN[8:]], "6981"),
    ("with an undefined P1", [APPLICATION, PIN, "802A0697" + SIGN[8:]], "6A86"),
    ("with an undefined P2", [APPLICATION, PIN, KEY_FILE, "802A0000" + SIGN[8:]], "6A86"),
    ("without Le", [APPLICATION, PIN, SIGN[:-2]], "6C00"),
    ("one byte", [APPLICATION, PIN, "802A0097 01 AB 00"], "9000"),
    ("nothing", [APPLICATION, PIN, "802A009700"], "6700"),
    ("more than fits", [APPLICATION, PIN, "802A0097 F6" + "00" * 246 + "00"], "6700"),
    ("as much as fits", [APPLICATION, PIN, "802A0097 F5" + "00" * 245 + "00"], "9000"),
]
CHALLENGING = [
    ("of sixteen bytes", [APPLICATION, "0084000010"], "9000"),
    ("before the application", ["0084000010"], "6986"),
    ("of eight bytes", [APPLICATION, "0084000008"], "6700"),
    ("without Le", [APPLICATION, "00840000"], "6700"),
    ("with data", [APPLICATION, "00840000 01 AB 10"], "6700"),
    ("with an undefined P1", [APPLICATION, "0084010010"], "6A86"),
    ("with an undefined P2", [APPLICATION, "0084000110"], "6A86"),
]
ROWS = {
    "select": SELECTING,
    "class": CLASSES,
    "read": READING,
    "verify": VERIFYING,
    "change": CHANGING,
    "sign": SIGNING,
    "challenge": CHALLENGING,
}


def answer(card: Card, *commands: str) -> tuple[bytes, str]:
    """Send commands and return the last one's data and status word."""
    reply = b""
    for command in commands:
        reply = card.transmit(bytes.fromhex(command))
    return reply[:-2], reply[-2:].hex().upper()


@pytest.mark.parametrize(
    ("commands", "status"),
    [
        pytest.param(commands, status, id=f"{group}: {name}")
        for group, rows in ROWS.items()
        for name, commands, status in rows
    ],
)
def test_status_words(card: Card, commands: list[str], status: str) -> None:
    data, answered = answer(card, *commands)
    assert answered == status
    assert status == "9000" or not data


@pytest.mark.parametrize(
    ("command", "data"),
    [
        pytest.param("00B0880003", "8F8F00", id="exact Le"),
        pytest.param("00B0880002", "8F8F", id="shorter Le"),
        pytest.param("00B0880000", "8F8F00", id="over-long Le"),
        pytest.param("00B08800 000003", "8F8F00", id="extended Le"),
        pytest.param("00B08800 000000", "8F8F00", id="over-long extended Le"),
        pytest.param("00B0880100", "8F00", id="offset"),
        pytest.param("00B0860020", b"JPKIAPICCTOKEN2".ljust(32).hex(), id="token label"),
        pytest.param("00B0869F00", "00", id="the last of the token's 160 bytes"),
    ],
)
def test_contents(card: Card, command: str, data: str) -> None:
    assert answer(card, APPLICATION, command) == (bytes.fromhex(data), "9000")


@pytest.mark.parametrize(
    "commands",
    [
        pytest.param([APPLICATION], id="SELECT of the application"),
        pytest.param([APPLICATION, PIN_FILE], id="SELECT of a file"),
        pytest.param([APPLICATION, PIN], id="VERIFY"),
        pytest.param([APPLICATION, PIN, CHANGE_PIN], id="CHANGE"),
    ],
)
def test_what_only_acts_answers_with_nothing_but_its_status(
    card: Card, commands: list[str]
) -> None:
    assert answer(card, *commands) == (b"", "9000")


def test_a_certificate_is_read_in_blocks_by_its_own_header(card: Card) -> None:
    head, _ = answer(card, APPLICATION, "00A4020C02 000A", "00B0000004")
    size = 4 + int.from_bytes(head[2:], "big")
    blocks = [answer(card, f"00B0{offset:04X}00")[0] for offset in range(0, size, 256)]
    assert len(b"".join(blocks)) == size
    load_der_x509_certificate(b"".join(blocks))
    assert answer(card, f"00B0{size:04X}00") == (b"", "6B00")


@pytest.mark.parametrize(
    ("secret", "sign", "certificate"),
    [
        pytest.param(PIN, SIGN, "00B08A00 000000", id="authentication"),
        pytest.param(PASSWORD, SIGN_SIGNATURE, "00B08100 000000", id="signature"),
    ],
)
def test_a_signature_belongs_to_the_certificate(
    card: Card, secret: str, sign: str, certificate: str
) -> None:
    signature, _ = answer(card, APPLICATION, secret, sign)
    der, _ = answer(card, certificate)
    key = load_der_x509_certificate(der).public_key()
    assert isinstance(key, RSAPublicKey)
    key.verify(signature, b"text", PKCS1v15(), SHA256())


def test_power_off_forgets_what_was_verified(card: Card) -> None:
    assert answer(card, APPLICATION, PIN)[1] == "9000"
    card.power_off()
    assert answer(card, SIGN)[1] == "6986"
    assert answer(card, APPLICATION, SIGN)[1] == "6982"


def test_power_off_keeps_the_counter(card: Card) -> None:
    answer(card, APPLICATION, WRONG_PIN)
    card.power_off()
    assert answer(card, APPLICATION, PIN_LEFT)[1] == "63C2"
