"""The picture of a device: what led where, and what nobody did."""

from msgspec.structs import replace

from reports.document.flows import Box, Flow, flows, shortened
from reports.run import Act, Run, Screen, Walked
from tests.reports.samples import AT, run, scenario

MENU = Screen("メニュー", choices=("再設定", "交付", "終了"))
RESET = Screen("再設定", field="予約番号", choices=("中止",))
DONE = Screen("再設定", "完了", choices=("終了",))
ISSUE = Screen("交付")
SCREENS = (MENU, RESET, DONE, ISSUE)


def press(label: str, before: int, after: int) -> Act:
    return Act(AT, "マルチコピー機", "press", label, "", before, after)


def walked(*acts: Act) -> Run:
    made = scenario("一")
    case = replace(made.cases[0], steps=(Walked("passed", entries=acts),))
    return run(replace(made, cases=(case,)), screens=SCREENS)


def box(flow: Flow, title: str, subtitle: str = "") -> Box:
    (found,) = [each for each in flow.boxes if (each.title, each.subtitle) == (title, subtitle)]
    return found


ACTS = (
    press("再設定", 0, 1),
    Act(AT, "マルチコピー機", "enter", "予約番号", "0000000000", 1, 1),
    Act(AT, "マルチコピー機", "enter", "予約番号", "1234567890", 1, 2),
    press("終了", 2, 0),
    press("再設定", 0, 1),
)


def test_each_device_has_a_picture() -> None:
    phone = Act(AT, "スマートフォン", "do", "カードをかざす", "", 3, 3)
    assert [flow.device for flow in flows(walked(*ACTS, phone))] == [
        "マルチコピー機",
        "スマートフォン",
    ]
    assert flows(walked()) == []


def test_lines_lead_where_they_led_and_say_how_often() -> None:
    (flow,) = flows(walked(*ACTS))
    menu, entry, done = box(flow, "メニュー"), box(flow, "再設定", "予約番号"), box(flow, "再設定")
    lines = {line.deed.on: line for line in menu.lines.values()}
    assert lines["再設定"].targets == {entry: 2}
    typed = {line.deed.on: line for line in entry.lines.values()}["予約番号"]
    assert typed.targets == {entry: 1, done: 1}, "whatever was typed"
    assert {line.deed.on: line.targets for line in done.lines.values()} == {"終了": {menu: 1}}


def test_choices_that_nobody_made_stand_out() -> None:
    (flow,) = flows(walked(*ACTS))
    assert flow.unwalked == [("メニュー", "交付"), ("メニュー", "終了"), ("再設定", "中止")]
    shown = {line.line.deed.on: line for line in box(flow, "メニュー").shown}
    assert (shown["交付"].walked, shown["再設定"].walked) == (0, 2)
    assert shown["交付"].tip == "「交付」を選ぶ: 未 (not yet)"
    assert shown["再設定"].tip == "「再設定」を選ぶ → 再設定 (2)"


def test_boxes_stand_in_the_order_of_the_way_and_do_not_overlap() -> None:
    (flow,) = flows(walked(*ACTS, press("交付", 0, 3)))
    columns = {(each.title, each.subtitle): each.column for each in flow.boxes}
    assert columns == {
        ("メニュー", ""): 0,
        ("再設定", "予約番号"): 1,
        ("再設定", ""): 2,
        ("交付", ""): 1,
    }
    for one in flow.boxes:
        assert one.x + flow.box_width <= flow.width
        assert one.y + one.height <= flow.height
        for other in flow.boxes:
            if one is not other and one.x == other.x:
                assert one.y + one.height < other.y or other.y + other.height < one.y


def test_only_what_leads_on_is_a_curve() -> None:
    (flow,) = flows(walked(*ACTS))
    assert [curve.walked for curve in flow.curves] == [2, 1]
    signs = {line.line.deed.on: line.sign for line in box(flow, "再設定").shown}
    assert signs == {"終了": "↩"}


def test_long_labels_are_cut_by_their_width() -> None:
    assert shortened("あいうえお", 10) == "あいうえお"
    assert shortened("あいうえおか", 10) == "あいうえお…"
    assert shortened("abcdefghijk", 10) == "abcdefghij…"
