"""What made a run: the versions of the parts that matter, and the revision of the project."""

import platform
import subprocess
from importlib import metadata
from pathlib import Path

PARTS = ("pytest", "pytest-bdd", "tejun")


def versions(root: Path) -> dict[str, str]:
    """Name each part with its version; a part that is not installed, or no git, is left out."""
    found = {"Python": platform.python_version()}
    for part in PARTS:
        try:
            found[part] = metadata.version(part)
        except metadata.PackageNotFoundError:
            continue
    revision = _revision(root)
    return {**found, "revision": revision} if revision else found


def _revision(root: Path) -> str:
    command = ["git", "-C", str(root), "describe", "--always", "--dirty", "--abbrev=10"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
