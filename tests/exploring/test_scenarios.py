"""The invariants are checked in scenarios too: a defect fails them, and the message can be read."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from fakes.watching.invariants import Invariant
from tests.copies import ROOT
from tests.exploring.defects import DEFECTS

NAMED = {defect.name: defect for defect in DEFECTS}
SEED = """\
import pytest
from tests.exploring.defects import DEFECTS

def pytest_configure(config):
    patch = pytest.MonkeyPatch()
    (defect,) = (each for each in DEFECTS if each.name == {name!r})
    defect.seed(patch)
"""


@pytest.mark.parametrize("name", ["tries-stay-spent", "kiosk-asks-nobody", "screen-tells"])
def test_a_scenario_fails_when_an_invariant_breaks(name: str, tmp_path: Path) -> None:
    (tmp_path / "seeded.py").write_text(SEED.format(name=name), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "features/04_kiosk.feature"]
    command += ["features/01_lock.feature", "-xq", "-p", "seeded", "-p", "no:cacheprovider"]
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stderr
    invariant = NAMED[name].breaks
    assert isinstance(invariant, Invariant)
    said = f"{invariant.words.ja} ({invariant.words.en}): "
    assert said in done.stdout
    after = done.stdout[done.stdout.index(said) :]
    assert re.search(r"^features/0\w+\.feature:\d+$", after, re.MULTILINE)
    assert "失敗したステップ" in after
    assert "ここまでの道のり" in after
    assert "Traceback" not in done.stdout
