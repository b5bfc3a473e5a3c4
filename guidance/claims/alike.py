"""What is said to be alike: 期限の切れた証明書も同じです takes over what was said before it.

What rightly shares the fate of a certificate that does not serve is a small closed set; anything
else in its place is told of: 作ってから1年を過ぎたものも同じです.
"""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated, said
from guidance.claims.states import NOT_VALID, State, states_in
from guidance.look import Look

ALIKE = re.compile(
    r"^(?:(?:なお|また|さらに|そして|もちろん)、)?(?P<what>[^、。]{2,34}?)も(?:また)?、?(?:これと|それと)?"
    r"(?:同じ|同様|同断|変わり(?:は|が)?(?:あり|ござい)?ま?(?:せん|ない)|変わらな|しかり|例外では)"
)
"""期限の切れたものも同じです."""
FAILS = re.compile(
    r"(?:使|鍵|再設定|決め直|通用|役)[^、。]{0,12}(?:ません|ない|ず|なさ)|失効|無効|対象外"
)
"""What was said before: that it does not serve."""
CERTIFICATE = re.compile(r"証明書|署名用")
RIGHT = re.compile(
    r"失効|無効|期(?:限|間)(?:が|の|を)?(?:すでに|もう)?(?:切|過|終|満)|期限切れ|満了|更新(?:して|を|が|し|の済)|引っ?越|転居|転入|転出|住所|改姓|氏名|[名苗]字|結婚|姓|忘れ|ロック|止ま|分から|パスワード|4桁"
)
"""What does not serve: expired, void after a move or a change of name, or not known."""
NOT_YET = re.compile(r"(?:近|間近|迫|残|まで|前)[^、。]{0,10}$|まで|間近|近づ")
"""Nearly so, and so not: 期限まで三か月を切った."""


def alike(look: Look) -> Iterator[Stated]:
    """Certificates that are said not to serve either, and of which nobody has specified that."""
    found = ALIKE.match(look.text)
    last = look.before[-1] if look.before else ""
    if found is None or not CERTIFICATE.search(last) or not FAILS.search(last):
        return
    what = found["what"]
    states = states_in(f"署名用電子証明書の{what}")
    known = RIGHT.search(what) is not None and not NOT_YET.search(what)
    if State.VALID in states:
        yield Stated("expired", True, *found.span("what"))
    elif not known and not states & NOT_VALID:
        yield said(look, "expired", *found.span("what"), sure=False)
