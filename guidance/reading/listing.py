"""Which marked lines are items of a list, and which are headings that carry a number or a sign."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from guidance.reading.layout import Line
from guidance.reading.markers import Marker, is_note, is_sign
from guidance.reading.titles import reads_as_title

SHIFT = 2
"""By how many columns the markers of one list may differ: 「10.」 often begins before 「9.」."""

_JUMP = 3
"""How far a number may be from the one before: guides miscount."""


@dataclass
class _Chain:
    """Marked lines of one style, one after the other; `members` are their indices."""

    marker: Marker
    indent: int
    members: list[int]
    loose: bool | None = None
    """Whether gaps stand between them; None while there is but one."""

    text: bool = False
    """Whether text that is not indented follows the last member, without a gap."""


@dataclass
class _Chains:
    """The chains that the lines so far have left open, the innermost last."""

    open: list[_Chain] = field(default_factory=list)
    done: list[_Chain] = field(default_factory=list)

    def close(self, indent: int) -> None:
        """Close those that are indented so far or farther."""
        while self.open and self.open[-1].indent >= indent:
            self.done.append(self.open.pop())

    def find(self, marker: Marker, indent: int) -> _Chain | None:
        """The chain that a marker may go on; those inside it are closed."""
        for depth in range(len(self.open) - 1, -1, -1):
            chain = self.open[depth]
            if chain.marker.style == marker.style and abs(chain.indent - indent) <= SHIFT:
                self.done += self.open[depth + 1 :]
                del self.open[depth + 1 :]
                return chain
            if chain.indent + SHIFT < indent:
                return None
        return None


def items(
    lines: Sequence[Line],
    markers: Mapping[int, Marker],
    fixed: Container[int],
    continuing: Container[int],
) -> set[int]:
    """The indices of the marked lines that are items; the other marked lines are headings.

    `fixed` are the lines that are known to be something else and end every list, `continuing`
    those that go on with the line before. A marked line is an item when another of its list stands
    next to it, when it is a bullet, or when it does not read as a title.
    """
    chains = _Chains()
    for index, line in enumerate(lines):
        if index in fixed:
            chains.close(0)
        elif index in markers:
            _place(chains, lines, markers[index], index)
        elif not is_note(line.text.value) and index not in continuing:
            _pass(chains, line)
    chains.close(0)
    return {
        index
        for chain in chains.done
        for index in chain.members
        if len(chain.members) > 1 or _is_item_alone(lines, index, chain, continuing)
    }


def _place(chains: _Chains, lines: Sequence[Line], marker: Marker, index: int) -> None:
    """Add a marked line to the chain that it goes on, or begin one."""
    line = lines[index]
    chain = chains.find(marker, line.indent)
    if chain is not None and _continues(chain, lines, marker, index):
        chain.loose = line.gap if chain.loose is None else chain.loose
        chain.text = False
        chain.marker = marker
        chain.members.append(index)
        return
    # After a gap, another kind of marks at the same margin begins another list.
    chains.close(line.indent if chain is not None or line.gap else line.indent + 1)
    if chain is not None and chain in chains.open[-1:]:
        chains.done.append(chains.open.pop())
    chains.open.append(_Chain(marker, line.indent, [index]))


def _continues(chain: _Chain, lines: Sequence[Line], marker: Marker, index: int) -> bool:
    """Whether a line of the same style is the next of a list."""
    line, last = lines[index], chain.members[-1]
    if is_sign(marker):
        return last == index - 1 and not line.gap
    if marker.number is None or chain.marker.number is None:
        return True
    if not chain.marker.number < marker.number <= chain.marker.number + _JUMP:
        return False
    if chain.loose is None:
        return not (line.gap and chain.text)
    # Numbered headings go on counting where a list of sentences under one of them left off.
    alike = reads_as_title(line.text.value) == reads_as_title(lines[last].text.value)
    return chain.loose == line.gap or alike


def _pass(chains: _Chains, line: Line) -> None:
    """Note a line without a mark."""
    if line.gap:
        chains.close(line.indent)
    elif chains.open and chains.open[-1].indent >= line.indent:
        chains.open[-1].text = True


def _is_item_alone(
    lines: Sequence[Line], index: int, chain: _Chain, continuing: Container[int]
) -> bool:
    """Whether a marked line that has no fellows is an item all the same."""
    after = index + 1
    if after == len(lines) or after in continuing or not reads_as_title(lines[index].text.value):
        return True
    if chain.marker.number is None:
        return not is_sign(chain.marker)
    return not (lines[after].gap or chain.text)
