"""The invariants in words, and what is raised when one is broken."""

from dataclasses import dataclass
from enum import Enum

from fakes.words import Words


class Invariant(Enum):
    """What holds in every world, after every act, whatever goes wrong on the wires.

    Where another procedure is played (`Policy`), each holds as far as that procedure wants it.
    """

    NEW_SECRET_NEEDS_KEY = Words(
        "暗証番号は、もう一方の暗証番号の照合か窓口なしには、新しくならない",
        "a secret is never set anew without the other secret or the counter",
    )
    TRIES_ARE_EARNED = Words(
        "残り回数は、間違えると減り、正しい入力か、許された再設定でしか増えない",
        "a retry counter goes down by a wrong entry, and up only by a right one or an"
        " authorised reset",
    )
    LOCK_NEEDS_RESET = Words(
        "ロックされた暗証番号は、再設定でしか使えるようにならない",
        "a locked secret opens only by a reset",
    )
    RESERVATION_SERVES_ONCE = Words(
        "予約は、そのカードのその暗証番号に、多くても一度だけ使われる",
        "a reservation is used at most once, and only for its card and target",
    )
    OLD_OR_NEW = Words(
        "カードの中身は、いつも前のままか新しくなったかのどちらかである",
        "the card is always in the old state or in the new one",
    )
    SPENT_FOR_SOMETHING = Words(
        "予約が使用済みになるのは、暗証番号が書き込まれたときだけである",
        "a reservation is spent only if the secret was set",
    )
    SIGNING_NEEDS_VERIFY = Words(
        "暗証番号の照合なしには、何も署名されない",
        "nothing is signed without VERIFY",
    )
    SECRETS_STAY_SECRET = Words(
        "暗証番号は、画面にも記録にもセンターへの依頼にも現れない",
        "no secret appears on a screen, in a log or in a message",
    )

    @property
    def words(self) -> Words:
        """What holds, as a reader sees it."""
        return self.value


@dataclass(frozen=True)
class Breach:
    """An invariant, and how it was broken."""

    invariant: Invariant
    how: str

    def describe(self) -> str:
        """Say on one line what should have held, and what was seen."""
        return f"{self.invariant.words.ja} ({self.invariant.words.en}): {self.how}"


class InvariantBroken(AssertionError):
    """Raised after the act in which an invariant was broken."""

    def __init__(self, breaches: tuple[Breach, ...]) -> None:
        super().__init__("\n".join(breach.describe() for breach in breaches))
        self.breaches = breaches
