"""On which days: the counter on weekdays only, closed over the new year; the kiosk every day."""

import re
from collections.abc import Iterator

from fakes.policy import Policy
from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.parts import ELSEWHERE, NOT, Part, denies, parts, question
from guidance.look import Look
from guidance.terms import Term

ALL_DAYS = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
WEEKENDS = frozenset({5, 6})
SIX_DAYS = frozenset(range(6))

WEEKDAY = r"(?:平日|(?:月曜?日?|月)(?:〜|から|-|より)金(?:曜日?)?|ウィークデー|週日)"
CLOSED_IN_WEEK = re.compile(
    r"(?:休み|休む|定休日?|閉庁日|休業日|閉まる)(?:のは|は|が|:)[^、。]{0,4}[月火水木金]曜|[月火水木金]曜日?(?:だけ)?[はがに]は?[^、。]{0,8}(?:お?休み(?!の)|定休|閉ま|(?:でき|使え|動き|扱い|受け付け)ま?せん|(?:でき|使え|動か)ない)"
)
"""A day off in the week: 休みは水曜だけ."""
WEEK_OF_SIX = re.compile(r"月(?:曜日?)?(?:〜|から|-)土(?:曜日?)?(?!・?日)")
"""All days but Sunday."""
WEEKEND = r"(?:土日祝?日?|土・?日(?:・?祝日?)?|土曜日?|日曜日?|祝祭日|祝日|祭日|休日|週末|連休|お?休みの日|ゴールデンウィーク|お盆|閉庁日|土(?=[、・]日)|日(?=[、・]祝))"
EVERY = r"(?:(?:一|1)年(?:じゅう|中|を通[しじ]て)|毎日(?!曜)|365日|年中(?!行事)|いつの日|どの曜日|何曜日|週に?7日|全曜日|全日|連日|月(?:曜日?)?(?:〜|から)日曜日?|日曜日?(?:〜|から)土曜日?|(?:閉まる|休みの|休む|開かない|できない|使えない)(?:曜日|日)(?:は|も|が)(?:な|あり)|曜日(?:を|は|に|の|による)?(?:問わ|関係|かかわら|制限|指定|選|気に)|土日平日)"
NEW_YEAR = r"(?:年末年始|年末|年始|年の暮れ|年の瀬|暮れ(?=[のとに、])|大晦日|大みそか|おおみそか|元日|元旦|お?正月|三が日|年越し|12月(?:29|30|31)日|12/(?:29|30|31)|1月[123]日|1/[123](?![0-9]))"
YEAR_TURNED = re.compile(r"年(?:が|を)?明け(?:て|た|る)?(?:から|以降|後|に|まで|の)?[^、。]{0,20}")
"""What comes after the new year: 年が明けてから."""

LISTED = rf"(?:(?:及び|や|と|・|、|および|並びに|または|,|の)*(?:国民の)?(?:{WEEKEND}|{NEW_YEAR})){{0,6}}"
EXCEPT_DAYS = re.compile(
    rf"(?P<days>(?:{WEEKEND}|{NEW_YEAR}){LISTED})(?:等|など)?(?:は|を|の)?(?:除(?!か)|のぞ(?!か)|避け|さけ|以外|対象外)"
)
"""土日祝を除く."""

BUT_WEEKDAY = re.compile(
    rf"{WEEKDAY}(?:[^、。]{{0,12}}(?:といった|という)(?:決まり|制限|制約)(?:は|が|も)(?:な|あり)|以外|だけ(?:で(?:は)?な|に限ら|じゃな)|のみ(?:ならず|で(?:は)?な)|に限(?:らない|らず|りません|られ(?:ない|ず|ません))|はもちろん|のほか|でなくても|と同じ|と変わ)"
)
"""More than the weekdays: 平日だけでなく."""

ONLY_WEEKDAY = re.compile(
    rf"{WEEKDAY}(?:の[^、。だ]{{0,14}})?(?:だけ(?!で(?:は)?な|じゃな)|のみ(?!ならず|で(?:は)?な)|しか|に限(?:り|る|定|っ)|限定|に限られ(?!ない|ず|ません)|でない(?:と|限り)|でなければ|でなきゃ|まで(?:の(?:扱い|受付|取り?扱い|対応|利用)|です|。|$))"
    rf"|{WEEKDAY}以外は?[^、。]{{0,16}}{NOT}"
)
ONLY_WEEKEND = re.compile(
    rf"{WEEKEND}{LISTED}(?:の[^、。だ]{{0,10}})?(?:(?<!いた)だけ(?!で(?:は)?な|閉|休|が)|のみ(?!な)|に限(?:り|る|られ(?!ない|ず|ません)))"
)
HEDGED = re.compile(
    r"第[0-9一二三四五]|一部|場合(?:が|も)あ|ところ(?:も|が)|自治体(?:も|が|に)|(?:市区?町村|市役所|市|町|区)(?:も|が)あ|によって|により|とは限|役所も|窓口もあ|休日(?:開庁|窓口|受付)|日曜(?:開庁|窓口)|臨時|夜間(?:窓口|開庁)|事前に|かもしれ"
)
"""What holds here and there: 第2日曜は開く, 市区町村によっては."""

CLOSING = re.compile(r"閉庁(?:日)?|休庁日|休業日|休館日|お?休み(?!の方|の人)|定休")
OPENING_HEAD = re.compile(
    r"(?:開く|あく|受付|開庁|利用|対応|営業|取扱い?|取り扱い|使える|できる|稼働|来庁)(?:の)?(?:曜?日|日時|日程|時間|曜日と時間|日・時間)(?:。|$)"
)
"""A head over the days of opening: 受付日."""


def days(look: Look) -> Iterator[Stated]:
    """Days of counter and kiosk: 窓口は平日の開庁時間内, コンビニは土日も."""
    told = look.text + _heads(look)
    asked = question(look)
    if not re.search(rf"{WEEKDAY}|{WEEKEND}|{EVERY}|{NEW_YEAR}|無休|[月火水木金]曜", told + asked):
        return
    elsewhere = look.has(Term.PORTAL) and not look.has(Term.KIOSK, Term.COUNTER, Term.RESET)
    if ELSEWHERE.search(told) or elsewhere:
        return
    for part in parts(look):
        if part.place is Term.COUNTER:
            yield from _counter(look, part)
            yield from _new_year(look, part)
        elif part.place is Term.KIOSK:
            yield from _kiosk(look, part)


def _heads(look: Look) -> str:
    """The heads of a cell's column and row."""
    return "。".join(each for each in (look.sentence.column, look.sentence.row) if each)


def _lead(look: Look, part: Part) -> str:
    """The days that a part is about when it names none: those of its row, or of the question."""
    own = re.search(rf"{WEEKDAY}|{WEEKEND}|{EVERY}|{NEW_YEAR}", part.text)
    if own:
        return ""
    return _heads(look) or question(look)


def _verdict(look: Look, part: Part) -> bool | None:
    """Whether the place is open; where the words do not say, the answer or the head does."""
    if CLOSING.search(_heads(look)) and re.match(r"なし|無し|無|ない|ありません|あり", part.text):
        return not part.text.startswith("あり") or part.text.startswith("ありません")
    if part.serves is not None:
        return part.serves
    if _listing(look, part):
        return False
    answer = denies(look)
    if answer is not None:
        return not answer
    return True if OPENING_HEAD.search(look.near.strip("。")) else None


def _listing(look: Look, part: Part) -> bool:
    """Whether the days are listed as those of closing: 閉庁日: 土曜日, 日曜日."""
    head = _heads(look) or (look.sentence.heads[-1] if look.sentence.heads else "")
    before = look.text[: part.start] + part.text[:12]
    return bool(
        re.search(r"(?:閉庁日?|休庁日?|休業日|定休日?|休み)$", head)
        or re.match(r"(?:閉庁日|休庁日|お?休み)[:は]", before)
    )


def _counter(look: Look, part: Part) -> Iterator[Stated]:
    text = EXCEPT_DAYS.sub(lambda found: "＿" * len(found.group()), part.text)
    text = YEAR_TURNED.sub(lambda found: "＿" * len(found.group()), text)
    if HEDGED.search(text):
        return
    open_now = _verdict(look, part)
    lead = _lead(look, part)
    value = _counter_value(text, lead, open_now)
    if value is None:
        return
    found = re.search(rf"{WEEKEND}|{WEEKDAY}|{EVERY}|無休", text)
    start, end = found.span() if found else (0, len(part.text))
    yield Stated("counter-weekdays", value, part.start + start, part.start + end)


CLOSES_ONLY = re.compile(
    r"(?:閉ま|休|開いてい?ない|閉じ)[^、。]{0,8}?のは(?P<days>[^、。]{0,24})(?:だけ|のみ)"
)
"""窓口が閉まるのは日曜だけ."""


def _counter_value(text: str, lead: str, open_now: bool | None) -> frozenset[int] | None:
    """The days on which a part says that the counter is open."""
    every = re.search(rf"{EVERY}|無休", text)
    if WEEK_OF_SIX.search(text) and open_now is not False:
        return SIX_DAYS
    if CLOSED_IN_WEEK.search(text) and "祝" not in text:
        return SIX_DAYS
    weekend, weekday = re.search(WEEKEND, text), re.search(WEEKDAY, text)
    alone = CLOSES_ONLY.search(text)
    if alone:
        named = alone["days"]
        whole = re.search(r"土", named) and re.search(r"日曜|土・?日", named) and "祝" in named
        return WEEKDAYS if whole or re.search(NEW_YEAR, named) else ALL_DAYS
    if (
        every
        and open_now is not False
        and not re.search(r"毎日[^、。]{0,10}(?:わけで|では?な|とは)", text)
    ):
        return ALL_DAYS
    if ONLY_WEEKEND.search(text) and open_now is not False:
        return WEEKENDS
    if BUT_WEEKDAY.search(text):
        return ALL_DAYS if open_now else WEEKDAYS
    if weekday and not weekend:
        closed = re.search(
            rf"{WEEKDAY}(?:は|に|が|も)[^、。]{{0,10}}$|{WEEKDAY}(?:は|に|が)[^、。]{{0,10}}(?:閉|休|行わ|受け付けな|使えな|開いてい?な|不可|×)",
            text,
        )
        return WEEKENDS if closed and open_now is False else WEEKDAYS
    if weekend or re.search(WEEKEND, lead):
        return _on_weekends(text, weekday is not None, open_now)
    return None


def _on_weekends(text: str, weekday: bool, open_now: bool | None) -> frozenset[int] | None:
    if open_now is False:
        return WEEKDAYS
    if weekday or open_now:
        return ALL_DAYS
    gone = re.search(
        rf"{WEEKEND}(?:[^、。]{{0,8}})(?:行けば|行って|日中|開庁時間|$)|{WEEKEND}も", text
    )
    return ALL_DAYS if gone else None


def _new_year(look: Look, part: Part) -> Iterator[Stated]:
    text = YEAR_TURNED.sub(lambda found: "＿" * len(found.group()), part.text)
    excepted = EXCEPT_DAYS.search(text)
    if excepted and re.search(NEW_YEAR, text[excepted.end() :]):
        text = EXCEPT_DAYS.sub(lambda found: "＿" * len(found.group()), text)
        excepted = None
    found = re.search(NEW_YEAR, text)
    lead = _lead(look, part)
    if not found and not re.search(NEW_YEAR, lead):
        return
    start, end = found.span() if found else (0, len(part.text))
    opened = None if found and HEDGED.search(text) else _verdict(look, part)
    if excepted and re.search(NEW_YEAR, excepted["days"]):
        opened = bool(CLOSING.search(look.text[: part.start] + look.near))
    elif opened is None and re.search(rf"{NEW_YEAR}(?:も|を?含)", text):
        opened = True
    value: object = Policy().counter_year_end
    if opened:
        value = Said(Words("年末年始も開いている", "open over the new year"))
    if opened is not None:
        yield Stated("counter-year-end", value, part.start + start, part.start + end)


def _kiosk(look: Look, part: Part) -> Iterator[Stated]:
    text = part.text
    found = re.search(rf"{WEEKEND}|{WEEKDAY}|{EVERY}|無休", text)
    start, end = found.span() if found else (0, len(text))
    value = _kiosk_value(look, part, _lead(look, part))
    if value is not None:
        yield Stated("kiosk-weekdays", value, part.start + start, part.start + end)


KEPT_FOR_WEEKDAYS = re.compile(
    rf"(?:再設定|手続き?|暗証番号)[^、。は]{{0,8}}は[^、。]{{0,4}}{WEEKDAY}[にの]"
)
"""週末は証明書だけで、再設定は平日に."""


OUTRIGHT = (ONLY_WEEKDAY, CLOSED_IN_WEEK)
"""Limits whatever else is said."""
LIMITS = (
    (ONLY_WEEKDAY, WEEKDAYS),
    (CLOSED_IN_WEEK, SIX_DAYS),
    (ONLY_WEEKEND, WEEKENDS),
    (WEEK_OF_SIX, SIX_DAYS),
)
"""Words that limit the days, and the days that are left."""


def _kiosk_value(look: Look, part: Part, lead: str) -> frozenset[int] | None:
    """The days on which a part says that the kiosk serves."""
    text = part.text
    open_now = _verdict(look, part)
    excepted = EXCEPT_DAYS.search(text)
    if excepted and re.search(WEEKEND, excepted["days"]) and not re.search(r"開庁|役所|窓口", text):
        return WEEKDAYS
    if BUT_WEEKDAY.search(text):
        return WEEKDAYS if open_now is False else ALL_DAYS
    for limit, days_left in LIMITS:
        if limit.search(text) and (open_now is not False or limit in OUTRIGHT):
            return days_left
    weekend = re.search(WEEKEND, text) or (
        re.search(WEEKEND, lead) and not re.search(NEW_YEAR, text)
    )
    weekday = re.search(WEEKDAY, text)
    if (
        weekday
        and not weekend
        and KEPT_FOR_WEEKDAYS.search(text)
        and re.search(rf"{WEEKEND}は", look.text)
    ):
        return WEEKDAYS
    if weekday and not weekend and denies(look) is None:
        listed = re.search(
            rf"(?:^|日:|曜日:|[はが]){WEEKDAY}[^、。]{{0,4}}(?:です)?。?$", text
        ) and re.search(r"日(?:。|$)|曜日", look.near + text.split(":")[0])
        return WEEKDAYS if listed else None
    if weekend or re.search(rf"{EVERY}|無休", text):
        if open_now is False or (weekday and denies(look)):
            return WEEKDAYS
        return ALL_DAYS if open_now or weekday or re.search(rf"{EVERY}|無休|も", text) else None
    return WEEKDAYS if weekday and denies(look) else None
