"""Single sentences with their headings, true and false: `python -m tests.accuracy.phrases [--misses]`."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guidance.check import check
from guidance.document import Block, Document, Kind, Run, Text
from guidance.findings import Finding, Level

FOLDER = Path(__file__).parent / "phrases"
TITLE = "マイナンバーカードの4桁の暗証番号がロックされたとき"


@dataclass(frozen=True)
class Phrase:
    """A sentence under its heading; `true` says whether the procedure bears it out."""

    topic: str
    true: bool
    heading: str
    sentence: str

    def document(self) -> Document:
        """A guide with nothing but this."""
        title = Block(Kind.HEADING, _text(TITLE, 1), level=1)
        if self.heading.startswith("row|"):
            _, label, column = self.heading.split("|", 2)
            cells = (_text(label, 2), _text(self.sentence, 3))
            row = Block(Kind.ROW, _text("", 2), cells=cells, columns=("", column), fresh=True)
            return Document("phrase", "text", "utf-8", (title, row))
        body = Block(Kind.PARAGRAPH, _text(self.sentence, 3))
        heads = (Block(Kind.HEADING, _text(self.heading, 2), level=2),) if self.heading else ()
        return Document("phrase", "text", "utf-8", (title, *heads, body))


def _text(value: str, line: int) -> Text:
    return Text(value, (Run(0, line, 1),))


def phrases() -> Iterator[Phrase]:
    """All of them."""
    for path in sorted(FOLDER.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            topic, true, heading, sentence = line.split("\t")
            yield Phrase(topic, true == "true", heading, sentence)


def found(phrase: Phrase) -> list[Finding]:
    """The errors and warnings that it gives."""
    return [each for each in check(phrase.document()).findings if each.level is not Level.NOTE]


def right(phrase: Phrase, given: list[Finding]) -> bool:
    """Whether it came out right: a false one is found, a true one gives no error."""
    if phrase.true:
        return not any(each.level is Level.ERROR for each in given)
    return bool(given)


def main() -> None:
    """Print the shares by topic, and those that came out wrong."""
    shares: dict[str, list[list[bool]]] = {}
    for phrase in phrases():
        given = found(phrase)
        good = right(phrase, given)
        shares.setdefault(phrase.topic, [[], []])[phrase.true].append(good)
        if not good and "--misses" in sys.argv:
            told = [f"{each.rule.value}:{each.claim}:{each.part}" for each in given]
            print(
                "FALSE" if phrase.true else "MISS",
                phrase.topic,
                "|",
                phrase.heading,
                "|",
                phrase.sentence,
                told,
            )
    for topic, (false, true) in shares.items():
        print(
            f"{topic:20} false found {sum(false):3}/{len(false):3}  true without error {sum(true):3}/{len(true):3}"
        )
    for index, name in ((0, "false found"), (1, "true without error")):
        every = [each for pair in shares.values() for each in pair[index]]
        print(name, sum(every), len(every), round(sum(every) / max(1, len(every)), 4))


if __name__ == "__main__":
    main()
