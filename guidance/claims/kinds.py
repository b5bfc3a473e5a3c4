"""Claims that stand to the procedure otherwise than by the plain value of a field."""

from dataclasses import dataclass, replace

from fakes.policy import Policy
from fakes.purposes import AUTHENTICATION_ONLY, Purpose
from fakes.words import Words
from guidance.claims.base import Claim


@dataclass(frozen=True)
class Any4Digits(Claim):
    """Whether any kiosk resets the 4-digit PIN."""

    def expected(self, policy: Policy, value: object = None) -> object:
        """Whether some chain does."""
        return any(Purpose.AUTHENTICATION in resets for _, resets in policy.chains)

    def applied(self, policy: Policy, value: object) -> Policy | None:
        """No chain does; where one does, no guide says."""
        if value is not False or self.id != "kiosk-resets-pin":
            return None
        none = tuple((chain, resets - AUTHENTICATION_ONLY) for chain, resets in policy.chains)
        return replace(policy, chains=none)

    def shown(self, value: object) -> Words:
        """A yes or a no."""
        if isinstance(value, bool):
            return Words("できる", "yes") if value else Words("できない", "no")
        return super().shown(value)


@dataclass(frozen=True)
class Where(Any4Digits):
    """Where the 4-digit PIN is reset."""

    def shown(self, value: object) -> Words:
        """The places; the counter is one in every edition."""
        if value is True:
            return Words(
                "コンビニのマルチコピー機か市区町村の窓口", "a kiosk or the municipal counter"
            )
        if value is False:
            return Words("市区町村の窓口", "the municipal counter")
        return super().shown(value)


@dataclass(frozen=True)
class Lapsed(Claim):
    """What becomes of a reservation past its validity."""

    def expected(self, policy: Policy, value: object = None) -> object:
        """Nothing: it is void, whatever the validity is."""
        return None

    def shown(self, value: object) -> Words:
        """That it is void."""
        return Words("失効する", "void") if value is None else super().shown(value)


@dataclass(frozen=True)
class Named(Claim):
    """Which certificate the 4 digits belong to."""

    def expected(self, policy: Policy, value: object = None) -> object:
        """The one for user authentication, in every edition."""
        return True

    def shown(self, value: object) -> Words:
        """The certificate."""
        if value is True:
            return Words("利用者証明用電子証明書", "the user-authentication certificate")
        return super().shown(value)


@dataclass(frozen=True)
class Advised(Claim):
    """Which numbers are advised against: a guide need not name every kind."""

    def agrees(self, policy: Policy, value: object) -> bool:
        """Whether the procedure advises against all that are named."""
        return isinstance(value, frozenset) and value <= policy.guessable
