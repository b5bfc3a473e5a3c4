"""Exploration beside Hypothesis's stateful testing: the same fakes, starts, acts and checks.

`python -m tests.benchmarks.exploring [--seconds 10] [--patience 60] [--rounds 3]`. First distinct
states per second; then how long it takes until each of ten defects (`tests.exploring.defects`) is
found. Hypothesis has one rule: do one of the acts that are possible. Its examples begin in a world
that is put back, not built, and nothing is shrunk, so that it loses no time on what is not asked.
"""

import argparse
import statistics
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from runner.exploring import acts, parts
from runner.exploring.engine import HORIZON, WAIT, Engine, leads_nowhere, open_after
from runner.exploring.space import State
from runner.exploring.starts import STARTS
from runner.exploring.stopwatch import Stopwatch
from runner.exploring.survey import Limits, Task, begun, tasks
from steps.as_of import USUAL_TIME
from tests.benchmarks.report import machine
from tests.exploring.defects import DEFECTS, Defect

SEARCHES = {task.name: task for task in tasks(Limits(1), faults=True, directory=None)}
RATES = ("usable-everywhere-faults", "reserved-everywhere", "new-pin-kiosk-faults")
STEPS = 50
"""Hypothesis's own choice for the acts of an example."""

NEVER = float("inf")
Found = Callable[[], bool]


class Over(KeyboardInterrupt):
    """The time is over, or something was found: Hypothesis lets only this through."""


class Walker:
    """A person that Hypothesis leads through the fakes; `states` are the distinct ones seen."""

    def __init__(self, engine: Engine, clock: FrozenDateTimeFactory, task: Task) -> None:
        self.engine, self.clock, self.task = engine, clock, task
        self.start = engine.parts_of(engine.space.states[0])
        self.states: set[State] = set()
        self.moment = self.start.moment
        self.found = False

    def begin(self) -> None:
        """Go back to the start."""
        self._be_at(self.start.moment)
        parts.put_back(self.engine.world, self.start)

    def doable(self) -> list[acts.Doable]:
        """Every act that is possible now."""
        world, faults = self.engine.world, self.task.faults
        several = [each for device in self.task.at for each in acts.at(world, device, faults)]
        several += acts.around(world, faults)
        following = acts.next_instant(world)
        if following - self.start.moment <= HORIZON:
            several.append((WAIT, lambda: self._be_at(following)))
        return several

    def look(self) -> None:
        """Note the state, and whether something is wrong in it."""
        world = self.engine.world
        self.states.add(self.engine._numbered(parts.taken(world, self.moment)))
        world.journal.taken()
        self.found = bool(world.watch.taken()) or any(map(self._is_stuck, self.task.at))

    def _is_stuck(self, device: str) -> bool:
        shown = getattr(self.engine.world, device)
        if not leads_nowhere(shown.screen):
            return False
        self.clock.move_to(open_after(self.engine.world.policy, self.moment))
        stuck = leads_nowhere(shown.screen)
        self.clock.move_to(self.moment)
        return stuck

    def _be_at(self, moment: Any) -> None:
        self.moment = moment
        self.clock.move_to(moment)


def machine_of(walker: Walker, stop: Found) -> type[RuleBasedStateMachine]:
    """The state machine: one rule, which does one of the acts that are possible."""

    class Machine(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            walker.begin()

        @rule(data=st.data())
        def act(self, data: st.DataObject) -> None:
            """Do one of them."""
            doable = walker.doable()
            _, do = doable[data.draw(st.integers(0, len(doable) - 1))]
            do()
            walker.look()
            if stop():
                raise Over

    return Machine


def by_hypothesis(task: Task, seconds: float, number: int, until_found: bool) -> tuple[int, float]:
    """Distinct states that Hypothesis comes to, and after how long it ended."""
    watch = Stopwatch(seconds)
    with frozen() as clock:
        walker = Walker(begun(STARTS[task.start], clock, task.faults, task.at), clock, task)
        case = machine_of(walker, lambda: watch.is_over or (until_found and walker.found))
        chosen = settings(
            max_examples=1_000_000,
            stateful_step_count=STEPS,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
            verbosity=Verbosity.quiet,
            database=None,
            deadline=None,
        )
        try:
            while not watch.is_over:
                run_state_machine_as_test(seed(number)(case), settings=chosen)
                number += 1_000
        except Over:
            pass
    return len(walker.states), watch.elapsed if walker.found or not until_found else NEVER


def by_exploration(task: Task, seconds: float, until_found: bool) -> tuple[int, float]:
    """Distinct states that exploration comes to, and after how long it ended."""
    watch = Stopwatch(seconds)
    with frozen() as clock:
        engine = begun(STARTS[task.start], clock, task.faults, task.at)
        space = engine.space

        def found() -> bool:
            return bool(space.breaches or space.stuck)

        engine.explore(
            sys.maxsize, None, lambda _: not (watch.is_over or (until_found and found()))
        )
    return len(space.states), watch.elapsed if found() or not until_found else NEVER


def frozen() -> Any:
    """Frozen time, but for whoever measures."""
    return freeze_time(USUAL_TIME, ignore=[Stopwatch.__module__, "hypothesis"])


def rates(seconds: float, rounds: int) -> Iterator[str]:
    """Distinct states per second, side by side."""
    yield f"\nA. Distinct states a second, for {seconds:.0f} s      exploration  Hypothesis   ratio"
    for name in RATES:
        task, explored, tested = SEARCHES[name], [], []
        for number in range(rounds):
            states, took = by_exploration(task, seconds, until_found=False)
            explored.append(states / took)
            states, took = by_hypothesis(task, seconds, number, until_found=False)
            tested.append(states / took)
        ours, theirs = statistics.median(explored), statistics.median(tested)
        yield f"   {name:42}{ours:12,.0f}{theirs:12,.0f}{ours / theirs:8.1f}"


def defects(patience: float, rounds: int) -> Iterator[str]:
    """How long each defect takes to be found, side by side."""
    yield "\nB. Seconds until a defect is found             exploration  Hypothesis   ratio"
    for defect in DEFECTS:
        with pytest.MonkeyPatch.context() as patch:
            defect.seed(patch)
            ours = _median(rounds, partial(_explored, defect, patience))
            theirs = _median(rounds, partial(_tested, defect, patience))
        ratio = f"{theirs / ours:8.1f}" if max(ours, theirs) < NEVER else ""
        yield f"   {defect.name:42}{_time(ours, patience):>12}{_time(theirs, patience):>12}{ratio}"


def _explored(defect: Defect, patience: float, _: int) -> float:
    return by_exploration(SEARCHES[defect.search], patience, until_found=True)[1]


def _tested(defect: Defect, patience: float, number: int) -> float:
    return by_hypothesis(SEARCHES[defect.search], patience, number, until_found=True)[1]


def _median(rounds: int, measure: Callable[[int], float]) -> float:
    """The median of all rounds, with no more of them than it takes to know it."""
    times: list[float] = []
    for number in range(rounds):
        times.append(measure(number))
        if times.count(NEVER) > rounds // 2:
            return NEVER
    return statistics.median_high(times)


def _time(seconds: float, patience: float) -> str:
    return f"{seconds:.2f}" if seconds < NEVER else f"not in {patience:.0f}"


def positive(text: str) -> float:
    """Read a number above 0."""
    number = float(text)
    if not number > 0:
        raise ValueError(text)
    return number


def main() -> None:
    """Measure, and print what was found, line by line: it takes some minutes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=positive, default=10.0, help="of each search (10)")
    parser.add_argument("--patience", type=positive, default=60.0, help="for each defect (60)")
    parser.add_argument("--rounds", type=int, default=3, help="medians of so many (3)")
    wanted = parser.parse_args()
    print(f"{machine()}; medians, rounds: {wanted.rounds}; one core each")
    for line in rates(wanted.seconds, wanted.rounds):
        print(line, flush=True)
    for line in defects(wanted.patience, wanted.rounds):
        print(line, flush=True)


if __name__ == "__main__":
    main()
