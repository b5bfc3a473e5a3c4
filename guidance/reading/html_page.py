"""Going through a page: which elements are open, and which of them are left out."""

from guidance.document import Text
from guidance.reading.entries import Entry
from guidance.reading.html_aside import Aside, aside
from guidance.reading.html_elements import BLOCKS, MOST_DEEP, VOID, Element, Elements
from guidance.reading.html_flow import Flow
from guidance.reading.html_inline import Inline
from guidance.reading.html_tokens import Characters, Tag, tokens
from guidance.reading.lines import Places
from guidance.reading.unreadable import unreadable

_MOST_TAGS = 300_000
"""A long guide has some thousands; so many take seconds."""

_FOREIGN = ("svg", "math")


class Page:
    """A page, read from its beginning to its end. `title` is what it calls itself."""

    def __init__(self, name: str, text: str, places: Places, forms: bool = False) -> None:
        self.title: Text | None = None
        self._name = name
        self._text = text
        self._places = places
        self._forms = forms
        self._elements = Elements()
        self._flow = Flow(text, places)
        self._title = Inline(text, places)
        self._sections = {"main": 0, "article": 0}
        self._xml = text.lstrip().startswith("<?xml")

    @property
    def entries(self) -> list[Entry]:
        """What the page has, in order."""
        return self._flow.entries

    def read(self) -> None:
        """Read it; raises `CutShort` or `Unreadable`."""
        count = 0
        for token in tokens(self._text):
            if isinstance(token, Characters):
                self._characters(token)
                continue
            count += 1
            if count > _MOST_TAGS:
                what = f"has more than {_MOST_TAGS:,} tags; give only the guide"
                raise unreadable(self._name, what, self._places.at(token.start)[0])
            if token.closing:
                self._end(token)
            else:
                self._begin(token)
        self.finish()

    def finish(self) -> None:
        """End everything that is open."""
        for element in self._elements.rest():
            self._left(element)
        self._flow.boundary(len(self._text))

    def _begin(self, tag: Tag) -> None:
        for element in self._elements.before(tag.name):
            self._left(element)
        element = Element(tag, self._aside(tag))
        self._entered(element)
        if tag.name in VOID or (tag.closed and self._may_be_empty):
            self._left(element)
            return
        self._elements.open(element)
        if len(self._elements) > MOST_DEEP:
            line, _ = self._places.at(tag.start)
            what = f"nests elements more than {MOST_DEEP:,} deep; mend the page or give its text"
            raise unreadable(self._name, what, line)

    def _end(self, tag: Tag) -> None:
        if tag.name == "br" and not self._is_left_out:  # browsers take </br> for one
            self._flow.line_break(tag.start)
        for element in self._elements.after(tag.name):
            self._left(element)

    def _aside(self, tag: Tag) -> Aside:
        """Whether an element is left out, with what it is in or for itself."""
        parent = self._elements.innermost
        outer = parent.aside if parent is not None else Aside.NO
        if outer is Aside.WHOLLY or (outer is Aside.BUT_MAIN and tag.name != "main"):
            return outer
        if tag.name == "form" and not self._forms:
            return Aside.BUT_MAIN
        return aside(tag, self._elements.has("main") or self._elements.has("article"))

    def _entered(self, element: Element) -> None:
        name = element.name
        if name in BLOCKS and (element.aside is not Aside.NO or name == "hr"):
            self._flow.boundary(element.tag.start)
        if element.aside is not Aside.NO:
            return
        if name == "br":
            self._flow.line_break(element.tag.start)
        elif name == "a":
            self._flow.link()
        elif name in BLOCKS:
            self._flow.enter(element.tag)
        if name in self._sections and not self._elements.has(name):
            self._sections[name] += 1
            self._mark(name, self._sections[name])

    def _left(self, element: Element) -> None:
        name = element.name
        if element.aside is Aside.NO and name in BLOCKS:
            self._flow.leave(element.tag)
        if name in self._sections and not self._elements.has(name):
            self._mark(name, 0)
        if name == "title" and self.title is None:
            self.title = self._title.take()

    def _mark(self, name: str, number: int) -> None:
        """Say in which `main` or `article` everything is from here on."""
        if name == "main":
            self._flow.main = number
        else:
            self._flow.article = number

    def _characters(self, found: Characters) -> None:
        parent = self._elements.innermost
        if parent is not None and parent.name == "title":
            if not self._is_left_out and self.title is None:
                self._title.add(found.start, found.stop, linked=False)
        elif not self._is_left_out:
            linked, laid_out = self._elements.has("a"), self._elements.has("pre")
            self._flow.characters(found.start, found.stop, linked, laid_out)

    @property
    def _is_left_out(self) -> bool:
        parent = self._elements.innermost
        return parent is not None and parent.aside is not Aside.NO

    @property
    def _may_be_empty(self) -> bool:
        """Whether "/>" ends an element, as it does in XML and in drawings."""
        return self._xml or any(map(self._elements.has, _FOREIGN))
