"""Exploring from every start, on all cores, and putting together what was found."""

import dataclasses
import math
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from fakes.policy import Policy
from runner.exploring import checkpoint, digests
from runner.exploring.acts import DEVICES, Act
from runner.exploring.candidates import Candidate, candidate
from runner.exploring.deadends import dead_ends
from runner.exploring.engine import Engine
from runner.exploring.space import Space
from runner.exploring.starts import STARTS, Start
from runner.exploring.stopwatch import Stopwatch
from steps.as_of import USUAL_TIME

SEED = "explore"
MUCH = 6
"""How many times as many states are looked for at all devices as at one alone."""


@dataclass(frozen=True)
class Limits:
    """Where to stop: at so many states in all, so many acts deep, after so many seconds."""

    states: int
    depth: int | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Task:
    """One start, at some or all devices, with or without things going wrong, and its own limits."""

    start: int
    at: tuple[str, ...]
    faults: bool
    limits: Limits
    directory: Path | None = None

    @property
    def name(self) -> str:
        """What it is called, as the file of its checkpoint is."""
        where = "everywhere" if len(self.at) > 1 else self.at[0]
        return f"{STARTS[self.start].name}-{where}{'-faults' if self.faults else ''}"


@dataclass(frozen=True)
class Finding:
    """Something wrong, and the shortest way to it."""

    what: str
    start: str
    way: tuple[Act, ...]


@dataclass(frozen=True)
class Explored:
    """What came of one task. `states` are digests; `complete` says that nothing was left to do."""

    task: Task
    states: "array[int]" = field(repr=False)
    transitions: int
    tried: int
    depth: int
    complete: bool
    breaches: tuple[Finding, ...]
    dead_ends: tuple[Finding, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Survey:
    """What came of all of them. `distinct` counts states that are the same only once."""

    parts: tuple[Explored, ...]
    distinct: int

    @property
    def transitions(self) -> int:
        """How many acts led from a state to a state."""
        return sum(part.transitions for part in self.parts)

    @property
    def tried(self) -> int:
        """How many of them the fakes were really put through; the others follow from those."""
        return sum(part.tried for part in self.parts)

    @property
    def depth(self) -> int:
        """How many acts the farthest state is away from its start."""
        return max(part.depth for part in self.parts)

    @property
    def breaches(self) -> list[Finding]:
        """Broken invariants, each with its shortest way."""
        return _shortest(finding for part in self.parts for finding in part.breaches)

    @property
    def dead_ends(self) -> list[Finding]:
        """States from which nobody can go on or finish, each kind with its shortest way."""
        return _shortest(finding for part in self.parts for finding in part.dead_ends)

    @property
    def candidates(self) -> list[Candidate]:
        """Every situation that was reached, with a scenario that comes to it."""
        return [each for part in self.parts for each in part.candidates]


def tasks(limits: Limits, faults: bool, directory: Path | None) -> list[Task]:
    """Every start, at all devices and at each alone, each with its share of the states.

    At all devices also without faults: with less that can happen, the search gets farther. At one
    alone it gets farthest, but finds fewer states in which parts are alike.
    """
    kinds: list[tuple[tuple[str, ...], bool]] = [
        (DEVICES, False),
        *([(DEVICES, True)] if faults else []),
    ]
    kinds += [((device,), faults) for device in DEVICES]
    shares = [MUCH if at == DEVICES else 1 for at, _ in kinds]
    unit = limits.states / (len(STARTS) * sum(shares))
    return [
        Task(
            start,
            at,
            faulty,
            dataclasses.replace(limits, states=math.ceil(unit * share)),
            directory,
        )
        for start in range(len(STARTS))
        for (at, faulty), share in zip(kinds, shares, strict=True)
    ]


def survey(todo: Sequence[Task], jobs: int, done: Callable[[Explored], None]) -> Survey:
    """Do all tasks; `done` is told of each. The result is the same on any number of cores.

    Raises `checkpoint.BadCheckpoint`, and `OSError` when a checkpoint cannot be written.
    """
    parts = []
    for part in _explored(todo, jobs):
        done(part)
        parts.append(part)
    distinct: set[int] = set()
    for part in parts:
        distinct.update(part.states)
    return Survey(tuple(parts), len(distinct))


def _explored(todo: Sequence[Task], jobs: int) -> Iterator[Explored]:
    if jobs == 1:
        yield from map(explored, todo)
        return
    # Started anew, not forked: a forked process would inherit a frozen clock.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(explored, todo)


def explored(task: Task, until: Callable[[Space], bool] = lambda _: False) -> Explored:
    """Do one task, at most until something has turned up."""
    start, watch = STARTS[task.start], Stopwatch(task.limits.seconds)
    file = task.directory / f"{task.name}.checkpoint" if task.directory is not None else None
    with freeze_time(USUAL_TIME, ignore=[Stopwatch.__module__]) as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        engine = begun(start, clock, task.faults, task.at)
        if file is not None:
            checkpoint.load(file, engine, task.name)
        try:
            engine.explore(
                task.limits.states,
                task.limits.depth,
                lambda space: not (watch.is_over or until(space)),
            )
        finally:
            if file is not None:
                checkpoint.save(file, engine, task.name)
        return _result(task, start, engine)


def begun(
    start: Start, clock: FrozenDateTimeFactory, faults: bool, at: Collection[str] = DEVICES
) -> Engine:
    """An engine at a start, at the usual time. Time must be frozen."""
    clock.move_to(USUAL_TIME)
    engine = Engine(Policy(), clock, SEED, faults, at)
    start.build(engine.world)
    engine.start(USUAL_TIME)
    return engine


def _result(task: Task, start: Start, engine: Engine) -> Explored:
    space = engine.space
    breaches = [
        Finding(breach.describe(), start.name, tuple(engine.way(reached)))
        for breach, reached in space.breaches.items()
    ]
    return Explored(
        task,
        digests.of_states(engine),
        space.transitions,
        space.tried,
        max(space.depths),
        space.expanded == len(space.states),
        tuple(breaches),
        tuple(_dead_ends(task, start, engine)),
        tuple(candidate(engine, start, *each) for each in space.situations.items()),
    )


def _dead_ends(task: Task, start: Start, engine: Engine) -> Iterator[Finding]:
    for screen, reached in engine.space.stuck.items():
        said = " ".join(screen.splitlines())
        yield Finding(f"no way on: {said}", start.name, tuple(engine.way(reached)))
    # At one device alone nobody can finish what takes two.
    lost = dead_ends(engine) if len(task.at) > 1 else []
    for index in lost[:1]:
        way = engine.space.way_to(index)
        acts = tuple(engine.acts.values[number] for number in way)
        yield Finding("no way to finish", start.name, acts)


def _shortest(findings: Iterable[Finding]) -> list[Finding]:
    best: dict[str, Finding] = {}
    for finding in findings:
        known = best.setdefault(finding.what, finding)
        if len(finding.way) < len(known.way):
            best[finding.what] = finding
    return list(best.values())
