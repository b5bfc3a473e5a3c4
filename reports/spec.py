"""The spec as the feature files write it: features, rules, scenarios, and the runs they ask for."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from msgspec.structs import replace

from reports.run import Case, Feature, Rule, Scenario, Step, Table
from reports.sources import Source


def features(sources: list[Source]) -> list[Feature]:
    """Read all features; no scenario of them has run yet."""
    seen: Counter[str] = Counter()
    return [_distinct(_feature(source), seen) for source in sources]


def _distinct(feature: Feature, seen: Counter[str]) -> Feature:
    """Tell scenarios of one name in one file apart: the linter refuses them, but links need ids."""
    rules = []
    for rule in feature.rules:
        scenarios = []
        for scenario in rule.scenarios:
            seen[scenario.id] += 1
            again = f"-again{seen[scenario.id]}" if seen[scenario.id] > 1 else ""
            cases = tuple(replace(case, id=case.id + again) for case in scenario.cases)
            scenarios.append(replace(scenario, id=scenario.id + again, cases=cases))
        rules.append(replace(rule, scenarios=tuple(scenarios)))
    return replace(feature, rules=tuple(rules))


def scenario_id(uri: str, name: str) -> str:
    """Name a scenario for links: the same in every run, as long as its file and its name stay."""
    stem = PurePosixPath(uri).stem
    digest = hashlib.sha256(f"{stem}/{name}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"s-{digest[:10]}"


def _feature(source: Source) -> Feature:
    feature = source.feature
    if feature is None:
        return Feature(source.uri, PurePosixPath(source.uri).name, "", 1, (), (), (), source.error)
    tags = _tags(feature)
    background: tuple[Step, ...] = ()
    rules: list[Rule] = []
    loose: list[Scenario] = []
    for child in feature["children"]:
        each: Any = child
        if "background" in each:
            background = _steps(each["background"])
        elif "scenario" in each:
            loose.append(_scenario(source.uri, each["scenario"], tags))
        else:
            rules.append(_rule(source.uri, each["rule"], tags))
    if loose:
        rules.insert(0, Rule("", "", "", (), tuple(loose)))
    return Feature(
        source.uri,
        feature["name"],
        _english(feature["description"]),
        feature["location"]["line"],
        tags,
        background,
        tuple(rules),
    )


def _rule(uri: str, rule: Any, inherited: tuple[str, ...]) -> Rule:
    tags = _together(inherited, _tags(rule))
    background: tuple[Step, ...] = ()
    scenarios = []
    for child in rule["children"]:
        if "background" in child:
            background = _steps(child["background"])
        else:
            scenarios.append(_scenario(uri, child["scenario"], tags))
    name = rule["name"]
    identity = scenario_id(uri, f"rule/{name}")
    return Rule(identity, name, _english(rule["description"]), background, tuple(scenarios))


def _scenario(uri: str, scenario: Any, inherited: tuple[str, ...]) -> Scenario:
    identity = scenario_id(uri, scenario["name"])
    tables = tuple(_table(each) for each in scenario["examples"])
    of_tables = tuple(tag for table in tables for tag in table.tags)
    return Scenario(
        identity,
        scenario["keyword"],
        scenario["name"],
        _english(scenario["description"]),
        scenario["location"]["line"],
        _together(inherited, _tags(scenario), of_tables),
        _steps(scenario),
        tables,
        tuple(_cases(identity, scenario)),
    )


def _cases(identity: str, scenario: Any) -> Iterator[Case]:
    rows = [row for table in scenario["examples"] for row in table.get("tableBody", ())]
    if not rows:
        yield Case(identity, scenario["location"]["line"])
    for number, row in enumerate(rows, 1):
        yield Case(f"{identity}-{number}", row["location"]["line"], _cells(row))


def _table(examples: Any) -> Table:
    header = examples.get("tableHeader")
    return Table(
        examples["name"],
        _tags(examples),
        _cells(header) if header else (),
        len(examples.get("tableBody", ())),
    )


def _steps(holder: Any) -> tuple[Step, ...]:
    return tuple(_step(step) for step in holder["steps"])


def _step(step: Any) -> Step:
    table = step.get("dataTable")
    docstring = step.get("docString")
    return Step(
        step["keyword"].strip(),
        step["text"],
        step["location"]["line"],
        table=tuple(_cells(row) for row in table["rows"]) if table else (),
        docstring=docstring["content"] if docstring else None,
    )


def _cells(row: Any) -> tuple[str, ...]:
    return tuple(cell["value"] for cell in row["cells"])


def _tags(holder: Any) -> tuple[str, ...]:
    return tuple(tag["name"].removeprefix("@") for tag in holder["tags"])


def _together(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for group in groups for tag in group))


def _english(description: str) -> str:
    """The English line of a feature, a rule or a scenario is its description."""
    return " ".join(line.strip() for line in description.splitlines() if line.strip())
