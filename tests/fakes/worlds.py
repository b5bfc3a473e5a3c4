"""Worlds of another procedure, for the tests of what each fact changes."""

from fakes import walks
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import Screen
from fakes.walks import Knowledge
from fakes.world import FIRST_PASSWORD, FIRST_PIN, World

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
KNOWN = Knowledge(FIRST_PIN, FIRST_PASSWORD)
ONLY_PASSWORD = Knowledge(None, FIRST_PASSWORD)
ONLY_PIN = Knowledge(FIRST_PIN, None)
NOTHING = Knowledge(None, None)
NEW_PIN = "8642"


def other(**facts: object) -> World:
    """A world in which these facts of the procedure are other than today."""
    return World(Policy(**facts), seed="another procedure")  # type: ignore[arg-type]


def reserve(world: World, target: Purpose = PIN, key: str = FIRST_PASSWORD) -> str | None:
    """Reserve in the app; the number, if there is one."""
    screen = walks.reserve(world.phone, world.card, world.policy, target, key)
    return walks.reserved_number(screen)


def redeem(world: World, number: str | None, new: str = NEW_PIN) -> Screen:
    """Reset the PIN at the kiosk, with all that a person could be asked for."""
    entries = walks.redemption(world.policy, PIN, number or "", FIRST_PASSWORD, new)
    return walks.redeem(world.kiosk, world.card, world.policy, entries)


def opens(world: World, pin: str) -> bool:
    """Whether a PIN opens the portal."""
    return walks.logged_in(walks.log_in(world.phone, world.card, pin))
