"""The values of the procedure, with the scenarios that pin them: those that bear a value's name."""

import dataclasses
from collections.abc import Iterable

from fakes.policy import Policy, origins
from reports.run import Feature, Value


def values(features: Iterable[Feature]) -> tuple[Value, ...]:
    """Tell every field of `Policy`; a scenario pins it when it is tagged with the field's name."""
    scenarios = [scenario for feature in features for scenario in feature.scenarios]
    policy, known = Policy(), origins()
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
