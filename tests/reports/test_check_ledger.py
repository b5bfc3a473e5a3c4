"""`tejun check` beside a ledger: what was seen weighs less, what has changed is crossed."""

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from fakes import clock
from guidance import ledger as ledgers
from reports.checked import crossing
from runner.what_if import PASSED, UNCHANGED, Run, Variant, WhatIfFailed
from tests.reports.conftest import Call, edited

RECORD = ("--verdict", "no-impact", "--reason", "窓口に確かめた", "--by", "佐藤")


def place(guide: Path) -> Path:
    return ledgers.place_of(str(guide))


def findings(call: Call, *arguments: object) -> list[dict[str, Any]]:
    """What a check finds, as programs read it."""
    said = call("check", *arguments, "--format", "json")
    assert said.err == ""
    found: list[dict[str, Any]] = json.loads(said.out)["findings"]
    return found


def told(call: Call, *arguments: object) -> list[tuple[str, str, int]]:
    found = findings(call, *arguments)
    return [(each["level"], each["rule"], each["line"]) for each in found]


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> list[Variant]:
    """All scenarios pass whatever is tried; gives what was tried."""
    tried: list[Variant] = []

    def outcomes(variants: Sequence[Variant]) -> list[Run]:
        tried.extend(variants)
        names = (UNCHANGED, *(variant.name for variant in variants))
        return [Run("features/a.feature", 7, "通る", "", 0, name, PASSED) for name in names]

    monkeypatch.setattr(crossing, "outcomes", outcomes)
    return tried


def test_without_a_ledger_nothing_is_said_of_changes(call: Call, guide: Path) -> None:
    assert told(call, guide) == []
    edited(guide, "24時間", "48時間")
    assert told(call, guide) == [("error", "contradicts", 9)]


def test_what_somebody_has_seen_and_let_be_is_a_note(call: Call, guide: Path) -> None:
    edited(guide, "24時間", "48時間")
    call("review", guide, *RECORD)
    (found,) = findings(call, guide)
    assert (found["level"], found["rule"]) == ("note", "contradicts")
    day = clock.now().date().isoformat()
    assert found["message"].endswith(f"({day}に佐藤が見直した。影響なし: 窓口に確かめた)")
    assert call("check", guide, "--strict").status == 0
    english = call("check", guide, "--language", "en").out
    assert f"(reviewed by 佐藤 on {day}; no impact: 窓口に確かめた)" in english


def test_scenarios_updated_lets_nothing_be(call: Call, guide: Path) -> None:
    edited(guide, "24時間", "48時間")
    call("review", guide, "--verdict", "scenarios-updated", "--reason", "x", "--by", "佐藤")
    assert told(call, guide) == [("error", "contradicts", 9)]


def test_what_is_deferred_is_let_be_until_the_day_has_passed(call: Call, guide: Path) -> None:
    edited(guide, "24時間", "48時間")
    today = clock.now().date()
    deferred = ("--verdict", "deferred", "--reason", "会議で", "--by", "佐藤")
    call("review", guide, *deferred, "--until", today.isoformat(), "--line", 9)
    (found,) = [each for each in findings(call, guide) if each["rule"] == "contradicts"]
    assert found["level"] == "note"
    assert f"{today.isoformat()}まで延期: 会議で" in found["message"]
    text = place(guide).read_text(encoding="utf-8")
    yesterday = (today - dt.timedelta(days=1)).isoformat()
    place(guide).write_text(
        text.replace(f'"until": "{today.isoformat()}"', f'"until": "{yesterday}"'), encoding="utf-8"
    )
    levels = {each["rule"]: each["level"] for each in findings(call, guide) if each["line"] == 9}
    assert levels == {"contradicts": "error", "review-due": "warning"}


def test_a_new_finding_on_what_was_reviewed_is_no_note(
    call: Call, guide: Path, passing: list[Variant]
) -> None:
    """A sentence may contradict another one that has come since."""
    call("review", guide, *RECORD)
    edited(guide, "\n## 窓口", "\n予約番号が使えるのは、予約から48時間以内です。\n\n## 窓口")
    levels = {each["rule"]: each["level"] for each in findings(call, guide)}
    assert levels["contradicts"] == "error"
    assert levels["contradicts-itself"] == "warning"
    assert levels["added"] == "warning"


def test_a_change_that_breaks_scenarios_says_that_the_spec_must_follow(
    call: Call, guide: Path
) -> None:
    call("review", guide, *RECORD)
    edited(guide, "24時間", "48時間")
    changed, wrong = findings(call, guide)
    assert (changed["level"], changed["rule"]) == ("warning", "fact-changed")
    assert "予約の期限 24時間 → 48時間" in changed["message"]
    assert changed["message"].endswith("次のシナリオが失敗する。案内が正しいなら、仕様も直す")
    names = [each["name"] for each in changed["scenarios"]]
    assert "予約番号は予約の24時間後まで使える" in names
    assert (wrong["level"], wrong["rule"]) == ("error", "contradicts")


def test_a_change_that_no_scenario_notices_means_a_weak_test(
    call: Call, guide: Path, passing: list[Variant]
) -> None:
    call("review", guide, *RECORD)
    edited(guide, "24時間", "48時間")
    edited(guide, "3回", "5回")
    found = findings(call, guide)
    weak = [each for each in found if each["rule"] == "weak-test"]
    assert [(each["line"], each["claim"], each["stated"], each["expected"]) for each in weak] == [
        (3, "authentication-tries", "5回", "3回"),
        (9, "reservation-validity", "48時間", "24時間"),
    ]
    assert {each["level"] for each in weak} == {"warning"}
    assert weak[0]["scenarios"] == [{"path": "features/a.feature", "line": 7, "name": "通る"}]
    tried = {tag for each in passing for tag in each.tags or ()}
    assert tried == {"authentication_tries", "reservation_validity"}


def test_a_change_to_what_the_procedure_is_is_not_tried(
    call: Call, guide: Path, passing: list[Variant]
) -> None:
    edited(guide, "24時間", "48時間")
    call("review", guide, *RECORD)
    edited(guide, "48時間", "24時間")
    assert told(call, guide) == [("warning", "fact-changed", 9)]
    assert passing == []


def test_what_only_reads_otherwise_is_a_note(call: Call, guide: Path) -> None:
    call("review", guide, *RECORD)
    edited(guide, "気長に", "ゆったりと")
    edited(guide, "3回", "３回")
    assert told(call, guide) == [("note", "cosmetic", 3), ("note", "reworded", 23)]
    assert call("check", guide, "--strict").status == 0


def test_a_ledger_named_must_be_there_and_fit(call: Call, guide: Path, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.json"
    said = call("check", guide, "--ledger", missing)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith(f"tejun: {missing}: cannot be read (No such file or directory)")
    call("review", guide, *RECORD)
    other = tmp_path / "other.md"
    other.write_text("# 味噌汁\n\n鍋に水を入れます。\n\n豆腐を切ります。\n", encoding="utf-8")
    said = call("check", other, "--ledger", place(guide))
    assert (said.status, said.out) == (2, "")
    assert "is the ledger of another guide (guide.md)" in said.err


def test_a_ledger_in_the_usual_place_may_be_of_another_guide(
    call: Call, guide: Path, tmp_path: Path
) -> None:
    call("review", guide, *RECORD)
    other = tmp_path / "elsewhere" / "guide.txt"
    other.parent.mkdir()
    other.write_text("味噌汁\n\n鍋に水を入れます。\n\n豆腐を切ります。\n", encoding="utf-8")
    said = call("check", other)
    assert (said.status, said.err) == (0, "")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [('{"version": 1, "gui', "cut short"), ('{"version": 7}', "is a ledger of version 7")],
    ids=["cut", "of another version"],
)
def test_a_broken_ledger_is_said_wherever_it_lies(
    call: Call, guide: Path, text: str, complaint: str
) -> None:
    place(guide).parent.mkdir()
    place(guide).write_text(text, encoding="utf-8")
    for arguments in ((), ("--ledger", place(guide))):
        said = call("check", guide, *arguments)
        assert (said.status, said.out) == (2, "")
        assert complaint in said.err
        assert said.err.count("\n") == 1


def test_a_ledger_named_is_that_of_one_guide(call: Call, guide: Path) -> None:
    said = call("check", guide, guide, "--ledger", "x.json")
    assert said.status == 2
    assert said.err == "tejun: x.json: is the ledger of one guide, not of 2; name one\n"


def test_each_guide_of_a_tree_is_checked_beside_its_own_ledger(
    call: Call, guide: Path, tmp_path: Path, passing: list[Variant]
) -> None:
    folder = tmp_path / "tree"
    folder.mkdir()
    for number in range(12):
        copy = folder / f"page{number}.md"
        copy.write_text(guide.read_text(encoding="utf-8"), encoding="utf-8")
    reviewed = folder / "page7.md"
    call("review", reviewed, *RECORD)
    edited(reviewed, "24時間", "48時間")
    reports = json.loads(call("check", folder, "--format", "json").out)
    rules = {
        each["document"]: [found["rule"] for found in each["findings"]]
        for each in reports
        if each["findings"]
    }
    assert rules == {str(reviewed): ["fact-changed", "contradicts", "weak-test"]}


def test_scenarios_that_cannot_run_are_said_and_the_findings_too(
    call: Call, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> list[Run]:
        raise WhatIfFailed("==== ERRORS ====\n\nE   features/conftest.py: broken\n")

    call("review", guide, *RECORD)
    edited(guide, "24時間", "48時間")
    monkeypatch.setattr(crossing, "outcomes", broken)
    said = call("check", guide)
    assert said.status == 2
    assert "fact-changed" in said.out
    assert said.err == (
        "tejun: the scenarios cannot be run (E   features/conftest.py: broken);"
        " see why with `tejun run`\n"
    )


def test_scenarios_say_nothing_of_the_procedure_of_another_day(
    call: Call, guide: Path, passing: list[Variant]
) -> None:
    call("review", guide, *RECORD)
    edited(guide, "24時間", "48時間")
    rules = [each["rule"] for each in findings(call, guide, "--as-of", "2021-06-01")]
    assert "fact-changed" in rules
    assert "weak-test" not in rules
    assert passing == []
