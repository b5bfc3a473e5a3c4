"""What is kept of a run, and that no end of it leaves the document lying."""

from html import escape

import pytest

from reports.run import Act, Counters, Exchange, Walked
from tests.reports.conftest import MISTAKE, WORLD, Reported
from tests.runner.conftest import GOOD, Project

OUTLINE = """# language: ja
@fruit
機能: りんご
  All about apples.

  背景:
    前提 りんごがある

  ルール: もらうと増える
    More come.

    シナリオアウトライン: いくつでも
      Any number.
      もし りんごを<数>個もらう
      ならば りんごは<残り>個である

      例: 少し
        | 数 | 残り |
        | 1  | 1    |

      例: たくさん
        | 数  | 残り |
        | 100 | 99   |
"""


def test_a_scenario_is_kept_as_it_is_written_and_as_it_ran(
    project: Project, reported: Reported
) -> None:
    pytester = project(OUTLINE)
    pytester.makeini("[pytest]\nmarkers =\n    fruit: f\n")
    run = reported("features").run
    assert run.outcome == "failed"
    (feature,) = run.features
    assert (feature.uri, feature.name, feature.english) == (
        "features/a.feature",
        "りんご",
        "All about apples.",
    )
    assert [step.english for step in feature.background] == ["There are apples."]
    (rule,) = feature.rules
    assert (rule.name, rule.english) == ("もらうと増える", "More come.")
    (scenario,) = rule.scenarios
    assert scenario.english == "Any number."
    assert scenario.tags == ("fruit",)
    assert [step.english for step in scenario.steps] == [
        "One gets <数> apples.",
        "There are <残り> apples.",
    ]
    assert [table.name for table in scenario.tables] == ["少し", "たくさん"]
    passed, failed = scenario.cases
    assert (passed.row, passed.result, passed.line) == (("1", "1"), "passed", 19)
    assert (failed.row, failed.result, failed.line) == (("100", "99"), "failed", 23)
    assert [step.result for step in failed.steps] == ["passed", "passed", "failed"]
    assert [step.text for step in failed.steps][1:] == ["りんごを100個もらう", "りんごは99個である"]
    assert failed.steps[1].english == "One gets 100 apples."
    assert "assert 100 == 99" in failed.error
    assert "features/a.feature:15" in failed.details


def test_the_journey_is_kept_step_by_step(project: Project, reported: Reported) -> None:
    project(MISTAKE, steps=WORLD)
    run = reported("features").run
    case, other = run.cases
    given, when, then = case.steps
    assert then.entries == ()
    assert given == Walked("passed", given.seconds, counters=Counters(3, 5))
    acts = [entry for entry in when.entries if isinstance(entry, Act)]
    assert [(act.kind, act.on) for act in acts] == [
        ("press", "マイナポータル"),
        ("press", "ログイン"),
        ("enter", "利用者証明用電子証明書(数字4桁)"),
        ("do", "カードをかざす"),
    ]
    assert acts[2].typed == "●●●●"
    assert run.screens[acts[0].before].title == "ホーム"
    assert run.screens[acts[0].after].title == "マイナポータル"
    wire = [entry.en for entry in when.entries if isinstance(entry, Exchange)]
    assert any("VERIFY" in words and "2 tries left" in words for words in wire)
    assert when.counters == Counters(2, 5)
    assert (case.before, case.after) == (Counters(3, 5), Counters(2, 5))

    pressed = [entry for step in other.steps for entry in step.entries if isinstance(entry, Act)]
    assert [run.screens[act.after].title for act in pressed] == ["行政サービス"]


def test_no_secret_is_kept(project: Project, reported: Reported) -> None:
    project(
        MISTAKE.replace("まちがえる", "入れる"),
        steps=WORLD.replace("0000", "1234").replace("まちがえる", "入れる"),
    )
    kept = reported("features")
    assert kept.run.outcome == "passed"
    for name in ("run.json", "index.html", "messages.ndjson"):
        assert "1234" not in kept.file(name), name


def test_what_did_not_run_is_said(project: Project, reported: Reported) -> None:
    other = GOOD.replace("もらうと増える", "選ばれない")
    project(GOOD)
    project(other, name="b")
    kept = reported("features", "-k", "増える")
    assert [case.result for case in kept.run.cases] == ["passed", "not run"]
    assert kept.run.outcome == "passed"
    assert "実行した1件はすべて成功しました(1件は実行していません)" in kept.page


def test_the_features_of_other_folders_take_no_part(project: Project, reported: Reported) -> None:
    pytester = project(GOOD)
    pytester.mkdir("more").joinpath("c.feature").write_text(GOOD, encoding="utf-8")
    assert [feature.uri for feature in reported("more").run.features] == ["more/c.feature"]


def test_a_syntax_error_is_said(project: Project, reported: Reported) -> None:
    project(GOOD)
    project(
        "# language: ja\n機能: だめ\n  シナリオ: x\n    前提 りんごがある\n    なにか\n", name="b"
    )
    kept = reported("features")
    assert kept.run.outcome == "failed"
    assert "features/b.feature:5" in kept.run.features[1].error
    assert escape(kept.run.features[1].error) in kept.page
    assert "features/b.feature:5" in kept.run.problems[0].message
    assert [case.result for case in kept.run.cases] == ["passed"]


def test_an_undefined_step_is_said(project: Project, reported: Reported) -> None:
    project(GOOD.replace("りんごを2個もらう", "りんごを2個ください"))
    kept = reported("features")
    (case,) = kept.run.cases
    assert [step.result for step in case.steps] == ["passed", "undefined", "skipped"]
    assert "no step definition for「りんごを2個ください」" in case.error
    assert "りんごを2個ください" in kept.page


def test_an_interrupted_run_is_said(project: Project, reported: Reported) -> None:
    stop = '\n@when("やめる")\ndef stop():\n    """Stop."""\n    raise KeyboardInterrupt\n'
    more = (
        GOOD
        + "\n  シナリオ: やめる\n    もし やめる\n\n  シナリオ: もう一つ\n    前提 りんごがある\n"
    )
    project(more, steps=stop)
    kept = reported("features", apart=True)
    assert kept.run.outcome == "interrupted"
    assert [case.result for case in kept.run.cases] == ["passed", "not run", "not run"]
    assert "途中で止められました" in kept.page


def test_a_broken_runner_is_said(project: Project, reported: Reported) -> None:
    broken = (
        "\ndef pytest_bdd_before_scenario():\n    pass\ndef pytest_runtest_logfinish():\n    1/0\n"
    )
    project(GOOD, steps=broken)
    kept = reported("features")
    assert kept.run.outcome == "crashed"
    assert "ZeroDivisionError" in kept.run.problems[-1].message
    assert "異常終了" in kept.page


def test_a_failing_clean_up_is_a_failure(project: Project, reported: Reported) -> None:
    steps = '''
@pytest.fixture
def tidy():
    yield
    raise OSError("the drawer is stuck")

@given("片づける")
def tidied(tidy):
    """It is tidied."""
'''
    project(GOOD.replace("前提 りんごがある", "前提 片づける\n    かつ りんごがある"), steps=steps)
    kept = reported("features")
    (case,) = kept.run.cases
    assert case.result == "failed"
    assert "the drawer is stuck" in case.error
    assert [step.result for step in case.steps] == ["passed"] * 4


def test_a_worker_that_dies_is_said(project: Project, reported: Reported) -> None:
    die = '\nimport os\n@when("落ちる")\ndef die():\n    """Die."""\n    os._exit(3)\n'
    project(GOOD)
    fatal = GOOD.replace("りんごを2個もらう", "落ちる").replace("もらうと増える", "落ちる")
    project(fatal, steps=die, name="b")
    kept = reported("features", "-p", "xdist", "-n", "2", apart=True)
    assert kept.run.outcome == "failed"
    assert [case.result for case in kept.run.cases] == ["passed", "not run"]
    assert any("crashed" in problem.message for problem in kept.run.problems)


def test_a_run_that_is_cut_off_leaves_nothing_of_the_one_before(
    project: Project, reported: Reported
) -> None:
    die = '\nimport os\n@when("落ちる")\ndef die():\n    """Die."""\n    os._exit(3)\n'
    project(GOOD, steps=die)
    folder = reported("features", apart=True).folder
    assert {"summary.md", "messages.ndjson"} <= {path.name for path in folder.iterdir()}
    project(GOOD.replace("りんごを2個もらう", "落ちる"), steps=die)
    kept = reported("features", apart=True)
    assert "終わっていません" in kept.page
    assert {path.name for path in folder.iterdir()} == {"index.html", "run.json"}


def test_workers_record_the_same(project: Project, reported: Reported) -> None:
    project(MISTAKE, steps=WORLD)
    alone = reported("features").run
    shared = reported("features", "-p", "xdist", "-n", "2", apart=True).run

    def timeless(steps: tuple[Walked, ...]) -> list[object]:
        return [(step.result, step.entries, step.counters) for step in steps]

    assert [timeless(case.steps) for case in shared.cases] == [
        timeless(case.steps) for case in alone.cases
    ]
    assert shared.features[0].scenarios[0].steps == alone.features[0].scenarios[0].steps
    assert shared.screens == alone.screens


def test_nothing_selected_is_said_and_leaves_the_reports_alone(
    project: Project, reported: Reported
) -> None:
    project(GOOD)
    before = reported("features")
    pages = (before.page, before.file("run.json"), before.file("summary.md"))
    after = reported("features", "-k", "nowhere")
    assert after.printed.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    after.printed.stdout.fnmatch_lines(["*no scenario was selected, so nothing ran*"])
    assert (after.page, after.file("run.json"), after.file("summary.md")) == pages


def test_a_run_before_that_cannot_be_read_is_said(project: Project, reported: Reported) -> None:
    project(GOOD)
    folder = reported("features").folder
    (folder / "run.json").write_text('{"version": 2}', encoding="utf-8")
    kept = reported("features")
    kept.printed.stdout.fnmatch_lines(["*nothing is compared: *is of version 2*"])
    assert kept.run.history is None


def test_what_is_asked_wrongly_leaves_the_reports_alone(
    project: Project, reported: Reported
) -> None:
    project(GOOD)
    before = reported("features")
    pages = (before.page, before.file("run.json"))
    after = reported("features", "-k", "not a pattern")
    assert after.printed.ret == pytest.ExitCode.USAGE_ERROR
    assert (after.page, after.file("run.json")) == pages


@pytest.mark.parametrize("option", ["--collect-only", "--steps", "--lint-features"])
def test_what_only_lists_leaves_the_reports_alone(
    project: Project, reported: Reported, option: str
) -> None:
    project(GOOD)
    assert not reported("features", option).folder.exists()
