"""The same journeys without a runner: every step is found beforehand, then only carried out.

Run as a program it prints, as JSON, how many scenarios and steps there were and the seconds.
One process does one pass, or certificates made for the first would still be there for the second.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from freezegun import api
from freezegun.api import FrozenDateTimeFactory
from pytest_bdd.feature import get_features
from pytest_bdd.parser import ScenarioTemplate, Step

from .definitions import Arguments, Definition, load_definitions
from .scene import Scene, freeze_for_the_run

FEATURES = Path(__file__).parents[2] / "features"


class Journey(NamedTuple):
    """One scenario, or one row of an outline, with its step functions already found."""

    feature: str
    title: str
    row: tuple[str, ...]
    steps: list[tuple[Definition, Arguments]]


def find_definition(step: Step, definitions: list[Definition]) -> tuple[Definition, Arguments]:
    """Find the one definition of a step; raises LookupError when there is none, or another."""
    found = [
        (each, arguments)
        for each in definitions
        if each.kind in ("step", step.type) and (arguments := each.read(step.name)) is not None
    ]
    if len(found) != 1:
        raise LookupError(f"{len(found)} definitions of the step 「{step.name}」")
    return found[0]


def rows(template: ScenarioTemplate) -> Iterator[dict[str, str]]:
    """The rows of an outline; of a plain scenario, one that fills in nothing."""
    if not template.templated:
        yield {}
    for table in template.examples:
        for row in table.as_contexts():
            yield {str(name): str(value) for name, value in row.items()}


def plan(definitions: list[Definition]) -> list[Journey]:
    """Read all features and find the definition of every step."""
    journeys = []
    for feature in get_features([str(FEATURES)]):
        for template in feature.scenarios.values():
            for row in rows(template):
                scenario = template.render(row)
                steps = [find_definition(step, definitions) for step in scenario.steps]
                for step, (_, arguments) in zip(scenario.steps, steps, strict=True):
                    if step.datatable is not None:
                        arguments["datatable"] = step.datatable.raw()
                journeys.append(
                    Journey(feature.rel_filename, scenario.name, tuple(row.values()), steps)
                )
    return journeys


def walk(journeys: list[Journey], frozen: FrozenDateTimeFactory) -> None:
    """Carry out every journey, each in a world of its own."""
    for journey in journeys:
        scene = Scene(frozen, journey.feature, journey.title, journey.row)
        for definition, arguments in journey.steps:
            scene.perform(definition, arguments)
        scene.close()


def main() -> None:
    """Plan, walk once, and print what it took."""
    journeys = plan(load_definitions())
    with freeze_for_the_run() as frozen:
        # Freezegun stops every clock but its own copies of the real ones.
        start = api.real_perf_counter()
        walk(journeys, frozen)
        seconds = api.real_perf_counter() - start
    steps = sum(len(journey.steps) for journey in journeys)
    print(json.dumps({"scenarios": len(journeys), "steps": steps, "seconds": seconds}))


if __name__ == "__main__":
    main()
