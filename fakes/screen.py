"""The wire between a person and a device: what a screen shows and what can be done there."""

from dataclasses import dataclass
from typing import Literal, Protocol


class ScenarioMistake(Exception):
    """The scenario asks for what a person in front of this screen cannot do."""


@dataclass(frozen=True)
class Field:
    """The one input field of a screen. What is typed into a secret field is never shown."""

    label: str
    secret: bool = False


@dataclass(frozen=True)
class Screen:
    """What a device shows at one moment.

    `choices` are the labels that can be pressed, in order. `rows` are the figures the screen
    lays out by name (a reservation number, a date), so that nobody has to search the message.
    """

    title: str
    message: str = ""
    choices: tuple[str, ...] = ()
    field: Field | None = None
    rows: tuple[tuple[str, str], ...] = ()
    wants_card: bool = False

    def value(self, name: str) -> str:
        """Return the figure shown under a name.

        Raises `ScenarioMistake` when the screen shows no such figure.
        """
        for label, value in self.rows:
            if label == name:
                return value
        raise ScenarioMistake(
            f"画面「{self.title}」に「{name}」は表示されていません。{self.describe()}"
        )

    @property
    def text(self) -> str:
        """Everything a person can read on the screen, in one string."""
        rows = [f"{label} {value}" for label, value in self.rows]
        return "\n".join([self.title, self.message, *rows])

    def describe(self) -> str:
        """Write the screen on one line, for journeys and error messages."""
        parts = [f"[{self.title}]", self.message]
        parts += [f"{label}={value}" for label, value in self.rows]
        if self.field is not None:
            parts.append(f"入力欄:「{self.field.label}」")
        if self.choices:
            parts.append("選べるもの:" + "".join(f"「{label}」" for label in self.choices))
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Deed:
    """What a person did at a device.

    `kind` is "press" for a choice, "enter" for the input field, "do" for anything else (the card,
    the home button). `on` is the choice, the field's label or the act in words; `typed` is what
    went into a field, masked already where the field is secret.
    """

    kind: Literal["press", "enter", "do"]
    on: str
    typed: str = ""

    def describe(self) -> str:
        """Write the deed as a sentence."""
        if self.kind == "press":
            return f"「{self.on}」を選ぶ"
        if self.kind == "enter":
            return f"「{self.on}」に {self.typed} を入力する"
        return self.on


class Device(Protocol):
    """Anything a person stands in front of: the phone, the kiosk, the counter.

    Steps and walks use this interface only, so that any other implementation of the device can
    take its place.
    """

    @property
    def screen(self) -> Screen:
        """What is shown now."""

    def press(self, label: str) -> Screen:
        """Choose what is on the screen; raises `ScenarioMistake` when it is not there."""

    def enter(self, text: str) -> Screen:
        """Fill the input field; raises `ScenarioMistake` when there is none."""

    def remove(self) -> Screen:
        """Take the card away."""
