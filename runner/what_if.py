"""What becomes of the scenarios when the procedure is another: the features, run under it.

For programs: pytest runs in a process of its own, nothing is printed, and what became of each
scenario comes back as a value. `runner.what_if_session` is the other end.
"""

import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fakes.policy import Policy

ROOT = Path(__file__).parents[1]
UNCHANGED = "(unchanged)"
"""The name of the policy as it is, under which every scenario runs that runs at all."""

PASSED = "passed"


class WhatIfFailed(Exception):
    """The features could not be run; the message is what pytest said."""


@dataclass(frozen=True)
class Variant:
    """A procedure to try, under a name of its own.

    `tags` restricts it to scenarios that bear one of them; None takes them all.
    """

    name: str
    policy: Policy
    tags: frozenset[str] | None = None

    def takes(self, tags: Iterable[str]) -> bool:
        """Whether a scenario that bears these tags is to be tried."""
        return self.tags is None or not self.tags.isdisjoint(tags)


@dataclass(frozen=True)
class Run:
    """One run of a scenario, or of one row of an outline, under one policy.

    `path` is relative to the project, `line` that of the scenario (from 1). `row` is the row's
    values joined by "-" (empty without one), `index` counts the rows from 0. `policy` is the
    variant's name. `outcome` is `PASSED`, or the name of the exception that it failed with;
    `message` is then that one's first line, and `step` and `step_line` say where it failed (empty
    and 0 outside of steps).
    """

    path: str
    line: int
    scenario: str
    row: str
    index: int
    policy: str
    outcome: str
    message: str = ""
    step: str = ""
    step_line: int = 0

    @property
    def passed(self) -> bool:
        """Whether it passed."""
        return self.outcome == PASSED

    @property
    def case(self) -> tuple[str, int, int]:
        """What was run, whatever the policy."""
        return self.path, self.line, self.index


def outcomes(variants: Sequence[Variant], root: Path = ROOT) -> list[Run]:
    """Run the features under each variant, and what any of them takes under the policy as it is.

    The runs come in the order of the features, each scenario's together, `UNCHANGED` first. Raises
    `WhatIfFailed` when pytest breaks or a feature cannot be read.
    """
    names = [UNCHANGED, *(variant.name for variant in variants)]
    if len(set(names)) < len(names):
        raise ValueError(f"each variant needs a name of its own, and not {UNCHANGED}: {names[1:]}")
    if not variants:
        return []
    with tempfile.TemporaryDirectory(prefix="tejun-") as folder:
        asked, told = Path(folder, "asked"), Path(folder, "told")
        asked.write_bytes(pickle.dumps(list(variants)))
        _run_pytest(root, asked, told)
        return [Run(**run) for run in json.loads(told.read_bytes())]


def differences(runs: Iterable[Run], name: str) -> list[tuple[Run, Run]]:
    """The runs that pass or fail otherwise under a variant than as it is: (as it is, under it)."""
    known = list(runs)
    unchanged = {run.case: run for run in known if run.policy == UNCHANGED}
    pairs = [(unchanged[run.case], run) for run in known if run.policy == name]
    return [(before, after) for before, after in pairs if before.passed is not after.passed]


def _run_pytest(root: Path, asked: Path, told: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "features",
        "-q",
        "--tb=no",
        "-p",
        "no:cacheprovider",
    ]
    command += [f"--rootdir={root}", f"--config-file={root / 'pyproject.toml'}"]
    command += ["-p", "runner.what_if_session", "--what-if", str(asked), "--told", str(told)]
    # Somebody's options for pytest are meant for their own runs.
    environment = {name: text for name, text in os.environ.items() if name != "PYTEST_ADDOPTS"}
    paths = filter(None, [str(root), os.environ.get("PYTHONPATH")])
    environment |= {"PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run(
        command,
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if not told.exists():
        raise WhatIfFailed((done.stdout + done.stderr).strip() or f"pytest: {done.returncode}")
