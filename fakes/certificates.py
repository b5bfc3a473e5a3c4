"""The certification authorities of J-LIS's side, and how a certificate is judged: real X.509.

The keys are test keys shipped in `fakes/keys/`; nothing outside this project trusts them.
Loading skips the check of the key's own arithmetic, which costs more than a whole scenario.
"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import NameOID

from fakes.clock import japan
from fakes.purposes import Purpose
from fakes.state import Stateful

KEYS = Path(__file__).parent / "keys"
FOUNDED = japan(2015, 1, 1)
CLOSES = japan(2045, 1, 1)
ORGANISATIONAL_UNIT = {
    Purpose.AUTHENTICATION: "JPKI for user authentication",
    Purpose.SIGNATURE: "JPKI for digital signature",
}


class Distrust(Enum):
    """Why a certificate is not accepted."""

    UNTRUSTED = "untrusted"
    EXPIRED = "expired"
    REVOKED = "revoked"


@cache
def load_key(name: str) -> RSAPrivateKey:
    """Load one of the shipped RSA-2048 test keys, e.g. `citizen-1-signature`."""
    pem = (KEYS / f"{name}.pem").read_bytes()
    key = load_pem_private_key(pem, None, unsafe_skip_rsa_key_validation=True)
    assert isinstance(key, RSAPrivateKey)
    return key


def _name(purpose: Purpose, common_name: str | None = None) -> x509.Name:
    attributes = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "JPKI"),
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, ORGANISATIONAL_UNIT[purpose]),
    ]
    if common_name is not None:
        attributes.append(x509.NameAttribute(NameOID.COMMON_NAME, common_name))
    return x509.Name(attributes)


@cache
def ca_certificate(purpose: Purpose) -> x509.Certificate:
    """The self-signed certificate of the authority that certifies `purpose`."""
    key = load_key(f"ca-{purpose.value}")
    return (
        x509.CertificateBuilder(
            _name(purpose), _name(purpose), key.public_key(), 1, FOUNDED, CLOSES
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )


@lru_cache(maxsize=512)
def _issue(
    purpose: Purpose,
    common_name: str,
    key_name: str,
    serial: int,
    since: dt.datetime,
    until: dt.datetime,
) -> x509.Certificate:
    public_key = load_key(key_name).public_key()
    signs = purpose is Purpose.SIGNATURE
    usage = x509.KeyUsage(
        digital_signature=not signs,
        content_commitment=signs,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder(
            _name(purpose), _name(purpose, common_name), public_key, serial, since, until
        )
        .add_extension(usage, critical=True)
        .sign(load_key(f"ca-{purpose.value}"), SHA256())
    )


@lru_cache(maxsize=512)
def _revocation_list(
    purpose: Purpose, revoked: frozenset[int], day: dt.date
) -> x509.CertificateRevocationList:
    since = japan(day.year, day.month, day.day)
    builder = x509.CertificateRevocationListBuilder(
        _name(purpose), since, since + dt.timedelta(days=1, hours=12)
    )
    for serial in sorted(revoked):
        entry = x509.RevokedCertificateBuilder(serial, since).build()
        builder = builder.add_revoked_certificate(entry)
    return builder.sign(load_key(f"ca-{purpose.value}"), SHA256())


@dataclass(frozen=True)
class Ledger:
    """What the authorities remember: the last serial number and the revoked ones."""

    last_serial: int = 1000
    revoked: frozenset[int] = frozenset()


class Authorities(Stateful[Ledger]):
    """The two certification authorities: they issue, revoke, and publish revocation lists."""

    def __init__(self) -> None:
        self._state = Ledger()

    def issue(
        self,
        purpose: Purpose,
        common_name: str,
        key_name: str,
        since: dt.datetime,
        until: dt.datetime,
    ) -> x509.Certificate:
        """Certify the shipped key `key_name`, valid from `since` through `until`, both included."""
        serial = self._state.last_serial + 1
        self._change(last_serial=serial)
        return _issue(purpose, common_name, key_name, serial, since, until)

    def revoke(self, certificate: x509.Certificate) -> None:
        """Revoke a certificate, as happens when its holder's address changes."""
        self._change(revoked=self._state.revoked | {certificate.serial_number})

    def revocation_list(self, purpose: Purpose, day: dt.date) -> x509.CertificateRevocationList:
        """The signed list of all revoked serial numbers, as published on `day` (Japan time)."""
        return _revocation_list(purpose, self._state.revoked, day)

    def judge(
        self,
        certificate: x509.Certificate,
        purpose: Purpose,
        at: dt.datetime,
        ignoring: frozenset[Distrust] = frozenset(),
    ) -> Distrust | None:
        """Say why `certificate` is not accepted for `purpose` at a moment, or None if it is.

        That it is expired or revoked does not matter where it is among the reasons `ignoring`.
        """
        issuer = ca_certificate(purpose)
        try:
            certificate.verify_directly_issued_by(issuer)
        except (ValueError, TypeError, InvalidSignature):
            return Distrust.UNTRUSTED
        valid = certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc
        if not valid and Distrust.EXPIRED not in ignoring:
            return Distrust.EXPIRED
        if Distrust.REVOKED in ignoring:
            return None
        revoked = self.revocation_list(purpose, at.date())
        issuer_key = issuer.public_key()
        assert isinstance(issuer_key, RSAPublicKey)
        if not revoked.is_signature_valid(issuer_key):
            return Distrust.UNTRUSTED
        if revoked.get_revoked_certificate_by_serial_number(certificate.serial_number) is not None:
            return Distrust.REVOKED
        return None


def signed_by(certificate: x509.Certificate, signature: bytes, message: bytes) -> bool:
    """Whether `signature` is the certified key's RSASSA-PKCS1-v1_5 with SHA-256 over `message`."""
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        return False
    try:
        key.verify(signature, message, PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True


def parse_certificate(der: bytes) -> x509.Certificate | None:
    """Read a DER certificate; None when the bytes are not one."""
    try:
        return x509.load_der_x509_certificate(der)
    except ValueError:
        return None


# The first certificate made fixes, inside `cryptography`, the class that it takes for datetime.
# It is made here, on import, because that class must be the real one and not freezegun's.
ca_certificate(Purpose.SIGNATURE)
