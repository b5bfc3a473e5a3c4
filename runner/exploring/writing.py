"""Writing a way down in the steps that the features have."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fakes.centre.line import Trouble
from fakes.phone import portal_app
from fakes.world import World
from runner.exploring.acts import AROUND, COUNTER, KIOSK, PHONE, UNKNOWN_NUMBER, Act
from runner.exploring.engine import WAIT, Engine
from runner.exploring.ordering import Done, NotWritable, in_order
from runner.exploring.parts import Parts
from runner.exploring.situations import Situation
from runner.exploring.space import Reached
from steps.values import CALLS, TROUBLES

GIVEN, WHEN = "前提", "もし"


@dataclass(frozen=True)
class Step:
    """A step with its keyword."""

    keyword: str
    text: str


PLAIN = {
    (PHONE, "hold"): Step(WHEN, "スマートフォンの背面にカードをかざす"),
    (PHONE, "home"): Step(WHEN, "スマートフォンのホームボタンを押す"),
    (PHONE, "restart"): Step(WHEN, "スマートフォンを再起動する"),
    (KIOSK, "insert"): Step(WHEN, "カード読み取り台にカードをセットする"),
    (KIOSK, "insert other"): Step(WHEN, "カード読み取り台にほかの人のカードをセットする"),
    (KIOSK, "remove"): Step(WHEN, "カード読み取り台からカードを取る"),
    (KIOSK, "restart"): Step(WHEN, "マルチコピー機が再起動する"),
    (COUNTER, "insert"): Step(WHEN, "窓口でカードを渡す"),
    (COUNTER, "restart"): Step(WHEN, "窓口の端末が再起動する"),
    (COUNTER, "remove"): Step(WHEN, "窓口でカードを受け取る"),
}
"""Acts that have one step each."""

WITH_LABEL = {
    (PHONE, "press"): Step(WHEN, "スマートフォンで「{}」を選ぶ"),
    (KIOSK, "press"): Step(WHEN, "マルチコピー機で「{}」を選ぶ"),
    (COUNTER, "press"): Step(WHEN, "窓口で「{}」を選ぶ"),
    (PHONE, "enter"): Step(WHEN, "スマートフォンに「{}」を入力する"),
    (KIOSK, "enter"): Step(WHEN, "マルチコピー機に「{}」を入力する"),
    (COUNTER, "enter"): Step(WHEN, "窓口で「{}」を入力する"),
    (KIOSK, "go"): Step(WHEN, "「{}」の店舗へ行く"),
    (PHONE, "departure"): Step(GIVEN, "スマートフォンから{}にカードが離れる"),
    (KIOSK, "departure"): Step(GIVEN, "カード読み取り台から{}にカードが離れる"),
}
"""Acts whose step names what they are done with."""

LINE = {
    "down": Step(GIVEN, "予約センターにつながらない"),
    "up": Step(WHEN, "予約センターにつながるようになる"),
}
SHOWS = {
    PHONE: "スマートフォンに「{}」と表示される",
    KIOSK: "マルチコピー機に「{}」と表示される",
    COUNTER: "窓口で「{}」と言われる",
}
NOTE_NUMBER = Step(WHEN, "予約番号を控える")
TYPE_NUMBER = Step(WHEN, "マルチコピー機に予約番号を入力する")


def steps_to(engine: Engine, reached: Reached, situation: Situation) -> list[Step]:
    """The steps of the way to a situation, its last act included.

    Raises `NotWritable`.
    """
    return list(_steps(engine.world, in_order(engine, reached, situation)))


def spoken(act: Act) -> str:
    """An act in words: those of its step, where there is one."""
    if act == WAIT:
        return "次に何かが開くか閉じるか切れるまで待つ"
    try:
        return _step(act).text
    except NotWritable as unwritable:
        return str(unwritable)


def _steps(world: World, way: Sequence[Done]) -> Iterator[Step]:
    noted = _numbers(way[0].before)[-1:]
    for done, following in zip(way, [*way[1:], None], strict=True):
        act, here = done.act, done.before
        after = following.before if following is not None else None
        if act == Act(PHONE, "home") and following and _starts_app(world, following.act):
            continue
        if act.kind == "enter" and act.on in (*_numbers(here), UNKNOWN_NUMBER):
            yield _number(act, noted)
        elif act == WAIT and following is not None and following.act == WAIT:
            continue  # the last moment says it all
        elif act == WAIT:
            yield _time(after.moment if after is not None else None)
        elif done.call:
            yield _trouble(act, done.call)
        elif _starts_app(world, act) and here.phone.handset.running is None:
            yield Step(WHEN, f"スマートフォンで「{act.on}」を起動する")
        else:
            yield _step(act)
        if after is not None and len(_numbers(after)) > len(_numbers(here)):
            noted = _numbers(after)[-1:]
            yield NOTE_NUMBER


def _trouble(act: Act, call: str) -> Step:
    """What becomes of a call to the centre."""
    (called,) = (name for name, word in CALLS.items() if word.meaning == call)
    (becomes,) = (name for name, word in TROUBLES.items() if word.meaning is Trouble[act.on])
    return Step(GIVEN, f"予約センターへの「{called}」{becomes}")


def _step(act: Act) -> Step:
    key = (act.device, act.kind)
    if key in PLAIN:
        return PLAIN[key]
    if key in WITH_LABEL:
        return Step(WITH_LABEL[key].keyword, WITH_LABEL[key].text.format(act.on))
    if act.device == AROUND and act.on in LINE:
        return LINE[act.on]
    raise NotWritable(f"{act.device} {act.kind} {act.on}".strip())


def _number(act: Act, noted: Sequence[str]) -> Step:
    """The number that one noted last, or one that nobody has."""
    if act.on in noted:
        return TYPE_NUMBER
    if act.on == UNKNOWN_NUMBER:
        return _step(act)
    raise NotWritable("an earlier reservation number")


def _time(moment: dt.datetime | None) -> Step:
    if moment is None or moment.second:
        raise NotWritable("a moment that is no whole minute")
    day = f"{moment.year}年{moment.month}月{moment.day}日"
    return Step(WHEN, f"時刻が{day} {moment.hour}:{moment.minute:02d}になる")


def _numbers(here: Parts) -> list[str]:
    """The reservation numbers that have been issued, in the order of their issue."""
    reservations = here.shared.centre.reservations
    return [each.number for each in sorted(reservations, key=lambda each: each.expires)]


def _starts_app(world: World, act: Act) -> bool:
    names = (world.policy.reset_app, portal_app.NAME)
    return act.device == PHONE and act.kind == "press" and act.on in names
