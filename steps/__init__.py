"""Step definitions: one module per who or what is acted on. One step is one act or one look.

The docstring of a step is its English rendering, with the same placeholders. A scenario that is
tagged with the name of a field of the policy pins it: it fails when that fact changes.
"""

import pytest

from fakes.policy import origins

pytest_plugins = (
    "steps.fixtures",
    "steps.clock",
    "steps.person",
    "steps.phone",
    "steps.reset_app",
    "steps.portal",
    "steps.kiosk",
    "steps.counter",
    "steps.centre",
    "steps.card",
    "steps.restarts",
)
"""Loaded with `-p steps` (see `pyproject.toml`): all that the features need to run."""


def pytest_configure(config: pytest.Config) -> None:
    """Register the name of every field of the policy as a tag."""
    for name, origin in origins().items():
        config.addinivalue_line("markers", f"{name}: {origin.name.en} ({origin.note.en})")
