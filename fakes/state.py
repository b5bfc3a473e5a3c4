"""State as a value: what makes a fake reproducible, comparable and forkable."""

import dataclasses
from typing import Any, Generic, TypeVar

S = TypeVar("S")


class Stateful(Generic[S]):
    """Something whose whole mutable state is one immutable value.

    `snapshot` hands that value out and `restore` puts it back; two things of one class with
    equal snapshots behave alike from there on.
    """

    _state: S

    def snapshot(self) -> S:
        """Return the whole mutable state as an immutable value."""
        return self._state

    def restore(self, state: S) -> None:
        """Put back a state that `snapshot` returned."""
        self._state = state

    def _change(self, **changes: Any) -> None:
        """Replace the named fields of the state."""
        self._state = dataclasses.replace(self._state, **changes)  # type: ignore[type-var]
