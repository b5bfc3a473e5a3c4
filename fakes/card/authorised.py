"""The commands of authorised terminals. ASSUMPTION throughout: see `fakes.card.terminal`."""

import hmac

from fakes.card import files, terminal
from fakes.card.apdu import Command, Refused, Status
from fakes.card.chip import Chip
from fakes.card.memory import Secret
from fakes.card.terminal import Authority


class AuthorisedCommands(Chip):
    """Writes that a kiosk or a counter may make, each with a challenge of its own."""

    def _get_challenge(self, command: Command) -> bytes:
        """GET CHALLENGE: fresh random bytes that authorise at most one write (assumption)."""
        if (command.p1, command.p2) != (0, 0):
            raise Refused(Status.WRONG_PARAMETERS)
        self._require_application()
        if command.data or command.le != terminal.CHALLENGE_LENGTH:
            raise Refused(Status.WRONG_LENGTH)
        draw = self._state.draws
        challenge = self._randomness.octets(draw, terminal.CHALLENGE_LENGTH)
        self._change(draws=draw + 1)
        self._change_session(challenge=challenge)
        return challenge

    def _reset_retry_counter(self, command: Command) -> bytes:
        """RESET RETRY COUNTER with a new secret, by an authorised terminal (assumption).

        The secret, its counter and the reference are written at once: the card has all the old or
        all the new. With the reference that it has already nothing is written: the same again is
        as good as done, so that a lost reply does no harm, and anything else is refused. A reset
        by the counter leaves the reference, so that the reservation does not serve after it.
        """
        purpose = self._addressed_secret(command.p2)
        authority, content = self._authorised(command)
        reference, value = (
            content[: terminal.REFERENCE_LENGTH],
            content[terminal.REFERENCE_LENGTH :],
        )
        if authority is Authority.KIOSK and self._policy.key_is_wanted:
            self._require(purpose.other)
        self._acceptable(purpose, value)
        self._forget_verified(purpose)
        secret = Secret(value, self._policy.tries(purpose))
        kept = self._memory.reference(purpose)
        if reference == terminal.NO_REFERENCE:
            self._write(self._memory.reset(purpose, secret, kept))
        elif reference != kept:
            self._write(self._memory.reset(purpose, secret, reference))
        elif self._memory.secret(purpose) != secret:
            raise Refused(Status.ALREADY_WRITTEN)
        return b""

    def _update_binary(self, command: Command) -> bytes:
        """UPDATE BINARY of a whole certificate, by whoever renews it (assumption)."""
        purpose = files.CERTIFICATE_OF_FILE.get(self._addressed(command.p2))
        if purpose is None:
            raise Refused(Status.WRONG_FILE_TYPE)
        authority, der = self._authorised(command)
        if authority is Authority.KIOSK and not self._policy.kiosk_renews_certificates:
            raise Refused(Status.SECURITY_NOT_SATISFIED)
        self._write(self._memory.with_certificate(purpose, der))
        return b""

    def _authorised(self, command: Command) -> tuple[Authority, bytes]:
        """Check and use up the challenge; return who authorises and what is to be written."""
        challenge = self._session.challenge
        self._change_session(challenge=None)
        if command.p1 not in (Authority.KIOSK.value, Authority.COUNTER.value):
            raise Refused(Status.WRONG_PARAMETERS)
        if challenge is None:
            raise Refused(Status.CONDITIONS_NOT_SATISFIED)
        authority = Authority(command.p1)
        given, content = command.data[: terminal.MAC_LENGTH], command.data[terminal.MAC_LENGTH :]
        if not hmac.compare_digest(given, terminal.mac(authority, challenge, command.p2, content)):
            raise Refused(Status.SECURITY_NOT_SATISFIED)
        return authority, content
