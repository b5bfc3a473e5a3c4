"""Running a scenario: the same hooks in the same order as pytest-bdd, without its look-ups."""

from collections.abc import Callable
from typing import Any

import pytest
from pytest_bdd.exceptions import StepDefinitionNotFoundError
from pytest_bdd.parser import Feature, Scenario, ScenarioTemplate, Step

from runner import internals
from runner.definitions import Definition, Definitions
from runner.snippets import snippet


class StaleFixture(Exception):
    """A step replaces a fixture after others were made from its old value."""


def rendered(template: ScenarioTemplate, values: dict[str, str]) -> Scenario:
    """The scenario with a row's values filled in; without a row there is nothing to fill."""
    if values:
        return template.render(values)
    return Scenario(
        feature=template.feature,
        keyword=template.keyword,
        name=template.name,
        line_number=template.line_number,
        steps=template.steps,
        tags=template.tags,
        description=template.description,
        rule=template.rule,
    )


def run_scenario(
    feature: Feature, scenario: Scenario, request: pytest.FixtureRequest, definitions: Definitions
) -> None:
    """Run all steps; raises what a step raises, after telling the hooks."""
    __tracebackhide__ = True
    hook = request.config.hook
    hook.pytest_bdd_before_scenario(request=request, feature=feature, scenario=scenario)
    before, call, after = map(
        _heard,
        (hook.pytest_bdd_before_step, hook.pytest_bdd_before_step_call, hook.pytest_bdd_after_step),
    )
    try:
        for step in scenario.steps:
            found = definitions.find(step)
            if found is None:
                raise _undefined(feature, scenario, request, step)
            definition, values = found
            about = {
                "request": request,
                "feature": feature,
                "scenario": scenario,
                "step": step,
                "step_func": definition.function,
            }
            before(**about)
            arguments: dict[str, Any] = {}
            try:
                arguments = _arguments(request, step, definition, values)
                call(**about, step_func_args=arguments)
                _call(request, definition, arguments)
            except (Exception, pytest.fail.Exception) as exception:
                hook.pytest_bdd_step_error(**about, step_func_args=arguments, exception=exception)
                raise
            after(**about, step_func_args=arguments)
    finally:
        hook.pytest_bdd_after_scenario(request=request, feature=feature, scenario=scenario)


def _heard(hook: Any) -> Callable[..., object]:
    """The hook, or nothing at all where no plugin listens: each call of it would cost."""
    return hook if hook.get_hookimpls() else _unheard


def _unheard(**_: object) -> None:
    """Stand in for a hook that nobody listens to."""


def _call(
    request: pytest.FixtureRequest, definition: Definition, arguments: dict[str, Any]
) -> None:
    __tracebackhide__ = True
    if definition.is_generator:
        result = internals.run_generator(definition.function, request, arguments)
    else:
        result = definition.function(**arguments)
    if definition.context.target_fixture is not None:
        _replace(request, definition.context.target_fixture, result)


def _arguments(
    request: pytest.FixtureRequest, step: Step, definition: Definition, values: dict[str, Any]
) -> dict[str, Any]:
    """What the step function is called with: placeholders, table, docstring, fixtures."""
    __tracebackhide__ = True
    converters = definition.context.converters
    arguments: dict[str, Any] = {}
    for name, value in values.items():
        if name in definition.parameters:
            arguments[name] = converters[name](value) if name in converters else value
    if step.datatable is not None and "datatable" in definition.parameters:
        arguments["datatable"] = step.datatable.raw()
    if step.docstring is not None and "docstring" in definition.parameters:
        arguments["docstring"] = step.docstring
    for name in definition.required:
        if name not in arguments:
            arguments[name] = request.getfixturevalue(name)
    return arguments


def _replace(request: pytest.FixtureRequest, name: str, value: object) -> None:
    """Give a fixture its new value, unless others would go on with the old one in silence."""
    stale = internals.stale_fixtures(request, name)
    if stale:
        raise StaleFixture(
            f"this step replaces the fixture {name!r}, but {', '.join(stale)} was already made"
            f" from its old value; give the step an earlier place, or let it change {name!r} itself"
        )
    internals.inject(request, name, value)


def _undefined(
    feature: Feature, scenario: Scenario, request: pytest.FixtureRequest, step: Step
) -> StepDefinitionNotFoundError:
    error = StepDefinitionNotFoundError(
        f"{feature.filename}:{step.line_number}: no step definition for「{step.name}」;"
        f" write one, for example:\n\n{snippet(step)}"
    )
    request.config.hook.pytest_bdd_step_func_lookup_error(
        request=request, feature=feature, scenario=scenario, step=step, exception=error
    )
    return error
