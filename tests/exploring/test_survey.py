"""Searches: the same every time, on any number of cores, stopped anywhere, and taken up again."""

import dataclasses
import os
import signal
from pathlib import Path

import pytest

from runner.exploring import checkpoint
from runner.exploring.acts import DEVICES, KIOSK
from runner.exploring.space import Space
from runner.exploring.starts import STARTS
from runner.exploring.stopwatch import Stopwatch
from runner.exploring.survey import Explored, Limits, Task, explored, survey, tasks
from tests.exploring.searches import search, whole


def nothing(part: Explored) -> None:
    """Nobody is told."""


def without_task(part: Explored) -> Explored:
    """What came of a task, whatever its limits and its directory."""
    return dataclasses.replace(part, task=search())


def test_two_searches_are_alike() -> None:
    task = whole(2_000)
    first, second = explored(task), explored(task)
    assert first == second
    assert len(first.states) == len(set(first.states)) >= 2_000
    assert len(first.candidates) > 50


def test_on_two_cores_it_is_the_same_as_on_one() -> None:
    todo = [search(), search("usable", DEVICES, 300, True), search("new-pin", (KIOSK,), 200)]
    told: list[str] = []
    one = survey(todo, 1, lambda part: told.append(part.task.name))
    two = survey(todo, 2, nothing)
    assert one == two
    assert told == [task.name for task in todo]
    assert one.transitions == sum(part.transitions for part in one.parts)
    assert one.depth == max(part.depth for part in one.parts)


def test_states_that_are_the_same_count_once() -> None:
    narrow, wide = search("usable", (KIOSK,), 100), search("usable", DEVICES, 1_000)
    found = survey([narrow, wide, wide], 1, nothing)
    ours, theirs = (set(part.states) for part in found.parts[:2])
    assert ours & theirs
    assert found.distinct == len(ours | theirs)


def test_all_there_is() -> None:
    part = explored(search())
    assert part.stopped_at == ""
    assert part.transitions > len(part.states) > 50
    assert explored(search(states=50)).stopped_at == "--states"


@pytest.mark.parametrize("states", [1, 2, 100, 101])
def test_it_stops_at_so_many_states(states: int) -> None:
    part = explored(whole(states))
    assert states <= len(part.states) < states + 20
    assert part.stopped_at == "--states"


def test_it_stops_at_a_depth() -> None:
    for depth in (1, 2, 3):
        part = explored(search("usable", DEVICES, 100_000, True, depth=depth))
        assert part.depth == depth
        assert part.stopped_at == "--depth"
    assert explored(search(depth=100)).stopped_at == ""


def test_it_stops_after_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stopwatch, "is_over", property(lambda watch: watch._seconds is not None))
    part = explored(search(seconds=5))
    assert (len(part.states), part.stopped_at) == (1, "--seconds")
    assert explored(search()).stopped_at == ""


def test_real_time_goes_on_in_a_search() -> None:
    part = explored(search("usable", DEVICES, 1_000_000, True, seconds=0.3))
    assert 1 < len(part.states) < 100_000


def test_each_search_has_its_share() -> None:
    todo = tasks(Limits(10_000, 7, 100.0), faults=True, directory=None, cores=2)
    assert len({task.name for task in todo}) == len(todo) == 5 * len(STARTS)
    assert 10_000 <= sum(task.limits.states for task in todo) < 10_000 + len(todo)
    times = [task.limits.seconds or 0.0 for task in todo]
    assert sum(times) == pytest.approx(200)
    assert {task.limits.depth for task in todo} == {7}
    alone = tasks(Limits(10_000), faults=False, directory=None)
    assert len(alone) == 4 * len(STARTS)
    assert not any(task.faults for task in alone)
    assert {task.limits.seconds for task in alone} == {None}


@pytest.mark.parametrize("states", [1, 300, 1_999])
def test_taken_up_again_it_is_as_in_one_go(states: int, tmp_path: Path) -> None:
    first = explored(whole(states, tmp_path))
    second = explored(whole(2_000, tmp_path))
    assert (first.taken_up, second.taken_up) == (0, len(first.states))
    assert without_task(second) == without_task(explored(whole(2_000)))
    third = explored(whole(2_000, tmp_path))
    assert third == second
    assert third.taken_up == len(second.states)


def test_a_finished_search_is_taken_up_too(tmp_path: Path) -> None:
    first, second = (explored(search(directory=tmp_path)) for _ in range(2))
    assert first == second
    assert second.stopped_at == ""


class Presses:
    """Somebody who presses Ctrl-C when so many states are reached, or raises an error there."""

    def __init__(self, states: int, error: BaseException | None = None) -> None:
        self.states, self.error, self.done = states, error, False

    def __call__(self, space: Space) -> bool:
        """Look at what has been reached; the search is never to end by this."""
        if len(space.states) >= self.states and not self.done:
            self.done = True
            if self.error is not None:
                raise self.error
            os.kill(os.getpid(), signal.SIGINT)
        return False


@pytest.mark.parametrize("error", [None, KeyboardInterrupt(), RuntimeError("broken")])
def test_what_was_found_before_an_interruption_is_kept(
    error: BaseException | None, tmp_path: Path
) -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises((KeyboardInterrupt, RuntimeError)):
        explored(whole(3_000, tmp_path), Presses(1_500, error))
    assert signal.getsignal(signal.SIGINT) is before
    part = explored(whole(3_000, tmp_path))
    assert 1_500 <= part.taken_up < 3_000
    assert without_task(part) == without_task(explored(whole(3_000)))


def test_an_interruption_without_a_checkpoint(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        explored(whole(3_000), Presses(1))


def test_an_interruption_between_two_states_breaks_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C at the worst moment: in the middle of an act."""
    from fakes.phone.phone import Phone

    restart = Phone.restart

    def interrupted(phone: Phone) -> object:
        monkeypatch.setattr(Phone, "restart", restart)
        os.kill(os.getpid(), signal.SIGINT)
        return restart(phone)

    monkeypatch.setattr(Phone, "restart", interrupted)
    with pytest.raises(KeyboardInterrupt):
        explored(whole(3_000, tmp_path))
    part = explored(whole(3_000, tmp_path))
    assert part.taken_up
    assert without_task(part) == without_task(explored(whole(3_000)))


def test_nothing_is_begun_when_one_checkpoint_is_broken(tmp_path: Path) -> None:
    todo: list[Task] = [search(directory=tmp_path), whole(100, tmp_path)]
    (tmp_path / f"{todo[1].name}.checkpoint").write_bytes(b"something else")
    with pytest.raises(checkpoint.BadCheckpoint):
        survey(todo, 1, nothing)
    assert [file.name for file in tmp_path.iterdir()] == [f"{todo[1].name}.checkpoint"]


def test_what_breaks_in_another_process_is_told_here(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(checkpoint.BadCheckpoint, match="cannot be read"):
        survey([search(directory=blocked), search(directory=blocked)], 2, nothing)
