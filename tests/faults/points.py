"""The points of an act at which something can go wrong, by kind."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from fakes.centre.line import LineFault, Trouble
from fakes.centre.messages import Standing
from fakes.certificates import parse_certificate
from fakes.clock import JST, now
from fakes.contact import Departure, Moment
from fakes.purposes import Purpose
from fakes.world import World
from tests.recording import DEVICES

SECOND = dt.timedelta(seconds=1)


class Wire(Enum):
    """Where it goes wrong."""

    CARD = "between reader and card"
    CENTRE = "between a device and the centre"
    DEVICE = "between a person and a device"
    CLOCK = "between two acts"


class Kind(Enum):
    """What goes wrong."""

    LEAVES_BEFORE = Wire.CARD, "the card leaves before a command reaches it"
    REPLY_LOST = Wire.CARD, "the card has acted, and leaves before its reply is read"
    POWER_GOES = Wire.CARD, "the power goes at a write of the card"
    CALL_LOST = Wire.CENTRE, "a call does not arrive"
    UNANSWERED = Wire.CENTRE, "a call arrives, its answer does not"
    TWICE = Wire.CENTRE, "a call arrives twice"
    LATE = Wire.CENTRE, "a call arrives late"
    DOWN = Wire.CENTRE, "the centre is out of reach from a call on"
    PHONE_RESTARTS = Wire.DEVICE, "the phone restarts"
    KIOSK_RESTARTS = Wire.DEVICE, "the kiosk restarts"
    COUNTER_RESTARTS = Wire.DEVICE, "the counter's terminal restarts"
    RESERVATION_LAPSES = Wire.CLOCK, "the next reservation lapses"
    KIOSK_CLOSES = Wire.CLOCK, "the kiosk's service closes"
    STORE_CLOSES = Wire.CLOCK, "the store closes"
    COUNTER_CLOSES = Wire.CLOCK, "the counter closes"
    CERTIFICATE_EXPIRES = Wire.CLOCK, "the next certificate expires"
    DAY_ENDS = Wire.CLOCK, "midnight passes"

    @property
    def wire(self) -> Wire:
        """Where it goes wrong."""
        return self.value[0]

    @property
    def words(self) -> str:
        """What goes wrong."""
        return self.value[1]


TROUBLES = {
    Trouble.LOST: Kind.CALL_LOST,
    Trouble.UNANSWERED: Kind.UNANSWERED,
    Trouble.TWICE: Kind.TWICE,
    Trouble.LATE: Kind.LATE,
    Trouble.DOWN: Kind.DOWN,
}
RESTARTS = {
    "phone": Kind.PHONE_RESTARTS,
    "kiosk": Kind.KIOSK_RESTARTS,
    "counter": Kind.COUNTER_RESTARTS,
}


@dataclass(frozen=True)
class Restart:
    """A device restarts before the act, or after it."""

    device: str
    after: bool


@dataclass(frozen=True)
class Passing:
    """The clock moves on before the act."""

    moment: dt.datetime


@dataclass(frozen=True)
class Point:
    """One thing that goes wrong at an act, once."""

    kind: Kind
    how: Departure | LineFault | Restart | Passing

    def describe(self) -> str:
        """Say it on one line."""
        if isinstance(self.how, Departure):
            write = f", write {self.how.write}" if self.kind is Kind.POWER_GOES else ""
            return f"{self.kind.words} (command {self.how.count} of the act{write})"
        if isinstance(self.how, LineFault):
            return f"{self.kind.words} (call {self.how.count} of the act)"
        if isinstance(self.how, Restart):
            return f"{self.kind.words} {'after' if self.how.after else 'before'} the act"
        return f"{self.kind.words} before the act ({self.how.moment:%Y-%m-%d %H:%M:%S})"


@dataclass(frozen=True)
class Traffic:
    """What an act sends: of each command how often the card writes, and how many calls."""

    writes: tuple[int, ...]
    calls: int


def points(world: World, traffic: Traffic) -> Iterator[Point]:
    """Every point of an act, in the world and at the moment before it."""
    yield from _of_the_card(traffic.writes)
    for count in range(1, traffic.calls + 1):
        for trouble, kind in TROUBLES.items():
            yield Point(kind, LineFault(trouble, count=count))
    for device in DEVICES:
        yield Point(RESTARTS[device], Restart(device, after=False))
        yield Point(RESTARTS[device], Restart(device, after=True))
    for kind, moment in _passing(world):
        yield Point(kind, Passing(moment))


def _of_the_card(writes: tuple[int, ...]) -> Iterator[Point]:
    """During a command only a write matters: without one, it is as if the reply were lost."""
    for count, times in enumerate(writes, start=1):
        yield Point(Kind.LEAVES_BEFORE, Departure(None, Moment.BEFORE, count))
        for write in range(1, times + 1):
            yield Point(Kind.POWER_GOES, Departure(None, Moment.DURING, count, write))
        yield Point(Kind.REPLY_LOST, Departure(None, Moment.AFTER, count))


def _passing(world: World) -> Iterator[tuple[Kind, dt.datetime]]:
    """The moments, not much later than what each is named after, to which the clock may move."""
    policy, shop = world.policy, world.kiosk.snapshot().shop
    open_ones = [
        each.expires
        for each in world.centre.snapshot().reservations
        if each.standing in (Standing.ISSUED, Standing.PREPARED) and each.expires >= now()
    ]
    if open_ones:
        yield Kind.RESERVATION_LAPSES, min(open_ones) + SECOND
    yield Kind.KIOSK_CLOSES, _next(policy.kiosk_closes)
    if shop.opens != shop.closes:
        yield Kind.STORE_CLOSES, _next(shop.closes)
    yield Kind.COUNTER_CLOSES, _next(policy.counter_closes)
    certificates = [world.card.memory.certificate(purpose) for purpose in Purpose]
    ends = [end for end in map(_end_of, certificates) if end >= now()]
    if ends:
        yield Kind.CERTIFICATE_EXPIRES, min(ends) + SECOND
    yield Kind.DAY_ENDS, _next(dt.time(0, 0))


def _next(time: dt.time) -> dt.datetime:
    """The next moment at which a clock in Japan shows this time."""
    today = dt.datetime.combine(now().date(), time, tzinfo=JST)
    return today if today > now() else today + dt.timedelta(days=1)


@lru_cache(maxsize=64)
def _end_of(der: bytes) -> dt.datetime:
    """The last moment of a certificate."""
    certificate = parse_certificate(der)
    assert certificate is not None
    return certificate.not_valid_after_utc.astimezone(JST)
