"""Whether the phone's case has to be off: ケースを外してかざす."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
from guidance.claims.sides import Mark, fails
from guidance.claims.verdicts import CONDITION, MUST, answered, question_over, verdict
from guidance.look import Look

COVER = re.compile(
    r"ケース(?!バイ|が(?:多|あ[りる]|見)|もあ|は(?:多|少|まれ|あり)|によ|です|だと?(?:思|考))|カバー(?!し|す|で[きす])|バンパー"
)
"""A word for the phone's case; ケース is also what happens in some cases."""
OFF = r"(?:取り?外|取りはず|とりはず|外|はず)(?=[しすせさそ])|取り除[いくか]|取り去|(?<![き読けみ])取(?=っ[てたち]|る|ら|れ(?!な|て))|と(?=って(?:から|おく|おき|くだ))|脱(?=[がいぐ])|(?<!ぱ)なし(?=の|で)|(?:ない|無い)状態|裸|本体だけ|むき出し|じか(?=に)|直接(?=、?カード|、?当)"
ON = (
    r"(?:付け|つけ|着け|閉じ|入れ|はめ|かぶせ|被せ|装着し|収め|取り付け|装着)(?:になった|られた|た|て(?:い|お)?る?)?(?:の)?(?:まま|状態)|装着(?!なし)|取り付け"
    r"|(?:ケース|カバー)[^、。]{0,14}?(?:付け|閉じ|締め|しめ|つけ|着け|はめ|かぶせ|被せ|差し込|挟|挿|しまっ|収め)(?=て|た|ま|る|ず|な|ん|み|よ|お|込)"
    r"|(?:ケース|カバー)に[^、。]{0,6}入れ(?=て(?:お|い|か)|た(?!まま|状))|(?<![にとりっ])(?:付け|つけ|はめ|かぶせ)(?=て(?:から|おき|おく|い))|(?:ケース|カバー)(?:の上から|越し|ごと)|そのまま(?!に(?:せず|しない)|では)|付いたまま|(?:付け|つけ|入れ|はめ|し)っぱなし|(?:ポケット|内側)[^、。]{0,16}(?:差し込|入れ|はさ|挟)"
)
CARELESS = re.compile(
    r"(?:ケース|カバー)(?:の)?(?:有無|あるなし|種類|厚さ|厚み|素材)?[^、。]{0,10}?(?:は|も|が)?(?:読み取り(?:に|と))?(?:関係|影響|問わ|気にし)[^、。]{0,4}(?:なく|な[いし]|ません|ず)"
)
"""That it makes no difference."""
STATE = re.compile(f"(?P<on>{ON})|(?P<off>{OFF})")
NOT = re.compile(
    r"(?:[しすせさそっるらりれぐがいたて]{0,3})(?:(?<!す)な(?:かった|い(?!の(?:と|に比)|場合|とき|人)|く|けれ)|ず|ません|(?:の)?(?:必要|こと|義務|手間)(?:は|が|も)?(?:な|ありま?せ|ございませ|いら|いりませ|要りませ|要ら|かから|かかりませ)|(?:は|も)(?:不要|無用|いら|要ら|いりませ|要りませ)|(?:まで(?:も)?)な|には?(?:及|当た)|(?:は)?(?:いけ|なら|だめ)|の(?:は|を)(?:やめ|避け)|ままに(?:せず|しな))"
)
"""What makes the contrary of a word: 外さない, 付けたままにせず."""
EVEN = re.compile(r"[^、。]{0,5}?(?:ても|でも|のに|たが、|ましたが|けど|けれど)")
AFTERWARDS = re.compile(r"(?:終わっ(?:た|て)|済んだ|完了し|読み取れた)(?:ら|あと|後|から)")


def case(look: Look) -> Iterator[Stated]:
    """Whether the case is off: ケースは外す."""
    text, row = look.text, look.sentence.row
    asked = answered(look)
    over = row + question_over(look)
    if not COVER.search(text) and not COVER.search(over):
        return
    careless = CARELESS.search(text)
    if careless:
        yield Stated("case-blocks", False, *careless.span())
        return
    mark = _state(text)
    if mark is not None:
        yield Stated("case-blocks", mark.right, mark.start, mark.end)
        return
    above = _state(asked[0] if asked else row)
    said = asked[1] if asked else verdict(text)
    if above is not None and said is not None:
        yield Stated("case-blocks", above.right == said, 0, len(text))


def _state(text: str) -> Mark | None:
    """The last state that the text comes out for; `right` when the case is off."""
    last: Mark | None = None
    for found in STATE.finditer(text):
        off = found.lastgroup == "off"
        begin = max(text.rfind(mark, 0, found.start()) for mark in "、。") + 1
        if AFTERWARDS.search(text[max(0, begin - 16) : found.start()]):
            continue
        end = found.end()
        turned = NOT.match(text, end)
        if turned:
            off, end = not off, turned.end()
        if _barred(text, end):
            off = not off
        last = Mark(off, found.start(), end)
    return last


def _barred(text: str, end: int) -> bool:
    """Whether that state keeps the card from being read, or is forbidden."""
    if EVEN.match(text, end):
        return False
    stop = next((at for at in range(end, len(text)) if text[at] in "、。"), len(text))
    after = STATE.search(text, end)
    if after and after.start() < stop:
        stop = after.start()
    elif CONDITION.search(text[end : stop + 1]) and stop - end < 10:
        more = next((at for at in range(stop + 1, len(text)) if text[at] in "、。"), len(text))
        stop = more
    told = text[end:stop]
    if re.search(MUST, text[max(0, end - 6) : stop]):
        return True
    return fails(told)
