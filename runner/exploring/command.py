"""`tejun explore`: walk everything a person could do, and say what turned up."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from reports import files
from runner.exploring.acts import Act
from runner.exploring.candidates import Candidate, gherkin, nearest
from runner.exploring.checkpoint import BadCheckpoint
from runner.exploring.stopwatch import Stopwatch
from runner.exploring.survey import Explored, Finding, Limits, Survey, survey, tasks
from runner.exploring.visited import FeaturesNotRun, visited

INTERRUPTED = 130


@dataclass(frozen=True)
class Asked:
    """What was asked of `tejun explore`. Numbers are at least 1; None is no limit, or all cores."""

    states: int
    depth: int | None = None
    seconds: float | None = None
    faults: bool = True
    jobs: int | None = None
    checkpoint: str | None = None
    candidates: str | None = None


class Refused(Exception):
    """Something asked for cannot be done; the message says what, and what to do."""


def run(asked: Asked) -> int:
    """Explore, and print what was found.

    Returns 0, or 1 when an invariant broke or a dead end was found, 2 when something could not be
    read or written, 130 when it was interrupted.
    """
    try:
        return _run(asked)
    except (BadCheckpoint, FeaturesNotRun, Refused) as problem:
        print(f"tejun: {problem}", file=sys.stderr)
        return 2
    except (KeyboardInterrupt, BrokenProcessPool):
        kept = ", kept in the checkpoint" if asked.checkpoint else ""
        print(f"tejun: interrupted{kept}", file=sys.stderr)
        return INTERRUPTED


def _run(asked: Asked) -> int:
    watch = Stopwatch()
    if asked.candidates is not None:
        _must_be_writable(Path(asked.candidates))
    found = _surveyed(asked)
    took = watch.elapsed
    _print(_told(found, took))
    unvisited = _unvisited(found)
    written = [each for each in unvisited if not each.lacking]
    _print(_told_of_situations(found, unvisited, asked.candidates))
    if asked.candidates is not None:
        with _refusing(asked.candidates):
            files.write(Path(asked.candidates), "".join(gherkin(written)))
    return 1 if found.breaches or found.dead_ends else 0


def _surveyed(asked: Asked) -> Survey:
    limits = Limits(asked.states, asked.depth, asked.seconds)
    directory = Path(asked.checkpoint) if asked.checkpoint is not None else None
    todo = tasks(limits, asked.faults, directory)
    jobs = min(asked.jobs or os.cpu_count() or 1, len(todo))
    watched = sys.stderr.isatty()
    with (
        tqdm(total=len(todo), unit="search", disable=not watched, leave=False) as bar,
        _refusing(asked.checkpoint or ""),
    ):
        return survey(todo, jobs, _progress(bar))


def _progress(bar: "tqdm[NoReturn]") -> Callable[[Explored], None]:
    def done(part: Explored) -> None:
        bar.update()
        bar.set_postfix_str(f"{part.task.name}: {len(part.states):,} states")

    return done


def _unvisited(found: Survey) -> list[Candidate]:
    known = visited()
    return [each for each in nearest(found.candidates) if each.situation not in known]


def _told(found: Survey, took: float) -> Iterator[str]:
    rate = found.distinct / took if took else 0.0
    yield (
        f"  {found.distinct:,} distinct states, {found.transitions:,} transitions"
        f" ({found.tried:,} tried on the fakes, the others follow from those),\n"
        f"  up to {found.depth} acts deep, from {len({part.task.start for part in found.parts})}"
        f" starts, in {took:.1f} s: {rate:,.0f} states a second\n"
    )
    if all(part.complete for part in found.parts):
        yield "  that is all there is\n"
    yield from _told_findings("invariants", "all held", found.breaches)
    yield from _told_findings("dead ends", "none", found.dead_ends)


def _told_findings(name: str, none: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        yield f"\n  {name}: {none}\n"
        return
    yield f"\n  {name}: {len(findings)}\n"
    for finding in findings:
        yield f"\n    {finding.what}\n      from the start {finding.start}:\n"
        for act, times in ((act, len(list(same))) for act, same in groupby(finding.way)):
            yield f"        {_line(act)}{f', {times} times' if times > 1 else ''}\n"


def _line(act: Act) -> str:
    return " ".join(filter(None, (act.device, act.kind, act.on)))


def _told_of_situations(
    found: Survey, unvisited: Sequence[Candidate], output: str | None
) -> Iterator[str]:
    reached = len(nearest(found.candidates))
    writable = [each for each in unvisited if not each.lacking]
    yield f"\n  situations: {reached} reached, {len(unvisited)} of them visited by no scenario\n"
    lacking = sorted({each.lacking for each in unvisited if each.lacking})
    if lacking:
        missing = len(unvisited) - len(writable)
        yield f"    {missing} cannot be written with the steps there are: {', '.join(lacking)}\n"
    if output is None:
        yield "    to have the others as scenarios: --candidates FILE\n"
    else:
        yield f"    {len(writable)} written to {output}\n"


def _must_be_writable(path: Path) -> None:
    """Find out before the work that what comes of it could not be kept."""
    if path.is_dir():
        raise Refused(f"{path}: is a directory; name a file with --candidates")
    if not path.parent.is_dir():
        raise Refused(f"{path}: there is no folder {path.parent}; make it, or name another")


@contextlib.contextmanager
def _refusing(place: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refused(
            f"{error.filename or place}: cannot be written ({error.strerror}); choose another place"
        ) from None


def _print(pieces: Iterator[str]) -> None:
    for piece in pieces:
        print(piece, end="")
    sys.stdout.flush()
