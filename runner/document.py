"""A feature file, parsed by pytest-bdd's parser, and what stops it from being parsed."""

from dataclasses import dataclass
from pathlib import Path

from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.feature import get_feature
from pytest_bdd.parser import Feature, ScenarioTemplate


class Unreadable(Exception):
    """A feature file cannot be read; the message says where, what, and what to do."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Row:
    """One run of a scenario: `label` is empty unless the scenario is an outline.

    `index` counts the runs of the scenario from 0.
    """

    template: ScenarioTemplate
    values: dict[str, str]
    label: str
    index: int = 0
    tags: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name under which this run is collected."""
        return f"{self.template.name}[{self.label}]" if self.label else self.template.name


def read(path: Path) -> Feature:
    """Parse a feature file; raises `Unreadable`."""
    try:
        return get_feature(str(path.parent), path.name)
    except GherkinParseError as error:
        raise Unreadable(path, error.line, f"{error.message} (「{error.line_content}」)") from error
    except UnicodeDecodeError as error:
        raise Unreadable(path, 1, f"is not UTF-8 ({error.reason}); save it as UTF-8") from error
    except OSError as error:
        raise Unreadable(path, 1, f"cannot be read ({error.strerror})") from error
    except (AttributeError, KeyError) as error:
        # The parser's way to say that there is no feature at all in the file.
        raise Unreadable(path, 1, "holds no feature; begin it with 「機能:」") from error


def rows(template: ScenarioTemplate) -> list[Row]:
    """The runs of a scenario, each with a label of its own."""
    contexts = [
        (row, frozenset(table.tags)) for table in template.examples for row in table.as_contexts()
    ]
    if not contexts:
        return [Row(template, {}, "")]
    seen: dict[str, int] = {}
    found = []
    for index, (values, tags) in enumerate(contexts):
        label = "-".join(values.values())
        seen[label] = seen.get(label, 0) + 1
        suffix = f"-{seen[label]}" if seen[label] > 1 else ""
        found.append(Row(template, dict(values), label + suffix, index, tags))
    return found


def name_at(feature: Feature, line: int) -> str | None:
    """The name of the scenario that stands at a line: the last one that begins at or before it."""
    before = [each for each in feature.scenarios.values() if each.line_number <= line]
    if not before:
        return None
    return max(before, key=lambda each: each.line_number).name
