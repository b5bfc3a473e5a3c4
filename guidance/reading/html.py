"""HTML: the blocks of a page, without what surrounds the guide. Nothing it names is fetched."""

from collections.abc import Sequence

from guidance.document import Block, Kind
from guidance.reading.entries import Entry, blocks_of, length, without_menus
from guidance.reading.html_page import Page
from guidance.reading.html_tokens import TAG, CutShort
from guidance.reading.lines import Places
from guidance.reading.unreadable import Unreadable, unreadable

_ENOUGH = 200
"""In characters: `main` and `article` with less hardly hold the guide."""


def html_blocks(name: str, text: str) -> list[Block]:
    """The blocks of a page.

    Raises `Unreadable` when the page ends within a tag, a comment or a script, for then a part of
    it is lost, and when its elements are nested too deep.
    """
    places = Places(text)
    page = _page(name, text, places, forms=False)
    if not page.entries:  # some pages are one form
        page = _page(name, text, places, forms=True)
    return _blocks(page)


def fragment_entries(name: str, text: str, places: Places) -> list[Entry]:
    """What a piece of HTML has, which may end anywhere but in a comment or a script."""
    page = Page(name, text, places)
    try:
        page.read()
    except CutShort as cut:
        if cut.what != TAG:
            raise _cut_short(name, places, cut) from cut
        page.finish()
    return page.entries


def _page(name: str, text: str, places: Places, forms: bool) -> Page:
    page = Page(name, text, places, forms)
    try:
        page.read()
    except CutShort as cut:
        raise _cut_short(name, places, cut) from cut
    return page


def _cut_short(name: str, places: Places, cut: CutShort) -> Unreadable:
    what = f"ends inside {cut.what}, so a part is missing; get the whole page and try again"
    return unreadable(name, what, places.at(cut.start)[0])


def _blocks(page: Page) -> list[Block]:
    chosen = without_menus(_guide(page.entries))
    titles = [] if any(map(_is_title, page.entries)) or page.title is None else [page.title]
    return [*(Block(Kind.HEADING, title, 1) for title in titles), *blocks_of(chosen)]


def _guide(entries: Sequence[Entry]) -> Sequence[Entry]:
    """What stands in `main`, or else in the only `article`, or else everything."""
    main = [entry for entry in entries if entry.main]
    if length(main) >= _ENOUGH:
        return main
    articles = {entry.article for entry in entries if entry.article}
    article = [entry for entry in entries if entry.article]
    if len(articles) == 1 and length(article) >= _ENOUGH:
        return article
    return entries


def _is_title(entry: Entry) -> bool:
    block = entry.content
    return isinstance(block, Block) and block.kind is Kind.HEADING and block.level == 1
