"""The keywords of steps in English, and what kind of step each begins."""

from collections.abc import Iterable
from functools import cache

from gherkin.dialect import Dialect

from reports.run import Step

KINDS = {
    "Given": "given_keywords",
    "When": "when_keywords",
    "Then": "then_keywords",
    "And": "and_keywords",
    "But": "but_keywords",
}


def english(keyword: str) -> str:
    """A step's keyword in English; one that Japanese Gherkin does not know stays."""
    return _known().get(keyword, keyword)


def kinds(steps: Iterable[Step]) -> list[str]:
    """The kind of each step, Given, When or Then; "and" and "but" go on with the one before."""
    found: list[str] = []
    for step in steps:
        word = english(step.keyword)
        goes_on = word not in ("Given", "When", "Then")
        found.append(found[-1] if goes_on and found else word)
    return found


@cache
def _known() -> dict[str, str]:
    japanese = Dialect.for_name("ja")
    assert japanese is not None
    return {
        word.strip(): kind
        for kind, words in KINDS.items()
        for word in getattr(japanese, words)
        if word.strip() != "*"
    }
