"""The living document: one self-contained HTML file, made from a run.

`render` writes a run; `unfinished` and `crashed` write the pages that stand in its place while a
run is under way, and when it could not even begin.
"""

import datetime as dt
import os
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.document.text import marked, visible
from reports.document.view import View
from reports.run import Run

FOLDER = Path(__file__).parent
TEMPLATES = FOLDER / "templates"


def render(run: Run) -> str:
    """Write the document of a run."""
    return _page("document.html.j2", view=View(run))


def unfinished(started: dt.datetime) -> str:
    """Write the page that says that a run is under way, or was cut off."""
    return _page("unfinished.html.j2", started=View.when(started.isoformat()))


def crashed(started: dt.datetime, message: str) -> str:
    """Write the page that says that a run could not begin, and why."""
    when = View.when(started.isoformat())
    return _page("crashed.html.j2", started=when, message=message)


def _page(template: str, **about: Any) -> str:
    return _environment().get_template(template).render(**about)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Every piece of text that comes from a feature, a name or a screen passes through here.
        finalize=visible,
        bytecode_cache=_bytecode_cache(),
    )
    environment.filters["marked"] = marked
    environment.globals["style"] = _asset("style.css")
    environment.globals["script"] = _asset("script.js")
    return environment


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """Compiled templates lie where Python keeps its own: compiling them costs half of a page."""
    folder = FOLDER / "__pycache__"
    folder_can_be_had = folder.is_dir() and os.access(folder, os.W_OK)
    return FileSystemBytecodeCache(str(folder)) if folder_can_be_had else None


def _asset(name: str) -> Markup:
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))
