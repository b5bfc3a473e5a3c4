"""The directory that behave wants: a copy of the features beside its own two files."""

import shutil
from pathlib import Path

from .direct import FEATURES

SETTINGS = """\
[behave]
default_format = progress
# An outline's row keeps the outline's name, which seeds its world.
scenario_outline_annotation_schema = {name}
"""
ENVIRONMENT = """\
from tests.benchmarks.behave_adapter import (
    after_all, after_scenario, before_all, before_scenario
)
"""
STEPS = """\
from tests.benchmarks.behave_adapter import register_steps

register_steps()
"""


def set_stage(directory: Path) -> None:
    """Lay the features out for behave in an empty directory."""
    features = directory / "features"
    shutil.copytree(FEATURES, features)
    (features / "steps").mkdir()
    (features / "steps" / "shared.py").write_text(STEPS, encoding="utf-8")
    (features / "environment.py").write_text(ENVIRONMENT, encoding="utf-8")
    (directory / "behave.ini").write_text(SETTINGS, encoding="utf-8")
