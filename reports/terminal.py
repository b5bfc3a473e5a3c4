"""The short result of `tejun run`: features, scenarios, what was slow, what changed."""

import os
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest

from reports.run import Feature, Run

SLOWEST = 3


def tell(writer: pytest.TerminalReporter, run: Run, written: list[Path]) -> None:
    """Write the result, and where the reports are."""
    writer.ensure_newline()
    writer.write_line("")
    writer.write_line("  passed  failed   seconds  feature")
    for feature in run.features:
        _tell_feature(writer, feature)
    writer.write_line("")
    _tell_totals(writer, run)
    writer.write_line("")
    _tell_slowest(writer, run)
    _tell_changes(writer, run)
    for path in written:
        writer.write_line(f"  report  {os.path.relpath(path)}")
    writer.write_line("")


def _tell_feature(writer: pytest.TerminalReporter, feature: Feature) -> None:
    cases = [case for scenario in feature.scenarios for case in scenario.cases]
    results = Counter(case.result for case in cases)
    if not feature.error and results["not run"] == len(cases):
        return
    seconds = sum(case.seconds for case in cases)
    counts = f"  {results['passed']:6}  {results['failed']:6}  {seconds:8.2f}"
    line = f"{counts}  {PurePosixPath(feature.uri).stem:13}  {feature.name}"
    writer.write_line(line, red=results["failed"] > 0 or bool(feature.error))


def _tell_totals(writer: pytest.TerminalReporter, run: Run) -> None:
    results = Counter(case.result for case in run.cases)
    left_out = f", {results['not run']} not run" if results["not run"] else ""
    skipped = f", {results['skipped']} skipped" if results["skipped"] else ""
    outside = sum(bool(problem.where) for problem in run.problems)
    problems = f", {outside} failed outside of scenarios" if outside else ""
    good = run.outcome == "passed"
    outcome = "" if run.outcome in ("passed", "failed") else f", {run.outcome}"
    writer.write_line(
        f"  {len(run.features)} features, {len(run.scenarios)} scenarios:"
        f" {results['passed']} runs passed, {results['failed']} failed"
        f"{skipped}{left_out}{problems}{outcome}",
        bold=True,
        green=good,
        red=not good,
    )


def _tell_slowest(writer: pytest.TerminalReporter, run: Run) -> None:
    times = [(case.seconds, each.name) for each in run.scenarios for case in each.cases]
    slowest = [each for each in sorted(times, reverse=True)[:SLOWEST] if each[0]]
    if slowest:
        writer.write_line("  slowest")
        for seconds, name in slowest:
            writer.write_line(f"  {seconds * 1000:6.0f} ms  {name}")
        writer.write_line("")


def _tell_changes(writer: pytest.TerminalReporter, run: Run) -> None:
    if run.history is None:
        return
    for value in run.history.values:
        title, before, after = value.title.ja, value.before.ja, value.after.ja
        writer.write_line(f"  since the last run: {title} {before} → {after}")
    kinds = Counter(change.kind for change in run.history.changes)
    if kinds:
        told = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        writer.write_line(f"  since the last run: {told}")
        writer.write_line("")
