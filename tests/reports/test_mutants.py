"""The score by seeded defects: told where there is one, and never a reason for a run to fail."""

import json
from pathlib import Path

import jsonschema
import pytest

from reports import document
from reports.mutants import (
    FILE,
    SCHEMA,
    BadFigures,
    Judged,
    Module,
    Score,
    encode,
    read,
    schema,
    score,
)
from reports.summary import markdown
from tests.reports.conftest import Reported
from tests.reports.samples import run, scenario
from tests.runner.conftest import Project

ROOT = Path(__file__).parents[2]
DAY = "2026-02-16"


def module(file: str, procedure: bool, mutants: int, features: int, every: int) -> Module:
    return Module(file, procedure, mutants, every, mutants - 1, features, 1, 5, 2, 3)


JUDGED = Judged(
    1,
    DAY,
    "mutmut 3",
    (
        module("fakes/a.py", True, 300, 290, 299),
        module("fakes/b.py", True, 3, 2, 3),
        module("fakes/c.py", False, 50, 10, 20),
    ),
)


NO_DAY = '{"version": 1, "date": "yesterday", "tool": "", "modules": []}'


def test_the_score_is_that_of_the_procedure() -> None:
    told = JUDGED.score()
    assert told == Score("2026-02-16", 303, 302, 301, 292)
    assert (told.share_by_features, told.share_by_all) == ("97.0%", "99.6%")


def test_shares_are_rounded_down() -> None:
    assert score(DAY, [module("a", True, 10_001, 9_999, 10_001)]).share_by_features == "99.9%"
    assert score(DAY, []).share_by_all == "100.0%"


def test_figures_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "mutants.json"
    assert read(path) is None
    path.write_bytes(encode(JUDGED))
    assert read(path) == JUDGED


@pytest.mark.parametrize("text", ["", "{}", '{"version": 2}', "番号", NO_DAY])
def test_what_are_no_figures_is_said_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mutants.json"
    path.write_text(text, encoding="shift_jis")
    with pytest.raises(BadFigures) as raised:
        read(path)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_folder_in_its_place_is_said_too(tmp_path: Path) -> None:
    with pytest.raises(BadFigures, match="cannot be read"):
        read(tmp_path)


def test_the_schema_beside_the_code_is_that_of_the_code() -> None:
    """Write it anew with `python -m reports.mutants`; raise VERSION when readers would break."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(json.dumps(schema()))


def test_the_figures_that_are_kept_are_what_the_schema_says() -> None:
    jsonschema.validate(json.loads((ROOT / FILE).read_bytes()), schema())
    judged = read(ROOT / FILE)
    assert judged is not None
    for each in judged.modules:
        assert each.by_features <= each.for_features <= each.mutants
        assert each.by_all <= each.mutants
        assert len(each.survivors) == each.mutants - each.by_all


def test_the_document_and_the_summary_tell_it_in_both_languages() -> None:
    told = run(scenario("一"), seeded=JUDGED.score())
    page, summary = document.render(told), markdown(told)
    for text in (
        "わざと入れた誤り",
        "Seeded defects",
        "2026年2月16日",
        "2026-02-16",
        "97.0%",
        "99.6%",
    ):
        assert text in page
    for text in ("わざと入れた誤り", "seeded defects", "97.0%"):
        assert text in summary


def test_where_nobody_has_tried_nothing_is_told() -> None:
    untold = run(scenario("一"))
    assert "Seeded defects" not in document.render(untold)
    assert "seeded defects" not in markdown(untold)


def test_a_run_tells_what_lies_in_its_project(project: Project, reported: Reported) -> None:
    kept = project().path / FILE
    kept.parent.mkdir()
    kept.write_bytes(encode(JUDGED))
    assert reported().run.seeded == JUDGED.score()


def test_figures_that_cannot_be_read_are_no_reason_to_fail(
    project: Project, reported: Reported
) -> None:
    kept = project().path / FILE
    kept.parent.mkdir()
    kept.write_bytes(b"{}")
    told = reported()
    assert told.run.seeded is None
    assert told.run.outcome == "passed"
    told.printed.stdout.fnmatch_lines(["*mutants.json: *make it anew with `make mutants`*"])
