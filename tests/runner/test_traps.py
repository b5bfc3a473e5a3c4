"""Each trap that pytest-bdd lays in silence, and the guard that speaks.

The first part of each test is what an author would write by mistake.
"""

from collections.abc import Callable

import pytest

from tests.runner.conftest import GOOD, Project

Run = Callable[..., pytest.RunResult]


def said(result: pytest.RunResult, *fragments: str) -> None:
    """One line of the output holds all fragments."""
    text = result.stdout.str()
    assert any(all(part in line for part in fragments) for line in text.splitlines()), text


def test_two_scenarios_of_one_name(project: Project, run: Run) -> None:
    project(GOOD + GOOD.split("機能: りんご\n")[1].replace("2個である", "3個である"))
    result = run("features")
    said(result, "features/a.feature:9:", "duplicate-scenario", "line 4")
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_an_empty_scenario(project: Project, run: Run) -> None:
    project(GOOD + "\n  シナリオ: あとで書く\n")
    said(run("features"), "features/a.feature:9:", "empty-scenario")


def test_two_patterns_match_one_step(project: Project, run: Run) -> None:
    project(
        steps='@when(parsers.parse("りんごを{how}もらう"))\n'
        'def other(how):\n    """Other {how}."""\n'
    )
    result = run("features", "--lint-features")
    said(result, "features/a.feature:6:", "ambiguous-step", "りんごを{count:d}個もらう")
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_one_text_defined_twice(project: Project, run: Run) -> None:
    project(steps='@given("りんごがある")\ndef again():\n    """Again."""\n')
    said(run("features", "--lint-features"), "conftest.py", "duplicate-definition", "りんごがある")


def test_a_feature_that_no_module_names_runs(project: Project, run: Run) -> None:
    project()
    run("features").assert_outcomes(passed=1)


def test_a_feature_that_runs_twice(project: Project, run: Run) -> None:
    pytester = project()
    pytester.makepyfile(test_binding='from pytest_bdd import scenarios\nscenarios("features")')
    said(run("--lint-features"), "features/a.feature:4:", "bound-twice", "test_binding.py")


def test_a_description_that_begins_like_a_step(project: Project, run: Run) -> None:
    project(GOOD.replace("増える\n", "増える\n    もしものときに備える。\n"))
    said(run("features"), "features/a.feature:5:", "keyword-in-description", "もし")


def test_a_full_width_colon(project: Project, run: Run) -> None:
    project(GOOD.replace("シナリオ:", "シナリオ："))
    said(run("features"), "features/a.feature:4:", "full-width-colon")


def test_a_comment_behind_a_step(project: Project, run: Run) -> None:
    project(GOOD.replace("りんごがある", "りんごがある # 赤い"))
    said(run("features"), "features/a.feature:5:", "trailing-comment")


def test_decomposed_kana(project: Project, run: Run) -> None:
    project(GOOD.replace("りんごがある", "りんこ\u3099かあ\u3099る"))
    said(run("features"), "features/a.feature:5:", "decomposed")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("シナリヲ", "シナリオ"), ("シナリオアウトラィン", "シナリオアウトライン")],
)
def test_a_keyword_a_letter_off(project: Project, run: Run, written: str, meant: str) -> None:
    more = GOOD.split("機能: りんご\n")[1].replace("もらうと増える", "もう一つ")
    project(GOOD.replace("機能: りんご\n", "機能: りんご\n" + more.replace("シナリオ", written)))
    said(run("features"), "features/a.feature:4:", "mistyped-keyword", f"「{meant}:」")


def test_prose_with_a_colon_is_no_keyword(project: Project, run: Run) -> None:
    project(
        GOOD.replace(
            "機能: りんご\n", "機能: りんご\n  Example: apples.\n  例外: なし\n  注: なし\n"
        )
    )
    run("features").assert_outcomes(passed=1)


@pytest.mark.parametrize("character", ["\u200b", "\u2028", "\x0c", "\x85"])
def test_an_invisible_character(project: Project, run: Run, character: str) -> None:
    project(GOOD.replace("りんごがある", f"りんご{character}がある"))
    said(run("features"), "features/a.feature:5:", "invisible", f"U+{ord(character):04X}")


def test_a_table_that_is_not_taken(project: Project, run: Run) -> None:
    project(GOOD.replace("りんごがある\n", "りんごがある\n      | 赤 | 青 |\n"))
    said(run("features", "--lint-features"), "features/a.feature:5:", "table-not-taken")


def test_a_fixture_replaced_after_others_were_made_from_it(project: Project, run: Run) -> None:
    project(
        GOOD.replace("もし りんごを2個もらう", "かつ かごに入れる\n    かつ りんごがある"),
        "@pytest.fixture\ndef basket(apples):\n    return list(apples)\n\n"
        '@given("かごに入れる")\ndef into_basket(basket):\n    """Into the basket."""\n',
    )
    said(run("features"), "StaleFixture", "'apples'", "basket")


def test_undefined_steps_are_said_all_at_once(project: Project, run: Run) -> None:
    project(GOOD.replace("りんごがある", "なしが「赤い」かごに3個ある").replace("もらう", "買う"))
    result = run("features", "--lint-features")
    said(result, "features/a.feature:5:", "undefined-step")
    said(result, "features/a.feature:6:", "undefined-step")
    said(result, '@given(parsers.parse("なしが「{text1}」かごに{count2:d}個ある"))')
    said(result, '@when(parsers.parse("りんごを{count1:d}個買う"))')


def test_an_undefined_step_of_an_outline_is_said_once(project: Project, run: Run) -> None:
    project(
        GOOD.replace("シナリオ:", "シナリオアウトライン:").replace("2個もらう", "<数>個買う")
        + "\n    例:\n      | 数 |\n      | 1 |\n      | 2 |\n"
    )
    text = run("features", "--lint-features").stdout.str()
    assert text.count("undefined-step") == 1


def test_japanese_ids_stay_japanese(project: Project, run: Run) -> None:
    project(
        GOOD.replace("シナリオ:", "シナリオアウトライン:").replace("2個", "<数>個")
        + "\n    例:\n      | 数 | 色 |\n      | 2 | 赤 |\n"
    )
    said(run("features", "--collect-only", "-q"), "features/a.feature::もらうと増える[2-赤]")


def test_a_failure_names_feature_and_line(project: Project, run: Run) -> None:
    project(GOOD.replace("2個である", "3個である"))
    result = run("features")
    said(result, "features/a.feature:7")
    said(result, "ならば りんごは3個である")
    said(result, "count = 3")
    result.assert_outcomes(failed=1)


def test_cucumber_json_says_where_steps_are_defined(project: Project, run: Run) -> None:
    pytester = project()
    run("features", "--cucumberjson=out.json")
    text = (pytester.path / "out.json").read_text(encoding="utf-8")
    assert '"location": "conftest.py:' in text
    assert '"location": ""' not in text


def test_steps_out_of_order(project: Project, run: Run) -> None:
    project(GOOD + "    前提 りんごがある\n")
    said(run("features"), "features/a.feature:8:", "step-order")


def test_an_unregistered_tag(project: Project, run: Run) -> None:
    project(GOOD.replace("  シナリオ", "  @typo\n  シナリオ"))
    said(run("features", "--lint-features"), "features/a.feature:5:", "unregistered-tag", "@typo")


def test_an_unregistered_tag_hides_nothing_where_markers_are_strict(
    project: Project, run: Run
) -> None:
    project(GOOD.replace("  シナリオ", "  @typo\n  シナリオ"))
    project(name="b")
    result = run("features", "--strict-markers")
    said(result, "features/a.feature:5:", "unregistered-tag", "@typo")
    result.assert_outcomes(passed=2, failed=1)


def test_a_definition_that_nobody_uses(project: Project, run: Run) -> None:
    project(steps='@given("だれも言わない")\ndef unused():\n    """Unused."""\n')
    said(run("features", "--lint-features"), "conftest.py:", "unused-definition", "だれも言わない")


def test_a_feature_that_cannot_be_parsed_does_not_hide_the_others(
    project: Project, run: Run
) -> None:
    project(GOOD + "    りんご\n", name="broken")
    project()
    result = run("features")
    said(result, "features/broken.feature:8:", "unreadable")
    result.assert_outcomes(passed=1, failed=1)


@pytest.mark.parametrize("text", ["", "りんご\n", "# language: xx\n機能: a\n"])
def test_a_file_that_is_no_feature(project: Project, run: Run, text: str) -> None:
    project(text, name="none")
    said(run("features"), "features/none.feature:", "unreadable")


def test_a_file_that_is_not_utf_8(project: Project, run: Run) -> None:
    pytester = project()
    (pytester.path / "features" / "a.feature").write_bytes(GOOD.encode("shift_jis"))
    said(run("features"), "features/a.feature:1:", "not UTF-8")


def test_a_clean_project_has_no_findings(project: Project, run: Run) -> None:
    project()
    result = run("features", "--lint-features")
    said(result, "0 findings")
    assert result.ret == pytest.ExitCode.OK


STATEMENT = '[[statement]]\nat = "1-1"\nja = "りんごは増える"\nen = "Apples grow"\n'


@pytest.mark.parametrize(
    ("account", "fragments"),
    [
        ("", ("a.feature:4:", "unaccounted-scenario", "もらうと増える")),
        (STATEMENT, ("statements.toml:3:", "unpinned-statement", "りんごは増える")),
        (
            STATEMENT + 'scenarios = ["もらうと増える", "なし"]',
            ("statements.toml:5:", "unknown-scenario", "「なし」"),
        ),
        ("[[statement]", ("statements.toml:1:", "unreadable", "is no TOML")),
    ],
)
def test_statements_and_scenarios_that_do_not_know_each_other(
    project: Project, run: Run, account: str, fragments: tuple[str, ...]
) -> None:
    pytester = project()
    (pytester.path / "features" / "statements.toml").write_text(account, encoding="utf-8")
    said(run("features", "--lint-features"), *fragments)


UNUSED = '@given("だれも言わない")\ndef unused():\n    """Unused."""\n'


def test_linting_before_the_run_is_a_test_that_fails(project: Project, run: Run) -> None:
    project()
    run("features", "--lint-features=before").assert_outcomes(passed=1)
    project(steps=UNUSED)
    result = run("features", "--lint-features=before")
    result.assert_outcomes(passed=1, failed=1)
    said(result, "conftest.py:", "unused-definition")


def test_no_definition_is_called_unused_while_features_are_missing(
    project: Project, run: Run
) -> None:
    project(steps=UNUSED)
    project(GOOD, name="b", steps=UNUSED)
    said(run("features", "--lint-features"), "1 finding ")
    said(run("features/a.feature", "--lint-features"), "0 findings")
    said(run("features", "-k", "nothing or もらう", "--lint-features"), "1 finding ")
    said(run("features/b.feature::もらうと増える", "--lint-features"), "0 findings")
    project(GOOD.replace("シナリオ:", "シナリオ："), name="c", steps=UNUSED)
    text = run("features", "--lint-features").stdout.str()
    assert "full-width-colon" in text
    assert "unused-definition" not in text


def test_a_mistyped_step_is_told_its_nearest(project: Project, run: Run) -> None:
    project(GOOD.replace("りんごがある", "りんごがあった"))
    said(run("features", "--lint-features"), "もしかして: 「りんごがある」?")
