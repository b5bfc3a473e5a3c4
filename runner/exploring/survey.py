"""Exploring from every start, on all cores, and putting together what was found."""

import contextlib
import dataclasses
import math
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from fakes.policy import Policy
from fakes.watching.invariants import Breach
from runner.exploring import checkpoint, digests, interruptions
from runner.exploring.acts import DEVICES, Act
from runner.exploring.candidates import Candidate, candidate
from runner.exploring.deadends import dead_ends
from runner.exploring.engine import Engine
from runner.exploring.space import Reached, Space
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
        """What it is called."""
        where = "everywhere" if len(self.at) > 1 else self.at[0]
        return f"{STARTS[self.start].name}-{where}{'-faults' if self.faults else ''}"

    @property
    def file(self) -> Path | None:
        """Where its checkpoint lies, if it is to be kept."""
        return self.directory / f"{self.name}.checkpoint" if self.directory is not None else None


@dataclass(frozen=True)
class Finding:
    """Something wrong, on one line or several, and the shortest way to it."""

    what: str
    start: str
    way: tuple[Act, ...]


@dataclass(frozen=True)
class Explored:
    """What came of one task. `states` are digests; `stopped_at` is the limit it came to, if any.

    `taken_up` is how many of them a checkpoint had.
    """

    task: Task
    states: "array[int]" = field(repr=False)
    transitions: int
    tried: int
    depth: int
    stopped_at: str
    breaches: tuple[Finding, ...]
    failures: tuple[Finding, ...]
    dead_ends: tuple[Finding, ...]
    candidates: tuple[Candidate, ...]
    taken_up: int = field(default=0, compare=False)


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
    def failures(self) -> list[Finding]:
        """Errors of the fakes' own programs, each with its shortest way."""
        return _shortest(finding for part in self.parts for finding in part.failures)

    @property
    def dead_ends(self) -> list[Finding]:
        """States from which nobody can go on or finish, each kind with its shortest way."""
        return _shortest(finding for part in self.parts for finding in part.dead_ends)

    @property
    def taken_up(self) -> bool:
        """Whether some of it was in a checkpoint."""
        return any(part.taken_up for part in self.parts)

    @property
    def candidates(self) -> list[Candidate]:
        """Every situation that was reached, with a scenario that comes to it."""
        return [each for part in self.parts for each in part.candidates]


def tasks(limits: Limits, faults: bool, directory: Path | None, cores: int = 1) -> list[Task]:
    """Every start, at all devices and at each alone, each with its share of states and of time.

    At all devices also without faults: with less that can happen, the search gets farther. At one
    alone it gets farthest, but finds fewer states in which parts are alike.
    """
    kinds: list[tuple[tuple[str, ...], bool]] = [
        (DEVICES, False),
        *([(DEVICES, True)] if faults else []),
    ]
    kinds += [((device,), faults) for device in DEVICES]
    shares = [MUCH if at == DEVICES else 1 for at, _ in kinds]
    parts = len(STARTS) * sum(shares)
    return [
        Task(start, at, faulty, _share(limits, share / parts, cores), directory)
        for start in range(len(STARTS))
        for (at, faulty), share in zip(kinds, shares, strict=True)
    ]


def _share(limits: Limits, share: float, cores: int) -> Limits:
    """A part of the states, and of the time that all cores have together."""
    seconds = None if limits.seconds is None else limits.seconds * cores * share
    return Limits(math.ceil(limits.states * share), limits.depth, seconds)


def survey(todo: Sequence[Task], jobs: int, done: Callable[[Explored], None]) -> Survey:
    """Do all tasks; `done` is told of each. The result is the same on any number of cores.

    Raises `checkpoint.BadCheckpoint` before anything is done, `OSError` when a checkpoint cannot
    be written, and `KeyboardInterrupt`; what was found until then is in the checkpoints.
    """
    for task in todo:
        if task.file is not None:
            checkpoint.look_at(task.file, task.name)
    parts = []
    several = jobs > 1
    for part in (
        interruptions.in_processes(explored, todo, jobs) if several else map(explored, todo)
    ):
        done(part)
        parts.append(part)
    distinct: set[int] = set()
    for part in parts:
        distinct.update(part.states)
    return Survey(tuple(parts), len(distinct))


def explored(task: Task, until: Callable[[Space], bool] = lambda _: False) -> Explored:
    """Do one task, at most until something has turned up.

    Raises what `survey` raises.
    """
    start, watch = STARTS[task.start], Stopwatch(task.limits.seconds)
    with (
        freeze_time(USUAL_TIME, ignore=[Stopwatch.__module__]) as clock,
        interruptions.heeded() as stopped,
    ):
        assert isinstance(clock, FrozenDateTimeFactory)
        engine = begun(start, clock, task.faults, task.at)
        with _kept(task, engine) as taken_up:
            engine.explore(
                task.limits.states,
                task.limits.depth,
                lambda space: not (watch.is_over or stopped() or until(space)),
            )
        result = _result(task, start, engine)
        over = result.stopped_at and watch.is_over
        stopped_at = "--seconds" if over else result.stopped_at
        return dataclasses.replace(result, taken_up=taken_up, stopped_at=stopped_at)


@contextlib.contextmanager
def _kept(task: Task, engine: Engine) -> Iterator[int]:
    """Take up what was kept of a task, so many states, and keep what comes of it in any case."""
    if task.file is None:
        yield 0
        return
    known = checkpoint.load(task.file, engine, task.name)
    try:
        yield len(engine.space.states) if known else 0
    finally:
        checkpoint.save(task.file, engine, task.name)


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

    def finding(what: str, reached: Reached) -> Finding:
        return Finding(what, start.name, tuple(engine.way(reached)))

    return Explored(
        task,
        digests.of_states(engine),
        space.transitions,
        space.tried,
        max(space.depths),
        _stopped_at(task, space),
        tuple(finding(_told(breach), where) for breach, where in space.breaches.items()),
        tuple(finding(error, where) for error, where in space.failures.items()),
        tuple(_dead_ends(task, start, engine)),
        tuple(candidate(engine, start, *each) for each in space.situations.items()),
    )


def _stopped_at(task: Task, space: Space) -> str:
    """The limit that ended a search before it had been everywhere."""
    if space.expanded == len(space.states):
        return ""
    return "--states" if len(space.states) >= task.limits.states else "--depth"


def _told(breach: Breach) -> str:
    words = breach.invariant.words
    return f"{words.ja}\n({words.en})\n{breach.how}"


def _dead_ends(task: Task, start: Start, engine: Engine) -> Iterator[Finding]:
    for screen, reached in engine.space.stuck.items():
        yield Finding(f"no way on: {screen}", start.name, tuple(engine.way(reached)))
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
