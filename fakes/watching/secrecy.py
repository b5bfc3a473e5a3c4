"""Looking for secrets where none may be."""

import re
from collections.abc import Iterable
from functools import lru_cache

from fakes.watching.invariants import Breach, Invariant


@lru_cache(maxsize=64)
def _pattern(secrets: frozenset[str]) -> re.Pattern[str]:
    """Secrets as whole words: four digits in a longer number, or a year, are no PIN."""
    words = "|".join(re.escape(secret) for secret in sorted(secrets))
    return re.compile(rf"(?<![0-9A-Za-z])(?:{words})(?![0-9A-Za-z年])", re.IGNORECASE)


def leaked(secrets: frozenset[str], where: str, texts: Iterable[str]) -> list[Breach]:
    """A breach when a text contains one of these secrets."""
    if secrets and any(_pattern(secrets).search(text) for text in texts):
        return [Breach(Invariant.SECRETS_STAY_SECRET, f"a secret can be read in {where}")]
    return []
