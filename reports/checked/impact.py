"""What if the guide were right: the scenarios that another procedure would change, by running them.

Every value that the guide states and the procedure does not bear out is put in its place: all of
them together, and each alone, which tells what each is to blame for.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fakes.policy import Policy
from fakes.words import Words
from guidance.check import Reading, judge
from guidance.claims import Chain
from guidance.findings import Level
from guidance.judge import Statement
from guidance.suspects import right
from reports.checked.impact_record import VERSION, Changed, Fact, Impact, NotTried
from runner.what_if import UNCHANGED, Run, Variant, outcomes


@dataclass
class Trial:
    """One value that the guide states, and the procedure with it in place."""

    statement: Statement
    policy: Policy
    lines: list[int] = field(default_factory=list)

    @property
    def slot(self) -> tuple[str, str]:
        """What it takes the place of: a field, or one chain in it."""
        value = self.statement.stated.value
        return self.statement.claim.field, value.name if isinstance(value, Chain) else ""


def impact(reading: Reading, policies: Sequence[Policy], language: str = "ja") -> Impact:
    """Run the features as if the guide were right; raises `WhatIfFailed` when they cannot be."""
    base = policies[-1]
    trials, untried = _trials(reading.statements, policies)
    slots = _first_in_slot(trials)
    names = _names(trials)
    facts = [
        _fact(trial, names[number], base, number in slots.values(), language)
        for number, trial in enumerate(trials)
    ]
    words = [_not_tried(each, base, language) for each in untried]
    words += _walked(reading, policies, language)
    runs = _runs(base, trials, [trials[number] for number in slots.values()])
    changed = list(_changed(runs, names))
    return Impact(VERSION, reading.document.name, facts, sorted(words, key=_line), changed)


def _trials(
    statements: Iterable[Statement], policies: Sequence[Policy]
) -> tuple[list[Trial], list[Statement]]:
    """What can be tried, once for each value, and what cannot."""
    trials: dict[tuple[str, Policy], Trial] = {}
    untried = []
    for statement in statements:
        if statement.agrees(policies):
            continue
        policy = right(statement, policies[-1])
        if policy is None:
            untried.append(statement)
            continue
        trial = trials.setdefault((statement.claim.id, policy), Trial(statement, policy))
        trial.lines.append(statement.look.sentence.place(statement.stated.start).line)
    return list(trials.values()), untried


def _first_in_slot(trials: Sequence[Trial]) -> dict[tuple[str, str], int]:
    slots: dict[tuple[str, str], int] = {}
    for number, trial in enumerate(trials):
        slots.setdefault(trial.slot, number)
    return slots


def _names(trials: Sequence[Trial]) -> list[str]:
    """Each claim's id; from the second value of a claim on with a number."""
    seen: dict[str, int] = {}
    names = []
    for trial in trials:
        claim = trial.statement.claim.id
        seen[claim] = seen.get(claim, 0) + 1
        names.append(claim if seen[claim] == 1 else f"{claim}-{seen[claim]}")
    return names


ALL = "all together"
BASE = "as of the day"


def _runs(base: Policy, trials: Sequence[Trial], together: Sequence[Trial]) -> list[Run]:
    if not trials:
        return []
    policy = base
    for trial in together:
        claim, value = trial.statement.claim, trial.statement.stated.value
        policy = claim.applied(policy, value) or policy
    variants = [Variant(str(number), trial.policy) for number, trial in enumerate(trials)]
    variants += [Variant(ALL, policy)] if len(together) > 1 else []
    if base == Policy():
        return outcomes(variants)
    runs = outcomes([Variant(BASE, base), *variants])
    return [_as_base(run) for run in runs if run.policy != UNCHANGED]


def _as_base(run: Run) -> Run:
    """What holds on the day takes the place of what holds today."""
    return run if run.policy != BASE else dataclasses.replace(run, policy=UNCHANGED)


def _changed(runs: Sequence[Run], names: Sequence[str]) -> Iterator[Changed]:
    before = {run.case: run for run in runs if run.policy == UNCHANGED}
    differing: dict[tuple[str, int, int], list[Run]] = {}
    for run in runs:
        if run.passed is not before[run.case].passed:
            differing.setdefault(run.case, []).append(run)
    for each in differing.values():
        alone = [run for run in each if run.policy != ALL]
        for run in alone or each:
            fact = "" if run.policy == ALL else names[int(run.policy)]
            place = (run.path, run.line, run.scenario, run.row, fact)
            yield Changed(*place, run.outcome, run.message, run.step, run.step_line)


def _fact(trial: Trial, identity: str, base: Policy, together: bool, language: str) -> Fact:
    statement = trial.statement
    claim = statement.claim
    expected = claim.shown(claim.expected(base, statement.stated.value))

    def said(words: Words) -> str:
        return str(getattr(words, language))

    return Fact(
        identity,
        claim.id,
        claim.field,
        said(claim.name),
        list(dict.fromkeys(trial.lines)),
        said(expected),
        said(statement.shown()),
        together,
    )


def _not_tried(statement: Statement, base: Policy, language: str) -> NotTried:
    claim, stated = statement.claim, statement.shown()
    expected = claim.shown(claim.expected(base, statement.stated.value))
    words = Words(
        f"{claim.name.ja}: 案内は「{stated.ja}」、手順では「{expected.ja}」",
        f"{claim.name.en}: the guide says {stated.en}, the procedure {expected.en}",
    )
    line = statement.look.sentence.place(statement.stated.start).line
    return NotTried(line, claim.id, str(getattr(words, language)))


def _walked(reading: Reading, policies: Sequence[Policy], language: str) -> list[NotTried]:
    """The steps that cannot be done as they are told: the screens have no values for them."""
    return [
        NotTried(found.line, "", str(getattr(found.message, language)))
        for walk in judge(reading, policies).walks
        for found in walk.findings
        if found.level is Level.ERROR
    ]


def _line(words: NotTried) -> int:
    return words.line
