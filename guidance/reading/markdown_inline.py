"""The text of a paragraph of Markdown, with the place of each of its pieces.

markdown-it says on which lines a block stands, but not where in it a piece of text does. So this
notes, while a paragraph is read, at which of its characters each piece begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from guidance.document import Text
from guidance.reading.layout import End, Line
from guidance.reading.pieces import Pieces, cut, sliced, unbroken

_AT = "at"
_OF = "of"
"""What a token keeps: at which character it begins, and at which the construct it is of."""

_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_READING = re.compile(r"<(/?)r[tp]\b", re.IGNORECASE)


class _State(StateInline):
    """A paragraph that is being read.

    `here` is where the construct in hand begins, `begun` where the text before it does that is no
    token yet.
    """

    here = 0
    begun = 0

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        """Add the text that is no token yet."""
        token = super().pushPending()
        token.meta[_AT] = self.begun
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token; a row of asterisks gives several, one after the other."""
        token = super().push(ttype, tag, nesting)
        token.meta[_AT] = token.meta[_OF] = self.here
        if len(self.tokens) > 1:
            before = self.tokens[-2]
            if before.type == ttype == "text" and before.meta.get(_OF) == self.here:
                token.meta[_AT] = before.meta[_AT] + len(before.content)
        return token


class _Inline(ParserInline):
    """The library's reader of paragraphs, noting where it is."""

    def tokenize(self, state: StateInline) -> None:
        """Read what stands between the state's limits."""
        rules = self.ruler.getRules("")
        end = state.posMax
        while state.pos < end:
            if isinstance(state, _State):
                state.here = state.pos
                if not state.pending:
                    state.begun = state.pos
            nests = state.level < state.md.options["maxNesting"]
            if not (nests and any(rule(state, False) for rule in rules)):
                state.append_pending(state.src[state.pos])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Read a paragraph."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def reader() -> MarkdownIt:
    """The library, with tables, and with the pieces of a paragraph left as they are."""
    reader = MarkdownIt()
    reader.inline = _Inline()
    reader.configure("commonmark")
    reader.enable(["table", "strikethrough"])
    return reader.disable(["text_join", "fragments_join"])


@dataclass
class Prose:
    """The text of a paragraph: its lines, and how many links it consists of.

    `links` is 0 for a paragraph that has words of its own.
    """

    lines: list[Line] = field(default_factory=list)
    links: int = 0


def prose(children: Sequence[Token], content: Text) -> Prose:
    """The text of a paragraph; `content` is its source, without the marks of its block."""
    found = Prose()
    pieces = Pieces()
    unlinked, linked, hidden, gap = False, 0, False, True
    for token in children:
        if token.type in {"softbreak", "hardbreak"} or _is_break(token):
            end = End.SOFT if token.type == "softbreak" else End.HARD
            gap = not _end_line(found.lines, pieces, gap, end) and gap
            pieces = Pieces()
        elif token.type == "html_inline":
            reading = _READING.match(token.content)
            hidden = reading is not None and not reading[1]
        elif token.type == "link_open":
            found.links += 1
            linked += 1
        elif token.type == "link_close":
            linked -= 1
        elif not hidden:
            _add(pieces, token, content)
            unlinked = unlinked or (not linked and any(map(str.isalnum, token.content)))
    _end_line(found.lines, pieces, gap, End.HARD)
    found.links = 0 if unlinked else found.links
    return found


def _is_break(token: Token) -> bool:
    return token.type == "html_inline" and _BREAK.match(token.content) is not None


def _end_line(lines: list[Line], pieces: Pieces, gap: bool, end: End) -> bool:
    """Add a line; False when there is nothing on it."""
    text = cut(pieces.text(), 0) if pieces else None
    if text is None or not text.value:
        if lines and end is End.HARD:
            lines[-1] = replace(lines[-1], end=end)
        return False
    lines.append(Line(text, text.value, gap=gap, end=end))
    return True


def _add(pieces: Pieces, token: Token, content: Text) -> None:
    """Add a piece of text, from where it stands in its paragraph."""
    if token.type not in {"text", "text_special", "code_inline"} or not token.content:
        return
    at, value = token.meta[_AT], unbroken(token.content)
    if token.type == "code_inline":
        at += len(token.markup)
    for start in (at, at + 1):  # after "<" of an address, or a space beside a backtick
        if content.value[start : start + len(value)] == value:
            pieces.add_text(sliced(content, start, start + len(value)))
            return
    place = content.place(at)
    pieces.add(value, place.line, place.column, len(token.markup))
