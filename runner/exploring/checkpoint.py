"""Keeping an exploration, so that it can be taken up again where it stopped.

A file holds one start's tables. Cards and certificates go by name and by their octets; nothing
but values of this project is read back, so that a file from elsewhere can do no harm.
"""

import dataclasses
import hashlib
import io
import pickle
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from fakes.card.card import Card
from reports import files
from runner.exploring.engine import Engine
from runner.exploring.numbered import Numbered

ROOT = Path(__file__).parents[2]
SOURCES = ("fakes/**/*.py", "fakes/keys/*.pem", "runner/exploring/*.py", "steps/as_of.py")
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
    sources = [each for kind in SOURCES for each in ROOT.glob(kind)]
    digest = hashlib.sha256()
    for source in sorted(sources):
        digest.update(source.relative_to(ROOT).as_posix().encode() + source.read_bytes())
    return digest.digest()


def save(path: Path, engine: Engine, options: str) -> None:
    """Write what an engine has reached. Raises `OSError`; what was there before then stays."""
    content = io.BytesIO()
    _Pickler(content, engine).dump(engine.tables())
    body = options.encode() + b"\n" + content.getvalue()
    digest = hashlib.sha256(body).digest()
    files.write(path, MAGIC + edition() + digest + body)


def look_at(path: Path, options: str) -> None:
    """Find out, before any work, whether what is kept can be taken up. Raises `BadCheckpoint`."""
    _kept(path, options)


def load(path: Path, engine: Engine, options: str) -> bool:
    """Give an engine back what it had reached; False when nothing was kept.

    Raises `BadCheckpoint`.
    """
    content = _kept(path, options)
    if content is None:
        return False
    try:
        engine.take_up(_Unpickler(io.BytesIO(content), engine).load())
    except Exception:  # whoever made the file may have written anything
        raise BadCheckpoint(f"{path}: holds what no checkpoint holds; delete it") from None
    return True


def _kept(path: Path, options: str) -> bytes | None:
    """The tables that a file holds; None when there is no file."""
    try:
        octets = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadCheckpoint(
            f"{path}: cannot be read ({error.strerror}); name another directory"
        ) from None
    asked, _, content = _checked(path, octets).partition(b"\n")
    if asked != options.encode():
        raise BadCheckpoint(f"{path}: kept of another search; name another directory")
    return content


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
        """Classes of values of this project, and the few outside of it that they are made of."""
        if (module_name, global_name) in OUTSIDE:
            return super().find_class(module_name, global_name)
        if module_name.partition(".")[0] in ("fakes", "runner") and "." not in global_name:
            found = super().find_class(module_name, global_name)
            if _is_of_values(found) and found.__module__ == module_name:
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name}")


def _is_of_values(found: object) -> bool:
    """Whether this is a class that nothing but values are made of: no world, no device."""
    if not isinstance(found, type):
        return False
    return dataclasses.is_dataclass(found) or issubclass(found, (Enum, Numbered))
