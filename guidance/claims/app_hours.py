"""At what time the app reserves: at any."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
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
from guidance.claims.parts import Part, denies, question, serves
from guidance.figures import Measure
from guidance.look import Look

LIMITS = re.compile(
    rf"月(?:曜日?)?(?:〜|から|-)[土金](?:曜日?)?(?:まで|の?み|だけ)|平日[にの]受|(?:土日祝?日?|日曜|祝日)(?:等|など)?を?(?:除[くき]|以外)|{DAYTIME}[^、。]{{0,10}}(?:だけ|のみ|に限|しか|限定|でない|でなければ|に操作しない|中に|までに|のあいだに|に行|に申し込)|{DAYTIME}(?:の)?(?:だけ|のみ|に限|です|である|だ。|になります|となります|となる|とな)"
)
EXCUSED = re.compile(r"メンテナンス|保守|点検|臨時|システム障害|混み|混雑|つなが|場合があ|ことがあ")
"""What is an exception, and known."""
HOURS_A_DAY = re.compile(
    r"(?<![0-9])1日(?:に|あたり)?(?P<hours>[0-9]{1,2})時間(?:だけ|のみ)?(?=受け?付|対応|利用|[、。]|$|です|で)"
)
"""予約の受付は1日24時間."""
DAILY = re.compile(r"(?:毎[日晩夜朝週])[^、。]{0,10}[0-9]+時")
"""No exception: 毎日22時に止まります."""
UNUSUAL = re.compile(rf"{ANYTIME}|{NIGHT}|{EVENING}|お?盆|お?正月|年末年始|大みそか|元日")
"""Times at which the office is closed."""
WHILE_SHUT = re.compile(
    r"(?:役所|役場|窓口|市民課)[がの](?:閉|休|しま|開いて(?:い)?な|やって(?:い)?な|時間外)[^、。]{0,14}(?:に?は)[^、。]{0,8}"
    r"(?:取れ|とれ|でき|受け付け(?:られ)?|使え)(?:て(?:い)?)?(?:ない|ません|ず)"
)
"""Not while the office is closed: 役所が閉まっている時間には取れません."""
RESERVABLE = re.compile(r"予約|アプリ|申し?込|受け?付け?")

OF_VALIDITY = re.compile(r"期限|有効|以内|(?<![時分半])(?<![時分半]を)過ぎ|うち")
"""How long a reservation is good, not when it is made."""


def app(look: Look, part: Part) -> Iterator[Stated]:
    """Whether the app reserves at any time: 予約は24時間いつでも."""
    shut = WHILE_SHUT.search(look.text)
    if shut is not None and part.start <= shut.start() < part.end:
        yield Stated("app-hours", quoted(look, *shut.span()), *shut.span())
        return
    whole_day = HOURS_A_DAY.search(part.text)
    if whole_day is not None and RESERVABLE.search(part.text + look.near):
        span = (part.start + whole_day.start(), part.start + whole_day.end("hours"))
        take(look, span)
        yield Stated("app-hours", whole_day["hours"] == "24" or quoted(look, *span), *span)
        return
    if EXCUSED.search(part.text) and not DAILY.search(part.text):
        return
    told = part.text + look.near + question(look)
    if not RESERVABLE.search(told) or OF_VALIDITY.search(part.text):
        return
    limit = _app_limit(look, part)
    if limit is not None:
        yield Stated("app-hours", quoted(look, *limit), *limit)
        return
    anytime = UNUSUAL.search(part.text)
    if anytime is None and UNUSUAL.search(look.sentence.row + question(look)):
        anytime = re.match(r".", part.text)
    open_now = served(look, part)
    if anytime and (open_now is not None or re.search(AROUND, part.text)):
        span = (part.start + anytime.start(), part.start + anytime.end())
        take(look, span)
        yield Stated(
            "app-hours", open_now is not False or quoted(look, part.start, part.end), *span
        )


def _app_limit(look: Look, part: Part) -> tuple[int, int] | None:
    """A time outside of which the app would not reserve."""
    for figure in times_in(look, part):
        after = look.text[figure.end : figure.end + 20]
        once = figure.measure is Measure.CLOCK and re.match(r"でも|に|も|を|だ", after)
        even = figure.measure is not Measure.HOURS and re.match(
            r"(?:を過ぎて|以降|から)?で?も", after
        )
        if (once and part.serves is not False) or (even and part.serves):
            look.take(figure.start, figure.end)
            continue
        return figure.start, figure.end
    found = _limit_in_words(look, part)
    return None if found is None else (part.start + found.start(), part.start + found.end())


def _limit_in_words(look: Look, part: Part) -> re.Match[str] | None:
    """A limit without a time of day: 平日の日中のみ."""
    found = LIMITS.search(part.text)
    if found is None and part.serves is True and re.match(rf"{DAYTIME}[^、。]{{0,4}}$", part.text):
        found = re.match(DAYTIME, part.text)
    if found is None and re.fullmatch(
        rf"(?:受付[はも:]?)?(?:{DAYTIME}の?){{1,2}}(?:中|内|の?み|だけ)?。?", part.text
    ):
        found = re.match(r".+", part.text)
    if found is None and part.serves is False:
        found = re.match(
            rf"[^、。]{{0,10}}{DAYTIME}(?:の[^、。]{{1,4}})?(?:は|に(?:は)?)", part.text
        )
        found = found if found and serves(part.text[found.end() :]) is False else None
    if (
        found is None
        and re.search(rf"{DAYTIME}(?:に|の間に|中に)[^、。]{{0,10}}ください", part.text)
        and denies(look)
    ):
        found = re.search(DAYTIME, part.text)
    return found
