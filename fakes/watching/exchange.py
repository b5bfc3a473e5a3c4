"""What may become of a card in one exchange: judged from the bytes and the memory alone.

The card's own idea of what was verified is not asked: what counts is what went over the wire.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass

from fakes.card import files, terminal
from fakes.card.apdu import Command, Ins, Refused, Status, decode
from fakes.card.memory import CardState, Memory, Secret
from fakes.card.terminal import Authority
from fakes.certificates import parse_certificate
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.watching.invariants import Breach, Invariant

OK = Status.OK.to_bytes(2, "big")
TRIES_LEFT = b"\x63"
"""The first octet with which a card answers a wrong entry: 63C2, and nothing else."""


@dataclass(frozen=True)
class Exchange:
    """A command, its reply (None when the power went), and the card before and after it.

    `command` is None when the octets were malformed. `proven` are the purposes whose secret was
    rightly entered since the card got its power.
    """

    command: Command | None
    reply: bytes | None
    before: CardState
    after: CardState
    proven: frozenset[Purpose]

    @property
    def succeeded(self) -> bool:
        """Whether the card answered 9000."""
        return self.reply is not None and self.reply[-2:] == OK


def taken_apart(octets: bytes) -> Command | None:
    """The command that these octets are; None when they are malformed."""
    try:
        return decode(octets)
    except Refused:
        return None


def proven_after(exchange: Exchange) -> frozenset[Purpose]:
    """Which secrets have been rightly entered once this exchange is over."""
    command = exchange.command
    if exchange.reply is None:
        return frozenset()
    if command is None:
        return exchange.proven
    if command.ins == Ins.SELECT and command.p1 == 0x04 and exchange.succeeded:
        return frozenset()
    if command.ins == Ins.VERIFY and command.data:
        return _after_verify(exchange, command)
    return exchange.proven


def _after_verify(exchange: Exchange, command: Command) -> frozenset[Purpose]:
    purpose = _secret_named(exchange, command)
    if purpose is None:
        return exchange.proven
    if not _right_entry(exchange, command, purpose):
        return exchange.proven - {purpose}
    return exchange.proven | {purpose} if exchange.succeeded else exchange.proven


def broken(policy: Policy, exchange: Exchange) -> Iterator[Breach]:
    """Every invariant of the card that an exchange breaks."""
    command = exchange.command
    if command is not None and command.ins == Ins.PERFORM_SECURITY_OPERATION:
        yield from _signed(exchange, command)
    if command is not None and command.ins == Ins.VERIFY and command.data:
        yield from _entered(policy, exchange, command)
    if exchange.after.memory is exchange.before.memory:
        return
    for purpose in Purpose:
        old, new = (state.memory.secret(purpose) for state in (exchange.before, exchange.after))
        if old != new:
            yield from _secret_changed(policy, exchange, command, purpose, old, new)
    yield from _certificates_changed(exchange, command)


def _signed(exchange: Exchange, command: Command) -> Iterator[Breach]:
    file = _file_named(exchange, command)
    purpose = files.KEY_OF_FILE.get(file) if file is not None else None
    if exchange.succeeded and purpose not in exchange.proven:
        name = purpose.value if purpose else "unknown"
        yield Breach(Invariant.SIGNING_NEEDS_VERIFY, f"the card signed with the {name} key")


def _entered(policy: Policy, exchange: Exchange, command: Command) -> Iterator[Breach]:
    """A wrong entry that the card says to have counted costs a try."""
    purpose = _secret_named(exchange, command)
    counted = exchange.reply is not None and exchange.reply[:1] == TRIES_LEFT
    if purpose is None or not counted or policy.tries_return_next_day:
        return
    before, after = (
        state.memory.secret(purpose).tries_left for state in (exchange.before, exchange.after)
    )
    if after >= before > 0:
        yield Breach(Invariant.TRIES_ARE_EARNED, f"a wrong {purpose.value} entry cost nothing")


def _secret_changed(
    policy: Policy,
    exchange: Exchange,
    command: Command | None,
    purpose: Purpose,
    old: Secret,
    new: Secret,
) -> Iterator[Breach]:
    authority = reset_authority(exchange, command, purpose)
    changed = _changes(exchange, command, purpose)
    if new.value != old.value and not (changed or _may_reset(policy, exchange, authority, purpose)):
        yield Breach(Invariant.NEW_SECRET_NEEDS_KEY, f"the {purpose.value} secret was set anew")
    set_anew = authority is not None or changed
    if new.tries_left > old.tries_left:
        right = command is not None and _right_entry(exchange, command, purpose)
        returned = policy.tries_return_next_day and old.mistaken_on is not None
        if not (set_anew or right or returned):
            went = f"{old.tries_left} to {new.tries_left}"
            yield Breach(Invariant.TRIES_ARE_EARNED, f"the {purpose.value} tries went {went}")
        if old.tries_left == 0 and policy.lock_is_final and not set_anew:
            yield Breach(Invariant.LOCK_NEEDS_RESET, f"the {purpose.value} secret opened")
    if set_anew and (new.tries_left != policy.tries(purpose)):
        yield Breach(Invariant.OLD_OR_NEW, f"set anew with {new.tries_left} tries left")
    if set_anew and not policy.well_formed(purpose, new.value.decode("ascii", "replace")):
        yield Breach(Invariant.OLD_OR_NEW, f"the new {purpose.value} secret is malformed")


def _certificates_changed(exchange: Exchange, command: Command | None) -> Iterator[Breach]:
    written = None
    if command is not None and command.ins == Ins.UPDATE_BINARY:
        file = _file_named(exchange, command)
        written = files.CERTIFICATE_OF_FILE.get(file) if file is not None else None
    for purpose in Purpose:
        old, new = (
            state.memory.certificate(purpose) for state in (exchange.before, exchange.after)
        )
        if old != new and (written is not purpose or parse_certificate(new) is None):
            how = f"the {purpose.value} certificate is neither the old one nor a new one"
            yield Breach(Invariant.OLD_OR_NEW, how)


def reset_authority(
    exchange: Exchange, command: Command | None, purpose: Purpose
) -> Authority | None:
    """Who authorised the reset of a secret; None when nobody rightly did."""
    if command is None or command.ins != Ins.RESET_RETRY_COUNTER:
        return None
    challenge = exchange.before.session.challenge
    if challenge is None or _secret_named(exchange, command) is not purpose:
        return None
    for authority in Authority:
        given, content = command.data[: terminal.MAC_LENGTH], command.data[terminal.MAC_LENGTH :]
        right = terminal.mac(authority, challenge, command.p2, content)
        if command.p1 == authority.value and hmac.compare_digest(given, right):
            return authority
    return None


def _may_reset(
    policy: Policy, exchange: Exchange, authority: Authority | None, purpose: Purpose
) -> bool:
    """Whether whoever authorised it may set the secret: the kiosk with the other one only."""
    if authority is Authority.KIOSK and policy.key_is_wanted:
        return purpose.other in exchange.proven
    return authority is not None


def _changes(exchange: Exchange, command: Command | None, purpose: Purpose) -> bool:
    """Whether the holder, having entered the old secret, changes it."""
    return (
        command is not None
        and command.ins == Ins.CHANGE_REFERENCE_DATA
        and _secret_named(exchange, command) is purpose
        and purpose in exchange.proven
    )


def _right_entry(exchange: Exchange, command: Command, purpose: Purpose) -> bool:
    return (
        command.ins == Ins.VERIFY
        and _secret_named(exchange, command) is purpose
        and command.data == exchange.before.memory.secret(purpose).value
    )


def _secret_named(exchange: Exchange, command: Command) -> Purpose | None:
    file = _file_named(exchange, command)
    return None if file is None else files.SECRET_OF_FILE.get(file)


def _file_named(exchange: Exchange, command: Command) -> int | None:
    """The file that P2 names: by its short id, or the one that was current."""
    return command.p2 & 0x1F or exchange.before.session.file


def secrets_of(memory: Memory) -> frozenset[str]:
    """The secrets that a card holds, as they are typed."""
    return frozenset(memory.secret(purpose).value.decode("ascii", "replace") for purpose in Purpose)
