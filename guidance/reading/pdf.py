"""PDF: the text layer, laid out anew from where its lines stand on the page."""

import re
from dataclasses import dataclass
from itertools import accumulate

import pypdfium2
from pypdfium2 import raw

from guidance.document import Block
from guidance.reading.pdf_layout import laid_out
from guidance.reading.pdf_text import Row, rows
from guidance.reading.text import blocks
from guidance.reading.unreadable import Unreadable, unreadable

_END_WITHIN = 2048
"""How far before its end a PDF says that it ends; some have something behind."""

_NO_LETTER = re.compile(r"[\x00-\x08\ufffd\ue000-\uf8ff]")
_MOST_NO_LETTERS = 0.3


@dataclass(frozen=True)
class Reading:
    """What a PDF gives: its blocks, the line on which each page begins, how many lines it has."""

    blocks: list[Block]
    pages: tuple[int, ...]
    lines: int


def pdf(name: str, content: bytes) -> Reading:
    """Read a PDF; its lines are those of the text layer, counted through all pages.

    Raises `Unreadable` for a PDF that is damaged, protected by a password, or without text.
    """
    if b"%%EOF" not in content[-_END_WITHIN:]:
        raise unreadable(name, "is a PDF that is cut short; get the whole file")
    pages = _pages(name, content)
    text = "".join(row.text for page in pages for row in page)
    if not text.strip():
        raise unreadable(name, "is a PDF of pictures without text; give the text of the guide")
    if len(_NO_LETTER.findall(text)) > _MOST_NO_LETTERS * len(text):
        raise unreadable(name, "is a PDF that hides its letters; give the text of the guide")
    ends = list(accumulate(map(len, pages)))
    starts = tuple(end - len(page) + 1 for end, page in zip(ends, pages, strict=True))
    return Reading(blocks(laid_out(pages)), starts, ends[-1])


def _pages(name: str, content: bytes) -> list[list[Row]]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refused(name, error) from error
    try:
        return [rows(page) for page in document]
    except pypdfium2.PdfiumError as error:
        raise _refused(name, error) from error
    finally:
        document.close()


def _refused(name: str, error: pypdfium2.PdfiumError) -> Unreadable:
    if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
        return unreadable(name, "is a PDF with a password; give it without one")
    return unreadable(name, "is a damaged PDF; get the file anew")
