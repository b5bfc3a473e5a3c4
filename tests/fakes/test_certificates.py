"""What stands in a certificate, how its days are counted, and whose signature counts."""

import datetime as dt

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from fakes.certificates import Authorities, Distrust, ca_certificate, load_key, signed_by
from fakes.clock import end_of_day, japan
from fakes.purposes import Purpose

SINCE, UNTIL = japan(2024, 4, 1), end_of_day(dt.date(2029, 3, 31))
KEYS = {
    Purpose.AUTHENTICATION: "citizen-1-authentication",
    Purpose.SIGNATURE: "citizen-1-signature",
}


def issued(purpose: Purpose) -> tuple[Authorities, x509.Certificate]:
    """The authorities, and a certificate that they issued."""
    authorities = Authorities()
    return authorities, authorities.issue(purpose, "a name", KEYS[purpose], SINCE, UNTIL)


@pytest.mark.parametrize(
    ("purpose", "unit"),
    [
        (Purpose.AUTHENTICATION, "JPKI for user authentication"),
        (Purpose.SIGNATURE, "JPKI for digital signature"),
    ],
)
def test_a_certificate_names_its_authority_and_its_holder(purpose: Purpose, unit: str) -> None:
    _, certificate = issued(purpose)
    assert ca_certificate(purpose).subject.rfc4514_string() == f"OU={unit},O=JPKI,C=JP"
    assert certificate.issuer.rfc4514_string() == f"OU={unit},O=JPKI,C=JP"
    assert certificate.subject.rfc4514_string() == f"CN=a name,OU={unit},O=JPKI,C=JP"


def test_a_key_serves_what_its_certificate_is_for() -> None:
    for purpose, signs in ((Purpose.AUTHENTICATION, False), (Purpose.SIGNATURE, True)):
        _, certificate = issued(purpose)
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
        assert usage.critical
        assert usage.value.content_commitment is signs
        assert usage.value.digital_signature is not signs


def test_no_two_certificates_share_a_number() -> None:
    authorities, first = issued(Purpose.SIGNATURE)
    second = authorities.issue(Purpose.SIGNATURE, "another", KEYS[Purpose.SIGNATURE], SINCE, UNTIL)
    assert first.serial_number != second.serial_number


@pytest.mark.parametrize(
    ("moment", "distrust"),
    [
        (SINCE - dt.timedelta(seconds=1), Distrust.EXPIRED),
        (SINCE, None),
        (UNTIL, None),
        (UNTIL + dt.timedelta(seconds=1), Distrust.EXPIRED),
    ],
)
def test_it_is_valid_from_its_first_to_its_last_second(
    moment: dt.datetime, distrust: Distrust | None
) -> None:
    authorities, certificate = issued(Purpose.SIGNATURE)
    assert authorities.judge(certificate, Purpose.SIGNATURE, moment) is distrust


def test_days_begin_and_end_in_japan() -> None:
    assert japan(2026, 2, 16).isoformat() == "2026-02-16T00:00:00+09:00"
    assert end_of_day(dt.date(2026, 2, 16)).isoformat() == "2026-02-16T23:59:59+09:00"


def test_a_key_of_another_kind_has_signed_nothing() -> None:
    issuer = ca_certificate(Purpose.SIGNATURE)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = x509.CertificateBuilder(
        issuer.subject, issuer.subject, key.public_key(), 5, SINCE, UNTIL
    ).sign(load_key("ca-signature"), SHA256())
    signature = key.sign(b"text", ec.ECDSA(SHA256()))
    assert not signed_by(certificate, signature, b"text")
