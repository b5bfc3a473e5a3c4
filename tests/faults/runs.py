"""Everything that can go wrong in a journey, one thing at a time, and what comes of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.faults.journeys import Journey
from tests.faults.play import Play
from tests.faults.points import Kind, Point, Wire, points


@dataclass(frozen=True)
class Finding:
    """A point of a journey after which something was wrong."""

    journey: Journey
    act: int
    point: Point
    problem: str

    def describe(self) -> str:
        """Say which scenario, which act, what went wrong there and what came of it."""
        steps = self.journey.steps
        told = [step.describe() for step in steps[max(0, self.act - 8) : self.act]]
        return "\n".join(
            [
                f"{self.journey.feature}: {self.journey.name}",
                f"  before: {'; '.join(told) or 'nothing'}",
                f"  act {self.act + 1} of {len(steps)}: {steps[self.act].describe()}",
                f"  point: {self.point.describe()}",
                f"  then: {self.problem}",
            ]
        )


@dataclass(frozen=True)
class Tally:
    """How many journeys and acts there are, and points by kind: all, and those that differ."""

    journeys: int
    acts: int
    all: Counter[Kind]
    distinct: Counter[Kind]


class Runs:
    """Strikes at every point of journeys."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self._points: dict[tuple[int, int], tuple[Point, ...]] = {}

    def run(self, journeys: Iterable[Journey]) -> Iterator[Finding]:
        """Strike at every point of these journeys; what was wrong."""
        for journey in journeys:
            steps = [self.play.number_of(step) for step in journey.steps]
            for act, place in self._acts(journey):
                for point in self._points_of(place, steps[act]):
                    for problem in self._problems(place, steps[act:], point):
                        yield Finding(journey, act, point, problem)

    def tally(self, journeys: Iterable[Journey]) -> Tally:
        """Count the points of these journeys. Those of equal acts in equal worlds do not differ."""
        made = list(journeys)
        acts = [
            (place, self.play.number_of(journey.steps[act]))
            for journey in made
            for act, place in self._acts(journey)
        ]
        return Tally(len(made), len(acts), self._by_kind(acts), self._by_kind(dict.fromkeys(acts)))

    def _acts(self, journey: Journey) -> Iterator[tuple[int, int]]:
        """The acts of a journey by their place among its steps, and where the world is before."""
        for act, step in enumerate(journey.steps):
            if step.is_act:
                yield act, self.play.number(journey.befores[act])

    def _by_kind(self, acts: Iterable[tuple[int, int]]) -> Counter[Kind]:
        return Counter(point.kind for act in acts for point in self._points_of(*act))

    def _points_of(self, place: int, step: int) -> tuple[Point, ...]:
        key = place, step
        if key not in self._points:
            traffic = self.play.traffic(place, step)
            self.play.go_to(place)
            self._points[key] = tuple(points(self.play.world, traffic))
        return self._points[key]

    def _problems(self, place: int, steps: list[int], point: Point) -> Iterator[str]:
        """What is wrong after a fault at the first of these steps, on the rest, and at the end.

        The rest follows at once, or after a second try.
        """
        outcome = self.play.strike(place, steps[0], point)
        yield from outcome.problems
        yield from self.play.end(outcome.place)
        yield from self._later(outcome.place, steps[1:])
        if point.kind.wire in (Wire.CARD, Wire.CENTRE):
            again = self.play.second_try(outcome.place, steps[0])
            yield from self._later(outcome.place, [*again, *steps[1:]])

    def _later(self, place: int, steps: list[int]) -> Iterator[str]:
        after = place
        for step in steps:
            outcome = self.play.step(after, step)
            after = outcome.place
            for problem in outcome.problems:
                yield f"later, at {self.play.steps[step].describe()}: {problem}"
        if after != place:
            yield from (f"at the end: {problem}" for problem in self.play.end(after))
