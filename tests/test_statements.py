"""Every statement of the guide is accounted for, and every scenario answers to something."""

from collections import Counter
from pathlib import Path

import pytest

from guidance.statements import BadAccount, Fact, load
from tests.spec import scenarios, tags

ACCOUNT = load()

STATEMENTS_IN_SECTION = {0: 9, 1: 5, 2: 7, 3: 6, 4: 8, 5: 9, 6: 8, 7: 5, 8: 5}
"""How many factual statements the guide makes in each section, counted by hand."""

TAGS = {scenario.name: tags(feature, scenario) for feature, scenario in scenarios()}
NAMED_BY_STATEMENTS = {name for each in ACCOUNT.statements for name in each.scenarios}
NAMED_BY_FACTS = {name for each in ACCOUNT.facts for name in each.scenarios}
NAMED_BY_ASSUMPTIONS = {name for each in ACCOUNT.assumptions for name in each.scenarios}
NAMED_BY_DIVERGENCES = {name for each in ACCOUNT.divergences for name in each.scenarios}


def test_no_statement_is_left_out() -> None:
    counted = Counter(statement.section for statement in ACCOUNT.statements)
    assert counted == STATEMENTS_IN_SECTION


def test_statements_stand_in_the_guides_order() -> None:
    places = [(statement.section, statement.position) for statement in ACCOUNT.statements]
    expected = [
        (section, position)
        for section, count in STATEMENTS_IN_SECTION.items()
        for position in range(1, count + 1)
    ]
    assert places == expected


def test_every_statement_is_executed_or_explained() -> None:
    for statement in ACCOUNT.statements:
        assert statement.scenarios or statement.advice, statement


def test_every_fact_and_assumption_is_executed() -> None:
    entries: tuple[Fact, ...] = ACCOUNT.facts + ACCOUNT.assumptions
    assert [entry.en for entry in entries if not entry.scenarios] == []


def test_only_scenarios_that_exist_are_named() -> None:
    assert ACCOUNT.scenarios() - set(TAGS) == set()


def test_no_scenario_is_left_out() -> None:
    assert set(TAGS) - ACCOUNT.scenarios() == set()


def test_the_guides_statements_and_other_facts_never_mix() -> None:
    others = {name for name, held in TAGS.items() if "other_source" in held}
    assert others & NAMED_BY_STATEMENTS == set(), "@other_source under a [[statement]]"
    assert NAMED_BY_FACTS - others == set(), "under a [[fact]], and so tagged @other_source"
    assert others - NAMED_BY_FACTS - NAMED_BY_DIVERGENCES == set(), "@other_source without [[fact]]"


def test_what_is_only_assumed_is_tagged_so() -> None:
    assumed = {name for name, held in TAGS.items() if "assumption" in held}
    assert assumed == NAMED_BY_ASSUMPTIONS, "each @assumption stands under an [[assumption]]"


def test_divergences_are_tagged_so() -> None:
    diverging = {name for name, held in TAGS.items() if "divergence" in held}
    assert diverging == NAMED_BY_DIVERGENCES, "each @divergence stands under a [[divergence]]"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[statement]]\nat = "x"\nja = "a"\nen = "b"', 'at = "x" is no section-position'),
        ('[[statement]]\nat = "1-1"\nen = "b"', "a [[statement]] has no ja"),
        ("[[fact]]\nsource = 1", "a [[fact]] has no source"),
        ("[[statement]", "is no TOML"),
    ],
)
def test_a_malformed_account_is_said_in_one_sentence(
    tmp_path: Path, text: str, complaint: str
) -> None:
    path = tmp_path / "statements.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadAccount) as raised:
        load(path)
    assert complaint in str(raised.value)
    assert str(path) in str(raised.value)


def test_a_missing_account_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadAccount, match="cannot be read"):
        load(tmp_path / "nowhere.toml")
