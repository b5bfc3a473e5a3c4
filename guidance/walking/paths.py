"""Looking for what was left out: the fewest moves after which something fits."""

from collections.abc import Callable, Sequence

from guidance.walking.stage import Move, Snapshot, Stage


def path_to(stage: Stage, device: str, fits: Callable[[], bool], depth: int) -> list[Move] | None:
    """The fewest moves at a device after which it fits; None when so many moves do not do.

    The stage is left as it was.
    """
    here = stage.snapshot()
    paths: list[list[Move]] = [[]]
    try:
        for _ in range(depth):
            longer: list[list[Move]] = []
            for path in paths:
                _go(stage, device, here, path)
                for move in list(stage.moves(device)):
                    longer.append([*path, move])
                    _go(stage, device, here, longer[-1])
                    if fits():
                        return longer[-1]
            paths = longer
    finally:
        stage.restore(here)
    return None


def _go(stage: Stage, device: str, here: Snapshot, path: Sequence[Move]) -> None:
    stage.restore(here)
    for move in path:
        stage.do(device, move)
