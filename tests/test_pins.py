"""Every fact of the policy is pinned: a scenario that carries its name as a tag fails without it.

So the tags say what a change of a fact would break, and no fact can be moved unnoticed.
"""

from collections import defaultdict

import pytest

from runner.what_if import UNCHANGED, Run, Variant, outcomes
from tests.policy_changes import FIELDS, changed, changes

NOTICED = {"AssertionError", "ScenarioMistake"}
"""A look that shows something else, or a person who cannot do what the scenario says.

Any other failure is one of the fakes, and says nothing.
"""

CHANGES = {
    f"{field} {number}": (field, value)
    for field in FIELDS
    for number, value in enumerate(changes(field))
}


@pytest.fixture(scope="module")
def runs() -> list[Run]:
    """What becomes of the pinning scenarios when the policy changes."""
    return outcomes(
        [
            Variant(name, changed(field, value), frozenset({field}))
            for name, (field, value) in CHANGES.items()
        ]
    )


def changes_of(field: str) -> dict[str, object]:
    """The changes of one field, by the names under which they are tried."""
    return {name: value for name, (changed, value) in CHANGES.items() if changed == field}


@pytest.mark.parametrize("field", FIELDS)
def test_every_change_of_a_fact_is_noticed(runs: list[Run], field: str) -> None:
    noticed = {run.policy for run in runs if run.outcome in NOTICED}
    unnoticed = [value for name, value in changes_of(field).items() if name not in noticed]
    assert unnoticed == [], f"no scenario tagged @{field} fails with these values"


@pytest.mark.parametrize("field", FIELDS)
def test_every_scenario_with_the_name_of_a_fact_pins_it(runs: list[Run], field: str) -> None:
    tried = changes_of(field)
    found = defaultdict(set)
    for run in runs:
        if run.policy in tried:
            found[run.scenario].add(run.outcome)
    assert found, f"no scenario is tagged @{field}"
    idle = [name for name, each in found.items() if not each & NOTICED]
    assert idle == [], f"tagged @{field}, but with none of {tried.values()} do they fail"


def test_without_a_change_they_pass(runs: list[Run]) -> None:
    unchanged = [run for run in runs if run.policy == UNCHANGED]
    assert unchanged
    assert [run for run in unchanged if not run.passed] == []
