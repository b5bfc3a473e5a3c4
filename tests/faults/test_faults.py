"""Whatever goes wrong, once, at any point of any journey: one can go on, and nothing breaks."""

from pathlib import Path

import pytest

from tests.faults.journeys import ROOT, Journey
from tests.faults.points import Kind
from tests.faults.runs import Runs

FEATURES = sorted(path.name for path in Path(ROOT, "features").glob("*.feature"))
TOLD = 3
"""So many findings are enough to begin with."""


@pytest.mark.parametrize("feature", FEATURES)
def test_at_every_point_one_can_go_on(journeys: list[Journey], runs: Runs, feature: str) -> None:
    found = list(runs.run(each for each in journeys if each.feature == feature))
    told = "\n".join(finding.describe() for finding in found[:TOLD])
    assert not found, f"{len(found)} findings, such as\n{told}"


def test_every_feature_makes_journeys(journeys: list[Journey]) -> None:
    assert sorted({journey.feature for journey in journeys}) == FEATURES


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_points(journeys: list[Journey], runs: Runs, kind: Kind) -> None:
    tally = runs.tally(journeys)
    assert tally.all[kind] >= tally.distinct[kind] > 0
