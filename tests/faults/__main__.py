"""`python -m tests.faults`: every fault at every point of every journey, counted."""

import sys
from collections.abc import Iterable

from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from steps.as_of import USUAL_TIME
from tests.faults.points import Kind, Wire
from tests.faults.runs import Tally
from tests.faults.stage import stage

WIDTH = 58


def told(tally: Tally) -> Iterable[str]:
    """The figures in words."""
    yield f"{tally.journeys:,} journeys of the features, {tally.acts:,} acts at a device"
    yield f"{'':{WIDTH}}{'points':>9}{'different':>11}"
    for wire in Wire:
        kinds = [kind for kind in Kind if kind.wire is wire]
        yield _row(wire.value, tally, kinds)
        yield from (_row(f"  {kind.words}", tally, [kind]) for kind in kinds)
    yield _row("all", tally, list(Kind))


def _row(words: str, tally: Tally, kinds: list[Kind]) -> str:
    points, different = (
        sum(counted[kind] for kind in kinds) for counted in (tally.all, tally.distinct)
    )
    return f"{words:{WIDTH}}{points:9,}{different:11,}"


def main() -> int:
    """Count the points, strike at them all, and say what was found."""
    with freeze_time(USUAL_TIME) as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        with stage(clock) as (journeys, runs):
            print("\n".join(told(runs.tally(journeys))), flush=True)
            found = list(runs.run(journeys))
    for finding in found:
        print(f"\n{finding.describe()}")
    outcome = f"{len(found):,} findings" if found else "one can go on, and every invariant held"
    print(f"\nAfter each of them: {outcome}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
