"""Runs of a little project with the reports switched on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import tejun
from guidance import ledger
from reports.kept import read
from reports.run import Run
from tests.guidance.ledgers import GUIDE
from tests.runner.conftest import project

__all__ = ["project"]  # the same little project as the runner's tests


WORLD = '''
from fakes.world import World
from freezegun import freeze_time

@pytest.fixture
def world():
    with freeze_time("2026-02-16 01:00:00"):
        made = World(seed="test")
        yield made
        made.close()

@when("行政サービスを選ぶ")
def services(world):
    """One chooses the services."""
    world.kiosk.press("行政サービス")

@then("カードがある")
@given("カードがある")
def card(world):
    """There is a card."""

@when("番号をまちがえる")
def mistake(world):
    """One types a wrong PIN."""
    world.phone.press("マイナポータル")
    world.phone.press("ログイン")
    world.phone.enter("0000")
    world.phone.hold(world.card)
'''

MISTAKE = """# language: ja
機能: カード
  シナリオ: まちがえる
    前提 カードがある
    もし 番号をまちがえる
    ならば カードがある

  シナリオ: コンビニへ行く
    前提 カードがある
    もし 行政サービスを選ぶ
"""
"""A scenario with a journey: the phone reads the card with a wrong PIN."""


@dataclass(frozen=True)
class Kept:
    """What a run printed, and what it left behind."""

    printed: pytest.RunResult
    folder: Path

    @property
    def run(self) -> Run:
        """The run as it was kept."""
        return read(self.folder / "run.json")

    @property
    def page(self) -> str:
        """The document."""
        return (self.folder / "index.html").read_text(encoding="utf-8")

    def file(self, name: str) -> str:
        """Another report."""
        return (self.folder / name).read_text(encoding="utf-8")


Reported = Callable[..., Kept]


@pytest.fixture(autouse=True)
def no_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs of tests do not write into the summary of the job that runs the tests."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def reported(pytester: pytest.Pytester) -> Reported:
    """Run pytest with runner and reports on the project; `apart` is in a process of its own."""

    def with_reports(*args: str, apart: bool = False) -> Kept:
        plugins = ["-p", "runner.plugin", "-p", "reports.plugin", "-p", "no:cacheprovider"]
        options = ["-p", "no:hypothesispytest", "--reports=out"]
        start = pytester.runpytest_subprocess if apart else pytester.runpytest_inprocess
        printed = start(*plugins, *options, *args)
        return Kept(printed, Path(pytester.path) / "out")

    return with_reports


@dataclass(frozen=True)
class Called:
    """What the command said: its exit status, and what it wrote."""

    status: int | str | None
    out: str
    err: str


Call = Callable[..., Called]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command in this process."""

    def with_arguments(*arguments: object) -> Called:
        capsys.readouterr()
        status: int | str | None
        try:
            status = tejun.main([str(each) for each in arguments])
        except SystemExit as left:
            status = left.code
        return Called(status, *capsys.readouterr())

    return with_arguments


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide that agrees with the procedure; ledgers are kept beside it."""
    monkeypatch.setattr(ledger, "FOLDER", tmp_path / "reviews")
    path = tmp_path / "guide.md"
    path.write_text(GUIDE, encoding="utf-8")
    return path


def edited(guide: Path, old: str, new: str) -> None:
    """Change a guide in one place."""
    text = guide.read_text(encoding="utf-8")
    assert old in text
    guide.write_text(text.replace(old, new), encoding="utf-8")
