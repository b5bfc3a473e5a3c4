"""`tejun explore`, as somebody calls it: what it prints, its status, and never a traceback."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

import pytest

import tejun
from reports import files
from runner.exploring import command
from runner.exploring.acts import COUNTER, KIOSK, PHONE
from runner.exploring.candidates import HEAD
from runner.exploring.command import INTERRUPTED
from runner.exploring.survey import Limits, Task, explored
from runner.exploring.visited import FeaturesNotRun, Visited
from tests.copies import ROOT
from tests.exploring.defects import DEFECTS
from tests.exploring.searches import search


@dataclass(frozen=True)
class Said:
    """What a call printed, and its status."""

    status: int
    out: str
    err: str


Call = Callable[..., Said]
NAMED = {defect.name: defect for defect in DEFECTS}


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call `tejun explore` with a few small searches and no scenarios, on one core."""

    def tasks(limits: Limits, faults: bool, directory: Path | None, cores: int) -> list[Task]:
        return [
            search(directory=directory),
            search("new-pin", (KIOSK,), 1_000, True, directory),
            search("usable", (PHONE,), 100, True, directory),
        ]

    monkeypatch.setattr(command, "tasks", tasks)
    monkeypatch.setattr(command, "visited", lambda: Visited(frozenset(), 0))

    def called(*arguments: str) -> Said:
        try:
            status = tejun.main(["explore", "--jobs", "1", *arguments])
        except SystemExit as end:
            status = int(str(end.code))
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return called


def one_sentence(said: Said, *fragments: str) -> None:
    """Refused, for one reason, on one line."""
    assert said.status == 2
    assert said.out == ""
    line = said.err.strip().splitlines()[-1]
    assert line.startswith("tejun")
    assert all(fragment in line for fragment in fragments), line
    assert "Traceback" not in said.err


def test_nothing_wrong(call: Call) -> None:
    said = call()
    assert (said.status, said.err) == (0, "")
    lines = said.out.splitlines()
    names = [
        "states",
        "stopped      2 of 3 searches at --states: more lies behind",
        "transitions",
        "depth",
        "time",
        "invariants",
        "dead ends",
        "situations",
        "--",
    ]
    assert all(name in line for name, line in zip(names, lines, strict=True))
    assert max(map(len, lines)) <= 80
    assert "that is all" not in said.out


def test_all_there_is(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "tasks", lambda *_: [search()])
    assert "99 distinct, and that is all\n" in call().out


@pytest.mark.parametrize("option", ["--states", "--depth", "--jobs", "--seconds"])
@pytest.mark.parametrize("value", ["0", "-1", "x", "", "nan", "inf", "1e400", "²"])
def test_numbers_that_are_none(option: str, value: str, call: Call) -> None:
    one_sentence(call(f"{option}={value}"), option, "is no ")


@pytest.mark.parametrize("option", ["--states", "--depth", "--jobs"])
def test_halves_are_no_counts(option: str, call: Call) -> None:
    one_sentence(call(option, "1.5"), f"argument {option}: 1.5 is no whole number from 1 on")


def test_what_is_no_option(call: Call) -> None:
    one_sentence(call("--breadth", "3"))
    one_sentence(call("usable"))


def test_options_reach_the_searches(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def tasks(limits: Limits, faults: bool, directory: Path | None, cores: int) -> list[Task]:
        asked.append((limits, faults, directory, cores))
        return [search()]

    monkeypatch.setattr(command, "tasks", tasks)
    call()
    call("--states", "7", "--depth", "3", "--seconds", "1.5", "--no-faults")
    assert asked == [
        (Limits(200_000), True, None, 1),
        (Limits(7, 3, 1.5), False, None, 1),
    ]


def test_candidates_are_written(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "candidates.feature"
    said = call("--candidates", str(file))
    assert said.status == 0
    text = file.read_text(encoding="utf-8")
    count = text.count("    シナリオ: ")
    assert count > 20
    assert f"{count} written to {file}" in said.out
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_what_a_scenario_visits_is_no_candidate(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "candidates.feature"
    call("--candidates", str(file))
    before = file.read_text(encoding="utf-8")
    found = {each.situation for each in explored(search()).candidates}
    monkeypatch.setattr(command, "visited", lambda: Visited(frozenset(found), 0))
    said = call("--candidates", str(file))
    after = file.read_text(encoding="utf-8")
    assert found
    assert before.count("シナリオ: ") - after.count("シナリオ: ") == len(found)
    assert f"{after.count('シナリオ: ')} written" in said.out


@pytest.mark.parametrize("place", ["missing/candidates.feature", ".", "", "/proc/a.feature"])
def test_candidates_that_cannot_be_written(
    place: str, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "survey", None)
    monkeypatch.chdir(tmp_path)
    one_sentence(call("--candidates", place), place or "--candidates")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["mine", "# language: ja\n機能: 章\n", HEAD[:-1]])
def test_what_holds_no_candidates_is_not_written_over(
    text: str, call: Call, tmp_path: Path
) -> None:
    file = tmp_path / "04_kiosk.feature"
    file.write_text(text, encoding="utf-8")
    one_sentence(call("--candidates", str(file)), str(file), "holds no candidates")
    assert file.read_text(encoding="utf-8") == text


def test_candidates_are_written_over(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "candidates.feature"
    file.touch()
    assert call("--candidates", str(file)).status == 0
    text = file.read_text(encoding="utf-8")
    assert call("--candidates", str(file)).status == 0
    assert file.read_text(encoding="utf-8") == text


def test_a_folder_without_a_name(call: Call) -> None:
    one_sentence(call("--checkpoint", ""), "--checkpoint")


def test_scenarios_that_fail_are_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "visited", lambda: Visited(frozenset(), 7))
    said = call()
    assert "7 runs or checks of features fail, and may hide visits: see tejun run\n" in said.out


def test_what_was_there_stays_when_candidates_cannot_be_written(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "candidates.feature"
    file.write_text(HEAD, encoding="utf-8")

    def full(path: Path, content: str) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(files, "write", full)
    one_sentence(call("--candidates", str(file)), str(file), "No space left on device")
    assert file.read_text(encoding="utf-8") == HEAD


def test_a_checkpoint_is_taken_up(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "kept"
    first, second = (call("--checkpoint", str(folder)) for _ in range(2))
    assert (first.status, second.status) == (0, 0)
    assert len(list(folder.iterdir())) == 3
    assert "states a second" in first.out
    assert "besides what was kept" in second.out
    ours, theirs = (
        [line for line in said.out.splitlines() if " time " not in line] for said in (first, second)
    )
    assert ours == theirs


@pytest.mark.parametrize("text", ["", "0" * 100, "tejun explore 1\n" + "0" * 200])
def test_a_broken_checkpoint(text: str, call: Call, tmp_path: Path) -> None:
    file = tmp_path / f"{search().name}.checkpoint"
    file.write_text(text, encoding="utf-8")
    one_sentence(call("--checkpoint", str(tmp_path)), str(file), ";")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == [text]


def test_a_directory_in_place_of_a_checkpoint(call: Call, tmp_path: Path) -> None:
    (tmp_path / f"{search().name}.checkpoint").mkdir()
    one_sentence(call("--checkpoint", str(tmp_path)), "cannot be read (Is a directory)")


def test_a_file_in_place_of_the_folder(call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    one_sentence(call("--checkpoint", str(tmp_path / "file")), "cannot be read (Not a directory)")
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_folder_that_cannot_be_written(call: Call) -> None:
    one_sentence(call("--checkpoint", "/proc/nowhere"), "/proc/nowhere", "cannot be written")


def test_a_broken_invariant(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    NAMED["spent-when-prepared"].seed(monkeypatch)
    said = call()
    assert said.status == 1
    assert "  invariants   3 broken\n" in said.out
    told = """
  ✗ 予約が使用済みになるのは、暗証番号が書き込まれたときだけである
    (a reservation is spent only if the secret was set)
    used up, though no secret was set
    from the start new-pin (新しい数字4桁の入力):
      マルチコピー機に「8642」を入力する (2×)
"""
    assert told in said.out


def test_a_dead_end(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    NAMED["no-way-on"].seed(monkeypatch)
    said = call()
    assert said.status == 1
    assert "  invariants   all held so far\n  dead ends    2 found\n" in said.out
    assert "  ✗ no way on: 書き込みの中断\n" in said.out


def test_a_fake_that_fails(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from fakes.phone.phone import Phone

    def restart(phone: Phone) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(Phone, "restart", restart)
    said = call()
    assert said.status == 1
    assert "  failures     1 of the fakes' own programs\n" in said.out
    told = """
  ✗ ZeroDivisionError: division by zero
    from the start usable (数字4桁を使える):
      スマートフォンを再起動する
"""
    assert told in said.out


def test_a_screen_that_fails(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in the act that comes to it, but in a later one, which leaves nothing to be shown."""
    from fakes.counter import Counter
    from fakes.device import Page

    page = Counter._done_page

    def broken(counter: Counter) -> Page:
        if counter.contact.card is None:
            raise ZeroDivisionError("no card lies here")
        return page(counter)

    monkeypatch.setattr(Counter, "_done_page", broken)
    monkeypatch.setattr(command, "tasks", lambda *_: [search("counter", (COUNTER,), 300, True)])
    said = call()
    assert said.status == 1
    assert "  failures     1 of the fakes' own programs\n" in said.out
    told = """
  ✗ ZeroDivisionError: no card lies here
    from the start counter (窓口での入力):
      窓口で「8642」を入力する (2×)
      窓口でカードを受け取る
"""
    assert told in said.out


def test_interrupted(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(command, "visited", lambda: os.kill(os.getpid(), signal.SIGINT))
    said = call()
    assert (said.status, said.out) == (INTERRUPTED, "")
    assert said.err == "tejun: interrupted\n"
    kept = call("--checkpoint", str(tmp_path))
    assert kept.err == "tejun: interrupted; what was found is kept, ask the same to go on\n"
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FeaturesNotRun("features/a.feature:3: no such keyword"), "features/a.feature:3"),
        (BrokenProcessPool("a child died"), "a process was killed"),
    ],
)
def test_what_goes_wrong_besides(
    error: Exception, said: str, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise error

    monkeypatch.setattr(command, "visited", broken)
    one_sentence(call(), said)


def test_a_shell_calls_it(tmp_path: Path) -> None:
    """All starts, two processes, the features: as it is used, but for the number of states."""
    arguments = ["--states", "400", "--jobs", "2", "--candidates", str(tmp_path / "a.feature")]
    done = subprocess.run(
        [sys.executable, "-m", "tejun", "explore", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "of 11 starts" in done.stdout
    assert (tmp_path / "a.feature").read_text(encoding="utf-8").startswith("# language: ja\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_being_stopped_ends_all_processes_and_keeps_what_they_found(
    jobs: str, number: signal.Signals, tmp_path: Path
) -> None:
    arguments = ["--states", "300000", "--jobs", jobs, "--checkpoint", str(tmp_path)]
    process = subprocess.Popen(
        [sys.executable, "-m", "tejun", "explore", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    first = tmp_path / "usable-phone-faults.checkpoint"
    while not first.exists() and process.poll() is None:
        time.sleep(0.05)
    os.killpg(process.pid, number)
    said, _ = process.communicate()
    assert said == "tejun: interrupted; what was found is kept, ask the same to go on\n"
    assert process.returncode == INTERRUPTED
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_processes_end_when_the_one_that_began_them_is_killed() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tejun", "explore", "--states", "900000", "--jobs", "2"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    time.sleep(2)
    process.kill()
    process.communicate()  # ends only when no process holds the pipe any more
    assert process.returncode == -signal.SIGKILL


def test_the_help_says_what_there_is(call: Call) -> None:
    said = call("--help")
    assert said.status == 0
    for word in ("--states", "--depth", "--seconds", "--no-faults", "--checkpoint", "130"):
        assert word in said.out


@pytest.mark.parametrize("device", [PHONE, KIOSK, COUNTER])
def test_no_way_to_finish_is_looked_for_at_all_devices_only(
    device: str, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "tasks", lambda *_: [search("both-locked", (device,), 100)])
    assert "dead ends    none" in call().out
