"""Which lines of the fakes a change touches."""

import re
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

HUNK = re.compile(r"@@ -\S+ \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")


class NoSuchChange(Exception):
    """Git does not know what to compare with; the message is what it says."""


def changed_lines(reference: str, folder: Path = Path("fakes")) -> Mapping[str, set[int]]:
    """The lines, by file, that are other than in a commit; all of those that git does not know."""
    found: dict[str, set[int]] = defaultdict(set)
    _add_hunks(_git("diff", "--unified=0", "--no-color", reference, "--", str(folder)), found)
    for name in _git("ls-files", "--others", "--exclude-standard", "--", str(folder)).splitlines():
        if name.endswith(".py"):
            found[name] = set(range(1, Path(name).read_bytes().count(b"\n") + 2))
    return found


def _add_hunks(diff: str, found: dict[str, set[int]]) -> None:
    file = ""
    for line in diff.splitlines():
        if line.startswith("+++ b/"):
            file = line.removeprefix("+++ b/")
        elif match := HUNK.match(line):
            first, count = int(match["first"]), int(match["count"] or 1)
            found[file] |= set(range(first, first + count))


def _git(*arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NoSuchChange(done.stderr.strip())
    return done.stdout
