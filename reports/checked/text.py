"""A check for a terminal: each finding with its place, the sentence, and what proves it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from guidance.check import Report
from guidance.findings import Finding, Level, Standing
from reports.checked.layout import painted, shortened, visible, wrapped
from reports.checked.record import Scenario, proofs

COLOURS = {Level.ERROR: "31;1", Level.WARNING: "33;1", Level.NOTE: "36"}
GOOD, PLACE, FAINT = "32;1", "1", "2"
TITLES = {
    "ja": {Level.ERROR: "誤り", Level.WARNING: "注意", Level.NOTE: "参考"},
    "en": {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"},
}
MOST_PROOFS = 3
INDENT = "    "


@dataclass(frozen=True)
class Style:
    """How a check is written: in which language, in colours or not, and how wide."""

    language: str = "ja"
    colour: bool = False
    width: int | None = None


def text(report: Report, style: Style) -> str:
    """All findings of a guide, and a line with the result."""
    return "".join(f"{line}\n" for line in _lines(report, style))


def _lines(report: Report, style: Style) -> Iterator[str]:
    for found in report.findings:
        yield from _finding(report, found, style)
    worst = report.worst
    colour = COLOURS[worst] if worst else GOOD
    for line in wrapped(_result(report, style.language), "", style.width):
        yield painted(line, colour, style.colour)


def _finding(report: Report, found: Finding, style: Style) -> Iterator[str]:
    title = painted(TITLES[style.language][found.level], COLOURS[found.level], style.colour)
    name = visible(f"{report.name}:{found.line}:{found.column}").replace("\n", "?")
    page = _page(report, found.line, style.language)
    yield f"{painted(name, PLACE, style.colour)}{page} {title} {found.rule.value}"
    if found.part:
        yield from wrapped(_quoted(found.part), INDENT, style.width)
    yield from wrapped(getattr(found.message, style.language), INDENT, style.width)
    for line in scenario_lines(proofs(found), style):
        yield painted(line, FAINT, style.colour)
    yield ""


def scenario_lines(proved: list[Scenario], style: Style, most: int = MOST_PROOFS) -> Iterator[str]:
    """The first of some scenarios, and how many more there are."""
    for proof in proved[:most]:
        yield from wrapped(f"{proof.path}:{proof.line} {proof.name}", INDENT, style.width)
    more = len(proved) - most
    if more > 0:
        yield INDENT + (f"ほか{more}件" if style.language == "ja" else f"and {more} more")


def _quoted(part: str) -> str:
    short = shortened(part).replace(chr(10), " ")
    return short if short.startswith("「") and short.endswith("」") else f"「{short}」"


def _page(report: Report, line: int, language: str) -> str:
    pages = report.pages
    if not pages:
        return ""
    page = sum(first <= line for first in pages)
    return f" ({page}ページ)" if language == "ja" else f" (page {page})"


def _result(report: Report, language: str) -> str:
    agreed = sum(claim.standing is Standing.AGREES for claim in report.claims)
    if not agreed and not report.walks and not report.findings:
        nothing = {
            "ja": "この手続きについての記述が見つかりません",
            "en": "nothing in it is about this procedure",
        }
        return f"{report.name}: {nothing[language]}"
    counted = _result_ja if language == "ja" else _result_en
    return f"{report.name}: {counted(report, agreed)}"


def _result_ja(report: Report, agreed: int) -> str:
    levels = Counter(found.level for found in report.findings)
    counts = "、".join(f"{TITLES['ja'][level]}{levels[level]}件" for level in Level)
    walked = (
        f"、最後まで実行できた手順{_walked(report)}/{len(report.walks)}" if report.walks else ""
    )
    read = f"、読み取れた文{report.read}/{report.sentences}"
    return f"{counts}。手順と合っている事実{agreed}件{walked}{read}"


def _result_en(report: Report, agreed: int) -> str:
    levels = Counter(found.level for found in report.findings)
    counts = ", ".join(counted(levels[level], level.value) for level in Level)
    lists = f"{_walked(report)} of {len(report.walks)} lists of steps walked to the end"
    walked = f", {lists}" if report.walks else ""
    read = f", {report.read} of {counted(report.sentences, 'sentence')} understood"
    return f"{counts}; {counted(agreed, 'fact')} borne out{walked}{read}"


def counted(count: int, noun: str) -> str:
    """A number of things, in English."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _walked(report: Report) -> int:
    return sum(walk.done and not walk.findings for walk in report.walks)
