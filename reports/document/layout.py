"""Where the pieces of a flow picture stand."""

import itertools
from collections.abc import Iterator

from reports.document.boxes import GAP, LINE, MARGIN, ROW_GAP, WIDTH, Box, Curve, Line


def columns_of(boxes: list[Box]) -> list[list[Box]]:
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


def set_out(columns: list[list[Box]]) -> None:
    """Give every box and line its place; boxes stand in the order in which they are led to."""
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


def curves_between(boxes: list[Box]) -> Iterator[Curve]:
    """Draw what leads to the next column; the boxes have their places."""
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
