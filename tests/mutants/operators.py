"""Kinds of defects that mutmut does not make by itself, in the form that it takes them."""

from collections.abc import Callable, Iterator
from typing import Any

import libcst as cst
from mutmut.mutation import mutators

NEGATED_BY_MUTMUT = (cst.Not, cst.Is, cst.IsNot, cst.Equal, cst.NotEqual, cst.In, cst.NotIn)

OTHER_WORDS = "XX"


def condition(node: Any) -> Iterator[Any]:
    """Turn the condition of an `if` round, where mutmut does not do so already."""
    test = node.test
    one = isinstance(test, cst.Comparison) and len(test.comparisons) == 1
    operator = test.comparisons[0].operator if one else getattr(test, "operator", None)
    if isinstance(operator, NEGATED_BY_MUTMUT):
        return
    inner = test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    yield node.with_changes(test=cst.UnaryOperation(cst.Not(), inner))


def call(node: Any) -> Iterator[Any]:
    """Leave out a call that is made for its effect."""
    if isinstance(node.value, cst.Call):
        yield cst.Pass()


def refusal(node: Any) -> Iterator[Any]:
    """Go on where an exception was raised."""
    yield cst.Pass()


def words(node: Any) -> Iterator[Any]:
    """Say something else altogether: where words are quoted, any part of them may be.

    mutmut puts marks before and after a text; a scenario that looks for the text still finds it.
    """
    if isinstance(node, cst.SimpleString) and not node.value.isascii():
        if not node.value.endswith(('"""', "'''")):
            quote = node.value[-1]
            yield node.with_changes(value=f"{quote}{OTHER_WORDS}{quote}")
    else:
        yield from mutators.operator_string(node)


OURS: list[tuple[Any, Callable[[Any], Iterator[Any]]]] = [
    (cst.If, condition),
    (cst.Expr, call),
    (cst.Raise, refusal),
    (cst.BaseString, words),
]


def add() -> None:
    """Have mutmut make these too; its own mutants keep their order before them."""
    known = mutators.mutation_operators
    of_strings = (cst.BaseString, mutators.operator_string)
    if of_strings in known:
        known.remove(of_strings)
        known.extend(OURS)
