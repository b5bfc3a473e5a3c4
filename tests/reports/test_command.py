"""The command, as a shell calls it."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reports.kept import encode, read
from tests.copies import ROOT, copied
from tests.reports.samples import run, scenario

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tejun(tmp_path: Path) -> Command:
    """Call the command; reports of runs go to a folder of the test's own."""

    def call(
        *arguments: str, cwd: Path = ROOT, root: Path = ROOT
    ) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(root), "BROWSER": "true"}
        environment.pop("GITHUB_STEP_SUMMARY", None)
        command = [sys.executable, "-m", "tejun", *arguments]
        return subprocess.run(
            command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
        )

    return call


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project, to break."""
    return copied(tmp_path / "project")


def test_run_writes_every_report(tejun: Command, out: Path) -> None:
    done = tejun("run", "--reports", str(out), "-p", "no:cacheprovider", "-k", "手順どおり")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "statements.toml" not in done.stdout, "a part of the scenarios is no account gone wrong"
    written = {path.name for path in out.iterdir()}
    assert written == {
        "cucumber.json", "index.html", "junit.xml", "messages.ndjson", "run.json", "summary.md",
    }  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "warning" not in done.stdout
    kept = read(out / "run.json")
    assert kept.arguments == ("--reports", str(out), "-p", "no:cacheprovider", "-k", "手順どおり")
    assert {case.result for case in kept.cases} == {"passed", "not run"}


def test_run_means_all_features_from_wherever_it_is_called(
    tejun: Command, out: Path, tmp_path: Path
) -> None:
    (tmp_path / "test_other.py").write_text("def test_other(): assert False", encoding="utf-8")
    done = tejun("run", "--reports=out", "-p", "no:cacheprovider", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {case.result for case in read(out / "run.json").cases} == {"passed"}


def test_the_second_run_is_compared_with_the_first(tejun: Command, out: Path) -> None:
    arguments = ("run", "--reports", str(out), "-p", "no:cacheprovider", "-k", "手順どおり")
    tejun(*arguments)
    first = read(out / "run.json")
    tejun(*arguments)
    history = read(out / "run.json").history
    assert history is not None
    assert (history.started, history.changes) == (first.started, ())


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "--no-such-option"],
        ["run", "features/nowhere.feature"],
        ["run", "features/01_lock.feature::L1"],
        ["run", "-k", "not a pattern"],
        ["run", "-k", "nowhere"],
        ["run", "features/01_lock.feature::L9999"],
        ["run", "--reports="],
        ["report", "--output", "/dev/null"],
        ["run", "--previous", "nowhere.json"],
        ["run", "--reports", "pyproject.toml/under"],
        ["run", "--as-of", "2021-02-29"],
        ["run", "--as-of", "today"],
        ["run", "--as-of="],
        ["run", "--as-of"],
        ["run", "--as-of", "1999-01-01"],
        ["report", "--from", "nowhere.json"],
        ["report", "--from", "README.md"],
        ["report", "--previous", "nowhere.json"],
        ["report", "--no-such-option"],
        ["no-such-command"],
        [],
    ],
    ids=" ".join,
)
def test_what_is_asked_wrongly_is_said_without_a_traceback(
    tejun: Command, out: Path, arguments: list[str]
) -> None:
    if arguments[:1] == ["run"] and "--reports" not in "".join(arguments):
        arguments = [*arguments, "--reports", str(out), "-p", "no:cacheprovider"]
    done = tejun(*arguments)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "INTERNALERROR" not in done.stdout + done.stderr
    assert done.stderr.strip() or "no scenario was selected" in done.stdout
    assert not (out / "index.html").exists(), "nothing ran, so nothing is left behind"


def test_a_failing_scenario_fails_the_command(tejun: Command, out: Path, copy: Path) -> None:
    facts = copy / "fakes" / "facts" / "card.py"
    text = facts.read_text(encoding="utf-8")
    assert "fact(Group.CARD, 3," in text
    facts.write_text(text.replace("fact(Group.CARD, 3,", "fact(Group.CARD, 4,"), encoding="utf-8")
    done = tejun("run", "--reports", str(out), cwd=copy, root=copy)
    assert done.returncode == 1, done.stdout + done.stderr
    kept = read(out / "run.json")
    assert kept.outcome == "failed"
    failed = {each.name for each in kept.scenarios if each.result == "failed"}
    assert "3回続けて間違えるとすぐにロックされる" in failed


def test_a_run_as_of_an_earlier_day_follows_the_procedure_of_then(
    tejun: Command, out: Path
) -> None:
    options = ("--reports", str(out), "-p", "no:cacheprovider")
    files = ("features/01_lock.feature", "features/08_summary.feature")
    done = tejun("run", "--as-of", "2021-06-01", *options, *files)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "as of 2021-06-01: the counter only" in done.stdout
    kept = read(out / "run.json")
    assert {each.name for each in kept.scenarios if each.result == "failed"} == {
        "再設定すると間違いの回数が消え、新しい番号になる",
        "再設定すれば確定申告書を送信できる",
        "署名用パスワードを覚えていれば、コンビニで解決する",
        "深夜に予約しておけば、朝6:30に再設定できる",
    }
    (chains,) = (value.value.ja for value in kept.values if value.name == "chains")
    assert "セブン-イレブン: なし" in chains


def test_as_of_today_all_pass(tejun: Command, out: Path) -> None:
    options = ("--reports", str(out), "-p", "no:cacheprovider")
    done = tejun("run", "--as-of", dt.date.today().isoformat(), *options)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", ["steps/kiosk.py", "features/conftest.py"])
def test_a_broken_module_still_gives_a_document(
    tejun: Command, out: Path, copy: Path, module: str
) -> None:
    (copy / module).write_text("def broken(:\n", encoding="utf-8")
    done = tejun("run", "--reports", str(out), cwd=copy, root=copy)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert module in done.stderr
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "実行できませんでした" in page
    assert module in page
    assert "実行できませんでした" in (out / "summary.md").read_text(encoding="utf-8")
    suite = ElementTree.parse(out / "junit.xml").getroot()[0]
    assert (suite.get("errors"), suite.get("tests")) == ("1", "1")
    assert module in (suite[0][0].text or "")


def test_an_interrupted_run_is_told_by_its_status(tejun: Command, out: Path, copy: Path) -> None:
    stop = "def pytest_bdd_before_step():\n    raise KeyboardInterrupt\n"
    (copy / "features" / "conftest.py").write_text(stop, encoding="utf-8")
    done = tejun("run", "--reports", str(out), cwd=copy, root=copy)
    assert done.returncode == 130
    assert "途中で止められました" in (out / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["run", "--steps"], ["run", "-k", "手順どおり"], ["--help"]])
def test_a_reader_that_goes_away_is_no_crash(out: Path, arguments: list[str]) -> None:
    if arguments[0] == "run":
        arguments = [*arguments, "--reports", str(out), "-p", "no:cacheprovider"]
    command = [sys.executable, "-u", "-m", "tejun", *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait() == 0, said
    assert "Traceback" not in said
    assert "broke off" not in said
    if "-k" in arguments:
        assert read(out / "run.json").outcome == "passed"


def test_a_missing_account_is_no_success(tejun: Command, out: Path, copy: Path) -> None:
    (copy / "features" / "statements.toml").unlink()
    done = tejun("run", "--reports", str(out), cwd=copy, root=copy)
    assert done.returncode == 1
    assert "statements.toml" in read(out / "run.json").problems[0].message


def test_listing_leaves_the_reports_alone(tejun: Command, out: Path) -> None:
    arguments = ("run", "--reports", str(out), "-p", "no:cacheprovider", "-k", "手順どおり")
    tejun(*arguments)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert tejun(*arguments, "--collect-only").returncode == 0
    assert tejun("run", "--reports", str(out), "features/nowhere.feature").returncode == 2
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_feature_is_found_from_another_directory(
    tejun: Command, out: Path, tmp_path: Path
) -> None:
    options = ("--reports", str(out), "-p", "no:cacheprovider")
    done = tejun("run", "features/08_summary.feature", *options, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_report_writes_the_document_of_a_kept_run(tejun: Command, tmp_path: Path) -> None:
    kept, earlier = tmp_path / "kept.json", tmp_path / "earlier.json"
    kept.write_bytes(encode(run(scenario("一"), scenario("二", "failed"))))
    earlier.write_bytes(encode(run(scenario("一"))))
    done = tejun("report", "--from", str(kept), "--previous", str(earlier), "--open")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(tmp_path / "index.html"))
    assert "2026-11-23 10:00:00 (Japan time): failed" in done.stdout
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "失敗があります" in page
    assert "比べる前回の結果がありません" not in page


def test_a_document_that_cannot_be_written_is_said(tejun: Command, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_bytes(encode(run(scenario("一"))))
    done = tejun("report", "--from", str(kept), "--output", str(kept / "under" / "it.html"))
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["report", "--help"]])
def test_help_is_given(tejun: Command, arguments: list[str]) -> None:
    done = tejun(*arguments)
    assert done.returncode == 0
    assert done.stdout.startswith("usage: tejun")
