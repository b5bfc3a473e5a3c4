"""The facts that have changed to what the procedure is not: what their scenarios say of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fakes.policy import Policy
from fakes.words import Words
from guidance.changes import Change
from guidance.check import Reading
from guidance.findings import Finding, Level, Rule
from guidance.judge import Statement
from guidance.present import fact

NEW = (Rule.FACT_CHANGED, Rule.ADDED)


@dataclass(frozen=True)
class Suspect:
    """A changed fact, and the procedure as it would be if the guide were right.

    `change` is the finding that tells of the change; `weak` is what there is to say if the
    scenarios tagged with `field` all pass under `policy` too.
    """

    field: str
    policy: Policy
    change: Finding
    weak: Finding


def suspects(
    reading: Reading, told: Sequence[tuple[Change, Finding]], policy: Policy
) -> Iterator[Suspect]:
    """The changed facts whose values can be tried on the procedure."""
    stated: dict[int, list[Statement]] = {}
    for statement in reading.statements:
        stated.setdefault(statement.look.sentence.index, []).append(statement)
    for change, finding in told:
        if change.rule not in NEW or change.index is None:
            continue
        _, come = change.facts
        for statement in stated.get(change.index, ()):
            applied = right(statement, policy) if fact(statement) in come else None
            if applied is not None:
                yield Suspect(statement.claim.field, applied, finding, _weak(statement, policy))


def right(statement: Statement, policy: Policy) -> Policy | None:
    """The procedure as it would be if a statement that is wrong were right; None if no value is."""
    if statement.agrees([policy]):
        return None
    applied = statement.claim.applied(policy, statement.stated.value)
    return None if applied == policy else applied


def _weak(statement: Statement, policy: Policy) -> Finding:
    claim, stated = statement.claim, statement.shown()
    expected = claim.shown(claim.expected(policy, statement.stated.value))
    message = Words(
        f"{claim.name.ja}: 「{stated.ja}」でも、確かめるはずのシナリオがすべて通る。シナリオが弱い",
        f"{claim.name.en}: the scenarios that pin it all pass with {stated.en}, too; they are weak",
    )
    return statement.finding(Rule.WEAK_TEST, Level.WARNING, message, expected)
