"""The fixtures of one scenario without pytest: the functions of `steps/`, called by name."""

import inspect
from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from importlib import import_module
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from freezegun.api import FrozenDateTimeFactory

from steps import fixtures, pytest_plugins

from .definitions import Arguments, Definition, required_parameters

FIXTURE = type(fixtures.world)


class Fixture(NamedTuple):
    """A fixture's function and the names of the fixtures that it asks for."""

    function: Callable[..., object]
    needs: tuple[str, ...]


@cache
def find_fixture(name: str) -> Fixture:
    """Find the function behind a fixture; raises LookupError when no step module has it."""
    for module in pytest_plugins:
        found = vars(import_module(module)).get(name)
        if isinstance(found, FIXTURE):
            function = inspect.unwrap(found)
            return Fixture(function, required_parameters(function))
    raise LookupError(f"「{name}」というフィクスチャはありません")


def freeze_for_the_run() -> AbstractContextManager[FrozenDateTimeFactory]:
    """Freeze time once for a whole run, by the suite's own session fixture."""
    frozen: Any = find_fixture("frozen_time").function
    return contextmanager(frozen)()


class Scene:
    """What one scenario has made so far, each fixture when it is first asked for."""

    def __init__(
        self, frozen: FrozenDateTimeFactory, feature: str, title: str, row: Iterable[str]
    ) -> None:
        cells = "-".join(row)
        name = f"{title}[{cells}]" if cells else title
        node = SimpleNamespace(stash=pytest.Stash(), name=name)
        request: Any = SimpleNamespace(node=node)
        names: dict[str, Any] = {
            "feature": SimpleNamespace(filename=feature),
            "scenario": SimpleNamespace(name=title),
        }
        # The suite's own hook names the scenario, and so seeds the same world as under pytest.
        fixtures.pytest_bdd_before_scenario(request, **names)
        self._values: Arguments = {"frozen_time": frozen, "request": request}
        self._open: list[Generator[object]] = []

    def perform(self, step: Definition, given: Arguments) -> None:
        """Do one step with the values of its text, and keep what it makes."""
        made = self._call(step.function, step.parameters, given)
        if step.target is not None:
            self._values[step.target] = made

    def close(self) -> None:
        """Finish what was opened, the last first."""
        while self._open:
            next(self._open.pop(), None)

    def _call(
        self, function: Callable[..., object], needs: tuple[str, ...], given: Arguments
    ) -> object:
        arguments = {name: given[name] if name in given else self._value(name) for name in needs}
        made = function(**arguments)
        if isinstance(made, Generator):
            self._open.append(made)
            return next(made)
        return made

    def _value(self, name: str) -> object:
        if name not in self._values:
            self._values[name] = self._call(*find_fixture(name), {})
        return self._values[name]
