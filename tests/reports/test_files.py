"""Files are written whole or not at all."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reports import files, software


def test_what_was_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "run.json"
    files.write(path, "before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        files.write(path, "after")
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_can_be_read_by_whom_the_umask_allows(tmp_path: Path) -> None:
    files.write(tmp_path / "new" / "a", "text")
    (tmp_path / "b").write_text("text", encoding="utf-8")
    assert (tmp_path / "new" / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_lone_surrogates_are_replaced(tmp_path: Path) -> None:
    files.write(tmp_path / "a", "x\ud800y")
    assert (tmp_path / "a").read_bytes() == b"x?y"


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_run_names_its_revision(tmp_path: Path) -> None:
    assert "revision" not in software.versions(tmp_path)
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "one"]):
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
        subprocess.run(["git", "-C", str(tmp_path), *identity, *command], check=True)
    assert len(software.versions(tmp_path)["revision"]) >= 7
    assert {"Python", "pytest", "pytest-bdd"} <= set(software.versions(tmp_path))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_device_is_written_to_and_stays_one() -> None:
    with pytest.raises(OSError, match="No space left"):
        files.write(Path("/dev/full"), "x")
    assert Path("/dev/full").is_char_device()
