"""The elements that are open at a point of a page, with the end tags that people leave out."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from guidance.reading.html_aside import Aside
from guidance.reading.html_tokens import Tag
from guidance.reading.words import words

MOST_DEEP = 1000

VOID = words("area base br col embed hr img input link meta param source track wbr")
"""Elements that have nothing inside."""

TABLES = {"table"}
CELLS = {"td", "th"}
ITEMS = {"li", "dt", "dd"}
LISTS = {"ul", "ol", "menu", "dl"}
HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}

BLOCKS = words(
    "address article aside blockquote body center details dialog dir div fieldset figcaption "
    "figure footer form header hgroup hr html legend main nav p pre search section summary "
    "table caption thead tbody tfoot tr option optgroup"
).union(CELLS, ITEMS, LISTS, HEADINGS)
"""Elements that end what stands before them."""

_CLOSES_P = BLOCKS - {"html", "body", "option", "optgroup", "tr", "thead", "tbody", "tfoot"} - CELLS
_IN_HEAD = {"base", "link", "meta", "title", "script", "style", "noscript", "template", "head"}
_SECTIONS = {"thead", "tbody", "tfoot", "caption"}

_TABLE_PARTS = CELLS | TABLES | {"caption"}
_ANY_BLOCK = "*"
"""Stands for every name of `BLOCKS`."""

_ENDED_BY: dict[str, tuple[Collection[str], Collection[str]]] = {
    "li": ({"li"}, LISTS | CELLS),
    "dt": ({"dt", "dd"}, LISTS | CELLS),
    "dd": ({"dt", "dd"}, LISTS | CELLS),
    "option": ({"option"}, {"select"}),
    "rt": ({"rt", "rp"}, {"ruby"}),
    "rp": ({"rt", "rp"}, {"ruby"}),
    "td": (CELLS, TABLES),
    "th": (CELLS, TABLES),
    "tr": ({"tr", "caption"}, TABLES),
    **dict.fromkeys(_SECTIONS, (_SECTIONS | {"tr"}, TABLES)),
}
"""Which open elements a start tag ends, and outside which elements they may not be."""


@dataclass(eq=False)
class Element:
    """An open element, and whether it is part of the guide."""

    tag: Tag
    aside: Aside

    @property
    def name(self) -> str:
        """The name of its tag."""
        return self.tag.name


class Elements:
    """The open elements, the innermost last."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        # At which depths elements of a name are open: no tag makes the whole stack be searched.
        self._depths: defaultdict[str, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._open)

    @property
    def innermost(self) -> Element | None:
        """The element that text stands in."""
        return self._open[-1] if self._open else None

    def has(self, name: str) -> bool:
        """Whether such an element is open."""
        return bool(self._depths[name])

    def open(self, element: Element) -> None:
        """Go into an element."""
        self._depths[element.name].append(len(self._open))
        if element.name in BLOCKS:
            self._depths[_ANY_BLOCK].append(len(self._open))
        self._open.append(element)

    def before(self, name: str) -> Iterator[Element]:
        """End what a start tag ends, one element after the other, the innermost first."""
        if self.has("head") and name not in _IN_HEAD:
            yield from self._end({"head"}, ())
        if name in _CLOSES_P and self.has("p"):
            yield from self._end({"p"}, _TABLE_PARTS)
        if name in HEADINGS and self._open and self._open[-1].name in HEADINGS:
            yield self._close()
        ended, within = _ENDED_BY.get(name, ((), ()))
        while self._last(ended) > self._last(within):
            yield from self._end(ended, within)

    def after(self, name: str) -> Iterator[Element]:
        """End what an end tag ends, the innermost first; an end tag too many ends nothing."""
        if name in TABLES or name in {"body", "html"}:
            within: Collection[str] = ()
        elif name in _TABLE_PARTS or name in _SECTIONS or name == "tr":
            within = TABLES
        elif name in BLOCKS:
            within = _TABLE_PARTS
        else:
            within = {_ANY_BLOCK}
        yield from self._end({name}, within)

    def rest(self) -> Iterator[Element]:
        """End everything."""
        while self._open:
            yield self._close()

    def _end(self, names: Collection[str], within: Collection[str]) -> Iterator[Element]:
        """End the innermost of such elements and what is open in it.

        Nothing ends when one of `within` stands between.
        """
        depth = self._last(names)
        if depth > self._last(within):
            while len(self._open) > depth:
                yield self._close()

    def _last(self, names: Collection[str]) -> int:
        """The depth of the innermost of such elements; -1 when there is none."""
        return max((self._depths[name][-1] for name in names if self._depths[name]), default=-1)

    def _close(self) -> Element:
        element = self._open.pop()
        self._depths[element.name].pop()
        if element.name in BLOCKS:
            self._depths[_ANY_BLOCK].pop()
        return element
