"""A guide's numbered steps, carried out on the fakes' screens."""

import pytest

from guidance.check import Report, check
from guidance.findings import Rule
from guidance.reading import read_octets

APP = (
    "アプリ「JPKI利用者ソフト」を起動する",
    "メニューから「暗証番号のリセット」を選ぶ",
    "「利用者証明用電子証明書(数字4桁)」を選ぶ",
    "署名用電子証明書のパスワードを入力する",
    "スマートフォンの背面にカードをかざし、「予約番号」を表示させる",
)
KIOSK = (
    "トップメニューの「行政サービス」を押す",
    "「マイナンバーカード」を押す",
    "「利用者証明用電子証明書等のパスワード再設定」を押す",
    "カード読み取り台にカードを置く",
    "「予約番号」を入力する",
    "署名用のパスワードを入力する",
    "新しい数字4桁を2回入力すると、「再設定が完了しました」と表示される",
)


def _walked(*steps: str) -> Report:
    items = "".join(f"{number}. {step}\n" for number, step in enumerate(steps, 1))
    return check(read_octets("steps.md", f"# 手順\n\n{items}".encode()))


def _rules(report: Report) -> set[tuple[Rule, int]]:
    """What was found of the steps, by the number of the step."""
    return {(each.rule, each.line - 2) for walk in report.walks for each in walk.findings}


@pytest.mark.parametrize("steps", [APP, KIOSK])
def test_right_steps_come_to_the_end(steps: tuple[str, ...]) -> None:
    (walk,) = _walked(*steps).walks
    assert walk.done
    assert walk.findings == []


@pytest.mark.parametrize("steps", [APP, KIOSK])
def test_each_step_left_out_is_missed(steps: tuple[str, ...]) -> None:
    for gone in range(len(steps)):
        found = _rules(_walked(*steps[:gone], *steps[gone + 1 :]))
        assert found & {(Rule.STEP_MISSING, gone + 1), (Rule.NOT_DONE, gone)}, steps[gone]


@pytest.mark.parametrize("steps", [APP, KIOSK])
def test_two_steps_that_change_places_are_out_of_order(steps: tuple[str, ...]) -> None:
    for first in range(len(steps) - 1):
        swapped = (*steps[:first], steps[first + 1], steps[first], *steps[first + 2 :])
        assert (Rule.WRONG_ORDER, first + 1) in _rules(_walked(*swapped)), steps[first]


@pytest.mark.parametrize(
    ("steps", "place", "instead", "rule"),
    [
        (APP, 1, "メニューから「暗証番号の変更」を選ぶ", Rule.NO_SUCH_CHOICE),
        (APP, 2, "「署名用電子証明書(英数字6〜16桁)」を選ぶ", Rule.NO_SUCH_CHOICE),
        (APP, 3, "住民基本台帳用の暗証番号を入力する", Rule.WRONG_ENTRY),
        (
            APP,
            4,
            "スマートフォンの画面にカードをかざし、「予約番号」を表示させる",
            Rule.WRONG_ENTRY,
        ),
        (
            APP,
            4,
            "スマートフォンの背面に運転免許証をかざし、「予約番号」を表示させる",
            Rule.WRONG_ENTRY,
        ),
        (KIOSK, 0, "トップメニューの「プリント」を押す", Rule.NO_SUCH_CHOICE),
        (KIOSK, 0, "銀行のATMの最初の画面で「行政サービス」を押す", Rule.WRONG_ENTRY),
        (KIOSK, 1, "証明写真機で「マイナンバーカード」を押す", Rule.WRONG_ENTRY),
        (KIOSK, 1, "「証明書交付サービス」を押す", Rule.NO_SUCH_CHOICE),
        (KIOSK, 3, "原稿ガラスにカードを置く", Rule.WRONG_ENTRY),
        (KIOSK, 4, "電話番号を入力する", Rule.WRONG_ENTRY),
        (KIOSK, 5, "ロックされた4桁の番号を入力する", Rule.WRONG_ENTRY),
        (
            KIOSK,
            6,
            "新しい数字4桁を2回入力すると、「登録しました」と表示される",
            Rule.NO_SUCH_CHOICE,
        ),
    ],
)
def test_what_the_screen_does_not_offer(
    steps: tuple[str, ...], place: int, instead: str, rule: Rule
) -> None:
    found = _rules(_walked(*steps[:place], instead, *steps[place + 1 :]))
    assert (rule, place + 1) in found


def test_steps_of_another_procedure_are_said_to_be_so() -> None:
    report = _walked("「住所変更届」を選ぶ", "氏名を入力する", "「印刷」を押す", "手数料を入れる")
    assert [(walk.other, walk.done) for walk in report.walks] == [(True, False)]
    assert {each.rule for walk in report.walks for each in walk.findings} == {Rule.OTHER_PROCEDURE}


def test_the_way_to_the_signing_password_is_another_procedure() -> None:
    text = "# 署名用パスワードの初期化の手順\n\n" + "".join(
        f"{n}. {s}\n" for n, s in enumerate(APP, 1)
    )
    report = check(read_octets("steps.md", text.encode()))
    assert [walk.other for walk in report.walks] == [True]


@pytest.mark.parametrize(
    "mark", ["{}. ", "({}) ", "{}) ", "手順{} ", "STEP{} ", "【{}】", "・{} ", "{}：", "Step.{} "]
)
def test_however_they_are_numbered(mark: str) -> None:
    items = "".join(f"{mark.format(number)}{step}\n" for number, step in enumerate(APP, 1))
    (walk,) = check(read_octets("steps.txt", f"予約の手順\n\n{items}".encode())).walks
    assert walk.done
    assert walk.steps == len(APP)


def test_headings_can_be_steps() -> None:
    text = "".join(f"## 手順{number}\n\n{step}。\n\n" for number, step in enumerate(APP, 1))
    (walk,) = check(read_octets("steps.md", f"# 予約\n\n{text}".encode())).walks
    assert walk.done


@pytest.mark.parametrize("machine", ["マルチコピー機の最初の画面で", "複合機で", "お店の機械で"])
def test_however_the_right_machine_is_called(machine: str) -> None:
    report = _walked(f"{machine}「行政サービス」を押す", *KIOSK[1:])
    assert _rules(report) == set()
    assert report.walks[0].done


def test_a_list_that_only_names_the_app_is_walked_at_the_kiosk() -> None:
    (walk,) = _walked(
        "スマートフォンのアプリで予約する", f"マルチコピー機の{KIOSK[0]}", *KIOSK[1:]
    ).walks
    assert walk.done
    assert walk.findings == []
    (walk,) = _walked(
        "スマートフォンのアプリで予約する",
        "マルチコピー機で「行政サービス」を押す",
        "「暗証番号の初期化」を押す",
        *KIOSK[3:],
    ).walks
    assert Rule.NO_SUCH_CHOICE in {each.rule for each in walk.findings}
