"""The fakes that a guide's steps are walked on, and what can be done at each moment."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fakes import new_secret, walks
from fakes.kiosk import issuing
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import Screen
from fakes.world import FIRST_PASSWORD, World, WorldState
from guidance.normal import normal
from guidance.walking.told import Does, Thing, Told

Snapshot = tuple[WorldState, str]
"""The state of everything, and the reservation number that the person has."""

PHONE, KIOSK = "phone", "kiosk"
OF_SIGHT = re.compile(r"[。、・\s「」]")
"""What is punctuation to a reader of a label."""

IN_BRACKETS = re.compile(r"\(.*")
NEW = "8642"
AWAY = ("戻る", "終了", "中止", "ログアウト", "有効性確認", "マイナポータル")
"""Choices that lead out of the procedure."""

ASTRAY = (*AWAY, issuing.TITLE)
"""Those, and the choice that leads into another one."""


@dataclass(frozen=True)
class Move:
    """One thing that can be done at a screen, in words: 「行政サービス」を選ぶ."""

    does: Does
    label: str = ""

    @property
    def words(self) -> str:
        """The move as a person would say it."""
        if self.does is Does.PRESS:
            return f"「{self.label}」を選ぶ"
        if self.does is Does.ENTER:
            return f"「{self.label}」を入力する"
        return "カードをかざす" if self.does is Does.HOLD else "カードをセットする"


class Stage:
    """A phone with its apps, a kiosk, and a person whose PIN is locked and who knows the rest."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.world = World(policy, seed="walk")
        walks.mistake_pin(self.world.phone, self.world.card, policy.authentication_tries)
        self.world.phone.home()
        self._start = self.world.snapshot()
        self.number = ""

    def reset(self) -> None:
        """Be at the beginning, at the phone's home screen and the kiosk's top menu."""
        self.world.restore(self._start)
        self.number = ""

    def snapshot(self) -> Snapshot:
        """The state of everything."""
        return self.world.snapshot(), self.number

    def restore(self, state: Snapshot) -> None:
        """Put such a state back."""
        world, self.number = state
        self.world.restore(world)

    def screen(self, device: str) -> Screen:
        """What a device shows."""
        return self.world.phone.screen if device == PHONE else self.world.kiosk.screen

    def reserved(self) -> None:
        """Have a reservation, as somebody who comes to the kiosk has."""
        if self.number:
            return
        screen = walks.reserve(
            self.world.phone, self.world.card, self.policy, Purpose.AUTHENTICATION, FIRST_PASSWORD
        )
        self.number = walks.reserved_number(screen) or ""

    def moves(self, device: str) -> Iterator[Move]:
        """What can be done now without leaving the procedure."""
        screen = self.screen(device)
        for choice in screen.choices:
            if choice not in ASTRAY:
                yield Move(Does.PRESS, choice)
        if screen.field is not None:
            yield Move(Does.ENTER, screen.field.label)
        if screen.wants_card:
            yield reading(device)

    def do(self, device: str, move: Move) -> None:
        """Make a move, entering what is right."""
        if move.does is Does.PRESS:
            (self.world.phone if device == PHONE else self.world.kiosk).press(move.label)
        elif move.does is Does.HOLD:
            self.world.phone.hold(self.world.card)
        elif move.does is Does.INSERT:
            self.reserved()
            self.world.kiosk.insert(self.world.card)
        else:
            self._enter(device, move.label)
        shown = walks.reserved_number(self.world.phone.screen)
        self.number = shown or self.number

    def _enter(self, device: str, label: str) -> None:
        place = self.world.phone if device == PHONE else self.world.kiosk
        value = self._value(label)
        times = self.policy.new_pin_entries if value == NEW else 1
        for _ in range(times):
            field = place.screen.field
            if field is not None and field.label == label:
                place.enter(value)

    def _value(self, label: str) -> str:
        if label == "予約番号":
            self.reserved()
            return self.number
        return NEW if self.thing(label) is Thing.NEW_PIN else FIRST_PASSWORD

    def thing(self, label: str) -> Thing:
        """What an input field asks for."""
        if label == "予約番号":
            return Thing.NUMBER
        if label == self.policy.signature_label:
            return Thing.PASSWORD
        if label == new_secret.label(self.policy, Purpose.AUTHENTICATION):
            return Thing.NEW_PIN
        return Thing.OLD_PIN

    def of_other_secret(self, device: str, move: Move) -> bool:
        """Whether a move chooses the signing password where the PIN can be chosen."""
        choices = self.screen(device).choices
        return move.label == self.policy.signature_label and (
            self.policy.authentication_label in choices
        )

    def means(self, told: Told, move: Move) -> bool:
        """Whether an act tells this move."""
        if told.does is Does.ENTER:
            return move.does is Does.ENTER and enters(told.thing, self.thing(move.label))
        if told.does in (Does.PRESS, Does.START):
            wanted = told.label or self.policy.reset_app
            return move.does is Does.PRESS and same_label(wanted, move.label)
        return told.does is move.does

    def fitting(self, device: str, told: Told) -> Move | None:
        """The move that a step's act means at the screen now; None when it does not fit."""
        screen = self.screen(device)
        if told.does in (Does.PRESS, Does.START):
            wanted = told.label or self.policy.reset_app
            onward = (each for each in screen.choices if each not in ASTRAY)
            label = next((each for each in onward if same_label(wanted, each)), None)
            return Move(Does.PRESS, label) if label else None
        if told.does is Does.ENTER:
            if screen.field is None or not enters(told.thing, self.thing(screen.field.label)):
                return None
            return Move(Does.ENTER, screen.field.label)
        if told.does is Does.AWAIT:
            return None
        wants = reading(device)
        return wants if screen.wants_card and told.does is wants.does else None

    def shows(self, device: str, text: str) -> bool:
        """Whether a device shows a text."""
        shown = normal(self.screen(device).text).value
        return plain(text) in plain(shown)

    def done(self, device: str) -> bool:
        """Whether the steps at a device have come to their end."""
        screen = self.screen(device)
        if device == PHONE:
            return walks.reserved_number(screen) is not None
        return screen.message == self.policy.kiosk_done


def reading(device: str) -> Move:
    """How a device is given the card to read."""
    return Move(Does.HOLD if device == PHONE else Does.INSERT)


def enters(told: Thing, asked: Thing) -> bool:
    """Whether what a step names is what a field asks for."""
    if told is Thing.SECRET:
        return asked in (Thing.PASSWORD, Thing.NEW_PIN)
    if told is Thing.PIN:
        return asked in (Thing.NEW_PIN, Thing.OLD_PIN)
    return told is asked


def same_label(told: str, shown: str) -> bool:
    """Whether a guide that names a label means the one that is shown."""
    one, other = plain(normal(told).value), plain(normal(shown).value)
    if one == other:
        return True
    short = IN_BRACKETS.sub("", other)
    return one == short or (len(one) >= 6 and one in other and len(one) * 2 >= len(short))


def plain(text: str) -> str:
    """A label without what is punctuation to a reader."""
    return OF_SIGHT.sub("", text).removesuffix("アプリ").removesuffix("ボタン")
