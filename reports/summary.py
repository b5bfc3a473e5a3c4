"""A run in a page of Markdown, for the summary of a GitHub job or a merge request."""

import os
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reports.document.text import visible
from reports.document.view import SIGNS, View
from reports.run import Case, Feature, Run, Scenario

TEMPLATES = Path(__file__).parent / "document" / "templates"
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-!|~>@:])")
MOST = 50
"""Failures that are told one by one; GitHub takes a megabyte a step at most."""


def markdown(run: Run) -> str:
    """Write the outcome, the totals, what failed, and what changed since the run before."""
    failures = [
        (feature, scenario, case)
        for feature in run.features
        for scenario in feature.scenarios
        for case in scenario.cases
        if case.result == "failed"
    ]
    return (
        _environment()
        .get_template("summary.md.j2")
        .render(view=View(run), signs=SIGNS, failures=failures, most=MOST, place=_place)
    )


def crashed(why: str) -> str:
    """Write why a run could not even begin."""
    first = next((line for line in reversed(why.splitlines()) if line.strip()), "")
    return f"## tejun: 実行できませんでした / The run crashed\n\n{plain(first)}\n"


def publish(page: str) -> None:
    """Add a page to the summary of the GitHub job, if this is one; raises `OSError`."""
    if os.environ.get("GITHUB_STEP_SUMMARY"):
        with open(os.environ["GITHUB_STEP_SUMMARY"], "a", encoding="utf-8") as file:
            file.write(page)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=plain,
    )


def plain(value: object) -> object:
    """Write a text so that Markdown and HTML mean nothing in it, on one line."""
    if not isinstance(value, str):
        return value
    line = " ".join(str(visible(value)).split())
    return SPECIAL.sub(r"\\\1", line).replace("&", "&amp;").replace("<", "&lt;")


def _place(feature: Feature, scenario: Scenario, case: Case) -> str:
    return f"{feature.uri}:{case.line or scenario.line}"
