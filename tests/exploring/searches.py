"""Searches by name, and what is compared of them."""

from pathlib import Path

from runner.exploring.acts import DEVICES
from runner.exploring.engine import Engine
from runner.exploring.starts import STARTS
from runner.exploring.survey import Limits, Task

START = {start.name: start for start in STARTS}
SMALL = ("reset-done", ("counter",))
"""A search that comes to its end, after about a hundred states."""


def search(
    start: str = SMALL[0],
    at: tuple[str, ...] = SMALL[1],
    states: int = 10_000,
    faults: bool = False,
    directory: Path | None = None,
    depth: int | None = None,
    seconds: float | None = None,
) -> Task:
    """A task, the small one unless told otherwise."""
    names = [each.name for each in STARTS]
    return Task(names.index(start), at, faults, Limits(states, depth, seconds), directory)


def whole(states: int, directory: Path | None = None) -> Task:
    """A search at all devices with things going wrong."""
    return search("usable", DEVICES, states, True, directory)


def depths(engine: Engine) -> list[int]:
    """How far each state is from the start, by another search of what leads where."""
    space, far = engine.space, {0: 0}
    front = [0]
    while front:
        following = []
        for index in front:
            if index >= space.expanded:
                continue
            for _, state in engine.successors(index):
                target = space.index[state]
                if target not in far:
                    far[target] = far[index] + 1
                    following.append(target)
        front = following
    return [far[index] for index in range(len(space.states))]
