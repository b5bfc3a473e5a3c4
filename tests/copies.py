"""Copies of the project, to break."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("fakes", "features", "guidance", "reports", "runner", "steps")
FILES = ("pyproject.toml", "tejun.py")


def copied(root: Path) -> Path:
    """Copy what it takes to run the features, and return the root of the copy."""
    for name in FOLDERS:
        ignored = shutil.ignore_patterns("out", "__pycache__")
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, root / name)
    return root
