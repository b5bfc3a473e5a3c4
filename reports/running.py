"""Runs pytest with everything that makes it `tejun run`.

Nothing but pytest is imported before it starts: it wants to load its plugins itself.
"""

import contextlib
import datetime as dt
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

import pytest

from reports import crash
from reports.places import CUCUMBER, FOLDER, JUNIT, ROOT, Asked

STATUS = {
    pytest.ExitCode.OK: 0,
    pytest.ExitCode.TESTS_FAILED: 1,
    pytest.ExitCode.INTERRUPTED: 130,
    pytest.ExitCode.INTERNAL_ERROR: 1,
    pytest.ExitCode.USAGE_ERROR: 2,
    pytest.ExitCode.NO_TESTS_COLLECTED: 2,
}

CONFTEST = "while loading conftest"
"""A conftest.py that cannot be imported is a wrong usage to pytest; to a reader it is a crash."""


class Outlet:
    """A standard stream that does not mind when nobody reads on, and remembers what was written.

    `tejun run | head` must not stop the run, nor call it a crash.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.text = ""

    def write(self, text: str) -> int:
        """Write, if somebody reads."""
        self.text += text
        with contextlib.suppress(BrokenPipeError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Let it be read, if somebody reads."""
        with contextlib.suppress(BrokenPipeError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def run(arguments: Sequence[str]) -> int:
    """Run the features; returns the exit status of the command."""
    started = dt.datetime.now().astimezone()
    folder = _folder(arguments)
    if folder is None:
        print("tejun: --reports names no folder; name one, or leave it out", file=sys.stderr)
        return 2
    asked = Asked(arguments)
    output, errors = Outlet(sys.stdout), Outlet(sys.stderr)
    given = [_from_the_root(argument) for argument in arguments]
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            status = pytest.main([*_always(folder), *given], plugins=[asked])
    except KeyboardInterrupt:
        print("\ntejun: interrupted", file=sys.stderr)
        return 130
    except Exception as error:
        print(f"tejun: the run broke off: {error}", file=sys.stderr)
        return crash.tell(folder, started, traceback.format_exc())
    begun = asked.begun or status != pytest.ExitCode.INTERNAL_ERROR
    if not begun or CONFTEST in errors.text:
        return crash.tell(folder, started, errors.text)
    return STATUS[pytest.ExitCode(status)]


def _from_the_root(argument: str) -> str:
    """A feature that is not there, seen from here, is looked for in the project."""
    path = argument.partition("::")[0]
    if path.endswith(".feature") and not Path(path).exists() and (ROOT / path).exists():
        return str(ROOT / argument)
    return argument


def _always(folder: Path) -> list[str]:
    return [
        *("-q", "--no-header", "--tb=short", "--lint-features=before"),
        *("-p", "reports.plugin"),
        f"--rootdir={ROOT}",
        f"--config-file={ROOT / 'pyproject.toml'}",
        f"--reports={folder}",
        f"--junitxml={folder / JUNIT}",
        f"--cucumberjson={folder / CUCUMBER}",
    ]


def _folder(arguments: Sequence[str]) -> Path | None:
    """Where the reports go, asked for as `--reports DIR` or `--reports=DIR`; None for nowhere."""
    for number, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--reports":
            named = value if equals else "".join(arguments[number + 1 : number + 2])
            return Path(named).absolute() if named else None
    return Path(os.path.relpath(ROOT / FOLDER))
