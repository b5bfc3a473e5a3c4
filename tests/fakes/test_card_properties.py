"""Whatever a reader sends: the card answers, signs only for who knows, and forgives no try.

A small model listens to the exchanges and knows only what may be concluded from them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.card import files, terminal
from fakes.card.apdu import Command, Ins, decode
from fakes.card.card import Card
from fakes.card.chip import PowerLost
from fakes.card.memory import CardState
from fakes.card.terminal import Authority
from fakes.purposes import Purpose
from fakes.world import FIRST_PASSWORD, FIRST_PIN, World

OK = b"\x90\x00"
OF_SECRET = {file: purpose for purpose, file in files.SECRET.items()}
OF_KEY = {file: purpose for purpose, file in files.KEY.items()}
TRIES = {Purpose.AUTHENTICATION: 3, Purpose.SIGNATURE: 5}
FIRST = {Purpose.AUTHENTICATION: FIRST_PIN.encode(), Purpose.SIGNATURE: FIRST_PASSWORD.encode()}
NEW = {Purpose.AUTHENTICATION: b"4829", Purpose.SIGNATURE: b"K7M2P9"}
WRONG = {Purpose.AUTHENTICATION: b"0000", Purpose.SIGNATURE: b"WRONG999"}


@dataclass(frozen=True)
class Send:
    """These bytes, as they are."""

    octets: bytes


@dataclass(frozen=True)
class Write:
    """A write with the MAC over a challenge, or (not `right`) with a wrong one.

    The challenge is the last one, if there was any, or (`fresh`) asked for first.
    """

    authority: Authority
    ins: int
    p2: int
    content: bytes
    right: bool = True
    fresh: bool = True


@dataclass(frozen=True)
class PowerOff:
    """The card leaves and comes back; `select` says whether its application is selected."""

    select: bool


@dataclass(frozen=True)
class LosePower:
    """The power will go at this write."""

    at_write: int


@dataclass(frozen=True)
class Repeat:
    """The same bytes so many times."""

    octets: bytes
    times: int


RESERVED = terminal.reference("1234567890")
Act = Send | Write | PowerOff | LosePower | Repeat
SELECT = Command(0x00, Ins.SELECT, 4, 0x0C, files.JPKI_AID).encode()
CHALLENGE = Command(0x00, Ins.GET_CHALLENGE, 0, 0, le=terminal.CHALLENGE_LENGTH).encode()


def _about(purpose: Purpose) -> list[Act]:
    secret, key = 0x80 | files.SECRET[purpose], 0x80 | files.KEY[purpose]
    entries = (FIRST[purpose], FIRST[purpose], NEW[purpose], WRONG[purpose], WRONG[purpose])
    commands = [
        *[Command(0, Ins.VERIFY, 0, secret, entry) for entry in entries],
        Command(0, Ins.VERIFY, 0, secret),
        Command(0, Ins.CHANGE_REFERENCE_DATA, 1, secret, NEW[purpose]),
        Command(0x80, Ins.PERFORM_SECURITY_OPERATION, 0, key, b"digest", 256),
        Command(0x80, Ins.PERFORM_SECURITY_OPERATION, 0, 0x80, b"digest", 256),
        Command(0, Ins.SELECT, 2, 0x0C, files.KEY[purpose].to_bytes(2, "big")),
        Command(0, Ins.SELECT, 2, 0x0C, files.SECRET[purpose].to_bytes(2, "big")),
        Command(0, Ins.READ_BINARY, 0x80 | files.CERTIFICATE[purpose], 0, le=4),
    ]
    reset, update = Ins.RESET_RETRY_COUNTER, Ins.UPDATE_BINARY
    certificate = 0x80 | files.CERTIFICATE[purpose]
    writes = [
        Write(Authority.KIOSK, reset, secret, RESERVED + NEW[purpose]),
        Write(Authority.COUNTER, reset, secret, terminal.NO_REFERENCE + FIRST[purpose]),
        Write(
            Authority.COUNTER, reset, secret, terminal.NO_REFERENCE + FIRST[purpose], fresh=False
        ),
        Write(Authority.COUNTER, reset, secret, terminal.NO_REFERENCE + NEW[purpose], right=False),
        Write(Authority.COUNTER, update, certificate, b"a certificate"),
    ]
    block = Repeat(Command(0, Ins.VERIFY, 0, secret, WRONG[purpose]).encode(), TRIES[purpose])
    return [*[Send(command.encode()) for command in commands], *writes, block]


MEANINGFUL: list[Act] = [
    *[act for purpose in Purpose for act in _about(purpose)],
    *[Send(SELECT)] * 3,
    *[Send(CHALLENGE)] * 2,
    *[PowerOff(select=True)] * 2,
    PowerOff(select=False),
    *[LosePower(at_write) for at_write in (1, 1, 2, 3)],
]
INSTRUCTIONS = [value for name, value in vars(Ins).items() if isinstance(value, int)]
STRUCTURED = st.builds(
    lambda header, body: Send(bytes(header) + body),
    st.tuples(
        st.sampled_from([0x00, 0x80, 0x01, 0xFF]),
        st.sampled_from(INSTRUCTIONS),
        st.sampled_from([0x00, 0x01, 0x02, 0x04, 0x81, 0xFF]),
        st.sampled_from([0x00, 0x0C, 0x80, 0x97, 0x98, 0x9A, 0x9B, 0xFF]),
    ),
    st.sampled_from([b"", b"\0", b"\0\0\0", b"\4" + FIRST[Purpose.AUTHENTICATION], b"\1\x99\0"])
    | st.binary(max_size=24),
)
MEANT = st.sampled_from(MEANINGFUL)
ACTS = st.lists(
    st.integers(0, 9).flatmap(
        lambda kind: MEANT if kind < 8 else STRUCTURED if kind == 8 else st.binary().map(Send)
    ),
    min_size=6,  # Hypothesis then makes about eleven
    max_size=20,
)


@dataclass
class Model:
    """Sends acts to the card, and holds every reply against what it has heard so far."""

    card: Card
    secrets: dict[Purpose, bytes] = field(default_factory=lambda: dict(FIRST))
    tries: dict[Purpose, int] = field(default_factory=lambda: dict(TRIES))
    verified: set[Purpose] = field(default_factory=set)
    references: dict[Purpose, bytes] = field(default_factory=dict)
    challenges: list[bytes] = field(default_factory=list)
    challenge: bytes | None = None
    may_lose_power: bool = False
    seen: set[str] = field(default_factory=set)

    def do(self, act: Act) -> None:
        """Do one act and check what came of it."""
        if isinstance(act, Send):
            self.send(act.octets)
        elif isinstance(act, Repeat):
            for _ in range(act.times):
                self.send(act.octets)
        elif isinstance(act, Write):
            if act.fresh:
                self.send(CHALLENGE)
            self.send(self.authorised(act))
        elif isinstance(act, PowerOff):
            self.card.power_off()
            self.lose_power()
            if act.select:
                self.send(SELECT)
        else:
            self.card.lose_power_at_write(act.at_write)
            self.may_lose_power = True

    def authorised(self, act: Write) -> bytes:
        """The command of a terminal that heard the last challenge."""
        challenge = self.challenge or bytes(terminal.CHALLENGE_LENGTH)
        mac = terminal.mac(act.authority, challenge, act.p2, act.content)
        data = (mac if act.right else mac[::-1]) + act.content
        return Command(0x80, act.ins, act.authority.value, act.p2, data).encode()

    def send(self, octets: bytes) -> None:
        """Send a command; the answer and the counters must be such as the past allows."""
        current = self.card.snapshot().session.file or 0
        forgiven = None
        try:
            reply = self.card.transmit(octets)
        except PowerLost:
            assert self.may_lose_power
            self.lose_power()
            self.seen.add("power lost")
        else:
            assert len(reply) >= 2
            assert reply[-2] in (*range(0x61, 0x70), *range(0x90, 0xA0))
            forgiven = self.hear(octets, reply, current)
        self.look_at_counters(forgiven)

    def look_at_counters(self, forgiven: Purpose | None) -> None:
        """No counter leaves its range, or goes up but for the purpose that was `forgiven`."""
        for purpose in Purpose:
            secret = self.card.memory.secret(purpose)
            assert secret.value == self.secrets[purpose]
            assert 0 <= secret.tries_left <= TRIES[purpose]
            assert secret.tries_left <= self.tries[purpose] or purpose is forgiven
            if self.tries[purpose] == 0 < secret.tries_left:
                self.seen.add("unblocked")
            self.tries[purpose] = secret.tries_left

    def hear(self, octets: bytes, reply: bytes, current: int) -> Purpose | None:
        """Learn from a reply. Returns the purpose whose counter it may have restored."""
        if reply[-2:] == OK:
            return self.accepted(octets, reply, current)
        if len(octets) > 5 and octets[1] == Ins.VERIFY and reply[0] == 0x63:
            self.verified.discard(OF_SECRET[octets[3] & 0x1F or current])
        return None

    def accepted(self, octets: bytes, reply: bytes, current: int) -> Purpose | None:
        """Ask whether the card was right to do so."""
        command = decode(octets)
        ins, p1 = command.ins, command.p1
        file = command.p2 & 0x1F or current
        if ins == Ins.SELECT:
            if p1 == 0x04:
                self.verified.clear()
                self.challenge = None
        elif ins == Ins.GET_CHALLENGE:
            self.challenge = reply[:-2]
            assert self.challenge not in self.challenges
            self.challenges.append(self.challenge)
        elif ins == Ins.PERFORM_SECURITY_OPERATION:
            assert OF_KEY[file] in self.verified
            self.seen.add("signed")
        elif ins == Ins.READ_BINARY:
            file = (p1 & 0x1F if p1 & 0x80 else 0) or current
            assert file != files.SIGNATURE_CERTIFICATE or Purpose.SIGNATURE in self.verified
        elif ins == Ins.VERIFY:
            purpose = OF_SECRET[file]
            assert command.data == self.secrets[purpose]
            assert self.tries[purpose] > 0
            self.verified.add(purpose)
            return purpose
        elif ins == Ins.CHANGE_REFERENCE_DATA:
            assert OF_SECRET[file] in self.verified
            return self.changed(OF_SECRET[file], command.data)
        else:
            return self.written(Authority(p1), command, file)
        return None

    def written(self, authority: Authority, command: Command, file: int) -> Purpose | None:
        """An authorised write was accepted: it must have been one, and used its challenge up."""
        challenge, self.challenge = self.challenge, None
        mac, content = command.data[: terminal.MAC_LENGTH], command.data[terminal.MAC_LENGTH :]
        assert challenge is not None
        assert mac == terminal.mac(authority, challenge, command.p2, content)
        if command.ins == Ins.UPDATE_BINARY:
            assert authority is Authority.COUNTER
            return None
        assert command.ins == Ins.RESET_RETRY_COUNTER
        purpose = OF_SECRET[file]
        assert authority is Authority.COUNTER or purpose.other in self.verified
        self.verified.discard(purpose)
        length = terminal.REFERENCE_LENGTH
        reference, value = content[:length], content[length:]
        if reference == self.references.get(purpose):
            assert (value, TRIES[purpose]) == (self.secrets[purpose], self.tries[purpose])
            self.seen.add("repeated")
            return None
        if reference != terminal.NO_REFERENCE:
            self.references[purpose] = reference
        self.seen.add(f"reset by the {authority.name.lower()}")
        return self.changed(purpose, value)

    def changed(self, purpose: Purpose, value: bytes) -> Purpose:
        """The card took a new secret."""
        self.seen.add("changed")
        self.secrets[purpose] = value
        return purpose

    def lose_power(self) -> None:
        """What the card must forget when the power goes."""
        self.verified.clear()
        self.challenge = None
        self.may_lose_power = False


@pytest.fixture(scope="module")
def new_card() -> Iterator[tuple[Card, CardState]]:
    """A card with its application selected, and that state of it."""
    world = World(seed="card properties")
    world.card.transmit(SELECT)
    yield world.card, world.card.snapshot()
    world.close()


def follow(new_card: tuple[Card, CardState], acts: list[Act]) -> set[str]:
    """Do these acts with the new card; returns the notable things that happened."""
    card, state = new_card
    card.restore(state)
    model = Model(card)
    for act in acts:
        model.do(act)
    return model.seen


def test_no_sequence_of_commands_breaks_the_card(new_card: tuple[Card, CardState]) -> None:
    seen: set[str] = set()

    @given(acts=ACTS)
    def whatever_a_reader_sends(acts: list[Act]) -> None:
        seen.update(follow(new_card, acts))

    whatever_a_reader_sends()
    resets = {"reset by the kiosk", "reset by the counter", "unblocked"}
    notable = {"signed", "changed", "repeated", "power lost", *resets}
    assert seen == notable  # or it would have shown little
