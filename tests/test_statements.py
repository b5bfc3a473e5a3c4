"""Every statement of the guide is accounted for, and every scenario answers to something."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from fakes.words import Words
from guidance.statements import Account, Backing, BadAccount, Fact, Side, load
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
    assert [entry.id for entry in entries if not entry.scenarios] == []


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


def test_every_section_has_a_title() -> None:
    assert [section.number for section in ACCOUNT.sections] == list(STATEMENTS_IN_SECTION)


def words_in(value: object) -> Iterator[Words]:
    """All that a reader reads, however deep it lies."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from words_in(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from words_in(getattr(value, field.name))


JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
QUOTED = re.compile('"[^"]*"')


def test_a_reader_of_either_language_reads_everything() -> None:
    words = list(words_in(ACCOUNT))
    assert len(words) > 150
    assert [each for each in words if not JAPANESE.search(each.ja)] == []
    assert [each for each in words if JAPANESE.search(QUOTED.sub("", each.en))] == []
    assert [each for each in words if not re.search("[A-Za-z]{2}", each.en)] == []


def test_labels_stand_in_both_languages() -> None:
    """What the English quotes, letter for letter, the Japanese quotes too."""
    for each in words_in(ACCOUNT):
        quoted = [quote.strip('"') for quote in QUOTED.findall(each.en)]
        assert [label for label in quoted if f"「{label}」" not in each.ja] == []


def test_a_divergence_keeps_both_sides_with_what_they_stand_on() -> None:
    for divergence in ACCOUNT.divergences:
        assert {backing.side for backing in divergence.sources} == set(Side), divergence.id


ONE = '[[statement]]\nat = "1-1"\nja = "あ"\nen = "a"\n'
TWO = '[[statement]]\nat = "1-2"\nja = "い"\nen = "b"\n'
FACT = '[[fact]]\nid = "x"\nja = "あ"\nen = "a"\nsource = { ja = "い", en = "b" }\n'
TEXTS = "".join(f'{key} = {{ ja = "あ", en = "a" }}\n' for key in ("title", "followed"))
GUIDE = 'guide = { ja = "あ", en = "a", at = ["1-1"] }\n'
OTHERS = 'others = { ja = "い", en = "b", source = { ja = "う", en = "c" } }\n'
HEAD = '[[divergence]]\nid = "y"\n' + TEXTS


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "statements.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_an_account_holds(tmp_path: Path) -> None:
    advised = TWO + 'advice.ja = "う"\nadvice.en = "c"\n'
    section = '[[section]]\nnumber = 1\nja = "え"\nen = "d"\n'
    account = load(written(tmp_path, section + ONE + advised + FACT + HEAD + GUIDE + OTHERS))
    first, second = account.statements
    assert (first.id, first.at, first.text, first.advice) == ("s1-1", "1-1", Words("あ", "a"), None)
    assert second.advice == Words("う", "c")
    assert account.facts == (Fact("x", Words("あ", "a"), Words("い", "b")),)
    assert account.sections[0].title == Words("え", "d")
    assert account.divergences[0].sources == (
        Backing(Side.GUIDE, Words("あ", "a"), "1-1"),
        Backing(Side.OTHERS, Words("う", "c")),
    )


def test_the_guide_can_contradict_itself(tmp_path: Path) -> None:
    others = 'others = { ja = "い", en = "b", at = ["1-2"] }\n'
    account = load(written(tmp_path, ONE + TWO + HEAD + GUIDE + others))
    assert [backing.at for backing in account.divergences[0].sources] == ["1-1", "1-2"]


def test_an_empty_account_is_one(tmp_path: Path) -> None:
    assert load(written(tmp_path, "")) == Account()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[statement]", "is no TOML in UTF-8"),
        (
            '[statement]\nat = "1-1"',
            "statement is no list of entries; begin each with [[statement]]",
        ),
        ("[[statment]]", "the file has an unknown key statment; did you mean statement?"),
        (
            ONE.replace("1-1", "x"),
            '[[statement]] x stands at no section-position; write e.g. at = "3-2"',
        ),
        (ONE.replace('at = "1-1"', ""), '[[statement]] #1 has no at; add at = "…"'),
        (ONE.replace('ja = "あ"', ""), '[[statement]] 1-1 has no ja; add ja = "…"'),
        (ONE.replace('en = "a"', 'en = " "'), '[[statement]] 1-1 has no en; add en = "…"'),
        (ONE.replace('"あ"', "1"), '[[statement]] 1-1 has no text as ja; write ja = "…"'),
        (ONE + 'advise = "a"', "[[statement]] 1-1 has an unknown key advise; did you mean advice?"),
        (ONE + "zzz = 1", "unknown key zzz; known are at, ja, en, scenarios, advice"),
        (
            ONE + 'advice = "a"',
            "[[statement]] 1-1 has its advice in one language only; "
            'write advice.ja = "…" and advice.en = "…"',
        ),
        (ONE + 'advice.ja = "あ"', '[[statement]] 1-1 has no advice.en; add advice.en = "…"'),
        (ONE + 'advice.jp = "あ"', "unknown key advice.jp; did you mean advice.ja?"),
        (ONE + 'scenarios = "a"', 'has no list of texts as scenarios; write scenarios = ["…"]'),
        (ONE + "scenarios = [1]", 'has no list of texts as scenarios; write scenarios = ["…"]'),
        (ONE + ONE, "2 entries have at = 1-1; give each its own"),
        (FACT + FACT.replace("fact", "assumption"), "2 entries have id = x; give each its own"),
        (
            FACT.replace('"x"', '"X y"'),
            "[[fact]] X y has an id that is no link; write small letters",
        ),
        (FACT.split("source")[0], '[[fact]] x has no source.ja; add source.ja = "…"'),
        ('[[section]]\nja = "あ"\nen = "a"', "no number, or one that is no number; add number = 1"),
        (HEAD + GUIDE + OTHERS, "y stands on 1-1, which is no [[statement]]; mend guide.at"),
        (ONE + HEAD + OTHERS, '[[divergence]] y has no guide.ja; add guide.ja = "…"'),
        (
            ONE + HEAD + GUIDE.replace(', at = ["1-1"]', "") + OTHERS,
            '[[divergence]] y has no guide.at; add guide.at = ["3-2"]',
        ),
        (
            ONE + HEAD + GUIDE + 'others = { ja = "い", en = "b" }',
            'y has no others.source.ja; add others.source.ja = "…"',
        ),
    ],
)
def test_a_malformed_account_is_said_in_one_sentence(
    tmp_path: Path, text: str, complaint: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(BadAccount) as raised:
        load(path)
    assert complaint in str(raised.value)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_account_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadAccount, match="cannot be read"):
        load(tmp_path / "nowhere.toml")
