"""A guide written otherwise, with nothing changed for its reader: notation, layout, form."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator

from tests.accuracy.marked import Edit, Guide

WIDE = str.maketrans("0123456789:%", "０１２３４５６７８９：％")
KANJI = "〇一二三四五六七八九"
NOTATIONS: dict[str, Callable[[str], str]] = {
    "wide figures": lambda text: _outside_quotes(text, lambda part: part.translate(WIDE)),
    "narrow figures": lambda text: _outside_quotes(text, _narrow),
    "kanji figures": lambda text: _outside_quotes(
        text, lambda part: re.sub(r"(?<![0-9０-９:：.．/-])([1-9])(?=回|桁)", _kanji, part)
    ),
    "another dash": lambda text: text.replace("〜", "～").replace("–", "〜"),
    "a day for 24 hours": lambda text: re.sub(r"24時間(?=以内|を過ぎ)", "丸1日", text),
    "corner brackets": lambda text: text.replace("「", "『").replace("」", "』"),
    "spaces": lambda text: re.sub(r"(?<=[ぁ-ん一-龠])(?=[0-9])|(?<=[0-9])(?=[回桁])", " ", text),
    "decomposed kana": lambda text: unicodedata.normalize("NFD", text),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
}
SYNONYMS = {
    "選択し": "選び",
    "スマホ": "スマートフォン",
    "マルチコピー機": "マルチコピー機(キオスク端末)",
    "ください。": "下さい。",
    "市区町村の窓口": "市区町村窓口",
    "できます。": "可能です。",
    "お持ちください": "ご持参ください",
}


def rewritings(guide: Guide) -> Iterator[Edit]:
    """Every rewriting that changes the text."""
    clean, name = guide.clean, guide.path.name
    markup = name.endswith((".html", ".htm"))
    for how, write in NOTATIONS.items():
        if markup and how in ("wide figures", "spaces"):
            continue
        yield from _edit(name, how, clean, write(clean))
    for was, becomes in SYNONYMS.items():
        yield from _edit(name, f"{was} → {becomes}", clean, clean.replace(was, becomes))
    table = "|" in clean or re.search(r"\S {2,}\S", clean)  # as paragraphs its lines are none
    if name.endswith(".txt") and not table:
        yield from _edit(name, "as HTML", clean, _page(clean), "guide.html")


def _edit(name: str, how: str, clean: str, text: str, other: str = "") -> Iterator[Edit]:
    if text != clean:
        yield Edit(name, "rewritten", how, False, text, frozenset(), how, "", other)


def _outside_quotes(text: str, write: Callable[[str], str]) -> str:
    """Rewrite what stands outside labels, markup and the numbers of lists."""
    parts = re.split(
        r"(「[^」]*」|<[^>]*>|(?m:^\s*[(（]?[0-9０-９]+[.)．）]?\s)|[0-9０-９]+[-–][0-9０-９-–]+)",
        text,
    )
    return "".join(part if index % 2 else write(part) for index, part in enumerate(parts))


def _narrow(text: str) -> str:
    return "".join(
        unicodedata.normalize("NFKC", each) if "０" <= each <= "９" else each for each in text
    )


def _kanji(found: re.Match[str]) -> str:
    return KANJI[int(found[1])]


def _page(text: str) -> str:
    """The lines of a text as a page: each a paragraph, numbered ones as such."""
    lines = [f"<p>{html.escape(line)}</p>" if line.strip() else "" for line in text.split("\n")]
    return "<!DOCTYPE html>\n<html><body>\n" + "\n".join(lines) + "\n</body></html>\n"
