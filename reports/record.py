"""What a process that runs scenarios tells of each of them."""

from msgspec import Struct

from reports.run import Counters, Definition, Result, Screen, Walked

RECORDED = "scenario_record"
"""The attribute of a test report that carries its record, as JSON."""


class Record(Struct):
    """One run of a scenario, as the process that ran it knows it.

    `line` is the scenario's, `row` counts its rows from 0 (0 too where there are none). `screens`
    are those of this run alone. `templates` are the steps in English with an outline's
    placeholders left in.
    """

    path: str
    line: int
    row: int
    result: Result
    started: float
    seconds: float
    steps: list[Walked]
    templates: list[str]
    definitions: list[Definition | None]
    screens: list[Screen]
    before: Counters | None
    after: Counters | None
    error: str
    details: str
