"""Real time while the fakes' time is frozen: freezegun is told to leave this module out."""

import time


class Stopwatch:
    """Runs from when it is made; `seconds` are how long it runs, None for ever."""

    def __init__(self, seconds: float | None = None) -> None:
        self._began = time.monotonic()
        self._seconds = seconds

    @property
    def elapsed(self) -> float:
        """Seconds since it was made."""
        return time.monotonic() - self._began

    @property
    def is_over(self) -> bool:
        """Whether its time is over."""
        return self._seconds is not None and self.elapsed >= self._seconds
