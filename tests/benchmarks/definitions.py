"""The step definitions of `steps/`, as pytest-bdd registered them: read, never copied."""

import inspect
from collections.abc import Callable
from importlib import import_module

from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from steps import pytest_plugins

Arguments = dict[str, object]


def required_parameters(function: Callable[..., object]) -> tuple[str, ...]:
    """The names of what a function cannot be called without."""
    parameters = inspect.signature(function).parameters.values()
    return tuple(each.name for each in parameters if each.default is each.empty)


class Definition:
    """One text of one step function."""

    def __init__(self, context: StepFunctionContext) -> None:
        self.kind = context.type or "step"
        self.text = context.parser.name
        self.function = context.step_func
        self.target = context.target_fixture
        self.parameters = required_parameters(self.function)
        self._parser = context.parser
        self._converters = context.converters

    def read(self, text: str) -> Arguments | None:
        """The values that a step's text gives to the function; None if it is not this step."""
        if not self._parser.is_matching(text):
            return None
        found = self._parser.parse_arguments(text) or {}
        return {
            name: self._converters[name](value) if name in self._converters else value
            for name, value in found.items()
            if name in self.parameters
        }


def load_definitions() -> list[Definition]:
    """Load every step definition that the features may use."""
    for module in pytest_plugins:
        import_module(module)
    return [Definition(context) for context in list(step_function_context_registry.values())]
