"""One act that a step tells: pressing, entering, holding the card, waiting for a text."""

from dataclasses import dataclass
from enum import Enum


class Does(Enum):
    """The acts of a person at a device."""

    START = "start the app"
    PRESS = "press"
    ENTER = "enter"
    HOLD = "hold the card"
    INSERT = "set the card"
    AWAIT = "wait for"


class Thing(Enum):
    """What can be typed in."""

    NUMBER = "予約番号"
    PASSWORD = "署名用パスワード"
    OLD_PIN = "いまの数字4桁"
    NEW_PIN = "新しい数字4桁"
    PIN = "数字4桁"
    SECRET = "暗証番号"
    OTHER_PIN = "ほかの暗証番号"
    UNKNOWN = "?"


@dataclass(frozen=True)
class Told:
    """One act that a step tells, from `start` up to `end` of its normal form.

    `label` is what is pressed or awaited, or what the thing to enter is called; `wrong` is a place,
    a card or a machine that the act cannot be done with, in the guide's words, and `sure` whether
    it surely cannot.
    """

    does: Does
    start: int
    end: int
    label: str = ""
    thing: Thing = Thing.UNKNOWN
    wrong: str = ""
    sure: bool = True
