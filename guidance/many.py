"""Checking many guides: the files of a tree, one after the other, on all cores."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from fakes.policy import Policy
from guidance.check import Report, check
from guidance.reading import read
from guidance.reading.unreadable import Unreadable
from guidance.suspects import Suspect

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf"})
FEW = 8
"""So many guides are checked sooner than other processes are started."""


@dataclass(frozen=True)
class Result:
    """The report of one guide, or the sentence that says why it could not be read.

    `suspects` are the facts that have changed since it was reviewed, to be tried on the scenarios.
    """

    name: str
    report: Report | None
    problem: str = ""
    suspects: tuple[Suspect, ...] = ()


def named(paths: Sequence[str]) -> Iterator[str]:
    """The files meant: those of a folder by their suffixes, in order, hidden ones left out."""
    for path in paths:
        if path == "-" or not os.path.isdir(path):
            yield path
            continue
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            for file in sorted(files):
                if Path(file).suffix.lower() in SUFFIXES and not file.startswith("."):
                    yield os.path.join(folder, file)


def one(path: str, policies: Sequence[Policy]) -> Result:
    """Check one guide."""
    try:
        return Result(path, check(read(path), policies))
    except Unreadable as problem:
        return Result(path, None, str(problem))


class Check(Protocol):
    """How one guide is checked; it goes to other processes, and so has to be picklable."""

    def __call__(self, path: str, policies: Sequence[Policy]) -> Result:
        """Check it."""


def checked(paths: Sequence[str], policies: Sequence[Policy], how: Check = one) -> Iterator[Result]:
    """Check guides in the order named; many of them on all cores at once."""
    if len(paths) <= FEW:
        for path in paths:
            yield how(path, policies)
        return
    given = iter(paths)
    with ProcessPoolExecutor() as pool:
        try:
            yield from pool.map(partial(how, policies=policies), given, chunksize=4)
        except BrokenProcessPool as error:
            raise Unreadable(
                "a process that reads guides was stopped from outside; check fewer at once"
            ) from error
