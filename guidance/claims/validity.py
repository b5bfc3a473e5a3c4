"""How long a reservation is good: 24 hours, and what becomes of it afterwards."""

import datetime as dt
import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Range, Said, Stated
from guidance.claims.clock_words import ANYTIME
from guidance.claims.parts import question
from guidance.figures import Figure, Measure
from guidance.look import Look
from guidance.terms import Term, has

LIFE = r"有効|期限|期間|寿命|猶予|しめ切り|締め?切"
"""How the time for which a reservation is good is called."""
BOUND_BEFORE = re.compile(
    rf"(?:{LIFE}|もつ|生きて|効く|残る|最長|最大)[^、。]{{0,14}}$|(?:使える|つかえる|できる|通る)のは[^。]{{0,10}}$|\+$"
)
BOUND_AFTER = re.compile(
    r"(?:ちょうど|ぴったり|きっかり|の)?(?:以内|を?過ぎ|を?すぎ|を?超|をこえ|を?越え|経[つ過てち]|たつ|たて|たっ|たた|が?経過|のうち|の間|のあいだ|まで|限り|かぎり|だけ|のみ|しか|で(?:失効|無効|切|期限|使えな|消|効力)|いっぱい|以降|もち|もつ|残|有効|は?(?:使|有効|通|生き|も[つち])|より(?:長|あと|後)|の(?:期限|有効|余裕|猶予|余地|持ち時間)|と(?:いう|いった|決ま|定め|な|長|短|か?ぎ|限)|後に(?:は)?(?:失効|無効|切れ|消)|後まで|が(?:期限|限度|限界|しめ切り|締|有効|過ぎ|経)|あまり|です|である|だ[。、]|。|$|\))"
)
NO_LIMIT = re.compile(
    r"(?:(?:期限|期間|有効期限|締め?切り?|しめ切り|時間(?:の)?(?:制限|制約))(?:という(?:もの)?)?(?:は|も|が)?(?:特に|とくに|設けて(?:い|お)|設定(?:されて|して)(?:い|お)|定めて(?:い|お)|決まって(?:い|お))?(?:設けられて(?:い|お))?(?:ない|なし|なく|ありません|ございません|りません|ません))"
    r"|無期限|何(?:日|時間|か月|年|日間)(?:たっ|経っ|過ぎ|後)(?:て)?でも|何(?:日|時間|か月|年)(?:たっ|経っ|過ぎ)ても|期限を気にせ|いつまで(?:も|でも)(?:有効|使え|使用|残)|いつ(?:使って|行って|来て)も(?:よ|い|か|構|有効)|失効すること(?:は|も)(?:な|あり)|ずっと(?:有効|使え)"
)
"""No limit at all: 期限はない."""
BY_DATE = re.compile(
    r"(?<=は)(?:その日|当日|予約(?:した|の)日|予約日|本日)(?:だけ|のみ|限り)|(?:その日|当日|本日|予約(?:した|の)日|予約日|同日)(?:の)?(?:うち(?:だけ|のみ|に限)|限り|中(?:に?限|のみ|だけ|まで|有効|。|$)|いっぱい|だけ(?:有効|使え)|のみ有効|の(?:夜|深夜|23時|24時|午後11時|終わり)まで|(?:の)?日付が変わ(?:る|れ))|(?:取った|した|その|当)日の[^、。]{1,12}(?:まで|で(?:切れ|失効|無効|消)|に(?:切れ|失効|無効|消))|日付が変わ(?:る(?:まで|と|前)|れば)|"
    r"[月週]の(?:終わり|最後)|(?:月|今月|当月|月の)(?:末|中|いっぱい|末日)|末日(?:まで|が|で)|(?:翌々日|あさって|明後日)(?=[^、。]{0,10}(?:まで|が期限|いっぱい|を過ぎ|に(?:切れ|失効)|で(?:切れ|失効)))|翌(?:日|営業日)(?:の)?(?:いっぱい|中|終わり|23時|24時|午後11時|夜11時|終業|営業終了|閉店)[^、。]{0,6}|(?:予約した|取った|その|同じ)週(?=の|中|い|に限|だけ)|翌週|翌月|来月|来週|年度末|今年いっぱい|(?:曜日|週末|[0-9]日)まで有効"
)
"""An end that is a day of the calendar."""
BY_TIME = re.compile(
    r"(?:翌[日朝晩]|次の日|あくる日|当日|その日|その晩|その夜)(?!の?(?:同じ|同時|予約した))[^、。同]{0,10}?まで(?=[^、。]{0,12}(?:使|有効|期限|失効|無効|再設定|手続|済ませ|切れ|もつ|もち))"
    r"|(?<!できれば)(?<!なるべく)(?:取った|予約した|その|同じ|当)日のうちに[^、。]{0,12}(?:使|済ませ|手続|再設定|行|終え)[^、。]{0,8}(?:ください|なければ|ないと|しか|必要)(?!は)"
)
"""An end at some time of the next day, or one on the same day: 翌日の正午まで."""
RESERVED = re.compile(r"予約|番号")
APART = re.compile(
    r"証明書|更新|ロック|新しい(?:番号|暗証)|審査|開庁|カードの(?:有効)?期限|パスワードの"
)
"""Other things with spans of their own."""
ROUGHLY = re.compile(
    r"(?:程度|ほど|くらい|ぐらい)?(?:もあれば|もかから|で(?:完了|終|済|でき|手続|復|届)|前|目|おき|ごと|待|お待ち|(?:ほど|程度)?(?:後|して|たってから|経ってから|後に)(?:から|でも|に(?:使え|手続|受け|有効)))|ほど(?:で|お|かか)|程度(?:で|お|かか)|かか"
)
AWAITED = re.compile(
    r"(?:以上)?(?:おか|置か|待た|空け|あけ|間をおい|経たな|たたな)(?:ない|なけれ|ず|ねば)|が?(?:過ぎ|経っ|たっ|経過し)て(?:から|初めて|はじめて|ようやく)|(?:後|経過後)(?:に|から)?(?:使|手続|利用|有効に)|は(?:まだ)?使えない状態|(?:たつ|経つ|過ぎる|経過する)と[^、。]{0,16}(?:使える(?:よう)?|できる(?:よう)?|手続きができ)"
)
"""Time to wait before it serves: another claim."""
DENIED = re.compile(
    r"(?:(?:や|と|、|でも|とか)?[0-9半数]*(?:時間|日|週間|か月|年)?(?:後|間)?)?(?:で(?:は)?な[くい]|で(?:は)?ありません|じゃな)"
)
LATER = re.compile(
    r"^を?(?:過ぎ|超え|越え|こえ)て?(?:も|から(?:も|で))|^(?:以降|たって|経って|経過して|後)(?:で)?も|^より(?:あと|後)(?:で)?も"
)
WORDY = (
    (re.compile(r"ひと月|一か月|1か月|一ヶ月|まる一月"), 30 * 24),
    (re.compile(r"丸一日|まる一日|丸1日|一昼夜|一日(?=しか|だけ|\(|のあいだ|間|以内)"), 24),
)
"""Spans in words, in hours."""


def validity(look: Look) -> Iterator[Stated]:
    """How long a reservation is good: 予約から24時間以内に."""
    over = look.near + question(look)
    told = look.text + over
    about = RESERVED.search(told) or any(
        has(each, Term.RESERVE, Term.NUMBER) for each in look.before[-1:]
    )
    if not about or (
        "予約" not in told
        and "番号" not in look.text
        and not any("予約" in each for each in look.before[-2:])
    ):
        return
    example = _example(look)
    if example is not None:
        yield example
        return
    spans = list(_spans(look, over))
    yield from spans
    if not spans:
        yield from _in_words(look, over)


def _spans(look: Look, over: str) -> Iterator[Stated]:
    """Spans that bound the life of a reservation."""
    ruled = re.search(LIFE + r"|いつまで", over) and not re.search(
        r"過ぎ|切れ|超え", look.sentence.row
    )
    for figure in look.figures:
        if figure.measure is not Measure.SPAN or not isinstance(figure.low, dt.timedelta):
            continue
        before, after = (
            look.text[max(0, figure.start - 26) : figure.start],
            look.text[figure.end : figure.end + 26],
        )
        begin, end = look.clause_at(figure.start)
        clause = look.text[max(begin, figure.start - 60) : min(end, figure.end + 60)]
        if APART.search(clause) and "予約" not in clause:
            continue
        if ROUGHLY.match(after) or AWAITED.match(after) or DENIED.match(after):
            _pass(look, figure)
            continue
        if not _bounds(look, figure, before, bool(ruled)) or _any_time(look, figure, before + over):
            continue
        yield _span(figure, after)


BARE = re.compile(r"[はが]?(?:有効(?!期)|です|。|$|\)|だ)|の間|のあいだ|だけ|のみ|は")
"""After a span that bounds nothing by itself."""


def _bounds(look: Look, figure: Figure, before: str, ruled: bool) -> bool:
    """Whether a span bounds a life; `ruled` says that the heads speak of one."""
    after = look.text[figure.end : figure.end + 26]
    if LATER.match(after):
        return False
    if ruled and len(look.text) < 40:
        return True
    if BARE.match(after) and not ruled:
        return bool(LIVES.search(before) or LIVES.search(after))
    return bool(BOUND_AFTER.match(after) or BOUND_BEFORE.search(before))


def _pass(look: Look, figure: Figure) -> None:
    look.take(figure.start, figure.end)


LIVES = re.compile(LIFE + r"|使え|つかえ|もた|もつ|もち|生き|残|通用|効|間に合|限り|キープ|保")


def _any_time(look: Look, figure: Figure, before: str) -> bool:
    """Whether 24時間 means around the clock."""
    if not re.match(ANYTIME, look.text[figure.start : figure.end + 20]):
        return False
    if look.text.endswith(("後", "から", "より"), 0, figure.start):
        return False
    return not re.search(
        LIFE + r"|以内|過ぎ|もつ|寿命", before + look.text[figure.end : figure.end + 10]
    )


def _span(figure: Figure, after: str) -> Stated:
    """The span; one that may be exceeded is no bound."""
    value: object = figure.low if figure.low == figure.high else Range(figure.low, figure.high)
    longer = re.match(
        r"(?:を超えて|より長く|を過ぎて|以上)[^。]{0,20}(?:取っておくことが|残|有効|もち|使え|保)[^、。]{0,6}",
        after,
    )
    if longer and not re.search(r"ない|ません|ず", after) and "超" in after:
        value = Said(Words("24時間を超える", "longer than that"))
    return Stated("reservation-validity", value, figure.start, figure.end)


def _in_words(look: Look, over: str) -> Iterator[Stated]:
    """Bounds without a figure: 期限はない, その日のうちだけ, ひと月."""
    text = look.text
    if APART.search(text) and "予約" not in text:
        return
    if not re.search(
        LIFE + r"|使[えい]|つかえ|生き|通用|効[きく]|取って|残|いつまで|失効|無効|切れ|もつ|もち",
        text + over,
    ):
        return
    none = NO_LIMIT.search(text) or (
        re.search(LIFE, over)
        and re.match(r"(?:特に)?(?:なし|無し|ない|ありません|ございません|無制限)", text)
    )
    if none:
        yield Stated(
            "reservation-validity", Said(Words("期限がない", "without limit")), *none.span()
        )
        return
    for pattern, hours in WORDY:
        found = pattern.search(text)
        if found:
            yield Stated("reservation-validity", dt.timedelta(hours=hours), *found.span())
            return
    dated = BY_DATE.search(text) or BY_TIME.search(text)
    if (
        dated
        and re.search(LIFE + r"|まで|限り|失効|無効|切れ|使[えい]|いっぱい|うちに", text + over)
        and not re.search(r"(?:では?なく|ではありません|ではない)", text[dated.end() :][:8])
    ):
        quote = look.sentence.quote(*dated.span())
        yield Stated("reservation-validity", Said(Words(quote, quote)), *dated.span())


WEEK = "月火水木金土日"
DAY_WORD = re.compile(
    r"(?P<week>[月火水木金土日])曜|(?P<same>その日|当日|同じ日|今日|きょう|同日)|(?P<next>翌日|翌朝|翌晩|次の日|あくる日|明日|あした|翌)|(?P<after>翌々日|あさって|明後日)|(?P<days>[0-9])日後"
)
TODAY = {
    "おととい": -2,
    "きのう": -1,
    "昨日": -1,
    "昨夜": -1,
    "昨晩": -1,
    "ゆうべ": -1,
    "今日": 0,
    "きょう": 0,
    "今夜": 0,
    "今晩": 0,
    "明日": 1,
    "あした": 1,
    "あす": 1,
    "あさって": 2,
    "明後日": 2,
}
"""Days counted from today."""
MADE = re.compile(
    r"(?:に|の)?(?:予約(?:し|す(?:る|れば)|を取|を済|が|なら|の場合|を入れ|完了)|取った予約|申し込)"
)
UNTIL = re.compile(
    r"(?:ちょうど)?(?:まで|を過ぎ|が(?:期限|しめ切り|締)|に(?:失効|無効|切れ|期限)|以降|で(?:失効|切れ))"
)
CLOCKS = (Measure.CLOCK, Measure.OPENS, Measure.CLOSES)


def _example(look: Look) -> Stated | None:
    """An example of when a reservation ends: 朝8時に予約したら翌朝8時まで."""
    times = [
        figure
        for figure in look.figures
        if figure.measure in CLOCKS and isinstance(figure.low, dt.time)
    ]
    if not times or not MADE.match(look.text[times[0].end :]):
        return None
    first = times[0]
    end = times[1] if len(times) > 1 else None
    for each in times:
        _pass(look, each)
    if end is None or not UNTIL.match(look.text[end.end :]):
        return None
    days = _days_between(look.text[: first.start], look.text[first.end : end.start])
    assert isinstance(first.low, dt.time)
    assert isinstance(end.low, dt.time)
    start_at = dt.datetime.combine(dt.date.min, first.low)
    end_at = dt.datetime.combine(dt.date.min, end.low) + dt.timedelta(days=days)
    if end_at <= start_at:
        return None
    return Stated("reservation-validity", end_at - start_at, end.start, end.end)


def _days_between(before: str, between: str) -> int:
    """How many days lie between two times of day, by the words before each."""
    named = [TODAY[each] for each in re.findall("|".join(TODAY), before + "。" + between)]
    if len(named) == 2:
        return named[1] - named[0]
    last = next(reversed(list(DAY_WORD.finditer(between))), None)
    if last is None or last["same"]:
        return 0
    if last["after"]:
        return 2
    if last["days"]:
        return int(last["days"])
    if last["next"]:
        return 1
    first = next(reversed(list(DAY_WORD.finditer(before))), None)
    if first is None or not first["week"] or not last["week"]:
        return 1
    return (WEEK.index(last["week"]) - WEEK.index(first["week"])) % 7 or 7
