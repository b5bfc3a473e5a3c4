"""Scenarios and statements that do not know each other: see `guidance.statements`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from guidance.statements import BadAccount, load
from runner.collection import ScenarioItem
from runner.findings import Finding

FILE = "statements.toml"


def lint_account(items: Iterable[ScenarioItem]) -> Iterator[Finding]:
    """Hold the scenarios of each folder against the account that lies beside them, if one does."""
    folders: dict[Path, list[ScenarioItem]] = {}
    for item in items:
        folders.setdefault(item.path.parent, []).append(item)
    for folder, inside in folders.items():
        path = folder / FILE
        whole = {each.path for each in inside} == set(folder.glob("*.feature"))
        if path.exists() and whole:
            yield from _unpinned(path, inside)


def _unpinned(path: Path, items: list[ScenarioItem]) -> Iterator[Finding]:
    try:
        account = load(path)
    except BadAccount as error:
        yield Finding(path, 1, "unreadable", str(error))
        return
    named = account.scenarios()
    written = {item.row.template.name for item in items}
    for item in items:
        if item.row.template.name not in named:
            template = item.row.template
            message = f"「{template.name}」 answers to nothing; name it in {FILE}, at its statement"
            yield Finding(item.path, template.line_number, "unaccounted-scenario", message)
    for name in sorted(named - written):
        message = f"there is no scenario 「{name}」; correct the name or write the scenario"
        yield Finding(path, _line(path, name), "unknown-scenario", message)
    for statement in account.statements:
        if not statement.scenarios and not statement.advice:
            text = statement.text.ja
            message = f"nothing executes 「{text}」; name a scenario, or say why none can"
            yield Finding(path, _line(path, text), "unpinned-statement", message)


def _line(path: Path, text: str) -> int:
    """The first line that holds a text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if text in line), 1)
