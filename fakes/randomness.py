"""Randomness that is seeded, named by its purpose, and keeps no state of its own."""

import random


class Randomness:
    """A reproducible source of random values for one purpose.

    Whoever draws counts the draws in its own state and hands the count in: a fake's state stays
    one small value, and one purpose never disturbs another.
    """

    def __init__(self, seed: str, purpose: str) -> None:
        self._name = f"{seed}/{purpose}"

    def of(self, purpose: str) -> "Randomness":
        """The source of one purpose more, told apart from this one."""
        return Randomness(self._name, purpose)

    def octets(self, draw: int, length: int) -> bytes:
        """Return the `draw`-th value, `length` random bytes."""
        return self._numbered(draw).randbytes(length)

    def digits(self, draw: int, length: int) -> str:
        """Return the `draw`-th value, `length` random decimal digits, leading zeros included."""
        return f"{self._numbered(draw).randrange(10**length):0{length}d}"

    def _numbered(self, draw: int) -> random.Random:
        return random.Random(f"{self._name}/{draw}")
