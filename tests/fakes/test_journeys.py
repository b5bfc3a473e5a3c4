"""What the fakes say on every screen, on the wires and to the centre is what somebody agreed to."""

import pytest

from tests.fakes.journeys import JOURNEYS, TOLD, told

EXPECTED = {text.partition("\n")[0]: text for text in TOLD.read_text("utf-8").split("\n\n")}


@pytest.mark.parametrize("number", range(len(JOURNEYS)))
def test_a_journey_is_told_as_it_was_agreed(number: int) -> None:
    """Where a change is meant, write the file anew: `python -m tests.fakes.journeys`."""
    text = told(*JOURNEYS[number])
    assert text.strip().splitlines() == EXPECTED[text.partition("\n")[0]].strip().splitlines()
