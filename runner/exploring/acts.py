"""What a person can do next, read off the screens; and what can go wrong or pass meanwhile."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from fakes import new_secret
from fakes.card.apdu import Ins
from fakes.centre.line import LineFault, Trouble
from fakes.centre.messages import Standing
from fakes.clock import JST, now
from fakes.contact import Contact, Departure, Moment
from fakes.device import PagedDevice
from fakes.hours import counter_serves
from fakes.kiosk.kiosk import Shop
from fakes.purposes import Purpose
from fakes.world import FIRST_PASSWORD, FIRST_PIN, World

PHONE, KIOSK, COUNTER, AROUND = "phone", "kiosk", "counter", "around"
DEVICES = (PHONE, KIOSK, COUNTER)
NEW_PIN, OTHER_NEW_PIN, WRONG_PIN, SHORT_PIN = "8642", "7531", "0000", "123"
NEW_PASSWORD, WRONG_PASSWORD, SHORT_PASSWORD = "DEF456", "WRONG999", "AB1"
UNKNOWN_NUMBER = "0000000000"
STORES = ("セブン-イレブン", "ローソン")
"""A chain that resets the PIN, and one that does not."""

SECOND = dt.timedelta(seconds=1)
LATER_DAYS = 8
"""How far ahead an opening is looked for: longer than a counter is closed."""


@dataclass(frozen=True, order=True)
class Act:
    """One thing that is done, or happens, at a device or around it.

    `kind` is press, enter, hold, home, insert, insert other, remove, go, restart, departure, line
    or wait; `on` is what it is done with or to, as a person would write it.
    """

    device: str
    kind: str
    on: str = ""


Doable = tuple[Act, Callable[[], object]]


def at(world: World, device: str, faults: bool) -> Iterator[Doable]:
    """All that can be done at a device now; a person has the card in hand or where it lies."""
    yield from _on_screen(world, device)
    if device == PHONE:
        yield from _with_phone(world)
    elif device == KIOSK:
        yield from _with_kiosk(world)
    else:
        yield from _with_card(world, COUNTER, world.counter.contact, world.counter.insert)
    if faults:
        yield from _going_wrong(world, device)


def around(world: World, faults: bool) -> Iterator[Doable]:
    """What happens around the devices: troubles of the line to the centre."""
    if not faults:
        return
    if not world.line.snapshot().reachable:
        yield Act(AROUND, "line", "up"), lambda: world.line.be_reachable(True)
    elif not _fault_is_arranged(world):
        yield Act(AROUND, "line", "down"), lambda: world.line.be_reachable(False)
        for trouble in (Trouble.UNANSWERED, Trouble.TWICE, Trouble.LATE):
            act = Act(AROUND, "line", trouble.name)
            yield act, partial(world.line.arrange, LineFault(trouble))


def card_lies_at(world: World) -> str:
    """Where one's own card lies; nowhere (empty) when it is in the hand."""
    if world.kiosk.tray.card is world.card:
        return KIOSK
    return COUNTER if world.counter.contact.card is world.card else ""


def next_instant(world: World) -> dt.datetime:
    """When something changes by itself next: a closing, an opening, the end of a reservation."""
    return min(each for each in _instants(world) if each > now())


def _instants(world: World) -> Iterator[dt.datetime]:
    today, policy = now().date(), world.policy
    for later in range(LATER_DAYS):
        day = today + dt.timedelta(days=later)
        for time in (policy.kiosk_opens, policy.kiosk_closes):
            yield dt.datetime.combine(day, time, JST)
        opening = dt.datetime.combine(day, policy.counter_opens, JST)
        if counter_serves(policy, opening):
            yield opening
            yield dt.datetime.combine(day, policy.counter_closes, JST)
    for reservation in world.centre.snapshot().reservations:
        if reservation.standing in (Standing.ISSUED, Standing.PREPARED):
            yield reservation.expires + SECOND


def _on_screen(world: World, device: str) -> Iterator[Doable]:
    shown: PagedDevice = getattr(world, device)
    screen = shown.screen
    for label in screen.choices:
        yield Act(device, "press", label), partial(shown.press, label)
    if screen.field is not None:
        for text in _entries(world, screen.field.label):
            yield Act(device, "enter", text), partial(shown.enter, text)


def _entries(world: World, label: str) -> tuple[str, ...]:
    """What stands for all that could be typed: the right, another, a wrong and a malformed one."""
    policy = world.policy
    if label == policy.authentication_label:
        return FIRST_PIN, NEW_PIN, WRONG_PIN, SHORT_PIN
    if label == policy.signature_label:
        return FIRST_PASSWORD, NEW_PASSWORD, WRONG_PASSWORD, SHORT_PASSWORD
    if label == new_secret.label(policy, Purpose.AUTHENTICATION):
        return NEW_PIN, OTHER_NEW_PIN, SHORT_PIN
    if label == new_secret.label(policy, Purpose.SIGNATURE):
        return NEW_PASSWORD, SHORT_PASSWORD
    numbers = [each.number for each in world.centre.snapshot().reservations]
    return *sorted(numbers), UNKNOWN_NUMBER


def _with_phone(world: World) -> Iterator[Doable]:
    phone = world.phone
    if phone.screen.wants_card and not card_lies_at(world):
        yield Act(PHONE, "hold"), partial(phone.hold, world.card)
    if phone.snapshot().handset.running is not None:
        yield Act(PHONE, "home"), phone.home


def _with_kiosk(world: World) -> Iterator[Doable]:
    kiosk = world.kiosk
    yield from _with_card(world, KIOSK, kiosk.tray, kiosk.insert)
    if kiosk.tray.card is None and kiosk.screen.wants_card:
        yield Act(KIOSK, "insert other"), lambda: kiosk.insert(world.others_card)
    for chain in STORES:
        if chain != kiosk.snapshot().shop.chain:
            yield Act(KIOSK, "go", chain), partial(kiosk.stand_in, Shop(chain))


def _with_card(
    world: World, device: str, contact: Contact, insert: Callable[..., object]
) -> Iterator[Doable]:
    if contact.card is not None:
        yield Act(device, "remove"), getattr(world, device).remove
    elif not card_lies_at(world):
        yield Act(device, "insert"), partial(insert, world.card)


def _going_wrong(world: World, device: str) -> Iterator[Doable]:
    yield Act(device, "restart"), getattr(world, device).restart
    if device == COUNTER or _fault_is_arranged(world):
        return
    contact = world.phone.contact if device == PHONE else world.kiosk.tray
    for name, departure in DEPARTURES[device].items():
        yield Act(device, "departure", name), partial(contact.arrange, departure)


def _fault_is_arranged(world: World) -> bool:
    """One thing goes wrong at a time, until it has."""
    contacts = (world.phone.contact, world.kiosk.tray)
    arranged = [contact.snapshot().departure for contact in contacts]
    return any(arranged) or world.line.snapshot().fault is not None


DEPARTURES = {
    PHONE: {
        "暗証番号の確認の直後": Departure(Ins.VERIFY, Moment.AFTER),
        "署名の直後": Departure(Ins.PERFORM_SECURITY_OPERATION, Moment.AFTER),
    },
    KIOSK: {
        "書き込みの直前": Departure(Ins.RESET_RETRY_COUNTER, Moment.BEFORE),
        "書き込みの途中": Departure(Ins.RESET_RETRY_COUNTER, Moment.DURING),
        "書き込みの直後": Departure(Ins.RESET_RETRY_COUNTER, Moment.AFTER),
    },
}
"""When the card leaves, by the name that the steps have for it."""
