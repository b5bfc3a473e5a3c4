"""A real browser on real documents. Skipped where there is none, except in CI, where it must be.

Needs Chromium, Playwright (`make browser`) and, for the accessibility checks, axe-core from
`.ci/node_modules` (`make browser` too).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".ci" / "node_modules" / "axe-core" / "axe.min.js"
BARE = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def missing(what: str) -> None:
    """Skip, or in CI fail, for want of something that is not part of the project."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must have {what}")
    pytest.skip(f"needs {what}; see `make browser` in the README")


@dataclass
class Tab:
    """A page, with everything it said to the console or asked of the network."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


Opened = Callable[..., Tab]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright")
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=BARE)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any) -> Iterator[Opened]:
    """Open a document in a window of its own; options are those of a Playwright context."""
    contexts = []

    def open_document(path: Path, fragment: str = "", **options: Any) -> Tab:
        context = chromium.new_context(**{"locale": "ja-JP", **options})
        contexts.append(context)
        tab = Tab(context.new_page())
        tab.page.on("console", lambda message: tab.said.append(message.text))
        tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
        tab.page.on("request", lambda request: tab.asked.append(request.url))
        tab.page.goto(path.resolve().as_uri() + fragment)
        return tab

    yield open_document
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of a run of the whole suite."""
    out = tmp_path_factory.mktemp("reports")
    command = [
        sys.executable,
        "-m",
        "tejun",
        "run",
        "--reports",
        str(out),
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def document(folder: Path) -> Path:
    """The document of the whole suite."""
    return folder / "index.html"


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    if not AXE.exists():
        missing("axe-core")
    return AXE.read_text(encoding="utf-8")
