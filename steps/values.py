"""How the features write values, and what they stand for."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from fakes.card.apdu import Ins
from fakes.clock import JST
from fakes.contact import Departure, Moment
from fakes.guessable import Weakness
from fakes.policy import Policy
from fakes.routes import Route
from fakes.screen import ScenarioMistake

T = TypeVar("T")

UNITS = {"日": "days", "時間": "hours", "分": "minutes", "秒": "seconds"}
DURATION = re.compile(r"(\d+)(日|時間|分|秒)")

ROUTES = {
    "再設定は不要": Route.NOTHING_TO_DO,
    "スマートフォンとコンビニ": Route.KIOSK,
    "市区町村の窓口": Route.COUNTER,
    "なし": Route.NONE,
}
WEAKNESSES = {
    "生年月日から推測される": Weakness.BIRTHDAY,
    "同じ数字が並んでいる": Weakness.REPEATED,
    "続きの数字が並んでいる": Weakness.CONSECUTIVE,
}
DEPARTURES = {
    "読み取りの最初": Departure(Ins.SELECT, Moment.BEFORE),
    "暗証番号の確認の直前": Departure(Ins.VERIFY, Moment.BEFORE),
    "暗証番号の確認の直後": Departure(Ins.VERIFY, Moment.AFTER),
    "証明書の読み取り中": Departure(Ins.READ_BINARY, Moment.AFTER),
    "署名の直前": Departure(Ins.PERFORM_SECURITY_OPERATION, Moment.BEFORE),
    "署名の直後": Departure(Ins.PERFORM_SECURITY_OPERATION, Moment.AFTER),
    "書き込みの準備中": Departure(Ins.GET_CHALLENGE, Moment.AFTER),
    "書き込みの直前": Departure(Ins.RESET_RETRY_COUNTER, Moment.BEFORE),
    "書き込みの途中": Departure(Ins.RESET_RETRY_COUNTER, Moment.DURING),
    "書き込みの直後": Departure(Ins.RESET_RETRY_COUNTER, Moment.AFTER),
}
OTHER_CHAIN = "非対応の店"
CHAINS = {chain: chain for chain, _ in Policy().chains if chain != OTHER_CHAIN}
KIOSK_PLACES = {
    "予約番号を入力する": 0,
    "署名用パスワードを入力する": 1,
    "新しい数字4桁を入力する": 2,
    "新しい数字4桁をもう一度入力する": 3,
}
"""How many entries lie behind a person who has come that far at the kiosk."""


def one_of(table: Mapping[str, T]) -> Callable[[str], T]:
    """A converter for one of a few words; another raises `ScenarioMistake` naming them all."""

    def read(text: str) -> T:
        if text not in table:
            words = "".join(f"「{word}」" for word in table)
            raise ScenarioMistake(f"「{text}」は使えません。使えるのは {words} です。")
        return table[text]

    return read


def moment(text: str) -> dt.datetime:
    """Read a moment in Japan, such as 2026年2月16日 10:00."""
    return _read(text, "%Y年%m月%d日 %H:%M", "2026年2月16日 10:00").replace(tzinfo=JST)


def day(text: str) -> dt.date:
    """Read a day, such as 2026年2月16日."""
    return _read(text, "%Y年%m月%d日", "2026年2月16日").date()


def time(text: str) -> dt.time:
    """Read a time of day, such as 6:30."""
    return _read(text, "%H:%M", "6:30").time()


def duration(text: str) -> dt.timedelta:
    """Read a duration, such as 23時間59分59秒."""
    if not re.fullmatch(f"({DURATION.pattern})+", text):
        raise ScenarioMistake(f"「{text}」は読めません。「23時間59分59秒」のように書いてください。")
    return dt.timedelta(**{UNITS[unit]: int(figure) for figure, unit in DURATION.findall(text)})


def _read(text: str, form: str, example: str) -> dt.datetime:
    """Read a date or a time; another form raises `ScenarioMistake`."""
    try:
        return dt.datetime.strptime(text, form)
    except ValueError:
        raise ScenarioMistake(
            f"「{text}」は読めません。「{example}」のように書いてください。"
        ) from None
