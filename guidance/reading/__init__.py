"""Reading a guide: text, Markdown, HTML or PDF, in any encoding that Japanese guides come in."""

from collections.abc import Sequence

from guidance.document import Block, Document
from guidance.reading import lines
from guidance.reading.decoding import decoded
from guidance.reading.form import HTML, MARKDOWN, PDF, TEXT, form, is_pdf
from guidance.reading.html import html_blocks
from guidance.reading.markdown import markdown_blocks
from guidance.reading.octets import STANDARD_INPUT_NAME, octets
from guidance.reading.ordered import ordered
from guidance.reading.text import text_blocks
from guidance.reading.unreadable import Unreadable, unreadable

__all__ = ["HTML", "MARKDOWN", "PDF", "TEXT", "Unreadable", "read", "read_octets"]


def read(path: str) -> Document:
    """Read a guide from a file, or from standard input for "-".

    Raises `Unreadable` when there is nothing to read or it is no guide.
    """
    return read_octets(*octets(path))


def read_octets(name: str, octets: bytes) -> Document:
    """Read a guide from its octets; its name tells text and Markdown apart.

    Raises `Unreadable` as `read` does.
    """
    if not octets.strip():
        raise unreadable(name, "is empty; give a file with the text of the guide")
    if is_pdf(octets):
        return _pdf(name, octets)
    text, encoding = decoded(name, octets)
    _refuse_much(name, lines.count(text))
    kind = form(name, text, named=name != STANDARD_INPUT_NAME)
    blocks = _blocks(name, kind, text)
    if not blocks:
        raise unreadable(name, "has no text to read; give a file with the text of the guide")
    return _document(name, kind, encoding, blocks)


def _pdf(name: str, content: bytes) -> Document:
    # Its library takes 70 ms to load, which other guides need not wait for.
    from guidance.reading.pdf import pdf

    found = pdf(name, content)
    _refuse_much(name, found.lines)
    return _document(name, PDF, "", found.blocks, found.pages)


MOST_CHARACTERS = 500_000
"""An article has some thousands, a handbook of the procedure a hundred thousand."""


def _document(
    name: str, kind: str, encoding: str, blocks: Sequence[Block], pages: tuple[int, ...] = ()
) -> Document:
    length = sum(len(text.value) for block in blocks for text in (block.text, *block.cells))
    if length > MOST_CHARACTERS:
        what = f"has more than {MOST_CHARACTERS:,} characters of text; give only the guide"
        raise unreadable(name, what)
    return Document(name, kind, encoding, tuple(ordered(blocks)), pages)


def _blocks(name: str, kind: str, text: str) -> list[Block]:
    if kind == HTML:
        return html_blocks(name, text)
    if kind == MARKDOWN:
        return markdown_blocks(name, lines.lines(text))
    return text_blocks(lines.lines(text))


def _refuse_much(name: str, count: int) -> None:
    if count > lines.MOST_LINES:
        what = f"has more than {lines.MOST_LINES:,} lines; give only the guide"
        raise unreadable(name, what, lines.MOST_LINES + 1)
