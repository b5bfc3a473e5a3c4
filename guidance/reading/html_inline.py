"""The text of a page between two boundaries of blocks: white space, entities, links."""

import re
from html import unescape
from html.entities import html5

from guidance.document import Text
from guidance.reading.lines import LINE_END, Places
from guidance.reading.pieces import Pieces, cut, needs_space

_PIECE = re.compile(
    r"(?P<space>[ \t\n\f\r]++)"
    r"|(?P<entity>&(?:#\d{1,10};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{0,31};?))"
    r"|(?:&(?![#A-Za-z])|[^& \t\n\f\r]++)++|&"
)
_LONGEST_BARE = 6
"""Characters of the longest entity that may stand without its semicolon."""


class Inline:
    """Text in the making: white space is one space, and none where Japanese goes on."""

    def __init__(self, page: str, places: Places) -> None:
        self._page = page
        self._places = places
        self._begin()

    def _begin(self) -> None:
        self._pieces = Pieces()
        self._space: int | None = None
        self._breaks = False
        self._unlinked = 0
        self._links = 0

    @property
    def last(self) -> str:
        """The last character so far, "" for none."""
        return self._pieces.last

    @property
    def only_links(self) -> int:
        """How many links the text so far consists of; 0 when it has other words."""
        return 0 if self._unlinked else self._links

    def link(self) -> None:
        """Note that a link begins."""
        self._links += 1

    def add(self, start: int, stop: int, linked: bool) -> None:
        """Add characters of the page."""
        for found in _PIECE.finditer(self._page, start, stop):
            if found["space"]:
                self.space(found.start(), LINE_END.search(found[0]) is not None)
                continue
            value, used = found[0], len(found[0])
            if found["entity"]:
                value, used = _character(value)
            self._add(value, found.start(), used)
            rest = found[0][used:]
            self._add(rest, found.start() + used, len(rest))
            if not linked and any(map(str.isalnum, found[0])):
                self._unlinked += 1

    def space(self, offset: int, breaks: bool) -> None:
        """Add white space; what breaks a line is none between Japanese characters."""
        if self._space is None:
            self._space, self._breaks = offset, breaks
        else:
            self._breaks = self._breaks and breaks

    def take(self) -> Text | None:
        """The text so far, which begins anew; None when there is none."""
        text = cut(self._pieces.text(), 0) if self._pieces else None
        self._begin()
        return text if text is not None and text.value else None

    def _add(self, value: str, offset: int, used: int) -> None:
        if not value:
            return
        if self._space is not None:
            if self._pieces and (not self._breaks or needs_space(self.last, value[0])):
                self._pieces.add(" ", *self._places.at(self._space))
            self._space = None
        self._pieces.add(value, *self._places.at(offset), used)


def _character(entity: str) -> tuple[str, int]:
    """What an entity stands for, and how many characters of it it takes up."""
    name = entity[1:]
    if name in html5 or name.startswith("#"):
        return unescape(entity), len(entity)
    for length in range(min(_LONGEST_BARE, len(name)), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], 1 + length
    return entity, len(entity)
