"""A run as it is kept: `run.json`, read, written and described.

`python -m reports.kept` writes the schema anew. Raise VERSION when readers of the file would break.
"""

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import msgspec

from reports.run import Act, Run

VERSION = 1
SCHEMA = Path(__file__).parent / "run.schema.json"


class BadRun(Exception):
    """A file is no `run.json`; the message says what, where, and what to do."""


def encode(run: Run) -> bytes:
    """Write a run as JSON."""
    return msgspec.json.encode(run)


def read(path: Path) -> Run:
    """Read a run; raises `BadRun` when the file is missing, is no run, or of another version."""
    try:
        octets = path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise BadRun(f"{path}: cannot be read ({reason}); make one with `tejun run`") from error
    try:
        run = msgspec.json.decode(octets, type=Run)
        _check(run)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise BadRun(_complaint(path, octets, error)) from error
    return run


def _check(run: Run) -> None:
    """Raise `ValueError` for what the types do not tell: moments, and places of screens."""
    for moment in (run.started, *([run.history.started] if run.history else [])):
        dt.datetime.fromisoformat(moment)
    for case in run.cases:
        for step in case.steps:
            for entry in step.entries:
                if isinstance(entry, Act):
                    last = max(entry.before, entry.after)
                    if last >= len(run.screens) or min(entry.before, entry.after) < 0:
                        raise ValueError(f"there is no screen {last}")


def _complaint(path: Path, octets: bytes, error: Exception) -> str:
    version = _version(octets)
    if version not in (None, VERSION):
        return (
            f"{path}: is of version {version}, and only version {VERSION} can be read here;"
            " make it anew with `tejun run`"
        )
    return f"{path}: is no run that tejun wrote ({error}); make one with `tejun run`"


def _version(octets: bytes) -> Any:
    try:
        return msgspec.json.decode(octets).get("version")
    except (msgspec.DecodeError, UnicodeDecodeError, AttributeError):
        return None


def schema() -> dict[str, Any]:
    """The JSON Schema of `run.json`."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    made = {"$schema": dialect, "title": "run.json of tejun", **msgspec.json.schema(Run)}
    for definition in made["$defs"].values():
        # Python 3.13 takes the indentation of docstrings away, older ones do not.
        definition["description"] = " ".join(definition.get("description", "").split())
    return made


if __name__ == "__main__":
    text = json.dumps(schema(), ensure_ascii=False, indent=2)
    SCHEMA.write_text(text + "\n", encoding="utf-8")
