"""Checkpoints: refused whole, with the reason, unless they are this project's own."""

import hashlib
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reports import files
from runner.exploring import checkpoint, digests
from runner.exploring.acts import COUNTER
from runner.exploring.checkpoint import MAGIC, BadCheckpoint
from runner.exploring.engine import Engine
from runner.exploring.numbered import Numbered
from runner.exploring.space import Space
from runner.exploring.survey import explored
from tests.exploring.conftest import Begin
from tests.exploring.searches import search

NAME = "reset-done-counter"
HEAD = len(MAGIC) + 2 * checkpoint.DIGEST

Edit = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def octets(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What is kept of a small search that has come to its end."""
    task = search(directory=tmp_path_factory.mktemp("kept"))
    explored(task)
    assert task.name == NAME
    assert task.file is not None
    return task.file.read_bytes()


@pytest.fixture
def fresh(begin: Begin) -> Engine:
    """One that has only begun."""
    return begin("reset-done", 1, (COUNTER,), False)


@pytest.fixture
def file(octets: bytes, tmp_path: Path) -> Path:
    """The same in a file."""
    made = tmp_path / "kept"
    made.write_bytes(octets)
    return made


def test_what_was_kept_comes_back(file: Path, fresh: Engine, begin: Begin) -> None:
    assert checkpoint.load(file, fresh, NAME)
    engine = begin("reset-done", 10_000, (COUNTER,), False)
    assert fresh.space == engine.space
    assert digests.of_states(fresh) == digests.of_states(engine)


def test_nothing_was_kept(fresh: Engine, tmp_path: Path) -> None:
    assert not checkpoint.load(tmp_path / "none", fresh, NAME)
    checkpoint.look_at(tmp_path / "none", NAME)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda octets: b"", "not a checkpoint"),
        (lambda octets: b"PK\x03\x04" + octets, "not a checkpoint"),
        (lambda octets: octets.replace(b"explore 1", b"explore 2"), "not a checkpoint"),
        (lambda octets: octets[: len(MAGIC)], "cut short"),
        (lambda octets: octets[: len(octets) // 2], "cut short"),
        (lambda octets: octets[:-1], "cut short"),
        (lambda octets: octets + b"\0", "cut short"),
        (lambda octets: octets[:HEAD] + b"X" + octets[HEAD + 1 :], "damaged"),
        (lambda octets: octets[:-50] + bytes([octets[-50] ^ 1]) + octets[-49:], "damaged"),
        (lambda octets: MAGIC + b"\0" * 32 + octets[len(MAGIC) + 32 :], "fakes were changed"),
        (lambda octets: signed(b"usable-kiosk\n" + octets[HEAD:]), "another search"),
        (lambda octets: signed(b"no end of line"), "another search"),
        (lambda octets: signed(f"{NAME}\n".encode() + b"no pickle"), "no checkpoint holds"),
        (lambda octets: signed(f"{NAME}\n".encode()), "no checkpoint holds"),
    ],
)
def test_a_file_that_is_refused(edit: Edit, said: str, file: Path, fresh: Engine) -> None:
    states = list(fresh.space.states)
    octets = edit(file.read_bytes())
    file.write_bytes(octets)
    with pytest.raises(BadCheckpoint, match=said) as refused:
        checkpoint.load(file, fresh, NAME)
    assert str(refused.value).startswith(f"{file}: ")
    assert "\n" not in str(refused.value)
    assert file.read_bytes() == octets
    assert fresh.space.states == states


def test_any_byte_counts(file: Path, octets: bytes) -> None:
    for place in range(0, len(octets), 97):
        other = bytearray(octets)
        other[place] ^= 0x10
        file.write_bytes(other)
        with pytest.raises(BadCheckpoint):
            checkpoint.look_at(file, NAME)


def test_a_directory_in_place_of_the_file(fresh: Engine, tmp_path: Path) -> None:
    with pytest.raises(BadCheckpoint, match="cannot be read"):
        checkpoint.load(tmp_path, fresh, NAME)


def signed(body: bytes) -> bytes:
    """A file that is whole and of this edition, whatever it holds."""
    return MAGIC + checkpoint.edition() + hashlib.sha256(body).digest() + body


def kept(tables: Any) -> bytes:
    """A whole file that holds this."""
    return signed(f"{NAME}\n".encode() + pickle.dumps(tables))


class Calls:
    """Asks whoever reads it to call something."""

    def __init__(self, what: Any, *arguments: Any) -> None:
        self.what, self.arguments = what, arguments

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return self.what, self.arguments


def named(module: str, name: str) -> bytes:
    """A pickle that asks for something by its name."""
    return f"c{module}\n{name}\n.".encode()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("builtins", "getattr"),
        ("pathlib", "Path"),
        ("reports.files", "write"),
        ("fakes.world", "World"),
        ("fakes.clock", "now"),
        ("fakes.card.card", "Card"),
        ("fakes.journal", "datetime"),
        ("runner.exploring.checkpoint", "Path"),
        ("runner.exploring.acts", "partial"),
        ("runner.exploring.engine", "Engine"),
        ("runner.exploring.survey", "explored"),
        ("runner.exploring.survey", "os.system"),
        ("fakes.nothing", "Nothing"),
    ],
)
def test_foreign_names_are_not_loaded(
    module: str, name: str, fresh: Engine, tmp_path: Path
) -> None:
    file = tmp_path / "kept"
    file.write_bytes(signed(f"{NAME}\n".encode() + named(module, name)))
    with pytest.raises(BadCheckpoint, match="no checkpoint holds"):
        checkpoint.load(file, fresh, NAME)


def test_nothing_is_called_by_a_file_from_elsewhere(fresh: Engine, tmp_path: Path) -> None:
    file, trace = tmp_path / "kept", tmp_path / "trace"
    file.write_bytes(kept({"space": Calls(open, str(trace), "w")}))
    with pytest.raises(BadCheckpoint):
        checkpoint.load(file, fresh, NAME)
    assert not trace.exists()


@pytest.mark.parametrize("tables", [None, [], {}, {"space": Space()}, {"shared": Numbered()}])
def test_tables_that_are_none(tables: Any, fresh: Engine, tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(kept(tables))
    space = fresh.space
    with pytest.raises(BadCheckpoint, match="no checkpoint holds"):
        checkpoint.load(file, fresh, NAME)
    assert fresh.space is space


def test_what_was_there_stays_when_it_cannot_be_written(
    fresh: Engine, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    octets = file.read_bytes()

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(files, "write", full)
    with pytest.raises(OSError, match="No space"):
        checkpoint.save(file, fresh, NAME)
    assert file.read_bytes() == octets


def test_a_change_of_the_fakes_is_another_edition(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "fakes").mkdir()
    source = tmp_path / "fakes" / "world.py"
    monkeypatch.setattr(checkpoint, "ROOT", tmp_path)
    editions = []
    for text in ("a = 1", "a = 2", "a = 1"):
        source.write_text(text, encoding="utf-8")
        checkpoint.edition.cache_clear()
        editions.append(checkpoint.edition())
    source.rename(source.with_name("people.py"))
    checkpoint.edition.cache_clear()
    editions.append(checkpoint.edition())
    checkpoint.edition.cache_clear()
    assert editions[0] == editions[2]
    assert len(set(editions)) == 3
