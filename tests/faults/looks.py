"""What must hold after whatever went wrong: a screen to go on from, and a way to a working PIN."""

import datetime as dt
from collections.abc import Iterator

from freezegun.api import FrozenDateTimeFactory

from fakes import identity, walks
from fakes.card import files
from fakes.card.apdu import Ins, decode
from fakes.card.memory import Memory, Session
from fakes.centre.messages import Standing
from fakes.certificates import parse_certificate
from fakes.clock import JST, now
from fakes.contact import Contact
from fakes.hours import counter_serves
from fakes.kiosk.kiosk import Shop
from fakes.kiosk.redemption import ResetState
from fakes.phone.phone import Nfc
from fakes.purposes import BOTH, Purpose
from fakes.routes import Route, find_route
from fakes.screen import Device, Screen
from fakes.walks import Knowledge
from fakes.world import World
from tests.recording import DEVICES

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
CLOSED = ("閉店中", "閉庁中")
MORNING = dt.time(10, 0)
NEW_PIN = "8020"
"""One that no journey sets."""


def stuck(world: World, clock: FrozenDateTimeFactory) -> Iterator[str]:
    """Every device at which nobody can go on, not even when it opens again."""
    asleep = [each for each in DEVICES if not offers(getattr(world, each).screen)]
    if not asleep:
        return
    at = now()
    for name in asleep:
        screen = getattr(world, name).screen
        if screen.title not in CLOSED or not screen.message:
            yield f"nobody can go on from {screen.describe()}"
    clock.move_to(next_morning(world))
    for name in asleep:
        screen = getattr(world, name).screen
        if not offers(screen):
            yield f"nobody can go on when it opens from {screen.describe()}"
    clock.move_to(at)


def untrue(world: World, visit: ResetState) -> Iterator[str]:
    """What a screen says though it is not so; `visit` is how the kiosk's stood before the act."""
    number = walks.reserved_number(world.phone.screen)
    if number is not None:
        reservation = world.centre.find(number)
        if reservation is None or reservation.standing is Standing.REPLACED:
            yield f"the phone shows a number that does not serve, {number}"
    card, redeemed = world.kiosk.tray.card, walks.redeemed(world.kiosk.screen, world.policy)
    if card is not None and visit.entries and redeemed:
        is_set = card.memory.secret(visit.target).value == visit.entries[0].upper().encode()
        if not is_set:
            yield "the kiosk says that the secret is set, and it is not"


def free_guess(octets: bytes, after: Memory, writes: list[list[Memory]]) -> Iterator[str]:
    """What is wrong if a card compared an entry that it had not counted yet.

    `octets` is what was sent last, `writes` what the card wrote then (before and after each), and
    `after` its memory now.
    """
    command = decode(octets)
    purpose = files.SECRET_OF_FILE.get(command.p2 & 0x1F)
    if command.ins != Ins.VERIFY or not command.data or purpose is None:
        return
    (before, then) = writes[0] if writes else (after, after)
    left = before.secret(purpose).tries_left
    if left and then.secret(purpose).tries_left != left - 1:
        yield "an entry was compared before it was counted: the power cut, it costs no try"


def kept_power(contact: Contact) -> Iterator[str]:
    """What is wrong if a card that lies at a restarted device did not lose its power."""
    if contact.card is not None and contact.card.snapshot().session != Session():
        yield "the card kept its power though the device lost it"


def offers(screen: Screen) -> bool:
    """Whether there is something to do."""
    return bool(screen.choices) or screen.field is not None or screen.wants_card


def next_morning(world: World) -> dt.datetime:
    """10:00 of the next day on which counters are open."""
    day = now().date() + dt.timedelta(days=1)
    while not counter_serves(world.policy, dt.datetime.combine(day, MORNING, tzinfo=JST)):
        day += dt.timedelta(days=1)
    return dt.datetime.combine(day, MORNING, tzinfo=JST)


def lost(world: World, knows: bool) -> str | None:
    """Why a person cannot get to a working PIN, with nothing going wrong any more.

    The person has left every device and begins anew, knowing both secrets or none. What ought to
    be possible follows from the card alone.
    """
    memory = world.card.memory
    known = [memory.secret(purpose).value.decode() for purpose in (PIN, PASSWORD)]
    expected = _expected(world) if knows else Route.COUNTER
    route = find_route(world, Knowledge(*known) if knows else Knowledge(None, None), NEW_PIN)
    if not valid(world, PIN):
        # No secret opens the portal then, and to renew that certificate is another procedure.
        set_anew = world.card.memory.secret(PIN).value.decode() == NEW_PIN
        return None if set_anew else f"the PIN cannot be set anew; {_shown(world)}"
    if route is not expected:
        return f"the way is {route.value!r} and not {expected.value!r}; {_shown(world)}"
    return None


def leave_everything(world: World) -> None:
    """Go away with the card, and come back with a phone that reads, where all can be done."""
    world.line.be_reachable(True)
    for contact in (world.phone.contact, world.kiosk.tray, world.counter.contact):
        contact.arrange(None)
    world.phone.restart()
    world.phone.be(nfc=Nfc.ON, in_case=False)
    leave_kiosk(world)
    leave_counter(world.counter)
    home = world.card.face.municipality
    if world.counter.snapshot().municipality != home:
        world.counter.stand_in(home)


def leave_kiosk(world: World) -> None:
    """Take the card back, go where both secrets can be set, and look whether the menus lead on."""
    walks.leave(world.kiosk)
    if world.policy.resettable_at(world.kiosk.snapshot().shop.chain) != BOTH:
        world.kiosk.stand_in(Shop())
    walks.go_to_tray(world.kiosk, world.policy)
    walks.leave(world.kiosk)


def leave_counter(counter: Device) -> None:
    """Take the card back and end the visit, however many questions that takes."""
    counter.remove()
    while not walks.choose(counter, "終了") and walks.choose(counter, identity.NOT_BROUGHT):
        pass


def _expected(world: World) -> Route:
    memory = world.card.memory
    if memory.secret(PIN).tries_left and valid(world, PIN):
        return Route.NOTHING_TO_DO
    return (
        Route.KIOSK
        if memory.secret(PASSWORD).tries_left and valid(world, PASSWORD)
        else Route.COUNTER
    )


def valid(world: World, purpose: Purpose) -> bool:
    """Whether the card's certificate serves now."""
    certificate = parse_certificate(world.card.memory.certificate(purpose))
    assert certificate is not None
    return world.authorities.judge(certificate, purpose, now()) is None


def _shown(world: World) -> str:
    return "; ".join(f"{each}: {getattr(world, each).screen.describe()}" for each in DEVICES)
