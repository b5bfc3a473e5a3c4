"""The journeys, as the data from which the page draws them on demand."""

from typing import Any

import msgspec
from markupsafe import Markup

from fakes.words import Words
from reports.document import wording
from reports.document.keywords import english, kinds
from reports.document.text import visible
from reports.run import Act, Case, Entry, Run, Screen, Step, written

Text = tuple[str, str, str, str]
"""A step as the page heads it: its keyword and what it says, in Japanese and in English."""


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


class Walks:
    """Gathers the journeys of a run."""

    def __init__(self, screens: tuple[Screen, ...]) -> None:
        self._screens = screens
        self._texts = Strings()
        self._words = Strings()
        self._cases: dict[str, list[Any]] = {}

    def data(self) -> dict[str, Any]:
        """Everything gathered.

        `screens`; `texts`, of steps; `words`, in both languages; and `cases`: for each run of a
        scenario, by its id, the counters before and after (or 0), and its steps as [text, result,
        counters or 0, whether it is a circumstance, entries]. An entry is the place of a line on
        the wire, or an act as [time, device, shape, deed, screen before, screen after].
        """
        return {
            "screens": [msgspec.to_builtins(screen) for screen in self._screens],
            "texts": self._texts.all(),
            "words": [[words.ja, words.en] for words in self._words.all()],
            "cases": self._cases,
        }

    def add(self, case: Case, told: list[Step]) -> None:
        """Gather one run of a scenario, whose steps are written so."""
        steps = []
        for step, kind, walked in zip(told, kinds(told), case.steps, strict=False):
            keyword = (step.keyword, english(step.keyword))
            said = (walked.text or step.text, walked.english or step.english)
            text: Text = (keyword[0], keyword[1], *said)
            entries = wording.worth_telling(walked.entries, self._screens)
            steps.append(
                [
                    self._texts.place(text),
                    walked.result,
                    walked.counters or 0,
                    int(kind == "Given"),
                    [self._entry(entry) for entry in entries],
                ]
            )
        self._cases[case.id] = [case.before or 0, case.after or 0, steps]

    def _entry(self, entry: Entry) -> Any:
        if not isinstance(entry, Act):
            return self._word(wording.on_the_wire(entry))
        shape = wording.SHAPES.get(entry.device, "counter")
        device = self._word(wording.device(entry.device))
        deed = self._word(wording.deed(entry.kind, entry.on, entry.typed))
        return [entry.at, device, shape, deed, entry.before, entry.after]

    def _word(self, words: Words) -> int:
        return self._words.place(words)


def walks_json(run: Run) -> Markup:
    """Write the journeys of a run as JSON that can stand inside of a script element."""
    walks = Walks(run.screens)
    for feature in run.features:
        for rule in feature.rules:
            for scenario in rule.scenarios:
                steps = written(feature, rule, scenario)
                for case in scenario.cases:
                    if case.steps:
                        walks.add(case, steps)
    return Markup(_inside_html(msgspec.json.encode(_all_visible(walks.data())).decode()))


def _all_visible(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _all_visible(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_all_visible(each) for each in value]
    return visible(value)


def _inside_html(json: str) -> str:
    """Nothing in it may end the element or begin a comment."""
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
