"""How the features write values, what they stand for, and how they are said in English."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from fakes import provenance
from fakes.card.apdu import Ins
from fakes.centre.line import Trouble
from fakes.clock import JST
from fakes.contact import Departure, Moment
from fakes.guessable import Weakness
from fakes.routes import Route
from fakes.screen import ScenarioMistake

T = TypeVar("T")


@dataclass(frozen=True)
class Converter(Generic[T]):
    """Values of one kind: `read` says what one stands for, `say` says it in English.

    Both take the value as written and raise `ScenarioMistake` when they cannot read it.
    """

    read: Callable[[str], T]
    say: Callable[[str], str]

    def __call__(self, text: str) -> T:
        """What a value stands for, as pytest-bdd asks for it."""
        return self.read(text)

    def english(self, text: str) -> str:
        """A value in English; one that cannot be read stands as it is."""
        try:
            return self.say(text)
        except ScenarioMistake:
            return text


@dataclass(frozen=True)
class Word(Generic[T]):
    """One of a few words: its English, and what it stands for."""

    english: str
    meaning: T


ROUTES = {
    "再設定は不要": Word("no reset needed", Route.NOTHING_TO_DO),
    "スマートフォンとコンビニ": Word("phone and convenience store", Route.KIOSK),
    "市区町村の窓口": Word("municipal counter", Route.COUNTER),
    "なし": Word("none", Route.NONE),
}
WEAKNESSES = {
    "生年月日から推測される": Word("it follows from the date of birth", Weakness.BIRTHDAY),
    "同じ数字が並んでいる": Word("it is one digit repeated", Weakness.REPEATED),
    "続きの数字が並んでいる": Word("its digits run in sequence", Weakness.CONSECUTIVE),
}
DEPARTURES = {
    "読み取りの最初": Word(
        "at the very start of the reading", Departure(Ins.SELECT, Moment.BEFORE)
    ),
    "暗証番号の確認の直前": Word(
        "right before the secret is checked", Departure(Ins.VERIFY, Moment.BEFORE)
    ),
    "暗証番号の確認の直後": Word(
        "right after the secret is checked", Departure(Ins.VERIFY, Moment.AFTER)
    ),
    "証明書の読み取り中": Word(
        "while the certificate is read", Departure(Ins.READ_BINARY, Moment.AFTER)
    ),
    "署名の直前": Word(
        "right before the signing", Departure(Ins.PERFORM_SECURITY_OPERATION, Moment.BEFORE)
    ),
    "署名の直後": Word(
        "right after the signing", Departure(Ins.PERFORM_SECURITY_OPERATION, Moment.AFTER)
    ),
    "書き込みの準備中": Word(
        "while the writing is being prepared", Departure(Ins.GET_CHALLENGE, Moment.AFTER)
    ),
    "書き込みの直前": Word(
        "right before the writing", Departure(Ins.RESET_RETRY_COUNTER, Moment.BEFORE)
    ),
    "書き込みの途中": Word(
        "in the middle of the writing", Departure(Ins.RESET_RETRY_COUNTER, Moment.DURING)
    ),
    "書き込みの直後": Word(
        "right after the writing", Departure(Ins.RESET_RETRY_COUNTER, Moment.AFTER)
    ),
}
CALLS = {
    "使い捨ての値の請求": Word("request for a fresh value", "nonce"),
    "電子証明書の有効性の確認": Word("check of a certificate", "standing_of"),
    "予約の申し込み": Word("request for a reservation", "reserve"),
    "予約番号の確認": Word("check of a reservation number", "check"),
    "書き込みの許可の請求": Word("request for permission to write", "prepare"),
    "書き込み完了の報告": Word("report that the card was written", "confirm"),
}
TROUBLES = {
    "が届かない": Word("does not arrive", Trouble.LOST),
    "の返事が届かない": Word("arrives, but its answer does not", Trouble.UNANSWERED),
    "が二重に届く": Word("arrives twice", Trouble.TWICE),
    "が遅れて届く": Word("arrives when nobody waits for its answer any more", Trouble.LATE),
}
OTHER_CHAIN = "非対応の店"
CHAINS = {
    chain: Word(english, chain)
    for chain, english in provenance.CHAIN_NAMES.items()
    if chain != OTHER_CHAIN
}
KIOSK_PLACES = {
    "予約番号を入力する": Word("the reservation number is to be typed", 0),
    "署名用パスワードを入力する": Word("the signing password is to be typed", 1),
    "新しい数字4桁を入力する": Word("the new PIN is to be typed", 2),
    "新しい数字4桁をもう一度入力する": Word("the new PIN is to be typed once more", 3),
}
"""How many entries lie behind a person who has come that far at the kiosk."""

UNITS = {
    "日": Word("day", "days"),
    "時間": Word("hour", "hours"),
    "分": Word("minute", "minutes"),
    "秒": Word("second", "seconds"),
}
"""The units of durations, in the singular and as `timedelta` names them."""

DURATION = re.compile(r"(\d{1,6})(日|時間|分|秒)")
"""Six digits are more than any scenario needs and less than any clock overflows at."""


def one_of(table: Mapping[str, Word[T]]) -> Converter[T]:
    """A converter for one of a few words; another raises `ScenarioMistake` naming them all."""

    def word(text: str) -> Word[T]:
        if text not in table:
            words = "".join(f"「{word}」" for word in table)
            raise ScenarioMistake(f"「{text}」は使えません。使えるのは {words} です。")
        return table[text]

    return Converter(lambda text: word(text).meaning, lambda text: word(text).english)


def _moment(text: str) -> dt.datetime:
    return _read(text, "%Y年%m月%d日 %H:%M", "2026年2月16日 10:00").replace(tzinfo=JST)


def _moment_in_english(text: str) -> str:
    moment = _moment(text)
    return f"{moment.hour}:{moment.minute:02d} on {_day_in_words(moment)}"


def _day(text: str) -> dt.date:
    return _read(text, "%Y年%m月%d日", "2026年2月16日").date()


def _day_in_english(text: str) -> str:
    return _day_in_words(_day(text))


def _day_in_words(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _time(text: str) -> dt.time:
    return _read(text, "%H:%M", "6:30").time()


def _duration(text: str) -> dt.timedelta:
    return dt.timedelta(**{UNITS[unit].meaning: figure for figure, unit in _parts(text)})


def _duration_in_english(text: str) -> str:
    return " ".join(
        f"{figure} {UNITS[unit].english if figure == 1 else UNITS[unit].meaning}"
        for figure, unit in _parts(text)
    )


def _parts(text: str) -> list[tuple[int, str]]:
    """The figures of a duration with their units; raises `ScenarioMistake`."""
    if not re.fullmatch(f"({DURATION.pattern})+", text):
        raise ScenarioMistake(f"「{text}」は読めません。「23時間59分59秒」のように書いてください。")
    return [(int(figure), unit) for figure, unit in DURATION.findall(text)]


def _read(text: str, form: str, example: str) -> dt.datetime:
    """Read a date or a time; another form raises `ScenarioMistake`."""
    try:
        return dt.datetime.strptime(text, form)
    except ValueError:
        raise ScenarioMistake(
            f"「{text}」は読めません。「{example}」のように書いてください。"
        ) from None


moment = Converter(_moment, _moment_in_english)
"""A moment in Japan, such as 2026年2月16日 10:00."""

day = Converter(_day, _day_in_english)
"""A day, such as 2026年2月16日."""

time = Converter(_time, str)
"""A time of day, such as 6:30."""

duration = Converter(_duration, _duration_in_english)
"""A duration, such as 23時間59分59秒."""
