"""The step catalogue: every text that a feature may use."""

import os
from collections import Counter
from collections.abc import Iterable

from runner.collection import ScenarioItem, definitions_for
from runner.definitions import Definition

KEYWORDS = {"given": "前提", "when": "もし", "then": "ならば", None: "*"}


def catalogue(items: Iterable[ScenarioItem]) -> list[str]:
    """Lines to print: each definition with its English, its place, and how often it is used."""
    uses: Counter[int] = Counter()
    seen: dict[int, Definition] = {}
    for item in items:
        definitions = definitions_for(item)
        if definitions is None:
            continue
        seen |= {id(each.context): each for each in definitions.all}
        for step in item.steps:
            found = definitions.find(step)
            if found is not None:
                uses[id(found[0].context)] += 1
    lines: list[str] = []
    module = ""
    for definition in sorted(seen.values(), key=lambda each: each.location):
        if definition.function.__module__.startswith("pytest_bdd"):
            continue
        path, line = definition.location
        if path != module:
            module = path
            lines += ["", os.path.relpath(path)]
        count = uses[id(definition.context)]
        lines.append(f"  {KEYWORDS[definition.context.type]} {definition.text}")
        lines.append(f"      {definition.english}  (line {line}, used {count} times)")
    return lines
