"""A check as SARIF 2.1.0, so that a code review shows each finding on its line."""

import json
from collections.abc import Sequence
from importlib import metadata
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from guidance.check import Report
from guidance.findings import Finding, Rule
from reports.checked.record import proofs

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

RULES = {
    Rule.CONTRADICTS: "The procedure does otherwise than the guide says.",
    Rule.CONTRADICTS_ITSELF: "The guide says two things of one fact.",
    Rule.UNSPECIFIED: "Nobody has specified what the guide says.",
    Rule.DIVERGES: "The guide follows one side of a known divergence of sources.",
    Rule.UNCERTAIN: "Sources do not tell which edition held on that day.",
    Rule.NO_SUCH_CHOICE: "The screen has no such choice or text.",
    Rule.WRONG_ENTRY: "The device asks for something else.",
    Rule.WRONG_ORDER: "The device has these steps in another order.",
    Rule.STEP_MISSING: "The device wants a step that the guide leaves out.",
    Rule.NOT_DONE: "After the last step the procedure is not done.",
    Rule.OTHER_PROCEDURE: "The steps are of another procedure.",
    Rule.NOT_UNDERSTOOD: "The sentence is about the procedure and was not understood.",
    Rule.FACT_CHANGED: "A fact has changed since the guide was reviewed.",
    Rule.ADDED: "A statement has come since the guide was reviewed.",
    Rule.REMOVED: "A statement has gone since the guide was reviewed.",
    Rule.REWORDED: "A statement is worded otherwise since the guide was reviewed; its facts stay.",
    Rule.MOVED: "A statement stands elsewhere since the guide was reviewed.",
    Rule.COSMETIC: "A statement is written otherwise since the guide was reviewed.",
    Rule.REVIEW_DUE: "The review of a statement was deferred to a day that has passed.",
    Rule.WEAK_TEST: "The scenarios of a fact pass with the value that the guide states, too.",
}


def sarif(reports: Sequence[Report], language: str = "ja") -> str:
    """All reports as one SARIF log."""
    rules = [{"id": rule.value, "shortDescription": {"text": text}} for rule, text in RULES.items()]
    driver = {"name": "tejun", "version": metadata.version("tejun"), "rules": rules}
    results = [_result(report, each, language) for report in reports for each in report.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(report: Report, found: Finding, language: str) -> dict[str, Any]:
    region: dict[str, int] = {"startLine": found.line}
    if found.column:
        region |= {"startColumn": found.column, "endColumn": max(found.end_column, found.column)}
    artifact = {"uri": _uri(report.name)}
    location = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    message = str(getattr(found.message, language))
    for proof in proofs(found):
        message += f"\n{proof.path}:{proof.line} {proof.name}"
    properties = {"claim": found.claim} if found.claim else {}
    return {
        "ruleId": found.rule.value,
        "ruleIndex": list(RULES).index(found.rule),
        "level": found.level.value,
        "message": {"text": message},
        "locations": [location],
        "properties": properties,
    }


def _uri(name: str) -> str:
    """The file as a URI: relative where it was named so, as code reviews expect it."""
    path = PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="surrogateescape")
