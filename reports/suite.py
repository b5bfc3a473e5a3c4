"""The short result of `make suite`: features, scenarios, what was slow, where the reports lie.

A pytest plugin, loaded with `-p reports.suite`; plain pytest runs without it.
"""

import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytest_bdd.reporting import test_report_context_registry

SLOWEST = 3


@dataclass
class Tally:
    """What became of one feature's scenarios; `seconds` is the time they took together."""

    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


class Summary:
    """Counts scenarios as they finish, and says the result at the end."""

    def __init__(self, config: pytest.Config) -> None:
        self._files = [config.getoption("xmlpath"), config.getoption("cucumber_json_path")]
        self._features: dict[tuple[str, str], Tally] = {}
        self._times: list[tuple[float, str]] = []
        self._errors = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count one scenario, or an error outside of it."""
        if report.when != "call":
            self._errors += report.failed
            return
        context = test_report_context_registry.get(report)
        if context is None:
            self._errors += report.failed
            return
        feature = context.scenario["feature"]
        key = (feature["rel_filename"], feature["name"])
        tally = self._features.setdefault(key, Tally())
        tally.outcomes[report.outcome] += 1
        tally.seconds += report.duration
        self._times.append((report.duration, context.scenario["name"]))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Count what could not be collected."""
        self._errors += report.failed

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the table, the slowest scenarios, and where the reports are."""
        writer = terminalreporter
        writer.ensure_newline()
        writer.write_line("")
        writer.write_line("  passed  failed   seconds  feature")
        for (file, name), tally in sorted(self._features.items()):
            passed, failed = tally.outcomes["passed"], tally.outcomes["failed"]
            line = f"  {passed:6}  {failed:6}  {tally.seconds:8.2f}  {Path(file).stem:13}  {name}"
            writer.write_line(line, red=failed > 0)
        writer.write_line("")
        self._write_totals(writer)
        writer.write_line("")
        writer.write_line("  slowest")
        for seconds, name in sorted(self._times, reverse=True)[:SLOWEST]:
            writer.write_line(f"  {seconds * 1000:6.0f} ms  {name}")
        writer.write_line("")
        for path in filter(None, self._files):
            writer.write_line(f"  report  {os.path.relpath(path)}")
        writer.write_line("")

    def _write_totals(self, writer: pytest.TerminalReporter) -> None:
        outcomes: Counter[str] = sum(
            (tally.outcomes for tally in self._features.values()), Counter()
        )
        good = not outcomes["failed"] and not self._errors and outcomes["passed"] > 0
        errors = f", {self._errors} failed outside of scenarios" if self._errors else ""
        writer.write_line(
            f"  {len(self._features)} features, {outcomes['passed']} scenarios passed,"
            f" {outcomes['failed']} failed{errors}",
            bold=True,
            green=good,
            red=not good,
        )


def pytest_configure(config: pytest.Config) -> None:
    """Start counting."""
    config.pluginmanager.register(Summary(config), "tejun-suite-summary")
