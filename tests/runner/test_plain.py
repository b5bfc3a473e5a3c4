"""The same features under pytest-bdd alone, with a binding of two lines: the same results."""

import re
import subprocess
import sys
from pathlib import Path

from pytest_bdd.scenario import make_python_name

ROOT = Path(__file__).parents[2]
BINDING = "from pytest_bdd import scenarios\nscenarios({features!r})\n"
PLAIN = ["-o", "addopts=", "-p", "no:faker", "-p", "no:hypothesispytest", "-p", "steps"]


def outcomes(*arguments: str) -> set[tuple[str, str]]:
    """Name and outcome of every scenario and row, by a run of its own."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rA", "-q", *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = re.findall(r"^(PASSED|FAILED) (.+?)(?: - .*)?$", result.stdout, flags=re.MULTILINE)
    assert lines, result.stdout + result.stderr
    return {(_bare_name(node_id), outcome) for outcome, node_id in lines}


def _bare_name(node_id: str) -> str:
    """The scenario as pytest-bdd names its test function, with its row."""
    name, bracket, row = node_id.partition("::")[2].partition("[")
    return make_python_name(name.removeprefix("test_")) + bracket + row


def test_both_ways_give_the_same_results(tmp_path: Path) -> None:
    binding = tmp_path / "test_binding.py"
    text = BINDING.format(features=str(ROOT / "features"))
    binding.write_text(text, encoding="utf-8")
    plain = outcomes(*PLAIN, "-c", str(ROOT / "pyproject.toml"), str(binding))
    ours = outcomes("features")
    assert len(ours) > 200
    assert plain == ours
