"""How people mark the items of a list, the headings and the questions of a plain text."""

import re
import unicodedata
from dataclasses import dataclass

_KANJI = "一二三四五六七八九十"
_CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴➀-➓⑴-⒇⓵-⓾"
_COUNT = rf"(\d{{1,2}}|[{_KANJI}]{{1,3}}|[{_CIRCLED}])"

_NUMBERED = {
    "1.": r"(\d{1,3})\s?[.．](?![\d.．])",
    "1)": r"(\d{1,3})[)）]",
    "1、": r"(\d{1,2})、(?!\d)",
    "(1)": r"[(（](\d{1,3})[)）]",
    # Not what speaks of them: 「①と②」, 「①〜③」.
    "①": rf"([{_CIRCLED}])(?![〜～~・と、]?[{_CIRCLED}])[.．:：、]?",
    "⒈": r"([⒈-⒛])",
    "手順": rf"(?:手順|ステップ|工程|step)\s*{_COUNT}\s*(?:[.．:：、)）|｜]|(?=\s)|$)",
    "【手順】": rf"[【\[［<＜〈《](?:手順|ステップ|工程|step)\s*{_COUNT}[】\]］>＞〉》][:：]?",
    "その": rf"その\s*{_COUNT}(?:[.．:：、)）]|(?=\s)|$)",
    # Not a quantity: 「二、三日」.
    "一": rf"([{_KANJI}]{{1,3}})[、.．](?![{_KANJI}])",
}
# Each style has one group, so that the number of the group tells the style.
_STYLES = list(_NUMBERED)
_NUMBER = re.compile(rf"(?:{'|'.join(_NUMBERED.values())})\s*", re.IGNORECASE)
# A sign twice is no bullet: 「●●市」, 「・・・」. A hyphen needs a space: 「-5」, 「**」.
_BULLET = re.compile(r"(?:([・･•●○◇◎✓✔☑□☐◦‣▪▸►▶➤☆★])(?!\1)|([-*+–—−])(?=\s))\s*")
_SIGN = re.compile(r"([■◆▼◼❖])(?!\1)\s*")

_HASHES = re.compile(r"([#＃]{1,6})\s+")
_PARTS = re.compile(r"\d{1,2}((?:[-－‐–.．]\d{1,2}){1,3})(?:[.．)）:：]\s*|\s+)(?=\S)")
_CHAPTER = re.compile(rf"第\s*(?:\d{{1,3}}|[{_KANJI}]{{1,3}})\s*([章部編節項])(?=[\s:：.．、]|$)")
_BRACKETED = re.compile(r"【[^【】]+】|≪[^≪≫]+≫|《[^《》]+》|＜[^＜＞]+＞")

_QUESTION = re.compile(
    r"[【\[]?(?:[QＱ]\s?\d{0,3}(?:[.．:：、)）】\]\s]|(?<=\d)(?=\D))"
    r"|(?:問|質問)\s?\d{0,3}[.．:：】\]\s])\s*\S"
)
_ANSWER = re.compile(r"[【\[]?(?:[AＡ]|答え?|回答)\s?\d{0,3}[.．:：、)）】\]\s]")
_EMOJI = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff]")
_NOTE = re.compile(r"※|[→⇒]|(?:注意?|注記|備考)\s?\d?[:：)）]|[(（]注")


@dataclass(frozen=True)
class Marker:
    """What a line begins with: its style, its number if it has one, and where its text begins."""

    style: str
    number: int | None
    end: int


def marker(value: str) -> Marker | None:
    """The marker of an item; None for a line without one."""
    found = _NUMBER.match(value)
    if found and found.lastindex:
        number = _number(found[found.lastindex])
        return Marker(_STYLES[found.lastindex - 1], number, found.end())
    found = _BULLET.match(value) or _SIGN.match(value)
    if found and found.end() < len(value):
        return Marker(value[0], None, found.end())
    return None


def is_sign(marker: Marker) -> bool:
    """Whether a marker makes a heading where it stands alone: 「■」, 「◆」."""
    return bool(_SIGN.match(marker.style))


def hashes(value: str) -> tuple[int, int] | None:
    """The rank of a heading that is written with hashes, and where its text begins."""
    found = _HASHES.match(value)
    return (len(found[1]), found.end()) if found else None


def parts(value: str) -> int:
    """How many numbers a heading like 「2-1. …」 begins with; 0 for any other line."""
    found = _PARTS.match(value)
    return 1 + len(re.findall(r"\d+", found[1])) if found else 0


def chapter(value: str) -> str:
    """The part of a book that a line begins: 「第2章」 is 「章」; "" for any other line."""
    found = _CHAPTER.match(value)
    return found[1] if found else ""


def is_bracketed(value: str) -> bool:
    """Whether a line is nothing but a title in brackets: 「【準備】」."""
    return _BRACKETED.fullmatch(value) is not None


def is_question(value: str) -> bool:
    """Whether a line is the question of an FAQ: 「Q1. …」, 「問 …」."""
    return _QUESTION.match(value) is not None


# 「【1】…」, 「Step.1 …」, 「(ア)…」, 「1 …」: what `ordered` makes items of.
_COUNTED = re.compile(
    r"[【\[［（(〔<＜]\s*(?:\d{1,2}|[ア-ソ])\s*[】\]］）)〕>＞]"
    r"|(?:STEP|Step|step|手順|ステップ)\s*[.．]?\s*\d{1,2}(?!\d)"
    r"|\d{1,2}[\s:：](?=\S)|[ア-ソ]\s(?=\S)"
)


def is_own(value: str) -> bool:
    """Whether a line begins a paragraph of its own, whatever stands before: 「※」, 「A.」."""
    signs = (_NOTE, _ANSWER, _EMOJI, _COUNTED)
    return any(sign.match(value) for sign in signs)


def is_note(value: str) -> bool:
    """Whether a line is a note that belongs to what stands before: 「※」."""
    return _NOTE.match(value) is not None


def _number(value: str) -> int:
    if value[0] not in _KANJI:
        return int(value) if value.isdecimal() else int(unicodedata.numeric(value))
    tens, ten, units = value.rpartition("十")
    if not ten:
        return _digit(value)
    return 10 * (_digit(tens) if tens else 1) + (_digit(units) if units else 0)


def _digit(value: str) -> int:
    return _KANJI.index(value[-1]) + 1
