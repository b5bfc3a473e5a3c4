"""A journey in lines of text, for reports that know nothing else."""

import datetime as dt
from collections.abc import Iterable, Iterator

from fakes.clock import JST
from fakes.screen import Deed
from reports.run import Act, Call, Entry, Exchange, Screen


def lines(entries: Iterable[Entry], screens: tuple[Screen, ...]) -> Iterator[str]:
    """Write a journey down: time, who did what, and what came of it."""
    for entry in entries:
        time = dt.datetime.fromtimestamp(entry.at, JST).strftime("%Y-%m-%d %H:%M:%S")
        if isinstance(entry, Act):
            deed = Deed(entry.kind, entry.on, entry.typed).describe()
            yield f"{time}  {entry.device}: {deed} → {_screen(screens[entry.after])}"
        elif isinstance(entry, Exchange):
            yield f"{time}    {entry.reader} ⇄ card  {entry.en}"
        elif isinstance(entry, Call):
            yield f"{time}    centre  {entry.call}: {entry.outcome}"


def _screen(screen: Screen) -> str:
    rows = [f"{label}={value}" for label, value in screen.rows]
    return " ".join(filter(None, [f"[{screen.title}]", screen.message, *rows]))
