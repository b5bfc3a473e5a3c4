"""Where each step is defined, filled into a Cucumber JSON report."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from runner.collection import ScenarioItem, definitions_for


def fill_locations(report: Path, items: Iterable[ScenarioItem]) -> None:
    """Rewrite the report with `match.location` as file:line; the old one stays if that fails."""
    places = _places(items)
    features = json.loads(report.read_text(encoding="utf-8"))
    for feature in features:
        for element in feature["elements"]:
            for step in element["steps"]:
                key = (feature["uri"], step["line"], step["name"])
                step["match"]["location"] = places.get(key, "")
    temporary = report.with_name(f"{report.name}.part")
    temporary.write_text(json.dumps(features, ensure_ascii=False), encoding="utf-8")
    os.replace(temporary, report)


def _places(items: Iterable[ScenarioItem]) -> dict[tuple[str, int, str], str]:
    places: dict[tuple[str, int, str], str] = {}
    for item in items:
        definitions = definitions_for(item)
        if definitions is None:
            continue
        for step in item.steps:
            found = definitions.find(step)
            if found is not None:
                path, line = found[0].location
                key = (item.feature.rel_filename, step.line_number, step.name)
                places[key] = f"{os.path.relpath(path, item.config.rootpath)}:{line}"
    return places
