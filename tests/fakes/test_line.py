"""The line to the centre: what each trouble does to a call, and that it strikes once."""

from dataclasses import dataclass, field
from typing import cast

import pytest

from fakes.centre.centre import Centre
from fakes.centre.line import CALLS, Line, LineFault, Trouble
from fakes.centre.messages import CentreUnreachable, Refusal, RequestRefused

UNHEARD = (Trouble.LOST, Trouble.UNANSWERED, Trouble.LATE, Trouble.DOWN)


@dataclass
class Listening:
    """In the centre's place: notes every call, and answers with how many there were."""

    heard: list[str] = field(default_factory=list)
    refuses: bool = False

    def nonce(self) -> str:
        """Be called."""
        return self._hear("nonce")

    def confirm(self, number: str, card_id: str) -> None:
        """Be called, with a number by which the calls can be told apart."""
        self._hear(f"confirm {number}")

    def _hear(self, call: str) -> str:
        self.heard.append(call)
        if self.refuses:
            raise RequestRefused(Refusal.NUMBER_UNKNOWN)
        return str(len(self.heard))


@pytest.fixture
def centre() -> Listening:
    return Listening()


@pytest.fixture
def noted() -> list[tuple[str, str]]:
    """What the line tells: calls and their outcomes."""
    return []


@pytest.fixture
def line(centre: Listening, noted: list[tuple[str, str]]) -> Line:
    return Line(cast(Centre, centre), lambda call, outcome: noted.append((call, outcome)))


@pytest.mark.parametrize("trouble", UNHEARD)
def test_no_answer_comes(line: Line, trouble: Trouble) -> None:
    line.arrange(LineFault(trouble))
    with pytest.raises(CentreUnreachable):
        line.nonce()


@pytest.mark.parametrize(
    ("trouble", "heard", "outcome"),
    [
        (Trouble.DOWN, 0, "unreachable"),
        (Trouble.LOST, 0, "unreachable"),
        (Trouble.LATE, 0, "unreachable"),
        (Trouble.UNANSWERED, 1, "ok, but the answer is lost"),
    ],
)
def test_what_the_centre_has_heard_then(
    line: Line,
    centre: Listening,
    noted: list[tuple[str, str]],
    trouble: Trouble,
    heard: int,
    outcome: str,
) -> None:
    line.arrange(LineFault(trouble))
    with pytest.raises(CentreUnreachable):
        line.nonce()
    assert centre.heard == ["nonce"] * heard
    assert noted == [("nonce", outcome)]


@pytest.mark.parametrize("trouble", [Trouble.LOST, Trouble.UNANSWERED])
def test_it_strikes_once(line: Line, centre: Listening, trouble: Trouble) -> None:
    line.arrange(LineFault(trouble))
    with pytest.raises(CentreUnreachable):
        line.nonce()
    assert line.nonce() == str(len(centre.heard))


def test_a_call_that_arrives_twice_is_answered_once(
    line: Line, centre: Listening, noted: list[tuple[str, str]]
) -> None:
    line.arrange(LineFault(Trouble.TWICE))
    assert line.nonce() == "1"
    assert noted == [("nonce", "ok, twice")]
    assert centre.heard == ["nonce", "nonce"]
    assert line.nonce() == "3"


def test_a_late_call_arrives_before_the_next(
    line: Line, centre: Listening, noted: list[tuple[str, str]]
) -> None:
    line.arrange(LineFault(Trouble.LATE))
    with pytest.raises(CentreUnreachable):
        line.confirm("1", "card")
    assert line.nonce() == "2"
    assert centre.heard == ["confirm 1", "nonce"]
    assert noted[1:] == [("confirm", "arrived late"), ("nonce", "ok")]
    assert line.nonce() == "3"


def test_two_late_calls_arrive_in_order(line: Line, centre: Listening) -> None:
    for number in ("1", "2"):
        line.arrange(LineFault(Trouble.LATE))
        with pytest.raises(CentreUnreachable):
            line.confirm(number, "card")
    line.nonce()
    assert centre.heard == ["confirm 1", "confirm 2", "nonce"]


def test_what_is_under_way_waits_while_the_line_is_down(line: Line, centre: Listening) -> None:
    line.arrange(LineFault(Trouble.LATE))
    with pytest.raises(CentreUnreachable):
        line.confirm("1", "card")
    line.be_reachable(False)
    with pytest.raises(CentreUnreachable):
        line.nonce()
    assert centre.heard == []
    line.be_reachable(True)
    line.nonce()
    assert centre.heard == ["confirm 1", "nonce"]


def test_a_line_that_is_down_stays_down(line: Line, centre: Listening) -> None:
    line.arrange(LineFault(Trouble.DOWN))
    for _ in range(3):
        with pytest.raises(CentreUnreachable):
            line.nonce()
    line.be_reachable(True)
    assert line.nonce() == "1"


def test_it_strikes_at_the_call_named(line: Line, centre: Listening) -> None:
    line.arrange(LineFault(Trouble.LOST, "confirm"))
    line.nonce()
    with pytest.raises(CentreUnreachable):
        line.confirm("1", "card")
    line.confirm("2", "card")
    assert centre.heard == ["nonce", "confirm 2"]


@pytest.mark.parametrize("call", [None, "nonce"])
def test_it_strikes_at_the_call_counted(line: Line, centre: Listening, call: str | None) -> None:
    line.arrange(LineFault(Trouble.LOST, call, count=3))
    line.nonce()
    line.nonce()
    with pytest.raises(CentreUnreachable):
        line.nonce()
    assert line.nonce() == "3"


@pytest.mark.parametrize("trouble", [Trouble.TWICE, Trouble.UNANSWERED])
def test_a_refusal_comes_once_and_can_be_lost(
    line: Line, centre: Listening, trouble: Trouble
) -> None:
    centre.refuses = True
    line.arrange(LineFault(trouble))
    with pytest.raises(RequestRefused if trouble is Trouble.TWICE else CentreUnreachable):
        line.nonce()
    assert centre.heard == ["nonce"]


def test_nobody_hears_that_a_late_call_is_refused(line: Line, centre: Listening) -> None:
    line.arrange(LineFault(Trouble.LATE))
    with pytest.raises(CentreUnreachable):
        line.confirm("1", "card")
    centre.refuses = True
    with pytest.raises(RequestRefused):
        line.nonce()
    assert centre.heard == ["confirm 1", "nonce"]


def test_to_be_reachable_calls_a_trouble_off(line: Line) -> None:
    line.arrange(LineFault(Trouble.LOST))
    line.be_reachable(True)
    assert line.nonce() == "1"


def test_every_call_of_the_centre_can_go_wrong() -> None:
    assert set(CALLS) <= set(vars(Line)) & set(vars(Centre))
