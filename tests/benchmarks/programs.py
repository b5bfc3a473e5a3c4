"""The programs that are timed, each in a process of its own, and what their outputs say."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PATIENCE = 600.0
"""Seconds after which a program is given up; never a limit that a result is judged by."""

PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "features")
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "pytest-bdd": PYTEST,
    "behave": ("-m", "behave"),
    "direct": ("-m", "tests.benchmarks.direct"),
    "pytest --collect-only": (*PYTEST, "--collect-only"),
    "behave, none selected": ("-m", "behave", "--tags=@selects_nothing"),
    "import fakes.world": ("-c", "import fakes.world"),
    "python -c pass": ("-c", "pass"),
}


class BenchmarkError(Exception):
    """A program failed, or two that should do the same did not."""


class Count(NamedTuple):
    """How much a program says that it ran; None where it does not say."""

    scenarios: int | None = None
    steps: int | None = None


@dataclass(frozen=True)
class Run:
    """One run of a program."""

    seconds: float
    count: Count


def run(name: str, directory: Path) -> Run:
    """Run one of the programs; raises BenchmarkError when it fails or something in it did.

    `directory` is the stage for behave, and keeps everybody's compiled modules between the runs.
    """
    command = [sys.executable, *COMMANDS[name]]
    start = perf_counter()
    try:
        done = subprocess.run(
            command,
            cwd=directory if "behave" in command else ROOT,
            env=_environment(directory),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BenchmarkError(f"{name} did not end within {PATIENCE:.0f} s") from error
    seconds = perf_counter() - start
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise BenchmarkError(f"{name} failed with exit status {done.returncode}:\n{tail}")
    return _read(name, seconds, done.stdout)


def _environment(directory: Path) -> dict[str, str]:
    """The environment of this process, without what would give a runner other options."""
    ours = {
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "PYTHONPYCACHEPREFIX": str(directory / "bytecode"),
    }
    # Where bytecode is not written, pytest compiles and rewrites its plugins at every start.
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTEST_ADDOPTS", "PYTEST_PLUGINS", "BEHAVE_STAGE"}
    return {name: value for name, value in os.environ.items() if name not in dropped} | ours


def _read(name: str, seconds: float, output: str) -> Run:
    if name == "pytest-bdd":
        return Run(seconds, count_pytest(output))
    if name == "behave":
        return Run(seconds, count_behave(output))
    if name == "direct":
        told = json.loads(output)
        return Run(told["seconds"], Count(told["scenarios"], told["steps"]))
    return Run(seconds, Count())


def count_pytest(output: str) -> Count:
    """Read pytest's last line, such as `217 passed in 2.78s`."""
    last = output.strip().rpartition("\n")[2]
    outcomes = {word: int(count) for count, word in re.findall(r"(\d+) ([a-z]+)", last)}
    outcomes.pop("warning", None)
    outcomes.pop("warnings", None)
    if outcomes.keys() != {"passed"}:
        raise BenchmarkError(f"pytest-bdd did not pass every scenario: {last}")
    return Count(scenarios=outcomes["passed"])


def count_behave(output: str) -> Count:
    """Read behave's summary, such as `217 scenarios passed, 0 failed, 0 skipped`."""
    return Count(_behave_passed(output, "scenario"), _behave_passed(output, "step"))


def _behave_passed(output: str, what: str) -> int:
    line = re.search(rf"^(\d+) {what}s? passed(.*)$", output, re.MULTILINE)
    if line is None or re.search(r"[1-9]", line[2]):
        said = line[0] if line else "no summary"
        raise BenchmarkError(f"behave did not pass every {what}: {said}")
    return int(line[1])
