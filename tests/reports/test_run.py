"""`run.json` is what its schema says, and what is no run is refused in one sentence."""

import json
from pathlib import Path

import pytest

from reports.kept import BadRun, encode, read, schema
from tests.reports.samples import outline, run, scenario

SCHEMA = Path(__file__).parents[2] / "reports" / "run.schema.json"


def test_a_run_comes_back_as_it_was_written(tmp_path: Path) -> None:
    made = run(scenario("一"), outline("二", {"1": "passed", "2": "failed"}))
    path = tmp_path / "run.json"
    path.write_bytes(encode(made))
    assert read(path) == made


def test_the_schema_beside_the_code_is_that_of_the_code() -> None:
    """Write it anew with `python -m reports.kept`, and raise VERSION when readers would break."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(json.dumps(schema()))


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is no run that tejun wrote"),
        (b"\x00\xff\xfe binary", "is no run that tejun wrote"),
        (b'{"version": 1}', "missing required field `started`"),
        (b'{"version": 2}', "is of version 2, and only version 1 can be read here"),
        (b"[]", "is no run that tejun wrote"),
        (encode(run(scenario("x")))[:900], "is no run that tejun wrote"),
        ("番号".encode("shift_jis"), "is no run that tejun wrote"),
        (encode(run(scenario("x"), started="yesterday")), "is no run that tejun wrote"),
        (encode(run(scenario("x"), screens=())), "there is no screen 1"),
    ],
    ids=[
        "empty",
        "binary",
        "without fields",
        "of another version",
        "a list",
        "cut",
        "not UTF-8",
        "no date",
        "no screen",
    ],
)
def test_what_is_no_run_is_refused(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "run.json"
    path.write_bytes(content)
    with pytest.raises(BadRun) as raised:
        read(path)
    assert complaint in str(raised.value)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRun, match="cannot be read"):
        read(tmp_path / "nowhere.json")
    with pytest.raises(BadRun, match="cannot be read"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("results", "worst"),
    [
        ({"1": "passed", "2": "passed"}, "passed"),
        ({"1": "passed", "2": "failed"}, "failed"),
        ({"1": "not run", "2": "failed"}, "failed"),
        ({"1": "not run", "2": "passed"}, "not run"),
        ({"1": "skipped", "2": "passed"}, "skipped"),
        ({}, "not run"),
    ],
)
def test_a_scenario_is_as_good_as_its_worst_run(results: dict[str, str], worst: str) -> None:
    assert outline("x", results).result == worst  # type: ignore[arg-type]
