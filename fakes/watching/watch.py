"""The watch over a world: it sees every exchange, call and act, and says what must not be."""

import dataclasses
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from fakes.card.apdu import Ins
from fakes.card.describe import describe
from fakes.card.memory import CardState
from fakes.card.terminal import Authority
from fakes.centre.store import Contents
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import Deed, Screen
from fakes.state import Stateful
from fakes.watching import exchange as exchanges
from fakes.watching import reservations
from fakes.watching.exchange import Exchange
from fakes.watching.invariants import Breach, Invariant, InvariantBroken
from fakes.watching.reservations import Use
from fakes.watching.secrecy import leaked

CARRIES_SECRETS = frozenset({Ins.VERIFY, Ins.RESET_RETRY_COUNTER, Ins.CHANGE_REFERENCE_DATA})


@dataclass(frozen=True)
class Seen:
    """What the watch remembers.

    `proven` says of which card (by its key's name) which secret was rightly entered since it got
    its power; `uses` which reservation set which secret; `secrets` are all that ever held.
    """

    proven: frozenset[tuple[str, Purpose]] = frozenset()
    uses: frozenset[Use] = frozenset()
    secrets: frozenset[str] = field(default=frozenset(), repr=False)


@lru_cache(maxsize=256)
def _card_id(authentication_certificate: bytes) -> str:
    return hashlib.sha256(authentication_certificate).hexdigest()


class Watch(Stateful[Seen]):
    """Checks the invariants after every act; raises `InvariantBroken` in the act that breaks one.

    `contents` says what the centre holds. With `collecting`, nothing is raised: the breaches are
    to be taken with `taken`.
    """

    def __init__(self, policy: Policy, contents: Callable[[], Contents]) -> None:
        self._policy = policy
        self._contents = contents
        self._state = Seen()
        self._breaches: list[Breach] = []
        self.collecting = False

    def holds(self, states: Iterable[CardState]) -> None:
        """Learn the secrets of cards, as they were personalised."""
        known = self._state.secrets.union(*(exchanges.secrets_of(state.memory) for state in states))
        if known != self._state.secrets:
            self._change(secrets=known)

    def power_off(self, card: str) -> None:
        """A card lost its power: what was entered counts no more."""
        proven = frozenset(each for each in self._state.proven if each[0] != card)
        if proven != self._state.proven:
            self._change(proven=proven)

    def exchange(
        self, card: str, octets: bytes, reply: bytes | None, before: CardState, after: CardState
    ) -> None:
        """A card took a command; `card` is the name of its authentication key."""
        proven = frozenset(purpose for name, purpose in self._state.proven if name == card)
        seen = Exchange(exchanges.taken_apart(octets), reply, before, after, proven)
        self._breaches += exchanges.broken(self._policy, seen)
        proven = exchanges.proven_after(seen)
        self._remember(card, proven)
        if not after.session.verified <= proven:
            how = "the card takes a secret for verified that was not entered"
            self._breaches.append(Breach(Invariant.SIGNING_NEEDS_VERIFY, how))
        if after.memory is not before.memory:
            self._written(seen)
        if octets[1:2] and octets[1] in CARRIES_SECRETS:
            line = describe(octets, reply)
            self._breaches += leaked(self._state.secrets, "the log", (line.ja, line.en))

    def call(self, before: Contents, after: Contents, texts: Iterable[str]) -> None:
        """The centre took a call; `texts` is what it was told."""
        self._breaches += reservations.changed(self._policy, before, after, self._state.uses)
        self._breaches += leaked(self._state.secrets, "a message to the centre", texts)

    def act(self, device: str, deed: Deed, screen: Screen, idle: Iterable[CardState]) -> None:
        """Somebody acted at a device. `idle` are the cards that lie at no reader.

        Raises `InvariantBroken`, unless breaches are collected.
        """
        texts = (screen.describe(), deed.describe())
        self._breaches += leaked(self._state.secrets, f"what {device} shows", texts)
        for state in idle:
            if state.session.verified or state.session.challenge is not None:
                how = "a card without power still takes a secret for verified"
                self._breaches.append(Breach(Invariant.SIGNING_NEEDS_VERIFY, how))
        if self._breaches and not self.collecting:
            raise InvariantBroken(self.taken())

    def taken(self) -> tuple[Breach, ...]:
        """Hand out the breaches seen so far, once."""
        breaches, self._breaches = tuple(dict.fromkeys(self._breaches)), []
        return breaches

    def _remember(self, card: str, proven: frozenset[Purpose]) -> None:
        others = frozenset(each for each in self._state.proven if each[0] != card)
        now = others | {(card, purpose) for purpose in proven}
        if now != self._state.proven:
            self._change(proven=now)

    def _written(self, seen: Exchange) -> None:
        """A card's memory changed: learn its secrets, and which number a kiosk's reset used."""
        self.holds((seen.after,))
        command = seen.command
        for purpose in Purpose:
            if exchanges.reset_authority(seen, command, purpose) is not Authority.KIOSK:
                continue
            memory = seen.after.memory
            uses, breaches = reservations.used(
                self._policy,
                self._contents(),
                self._state.uses,
                _card_id(memory.authentication_certificate),
                purpose,
                memory.secret(purpose).value,
            )
            self._state = dataclasses.replace(self._state, uses=uses)
            self._breaches += breaches
