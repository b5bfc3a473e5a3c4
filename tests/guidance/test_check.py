"""What a check says of a guide: its real defects, on their lines, and nothing else."""

import datetime as dt

import pytest

from fakes import editions
from fakes.policy import Policy
from guidance.check import Report, check
from guidance.findings import Finding, Level, Rule, Standing
from guidance.reading import read_octets

GUIDE = """\
# カードの4桁がロックされたとき

4桁の暗証番号は、3回続けて間違えるとロックされます。

## コンビニで再設定する

署名用パスワードを覚えている人は、スマートフォンで予約し、コンビニで再設定できます。
予約番号は24時間有効です。手数料はかかりません。
利用できるのは6:30から23:00までです。

## 窓口で再設定する

住民票のある市区町村の窓口へ、マイナンバーカードと本人確認書類を持って行きます。
受付は平日の開庁時間内です。
"""


def _report(text: str, *policies: Policy) -> Report:
    return check(read_octets("guide.md", text.encode()), policies or (Policy(),))


def _weighty(report: Report) -> list[Finding]:
    return [each for each in report.findings if each.level is not Level.NOTE]


def test_a_right_guide_gives_nothing() -> None:
    report = _report(GUIDE)
    assert _weighty(report) == []
    agreed = {each.id for each in report.claims if each.standing is Standing.AGREES}
    assert {"authentication-tries", "reservation-validity", "kiosk-opens", "counter-card"} <= agreed


def test_it_counts_what_was_read_and_what_was_not() -> None:
    report = _report(GUIDE)
    assert (report.read, report.sentences) == (7, 7)
    more = _report(f"{GUIDE}\n風の強い日でした。雨も降りました。どうしますか。\n\n1. 歩く\n")
    assert (more.read, more.sentences) == (7, 10), "neither headings nor questions count"


@pytest.mark.parametrize(
    ("was", "becomes", "line", "claim"),
    [
        ("3回続けて", "5回続けて", 3, "authentication-tries"),
        ("覚えている人は", "忘れた人も", 7, "key"),
        ("24時間有効", "48時間有効", 8, "reservation-validity"),
        ("手数料はかかりません", "手数料は200円です", 8, "kiosk-fee"),
        ("6:30から", "9:00から", 9, "kiosk-opens"),
        ("6:30から23:00までです", "24時間いつでもです", 9, "kiosk-closes"),
        ("住民票のある", "全国どこの", 13, "counter-own-municipality"),
        ("マイナンバーカードと本人確認書類", "本人確認書類だけ", 13, "counter-card"),
        ("平日の", "土日を含む毎日の", 14, "counter-weekdays"),
    ],
)
def test_one_edit_is_found_on_its_line(was: str, becomes: str, line: int, claim: str) -> None:
    found = _weighty(_report(GUIDE.replace(was, becomes)))
    assert (line, claim, Level.ERROR) in {(each.line, each.claim, each.level) for each in found}


def test_what_only_an_assumption_contradicts_is_a_warning() -> None:
    found = _weighty(_report(GUIDE + "開庁時間は9:00から17:00までです。\n"))
    assert {(each.claim, each.level) for each in found} == {
        ("counter-opens", Level.WARNING),
        ("counter-closes", Level.WARNING),
    }


def test_a_guide_that_contradicts_itself() -> None:
    found = _weighty(_report(GUIDE + "予約番号の期限は48時間です。\n"))
    assert (Rule.CONTRADICTS_ITSELF, 15) in {(each.rule, each.line) for each in found}


def test_a_figure_that_nobody_has_specified() -> None:
    (found,) = _weighty(
        _report(GUIDE + "コンビニでの再設定は1日に7件まで、一人10分ほどかかります。\n")
    )[:1]
    assert found.rule is Rule.UNSPECIFIED


def test_a_known_divergence_is_a_note() -> None:
    report = _report(GUIDE + "アプリ「JPKI暗証番号リセット」で予約します。\n")
    assert [each.rule for each in report.findings if each.claim == "app-name"] == [Rule.DIVERGES]


def test_a_sentence_that_cannot_be_read_is_not_called_fine() -> None:
    report = _report(GUIDE + "署名用パスワードとコンビニの再設定は、切っても切れない仲です。\n")
    assert Rule.NOT_UNDERSTOOD in {each.rule for each in report.findings}


@pytest.mark.parametrize(
    "text",
    [
        "お支払いは3回払いまで。年中無休、24時間受付!\n",
        "キャッシュカードの暗証番号は、5回間違えると使えなくなります。\n",
        "住民基本台帳用の暗証番号は、窓口で再設定してください。\n",
        "証明書の交付には手数料が200円かかります。\n",
    ],
)
def test_what_is_of_something_else_is_passed_over(text: str) -> None:
    errors = [
        each for each in _report(f"# お知らせ\n\n{text}").findings if each.level is Level.ERROR
    ]
    assert errors == []


def test_a_page_is_judged_by_what_held_when_it_was_written() -> None:
    text = GUIDE + "4桁の暗証番号は、コンビニでは再設定できません。\n"
    of_then = _report(text, *editions.possible(dt.date(2022, 3, 1)))
    of_now = _report(text)
    claim = "kiosk-resets-pin"
    assert claim in {each.claim for each in of_now.findings if each.level is Level.ERROR}
    assert claim not in {
        each.claim for each in of_then.findings if each.level is Level.ERROR and each.line == 15
    }


def test_of_an_uncertain_time_both_are_let_be() -> None:
    text = "# 再設定\n\n4桁の暗証番号は、コンビニでは再設定できません。\n"
    found = _report(text, *editions.possible(dt.date(2023, 1, 1))).findings
    assert [each.rule for each in found if each.claim == "kiosk-resets-pin"] == [Rule.UNCERTAIN]
