"""What a check says of a statement that has changed since it was reviewed."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from fakes.policy import Policy
from fakes.words import Words
from guidance.changes import Change
from guidance.claims import CLAIMS
from guidance.findings import Finding, Level, Rule
from guidance.present import STEP
from guidance.walking.told import Does, Thing

TITLES = {
    Rule.FACT_CHANGED: Words("見直したときと、書かれている事実がちがう", "a fact has changed"),
    Rule.ADDED: Words("見直したときにはなかった", "added"),
    Rule.REMOVED: Words("見直したときにあった文がない", "removed"),
    Rule.REWORDED: Words(
        "言い方が変わった。読み取れる事実は同じ", "reworded; the facts understood stay"
    ),
    Rule.MOVED: Words("場所だけが変わった", "moved"),
    Rule.COSMETIC: Words("表記だけが変わった", "written otherwise"),
    Rule.REVIEW_DUE: Words("見直しを延ばした期日を過ぎた", "deferred until a day that has passed"),
}
TURNED = Words("手順の順番が変わった", "the steps come in another order")
DOUBTFUL = Words(
    "言い方が変わり、意味も変わったおそれがある(事実は読み取れていない)",
    "reworded, and perhaps to another meaning (its facts were not understood)",
)
SIGNS = Words(
    "言い方が変わり、数、かぎかっこの中、打ち消し、人、場所、ものの名前のどれかもちがう",
    "reworded, and with another figure, quoted label, denial, person, place or thing",
)
UNSEEN = Words("まだ誰も見ていない指摘がある", "it has findings that nobody has seen")
ACTS = {
    Does.START.value: Words("アプリの起動", "start the app"),
    Does.PRESS.value: Words("選ぶもの", "press"),
    Does.ENTER.value: Words("入力するもの", "enter"),
    Does.HOLD.value: Words("カードをかざす", "hold the card"),
    Does.INSERT.value: Words("カードをセットする", "set the card"),
    Does.AWAIT.value: Words("待つ表示", "wait for"),
    STEP.rstrip("="): Words("手順", "step"),
}
NOTHING = "–"


def change_findings(found: Sequence[Change], today: dt.date) -> Iterator[tuple[Change, Finding]]:
    """A finding for each change; a warning where somebody has to look at it."""
    for change in found:
        rule = _rule(change, today)
        if rule is not None:
            yield change, _finding(change, rule)


def _rule(change: Change, today: dt.date) -> Rule | None:
    due = change.due(today) and not change.means
    return Rule.REVIEW_DUE if due else change.rule


def _finding(change: Change, rule: Rule) -> Finding:
    now = change.now
    weighs = change.means or rule is Rule.REVIEW_DUE
    only = _only_claim(change)
    return Finding(
        rule,
        Level.WARNING if weighs else Level.NOTE,
        change.line,
        now.column if now else 1,
        now.end_column if now else 1,
        _message(change, rule),
        now.text if now else "",
        only[0],
        only[1],
        fields=fields(change) if weighs else (),
    )


def fields(change: Change) -> tuple[str, ...]:
    """The fields of `Policy` that a change touches: their scenarios are suspect."""
    gone, come = change.facts
    facts = [*gone, *come] if gone or come else _all_facts(change)
    found: dict[str, None] = {}
    for fact in facts:
        claim, _, value = fact.partition("=")
        if claim in CLAIMS:
            found[CLAIMS[claim].field] = None
        elif value in _labels():
            found[_labels()[value]] = None
    return tuple(found)


def _all_facts(change: Change) -> list[str]:
    """The facts of a step that only stands elsewhere, or that is to be looked at again."""
    return change.now.facts if change.now else change.entry.facts if change.entry else []


@lru_cache(maxsize=1)
def _labels() -> Mapping[str, str]:
    """The fields that hold what is written on a screen, by what is written."""
    return {value: field for field, value in vars(Policy()).items() if isinstance(value, str)}


def _only_claim(change: Change) -> tuple[str, Words | None]:
    """The claim that has changed, and its value now, when it is the only one."""
    gone, come = change.facts
    touched = {fact.partition("=")[0] for fact in (*gone, *come)}
    if len(touched) != 1 or not touched <= CLAIMS.keys():
        return "", None
    stated = "、".join(fact.partition("=")[2] for fact in come)
    return touched.pop(), Words(stated, stated) if stated else None


def message(change: Change, today: dt.date) -> Words:
    """Why somebody has to look at a statement."""
    rule = _rule(change, today)
    return UNSEEN if rule is None else _message(change, rule)


def _message(change: Change, rule: Rule) -> Words:
    gone, come = change.facts
    turned = rule is Rule.FACT_CHANGED and not (gone or come)
    title, signs = TITLES[rule], ""
    if turned:
        title = TURNED
    elif change.doubtful:
        signs = _signs(change)
        title = SIGNS if signs else DOUBTFUL
    facts, written = told(change), _written(change)
    return Words(
        ": ".join(filter(None, [title.ja, facts.ja, signs, written])),
        ": ".join(filter(None, [title.en, facts.en, signs, written])),
    )


def _signs(change: Change) -> str:
    """What has gone → what has come: 24時間 → 48時間; nothing when neither is known."""
    sides = [[*signs, *names] for signs, names in zip(change.signs, change.names, strict=True)]
    return " → ".join("、".join(side) or NOTHING for side in sides) if any(sides) else ""


def told(change: Change) -> Words:
    """What was stated → what is: 予約の期限 24時間 → 48時間; of a new statement, what it states."""
    gone, come = change.facts
    if change.entry is None or change.now is None:
        sides: tuple[dict[str, list[str]], ...] = (_by_name([*gone, *come]),)
    else:
        sides = (_by_name(gone), _by_name(come))
    parts = []
    for key in dict.fromkeys(key for side in sides for key in side):
        name = CLAIMS[key].name if key in CLAIMS else ACTS.get(key, Words(key, key))
        values = " → ".join("、".join(side.get(key, [NOTHING])) for side in sides)
        parts.append(Words(f"{name.ja} {values}".strip(), f"{name.en} {values}".strip()))
    return Words("。".join(part.ja for part in parts), "; ".join(part.en for part in parts))


def _by_name(facts: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact in facts:
        name, _, value = fact.partition("=")
        found.setdefault(name, []).append(value.removeprefix(Thing.UNKNOWN.value).strip())
    return found


def _written(change: Change) -> str:
    """The two wordings in one, where the ledger keeps the old one."""
    if change.entry is None or not change.entry.text:
        return ""
    if change.now is None:
        return f"「{change.entry.text}」"
    return difference(change.entry.text, change.now.text)


def difference(before: str, after: str) -> str:
    """Two wordings in one, character by character: [-gone-]{+come+}."""
    if before == after:
        return ""
    parts = []
    for kind, first, last, begin, end in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind == "equal":
            parts.append(before[first:last])
            continue
        parts.append(f"[-{before[first:last]}-]" if last > first else "")
        parts.append(f"{{+{after[begin:end]}+}}" if end > begin else "")
    return "".join(parts)
