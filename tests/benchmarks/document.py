"""`python -m tests.benchmarks.document`: the document beside Cucumber's own, in a real browser.

The features are copied as often as asked and run for real; then both documents of that one run are
opened and searched. Needs what `make browser` installs, and Chromium.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from .programs import ROOT, BenchmarkError
from .report import machine

ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
WORDS = ("予", "予約", "予約番号", "予約番号 24", "")
PATIENCE = 120_000
"""Milliseconds that a page may take to open."""

LOADED = "(() => { const t = performance.timing; return t.loadEventEnd - t.navigationStart })()"
DRAWN = (
    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
    "() => setTimeout(done, 0))))"
)
SEARCHED = f"""async ([selector, word]) => {{
  const field = document.querySelector(selector), start = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, word);
  field.dispatchEvent(new Event('input', {{ bubbles: true }}));
  field.form?.requestSubmit();
  await {DRAWN};
  return performance.now() - start;
}}"""


def read_options(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; a bad one ends the program with status 2."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.document", description=__doc__
    )
    parser.add_argument("--copies", type=int, nargs="+", default=[1, 17], help="of the features")
    parser.add_argument("--rounds", type=int, default=3, help="openings of each (default: 3)")
    return parser.parse_args(arguments)


def make(copies: int, folder: Path) -> dict[str, Path]:
    """Run the copied features; return the documents by the name of their maker."""
    features = folder / "features"
    features.mkdir(parents=True)
    for number in range(copies):
        for path in sorted((ROOT / "features").glob("*.feature")):
            shutil.copy(path, features / f"{number:03}{path.name}")
    out = folder / "out"
    options = ["--reports", str(out), "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "tejun", "run", str(features), *options]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    ours, messages, theirs = (
        out / name for name in ("index.html", "messages.ndjson", "cucumber.html")
    )
    with messages.open("rb") as source, theirs.open("wb") as target:
        renderer = ["node", str(ROOT / ".ci" / "render_messages.mjs")]
        done = subprocess.run(renderer, stdin=source, stdout=target, check=False)
    if done.returncode:
        raise BenchmarkError("Cucumber's formatter did not run; install it with `make browser`")
    return {"tejun": ours, "@cucumber/html-formatter": theirs}


def measure(browser: Any, path: Path, selector: str, rounds: int) -> tuple[float, float]:
    """Milliseconds until the load event, and the slowest of some searches; medians."""
    loads, searches = [], []
    for _ in range(rounds):
        page = browser.new_page()
        page.goto(path.resolve().as_uri(), timeout=PATIENCE)
        loads.append(page.evaluate(LOADED))
        searches.append(max(page.evaluate(SEARCHED, [selector, word]) for word in WORDS))
        page.close()
    return statistics.median(loads), statistics.median(searches)


def main(arguments: list[str]) -> int:
    """Measure and print; returns the exit status."""
    options = read_options(arguments)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("Playwright is missing; install it with `make browser`", file=sys.stderr)
        return 2
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None or shutil.which("node") is None:
        print("Chromium or Node.js is missing; install both first", file=sys.stderr)
        return 2
    print(machine())
    selectors = {"tejun": "#query", "@cucumber/html-formatter": "input"}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for copies in options.copies:
            print(f"\n{copies} x the features         MB   load ms   slowest search ms")
            for name, path in make(copies, Path(folder) / str(copies)).items():
                load, search = measure(browser, path, selectors[name], options.rounds)
                size = path.stat().st_size / 1e6
                print(f"   {name:26}{size:6.1f}{load:10.0f}{search:20.0f}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
