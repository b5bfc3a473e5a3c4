"""The one place that touches what pytest and pytest-bdd do not offer publicly.

Guarded by the pinned versions and by `tests/runner/test_internals.py`. When a piece is missing or
behaves otherwise, `step_contexts` raises `Unavailable`; the caller then warns and leaves the
look-up to pytest-bdd.
"""

from collections.abc import Callable
from typing import Any

import pytest


class Unavailable(Exception):
    """pytest or pytest-bdd is not as this module knows it."""


def step_contexts(node: pytest.Item) -> list[tuple[Any, int]]:
    """All step definitions visible from `node`, in order of registration, with their depth."""
    try:
        from pytest_bdd.compat import get_fixture_names, getfixturedefs
        from pytest_bdd.steps import step_function_context_registry

        manager = node.session._fixturemanager
        found = []
        for name in get_fixture_names(fixturemanager=manager):
            for fixturedef in getfixturedefs(manager, name, node) or ():
                context = step_function_context_registry.get(fixturedef.func)
                if context is not None:
                    found.append((context, len(fixturedef.baseid)))
    except (ImportError, AttributeError, TypeError) as error:
        raise Unavailable(str(error)) from error
    return found


def fixture_info(item: pytest.Function) -> Any:
    """What fixtures a scenario needs from the start: the same for all scenarios of a file."""
    return item._fixtureinfo


def name_as_read(item: pytest.Item) -> None:
    """Let the id of an item be what its text is read back as: a row in brackets is its parameters.

    pytest keeps the last failures as text and compares them as such parts, so that without this
    `--lf` knows no row of an outline.
    """
    from _pytest.nodeid import NodeId

    item._id = NodeId.parse(item.nodeid)


def stale_fixtures(request: pytest.FixtureRequest, replaced: str) -> list[str]:
    """The fixtures already made from the old value of a fixture that is about to be replaced."""
    made = request._fixture_defs
    return sorted(
        name
        for name, fixturedef in made.items()
        if replaced in fixturedef.argnames and fixturedef.cached_result is not None
    )


def inject(request: pytest.FixtureRequest, name: str, value: object) -> None:
    """Give a fixture of this scenario a new value, as pytest-bdd does."""
    from pytest_bdd.compat import inject_fixture

    inject_fixture(request, name, value)


def run_generator(
    function: Callable[..., Any], request: pytest.FixtureRequest, arguments: dict[str, Any]
) -> object:
    """Call a step that yields, as a fixture is called: its rest runs after the scenario."""
    from _pytest.fixtures import call_fixture_func

    return call_fixture_func(function, request, arguments)


def reports(item: pytest.Item, nextitem: pytest.Item | None) -> list[pytest.TestReport]:
    """Set up, call and tear down a test, and return the reports without sending them."""
    from _pytest.runner import runtestprotocol

    return runtestprotocol(item, log=False, nextitem=nextitem)


def run_plainly(feature: Any, scenario: Any, request: pytest.FixtureRequest) -> None:
    """Run a scenario by pytest-bdd's own executor."""
    from pytest_bdd.scenario import _execute_scenario

    _execute_scenario(feature, scenario, request)


def forget_scenario_report(item: pytest.Item) -> None:
    """Drop pytest-bdd's account of a scenario, which it writes out twice for every test."""
    from pytest_bdd.reporting import scenario_reports_registry

    scenario_reports_registry.pop(item, None)
