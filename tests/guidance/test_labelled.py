"""Terse lines: a label and its value, a noun-final sentence, a term and its definition."""

import pytest

from guidance.check import check
from guidance.findings import Finding, Level
from guidance.reading import read_octets

TITLE = "# 数字4桁の暗証番号がロックされたとき\n\n"
LOCK, ROUTE, KIOSK = "## ロックの条件\n\n", "## 再設定先の判断\n\n", "## コンビニでの再設定\n\n"
COUNTER, APP = "## 市区町村窓口での再設定\n\n", "## スマホでの予約\n\n"


def _weighty(name: str, body: str) -> list[Finding]:
    report = check(read_octets(name, body.encode()))
    return [each for each in report.findings if each.level is not Level.NOTE]


@pytest.mark.parametrize(
    "body",
    [
        f"{LOCK}- ロック後の時間経過による復旧：なし\n",
        f"{LOCK}- ロック前に正しい値が通れば、誤り回数のカウントはクリア\n",
        f"{ROUTE}- 署名用パスワードの把握あり → コンビニ\n",
        f"{ROUTE}- 両方失念 → 役所窓口\n",
        f"{ROUTE}手続きは職員本人が行うこと。代理は不可。\n",
        f"{KIOSK}- 費用の負担：なし\n",
        f"{KIOSK}- 本人確認書類の提示：求められない\n",
        f"{KIOSK}- 住民票の所在地との一致は不問\n",
        f"{COUNTER}- 必携：カードと本人確認書類\n",
        f"{COUNTER}- 対応者：住民課の係員\n",
        f"{APP}- 読み取り面：スマホの背面\n",
        "## 再設定後\n\n- 「いつから使える？」→ 即時\n",
    ],
)
def test_a_right_value_gives_nothing(body: str) -> None:
    assert _weighty("guide.md", TITLE + body) == []


@pytest.mark.parametrize(
    "body",
    [
        f"{LOCK}- ロック後の時間経過による復旧：あり\n",
        f"{LOCK}- ロック前に正しい値が通れば、誤り回数のカウントは据え置き\n",
        f"{ROUTE}- 署名用パスワードの把握なし → コンビニ\n",
        f"{ROUTE}- 署名用パスワードの把握あり → 職場の総務\n",
        f"{ROUTE}- 三点とも該当 → 携帯ショップルート\n",
        f"{ROUTE}手続きは所属長が代行のこと。\n",
        f"{KIOSK}- 費用の負担：200円\n",
        f"{KIOSK}- 住民票の所在地との一致は必須\n",
        f"{KIOSK}- 予約番号で通用するのは家族名義のカードのみ\n",
        f"{COUNTER}- 必携：カードと社員証の写し\n",
        f"{COUNTER}- 対応者：病棟の看護助手\n",
        f"{APP}- ケースの装着：そのままで可\n",
        "## 再設定後\n\n- 「いつから使える？」→ 翌日\n",
    ],
)
def test_a_wrong_value_is_told(body: str) -> None:
    assert _weighty("guide.md", TITLE + body)


@pytest.mark.parametrize(
    ("term", "value", "wrong"),
    [
        ("持ち物", "マイナンバーカード、運転免許証", False),
        ("持ち物", "マイナンバーカード、図書館の貸出券", True),
        ("場所", "住民票のある市区町村", False),
        ("場所", "勤務先の市区町村", True),
        ("受付", "市区町村の職員が応じます。", False),
        ("受付", "当館の司書が応じます。", True),
    ],
)
def test_a_term_is_the_head_of_its_definition(term: str, value: str, wrong: bool) -> None:
    body = f"<h1>数字4桁の再設定</h1><h2>窓口</h2><dl><dt>{term}</dt><dd>{value}</dd></dl>"
    assert bool(_weighty("guide.html", body)) is wrong
