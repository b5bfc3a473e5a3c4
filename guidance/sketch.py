"""Sketches of texts: 64 bits that stay alike when a text is reworded, and do not tell it."""

import hashlib
from functools import lru_cache

BITS = 64
LANE = 32
"""So many bits each count takes in the sum of all pairs; no sentence has more pairs than fit."""

ONE_LANE = (1 << LANE) - 1


def sketch(text: str) -> str:
    """A simhash over pairs of characters: texts that are alike differ in few bits."""
    total = sum(
        _lanes(first + second) for first, second in zip(" " + text, text + " ", strict=True)
    )
    half = (len(text) + 1) / 2
    counts = (total >> LANE * bit & ONE_LANE for bit in range(BITS))
    value = sum(1 << bit for bit, count in enumerate(counts) if count > half)
    return f"{value:016x}"


def distance(one: str, other: str) -> int:
    """In how many of the 64 bits two sketches differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


@lru_cache(maxsize=65_536)
def _lanes(pair: str) -> int:
    """The bits of a pair of characters, each in a lane of its own, so that pairs can be summed."""
    digest = hashlib.blake2b(pair.encode("utf-8", "replace"), digest_size=BITS // 8).digest()
    bits = int.from_bytes(digest, "big")
    return sum(1 << LANE * bit for bit in range(BITS) if bits >> bit & 1)
