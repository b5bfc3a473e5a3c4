"""Runs pytest with everything that makes it `tejun run`.

Nothing but pytest is imported before it starts: it wants to load its plugins itself.
"""

import contextlib
import datetime as dt
import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import pytest

from reports import files
from reports.places import DOCUMENT, FOLDER, ROOT, Asked

STATUS = {
    pytest.ExitCode.OK: 0,
    pytest.ExitCode.TESTS_FAILED: 1,
    pytest.ExitCode.INTERRUPTED: 130,
    pytest.ExitCode.INTERNAL_ERROR: 1,
    pytest.ExitCode.USAGE_ERROR: 2,
    pytest.ExitCode.NO_TESTS_COLLECTED: 1,
}

CONFTEST = "while loading conftest"
"""A conftest.py that cannot be imported is a wrong usage to pytest; to a reader it is a crash."""


class Echo(io.StringIO):
    """Passes on what is written, and remembers it."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def write(self, text: str) -> int:
        """Write here and there."""
        self._stream.write(text)
        return super().write(text)

    def flush(self) -> None:
        """Let the other side show it."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Whether the other side is a terminal."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """Where the other side writes."""
        return self._stream.fileno()


def run(arguments: Sequence[str]) -> int:
    """Run the features; returns the exit status of the command."""
    started = dt.datetime.now().astimezone()
    folder = _folder(arguments)
    asked = Asked(arguments)
    errors = Echo(sys.stderr)
    try:
        with contextlib.redirect_stderr(errors):
            status = pytest.main([*_always(folder), *arguments], plugins=[asked])
    except Exception as error:
        print(f"tejun: the run broke off: {error}", file=sys.stderr)
        return _tell(folder, started, traceback.format_exc())
    if not asked.begun and (
        status == pytest.ExitCode.INTERNAL_ERROR or CONFTEST in errors.getvalue()
    ):
        return _tell(folder, started, errors.getvalue())
    return STATUS[pytest.ExitCode(status)]


def _always(folder: Path) -> list[str]:
    return [
        *("-q", "--no-header", "--tb=short", "--lint-features=before"),
        *("-p", "reports.plugin"),
        f"--rootdir={ROOT}",
        f"--config-file={ROOT / 'pyproject.toml'}",
        f"--reports={folder}",
        f"--junitxml={folder / 'junit.xml'}",
        f"--cucumberjson={folder / 'cucumber.json'}",
    ]


def _folder(arguments: Sequence[str]) -> Path:
    """Where the reports go, asked for as `--reports DIR` or `--reports=DIR`."""
    for number, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--reports":
            following = arguments[number + 1 : number + 2]
            return Path(value if equals else (following or ["."])[0]).absolute()
    return Path(os.path.relpath(ROOT / FOLDER))


def _tell(folder: Path, started: dt.datetime, why: str) -> int:
    """Let the document say why nothing ran."""
    from reports import document

    try:
        files.write(folder / DOCUMENT, document.crashed(started, why))
    except OSError as error:
        print(f"tejun: {folder / DOCUMENT}: cannot be written ({error.strerror})", file=sys.stderr)
    return 1
