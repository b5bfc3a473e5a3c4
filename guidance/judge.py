"""Judging what a guide states against what the procedure is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fakes.policy import Policy, origins
from fakes.provenance import Source
from fakes.words import Words
from guidance.claims import CLAIMS, UNSPECIFIED, Claim, Range, Said, Stated
from guidance.claims.labelled import labelled
from guidance.document import Kind
from guidance.figures import Measure
from guidance.findings import ClaimStanding, Finding, Level, Rule, Standing
from guidance.look import Look
from guidance.strangers import OWN, strangers
from guidance.terms import Term

SEVERAL = {"chains", "all-stores", "app-name", "counter-identity", "counter-card", "guessable"}
"""Claims that a guide may state in several ways without contradicting itself."""

COUNTED = frozenset(Measure) - {Measure.OTHER, Measure.DATE}
"""The figures that a claim should have read."""

ABOUT = frozenset(
    {Term.PIN, Term.PASSWORD, Term.BOTH, Term.NUMBER, Term.CERTIFICATE, Term.KIOSK, Term.COUNTER}
)
DOING = frozenset({Term.RESET, Term.RESERVE, Term.LOCK, Term.MISTAKE, Term.RENEW, Term.ENTER})
"""With a word of each, a sentence speaks of the procedure."""


@dataclass(frozen=True)
class Statement:
    """What one sentence states of one claim."""

    look: Look
    stated: Stated

    @property
    def claim(self) -> Claim:
        """The claim."""
        return CLAIMS[self.stated.claim]

    def agrees(self, policies: Sequence[Policy]) -> bool:
        """Whether one of the procedures that may hold bears it out."""
        value = self.stated.value
        if isinstance(value, Said):
            return False
        return any(self.claim.agrees(policy, value) for policy in policies)

    def shown(self) -> Words:
        """What is stated, in words."""
        return self.claim.shown(self.stated.value)

    def finding(self, rule: Rule, level: Level, message: Words, expected: Words | None) -> Finding:
        """A finding at the part of the sentence that states it."""
        start, end = self.stated.start, self.stated.end
        place, last = self.look.sentence.place(start), self.look.sentence.place(max(start, end - 1))
        return Finding(
            rule,
            level,
            place.line,
            place.column,
            last.column + 1 if last.line == place.line else place.column + 1,
            message,
            self.look.sentence.quote(start, end),
            self.claim.id,
            self.shown(),
            expected,
            (self.claim.field,),
        )


def judged(statement: Statement, policies: Sequence[Policy]) -> Finding | None:
    """The finding that a statement gives, if it gives one."""
    if statement.agrees(policies):
        return _uncertain(statement, policies)
    claim, value = statement.claim, statement.stated.value
    expected = claim.shown(claim.expected(policies[-1], value))
    name, stated = claim.name, statement.shown()
    if value in claim.other:
        message = Words(
            f"{name.ja}: 案内と資料が食い違うと分かっている({claim.divergence})",
            f"{name.en}: sources are known to differ ({claim.divergence})",
        )
        return statement.finding(Rule.DIVERGES, Level.NOTE, message, expected)
    assumed = claim.field in origins() and origins()[claim.field].source is Source.ASSUMPTION
    sure = statement.stated.sure and not assumed
    level = Level.ERROR if sure else Level.WARNING
    message = Words(
        f"{name.ja}: 案内は「{stated.ja}」、手順では「{expected.ja}」",
        f"{name.en}: the guide says {stated.en}, the procedure {expected.en}",
    )
    if assumed:
        message = Words(f"{message.ja}(仮定)", f"{message.en} (assumed)")
    return statement.finding(Rule.CONTRADICTS, level, message, expected)


def _uncertain(statement: Statement, policies: Sequence[Policy]) -> Finding | None:
    """A note when it held in one edition that may have been in force, and not in another."""
    if all(statement.agrees([policy]) for policy in policies):
        return None
    name = statement.claim.name
    message = Words(
        f"{name.ja}: その日にどちらだったか、資料では分からない",
        f"{name.en}: sources do not tell which held on that day",
    )
    return statement.finding(Rule.UNCERTAIN, Level.NOTE, message, None)


def contradictions(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Where the guide states one claim in two ways."""
    first: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.claim.id in SEVERAL:
            continue
        earlier = first.setdefault(statement.claim.id, [])
        other = next((each for each in earlier if _differ(each, statement)), None)
        if other is not None:
            message = _both_ways(other, statement)
            yield statement.finding(Rule.CONTRADICTS_ITSELF, Level.WARNING, message, None)
        earlier.append(statement)


def _both_ways(earlier: Statement, statement: Statement) -> Words:
    """What is stated here, and what on an earlier line."""
    name, here, there = statement.claim.name, statement.shown(), earlier.shown()
    line = earlier.look.sentence.place(earlier.stated.start).line
    return Words(
        f"{name.ja}: ここでは「{here.ja}」、{line}行目では「{there.ja}」",
        f"{name.en}: {here.en} here, {there.en} on line {line}",
    )


def _differ(one: Statement, other: Statement) -> bool:
    """Whether two statements differ and can be compared: none is vague, nor both only words."""
    values = (one.stated.value, other.stated.value)
    if values[0] == values[1] or any(isinstance(value, Range) for value in values):
        return False
    return not all(isinstance(value, Said) for value in values)


def unspecified(look: Look) -> Iterator[Finding]:
    """Figures that no claim has read, people who act, and things that nobody wants."""
    cell = labelled(look)
    for finds in (strangers, *UNSPECIFIED):
        found = list(finds(look))
        if cell and not found:
            found = [(start + cell[1], end + cell[1]) for start, end in finds(cell[0])]
        for start, end in found:
            yield _unknown(look, start, end)
    if not look.has(*OWN):
        return
    for figure in look.unsaid():
        if figure.measure in COUNTED:
            yield _unknown(look, figure.start, figure.end)


def _unknown(look: Look, start: int, end: int) -> Finding:
    place = look.sentence.place(start)
    part = look.sentence.quote(start, end)
    return Finding(
        Rule.UNSPECIFIED,
        Level.WARNING,
        place.line,
        place.column,
        place.column + len(part),
        Words(f"「{part}」は、どこにも定められていない", f'nobody has specified "{part}"'),
        part,
    )


def not_understood(look: Look) -> Iterator[Finding]:
    """A sentence that speaks of the procedure and of which no claim reads anything."""
    block = look.sentence.block
    plain = block.kind is not Kind.HEADING and block.number is None
    if not plain or look.taken or not (look.has(*ABOUT) and look.has(*DOING)):
        return
    place, part = look.sentence.place(0), look.sentence.whole
    yield Finding(
        Rule.NOT_UNDERSTOOD,
        Level.NOTE,
        place.line,
        place.column,
        place.column + len(part),
        Words("読み取れなかった文", "not understood"),
        part,
    )


def standings(statements: Sequence[Statement], policies: Sequence[Policy]) -> list[ClaimStanding]:
    """How the guide stands to every claim."""
    found = []
    for claim in CLAIMS.values():
        own = [each for each in statements if each.claim is claim]
        wrong = [each for each in own if not each.agrees(policies)]
        standing = Standing.CONTRADICTS if wrong else Standing.AGREES if own else Standing.UNSTATED
        lines = tuple(
            dict.fromkeys(each.look.sentence.place(each.stated.start).line for each in own)
        )
        stated = tuple(dict.fromkeys(each.shown() for each in own))
        expected = claim.shown(claim.expected(policies[-1]))
        found.append(
            ClaimStanding(claim.id, claim.field, claim.name, standing, lines, stated, expected)
        )
    return found
