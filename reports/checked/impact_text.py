"""The impact of a guide for a terminal: fact by fact, with the scenarios that it would change."""

from collections.abc import Iterator, Sequence

from reports.checked.impact_record import Changed, Fact, Impact
from reports.checked.layout import painted, visible, wrapped
from reports.checked.text import FAINT, GOOD, INDENT, PLACE, Style, counted
from runner.what_if import PASSED

BAD = "31;1"
HEADS = {
    "ja": {
        "all": "すべてを合わせたときだけ結果が変わるシナリオ",
        "untried": "値がなく、試していない記述",
        "none": "どのシナリオの結果も変わらない",
        "alone": "(同じ項目にほかの値もあり、単独でだけ試した)",
        "passes": "通るようになる",
    },
    "en": {
        "all": "scenarios that change only with all of it together",
        "untried": "not tried: words that give no value",
        "none": "no scenario changes",
        "alone": "(tried alone only: the guide gives it another value too)",
        "passes": "passes now",
    },
}


def text(impact: Impact, style: Style) -> str:
    """What the guide would replace, and what would change with it."""
    return "".join(f"{line}\n" for line in _lines(impact, style))


def _lines(impact: Impact, style: Style) -> Iterator[str]:
    heads = HEADS[style.language]
    for fact in impact.facts:
        yield from _fact(impact, fact, style)
    only_all = [each for each in impact.scenarios if not each.fact]
    if only_all:
        yield painted(heads["all"], PLACE, style.colour)
        yield from _scenarios(only_all, style)
        yield ""
    if impact.not_tried:
        yield painted(heads["untried"], PLACE, style.colour)
        for each in impact.not_tried:
            line = f"{impact.document}:{each.line} {each.message}"
            yield from wrapped(line, INDENT, style.width)
        yield ""
    colour = BAD if impact.scenarios else GOOD
    for line in wrapped(f"{impact.document}: {_result(impact, style.language)}", "", style.width):
        yield painted(line, colour, style.colour)


def _fact(impact: Impact, fact: Fact, style: Style) -> Iterator[str]:
    heads = HEADS[style.language]
    places = ",".join(map(str, fact.lines))
    yield painted(visible(f"{impact.document}:{places}"), PLACE, style.colour)
    after = "" if fact.together else f" {heads['alone']}"
    for line in _change(fact):
        yield from wrapped(line + after, INDENT, style.width)
        after = ""
    changed = [each for each in impact.scenarios if fact.id == each.fact]
    yield from _scenarios(changed, style)
    if not changed:
        yield from wrapped(heads["none"], INDENT, style.width)
    yield ""


def _change(fact: Fact) -> list[str]:
    """What becomes of a value; of one with several lines only those that differ."""
    before, after = fact.before.split("\n"), fact.after.split("\n")
    if len(before) == len(after) == 1:
        return [f"{fact.name}: {fact.before} → {fact.after}"]
    gone = [f"- {line}" for line in before if line not in after]
    return [f"{fact.name}:", *gone, *(f"+ {line}" for line in after if line not in before)]


def _scenarios(changed: Sequence[Changed], style: Style) -> Iterator[str]:
    for each in changed:
        row = f" [{each.row}]" if each.row else ""
        yield from wrapped(f"{each.path}:{each.line} {each.name}{row}", INDENT, style.width)
        for line in wrapped(_why(each, style.language), INDENT * 2, style.width):
            yield painted(line, FAINT, style.colour)


def _why(changed: Changed, language: str) -> str:
    if changed.result == PASSED:
        return HEADS[language]["passes"]
    said = changed.message or changed.result
    if not changed.step:
        return said
    place = f"{changed.step_line}行目" if language == "ja" else f"line {changed.step_line}:"
    return f"{place} {changed.step}: {said}"


def _result(impact: Impact, language: str) -> str:
    facts, scenarios = len(impact.facts), impact.changed
    untried = len(impact.not_tried)
    if language == "ja":
        rest = f"、試せない記述{untried}件" if untried else ""
        return f"置き換わる事実{facts}件、結果が変わるシナリオ{scenarios}件{rest}"
    rest = f", {untried} not tried" if untried else ""
    changes = "change" if scenarios != 1 else "changes"
    return f"{counted(facts, 'fact')} replaced, {counted(scenarios, 'scenario')} {changes}{rest}"
