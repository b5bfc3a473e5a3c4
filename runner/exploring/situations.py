"""Situations as a reader would tell them apart: a screen, what is done there, and what comes."""

import re
from dataclasses import dataclass

from fakes import journal
from fakes.screen import Screen

COUNT = re.compile(r"残り\d+回")
SOME = "残り何回か"
"""What stands for a count that differs from try to try."""
DEEDS = {"press": "「{}」を選ぶ", "enter": "「{}」に入力する", "do": "{}"}
OFFICE = re.compile(r"^.*です。(?=どのようなご用件ですか)")


@dataclass(frozen=True, order=True)
class Situation:
    """What a screen of a device says, what a person does there, and what it says then."""

    device: str
    screen: str
    deed: str
    then: str


def situation_of(act: journal.Act) -> Situation:
    """The situation that an act is an instance of."""
    deed = DEEDS[act.deed.kind].format(act.deed.on)
    return Situation(act.device, told(act.before), deed, told(act.screen))


def told(screen: Screen) -> str:
    """What a screen says, without what differs from person to person and from try to try.

    The title stands on the first line, the message, if there is one, on the next.
    """
    message = OFFICE.sub("", COUNT.sub(SOME, screen.message))
    return f"{screen.title}\n{message}".strip()
