"""Noting what people do at the devices, and what befalls the world, to do it once more."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from fakes.card.card import Card
from fakes.clock import now
from fakes.counter import Counter
from fakes.kiosk.kiosk import Kiosk
from fakes.phone.phone import Phone
from fakes.screen import Field
from fakes.world import World, WorldState

DEVICES = ("phone", "kiosk", "counter")
ACTS = ("press", "enter", "hold", "insert", "remove", "home", "restart")
"""What people do at a device, and a loss of its power."""

CARDS = ("card", "others_card")


@dataclass(frozen=True)
class Step:
    """Something done at a part of the world, such as `phone` or `kiosk.tray`; cards go by name.

    `moment` is when it was done, `asked` the field that the device showed before.
    """

    moment: dt.datetime
    part: str
    deed: str
    arguments: tuple[Any, ...] = ()
    options: tuple[tuple[str, Any], ...] = ()
    asked: Field | None = None

    @property
    def is_act(self) -> bool:
        """Whether it was done at a device, and not set as a circumstance."""
        return self.deed in ACTS

    def again(self, world: World) -> Any:
        """Do the same once more."""
        part: Any = world
        for name in self.part.split("."):
            part = getattr(part, name)
        arguments = [
            getattr(world, each) if isinstance(each, str) and each in CARDS else each
            for each in self.arguments
        ]
        return getattr(part, self.deed)(*arguments, **dict(self.options))

    def describe(self) -> str:
        """Say it in short."""
        options = [f"{name}={value}" for name, value in self.options]
        return f"{self.part}.{self.deed}({', '.join([*map(str, self.arguments), *options])})"


Told = Callable[[WorldState, Step, Any], None]
"""Is told the world before a step, the step, and what came of it."""


class Recorder:
    """Stands before a part of the world and tells every deed of these names.

    `parts` are the parts of it that are watched as well, with their deeds.
    """

    def __init__(
        self,
        world: World,
        part: str,
        deeds: tuple[str, ...],
        told: Told,
        parts: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.world, self.part, self.deeds, self.told = world, part, deeds, told
        self.behind: Any = world
        for name in part.split("."):
            self.behind = getattr(self.behind, name)
        self.parts = {
            name: Recorder(world, f"{part}.{name}", theirs, told)
            for name, theirs in (parts or {}).items()
        }

    def __getattr__(self, name: str) -> Any:
        if name in self.parts:
            return self.parts[name]
        attribute = getattr(self.behind, name)
        if name not in self.deeds:
            return attribute

        def deed(*arguments: Any, **options: Any) -> Any:
            before, moment = self.world.snapshot(), now()
            named = tuple(self.name(argument) for argument in arguments)
            asked = self.behind.screen.field if name in ACTS else None
            made = attribute(*arguments, **options)
            step = Step(moment, self.part, name, named, tuple(options.items()), asked)
            self.told(before, step, made)
            return made

        return deed

    def name(self, argument: Any) -> Any:
        """A card goes by its name, so that whoever acts again takes it from the world."""
        if isinstance(argument, Card):
            return "card" if argument is self.world.card else "others_card"
        return argument


def watch_devices(
    world: World,
    told: Told,
    circumstances: tuple[str, ...] = (),
    parts: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None,
) -> None:
    """Have every act at a device told, and every one of these circumstances.

    `parts` are, by device, the parts of it that are watched as well, with their deeds.
    """
    deeds, parts = (*ACTS, *circumstances), parts or {}
    phone = Recorder(world, "phone", deeds, told, parts.get("phone"))
    kiosk = Recorder(world, "kiosk", deeds, told, parts.get("kiosk"))
    counter = Recorder(world, "counter", deeds, told, parts.get("counter"))
    world.phone, world.kiosk = cast(Phone, phone), cast(Kiosk, kiosk)
    world.counter = cast(Counter, counter)
