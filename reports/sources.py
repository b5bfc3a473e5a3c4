"""The feature files as Cucumber's own parser reads them: source, document, pickles, errors."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gherkin.parser_types import Feature
from gherkin.stream.gherkin_events import GherkinEvents
from gherkin.stream.source_events import Event

from runner import document
from runner.document import Unreadable

GHERKIN = "text/x.cucumber.gherkin+plain"


@dataclass
class Source:
    """One feature file. `envelopes` are its Cucumber messages, ids unique over all files."""

    uri: str
    envelopes: list[dict[str, Any]] = field(default_factory=list)
    feature: Feature | None = None
    error: str = ""
    pickles: list[dict[str, Any]] = field(default_factory=list)


def read_sources(paths: list[Path], root: Path) -> list[Source]:
    """Parse feature files. What cannot be read or parsed becomes the source's `error`."""
    events = GherkinEvents(GherkinEvents.Options(True, True, True))
    return [_read(events, path, uri_of(path, root)) for path in paths]


def uri_of(path: Path, root: Path) -> str:
    """Name a file as reports do: from the root of the project, where it lies in it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def _read(events: GherkinEvents, path: Path, uri: str) -> Source:
    source = Source(uri)
    try:
        text = path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, OSError):
        source.error = _complaint(path, uri)
        source.envelopes.append(_parse_error(source))
        return source
    event: Event = {"source": {"uri": uri, "data": text, "mediaType": GHERKIN}}
    for envelope in events.enum(event):
        _add(source, dict(envelope))
    if source.feature is None:
        source.error = _complaint(path, uri)
        if not any("parseError" in each for each in source.envelopes):
            source.envelopes.append(_parse_error(source))
        if not any("source" in each for each in source.envelopes):
            source.envelopes.insert(0, dict(event))
    return source


def _add(source: Source, envelope: dict[str, Any]) -> None:
    source.envelopes.append(envelope)
    if "gherkinDocument" in envelope:
        source.feature = envelope["gherkinDocument"].get("feature")
    elif "pickle" in envelope:
        source.pickles.append(envelope["pickle"])


def _parse_error(source: Source) -> dict[str, Any]:
    where = {"uri": source.uri, "location": {"line": 1}}
    return {"parseError": {"source": where, "message": source.error}}


def _complaint(path: Path, uri: str) -> str:
    """Why a file holds no feature, in the words of the runner."""
    try:
        document.read(path)
    except Unreadable as error:
        return f"{uri}:{error.line}: {error.message}"
    return f"{uri}:1: is read by pytest-bdd, but not by Cucumber's own parser"
