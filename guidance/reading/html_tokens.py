"""The tags and the text of a page, as browsers tell them apart.

Python's own `html.parser` reads unclosed comments, tags and declarations in time that grows with
the square of their number, and takes comments and scripts differently from release to release.
This follows the standard of HTML and looks at no character more often than a few times.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Tag:
    """A start or an end tag. `name` is in small letters; `start` is its offset in the page.

    Of its attributes only those are kept that matter to the text.
    """

    name: str
    start: int
    attributes: dict[str, str]
    closing: bool
    closed: bool
    """Whether it ends in "/>"."""


@dataclass(frozen=True)
class Characters:
    """Text between tags, from one offset of the page to before another."""

    start: int
    stop: int


Token = Tag | Characters


class CutShort(Exception):
    """The page ends within a tag, a comment or a script; `what` began at the offset `start`."""

    def __init__(self, what: str, start: int) -> None:
        super().__init__(what)
        self.what = what
        self.start = start


TAG = "a tag"

_KEPT = {"class", "id", "hidden", "aria-hidden", "style", "role", "open"} | {
    "start",
    "value",
    "colspan",
    "rowspan",
}
_LONGEST_VALUE = 1000
"""No attribute that matters to the text has a longer value."""

_RAW = {"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"}
"""What has no tags inside: it goes on until its own end tag."""

_RAW_ENDS = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE) for name in _RAW}

_OPENING = re.compile(r"<(?:(?P<tag>/?[A-Za-z])|(?P<comment>!--)|(?P<other>[!?/]))")
_NAME = re.compile(r"</?([^ \t\n\f\r/>]+)")
_ATTRIBUTE = re.compile(
    r"""[ \t\n\f\r/]*+(?P<name>=?[^ \t\n\f\r/>=]*+)"""
    r"""(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?P<value>"[^"]*+"|'[^']*+'|(?!["'])[^ \t\n\f\r>]*+))?+"""
)
_QUOTE = re.compile(r"""[ \t\n\f\r]*+=[ \t\n\f\r]*+["']""")
_EMPTY_COMMENT = re.compile(r"<!---?>")
_COMMENT_END = re.compile(r"--!?>")


def tokens(page: str) -> Iterator[Token]:
    """The tags and the text of a page, in order, without comments and declarations.

    What stands in a `title` is text; the other elements that hold no tags come without theirs.
    Raises `CutShort` where the page ends too early.
    """
    position = 0
    while found := _OPENING.search(page, position):
        start = found.start()
        if start > position:
            yield Characters(position, start)
        if found["comment"]:
            position = _after_comment(page, start)
        elif found["other"]:
            position = _after(page, ">", start, "a declaration")
        else:
            tag, position = _tag(page, start)
            yield tag
            if tag.name in _RAW and not tag.closing and not tag.closed:
                stop = _raw_stop(page, tag, position)
                if tag.name == "title":
                    yield Characters(position, stop)
                position = stop
    if position < len(page):
        yield Characters(position, len(page))


def _after(page: str, what: str, start: int, within: str) -> int:
    found = page.find(what, start)
    if found < 0:
        raise CutShort(within, start)
    return found + len(what)


def _after_comment(page: str, start: int) -> int:
    found = _EMPTY_COMMENT.match(page, start) or _COMMENT_END.search(page, start + 4)
    if found is None:
        raise CutShort("a comment", start)
    return found.end()


def _raw_stop(page: str, tag: Tag, position: int) -> int:
    found = _RAW_ENDS[tag.name].search(page, position)
    if found is None:
        raise CutShort(f"<{tag.name}>", tag.start)
    return found.start()


def _tag(page: str, start: int) -> tuple[Tag, int]:
    """The tag that begins at an offset, and the offset after it."""
    named = _NAME.match(page, start)
    position = named.end() if named else start + 1
    attributes: dict[str, str] = {}
    closed = False
    while (found := _ATTRIBUTE.match(page, position)) and found.end() > position:
        position = found.end()
        if found["name"] and _QUOTE.match(page, position):  # which nothing closes
            raise CutShort(TAG, start)
        closed = not found["name"] and page[position - 1] == "/"
        name = found["name"].lower() if len(found["name"]) < 20 else ""
        if name in _KEPT:
            value = (found["value"] or "")[: _LONGEST_VALUE + 2]
            attributes.setdefault(name, value.strip("\"'"))
    if position >= len(page):
        raise CutShort(TAG, start)
    name = named[1].lower() if named else ""
    return Tag(name, start, attributes, page[start + 1] == "/", closed), position + 1
