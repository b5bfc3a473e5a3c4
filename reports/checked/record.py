"""A check as it is written for programs: JSON, described by `check.schema.json`.

`python -m reports.checked.record` writes the schema anew. Raise VERSION when readers would break.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import msgspec

from fakes.words import Words
from guidance import scenarios
from guidance.check import Report
from guidance.findings import ClaimStanding
from guidance.findings import Finding as Found
from guidance.walking.stage import KIOSK, PHONE
from guidance.walking.walk import Walk as Walked

VERSION = 1
SCHEMA = Path(__file__).parent / "check.schema.json"


class Scenario(msgspec.Struct, frozen=True):
    """A scenario that proves what the procedure does."""

    path: str
    line: int
    name: str


class Finding(msgspec.Struct, frozen=True):
    """One finding; `line` and `column` count from 1, in a PDF through the text of all pages.

    `part` is what matters of the sentence, up to `end_column` of the line. `stated` and `expected`
    are what the guide states and what the procedure does; empty where there is no value.
    """

    rule: str
    level: Literal["error", "warning", "note"]
    line: int
    column: int
    end_column: int
    message: str
    part: str
    claim: str
    stated: str
    expected: str
    scenarios: list[Scenario]


class Claim(msgspec.Struct, frozen=True):
    """How the guide stands to one claim, and where it states it."""

    id: str
    status: Literal["agrees", "contradicts", "unstated"]
    lines: list[int]
    stated: list[str]
    expected: str


Device = Literal["phone", "kiosk"]
Result = Literal["done", "stopped", "other"]
DEVICES: dict[str, Device] = {PHONE: "phone", KIOSK: "kiosk"}


class Walk(msgspec.Struct, frozen=True):
    """One numbered list: where it begins, at which device, how it ended.

    `result`: "done" at the end of the procedure, "stopped" before it, "other" when the steps are of
    another procedure and were not walked.
    """

    line: int
    device: Device
    steps: int
    result: Result


class Check(msgspec.Struct, frozen=True):
    """The check of one guide."""

    version: int
    document: str
    findings: list[Finding]
    claims: list[Claim]
    walks: list[Walk]


def recorded(report: Report, language: str = "ja") -> Check:
    """A report in one language, "ja" or "en"."""

    def said(words: Words | None) -> str:
        return "" if words is None else str(getattr(words, language))

    findings = [
        _finding(each, said(each.message), said(each.stated), said(each.expected))
        for each in report.findings
    ]
    claims = [
        _claim(each, [said(words) for words in each.stated], said(each.expected))
        for each in report.claims
    ]
    return Check(VERSION, report.name, findings, claims, [_walk(each) for each in report.walks])


def _finding(found: Found, message: str, stated: str, expected: str) -> Finding:
    return Finding(
        found.rule.value,
        found.level.value,
        found.line,
        found.column,
        found.end_column,
        message,
        found.part,
        found.claim,
        stated,
        expected,
        proofs(found),
    )


def proofs(found: Found) -> list[Scenario]:
    """The scenarios that pin what a finding is about."""
    return [Scenario(each.path, each.line, each.name) for each in found.proofs or _pinning(found)]


def _pinning(found: Found) -> Iterable[scenarios.Scenario]:
    known = scenarios.by_tag() if found.fields else {}
    return dict.fromkeys(each for field in found.fields for each in known.get(field, ()))


def _claim(standing: ClaimStanding, stated: list[str], expected: str) -> Claim:
    return Claim(standing.id, standing.standing.value, list(standing.lines), stated, expected)


def _walk(walked: Walked) -> Walk:
    result: Result = "other" if walked.other else "done" if walked.done else "stopped"
    return Walk(walked.line, DEVICES[walked.device], walked.steps, result)


def schema() -> dict[str, Any]:
    """The JSON Schema of one check."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    made = {"$schema": dialect, "title": "tejun check --format json", **msgspec.json.schema(Check)}
    for definition in made["$defs"].values():
        # Python 3.13 takes the indentation of docstrings away, older ones do not.
        definition["description"] = " ".join(definition.get("description", "").split())
    return made


if __name__ == "__main__":
    text = json.dumps(schema(), ensure_ascii=False, indent=2)
    SCHEMA.write_text(text + "\n", encoding="utf-8")
