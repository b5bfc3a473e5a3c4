"""The impact of a guide as it is written for programs. Raise VERSION when readers would break."""

import msgspec

VERSION = 1


class Fact(msgspec.Struct, frozen=True):
    """A value of the procedure that was replaced by what the guide states.

    `id` is the claim's, with a number behind it when the guide states it in several ways; only the
    first of them is among those that are tried `together`.
    """

    id: str
    claim: str
    field: str
    name: str
    lines: list[int]
    before: str = msgspec.field(name="from")
    after: str = msgspec.field(name="to")
    together: bool


class NotTried(msgspec.Struct, frozen=True):
    """What the guide says otherwise, but in words that give no value to try.

    `claim` is empty where it is a step that cannot be done so.
    """

    line: int
    claim: str
    message: str


class Changed(msgspec.Struct, frozen=True):
    """A scenario, or one row of it, that would no longer pass (or would, where it does not).

    `fact` is the id of the fact that does it alone; one that several do stands there for each, and
    for "", which is all facts together, only where none does it alone. `step` and `message` say
    where and how it then fails.
    """

    path: str
    line: int
    name: str
    row: str
    fact: str
    result: str
    message: str
    step: str
    step_line: int


class Impact(msgspec.Struct, frozen=True):
    """What would change if a guide were right."""

    version: int
    document: str
    facts: list[Fact]
    not_tried: list[NotTried]
    scenarios: list[Changed]

    @property
    def changed(self) -> int:
        """How many scenarios and rows change."""
        return len({(each.path, each.line, each.row) for each in self.scenarios})
