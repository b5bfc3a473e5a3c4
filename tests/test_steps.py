"""The step definitions: used, unambiguous, rendered in English, thin."""

import inspect
import re
import string
from collections import defaultdict
from collections.abc import Callable

import pytest
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

import steps
from runner.definitions import Definitions, define
from steps.values import Converter
from tests.spec import Written, written_steps

OURS = [
    context
    for context in step_function_context_registry.values()
    if context.step_func.__module__.startswith("steps.")
]

FUNCTIONS = sorted({context.step_func for context in OURS}, key=lambda each: each.__qualname__)


def matches(written: Written) -> list[StepFunctionContext]:
    """The definitions that a step could mean."""
    step = written.step
    return [
        context
        for context in OURS
        if context.type == step.type and context.parser.is_matching(step.name)
    ]


def described(context: StepFunctionContext) -> str:
    return f"@{context.type} {context.parser.name}"


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_step_means_exactly_one_definition() -> None:
    wrong = defaultdict(list)
    for written in written_steps():
        found = matches(written)
        if len(found) != 1:
            wrong[f"{written.place} {written.step.name}"] = [described(each) for each in found]
    assert dict(wrong) == {}


def test_every_definition_is_used() -> None:
    used = {described(context) for written in written_steps() for context in matches(written)}
    assert sorted({described(context) for context in OURS} - used) == []


def test_no_step_text_is_defined_twice() -> None:
    texts = [described(context) for context in OURS]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []


@pytest.mark.parametrize("context", OURS, ids=described)
def test_the_docstring_renders_the_step_in_english(context: StepFunctionContext) -> None:
    english = inspect.getdoc(context.step_func)
    assert english is not None
    assert english.isascii()
    assert "\n" not in english
    assert placeholders(english) == placeholders(context.parser.name)


def test_what_is_converted_can_be_said_in_english() -> None:
    converters = [each for context in OURS for each in context.converters.values()]
    assert all(isinstance(each, Converter) for each in converters)


def test_every_step_reads_well_in_english() -> None:
    definitions = Definitions([define(context, 0) for context in OURS])
    for written in written_steps():
        found = definitions.find(written.step)
        assert found is not None
        definition, values = found
        english = definition.in_english(values)
        unquoted = re.sub(r'"[^"]*"', "", english)
        assert unquoted.isascii(), english
        assert re.fullmatch(r"[A-Z][^{}<>]*\.", unquoted), english
        assert re.search(r"\b1 \w+s\b", unquoted) is None, english


def test_all_step_modules_are_loaded() -> None:
    defining = {context.step_func.__module__ for context in OURS}
    assert defining | {"steps.fixtures"} == set(steps.pytest_plugins)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_steps_are_thin(function: Callable[..., object]) -> None:
    """No branches, and few lines: what a step does is done by the fakes and the walks."""
    source = inspect.getsource(function)
    body = source.split('"""')[2].strip().splitlines()
    assert len(body) <= 5
    assert not any(line.strip().startswith(("if ", "while ", "try:")) for line in body)
