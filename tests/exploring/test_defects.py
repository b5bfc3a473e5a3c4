"""Exploration finds every one of ten defects, and nothing in the fakes as they are."""

import dataclasses

import pytest

from fakes.watching.invariants import Invariant
from runner.exploring.survey import Finding, Limits, Task, explored, tasks
from tests.exploring.defects import DEFECTS, Defect

STATES = 15_000
"""At most, in the one search that each test does."""

SEARCHES = {task.name: task for task in tasks(Limits(STATES), faults=True, directory=None)}


def found(search: Task) -> list[Finding]:
    """What a search comes upon until it has come upon something."""
    whole = dataclasses.replace(search, limits=Limits(STATES))
    part = explored(whole, until=lambda space: bool(space.breaches or space.stuck))
    return [*part.breaches, *part.dead_ends]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_defect_is_found(defect: Defect, monkeypatch: pytest.MonkeyPatch) -> None:
    defect.seed(monkeypatch)
    findings = found(SEARCHES[defect.search])
    told = [finding for finding in findings if defect.tells in finding.what]
    assert told, findings
    assert all(finding.way for finding in told)


def test_each_invariant_has_a_defect() -> None:
    assert {defect.breaks for defect in DEFECTS} == {None, *Invariant}


@pytest.mark.parametrize("search", sorted({defect.search for defect in DEFECTS}))
def test_without_a_defect_nothing_is_found(search: str) -> None:
    smaller = dataclasses.replace(SEARCHES[search], limits=Limits(2_000))
    part = explored(smaller)
    assert len(part.states) >= 2_000
    assert (part.breaches, part.dead_ends) == ((), ())
