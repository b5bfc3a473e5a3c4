"""What readers ask of a card, in the terms of the procedure: the client side of the APDU wire."""

import hashlib
from collections.abc import Callable

from cryptography import x509

from fakes.card import files, terminal
from fakes.card.apdu import Command, Ins, Status
from fakes.card.terminal import Authority
from fakes.purposes import Purpose

BLOCK = 256
DER_HEADER = 4
SHA256_DIGEST_INFO = bytes.fromhex("3031300D060960864801650304020105000420")
SIGNATURE_LENGTH = 256

Transmit = Callable[[bytes], bytes]


class WrongSecret(Exception):
    """The card compared and refused; `tries_left` says how many tries remain."""

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"{tries_left} tries left")
        self.tries_left = tries_left


class SecretBlocked(Exception):
    """The secret is locked: the card no longer compares."""


class AlreadyWritten(Exception):
    """The reservation has set another secret on the card before; nothing was written."""


class UnexpectedStatus(Exception):
    """The card refused for a reason that this client does not expect."""

    def __init__(self, status: int) -> None:
        super().__init__(f"{status:04X}")
        self.status = status


class Reader:
    """A conversation with the JPKI application over any `transmit`.

    Whatever `transmit` raises (a lost contact) passes through.
    """

    def __init__(self, transmit: Transmit) -> None:
        self._transmit = transmit

    def open(self) -> None:
        """SELECT the JPKI application; forgets what was verified before."""
        self._send(Command(0x00, Ins.SELECT, 0x04, 0x0C, files.JPKI_AID))

    def tries_left(self, purpose: Purpose) -> int:
        """Ask the retry counter, which costs no try."""
        _, status = self._exchange(Command(0x00, Ins.VERIFY, 0, _short(files.SECRET[purpose])))
        if status & 0xFFF0 != Status.TRIES_LEFT:
            raise UnexpectedStatus(status)
        return status & 0xF

    def verify(self, purpose: Purpose, secret: str) -> None:
        """VERIFY a secret, upper-cased as clients do.

        Raises `WrongSecret` or `SecretBlocked`.
        """
        data = secret.upper().encode("ascii")
        command = Command(0x00, Ins.VERIFY, 0, _short(files.SECRET[purpose]), data)
        _, status = self._exchange(command)
        if status == Status.BLOCKED:
            raise SecretBlocked
        if status & 0xFFF0 == Status.TRIES_LEFT:
            raise WrongSecret(status & 0xF)
        if status != Status.OK:
            raise UnexpectedStatus(status)

    def certificate(self, purpose: Purpose) -> x509.Certificate:
        """Read a certificate; that for signatures needs its password verified first."""
        return x509.load_der_x509_certificate(self._read(files.CERTIFICATE[purpose]))

    def card_id(self) -> str:
        """A name for this card that needs no secret: the hash of its authentication certificate."""
        return hashlib.sha256(self._read(files.CERTIFICATE[Purpose.AUTHENTICATION])).hexdigest()

    def sign(self, purpose: Purpose, message: bytes) -> bytes:
        """Sign with RSASSA-PKCS1-v1_5 and SHA-256; the secret must be verified."""
        digest_info = SHA256_DIGEST_INFO + hashlib.sha256(message).digest()
        p2 = _short(files.KEY[purpose])
        return self._send(
            Command(0x80, Ins.PERFORM_SECURITY_OPERATION, 0, p2, digest_info, SIGNATURE_LENGTH)
        )

    def reset(
        self,
        authority: Authority,
        purpose: Purpose,
        secret: str,
        reference: bytes = terminal.NO_REFERENCE,
    ) -> None:
        """Set a new secret and restore its counter, by an authorised terminal (assumption).

        `reference` stands for the reservation; raises `AlreadyWritten` when it set another secret.
        """
        content = reference + secret.upper().encode("ascii")
        try:
            self._authorised(authority, Ins.RESET_RETRY_COUNTER, files.SECRET[purpose], content)
        except UnexpectedStatus as refusal:
            if refusal.status == Status.ALREADY_WRITTEN:
                raise AlreadyWritten from None
            raise

    def write_certificate(self, authority: Authority, purpose: Purpose, der: bytes) -> None:
        """Replace a certificate, by an authorised terminal (assumption)."""
        self._authorised(authority, Ins.UPDATE_BINARY, files.CERTIFICATE[purpose], der)

    def _authorised(self, authority: Authority, ins: int, file: int, content: bytes) -> None:
        challenge = self._send(Command(0x00, Ins.GET_CHALLENGE, 0, 0, le=terminal.CHALLENGE_LENGTH))
        p2 = _short(file)
        data = terminal.mac(authority, challenge, p2, content) + content
        self._send(Command(0x80, ins, authority.value, p2, data))

    def _read(self, file: int) -> bytes:
        """Read a DER file in blocks, its length taken from its own header."""
        head = self._send(Command(0x00, Ins.READ_BINARY, _short(file), 0, le=DER_HEADER))
        size = DER_HEADER + int.from_bytes(head[2:4], "big")
        content = b""
        while len(content) < size:
            offset = len(content)
            wanted = min(BLOCK, size - offset)
            block = Command(0x00, Ins.READ_BINARY, offset >> 8, offset & 0xFF, le=wanted)
            content += self._send(block)
        return content

    def _send(self, command: Command) -> bytes:
        data, status = self._exchange(command)
        if status != Status.OK:
            raise UnexpectedStatus(status)
        return data

    def _exchange(self, command: Command) -> tuple[bytes, int]:
        reply = self._transmit(command.encode())
        return reply[:-2], int.from_bytes(reply[-2:], "big")


def _short(file: int) -> int:
    """P1 or P2 that names a file by its short id."""
    return 0x80 | file
