"""How the screens of a device lead to one another, as the scenarios walked them: a picture each.

A box is a screen; its lines are what can be done there, in the order in which the device offers it.
A line that some scenario walked leads on to another box, by a curve where that box lies further
right, by name otherwise. A choice that no scenario ever made stands out.
"""

import heapq
import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from fakes.screen import Deed
from reports.run import Act, Run, Screen

WIDTH = 250
"""All measures are in the units of the picture, which are CSS pixels at its natural size."""
GAP = 90
HEAD = 34
LINE = 26
ROW_GAP = 26
MARGIN = 16

Key = tuple[str, str | None, bool]
"""What makes a screen the same screen: its title, its input field, and whether it wants a card."""


@dataclass
class Line:
    """One thing that can be done on a screen, and the screens it led to, with how often."""

    deed: Deed
    targets: dict["Box", int] = field(default_factory=dict)

    @property
    def walked(self) -> int:
        """How often it was done."""
        return sum(self.targets.values())


@dataclass(eq=False)
class Box:
    """A screen in the picture, its place, and its lines."""

    key: Key
    lines: dict[Deed, Line] = field(default_factory=dict)
    """By what is done there, whatever is typed."""
    column: int = 0
    x: int = 0
    y: int = 0

    @property
    def title(self) -> str:
        """The screen's title."""
        return self.key[0]

    @property
    def subtitle(self) -> str:
        """What tells it from other screens of that title."""
        return self.key[1] or ""

    @property
    def shown(self) -> Iterator["ShownLine"]:
        """Its lines as they are drawn."""
        for number, line in enumerate(self.lines.values()):
            yield ShownLine(self, line, self.head + LINE * number)

    @property
    def short_title(self) -> str:
        """The title, cut to the width of the box."""
        return shortened(self.title, 30)

    @property
    def short_subtitle(self) -> str:
        """What tells it apart, cut to the width of the box."""
        return shortened(self.subtitle, 34)

    @property
    def head(self) -> int:
        """The height of its heading."""
        return HEAD + (18 if self.subtitle else 0)

    @property
    def height(self) -> int:
        """Its height."""
        return self.head + LINE * len(self.lines) + 8

    def at(self, number: int) -> int:
        """The height at which the middle of a line stands."""
        return self.y + self.head + LINE * number + LINE // 2


@dataclass(frozen=True)
class ShownLine:
    """A line as it is drawn, `y` below the top of its box."""

    box: Box
    line: Line
    y: int

    @property
    def walked(self) -> int:
        """How often it was walked."""
        return self.line.walked

    @property
    def sign(self) -> str:
        """Whether it leads on (→), stays (↺), leads back (↩), or was not walked."""
        columns = {target.column for target in self.line.targets}
        if not columns:
            return "・"
        if max(columns) > self.box.column:
            return "→"
        return "↺" if set(self.line.targets) == {self.box} else "↩"

    @property
    def short(self) -> str:
        """What is done, cut to the width of the box."""
        return shortened(self.line.deed.on, 26)

    @property
    def tip(self) -> str:
        """What is done and where it leads, in full."""
        deed = self.line.deed
        done = f"「{deed.on}」に入力する" if deed.kind == "enter" else deed.describe()
        led = "、".join(f"{box.title} ({times})" for box, times in self.line.targets.items())
        return f"{done} → {led}" if led else f"{done}: 未 (not yet)"


@dataclass(frozen=True)
class Curve:
    """A line of a box leading on to a box further right, and the head of its arrow."""

    path: str
    arrow: str
    walked: int


@dataclass(frozen=True)
class Flow:
    """The picture of one device."""

    device: str
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    width: int
    height: int
    box_width: int = WIDTH

    @property
    def unwalked(self) -> list[tuple[str, str]]:
        """Choices that no scenario made, each with its screen's title."""
        return [
            (box.title, line.deed.on)
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
                if isinstance(entry, Act):
                    acts.setdefault(entry.device, []).append(entry)
    return [_flow(device, walked, run.screens) for device, walked in acts.items()]


def _flow(device: str, acts: list[Act], screens: tuple[Screen, ...]) -> Flow:
    boxes = _boxes(acts, screens)
    columns = _columns(boxes)
    _place(columns)
    curves = tuple(_curves(boxes))
    width = MARGIN * 2 + len(columns) * WIDTH + (len(columns) - 1) * GAP
    height = MARGIN * 2 + max(sum(box.height + ROW_GAP for box in column) for column in columns)
    return Flow(device, tuple(boxes), curves, width, height - ROW_GAP)


def _boxes(acts: list[Act], screens: tuple[Screen, ...]) -> list[Box]:
    boxes: dict[Key, Box] = {}
    for act in acts:
        for place in (act.before, act.after):
            screen = screens[place]
            box = boxes.setdefault(_key(screen), Box(_key(screen)))
            for label in screen.choices:
                _line(box, Deed("press", label))
        box = boxes[_key(screens[act.before])]
        target = boxes[_key(screens[act.after])]
        line = _line(box, Deed(act.kind, act.on))
        line.targets[target] = line.targets.get(target, 0) + 1
    return list(boxes.values())


def _line(box: Box, deed: Deed) -> Line:
    return box.lines.setdefault(deed, Line(deed))


def _key(screen: Screen) -> Key:
    return (screen.title, screen.field, screen.wants_card)


def _columns(boxes: list[Box]) -> list[list[Box]]:
    """Put each box one further right than the box from which it was mostly reached."""
    placed: set[Box] = set()
    for root in boxes:
        if root not in placed:
            placed.add(root)
            _spread(root, placed)
    columns: list[list[Box]] = [[] for _ in range(max(box.column for box in boxes) + 1)]
    for box in boxes:
        columns[box.column].append(box)
    return columns


def _spread(root: Box, placed: set[Box]) -> None:
    """Place what can be reached from a box, by the ways that were walked most first."""
    count = itertools.count()
    ways = [(-walked, next(count), root, target) for target, walked in _reached(root).items()]
    heapq.heapify(ways)
    while ways:
        *_, box, target = heapq.heappop(ways)
        if target in placed:
            continue
        placed.add(target)
        target.column = box.column + 1
        for following, walked in _reached(target).items():
            heapq.heappush(ways, (-walked, next(count), target, following))


def _reached(box: Box) -> Counter[Box]:
    reached: Counter[Box] = Counter()
    for line in box.lines.values():
        reached.update(line.targets)
    return reached


def _targets(box: Box) -> list[Box]:
    return list(dict.fromkeys(target for line in box.lines.values() for target in line.targets))


def _place(columns: list[list[Box]]) -> None:
    for left, right in itertools.pairwise(columns):
        order = {target: number for number, target in enumerate(_in_order(left))}
        right.sort(key=lambda box: order.get(box, len(order)))
    for number, column in enumerate(columns):
        y = MARGIN
        for box in column:
            box.x = MARGIN + number * (WIDTH + GAP)
            box.y = y
            y += box.height + ROW_GAP


def _in_order(boxes: list[Box]) -> list[Box]:
    """What a column leads to, from its top to its bottom, so that few curves cross."""
    return list(dict.fromkeys(target for box in boxes for target in _targets(box)))


def _curves(boxes: list[Box]) -> list[Curve]:
    curves = []
    for box in boxes:
        for number, line in enumerate(box.lines.values()):
            for target, walked in line.targets.items():
                if target.column > box.column:
                    curves.append(_curve(box, number, target, walked))
    return curves


def _curve(box: Box, number: int, target: Box, walked: int) -> Curve:
    x1, y1 = box.x + WIDTH, box.at(number)
    x2, y2 = target.x - 8, target.y + 17
    bend = max(40, (x2 - x1) // 2)
    path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    return Curve(path, f"M{x2} {y2 - 5}L{x2 + 8} {y2}L{x2} {y2 + 5}Z", walked)


def shortened(text: str, width: int) -> str:
    """Cut a text to a width in half-width characters; a full-width one counts as two."""
    taken = 0
    for number, character in enumerate(text):
        taken += 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if taken > width:
            return text[:number] + "…"
    return text
