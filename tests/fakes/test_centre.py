"""The centre believes valid certificates, right signatures and its own records, nothing else."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from freezegun.api import FrozenDateTimeFactory

from fakes.card.card import Card
from fakes.card.reader import Reader
from fakes.centre.client import sign_request
from fakes.centre.line import LineFault, Trouble
from fakes.centre.messages import (
    CentreUnreachable,
    Refusal,
    Request,
    SignedRequest,
    Standing,
)
from fakes.certificates import Distrust, load_key, parse_certificate
from fakes.clock import japan
from fakes.purposes import Purpose
from fakes.world import FIRST_PASSWORD, FIRST_PIN, OTHERS_PASSWORD, World
from tests.fakes.refusals import refusal

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
KEY = {PIN: FIRST_PASSWORD, PASSWORD: FIRST_PIN}
"""What has to be known to reset each secret: the other one."""


def reader_of(card: Card, key: Purpose = PASSWORD, secret: str = FIRST_PASSWORD) -> Reader:
    """A reader at which this secret was verified."""
    reader = Reader(card.transmit)
    reader.open()
    reader.verify(key, secret)
    return reader


def ask(world: World, target: Purpose = PIN, number: str = "") -> SignedRequest:
    """A right request of the resident."""
    reader = reader_of(world.card, target.other, KEY[target])
    return sign_request(reader, world.centre, target, number)


def forge(world: World, issuer: str, signer: str) -> x509.Certificate:
    """The resident's own certificate for signatures, but signed by another key."""
    real = ask(world).certificate
    key = load_key(signer)
    names = {"signature CA": real.issuer, "itself": real.subject}
    builder = x509.CertificateBuilder(
        names[issuer],
        real.subject,
        load_key("citizen-1-signature").public_key(),
        real.serial_number,
        real.not_valid_before_utc,
        real.not_valid_after_utc,
    )
    return builder.sign(key, SHA256())


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        pytest.param(japan(2024, 3, 31, 23, 59), Refusal.CERTIFICATE_EXPIRED, id="a minute early"),
        pytest.param(japan(2024, 4, 1), None, id="from its first moment"),
        pytest.param(japan(2029, 3, 31, 23, 59), None, id="through its last minute"),
        pytest.param(japan(2029, 4, 1), Refusal.CERTIFICATE_EXPIRED, id="a moment late"),
    ],
)
def test_a_certificate_counts_while_it_is_valid(
    world: World, clock: FrozenDateTimeFactory, moment: dt.datetime, reason: Refusal | None
) -> None:
    clock.move_to(moment)
    assert refusal(lambda: world.centre.reserve(ask(world))) is reason


def test_a_revoked_certificate_stops_what_it_signs_only(world: World) -> None:
    world.office.revoke(world.card, PASSWORD)
    reason = refusal(lambda: world.centre.reserve(ask(world, PIN)))
    assert reason is Refusal.CERTIFICATE_REVOKED
    assert refusal(lambda: world.centre.reserve(ask(world, PASSWORD))) is None


def test_revoked_after_the_reservation_it_does_not_redeem(world: World) -> None:
    number = world.centre.reserve(ask(world)).number
    world.office.revoke(world.card, PASSWORD)
    reason = refusal(lambda: world.centre.prepare(ask(world, number=number)))
    assert reason is Refusal.CERTIFICATE_REVOKED


def test_the_standing_of_a_certificate(world: World, clock: FrozenDateTimeFactory) -> None:
    certificate = parse_certificate(world.card.memory.signature_certificate)
    assert certificate is not None
    assert world.centre.standing_of(certificate, PASSWORD) is None
    assert world.centre.standing_of(certificate, PIN) is Distrust.UNTRUSTED
    clock.move_to(japan(2029, 4, 1))
    assert world.centre.standing_of(certificate, PASSWORD) is Distrust.EXPIRED
    clock.move_to(japan(2029, 3, 31))
    world.office.revoke(world.card, PASSWORD)
    assert world.centre.standing_of(certificate, PASSWORD) is Distrust.REVOKED


def test_the_certificate_of_the_other_authority(world: World) -> None:
    """The 4 digits cannot reserve their own reset, though their certificate is genuine."""
    reader = reader_of(world.card, PIN, FIRST_PIN)
    request = Request(PIN, reader.card_id(), world.centre.nonce())
    signature = reader.sign(PIN, request.signed_bytes())
    signed = SignedRequest(request, reader.certificate(PIN), signature)
    assert refusal(lambda: world.centre.reserve(signed)) is Refusal.CERTIFICATE_UNTRUSTED


@pytest.mark.parametrize(
    ("issuer", "signer"),
    [
        pytest.param("itself", "citizen-1-signature", id="self-signed"),
        pytest.param("signature CA", "citizen-1-signature", id="self-signed in the CA's name"),
        pytest.param("signature CA", "ca-authentication", id="signed by the other CA's key"),
    ],
)
def test_a_forged_certificate(world: World, issuer: str, signer: str) -> None:
    signed = dataclasses.replace(ask(world), certificate=forge(world, issuer, signer))
    assert refusal(lambda: world.centre.reserve(signed)) is Refusal.CERTIFICATE_UNTRUSTED


def test_a_tampered_signature(world: World) -> None:
    signed = ask(world)
    tampered = signed.signature[:-1] + bytes([signed.signature[-1] ^ 1])
    changed = dataclasses.replace(signed, signature=tampered)
    assert refusal(lambda: world.centre.reserve(changed)) is Refusal.SIGNATURE_INVALID


@pytest.mark.parametrize("field", ["card_id", "number", "nonce"])
def test_a_request_changed_after_signing(world: World, field: str) -> None:
    signed = ask(world)
    asked = signed.request
    changed = {
        "card_id": dataclasses.replace(asked, card_id="0"),
        "number": dataclasses.replace(asked, number="0123456789"),
        "nonce": dataclasses.replace(asked, nonce=world.centre.nonce()),
    }
    signed = dataclasses.replace(signed, request=changed[field])
    assert refusal(lambda: world.centre.reserve(signed)) is Refusal.SIGNATURE_INVALID


def test_somebody_elses_certificate_with_an_own_signature(world: World) -> None:
    theirs = reader_of(world.others_card, PASSWORD, OTHERS_PASSWORD).certificate(PASSWORD)
    signed = dataclasses.replace(ask(world), certificate=theirs)
    assert refusal(lambda: world.centre.reserve(signed)) is Refusal.SIGNATURE_INVALID


def test_a_request_counts_once(world: World) -> None:
    signed = ask(world)
    assert refusal(lambda: world.centre.reserve(signed)) is None
    before = world.centre.snapshot()
    assert refusal(lambda: world.centre.reserve(signed)) is Refusal.STALE_REQUEST
    assert world.centre.snapshot() == before


def test_a_nonce_of_ones_own_making(world: World) -> None:
    reader = reader_of(world.card)
    request = Request(PIN, reader.card_id(), "00" * 16)
    signature = reader.sign(PASSWORD, request.signed_bytes())
    signed = SignedRequest(request, reader.certificate(PASSWORD), signature)
    assert refusal(lambda: world.centre.reserve(signed)) is Refusal.STALE_REQUEST


@pytest.mark.parametrize("call", ["nonce", "standing_of", "reserve", "check", "prepare", "confirm"])
def test_out_of_reach_nothing_happens(world: World, call: str) -> None:
    number = world.centre.reserve(ask(world)).number
    signed = ask(world, number=number)
    card_id, line = signed.request.card_id, world.line
    calls: dict[str, Callable[[], object]] = {
        "nonce": line.nonce,
        "standing_of": partial(line.standing_of, signed.certificate, PASSWORD),
        "reserve": partial(line.reserve, signed),
        "check": partial(line.check, number, card_id),
        "prepare": partial(line.prepare, signed),
        "confirm": partial(line.confirm, number, card_id),
    }
    before = world.centre.snapshot()
    line.be_reachable(False)
    with pytest.raises(CentreUnreachable):
        calls[call]()
    assert world.centre.snapshot() == before


def test_the_line_goes_down_at_a_call(world: World) -> None:
    world.line.arrange(LineFault(Trouble.DOWN, "reserve"))
    reader = reader_of(world.card)
    signed = sign_request(reader, world.line, PIN)
    with pytest.raises(CentreUnreachable):
        world.line.reserve(signed)
    with pytest.raises(CentreUnreachable):
        world.line.nonce()
    world.line.be_reachable(True)
    assert world.line.reserve(signed).standing is Standing.ISSUED
