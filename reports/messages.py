"""A run as Cucumber Messages (NDJSON), which Cucumber's own formatters and services read.

The documents, pickles and their ids are those of Cucumber's own parser; what became of each pickle
is added from the run. See the schema of `cucumber-messages` for every field.
"""

import datetime as dt
import platform
from collections.abc import Iterator
from importlib import metadata
from typing import Any

import msgspec
from cucumber_messages import (
    Attachment,
    AttachmentContentEncoding,
    Duration,
    Location,
    Meta,
    Product,
    SourceReference,
    StepDefinition,
    StepDefinitionPattern,
    StepDefinitionPatternType,
    StepMatchArgumentsList,
    TestCase,
    TestCaseFinished,
    TestCaseStarted,
    TestRunFinished,
    TestRunStarted,
    TestStep,
    TestStepFinished,
    TestStepResult,
    TestStepResultStatus,
    TestStepStarted,
    Timestamp,
    message_converter,
)

from reports.journeys import lines
from reports.run import Case, Definition, Feature, Result, Run, Step, Walked, written
from reports.sources import Source

Message = dict[str, Any]

RUN_ID = "run"
PLAIN_TEXT = "text/x.cucumber.log+plain"

STATUS: dict[Result, TestStepResultStatus] = {
    "passed": TestStepResultStatus.passed,
    "failed": TestStepResultStatus.failed,
    "undefined": TestStepResultStatus.undefined,
    "skipped": TestStepResultStatus.skipped,
}


def ndjson(run: Run, sources: list[Source]) -> bytes:
    """Write a run as messages, one a line. `sources` are the feature files it was made from."""
    encoder = msgspec.json.Encoder()
    return encoder.encode_lines(list(_envelopes(run, sources)))


def _envelopes(run: Run, sources: list[Source]) -> Iterator[Message]:
    yield _envelope("meta", _meta(run))
    for source in sources:
        yield from source.envelopes
    definitions = _definitions(run)
    for definition, identity in definitions.items():
        yield _envelope("stepDefinition", _step_definition(identity, definition))
    began = dt.datetime.fromisoformat(run.started).timestamp()
    yield _envelope("testRunStarted", TestRunStarted(_moment(began), RUN_ID))
    for source, feature in zip(sources, run.features, strict=True):
        for pickle, steps, case in _pairs(source, feature):
            if case.result != "not run":
                test_steps = _test_steps(pickle, steps, case, definitions)
                yield from _case(pickle, test_steps, case, run)
    finished = TestRunFinished(
        success=run.outcome == "passed",
        timestamp=_moment(began + run.seconds),
        message="\n".join(f"{problem.where} {problem.message}" for problem in run.problems) or None,
        test_run_started_id=RUN_ID,
    )
    yield _envelope("testRunFinished", finished)


def _meta(run: Run) -> Meta:
    return Meta(
        protocol_version=metadata.version("cucumber-messages"),
        implementation=Product("tejun", run.software.get("tejun")),
        runtime=Product("Python", platform.python_version()),
        os=Product(platform.system(), platform.release()),
        cpu=Product(platform.machine()),
    )


def _definitions(run: Run) -> dict[Definition, str]:
    """Every definition that the run has shown, with its id."""
    steps = [
        step
        for feature in run.features
        for rule in feature.rules
        for step in (
            *feature.background,
            *rule.background,
            *(step for scenario in rule.scenarios for step in scenario.steps),
        )
    ]
    found = dict.fromkeys(step.definition for step in steps if step.definition)
    return {definition: f"definition-{number}" for number, definition in enumerate(found)}


def _step_definition(identity: str, definition: Definition) -> StepDefinition:
    return StepDefinition(
        id=identity,
        pattern=StepDefinitionPattern(
            definition.text, StepDefinitionPatternType.cucumber_expression
        ),
        source_reference=SourceReference(uri=definition.uri, location=Location(definition.line)),
    )


def _pairs(source: Source, feature: Feature) -> Iterator[tuple[Message, list[Step], Case]]:
    """Each pickle with its steps as written and its run: all stand in the order of the file."""
    runs = [
        (written(feature, rule, scenario), case)
        for rule in feature.rules
        for scenario in rule.scenarios
        for case in scenario.cases
    ]
    for pickle, (steps, case) in zip(source.pickles, runs, strict=True):
        yield pickle, steps, case


def _test_steps(
    pickle: Message, told: list[Step], case: Case, definitions: dict[Definition, str]
) -> list[TestStep]:
    steps = []
    for number, (pickle_step, step) in enumerate(zip(pickle["steps"], told, strict=False)):
        ids = [definitions[step.definition]] if step.definition else []
        nothing_marked = [StepMatchArgumentsList([]) for _ in ids]
        identity = f"{case.id}-step-{number}"
        steps.append(TestStep(identity, None, pickle_step["id"], ids, nothing_marked))
    return steps


def _case(pickle: Message, steps: list[TestStep], case: Case, run: Run) -> Iterator[Message]:
    identity, started = f"{case.id}-case", f"{case.id}-attempt"
    at = case.started
    yield _envelope("testCase", TestCase(identity, pickle["id"], steps, RUN_ID))
    yield _envelope("testCaseStarted", TestCaseStarted(0, started, identity, _moment(at)))
    for step, walked in zip(steps, case.steps, strict=False):
        yield _envelope("testStepStarted", TestStepStarted(started, step.id, _moment(at)))
        yield from _journey(started, step, walked, run)
        at += walked.seconds
        result = _result(walked, case)
        finished = TestStepFinished(started, step.id, result, _moment(at))
        yield _envelope("testStepFinished", finished)
    end = _moment(case.started + case.seconds)
    yield _envelope("testCaseFinished", TestCaseFinished(started, end, False))


def _journey(started: str, step: TestStep, walked: Walked, run: Run) -> Iterator[Message]:
    """Attach what happened in a step, as a log."""
    journey = "\n".join(lines(walked.entries, run.screens))
    if journey:
        attachment = Attachment(
            body=journey,
            content_encoding=AttachmentContentEncoding.identity,
            media_type=PLAIN_TEXT,
            test_case_started_id=started,
            test_step_id=step.id,
        )
        yield _envelope("attachment", attachment)


def _result(walked: Walked, case: Case) -> TestStepResult:
    failed = walked.result in ("failed", "undefined")
    return TestStepResult(
        duration=Duration(*_split(walked.seconds)),
        status=STATUS[walked.result],
        message=(case.details or case.error) if failed else None,
    )


def _moment(seconds: float) -> Timestamp:
    return Timestamp(*_split(seconds))


def _split(seconds: float) -> tuple[int, int]:
    """Nanoseconds and seconds, in the order in which the messages have them."""
    whole = int(seconds)
    return round((seconds - whole) * 1e9), whole


def _envelope(name: str, message: object) -> Message:
    """Wrap a message; an `Envelope` of the library has twenty empty fields to look through."""
    return {name: message_converter.to_dict(message)}
