"""One thing or the other: which of two sides a sentence comes out for, after what it denies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guidance.claims.verdicts import CONTRAST, MUST, told_from

FAILS = re.compile(
    r"(?:読(?:め|み取れ|みと?れ|み込め|み取りは?でき|み取って(?:くれ|もらえ)|んで(?:くれ|もらえ))|よめ|よみとれ|反応(?:し|が)|認識(?:され|し|でき)|通信(?:が|は)?(?:でき|し|つながら)|成功し|うまくい[かき]|届[かき]|通ら|でき|出来|つながら)"
    r"(?:て)?[^、。]{0,4}?(?:ない|ません|ず|にく|なく|づら|ねる|かねます)|(?:こと|の)が[^、。]{0,8}(?:原因|災い|たたっ|よくな|悪かっ|まずかっ)|失敗|敗因|しくじ|裏目|つまず|元凶|のせい(?:だ|で)|エラーに|エラーの|エラーと|不可(?!欠)|不能|(?<![a-z])ng(?![a-z])|だめ|ダメ|駄目|無理|妨げ|邪魔|遮|不良|読み取りの敵|使えな|使えません|不安定|安定し(?:な|ま?せ)|(?:感度|電波)(?:が|は)[^、。]{0,4}(?:弱|悪|落ち|下が)|(?<!のは)(?:間違い|誤り)(?=です|だ|である|。|$)"
)
"""That it does not come about."""
DOES_NOT = re.compile(
    r"(?:失敗|エラー|不可|妨げ|邪魔|だめ|間違い|無理)(?:に|と|で)?(?:は|も|する(?:こと|ほど)?(?:は|も)?)?(?:なり|なら|し|あり|ござい)?(?:ません|ない|なく|ず)|(?:ない|ません|ず)(?:わけ|こと|もの)?(?:では|は|も|が)(?:ない|ありません)"
)
"""That the failure does not come about."""
FORBIDS = re.compile(
    r"(?:かざ[さし]|当て|あて|付け|つけ|置[かい]|のせ|載せ|重ね|合わせ|密着させ|くっつけ|読み取(?:ら|り)[^、。]{0,8}|読ま[^、。]{0,6}|触れ|使わ|使用し|し)(?:せ)?(?:ない(?:で|こと|よう|ほうが|方が)|ては(?:いけ|なら|だめ)|ちゃ(?:だめ|いけ)|ません。?$|ない。?$|ずに?、|べきでは)|[避さ]け|やめ(?:て|ま)|厳禁|禁止|控え(?:て|る)"
)
"""That it must not be done."""
WHEN_FAILING = re.compile(
    r"[^、。]{0,2}(?:とき|時|場合|方|人|ひと|かた|際|なら|ときは|のは|理由|原因は)"
)

OTHERS_DO = re.compile(
    r"[^、。]{0,12}?(?:ている|ていた|た)(?:人|方|利用者|お客|かた|ひと)(?:が|は|に|も|を)"
)
"""What some people do, who are told better."""


@dataclass(frozen=True)
class Mark:
    """A word for a side, from `start` up to `end`; `right` says that it is the side of the procedure."""

    right: bool
    start: int
    end: int


def fails(told: str) -> bool:
    """Whether a piece of text says that the reading fails or must not be tried that way."""
    must = re.search(MUST, told)
    if must or DOES_NOT.search(told):
        return False
    for found in FAILS.finditer(told):
        if not WHEN_FAILING.match(told, found.end()):
            return True
    return FORBIDS.search(told) is not None


def settled(text: str, marks: Sequence[Mark]) -> Mark | None:
    """The last side that is named, turned when it is denied: 画面に当てても読めません is for the back."""
    last: Mark | None = None
    marks = [mark for mark in marks if not OTHERS_DO.match(text, mark.end)] or list(marks)
    for place, mark in enumerate(marks):
        stop = marks[place + 1].start if place + 1 < len(marks) else len(text)
        turned = CONTRAST.match(text, mark.end) is not None
        turned ^= fails(told_from(text, mark.end, stop))
        last = Mark(mark.right ^ turned, mark.start, mark.end)
    return last
