"""The facts that guides state, and how each is recognised."""

from collections.abc import Iterator
from dataclasses import replace

from guidance.claims import (
    all_stores,
    app_name,
    biometrics,
    both,
    case,
    counting,
    days,
    delays,
    distance,
    elsewhere,
    entries,
    fee,
    guessable,
    held,
    hours,
    keys,
    late,
    lengths,
    lists,
    locks,
    moves,
    nfc,
    other_pins,
    own_card,
    renewing,
    reserving,
    stores,
    things,
    tries,
    uses,
    validity,
    ways,
    where,
)
from guidance.claims.base import Chain, Claim, Denied, Range, Recogniser, Said, Stated
from guidance.claims.denials import denials
from guidance.claims.facts import CLAIMS
from guidance.look import Look

__all__ = ["CLAIMS", "RECOGNISERS", "Chain", "Claim", "Range", "Said", "Stated", "states"]

RECOGNISERS: tuple[Recogniser, ...] = (
    # The secrets, and their locks.
    tries.tries,
    lengths.lengths,
    locks.right_entry,
    locks.waiting,
    counting.next_day,
    counting.restored,
    # The app, and the reading of the card.
    app_name.app_name,
    nfc.nfc,
    case.case,
    held.spot,
    held.face,
    distance.distance,
    # The reservation.
    validity.validity,
    late.late,
    uses.uses,
    own_card.own_card,
    reserving.reserving,
    delays.wait,
    # The kiosk and the counter.
    hours.hours,
    days.days,
    where.kiosk_where,
    where.counter_where,
    things.things,
    lists.bring,
    fee.fee,
    entries.entries,
    delays.effect,
    # Where which secret is reset, and by what.
    stores.chains,
    all_stores.all_stores,
    ways.ways,
    keys.key,
    elsewhere.elsewhere,
    elsewhere.phone_only,
    both.both_at_counter,
    other_pins.other_pins,
    # Certificates.
    renewing.renewing,
    moves.moved,
    # Afterwards.
    biometrics.biometrics,
    guessable.guessable,
)

IN_QUESTIONS: tuple[Recogniser, ...] = (lengths.lengths, app_name.app_name)
"""What a question takes for granted: 4桁の暗証番号を忘れたら?"""


def states(look: Look, asks: bool = False) -> Iterator[Stated]:
    """All that a sentence states of any claim; little when it only asks."""
    denied = [] if asks else list(denials(look.text))
    for recognise in IN_QUESTIONS if asks else RECOGNISERS:
        for stated in recognise(look):
            look.take(stated.start, stated.end)
            yield _denied(stated, denied)


def _denied(stated: Stated, spans: list[tuple[int, int]]) -> Stated:
    """What is stated only to be denied is stated as not so."""
    if any(start <= stated.start < end for start, end in spans):
        return replace(stated, value=Denied(stated.value))
    return stated
