"""Lines that are a label and its value, read as the cell of a table: 住民票との一致は不問.

Terse guides write noun-final sentences, check lists and definitions. What stands before the colon,
the arrow or the last は is then the head of a row, and what stands after it its cell.
"""

import re
from dataclasses import replace

from guidance.document import Kind
from guidance.look import Look

VERDICT = r"(?:なし|無し|あり|有り|(?<![許認])可|不可|可能|不可能|必須|必要|不要|無用|不問|任意|自由|禁止|厳禁|無効|有効|拒否|受理|却下|受付|対象外?|対象内|対応(?:済み?)?|非対応|未対応|無料|有料|無償|停止|稼働|休止|[○×])"
"""Nouns that say all that is to be said: なし, 不問, 必須."""
NOUN = r"[^、。はがをもで:→「」]{1,20}[一-龠々ァ-ヴー0-9a-z)円回分時内外先前後み]"
"""A short phrase that ends in a noun."""
LABELLED = (
    re.compile(r"「?(?P<label>[^。:→⇒]{2,50})」?(?:→|⇒|:|=)(?P<value>[^:→⇒]{1,60})"),
    re.compile(
        rf"(?P<label>(?:[^。、()]|\([^()]{{0,20}}\)){{2,40}}(?<!の)(?<!に))は、?(?P<value>{VERDICT}|{NOUN})。?"
    ),
)
"""A label and its value: 手数料:無料, 住民票との一致は不問."""
SPOKEN = re.compile(
    r"(?:です|ます|ません|ました|でした|ください|ましょう)(?:が|ので|よ|ね|か)?(?:[、。?!]|$)"
)
"""What somebody says, whose name stands before it: 担当者:予約は24時間できます."""
DEFINED = re.compile(rf"(?:{VERDICT}|{NOUN}(?:、{NOUN}){{0,4}})。?")
"""All that stands under a term: 住民票のある市区町村."""
LED = re.compile(r"(?:→|⇒|…+|=|a[0-9]*[.:])(?P<value>[^:→⇒]{1,60})")
"""What an arrow leads to from the question before it: → 即時."""
ASKS = re.compile(r"(?:か|[?])[」。]*$")


def labelled(look: Look) -> tuple[Look, int] | None:
    """The value as a cell under its label, and where in the sentence it begins."""
    sentence = look.sentence
    if sentence.block.kind in (Kind.ROW, Kind.HEADING) or sentence.block.number is not None:
        return None
    led = LED.fullmatch(look.text) if look.before and ASKS.search(look.before[-1]) else None
    if led is not None:
        return _cell(look, look.before[-1].strip("「」"), led.start("value")), led.start("value")
    for pattern in LABELLED:
        found = pattern.fullmatch(look.text)
        if found is not None and not SPOKEN.search(found["value"]):
            return _cell(look, found["label"], found.start("value")), found.start("value")
    if (
        sentence.heads
        and not look.before
        and len(sentence.heads[-1]) < 30
        and DEFINED.fullmatch(look.text)
    ):
        return _cell(look, sentence.heads[-1], 0), 0
    return None


def _cell(look: Look, label: str, start: int) -> Look:
    """The part of a sentence from `start` on as a cell in the row of a label."""
    part = look.sentence.form.part(start, len(look.text))
    return replace(look, sentence=replace(look.sentence, form=part, row=label), taken=[])
