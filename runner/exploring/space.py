"""What exploration has reached: states, how each was reached, and what turned up on the way."""

from array import array
from dataclasses import dataclass, field

from fakes.watching.invariants import Breach
from runner.exploring.situations import Situation

State = tuple[int, int, int, int, int]
"""The numbers of phone, kiosk, counter, what is shared, and the moment."""


@dataclass(frozen=True)
class Reached:
    """Where something turned up first: in which state (its index), by which act (its number)."""

    state: int
    act: int


@dataclass
class Space:
    """States go by index, in the order in which they were found, so the nearest come first.

    `parents` and `acts` say how each was first reached (-1 where one starts); those before
    `expanded` have been left by every act that is possible in them. `tried` counts the acts that
    the fakes were really put through.
    """

    states: list[State] = field(default_factory=list)
    parents: "array[int]" = field(default_factory=lambda: array("l"))
    acts: "array[int]" = field(default_factory=lambda: array("l"))
    depths: "array[int]" = field(default_factory=lambda: array("l"))
    index: dict[State, int] = field(default_factory=dict)
    transitions: int = 0
    expanded: int = 0
    tried: int = 0
    breaches: dict[Breach, Reached] = field(default_factory=dict)
    failures: dict[str, Reached] = field(default_factory=dict)
    situations: dict[Situation, Reached] = field(default_factory=dict)
    stuck: dict[str, Reached] = field(default_factory=dict)
    """Screens, by what they say, on which nothing can be done, now or later."""

    def add(self, state: State, parent: int, act: int) -> None:
        """Take in a state that is new."""
        self.index[state] = len(self.states)
        self.states.append(state)
        self.parents.append(parent)
        self.acts.append(act)
        self.depths.append(self.depths[parent] + 1 if parent >= 0 else 0)

    def way_to(self, index: int) -> list[int]:
        """The numbers of the acts of the shortest way to a state."""
        way = []
        while self.parents[index] >= 0:
            way.append(self.acts[index])
            index = self.parents[index]
        return way[::-1]

    def states_on_the_way_to(self, index: int) -> list[int]:
        """The indexes of the states of that way, both ends included."""
        way = [index]
        while self.parents[index] >= 0:
            index = self.parents[index]
            way.append(index)
        return way[::-1]
