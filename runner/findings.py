"""What the linter says: a rule, a place, what is wrong there, and what to do."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. `line` counts from 1; `snippet` is something to paste, if any."""

    path: Path
    line: int
    rule: str
    message: str
    level: Level = "error"
    snippet: str = ""

    def __str__(self) -> str:
        """The finding on one line, as editors jump to it, with what there is to paste below."""
        place = f"{os.path.relpath(self.path)}:{self.line}"
        text = f"{place}: {self.level}: {self.message} [{self.rule}]"
        return f"{text}\n\n{self.snippet}" if self.snippet else text


def unregistered_tag(path: Path, line: int, tag: str) -> Finding:
    """A tag that is not declared: most often one that is mistyped."""
    message = f"@{tag} is not registered; correct it, or add it to `markers` in pyproject.toml"
    return Finding(path, line, "unregistered-tag", message)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Findings by file and line, each once."""
    return sorted(
        set(findings), key=lambda each: (str(each.path), each.line, each.rule, each.message)
    )


def as_json(findings: list[Finding]) -> str:
    """Findings for programs: a list of objects with path, line, rule, level, message, snippet."""
    rows = [
        {
            "path": os.path.relpath(each.path),
            "line": each.line,
            "rule": each.rule,
            "level": each.level,
            "message": each.message,
            "snippet": each.snippet,
        }
        for each in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
