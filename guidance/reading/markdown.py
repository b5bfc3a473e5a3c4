"""Markdown: its blocks by markdown-it, and the places of their text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from guidance.document import Block, Kind, Text
from guidance.reading.entries import Entry, blocks_of, without_menus
from guidance.reading.html import fragment_entries
from guidance.reading.layout import End, Line
from guidance.reading.lines import Places
from guidance.reading.lists import OpenItem, OpenList
from guidance.reading.markdown_inline import Prose, prose, reader
from guidance.reading.markdown_source import Source
from guidance.reading.pieces import joined, plain, spaced
from guidance.reading.tables import nothing, table
from guidance.reading.text import first_unit
from guidance.reading.unreadable import unreadable

_DEEPEST = 19
"""The level below which markdown-it leaves blocks out: ten lists, one in the other."""

_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")
_MOST_MARKUP = 300_000
"""A long guide has some thousands of such characters; so many take seconds."""


def markdown_blocks(name: str, rows: Sequence[str]) -> list[Block]:
    """The blocks of a Markdown file; `rows` are its lines.

    Raises `Unreadable` when a comment in it does not end, for then a part of it is lost, and when
    its lists are nested too deep.
    """
    if sum(len(_MARKUP.findall(row)) for row in rows) > _MOST_MARKUP:
        what = f"has more than {_MOST_MARKUP:,} punctuation marks; give only the guide"
        raise unreadable(name, what)
    source = Source(rows)
    flow = _Flow(name, source)
    for token in reader().parse(source.text):
        flow.take(token)
    return blocks_of(without_menus(flow.entries))


class _Flow:
    """The tokens of a file on their way into entries."""

    def __init__(self, name: str, source: Source) -> None:
        self.entries: list[Entry] = []
        self._name = name
        self._source = source
        self._lists: list[OpenList] = []
        self._items: list[OpenItem] = []
        self._block = Token("", "", 0)
        """The last block that began: the one that a piece of text is of."""

        self._rows: list[list[Token]] = []

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.nesting == 1:
            self._begin(token)
        elif token.nesting == -1:
            self._end(token)
        elif token.type == "inline" and self._block.tag in {"td", "th"}:
            self._rows[-1].append(token)
        elif token.type == "inline":
            self._text(token)
        elif token.type in {"fence", "code_block"}:
            self._code(token)
        elif token.type == "html_block":
            self._html(token)

    def _begin(self, token: Token) -> None:
        first, _ = _lines(token)
        if token.level >= _DEEPEST:
            raise unreadable(
                self._name, "nests lists or quotes too deep; give them flat", first + 1
            )
        self._block = token
        if token.type == "ordered_list_open":
            self._lists.append(OpenList(int(token.attrGet("start") or 1)))
        elif token.type == "bullet_list_open":
            self._lists.append(OpenList(None))
        elif token.type == "list_item_open":
            self._items.append(self._lists[-1].item())
        elif token.tag == "table":
            self._rows = []
        elif token.tag == "tr":
            self._rows.append([])

    def _end(self, token: Token) -> None:
        if token.type in {"ordered_list_close", "bullet_list_close"}:
            self._lists.pop()
        elif token.type == "list_item_close":
            self._items.pop()
        elif token.tag == "table":
            self._table()

    def _text(self, token: Token) -> None:
        """Take the text of a heading or a paragraph."""
        first, stop = _lines(token)
        if self._block.type == "heading_open" and self._block.markup.startswith("#"):
            content = self._source.heading(token.content, first)
        else:
            content = self._source.paragraph(token.content, first, stop)
        found = prose(token.children or [], content)
        if not found.lines:
            return
        if self._is_new_item:
            self._item(found)
        elif self._block.type == "heading_open":
            text = joined(line.text for line in found.lines)
            self._add(Block(Kind.HEADING, text, int(self._block.tag[1:])), found.links)
        else:
            for line in found.lines:
                self._add(line, found.links)

    @property
    def _is_new_item(self) -> bool:
        return bool(self._items) and not self._items[-1].done

    def _item(self, found: Prose) -> None:
        """Take the first paragraph of an item: what ends on a line of its own comes after it."""
        stop = first_unit(found.lines)
        text = joined(line.text for line in found.lines[:stop])
        self._add(self._items[-1].block(text, len(self._lists)), found.links)
        for line in found.lines[stop:]:
            self._add(line, found.links)

    def _code(self, token: Token) -> None:
        """Take what is set as code: it is what a screen shows, or somebody indented a text."""
        first, _ = _lines(token)
        gap = True
        for line, column, value in self._source.code(
            token.content, first + (token.type == "fence")
        ):
            lead = len(value) - len(value.lstrip())
            if not value.strip():
                gap = True
                continue
            text = plain(value.strip(), line, column + lead)
            if self._is_new_item:
                self._add(self._items[-1].block(text, len(self._lists)))
            else:
                self._add(Line(text, text.value, gap=gap, end=End.HARD))
            gap = False

    def _html(self, token: Token) -> None:
        """Take a piece of HTML."""
        first, _ = _lines(token)
        shifts = [column - 1 for _, column, _ in self._source.code(token.content, first)]
        places = Places(token.content, first + 1, shifts)
        depth = len(self._lists)
        for entry in fragment_entries(self._name, token.content, places):
            self.entries.append(replace(entry, depth=entry.depth + depth))

    def _table(self) -> None:
        """Take a table that has ended; a break in a cell is a space."""
        rows = []
        for tokens in self._rows:
            line, _ = _lines(tokens[0]) if tokens else (0, 0)
            contents = self._source.cells([token.content for token in tokens], line)
            rows.append([_cell(*pair) for pair in zip(tokens, contents, strict=True)])
        heads = [text.value for text in rows[0]] if rows else []
        for block in table(rows[1:], heads) if rows[1:] else []:
            self._add(block)

    def _add(self, content: Block | Line, links: int = 0) -> None:
        self.entries.append(Entry(content, len(self._lists), links))


def _lines(token: Token) -> tuple[int, int]:
    """From which line, counted from 0, to before which a token stands."""
    first, stop = token.map or (0, 1)
    return first, stop


def _cell(token: Token, content: Text) -> Text:
    place = content.place(0)
    found = prose(token.children or [], content)
    return spaced([line.text for line in found.lines]) or nothing(place.line, place.column)
