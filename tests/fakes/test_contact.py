"""A card at a reader: whether they can talk, and what a card that leaves has done before."""

from dataclasses import dataclass, field

import pytest

from fakes.card.apdu import Ins
from fakes.card.card import Card
from fakes.card.reader import Reader, UnexpectedStatus, WrongSecret
from fakes.centre.line import LineFault, Trouble
from fakes.contact import Contact, ContactLost, Departure, Moment
from fakes.purposes import Purpose
from fakes.world import FIRST_PASSWORD, FIRST_PIN, World

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
QUERY = bytes.fromhex("00200098")


@dataclass
class Bench:
    """A contact with a reader on it, and all exchanges that were witnessed."""

    exchanges: list[tuple[str, bytes, bytes | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.contact = Contact("the bench", lambda *exchange: self.exchanges.append(exchange))
        self.reader = Reader(self.contact.transmit)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_nothing_is_heard_of_a_card_that_is_not_there(bench: Bench) -> None:
    with pytest.raises(ContactLost):
        bench.contact.transmit(QUERY)


def test_nothing_is_heard_of_a_card_out_of_reach(bench: Bench, card: Card) -> None:
    bench.contact.place(card, in_reach=False)
    before = card.snapshot()
    with pytest.raises(ContactLost):
        bench.reader.open()
    assert card.snapshot() == before
    assert bench.contact.card is card


def test_every_exchange_is_witnessed(bench: Bench, card: Card) -> None:
    bench.contact.place(card)
    bench.reader.open()
    assert bench.contact.transmit(QUERY) == bytes.fromhex("63C3")
    select, query = bench.exchanges
    assert select[0] == "the bench"
    assert query == ("the bench", QUERY, bytes.fromhex("63C3"))


@pytest.mark.parametrize("again", [False, True], ids=["taken away", "put back"])
def test_removing_powers_off(bench: Bench, card: Card, again: bool) -> None:
    bench.contact.place(card)
    bench.reader.open()
    bench.reader.verify(PIN, FIRST_PIN)
    assert card.snapshot().session.verified
    bench.contact.remove()
    assert not card.snapshot().session.verified
    assert not card.snapshot().session.application
    assert bench.contact.card is None
    if again:
        bench.contact.place(card)
        bench.reader.open()
        with pytest.raises(UnexpectedStatus, match="6982"):
            bench.reader.sign(PIN, b"text")


def test_placing_powers_up_afresh(bench: Bench, card: Card) -> None:
    elsewhere = Reader(card.transmit)
    elsewhere.open()
    elsewhere.verify(PIN, FIRST_PIN)
    bench.contact.place(card)
    assert bench.contact.transmit(QUERY) == bytes.fromhex("6986")


def test_removing_nothing_is_allowed(bench: Bench) -> None:
    bench.contact.remove()
    assert bench.contact.card is None


@pytest.mark.parametrize(
    ("moment", "entry", "left"),
    [
        pytest.param(Moment.BEFORE, "0000", 2, id="before a wrong entry"),
        pytest.param(Moment.DURING, "0000", 2, id="during a wrong entry"),
        pytest.param(Moment.AFTER, "0000", 1, id="after a wrong entry"),
        pytest.param(Moment.BEFORE, FIRST_PIN, 2, id="before the right entry"),
        pytest.param(Moment.DURING, FIRST_PIN, 2, id="during the right entry"),
        pytest.param(Moment.AFTER, FIRST_PIN, 3, id="after the right entry"),
    ],
)
def test_a_card_that_leaves(
    world: World, bench: Bench, card: Card, moment: Moment, entry: str, left: int
) -> None:
    bench.contact.place(card)
    bench.reader.open()
    with pytest.raises(WrongSecret):
        bench.reader.verify(PIN, "0000")
    bench.contact.arrange(Departure(Ins.VERIFY, moment))
    with pytest.raises(ContactLost):
        bench.reader.verify(PIN, entry)
    assert bench.exchanges[-1][2] is None
    assert bench.contact.card is None
    assert not card.snapshot().session.verified
    assert card.snapshot().writes_before_power_loss is None
    assert world.tries_left(PIN) == left


@pytest.mark.parametrize("moment", Moment)
def test_a_card_leaves_once_and_only_at_its_command(
    bench: Bench, card: Card, moment: Moment
) -> None:
    bench.contact.place(card)
    bench.contact.arrange(Departure(Ins.PERFORM_SECURITY_OPERATION, moment))
    bench.reader.open()
    bench.reader.verify(PIN, FIRST_PIN)
    with pytest.raises(ContactLost):
        bench.reader.sign(PIN, b"text")
    bench.contact.place(card)
    bench.reader.open()
    bench.reader.verify(PIN, FIRST_PIN)
    assert bench.reader.sign(PIN, b"text")


@pytest.mark.parametrize(
    ("moment", "works"),
    [(Moment.BEFORE, FIRST_PIN), (Moment.DURING, FIRST_PIN), (Moment.AFTER, "4829")],
)
def test_a_pin_being_changed_is_the_old_or_the_new(
    bench: Bench, card: Card, moment: Moment, works: str
) -> None:
    bench.contact.place(card)
    bench.reader.open()
    bench.reader.verify(PIN, FIRST_PIN)
    bench.contact.arrange(Departure(Ins.CHANGE_REFERENCE_DATA, moment))
    with pytest.raises(ContactLost):
        bench.contact.transmit(bytes.fromhex("00240198 04 34383239"))
    bench.contact.place(card)
    bench.reader.open()
    bench.reader.verify(PIN, works)
    bench.reader.verify(PASSWORD, FIRST_PASSWORD)


def entered(bench: Bench, card: Card, entry: str = FIRST_PIN) -> None:
    """Lay the card down and enter a PIN: a SELECT and a VERIFY."""
    bench.contact.place(card)
    bench.reader.open()
    bench.reader.verify(PIN, entry)


def test_a_kind_of_command_is_told_by_its_instruction_alone(bench: Bench, card: Card) -> None:
    bench.contact.place(card)
    bench.reader.open()
    bench.contact.arrange(Departure(0x00, Moment.BEFORE))
    assert bench.contact.transmit(QUERY) == bytes.fromhex("63C3")


@pytest.mark.parametrize("count", [3, 4])
def test_every_command_counts_once(bench: Bench, card: Card, count: int) -> None:
    bench.contact.place(card)
    bench.reader.open()
    bench.contact.arrange(Departure(None, Moment.BEFORE, count))
    for _ in range(count - 1):
        bench.contact.transmit(QUERY)
    with pytest.raises(ContactLost):
        bench.contact.transmit(QUERY)


@pytest.mark.parametrize(("count", "sent"), [(1, 1), (2, 2)])
def test_a_card_leaves_at_the_command_counted(
    bench: Bench, card: Card, count: int, sent: int
) -> None:
    bench.contact.arrange(Departure(None, Moment.BEFORE, count))
    with pytest.raises(ContactLost):
        entered(bench, card)
    assert len(bench.exchanges) == sent
    assert [reply is None for _, _, reply in bench.exchanges] == [False] * (sent - 1) + [True]


def test_only_commands_of_the_kind_count(bench: Bench, card: Card) -> None:
    bench.contact.arrange(Departure(Ins.VERIFY, Moment.AFTER, count=2))
    entered(bench, card)
    with pytest.raises(ContactLost):
        entered(bench, card)
    entered(bench, card)


@pytest.mark.parametrize(("write", "left"), [(1, 2), (2, 1), (3, 3)])
def test_the_power_goes_before_the_write_counted(
    world: World, bench: Bench, card: Card, write: int, left: int
) -> None:
    """VERIFY of the right PIN writes twice: the counter down, and up again."""
    with pytest.raises(WrongSecret):
        entered(bench, card, "0000")
    bench.contact.arrange(Departure(Ins.VERIFY, Moment.DURING, write=write))
    with pytest.raises(ContactLost):
        entered(bench, card)
    assert world.tries_left(PIN) == left
    assert bench.contact.card is None


def test_a_departure_can_be_called_off(bench: Bench, card: Card) -> None:
    bench.contact.arrange(Departure(None, Moment.BEFORE))
    bench.contact.arrange(None)
    entered(bench, card)


def test_a_loss_of_power_is_a_lost_contact(bench: Bench, card: Card) -> None:
    bench.contact.place(card)
    bench.reader.open()
    card.lose_power_at_write(1)
    with pytest.raises(ContactLost):
        bench.reader.verify(PIN, FIRST_PIN)
    assert bench.contact.card is None


@pytest.mark.parametrize("command", ["", "00", "00B0"])
def test_a_command_cut_short_is_answered_and_told(world: World, command: str) -> None:
    contact = Contact("the bench", world.journal.exchange)
    contact.place(world.card)
    contact.arrange(Departure(Ins.VERIFY, Moment.BEFORE))
    assert contact.transmit(bytes.fromhex(command)) == bytes.fromhex("6700")
    assert "malformed" in world.journal.tell()


def test_what_has_not_gone_wrong_yet_is_known(world: World) -> None:
    assert not world.is_trouble_left
    departure = Departure(Ins.VERIFY, Moment.BEFORE)
    for contact in (world.phone.contact, world.kiosk.tray, world.counter.contact):
        contact.arrange(departure)
        assert world.is_trouble_left
        contact.arrange(None)
    assert not world.is_trouble_left
    world.line.arrange(LineFault(Trouble.LOST))
    assert world.is_trouble_left
