"""What a check finds: findings with their level and place, claims with their standing."""

from dataclasses import dataclass
from enum import Enum

from fakes.words import Words
from guidance.scenarios import Scenario


class Level(Enum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Rule(Enum):
    """What kind of thing was found."""

    CONTRADICTS = "contradicts"
    CONTRADICTS_ITSELF = "contradicts-itself"
    UNSPECIFIED = "unspecified"
    DIVERGES = "diverges"
    UNCERTAIN = "uncertain"
    NO_SUCH_CHOICE = "no-such-choice"
    WRONG_ENTRY = "wrong-entry"
    WRONG_ORDER = "wrong-order"
    STEP_MISSING = "step-missing"
    NOT_DONE = "not-done"
    OTHER_PROCEDURE = "other-procedure"
    NOT_UNDERSTOOD = "not-understood"
    FACT_CHANGED = "fact-changed"
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    COSMETIC = "cosmetic"
    REVIEW_DUE = "review-due"
    WEAK_TEST = "weak-test"


@dataclass(frozen=True)
class Finding:
    """One finding, at a place of the guide.

    `line` and `column` count from 1, `end_column` is where the part that matters ends if it ends
    on that line. `part` is that part as the guide writes it; `stated` and `expected` are what the
    guide states and what the procedure does, empty where the finding is not about a value.
    """

    rule: Rule
    level: Level
    line: int
    column: int
    end_column: int
    message: Words
    part: str = ""
    claim: str = ""
    stated: Words | None = None
    expected: Words | None = None
    fields: tuple[str, ...] = ()
    """The fields of `Policy` that it is about, and so the tags of the scenarios that prove it."""
    proofs: tuple[Scenario, ...] = ()
    """Those of the scenarios that it is about, where running them has told which."""


class Standing(Enum):
    """How a guide stands to a claim."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    UNSTATED = "unstated"


@dataclass(frozen=True)
class ClaimStanding:
    """How a guide stands to one claim, and on which lines it states it."""

    id: str
    field: str
    name: Words
    standing: Standing
    lines: tuple[int, ...]
    stated: tuple[Words, ...]
    expected: Words
