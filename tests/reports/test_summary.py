"""The page of Markdown: short, and nothing in it is markup by accident."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from reports.history import with_history
from reports.summary import MOST, markdown
from tests.reports.conftest import Reported
from tests.reports.samples import PROBLEM, outline, run, scenario
from tests.runner.conftest import GOOD, Project


def test_a_good_run_is_short() -> None:
    page = markdown(run(scenario("一"), outline("二", {"1": "passed", "2": "passed"})))
    assert "すべて成功しました" in page
    assert "| 3 | 3 | 0 | 0 | 0 | 1 | 1 | 1 |" in page
    assert "failed scenarios" not in page


def test_failures_problems_and_changes_are_told() -> None:
    before = with_history(None, run(scenario("一"), scenario("二")))
    now = run(scenario("一", "failed"), scenario("三"), problems=(PROBLEM,))
    page = markdown(with_history(before, now))
    assert r"- **一** 一 in English features/01\_a.feature\:5: 残り回数は2回です" in page
    assert r"**features/b.feature** 何かがおかしい" in page
    assert "- 新たに失敗 / newly failing: 1, 一" in page
    assert "- 追加 / new: 1, 三" in page


def test_many_failures_are_cut() -> None:
    failed = [scenario(f"失敗{number}", "failed") for number in range(MOST + 7)]
    page = markdown(run(*failed))
    assert page.count("残り回数は2回です") == MOST
    assert "… 7 more" in page


@pytest.mark.parametrize(
    "text", ["<script>", "| cell |", "[link](x)", "# head", "`code`", "@someone", "a\nb", "*b*"]
)
def test_text_is_text(text: str) -> None:
    failed = scenario("一", "failed")
    failed = replace(failed, cases=(replace(failed.cases[0], error=text),))
    (line,) = [line for line in markdown(run(failed)).splitlines() if line.startswith("- **一**")]
    for special in "<|[#`@*\n":
        assert special not in line.replace("- **一**", "").replace("\\" + special, "")


def test_it_is_added_to_the_summary_of_the_job(
    project: Project, reported: Reported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    project(GOOD)
    kept = reported("features")
    assert page.read_text(encoding="utf-8") == "before\n" + kept.file("summary.md")
