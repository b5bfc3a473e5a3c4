"""Dead ends, on graphs small enough to see them."""

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import cast

import pytest

from fakes.card.memory import Memory, Secret
from runner.exploring.deadends import dead_ends
from runner.exploring.engine import Engine
from runner.exploring.space import Space, State

Graph = Mapping[int, tuple[int, ...]]
"""What follows what; 0 is the start, and in every state something else is shared."""

LOCKED, WORKS, UNKNOWN = Secret(b"1234", 0), Secret(b"8642", 3), Secret(b"4444", 3)


class Drawn:
    """As much of an engine as dead ends are looked for in."""

    def __init__(self, graph: Graph, secrets: Mapping[int, Secret], expanded: int) -> None:
        self.graph, self.space = graph, Space()
        for index in range(len(graph)):
            self.space.add(self.state(index), index - 1, 0)
        self.space.expanded = expanded
        password = Secret(b"ABC123", 5)
        memories = [
            Memory(secrets.get(index, LOCKED), password, b"", b"") for index in range(len(graph))
        ]
        shared = [SimpleNamespace(card=SimpleNamespace(memory=memory)) for memory in memories]
        self.shared = SimpleNamespace(values=shared)

    @staticmethod
    def state(index: int) -> State:
        """A state in which nothing but what is shared differs."""
        return 0, 0, 0, index, 0

    def successors(self, index: int) -> Iterator[tuple[int, State]]:
        """What follows."""
        return ((0, self.state(target)) for target in self.graph[index])


def found(graph: Graph, secrets: Mapping[int, Secret], expanded: int | None = None) -> list[int]:
    drawn = Drawn(graph, secrets, len(graph) if expanded is None else expanded)
    return dead_ends(cast(Engine, drawn))


@pytest.mark.parametrize(
    ("graph", "secrets", "dead"),
    [
        ({0: (1,), 1: (2,), 2: ()}, {2: WORKS}, []),
        ({0: (1, 2), 1: (), 2: (3,), 3: ()}, {3: WORKS}, [1]),
        ({0: (1, 3), 1: (2,), 2: (1,), 3: ()}, {3: WORKS}, [1, 2]),
        ({0: (1,), 1: (0, 2), 2: (1,)}, {2: WORKS}, []),
        ({0: (1,), 1: (0,)}, {}, [0, 1]),
        ({0: (1,), 1: ()}, {0: WORKS}, [1]),
        ({0: (1,), 1: ()}, {1: UNKNOWN}, [0, 1]),
        ({0: (0,)}, {0: Secret(b"8642", 0)}, [0]),
        ({0: (1, 1, 1), 1: (1,)}, {0: WORKS, 1: WORKS}, []),
    ],
)
def test_a_state_from_which_no_way_leads_to_a_pin_that_works(
    graph: Graph, secrets: Mapping[int, Secret], dead: list[int]
) -> None:
    assert found(graph, secrets) == dead


def test_what_lies_beyond_the_last_states_may_finish() -> None:
    graph: Graph = {0: (1, 2), 1: (), 2: ()}
    assert found(graph, {}) == [0, 1, 2]
    assert found(graph, {}, expanded=2) == [1]
    assert found(graph, {}, expanded=1) == []
    assert found(graph, {}, expanded=0) == []
