"""The sentences of a guide, each in its normal form and with the headings that it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from guidance.document import Block, Document, Kind, Place, Text
from guidance.normal import Normal, normal_of

END = re.compile(r"[。!?！？]+[)」]*|(?<=[^0-9])(?<!^[qa])\.(?=[^0-9a-z]|$)")
PAIRS = {"(": ")", "「": "」"}
TAIL = (
    r"(?:(?:か|かどうか)(?:というと|といえば|と(?:言|い)(?:うと|えば|いますと)|と(?:聞|訊|問わ|尋ねら)か?れ(?:ると|れば|たら|ますと|ますが))"
    r"|か[?]?」(?:と|って|とも|との|という)[^、。「」]{0,24}(?:が|けれ?ど(?:も)?|ので|から|に(?:は|も)?|ども))、"
)
"""What ends a question inside a sentence: …できるかというと、 or 「…か」と聞かれますが、."""

QUESTION_INSIDE = re.compile(TAIL)
QUESTION_TOLD = re.compile(
    r"か[?]?」(?:と|って|との|という)[^、。「」]{0,14}(?:聞|訊|尋ね|たずね|問|質問|相談|声|疑問|不安|心配|届|寄せ|いただ|あり|ある)[^、。「」]{0,14}。?$"
)
"""A sentence that tells of a question: 「…か」とよく聞かれます."""


@dataclass(frozen=True)
class Sentence:
    """One sentence, or a cell of a table.

    `heads` are the headings above it, the nearest last, in their normal form. `row` and `column`
    are what stands at the head of its row and column, when it is a cell.
    """

    form: Normal = field(repr=False)
    source: Text = field(repr=False)
    block: Block = field(repr=False)
    index: int
    heads: tuple[str, ...] = ()
    row: str = ""
    column: str = ""

    @property
    def text(self) -> str:
        """Its normal form."""
        return self.form.value

    def place(self, start: int) -> Place:
        """Where a character of the normal form stands in the file."""
        return self.source.place(self.form.back(start, start + 1)[0])

    def quote(self, start: int, end: int) -> str:
        """A part of it as the guide writes it."""
        first, last = self.form.back(start, end)
        return self.source.value[first:last].strip()

    @property
    def whole(self) -> str:
        """All of it as the guide writes it."""
        return self.quote(0, len(self.text))


def sentences(document: Document) -> list[Sentence]:
    """All sentences in order: headings and items are sentences too.

    An item stands under the item whose list it is in as under a heading.
    """
    found: list[Sentence] = []
    heads: list[tuple[int, str]] = []
    for block in document.blocks:
        heads = [each for each in heads if each[0] < _rank(block)]
        above = tuple(text for _, text in heads)
        for part in _of_block(block, above):
            found.append(
                Sentence(part.form, part.source, block, len(found), above, part.row, part.column)
            )
        if block.kind in (Kind.HEADING, Kind.ITEM):
            heads.append((_rank(block), normal_of(block.text).value))
    return found


ITEMS = 100
"""Items of a list stand under all headings, and over the items within them."""


def _rank(block: Block) -> int:
    """How high a block stands: what stands higher and before it is a heading to it."""
    if block.kind is Kind.HEADING:
        return block.level
    return ITEMS + block.level if block.kind is Kind.ITEM else ITEMS


def _of_block(block: Block, heads: tuple[str, ...]) -> Iterator[Sentence]:
    if block.kind is not Kind.ROW:
        for words in _speeches(_words(normal_of(block.text), block.text)):
            for piece in split(words):
                yield Sentence(piece, block.text, block, 0, heads)
        return
    label = normal_of(block.cells[0]).value if block.cells else ""
    for number, cell in enumerate(block.cells):
        head = block.columns[number] if number < len(block.columns) else ""
        column = normal_of(Text(head, block.text.runs)).value
        for piece in split(normal_of(cell)):
            yield Sentence(piece, cell, block, 0, heads, label if number else "", column)


SPEAKER = re.compile(
    r"「(?:お?客(?:様|さま|さん)?|応答|応対|回答者?|返答|確認|ご?質問者?|お?問い?|お?答え?|q|a|案内|担当者?|オペレーター|スタッフ|相談者|利用者|司会|聞き手|話し手|補足|注意|ご案内)」:?"
)
"""Who speaks in a dialogue: 【応答】."""
PERSON = (
    r"(?:お?客(?:様|さま|さん)?|店員|店長|店側?|スタッフ|職員|係員?|係の(?:人|方)|担当(?:者)?|窓口|受付|相談[員者]|利用者|患者|看護師|医師|司会|聞き手|質問者|回答者?|本人|ご?家族"
    r"|祖?父|祖?母|夫|妻|娘|息子|孫|兄|姉|弟|妹|友人|同僚|上司|部下|先輩|後輩|新人|生徒|学生|記者|住民|市民|隣人|大家|わたし|私|僕|俺|q[0-9]*|a[0-9]*|問[0-9]*|答[え0-9]*|[^「」。、:?!]{1,6}?(?:さん|ちゃん|くん|君|氏|先生|様))"
)
TURNS = re.compile(
    rf"{PERSON}(?:[(][^()]{{1,10}}[)])?[:、]?「(?P<words>(?:[^「」]|「[^「」]*」){{2,600}})」。?"
)
"""Who speaks, and what: 店員「いえ、日をまたいでもロックは外れません」."""
SPEECH = re.compile(
    r"「(?P<words>(?:[^「」]|「[^「」]*」){2,2000}[。!?](?:[^「」]|「[^「」]*」){0,2000})」。?"
)
"""A block that is somebody's speech of more than one sentence: 「…です。…ます。」."""


def _words(form: Normal, text: Text) -> Normal:
    """What is said in a block, without the name of who says it and the quotes around it all."""
    speaker = SPEAKER.match(form.value)
    if speaker and text.value[form.back(0, 1)[0]] == "【":
        form = form.part(speaker.end(), len(form.value))
    speech = SPEECH.fullmatch(form.value)
    return form.part(*speech.span("words")) if speech else form


def _speeches(form: Normal) -> Iterator[Normal]:
    """What each says in a block of nothing but speeches: 客「…?」店員「いえ、…」."""
    spoken = list(TURNS.finditer(form.value))
    if not spoken or "".join(each.group() for each in spoken) != form.value:
        yield form
        return
    for each in spoken:
        yield form.part(*each.span("words"))


LONGEST = 300
"""Nobody writes longer sentences; what has no end is cut, so that its cost stays in proportion."""


def split(form: Normal) -> Iterator[Normal]:
    """Cut where a sentence ends, but not inside quotes and brackets."""
    start = 0
    for found in _ends(form.value):
        end = found.end()
        if end - start <= LONGEST and not _closed(form.value[start:end]):
            continue
        if form.value[start:end].strip("。!?！？."):
            yield from _cut(form, start, end)
        start = end
    yield from _cut(form, start, len(form.value))


def as_question(text: str) -> str:
    """A question that a sentence leads in or tells of, as if it stood alone: …できるか."""
    return QUESTION_TOLD.sub("か", QUESTION_INSIDE.sub("か", text))


def _ends(text: str) -> list[re.Match[str]]:
    """Where sentences may end, in order: a question inside one is a sentence of its own."""
    ends = [*END.finditer(text), *QUESTION_INSIDE.finditer(text)]
    return sorted(ends, key=lambda found: found.end())


def _cut(form: Normal, start: int, end: int) -> Iterator[Normal]:
    """A sentence whole, or what has no end in pieces, at commas where there are some."""
    while end - start > LONGEST:
        comma = form.value.rfind("、", start, start + LONGEST)
        last = comma + 1 if comma > start else start + LONGEST
        yield form.part(start, last)
        start = last
    if end > start:
        yield form.part(start, end)


def _closed(text: str) -> bool:
    return all(text.count(opening) <= text.count(closing) for opening, closing in PAIRS.items())
