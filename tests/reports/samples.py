"""Runs made by hand, small enough to know everything about them."""

from typing import Any

from msgspec.structs import replace

from fakes.words import Words
from guidance.statements import Account, Backing, Divergence, Fact, Section, Side, Statement
from reports.run import (
    Act,
    Call,
    Case,
    Counters,
    Exchange,
    Feature,
    Outcome,
    Problem,
    Result,
    Rule,
    Run,
    Scenario,
    Screen,
    Step,
    Table,
    Value,
    Walked,
)
from reports.spec import scenario_id

AT = 1771203600
"""10:00:00 on 16 February 2026 in Japan."""

HOME = Screen("ホーム", choices=("設定", "電話"))
SETTINGS = Screen("設定", "選んでください。", field="番号", secret=True)


def words(text: str) -> Words:
    return Words(text, f"{text} in English")


def scenario(name: str, result: Result = "passed", **changes: Any) -> Scenario:
    """A scenario of two steps that ran once."""
    identity = scenario_id("features/01_a.feature", name)
    entries = (
        Exchange(AT, "スマートフォン", "公的個人認証の選択", "SELECT JPKI"),
        Act(AT, "スマートフォン", "press", "設定", "", 0, 1),
        Call(AT, "check", "ok"),
    )
    last = Walked(result, 0.002, counters=Counters(2, 5))
    steps = (Walked("passed", 0.001, entries=entries, counters=Counters(3, 5)), last)
    case = Case(
        identity, 5, (), result, AT, 0.003, steps, Counters(3, 5), Counters(2, 5),
        *(("", "") if result == "passed" else ("残り回数は2回です", "Traceback")),
    )  # fmt: skip
    written = (
        Step("もし", f"「{name}」を選ぶ", 6, f'One chooses "{name}".'),
        Step("ならば", "見える", 7, "It is seen."),
    )
    made = Scenario(
        identity, "シナリオ", name, f"{name} in English", 5, ("lock",), written, (), (case,)
    )
    return replace(made, **changes)


def outline(name: str, results: dict[str, Result]) -> Scenario:
    """An outline with a row for each result."""
    made = scenario(name)
    cases = tuple(
        replace(
            made.cases[0], id=f"{made.id}-{number}", row=(cell,), result=result, line=9 + number
        )
        for number, (cell, result) in enumerate(results.items(), 1)
    )
    table = Table("表", ("boundary",), ("列",), len(cases))
    return replace(made, tables=(table,), cases=cases, tags=("lock", "boundary"))


def run(*scenarios: Scenario, **changes: Any) -> Run:
    """A run of one feature with these scenarios, and one entry of each kind in the account."""
    names = tuple(each.name for each in scenarios)
    rule = Rule("rule-1", "決まり", "A rule.", (), scenarios)
    feature = Feature("features/01_a.feature", "章", "A section.", 2, ("lock",), (), (rule,))
    guide = Account(
        statements=(
            Statement(1, 1, words("述べたこと"), names),
            Statement(1, 2, words("助言"), (), words("実行できない")),
        ),
        facts=(Fact("a-fact", words("事実"), words("資料"), names[:1]),),
        assumptions=(Fact("an-assumption", words("仮定"), words("なし"), names[:1]),),
        divergences=(
            Divergence(
                "hours", words("時間"), words("夜も"), words("昼だけ"), words("昼"),
                (
                    Backing(Side.GUIDE, words("述べたこと"), "1-1"),
                    Backing(Side.OTHERS, words("市のページ")),
                ),
                names[:1],
            ),
        ),
        sections=(Section(1, words("はじめ")),),
        title=words("案内の題"),
    )  # fmt: skip
    value = Value(
        "tries", words("カード"), words("回数"), words("3回"), words("回"), "article",
        words("案内"), words("§1"), tuple(each.id for each in scenarios[:1]),
    )  # fmt: skip
    outcome: Outcome = "passed" if all(each.result == "passed" for each in scenarios) else "failed"
    made = Run(
        1, "2026-11-23T01:00:00+00:00", 1.5, {"Python": "3.12.0"}, outcome, (), (), (feature,),
        (HOME, SETTINGS), guide,
        (value,), {each.id: each.result for each in scenarios},
    )  # fmt: skip
    return replace(made, **changes)


PROBLEM = Problem("features/b.feature", "何かがおかしい")
