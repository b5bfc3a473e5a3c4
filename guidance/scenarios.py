"""The scenarios of the features by the tags that they bear."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from gherkin.parser import Parser

FEATURES = Path(__file__).parent.parent / "features"


@dataclass(frozen=True)
class Scenario:
    """A scenario: where it stands (the path from the project's root, the line from 1), its name."""

    path: str
    line: int
    name: str


@lru_cache(maxsize=4)
def by_tag(folder: Path = FEATURES) -> dict[str, tuple[Scenario, ...]]:
    """The scenarios that bear each tag, in the order of the features."""
    found: dict[str, list[Scenario]] = {}
    for path in sorted(folder.glob("*.feature")):
        document: Any = Parser().parse(path.read_text(encoding="utf-8"))
        name = f"{folder.name}/{path.name}"
        for scenario in _scenarios(document["feature"]["children"]):
            place = Scenario(name, scenario["location"]["line"], scenario["name"])
            for tag in scenario["tags"]:
                found.setdefault(tag["name"].removeprefix("@"), []).append(place)
    return {tag: tuple(scenarios) for tag, scenarios in found.items()}


def _scenarios(children: Iterable[Any]) -> Iterable[Any]:
    for child in children:
        if "scenario" in child:
            yield child["scenario"]
        yield from _scenarios(child.get("rule", {}).get("children", ()))
