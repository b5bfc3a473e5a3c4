"""What can be told apart in a text without understanding it: figures, quoted labels, denials."""

import datetime as dt
import re
from collections.abc import Iterator

from guidance.figures import Figure, Measure, figures
from guidance.walking.labels import QUOTED

UNITS = {Measure.TIMES: "回", Measure.LENGTH: "桁", Measure.MONEY: "円", Measure.DISTANCE: "mm"}

DENIAL = re.compile(r"ない|なく|なし|ません|ず(?=[、に。])|未|無(?![料事理効])|不(?!足)|以外")
FORGOT = re.compile(r"忘れ|わすれ|[分わ]からな|分かりません|わかりません|不明|思い出")
KNOWS = re.compile(r"覚え|おぼえ|記憶|[分わ]か[るっり]|ご存[じ知]|知って")


def signs(text: str) -> Iterator[str]:
    """The figures of a text in its normal form, its quoted labels, and how much it denies.

    Figures come in one unit a measure: 24時間 and 1日 are the same sign, and so are 6時半 and 6:30.
    Whether somebody knows something or has forgotten it decides in these guides who has to do what.
    """
    for figure in figures(text):
        yield _told(figure) or text[figure.start : figure.end]
    for found in QUOTED.finditer(text):
        yield f"「{found['label']}」"
    yield from ["打ち消し"] * len(DENIAL.findall(text))
    forgot = FORGOT.sub("", text)
    if forgot != text:
        yield "知らない"
    if KNOWS.search(forgot):
        yield "知っている"


def _told(figure: Figure) -> str:
    """A figure with its unit; nothing when it is none of those whose values are known."""
    low, high = _value(figure.low), _value(figure.high)
    if not low or not high:
        return ""
    unit = UNITS.get(figure.measure, "")
    ordinal = "目" if figure.ordinal else ""
    return f"{low}{unit}{ordinal}" if low == high else f"{low}-{high}{unit}"


def _value(value: object) -> str:
    if isinstance(value, dt.timedelta):
        minutes = value // dt.timedelta(minutes=1)
        return f"{minutes}分" if minutes % 60 else f"{minutes // 60}時間"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return str(value) if isinstance(value, int) else ""
