"""The ways to a 4-digit PIN that works, tried out by walking them."""

from enum import Enum

from fakes import walks
from fakes.counter import RESET_PIN
from fakes.purposes import Purpose
from fakes.world import World


class Route(Enum):
    """The ways to a 4-digit PIN that works."""

    NOTHING_TO_DO = "nothing to do"
    KIOSK = "app and kiosk"
    COUNTER = "counter"
    NONE = "none"


def find_route(world: World, knowledge: walks.Knowledge, new_pin: str) -> Route:
    """Try the ways in the order of effort, and return the first that ends with a working PIN."""
    pin, password = knowledge.pin, knowledge.password
    if pin is not None and walks.logged_in(walks.log_in(world.phone, world.card, pin)):
        return Route.NOTHING_TO_DO
    if _resets_by_kiosk(world, password, new_pin):
        return _route_if_works(world, new_pin, Route.KIOSK)
    walks.leave(world.kiosk)
    known = walks.identification(world.policy, knowledge)
    entries = known + walks.new_secret(world.policy, Purpose.AUTHENTICATION, new_pin)
    walks.visit_counter(world.counter, world.card, RESET_PIN, entries)
    return _route_if_works(world, new_pin, Route.COUNTER)


def _resets_by_kiosk(world: World, password: str | None, new_pin: str) -> bool:
    policy, card = world.policy, world.card
    if password is None and policy.key_is_wanted:
        return False
    key, number = password or "", ""
    if policy.reservation_is_wanted:
        reserved = walks.reserve(world.phone, card, policy, Purpose.AUTHENTICATION, key)
        number = walks.reserved_number(reserved) or ""
        if not number:
            return False
    entries = walks.redemption(policy, Purpose.AUTHENTICATION, number, key, new_pin)
    return walks.redeemed(walks.redeem(world.kiosk, card, policy, entries), policy)


def _route_if_works(world: World, new_pin: str, route: Route) -> Route:
    """A route counts only if the new PIN really opens the portal."""
    return route if walks.logged_in(walks.log_in(world.phone, world.card, new_pin)) else Route.NONE
