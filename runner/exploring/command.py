"""`tejun explore`: walk everything a person could do, and say what turned up."""

import contextlib
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tqdm import tqdm

from reports import files
from reports.checked.output import NotWritten, put, refuse
from runner.exploring.candidates import HEAD, Candidate, gherkin, nearest
from runner.exploring.checkpoint import BadCheckpoint
from runner.exploring.starts import STARTS
from runner.exploring.stopwatch import Stopwatch
from runner.exploring.survey import Explored, Finding, Limits, Survey, survey, tasks
from runner.exploring.visited import FeaturesNotRun, Visited, visited
from runner.exploring.writing import spoken

INTERRUPTED = 130
MOST_JOBS = 4 * len(STARTS)
"""There are no fewer searches than these."""


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

    Returns 0, or 1 when an invariant broke, a fake failed or a dead end was found, 2 when
    something could not be read or written, 130 when it was interrupted.
    """
    try:
        with _terminable():
            return _run(asked)
    except (BadCheckpoint, FeaturesNotRun, NotWritten, Refused) as problem:
        return refuse(problem)
    except BrokenProcessPool:
        print("tejun: a process was killed; ask for fewer --states or --jobs", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        kept = "; what was found is kept, ask the same to go on" if asked.checkpoint else ""
        print(f"tejun: interrupted{kept}", file=sys.stderr)
        return INTERRUPTED


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """Take being terminated, as CI does it, for Ctrl-C: processes end, checkpoints are kept."""

    def interrupt(_: int, __: FrameType | None) -> None:
        signal.raise_signal(signal.SIGINT)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _run(asked: Asked) -> int:
    watch = Stopwatch()
    for name in ("checkpoint", "candidates"):
        if getattr(asked, name) == "":
            raise Refused(f"--{name}: names nothing; say where")
    if asked.candidates is not None:
        _must_be_writable(Path(asked.candidates))
    cores = os.cpu_count() or 1
    jobs = min(asked.jobs or cores, MOST_JOBS)
    found = _surveyed(asked, jobs, min(jobs, cores))
    took = watch.elapsed
    known = visited()
    unvisited = _unvisited(found, known)
    written = [each for each in unvisited if not each.lacking]
    if asked.candidates is not None:
        with _refusing(asked.candidates):
            files.write(Path(asked.candidates), "".join(gherkin(written)))
    _print(_told(found, took, jobs))
    _print(_told_of_situations(found, unvisited, known, asked.candidates))
    wrong = [*found.breaches, *found.failures, *found.dead_ends]
    for finding in wrong:
        _print(_told_of(finding))
    return 1 if wrong else 0


def _surveyed(asked: Asked, jobs: int, cores: int) -> Survey:
    limits = Limits(asked.states, asked.depth, asked.seconds)
    directory = Path(asked.checkpoint) if asked.checkpoint is not None else None
    todo = tasks(limits, asked.faults, directory, cores)
    watched = sys.stderr.isatty()
    with (
        tqdm(total=len(todo), unit="search", disable=not watched, leave=False) as bar,
        _refusing(asked.checkpoint or ""),
    ):
        return survey(todo, jobs, _progress(bar))


def _progress(bar: "tqdm[NoReturn]") -> Callable[[Explored], None]:
    states = 0

    def done(part: Explored) -> None:
        nonlocal states
        states += len(part.states)
        bar.set_postfix_str(f"{states:,} states", refresh=False)
        bar.update()

    return done


def _unvisited(found: Survey, known: Visited) -> list[Candidate]:
    return [each for each in nearest(found.candidates) if each.situation not in known.situations]


def _told(found: Survey, took: float, jobs: int) -> Iterator[str]:
    starts = len({part.task.start for part in found.parts})
    stopped = [part.stopped_at for part in found.parts if part.stopped_at]
    rate = f"{found.distinct / max(took, 0.1):,.0f} states a second"
    rate = "besides what was kept" if found.taken_up else rate
    yield _row("states", f"{found.distinct:,} distinct{'' if stopped else ', and that is all'}")
    if stopped:
        limits = ", ".join(sorted(set(stopped)))
        yield _row(
            "stopped",
            f"{len(stopped)} of {len(found.parts)} searches at {limits}: more lies behind",
        )
    yield _row(
        "transitions", f"{found.transitions:,}; {found.tried:,} tried on the fakes, the rest follow"
    )
    yield _row("depth", f"up to {found.depth} acts from one of {starts} starts")
    processes = f"{jobs} process{'es' if jobs > 1 else ''}"
    yield _row("time", f"{took:.1f} s, {processes}, {rate}")
    yield _row(
        "invariants",
        f"{len(found.breaches)} broken"
        if found.breaches
        else "all held so far"
        if stopped
        else "all held",
    )
    if found.failures:
        yield _row("failures", f"{len(found.failures)} of the fakes' own programs")
    yield _row("dead ends", f"{len(found.dead_ends)} found" if found.dead_ends else "none")


def _row(name: str, text: str) -> str:
    return f"  {name:13}{text}\n"


def _told_of(finding: Finding) -> Iterator[str]:
    """Something wrong, and the way to it."""
    first, *more = finding.what.splitlines()
    yield f"\n  ✗ {first}\n"
    for line in more:
        yield f"    {line}\n"
    start = next(start for start in STARTS if start.name == finding.start)
    yield f"    from the start {start.name} ({start.words.ja}):\n"
    for act, times in ((act, len(list(same))) for act, same in groupby(finding.way)):
        yield f"      {spoken(act)}{f' ({times}×)' if times > 1 else ''}\n"


def _told_of_situations(
    found: Survey, unvisited: Sequence[Candidate], known: Visited, output: str | None
) -> Iterator[str]:
    reached = len(nearest(found.candidates))
    yield _row("situations", f"{reached:,} reached, {len(unvisited)} visited by no scenario")
    if known.failed:
        yield _row(
            "",
            f"{known.failed} runs or checks of features fail, and may hide visits: see tejun run",
        )
    lacking = [each.lacking for each in unvisited if each.lacking]
    if lacking:
        steps = ", ".join(sorted(set(lacking)))
        yield _row("", f"{len(lacking)} cannot be written; there is no step for: {steps}")
    if output is None:
        yield _row("", "to have them as scenarios: --candidates FILE")
    else:
        yield _row("", f"{len(unvisited) - len(lacking)} written to {output}")


def _must_be_writable(path: Path) -> None:
    """Find out before the work that what comes of it could not be kept."""
    if path.is_file() and not _holds_candidates(path):
        raise Refused(f"{path}: is there, and holds no candidates; name another file")
    if path.is_dir():
        raise Refused(f"{path}: is a directory; name a file with --candidates")
    if not path.parent.is_dir():
        raise Refused(f"{path}: there is no folder {path.parent}; make it, or name another")
    with _refusing(str(path)), tempfile.TemporaryFile(dir=path.parent):
        pass


def _holds_candidates(path: Path) -> bool:
    """Whether a file may be written over: what has been adopted, or never was one, may not."""
    with _refusing(str(path)), path.open("rb") as opened:
        return opened.read(len(HEAD.encode())) in (HEAD.encode(), b"")


@contextlib.contextmanager
def _refusing(place: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refused(
            f"{place}: cannot be written ({error.strerror}); choose another place"
        ) from None


def _print(pieces: Iterator[str]) -> None:
    put(pieces, None)
