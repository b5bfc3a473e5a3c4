"""The figures in a sentence: counts, lengths, spans, times of day, money, distances, dates."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


class Measure(Enum):
    """What a figure counts or measures."""

    TIMES = "how often"
    LENGTH = "how many characters"
    SPAN = "how long"
    HOURS = "from when to when"
    OPENS = "from when"
    CLOSES = "until when"
    CLOCK = "at what time"
    MONEY = "yen"
    DISTANCE = "millimetres"
    DATE = "date"
    OTHER = "something else"


@dataclass(frozen=True)
class Figure:
    """A figure from `start` up to `end`.

    `low` and `high` are its ends when it is a range, else the same: an int for counts, lengths,
    money and distances, a timedelta for spans, a time for times of day; None for what only looks
    like a figure (a date, a telephone number). `ordinal` says that it is the n-th (3回目).
    """

    measure: Measure
    start: int
    end: int
    low: object = None
    high: object = None
    ordinal: bool = False


CLOCK = r"(?:午前|午後|(?:深夜|早朝|夕方|朝|夜|晩|昼)(?:[のは、]|には)?|am|pm)?[0-9]{1,2}(?::[0-9]{2}|時(?!間|点|期|刻|計)(?:[0-9]{1,2}分|半|ちょうど)?)(?:am|pm)?"
TO = r"(?:〜|から|より|-)(?:翌(?:日の?)?|当日の?)?"
UNIT = r"(?:桁|文字|ケタ|けた|字(?!以内))"
SPAN_UNIT = r"(?:時間|営業日|日間|日(?!付|頃|ごろ|本|曜|程)|分間|分(?!証|岐|類|か|から|の[0-9])|週間|か月|カ月|ヶ月|ケ月|年間|年(?!度|版|金|末|始|齢|[0-9]|月)|(?:h|hours?|d|days?|min)(?![a-z0-9]))"

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "skip",
        r"^[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?!(?:から|まで|より|に|は|の|を|で|が|も|頃|ごろ|前|後|以|過|す|開|始|終|閉|受付|オープン|スタート|[0-9〜:、。)]|$))|[0-9]{2,5}〜[0-9]{1,4}〜[0-9]{3,4}|0120[0-9〜]+|〒[0-9〜]+|(?:電話|tel|内線|fax)[:0-9〜()]+|(?:step|ステップ|手順|第|図|表|q|a|no\.?|その|ver\.?|バージョン|type|条件|方法|ポイント)[0-9]+(?:\.[0-9]+)*|[0-9]+(?:章|節|項|条|ページ|頁|版|号)|[0-9]+〜[0-9]+\.|\([0-9]{1,2}\)",
    ),
    (
        "date",
        r"(?:令和|平成|昭和|西暦)(?:[0-9]+|元)年(?:[0-9]+月)?(?:[0-9]+日)?|[0-9]{4}年(?:[0-9]+月)?(?:[0-9]+日)?|[0-9]{1,2}月[0-9]{1,2}日(?:(?:〜|から)(?:翌年の?)?(?:[0-9]{1,2}月)?[0-9]{1,2}日)?|[0-9]{4}[/.][0-9]{1,2}[/.][0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}(?=[^0-9]|$)|[0-9]{1,2}月(?=[^0-9]|$)",
    ),
    ("hours", rf"(?P<from>{CLOCK})(?:\([^)]*\))?{TO}(?P<to>{CLOCK})"),
    (
        "lengths",
        rf"(?P<least>[0-9]+){UNIT}?(?:以上(?:、|で|から)?|〜|から|ないし|、|-)(?P<most>[0-9]+){UNIT}",
    ),
    ("length", rf"(?P<exact>[0-9]+){UNIT}"),
    ("clock", CLOCK),
    (
        "distance",
        r"(?P<far>[0-9]+|数)(?P<far_unit>ミリ(?:メートル)?|mm|センチ(?:メートル)?|cm|メートル)",
    ),
    ("money", r"(?P<yen>[0-9][0-9,]*)円"),
    (
        "times",
        r"(?P<times>[0-9]+)(?:回|連続(?=[でにしのミ間誤失])|度(?!目の(?!打ち|間違|まちが|ミス|誤|失敗|しくじ)[^0-9])(?![合と]))(?P<nth>目)?",
    ),
    ("span", rf"(?P<span>丸?[0-9]+|数十|数10|数|半)(?P<span_unit>{SPAN_UNIT})(?P<half>半)?(?!目)"),
    (
        "other",
        r"[0-9]+(?:つ|種類|通り|点|か所|箇所|カ所|台|枚|人|名|歳|才|倍|%|パーセント|個|通|店舗?|社|品|行|例|大|週|月|段階|ステップ|要素|条件)",
    ),
)
PATTERN = re.compile("|".join(f"(?P<is_{name}>{pattern})" for name, pattern in PATTERNS))
NAMES = tuple(name for name, _ in PATTERNS)
DIGITS = re.compile(r"[0-9]+")
TO_CLOSE = re.compile(r"(?:まで|迄|に(?:閉|終|締)|以降は|を(?:過ぎ|回))")
"""17時まで: a time at which something ends."""

TO_OPEN = re.compile(r"(?:から|より|〜|以降|に(?:開|始)|になる|前)")
"""9時から: a time at which something begins."""

MINUTES = {
    "分": 1,
    "分間": 1,
    "時間": 60,
    "日": 1440,
    "日間": 1440,
    "営業日": 1440,
    "週間": 10080,
    "h": 60,
    "hour": 60,
    "hours": 60,
    "d": 1440,
    "day": 1440,
    "days": 1440,
    "min": 1,
}
MONTH = 30 * 1440
LATE = ("午後", "夜", "晩", "深夜", "夕方", "pm")


@lru_cache(maxsize=8192)
def figures(text: str) -> tuple[Figure, ...]:
    """All figures in a normal form, in order."""
    return tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    for found in PATTERN.finditer(text):
        name = next(each for each in NAMES if found[f"is_{each}"] is not None)
        yield READERS[name](found)


def clock(text: str) -> dt.time | None:
    """A time of day; None for what no clock shows. 24:00 is read as 0:00."""
    hour, minute = (int(figure) for figure in [*DIGITS.findall(text), "0"][:2])
    minute = 30 if "半" in text else minute
    late = text.startswith(LATE) or text.endswith("pm")
    afternoon = late and hour < 12 and not (text.startswith("深夜") and hour < 6)
    if afternoon or (text.startswith("昼") and hour < 6):
        hour += 12
    elif text.startswith(("夜", "晩", "深夜")) and hour == 12:
        hour = 24
    if hour > 24 or minute > 59:
        return None
    return dt.time(hour % 24, minute)


def _hours(found: re.Match[str]) -> Figure:
    first, last = clock(found["from"]), clock(found["to"])
    return Figure(Measure.HOURS, *found.span(), first, last)


def _clock(found: re.Match[str]) -> Figure:
    time, text, (start, end) = clock(found.group()), found.string, found.span()
    if TO_CLOSE.match(text, end) or text[:start].endswith("〜"):
        return Figure(Measure.CLOSES, start, end, time, time)
    if TO_OPEN.match(text, end):
        return Figure(Measure.OPENS, start, end, time, time)
    return Figure(Measure.CLOCK, start, end, time, time)


def _lengths(found: re.Match[str]) -> Figure:
    return Figure(Measure.LENGTH, *found.span(), int(found["least"]), int(found["most"]))


def _length(found: re.Match[str]) -> Figure:
    exact = int(found["exact"])
    after = found.string[found.end() : found.end() + 2]
    if after == "目の":
        return Figure(Measure.OTHER, *found.span())
    return Figure(Measure.LENGTH, *found.span(), exact, exact)


def _distance(found: re.Match[str]) -> Figure:
    unit = found["far_unit"]
    scale = 1 if unit.startswith(("ミリ", "mm")) else 10 if unit.startswith(("セ", "cm")) else 1000
    some = found["far"] == "数"
    low, high = (2 * scale, 9 * scale) if some else (int(found["far"]) * scale,) * 2
    return Figure(Measure.DISTANCE, *found.span(), low, high)


def _money(found: re.Match[str]) -> Figure:
    yen = int(found["yen"].replace(",", ""))
    return Figure(Measure.MONEY, *found.span(), yen, yen)


def _times(found: re.Match[str]) -> Figure:
    times = int(found["times"])
    return Figure(Measure.TIMES, *found.span(), times, times, found["nth"] is not None)


def _span(found: re.Match[str]) -> Figure:
    amount, unit = found["span"].removeprefix("丸"), found["span_unit"]
    minutes = MINUTES.get(unit, MONTH * 12 if unit.startswith("年") else MONTH)
    if amount == "半":
        low = high = dt.timedelta(minutes=minutes / 2)
    elif amount.startswith("数"):
        scale = 10 if amount in ("数十", "数10") else 1
        low, high = (dt.timedelta(minutes=minutes * scale * each) for each in (2, 9))
    else:
        half = 0.5 if found["half"] else 0
        try:
            low = high = dt.timedelta(minutes=minutes * (int(amount) + half))
        except OverflowError:
            return Figure(Measure.OTHER, *found.span())
    return Figure(Measure.SPAN, *found.span(), low, high)


def _date(found: re.Match[str]) -> Figure:
    return Figure(Measure.DATE, *found.span())


def _other(found: re.Match[str]) -> Figure:
    return Figure(Measure.OTHER, *found.span())


READERS = {
    "skip": _other,
    "date": _date,
    "hours": _hours,
    "lengths": _lengths,
    "length": _length,
    "clock": _clock,
    "distance": _distance,
    "money": _money,
    "times": _times,
    "span": _span,
    "other": _other,
}
