"""The table, and the same as JSON."""

import json
import os
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from .figures import RUNNERS, START_UP, Figures, Runs


def machine() -> str:
    """Where this was measured, in one line."""
    cpus = f"{os.cpu_count()} CPUs"
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {cpus}"


def table(figures: Figures, rounds: int) -> str:
    """The figures for a terminal."""
    head = f"{figures.scenarios} scenarios, {figures.steps} steps; medians, rounds: {rounds}"
    return "\n".join(
        [machine(), head, *_whole(figures), *_per_scenario(figures), *_start_up(figures)]
    )


def _whole(figures: Figures) -> Iterator[str]:
    yield "\nA. The same features, whole process     s   scenarios/s"
    for name in RUNNERS:
        runner = ", by runner/" if name == "pytest-bdd" else ""
        label = f"{name} {version(name)}{runner}"
        yield f"   {label:30}{figures.seconds[name]:8.2f}{figures.per_second(name):14.1f}"
    yield f"   {'pytest-bdd / behave':30}{figures.ratio:8.2f}"


def _per_scenario(figures: Figures) -> Iterator[str]:
    yield "\nB. One scenario, without the start     ms      x direct"
    direct = figures.milliseconds("direct")
    for name in ("direct", *reversed(RUNNERS)):
        spent = figures.milliseconds(name)
        yield f"   {name:30}{spent:8.2f}{spent / direct:14.2f}"


def _start_up(figures: Figures) -> Iterator[str]:
    yield "\nC. Start-up, whole process              s"
    for name in ("python -c pass", "import fakes.world", *reversed(START_UP.values())):
        yield f"   {name:30}{figures.seconds[name]:8.2f}"


def write_json(path: Path, figures: Figures, runs: Runs) -> None:
    """Write everything measured to a file, whole or not at all."""
    content = {
        "machine": machine(),
        "versions": {name: version(name) for name in ("pytest", *RUNNERS)},
        "scenarios": figures.scenarios,
        "steps": figures.steps,
        "medians": figures.seconds,
        "ms_per_scenario": {
            name: figures.milliseconds(name) for name in ("direct", *reversed(RUNNERS))
        },
        "ratio": figures.ratio,
        "runs": {
            name: [{"seconds": run.seconds, **run.count._asdict()} for run in several]
            for name, several in runs.items()
        },
    }
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        unfinished.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
