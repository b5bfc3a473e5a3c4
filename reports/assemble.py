"""Puts a run together: the spec as written, with what was recorded of each scenario."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from reports.record import Record
from reports.run import (
    Act,
    Case,
    Definition,
    Entry,
    Feature,
    Rule,
    Scenario,
    Screen,
    Step,
    Walked,
    written,
)

Place = tuple[str, int, int]
"""Where a run is written: the file's name in reports, the scenario's line, its row from 0."""

Known = tuple[str, Definition | None]
"""A step's English, and its definition."""

UNKNOWN: Known = ("", None)


class Screens:
    """All screens of a run, each once."""

    def __init__(self) -> None:
        self._places: dict[Screen, int] = {}

    def take_in(self, screens: list[Screen]) -> list[int]:
        """Take the screens of one record in, and say where each now stands."""
        return [self._places.setdefault(screen, len(self._places)) for screen in screens]

    def all(self) -> tuple[Screen, ...]:
        """The screens in the order of their places."""
        return tuple(self._places)


def fill_in(
    features: Iterable[Feature], records: Mapping[Place, Record]
) -> tuple[list[Feature], tuple[Screen, ...]]:
    """Fill what was recorded into the spec; return it with the screens it refers to."""
    screens = Screens()
    known = _shown(features, records)
    filled = [_feature(feature, records, screens, known) for feature in features]
    return filled, screens.all()


def _shown(features: Iterable[Feature], records: Mapping[Place, Record]) -> dict[str, Known]:
    """What some run has shown of each step, by its Japanese text."""
    known: dict[str, Known] = {}
    for feature in features:
        for rule in feature.rules:
            for scenario in rule.scenarios:
                record = records.get((feature.uri, scenario.line, 0))
                if record is None:
                    continue
                english = record.templates or [step.english for step in record.steps]
                for step, words, definition in zip(
                    written(feature, rule, scenario), english, record.definitions, strict=False
                ):
                    known[step.text] = (words, definition)
    return known


def _feature(
    feature: Feature,
    records: Mapping[Place, Record],
    screens: Screens,
    known: Mapping[str, Known],
) -> Feature:
    rules = []
    for rule in feature.rules:
        scenarios = [
            _scenario(feature.uri, scenario, records, screens, known) for scenario in rule.scenarios
        ]
        background = _said(rule.background, known)
        rules.append(replace(rule, background=background, scenarios=tuple(scenarios)))
    background = _said(feature.background, known)
    return replace(feature, background=background, rules=tuple[Rule, ...](rules))


def _said(steps: Iterable[Step], known: Mapping[str, Known]) -> tuple[Step, ...]:
    return tuple(_told(step, known.get(step.text, UNKNOWN)) for step in steps)


def _told(step: Step, known: Known) -> Step:
    english, definition = known
    return replace(step, english=english, definition=definition)


def _scenario(
    uri: str,
    scenario: Scenario,
    records: Mapping[Place, Record],
    screens: Screens,
    known: Mapping[str, Known],
) -> Scenario:
    cases = []
    for row, case in enumerate(scenario.cases):
        record = records.get((uri, scenario.line, row))
        cases.append(_case(case, record, screens) if record else case)
    return replace(scenario, steps=_said(scenario.steps, known), cases=tuple(cases))


def _case(case: Case, record: Record, screens: Screens) -> Case:
    places = screens.take_in(record.screens)
    return replace(
        case,
        result=record.result,
        started=round(record.started, 3),
        seconds=round(record.seconds, 6),
        steps=tuple(_walked(step, places, outline=bool(case.row)) for step in record.steps),
        before=record.before,
        after=record.after,
        error=record.error,
        details=record.details,
    )


def _walked(step: Walked, places: list[int], outline: bool) -> Walked:
    entries = tuple(_moved(entry, places) for entry in step.entries)
    # Without a row, the step reads as it is written, and that is kept once, with the scenario.
    english = step.english if outline else ""
    return replace(step, entries=entries, english=english)


def _moved(entry: Entry, places: list[int]) -> Entry:
    if not isinstance(entry, Act):
        return entry
    return replace(entry, before=places[entry.before], after=places[entry.after])
