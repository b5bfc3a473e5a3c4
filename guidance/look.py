"""One sentence as the claims look at it: its words, its figures, and what it is about."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from guidance.document import Kind
from guidance.figures import Figure, figures
from guidance.normal import normal_of
from guidance.sentences import Sentence, as_question
from guidance.terms import PLACES, SECRETS, Found, Term, terms

CLAUSE = re.compile(r"[、。;:→⇒]|(?<=[るたいう])が(?=[、一二両署数4])|けれども?|(?<=せん)が")
AVOIDED = re.compile(
    r"(?:窓口|役所|役場|市役所|区役所|コンビニ)(?:の窓口)?(?:へ|に|で)?(?:は|も)?(?:行か|出向か|並ば|足を運ば|頼ら)(?:ず|な)|(?:窓口|役所)(?:なし|不要)"
)
"""A place that a head names only to say that one need not go there."""

TOPIC = re.compile(r"\)?(?:の(?:ほう|方|場合))?(?:は|も|では|なら)(?!も)")
"""What marks the word before it as that of which a sentence speaks."""

SAME = {Term.CERTIFICATE: Term.PASSWORD, Term.AUTHENTICATION_CERTIFICATE: Term.PIN}
"""Guides name the secret by its certificate."""

QUESTION = re.compile(
    r"[?？][」)]?$|でしょうか。?$|(?:ます|ません|です|る|ない|い|た)か[。」)]*$|ですって。?$"
)
"""A sentence that asks, and so states little: どこで再設定できますか."""

SITES = frozenset({Term.KIOSK, Term.COUNTER})
NEAR_PLACES = PLACES - {Term.PORTAL, Term.ONLINE}


@dataclass
class Look:
    """A sentence with its surroundings.

    `before` are the sentences before it under the same heading, the nearest last; `topic` is the
    place (kiosk, counter, app) that the guide last spoke of there; `goes_on` says that the
    sentence before stands in the same block. `taken` are the parts that claims have read.
    """

    sentence: Sentence
    before: tuple[str, ...] = ()
    topic: Term | None = None
    taken: list[tuple[int, int]] = field(default_factory=list)
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The sentence in its normal form."""
        return self.sentence.text

    @cached_property
    def terms(self) -> tuple[Found, ...]:
        """The words of the procedure in it."""
        return terms(self.text)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in it."""
        return figures(self.text)

    @cached_property
    def asks(self) -> bool:
        """Whether it asks, or is the head of a row, and so states little."""
        cells = self.sentence.block.cells
        head = len(cells) > 1 and self.sentence.source is cells[0]
        text = as_question(self.text)
        return head or text != self.text or QUESTION.search(text) is not None

    @cached_property
    def told(self) -> str:
        """The sentence, and as a cell the heads of its row and of its column."""
        return f"{self.text}。{self.sentence.row}{self.sentence.column}"

    @cached_property
    def context(self) -> str:
        """What stands over it: headings, the head of its row and of its column."""
        return "。".join([*self.sentence.heads, self.sentence.row, self.sentence.column])

    @cached_property
    def near(self) -> str:
        """The heads that are its own: the nearest heading, its row and its column."""
        return "。".join([*self.sentence.heads[-1:], self.sentence.row, self.sentence.column])

    @cached_property
    def beside(self) -> tuple[Term, ...]:
        """The places that the other cells of its row name: 窓口 | カード、本人確認書類."""
        block = self.sentence.block
        if block.kind is not Kind.ROW or self.sentence.source is block.cells[0]:
            return ()
        others = (cell for cell in block.cells[1:] if cell is not self.sentence.source)
        named = {_one(each) for cell in others for each in _named(normal_of(cell).value, SITES)}
        return tuple(named)

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """Where each clause begins and ends."""
        cuts = [found.end() for found in CLAUSE.finditer(self.text)]
        return list(zip([0, *cuts], [*cuts, len(self.text)], strict=True))

    def clause_at(self, index: int) -> tuple[int, int]:
        """The clause in which a character stands."""
        return next((each for each in self.clauses if each[0] <= index < each[1]), self.clauses[-1])

    def has(self, *wanted: Term) -> bool:
        """Whether the sentence itself has one of these words."""
        return any(found.term in wanted for found in self.terms)

    def secret_at(self, index: int) -> Term:
        """Which secret is spoken of at a place; the 4-digit PIN when nothing says otherwise."""
        start, end = self.clause_at(index)
        here = [found for found in self.terms if found.term in SECRETS or found.term in SAME]
        inside = [found for found in here if start <= found.start and found.end <= index]
        after = [found for found in here if index <= found.start and found.end <= end]
        earlier = [found for found in here if found.end <= index]
        told_of = [found for found in earlier if TOPIC.match(self.text[found.end :])]
        for group in (inside[-1:], after[:1], told_of[-1:] or earlier[-1:]):
            if group:
                return SAME.get(group[0].term, group[0].term)
        return self._secret_over()

    def _secret_over(self) -> Term:
        """Which secret the heads name, or the sentence before; the PIN when neither does."""
        for over in (self.sentence.column, self.sentence.row, *reversed(self.sentence.heads[-2:])):
            named = _named(over, SECRETS | SAME.keys())
            if named:
                return SAME.get(named[-1], named[-1])
        named = _named(self.before[-1], SECRETS) if self.before else []
        return named[-1] if named else Term.PIN

    def site_at(self, index: int) -> Term | None:
        """Whether the kiosk or the counter is spoken of; None when neither is."""
        sites = [found for found in self.terms if found.term in SITES]
        before = [found for found in sites if found.start <= index]
        if before:
            return before[-1].term
        for over in (self.sentence.column, self.sentence.row):
            named = _named(over, SITES)
            if named:
                return _widest(named)
        if sites:
            return sites[0].term
        for over in reversed(self.sentence.heads):
            named = _named(AVOIDED.sub("", over), SITES)
            if len(set(named)) == 1:
                return named[0]
        return self.topic if self.topic in SITES else None

    def place_at(self, index: int) -> Term | None:
        """Which place is spoken of: kiosk, counter or app; None when nothing says so."""
        places = [found for found in self.terms if found.term in NEAR_PLACES]
        before = [found for found in places if found.start <= index]
        if before:
            return _one(before[-1].term)
        for over in (self.sentence.column, self.sentence.row):
            named = _named(over, NEAR_PLACES)
            if named:
                return _one(_widest(named))
        if len(self.beside) == 1:
            return self.beside[0]
        if places:
            return _one(places[0].term)
        return self.place_over() if self.topic is None else self.topic

    def place_over(self) -> Term | None:
        """The place that a heading names, the nearest heading first."""
        for over in reversed(self.sentence.heads):
            named = _named(AVOIDED.sub("", over), NEAR_PLACES)
            if named:
                return _one(_widest(named))
        return None

    def unsaid(self) -> Iterator[Figure]:
        """The figures that no claim has taken."""
        for figure in self.figures:
            if not any(start < figure.end and figure.start < end for start, end in self.taken):
                yield figure

    def take(self, start: int, end: int) -> None:
        """Note that a claim has read this part."""
        self.taken.append((start, end))


def _named(text: str, wanted: AbstractSet[Term]) -> list[Term]:
    """Those of the wanted words that a text has."""
    return [found.term for found in terms(text) if found.term in wanted]


def _one(term: Term) -> Term:
    """The app and the phone that it runs on are one place."""
    return Term.APP if term is Term.PHONE else term


def _widest(named: list[Term]) -> Term:
    """A head that names app and kiosk means the whole way, which ends at the kiosk."""
    return Term.KIOSK if Term.KIOSK in named and Term.COUNTER not in named else named[-1]
