"""`tejun claims`: every fact with its value, its source and the scenarios that pin it."""

import json
from pathlib import Path

import pytest

from fakes.policy import Policy, origins
from guidance import scenarios
from guidance.claims import CLAIMS, Claim
from tests.policy_changes import FIELDS
from tests.reports.conftest import Call


def test_every_claim_has_all_that_a_reader_asks_of_it(call: Call) -> None:
    said = call("claims", "--format", "json")
    assert (said.status, said.err) == (0, "")
    known = {each["id"]: each for each in json.loads(said.out)}
    assert list(known) == list(CLAIMS)
    for each in known.values():
        assert all(each[key] for key in ("name", "field", "value", "source", "note", "scenarios"))
        for scenario in each["scenarios"]:
            lines = Path(scenario["path"]).read_text(encoding="utf-8").splitlines()
            assert lines[scenario["line"] - 1].endswith(scenario["name"])


def test_a_claim_is_told_as_it_is(call: Call) -> None:
    told = call("claims").out
    block = next(each for each in told.split("\n\n") if each.startswith("reservation-validity "))
    lines = block.splitlines()
    assert lines[0] == "reservation-validity  予約の期限"
    assert lines[1] == "    24時間"
    assert lines[2].startswith("    案内: §")
    assert lines[3] == "    @reservation_validity"
    assert lines[4].startswith("    features/")
    assert "    24 hours\n    the guide: " in call("claims", "--language", "en").out


def test_markdown_has_a_row_for_every_claim(call: Call) -> None:
    rows = call("claims", "--format", "markdown").out.splitlines()
    assert len(rows) == len(CLAIMS) + 2
    assert {row.count(" | ") for row in (rows[0], *rows[2:])} == {4}
    assert any(row.startswith("| `kiosk-fee` | ") for row in rows)


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_every_claim_is_pinned(claim: Claim) -> None:
    """Its field is one whose every change a tagged scenario notices (`tests/test_pins.py`)."""
    assert claim.field in FIELDS
    assert claim.field in origins()
    assert scenarios.by_tag().get(claim.field), f"no scenario is tagged @{claim.field}"


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_the_procedure_does_can_be_said_of_every_claim(claim: str) -> None:
    """In words of the field's own, not in those of Python."""
    known = CLAIMS[claim]
    shown = known.shown(known.expected(Policy()))
    for words in (shown.ja, shown.en):
        assert words
        assert not any(sign in words for sign in ("None", "True", "False", "datetime", "frozenset"))
