"""How the screens of a device lead to one another, as the scenarios walked them: a picture each.

A box is a screen; its lines are what can be done there, in the order in which the device offers it.
A line that leads to a screen in the next column does so by a curve; where it leads elsewhere, that
screen is named under it, so that no curve ever crosses a box. A choice that no scenario ever made
stands out.
"""

import itertools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from fakes.words import Words
from reports.document import wording
from reports.run import Act, Run, Screen

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


@dataclass(frozen=True)
class Flow:
    """The picture of one device."""

    device: Words
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    width: int
    height: int
    box_width: int = WIDTH

    @property
    def choices(self) -> int:
        """How many choices the device's screens offer."""
        return sum(line.deed[0] == "press" for box in self.boxes for line in box.lines.values())

    @property
    def unwalked(self) -> list[tuple[str, str]]:
        """Choices that no scenario made, each with its screen's title."""
        return [
            (box.title, line.deed[1])
            for box in self.boxes
            for line in box.lines.values()
            if not line.walked
        ]


def flows(run: Run) -> list[Flow]:
    """Draw every device that some scenario acted on."""
    acts: dict[str, list[Act]] = {}
    for case in run.cases:
        for step in case.steps:
            for entry in step.entries:
                if isinstance(entry, Act) and not wording.is_idle(entry, run.screens):
                    acts.setdefault(entry.device, []).append(entry)
    return [_flow(device, walked, run.screens) for device, walked in acts.items()]


def _flow(device: str, acts: list[Act], screens: tuple[Screen, ...]) -> Flow:
    boxes = _boxes(acts, screens)
    columns = _columns(boxes)
    _place(columns)
    width = MARGIN * 2 + len(columns) * WIDTH + (len(columns) - 1) * GAP
    height = MARGIN + max(box.y + box.height for box in boxes)
    return Flow(wording.device(device), tuple(boxes), tuple(_curves(boxes)), width, height)


def _boxes(acts: list[Act], screens: tuple[Screen, ...]) -> list[Box]:
    boxes: dict[Key, Box] = {}
    for act in acts:
        for place in (act.before, act.after):
            screen = screens[place]
            box = boxes.setdefault(_key(screen), Box(_key(screen)))
            for label in screen.choices:
                _line(box, ("press", label))
        box = boxes[_key(screens[act.before])]
        target = boxes[_key(screens[act.after])]
        line = _line(box, (act.kind, act.on))
        line.targets[target] = line.targets.get(target, 0) + 1
    return list(boxes.values())


def _key(screen: Screen) -> Key:
    return (screen.title, screen.field, screen.wants_card)


def _line(box: Box, deed: Deed) -> Line:
    return box.lines.setdefault(deed, Line(deed, box))


def _columns(boxes: list[Box]) -> list[list[Box]]:
    """Put each box right of all that lead to it, but for the ways that lead back.

    A way leads back when it would close a circle with ways that were walked more often.
    """
    onward: dict[Box, set[Box]] = {box: set() for box in boxes}
    ways = sorted(_ways(boxes), key=lambda way: -way[2])
    for box, target, _ in ways:
        if not _leads(target, box, onward):
            onward[box].add(target)
    for _ in boxes:
        for box, targets in onward.items():
            for target in targets:
                target.column = max(target.column, box.column + 1)
    columns: list[list[Box]] = [[] for _ in range(max(box.column for box in boxes) + 1)]
    for box in boxes:
        columns[box.column].append(box)
    return columns


def _ways(boxes: list[Box]) -> Iterator[tuple[Box, Box, int]]:
    for box in boxes:
        for target in dict.fromkeys(each for line in box.lines.values() for each in line.targets):
            yield box, target, sum(line.targets.get(target, 0) for line in box.lines.values())


def _leads(start: Box, end: Box, onward: dict[Box, set[Box]]) -> bool:
    """Whether one can come from a box to another by the ways that are known to lead onward."""
    waiting, seen = [start], {start}
    while waiting:
        box = waiting.pop()
        if box is end:
            return True
        waiting += onward[box] - seen
        seen |= onward[box]
    return False


def _place(columns: list[list[Box]]) -> None:
    for left, right in itertools.pairwise(columns):
        led_to = (target for box in left for line in box.lines.values() for target in line.drawn)
        order = {target: number for number, target in enumerate(dict.fromkeys(led_to))}
        right.sort(key=lambda box, order=order: order.get(box, len(order)))  # type: ignore[misc]
    for number, column in enumerate(columns):
        y = MARGIN
        for box in column:
            box.x, box.y = MARGIN + number * (WIDTH + GAP), y
            _place_lines(box)
            y += box.height + ROW_GAP


def _place_lines(box: Box) -> None:
    y = box.head
    for line in box.lines.values():
        line.y = y
        y += line.height


def _curves(boxes: list[Box]) -> Iterator[Curve]:
    for box in boxes:
        for line in box.lines.values():
            for target in line.drawn:
                yield _curve(box, line, target)


def _curve(box: Box, line: Line, target: Box) -> Curve:
    x1, y1 = box.x + WIDTH, box.y + line.y + LINE // 2
    x2, y2 = target.x - 8, target.y + 17
    bend = (x2 - x1) // 2
    path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    arrow = f"M{x2} {y2 - 5}L{x2 + 8} {y2}L{x2} {y2 + 5}Z"
    return Curve(path, arrow, line.targets[target])


def _arrow(box: Box, target: Box) -> str:
    if target is box:
        return "↺"
    return "⇢" if target.column > box.column else "↩"


def wrapped(text: str, width: int) -> list[str]:
    """Cut a text into lines of a width in half-width characters; a full-width one is two."""
    lines, taken = [""], 0
    for character in text:
        wide = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if taken + wide > width:
            lines.append("")
            taken = 0
        lines[-1] += character
        taken += wide
    return lines


def shortened(text: str, width: int) -> str:
    """Cut a text to one line of such a width."""
    first, *rest = wrapped(text, width)
    return f"{first}…" if rest else first
