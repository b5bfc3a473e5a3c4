"""The picture of a device: what led where, and what nobody did."""

from msgspec.structs import replace

from reports.document.boxes import Box
from reports.document.flows import Flow, flows
from reports.document.widths import shortened, wrapped
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


def box(flow: Flow, title: str, field: str | None = None) -> Box:
    (found,) = [each for each in flow.boxes if each.key[:2] == (title, field)]
    return found


ACTS = (
    press("再設定", 0, 1),
    Act(AT, "マルチコピー機", "enter", "予約番号", "0000000000", 1, 1),
    Act(AT, "マルチコピー機", "enter", "予約番号", "1234567890", 1, 2),
    press("終了", 2, 0),
    press("再設定", 0, 1),
)


def test_each_device_has_a_picture() -> None:
    phone = Act(AT, "スマートフォン", "do", "カードをかざす", "", 3, 0)
    found = [flow.device.ja for flow in flows(walked(*ACTS, phone))]
    assert found == ["マルチコピー機", "スマートフォン"]
    assert flows(walked()) == []


def test_what_changed_nothing_is_no_walk() -> None:
    idle = Act(AT, "スマートフォン", "do", "ホームボタンを押す", "", 3, 3)
    assert flows(walked(idle)) == []


def test_lines_lead_where_they_led_and_say_how_often() -> None:
    (flow,) = flows(walked(*ACTS))
    menu, entry, done = box(flow, "メニュー"), box(flow, "再設定", "予約番号"), box(flow, "再設定")
    assert menu.lines["press", "再設定"].targets == {entry: 2}
    assert entry.lines["enter", "予約番号"].targets == {entry: 1, done: 1}, "whatever was typed"
    assert {deed: line.targets for deed, line in done.lines.items()} == {
        ("press", "終了"): {menu: 1}
    }
    assert menu.lines["press", "再設定"].told.ja == "「再設定」を選ぶ → 再設定 (2)"
    assert (
        entry.lines["enter", "予約番号"].told.en
        == "Type … into 「予約番号」 → 再設定 (1)、再設定 (1)"
    )


def test_choices_that_nobody_made_stand_out() -> None:
    (flow,) = flows(walked(*ACTS))
    assert flow.unwalked == [("メニュー", "交付"), ("メニュー", "終了"), ("再設定", "中止")]
    assert flow.choices == 5
    assert box(flow, "メニュー").lines["press", "交付"].told.ja == "「交付」を選ぶ: まだ"


def test_boxes_stand_in_the_order_of_the_way_and_do_not_overlap() -> None:
    (flow,) = flows(walked(*ACTS, press("交付", 0, 3)))
    columns = {each.key[:2]: each.column for each in flow.boxes}
    assert columns == {
        ("メニュー", None): 0,
        ("再設定", "予約番号"): 1,
        ("交付", None): 1,
        ("再設定", None): 2,
    }
    for one in flow.boxes:
        assert one.x + flow.box_width <= flow.width
        assert one.y + one.height <= flow.height
        for other in flow.boxes:
            if one is not other and one.x == other.x:
                assert one.y + one.height < other.y or other.y + other.height < one.y


def test_a_way_that_is_walked_less_leads_back() -> None:
    (flow,) = flows(walked(press("再設定", 0, 1), press("再設定", 0, 1), press("中止", 1, 0)))
    assert (box(flow, "メニュー").column, box(flow, "再設定", "予約番号").column) == (0, 1)
    assert box(flow, "再設定", "予約番号").lines["press", "中止"].notes == ["↩ メニュー"]


def test_what_leads_to_the_next_column_is_a_curve_and_the_rest_is_named() -> None:
    (flow,) = flows(walked(*ACTS, press("終了", 0, 2)))
    assert [curve.walked for curve in flow.curves] == [2, 1]
    notes = {line.deed[1]: line.notes for line in box(flow, "メニュー").lines.values()}
    assert notes == {"再設定": [], "交付": [], "終了": ["⇢ 再設定"]}
    assert box(flow, "再設定", "予約番号").lines["enter", "予約番号"].notes == ["↺ 再設定"]
    assert box(flow, "再設定").lines["press", "終了"].notes == ["↩ メニュー"]


def test_long_labels_are_cut_by_their_width() -> None:
    assert shortened("あいうえお", 10) == "あいうえお"
    assert shortened("あいうえおか", 10) == "あいうえお…"
    assert shortened("abcdefghijk", 10) == "abcdefghij…"
    assert wrapped("あいうabc", 6) == ["あいう", "abc"]
