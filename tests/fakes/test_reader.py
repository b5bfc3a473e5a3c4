"""What a reader makes of the answers of a card."""

from collections.abc import Callable

import pytest

from fakes.card.apdu import Refused, Status
from fakes.card.reader import Reader, SecretBlocked, UnexpectedStatus, WrongSecret
from fakes.card.terminal import Authority
from fakes.purposes import Purpose

PIN = Purpose.AUTHENTICATION


def reader_that_hears(status: int) -> Reader:
    """A reader whose card answers everything with this status word alone."""
    return Reader(lambda command: status.to_bytes(2, "big"))


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda reader: reader.open(), id="open"),
        pytest.param(lambda reader: reader.tries_left(PIN), id="tries left"),
        pytest.param(lambda reader: reader.verify(PIN, "1234"), id="verify"),
        pytest.param(lambda reader: reader.certificate(PIN), id="certificate"),
        pytest.param(lambda reader: reader.sign(PIN, b"text"), id="sign"),
        pytest.param(lambda reader: reader.reset(Authority.KIOSK, PIN, "1234"), id="reset"),
    ],
)
def test_an_answer_that_is_not_expected_is_said(ask: Callable[[Reader], object]) -> None:
    with pytest.raises(UnexpectedStatus, match=r"^6A82$") as raised:
        ask(reader_that_hears(Status.FILE_NOT_FOUND))
    assert raised.value.status == Status.FILE_NOT_FOUND


def test_a_wrong_secret_tells_how_many_tries_are_left() -> None:
    with pytest.raises(WrongSecret, match=r"^2 tries left$") as raised:
        reader_that_hears(Status.TRIES_LEFT | 2).verify(PIN, "1234")
    assert raised.value.tries_left == 2
    assert reader_that_hears(Status.TRIES_LEFT | 2).tries_left(PIN) == 2


def test_a_blocked_secret_is_told_apart() -> None:
    with pytest.raises(SecretBlocked):
        reader_that_hears(Status.BLOCKED).verify(PIN, "1234")


def test_a_refusal_names_its_status_word() -> None:
    assert str(Refused(Status.FILE_NOT_FOUND)) == "6A82"
