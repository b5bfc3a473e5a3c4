"""Trying every edit of a guide, and what came of it."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from guidance.check import check
from guidance.findings import Finding, Level
from guidance.reading import read_octets
from tests.accuracy.marked import Edit, Guide
from tests.accuracy.rewritten import rewritings

WEIGHTY = (Level.ERROR, Level.WARNING)


@dataclass(frozen=True)
class Tried:
    """An edit with what was found that the guide did not give before.

    It came out right when a change is found on its line, or when nothing changed and no error came.
    """

    edit: Edit
    new: tuple[Finding, ...]

    @property
    def right(self) -> bool:
        """Whether it came out right."""
        if self.edit.changes:
            return any(self._there(each) for each in self.new)
        return not any(each.level is Level.ERROR for each in self.new)

    @property
    def claims(self) -> set[str]:
        """The claims, or for steps the rules, of what was found on the line of the edit."""
        return {each.claim or each.rule.value for each in self.new if self._there(each)}

    @property
    def false_claims(self) -> set[str]:
        """The claims of errors where nothing had changed."""
        if self.edit.changes:
            return set()
        return {each.claim or each.rule.value for each in self.new if each.level is Level.ERROR}

    def _there(self, found: Finding) -> bool:
        return found.line in self.edit.lines


@dataclass(frozen=True)
class Result:
    """A guide: the errors that it gives as it is (each is a false one), and all its edits."""

    name: str
    errors: tuple[Finding, ...]
    edits: tuple[Tried, ...]


def measured(guides: Sequence[Guide]) -> list[Result]:
    """Try all edits of all guides, on all cores."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(_tried, guides))


def _tried(guide: Guide) -> Result:
    name = guide.path.name
    before = found(name, guide.clean)
    known = _places(before)
    edits = [*guide.edits(), *rewritings(guide)]
    tried = []
    for edit in edits:
        after = found(edit.name or name, edit.text)
        # A rewritten guide has other lines: then it counts what was found, not where.
        old = {key[:2] for key in known} if edit.lines == frozenset() else known
        new = [each for each in after if not {_key(each), _key(each)[:2]} & old]
        tried.append(Tried(edit, tuple(new)))
    errors = [each for each in before if each.level is Level.ERROR]
    return Result(name, tuple(errors), tuple(tried))


def found(name: str, text: str) -> list[Finding]:
    """The errors and warnings of a guide."""
    findings = check(read_octets(name, text.encode())).findings
    return [each for each in findings if each.level in WEIGHTY]


def _key(each: Finding) -> tuple[str, str, int]:
    return each.rule.value, each.claim, each.line


def _places(findings: Iterable[Finding]) -> set[tuple[str, str, int] | tuple[str, str]]:
    """What was found where: what a line had before the edit does not count as new."""
    return {_key(each) for each in findings}
