"""Every journey that the features make: each act of each scenario, with the world before it."""

import datetime as dt
import os
import pickle
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from fakes.card.card import Card
from fakes.certificates import parse_certificate
from fakes.world import World, WorldState
from tests.recording import Step

ROOT = Path(__file__).parents[2]
SEED = "faults"
"""All journeys are made in worlds of one seed: what is equal in two of them is equal by value."""


@dataclass(frozen=True)
class Place:
    """A place in a journey: the world and the moment, before a step or at the end."""

    state: WorldState
    moment: dt.datetime


@dataclass(frozen=True)
class Journey:
    """What one run of a scenario did: `befores` are the places before its steps, then the end."""

    feature: str
    name: str
    befores: tuple[Place, ...]
    steps: tuple[Step, ...]


class CannotRecord(Exception):
    """The features did not pass; the message is what pytest said."""


class _Pickler(pickle.Pickler):
    """Cards go by name: those of the reading world take their place."""

    def __init__(self, file: BinaryIO, world: World) -> None:
        super().__init__(file, protocol=5)
        self._world = world

    def persistent_id(self, obj: Any) -> str | None:
        """The name of a card."""
        if not isinstance(obj, Card):
            return None
        return "card" if obj is self._world.card else "others_card"

    def reducer_override(self, obj: Any) -> Any:
        """A certificate, of a message that is still under way, goes as its octets."""
        if isinstance(obj, x509.Certificate):
            return parse_certificate, (obj.public_bytes(Encoding.DER),)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Reads journeys as those of a world."""

    def __init__(self, file: BinaryIO, world: World) -> None:
        super().__init__(file)
        self._world = world

    def persistent_load(self, pid: Any) -> Any:
        """The card of a name."""
        return getattr(self._world, pid)


def write(journeys: list[Journey], world: World, path: Path) -> None:
    """Write the journeys that were made in a world."""
    with path.open("wb") as file:
        _Pickler(file, world).dump(journeys)


def journeys(world: World) -> list[Journey]:
    """Run all features, and return what their scenarios do, as journeys of this world.

    It must be a fresh one of the seed `SEED`; raises `CannotRecord`.
    """
    start = world.snapshot()
    with tempfile.TemporaryDirectory(prefix="tejun-") as folder:
        told = Path(folder, "journeys")
        _run_pytest(told)
        with told.open("rb") as file:
            made: list[Journey] = _Unpickler(file, world).load()
    world.restore(start)
    return made


def _run_pytest(told: Path) -> None:
    command = [sys.executable, "-m", "pytest", "features", "-q", "--tb=short"]
    command += [f"--rootdir={ROOT}", f"--config-file={ROOT / 'pyproject.toml'}"]
    command += ["-p", "no:cacheprovider", "-p", "tests.faults.session", "--journeys", str(told)]
    # Somebody's options for pytest are meant for their own runs.
    environment = {name: text for name, text in os.environ.items() if name != "PYTEST_ADDOPTS"}
    environment |= {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0 or not told.exists():
        raise CannotRecord((done.stdout + done.stderr).strip())
