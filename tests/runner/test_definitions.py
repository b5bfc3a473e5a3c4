"""The look-up finds what pytest-bdd's scan would find."""

from collections.abc import Callable

import pytest
from pytest_bdd import given, parsers
from pytest_bdd.parser import Step
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from runner.definitions import Definition, Definitions, define, literal_prefix
from tests.spec import written_steps

CONTEXTS = list(step_function_context_registry.values())


def definitions(*texts: str | parsers.StepParser) -> Definitions:
    """Definitions of these texts, registered in this order."""
    known = set(map(id, step_function_context_registry.values()))
    for text in texts:

        @given(text)
        def step() -> None:
            """Do nothing."""

    new = [each for each in step_function_context_registry.values() if id(each) not in known]
    return Definitions([define(context, 0) for context in new])


def step(text: str) -> Step:
    return Step(name=text, type="given", indent=0, line_number=1, keyword="Given")


@pytest.mark.parametrize(
    ("parser", "prefix"),
    [
        (parsers.string("Ab c"), "ab c"),
        (parsers.parse("数字「{pin}」"), "数字「"),
        (parsers.parse("Ab {{x}} {y}"), "ab "),
        (parsers.parse("ÄB {y}"), ""),
        (parsers.re("a(?P<b>.*)"), ""),
    ],
)
def test_the_literal_beginning(parser: parsers.StepParser, prefix: str) -> None:
    assert literal_prefix(parser) == prefix


@pytest.mark.parametrize("text", ["I have 3 Apples", "i HAVE 3 apples", "I haVe 3 appleſ"])
def test_case_is_ignored_as_parse_does(text: str) -> None:
    parser = parsers.parse("I have {count:d} apples")
    found = definitions(parser).find(step(text))
    assert (found is not None) == parser.is_matching(text)


def test_the_real_steps_are_found_as_a_scan_finds_them() -> None:
    ours = Definitions([define(context, 0) for context in CONTEXTS])
    for written in written_steps():
        scanned = {
            id(context)
            for context in CONTEXTS
            if context.type in (None, written.step.type)
            and context.parser.is_matching(written.step.name)
        }
        assert {id(each.context) for each in ours.matching(written.step)} == scanned


def test_the_values_are_those_of_the_parser() -> None:
    parser = parsers.parse("{name} has {count:d}")
    found = definitions(parser).find(step("Ann has 3"))
    assert found is not None
    assert found[1] == parser.parse_arguments("Ann has 3") == {"name": "Ann", "count": 3}


def shout(text: str) -> str:
    """A converter that can say its value in English."""
    return text


vars(shout)["english"] = str.upper


def rendering(docstring: str) -> Definition:
    """A definition with this docstring, whose value `loud` is said in capitals."""

    def step() -> None: ...

    step.__doc__ = docstring
    parser = parsers.parse("{plain} {loud}")
    converters: dict[str, Callable[[str], object]] = {"loud": shout, "plain": int}
    return define(StepFunctionContext("given", step, parser, converters), 0)


@pytest.mark.parametrize(
    ("docstring", "values", "english"),
    [
        ("{plain} and {loud}.\n\nMore.", {"plain": 3, "loud": "ab"}, "3 and AB."),
        ("{loud} {loud}", {"loud": "ab"}, "AB AB"),
        ("{plain} {loud}", {"plain": "<n>", "loud": "a <b>"}, "<n> a <b>"),
        ("{plain} {loud}", {"plain": "{loud} { {0", "loud": "\\1 %s }"}, "{loud} { {0 \\1 %S }"),
        ("{plain} {other} {", {"plain": ""}, " {other} {"),
        ("", {"plain": 1}, ""),
    ],
)
def test_the_english_of_a_step(docstring: str, values: dict[str, object], english: str) -> None:
    assert rendering(docstring).in_english(values) == english


def test_a_nearer_definition_wins() -> None:
    far, near = definitions("a"), definitions("a")
    both = Definitions([define(near.all[0].context, 5), define(far.all[0].context, 0)])
    found = both.find(step("a"))
    assert found is not None
    assert found[0].depth == 5


def test_what_matches_nothing() -> None:
    assert definitions("a", parsers.parse("b {x}")).find(step("c")) is None
