"""Tables of what is done where: 手続き | アプリ | コンビニ, and in the cells できる or できない.

The row names the act and the column the place, or the other way round. One reserves in the app
only, and resets anywhere but there.
"""

import re
from collections.abc import Iterator
from enum import Enum

from guidance.claims.base import Stated, said
from guidance.look import Look


class Act(Enum):
    """What the head of a row or a column says is done."""

    RESERVE = "where-reserve"
    RESET = "where"


RESERVE = re.compile(r"(?:予約|申し?込)(?!番号(?!を取|の取)|が|した|後|済|なし)")
RESET = re.compile(
    r"再設定|初期化|リセット|(?:決め|設定し|登録し|付け)(?:直|なお)|新しい(?:4桁|番号|暗証番号)"
)
"""The two acts of the procedure."""
AT_APP = re.compile(r"アプリ|スマ(?:ホ|ートフォン)|携帯|ソフト|電話機")
AT_STORE = re.compile(r"コンビニ|コピー機|店|キオスク|機械|マルチ|セブン")
AT_OFFICE = re.compile(r"窓口|役所|役場|自治体|市区?町村|庁")
"""The places of the procedure, by any of their names."""
CAN = re.compile(
    r"(?:でき|取れ|行え|使え|申し?込め|決められ|直せ)(?:る|ます)(?:[(][^()]*[)])?。?$|可能?。?$"
)
CANNOT = re.compile(
    r"(?:でき|取れ|行え|使え|申し?込め)(?:ない|ません)(?:[(][^()]*[)])?。?$|不可能?。?$"
)
"""A cell that says no more than whether it can be done; ○ may also mean that it is needed."""


def matrix(look: Look) -> Iterator[Stated]:
    """An act that a cell allows at the wrong place: 4桁の再設定 | アプリ | できる."""
    row, column, text = look.sentence.row, look.sentence.column, look.text
    can = CAN.match(text) is not None
    if not (row and column) or not (can or CANNOT.match(text)):
        return
    for act_head, place_head in ((row, column), (column, row)):
        act = _act(act_head)
        right = _right(act, place_head) if act else None
        if act and right is not None and right is not can:
            yield said(look, act.value, 0, len(text))
            return


def _act(head: str) -> Act | None:
    """The act that a head names, if it names one of the two: 予約, 4桁の再設定."""
    reserves, resets = RESERVE.search(head) is not None, RESET.search(head) is not None
    if reserves is resets:
        return None
    return Act.RESERVE if reserves else Act.RESET


def _right(act: Act, head: str) -> bool | None:
    """Whether the act is done at the one place that a head names; None where others judge it."""
    app, store, office = (each.search(head) for each in (AT_APP, AT_STORE, AT_OFFICE))
    if sum(each is not None for each in (app, store, office)) != 1:
        return None
    if act is Act.RESERVE:
        return app is not None
    return False if app else None
