"""`tejun review`: what awaits one, and what it records."""

import datetime as dt
import json
import os
import subprocess
from pathlib import Path

import pytest

from fakes import clock
from guidance import ledger as ledgers
from tests.reports.conftest import Call, edited

RECORD = ("--verdict", "no-impact", "--reason", "資料と同じ", "--by", "佐藤")


def days(count: int) -> str:
    """A day from today in Japan."""
    return (clock.now().date() + dt.timedelta(days=count)).isoformat()


def place(guide: Path) -> Path:
    return ledgers.place_of(str(guide))


def test_before_the_first_review_everything_awaits_one(call: Call, guide: Path) -> None:
    said = call("review", guide)
    assert said.status == 1
    assert f"{guide}:9\n    「予約番号は、予約から24時間以内に使います。」\n" in said.out
    assert "    予約の期限 24時間\n" in said.out
    assert f"{guide}: 見直しを待つ文17件(うち事実の読み取れない文" in said.out
    assert said.out.endswith(f'tejun review {guide} --verdict no-impact --reason "理由"\n')
    other = call("review", guide, "--ledger", "other ledger.json")
    assert f"tejun review {guide} --ledger 'other ledger.json' --verdict" in _joined(other.out)
    assert not place(guide).exists(), "listing writes nothing"


def _joined(text: str) -> str:
    """A text without the line breaks of the terminal."""
    return " ".join(line.strip() for line in text.splitlines())


def test_after_a_review_nothing_awaits_one(call: Call, guide: Path) -> None:
    said = call("review", guide, *RECORD)
    assert (said.status, said.err) == (0, "")
    assert said.out == f"{place(guide)}: 17文の見直しを記録した(影響なし、佐藤)\n"
    assert call("review", guide).out == f"{guide}: 見直しを待つ文はありません\n"
    assert call("review", guide).status == 0
    said = call("review", guide, *RECORD, "--with-text")
    assert said.out == f"{place(guide)}: 新しく見直した文はない。記録を読み取り直した\n"
    before = place(guide).read_bytes()
    again = call("review", guide, *RECORD)
    assert (again.status, again.out) == (0, f"{guide}: 見直しを待つ文はありません\n")
    assert place(guide).read_bytes() == before


def test_an_entry_says_who_when_what_and_why(call: Call, guide: Path) -> None:
    call("review", guide, *RECORD)
    kept = ledgers.read(place(guide))
    today = clock.now().date()
    assert {each.review for each in kept.entries} == {
        ledgers.Review("佐藤", today, "no-impact", "資料と同じ")
    }
    assert kept.guide == "guide.md"
    assert not any(each.text for each in kept.entries)


def test_what_has_changed_awaits_review_and_is_told(call: Call, guide: Path) -> None:
    call("review", guide, *RECORD)
    edited(guide, "24時間", "48時間")
    edited(guide, "気長に", "ゆったりと")
    said = call("review", guide)
    assert said.status == 1
    assert "予約の期限 24時間 → 48時間" in said.out
    assert "誤り 予約の期限: 案内は「48時間」、手順では「24時間」" in said.out
    assert "見直しを待つ文1件\n" in said.out
    assert "ゆったりと" not in said.out, "what only reads otherwise awaits nobody"
    english = call("review", guide, "--language", "en").out
    assert "how long a reservation is good 24時間 → 48時間" in english
    assert "1 statement to review\n" in english


def test_only_the_lines_that_are_named_are_reviewed(call: Call, guide: Path) -> None:
    call("review", guide, *RECORD)
    edited(guide, "24時間", "48時間")
    edited(guide, "3回", "5回")
    said = call("review", guide, *RECORD, "--line", 9)
    assert said.status == 0
    assert said.out.endswith("1文の見直しを記録した(影響なし、佐藤)。まだ1件が見直しを待つ\n")
    left = call("review", guide)
    assert f"{guide}:3\n" in left.out
    assert f"{guide}:9\n" not in left.out


def test_a_line_without_a_statement_is_refused(call: Call, guide: Path) -> None:
    for line in (2, 0, -1, 999):
        said = call("review", guide, *RECORD, f"--line={line}")
        assert (said.status, said.out) == (2, "")
        assert f"{guide}:{line}: no statement stands there; mend --line" in said.err
    assert not place(guide).exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--verdict", "no-impact", "--by", "x"], "a review needs a reason; add --reason"),
        (["--verdict", "no-impact", "--by", "x", "--reason", "  "], "a review needs a reason"),
        (["--reason", "x"], "a review needs a verdict; add --verdict"),
        (["--line", "3"], "a review needs a verdict"),
        (["--with-text"], "a review needs a verdict"),
        (["--until", "2099-01-01"], "a review needs a verdict"),
        ([*RECORD, "--until", "2099-01-01"], "--until belongs to --verdict deferred"),
        (["--verdict", "deferred", "--reason", "x", "--by", "x"], "add --until, like 2027-03-31"),
        (
            ["--verdict", "deferred", "--reason", "x", "--by", "x", "--until", "2026-02-30"],
            "'2026-02-30' is no day",
        ),
        (
            ["--verdict", "deferred", "--reason", "x", "--by", "x", "--until", "2020-01-01"],
            "2020-01-01 has passed",
        ),
        (["--verdict", "perhaps", "--reason", "x"], "invalid choice: 'perhaps'"),
        (["--line", "three"], "invalid int value: 'three'"),
        (["--ledger", "."], ".: cannot be read"),
    ],
)
def test_what_is_asked_wrongly_is_refused(
    call: Call, guide: Path, arguments: list[str], complaint: str
) -> None:
    said = call("review", guide, *arguments)
    assert said.status == 2
    assert complaint in said.err
    assert said.out == ""
    assert not place(guide).exists()


def test_what_is_deferred_is_so_until_its_day(call: Call, guide: Path) -> None:
    deferred = ("--verdict", "deferred", "--reason", "会議で", "--by", "佐藤", "--until")
    assert call("review", guide, *deferred, days(-1)).status == 2
    assert call("review", guide, *deferred, days(0)).status == 0
    kept = ledgers.read(place(guide))
    assert {str(each.review.until) for each in kept.entries} == {days(0)}
    assert call("review", guide).status == 0


def test_who_reviews_is_asked_of_git(
    call: Call, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(guide.parent)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(guide.parent / "config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_CONFIG_COUNT"):
        monkeypatch.delenv(name, raising=False)
    said = call("review", guide, *RECORD[:4])
    assert said.status == 2
    assert said.err == "tejun: nobody knows who reviews; add --by, or set git's user.name\n"
    (guide.parent / "config").write_text("[user]\n\tname = 田中\n", encoding="utf-8")
    assert call("review", guide, *RECORD[:4]).status == 0
    assert ledgers.read(place(guide)).entries[0].review.by == "田中"


def test_without_git_somebody_has_to_be_named(
    call: Call, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(subprocess, "run", missing)
    assert call("review", guide, *RECORD[:4]).status == 2
    assert call("review", guide, *RECORD).status == 0


def test_text_is_kept_only_when_asked_and_then_kept_on(call: Call, guide: Path) -> None:
    call("review", guide, *RECORD, "--with-text")
    edited(guide, "24時間", "48時間")
    said = call("review", guide)
    assert "[-2-]4{+8+}時間以内" in said.out
    call("review", guide, *RECORD)
    kept = {each.text for each in ledgers.read(place(guide)).entries}
    assert "予約番号は、予約から48時間以内に使います。" in kept
    assert "" not in kept


def test_a_ledger_is_kept_where_one_says(call: Call, guide: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "new" / "ledger.json"
    assert call("review", guide, *RECORD, "--ledger", elsewhere).status == 0
    assert json.loads(elsewhere.read_text(encoding="utf-8"))["version"] == 1
    assert not place(guide).exists()
    assert call("review", guide, "--ledger", elsewhere).status == 0
    assert call("review", guide).status == 1


def test_the_ledger_of_another_guide_is_never_written_over(call: Call, guide: Path) -> None:
    call("review", guide, *RECORD)
    before = place(guide).read_bytes()
    guide.write_text("# 味噌汁\n\n鍋に水を入れます。\n\n豆腐を切ります。\n", encoding="utf-8")
    for arguments in ((), RECORD):
        said = call("review", guide, *arguments)
        assert said.status == 2
        assert "is the ledger of another guide (guide.md); name the right one" in said.err
    assert place(guide).read_bytes() == before


def test_a_ledger_that_cannot_be_written_is_said_and_what_was_there_stays(
    call: Call, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("review", guide, *RECORD)
    before = place(guide).read_bytes()
    edited(guide, "24時間", "48時間")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    said = call("review", guide, *RECORD)
    assert said.status == 2
    assert said.err == (
        f"tejun: {place(guide)}: cannot be written (No space left on device);"
        " choose another place with --ledger\n"
    )
    assert place(guide).read_bytes() == before
    assert list(place(guide).parent.iterdir()) == [place(guide)]


def test_standard_input_has_no_ledger_of_its_own(call: Call, guide: Path) -> None:
    said = call("review", "-")
    assert said.status == 2
    assert "name one with --ledger" in said.err


def test_a_guide_that_cannot_be_read_is_refused(call: Call, guide: Path) -> None:
    said = call("review", guide.parent / "nowhere.txt")
    assert said.status == 2
    assert "nowhere.txt: there is no such file" in said.err
