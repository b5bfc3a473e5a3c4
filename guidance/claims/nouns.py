"""Noun phrases as they fill a role: `カードと本人確認書類` before を is two items.

Japanese marks no word ends. A phrase is read as a run of kanji, katakana and latin letters, with
の between its nouns; what joins phrases is a closed set, and so are the particles behind them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = r"(?:[お御ご](?=[一-龠]))?[一-龠々〇ァ-ヴーa-z0-9〜-]{1,20}(?:き(?=の)|し(?=[、。をがはもとやの及お並)]|$)|け(?=の)|った(?=[一-龠]{1,4}))?"
KANA_NOUN = r"はんこ|いんかん|ハンコ|印かん|ひかえ|めがね|おかね|お金|お札"
NOUN = rf"(?:{KANA_NOUN}|{WORD}(?:の(?:{KANA_NOUN}|{WORD})){{0,3}})"
"""A noun, and what it belongs to: アプリの予約番号."""
BRACKET = r"(?:\([^()]{0,40}\)|「[^「」]{1,30}」)?"
JOIN = r"(?:(?:や|と|、|・|\+|及び|および|並びに|ならびに|または|又は|か(?!月)|に加えて?|のほか(?:に)?|とともに|と一緒に)、?(?:それに|それから|そして|さらに)?、?)"
"""What joins the items of a list."""
END = r"(?:など|等|といったもの)?(?:の?(?:両方|[0-9一二三]点|[0-9一二三]つ(?:とも)?|現物|実物|原本|本体))?(?P<only>だけ|のみ)?"
LIST = re.compile(rf"「?(?P<items>{NOUN}」?{BRACKET}(?:{JOIN}「?{NOUN}」?{BRACKET}){{0,5}}){END}")
"""A list of noun phrases: カードと本人確認書類(免許証など)だけ."""
ITEM = re.compile(rf"「?(?P<noun>{NOUN})」?{BRACKET}(?:{JOIN}|$)")


@dataclass(frozen=True)
class Item:
    """One noun phrase, from `start` up to `end`."""

    text: str
    start: int
    end: int

    @property
    def head(self) -> str:
        """Its last noun: 予約番号 of アプリの予約番号."""
        return self.text.rsplit("の", 1)[-1]


def items(found: re.Match[str]) -> list[Item]:
    """The phrases of a list that was found; what stands in brackets only explains them."""
    named, at, end = [], found.start("items"), found.end("items")
    while at < end:
        item = ITEM.match(found.string, at, end)
        if item is None:
            break
        named.append(Item(item["noun"], *item.span("noun")))
        at = item.end()
    return named


def lists(text: str, begin: int = 0) -> Iterator[re.Match[str]]:
    """The lists of noun phrases in a text."""
    return LIST.finditer(text, begin)
