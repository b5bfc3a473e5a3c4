"""The chip beneath the commands: addressing, conditions, power, and the one way to write."""

import dataclasses
from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fakes.card import files
from fakes.card.apdu import Refused, Status
from fakes.card.memory import CardState, Memory, Secret, Session
from fakes.certificates import load_key
from fakes.clock import now
from fakes.people import Person
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.randomness import Randomness
from fakes.state import Stateful

CURRENT = 0x80
"""P2 (P1 of READ BINARY) that names no short file id: the current file is meant."""


class PowerLost(Exception):
    """The card lost its power while it worked: no reply comes. Only when a test arranged it."""


class Chip(Stateful[CardState]):
    """State and rules that every command of the card builds on.

    `key_names` says which shipped test key serves each purpose.
    """

    def __init__(
        self,
        policy: Policy,
        key_names: Mapping[Purpose, str],
        memory: Memory,
        face: Person,
        randomness: Randomness,
    ) -> None:
        self._policy = policy
        self._key_names = dict(key_names)
        self._keys: dict[Purpose, RSAPrivateKey] = {
            purpose: load_key(name) for purpose, name in key_names.items()
        }
        self._randomness = randomness
        self._state = CardState(memory, face)

    @property
    def face(self) -> Person:
        """The holder, as printed on the card."""
        return self._state.face

    def key_name(self, purpose: Purpose) -> str:
        """Which shipped test key serves a purpose."""
        return self._key_names[purpose]

    def power_off(self) -> None:
        """Leave the field or the tray: everything verified is forgotten."""
        self._change(session=Session(), writes_before_power_loss=None)

    def lose_power_at_write(self, number: int) -> None:
        """Arrange that the power goes just before the `number`-th write from now (1 = the next)."""
        self._change(writes_before_power_loss=number - 1)

    def compares(self, purpose: Purpose) -> bool:
        """Whether an entry would still be compared with the secret of `purpose`."""
        return self._secret(purpose).tries_left > 0 or not self._policy.lock_is_final

    def _secret(self, purpose: Purpose) -> Secret:
        """The secret with the tries that it has by now: a new day may have given them back."""
        secret = self._memory.secret(purpose)
        locked = secret.tries_left == 0 and self._policy.lock_is_final
        if locked or secret.mistaken_on is None or secret.mistaken_on >= now().date():
            return secret
        return Secret(secret.value, self._policy.tries(purpose))

    def _mistaken(self, secret: Secret) -> Secret:
        """The secret with one try less, as after a wrong entry."""
        today = now().date() if self._policy.tries_return_next_day else None
        return Secret(secret.value, max(secret.tries_left - 1, 0), today)

    def _acceptable(self, purpose: Purpose, value: bytes) -> bytes:
        """ASSUMPTION: the card itself checks the form of a new secret, capitals included."""
        text = value.decode("ascii", "replace")
        if text != text.upper() or not self._policy.well_formed(purpose, text):
            raise Refused(Status.WRONG_DATA)
        return value

    def _addressed(self, parameter: int) -> int:
        """The file that P1 or P2 names: the current one, or one by its short id, made current."""
        self._require_application()
        short_id = parameter & 0x1F
        if parameter & 0x60:
            raise Refused(Status.WRONG_PARAMETERS)
        if short_id:
            self._make_current(short_id)
        if self._session.file is None:
            raise Refused(Status.NO_CURRENT_FILE)
        return self._session.file

    def _addressed_secret(self, p2: int) -> Purpose:
        if p2 & CURRENT == 0:
            raise Refused(Status.WRONG_PARAMETERS)
        purpose = files.SECRET_OF_FILE.get(self._addressed(p2))
        if purpose is None:
            raise Refused(Status.WRONG_FILE_TYPE)
        return purpose

    def _make_current(self, file: int) -> None:
        if not self._session.application or file not in files.ALL_FILES:
            raise Refused(Status.FILE_NOT_FOUND)
        self._change_session(file=file)

    def _require_application(self) -> None:
        if not self._session.application:
            raise Refused(Status.NO_CURRENT_FILE)

    def _require(self, purpose: Purpose) -> None:
        if purpose not in self._session.verified:
            raise Refused(Status.SECURITY_NOT_SATISFIED)

    def _forget_verified(self, purpose: Purpose) -> None:
        self._change_session(verified=self._session.verified - {purpose})

    def _write(self, memory: Memory) -> None:
        """The one place where lasting memory changes, and where a loss of power can strike."""
        remaining = self._state.writes_before_power_loss
        if remaining == 0:
            self._change(writes_before_power_loss=None, session=Session())
            raise PowerLost
        if remaining is not None:
            self._change(writes_before_power_loss=remaining - 1)
        self._change(memory=memory)

    def _change_session(self, **changes: object) -> None:
        self._change(session=dataclasses.replace(self._session, **changes))  # type: ignore[arg-type]

    @property
    def _memory(self) -> Memory:
        return self._state.memory

    @property
    def _session(self) -> Session:
        return self._state.session
