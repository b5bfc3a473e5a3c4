"""The spec as the feature files write it, and the ids that links use."""

from pathlib import Path

from fakes.policy import Policy
from reports import procedure, spec
from reports.run import Feature
from reports.sources import read_sources

ROOT = Path(__file__).parents[2]
TWICE = """# language: ja
機能: りんご
  シナリオ: 同じ名前
    前提 りんごがある
  シナリオ: 同じ名前
    前提 なしがある
"""


def features(folder: Path) -> list[Feature]:
    return spec.features(read_sources(sorted(folder.glob("*.feature")), folder))


def test_ids_are_distinct_and_stay(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.feature").write_text(TWICE, encoding="utf-8")
    ids = [scenario.id for feature in features(tmp_path) for scenario in feature.scenarios]
    assert len(set(ids)) == 4
    moved = TWICE.replace("機能: りんご", "機能: りんご\n  Said in English.\n")
    (tmp_path / "a.feature").write_text(moved, encoding="utf-8")
    assert [each.id for feature in features(tmp_path) for each in feature.scenarios] == ids
    (tmp_path / "a.feature").unlink()
    assert [each.id for feature in features(tmp_path) for each in feature.scenarios] == ids[2:]


def test_every_value_names_the_scenarios_that_bear_its_name() -> None:
    found = features(ROOT / "features")
    values = {value.name: value for value in procedure.values(found, Policy())}
    assert set(values) == set(Policy.__dataclass_fields__)
    for name, value in values.items():
        tagged = [each.id for feature in found for each in feature.scenarios if name in each.tags]
        assert list(value.scenarios) == tagged
        assert tagged, name
    validity = values["reservation_validity"]
    assert (validity.value.ja, validity.value.en, validity.source) == (
        "24時間",
        "24 hours",
        "article",
    )


def test_files_that_hold_no_feature_are_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.feature").write_bytes("機能: りんご".encode("shift_jis"))
    (tmp_path / "b.feature").write_text("", encoding="utf-8")
    (tmp_path / "c.feature").mkdir()
    errors = [feature.error for feature in features(tmp_path)]
    assert errors[0].startswith("a.feature:1: is not UTF-8")
    assert errors[1].startswith("b.feature:1: holds no feature")
    assert errors[2].startswith("c.feature:1: cannot be read")
