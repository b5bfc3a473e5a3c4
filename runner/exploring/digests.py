"""A state's digest: the same for equal states in every process and every run."""

import dataclasses
import datetime as dt
import hashlib
from array import array
from collections.abc import Sequence
from enum import Enum
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from fakes.card.card import Card
from fakes.purposes import Purpose
from runner.exploring.engine import Engine


def of_states(engine: Engine) -> "array[int]":
    """64 bits of a digest for every state reached."""
    tables: list[Sequence[object]] = [each.values for each in engine.devices]
    tables += [engine.shared.values, engine.moments.values]
    digests = [[_digest(_written(value)) for value in values] for values in tables]
    return array(
        "Q",
        [
            int.from_bytes(
                _digest(
                    b"".join(each[number] for each, number in zip(digests, state, strict=True))
                ),
                "big",
            )
            for state in engine.space.states
        ],
    )


def _digest(octets: bytes) -> bytes:
    return hashlib.blake2b(octets, digest_size=8).digest()


def _written(value: Any) -> bytes:
    """A value in octets, nothing of it left out, sets in order."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [_written(getattr(value, each.name)) for each in dataclasses.fields(value)]
        return _framed(type(value).__name__.encode(), *fields)
    if isinstance(value, Card):
        return _framed(b"card", value.key_name(Purpose.AUTHENTICATION).encode())
    if isinstance(value, Enum):
        return _framed(type(value).__name__.encode(), value.name.encode())
    if isinstance(value, frozenset):
        return _framed(b"set", *sorted(_written(each) for each in value))
    if isinstance(value, tuple):
        return _framed(b"tuple", *[_written(each) for each in value])
    if isinstance(value, x509.Certificate):
        return _framed(b"certificate", value.public_bytes(Encoding.DER))
    if isinstance(value, bytes):
        return _framed(b"bytes", value)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return _framed(b"time", value.isoformat().encode())
    if value is None or isinstance(value, str | int | bool):
        return _framed(type(value).__name__.encode(), str(value).encode())
    raise TypeError(f"no digest for {type(value).__name__}")


def _framed(*pieces: bytes) -> bytes:
    """Pieces with their lengths, so that no two lists of pieces give the same octets."""
    return b"".join(len(piece).to_bytes(4, "big") + piece for piece in pieces)
