"""The lists that are open while a page or a Markdown file is read."""

from dataclasses import dataclass

from guidance.document import Block, Kind, Text
from guidance.reading.markers import marker
from guidance.reading.pieces import cut


@dataclass
class OpenList:
    """A list that is open. `number` is that of its next item, None without numbers."""

    number: int | None
    fresh: bool = True

    def item(self, number: int | None = None) -> "OpenItem":
        """Begin an item; it may say its number itself."""
        if self.number is None:
            return OpenItem(None, self)
        own = self.number if number is None else number
        self.number = own + 1
        return OpenItem(own, self)


@dataclass
class OpenItem:
    """An item that is open; once it has its text, what follows in it are paragraphs."""

    number: int | None
    of: OpenList
    done: bool = False

    def block(self, text: Text, depth: int) -> Block:
        """The item with its text; a mark that somebody wrote besides is no part of it."""
        own = marker(text.value)
        number = self.number
        if own is not None and own.end < len(text.value):
            if number is None:
                number = own.number
            if own.number in {None, number}:
                text = cut(text, own.end)
        self.done = True
        fresh, self.of.fresh = self.of.fresh, False
        return Block(Kind.ITEM, text, depth, number, fresh=fresh)
