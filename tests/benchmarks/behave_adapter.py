"""The step definitions of `steps/` under behave: the same functions, read by the same patterns.

behave has no fixtures by name; each scenario's `Scene` holds them, on behave's context.
"""

from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from typing import Any

import behave  # type: ignore[import-untyped]
from behave.matchers import Matcher, register_step_matcher_class  # type: ignore[import-untyped]
from behave.model_type import Argument  # type: ignore[import-untyped]

from .definitions import Definition, load_definitions
from .scene import Scene, freeze_for_the_run


class DefinitionMatcher(Matcher):  # type: ignore[misc]
    """Reads a step's text with the parser that pytest-bdd would use."""

    NAME = "pytest_bdd"

    def compile(self) -> "DefinitionMatcher":
        """Do nothing: the parser compiled its pattern when it was made."""
        return self

    def check_match(self, step_text: str) -> list[Argument] | None:
        """Read a step's text; None if it is not this step."""
        arguments = self.func.definition.read(step_text)
        if arguments is None:
            return None
        return [Argument(0, 0, step_text, value, name) for name, value in arguments.items()]


def on_context(definition: Definition) -> Callable[..., None]:
    """A step function as behave calls one: with its context first."""

    @wraps(definition.function)
    def perform(context: Any, **arguments: object) -> None:
        if context.table is not None:
            table = [context.table.headings, *(row.cells for row in context.table)]
            arguments["datatable"] = table
        context.scene.perform(definition, arguments)

    vars(perform)["definition"] = definition
    return perform


def register_steps() -> None:
    """Give behave every step definition."""
    register_step_matcher_class(DefinitionMatcher.NAME, DefinitionMatcher)
    behave.use_step_matcher(DefinitionMatcher.NAME)
    for definition in load_definitions():
        decorate = getattr(behave, definition.kind)
        decorate(definition.text)(on_context(definition))


def before_all(context: Any) -> None:
    """Freeze time once for the whole run, as the suite does."""
    context.opened = ExitStack()
    context.frozen = context.opened.enter_context(freeze_for_the_run())


def before_scenario(context: Any, scenario: Any) -> None:
    """Prepare the fixtures of this scenario, under the name that it has in pytest."""
    row = getattr(scenario, "_row", None)
    cells = row.cells if row is not None else ()
    context.scene = Scene(context.frozen, scenario.filename, scenario.name, cells)


def after_scenario(context: Any, _scenario: Any) -> None:
    """Close them."""
    context.scene.close()


def after_all(context: Any) -> None:
    """Let time go on."""
    context.opened.close()
