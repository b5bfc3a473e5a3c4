"""What the page shows of a run, counted and looked up, so that the templates only lay it out."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import groupby
from pathlib import PurePosixPath

from gherkin.dialect import Dialect
from markupsafe import Markup

from guidance.statements import Statement
from reports.document.flows import Flow, flows
from reports.document.walks import walks_json
from reports.run import Case, Change, Feature, Result, Rule, Run, Scenario, Value

WORST_FIRST: tuple[Result, ...] = ("failed", "undefined", "not run", "skipped", "passed")

SIGNS: dict[Result, tuple[str, str, str]] = {
    "passed": ("✓", "成功", "passed"),
    "failed": ("✗", "失敗", "failed"),
    "undefined": ("?", "未定義", "undefined"),
    "skipped": ("–", "飛ばした", "skipped"),
    "not run": ("○", "未実行", "not run"),
}
"""How a result is shown: a sign, in Japanese, in English. Colour alone never says it."""

OUTCOMES = {
    "passed": ("すべて成功しました", "Everything passed"),
    "failed": ("失敗があります", "Something failed"),
    "interrupted": ("途中で止められました", "The run was interrupted"),
    "crashed": ("実行が異常終了しました", "The run crashed"),
}

CHANGES = {
    "newly failing": ("新しく失敗", "newly failing"),
    "passing again": ("成功に戻った", "passing again"),
    "new": ("追加", "new"),
    "changed": ("変更", "changed"),
    "removed": ("削除", "removed"),
}
"""The kinds of change, in the order in which a reader wants them."""


class View:
    """One run, as the page shows it."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.signs = SIGNS
        self.outcome = OUTCOMES[run.outcome]
        self.changes_named = CHANGES

    @cached_property
    def cases(self) -> Counter[Result]:
        """How many runs had which result."""
        return Counter(case.result for case in self.run.cases)

    @property
    def is_whole(self) -> bool:
        """Whether every scenario ran."""
        return not self.cases["not run"]

    @property
    def started(self) -> str:
        """When the run began, to the minute."""
        return self.run.started[:16].replace("T", " ")

    @cached_property
    def _by_name(self) -> dict[str, list[Scenario]]:
        found: dict[str, list[Scenario]] = {}
        for scenario in self.run.scenarios:
            found.setdefault(scenario.name, []).append(scenario)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Scenario]:
        return {scenario.id: scenario for scenario in self.run.scenarios}

    def named(self, names: Iterable[str]) -> list[Scenario]:
        """The scenarios of these names; one that is nowhere is left out."""
        return [scenario for name in names for scenario in self._by_name.get(name, ())]

    def missing(self, names: Iterable[str]) -> list[str]:
        """The names of which there is no scenario."""
        return [name for name in names if name not in self._by_name]

    def of_ids(self, ids: Iterable[str]) -> list[Scenario]:
        """The scenarios of these ids."""
        return [self._by_id[each] for each in ids if each in self._by_id]

    def worst(self, names: Iterable[str]) -> Result:
        """The worst result among scenarios of these names."""
        names = list(names)
        results = {scenario.result for scenario in self.named(names)}
        if self.missing(names):
            results.add("not run")
        return next((result for result in WORST_FIRST if result in results), "not run")

    @cached_property
    def statements(self) -> Counter[str]:
        """How many statements are executed, are advice, passed."""
        counted: Counter[str] = Counter()
        for statement in self.run.guide.statements:
            if statement.scenarios:
                counted["executed"] += 1
                counted[self.worst(statement.scenarios)] += 1
            else:
                counted["advice"] += 1
        return counted

    def statements_of(self, section: int) -> list[Statement]:
        """The statements of one section of the guide."""
        return [each for each in self.run.guide.statements if each.section == section]

    @property
    def values(self) -> list[list[Value]]:
        """The values of the procedure, group by group."""
        return [list(group) for _, group in groupby(self.run.values, lambda value: value.group)]

    @cached_property
    def tags(self) -> list[str]:
        """All tags, those that hold most often first."""
        counted = Counter(tag for scenario in self.run.scenarios for tag in scenario.tags)
        return [tag for tag, _ in counted.most_common()]

    @cached_property
    def results(self) -> list[Result]:
        """The results that some scenario has, the worst first."""
        found = {scenario.result for scenario in self.run.scenarios}
        return [result for result in WORST_FIRST if result in found]

    def changes(self) -> list[tuple[str, list[Change]]]:
        """What changed since the previous run, by kind."""
        history = self.run.history
        if history is None:
            return []
        kinds = [
            (kind, [change for change in history.changes if change.kind == kind])
            for kind in CHANGES
        ]
        return [(kind, changes) for kind, changes in kinds if changes]

    def english_keyword(self, keyword: str) -> str:
        """A step's keyword in English."""
        return _keywords().get(keyword, keyword)

    def anchor(self, feature: Feature) -> str:
        """The link target of a feature."""
        return f"f-{PurePosixPath(feature.uri).stem}"

    def number(self, feature: Feature) -> str:
        """The number that a feature's file name begins with, without leading zeros."""
        digits = PurePosixPath(feature.uri).stem.partition("_")[0]
        return digits.lstrip("0") if digits.isdecimal() else ""

    def worst_of(self, feature: Feature) -> Result:
        """The worst result in a feature."""
        if feature.error:
            return "failed"
        results = {scenario.result for scenario in feature.scenarios}
        return next((result for result in WORST_FIRST if result in results), "not run")

    def cases_of(self, scenario: Scenario) -> list[tuple[int, list[Case]]]:
        """The runs of an outline, table by table; the number is that of the table."""
        found, start = [], 0
        for number, table in enumerate(scenario.tables):
            found.append((number, list(scenario.cases[start : start + table.count])))
            start += table.count
        return found

    def failed_step(self, feature: Feature, rule: Rule, scenario: Scenario) -> int:
        """Which step of the scenario's own failed in its first failing run; -1 for none."""
        before = len(feature.background) + len(rule.background)
        for case in scenario.cases:
            for number, step in enumerate(case.steps):
                if step.result in ("failed", "undefined"):
                    return number - before
        return -1

    @cached_property
    def flows(self) -> list[Flow]:
        """How each device's screens lead to one another."""
        return flows(self.run)

    @cached_property
    def walks(self) -> Markup:
        """The journeys as JSON that is safe inside of HTML."""
        return walks_json(self.run)


def _keywords() -> dict[str, str]:
    japanese, english = Dialect.for_name("ja"), Dialect.for_name("en")
    if japanese is None or english is None:
        return {}
    kinds = ("given_keywords", "when_keywords", "then_keywords", "and_keywords", "but_keywords")
    return {
        word.strip(): getattr(english, kind)[-1].strip()
        for kind in kinds
        for word in getattr(japanese, kind)
        if word.strip() != "*"
    }
