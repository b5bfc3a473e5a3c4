"""Crossing what has changed in a guide with what its scenarios say of it.

A fact that has changed while its scenarios pass with it too means that they are weak; when some
fail with it, and the guide is right, the spec must follow.
"""

import dataclasses
from collections.abc import Iterable, Sequence

from fakes.policy import Policy
from fakes.words import Words
from guidance.check import Report
from guidance.findings import Finding
from guidance.reviewed import in_order
from guidance.scenarios import Scenario
from guidance.suspects import Suspect
from runner.what_if import PASSED, UNCHANGED, Run, Variant, WhatIfFailed, differences, outcomes

FOLLOW = Words(
    "書かれた値では次のシナリオが失敗する。案内が正しいなら、仕様も直す",
    "with what it states these scenarios fail; if the guide is right, the spec must follow",
)
Key = tuple[str, Policy]
"""What is tried: a field whose scenarios run, and the procedure under which they do."""


class Crossing:
    """Runs scenarios under what guides state; what has run once is known for all guides."""

    def __init__(self) -> None:
        self._known: dict[Key, list[Run]] = {}

    def crossed(self, report: Report, suspects: Sequence[Suspect]) -> Report:
        """The report with what running tells of its changes; raises `WhatIfFailed`."""
        self._run({(suspect.field, suspect.policy) for suspect in suspects} - self._known.keys())
        failing: dict[Finding, list[Scenario]] = {}
        weak = []
        for suspect in suspects:
            runs = self._known[suspect.field, suspect.policy]
            fails = _scenarios(after for _, after in differences(runs, VARIANT))
            if fails:
                failing.setdefault(suspect.change, []).extend(fails)
            elif passes := _scenarios(run for run in runs if run.outcome == PASSED):
                weak.append(dataclasses.replace(suspect.weak, proofs=tuple(passes)))
        told = [_following(each, failing.get(each, ())) for each in report.findings]
        return dataclasses.replace(report, findings=in_order([*told, *weak]))

    def _run(self, unknown: Iterable[Key]) -> None:
        """Try everything in one session."""
        named = {str(number): key for number, key in enumerate(unknown)}
        variants = [
            Variant(name, policy, frozenset({field})) for name, (field, policy) in named.items()
        ]
        runs = outcomes(variants)
        for name, key in named.items():
            self._known[key] = _of(runs, name)


VARIANT = "tried"


def _of(runs: Sequence[Run], name: str) -> list[Run]:
    """The runs under one variant, and what the same scenarios do as the procedure is."""
    under = [dataclasses.replace(run, policy=VARIANT) for run in runs if run.policy == name]
    cases = {run.case for run in under}
    return [run for run in runs if run.policy == UNCHANGED and run.case in cases] + under


def _following(found: Finding, fails: Sequence[Scenario]) -> Finding:
    if not fails:
        return found
    message = Words(f"{found.message.ja}。{FOLLOW.ja}", f"{found.message.en}; {FOLLOW.en}")
    return dataclasses.replace(found, message=message, proofs=tuple(dict.fromkeys(fails)))


def _scenarios(runs: Iterable[Run]) -> list[Scenario]:
    return list(dict.fromkeys(Scenario(run.path, run.line, run.scenario) for run in runs))


def could_not_run(problem: WhatIfFailed) -> str:
    """One sentence for scenarios that cannot be run at all."""
    lines = [line.strip() for line in str(problem).splitlines() if line.strip()]
    said = lines[-1] if lines else "pytest said nothing"
    return f"the scenarios cannot be run ({said}); see why with `tejun run`"
