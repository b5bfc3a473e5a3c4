"""One world in which every step from every place is taken once, however many journeys share it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from unittest.mock import patch

from freezegun.api import FrozenDateTimeFactory

from fakes.card.chip import Chip
from fakes.card.memory import Memory
from fakes.centre.line import ARRIVED_LATE, LineFault
from fakes.clock import now
from fakes.contact import Contact
from fakes.journal import Call, Exchange
from fakes.screen import ScenarioMistake
from fakes.world import World
from tests.faults import looks
from tests.faults.journeys import Place
from tests.faults.points import Kind, Passing, Point, Restart, Traffic
from tests.recording import Step

TRY_AGAIN = "もう一度試す"
MISSED = "the fault did not strike"


@dataclass(frozen=True)
class Outcome:
    """Where one is after a step, by number, and all that was wrong there."""

    place: int
    problems: tuple[str, ...] = ()


class Play:
    """Plays steps and faults from places, which go by number; equal places have one."""

    def __init__(self, world: World, clock: FrozenDateTimeFactory) -> None:
        self.world = world
        self.world.watch.collecting = True
        self._clock = clock
        self.places: list[Place] = []
        self.steps: list[Step] = []
        self._numbers: dict[Place, int] = {}
        self._step_numbers: dict[Step, int] = {}
        self._steps: dict[tuple[int, int], Outcome] = {}
        self._strikes: dict[tuple[int, int, Point], Outcome] = {}
        self._ends: dict[int, tuple[str, ...]] = {}
        self._ways: dict[int, tuple[str, ...]] = {}

    def number(self, place: Place) -> int:
        """The number of a place."""
        number = self._numbers.setdefault(place, len(self.places))
        if number == len(self.places):
            self.places.append(place)
        return number

    def number_of(self, step: Step) -> int:
        """The number of a step."""
        number = self._step_numbers.setdefault(step, len(self.steps))
        if number == len(self.steps):
            self.steps.append(step)
        return number

    def go_to(self, number: int) -> None:
        """Be at a place, with nothing told of before."""
        place = self.places[number]
        self._clock.move_to(place.moment)
        self.world.restore(place.state)
        self.world.journal.entries.clear()

    def step(self, place: int, step: int) -> Outcome:
        """Take a step, if it can be taken, at its moment or later."""
        key = place, step
        outcome = self._steps.get(key)
        if outcome is None:
            self.go_to(place)
            taken = self.steps[step]
            if taken.moment > now():
                self._clock.move_to(taken.moment)
            outcome = self._steps[key] = self._outcome(self._attempt(taken))
        return outcome

    def strike(self, place: int, step: int, point: Point) -> Outcome:
        """Take a step while something goes wrong."""
        key = place, step, point
        outcome = self._strikes.get(key)
        if outcome is None:
            self.go_to(place)
            outcome = self._strikes[key] = self._outcome(self._struck(self.steps[step], point))
        return outcome

    def second_try(self, place: int, step: int) -> list[int]:
        """What somebody does next for whom this step went wrong: what the screen says, or again."""
        self.go_to(place)
        tried, screen = self.steps[step], getattr(self.world, self.steps[step].part).screen
        if tried.part == "kiosk" and screen.wants_card:
            tried = Step(tried.moment, "kiosk", "insert", ("card",))
        elif TRY_AGAIN in screen.choices:
            tried = Step(tried.moment, "kiosk", "press", (TRY_AGAIN,))
        return [self.number_of(tried)]

    def end(self, number: int) -> tuple[str, ...]:
        """What keeps a person from a working PIN on the next morning, when all is open."""
        if number not in self._ends:
            left = self._left(number)
            self._ends[number] = (*left.problems, *self._lost(left.place))
        return self._ends[number]

    def traffic(self, place: int, step: int) -> Traffic:
        """What an act sends when nothing goes wrong."""
        self.go_to(place)
        with self._writes() as writes:
            self.steps[step].again(self.world)
        made = [entry for entry in self.world.journal.entries if isinstance(entry, Call)]
        calls = sum(entry.outcome != ARRIVED_LATE for entry in made)
        commands = [command for command, _, _ in writes]
        sent = range(len(self._exchanges()))
        return Traffic(tuple(commands.count(command) for command in sent), calls)

    @contextmanager
    def _writes(self) -> Iterator[list[tuple[int, Memory, Memory]]]:
        """The writes of cards meanwhile: during which command, and the memory before and after."""
        writes: list[tuple[int, Memory, Memory]] = []
        write = Chip._write

        def noted(chip: Chip, memory: Memory) -> None:
            writes.append((len(self._exchanges()), chip.snapshot().memory, memory))
            write(chip, memory)

        with patch.object(Chip, "_write", noted):
            yield writes

    def _exchanges(self) -> list[Exchange]:
        return [entry for entry in self.world.journal.entries if isinstance(entry, Exchange)]

    def _struck(self, step: Step, point: Point) -> list[str]:
        how = point.how
        if isinstance(how, Passing):
            self._clock.move_to(how.moment)
            return self._attempt(step)
        if isinstance(how, Restart):
            steps = [step, Step(step.moment, how.device, "restart")]
            return [
                problem
                for each in (steps if how.after else reversed(steps))
                for problem in self._attempt(each)
            ]
        if isinstance(how, LineFault):
            self.world.line.arrange(how)
            problems = self._attempt(step)
            return problems if self.world.line.snapshot().fault is None else [*problems, MISSED]
        contact = self._contact(step.part)
        contact.arrange(how)
        with self._writes() as writes:
            problems = self._attempt(step)
        if contact.snapshot().departure is not None:
            problems.append(MISSED)
        elif point.kind is Kind.REPLY_LOST:
            last = [write for command, *write in writes if command == how.count - 1]
            sent = self._exchanges()[how.count - 1].command
            problems += looks.free_guess(sent, self.world.card.memory, last)
        return problems

    def _contact(self, device: str) -> Contact:
        world = self.world
        contacts = {
            "phone": world.phone.contact,
            "kiosk": world.kiosk.tray,
            "counter": world.counter.contact,
        }
        return contacts[device]

    def _attempt(self, step: Step) -> list[str]:
        """Take a step if a person can take it; what then is wrong."""
        if not self._possible(step):
            return []
        visit = self.world.kiosk.snapshot().reset
        seen = self._seen(partial(step.again, self.world))
        if step.deed == "restart":
            seen += looks.kept_power(self._contact(step.part))
        return [
            *seen,
            *looks.untrue(self.world, visit),
            *looks.stuck(self.world, self._clock),
        ]

    def _seen(self, do: Callable[[], object]) -> list[str]:
        """Do something; how it broke down, the invariants that broke, and what it says is wrong."""
        try:
            said = do()
        except ScenarioMistake:
            said = None
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
        breaches = [breach.describe() for breach in self.world.watch.taken()]
        return [*breaches, said] if isinstance(said, str) else breaches

    def _possible(self, step: Step) -> bool:
        """Nobody types into another field than the one meant, or sets a card upon another."""
        if step.deed == "enter":
            return bool(getattr(self.world, step.part).screen.field == step.asked)
        if step.deed == "insert":
            lying = self._contact(step.part).card
            return lying is None or lying is getattr(self.world, str(step.arguments[0]))
        return True

    def _outcome(self, problems: list[str]) -> Outcome:
        return Outcome(self.number(Place(self.world.snapshot(), now())), tuple(problems))

    def _left(self, number: int) -> Outcome:
        """Where one is on the next morning, having left every device."""
        self.go_to(number)
        self._clock.move_to(looks.next_morning(self.world))
        return self._outcome(self._seen(partial(looks.leave_everything, self.world)))

    def _lost(self, number: int) -> tuple[str, ...]:
        """What keeps a person from a working PIN who comes there with the card and begins anew."""
        if number not in self._ways:
            found = []
            for knows in (True, False):
                self.go_to(number)
                found += self._seen(partial(looks.lost, self.world, knows))
            self._ways[number] = tuple(found)
        return self._ways[number]
