"""The facts that guides state, and how each is recognised."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from guidance.claims import (
    alike,
    all_stores,
    app_name,
    apps,
    biometrics,
    both,
    brought,
    case,
    choosing,
    counting,
    days,
    delays,
    distance,
    elsewhere,
    endings,
    entries,
    fee,
    guessable,
    held,
    hours,
    keys,
    kiosk_where,
    late,
    lengths,
    lists,
    locks,
    matrix,
    moves,
    namings,
    nfc,
    opening,
    other_pins,
    other_stores,
    own_card,
    phones,
    renewing,
    reserving,
    restoring,
    routes,
    sparing,
    spots,
    stores,
    strays,
    things,
    tries,
    uses,
    validity,
    ways,
    where,
)
from guidance.claims.answering import answering
from guidance.claims.base import Chain, Claim, Denied, Range, Recogniser, Said, Stated
from guidance.claims.denials import denials
from guidance.claims.facts import CLAIMS
from guidance.claims.labelled import labelled
from guidance.look import Look

__all__ = ["CLAIMS", "RECOGNISERS", "Chain", "Claim", "Range", "Said", "Stated", "states"]

RECOGNISERS: tuple[Recogniser, ...] = (
    # What is typed in: how often, how long.
    tries.tries,
    entries.entries,
    uses.uses,
    lengths.lengths,
    # When, and for how long.
    validity.validity,
    late.late,
    hours.hours,
    delays.effect,
    delays.wait,
    days.days,
    # In which municipality, and at which chain.
    kiosk_where.kiosk_where,
    where.counter_where,
    stores.chains,
    all_stores.all_stores,
    # How the card is read.
    case.case,
    held.spot,
    held.face,
    distance.distance,
    # What ends a lock.
    locks.right_entry,
    locks.waiting,
    counting.next_day,
    counting.restored,
    restoring.restoring,
    opening.opening,
    # What one needs.
    things.things,
    lists.bring,
    fee.fee,
    nfc.nfc,
    # Which way helps, in which state of card and secrets.
    ways.ways,
    routes.routes,
    keys.key,
    alike.alike,
    moves.moved,
    # Which app, which card, which secrets.
    app_name.app_name,
    namings.naming,
    own_card.own_card,
    other_pins.other_pins,
    both.both_at_counter,
    # The new PIN.
    biometrics.biometrics,
    guessable.guessable,
    endings.ending,
    # Other places, and other doings than the reset.
    elsewhere.elsewhere,
    elsewhere.phone_only,
    reserving.reserving,
    matrix.matrix,
    renewing.renewing,
    strays.strays,
)
"""In the order in which findings at the same place are told."""

UNSPECIFIED: tuple[Callable[[Look], Iterator[tuple[int, int]]], ...] = (
    brought.unwanted,
    spots.misplaced,
    other_stores.other_stores,
    sparing.sparing,
    choosing.choosing,
    apps.other_apps,
    phones.phones,
)
"""What finds the parts of a sentence that name something nobody has specified."""

IN_QUESTIONS: tuple[Recogniser, ...] = (lengths.lengths, app_name.app_name)
"""What a question takes for granted: 4桁の暗証番号を忘れたら?"""


def states(look: Look, asks: bool = False) -> Iterator[Stated]:
    """All that a sentence states of any claim; little when it only asks."""
    denied = [] if asks else list(denials(look.text))
    cell = None if asks else labelled(look)
    answer = None if asks or cell else answering(look)
    for recognise in IN_QUESTIONS if asks else RECOGNISERS:
        told = _in_cell(recognise, look, *cell) if cell else list(recognise(look))
        if answer and not told:
            told = [_of_answer(look, each) for each in recognise(answer)]
        for stated in told:
            look.take(stated.start, stated.end)
            yield _denied(stated, denied)


def _in_cell(recognise: Recogniser, look: Look, cell: Look, start: int) -> list[Stated]:
    """What a recogniser finds in a line that is a label and its value, as parts of the line.

    The value is read as a cell; of the label only what the value does not speak of.
    """
    value = [
        replace(each, start=each.start + start, end=each.end + start) for each in recognise(cell)
    ]
    plain = list(recognise(look))
    if not value:
        return plain
    told = {each.claim: each.value for each in value}
    label = [each for each in plain if each.end <= start]
    return [each for each in label if told.get(each.claim, each.value) == each.value] + value


def _of_answer(look: Look, stated: Stated) -> Stated:
    """What an answer and its question state together, as stated by all of the answer."""
    return replace(stated, start=0, end=len(look.text))


def _denied(stated: Stated, spans: list[tuple[int, int]]) -> Stated:
    """What is stated only to be denied is stated as not so."""
    if any(start <= stated.start < end for start, end in spans):
        return replace(stated, value=Denied(stated.value))
    return stated
