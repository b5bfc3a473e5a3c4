"""What a feature file says wrong by itself: found in its text and in its parse."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from gherkin.dialect import Dialect
from pytest_bdd.parser import Feature, ScenarioTemplate, Step

from runner import document
from runner.document import Unreadable
from runner.findings import Finding

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u180e"
    "\u2007\u200b-\u200f\u2028-\u202f\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
"""Control and format characters and spaces that look like others; tabs and line ends are seen."""

TRAILING_COMMENT = re.compile(r"\s#")
LANGUAGE = re.compile(r"^\s*#\s*language\s*:\s*(\S+)")
LABEL = re.compile(r"^\s*(\w{3,}) *:")
"""A word with a colon at the beginning of a line; shorter ones are too near to too many."""

PLACEHOLDER = re.compile(r"<([^<>]+)>")


@cache
def lint_file(path: Path) -> tuple[Finding, ...]:
    """Everything wrong with one file; cheap enough for every run."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    findings = [*_lint_lines(path, text), *_mistyped(path, text)]
    try:
        feature = document.read(path)
    except Unreadable as error:
        return (*findings, Finding(path, error.line, "unreadable", error.message))
    findings += _lint_feature(path, text, feature)
    return tuple(findings)


def _lint_lines(path: Path, text: str) -> Iterator[Finding]:
    """Line by line, but only for what the text as a whole shows to be there."""
    words = _keywords(text)
    decomposed = not unicodedata.is_normalized("NFC", text)
    hidden = HIDDEN.search(text) is not None
    wide_colons, sharps = "：" in text, TRAILING_COMMENT.search(text) is not None
    if not (decomposed or hidden or wide_colons or sharps):
        return
    for number, line in enumerate(_lines(text), start=1):
        if decomposed and not unicodedata.is_normalized("NFC", line):
            message = "decomposed characters (NFD) look alike but match no step; retype the line"
            yield Finding(path, number, "decomposed", message)
        found = sorted(set(HIDDEN.findall(line)))
        if found:
            names = ", ".join(f"U+{ord(c):04X}" for c in found)
            yield Finding(path, number, "invisible", f"invisible character {names}; delete it")
        stripped = line.strip()
        for keyword in words["blocks"]:
            if stripped.startswith(f"{keyword}："):
                message = f"a full-width colon hides what follows; write 「{keyword}:」"
                yield Finding(path, number, "full-width-colon", message)
        if stripped.startswith(words["steps"]) and TRAILING_COMMENT.search(stripped):
            message = "「#」 behind a step is part of its text; give the comment its own line"
            yield Finding(path, number, "trailing-comment", message)


def _mistyped(path: Path, text: str) -> Iterator[Finding]:
    """Keywords a letter off: Gherkin takes such a line for prose, and what follows with it."""
    keywords = _keywords(text)["blocks"]
    for number, line in enumerate(_lines(text), start=1):
        match = LABEL.match(line)
        if match is None or match[1] in keywords:
            continue
        near = get_close_matches(match[1], keywords, n=1, cutoff=0.75)
        if near:
            message = f"「{match[1]}:」 is no keyword, and hides what follows; write 「{near[0]}:」"
            yield Finding(path, number, "mistyped-keyword", message)


def _lint_feature(path: Path, text: str, feature: Feature) -> Iterator[Finding]:
    yield from _duplicates(path, text)
    yield from _described_by_steps(path, text, feature)
    for template in feature.scenarios.values():
        if not _own_steps(template):
            message = f"「{template.name}」 has no step and would pass; write it or delete it"
            yield Finding(path, template.line_number, "empty-scenario", message)
        yield from _order(path, template)
        yield from _outline(path, template)


def _duplicates(path: Path, text: str) -> Iterator[Finding]:
    first: dict[str, int] = {}
    keywords = "|".join(map(re.escape, _keywords(text)["scenarios"]))
    for number, line in enumerate(_lines(text), start=1):
        match = re.match(rf"\s*(?:{keywords}):\s*(.+?)\s*$", line)
        if match is None:
            continue
        name = match[1]
        if name in first:
            message = f"「{name}」 is also at line {first[name]}, which would not run; rename one"
            yield Finding(path, number, "duplicate-scenario", message)
        first.setdefault(name, number)


def _described_by_steps(path: Path, text: str, feature: Feature) -> Iterator[Finding]:
    """Prose that begins like a step."""
    lines = _lines(text)
    written = {step.line_number: step for each in feature.scenarios.values() for step in each.steps}
    for number, step in sorted(written.items()):
        line = lines[number - 1].strip()
        keyword = step.keyword.strip()
        if keyword != "*" and not line.removeprefix(keyword).startswith((" ", "\u3000", "\t")):
            message = (
                f"「{line}」 is read as a step because it begins with 「{keyword}」;"
                " put a space behind the keyword, or reword the description"
            )
            yield Finding(path, number, "keyword-in-description", message)


def _order(path: Path, template: ScenarioTemplate) -> Iterator[Finding]:
    acted = False
    for step in template.steps:
        if step.type == "given" and acted and step.background is None:
            message = "前提 after もし or ならば; say what holds before anything is done"
            yield Finding(path, step.line_number, "step-order", message)
        acted = acted or step.type != "given"


def _outline(path: Path, template: ScenarioTemplate) -> Iterator[Finding]:
    if template.templated and not any(table.examples for table in template.examples):
        message = (
            f"「{template.name}」 has no rows and would run once with its <…> unfilled; add rows"
        )
        yield Finding(path, template.line_number, "empty-outline", message)
        return
    used = set(PLACEHOLDER.findall(" ".join(step.name for step in template.steps)))
    for table in template.examples:
        for name in table.example_params:
            if name not in used:
                message = f"no step uses the column 「{name}」; use <{name}> or delete it"
                yield Finding(path, table.line_number or 1, "unused-column", message)


def _own_steps(template: ScenarioTemplate) -> list[Step]:
    """The steps that the scenario itself has, without those of backgrounds."""
    return [step for step in template.steps if step.background is None]


def _lines(text: str) -> list[str]:
    """The lines as Gherkin counts them: odd separators (U+2028, form feeds) end none."""
    return text.split("\n")


def _keywords(text: str) -> dict[str, tuple[str, ...]]:
    """The keywords of the file's language: those with a colon, of scenarios, and of steps."""
    first = text.partition("\n")[0]
    named = LANGUAGE.match(first)
    dialect = Dialect.for_name(named[1] if named else "en") or Dialect.for_name("en")
    assert dialect is not None
    scenarios = (*dialect.scenario_keywords, *dialect.scenario_outline_keywords)
    blocks = (
        *dialect.feature_keywords,
        *dialect.background_keywords,
        *dialect.rule_keywords,
        *dialect.examples_keywords,
        *scenarios,
    )
    steps = (
        *dialect.given_keywords,
        *dialect.when_keywords,
        *dialect.then_keywords,
        *dialect.and_keywords,
        *dialect.but_keywords,
    )
    return {"blocks": blocks, "scenarios": scenarios, "steps": steps}
