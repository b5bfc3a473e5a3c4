"""Every fact of the policy is pinned: a scenario that carries its name as a tag fails without it.

So the tags say what a change of a fact would break, and no fact can be moved unnoticed.
"""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.pinning import PASSED, UNCHANGED, Run
from tests.policy_changes import FIELDS, changes

ROOT = Path(__file__).parent.parent

NOTICED = {"AssertionError", "ScenarioMistake"}
"""A look that shows something else, or a person who cannot do what the scenario says.

Any other failure is one of the fakes, and says nothing.
"""


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Run]:
    """What becomes of the pinning scenarios when the policy changes, by a session of their own."""
    out = tmp_path_factory.mktemp("pins") / "pins.json"
    command = [sys.executable, "-m", "pytest", "features", "-q", "-p", "no:cacheprovider"]
    command += ["-p", "tests.pinning", "--pins", str(out)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert out.exists(), result.stdout + result.stderr
    return [Run(**run) for run in json.loads(out.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("field", FIELDS)
def test_every_change_of_a_fact_is_noticed(runs: list[Run], field: str) -> None:
    noticed = {run.change for run in runs if run.field == field and run.outcome in NOTICED}
    unnoticed = [value for index, value in enumerate(changes(field)) if index not in noticed]
    assert unnoticed == [], f"no scenario tagged @{field} fails with these values"


@pytest.mark.parametrize("field", FIELDS)
def test_every_scenario_with_the_name_of_a_fact_pins_it(runs: list[Run], field: str) -> None:
    outcomes = defaultdict(set)
    for run in runs:
        if run.field == field:
            outcomes[run.scenario].add(run.outcome)
    assert outcomes, f"no scenario is tagged @{field}"
    idle = [name for name, each in outcomes.items() if not each & NOTICED]
    assert idle == [], f"tagged @{field}, but with none of {changes(field)} do they fail"


def test_without_a_change_they_pass(runs: list[Run]) -> None:
    unchanged = [run for run in runs if run.field == UNCHANGED]
    assert unchanged
    assert [run for run in unchanged if run.outcome != PASSED] == []
