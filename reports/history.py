"""What changed between two runs."""

from collections.abc import Iterator

from msgspec.structs import replace

from reports.run import Change, Feature, History, Kind, Moved, Result, Rule, Run, Scenario, written

Place = tuple[Feature, Rule, Scenario]


def since(previous: Run, run: Run) -> History:
    """Compare a run with one before it."""
    cases = previous.cases
    ran = sum(case.result != "not run" for case in cases)
    return History(
        previous.started,
        ran,
        len(cases),
        tuple(_changes(previous, run)),
        tuple(_values(previous, run)),
        tuple(_statements(previous, run)),
    )


def _values(previous: Run, run: Run) -> Iterator[Moved]:
    before = {value.name: value.value for value in previous.values}
    for value in run.values:
        if before.get(value.name, value.value) != value.value:
            yield Moved(value.name, value.title, before[value.name], value.value)


def _statements(previous: Run, run: Run) -> Iterator[str]:
    before = {each.id: (each.text, each.advice) for each in previous.guide.statements}
    for each in run.guide.statements:
        if before.get(each.id) != (each.text, each.advice):
            yield each.id


def _changes(previous: Run, run: Run) -> Iterator[Change]:
    before, now = _places(previous), _places(run)
    for identity, place in now.items():
        if identity not in before:
            if not _unreadable(previous, place[0].uri):
                yield _change("new", place)
            continue
        if _fingerprint(before[identity]) != _fingerprint(place):
            yield _change("changed", place)
        yield from _turned(previous.known.get(identity), place)
    for identity, place in before.items():
        if identity not in now and not _unreadable(run, place[0].uri):
            yield _change("removed", place)


def _turned(before: Result | None, place: Place) -> Iterator[Change]:
    result = place[2].result
    if result == "failed":
        yield _change("still failing" if before == "failed" else "newly failing", place)
    if result == "passed" and before == "failed":
        yield _change("passing again", place)


def _change(kind: Kind, place: Place) -> Change:
    feature, _, scenario = place
    return Change(kind, scenario.id, scenario.name, scenario.english, feature.uri)


def _places(run: Run) -> dict[str, Place]:
    return {
        scenario.id: (feature, rule, scenario)
        for feature in run.features
        for rule in feature.rules
        for scenario in rule.scenarios
    }


def _fingerprint(place: Place) -> object:
    """What a scenario says, with the circumstances above it, wherever it stands in its file."""
    feature, rule, scenario = place
    steps = written(feature, rule, scenario)
    return (
        scenario.english,
        scenario.tags,
        [(step.keyword, step.text, step.table, step.docstring) for step in steps],
        [(table.name, table.tags, table.header) for table in scenario.tables],
        [case.row for case in scenario.cases],
    )


def _unreadable(run: Run, uri: str) -> bool:
    """Whether a file could not be read in a run: its scenarios are then not known."""
    return any(feature.uri == uri and feature.error for feature in run.features)


def with_history(previous: Run | None, run: Run) -> Run:
    """The run with the results known of it, and compared to one before it, if there is one."""
    ran = {each.id: each.result for each in run.scenarios if each.result != "not run"}
    if previous is None:
        return replace(run, known=ran)
    there = {scenario.id for scenario in run.scenarios}
    kept = {identity: result for identity, result in previous.known.items() if identity in there}
    return replace(run, known={**kept, **ran}, history=since(previous, run))
