"""No file makes reading take for ever: the time grows with its size, and there are limits.

Each of these took hours, or more memory than there is, with a reader that looks back.
"""

import subprocess
import sys

import pytest

READ = """
import signal
import sys
signal.alarm(120)  # generous: each takes seconds; our own clock may stand still
from guidance.reading import Unreadable, read_octets
name, piece, octets = sys.argv[1], sys.argv[2], int(sys.argv[3])
content = (piece * (octets // len(piece.encode()))).encode()
try:
    read_octets(name, b"<html><body>" + content if name == "guide.html" else content)
except Unreadable:
    pass
"""

MOST = 9_900_000
"""Octets, where reading soon ends or is simple."""

MANY = 200_000
"""Octets, where every few of them make a block."""

CASES = {
    ("guide.html", MOST): ["<div>", "<", "<!--", "&", "<a b=", "<a b='", "</", "<!", "<b></p>"],
    ("guide.html", MANY): ["<p>x", "<td>", "<br>", "&a", "<a>x</a>", "<ul><li></ul>"],
    ("guide.txt", MOST): ["あ", "「", "1. ", "a "],
    ("guide.txt", MANY): ["a\n", "・a\n", "a b\n", "|a|\n", "あ、\n", "1.\n"],
    ("guide.md", MOST): ["あ", "[", "*a ", "- "],
    ("guide.md", MANY): ["a\n", "- a\n", "|a|\n", "> a\n", "![", "<!-- ", "[a](b)"],
}


@pytest.mark.parametrize(
    ("name", "octets", "piece"),
    [(*case, piece) for case, pieces in CASES.items() for piece in pieces],
    ids=repr,
)
def test_time(name: str, octets: int, piece: str) -> None:
    command = [sys.executable, "-c", READ, name, piece, str(octets)]
    subprocess.run(command, check=True)
