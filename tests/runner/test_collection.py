"""Features are collected as they lie, and chosen as pytest chooses tests."""

import json
import re
from collections.abc import Callable

import pytest

from tests.runner.conftest import GOOD, Project

Run = Callable[..., pytest.RunResult]

OUTLINE = """# language: ja
@fruit
機能: りんご

  シナリオ: もらうと増える
    前提 りんごがある
    もし りんごを2個もらう
    ならば りんごは2個である

  @many
  シナリオアウトライン: いくつでも
    前提 りんごがある
    もし りんごを<数>個もらう
    ならば りんごは<数>個である

    例:
      | 数 |
      | 1  |
      | 1  |

    @big
    例: たくさん
      | 数  |
      | 100 |
"""


@pytest.fixture
def fruit(project: Project) -> pytest.Pytester:
    pytester = project(OUTLINE)
    pytester.makeini("[pytest]\nmarkers =\n    fruit: f\n    many: m\n    big: b\n")
    return pytester


def test_every_scenario_and_row_has_an_id_of_its_own(fruit: pytest.Pytester, run: Run) -> None:
    lines = run("features", "--collect-only", "-q").stdout.lines
    assert lines[:4] == [
        "features/a.feature::もらうと増える",
        "features/a.feature::いくつでも[1]",
        "features/a.feature::いくつでも[1-2]",
        "features/a.feature::いくつでも[100]",
    ]


@pytest.mark.parametrize(
    ("chosen", "passed"),
    [
        (["features"], 4),
        (["features/a.feature"], 4),
        (["features/a.feature::いくつでも"], 3),
        (["features/a.feature::いくつでも[100]"], 1),
        (["features/a.feature::L5"], 1),
        (["features/a.feature::L8"], 1),
        (["features/a.feature::L13"], 3),
        (["-k", "いくつ"], 3),
        (["-m", "fruit"], 4),
        (["-m", "many"], 3),
        (["-m", "big"], 1),
        (["-m", "many and not big"], 2),
        (["-n", "2"], 4),
    ],
)
def test_choosing(fruit: pytest.Pytester, run: Run, chosen: list[str], passed: int) -> None:
    run(*chosen).assert_outcomes(passed=passed, deselected=None)


def test_a_line_before_every_scenario(fruit: pytest.Pytester, run: Run) -> None:
    result = run("features/a.feature::L2")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*features/a.feature:2: no scenario stands at this line*"])


def test_the_last_failed_alone_runs_again(project: Project, pytester: pytest.Pytester) -> None:
    broken = OUTLINE.replace("@fruit\n", "").replace("  @many\n", "").replace("    @big\n", "")
    project(broken.replace("りんごは2個である", "りんごは3個である"))
    plugins = ("-p", "runner.plugin", "-p", "no:hypothesispytest")
    pytester.runpytest(*plugins, "features").assert_outcomes(passed=3, failed=1)
    pytester.runpytest(*plugins, "--lf").assert_outcomes(failed=1)


def test_stopping_at_the_first_failure(project: Project, run: Run) -> None:
    project(GOOD.replace("2個である", "3個である"))
    project(GOOD, name="b")
    run("features", "-x").assert_outcomes(failed=1)


def test_junit_names_file_and_line(fruit: pytest.Pytester, run: Run) -> None:
    run("features", "--junitxml=out.xml", "-o", "junit_family=xunit1")
    text = (fruit.path / "out.xml").read_text(encoding="utf-8")
    case = re.search(r'<testcase [^>]*name="いくつでも\[100\]"[^>]*>', text)
    assert case is not None
    assert 'file="features/a.feature"' in case[0]
    assert 'line="10"' in case[0]


def test_setup_plan_runs_nothing(fruit: pytest.Pytester, run: Run) -> None:
    result = run("features", "--setup-plan")
    result.stdout.fnmatch_lines(["*features/a.feature::いくつでも?100?*"])


def test_the_step_catalogue(fruit: pytest.Pytester, run: Run) -> None:
    text = run("features", "--steps").stdout.str()
    assert "もし りんごを{count:d}個もらう" in text
    assert re.search(r"One gets \{count\} apples\.  \(line \d+, used 4 times\)", text)


def test_findings_as_json(project: Project, run: Run) -> None:
    project(GOOD.replace("りんごがある", "なしがある"))
    findings = json.loads(run("features", "--lint-features=json").stdout.str())
    assert [each["rule"] for each in findings] == ["unused-definition", "undefined-step"]
    assert (findings[1]["path"], findings[1]["line"]) == ("features/a.feature", 5)


def test_workers_report_the_same(project: Project, run: Run) -> None:
    pytester = project(GOOD.replace("2個である", "3個である"))
    project(GOOD, name="b")
    found = []
    for options in ([], ["-n", "2"]):
        result = run("features", "--junitxml=out.xml", *options)
        result.assert_outcomes(passed=1, failed=1)
        text = result.stdout.str()
        assert "失敗したステップ" in text
        assert "features/a.feature:7" in text
        junit = (pytester.path / "out.xml").read_text(encoding="utf-8")
        found.append(sorted(re.findall(r'<testcase classname="([^"]*)" name="([^"]*)"', junit)))
        assert junit.count("<failure") == 1
    assert found[0] == found[1]
    assert len(found[0]) == 2


def test_the_last_failures_are_known_by_row(project: Project, pytester: pytest.Pytester) -> None:
    project(OUTLINE.replace("ならば りんごは<数>個である", "ならば りんごは1個である"))
    pytester.makeini("[pytest]\nmarkers =\n    fruit: f\n    many: m\n    big: b\n")
    plugins = ("-p", "runner.plugin", "-p", "no:hypothesispytest")
    pytester.runpytest(*plugins, "features").assert_outcomes(passed=3, failed=1)
    again = pytester.runpytest(*plugins, "features", "--lf")
    again.assert_outcomes(failed=1)
    again.stdout.fnmatch_lines(["FAILED features/a.feature::いくつでも[[]100]*"])
