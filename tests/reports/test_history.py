"""What changed since the run before."""

import dataclasses

import pytest
from msgspec.structs import replace

from reports.history import with_history
from reports.run import Feature, Run, Scenario, Step
from tests.reports.samples import outline, run, scenario, words


def changes(before: Run, now: Run) -> list[tuple[str, str]]:
    history = with_history(with_history(None, before), now).history
    assert history is not None
    return [(change.kind, change.name) for change in history.changes]


def test_nothing_changed() -> None:
    assert changes(run(scenario("一")), run(scenario("一"))) == []


def test_without_a_run_before_nothing_is_compared() -> None:
    assert with_history(None, run(scenario("一"))).history is None


def test_new_and_removed() -> None:
    assert changes(run(scenario("一")), run(scenario("二"))) == [("new", "二"), ("removed", "一")]


@pytest.mark.parametrize(
    "other",
    [
        scenario("一", english="said otherwise"),
        scenario("一", tags=("lock", "happy")),
        scenario("一", steps=(Step("もし", "別のこと", 6),)),
        outline("一", {"1": "passed"}),
    ],
)
def test_changed(other: Scenario) -> None:
    assert changes(run(scenario("一")), run(other)) == [("changed", "一")]


def test_a_row_added_is_a_change() -> None:
    before, now = outline("一", {"1": "passed"}), outline("一", {"1": "passed", "2": "passed"})
    assert changes(run(before), run(now)) == [("changed", "一")]


def test_a_line_moved_is_no_change() -> None:
    moved = scenario("一", line=50)
    moved = replace(moved, steps=tuple(replace(step, line=60) for step in moved.steps))
    assert changes(run(scenario("一")), run(moved)) == []


def test_failing_and_passing_again() -> None:
    good, bad = run(scenario("一")), run(scenario("一", "failed"))
    assert changes(good, bad) == [("newly failing", "一")]
    assert changes(bad, bad) == [("still failing", "一")]
    assert changes(bad, good) == [("passing again", "一")]


def test_a_new_scenario_that_fails_is_both() -> None:
    now = run(scenario("一"), scenario("二", "failed"))
    assert changes(run(scenario("一")), now) == [("new", "二")]


def test_a_run_in_between_that_left_it_out_forgets_nothing() -> None:
    first = with_history(None, run(scenario("一", "failed"), scenario("二")))
    between = with_history(first, run(scenario("一", "not run"), scenario("二")))
    last = with_history(between, run(scenario("一"), scenario("二", "failed")))
    assert last.history is not None
    assert [(change.kind, change.name) for change in last.history.changes] == [
        ("passing again", "一"),
        ("newly failing", "二"),
    ]
    assert (last.history.ran, last.history.of) == (1, 2)


def test_a_file_that_cannot_be_read_has_not_lost_its_scenarios() -> None:
    broken = Feature(
        "features/01_a.feature", "01_a", "", 1, (), (), (), "features/01_a.feature:3: x"
    )
    assert changes(run(scenario("一")), run(features=(broken,))) == []


def test_values_and_statements_that_are_others_are_told() -> None:
    before = run(scenario("一"))
    (value,) = before.values
    first, second = before.guide.statements
    now = replace(
        before,
        values=(replace(value, value=words("4回")),),
        guide=dataclasses.replace(
            before.guide, statements=(first, dataclasses.replace(second, advice=words("別の理由")))
        ),
    )
    history = with_history(before, now).history
    assert history is not None
    assert [(each.name, each.before.ja, each.after.ja) for each in history.values] == [
        ("tries", "3回", "4回")
    ]
    assert history.statements == ("s1-2",)


def test_a_file_that_can_be_read_again_brings_nothing_new() -> None:
    name = "features/01_a.feature"
    broken = Feature(name, "01_a", "", 1, (), (), (), f"{name}:3: x")
    assert changes(run(features=(broken,)), run(scenario("一"))) == []
