"""States from which nobody can finish any more: no way leads to a PIN that works."""

from array import array

from fakes.purposes import Purpose
from fakes.world import FIRST_PIN
from runner.exploring.acts import NEW_PIN, OTHER_NEW_PIN
from runner.exploring.engine import Engine

KNOWN_PINS = frozenset(pin.encode() for pin in (FIRST_PIN, NEW_PIN, OTHER_NEW_PIN))


def dead_ends(engine: Engine) -> list[int]:
    """The indexes of states that were left by every act, and from which no way finishes.

    What lies beyond the last states reached is not known, and may well finish.
    """
    space = engine.space
    finished = _finished(engine)
    good = bytearray(len(space.states))
    reached = []
    for index, state in enumerate(space.states):
        if index >= space.expanded or finished[state[3]]:
            good[index] = True
            reached.append(index)
    into, starts = _backwards(engine)
    while reached:
        index = reached.pop()
        for place in range(starts[index], starts[index + 1]):
            before = into[place]
            if not good[before]:
                good[before] = True
                reached.append(before)
    return [index for index in range(len(space.states)) if not good[index]]


def _finished(engine: Engine) -> list[bool]:
    """Of everything shared, whether the card has a PIN that its holder knows and that works."""
    secrets = [shared.card.memory.secret(Purpose.AUTHENTICATION) for shared in engine.shared.values]
    return [secret.tries_left > 0 and secret.value in KNOWN_PINS for secret in secrets]


def _backwards(engine: Engine) -> tuple["array[int]", "array[int]"]:
    """The states before each state, one list after the other, and where each list begins."""
    space = engine.space
    counts = array("l", bytes(8 * (len(space.states) + 1)))
    edges = array("l")
    for index in range(space.expanded):
        for _, following in engine.successors(index):
            target = space.index[following]
            edges.append(index)
            edges.append(target)
            counts[target + 1] += 1
    for index in range(len(space.states)):
        counts[index + 1] += counts[index]
    into, fill = array("l", bytes(8 * (len(edges) // 2))), array("l", counts)
    for place in range(0, len(edges), 2):
        target = edges[place + 1]
        into[fill[target]] = edges[place]
        fill[target] += 1
    return into, counts
