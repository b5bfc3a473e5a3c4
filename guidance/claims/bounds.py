"""What a time of day is to a place: when it opens, when it closes, or when it is used."""

import re

from guidance.claims.parts import Part, question
from guidance.figures import Figure, Measure
from guidance.look import Look

BARE_TIME = re.compile(r"(?:ちょうど)?(?:です|だ|になります|となります)?[。)]?$")
"""All that an answer says: 午前7時です."""
ASKED_BOUND = re.compile(
    r"(?P<opens>(?:何時|いつ)(?:から|に(?:開|始))|(?:開始|開館|開店|始まり|始まる)(?:の)?(?:時[刻間])?。?$)"
    r"|(?P<closes>(?:何時|いつ)(?:まで|に(?:閉|終))|(?:終了|閉店|終わり|終わる|締切)(?:の)?(?:時[刻間])?。?$)"
)
"""What a question or the head of a row asks for: 何時まで?"""


def bound_of(look: Look, part: Part, figure: Figure) -> str:
    """What a time is to a place: its hours, when it opens, when it closes, a time at which it is used."""
    after = look.text[figure.end : min(part.end, figure.end + 40)]
    if figure.measure is Measure.HOURS:
        return (
            "shut"
            if part.serves is False
            and not re.match(r"[^、。]{0,6}(?:以外|のほか|の?み|だけ)", after)
            else "hours"
        )
    if re.match(
        r"(?:に|と)?(?:なる|なら|を過ぎる|が来る|を回る)(?:まで|ないと)|(?:より|よりも)?(?:前|早)|から(?!は)|より(?!遅)|に(?:開|始)|〜|になら|になってから|スタート|に?オープン|開始",
        after,
    ):
        if re.match(r"(?:より|よりも)?(?:前|早)", after):
            return "opens" if part.serves is False else "at"
        return "closes" if re.match(r"から(?:は)?", after) and part.serves is False else "opens"
    if re.match(r"以[降後]", after) and re.search(r"のは[^、。]{0,8}$", look.text[: figure.start]):
        return "opens"
    if re.match(r"(?:を(?:過ぎ|回|まわ|すぎ)|すぎ|過ぎ|以降|以後|より遅|よりあと|から先)", after):
        return "closes" if part.serves is False else "at"
    if re.match(
        r"(?:まで|迄|に[^、。]{0,6}(?:閉|終|締|止)|で[^、。]{0,6}(?:終|閉|締|打ち切|止|受付終)|終了|閉|前?に?は?終わ|ちょうどに(?:終|閉))",
        after,
    ):
        return "closes"
    if figure.measure is Measure.CLOSES:
        return "closes"
    return _asked_bound(look) if BARE_TIME.match(after) else "at"


def _asked_bound(look: Look) -> str:
    """What a bare time of day answers."""
    asked = ASKED_BOUND.search(question(look)) or ASKED_BOUND.search(look.sentence.row)
    return asked.lastgroup or "at" if asked else "at"
