"""The outcome of a run in one sentence: never better than what ran."""

from collections import Counter

from fakes.words import Words
from reports.run import Result, Run


def verdict(run: Run, cases: Counter[Result]) -> tuple[str, Words]:
    """Say the outcome: in a word for the page's style (good, partial, bad), and in a sentence."""
    ran = len(run.cases) - cases["not run"]
    if run.outcome == "crashed":
        return "bad", Words("実行が異常終了しました", "The run crashed")
    if run.outcome == "interrupted":
        return "bad", Words("実行が途中で止められました", "The run was interrupted")
    if cases["failed"]:
        return "bad", Words("失敗があります", "Something failed")
    if run.outcome == "failed":
        return "bad", Words(
            "シナリオのほかに問題があります", "Something is wrong outside of the scenarios"
        )
    if cases["not run"]:
        left = cases["not run"]
        return "partial", Words(
            f"実行した{ran}件はすべて成功しました({left}件は実行していません)",
            f"All {ran} that ran passed ({left} did not run)",
        )
    return "good", Words("すべて成功しました", "Everything passed")
