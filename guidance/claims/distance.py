"""How far off the card is still read: 数ミリずれると読み取れません."""

import re
from collections.abc import Iterator

from fakes.policy import Policy
from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.verdicts import SPARED, answered, verdict
from guidance.look import Look

FAR = re.compile(
    r"(?P<figure>[0-9]+(?:[〜、][0-9]+)?|数|何|すう|わずか数|十数|1、2|2、3)(?P<unit>ミリ(?:メートル)?|mm|センチ(?:メートル)?|cm|メートル)|指[1-3一二三]本|(?P<some>多少|少し|すこし|ちょっと|わずか|ほんの少し|若干|いくらか|少々|大きく|かなり)(?:の|くらい|ぐらい|だけ)?(?=[^、。]{0,6}(?:ずれ|ズレ|外れ|それ[てた]|離れ|狂|違|誤差|動い))"
)
OFF = re.compile(
    r"ずれ|ズレ|はなれ|外れ|それ(?=[てたるま]|ると)|離れ|離し|違[いうっ]|狂い|狂っ|差(?!し)|誤差|動い|くるい|位置|はずれ"
)
"""Being off the right place."""
LENIENT = re.compile(
    r"関係|よみと|許容|許され|許す|ゆるさ|補正|問題|影響|支障|大丈夫|平気|かまわ|構わ|構いま|かまいま|気にし|気にせ|気にな|読め|読み?取|読んで|よめ|反応|通信|失敗|エラー|成功|認識|足り|おおまか|適当|だいたい|切れ|途切れ|遮断|受け付け|できな|できま|できる|損[なじね]|そこね|そこな|障り|差し支|さしつか|不可|可|だめ|シビア|限度|範囲|つなが"
)
READS = r"読み?取って(?:くれ|もらえ)(?!な|ま?せん)|許容(?:され|範囲|する|でき)|許され(?!な|ま?せ|ず)|許す|補正|(?:読め|読み?取れ|読み?取って|読んで(?:くれ|もらえ)|よめ|よみとれ|よみとり|成功し|読み取り?|認識(?:し|され|でき)|通信(?:が|は)?(?:でき|続)|つながっ?)(?!な|ま?せん?|ず|る?か)(?:て)?(?:[るまたてい]|ます)|反応(?:する|しま[すし]|します|した)|足り(?!な|ま?せ)|成功|おおまか|かまい?ません|気にせず"
FAILS = r"(?:読み?|受け)(?:取り)?(?:損|そこ)[なねじ]|見失|読み(?:取り)?そびれ|途絶|(?:通信|接続|読み取り)(?:が|は)?(?:切れ|途切れ|遮断|止ま)|切れ|途切れ|遮断|シビア|厳し|小さく|認められない"
LASTS = re.compile(
    rf"(?:切れ|途切れ|遮断され|止まり|止まら|中断し|中断され)(?:る(?:こと|心配)は)?(?:ません|ない|ず)|気にな(?:りません|らない|らず)|{SPARED}"
)
"""That nothing comes of it: 通信は切れません, 気にしなくてよい."""
PERMITS = re.compile(
    r"[^、。]{0,12}?(?:ても|でも|なら|であれば|でしたら|くらい|ぐらい|程度|以内|まで|範囲)(?![^。]{0,30}(?:注意|気をつけ|慎重|調整|合わせ|試し|必要|動かし|禁物))"
)
"""That so much is put up with: 数ミリのずれなら."""
TELLS = re.compile(f"(?P<fails>{FAILS})|(?P<reads>{READS})")

MILD = re.compile(
    r"問題|影響|支障|失敗|エラー|かま|構|大丈夫|平気|気に|よい|できる|でき[まて]|可(?!能性)|ok|ない|ません|なく"
)
"""Words that with a yes say that the card is read all the same."""


def distance(look: Look) -> Iterator[Stated]:
    """Whether a card is read that lies a few millimetres off: 数ミリのずれでも読めません."""
    text, row = look.text, look.sentence.row
    asked = answered(look)
    question = asked[0] if asked else ""
    far = FAR.search(text)
    over = row + look.sentence.column + question
    if (not OFF.search(text) and not OFF.search(over)) or (
        re.search(r"窓口|店舗|引っ越", text) and not far
    ):
        return
    if far is None and not FAR.search(over):
        return
    if not (far and PERMITS.match(text, far.end())) and not (
        LENIENT.search((text[far.start() :] if far else text) + look.sentence.row)
        or re.search(r"許容|限度|範囲", text)
    ):
        return
    start, end = far.span() if far else (0, len(text))
    wide = far is not None and _wide(far)
    permitted = far is not None and PERMITS.match(text, end) is not None
    reads = _reads(text[end:] if far else text, permitted)
    if reads is None and asked:
        reads = asked[1]
    yield from _judge(
        look, reads, wide, start, end, re.search(r"許容|限度|範囲", text[:start] + row) is not None
    )


def _judge(
    look: Look, reads: bool | None, wide: bool, start: int, end: int, bound: bool
) -> Iterator[Stated]:
    words = Words(
        look.sentence.quote(start, len(look.text)), look.sentence.quote(start, len(look.text))
    )
    if (bound and reads is not False) or (
        bound and re.match(r"(?:未満|以内|まで)", look.text[end:]) and not wide
    ):
        reads = wide
    if reads or (wide and reads is False):
        yield Stated("reading-place", Said(words), start, end)
    elif reads is False:
        yield Stated("reading-place", Policy().reading_tolerance_mm, start, end)


def _wide(far: re.Match[str]) -> bool:
    """Whether it is farther than a few millimetres."""
    if far["unit"] is None:
        return far["some"] in ("大きく", "かなり")
    scale = 1 if far["unit"].startswith(("ミリ", "mm")) else 10
    figures = re.findall(r"[0-9]+", far["figure"])
    return scale > 1 or (bool(figures) and int(figures[-1]) > 9)


def _reads(rest: str, permitted: bool) -> bool | None:
    """Whether the card is read, the first clause that says so deciding."""
    for clause in re.split(r"[、。]", rest):
        if LASTS.search(clause):
            return True
        said = verdict(clause)
        found = list(TELLS.finditer(clause))
        if said is False:
            return False
        if found:
            return found[-1].lastgroup == "reads"
        if said and (permitted or MILD.search(clause)):
            return True
    return None
