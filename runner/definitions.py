"""The step definitions that a feature can see, and the look-up from a step to its definition.

pytest-bdd scans every fixture of the session for every step. Here the scan is made once for each
folder of features; a step then costs a few dictionary look-ups and one match.
"""

import inspect
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pytest_bdd import parsers
from pytest_bdd.parser import Step
from pytest_bdd.steps import StepFunctionContext

CASE_FOLDED_SPECIALS = str.maketrans({"ſ": "s", "K": "k"})
"""Characters that match an ASCII letter when case is ignored."""

PLACEHOLDER = re.compile(r"\{(\w+)\}")
"""A place for a value in a docstring."""


@dataclass(frozen=True, eq=False)
class Definition:
    """One decorator on one step function.

    `parameters` are the names its function takes, `required` those without a default. `depth` says
    how near to the feature it is defined; the nearest definition wins, as with fixtures.
    """

    context: StepFunctionContext
    depth: int
    parameters: frozenset[str]
    required: tuple[str, ...]
    is_generator: bool

    @property
    def text(self) -> str:
        """The step's text, with its placeholders."""
        return str(self.context.parser.name)

    @property
    def function(self) -> Callable[..., object]:
        """The step function."""
        return self.context.step_func

    @property
    def english(self) -> str:
        """The first line of the docstring."""
        return (inspect.getdoc(self.function) or "").partition("\n")[0]

    def in_english(self, values: Mapping[str, object]) -> str:
        """The docstring's first line with a step's raw values filled in.

        A converter may have a function `english`, which says a value as written in English.
        """

        def filled(place: re.Match[str]) -> str:
            name = place[1]
            return self._value_in_english(name, str(values[name])) if name in values else place[0]

        return PLACEHOLDER.sub(filled, self.english)

    def _value_in_english(self, name: str, written: str) -> str:
        """One value in English; an outline's placeholder stands as it is."""
        english = getattr(self.context.converters.get(name), "english", None)
        return str(english(written)) if callable(english) and "<" not in written else written

    @property
    def location(self) -> tuple[str, int]:
        """File and line (from 1) of the step function."""
        code = inspect.unwrap(self.function).__code__
        return code.co_filename, code.co_firstlineno

    def match(self, text: str) -> dict[str, Any] | None:
        """The raw values of the placeholders, None when the text does not match."""
        parser = self.context.parser
        if type(parser) is parsers.parse:
            return _parse_once(parser, text)
        if not parser.is_matching(text):
            return None
        return parser.parse_arguments(text) or {}


def define(context: StepFunctionContext, depth: int) -> Definition:
    """Read a step function's signature, once."""
    parameters = inspect.signature(context.step_func).parameters
    star = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    named = [each for each in parameters.values() if each.kind not in star]
    return Definition(
        context,
        depth,
        frozenset(each.name for each in named),
        tuple(each.name for each in named if each.default is each.empty),
        inspect.isgeneratorfunction(context.step_func),
    )


Found = tuple[Definition, dict[str, Any]]
"""A definition with the raw values of its placeholders."""


class Definitions:
    """All definitions visible from one place, indexed by type and by how their text begins."""

    def __init__(self, definitions: list[Definition]) -> None:
        self.all = tuple(definitions)
        self._by_prefix: dict[str, list[Definition]] = defaultdict(list)
        for definition in definitions:
            self._by_prefix[literal_prefix(definition.context.parser)].append(definition)
        self._lengths = sorted({len(prefix) for prefix in self._by_prefix}, reverse=True)
        self._matched: dict[tuple[str, str], list[Found]] = {}

    def find(self, step: Step) -> Found | None:
        """The definition that runs a step, with the raw values of its placeholders."""
        found = self._all_found(step)
        if len(found) > 1:
            return self._best(found)
        return found[0] if found else None

    def matching(self, step: Step) -> list[Definition]:
        """Every definition that a step could mean."""
        return [definition for definition, _ in self._all_found(step)]

    def _best(self, found: list[Found]) -> Found:
        """The nearest; among equals the one registered last, as pytest-bdd takes it.

        The linter says that such a step is ambiguous.
        """
        return max(found, key=lambda each: (each[0].depth, self.all.index(each[0])))

    def _all_found(self, step: Step) -> list[Found]:
        key = (step.type, step.name)
        if key not in self._matched:
            self._matched[key] = list(self._candidates(step))
        return self._matched[key]

    def _candidates(self, step: Step) -> Iterator[Found]:
        folded = _fold(step.name)
        for length in self._lengths:
            for definition in self._by_prefix.get(folded[:length], ()):
                if definition.context.type not in (None, step.type):
                    continue
                values = definition.match(step.name)
                if values is not None:
                    yield definition, values


def _parse_once(parser: parsers.parse, text: str) -> dict[str, Any] | None:
    """Match and take the values in one go, where the parser's own two calls would do it twice."""
    try:
        result = parser.parser.parse(text)
    except ValueError:
        return None
    return dict(result.named) if result else None


def literal_prefix(parser: parsers.StepParser) -> str:
    """What every text that a parser matches must begin with, case folded; often empty."""
    if isinstance(parser, parsers.string):
        return _fold(parser.name)
    if not isinstance(parser, parsers.parse):
        return ""
    literal = parser.name.partition("{")[0].partition("}")[0]
    for index, character in enumerate(literal):
        if not character.isascii() and character.lower() != character.upper():
            return _fold(literal[:index])
    return _fold(literal)


def _fold(text: str) -> str:
    return text.translate(CASE_FOLDED_SPECIALS).lower()
