"""What of a page is not the guide: navigation, advertisements, what is hidden."""

import re
from enum import Enum

from guidance.reading.html_tokens import Tag
from guidance.reading.words import words


class Aside(Enum):
    """Whether an element is left out; `BUT_MAIN` is for what may still wrap the whole guide."""

    NO = "no"
    BUT_MAIN = "all but main"
    WHOLLY = "wholly"


_NEVER = words(
    "script style template noscript nav aside button select iframe svg textarea datalist "
    "audio video canvas object rt rp xmp noembed noframes footer"
)
_KEPT_WHOLE = {"html", "body", "main", "article"}
"""What a class or an id does not leave out: they hold everything."""

_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"}

_WORDS = words(
    "menu nav navi navigation gnav breadcrumb breadcrumbs pankuzu ad ads adsense advert "
    "advertisement advertising banner sponsor sponsored share sns related ranking sidebar cookie "
    "pager pagination footer"
)

_OF_PAGE = words(
    "header site global main top bottom common base the wrapper wrap container inner area block "
    "fixed sp pc l g c p"
)
"""With these words only, a header is that of the page; sections have theirs: 「step-header」."""

_BESIDE = {"content", "contents", "main", "layout", "wrap", "wrapper", "container"}
"""With these words, what has a sidebar is named and not the sidebar."""

_MODIFIERS = {"has", "no", "with", "without"}
"""Words that make a class say what is beside an element: 「has-sidebar」."""

_WORD = re.compile(r"[^-_\s]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def aside(tag: Tag, within_content: bool) -> Aside:
    """Whether an element is left out; within `main` or `article` its header is not."""
    name, attributes = tag.name, tag.attributes
    if name in _NEVER or (name == "header" and not within_content):
        return Aside.WHOLLY
    if name == "dialog" and "open" not in attributes:
        return Aside.WHOLLY
    if not attributes:
        return Aside.NO
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return Aside.WHOLLY
    if _UNSEEN.search(attributes.get("style", "")):
        return Aside.WHOLLY
    if name in _KEPT_WHOLE:
        return Aside.NO
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    if attributes.get("role", "").lower() in _ROLES:
        return Aside.BUT_MAIN
    return Aside.BUT_MAIN if any(_is_aside(each, within_content) for each in names) else Aside.NO


def _is_aside(name: str, within_content: bool) -> bool:
    """Whether a class or an id names what is left out."""
    words = _WORD.findall(name)
    if name in {"pr", "pr-box"} or words[:2] == ["pr", "box"]:
        return True
    if not _MODIFIERS.isdisjoint(words):
        return False
    found = _WORDS.intersection(words)
    if found == {"sidebar"}:
        return _BESIDE.isdisjoint(words)
    return bool(found) or (not within_content and "header" in words and _OF_PAGE.issuperset(words))
