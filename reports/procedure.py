"""The values of the procedure, with the scenarios that pin them: those that bear a value's name."""

import dataclasses
from collections.abc import Iterable

import pytest

from fakes.editions import day_named, in_force
from fakes.policy import Policy, origins
from reports.run import Feature, Value


def policy_of(config: pytest.Config) -> Policy:
    """The procedure that a run follows: today's, unless it was asked for that of another day."""
    day = config.getoption("as_of", None)
    return Policy() if day is None else in_force(day_named(day))


def values(features: Iterable[Feature], policy: Policy) -> tuple[Value, ...]:
    """Tell every field of `Policy`; a scenario pins it when it is tagged with the field's name."""
    scenarios = [scenario for feature in features for scenario in feature.scenarios]
    known = origins()
    found = []
    for field in dataclasses.fields(Policy):
        origin = known[field.name]
        found.append(
            Value(
                name=field.name,
                group=origin.group.words,
                title=origin.name,
                value=origin.shown(getattr(policy, field.name)),
                unit=origin.unit,
                source=origin.source.name.lower(),
                source_name=origin.source.words,
                note=origin.note,
                scenarios=tuple(each.id for each in scenarios if field.name in each.tags),
            )
        )
    return tuple(found)
