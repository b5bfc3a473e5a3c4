"""What is kept of a run: `run.json`, the one source of every report, typed and versioned.

`reports.kept` reads and writes it; `reports/run.schema.json` is the same as a JSON Schema. Times of
the journey are those of the scenario's frozen clock, in seconds since 1970; `started` and
`seconds` are real time.
"""

from typing import Literal

from msgspec import Struct

from fakes.words import Words
from guidance.statements import Account
from reports.mutants import Score

Result = Literal["passed", "failed", "undefined", "skipped", "not run"]
"""`skipped` is a step behind a failed one, or a scenario that pytest skipped; `undefined` is a step
that no step definition takes, and its scenario has failed."""

Outcome = Literal["passed", "failed", "interrupted", "crashed"]
"""`failed`: a scenario failed, or something else was wrong, or nothing ran at all."""


class Screen(Struct, frozen=True, omit_defaults=True):
    """A screen as a person sees it. `field` is the label of its input field."""

    title: str
    message: str = ""
    choices: tuple[str, ...] = ()
    field: str | None = None
    secret: bool = False
    rows: tuple[tuple[str, str], ...] = ()
    wants_card: bool = False


class Act(Struct, frozen=True, array_like=True, tag="act"):
    """A person's act at a device. `before` and `after` are places in the list of screens.

    `kind` is "press", "enter" or "do"; `typed` is masked where the field is secret.
    """

    at: int
    device: str
    kind: Literal["press", "enter", "do"]
    on: str
    typed: str
    before: int
    after: int


class Exchange(Struct, frozen=True, array_like=True, tag="apdu"):
    """A command to the card and its reply, in words; of a file read in blocks, only the first."""

    at: int
    reader: str
    ja: str
    en: str


class Call(Struct, frozen=True, array_like=True, tag="call"):
    """A call to the reservation centre and what came of it."""

    at: int
    call: str
    outcome: str


Entry = Act | Exchange | Call


class Counters(Struct, frozen=True, array_like=True):
    """The tries left on the card: of the 4-digit PIN, and of the signing password."""

    authentication: int
    signature: int


class Definition(Struct, frozen=True, array_like=True):
    """Where a step is defined: its text with placeholders, file from the root, line from 1."""

    text: str
    uri: str
    line: int


class Step(Struct, frozen=True, omit_defaults=True):
    """A step as it is written; `english` and `definition` only where some run has shown them."""

    keyword: str
    text: str
    line: int
    english: str = ""
    table: tuple[tuple[str, ...], ...] = ()
    docstring: str | None = None
    definition: Definition | None = None


class Walked(Struct, frozen=True, omit_defaults=True):
    """A step as it was run; `text` and `english` only where a row fills it in.

    `counters` are those after the step; None before there is a card.
    """

    result: Result
    seconds: float = 0.0
    text: str = ""
    english: str = ""
    entries: tuple[Entry, ...] = ()
    counters: Counters | None = None


class Case(Struct, frozen=True, omit_defaults=True):
    """One run of a scenario. `row` is empty unless the scenario is an outline.

    `started` is its real time in seconds since 1970. `steps` has the background's steps first.
    `before` are the counters when the circumstances were set, before the first act. `error` says
    why it failed, `details` whatever pytest said.
    """

    id: str
    line: int
    row: tuple[str, ...] = ()
    result: Result = "not run"
    started: float = 0.0
    seconds: float = 0.0
    steps: tuple[Walked, ...] = ()
    before: Counters | None = None
    after: Counters | None = None
    error: str = ""
    details: str = ""


class Table(Struct, frozen=True):
    """The examples of an outline; its cases are the `count` next ones of the scenario."""

    name: str
    tags: tuple[str, ...]
    header: tuple[str, ...]
    count: int


class Scenario(Struct, frozen=True):
    """A scenario with its runs. `id` stays while file and name do; `tags` are all that hold."""

    id: str
    keyword: str
    name: str
    english: str
    line: int
    tags: tuple[str, ...]
    steps: tuple[Step, ...]
    tables: tuple[Table, ...]
    cases: tuple[Case, ...]

    @property
    def result(self) -> Result:
        """The worst of its runs; not run, if any of them was not and none failed."""
        results = {case.result for case in self.cases}
        for result in ("failed", "not run", "skipped", "passed"):
            if result in results:
                return result
        return "not run"


class Rule(Struct, frozen=True):
    """A rule with its scenarios; without a name, the scenarios that stand under no rule."""

    id: str
    name: str
    english: str
    background: tuple[Step, ...]
    scenarios: tuple[Scenario, ...]


class Feature(Struct, frozen=True):
    """A feature file. One that cannot be read has an `error`, and no rules."""

    uri: str
    name: str
    english: str
    line: int
    tags: tuple[str, ...]
    background: tuple[Step, ...]
    rules: tuple[Rule, ...]
    error: str = ""

    @property
    def scenarios(self) -> list[Scenario]:
        """All its scenarios, in order."""
        return [scenario for rule in self.rules for scenario in rule.scenarios]


def written(feature: Feature, rule: Rule, scenario: Scenario) -> list[Step]:
    """The steps of a scenario with the circumstances that stand above it."""
    return [*feature.background, *rule.background, *scenario.steps]


class Problem(Struct, frozen=True):
    """What went wrong outside of scenarios."""

    where: str
    message: str


class Value(Struct, frozen=True):
    """One value of the procedure, for a reader, with the scenarios that pin it (by id).

    `name` is the field of `Policy`; `source` is "article", "public" or "assumption".
    """

    name: str
    group: Words
    title: Words
    value: Words
    unit: Words
    source: str
    source_name: Words
    note: Words
    scenarios: tuple[str, ...]


Kind = Literal["new", "removed", "changed", "newly failing", "still failing", "passing again"]


class Change(Struct, frozen=True):
    """What became of one scenario since the previous run."""

    kind: Kind
    id: str
    name: str
    english: str
    uri: str


class Moved(Struct, frozen=True):
    """A value of the procedure that is another than in the previous run."""

    name: str
    title: Words
    before: Words
    after: Words


class History(Struct, frozen=True):
    """The comparison with a previous run: when it began, how much of it ran, what changed.

    `statements` are the ids of the guide's statements that are new, or read otherwise.
    """

    started: str
    ran: int
    of: int
    changes: tuple[Change, ...]
    values: tuple[Moved, ...]
    statements: tuple[str, ...]


class Run(Struct, frozen=True):
    """A whole run. `arguments` are what was asked of pytest besides what is always asked.

    `software` names what ran with its versions; "revision" is the project's own in git, with
    "-dirty" where something was not committed. `known` is the last known result of every scenario,
    by id: this run's, or that of the last of the runs before it in which all of the scenario ran.
    `seeded` is how many seeded defects of the fakes the tests notice, None where nobody has tried.
    """

    version: Literal[1]
    started: str
    seconds: float
    software: dict[str, str]
    outcome: Outcome
    arguments: tuple[str, ...]
    problems: tuple[Problem, ...]
    features: tuple[Feature, ...]
    screens: tuple[Screen, ...]
    guide: Account
    values: tuple[Value, ...]
    known: dict[str, Result] = {}
    history: History | None = None
    seeded: Score | None = None

    @property
    def scenarios(self) -> list[Scenario]:
        """All scenarios, in the guide's order."""
        return [scenario for feature in self.features for scenario in feature.scenarios]

    @property
    def cases(self) -> list[Case]:
        """All runs of all scenarios."""
        return [case for scenario in self.scenarios for case in scenario.cases]
