"""Where the reports of a run lie, and what was asked of it."""

from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = Path("reports/out")
RUN = "run.json"
DOCUMENT = "index.html"
MESSAGES = "messages.ndjson"
SUMMARY = "summary.md"
JUNIT = "junit.xml"
CUCUMBER = "cucumber.json"
OF_THE_RUN = (MESSAGES, SUMMARY, JUNIT, CUCUMBER)
"""What tells of one run alone, and so must not outlive the beginning of the next."""


class Asked:
    """What a person asked of `tejun run`, and whether the run began.

    Given to pytest as a plugin that does nothing.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self.arguments = tuple(arguments)
        self.begun = False
