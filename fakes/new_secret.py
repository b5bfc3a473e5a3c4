"""Typing a new secret as often as it is asked for: the same at the kiosk and at the counter."""

from collections.abc import Callable, Mapping

from fakes import wording
from fakes.device import Act, Entry, Page
from fakes.policy import Policy
from fakes.purposes import Purpose

Entries = tuple[str, ...]


def label(policy: Policy, target: Purpose) -> str:
    """What the input field is called."""
    return f"新しい暗証番号({policy.form(target)})"


def page(
    policy: Policy,
    target: Purpose,
    entries: Entries,
    notice: str,
    choices: Mapping[str, Act],
    take: Callable[[str], None],
) -> Page:
    """The page that asks for the secret, again after the first entry."""
    name = label(policy, target)
    again = "もう一度、" if entries else ""
    message = notice or f"{again}{name}を入力してください。"
    return Page("新しい暗証番号の入力", message, choices, Entry(name, take, secret=True))


def added(policy: Policy, target: Purpose, entries: Entries, text: str) -> tuple[Entries, str]:
    """The entries after one more, and what is wrong with it (empty when nothing is)."""
    if not policy.well_formed(target, text):
        return entries, wording.malformed(policy, target)
    if entries and text != entries[0]:
        return (), wording.DIFFERENT_ENTRIES
    return (*entries, text), ""
