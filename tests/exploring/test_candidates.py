"""Candidates: scenarios in the steps that there are, which come to what they promise."""

import dataclasses
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from runner import document
from runner.exploring.acts import AROUND, COUNTER, KIOSK, PHONE, UNKNOWN_NUMBER, Act
from runner.exploring.candidates import Candidate, candidate, gherkin, nearest
from runner.exploring.engine import WAIT
from runner.exploring.situations import Situation
from runner.exploring.survey import explored
from runner.exploring.visited import FeaturesNotRun, Visited, visited
from runner.exploring.writing import WHEN, Step, spoken
from runner.lint_text import lint_file
from tests.copies import ROOT
from tests.exploring.conftest import Begin
from tests.exploring.searches import START, search

SITUATION = Situation("スマートフォン", "ホーム", "「設定」を選ぶ", "設定\n残り何回かです")
OTHER = dataclasses.replace(SITUATION, device="窓口")


def made(acts: int, lacking: str = "", situation: Situation = SITUATION) -> Candidate:
    steps = tuple(Step(WHEN, f"{number}をする") for number in range(acts))
    return Candidate(situation, "usable", ("カードを持っている",), steps, "設定が出る", lacking)


@pytest.fixture(scope="module")
def candidates() -> list[Candidate]:
    """Those of a few small searches."""
    searches = [
        search("usable", (PHONE,), 400, True),
        search("new-pin", (KIOSK,), 400, True),
        search("locked", (COUNTER,), 250, True),
        search("moved", (PHONE, KIOSK, COUNTER), 400, True),
        search("reserved", (KIOSK,), 400, False),
    ]
    return nearest(each for task in searches for each in explored(task).candidates)


def test_every_scenario_passes_and_visits_its_situation(
    candidates: list[Candidate], tmp_path: Path
) -> None:
    written = [each for each in candidates if not each.lacking]
    assert len(written) > 100
    file = tmp_path / "candidates.feature"
    file.write_text("".join(gherkin(written)), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", str(file), "-q", "-p", "no:cacheprovider"]
    command += [f"--rootdir={ROOT}", f"--config-file={ROOT / 'pyproject.toml'}", "-m", "candidate"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert f"{len(written)} passed" in done.stdout, done.stdout[-3000:]
    assert done.returncode == 0
    missed = {each.situation for each in written} - visited(file).situations
    assert missed == set()


def test_the_feature_reads_well(candidates: list[Candidate], tmp_path: Path) -> None:
    file = tmp_path / "candidates.feature"
    written = [each for each in candidates if not each.lacking]
    file.write_text("".join(gherkin(written)), encoding="utf-8")
    feature = document.read(file)
    titles = [scenario.name for scenario in feature.scenarios.values()]
    assert len(set(titles)) == len(titles) == len(written)
    assert lint_file(file) == ()
    lines = file.read_text(encoding="utf-8").splitlines()
    assert "    シナリオ: 1 「ホーム」で" in "\n".join(lines)
    assert not [line for line in lines if line != line.rstrip()]
    assert lines.index("  ルール: スマートフォン") < lines.index("  ルール: マルチコピー機")


def test_a_keyword_is_said_once() -> None:
    text = "".join(gherkin([made(2)]))
    steps = [line.strip() for line in text.splitlines()[-4:]]
    assert steps == [
        "前提 カードを持っている",
        "もし 0をする",
        "かつ 1をする",
        "ならば 設定が出る",
    ]


def test_a_number_of_tries_is_left_open_in_a_title() -> None:
    text = "".join(gherkin([made(1)]))
    assert "シナリオ: 1 「ホーム」で「設定」を選ぶと「です」" in text
    assert 'from the start "usable" in 1 step.' in text


def test_no_candidates_make_a_feature_without_scenarios(tmp_path: Path) -> None:
    file = tmp_path / "candidates.feature"
    file.write_text("".join(gherkin([])), encoding="utf-8")
    assert not document.read(file).scenarios


@pytest.mark.parametrize(
    ("several", "best"),
    [
        ([made(3), made(2), made(4)], made(2)),
        ([made(0, "no step"), made(5)], made(5)),
        ([made(5), made(0, "no step")], made(5)),
        ([made(0, "no step"), made(0, "none")], made(0, "no step")),
    ],
)
def test_the_nearest_that_can_be_written_is_taken(
    several: list[Candidate], best: Candidate
) -> None:
    assert nearest(several) == [best]


def test_each_situation_has_one() -> None:
    both = [made(4, situation=OTHER), made(9), made(1, situation=OTHER)]
    assert nearest(both) == [made(9), made(1, situation=OTHER)]


def test_an_act_without_a_step_cannot_be_written(begin: Begin) -> None:
    engine = begin("usable", 3_000)
    found = [candidate(engine, START["usable"], *each) for each in engine.space.situations.items()]
    for each in found:
        assert bool(each.lacking) is not bool(each.steps)
        assert not each.lacking or each.then == ""


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Act(PHONE, "press", "マイナポータル"), "スマートフォンで「マイナポータル」を選ぶ"),
        (Act(KIOSK, "enter", "8642"), "マルチコピー機に「8642」を入力する"),
        (Act(KIOSK, "enter", UNKNOWN_NUMBER), f"マルチコピー機に「{UNKNOWN_NUMBER}」を入力する"),
        (Act(COUNTER, "insert"), "窓口でカードを渡す"),
        (Act(AROUND, "line", "down"), "予約センターにつながらない"),
        (Act(AROUND, "line", "NOBODY"), "around line NOBODY"),
        (WAIT, "次に何かが開くか閉じるか切れるまで待つ"),
    ],
)
def test_acts_are_told_in_the_words_of_the_steps(act: Act, said: str) -> None:
    assert spoken(act) == said


def test_what_scenarios_visit_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    found = visited()
    known = found.situations
    assert found.failed == 0
    assert len(known) > 100
    assert {each.device for each in known} == {"スマートフォン", "マルチコピー機", "窓口"}
    assert known & {each.situation for each in explored(search("locked", (PHONE,), 400)).candidates}


BROKEN = """\
# language: ja
機能: こわれた章
  One line.

  シナリオ: 画面にないもの
    One line.
    前提 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている
    もし スマートフォンで「どこにもない」を選ぶ
    ならば スマートフォンに「ホーム」と表示される
"""


def test_runs_that_fail_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "broken.feature"
    file.write_text(BROKEN, encoding="utf-8")
    found = visited(file)
    assert found.failed == 1


def test_a_feature_that_cannot_be_read_counts_as_failed(tmp_path: Path) -> None:
    file = tmp_path / "broken.feature"
    file.write_text(BROKEN.replace("機能:", "ならば"), encoding="utf-8")
    assert visited(file) == Visited(frozenset(), 1)


def test_without_features_nothing_is_known(tmp_path: Path) -> None:
    with pytest.raises(FeaturesNotRun):
        visited(tmp_path)


def test_only_the_last_of_several_moments_is_told(candidates: list[Candidate]) -> None:
    for each in candidates:
        told = [step.text.startswith("時刻が") for step in each.steps]
        assert not any(one and other for one, other in pairwise(told))


def test_no_words_are_cut_in_the_middle(candidates: list[Candidate]) -> None:
    said = [each.situation.then for each in candidates] + [each.then for each in candidates]
    assert any("どのようなご用件ですか。" in each for each in said)
    assert not any("です。どのようなご用件" in each for each in said)
