"""The document of the suite, used as its readers use it."""

from pathlib import Path
from typing import Any

import pytest

from reports.kept import read
from reports.run import Run
from tests.browser.conftest import Opened

PHONE = {"viewport": {"width": 380, "height": 800}}
EXPIRED = "予約番号は予約の24時間後まで使える"


@pytest.fixture
def run(folder: Path) -> Run:
    """The run that the document shows."""
    return read(folder / "run.json")


def shown(page: Any, selector: str) -> int:
    """How many elements of a kind are to be seen."""
    count: int = page.locator(f"{selector}:not([hidden])").locator("visible=true").count()
    return count


def test_it_asks_nobody_and_complains_of_nothing(opened: Opened, document: Path) -> None:
    tab = opened(document)
    for button in tab.page.locator("button.walk").all()[:5]:
        button.click()
    tab.page.click("#language")
    tab.page.click("#theme")
    tab.page.fill("#query", "予約")
    assert tab.said == []
    assert tab.asked == [document.resolve().as_uri()]


def test_all_that_ran_is_there(opened: Opened, document: Path, run: Run) -> None:
    page = opened(document).page
    assert shown(page, ".scenario") == len(run.scenarios)
    assert shown(page, ".statement") >= len(run.guide.statements) + len(run.values)
    every = len(run.scenarios)
    assert page.locator("#found").inner_text() == f"シナリオ{every}件中{every}件"
    totals = page.locator(".totals").inner_text().split()
    assert str(len(run.cases)) in totals


def test_it_speaks_english_when_asked(opened: Opened, document: Path) -> None:
    page = opened(document).page
    first = page.locator(".scenario h5 .name").first
    before = first.inner_text()
    page.click("#language")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert first.inner_text() != before
    assert first.inner_text().isascii()
    keywords = page.locator(".keyword:visible").all_inner_texts()
    assert {word.strip() for word in keywords} - {""} <= {"Given", "When", "Then", "And", "But"}
    page.reload()
    assert page.evaluate("document.documentElement.lang") == "en", "kept for the next visit"
    page.click("#language")
    assert first.inner_text() == before


@pytest.mark.parametrize(
    ("query", "some", "none"),
    [
        ("24時間1秒", EXPIRED, "手順どおりに進めると再設定が完了する"),
        ("２４時間１秒", EXPIRED, "手順どおりに進めると再設定が完了する"),
        ("ｎｆｃ", "NFCをオンにすれば予約できる", EXPIRED),
        ("予約してから24時間以内に手続きする", EXPIRED, "新しい数字4桁はすぐに使える"),
        ("アプリでの初期化予約", "予約番号は10桁の数字である", EXPIRED),
        ("@boundary 24時間", EXPIRED, "新しい数字4桁はすぐに使える"),
        ("reservation edge", EXPIRED, "新しい数字4桁はすぐに使える"),
    ],
)
def test_search_finds_by_words_and_tags(
    opened: Opened, document: Path, query: str, some: str, none: str
) -> None:
    page = opened(document).page
    page.fill("#query", query)
    page.wait_for_function("document.querySelector('.scenario[hidden]') !== null")
    names = page.locator(".scenario:not([hidden]) h5 .name .ja").all_text_contents()
    assert some in names
    assert none not in names
    assert f"中{len(names)}件、" in page.locator("#found").inner_text()
    assert page.is_visible("#narrowed")
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelector('.scenario[hidden]') === null")


def test_search_by_section_result_and_tag(opened: Opened, document: Path, run: Run) -> None:
    page = opened(document).page
    page.select_option("#section", "f-04_kiosk")
    page.wait_for_function("document.querySelector('.scenario[hidden]') !== null")
    kiosk = next(feature for feature in run.features if "04_kiosk" in feature.uri)
    assert shown(page, ".scenario") == len(kiosk.scenarios)
    page.select_option("#tag", "boundary")
    boundary = [each for each in kiosk.scenarios if "boundary" in each.tags]
    page.wait_for_function(
        f"document.querySelector('#found').textContent.includes('中{len(boundary)}件')"
    )
    assert shown(page, ".scenario") == len(boundary)


def test_search_finds_statements_too(opened: Opened, document: Path) -> None:
    page = opened(document).page
    page.fill("#query", "OpenSC")
    page.wait_for_function("document.querySelector('.scenario:not([hidden])') === null")
    assert shown(page, ".statement") > 0
    assert f"案内の文と値{shown(page, '.statement')}件" in page.locator("#found").inner_text()
    assert not page.is_visible("#nothing")
    page.fill("#query", "")
    page.select_option("#section", "f-04_kiosk")
    page.wait_for_function("document.querySelector('#s5-5').hidden")
    assert page.is_visible("#s4-1")


def test_what_is_not_there_is_said(opened: Opened, document: Path) -> None:
    page = opened(document).page
    assert not page.is_visible("#nothing")
    page.fill("#query", "そんな言葉はない")
    page.wait_for_selector("#nothing", state="visible")
    assert shown(page, ".scenario") == 0
    page.click("button[type=reset]")
    page.wait_for_selector("#nothing", state="hidden")


def test_a_journey_is_drawn(opened: Opened, document: Path) -> None:
    page = opened(document).page
    scenario = page.locator(".scenario", has_text="手順どおりに進めると再設定が完了する")
    scenario.locator("button.walk").click()
    journey = scenario.locator(".journey")
    assert journey.locator(".screen.kiosk").count() > 5
    first = journey.locator(".frame", has=page.locator(".screen.kiosk")).first.inner_text()
    assert "はじめの画面" in first, "the screen before the first act"
    assert "トップメニュー" in first
    assert journey.locator(".screen.phone").count() > 5
    text = journey.inner_text()
    for told in (
        "再設定が完了しました",
        "署名用パスワードの照合 (VERIFY) → 成功 (9000)",
        "書き込み完了の報告 → よい",
        "0 → 3",
        "●●●●",
        "前提が整ったとき",
    ):
        assert told in text, told
    assert "8642" not in "".join(journey.locator(".did, .screen, .wire").all_inner_texts())
    page.click("#language")
    english = journey.inner_text()
    assert "VERIFY signature password → 9000 ok" in english
    assert "When One sets the card on the kiosk's tray." in english
    scenario.locator("button.walk").click()
    assert journey.count() == 0


def test_what_led_to_the_circumstances_is_folded(opened: Opened, document: Path) -> None:
    page = opened(document).page
    scenario = page.locator(".scenario", has_text="手順どおりに進めると再設定が完了する")
    scenario.locator("button.walk").click()
    folded = scenario.locator(".journey details")
    assert folded.count() >= 2
    assert not folded.locator(".screen.phone").first.is_visible()
    folded.last.locator("summary").click()
    assert folded.last.locator(".screen.phone").first.is_visible()


def test_a_row_of_an_outline_has_its_own_journey(opened: Opened, document: Path) -> None:
    page = opened(document).page
    scenario = page.locator(".scenario", has_text=EXPIRED)
    row = scenario.locator("tr", has_text="24時間1秒").first
    row.locator("button.walk").click()
    journey = row.locator("xpath=following-sibling::tr[1]").locator(".journey")
    assert "予約から24時間1秒が過ぎる" in journey.inner_text()
    button = row.get_by_role("button", name="24時間1秒")
    assert button.get_attribute("aria-expanded") == "true"


def test_deep_links_lead_to_what_they_name(opened: Opened, document: Path, run: Run) -> None:
    scenario = next(each for each in run.scenarios if each.name == EXPIRED)
    for target in (
        scenario.id,
        scenario.cases[2].id,
        "s5-5",
        "divergence-hours",
        "value-kiosk_opens",
    ):
        page = opened(document, f"#{target}").page
        page.wait_for_function(
            "id => { const box = document.getElementById(id).getBoundingClientRect();"
            " return box.top >= 0 && box.top < innerHeight; }",
            arg=target,
        )
    row = opened(document, f"#{scenario.cases[2].id}").page
    assert "24時間1秒" in row.locator(".journey").inner_text(), "a row opens with its journey"


def test_a_link_shows_what_the_search_hides(opened: Opened, document: Path, run: Run) -> None:
    page = opened(document).page
    page.fill("#query", "24時間1秒")
    page.wait_for_function("document.querySelector('.scenario[hidden]') !== null")
    page.evaluate("location.hash = 's5-5'")
    page.wait_for_function("document.querySelector('.scenario[hidden]') === null")
    assert page.locator("#s5-5").is_visible()


def test_it_works_from_the_keyboard(opened: Opened, document: Path) -> None:
    page = opened(document).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "query", "past the head of the page"
    button = page.locator("button.walk").first
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"


def test_dark_and_light(opened: Opened, document: Path) -> None:
    def ground(page: Any) -> str:
        colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return colour

    dark, light = (opened(document, color_scheme=scheme).page for scheme in ("dark", "light"))
    assert ground(dark) != ground(light)
    seen = ground(dark)
    dark.click("#theme")
    assert ground(dark) == ground(light)
    light.click("#theme")
    assert ground(light) == seen


def test_a_phone_scrolls_one_way_only(opened: Opened, document: Path) -> None:
    page = opened(document, **PHONE).page
    for button in page.locator("button.walk").all()[:12]:
        button.click()
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") <= 380
        page.click("#language")


def test_it_prints_without_what_only_a_screen_needs(opened: Opened, document: Path) -> None:
    page = opened(document).page
    page.emulate_media(media="print")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    for selector in (".top nav", "#search", "button.walk"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator(".scenario").first.is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(380, "dark"), (1200, "light")])
def test_axe_finds_no_violation(
    opened: Opened, document: Path, axe: str, scheme: str, width: int
) -> None:
    page = opened(document, color_scheme=scheme, viewport={"width": width, "height": 900}).page
    page.locator(".scenario", has_text=EXPIRED).locator("button.walk").first.click()
    # What is off the screen is not laid out, and axe would pass it over.
    page.add_style_tag(content=".scenario, .statement { content-visibility: visible !important }")
    page.evaluate(axe)
    for language in ("ja", "en"):
        found = page.evaluate(
            "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
            " 'wcag21aa', 'wcag22aa', 'best-practice']})).violations"
            ".map(each => each.id + ': ' + each.nodes.slice(0, 3).map(node => node.html).join(' '))"
        )
        assert found == [], language
        page.click("#language")
