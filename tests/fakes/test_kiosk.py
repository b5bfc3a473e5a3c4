"""The kiosk's own rules, beyond what the features tell."""

import pytest

from fakes import walks
from fakes.purposes import Purpose
from fakes.world import FIRST_PASSWORD, World


def reserved(world: World) -> str:
    """Reserve the reset of the PIN and return the number."""
    walks.reserve(world.phone, world.card, world.policy, Purpose.AUTHENTICATION, FIRST_PASSWORD)
    return world.phone.screen.value("予約番号")


@pytest.mark.parametrize("times", [3, 5])
def test_a_number_of_this_card_is_no_guess(world: World, times: int) -> None:
    """A number that was replaced is refused as often as it is typed, and ends no visit."""
    old = reserved(world)
    reserved(world)
    walks.redeem(world.kiosk, world.card, world.policy, [("予約番号", old)] * times)
    assert world.kiosk.screen.field is not None
    assert "置き換えられています" in world.kiosk.screen.message
