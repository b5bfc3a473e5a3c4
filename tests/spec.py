"""The features as data, for the tests on the spec itself."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pytest_bdd.feature import get_features
from pytest_bdd.parser import Feature, ScenarioTemplate, Step

FEATURES = Path(__file__).parent.parent / "features"


@dataclass(frozen=True)
class Written:
    """A step as it is executed: an outline's step once for each row."""

    feature: Feature
    scenario: ScenarioTemplate
    step: Step

    @property
    def place(self) -> str:
        """Where the step stands, as file:line."""
        return f"{Path(self.feature.filename).name}:{self.step.line_number}"


@cache
def features() -> tuple[Feature, ...]:
    """All features, in the order of the guide."""
    return tuple(sorted(get_features([str(FEATURES)]), key=lambda feature: feature.filename))


def scenarios() -> list[tuple[Feature, ScenarioTemplate]]:
    """All scenarios with their feature."""
    return [(feature, each) for feature in features() for each in feature.scenarios.values()]


def tags(feature: Feature, scenario: ScenarioTemplate) -> set[str]:
    """The tags that hold for a scenario, or for some of its rows."""
    rule = scenario.rule.tags if scenario.rule else set()
    of_rows = {tag for table in scenario.examples for tag in table.tags}
    return {*feature.tags, *rule, *scenario.tags, *of_rows}


def written_steps() -> list[Written]:
    """Every step of every scenario and row, backgrounds included."""
    return [
        Written(feature, scenario, step)
        for feature, scenario in scenarios()
        for row in [row for table in scenario.examples for row in table.as_contexts()] or [{}]
        for step in scenario.render(row).steps
    ]
