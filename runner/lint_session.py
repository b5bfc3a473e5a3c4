"""What features, step definitions and the rest of the project say wrong together."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pytest_bdd.parser import Step
from pytest_bdd.scenario import scenario_wrapper_template_registry

from runner.collection import ScenarioItem, definitions_for
from runner.definitions import Definition, Definitions
from runner.findings import Finding, in_order, unregistered_tag
from runner.lint_account import lint_account
from runner.lint_text import lint_file
from runner.snippets import snippet

DESELECTED = pytest.StashKey[bool]()


def lint_session(session: pytest.Session) -> list[Finding]:
    """Everything that is wrong with the features collected, in the order of files and lines."""
    items = [item for item in session.items if isinstance(item, ScenarioItem)]
    paths = sorted({item.path for item in session.items if item.path.suffix == ".feature"})
    findings: list[Finding] = [finding for path in paths for finding in lint_file(path)]
    findings += _steps(items)
    findings += _definitions(items, whole=_everything_was_read(paths, session))
    findings += _tags(session.config, items)
    findings += _bound_twice(session.items, items)
    if not session.config.stash.get(DESELECTED, False):
        findings += lint_account(items)
    return in_order(findings)


def _steps(items: Iterable[ScenarioItem]) -> Iterator[Finding]:
    undefined: set[tuple[Path, int]] = set()
    for item in items:
        definitions = definitions_for(item)
        if definitions is None:
            return
        for step in item.steps:
            meant = definitions.matching(step)
            if not meant and (item.path, step.line_number) not in undefined:
                # Once a line: the rows of an outline write the same step many times over.
                undefined.add((item.path, step.line_number))
                message = f"no step definition for 「{step.name}」;{_nearest(step, definitions)}"
                yield Finding(
                    item.path, step.line_number, "undefined-step", message, snippet=snippet(step)
                )
            if not meant:
                continue
            distinct = {each.location for each in meant}
            if len(distinct) > 1:
                places = ", ".join(f"{each.text} ({_place(each)})" for each in meant)
                message = f"「{step.name}」 could mean {places}; make the texts differ"
                yield Finding(item.path, step.line_number, "ambiguous-step", message)
            taken = any("datatable" in each.parameters for each in meant)
            if step.datatable is not None and not taken:
                message = (
                    f"the table below 「{step.name}」 is not taken by {_place(meant[0])};"
                    " delete it or take `datatable`"
                )
                yield Finding(item.path, step.line_number, "table-not-taken", message)


def _everything_was_read(paths: list[Path], session: pytest.Session) -> bool:
    """Whether no feature was left out: only then is an unused definition one."""
    beside = {feature for path in paths for feature in path.parent.glob("*.feature")}
    broken = any(finding.level == "error" for path in paths for finding in lint_file(path))
    return set(paths) == beside and not broken and not session.config.stash.get(DESELECTED, False)


def _definitions(items: list[ScenarioItem], whole: bool) -> Iterator[Finding]:
    used: set[int] = set()
    seen: dict[int, Definition] = {}
    for item in items:
        definitions = definitions_for(item)
        if definitions is None:
            return
        seen |= {id(each.context): each for each in definitions.all}
        used |= _used(definitions, item)
    by_text: dict[tuple[str | None, str], list[Definition]] = defaultdict(list)
    for definition in seen.values():
        if definition.function.__module__.startswith("pytest_bdd"):
            continue
        path, line = definition.location
        by_text[definition.context.type, definition.text].append(definition)
        if whole and id(definition.context) not in used:
            message = f"no scenario uses 「{definition.text}」; delete it or use it"
            yield Finding(Path(path), line, "unused-definition", message)
    for (_, text), same in by_text.items():
        for definition in same[1:]:
            path, line = definition.location
            message = (
                f"「{text}」 is also defined at {_place(same[0])}, and one hides the other;"
                " delete one"
            )
            yield Finding(Path(path), line, "duplicate-definition", message)


def _used(definitions: Definitions, item: ScenarioItem) -> set[int]:
    return {id(each.context) for step in item.steps for each in definitions.matching(step)}


def _tags(config: pytest.Config, items: Iterable[ScenarioItem]) -> Iterator[Finding]:
    registered = {
        line.partition(":")[0].partition("(")[0].strip() for line in config.getini("markers")
    }
    for item in items:
        for tag in sorted(item.tags - registered):
            yield unregistered_tag(item.path, item.row.template.line_number, tag)


def _bound_twice(
    all_items: Iterable[pytest.Item], items: Iterable[ScenarioItem]
) -> Iterator[Finding]:
    collected = {(str(item.path), item.row.template.name): item for item in items}
    for other in all_items:
        template = scenario_wrapper_template_registry.get(getattr(other, "function", len))
        if template is None or isinstance(other, ScenarioItem):
            continue
        item = collected.get((template.feature.filename, template.name))
        if item is not None:
            message = (
                f"「{template.name}」 runs twice: {other.path.name} binds it as well;"
                " drop that binding"
            )
            yield Finding(item.path, template.line_number, "bound-twice", message)


def _nearest(step: Step, definitions: Definitions) -> str:
    """The texts most like this step's, for somebody who mistyped one."""
    texts = [each.text for each in definitions.all if each.context.type in (None, step.type)]
    near = difflib.get_close_matches(step.name, texts, n=2, cutoff=0.6)
    hint = "".join(f" もしかして: 「{text}」?" for text in near)
    return f"{hint} see `pytest features --steps`, or write it"


def _place(definition: Definition) -> str:
    path, line = definition.location
    return f"{Path(path).name}:{line}"
