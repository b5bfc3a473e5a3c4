"""Hostile text stays text, and long words stay inside, in a real browser."""

from pathlib import Path

import pytest

from reports import document
from tests.browser.conftest import Opened
from tests.reports.samples import run, scenario
from tests.reports.test_page import HOSTILE, hostile_run


@pytest.mark.parametrize("width", [380, 1200])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_of_it_runs_or_overflows(
    opened: Opened, tmp_path: Path, text: str, width: int
) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(document.render(hostile_run(text)).encode("utf-8", "replace"))
    tab = opened(path, viewport={"width": width, "height": 800})
    tab.page.on("dialog", lambda dialog: tab.said.append(dialog.message))
    for button in tab.page.locator("button.walk").all():
        button.click()
    assert tab.page.locator(".journey").count() == 2
    assert tab.page.locator("article img, article script").count() == 0
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.said == []
    assert tab.asked == [path.resolve().as_uri()]


def test_a_failure_can_be_found(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(
        document.render(run(scenario("一"), scenario("二", "failed"))), encoding="utf-8"
    )
    page = opened(path).page
    listed = page.locator(".overview .links a")
    assert listed.all_inner_texts() == ["二"]
    assert "残り回数は2回です" in page.locator(".overview .links").inner_text()
    page.select_option("#result", "failed")
    page.wait_for_function("document.querySelector('.scenario[hidden]') !== null")
    shown = page.locator(".scenario:visible")
    assert shown.count() == 1
    assert "残り回数は2回です" in shown.inner_text()
    assert page.evaluate("document.title").startswith("tejun: 失敗があります")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_a_failing_run(
    opened: Opened, tmp_path: Path, axe: str, scheme: str
) -> None:
    path = tmp_path / "index.html"
    made = run(
        scenario("一"), scenario("二", "failed"), scenario("三", "not run"), outcome="interrupted"
    )
    path.write_text(document.render(made), encoding="utf-8")
    page = opened(path, color_scheme=scheme).page
    page.evaluate(axe)
    found = page.evaluate(
        "async () => (await axe.run()).violations"
        ".map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' '))"
    )
    assert found == []
