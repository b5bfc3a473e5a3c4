"""The policy: every fact has a unit and a source, and nobody changes one in passing."""

import dataclasses

import pytest

from fakes.policy import BOTH, NONE, SIGNATURE_ONLY, Policy, Source, origins
from fakes.purposes import Purpose

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
FIELDS = [field.name for field in dataclasses.fields(Policy)]


@pytest.mark.parametrize("field", FIELDS)
def test_every_fact_has_a_unit_a_source_and_a_note(field: str) -> None:
    origin = origins()[field]
    assert origin.unit.strip()
    assert origin.note.strip()
    assert isinstance(origin.source, Source)


@pytest.mark.parametrize("field", FIELDS)
def test_an_article_fact_names_its_section(field: str) -> None:
    origin = origins()[field]
    assert origin.source is not Source.ARTICLE or "§" in origin.note or "throughout" in origin.note


@pytest.mark.parametrize("field", FIELDS)
def test_a_policy_does_not_change(policy: Policy, field: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(policy, field, None)


def test_a_policy_is_a_value(policy: Policy) -> None:
    assert policy == Policy()
    assert hash(policy) == hash(Policy())
    assert policy != dataclasses.replace(policy, authentication_tries=4)


FORMS = [
    (PIN, "0000", True),
    (PIN, "4829", True),
    (PIN, "482", False),
    (PIN, "48290", False),
    (PIN, "", False),
    (PIN, "48 9", False),
    (PIN, "-829", False),
    (PIN, "482A", False),
    (PIN, "\uff14\uff18\uff12\uff19", False),  # full width
    (PIN, "²²²²", False),
    (PIN, "٤٨٢٩", False),
    (PASSWORD, "ABC12", False),
    (PASSWORD, "ABC123", True),
    (PASSWORD, "abc123", True),
    (PASSWORD, "ABCDEF", True),
    (PASSWORD, "123456", True),
    (PASSWORD, "ABCDEFGH12345678", True),
    (PASSWORD, "ABCDEFGH123456789", False),
    (PASSWORD, "ABC 123", False),
    (PASSWORD, "ABC-123", False),
    (PASSWORD, "\uff21\uff22\uff23123", False),  # full width
    (PASSWORD, "あいうえおか", False),
    (PASSWORD, "ABC123\n", False),
]


@pytest.mark.parametrize(("purpose", "secret", "good"), FORMS)
def test_the_form_of_a_secret(policy: Policy, purpose: Purpose, secret: str, good: bool) -> None:
    assert policy.well_formed(purpose, secret) is good


def test_the_form_follows_the_lengths() -> None:
    policy = Policy(authentication_pin_length=6, signature_password_min=2, signature_password_max=3)
    assert policy.well_formed(PIN, "123456")
    assert not policy.well_formed(PIN, "1234")
    assert [policy.well_formed(PASSWORD, "A" * n) for n in (1, 2, 3, 4)] == [
        False,
        True,
        True,
        False,
    ]
    assert policy.form(PIN) == "数字6桁"
    assert policy.form(PASSWORD) == "英数字2〜3桁"


def test_what_belongs_to_each_purpose(policy: Policy) -> None:
    assert (policy.tries(PIN), policy.tries(PASSWORD)) == (3, 5)
    assert (policy.form(PIN), policy.form(PASSWORD)) == ("数字4桁", "英数字6〜16桁")
    assert policy.label(PIN) == "利用者証明用電子証明書(数字4桁)"
    assert policy.label(PASSWORD) == "署名用電子証明書(英数字6〜16桁)"


@pytest.mark.parametrize(
    ("chain", "resets"),
    [
        ("セブン-イレブン", BOTH),
        ("ローソン", SIGNATURE_ONLY),
        ("非対応の店", NONE),
        ("どこにもない店", NONE),
    ],
)
def test_what_a_chain_resets(policy: Policy, chain: str, resets: frozenset[Purpose]) -> None:
    assert policy.resettable_at(chain) == resets
