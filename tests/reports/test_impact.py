"""`tejun impact`: what would change if the guide were right."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from fakes.policy import Policy
from fakes.purposes import AUTHENTICATION_ONLY as PIN
from reports.checked import impact
from runner.what_if import PASSED, UNCHANGED, Run, Variant, WhatIfFailed
from tests.reports.conftest import Call, edited

Features = dict[str, Callable[[Policy], bool]]
"""Scenarios by their names: each fails under the policies for which it says so."""


@pytest.fixture
def features(monkeypatch: pytest.MonkeyPatch) -> Features:
    """Features made by hand: a scenario fails when the policy has one of its values."""
    scenarios: Features = {}

    def outcomes(variants: Sequence[Variant]) -> list[Run]:
        if not variants:
            return []
        runs = []
        for line, (name, fails) in enumerate(scenarios.items(), 1):
            for variant in (Variant(UNCHANGED, Policy()), *variants):
                failed = fails(variant.policy)
                outcome = ("AssertionError", "ちがう", "ならば 見える", 9) if failed else (PASSED,)
                place = ("features/a.feature", line, name, "", 0)
                runs.append(Run(*place, variant.name, *outcome))
        return runs

    monkeypatch.setattr(impact, "outcomes", outcomes)
    return scenarios


def found(call: Call, *arguments: object) -> dict[str, Any]:
    said = call("impact", *arguments, "--format", "json")
    assert said.err == ""
    value: dict[str, Any] = json.loads(said.out)
    assert said.status == (1 if value["scenarios"] else 0)
    return value


def test_a_guide_that_agrees_has_no_impact(call: Call, guide: Path) -> None:
    said = call("impact", guide)
    assert (said.status, said.err) == (0, "")
    assert said.out == f"{guide}: 置き換わる事実0件、結果が変わるシナリオ0件\n"


def test_the_scenarios_of_a_fact_are_found_by_running_them(call: Call, guide: Path) -> None:
    edited(guide, "24時間", "48時間")
    edited(guide, "手数料はかかりません", "手数料は100円です")
    value = found(call, guide)
    facts = {each["id"]: each for each in value["facts"]}
    assert facts["reservation-validity"]["lines"] == [9]
    assert (facts["reservation-validity"]["from"], facts["reservation-validity"]["to"]) == (
        "24時間",
        "48時間",
    )
    assert facts["kiosk-fee"]["to"] == "100円"
    by = {each["name"]: each for each in value["scenarios"]}
    free = by["再設定に手数料はかからない"]
    assert free["fact"] == "kiosk-fee"
    assert free["result"] == "AssertionError"
    assert free["step"].startswith("ならば ")
    assert Path(free["path"]).exists()
    late = by["予約番号は予約の24時間後まで使える"]
    assert late["fact"] == "reservation-validity"


def test_what_only_all_together_do_is_told_apart(
    call: Call, guide: Path, features: Features
) -> None:
    edited(guide, "3回", "5回")
    edited(guide, "手数料はかかりません", "手数料は100円です")
    features["三回"] = lambda policy: policy.authentication_tries == 5
    features["両方"] = lambda policy: policy.authentication_tries == 5 and policy.kiosk_fee == 100
    features["無料でない"] = lambda policy: (
        (policy.kiosk_fee == 100) is not (policy.authentication_tries == 5)
    )
    features["無関係"] = lambda policy: False
    value = found(call, guide)
    assert [(each["name"], each["fact"]) for each in value["scenarios"]] == [
        ("三回", "authentication-tries"),
        ("両方", ""),
        ("無料でない", "authentication-tries"),
        ("無料でない", "kiosk-fee"),
    ]
    written = call("impact", guide).out
    assert (
        "すべてを合わせたときだけ結果が変わるシナリオ\n    features/a.feature:2 両方\n" in written
    )
    assert "        9行目 ならば 見える: ちがう\n" in written
    assert written.endswith("置き換わる事実2件、結果が変わるシナリオ3件\n")
    english = call("impact", guide, "--language", "en").out
    assert english.endswith("2 facts replaced, 3 scenarios change\n")


def test_of_two_values_for_one_fact_the_first_counts_among_all(
    call: Call, guide: Path, features: Features
) -> None:
    edited(guide, "\n## 窓口", "\n予約番号が使えるのは、予約から72時間以内です。\n\n## 窓口")
    edited(guide, "24時間", "48時間")
    features["期限"] = lambda policy: policy.reservation_validity.days == 3
    value = found(call, guide)
    told = [(each["id"], each["to"], each["together"]) for each in value["facts"]]
    assert told == [
        ("reservation-validity", "48時間", True),
        ("reservation-validity-2", "72時間", False),
    ]
    assert [each["fact"] for each in value["scenarios"]] == ["reservation-validity-2"]
    assert "単独でだけ試した" in call("impact", guide).out


def test_a_value_stated_twice_is_tried_once(call: Call, guide: Path, features: Features) -> None:
    edited(guide, "\n## 窓口", "\n予約番号が使えるのは、予約から48時間以内です。\n\n## 窓口")
    edited(guide, "24時間", "48時間")
    (fact,) = found(call, guide)["facts"]
    assert fact["lines"] == [9, 20]


def test_what_is_said_in_words_only_is_listed_as_not_tried(
    call: Call, guide: Path, features: Features
) -> None:
    edited(guide, "2. 「マイナンバーカード」", "2. 「チケット」")
    value = found(call, guide)
    assert value["facts"] == []
    (words,) = value["not_tried"]
    assert words["line"] == 13
    assert "「チケット」はない" in words["message"]
    said = call("impact", guide)
    assert said.status == 0
    assert f"値がなく、試していない記述\n    {guide}:13 " in said.out


def test_on_another_day_the_procedure_of_then_is_what_is_compared_with(
    call: Call, guide: Path, features: Features
) -> None:
    """A scenario that fails on that day anyway is no impact."""
    edited(guide, "24時間", "48時間")
    features["どこでも"] = lambda policy: not any(resets for _, resets in policy.chains)
    features["期限"] = lambda policy: policy.reservation_validity.days == 2
    value = found(call, guide, "--as-of", "2021-06-01")
    assert [each["name"] for each in value["scenarios"]] == ["期限"]


def test_the_impact_can_go_to_a_file(call: Call, guide: Path, tmp_path: Path) -> None:
    target = tmp_path / "impact.json"
    said = call("impact", guide, "--format", "json", "--output", target)
    assert (said.status, said.out) == (0, "")
    value = json.loads(target.read_text(encoding="utf-8"))
    assert (value["version"], value["document"]) == (1, str(guide))


def test_features_that_cannot_run_are_said(
    call: Call, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> list[Run]:
        raise WhatIfFailed("")

    edited(guide, "24時間", "48時間")
    monkeypatch.setattr(impact, "outcomes", broken)
    said = call("impact", guide)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("tejun: the scenarios cannot be run (pytest said nothing)")


def test_kiosks_may_be_said_to_reset_no_pin(call: Call, guide: Path, features: Features) -> None:
    edited(guide, "\n## 窓口", "\n4桁の暗証番号は、コンビニでは再設定できません。\n\n## 窓口")
    features["コンビニで"] = lambda policy: not policy.resettable_at("セブン-イレブン") & PIN
    value = found(call, guide)
    assert [each["fact"] for each in value["scenarios"]] == ["kiosk-resets-pin"]
