"""One spelling for what Japanese writes in many: widths, numerals, dashes, quotes, spaces, ruby.

Every character of the normal form knows which character of the text it stands for, so that a
finding can point at the file.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from guidance.document import Text

DIGITS = {
    "〇": 0,
    "零": 0,
    **{figure: value for value, figure in enumerate("一二三四五六七八九", 1)},
}
TENS = {"十": 10, "百": 100, "千": 1000}
OPENING, CLOSING = "『“«‹〈《【[<", "』”»›〉》】]>"
MARKS = {
    "✅": "○",
    "☑": "○",
    "✓": "○",
    "✔": "○",
    "⭕": "○",
    "◯": "○",
    "〇": "〇",
    "❌": "×",
    "✕": "×",
    "✖": "×",
    "✗": "×",
    "✘": "×",
}
QUOTES = str.maketrans(
    OPENING + CLOSING, "「" * len(OPENING) + "」" * len(CLOSING)
) | str.maketrans(MARKS)

KANJI_NUMBER = re.compile(
    r"(?<!数)[〇零一二三四五六七八九十百千]+"
    r"(?=から[〇零一二三四五六七八九十0-9]|連続|回|度(?!に)|桁|ケタ|けた|文字|時|分(?!か(?!ら)|の(?!間)|証)|日|円|つ|種類|か月|ヶ月|週間|ミリ|センチ|営業日|歳|才|年|月|〜)"
    r"|(?<=〜)[〇零一二三四五六七八九十百千]+(?=桁|ケタ|けた|文字|時)"
)
PLAIN_WORDS = ("一度", "十分", "一時", "一日", "一月", "万一", "一年")
"""Not numbers where they stand alone: once, enough, for a while."""

RUBY = re.compile(r"(?<=[一-龠々])(?:\([ぁ-ゖー・]{2,}\)|《[ぁ-ゖー・]{2,}》)")
SPACE = re.compile(r"\s+|[\u200b-\u200f\u2060\ufeff\u00ad]")
DASH = re.compile(r"(?<=[0-9時分半桁字])[-‐‑‒–—―−ー~∼～→](?=[0-9午朝夜])|[~∼～〜]")
MARKED = re.compile("[\u3040-\u30ff][\u3099\u309a]")
"""A kana whose mark is a character of its own: decomposed, or half-width."""

KANA = {
    "よやくばんごう": "予約番号",
    "あんしょうばんごう": "暗証番号",
    "よやく": "予約",
    "ばんごう": "番号",
    "しょめいよう": "署名用",
    "まどぐち": "窓口",
    "やくしょ": "役所",
    "にちようび": "日曜日",
    "どようび": "土曜日",
    "しゅくじつ": "祝日",
    "へいじつ": "平日",
    "しゅうまつ": "週末",
    "ねんまつねんし": "年末年始",
    "おしょうがつ": "お正月",
    "きげん": "期限",
    "まよなか": "真夜中",
    "よなか": "夜中",
    "ひとばん": "一晩",
    "つぎのひ": "次の日",
    "いちど": "一度",
    "もういちど": "もう一度",
    "おなじ": "同じ",
    "正午": "12時",
    "つかえ": "使え",
    "じかん": "時間",
    "じはん": "時半",
    "じ": "時",
    "かい": "回",
    "けた": "桁",
    "ぷん": "分",
    "ふん": "分",
    "にち": "日",
    "よる": "夜",
    "あさ": "朝",
    "ごぜん": "午前",
    "ごご": "午後",
}
"""Words that guides for children and for learners write in kana."""

IN_KANA = re.compile(
    "もういちど|おなじ|正午|(?<![みっいおふ見引])つかえ(?=ま[すせ]|る|ない)|いちど(?!き)|(?:よやく)?ばんごう|あんしょうばんごう|よやく|しょめいよう|まどぐち|やくしょ(?!う)"
    "|にちようび|どようび|しゅくじつ|へいじつ|しゅうまつ|ねんまつねんし|おしょうがつ|(?<!ご)きげん"
    "|まよなか|よなか|ひとばん|つぎのひ|(?:よる|あさ|ごぜん|ごご)(?=[の、]?[0-9〇零一二三四五六七八九十])"
    "|(?<=[0-9〇零一二三四五六七八九十])(?:じかん|じはん|じ(?=[、。はかまよにをの〜]|$)|かい(?!い)|ぷん|ふん|にち)"
)

COMMA = re.compile(r"(?<![0-9]),|,(?![0-9]{3})")
STRAIGHT = re.compile(r'"([^"]*)"')


@dataclass(frozen=True)
class Normal:
    """A normal form: `origin[i]` is the character of the text for which character i stands."""

    value: str
    origin: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The part of the text that a part of the normal form stands for."""
        if not self.origin:
            return 0, 0
        first = self.origin[min(start, len(self.origin) - 1)]
        last = self.origin[min(max(start, end - 1), len(self.origin) - 1)]
        return first, max(first, last) + 1

    def part(self, start: int, end: int) -> "Normal":
        """A piece of it."""
        return Normal(self.value[start:end], self.origin[start:end])

    def sub(self, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]) -> "Normal":
        """Rewrite what the pattern finds; what is written stands for the first and last it was."""
        value: list[str] = []
        origin: list[int] = []
        at = 0
        for found in pattern.finditer(self.value):
            start, end = found.span()
            new = write(found)
            value += [self.value[at:start], new]
            origin += self.origin[at:start]
            if new == found.group():
                origin += self.origin[start:end]
            elif new:
                origin += [self.origin[start]] * (len(new) - 1) + [self.origin[end - 1]]
            at = end
        if not at:
            return self
        return Normal("".join([*value, self.value[at:]]), (*origin, *self.origin[at:]))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    return unicodedata.normalize("NFKC", character).lower()


def normal(text: str) -> Normal:
    """The normal form of a text."""
    value: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        folded = _folded(character)
        value.append(folded)
        origin += [index] * len(folded)
    form = Normal("".join(value), tuple(origin))
    form = form.sub(MARKED, lambda found: unicodedata.normalize("NFC", found.group()))
    form = form.sub(SPACE, lambda _: "")
    form = form.sub(STRAIGHT, lambda found: f"「{found.group(1)}」")
    form = form.sub(RUBY, lambda _: "")
    form = form.sub(IN_KANA, lambda found: KANA[found.group()])
    form = Normal(form.value.translate(QUOTES), form.origin)
    form = form.sub(COMMA, lambda _: "、")
    form = form.sub(DASH, lambda _: "〜")
    return form.sub(KANJI_NUMBER, _arabic)


def _arabic(found: re.Match[str]) -> str:
    whole, after = found.string, found.end()
    if found.group() + whole[after : after + 1] in PLAIN_WORDS and not _counts(found):
        return found.group()
    return str(number(found.group()))


def _counts(found: re.Match[str]) -> bool:
    """Whether 一日 or 十分 is meant as a figure: 丸一日, 一日以内, 三時十分."""
    before, after = found.string[: found.start()], found.string[found.end() + 1 :]
    return before.endswith(("丸", "まる", "時", "数")) or after.startswith(
        ("以内", "経", "過", "間", "たつ", "たっ", "程", "ほど", "後")
    )


def number(figures: str) -> int:
    """A number written in kanji: 十六 is 16, 二四 is 24."""
    total = current = 0
    for figure in figures:
        if figure in TENS:
            total += (current or 1) * TENS[figure]
            current = 0
        else:
            current = current * 10 + DIGITS[figure]
    return total + current


def normal_of(text: Text) -> Normal:
    """The normal form of a text of a guide."""
    return normal(text.value)
