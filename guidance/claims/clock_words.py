"""Words and figures for times of day, as the hours of kiosk, counter and app are told with them."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from fakes.words import Words
from guidance.claims.base import Said
from guidance.claims.parts import Part, denies
from guidance.figures import Figure, Measure
from guidance.look import Look

AROUND = r"(?:24(?:時間|h)(?!以内|を?過|を?[超越こ]|後|有効|が|まで|たっ|たつ|経|と|に|は|も|より|も?前|の(?:有効|期限|間|うち|猶予)|しか|だけ|で(?:失効|無効|切|期限)|営業の?店|、?有効|待|程|ほど|以上|ずっと有効)|終日|一日じゅう|一日中|1日中|昼夜|夜通し|四六時中|朝から晩|年中無休の24時間)"
"""Around the clock."""
ANYTIME = rf"(?:{AROUND}|いつ(?:行|来|使|操作|予約|申し込|や)(?:っ|し|ん)?[てで]も|いつでも|いつだって|何時でも|何時に[^、。]{{0,8}}ても|好きな(?:とき|時)|昼(?:でも|も)夜|夜(?:でも|も)昼|(?:時間|時刻|時間帯)(?:帯)?(?:を|は|に|が|の|も)?(?:問わ|選[ばび]|気にせ|気にする必要|関係な|制限|制約|かかわら|決ま)|都合の(?:よい|いい|良い)時|思い立った(?:とき|時))"
NIGHT = (
    r"(?:深夜|夜更け|夜ふけ|夜半|真夜中|夜中|未明|夜明け前|明け方|早朝|日付が変わ(?:って|る|った))"
)
"""Hours at which no kiosk serves."""
EVENING = r"(?:夜間|夜遅く|夕方(?=[でには]|以降|から|まで)|夜(?=[はもでに]|、)|(?:開庁|業務|執務|営業)?時間外|閉庁(?:日|後|中)|休日|土日|週末|祝日|土曜|日曜)"
DAYTIME = r"(?:日中|昼間|昼のあいだ|午前中|午後だけ|平日|開庁時間|開庁中|営業時間|業務時間|執務時間|勤務時間|(?:役所|役場|窓口|市役所|店|コンビニ)(?:の窓口)?[がの](?:開い|あい|やっ)て(?:い)?る[^、。]{0,6}|朝になって|昼休み)"


def times_in(look: Look, part: Part) -> Iterator[Figure]:
    """The times of day in a part."""
    first = bisect_left(look.figures, part.start, key=lambda each: each.start)
    for figure in islice(look.figures, first, None):
        if figure.start >= part.end:
            return
        timed = figure.measure in (Measure.HOURS, Measure.OPENS, Measure.CLOSES, Measure.CLOCK)
        whole = isinstance(figure.low, dt.time) and isinstance(figure.high, dt.time)
        written = part.text[max(0, figure.start - part.start) : figure.end - part.start]
        if timed and whole and "＿" not in written:
            yield _at_night(look.text, figure)


def _at_night(text: str, figure: Figure) -> Figure:
    """The time as it is meant where the words before it say night: 夜遅くても11時まで."""
    low, written = figure.low, text[figure.start : figure.end]
    if figure.measure is Measure.HOURS or not isinstance(low, dt.time) or not 6 <= low.hour < 12:
        return figure
    if not re.match(r"[0-9]", written) or not re.search(
        r"夜(?!間|中)[^、。翌朝]{0,10}、?[^、。翌朝0-9]{0,8}$",
        text[max(0, figure.start - 30) : figure.start],
    ):
        return figure
    late = low.replace(hour=low.hour + 12)
    return replace(figure, low=late, high=late)


def quoted(look: Look, start: int, end: int) -> Said:
    """A value in the guide's own words: 平日の日中のみ."""
    quote = look.sentence.quote(start, end)
    return Said(Words(quote, quote))


def take(look: Look, span: tuple[int, int]) -> None:
    """Note the figures in a part of the sentence as read: the 24時間 of 24時間いつでも."""
    for figure in look.figures:
        if figure.start < span[1] and span[0] < figure.end:
            look.take(figure.start, figure.end)


def served(look: Look, part: Part) -> bool | None:
    """Whether a place serves; where its part does not say, by the answer: いいえ、日中だけです."""
    if part.serves is not None or denies(look) is None:
        return part.serves
    return not denies(look)
