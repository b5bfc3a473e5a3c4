"""The journeys, as the data from which the page draws them on demand."""

from collections.abc import Callable
from typing import Any

import msgspec
from markupsafe import Markup

from reports.document.text import visible
from reports.run import Act, Case, Entry, Exchange, Feature, Rule, Run, Scenario, Step

Text = tuple[str, str, str]
"""A step as the page heads it: its keyword, and what it says in Japanese and in English."""


class Strings:
    """A list of values that are told once and then meant by their place."""

    def __init__(self) -> None:
        self._places: dict[Any, int] = {}

    def place(self, value: Any) -> int:
        """Where a value stands; a new one is put at the end."""
        return self._places.setdefault(value, len(self._places))

    def all(self) -> list[Any]:
        """The values in the order of their places."""
        return list(self._places)


def walks_json(run: Run) -> Markup:
    """Write the journeys of a run as JSON that can stand inside of a script element.

    The page's script reads it: `screens`; `texts` (of steps); `words` (of exchanges, calls and
    devices); and for each run of a scenario, by its id, the counters before and after, and the
    steps as [text, result, counters or 0, entries].
    """
    texts, words = Strings(), Strings()
    cases = {
        case.id: _case(case, written, texts.place, words.place)
        for feature in run.features
        for rule in feature.rules
        for scenario in rule.scenarios
        for written in [_written(feature, rule, scenario)]
        for case in scenario.cases
        if case.steps
    }
    screens = [msgspec.to_builtins(screen) for screen in run.screens]
    data = {"screens": screens, "texts": texts.all(), "words": words.all(), "cases": cases}
    return Markup(_inside_html(msgspec.json.encode(_all_visible(data)).decode()))


def _written(feature: Feature, rule: Rule, scenario: Scenario) -> tuple[Step, ...]:
    return (*feature.background, *rule.background, *scenario.steps)


def _case(
    case: Case,
    written: tuple[Step, ...],
    text: Callable[[Text], int],
    word: Callable[[str], int],
) -> list[Any]:
    steps = []
    for step, walked in zip(written, case.steps, strict=False):
        said = (step.keyword, walked.text or step.text, walked.english or step.english)
        entries = [_entry(entry, word) for entry in walked.entries]
        steps.append([text(said), walked.result, walked.counters or 0, entries])
    return [case.before or 0, case.after or 0, steps]


def _entry(entry: Entry, word: Callable[[str], int]) -> list[Any]:
    if isinstance(entry, Act):
        device, on = word(entry.device), word(entry.on)
        return ["a", entry.at, device, entry.kind, on, entry.typed, entry.before, entry.after]
    if isinstance(entry, Exchange):
        return ["x", entry.at, word(entry.reader), word(entry.words)]
    return ["c", entry.at, word(entry.call), word(entry.outcome)]


def _all_visible(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _all_visible(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_all_visible(each) for each in value]
    return visible(value)


def _inside_html(json: str) -> str:
    """Nothing in it may end the element or begin a comment."""
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
