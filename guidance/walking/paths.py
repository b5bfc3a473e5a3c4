"""Looking for what was left out: the fewest moves after which something fits."""

from collections.abc import Callable, Sequence

from guidance.walking.stage import Move, Snapshot, Stage


def path_to(stage: Stage, device: str, fits: Callable[[], bool], depth: int) -> list[Move] | None:
    """The fewest moves at a device after which it fits; None when so many moves do not do.

    The other secret is never chosen. The stage is left as it was.
    """
    here = stage.snapshot()
    paths: list[list[Move]] = [[]]
    try:
        for _ in range(depth):
            longer: list[list[Move]] = []
            for path in paths:
                for move in _moves(stage, device, here, path):
                    longer.append([*path, move])
                    _go(stage, device, here, longer[-1])
                    if fits():
                        return longer[-1]
            paths = longer
    finally:
        stage.restore(here)
    return None


def _moves(stage: Stage, device: str, here: Snapshot, path: Sequence[Move]) -> list[Move]:
    """What can be done at the end of a path."""
    _go(stage, device, here, path)
    return [move for move in stage.moves(device) if not stage.of_other_secret(device, move)]


def _go(stage: Stage, device: str, here: Snapshot, path: Sequence[Move]) -> None:
    stage.restore(here)
    for move in path:
        stage.do(device, move)
