"""Breadth first through all states: each found once, with the shortest way to it."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from freezegun.api import FrozenDateTimeFactory

from fakes import journal
from fakes.clock import now
from fakes.hours import counter_serves
from fakes.policy import Policy
from fakes.screen import Screen
from fakes.world import World
from runner.exploring import acts, parts
from runner.exploring.acts import AROUND, DEVICES, Act
from runner.exploring.numbered import Numbered
from runner.exploring.parts import Around, Device, Parts, Shared
from runner.exploring.situations import situation_of, told
from runner.exploring.space import Reached, Space, State

WAIT = Act(AROUND, "wait")
ELSEWHERE = len(DEVICES)
"""The place, among the devices, of what happens around them."""

TABLES = (
    "devices",
    "shared",
    "moments",
    "acts",
    "space",
    "_around",
    "_arounds",
    "_moves",
    "_waits",
)
"""What an engine has found out, by attribute."""

HORIZON = dt.timedelta(days=2)
"""So long after the start nobody waits any more: a reservation has run out by then."""


@dataclass(frozen=True)
class Move:
    """An act by its number, and the numbers of the device and of what is shared after it."""

    act: int
    device: int
    shared: int


class Engine:
    """Tries acts on one world and remembers what came of them. Time must be frozen.

    What is done at a device depends on that device, on what is shared, on the moment and on what
    the devices know of each other (`parts.Around`), and is tried once for each of these. Every act
    is checked for that: it must leave the other devices as they are.

    `faults` says whether things go wrong, `at` at which devices something is done: at one alone it
    gets farther.
    """

    def __init__(
        self,
        policy: Policy,
        clock: FrozenDateTimeFactory,
        seed: str,
        faults: bool = True,
        at: Collection[str] = DEVICES,
    ) -> None:
        self._clock = clock
        self._faults = faults
        self._at = [place for place, device in enumerate(DEVICES) if device in at]
        self.world = World(policy, seed)
        self.world.watch.collecting = True
        self.devices: tuple[Numbered[Device], ...] = (Numbered(), Numbered(), Numbered())
        self.shared: Numbered[Shared] = Numbered()
        self.moments: Numbered[dt.datetime] = Numbered()
        self.acts: Numbered[Act] = Numbered()
        self.space = Space()
        self._around: Numbered[Around] = Numbered()
        self._arounds: dict[tuple[int, int, int], int] = {}
        self._moves: dict[tuple[int, int, int, int, int], tuple[Move, ...]] = {}
        self._waits: dict[tuple[int, int], int | None] = {}
        self._wait = self.acts.number(WAIT)

    def start(self, moment: dt.datetime) -> None:
        """Begin in the world as it is now."""
        self.world.watch.taken()
        self.world.journal.taken()
        self.space.add(self._numbered(parts.taken(self.world, moment)), -1, -1)

    def explore(
        self, most_states: int, most_depth: int | None, go_on: Callable[[Space], bool]
    ) -> None:
        """Go on breadth first until so many states are reached, or all; `go_on` may end it."""
        space = self.space
        while space.expanded < len(space.states) and len(space.states) < most_states:
            if most_depth is not None and space.depths[space.expanded] >= most_depth:
                return
            if space.expanded % 256 == 0 and not go_on(space):
                return
            self._expand(space.expanded)
            space.expanded += 1

    def way(self, reached: Reached) -> list[Act]:
        """The shortest way to where something turned up, the last act included."""
        numbers = [*self.space.way_to(reached.state), reached.act]
        return [self.acts.values[number] for number in numbers if number >= 0]

    def follow(self, way: Iterable[Act]) -> list[tuple[Parts, list[journal.Entry]]]:
        """Do these acts from the start, as a person would, up to one that is not possible.

        Hands out the world before each, and what the journal noted of it.
        """
        here, followed = self._go_to(self.space.states[0]), []
        for act in way:
            do = self._doable(act)
            if do is None:
                break
            do()
            followed.append((here, self.world.journal.taken()))
            here = parts.taken(self.world, now())
        self.world.watch.taken()
        return followed

    def tables(self) -> dict[str, Any]:
        """All that has been found out, to be kept."""
        return {name: getattr(self, name) for name in TABLES}

    def take_up(self, tables: Mapping[str, Any]) -> None:
        """Go on from what was kept of an engine with the same world and options."""
        for name in TABLES:
            setattr(self, name, tables[name])

    def parts_of(self, state: State) -> Parts:
        """A state as values."""
        phone, kiosk, counter = (
            numbered.values[number]
            for numbered, number in zip(self.devices, state[:3], strict=True)
        )
        shared, moment = self.shared.values[state[3]], self.moments.values[state[4]]
        return Parts(phone, kiosk, counter, shared, moment)  # type: ignore[arg-type]

    def successors(self, index: int) -> Iterator[tuple[int, State]]:
        """Every act that is possible in a state, by its number, with the state that follows."""
        state = self.space.states[index]
        phone, kiosk, counter, shared, moment = state
        around = self._around_of(state)
        for device in self._at:
            for move in self._moves_at(device, index, around):
                after = [phone, kiosk, counter]
                after[device] = move.device
                yield move.act, (after[0], after[1], after[2], move.shared, moment)
        for move in self._moves_at(ELSEWHERE, index, around):
            yield move.act, (phone, kiosk, counter, move.shared, moment)
        following = self._next_moment(state)
        if following is not None:
            yield self._wait, (phone, kiosk, counter, shared, following)

    def _expand(self, index: int) -> None:
        space, known = self.space, self.space.index
        following_acts = list(self.successors(index))
        space.transitions += len(following_acts)
        for act, following in following_acts:
            if following not in known:
                space.add(following, index, act)

    def _numbered(self, taken: Parts) -> State:
        values: tuple[Device, ...] = (taken.phone, taken.kiosk, taken.counter)
        phone, kiosk, counter = (
            numbered.number(value) for numbered, value in zip(self.devices, values, strict=True)
        )
        shared, moment = self.shared.number(taken.shared), self.moments.number(taken.moment)
        return phone, kiosk, counter, shared, moment

    def _around_of(self, state: State) -> int:
        key = state[:3]
        known = self._arounds.get(key)
        if known is None:
            known = self._around.number(self.parts_of(state).around(self.world))
            self._arounds[key] = known
        return known

    def _moves_at(self, device: int, index: int, around: int) -> tuple[Move, ...]:
        state = self.space.states[index]
        own = state[device] if device < ELSEWHERE else -1
        key = (device, own, state[3], state[4], around)
        moves = self._moves.get(key)
        if moves is None:
            self._moves[key] = moves = tuple(self._tried(device, index))
        return moves

    def _tried(self, device: int, index: int) -> Iterator[Move]:
        """Try every act at a device, each from this state."""
        state = self.space.states[index]
        here = self._go_to(state)
        for act, do in self._offered(device, index):
            parts.put_back(self.world, here)
            self.space.tried += 1
            number = self.acts.number(act)
            if not self._done(do, Reached(index, number)):
                continue
            after = self._numbered(parts.taken(self.world, here.moment))
            self._note(Reached(index, number))
            self._only_changed(device, state, after)
            yield Move(number, after[device] if device < ELSEWHERE else 0, after[3])

    def _offered(self, device: int, index: int) -> list[acts.Doable]:
        """What can be done at a device; nothing where its program fails to show a screen."""
        try:
            possible = self._possible(device)
            if device < ELSEWHERE:
                self._look_for_a_way_on(device, index)
        except Exception as error:
            self._failed(error, self._came_by(index))
            return []
        return possible

    def _done(self, do: Callable[[], object], reached: Reached) -> bool:
        """Whether an act could be done; where a fake's program fails, that is kept as a finding."""
        try:
            do()
        except Exception as error:
            self._failed(error, reached)
            return False
        return True

    def _failed(self, error: Exception, reached: Reached) -> None:
        said = f"{type(error).__name__}: {error}".strip(": ")
        self.space.failures.setdefault(said, reached)
        self.world.watch.taken()
        self.world.journal.taken()

    def _came_by(self, index: int) -> Reached:
        """The act that led to a state."""
        return Reached(max(self.space.parents[index], 0), self.space.acts[index])

    def _go_to(self, state: State) -> Parts:
        here = self.parts_of(state)
        self._clock.move_to(here.moment)
        parts.put_back(self.world, here)
        return here

    def _doable(self, act: Act) -> Callable[[], object] | None:
        """What does an act in the world as it is; None when it is not possible."""
        if act == WAIT:
            return lambda: self._clock.move_to(acts.next_instant(self.world))
        return dict(self._possible((*DEVICES, AROUND).index(act.device))).get(act)

    def _possible(self, device: int) -> list[acts.Doable]:
        if device == ELSEWHERE:
            return list(acts.around(self.world, self._faults))
        return list(acts.at(self.world, DEVICES[device], self._faults))

    def _only_changed(self, device: int, before: State, after: State) -> None:
        """What is done at one device leaves the others as they are: the search rests on that."""
        for other in range(ELSEWHERE):
            assert other == device or before[other] == after[other], (device, other)

    def _note(self, reached: Reached) -> None:
        """Keep what an act broke, and in which situation it was done."""
        for breach in self.world.watch.taken():
            self.space.breaches.setdefault(breach, reached)
        for entry in self.world.journal.taken():
            if isinstance(entry, journal.Act):
                self.space.situations.setdefault(situation_of(entry), reached)

    def _look_for_a_way_on(self, device: int, index: int) -> None:
        """Note a screen on which nothing can be done, not even when everything is open."""
        if not leads_nowhere(self._screen(device)):
            return
        here = self.moments.values[self.space.states[index][4]]
        self._clock.move_to(open_after(self.world.policy, here))
        screen = self._screen(device)
        self._clock.move_to(here)
        if leads_nowhere(screen):
            self.space.stuck.setdefault(told(screen), self._came_by(index))

    def _screen(self, device: int) -> Screen:
        screen: Screen = getattr(self.world, DEVICES[device]).screen
        return screen

    def _next_moment(self, state: State) -> int | None:
        """The moment to which one can wait, if one can; it depends on what is shared only."""
        key = (state[3], state[4])
        if key not in self._waits:
            self._go_to(state)
            following = acts.next_instant(self.world)
            near = following - self.moments.values[0] <= HORIZON
            self._waits[key] = self.moments.number(following) if near else None
        return self._waits[key]


def leads_nowhere(screen: Screen) -> bool:
    """Whether a screen offers nothing that could be done at it."""
    return not (screen.choices or screen.field or screen.wants_card)


def open_after(policy: Policy, moment: dt.datetime) -> dt.datetime:
    """The next moment at which the counter is open, and with it everything else."""
    days = range(1, acts.LATER_DAYS * 2)
    later = [moment.replace(hour=10, minute=0, second=0) + dt.timedelta(days=day) for day in days]
    return next((each for each in later if counter_serves(policy, each)), moment)
