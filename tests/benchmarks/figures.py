"""Medians of the rounds, and what follows from them."""

from dataclasses import dataclass
from statistics import median

from .programs import BenchmarkError, Count, Run

RUNNERS = ("pytest-bdd", "behave")
START_UP = {"pytest-bdd": "pytest --collect-only", "behave": "behave, none selected"}
"""What each runner does before its first scenario: start, load the steps, read the features."""

Runs = dict[str, list[Run]]


def agreed_count(runs: Runs) -> Count:
    """How many scenarios and steps there are; raises BenchmarkError when programs disagree."""
    said = {name: run.count for name, several in runs.items() for run in several}
    scenarios = _agreed("scenarios", {name: count.scenarios for name, count in said.items()})
    return Count(scenarios, _agreed("steps", {name: count.steps for name, count in said.items()}))


def _agreed(what: str, said: dict[str, int | None]) -> int:
    told = {name: count for name, count in said.items() if count is not None}
    if len(set(told.values())) != 1 or 0 in told.values():
        listed = ", ".join(f"{name} ran {count}" for name, count in told.items())
        raise BenchmarkError(f"the numbers of {what} differ, or are 0: {listed}")
    return next(iter(told.values()))


@dataclass(frozen=True)
class Figures:
    """What the table shows."""

    scenarios: int
    steps: int
    seconds: dict[str, float]

    @classmethod
    def of(cls, runs: Runs) -> "Figures":
        """Take the median of each program's rounds."""
        scenarios, steps = agreed_count(runs)
        medians = {name: median(run.seconds for run in several) for name, several in runs.items()}
        return cls(scenarios or 0, steps or 0, medians)

    def per_second(self, runner: str) -> float:
        """How many scenarios a runner does in a second, its start included."""
        return self.scenarios / self.seconds[runner]

    def milliseconds(self, name: str) -> float:
        """What a scenario takes, without the start."""
        spent = self.seconds[name]
        if name in START_UP:
            spent -= self.seconds[START_UP[name]]
        return 1000 * spent / self.scenarios

    @property
    def ratio(self) -> float:
        """How many times as long pytest-bdd takes as behave, whole process against whole."""
        return self.seconds["pytest-bdd"] / self.seconds["behave"]
