"""Which things are needed where: identity document, card, passwords, reservation."""

import re
from collections.abc import Iterator
from dataclasses import replace

from guidance.claims.base import Stated
from guidance.claims.needing import NEEDS, RESERVED, WHERE, Verdict, one_place, verdicts
from guidance.claims.telling import Telling, tellings
from guidance.look import Look
from guidance.terms import Term, terms

PLACED = re.compile(
    r"(?:(?:いいえ|はい)、)?[^、。]{0,6}(?:コンビニ|窓口|役所|役場|店|機械)[^、。]{0,4}(?:では|は|で|でも|なら)[、]?[^、。]{0,4}(?:不要|必要|必須|要|い[りるら]|なし|あり|求|聞|提示|見せ|持)"
)
"""A sentence that only says where: 窓口では必要です."""
OF_KEY = re.compile(r"入力|必要|不要|要")
"""A cell that tells whether a password is asked for."""
COMPARED = re.compile(
    r"(?:窓口|役所|役場|コンビニ|お?店)(?:の窓口)?(?:での?(?:手続き?|再設定)|のとき|の場合|に行くとき)?(?:とは?(?:違|異な|同じ|同様|逆|反対)(?:って|い|り|く|ように|で|に)?|同様)"
    r"|(?:ほか|他|それ以外|これ以外)(?:に|の)?(?:は|もの)?(?:何も|なにも|一切)[^、。]{0,12}"
)
"""A place that is named only to compare, and all else: 窓口と同じく, ほかには何も要りません."""
BLOT = "＿"
"""What stands for each character of it."""
LOCKING = re.compile(r"(?:誤っ|誤り|間違え|まちがえ)[^。]{0,24}ロック")
"""A sentence on the lock: what is typed in there is not what somebody needs."""


def things(look: Look) -> Iterator[Stated]:
    """Whether a thing is needed at a place: コンビニでは本人確認書類は不要です."""
    for found in (*tellings(look), *_carried(look)):
        blotted = COMPARED.sub(lambda place: BLOT * len(place.group()), found.text)
        telling = replace(found, text=blotted)
        if LOCKING.search(telling.text):
            continue
        stated = list(_stated(look, telling))
        yield from stated
        if stated:
            return


def _carried(look: Look) -> Iterator[Telling]:
    """A short sentence about the thing of the sentence before, or of the heading: 窓口ではいります."""
    text = look.text
    if (
        len(text) > 30
        or look.sentence.row
        or any(found.term in NEEDS for found in look.terms)
        or not PLACED.match(text)
    ):
        return
    for over in (*reversed(look.before[-2:]), *look.sentence.heads[-1:]):
        named = [
            found for found in terms(over) if found.term in NEEDS and found.term is not Term.RESERVE
        ]
        if named:
            if len({found.term for found in named}) == 1:
                name = f"{over[named[0].start : named[0].end]}は、"
                yield Telling(name + text, len(name), False, len(text))
            return


def _stated(look: Look, telling: Telling) -> Iterator[Stated]:
    for verdict in verdicts(telling.text, telling.since):
        place = _place(look, telling, verdict)
        claim = NEEDS[verdict.thing.term].get(place) if place else None
        if claim == "counter-password" and verdict.place is None and look.sentence.block.number:
            continue  # it is typed in at the kiosk: 署名用のパスワードを入力する★忘れた方は窓口へ
        if claim == "key" and (verdict.without or (telling.cell and not OF_KEY.search(look.text))):
            continue
        if claim is not None:
            start, end = telling.span(verdict.thing.start, verdict.thing.end)
            yield Stated(claim, verdict.needed != telling.denied, start, end)


def _place(look: Look, telling: Telling, verdict: Verdict) -> Term | None:
    """The place that its clause names, else what stands before it, else over the sentence."""
    place = verdict.place
    if place is None:
        earlier = [
            found.term
            for found in terms(telling.text[: verdict.thing.start])
            if found.term in WHERE
        ]
        over = look.place_over() if BLOT in telling.text else look.place_at(0)
        place = one_place(earlier[-1]) if earlier else over
    if verdict.thing.term in RESERVED and place is not Term.COUNTER:
        return (
            Term.KIOSK
            if verdict.place is Term.KIOSK or look.site_at(0) is not Term.COUNTER
            else None
        )
    return place
