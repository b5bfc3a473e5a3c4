"""How fast guides are checked: many pages on all cores, and one page 1, 10 and 100 times as long.

`python -m tests.benchmarks.checking [--pages 1000]`. The pages are the guides of `tests/accuracy`,
in turn; each is about as long as an article. The peer of the long pages is reading alone.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from guidance.check import check
from guidance.reading import read_octets
from tests.accuracy.marked import guides

PAGES = 1000
TIMES = (1, 10, 100)
RUNS = 3


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, default=PAGES)
    wanted = parser.parse_args()
    for count in sorted({wanted.pages // 10 or 1, wanted.pages}):
        _many(count)
    _long()


def _many(count: int) -> None:
    """Check a tree of pages by the command, as somebody would."""
    with tempfile.TemporaryDirectory() as folder:
        characters = 0
        for number, guide in enumerate(islice(cycle(guides("guides")), count)):
            characters += len(guide.clean)
            name = f"{number:05}{guide.path.suffix}"
            Path(folder, name).write_text(guide.clean, encoding="utf-8")
        command = [sys.executable, "-m", "tejun", "check", folder, "--format", "github"]
        begun = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        seconds = time.perf_counter() - begun
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{count:6} pages of {characters // count} characters: {seconds:6.1f} s,"
        f" {seconds / count * 1000:5.1f} ms a page; the largest process {largest:.0f} MB"
    )


def _long() -> None:
    """Check one page, ten of it and a hundred of it in one file."""
    page = next(each for each in guides("guides") if each.path.name == "magazine.txt").clean
    first = 0.0
    for times in TIMES:
        octets = (page + "\n\n").encode() * times
        reading = min(_seconds(partial(read_octets, "page.txt", octets)) for _ in range(RUNS))
        document = read_octets("page.txt", octets)
        checking = min(_seconds(partial(check, document)) for _ in range(RUNS))
        first = first or checking / times
        print(
            f"{times:4} × a page: {checking * 1000:8.1f} ms, {checking / times / first:4.2f} of the"
            f" first per page, {checking / reading:5.1f} times reading alone"
        )


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
