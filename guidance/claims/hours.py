"""At what time of day: the kiosk 6:30 to 23:00, the counter 8:30 to 17:15, the app at any time."""

import datetime as dt
import re
from collections.abc import Iterator

from guidance.claims.app_hours import app
from guidance.claims.base import Range, Stated
from guidance.claims.bounds import bound_of
from guidance.claims.clock_words import (
    ANYTIME,
    AROUND,
    DAYTIME,
    EVENING,
    NIGHT,
    quoted,
    served,
    take,
    times_in,
)
from guidance.claims.parts import ELSEWHERE, Part, parts, question
from guidance.figures import Figure, Measure, figures
from guidance.look import Look
from guidance.terms import Term

STORE_CLOSES = re.compile(
    r"閉まる店|閉める店|閉店|店(?:舗)?が[^、。]{0,10}(?:閉ま(?!っていな)|終わ)|終わる店|までの店|営業の店(?=なら|では)"
)
"""A store's own hours: 夜10時に閉まる店."""
OPEN_ONLY = re.compile(r"\([^()]{0,14}(?:閉ま|閉店)[^()]{0,14}\)")
"""A note that says no more than that the store has to be open: (閉まっている間は除く)."""
DEVICE = re.compile(r"新しい(?:番号|暗証番号|4桁|pin)|変更後|決め直した|失効|有効")
"""A time of day that is no opening hour."""


def hours(look: Look) -> Iterator[Stated]:
    """From when to when: 6:30〜23:00 at the kiosk, 8:30〜17:15 at the counter, any time in the app."""
    told = look.text + look.sentence.row + look.sentence.column + question(look)
    if not TIMES.search(told):
        return
    if ELSEWHERE.search(look.text + look.near) and not re.search(r"予約|再設定", look.text):
        _set_aside(look)
        return
    if EXAMPLE.search(look.text) or DEVICE.search(look.text) or LOCKED.search(look.text):
        return
    for part in parts(look):
        if part.place is Term.APP:
            yield from app(look, part)
        elif part.place is Term.COUNTER:
            yield from _counter(look, part)
        elif part.place is Term.KIOSK or SERVED.search(look.text + look.near):
            yield from _kiosk(look, part)


TIMES = re.compile(
    rf"[0-9](?:時|:[0-9]|h)|{ANYTIME}|{NIGHT}|{EVENING}|{DAYTIME}|24時間|制限|閉ま|時間外|お?昼|盆|正月|年末|大みそか|元日|曜"
)
EXAMPLE = re.compile(
    r"[0-9](?:時|分|半)*(?:ごろ|頃)?(?:に|の)?(?:予約(?:し(?!よう)|す(?:れば|ると)|を取|なら|の場合|が)|取った予約|申し込)"
)
"""One person's times: 午後3時に予約したなら."""
LOCKED = re.compile(r"ロック(?:が|は|を)?[^、。]{0,12}(?:解|続|戻|待)|回数")
SERVED = re.compile(r"利用(?:でき|可|時間)|時間帯?|使える|つかえる|機械|再設定")


def _set_aside(look: Look) -> None:
    """The hours of a telephone line are nobody's claim."""
    for figure in look.figures:
        if figure.measure in (Measure.HOURS, Measure.OPENS, Measure.CLOSES):
            look.take(figure.start, figure.end)


# The counter: 8:30 to 17:15.


HALF_DAY = re.compile(
    r"(?:午前中?|午後|夕方|昼休み)(?:だけ(?!で(?:は|も|な))|のみ(?!な)|に限|限定|しか)"
)
"""Half a day only: 平日の午前中だけ."""


RECEPTION = re.compile(r"(?:受付|開庁|営業|利用|対応|取扱い?)(?:時間帯?|日時)?(?:は|:)")
"""A label over opening hours, of which no verb says that they are: 受付時間は終日."""


def _counter(look: Look, part: Part) -> Iterator[Stated]:
    """The opening hours of the counter: 8:30〜17:15."""
    around = re.search(rf"{AROUND}|夜間|{NIGHT}", part.text)
    terse = part.serves is None and RECEPTION.search(part.text)
    if (
        around
        and (part.serves or terse)
        and not re.search(r"一部|自治体|場合|ところ|曜|延長", part.text)
    ):
        span = part.start + around.start(), part.start + around.end()
        take(look, span)
        yield Stated("counter-closes", quoted(look, *span), *span)
        return
    half = HALF_DAY.search(part.text)
    if half and part.serves is not False:
        span = part.start + half.start(), part.start + half.end()
        yield Stated("counter-closes", quoted(look, *span), *span)
    for figure in times_in(look, part):
        bound = bound_of(look, part, figure)
        if bound in ("hours", "opens"):
            yield Stated("counter-opens", figure.low, figure.start, figure.end)
        if bound in ("hours", "closes"):
            yield Stated("counter-closes", figure.high, figure.start, figure.end)


# The kiosk: 6:30 to 23:00.

UNTIL_NIGHT = re.compile(
    r"(?:深夜|真夜中|夜中|未明|明け方|早朝|翌朝|日付が変わる(?:頃|ころ)?)まで(?!の(?:予約|間))"
)
"""Later than any kiosk serves: 日付が変わるまで."""


def _kiosk(look: Look, part: Part) -> Iterator[Stated]:
    """When the kiosk serves: 6:30〜23:00; nobody at night."""
    if STORE_CLOSES.search(OPEN_ONLY.sub("", look.text)):
        for figure in times_in(look, part):
            look.take(figure.start, figure.end)
        return
    half = HALF_DAY.search(part.text)
    if half and part.serves is not False:
        span = part.start + half.start(), part.start + half.end()
        yield Stated("kiosk-closes", quoted(look, *span), *span)
    late = UNTIL_NIGHT.search(part.text)
    if late and part.serves is not False:
        span = part.start + late.start(), part.start + late.end()
        yield Stated("kiosk-closes", quoted(look, *span), *span)
    elif part.place is Term.KIOSK:
        yield from _around(look, part)
    for figure in times_in(look, part):
        yield from _kiosk_at(look, part, figure)


def _kiosk_at(look: Look, part: Part, figure: Figure) -> Iterator[Stated]:
    """What a time of day says of the kiosk's hours."""
    bound, start, end = bound_of(look, part, figure), figure.start, figure.end
    if bound == "shut":
        yield from _shut(figure)
    if bound in ("hours", "opens"):
        yield Stated("kiosk-opens", figure.low, start, end)
    if bound in ("hours", "closes"):
        yield Stated("kiosk-closes", figure.high, start, end)
    if bound == "at" and isinstance(figure.low, dt.time):
        said = served(look, part)
        if said is not None:
            yield _at(_past(figure.low, look.text[end : end + 8]), said, start, end)
        else:
            look.take(start, end)


def _shut(figure: Figure) -> Iterator[Stated]:
    """Hours at which it does not serve: 23時から翌6時半まで, or 5時から6時半まで."""
    low, high = figure.low, figure.high
    assert isinstance(low, dt.time)
    assert isinstance(high, dt.time)
    if low > high:
        yield Stated("kiosk-closes", low, figure.start, figure.end)
        yield Stated("kiosk-opens", high, figure.start, figure.end)
    elif low < MIDDAY:
        yield Stated("kiosk-opens", Range(high, max(high, MIDDAY)), figure.start, figure.end)
    else:
        yield Stated("kiosk-closes", Range(MIDDAY, low), figure.start, figure.end)


MIDDAY, LAST = dt.time(12, 0), dt.time(23, 59)


def _past(time: dt.time, after: str) -> dt.time:
    """The time itself, or just after it: 23時以降, 23時を過ぎて."""
    if time < LAST and re.match(
        r"(?:を(?:過ぎ|回|まわ|すぎ)|すぎ|過ぎ|以降|以後|より(?:遅|後|あと))", after
    ):
        return (dt.datetime.combine(dt.date.min, time) + dt.timedelta(minutes=1)).time()
    return time


def _at(time: dt.time, served: bool, start: int, end: int) -> Stated:
    """What being served at a time says of the hours: at 22:00 means that it closes no earlier."""
    if time < dt.time(4, 0):
        return Stated(
            "kiosk-closes", Range(LAST, LAST) if served else Range(dt.time(4, 0), LAST), start, end
        )
    if time < MIDDAY:
        return Stated(
            "kiosk-opens", Range(dt.time(0, 0), time) if served else Range(time, MIDDAY), start, end
        )
    return Stated("kiosk-closes", Range(time, LAST) if served else Range(MIDDAY, time), start, end)


NOON = re.compile(
    r"(?P<time>午前中|昼間|日中|昼休み|正午)(?:は|も|に|には|だけ|のみ|に限|しか)|お?昼(?:を過ぎる|を回る|になる|過ぎ)まで"
)
"""Hours at which it does serve."""
EVENINGS = re.compile(r"夜間?(?:は|に|には|だと)")
AT_LEAST = re.compile(
    r"(?:日中|昼間|昼のあいだ|午前中|(?:開庁|業務|執務)(?:時間|中))[^、。は]{0,10}(?:だけ(?!で(?:は)?な)|のみ(?!な)|に限(?:り|る|っ|られ(?!な|ず|ません))|しか)"
)
"""Hours far shorter than the kiosk's."""
BUT_NIGHT = re.compile(rf"(?:{NIGHT}(?:や|と|・|、|および)?){{1,3}}(?:は|を|の)?(?:除|以外)")


def _around(look: Look, part: Part) -> Iterator[Stated]:
    """Whether the kiosk serves at night: 深夜や早朝でも."""
    text = BUT_NIGHT.sub(lambda found: "＿" * len(found.group()), part.text)
    night = re.search(
        rf"{NIGHT}|{AROUND}|何時でも|何時に[^、。]{{0,8}}ても|いつ(?:行|来|使|操作)(?:っ|し)?ても|(?:時間(?:帯)?|時刻)(?:を|の|に|は)(?:問わ|制約|制限|選ば|関係|気に|決まり)",
        text,
    )
    timed = re.search(
        r"(?:利用|対応|受付|営業|稼働|使え|でき|開い)[^。]{0,8}時間|時間帯|^時間|。時間", look.near
    )
    if night is None and timed:
        night = re.match(
            r"(?:特に)?(?:制限|定め|決まり)?(?:は)?(?:なし|無し|ありません|無制限|いつでも)", text
        )
    over = (
        re.search(rf"{NIGHT}|夜中", look.sentence.row + question(look)) if night is None else None
    )
    said = served(look, part)
    if (
        night
        and not next(times_in(look, part), None)
        and (said or (said is None and timed and re.search(AROUND, part.text)))
    ):
        span = part.start + night.start(), part.start + night.end()
        take(look, span)
        yield Stated("kiosk-closes", quoted(look, *span), *span)
    elif over and said is not None and not TIMES.search(part.text):
        span = part.start, part.end
        yield Stated(
            "kiosk-closes", quoted(look, *span) if said else Range(dt.time(4, 0), LAST), *span
        )
    yield from _by_day(look, part, said)
    if said is not None and not TIMES.search(part.text):
        yield from _in_row(look, part, said)


def _by_day(look: Look, part: Part, served: bool | None) -> Iterator[Stated]:
    """Hours far too short, in words: 日中だけ, 午前中は使えない."""
    found = AT_LEAST.search(part.text)
    if found and re.search(r"(?:窓口|役所)(?:は|が|なら|では)", part.text):
        found = None
    if found is None and served is False:
        found = NOON.search(part.text) or (
            None if figures(look.text) else EVENINGS.match(part.text)
        )
    if found is not None:
        span = part.start + found.start(), part.start + found.end()
        yield Stated("kiosk-opens", quoted(look, *span), *span)


def _in_row(look: Look, part: Part, served: bool) -> Iterator[Stated]:
    """What a cell says of the time of day at the head of its row: 23時以降の再設定 | 不可."""
    for figure in figures(look.sentence.row):
        if figure.measure in (Measure.OPENS, Measure.CLOSES, Measure.CLOCK) and isinstance(
            figure.low, dt.time
        ):
            yield _at(
                _past(figure.low, look.sentence.row[figure.end :]), served, part.start, part.end
            )
        elif (
            figure.measure is Measure.HOURS
            and isinstance(figure.low, dt.time)
            and isinstance(figure.high, dt.time)
        ):
            overnight = figure.low > figure.high
            if overnight and served:
                yield Stated(
                    "kiosk-closes", quoted(look, part.start, part.end), part.start, part.end
                )
            elif overnight != served:
                yield Stated(
                    "kiosk-closes", figure.low if overnight else figure.high, part.start, part.end
                )
