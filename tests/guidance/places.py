"""Whether the characters of a document stand where it says that they do."""

from collections.abc import Iterator

from guidance.document import Document, Text
from guidance.reading.lines import lines


def texts(document: Document) -> Iterator[Text]:
    """Every text of a document."""
    for block in document.blocks:
        yield from block.cells or (block.text,)


def misplaced(document: Document, content: str) -> list[str]:
    """The characters that stand elsewhere in the decoded file, with where they should.

    A space may stand for what divides lines and cells. An entity stands where its "&" is.
    """
    rows = lines(content)
    wrong = []
    for text in texts(document):
        for index, character in enumerate(text.value):
            place = text.place(index)
            there = rows[place.line - 1][place.column - 1 : place.column]
            if character not in {" ", there} and there != "&":
                wrong.append(f"{place.line}:{place.column}: {character!r} is {there!r}")
    return wrong
