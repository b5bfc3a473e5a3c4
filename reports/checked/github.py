"""A check as commands of GitHub Actions, which shows them on the lines of a pull request."""

from guidance.check import Report
from guidance.findings import Finding, Level

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def github(report: Report, language: str = "ja") -> str:
    """One command a finding."""
    return "".join(f"{_command(report, each, language)}\n" for each in report.findings)


def _command(report: Report, found: Finding, language: str) -> str:
    end = max(found.end_column - 1, found.column)
    columns = f"col={found.column},endColumn={end}"
    place = f"file={_property(report.name)},line={found.line},{columns}"
    title = _property(f"tejun {found.rule.value}")
    message = _data(str(getattr(found.message, language)))
    return f"::{COMMANDS[found.level]} {place},title={title}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
