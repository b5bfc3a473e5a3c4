"""The watch: what is legal gives nothing, what breaks an invariant gives its breach."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterable

import pytest

from fakes import walks
from fakes.card import files, terminal
from fakes.card.apdu import Command, Ins
from fakes.card.chip import Chip, PowerLost
from fakes.card.memory import CardState, Memory, Secret, Session
from fakes.card.reader import SHA256_DIGEST_INFO, Reader
from fakes.card.terminal import Authority
from fakes.centre.client import sign_request
from fakes.centre.messages import Reservation, Standing
from fakes.centre.store import Contents
from fakes.clock import JST
from fakes.counter import RESET_PIN
from fakes.people import person
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import Deed, Field, Screen
from fakes.walks import Knowledge
from fakes.watching import reservations
from fakes.watching.exchange import Exchange, broken, proven_after, secrets_of, taken_apart
from fakes.watching.invariants import Breach, Invariant, InvariantBroken
from fakes.watching.reservations import Use, changed, used
from fakes.watching.secrecy import leaked
from fakes.watching.watch import Seen
from fakes.watching.watched import WatchedCentre
from fakes.world import FIRST_PASSWORD, FIRST_PIN, OTHERS_PIN, World

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
TODAY = Policy()
OK, REFUSED, LEFT = b"\x90\x00", b"\x69\x82", b"\x63\xc2"
CHALLENGE = bytes(range(16))
BOTH = frozenset(Purpose)
NOBODY: frozenset[Purpose] = frozenset()
OLD, NEW = Secret(b"1234", 3), Secret(b"8642", 3)


@pytest.fixture(scope="module")
def der() -> tuple[bytes, bytes]:
    """Certificates: the old one and a new one."""
    world = World(seed="certificates")
    return world.card.memory.certificate(PIN), world.others_card.memory.certificate(PIN)


def state(pin: Secret = OLD, certificate: bytes = b"", challenge: bytes | None = None) -> CardState:
    """A card with this PIN; what else it holds does not matter."""
    memory = Memory(pin, Secret(b"ABC123", 5), certificate, b"")
    return CardState(memory, person("watching"), Session(application=True, challenge=challenge))


def verify(entry: bytes = b"1234", file: int = files.AUTHENTICATION_PIN) -> Command:
    return Command(0, Ins.VERIFY, 0, 0x80 | file, entry)


def change(new: bytes = b"8642") -> Command:
    return Command(0, Ins.CHANGE_REFERENCE_DATA, 1, 0x80 | files.AUTHENTICATION_PIN, new)


def reset(authority: Authority, challenge: bytes = CHALLENGE, new: bytes = b"8642") -> Command:
    """A reset that a terminal authorised with this challenge."""
    p2, content = 0x80 | files.AUTHENTICATION_PIN, terminal.NO_REFERENCE + new
    data = terminal.mac(authority, challenge, p2, content) + content
    return Command(0x80, Ins.RESET_RETRY_COUNTER, authority.value, p2, data)


def sign(file: int = files.AUTHENTICATION_KEY) -> Command:
    return Command(0x80, Ins.PERFORM_SECURITY_OPERATION, 0, 0x80 | file, b"text", 256)


def update(file: int = files.AUTHENTICATION_CERTIFICATE) -> Command:
    return Command(0x80, Ins.UPDATE_BINARY, 0, 0x80 | file, b"")


def exchange(
    command: Command | None,
    reply: bytes | None,
    proven: frozenset[Purpose],
    old: Secret,
    new: Secret,
) -> Exchange:
    return Exchange(command, reply, state(old, challenge=CHALLENGE), state(new), proven)


KIOSK, COUNTER = reset(Authority.KIOSK), reset(Authority.COUNTER)
STALE = reset(Authority.COUNTER, bytes(16))
SELECT = Command(0, Ins.SELECT, 4, 0xC, files.JPKI_AID)
READ = Command(0, Ins.READ_BINARY, 0x80 | files.TOKEN_INFORMATION, 0, le=4)
OTHER_RIGHT = verify(b"ABC123", files.SIGNATURE_PASSWORD)
LOCKED, ONE_LEFT, TWO_LEFT = (Secret(b"1234", left) for left in (0, 1, 2))

ENTERED, OTHER_ENTERED = frozenset({PIN}), frozenset({PASSWORD})

LEGAL = {
    "nothing changes": exchange(READ, OK, NOBODY, OLD, OLD),
    "a wrong entry costs a try": exchange(verify(b"0000"), LEFT, NOBODY, OLD, TWO_LEFT),
    "a right entry gives the tries back": exchange(verify(), OK, NOBODY, ONE_LEFT, OLD),
    "a change by the holder": exchange(change(), OK, ENTERED, OLD, NEW),
    "a change gives the tries back": exchange(change(), OK, ENTERED, TWO_LEFT, NEW),
    "the counter": exchange(COUNTER, OK, NOBODY, LOCKED, NEW),
    "the kiosk with the other secret": exchange(KIOSK, OK, OTHER_ENTERED, LOCKED, NEW),
    "the reply is lost": exchange(KIOSK, None, OTHER_ENTERED, LOCKED, NEW),
    "the same PIN again": exchange(COUNTER, OK, NOBODY, LOCKED, OLD),
    "signing with what was entered": exchange(sign(), OK, ENTERED, OLD, OLD),
    "signing is refused": exchange(sign(), REFUSED, NOBODY, OLD, OLD),
    "malformed octets": exchange(None, REFUSED, NOBODY, OLD, OLD),
}
ILLEGAL: dict[Invariant, dict[str, Exchange]] = {
    Invariant.NEW_SECRET_NEEDS_KEY: {
        "set by reading": exchange(READ, OK, BOTH, OLD, NEW),
        "set by malformed octets": exchange(None, OK, BOTH, OLD, NEW),
        "set by a wrong entry": exchange(verify(b"0"), LEFT, BOTH, OLD, Secret(b"8642", 2)),
        "changed without the old one": exchange(change(), OK, NOBODY, OLD, NEW),
        "the kiosk alone": exchange(KIOSK, OK, ENTERED, OLD, NEW),
        "a stale challenge": exchange(STALE, OK, BOTH, OLD, NEW),
    },
    Invariant.TRIES_ARE_EARNED: {
        "by reading": exchange(READ, OK, BOTH, ONE_LEFT, TWO_LEFT),
        "without power": exchange(None, None, BOTH, ONE_LEFT, OLD),
        "by a wrong entry": exchange(verify(b"0"), LEFT, BOTH, ONE_LEFT, OLD),
        "a wrong entry for free": exchange(verify(b"0"), LEFT, BOTH, TWO_LEFT, TWO_LEFT),
        "the last try for free": exchange(verify(b"0"), LEFT, BOTH, ONE_LEFT, ONE_LEFT),
        "by the other secret": exchange(OTHER_RIGHT, OK, BOTH, ONE_LEFT, OLD),
    },
    Invariant.LOCK_NEEDS_RESET: {"by a right entry": exchange(verify(), OK, NOBODY, LOCKED, OLD)},
    Invariant.OLD_OR_NEW: {
        "with fewer tries": exchange(COUNTER, OK, NOBODY, LOCKED, Secret(b"8642", 2)),
        "half a PIN": exchange(COUNTER, OK, NOBODY, OLD, Secret(b"86", 3)),
        "no digits": exchange(change(), OK, BOTH, OLD, Secret(b"\xff\xff\xff\xff", 3)),
    },
    Invariant.SIGNING_NEEDS_VERIFY: {
        "nothing entered": exchange(sign(), OK, NOBODY, OLD, OLD),
        "the other one entered": exchange(sign(files.SIGNATURE_KEY), OK, ENTERED, OLD, OLD),
        "no key": exchange(sign(0), OK, BOTH, OLD, OLD),
    },
}


HOWS = {
    "set by reading": "the authentication secret was set anew",
    "by reading": "the authentication tries went 1 to 2",
    "without power": "the authentication tries went 1 to 3",
    "a wrong entry for free": "a wrong authentication entry cost nothing",
    "by a right entry": "the authentication secret opened",
    "with fewer tries": "set anew with 2 tries left",
    "half a PIN": "the new authentication secret is malformed",
    "nothing entered": "the card signed with the authentication key",
    "the other one entered": "the card signed with the signature key",
    "no key": "the card signed with the unknown key",
}
"""How some of the breaches are told."""


def invariants(breaches: Iterable[Breach]) -> set[Invariant]:
    return {breach.invariant for breach in breaches}


@pytest.mark.parametrize("name", LEGAL)
def test_a_legal_exchange_breaks_nothing(name: str) -> None:
    assert list(broken(TODAY, LEGAL[name])) == []


@pytest.mark.parametrize(
    ("invariant", "name"),
    [(invariant, name) for invariant, several in ILLEGAL.items() for name in several],
)
def test_an_illegal_exchange_breaks_its_invariant(invariant: Invariant, name: str) -> None:
    assert invariants(broken(TODAY, ILLEGAL[invariant][name])) == {invariant}


def test_a_breach_tells_how_it_came_about() -> None:
    every = {name: seen for several in ILLEGAL.values() for name, seen in several.items()}
    assert {name: [each.how for each in broken(TODAY, every[name])] for name in HOWS} == {
        name: [how] for name, how in HOWS.items()
    }


def current(file: int, seen: Exchange) -> Exchange:
    """The same exchange with the file made current before, and not named in the command."""
    assert seen.command is not None
    session = dataclasses.replace(seen.before.session, file=file)
    return dataclasses.replace(
        seen,
        command=dataclasses.replace(seen.command, p2=0x80),
        before=dataclasses.replace(seen.before, session=session),
    )


@pytest.mark.parametrize(
    "name",
    [
        "a wrong entry costs a try",
        "a right entry gives the tries back",
        "a change by the holder",
        "signing with what was entered",
    ],
)
def test_the_current_file_is_meant_where_none_is_named(name: str) -> None:
    file = files.AUTHENTICATION_KEY if name.startswith("sign") else files.AUTHENTICATION_PIN
    assert list(broken(TODAY, current(file, LEGAL[name]))) == []


def test_a_reset_of_the_current_file_is_one() -> None:
    content = terminal.NO_REFERENCE + b"8642"
    data = terminal.mac(Authority.COUNTER, CHALLENGE, 0x80, content) + content
    command = Command(0x80, Ins.RESET_RETRY_COUNTER, Authority.COUNTER.value, 0x80, data)
    seen = exchange(command, OK, NOBODY, LOCKED, NEW)
    assert list(broken(TODAY, current(files.AUTHENTICATION_PIN, seen))) == []
    wrong = current(files.SIGNATURE_PASSWORD, seen)
    assert Invariant.NEW_SECRET_NEEDS_KEY in invariants(broken(TODAY, wrong))


def test_a_lock_that_opens_by_itself_gives_tries_back_too() -> None:
    found = invariants(broken(TODAY, exchange(READ, OK, NOBODY, LOCKED, ONE_LEFT)))
    assert found == {Invariant.LOCK_NEEDS_RESET, Invariant.TRIES_ARE_EARNED}


def test_where_another_procedure_is_played_the_invariants_follow() -> None:
    opens = exchange(verify(), OK, NOBODY, LOCKED, OLD)
    assert not list(broken(dataclasses.replace(TODAY, lock_is_final=False), opens))
    day = dataclasses.replace(ONE_LEFT, mistaken_on=dt.date(2026, 2, 15))
    returned = exchange(READ, OK, NOBODY, day, OLD)
    assert list(broken(TODAY, returned))
    assert not list(broken(dataclasses.replace(TODAY, tries_return_next_day=True), returned))


def test_a_certificate_is_the_old_one_or_a_new_one(der: tuple[bytes, bytes]) -> None:
    old, new = der
    before = state(certificate=old)

    def breaks(command: Command, after: bytes) -> set[Invariant]:
        seen = Exchange(command, OK, before, state(certificate=after), NOBODY)
        return invariants(broken(TODAY, seen))

    assert breaks(update(), new) == set()
    assert breaks(update(), old) == set()
    for command, after in [
        (update(), new[: len(new) // 2]),
        (update(), b""),
        (update(files.SIGNATURE_CERTIFICATE), new),
        (READ, new),
    ]:
        assert breaks(command, after) == {Invariant.OLD_OR_NEW}
    seen = Exchange(update(), OK, before, state(certificate=b""), NOBODY)
    assert [each.how for each in broken(TODAY, seen)] == [
        "the authentication certificate is neither the old one nor a new one"
    ]
    named = current(
        files.AUTHENTICATION_CERTIFICATE, dataclasses.replace(seen, after=state(certificate=new))
    )
    assert list(broken(TODAY, named)) == []


@pytest.mark.parametrize(
    ("command", "status", "before", "after"),
    [
        (verify(), "9000", NOBODY, {PIN}),
        (verify(b"0000"), "63C2", BOTH, {PASSWORD}),
        (verify(b"0000"), "9000", {PIN}, set()),
        (verify(), "6984", NOBODY, set()),
        (verify(b""), "63C2", {PIN}, {PIN}),
        (OTHER_RIGHT, "9000", {PIN}, {PIN, PASSWORD}),
        (SELECT, "9000", BOTH, set()),
        (SELECT, "6A82", BOTH, BOTH),
        (READ, "9000", {PIN}, {PIN}),
        (None, "6982", {PIN}, {PIN}),
        (READ, "", BOTH, set()),
    ],
)
def test_what_counts_as_entered(
    command: Command | None, status: str, before: set[Purpose], after: set[Purpose]
) -> None:
    reply = bytes.fromhex(status) or None
    assert proven_after(exchange(command, reply, frozenset(before), OLD, OLD)) == after


def test_octets_are_taken_apart_or_malformed() -> None:
    assert taken_apart(verify().encode()) == verify()
    assert taken_apart(b"\x00\xa4") is None
    assert secrets_of(state().memory) == {"1234", "ABC123"}
    assert secrets_of(state(Secret(b"\xff123", 3)).memory) == {"\ufffd123", "ABC123"}


NOW = dt.datetime(2026, 2, 16, 10, 0, tzinfo=JST)


def reservation(standing: Standing, number: str = "1", target: Purpose = PIN) -> Reservation:
    return Reservation(number, "card", target, "certificate", NOW, standing)


def contents(*made: Reservation) -> Contents:
    return Contents(made, (), 0)


LEGAL_STEPS = {
    (Standing.ISSUED, Standing.PREPARED),
    (Standing.PREPARED, Standing.USED),
    (Standing.ISSUED, Standing.REPLACED),
    (Standing.PREPARED, Standing.REPLACED),
}
USE = Use("1", "card", PIN, b"8642")
ONE = frozenset({USE})


@pytest.mark.parametrize("was", Standing)
@pytest.mark.parametrize("now", Standing)
def test_how_a_reservation_may_move(was: Standing, now: Standing) -> None:
    found = list(changed(TODAY, contents(reservation(was)), contents(reservation(now)), ONE))
    legal = was is now or (was, now) in LEGAL_STEPS
    told = Breach(Invariant.RESERVATION_SERVES_ONCE, f"from {was.value} to {now.value}")
    assert found == ([] if legal else [told])


def test_a_reservation_is_spent_for_a_secret() -> None:
    before, after = contents(reservation(Standing.PREPARED)), contents(reservation(Standing.USED))
    told = Breach(Invariant.SPENT_FOR_SOMETHING, "used up, though no secret was set")
    assert list(changed(TODAY, before, after, frozenset())) == [told]
    other = frozenset({dataclasses.replace(USE, number="2")})
    assert invariants(changed(TODAY, before, after, other)) == {Invariant.SPENT_FOR_SOMETHING}
    assert not list(changed(TODAY, before, after, ONE))
    assert not list(changed(TODAY, before, before, frozenset()))
    assert not list(changed(TODAY, contents(), before, frozenset()))


def test_a_reservation_that_serves_more_than_once_may_go_back() -> None:
    before, after = contents(reservation(Standing.USED)), contents(reservation(Standing.PREPARED))
    again = dataclasses.replace(TODAY, reservation_is_single_use=False)
    assert not list(changed(again, before, after, ONE))


def uses(
    made: Contents,
    earlier: frozenset[Use] = frozenset(),
    card: str = "card",
    target: Purpose = PIN,
    secret: bytes = b"8642",
    policy: Policy = TODAY,
) -> tuple[frozenset[Use], set[Invariant]]:
    kept, found = used(policy, made, earlier, card, target, secret)
    return kept, invariants(found)


def test_a_kiosk_sets_a_secret_by_a_reservation_that_is_prepared() -> None:
    prepared = contents(reservation(Standing.PREPARED))
    assert uses(prepared) == (ONE, set())
    assert uses(prepared, ONE) == (ONE, set())


@pytest.mark.parametrize(
    "made",
    [
        contents(),
        contents(reservation(Standing.ISSUED)),
        contents(reservation(Standing.USED)),
        contents(reservation(Standing.REPLACED)),
        contents(reservation(Standing.PREPARED, target=PASSWORD)),
        contents(dataclasses.replace(reservation(Standing.PREPARED), card_id="other")),
    ],
)
def test_a_kiosk_sets_no_secret_without_one(made: Contents) -> None:
    assert uses(made) == (frozenset(), {Invariant.RESERVATION_SERVES_ONCE})


def test_what_was_wrong_with_a_use_is_told() -> None:
    serves_once = Invariant.RESERVATION_SERVES_ONCE
    _, without = used(TODAY, contents(), frozenset(), "card", PASSWORD, b"ABC123")
    how = "a kiosk set the signature secret without a reservation of this card for it"
    assert without == [Breach(serves_once, how)]
    _, twice = used(TODAY, contents(reservation(Standing.PREPARED)), ONE, "card", PIN, b"7531")
    assert twice == [Breach(serves_once, "a second secret was set with one reservation")]


def test_a_second_secret_is_a_second_use() -> None:
    prepared = contents(reservation(Standing.PREPARED))
    kept, found = uses(prepared, ONE, secret=b"7531")
    assert found == {Invariant.RESERVATION_SERVES_ONCE}
    assert len(kept) == 2
    again = dataclasses.replace(TODAY, reservation_is_single_use=False)
    assert uses(prepared, ONE, secret=b"7531", policy=again)[1] == set()
    assert uses(contents(reservation(Standing.USED)), ONE, policy=again)[1] == set()


def test_a_card_that_is_not_bound_uses_any_reservation() -> None:
    free = dataclasses.replace(TODAY, reservation_binds_card=False)
    prepared = contents(reservation(Standing.PREPARED))
    assert uses(prepared, card="other", policy=free)[1] == set()
    assert reservations.permitted(TODAY, prepared, "other", PIN) == []


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("1234", True),
        ("暗証番号は1234です", True),
        ("1234年", False),
        ("2026年1234月", True),
        ("12345", False),
        ("01234", False),
        ("予約番号 1234567890", False),
        ("1234567890", False),
        ("a1234", False),
        ("1234-5678", True),
        ("ABC123", True),
        ("abc123", True),
        ("ABC1234", False),
        ("●●●●", False),
        ("", False),
    ],
)
def test_a_secret_is_looked_for_as_a_whole_word(text: str, leaks: bool) -> None:
    found = leaked(frozenset({"1234", "ABC123"}), "a screen", ["何もない", text])
    assert invariants(found) == ({Invariant.SECRETS_STAY_SECRET} if leaks else set())
    assert text not in "".join(breach.how for breach in found) or not text


def test_secrets_with_signs_and_none_at_all() -> None:
    assert leaked(frozenset({"A.C123"}), "a screen", ["ABC123"]) == []
    assert leaked(frozenset(), "a screen", ["1234"]) == []


def acted(world: World, message: str, deed: Deed | None = None) -> None:
    screen = Screen("画面", message, field=Field("数字4桁", secret=True))
    world.watch.act("キオスク", deed or Deed("press", "次へ"), screen, [])


def test_a_screen_that_shows_a_secret_breaks_an_invariant(world: World) -> None:
    acted(world, "何もない")
    acted(world, "", Deed("enter", "数字4桁", "●●●●"))
    with pytest.raises(InvariantBroken) as raised:
        acted(world, f"番号は{FIRST_PIN}です")
    (breach,) = raised.value.breaches
    assert breach == Breach(
        Invariant.SECRETS_STAY_SECRET, "a secret can be read in what キオスク shows"
    )
    with pytest.raises(InvariantBroken):
        acted(world, "", Deed("enter", "数字4桁", FIRST_PIN))
    acted(world, "もう一度は言わない")


def test_collected_breaches_are_handed_out_once(world: World) -> None:
    world.watch.collecting = True
    acted(world, FIRST_PIN)
    acted(world, FIRST_PIN)
    assert len(world.watch.taken()) == 1
    assert world.watch.taken() == ()


def test_new_secrets_are_learnt_and_old_ones_not_forgotten(world: World) -> None:
    walks.mistake_pin(world.phone, world.card, 3)
    entries = walks.identification(world.policy, Knowledge(FIRST_PIN, FIRST_PASSWORD))
    walks.visit_counter(world.counter, world.card, RESET_PIN, entries)
    world.counter.enter("8642")
    world.counter.enter("8642")
    assert {FIRST_PIN, "8642", FIRST_PASSWORD} <= world.watch.snapshot().secrets
    for pin in (FIRST_PIN, "8642"):
        with pytest.raises(InvariantBroken):
            acted(world, pin)


def test_what_the_centre_is_told_holds_no_secret(world: World) -> None:
    world.watch.collecting = True
    nothing = contents()
    world.watch.call(nothing, nothing, ["12345", "abcdef"])
    assert world.watch.taken() == ()
    world.watch.call(nothing, nothing, ["12345", FIRST_PASSWORD])
    assert world.watch.taken() == (readable("a message to the centre"),)


def readable(where: str) -> Breach:
    return Breach(Invariant.SECRETS_STAY_SECRET, f"a secret can be read in {where}")


def test_all_that_was_seen_is_kept_until_it_is_taken(world: World) -> None:
    world.watch.collecting = True
    nothing = contents()
    prepared, again = contents(reservation(Standing.USED)), contents(reservation(Standing.PREPARED))
    acted(world, FIRST_PIN)
    world.watch.call(nothing, nothing, [FIRST_PASSWORD])
    world.watch.call(prepared, again, [])
    acted(world, "何もない")
    assert world.watch.taken() == (
        readable("what キオスク shows"),
        readable("a message to the centre"),
        Breach(Invariant.RESERVATION_SERVES_ONCE, "from used to prepared"),
    )


def test_the_log_of_an_exchange_is_looked_at(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from fakes.watching import watch
    from fakes.words import Words

    world.watch.collecting = True
    reader = Reader(world.card.transmit)
    reader.open()
    reader.verify(PIN, FIRST_PIN)
    assert world.watch.taken() == ()
    described = []

    def describe(command: bytes, reply: bytes | None) -> Words:
        described.append((command, reply))
        return Words("照合", f"VERIFY {FIRST_PIN}")

    monkeypatch.setattr(watch, "describe", describe)
    acted(world, FIRST_PASSWORD)
    reader.verify(PIN, FIRST_PIN)
    assert world.watch.taken() == (readable("what キオスク shows"), readable("the log"))
    assert described == [(b"\x00\x20\x00\x98\x041234", OK)]


def test_a_card_that_takes_for_verified_what_was_not_entered(world: World) -> None:
    world.watch.collecting = True
    reader = Reader(world.card.transmit)
    reader.open()
    card = world.card.snapshot()
    world.card.restore(
        dataclasses.replace(card, session=dataclasses.replace(card.session, verified=BOTH))
    )
    reader.tries_left(PIN)
    how = "the card takes a secret for verified that was not entered"
    assert world.watch.taken() == (Breach(Invariant.SIGNING_NEEDS_VERIFY, how),)
    reader.sign(PIN, b"text")
    assert Breach(Invariant.SIGNING_NEEDS_VERIFY, how) in world.watch.taken()


@pytest.mark.parametrize(
    "session", [Session(verified=frozenset({PIN})), Session(challenge=CHALLENGE)]
)
def test_a_card_without_power_remembers_nothing(world: World, session: Session) -> None:
    card = world.card.snapshot()
    world.card.restore(dataclasses.replace(card, session=session))
    with pytest.raises(InvariantBroken) as raised:
        world.kiosk.press("行政サービス")
    how = "a card without power still takes a secret for verified"
    assert raised.value.breaches == (Breach(Invariant.SIGNING_NEEDS_VERIFY, how),)


def test_another_persons_card_is_watched_too(world: World) -> None:
    card = world.others_card.snapshot()
    world.others_card.restore(dataclasses.replace(card, session=Session(challenge=CHALLENGE)))
    with pytest.raises(InvariantBroken, match="without power"):
        world.kiosk.press("行政サービス")


def test_what_was_entered_is_kept_card_by_card(world: World) -> None:
    for card, pin in ((world.card, FIRST_PIN), (world.others_card, OTHERS_PIN)):
        reader = Reader(card.transmit)
        reader.open()
        reader.verify(PIN, pin)
    names = {card.key_name(PIN) for card in (world.card, world.others_card)}
    assert world.watch.snapshot().proven == {(name, PIN) for name in names}
    reader = Reader(world.card.transmit)
    reader.open()
    assert world.watch.snapshot().proven == {(world.others_card.key_name(PIN), PIN)}


def test_a_card_given_another_content_is_known_by_it(world: World) -> None:
    memory = world.card.memory.with_secret(PIN, Secret(b"8520", 3))
    world.card.personalise(memory, person("watching"))
    assert "8520" in world.watch.snapshot().secrets


Told = tuple[str, bytes, bytes | None, CardState, CardState]


@pytest.fixture
def seen(world: World, monkeypatch: pytest.MonkeyPatch) -> list[Told]:
    """What the watch is told of exchanges with the resident's card."""
    told: list[Told] = []
    monkeypatch.setattr(world.watch, "exchange", lambda *exchange: told.append(exchange))
    return told


def test_a_card_whose_power_goes_is_seen(world: World, seen: list[Told]) -> None:
    reader = Reader(world.card.transmit)
    reader.open()
    world.card.lose_power_at_write(1)
    seen.clear()
    before = world.card.snapshot()
    with pytest.raises(PowerLost):
        reader.verify(PIN, "0000")
    verify_0000 = b"\x00\x20\x00\x98\x040000"
    assert seen == [(world.card.key_name(PIN), verify_0000, None, before, world.card.snapshot())]


def test_a_card_that_changes_when_its_power_goes_is_seen(
    world: World, seen: list[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = world.card.snapshot()
    world.card.power_off()
    assert seen == []

    def forgets(card: Chip) -> None:
        card._change(memory=card._memory.with_secret(PIN, LOCKED))

    monkeypatch.setattr(Chip, "power_off", forgets)
    world.card.power_off()
    assert seen == [(world.card.key_name(PIN), b"", None, before, world.card.snapshot())]


def test_what_the_centre_is_told_is_seen(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[Contents, Contents, tuple[str, ...]]] = []
    monkeypatch.setattr(world.watch, "call", lambda *call: told.append(call))
    reader = Reader(world.card.transmit)
    reader.open()
    reader.verify(PASSWORD, FIRST_PASSWORD)
    centre = WatchedCentre(world.centre, world.watch)
    asked = sign_request(reader, world.centre, PIN)
    number = centre.reserve(asked).number
    allowed = sign_request(reader, world.centre, PIN, number)
    centre.prepare(allowed)
    assert [texts for _, _, texts in told] == [
        (each.request.card_id, each.request.nonce, each.signature.hex())
        for each in (asked, allowed)
    ]
    standings = [[each.standing for each in after.reservations] for _, after, _ in told]
    assert standings == [[Standing.ISSUED], [Standing.PREPARED]]
    assert told[0][0].reservations == ()


@pytest.mark.parametrize(("target", "new"), [(PIN, "4829"), (PASSWORD, "K7M2P9")])
def test_a_use_is_remembered_with_its_secret(world: World, target: Purpose, new: str) -> None:
    key = FIRST_PASSWORD if target is PIN else FIRST_PIN
    screen = walks.reserve(world.phone, world.card, world.policy, target, key)
    number = walks.reserved_number(screen) or ""
    entries = walks.redemption(world.policy, target, number, key, new)
    walks.redeem(world.kiosk, world.card, world.policy, entries)
    (made,) = world.watch.snapshot().uses
    assert (made.number, made.target, made.secret) == (number, target, new.encode())


def test_the_watch_is_told_at_which_device_somebody_acts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    devices: list[str] = []
    monkeypatch.setattr(world.watch, "act", lambda device, *_: devices.append(device))
    world.phone.home()
    world.kiosk.press("行政サービス")
    assert devices == [world.journal.entries[-2].device, world.journal.entries[-1].device]  # type: ignore[union-attr]


def test_power_off_ends_what_was_entered(world: World) -> None:
    reader = Reader(world.card.transmit)
    reader.open()
    reader.verify(PIN, FIRST_PIN)
    assert {purpose for _, purpose in world.watch.snapshot().proven} == {PIN}
    world.card.power_off()
    assert world.watch.snapshot().proven == frozenset()


def test_looking_leaves_no_trace_with_the_watch(world: World) -> None:
    reader = Reader(world.card.transmit)
    reader.open()
    reader.verify(PIN, FIRST_PIN)
    before = world.watch.snapshot()
    assert before.proven
    assert world.tries_left(PIN) == 3
    assert world.watch.snapshot() == before
    assert FIRST_PIN not in repr(Seen(secrets=frozenset({FIRST_PIN})))
    assert "8642" not in repr(USE)


def test_a_signature_that_was_asked_for_rightly(world: World) -> None:
    world.watch.collecting = True
    reader = Reader(world.card.transmit)
    reader.open()
    reader.verify(PASSWORD, FIRST_PASSWORD)
    digest = SHA256_DIGEST_INFO + hashlib.sha256(b"text").digest()
    assert reader.sign(PASSWORD, digest)
    assert world.watch.taken() == ()


def test_a_breach_says_what_should_have_held_in_both_languages() -> None:
    for invariant in Invariant:
        line = Breach(invariant, "it did not").describe()
        assert line == f"{invariant.words.ja} ({invariant.words.en}): it did not"
        assert "\n" not in line
    assert len(Invariant) == 8
    both = [Breach(each, "it did not") for each in list(Invariant)[:2]]
    assert str(InvariantBroken(tuple(both))).split("\n") == [each.describe() for each in both]
