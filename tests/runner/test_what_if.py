"""The features under another procedure, asked by a program."""

import datetime as dt
from pathlib import Path

import pytest

from fakes.policy import Policy
from runner.what_if import (
    PASSED,
    UNCHANGED,
    Run,
    Variant,
    WhatIfFailed,
    differences,
    outcomes,
)
from tests.copies import copied

LATER = Policy(kiosk_opens=dt.time(6, 31))
HOURS = "6:30から23:00までの間だけ利用できる"
ROWS = ["6:29-利用時間外", "6:30-利用するサービスを選んでください"]


@pytest.fixture(scope="module")
def runs() -> list[Run]:
    """What becomes of a few scenarios when the kiosk opens later, or costs something."""
    opens = Variant("opens later", LATER, frozenset({"kiosk_opens"}))
    costs = Variant("costs 100 yen", Policy(kiosk_fee=100), frozenset({"kiosk_fee", "kiosk_opens"}))
    return outcomes([opens, costs])


def test_a_run_says_what_ran_and_where_it_failed(runs: list[Run]) -> None:
    lines = Path("features/04_kiosk.feature").read_text(encoding="utf-8").splitlines()
    (failed,) = [run for run in runs if run.row == ROWS[1] and run.policy == "opens later"]
    assert failed.path == "features/04_kiosk.feature"
    assert lines[failed.line - 1].strip() == f"シナリオアウトライン: {HOURS}"
    assert (failed.scenario, failed.index) == (HOURS, 1)
    assert failed.outcome == "AssertionError"
    assert failed.message.startswith("画面に「利用するサービスを選んでください」はありません。")
    assert failed.step == "ならば マルチコピー機に「利用するサービスを選んでください」と表示される"
    assert lines[failed.step_line - 1].strip() == "ならば マルチコピー機に「<表示>」と表示される"
    assert not failed.passed


def test_every_scenario_that_runs_runs_unchanged_first(runs: list[Run]) -> None:
    by_case: dict[tuple[str, int, int], list[Run]] = {}
    for run in runs:
        by_case.setdefault(run.case, []).append(run)
    assert {each[0].policy for each in by_case.values()} == {UNCHANGED}
    assert {each[0].outcome for each in by_case.values()} == {PASSED}
    of_hours = [run.policy for run in runs if run.row == ROWS[0]]
    assert of_hours == [UNCHANGED, "opens later", "costs 100 yen"]
    passed = [run for run in runs if run.passed]
    assert {(run.message, run.step, run.step_line) for run in passed} == {("", "", 0)}


def test_only_scenarios_with_the_tags_run(runs: list[Run]) -> None:
    free = "再設定に手数料はかからない"
    assert [run.policy for run in runs if run.scenario == free] == [UNCHANGED, "costs 100 yen"]
    assert "3回続けて間違えるとすぐにロックされる" not in {run.scenario for run in runs}


def test_what_differs_is_told_beside_what_was(runs: list[Run]) -> None:
    differing = differences(runs, "costs 100 yen")
    assert [(before.policy, after.scenario) for before, after in differing] == [
        (UNCHANGED, "再設定に手数料はかからない")
    ]
    assert {after.row for _, after in differences(runs, "opens later")} == {ROWS[1], ""}
    assert differences(runs, "nothing of the kind") == []


def test_without_tags_everything_runs() -> None:
    tried = outcomes([Variant("opens later", LATER)])
    unchanged = [run for run in tried if run.policy == UNCHANGED]
    assert len(unchanged) > 200
    assert len(tried) == 2 * len(unchanged)


def test_nothing_is_printed_and_nobodys_options_count(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    monkeypatch.chdir(tmp_path)
    assert outcomes([Variant("opens later", LATER, frozenset({"kiosk_fee"}))])
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_is_to_be_tried_nothing_runs() -> None:
    assert outcomes([]) == []
    assert outcomes([Variant("none", Policy(), frozenset({"no such tag"}))]) == []


@pytest.mark.parametrize("names", [["one", "one"], [UNCHANGED]])
def test_variants_need_names_of_their_own(names: list[str]) -> None:
    with pytest.raises(ValueError, match="a name of its own"):
        outcomes([Variant(name, LATER) for name in names])


@pytest.mark.parametrize(
    ("file", "said"),
    [("steps/kiosk.py", "SyntaxError"), ("features/04_kiosk.feature", "04_kiosk.feature")],
)
def test_a_project_that_cannot_run_is_said_with_what_pytest_says(
    tmp_path: Path, file: str, said: str
) -> None:
    root = copied(tmp_path / "project")
    (root / file).write_text("def broken(:\n", encoding="utf-8")
    with pytest.raises(WhatIfFailed, match=said):
        outcomes([Variant("opens later", LATER, frozenset({"kiosk_fee"}))], root)


def test_a_failure_outside_of_steps_has_no_step(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    broken = "import pytest\n\n@pytest.fixture\ndef kiosk():\n    raise LookupError('lost')\n"
    (root / "features" / "conftest.py").write_text(broken, encoding="utf-8")
    tried = outcomes([Variant("costs", Policy(kiosk_fee=100), frozenset({"kiosk_fee"}))], root)
    assert [(run.outcome, run.message) for run in tried] == [("LookupError", "lost")] * 2
    assert differences(tried, "costs") == []
