"""The features themselves: complete, told apart, readable by people who read no code."""

import re
from collections import Counter
from pathlib import Path

from tests.spec import FEATURES, features, scenarios, tags

SECTIONS = ["lock", "conditions", "app", "kiosk", "counter", "troubles", "keeping", "summary"]
BEYOND = ["stopping"]
"""What the guide does not tell of, after its sections."""


def test_one_file_a_section_in_the_guides_order() -> None:
    names = sorted(path.stem for path in FEATURES.glob("*.feature"))
    assert names == [
        f"{number:02d}_{name}" for number, name in enumerate([*SECTIONS, *BEYOND], start=1)
    ]


def test_every_feature_is_japanese_and_tagged_with_its_section() -> None:
    for feature in features():
        assert feature.language == "ja", feature.filename
        assert feature.tags == {Path(feature.filename).stem[3:]}


def test_no_scenario_is_lost_between_file_and_parser() -> None:
    """pytest-bdd drops the first of two scenarios of one name without a word."""
    for feature in features():
        text = Path(feature.filename).read_text(encoding="utf-8")
        in_file = len(re.findall(r"^\s*シナリオ(?:アウトライン)?:", text, flags=re.MULTILINE))
        assert in_file == len(feature.scenarios), feature.filename


def test_scenario_names_are_unique_across_features() -> None:
    counts = Counter(scenario.name for _, scenario in scenarios())
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_scenario_has_steps_and_looks_at_something() -> None:
    for _, scenario in scenarios():
        assert any(step.type == "then" for step in scenario.steps), scenario.name


def test_every_scenario_has_one_line_of_english() -> None:
    for _, scenario in scenarios():
        check_one_line_of_english(scenario.name, scenario.description)


def test_every_rule_has_one_line_of_english() -> None:
    for feature in features():
        text = Path(feature.filename).read_text(encoding="utf-8")
        rules = {id(each.rule): each.rule for each in feature.scenarios.values() if each.rule}
        assert len(rules) == len(re.findall(r"^\s*ルール:", text, flags=re.MULTILINE))
        for rule in rules.values():
            check_one_line_of_english(rule.name, rule.description)


def check_one_line_of_english(name: str, description: str) -> None:
    """Fail unless a description is one English sentence on one line."""
    lines = description.strip().splitlines()
    assert len(lines) == 1, name
    assert lines[0].isascii(), name
    assert lines[0].endswith("."), name


def test_tags_are_ascii() -> None:
    for feature, scenario in scenarios():
        assert all(tag.isascii() for tag in tags(feature, scenario)), scenario.name
