"""What the text of a page becomes, element by element: headings, items, paragraphs, cells."""

from dataclasses import dataclass, field, replace

from guidance.document import Block, Kind
from guidance.reading.entries import Entry
from guidance.reading.html_elements import CELLS, HEADINGS, LISTS
from guidance.reading.html_inline import Inline
from guidance.reading.html_tables import Table, number
from guidance.reading.html_tokens import Tag
from guidance.reading.layout import End, Line
from guidance.reading.lines import LINE_END, Places
from guidance.reading.lists import OpenItem, OpenList
from guidance.reading.titles import QUESTION

_LEVELS = {**HEADINGS, "dt": QUESTION, "summary": QUESTION}
_NOT_IN_HEADINGS = {"p", "ul", "ol", "dl", "table", "section", "pre"}
"""What ends a heading that somebody forgot to end."""


@dataclass
class _Scope:
    """What is open around a text: all over again in each cell of a table."""

    lists: list[OpenList] = field(default_factory=list)
    items: list[OpenItem] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)


class Flow:
    """The text of a page on its way into entries.

    The elements that are not left out are entered and left in turn, each inside the one before.
    """

    def __init__(self, text: str, places: Places) -> None:
        self.entries: list[Entry] = []
        self.main = 0
        self.article = 0
        self._text = text
        self._places = places
        self._inline = Inline(text, places)
        self._scopes = [_Scope()]
        self._tables: list[Table] = []
        self._heads = 0
        self._gap = True

    def enter(self, tag: Tag) -> None:
        """Go into an element that ends what stands before it."""
        name = tag.name
        scope = self._scopes[-1]
        if scope.levels and name in _NOT_IN_HEADINGS and self._inline.last:
            self._flush()
            scope.levels[-1] = 0
        self.boundary(tag.start)
        if name in _LEVELS:
            scope.levels.append(_LEVELS[name])
        elif name in LISTS:
            start = (number(tag.attributes.get("start")) or 1) if name == "ol" else None
            scope.lists.append(OpenList(start))
        elif name == "li":
            scope.items.append(self._item(tag))
        elif name == "table":
            laid_out = tag.attributes.get("role") in {"presentation", "none"}
            self._tables.append(Table(laid_out))
        elif self._tables:
            self._enter_part(tag)

    def leave(self, tag: Tag) -> None:
        """Go out of an element; everything in it has been left."""
        name = tag.name
        scope = self._scopes[-1]
        if name in _LEVELS:
            self._flush()
            scope.levels.pop()
            return
        self.boundary(tag.start)
        if name in LISTS:
            scope.lists.pop()
        elif name == "li":
            scope.items.pop()
        elif name == "table":
            entries = [
                replace(entry, main=self.main, article=self.article)
                for entry in self._tables.pop().entries()
            ]
            self._sink.extend(entries)
        elif self._tables:
            self._leave_part(name)

    def link(self) -> None:
        """Note that a link begins."""
        self._inline.link()

    def characters(self, start: int, stop: int, linked: bool, as_laid_out: bool) -> None:
        """Add characters of the page; `as_laid_out` keeps their lines apart."""
        if not as_laid_out or self._in_cell:
            self._inline.add(start, stop, linked)
            return
        for end in LINE_END.finditer(self._text, start, stop):
            self._inline.add(start, end.start(), linked)
            self.line_break(end.start())
            start = end.end()
        self._inline.add(start, stop, linked)

    def line_break(self, offset: int) -> None:
        """End a line: of a heading or a cell it goes on, and after a comma."""
        if self._in_cell or self._scopes[-1].levels:
            self._inline.space(offset, breaks=not self._in_cell)
        elif self._inline.last in {"、", ","}:
            self._inline.space(offset, breaks=True)
        else:
            self._gap = not self._flush()

    def boundary(self, offset: int) -> None:
        """End a block; within a heading, everything is one."""
        if self._scopes[-1].levels:
            self._inline.space(offset, breaks=False)
        else:
            self._flush()
            self._gap = True

    @property
    def _in_cell(self) -> bool:
        return bool(self._tables) and self._tables[-1].cell is not None

    @property
    def _sink(self) -> list[Entry]:
        if not self._tables:
            return self.entries
        table = self._tables[-1]
        return table.before if table.cell is None else table.cell.entries

    def _item(self, tag: Tag) -> OpenItem:
        lists = self._scopes[-1].lists
        own = number(tag.attributes.get("value"))
        return (lists[-1] if lists else OpenList(None)).item(own)

    def _enter_part(self, tag: Tag) -> None:
        """Go into a part of a table."""
        table = self._tables[-1]
        if tag.name in CELLS:
            table.begin_cell(tag, *self._places.at(tag.start))
            self._scopes.append(_Scope())
        elif tag.name == "tr":
            table.begin_row(self._heads > 0)
        elif tag.name == "thead":
            self._heads += 1

    def _leave_part(self, name: str) -> None:
        """Go out of a part of a table."""
        if name in CELLS:
            self._tables[-1].cell = None
            self._scopes.pop()
        elif name == "thead":
            self._heads -= 1

    def _flush(self) -> bool:
        """Make an entry of the text so far; False when there is none."""
        links = self._inline.only_links
        text = self._inline.take()
        if text is None:
            return False
        scope = self._scopes[-1]
        item = scope.items[-1] if scope.items else None
        depth = len(scope.lists)
        content: Block | Line
        if item is not None and not item.done:
            content = item.block(text, max(1, depth))
        elif scope.levels and scope.levels[-1]:
            content = Block(Kind.HEADING, text, scope.levels[-1])
        else:
            content = Line(text, text.value, gap=self._gap, end=End.HARD)
        self._sink.append(Entry(content, depth, links, self.main, self.article))
        return True
