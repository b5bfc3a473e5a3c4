"""Text on its way into the page: what cannot be seen is made visible, what is quoted is marked."""

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from fakes.words import Words

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, invisible ones, those that turn the direction of text, lone surrogates.

HTML forbids some of them, and the others would let a page show what is not written."""

QUOTED = re.compile('(「[^「」]*」|"[^"]*"|<[^<>]{1,40}>)')


NAMED = re.compile("(?:(?<=食い違い )|(?<=divergence ))([a-z0-9-]+)")
"""A divergence as the notes of the policy name it."""


def visible(value: Any) -> Any:
    """Put the code of a character in the place of one that cannot be seen; leave markup alone."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return INVISIBLE.sub(lambda match: f"\u27e8{ord(match[0]):04X}\u27e9", value)


def marked(text: str) -> Markup:
    """Escape a step's text; mark its literal values, in 「」 or "", and its placeholders, in <>."""
    parts = QUOTED.split(visible(text))
    return Markup("").join(
        _highlighted(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )


def _highlighted(part: str) -> Markup:
    kind = "hole" if part.startswith("<") else "value"
    return Markup('<b class="{}">{}</b>').format(kind, part)


def linked(text: str, divergences: Mapping[str, Words]) -> Markup:
    """Escape a note; where it names a divergence by its id, link to it, by its title."""
    parts = NAMED.split(visible(text))
    return Markup("").join(
        _link(part, divergences) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def _link(identity: str, divergences: Mapping[str, Words]) -> Markup:
    title = divergences.get(identity)
    if title is None:
        return escape(identity)
    return Markup(
        '<a href="#divergence-{}"><span class="ja" lang="ja">{}</span>'
        '<span class="en" lang="en">{}</span></a>'
    ).format(identity, title.ja, title.en)
