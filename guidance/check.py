"""Checking a guide: what it states, sentence by sentence, and how its steps walk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from freezegun import freeze_time

from fakes.clock import japan
from fakes.policy import Policy
from guidance.claims import states
from guidance.document import Document, Kind
from guidance.findings import ClaimStanding, Finding, Level
from guidance.judge import Statement, contradictions, judged, not_understood, standings, unspecified
from guidance.look import SITES, Look
from guidance.sentences import Sentence, as_question, sentences
from guidance.terms import PLACES, Term, terms
from guidance.walking.stage import Stage
from guidance.walking.steps import Steps, lists
from guidance.walking.walk import Walk, walks

CASE = re.compile(r"(?:場合|とき|際|方|人|かた|状態|たら|れば|ない|た|[?？])(?:[(][^()]*[)])?。?$")
"""The head of a row that is a case, and names a place only by the way: 来店した場合."""

TOPICS = PLACES - {Term.PORTAL, Term.ONLINE}
USUAL_TIME = japan(2026, 2, 16, 10)
"""When steps are walked: on a Monday, with everything open."""


@dataclass(frozen=True)
class Report:
    """What a check of one guide found.

    `pages` are the lines on which the pages of a PDF begin; empty for other forms. `sentences` are
    those that could state something, no headings and no questions; `read` are those of them of which
    something was understood.
    """

    name: str
    form: str
    findings: tuple[Finding, ...]
    claims: tuple[ClaimStanding, ...]
    walks: tuple[Walk, ...] = ()
    pages: tuple[int, ...] = ()
    sentences: int = 0
    read: int = 0

    @property
    def worst(self) -> Level | None:
        """The weightiest level found."""
        levels = {finding.level for finding in self.findings}
        return next((level for level in Level if level in levels), None)


@dataclass(frozen=True)
class Reading:
    """A guide as it was understood: its sentences, what they state, and the acts of its steps."""

    document: Document
    looks: tuple[Look, ...]
    statements: tuple[Statement, ...]
    steps: tuple[Steps, ...]


def understood(document: Document) -> Reading:
    """Read what a guide states, judging nothing."""
    looks = tuple(looked(sentences(document)))
    statements = [Statement(look, stated) for look in looks for stated in states(look, look.asks)]
    return Reading(document, looks, tuple(statements), tuple(lists(looks)))


def check(document: Document, policies: Sequence[Policy] = (Policy(),)) -> Report:
    """Judge a guide by the procedures that may hold, the newest last."""
    return judge(understood(document), policies)


def judge(reading: Reading, policies: Sequence[Policy]) -> Report:
    """Judge what a guide states, and walk its steps."""
    statements = reading.statements
    walked = walk_all(reading.steps, policies[-1])
    findings: dict[tuple[object, ...], Finding] = {}
    for found in _all(reading, walked, policies):
        findings.setdefault(
            (found.rule, found.claim, found.line, found.stated or found.column), found
        )
    order = sorted(findings.values(), key=lambda each: (each.line, each.column))
    document = reading.document
    return Report(
        document.name,
        document.form,
        tuple(order),
        tuple(standings(statements, policies)),
        tuple(walked),
        document.pages,
        *_read(reading),
    )


def _read(reading: Reading) -> tuple[int, int]:
    """How many sentences could state something, and of how many something was understood."""
    stated = {id(statement.look) for statement in reading.statements}
    for steps in reading.steps:
        stated.update(id(look) for step in steps.steps for look, _ in step.acts)
    plain = [
        look
        for look in reading.looks
        if look.sentence.block.kind is not Kind.HEADING and not look.asks
    ]
    return len(plain), sum(id(look) in stated or bool(look.taken) for look in plain)


def _all(reading: Reading, walked: Sequence[Walk], policies: Sequence[Policy]) -> Iterator[Finding]:
    for statement in reading.statements:
        found = judged(statement, policies)
        if found is not None:
            yield found
    yield from contradictions(reading.statements)
    for look in reading.looks:
        if not look.asks:
            yield from unspecified(look)
            yield from not_understood(look)
    for walk in walked:
        yield from walk.findings


@lru_cache(maxsize=8)
def stage_of(policy: Policy) -> Stage:
    """The stage for a policy: made once, it is put back to its beginning for each guide."""
    return Stage(policy)


def walk_all(steps: Sequence[Steps], policy: Policy) -> list[Walk]:
    """Walk the numbered steps of a guide."""
    if not steps:
        return []
    with freeze_time(USUAL_TIME, ignore=["tqdm", "concurrent", "multiprocessing"]):
        return list(walks(stage_of(policy), steps))


def _tabled(sentence: Sentence, above: Term | None) -> Term | None:
    """The place that the head of a row of the table last named: コピー機での手続き, then 料金."""
    block = sentence.block
    if block.kind is not Kind.ROW:
        return None
    if not block.cells or sentence.source is not block.cells[0]:
        return above
    case = CASE.search(sentence.text) is not None
    named = {each.term for each in terms(sentence.text) if each.term in SITES and not case}
    return named.pop() if len(named) == 1 else None if block.fresh or named else above


def looked(all_sentences: Sequence[Sentence]) -> list[Look]:
    """Every sentence with its surroundings."""
    looks: list[Look] = []
    before: list[str] = []
    heads: tuple[str, ...] = ()
    topic = tabled = None
    for sentence in all_sentences:
        if sentence.heads != heads or sentence.block.kind is Kind.HEADING:
            before, topic, heads = [], None, sentence.heads
        goes_on = bool(looks) and looks[-1].sentence.block is sentence.block
        tabled = _tabled(sentence, tabled)
        looks.append(Look(sentence, tuple(before[-4:]), tabled or topic, goes_on=goes_on))
        before.append(as_question(sentence.text))
        named = [each.term for each in terms(sentence.text) if each.term in TOPICS]
        if named and not sentence.block.cells:
            topic = Term.APP if named[-1] is Term.PHONE else named[-1]
    return looks
