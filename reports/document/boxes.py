"""The pieces of a flow picture: boxes, their lines, and the curves between them."""

from dataclasses import dataclass, field

from fakes.words import Words
from reports.document import wording
from reports.document.widths import shortened, wrapped

WIDTH = 250
"""All measures are in the units of the picture, which are CSS pixels at its natural size."""
GAP = 80
HEAD = 32
TEXT = 18
LINE = 26
ROW_GAP = 26
MARGIN = 16

TITLE_WIDTH = 30
LABEL_WIDTH = 27
NOTE_WIDTH = 33
"""Widths of text in half-width characters."""

Key = tuple[str, str | None, bool]
"""What makes a screen the same screen: its title, its input field, and whether it wants a card."""

Deed = tuple[str, str]
"""What can be done there, whatever is typed: the kind of act, and on what."""


@dataclass(eq=False)
class Line:
    """One thing that can be done on a screen, and the screens it led to, with how often."""

    deed: Deed
    box: "Box"
    targets: dict["Box", int] = field(default_factory=dict)
    y: int = 0

    @property
    def walked(self) -> int:
        """How often it was done."""
        return sum(self.targets.values())

    @property
    def drawn(self) -> list["Box"]:
        """The screens to which a curve leads."""
        return [target for target in self.targets if target.column == self.box.column + 1]

    @property
    def label(self) -> str:
        """What is done, cut to the width of the box."""
        kind, on = self.deed
        return shortened(f"✎ {on}" if kind == "enter" else on, LABEL_WIDTH)

    @property
    def notes(self) -> list[str]:
        """Where it leads without a curve."""
        return [
            shortened(f"{_arrow(self.box, target)} {target.title}", NOTE_WIDTH)
            for target in self.targets
            if target not in self.drawn
        ]

    @property
    def height(self) -> int:
        """Its height."""
        return LINE + TEXT * len(self.notes)

    @property
    def told(self) -> Words:
        """What is done and where it leads, in full."""
        done = wording.deed(*self.deed, typed="…")
        led = "、".join(f"{box.title} ({times})" for box, times in self.targets.items())
        if not led:
            return Words(f"{done.ja}: まだ", f"{done.en}: not yet")
        return Words(f"{done.ja} → {led}", f"{done.en} → {led}")


@dataclass(eq=False)
class Box:
    """A screen in the picture, its place, and its lines by what is done."""

    key: Key
    lines: dict[Deed, Line] = field(default_factory=dict)
    column: int = 0
    x: int = 0
    y: int = 0

    @property
    def title(self) -> str:
        """The screen's title."""
        return self.key[0]

    @property
    def subtitle(self) -> Words | None:
        """What tells it from other screens of that title."""
        if self.key[1] is not None:
            return wording.same(shortened(f"✎ {self.key[1]}", NOTE_WIDTH))
        return Words("カード待ち", "waits for the card") if self.key[2] else None

    @property
    def titles(self) -> list[str]:
        """The title in lines that fit."""
        lines = wrapped(self.title, TITLE_WIDTH)
        return lines if len(lines) <= 3 else [*lines[:2], f"{lines[2]}…"]

    @property
    def head(self) -> int:
        """The height of its heading."""
        return HEAD + TEXT * (len(self.titles) - 1 + (self.subtitle is not None))

    @property
    def height(self) -> int:
        """Its height."""
        return self.head + sum(line.height for line in self.lines.values()) + 8


@dataclass(frozen=True)
class Curve:
    """A line of a box leading on to a box in the next column, and the head of its arrow."""

    path: str
    arrow: str
    walked: int


def _arrow(box: Box, target: Box) -> str:
    if target is box:
        return "↺"
    return "⇢" if target.column > box.column else "↩"
