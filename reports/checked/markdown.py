"""A check as a page of Markdown, for a job summary or a comment."""

from collections.abc import Iterator

from guidance.check import Report
from guidance.findings import Finding, Level, Standing
from reports.checked.record import proofs

TITLES = {
    "ja": {Level.ERROR: "誤り", Level.WARNING: "注意", Level.NOTE: "参考"},
    "en": {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"},
}
HEADS = {
    "ja": ("行", "", "案内の文", "指摘", "確かめたシナリオ"),
    "en": ("line", "", "the guide", "finding", "proved by"),
}
NOTHING = {"ja": "指摘はありません。", "en": "Nothing to say."}
AGREED = {"ja": "手順と合っている事実", "en": "facts that the procedure bears out"}


def markdown(report: Report, language: str = "ja") -> str:
    """The section of a guide."""
    return "\n".join(_section(report, language)) + "\n"


def _section(report: Report, language: str) -> Iterator[str]:
    yield f"## {plain(report.name)}"
    yield ""
    agreed = sum(claim.standing is Standing.AGREES for claim in report.claims)
    yield f"{AGREED[language]}: {agreed}"
    yield ""
    if not report.findings:
        yield NOTHING[language]
        yield ""
        return
    heads = HEADS[language]
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for found in report.findings:
        yield _row(found, language)
    yield ""


def _row(found: Finding, language: str) -> str:
    proved = "<br>".join(f"{plain(each.name)} ({each.path}:{each.line})" for each in proofs(found))
    cells = (
        str(found.line),
        TITLES[language][found.level],
        plain(found.part),
        plain(str(getattr(found.message, language))),
        proved,
    )
    return "| " + " | ".join(cells) + " |"


MARKUP = str.maketrans({each: f"\\{each}" for each in "\\`*_[]<>#|~&!$"} | {"\n": " ", "\r": " "})


def plain(text: str) -> str:
    """A text that Markdown leaves as it is."""
    return text.translate(MARKUP)
