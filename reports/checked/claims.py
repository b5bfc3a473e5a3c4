"""`tejun claims`: the facts that guides are checked for, their values, sources and scenarios."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from fakes.policy import Policy, origins
from fakes.words import Words
from guidance import scenarios
from guidance.claims import CLAIMS, Claim
from reports.checked import layout
from reports.checked.command import indented
from reports.checked.layout import painted, wrapped
from reports.checked.markdown import plain
from reports.checked.output import NotWritten, put, refuse
from reports.checked.record import Scenario
from reports.checked.text import FAINT, INDENT, PLACE, Style, scenario_lines

HEADS = {
    "ja": ("主張", "事実", "値", "出典", "確かめるシナリオ"),
    "en": ("claim", "fact", "value", "source", "scenarios"),
}


@dataclass(frozen=True)
class Asked:
    """What was asked of `tejun claims`."""

    form: str = "text"
    language: str = "ja"


class Known(msgspec.Struct, frozen=True):
    """A claim; `field` is that of the policy, and the tag of the scenarios that pin it."""

    id: str
    name: str
    field: str
    value: str
    source: str
    note: str
    scenarios: list[Scenario]


def run(asked: Asked) -> int:
    """Write all claims; returns 0, or 2 when they cannot be written."""
    known = [_known(claim, asked.language) for claim in CLAIMS.values()]
    try:
        put(WRITERS[asked.form](known, asked.language), None)
    except NotWritten as problem:
        return refuse(problem)
    return 0


def _known(claim: Claim, language: str) -> Known:
    def said(words: Words) -> str:
        return str(getattr(words, language))

    origin = origins()[claim.field]
    pinning = scenarios.by_tag().get(claim.field, ())
    return Known(
        claim.id,
        said(claim.name),
        claim.field,
        said(claim.shown(claim.expected(Policy()))),
        said(origin.source.words),
        said(origin.note),
        [Scenario(each.path, each.line, each.name) for each in pinning],
    )


def _text(known: Sequence[Known], language: str) -> Iterator[str]:
    style = Style(language, layout.colours_wanted(None), layout.terminal_width())
    for claim in known:
        yield "".join(f"{line}\n" for line in _lines(claim, style)) + "\n"


def _lines(claim: Known, style: Style) -> Iterator[str]:
    yield f"{painted(claim.id, PLACE, style.colour)}  {claim.name}"
    yield from wrapped(claim.value, INDENT, style.width)
    yield from wrapped(f"{claim.source}: {claim.note}", INDENT, style.width)
    yield from wrapped(f"@{claim.field}", INDENT, style.width)
    for line in scenario_lines(claim.scenarios, style, len(claim.scenarios)):
        yield painted(line, FAINT, style.colour)


def _json(known: Sequence[Known], language: str) -> Iterator[str]:
    yield indented(known) + "\n"


def _markdown(known: Sequence[Known], language: str) -> Iterator[str]:
    heads = HEADS[language]
    yield "| " + " | ".join(heads) + " |\n"
    yield "|" + "---|" * len(heads) + "\n"
    for claim in known:
        proved = (f"{plain(each.name)} ({each.path}:{each.line})" for each in claim.scenarios)
        value = "<br>".join(plain(line) for line in claim.value.split("\n"))
        source = f"{plain(claim.source)}: {plain(claim.note)}"
        cells = (f"`{claim.id}`", plain(claim.name), value, source, "<br>".join(proved))
        yield "| " + " | ".join(cells) + " |\n"


WRITERS = {"text": _text, "json": _json, "markdown": _markdown}
