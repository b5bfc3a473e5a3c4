"""What the runner touches of pytest and pytest-bdd is there; where it is not, it steps aside."""

from collections.abc import Callable
from importlib.metadata import version

import pytest

from runner import internals
from tests.runner.conftest import GOOD, Project


def test_the_versions_are_those_it_was_written_for() -> None:
    assert version("pytest") == "9.2.0"
    assert version("pytest-bdd") == "9.0.1"


def test_without_the_fast_look_up_the_plain_way_gives_the_same(
    project: Project,
    run: Callable[..., pytest.RunResult],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(node: pytest.Item) -> None:
        raise internals.Unavailable("the fixture registry looks otherwise")

    monkeypatch.setattr(internals, "step_contexts", gone)
    wrong = GOOD.split("機能: りんご\n")[1].replace("増える", "だめ").replace("2個で", "3個で")
    project(GOOD + wrong)
    result = run("features")
    result.assert_outcomes(passed=1, failed=1, warnings=1)
    result.stdout.fnmatch_lines(["*PlainWay: the fast step look-up is off*registry*"])


def test_a_registry_that_looks_otherwise_is_noticed(request: pytest.FixtureRequest) -> None:
    class Odd:
        session = object()

    with pytest.raises(internals.Unavailable):
        internals.step_contexts(Odd())  # type: ignore[arg-type]
