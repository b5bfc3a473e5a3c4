"""The journey: what happened on the three wires, in order, with secrets masked."""

import datetime as dt
from dataclasses import dataclass, field

from fakes.card.describe import describe, is_further_block
from fakes.clock import now
from fakes.screen import Deed, Screen


@dataclass(frozen=True)
class Act:
    """A person did something at a device, and its screen changed, or did not."""

    moment: dt.datetime
    device: str
    deed: Deed
    before: Screen
    screen: Screen


@dataclass(frozen=True)
class Exchange:
    """A reader and the card exchanged a command and a reply (None: the reply never came)."""

    moment: dt.datetime
    reader: str
    command: bytes = field(repr=False)
    reply: bytes | None = field(repr=False)


@dataclass(frozen=True)
class Call:
    """Somebody called the centre."""

    moment: dt.datetime
    call: str
    outcome: str


Entry = Act | Exchange | Call


class Journal:
    """A witness of all three wires. It is no part of the world's state."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def act(self, device: str, deed: Deed, before: Screen, after: Screen) -> None:
        """Note an act of a person."""
        self.entries.append(Act(now(), device, deed, before, after))

    def exchange(self, reader: str, command: bytes, reply: bytes | None) -> None:
        """Note an exchange with the card."""
        self.entries.append(Exchange(now(), reader, command, reply))

    def call(self, call: str, outcome: str) -> None:
        """Note a call to the centre."""
        self.entries.append(Call(now(), call, outcome))

    def taken(self) -> list[Entry]:
        """Hand out what was noted so far, and begin anew."""
        entries, self.entries = self.entries, []
        return entries

    def tell(self) -> str:
        """Write the journey down; of a file read in blocks, only the first shows."""
        return "\n".join(_line(entry) for entry in self.entries if not is_more_of_a_file(entry))


def is_more_of_a_file(entry: Entry) -> bool:
    """Whether an exchange only reads on in a file, and so tells nothing new."""
    if not isinstance(entry, Exchange) or entry.reply is None:
        return False
    return is_further_block(entry.command) and entry.reply[-2:] == b"\x90\x00"


def _line(entry: Entry) -> str:
    time = entry.moment.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(entry, Act):
        done, shown = entry.deed.describe(), entry.screen.describe()
        return f"{time}  {entry.device}: {done}\n{' ' * 21}→ {shown}"
    if isinstance(entry, Exchange):
        return f"{time}    {entry.reader} ⇄ card  {describe(entry.command, entry.reply).en}"
    return f"{time}    centre  {entry.call}: {entry.outcome}"
