"""What `tejun check` writes: for people, for programs, for code review, and where it cannot."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from fakes.words import Words
from guidance.check import Report
from guidance.findings import Finding, Level, Rule
from guidance.scenarios import Scenario
from reports.checked import github, markdown, record, sarif
from reports.checked.layout import shortened, visible, width_of, wrapped
from reports.checked.text import Style, text
from tests.browser.conftest import missing
from tests.copies import ROOT
from tests.reports.conftest import Call, edited

SARIF = ROOT / ".ci/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"

HOSTILE = '100% <b>|`*_[x](y)# ~&amp;\\\n::error::改行\r、\x1b[31m, : "「」"'


def report(name: str = "guide.md", **changes: Any) -> Report:
    """A report with one finding, as hostile as one likes."""
    values: dict[str, Any] = {
        "rule": Rule.CONTRADICTS,
        "level": Level.ERROR,
        "line": 3,
        "column": 5,
        "end_column": 9,
        "message": Words("ちがう", "it differs"),
        "part": "48時間",
        "claim": "reservation-validity",
        "stated": Words("48時間", "48 hours"),
        "expected": Words("24時間", "24 hours"),
        "proofs": (Scenario("features/a.feature", 7, "名前"),),
    }
    return Report(name, "markdown", (Finding(**{**values, **changes}),), ())


def checked(schema: dict[str, Any], value: object) -> None:
    jsonschema.validate(value, schema, format_checker=jsonschema.FormatChecker())


SCHEMA = json.loads(record.SCHEMA.read_text(encoding="utf-8"))


def test_the_schema_beside_the_code_is_that_of_the_code() -> None:
    """Write it anew with `python -m reports.checked.record`; raise VERSION if readers break."""
    assert json.loads(json.dumps(record.schema())) == SCHEMA


@pytest.mark.parametrize("language", ["ja", "en"])
def test_json_of_a_guide_is_what_the_schema_says(call: Call, guide: Path, language: str) -> None:
    for old, new in (("24時間", "48時間"), ("2. 「マイナンバーカード」", "2. 「チケット」")):
        edited(guide, old, new)
        said = call("check", guide, "--format", "json", "--language", language)
        assert said.status == 1
        value = json.loads(said.out)
        checked(SCHEMA, value)
        assert value["version"] == record.VERSION
        assert value["document"] == str(guide)
    assert {each["rule"] for each in value["findings"]} >= {"contradicts", "no-such-choice"}
    first = value["findings"][0]
    assert (first["line"], first["column"], first["part"]) == (9, 11, "48時間")
    assert first["scenarios"][0]["path"].startswith("features/")
    assert {each["result"] for each in value["walks"]} <= {"done", "stopped"}


def test_json_of_several_guides_is_a_list(call: Call, guide: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("予約番号は、予約から48時間以内に使います。", encoding="utf-8")
    for arguments in ((tmp_path,), (guide, tmp_path / "b.txt")):
        value = json.loads(call("check", *arguments, "--format", "json").out)
        assert len(value) == 2
        for each in value:
            checked(SCHEMA, each)


def test_json_of_a_folder_whose_guides_cannot_be_read_is_still_json(
    call: Call, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    said = call("check", tmp_path, "--format", "json")
    assert (said.status, json.loads(said.out)) == (2, [])


@pytest.fixture(scope="module")
def sarif_schema() -> dict[str, Any]:
    if not SARIF.exists():
        missing("the schema of SARIF")
    schema: dict[str, Any] = json.loads(SARIF.read_text(encoding="utf-8"))
    return schema


@pytest.mark.parametrize(
    "made",
    [
        report(),
        report(name="案内 の/ペ ージ#1.html"),
        report(name="/abs/案内.html"),
        report(name="a\udce9.txt", part=HOSTILE, message=Words(HOSTILE, HOSTILE)),
        report(column=0, end_column=0, claim="", stated=None, expected=None),
        Report("empty.md", "markdown", (), ()),
    ],
)
def test_sarif_is_what_its_schema_says(sarif_schema: dict[str, Any], made: Report) -> None:
    log = json.loads(sarif.sarif([made, made]))
    checked(sarif_schema, log)
    for result in log["runs"][0]["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(file://)?[A-Za-z0-9%/._~-]+", uri)


def test_sarif_of_a_guide_is_what_its_schema_says(
    call: Call, guide: Path, sarif_schema: dict[str, Any]
) -> None:
    edited(guide, "24時間", "48時間")
    said = call("check", guide, "--format", "sarif")
    log = json.loads(said.out)
    checked(sarif_schema, log)
    (result,) = log["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 9, "startColumn": 11, "endColumn": 15}
    rule = log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "contradicts"


def test_sarif_knows_every_rule() -> None:
    assert set(sarif.RULES) == set(Rule)


def test_a_command_for_github_is_one_line_and_nothing_in_it_ends_it() -> None:
    made = report(name="a,b:c%.md", message=Words(HOSTILE, HOSTILE))
    line = github.github(made)
    assert line.count("\n") == 1
    assert "\r" not in line
    assert line.startswith(
        "::error file=a%2Cb%3Ac%25.md,line=3,col=5,endColumn=8,title=tejun contradicts::100%25 "
    )
    assert "%0A::error::改行%0D" in line


def test_github_calls_a_note_a_notice() -> None:
    assert github.github(report(level=Level.NOTE)).startswith("::notice ")
    assert github.github(report(level=Level.WARNING)).startswith("::warning ")


def test_markdown_leaves_a_text_as_it_is() -> None:
    made = report(part=HOSTILE, message=Words(HOSTILE, HOSTILE))
    row = next(line for line in markdown.markdown(made).splitlines() if line.startswith("| 3 "))
    assert re.findall(r"(?<!\\)\|", row) == ["|"] * 6
    assert not re.search(r"(?<!\\)[`*_\[\]#~&]", row.replace("<br>", ""))
    assert not re.search(r"(?<!\\)<", row)


def test_markdown_of_a_guide_is_a_table(call: Call, guide: Path) -> None:
    assert "指摘はありません。" in call("check", guide, "--format", "markdown").out
    edited(guide, "24時間", "48時間")
    said = call("check", guide, "--format", "markdown", "--language", "en").out
    assert "| line |  | the guide | finding | proved by |" in said
    assert "| 9 | error | 48時間 |" in said


def test_the_status_tells_what_was_found(call: Call, guide: Path) -> None:
    assert call("check", guide).status == 0
    edited(guide, "本人確認書類を", "本人確認書類、印鑑を")
    assert call("check", guide).status == 0, call("check", guide).out
    assert call("check", guide, "--strict").status == 1
    edited(guide, "24時間", "48時間")
    assert call("check", guide).status == 1
    assert call("check", guide, guide.parent / "nowhere.md").status == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "nowhere.md"],
        ["check", "--format", "xml", "README.md"],
        ["check", "--as-of", "today", "README.md"],
        ["check", "--as-of", "2021-02-29", "README.md"],
        ["check", "--language", "fr", "README.md"],
        ["check", "runner"],
        ["impact", "nowhere.md"],
        ["impact", "README.md", "--as-of", "someday"],
        ["impact", "README.md", "--format", "sarif"],
        ["impact"],
        ["claims", "--format", "sarif"],
        ["claims", "--language", "fr"],
        ["review"],
    ],
    ids=" ".join,
)
def test_what_is_asked_wrongly_is_said(
    call: Call, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(ROOT)
    said = call(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip()
    assert "Traceback" not in said.err


@pytest.mark.parametrize("command", ["check", "review", "impact", "claims"])
def test_help_is_given(call: Call, command: str) -> None:
    said = call(command, "--help")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"usage: tejun {command}")


def test_the_output_can_go_to_a_file(call: Call, guide: Path, tmp_path: Path) -> None:
    edited(guide, "24時間", "48時間")
    for form in ("text", "json", "sarif", "github", "markdown"):
        target = tmp_path / "new" / f"found.{form}"
        said = call("check", guide, "--format", form, "--output", target)
        assert (said.status, said.out, said.err) == (1, "", "")
        assert "48時間" in target.read_text(encoding="utf-8")


def test_a_folder_cannot_be_written_over(call: Call, guide: Path, tmp_path: Path) -> None:
    said = call("check", guide, "--output", tmp_path)
    assert said.status == 2
    assert said.err == (
        f"tejun: {tmp_path}: cannot be written (Is a directory);"
        " choose another place with --output\n"
    )
    assert guide.exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, where nobody may write")
def test_a_place_that_is_read_only_is_said(call: Call, guide: Path) -> None:
    said = call("check", guide, "--output", "/proc/found.txt")
    assert said.status == 2
    assert said.err.startswith("tejun: /proc/found.txt: cannot be written (")


@pytest.mark.parametrize("command", ["check", "impact"])
def test_when_the_disk_is_full_what_was_there_stays(
    call: Call, guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    target = tmp_path / "found"
    target.write_text("before", encoding="utf-8")

    def full(handle: int, *_: object) -> None:
        os.close(handle)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    said = call(command, guide, "--output", target)
    assert said.status == 2
    assert said.err == (
        f"tejun: {target}: cannot be written (No space left on device);"
        " choose another place with --output\n"
    )
    assert target.read_text(encoding="utf-8") == "before"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["claims"],
        ["check", "README.md"],
        ["review", "README.md", "--ledger", "/x"],
        ["explore", "--states", "100"],
    ],
)
def test_a_full_standard_output_is_said(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "tejun", *arguments]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == (
        "tejun: standard output: cannot be written (No space left on device);"
        " make room, or have it written elsewhere\n"
    )


@pytest.mark.parametrize("arguments", [["claims"], ["check", "README.md"]], ids=" ".join)
def test_a_reader_that_goes_away_is_no_crash(arguments: list[str]) -> None:
    command = [sys.executable, "-u", "-m", "tejun", *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(), said) == (0, "")


def test_an_encoding_that_lacks_a_character_is_no_crash() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tejun", "claims"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "authentication-tries  ??4???" in done.stdout


def test_a_terminal_gets_no_escapes_of_the_guide() -> None:
    made = report(name="a\x1b[2J.md", part=HOSTILE, message=Words(HOSTILE, HOSTILE))
    for colour in (False, True):
        written = text(made, Style(colour=colour))
        assert "\x1b[2J" not in written
        assert "\x1b[31m, :" not in written
        assert ("\x1b" in written) is colour


def test_a_long_part_is_cut_in_its_middle() -> None:
    part = "あ" * 100 + "い" * 100
    assert shortened("短い") == "短い"
    assert shortened(part) == "あ" * 40 + "…" + "い" * 19
    assert "…" in text(report(part=part), Style())


def test_lines_are_as_wide_as_the_terminal_and_break_where_japanese_may() -> None:
    said = "予約は24時間。「セブン-イレブン」のabcdefghijkl機、features/04_kiosk.feature:58まで。"
    for width in range(20, 90):
        lines = list(wrapped(said, "    ", width))
        assert all(width_of(line) <= max(width, 24) for line in lines)
        assert all(line.startswith("    ") for line in lines)
        assert "".join(line[4:] for line in lines) == said
        assert not any(line[4] in "。、」" for line in lines)
        assert not any(line.endswith("「") for line in lines)
    assert list(wrapped(said, "  ", None)) == [f"  {said}"]
    assert list(wrapped("一\n二", "  ", 40)) == ["  一", "  二"]


def test_what_cannot_be_seen_is_made_visible() -> None:
    assert visible("a\x00b\u202ec\nd") == "a?b?c\nd"
    assert width_of("か\u3099aア") == 5


def test_the_findings_are_not_written_over_the_guide(call: Call, guide: Path) -> None:
    before = guide.read_bytes()
    ended = call("check", guide, "--output", guide)
    assert ended.status == 2
    assert "is a guide to be checked" in ended.err
    assert guide.read_bytes() == before


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ja", "誤り0件、注意0件、参考0件。手順と合っている事実2件、読み取れた文1/2"),
        ("en", "0 errors, 0 warnings, 0 notes; 2 facts borne out, 1 of 2 sentences understood"),
    ],
)
def test_the_last_line_counts_what_was_understood(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    other = tmp_path / "short.txt"
    text = "4桁の暗証番号は、3回続けて間違えるとロックされます。\n\n風の強い日でした。\n"
    other.write_text(text, encoding="utf-8")
    said = call("check", other, "--language", language)
    assert said.out.splitlines()[-1] == f"{other}: {told}"
