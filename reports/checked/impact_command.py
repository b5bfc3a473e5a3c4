"""`tejun impact`: says what would change if a guide were right."""

from dataclasses import dataclass

from fakes import editions
from guidance.check import understood
from guidance.reading import read
from guidance.reading.unreadable import Unreadable
from reports.checked import impact_text, layout
from reports.checked.command import indented, possible
from reports.checked.crossing import could_not_run
from reports.checked.impact import impact
from reports.checked.impact_record import Impact
from reports.checked.output import NotWritten, put, refuse
from reports.checked.text import Style
from runner.what_if import WhatIfFailed


@dataclass(frozen=True)
class Asked:
    """What was asked of `tejun impact`."""

    path: str
    form: str = "text"
    output: str | None = None
    language: str = "ja"
    as_of: str | None = None


def run(asked: Asked) -> int:
    """Tell the impact of a guide; returns 0 for none, 1 for some, 2 for bad input."""
    try:
        policies = possible(asked.as_of)
        found = impact(understood(read(asked.path)), policies, asked.language)
        put([_written(asked, found)], asked.output)
    except WhatIfFailed as problem:
        return refuse(could_not_run(problem))
    except (editions.BadDay, NotWritten, Unreadable) as problem:
        return refuse(problem)
    return 1 if found.scenarios else 0


def _written(asked: Asked, found: Impact) -> str:
    if asked.form == "json":
        return indented(found) + "\n"
    width = layout.terminal_width() if asked.output is None else None
    style = Style(asked.language, layout.colours_wanted(asked.output), width)
    return impact_text.text(found, style)
