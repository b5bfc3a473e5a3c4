"""Features as first-class tests: collected as they lie, guarded against silence, and fast.

A pytest plugin (`-p runner.plugin`, see `pyproject.toml`) on the parser and the step decorators of
pytest-bdd. Step definitions stay plain pytest-bdd, and the features still run under it alone.
"""
