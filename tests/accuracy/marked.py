"""Guides with marks: what may be said otherwise, and what would be another thing.

`{{KIND TOPIC|text|wrong|…}}` is a span and replacements of it that change what a person must do;
`{{same|text|other|…}}` one with replacements that change nothing. `{{steps}}` and `{{/steps}}`
stand around the steps of a device; an item that begins with `{{-}}` may be left out or moved.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MARK = re.compile(r"\{\{(?P<kind>[a-z]+)(?: (?P<topic>[a-z0-9-]+))?\|(?P<texts>[^{}]*)\}\}")
OPTIONAL = "{{-}}"
STEPS, END_OF_STEPS = "{{steps}}", "{{/steps}}"
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Edit:
    """One edit of a clean guide.

    `lines` are where a finding about it may stand; `changes` says whether it changes what a
    person must do; `kind` and `topic` are those of the mark, or of what was done to the steps.
    """

    guide: str
    kind: str
    topic: str
    changes: bool
    text: str
    lines: frozenset[int]
    was: str
    became: str
    name: str = ""
    """The name under which it is read, where it is another form than the guide's."""


@dataclass(frozen=True)
class Guide:
    """A guide with its marks."""

    path: Path

    @property
    def marked(self) -> str:
        """The guide with its marks."""
        return self.path.read_text(encoding="utf-8")

    @property
    def clean(self) -> str:
        """The guide as a reader has it."""
        return _clean(self.marked)

    def edits(self) -> Iterator[Edit]:
        """Every edit that the marks give."""
        lines = self.marked.split("\n")
        for index, line in enumerate(lines):
            for found in MARK.finditer(line):
                yield from self._replaced(lines, index, found)
        yield from self._steps(lines)

    def _replaced(self, lines: list[str], index: int, found: re.Match[str]) -> Iterator[Edit]:
        was, *others = found["texts"].split("|")
        for other in others:
            line = lines[index][: found.start()] + other + lines[index][found.end() :]
            text = _clean("\n".join([*lines[:index], line, *lines[index + 1 :]]))
            at = _line_of(lines, index)
            kind = found["kind"]
            yield Edit(
                self.path.name,
                kind,
                found["topic"] or "",
                kind != "same",
                text,
                frozenset({at}),
                was,
                other,
            )

    def _steps(self, lines: list[str]) -> Iterator[Edit]:
        for first, last in _lists(lines):
            items = list(range(first, last))
            for place, index in enumerate(items):
                if OPTIONAL in lines[index]:
                    continue
                yield self._moved(lines, index, items, "drop")
                after = items[place + 1] if place + 1 < len(items) else None
                if after is not None and OPTIONAL not in lines[after]:
                    yield self._moved(lines, index, items, "swap", after)

    def _moved(
        self, lines: list[str], index: int, items: list[int], kind: str, other: int | None = None
    ) -> Edit:
        """The steps with one left out, or changed places with the next; their numbers stay."""
        heads = [_head(lines[item]) for item in items]
        bodies = [lines[item][len(head) :] for item, head in zip(items, heads, strict=True)]
        place = index - items[0]
        if other is None:
            del bodies[place]
            heads = heads[: len(bodies)]
        else:
            bodies[place], bodies[place + 1] = bodies[place + 1], bodies[place]
        steps = [head + body for head, body in zip(heads, bodies, strict=True)]
        text = _clean("\n".join([*lines[: items[0]], *steps, *lines[items[-1] + 1 :]]))
        at = _line_of(lines, index)
        near = {at, at + 1} | ({at - 1, at + 2} if other is None else set())
        return Edit(
            self.path.name, kind, "steps", True, text, frozenset(near), _clean(lines[index]), ""
        )


def guides(folder: str) -> list[Guide]:
    """The guides of a folder: `guides`, to develop with, or `held`, to be judged by at the end."""
    return [Guide(path) for path in sorted((HERE / folder).iterdir())]


def _clean(text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip() not in (STEPS, END_OF_STEPS)]
    return MARK.sub(lambda found: found["texts"].split("|")[0], "\n".join(lines)).replace(
        OPTIONAL, ""
    )


def _line_of(lines: list[str], index: int) -> int:
    """The number of a line once the marks around steps are gone."""
    gone = sum(line.strip() in (STEPS, END_OF_STEPS) for line in lines[:index])
    return index + 1 - gone


def _lists(lines: list[str]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, line in enumerate(lines):
        if line.strip() == STEPS:
            first = index + 1
        elif line.strip() == END_OF_STEPS:
            yield first, index


HEAD = re.compile(
    r"\s*(?:<li>|(?:STEP|手順|ステップ)\s*[0-9０-９]{1,2}[:： \u3000.．]*|[(（]?[0-9０-９]{1,2}[)）.．]?[ \u3000]*|[①-⑳])"
)


def _head(line: str) -> str:
    found = HEAD.match(line)
    return found.group() if found else ""
