"""What may become of reservations: judged from what the centre holds and what cards were written.

A reservation sets one new secret. Writing the same one again, because an answer was lost, is the
same use of it; setting another is a second use.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from fakes.centre.messages import Reservation, Standing
from fakes.centre.store import Contents
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.watching.invariants import Breach, Invariant

STEPS = frozenset(
    {
        (Standing.ISSUED, Standing.PREPARED),
        (Standing.PREPARED, Standing.USED),
        (Standing.ISSUED, Standing.REPLACED),
        (Standing.PREPARED, Standing.REPLACED),
    }
)
"""How the standing of a reservation may change."""


@dataclass(frozen=True)
class Use:
    """A reservation with which a secret was set on a card."""

    number: str
    card_id: str
    target: Purpose
    secret: bytes = field(repr=False)


def changed(
    policy: Policy, before: Contents, after: Contents, uses: frozenset[Use]
) -> Iterator[Breach]:
    """What a call did to the reservations that it may not do."""
    if before is after:
        return
    old = {each.number: each for each in before.reservations}
    for reservation in after.reservations:
        was = old.get(reservation.number)
        if was is not None and was.standing is not reservation.standing:
            yield from _moved(policy, was, reservation, uses)


def _moved(
    policy: Policy, was: Reservation, now: Reservation, uses: frozenset[Use]
) -> Iterator[Breach]:
    step = (was.standing, now.standing)
    again = step == (Standing.USED, Standing.PREPARED) and not policy.reservation_is_single_use
    if step not in STEPS and not again:
        how = f"from {was.standing.value} to {now.standing.value}"
        yield Breach(Invariant.RESERVATION_SERVES_ONCE, how)
    written = any(use.number == now.number for use in uses)
    if now.standing is Standing.USED and policy.new_pin_works_at_once and not written:
        yield Breach(Invariant.SPENT_FOR_SOMETHING, "used up, though no secret was set")


def permitted(
    policy: Policy, contents: Contents, card_id: str, target: Purpose
) -> list[Reservation]:
    """The reservations by which a kiosk may set this secret on this card now, the latest last."""
    return [
        each
        for each in contents.reservations
        if each.target is target
        and (each.card_id == card_id or not policy.reservation_binds_card)
        and (each.standing is Standing.PREPARED or _serves_again(policy, each))
    ]


def _serves_again(policy: Policy, reservation: Reservation) -> bool:
    return reservation.standing is Standing.USED and not policy.reservation_is_single_use


def used(
    policy: Policy,
    contents: Contents,
    uses: frozenset[Use],
    card_id: str,
    target: Purpose,
    secret: bytes,
) -> tuple[frozenset[Use], list[Breach]]:
    """The uses after a kiosk has set a secret, and what was wrong with it."""
    permits = permitted(policy, contents, card_id, target)
    if not permits:
        how = f"a kiosk set the {target.value} secret without a reservation of this card for it"
        return uses, [Breach(Invariant.RESERVATION_SERVES_ONCE, how)]
    made = {Use(each.number, card_id, target, secret) for each in permits}
    numbers = {each.number for each in permits}
    earlier = {use for use in uses if use.number in numbers}
    if earlier and earlier.isdisjoint(made) and policy.reservation_is_single_use:
        how = "a second secret was set with one reservation"
        return uses | made, [Breach(Invariant.RESERVATION_SERVES_ONCE, how)]
    return uses | made, []
