"""Step definitions: one module per who or what is acted on. One step is one act or one look.

The docstring of a step is its English rendering, with the same placeholders.
"""

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
)
"""Loaded with `-p steps` (see `pyproject.toml`): all that the features need to run."""
