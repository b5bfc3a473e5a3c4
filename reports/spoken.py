"""The steps of a run as its definitions say them: in English, and where they are defined."""

from functools import cache
from pathlib import Path
from typing import Any

from pytest_bdd.parser import Step as WrittenStep

from reports.run import Definition
from reports.sources import uri_of
from runner.collection import ScenarioItem
from runner.definitions import Definition as StepDefinition
from runner.definitions import Found
from runner.execution import rendered


def english(found: Found) -> str:
    """A step that was found, in English."""
    definition, values = found
    return _filled(definition, tuple(values.items()))


@cache
def _filled(definition: StepDefinition, values: tuple[tuple[str, object], ...]) -> str:
    """A step in English; most steps stand in many scenarios."""
    return definition.in_english(dict(values))


def definition(item: ScenarioItem, found: Found | None) -> Definition | None:
    """Where a step is defined; None for an undefined one."""
    return _placed(found[0], item.config.rootpath) if found else None


@cache
def _placed(definition: StepDefinition, root: Path) -> Definition:
    file, line = definition.location
    return Definition(definition.text, uri_of(Path(file), root), line)


def templates(item: ScenarioItem, read: list[Found | None]) -> list[str]:
    """The steps in English with the placeholders of the outline in place of the row's values."""
    written = rendered(item.row.template, {}).steps
    return [
        found[0].in_english(_columns(item, step, found[1])) if found else ""
        for step, found in zip(written, read, strict=True)
    ]


def _columns(item: ScenarioItem, template: WrittenStep, values: dict[str, Any]) -> dict[str, str]:
    """The values of a step, with what came from the row turned back into its placeholder."""
    columns = {
        cell: f"<{name}>"
        for name, cell in item.row.values.items()
        if cell and f"<{name}>" in template.name
    }
    return {name: _column(str(value), columns) for name, value in values.items()}


def _column(text: str, columns: dict[str, str]) -> str:
    for cell, column in columns.items():
        text = text.replace(cell, column)
    return text
