"""How the policy declares a figure, where figures come from, and how a reader sees them written."""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import Any

from fakes.alphabets import Alphabet
from fakes.guessable import Weakness
from fakes.purposes import BOTH, Purpose
from fakes.words import Words


class Source(Enum):
    """Where a fact comes from, and so how far it may be trusted."""

    ARTICLE = Words("案内", "the guide")
    """The guide itself says so."""

    PUBLIC = Words("ほかの公開資料", "other public sources")
    """J-LIS, municipalities or surveys of the card say so; the guide need not."""

    ASSUMPTION = Words("仮定", "assumption")
    """No source settles it: this project's choice."""

    @property
    def words(self) -> Words:
        """The source as a reader sees it named."""
        return self.value


class Group(Enum):
    """What a figure belongs to, in the order in which a reader meets it."""

    CARD = Words("カード", "The card")
    CERTIFICATES = Words("電子証明書", "The certificates")
    APP = Words("アプリ", "The app")
    RESERVATION = Words("予約", "The reservation")
    KIOSK = Words("マルチコピー機", "The kiosk")
    COUNTER = Words("市区町村の窓口", "The municipal counter")
    PORTAL = Words("マイナポータル", "The portal")
    LABELS = Words("二つの暗証番号の表示", "The labels of the two secrets")

    @property
    def words(self) -> Words:
        """The heading of the group."""
        return self.value


NOTHING = Words("なし", "none")
SECRETS = {
    Purpose.AUTHENTICATION: Words("数字4桁", "4-digit PIN"),
    Purpose.SIGNATURE: Words("署名用パスワード", "signing password"),
}
CHAIN_NAMES = {
    "セブン-イレブン": "7-Eleven",
    "イオンリテール": "AEON Retail",
    "ローソン": "Lawson",
    "ファミリーマート": "FamilyMart",
    "ミニストップ": "Ministop",
    "非対応の店": "stores that do not take part",
}
DAYS = (
    Words("月", "Monday"),
    Words("火", "Tuesday"),
    Words("水", "Wednesday"),
    Words("木", "Thursday"),
    Words("金", "Friday"),
    Words("土", "Saturday"),
    Words("日", "Sunday"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Origin:
    """What one field of the policy is, in what unit, and where its value comes from."""

    group: Group
    name: Words
    unit: Words
    source: Source
    note: Words

    def shown(self, value: object) -> Words:
        """A value of this field, as a reader sees it written."""
        return shown(value, self.unit)


@dataclass(frozen=True)
class Figure:
    """A field of the policy that still has to be put into words."""

    group: Group
    default: object
    unit: Words
    source: Source

    def said(self, ja: tuple[str, str], en: tuple[str, str]) -> Any:
        """Give the field its name and its note in both languages, and so complete it."""
        name, note = (Words(*pair) for pair in zip(ja, en, strict=True))
        origin = Origin(self.group, name, self.unit, self.source, note)
        return dataclasses.field(default=self.default, metadata={"origin": origin})


def fact(group: Group, default: object, unit: Words, source: Source) -> Figure:
    """Declare a policy field: what it belongs to, its value, its unit and its source."""
    return Figure(group, default, unit, source)


def shown(value: Any, unit: Words) -> Words:
    """A value of the policy, as a reader sees it written."""
    several = isinstance(value, tuple | frozenset)
    words = _several(value) if several else _one(value, unit)
    if words is None:
        raise TypeError(f"no way to write {value!r} for a reader; add one to fakes/provenance.py")
    return words


def _one(value: Any, unit: Words) -> Words | None:
    match value:
        case bool():  # before int, of which it is one
            return Words("はい", "yes") if value else Words("いいえ", "no")
        case int():
            return Words(f"{value}{unit.ja}", f"{value} {unit.en}")
        case str():
            return Words(f"「{value}」", f'"{value}"')
        case Alphabet():
            return value.words
        case dt.timedelta():
            return _span(value)
        case dt.time():
            return Words(f"{value.hour}:{value:%M}", f"{value.hour}:{value:%M}")
    return None


def _several(values: Any) -> Words | None:
    if not values:
        return NOTHING
    match values:
        case frozenset() if values <= BOTH:
            return _secrets(values)
        case frozenset() if values <= frozenset(Weakness):
            return _joined("、", ", ", [each.words for each in Weakness if each in values])
        case frozenset():
            return _weekdays(sorted(values))
        case ((str(), frozenset()), *_):
            return _joined("\n", "\n", [_chain(chain, resets) for chain, resets in values])
        case ((int(), int()), *_):
            return _joined("、", ", ", [_date(month, day) for month, day in values])
    return None


def _span(span: dt.timedelta) -> Words:
    """A length of time, in as few units as it has: 24時間, 1時間30分."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    counted = ((hours, "時間", "hour"), (minutes, "分", "minute"), (seconds, "秒", "second"))
    parts = [
        Words(f"{count}{ja}", f"{count} {en}" if count == 1 else f"{count} {en}s")
        for count, ja, en in counted
        if count
    ]
    return _joined("", " ", parts) if parts else Words("0秒", "0 seconds")


def _weekdays(days: list[int]) -> Words:
    """Days of the week, 0 = Monday; a run of three or more by its ends."""
    named = [DAYS[day] for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return _joined("〜", " to ", [named[0], named[-1]])
    return _joined("、", ", ", named)


def _chain(chain: str, resets: frozenset[Purpose]) -> Words:
    english = f"{CHAIN_NAMES[chain]} ({chain})" if chain in CHAIN_NAMES else f'"{chain}"'
    what = _secrets(resets) if resets else NOTHING
    return Words(f"{chain}: {what.ja}", f"{english}: {what.en}")


def _secrets(purposes: frozenset[Purpose]) -> Words:
    return _joined("、", ", ", [SECRETS[purpose] for purpose in Purpose if purpose in purposes])


def _date(month: int, day: int) -> Words:
    return Words(f"{month}月{day}日", f"{day} {MONTHS[month - 1]}")


def _joined(ja: str, en: str, parts: list[Words]) -> Words:
    return Words(ja.join(part.ja for part in parts), en.join(part.en for part in parts))
