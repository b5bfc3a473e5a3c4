"""Questions and what is answered, with or without a はい: 回数は消えますか。これは消えません."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidance.claims.telling import ANSWER, Telling, question, tellings
from guidance.look import Look
from guidance.polarity import NEGATED

STEM = re.compile(
    r"(?P<stem>[一-龠々ァ-ヶー]{1,6}|[ぁ-ん]{2})[ぁ-ん]{1,7}$",
)
"""The last word of a question, whose stem its answer repeats: 消えます, 受け付けます."""
NEGATIVE = re.compile(r"(?:ない|ません|だめ|ダメ|無理|いけない)$")
"""A question that denies, and which an answer without はい neither affirms nor denies."""
DOUBT = re.compile(r"(?:か(?:もしれ|どうか)|と(?:は)?(?:限|かぎ)ら)")
"""What leaves it open."""


@dataclass(frozen=True)
class Reply:
    """What was asked, without its か, and whether the sentence says that it is so."""

    asked: str
    yes: bool


def reply(look: Look) -> Reply | None:
    """The answer that a sentence gives to the question over it: これは消えません."""
    asked = question(look)
    if not asked or DOUBT.search(look.text):
        return None
    answer = ANSWER.match(look.text)
    if answer is not None:
        return Reply(asked, answer["no"] is None)
    said = None if NEGATIVE.search(asked) else _repeated(asked, look.text)
    return None if said is None else Reply(asked, said)


def _repeated(asked: str, text: str) -> bool | None:
    """Whether a text affirms or denies the word that the question ends with."""
    word = STEM.search(asked)
    at = text.rfind(word["stem"]) if word else -1
    if word is None or at < 0 or "、" in text[at:]:
        return None
    return NEGATED.match(text[at + len(word["stem"]) :]) is None


def told(look: Look) -> Iterator[Telling]:
    """What a sentence tells: its own words, a cell's with its heads, and the question it answers."""
    answer = reply(look)
    own = [each for each in tellings(look) if each.cell or not each.offset]
    yield from own
    if answer is not None:
        yield Telling(answer.asked, len(answer.asked), not answer.yes, len(look.text))
