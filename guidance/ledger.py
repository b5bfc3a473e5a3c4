"""The ledger of a guide: what a person has looked at, kept in git beside the features.

One entry a statement. It keeps no text unless asked: a fingerprint tells whether the statement is
still the same, a sketch of its characters which of the new ones has taken its place.
"""

import datetime as dt
import os
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from guidance.reading.octets import is_endless

VERSION = 1
FOLDER = Path(__file__).parent.parent / "features" / "reviews"

Verdict = Literal["no-impact", "scenarios-updated", "deferred"]
Print = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]


class BadLedger(Exception):
    """A file is no ledger of this guide; the message says what, where, and what to do."""


class Review(msgspec.Struct, frozen=True, omit_defaults=True):
    """That somebody has looked: who, on which day, with what result, and why.

    `until` is the day up to which it is deferred; None for other verdicts.
    """

    by: str
    on: dt.date
    verdict: Verdict
    reason: str
    until: dt.date | None = None

    def holds(self, today: dt.date) -> bool:
        """Whether nothing has to be done today: no impact, or deferred to a day not yet passed."""
        deferred = self.verdict == "deferred" and not self.due(today)
        return deferred or self.verdict == "no-impact"

    def due(self, today: dt.date) -> bool:
        """Whether it was deferred, and the day has passed."""
        return self.verdict == "deferred" and (self.until is None or self.until < today)


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One statement as it was reviewed.

    `fingerprint` is that of its normal form, `exact` that of its characters, `context` that of what
    stands over and before it; `sketch` are 64 bits that stay alike when it is reworded. `facts` is
    what it stated: claims with values, acts of steps. `findings` are the errors and warnings that
    it had, and that were so looked at. `tenor` says of a statement without facts whether it allows
    or denies. `signs` are its figures, the labels it quotes and its denials, understood or not;
    `names` the people and places that it names, and fingerprints of its other nouns. Both are None in
    a ledger from before they were kept.
    """

    fingerprint: Print
    exact: Print
    sketch: Print
    context: Print
    facts: list[str]
    review: Review
    findings: list[str] = []
    tenor: str = ""
    text: str = ""
    signs: list[str] | None = None
    names: list[str] | None = None


class Ledger(msgspec.Struct, frozen=True):
    """All statements of one guide, in its order."""

    version: int
    guide: str
    entries: list[Entry]


def place_of(name: str, folder: Path | None = None) -> Path:
    """Where the ledger of a guide lies unless another is named."""
    return (folder or FOLDER) / f"{Path(name).stem}.json"


def read(path: Path) -> Ledger:
    """Read a ledger; raises `BadLedger`."""
    try:
        # Before opening: a pipe would wait for somebody to write, and a device might never end.
        if is_endless(path):
            raise BadLedger(f"{path}: is a pipe or a device; name a file with --ledger")
        octets = path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise BadLedger(
            f"{path}: cannot be read ({reason}); make one with `tejun review`"
        ) from None
    try:
        ledger = msgspec.json.decode(octets, type=Ledger)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        _refuse_version(path, _version(octets))
        complaint = f"{path}: is no ledger, or cut short ({error}); restore it from git"
        raise BadLedger(complaint) from None
    _refuse_version(path, ledger.version)
    return ledger


def _plain(value: object) -> str:
    """A day of a clock that stands still is of another type than its author knows."""
    if isinstance(value, dt.date):
        return value.isoformat()
    raise NotImplementedError(f"no way to write {value!r}")


def encode(ledger: Ledger) -> bytes:
    """Write a ledger so that a change of one entry is a change of a few lines."""
    return msgspec.json.format(msgspec.json.encode(ledger, enc_hook=_plain), indent=1) + b"\n"


class _AnyVersion(msgspec.Struct):
    version: int


def _version(octets: bytes) -> int:
    """The version that a file gives itself; the one that can be read when it gives none."""
    try:
        return msgspec.json.decode(octets, type=_AnyVersion).version
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return VERSION


def _refuse_version(path: Path, version: int) -> None:
    if version != VERSION:
        raise BadLedger(
            f"{path}: is a ledger of version {version}, and only version {VERSION} can be read"
            " here; make it anew with `tejun review`"
        )
