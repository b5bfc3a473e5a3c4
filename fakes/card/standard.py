"""The commands that public sources describe: SELECT, READ BINARY, VERIFY, CHANGE, sign.

Sources: the survey of physical cards (myna-card), OpenSC's driver, the client jpki/myna. What
they leave open is marked as an assumption.
"""

import hmac
from functools import cache, lru_cache

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import NoDigestInfo
from cryptography.hazmat.primitives.serialization import Encoding

from fakes.card import files
from fakes.card.apdu import Command, Refused, Status
from fakes.card.chip import CURRENT, Chip
from fakes.card.memory import Secret, Session
from fakes.certificates import ca_certificate
from fakes.purposes import Purpose

LONGEST_SECRET = 16
PKCS1_OVERHEAD = 11


@cache
def _ca_der(purpose: Purpose) -> bytes:
    return ca_certificate(purpose).public_bytes(Encoding.DER)


@lru_cache(maxsize=4096)
def _signature(key: RSAPrivateKey, digest_info: bytes) -> bytes:
    """PKCS#1 v1.5 gives the same signature every time, and is what takes longest on the card."""
    return key.sign(digest_info, PKCS1v15(), NoDigestInfo())


class StandardCommands(Chip):
    """Commands of ISO/IEC 7816-4 and -8 as the JPKI application takes them."""

    def _select(self, command: Command) -> bytes:
        """SELECT by AID (clears the security status) or by file id; there is no MF."""
        if command.p2 not in (0x00, 0x0C):
            raise Refused(Status.WRONG_PARAMETERS)
        if command.p1 == 0x04:
            if command.data != files.JPKI_AID:
                raise Refused(Status.FILE_NOT_FOUND)
            self._change(session=Session(application=True))
            return b""
        if command.p1 not in (0x00, 0x02):
            raise Refused(Status.WRONG_PARAMETERS)
        if len(command.data) != 2:
            raise Refused(Status.WRONG_LENGTH)
        self._make_current(int.from_bytes(command.data, "big"))
        return b""

    def _read_binary(self, command: Command) -> bytes:
        """READ BINARY: 15-bit offset or short file id; an over-long Le gives what there is."""
        if command.p1 & CURRENT:
            file = self._addressed(command.p1)
            offset = command.p2
        else:
            file = self._addressed(CURRENT)
            offset = command.p1 << 8 | command.p2
        content = self._content(file)
        if command.data or command.le is None:
            raise Refused(Status.WRONG_LENGTH)
        if offset >= len(content):
            raise Refused(Status.OFFSET_BEYOND_END)
        return content[offset : offset + command.le]

    def _verify(self, command: Command) -> bytes:
        """VERIFY, and without data the retry query, which never says 9000.

        The counter is written down before the comparison, so that cutting the power cannot buy a
        try; a right entry then restores it, or puts back what it was where none restores it.
        """
        if command.p1 != 0:
            raise Refused(Status.WRONG_PARAMETERS)
        purpose = self._addressed_secret(command.p2)
        secret = self._secret(purpose)
        if not command.data:
            # ASSUMPTION: a blocked secret answers the query with 63C0; only its VERIFY says 6984.
            raise Refused(Status.TRIES_LEFT | secret.tries_left)
        if len(command.data) > max(LONGEST_SECRET, self._policy.signature_password_max):
            raise Refused(Status.WRONG_LENGTH)
        self._forget_verified(purpose)
        if not self.compares(purpose):
            raise Refused(Status.BLOCKED)
        mistaken = self._mistaken(secret)
        self._write(self._memory.with_secret(purpose, mistaken))
        if not hmac.compare_digest(command.data, secret.value):
            raise Refused(Status.TRIES_LEFT | mistaken.tries_left)
        full = Secret(secret.value, self._policy.tries(purpose))
        restored = full if self._policy.right_entry_restores_tries else secret
        self._write(self._memory.with_secret(purpose, restored))
        self._change_session(verified=self._session.verified | {purpose})
        return b""

    def _change_reference_data(self, command: Command) -> bytes:
        """CHANGE REFERENCE DATA with the new secret alone, after VERIFY of the old one."""
        if command.p1 != 0x01:
            raise Refused(Status.WRONG_PARAMETERS)
        purpose = self._addressed_secret(command.p2)
        self._require(purpose)
        value = self._acceptable(purpose, command.data)
        self._write(self._memory.with_secret(purpose, Secret(value, self._policy.tries(purpose))))
        return b""

    def _sign(self, command: Command) -> bytes:
        """Sign a DigestInfo with PKCS#1 v1.5. Other P1 exist on physical cards, unknown to us."""
        if command.p1 != 0 or command.p2 & CURRENT == 0:
            raise Refused(Status.WRONG_PARAMETERS)
        purpose = files.KEY_OF_FILE.get(self._addressed(command.p2))
        if purpose is None:
            raise Refused(Status.WRONG_FILE_TYPE)
        self._require(purpose)
        key = self._keys[purpose]
        size = key.key_size // 8
        if not 0 < len(command.data) <= size - PKCS1_OVERHEAD:
            raise Refused(Status.WRONG_LENGTH)
        if command.le is None or command.le < size:
            raise Refused(Status.WRONG_EXPECTED_LENGTH | size & 0xFF)
        return _signature(key, command.data)

    def _content(self, file: int) -> bytes:
        """What READ BINARY may read of `file` now."""
        if file not in files.READABLE:
            raise Refused(Status.WRONG_FILE_TYPE)
        if file == files.SIGNATURE_CERTIFICATE:
            self._require(Purpose.SIGNATURE)
        if file == files.TOKEN_INFORMATION:
            return files.TOKEN_INFORMATION_CONTENT
        if file == files.PRESENT_CERTIFICATES:
            return files.PRESENT_CERTIFICATES_CONTENT
        for purpose in Purpose:
            if file == files.CA[purpose]:
                return _ca_der(purpose)
        return self._memory.certificate(files.CERTIFICATE_OF_FILE[file])
