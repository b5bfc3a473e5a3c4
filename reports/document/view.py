"""What the page shows of a run, counted and looked up, so that the templates only lay it out."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import groupby
from pathlib import PurePosixPath

from markupsafe import Markup

from fakes.clock import JST
from fakes.words import Words
from guidance.statements import Divergence, Fact, Statement
from reports.document import keywords, wording
from reports.document.flows import Flow, flows
from reports.document.text import linked
from reports.document.verdict import verdict
from reports.document.walks import walks_json
from reports.mutants import Score
from reports.run import Case, Change, Feature, Result, Rule, Run, Scenario, Step, Value, written

WORST_FIRST: tuple[Result, ...] = ("failed", "undefined", "not run", "skipped", "passed")

SIGNS: dict[Result, tuple[str, Words]] = {
    "passed": ("✓", Words("成功", "passed")),
    "failed": ("✗", Words("失敗", "failed")),
    "undefined": ("?", Words("未定義", "undefined")),
    "skipped": ("–", Words("省略", "skipped")),
    "not run": ("…", Words("未実行", "not run")),
}
"""How a result is shown: a sign and a word. Colour alone never says it, and ○ means "right"."""

CHANGES = {
    "newly failing": Words("新たに失敗", "newly failing"),
    "still failing": Words("失敗のまま", "still failing"),
    "passing again": Words("成功に戻った", "passing again"),
    "new": Words("追加", "new"),
    "changed": Words("変更", "changed"),
    "removed": Words("削除", "removed"),
}
"""The kinds of change, in the order in which a reader wants them."""


class View:
    """One run, as the page shows it."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.signs = SIGNS
        self.changes_named = CHANGES

    # The run

    @cached_property
    def cases(self) -> Counter[Result]:
        """How many runs had which result."""
        return Counter(case.result for case in self.run.cases)

    @cached_property
    def ran(self) -> int:
        """How many runs there were."""
        return len(self.run.cases) - self.cases["not run"]

    @cached_property
    def scenarios(self) -> Counter[Result]:
        """How many scenarios had which result."""
        return Counter(scenario.result for scenario in self.run.scenarios)

    @cached_property
    def verdict(self) -> tuple[str, Words]:
        """The outcome in a word for the page's style, and in a sentence."""
        return verdict(self.run, self.cases)

    @cached_property
    def failures(self) -> list[tuple[Scenario, str, str]]:
        """The scenarios that failed, each with its first step that did, and the reason."""
        found = []
        for feature in self.run.features:
            for rule in feature.rules:
                for scenario in rule.scenarios:
                    failed = [case for case in scenario.cases if case.result == "failed"]
                    if failed:
                        step = _failed_text(written(feature, rule, scenario), failed[0])
                        found.append((scenario, step, self.reason(failed[0])))
        return found

    def why(self, feature: Feature, rule: Rule, scenario: Scenario, case: Case) -> str:
        """The step at which a run failed, and the reason."""
        step = _failed_text(written(feature, rule, scenario), case)
        return f"{step} → {self.reason(case)}" if step else self.reason(case)

    @staticmethod
    def when(moment: str) -> Words:
        """A moment of real time, in Japan: most of those who read run elsewhere than they read."""
        there = dt.datetime.fromisoformat(moment).astimezone(JST)
        day = f"{there.year}年{there.month}月{there.day}日"
        return Words(f"{day} {there:%H:%M:%S}(日本時間)", f"{there:%Y-%m-%d %H:%M:%S} (Japan time)")

    @staticmethod
    def day(date: str) -> Words:
        """A day."""
        named = dt.date.fromisoformat(date)
        return Words(f"{named.year}年{named.month}月{named.day}日", f"{named:%Y-%m-%d}")

    @staticmethod
    def noticed(seeded: Score) -> Words:
        """How many of the seeded defects are noticed, by whom."""
        return Words(
            f"すべてのテストは{seeded.mutants}か所のうち{seeded.share_by_all}に、"
            f"シナリオだけでは、画面から届く{seeded.for_features}か所のうち"
            f"{seeded.share_by_features}に気づく",
            f"all tests notice {seeded.share_by_all} of {seeded.mutants}, the scenarios alone"
            f" {seeded.share_by_features} of the {seeded.for_features} that screens lead to",
        )

    @staticmethod
    def reason(case: Case) -> str:
        """Why a run failed, without what pytest adds to a reason that was given in words."""
        said = case.error.split("\nassert ")[0]
        return said.split("\n  ")[0].strip() or case.error

    # The spec

    def named(self, names: Iterable[str]) -> list[Scenario]:
        """The scenarios of these names; one that is nowhere is left out."""
        return [scenario for name in names for scenario in self._by_name.get(name, ())]

    def missing(self, names: Iterable[str]) -> list[str]:
        """The names of which there is no scenario."""
        return [name for name in names if name not in self._by_name]

    def of_ids(self, ids: Iterable[str]) -> list[Scenario]:
        """The scenarios of these ids."""
        return [self._by_id[each] for each in ids if each in self._by_id]

    @cached_property
    def _by_name(self) -> dict[str, list[Scenario]]:
        found: dict[str, list[Scenario]] = {}
        for scenario in self.run.scenarios:
            found.setdefault(scenario.name, []).append(scenario)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Scenario]:
        return {scenario.id: scenario for scenario in self.run.scenarios}

    def english_keyword(self, keyword: str) -> str:
        """A step's keyword in English."""
        return keywords.english(keyword)

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
        return _worst({scenario.result for scenario in feature.scenarios})

    def cases_of(self, scenario: Scenario) -> list[tuple[int, list[Case]]]:
        """The runs of an outline, table by table; the number is that of the table."""
        found, start = [], 0
        for number, table in enumerate(scenario.tables):
            found.append((number, list(scenario.cases[start : start + table.count])))
            start += table.count
        return found

    def failed_step(self, feature: Feature, rule: Rule, case: Case) -> int:
        """Which step of the scenario's own failed; -1 for none."""
        before = len(feature.background) + len(rule.background)
        for number, step in enumerate(case.steps):
            if step.result in ("failed", "undefined"):
                return number - before
        return -1

    def proves(self, scenario: Scenario) -> list[tuple[str, Words]]:
        """The entries of the account that a scenario executes: link and name."""
        return self._proven.get(scenario.name, [])

    @cached_property
    def _proven(self) -> dict[str, list[tuple[str, Words]]]:
        guide = self.run.guide
        found: dict[str, list[tuple[str, Words]]] = {}
        entries: list[tuple[str, Words, Statement | Fact | Divergence]] = [
            *((each.id, wording.same(each.at), each) for each in guide.statements),
            *((f"divergence-{each.id}", each.title, each) for each in guide.divergences),
            *(
                (f"facts-{each.id}", Words("案内にない事実", "other fact"), each)
                for each in guide.facts
            ),
            *(
                (f"assumptions-{each.id}", Words("仮定", "assumption"), each)
                for each in guide.assumptions
            ),
        ]
        for target, name, entry in entries:
            for scenario in entry.scenarios:
                found.setdefault(scenario, []).append((target, name))
        return found

    def labels(self, scenario: Scenario) -> list[tuple[str, Words, str]]:
        """The tags of a scenario that tell a reader something: tag, label, link or nothing.

        The tags of its section say what its place says already.
        """
        titles = {value.name: value.title for value in self.run.values}
        found = []
        for tag in scenario.tags:
            if tag in titles:
                title = titles[tag]
                label = Words(f"値: {title.ja}", f"value: {title.en}")
                found.append((tag, label, f"value-{tag}"))
            elif tag not in self._of_sections:
                found.append((tag, Words(wording.TAGS.get(tag, tag), tag), ""))
        return found

    @cached_property
    def _of_sections(self) -> set[str]:
        return {tag for feature in self.run.features for tag in feature.tags}

    @cached_property
    def tags(self) -> list[str]:
        """All tags, those that hold most often first."""
        counted = Counter(tag for scenario in self.run.scenarios for tag in scenario.tags)
        return [tag for tag, _ in counted.most_common()]

    @cached_property
    def results(self) -> list[Result]:
        """The results that some scenario has, the worst first."""
        return [result for result in WORST_FIRST if self.scenarios[result]]

    # The guide

    def worst(self, names: Iterable[str]) -> Result:
        """The worst result among scenarios of these names."""
        names = list(names)
        results = {scenario.result for scenario in self.named(names)}
        return _worst(results | {"not run"} if self.missing(names) else results)

    @cached_property
    def statements(self) -> Counter[str]:
        """How many statements are executed, are advice, passed."""
        counted: Counter[str] = Counter()
        for statement in self.run.guide.statements:
            if statement.scenarios:
                result = self.worst(statement.scenarios)
                counted["executed"] += result != "not run"
                counted[result] += 1
            else:
                counted["advice"] += 1
        return counted

    def statements_of(self, section: int) -> list[Statement]:
        """The statements of one section of the guide."""
        return [each for each in self.run.guide.statements if each.section == section]

    def statement(self, identity: str) -> Statement:
        """The statement of this id."""
        return next(each for each in self.run.guide.statements if each.id == identity)

    @property
    def values(self) -> list[list[Value]]:
        """The values of the procedure, group by group."""
        return [list(group) for _, group in groupby(self.run.values, lambda value: value.group)]

    def linked(self, text: str) -> Markup:
        """A note, with the divergences that it names as links."""
        return linked(text, {each.id: each.title for each in self.run.guide.divergences})

    # What changed, and what happened

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

    @cached_property
    def flows(self) -> list[Flow]:
        """How each device's screens lead to one another."""
        return flows(self.run)

    @cached_property
    def walks(self) -> Markup:
        """The journeys as JSON that is safe inside of HTML."""
        return walks_json(self.run)


def _worst(results: set[Result]) -> Result:
    return next((result for result in WORST_FIRST if result in results), "not run")


def _failed_text(steps: list[Step], case: Case) -> str:
    """The step that failed, as it was run."""
    for step, walked in zip(steps, case.steps, strict=False):
        if walked.result in ("failed", "undefined"):
            return f"{step.keyword} {walked.text or step.text}"
    return ""
