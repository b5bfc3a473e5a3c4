"""Cucumber's own HTML formatter renders the messages of the suite."""

import shutil
import subprocess
from pathlib import Path

import pytest

from reports.kept import read
from tests.browser.conftest import ROOT, Opened, missing

RENDERER = ROOT / ".ci" / "render_messages.mjs"
FORMATTER = ROOT / ".ci" / "node_modules" / "@cucumber" / "html-formatter"


@pytest.fixture(scope="module")
def rendered(folder: Path) -> Path:
    """The page that Cucumber's formatter makes of the messages."""
    if shutil.which("node") is None or not FORMATTER.exists():
        missing("Node.js and Cucumber's HTML formatter")
    page = folder / "cucumber.html"
    with (folder / "messages.ndjson").open("rb") as messages, page.open("wb") as output:
        subprocess.run(["node", str(RENDERER)], stdin=messages, stdout=output, check=True)
    return page


def test_it_shows_every_run_and_feature(opened: Opened, rendered: Path, folder: Path) -> None:
    run = read(folder / "run.json")
    tab = opened(rendered)
    tab.page.get_by_text(f"({len(run.cases)} / {len(run.cases)}) passed").wait_for()
    for feature in run.features:
        assert tab.page.get_by_text(feature.uri).count() >= 1, feature.uri
    assert tab.said == []


def test_it_shows_steps_and_journeys(opened: Opened, rendered: Path) -> None:
    page = opened(rendered).page
    page.get_by_text("features/04_kiosk.feature").first.click()
    page.get_by_text("手順どおりに進めると再設定が完了する").first.wait_for()
    assert page.get_by_text("カード読み取り台にカードをセットする").count() > 0
    assert "RESET RETRY COUNTER" in page.content()
