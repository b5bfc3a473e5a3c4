"""What is counted as a mutant of which kind, and that the list of equivalent ones is up to date."""

from pathlib import Path

import pytest

pytest.importorskip("mutmut", reason="needs what `make mutants` installs")

import libcst as cst

from tests.mutants import equivalents, operators
from tests.mutants.aside import Aside
from tests.mutants.changed import HUNK
from tests.mutants.making import make
from tests.mutants.mutant import Change, change_between


@pytest.mark.parametrize(
    ("before", "after", "wording"),
    [
        ('return Page("本人確認", message)', 'return Page("XX", message)', True),
        ('return Page("本人確認", message)', "return Page(None, message)", True),
        ('return Page("本人確認", message)', "return Page(message)", False),
        ('self._stop("終わり")', "pass", False),
        ('return Page("", message)', 'return Page("XXXX", message)', False),
        ("return 1", "return 2", False),
        ('return f"{name}の終わり"', "return None", False),
    ],
)
def test_only_other_words_are_wording(before: str, after: str, wording: bool) -> None:
    assert Change(before, after).only_wording is wording


def test_a_change_is_the_lines_that_differ() -> None:
    before = ["def _():", "    a = f(", "        1,", "    )", "    return a"]
    after = ["def _():", "    a = f(", "        2,", "    )", "    return a"]
    assert change_between(before, after) == (2, Change("1,", "2,"))
    assert change_between(before, [*before[:2], *before[3:]]) == (2, Change("1,", ""))


def mutated(code: str) -> list[str]:
    """What our own operators make of a statement."""
    statement = cst.parse_statement(code)
    found = []
    for kind, operator in operators.OURS:
        for node in _nodes(statement):
            if isinstance(node, kind):
                for other in operator(node):
                    made = statement.deep_replace(node, other) if node is not statement else other
                    found.append(cst.Module([made]).code.strip())
    return found


def _nodes(node: cst.CSTNode) -> list[cst.CSTNode]:
    return [node, *(each for child in node.children for each in _nodes(child))]


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("if locked: raise Locked", ["if not (locked): raise Locked", "if locked: pass"]),
        ("if a is b: c = 1", []),  # mutmut turns these round itself
        ("if not a: c = 1", []),
        ("if a <= b: c = 1", ["if not (a <= b): c = 1"]),
        ("self._forget()", ["pass"]),
        ("x = f('終わり')", ["x = f('XX')"]),
        ('x = "end"', ['x = "XXendXX"', 'x = "END"']),
    ],
)
def test_our_own_kinds_of_mutants(code: str, made: list[str]) -> None:
    assert mutated(code) == made


def test_hunks_name_the_new_lines() -> None:
    match = HUNK.match("@@ -10,2 +12,3 @@ def f():")
    assert match is not None
    assert (match["first"], match["count"]) == ("12", "3")
    match = HUNK.match("@@ -10 +12 @@")
    assert match is not None
    assert (match["first"], match["count"]) == ("12", None)


def test_every_equivalent_mutant_is_still_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """And every mutant is where it says: the lines without it stand there in the file."""
    monkeypatch.chdir(Path(__file__).parents[2])
    mutants = make()
    equivalents.check(equivalents.listed(), mutants)
    Aside().check(mutants)
    assert mutants
    for mutant in mutants:
        line = Path(mutant.file).read_text(encoding="utf-8").splitlines()[mutant.line - 1]
        # The head of a function is told without its name.
        assert mutant.change.before.startswith(("def _(", line.strip())) or not mutant.change.before
