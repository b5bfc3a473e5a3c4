"""Feature files as pytest collects them: one item a scenario, or a row of an outline."""

import contextlib
import os
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.parser import Feature, Step

from runner import document, internals
from runner.definitions import Definitions, define
from runner.document import Row, Unreadable
from runner.execution import rendered, run_scenario
from runner.findings import Finding, in_order, unregistered_tag
from runner.lint_text import lint_file

DEFINITIONS = pytest.StashKey[dict[Path, Definitions | None]]()


class PlainWay(pytest.PytestWarning):
    """The fast look-up is not available; pytest-bdd's own is used."""


class ScenarioItem(pytest.Function):
    """One run of a scenario."""

    row: Row
    feature: Feature

    @property
    def tags(self) -> set[str]:
        """All tags that hold for this run."""
        return _tags(self.feature, self.row)

    @property
    def steps(self) -> list[Step]:
        """The steps of this run, its row filled in."""
        return rendered(self.row.template, self.row.values).steps

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Feature file, line (from 0) and name, for every report of pytest."""
        return self.path, self.row.template.line_number - 1, self.name


class FindingsItem(pytest.Item):
    """Fails with what is wrong with a feature file, so that it cannot be overlooked."""

    findings: tuple[Finding, ...]

    def runtest(self) -> None:
        """Fail with every finding."""
        pytest.fail("\n".join(map(str, self.findings)), pytrace=False)

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """The first finding's place."""
        return self.findings[0].path, self.findings[0].line - 1, self.name


class FeatureFile(pytest.File):
    """A feature file, collected as it lies: no module has to name it."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield what is wrong with the file, if anything, then its scenarios."""
        findings = [found for found in lint_file(self.path) if found.level == "error"]
        scenarios: list[pytest.Item] = []
        with contextlib.suppress(Unreadable):
            feature = document.read(self.path)
            scenarios = list(self._scenarios(feature, findings))
        if findings:
            item: FindingsItem = FindingsItem.from_parent(self, name="lint")
            item.findings = tuple(in_order(findings))
            yield item
        yield from scenarios

    def _scenarios(self, feature: Feature, findings: list[Finding]) -> Iterator[pytest.Item]:
        shared: Any = None
        for template in feature.scenarios.values():
            for row in document.rows(template):
                function = _scenario_function(feature, row)
                findings += self._mark(function, feature, row)
                item: ScenarioItem = ScenarioItem.from_parent(
                    self,
                    name=row.name,
                    callobj=function,
                    fixtureinfo=shared,
                )
                shared = shared or internals.fixture_info(item)
                internals.name_as_read(item)
                item.row = row
                item.feature = feature
                yield item

    def _mark(self, function: Callable[..., None], feature: Feature, row: Row) -> Iterator[Finding]:
        """Apply the tags; one that pytest refuses, being strict, is said and left out."""
        for tag in sorted(_tags(feature, row)):
            try:
                self.config.hook.pytest_bdd_apply_tag(tag=tag, function=function)
            except pytest.fail.Exception:
                yield unregistered_tag(self.path, row.template.line_number, tag)


def _tags(feature: Feature, row: Row) -> set[str]:
    rule_tags = row.template.rule.tags if row.template.rule else set()
    return {*row.template.tags, *feature.tags, *rule_tags, *row.tags}


def _scenario_function(feature: Feature, row: Row) -> Callable[..., None]:
    def scenario(request: pytest.FixtureRequest) -> None:
        __tracebackhide__ = True
        definitions = definitions_for(request.node)
        filled = rendered(row.template, row.values)
        if definitions is None:
            internals.run_plainly(feature, filled, request)
        else:
            run_scenario(feature, filled, request, definitions)

    scenario.__doc__ = row.template.name
    return scenario


def definitions_for(item: pytest.Item) -> Definitions | None:
    """The step definitions visible from an item, read once a folder; None for the plain way."""
    known = item.config.stash.setdefault(DEFINITIONS, {})
    folder = item.path.parent
    if folder not in known:
        try:
            contexts = internals.step_contexts(item)
            known[folder] = Definitions([define(context, depth) for context, depth in contexts])
        except internals.Unavailable as error:
            warnings.warn(
                PlainWay(f"the fast step look-up is off ({error}); steps run the slow way"),
                stacklevel=1,
            )
            known[folder] = None
    return known[folder]
