"""Cucumber Messages hold together, and are what Cucumber's own library reads."""

import json
from collections import Counter
from typing import Any

import pytest
from cucumber_messages import Envelope, message_converter

from tests.reports.conftest import MISTAKE, WORLD, Reported
from tests.runner.conftest import GOOD, Project

FAILING = """
  シナリオアウトライン: いくつでも
    前提 りんごがある
    もし りんごを<数>個もらう
    ならば りんごは1個である

    例:
      | 数 |
      | 1  |
      | 2  |

  シナリオ: 知らないことをする
    もし 知らないことをする
    ならば りんごは1個である
"""


@pytest.fixture
def messages(project: Project, reported: Reported) -> list[dict[str, Any]]:
    project(GOOD + FAILING)
    lines = reported("features").file("messages.ndjson").splitlines()
    return [json.loads(line) for line in lines]


def of(messages: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [message[kind] for message in messages if kind in message]


def test_the_library_reads_every_message(messages: list[dict[str, Any]]) -> None:
    for message in messages:
        read = message_converter.from_dict(message, Envelope)
        assert message_converter.to_dict(read) == message


def test_every_run_and_step_has_its_result(messages: list[dict[str, Any]]) -> None:
    results = Counter(
        finished["testStepResult"]["status"] for finished in of(messages, "testStepFinished")
    )
    assert results == {"PASSED": 8, "FAILED": 1, "UNDEFINED": 1, "SKIPPED": 1}
    (failed,) = [
        finished["testStepResult"]["message"]
        for finished in of(messages, "testStepFinished")
        if finished["testStepResult"]["status"] == "FAILED"
    ]
    assert "assert 2 == 1" in failed
    assert of(messages, "testRunFinished")[0]["success"] is False


def test_everything_that_is_meant_is_there(messages: list[dict[str, Any]]) -> None:
    pickles = {pickle["id"]: pickle for pickle in of(messages, "pickle")}
    cases = {case["id"]: case for case in of(messages, "testCase")}
    started = {start["id"]: start for start in of(messages, "testCaseStarted")}
    definitions = {each["id"] for each in of(messages, "stepDefinition")}
    assert len(pickles) == len(cases) == len(started) == 4
    for case in cases.values():
        steps = {step["id"] for step in pickles[case["pickleId"]]["steps"]}
        assert {step["pickleStepId"] for step in case["testSteps"]} == steps
        assert all(set(step["stepDefinitionIds"]) <= definitions for step in case["testSteps"])
    assert {start["testCaseId"] for start in started.values()} == set(cases)
    for finished in of(messages, "testStepFinished"):
        case = cases[started[finished["testCaseStartedId"]]["testCaseId"]]
        assert finished["testStepId"] in {step["id"] for step in case["testSteps"]}


def test_times_follow_one_another(messages: list[dict[str, Any]]) -> None:
    def seconds(moment: dict[str, int]) -> float:
        return moment["seconds"] + moment["nanos"] / 1e9

    begins, ends = of(messages, "testStepStarted"), of(messages, "testStepFinished")
    for case in {each["testCaseStartedId"] for each in begins}:
        first, *following = [each for each in begins if each["testCaseStartedId"] == case]
        own = [each for each in ends if each["testCaseStartedId"] == case]
        for one, other in zip(own, following, strict=False):
            assert one["timestamp"] == other["timestamp"]
        spent = seconds(own[-1]["timestamp"]) - seconds(first["timestamp"])
        durations = [seconds(each["testStepResult"]["duration"]) for each in own]
        assert spent == pytest.approx(sum(durations), abs=1e-6)
    assert sum(seconds(each["testStepResult"]["duration"]) for each in ends) > 0


def test_a_file_that_cannot_be_parsed_is_told(project: Project, reported: Reported) -> None:
    project(GOOD)
    project(
        "# language: ja\n機能: だめ\n  シナリオ: x\n    前提 りんごがある\n    なにか\n", name="b"
    )
    lines = reported("features").file("messages.ndjson").splitlines()
    (error,) = of([json.loads(line) for line in lines], "parseError")
    assert error["source"] == {"uri": "features/b.feature", "location": {"line": 5, "column": 5}}


def test_a_journey_is_attached_to_its_step(project: Project, reported: Reported) -> None:
    project(MISTAKE, steps=WORLD)
    lines = reported("features").file("messages.ndjson").splitlines()
    messages = [json.loads(line) for line in lines]
    attachment, _ = of(messages, "attachment")
    _, acting, _ = of(messages, "testCase")[0]["testSteps"]
    assert attachment["testStepId"] == acting["id"]
    told = attachment["body"].splitlines()
    assert told[0].startswith("2026-02-16 10:00:00  スマートフォン: 「マイナポータル」を選ぶ")
    assert any("VERIFY" in line and "2 tries left" in line for line in told)
    assert "0000" not in attachment["body"].replace("10:00:00", "")
