"""The chains of stores that guides name, and which of them are told of together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidance.terms import Term, has

STORES = (
    ("セブン-イレブン", r"セブン[-〜ー・‐]?イレブン|セブン(?!銀行|ティ)|7[-〜]?eleven"),
    ("イオンリテール", r"イオンリテール|イオン(?!銀行|カード)"),
    ("ローソン", r"ローソン(?!銀行|チケ)|lawson"),
    ("ファミリーマート", r"ファミリーマート|ファミマ"),
    ("ミニストップ", r"ミニストップ"),
    ("セイコーマート", r"セイコーマート"),
    ("デイリーヤマザキ", r"デイリーヤマザキ"),
    ("ポプラ", r"ポプラ"),
    ("ニューデイズ", r"newdays|ニューデイズ"),
)
"""The chains that guides name; the policy knows the first five."""
NAMED = re.compile(
    "|".join(f"(?P<s{place}>{pattern})" for place, (_, pattern) in enumerate(STORES))
)
JOINS = re.compile(
    r"(?:、|と|や|か|・|または|又は|及び|および|も|でも|とか|/|「|」|\([^()]*\)|の|各|店舗?|店頭|それに|そして|に加えて|,|ならびに){0,6}"
)
"""What stands between chains that are told of together."""
TURN = re.compile(
    r"(?:[るたいうんだすの])が、|けれども?、|けど、|(?:の|ん)で、|から、|ため、|し、|(?<=だけ)で、|(?<=のみ)で、|。|;|/|一方|のに対し|いっぽう|ただし|逆に|対して、"
)
"""Where a sentence turns to other chains."""


@dataclass(frozen=True)
class Group:
    """Chains that are named together, from `start` up to `end`, and the part that tells of them."""

    names: tuple[str, ...]
    start: int
    end: int
    before: str
    after: str


def chain_groups(text: str) -> Iterator[Group]:
    """The chains that are named together: セブン-イレブンとイオンリテール."""
    found = list(NAMED.finditer(text))
    spans: list[list[re.Match[str]]] = []
    for each in found:
        if spans and JOINS.fullmatch(text, spans[-1][-1].end(), each.start()):
            spans[-1].append(each)
        else:
            spans.append([each])
    done = 0
    for place, span in enumerate(spans):
        start, end = span[0].start(), span[-1].end()
        turns = [turn.end() for turn in TURN.finditer(text, done, start)]
        begin = max([done, *turns])
        stop = _stop(text, end, spans[place + 1][0].start() if place + 1 < len(spans) else None)
        done = stop
        yield Group(
            tuple(dict.fromkeys(chain_name(each) for each in span)),
            start,
            end,
            text[begin:start],
            text[end:stop],
        )


def _stop(text: str, end: int, following: int | None) -> int:
    """Where the part about a group ends: where the sentence turns, or the next group's clause begins."""
    turn = TURN.search(text, end)
    stop = turn.end() if turn else len(text)
    if (
        following is None
        and stop < len(text)
        and not has(text[:stop], Term.PIN, Term.PASSWORD, Term.CERTIFICATE)
    ):
        stop = len(text)
    if following is not None and following < stop:
        comma = max(text.rfind("、", end, following), text.rfind(")", end, following)) + 1
        stop = comma if comma > end else following
    return stop


def chain_name(found: re.Match[str]) -> str:
    """The chain that was found."""
    return STORES[int((found.lastgroup or "s0")[1:])][0]
