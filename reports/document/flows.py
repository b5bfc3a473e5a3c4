"""How the screens of a device lead to one another, as the scenarios walked them: a picture each.

A box is a screen; its lines are what can be done there, in the order in which the device offers it.
A line that leads to a screen in the next column does so by a curve; where it leads elsewhere, that
screen is named under it, so that no curve ever crosses a box. A choice that no scenario ever made
stands out.
"""

from dataclasses import dataclass

from fakes.words import Words
from reports.document import wording
from reports.document.boxes import GAP, MARGIN, WIDTH, Box, Curve, Deed, Key, Line
from reports.document.layout import columns_of, curves_between, set_out
from reports.run import Act, Run, Screen


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
    columns = columns_of(boxes)
    set_out(columns)
    width = MARGIN * 2 + len(columns) * WIDTH + (len(columns) - 1) * GAP
    height = MARGIN + max(box.y + box.height for box in boxes)
    return Flow(wording.device(device), tuple(boxes), tuple(curves_between(boxes)), width, height)


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
