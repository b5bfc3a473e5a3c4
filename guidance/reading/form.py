"""What a guide is written in: its content tells first, its name second."""

import re
from pathlib import PurePath

TEXT = "text"
MARKDOWN = "markdown"
HTML = "html"
PDF = "pdf"

_PDF_WITHIN = 1024
_HTML_WITHIN = 4096
_LOOKED_AT = 100_000

_SUFFIXES = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
}
_HTML = re.compile(r"<(?:!doctype\s+html|(?:html|head|body)[\s>])", re.IGNORECASE)
_ATX = re.compile(r"^#{1,6} \S", re.MULTILINE)
_LIST_OR_TABLE = re.compile(r"^ {0,3}(?:[-*+] |\d{1,3}\. |\|.*\|\s*$)", re.MULTILINE)


def is_pdf(content: bytes) -> bool:
    """Whether octets are those of a PDF; some have something before it, and so have texts on it."""
    start = content[:_PDF_WITHIN]
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-") or (
        b"%PDF-" in start and b"%%EOF" in content[-_PDF_WITHIN:]
    )


def form(name: str, text: str, named: bool) -> str:
    """What a decoded guide is written in; without a name, Markdown shows by its headings."""
    if _HTML.search(text, 0, _HTML_WITHIN):
        return HTML
    if named:
        return _SUFFIXES.get(PurePath(name).suffix.lower(), TEXT)
    start = text[:_LOOKED_AT]
    return MARKDOWN if _ATX.search(start) and _LIST_OR_TABLE.search(start) else TEXT
