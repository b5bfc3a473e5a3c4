"""A scenario that arranges trouble which never comes shows nothing, and fails."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.copies import ROOT

TOLD = "起こらないまま終わりました"
FEATURE = """\
# language: ja
機能: 障害
  One line.

  シナリオ: 一つ
    One line.
    前提 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている
    かつ {given}
    もし スマートフォンで「マイナポータル」を起動する
    ならば スマートフォンに「{shown}」と表示される
"""
LEAVES = "スマートフォンから読み取りの最初にカードが離れる"
LOST = "予約センターへの「予約の申し込み」の返事が届かない"


def ran(file: Path, given: str, shown: str = "ログインしてください") -> str:
    file.write_text(FEATURE.format(given=given, shown=shown), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", str(file), "-q", "-p", "no:cacheprovider"]
    command += [f"--rootdir={ROOT}", f"--config-file={ROOT / 'pyproject.toml'}", "-k", "一つ"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    return done.stdout


@pytest.mark.parametrize("given", [LEAVES, LOST])
def test_trouble_that_never_came_is_told(given: str, tmp_path: Path) -> None:
    assert TOLD in ran(tmp_path / "a.feature", given)


def test_a_step_that_failed_is_told_alone(tmp_path: Path) -> None:
    said = ran(tmp_path / "a.feature", LOST, "どこにもない")
    assert "どこにもない" in said
    assert TOLD not in said
