"""Keeping an exploration, so that it can be taken up again where it stopped.

A file holds one start's tables. Cards and certificates go by name and by their octets; nothing
but values of this project is read back, so that a file from elsewhere can do no harm.
"""

import hashlib
import io
import pickle
from functools import cache
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from fakes.card.card import Card
from reports import files
from runner.exploring.engine import Engine

ROOT = Path(__file__).parents[2]
MAGIC = b"tejun explore 1\n"
DIGEST = 32
OUTSIDE = {
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("array", "_array_reconstructor"),
    ("array", "array"),
    ("builtins", "frozenset"),
    ("freezegun.api", "FakeDate"),
    ("freezegun.api", "FakeDatetime"),
}
"""What is read back besides values of `fakes` and `runner`."""


class BadCheckpoint(Exception):
    """A checkpoint that cannot be taken up; the message says why and what to do."""


@cache
def edition() -> bytes:
    """A digest of the fakes and of the exploration: other ones do not take a checkpoint up."""
    sources = sorted([*ROOT.glob("fakes/**/*.py"), *ROOT.glob("runner/exploring/*.py")])
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode() + source.read_bytes())
    return digest.digest()


def save(path: Path, engine: Engine, options: str) -> None:
    """Write what an engine has reached. Raises `OSError`; what was there before then stays."""
    content = io.BytesIO()
    _Pickler(content, engine).dump(engine.tables())
    body = options.encode() + b"\n" + content.getvalue()
    digest = hashlib.sha256(body).digest()
    files.write(path, MAGIC + edition() + digest + body)


def load(path: Path, engine: Engine, options: str) -> bool:
    """Give an engine back what it had reached; False when nothing was kept.

    Raises `BadCheckpoint`.
    """
    try:
        octets = path.read_bytes()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise BadCheckpoint(f"{path}: cannot be read ({error.strerror})") from None
    body = _checked(path, octets)
    asked, _, content = body.partition(b"\n")
    if asked != options.encode():
        raise BadCheckpoint(
            f"{path}: kept with other options; ask for the same, or name another directory"
        )
    engine.take_up(_Unpickler(io.BytesIO(content), engine).load())
    return True


def _checked(path: Path, octets: bytes) -> bytes:
    head, rest = octets[: len(MAGIC)], octets[len(MAGIC) :]
    if head != MAGIC:
        raise BadCheckpoint(f"{path}: not a checkpoint of tejun explore; name another directory")
    made, digest, body = rest[:DIGEST], rest[DIGEST : 2 * DIGEST], rest[2 * DIGEST :]
    if hashlib.sha256(body).digest() != digest:
        raise BadCheckpoint(f"{path}: cut short or damaged; delete it to begin anew")
    if made != edition():
        raise BadCheckpoint(f"{path}: made before the fakes were changed; delete it to begin anew")
    return body


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, engine: Engine) -> None:
        super().__init__(file, protocol=5)
        self._own = engine.world.card

    def persistent_id(self, obj: Any) -> Any:
        """Cards by whose they are, certificates by their octets."""
        if isinstance(obj, Card):
            return ("card", "own" if obj is self._own else "other")
        if isinstance(obj, x509.Certificate):
            return ("certificate", obj.public_bytes(Encoding.DER))
        return None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, engine: Engine) -> None:
        super().__init__(file)
        self._world = engine.world

    def persistent_load(self, pid: Any) -> Any:
        """The world's own cards, and certificates read anew."""
        kind, what = pid
        if kind == "certificate":
            return x509.load_der_x509_certificate(what)
        return self._world.card if what == "own" else self._world.others_card

    def find_class(self, module_name: str, global_name: str) -> Any:
        """Classes of values of this project only."""
        ours = module_name.partition(".")[0] in ("fakes", "runner") and "." not in global_name
        if ours or (module_name, global_name) in OUTSIDE:
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) or not ours:
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name}")
