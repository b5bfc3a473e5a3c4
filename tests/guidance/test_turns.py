"""Denials, labels, units and numbers in words of everyday, in dialogues, and what is alike."""

import time

import pytest

from guidance.check import check
from guidance.findings import Level
from guidance.reading import read_octets

LOCK, RESERVE, KIOSK, COUNTER, AFTER, READ, MOVED = (
    "ロックのしくみ",
    "スマホで予約する",
    "コンビニで再設定する",
    "窓口で再設定する",
    "再設定のあと",
    "カードの読み取り",
    "引っ越した方",
)
VOID = "引っ越して更新していない署名用の証明書は、コンビニでの決め直しに使えません。"


def _levels(heading: str, text: str) -> set[Level]:
    guide = f"# マイナンバーカードの4桁がロックされたとき\n\n## {heading}\n\n{text}\n"
    return {each.level for each in check(read_octets("guide.md", guide.encode())).findings}


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (LOCK, "失敗の数は、寝て起きたら消えているというものではありません。"),
        (LOCK, "ロックのあとは、正しい数字を思い出しても間に合いません。"),
        (LOCK, "ロックは、再設定をしないと解けません。"),
        (RESERVE, "予約の寿命は二十四時間で、過ぎたら予約からやり直しだ。"),
        (RESERVE, "予約の操作は、時刻を気にせずに済ませられます。"),
        (KIOSK, "時間は午前6時半から午後11時まで（店が閉まっている間は除く）です。"),
        (COUNTER, "カードのほか、本人確認書類も欠かせません。"),
        (AFTER, "「新しい番号はすぐにお使いになれます。生年月日はお控えください。」"),
        (AFTER, "誕生日や「1111」はよしたほうがいい。"),
        (READ, "手帳型のケースをはめたままだったのが敗因である。"),
        (MOVED, f"{VOID}有効期限を過ぎたものも同様です。"),
        (RESERVE, "【お客様】予約番号はどこから？\n\n【応答】アプリが画面にお出しします。"),
    ],
)
def test_what_is_right_gives_nothing(heading: str, text: str) -> None:
    assert _levels(heading, text) <= {Level.NOTE}


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (LOCK, "ミスの数は、その手前で正しく打てれば、一回分だけ減る。"),
        (LOCK, "ロックのあとは、正しい数字を思い出せばまだ間に合う。"),
        (LOCK, "ロックは、三日たたないと解けません。"),
        (RESERVE, "予約の寿命は二十四時間で、過ぎても同じ予約番号のまま使える。"),
        (RESERVE, "スマートフォンで「そろばん日和」を開き、予約します。"),
        (RESERVE, "アプリの予約は、役所が閉まっている時間帯には取れません。"),
        (KIOSK, "時間は午前8時半から午後5時まで（店が閉まっている間は除く）です。"),
        (KIOSK, "日曜と祭日は午前だけです。"),
        (COUNTER, "カードがあれば、本人確認書類は欠けてもかまいません。"),
        (AFTER, "「新しい番号は翌日からお使いになれます。生年月日はお控えください。」"),
        (READ, "一センチほどのずれは差し支えありません。"),
        (MOVED, f"{VOID}作ってから一年を過ぎたものも同じです。"),
    ],
)
def test_what_is_wrong_is_told_of(heading: str, text: str) -> None:
    assert _levels(heading, text) & {Level.ERROR, Level.WARNING}


@pytest.mark.parametrize("words", ["カードの", "カードに", "4桁も", "番号", "手数料"])
def test_words_without_end_cost_little(words: str) -> None:
    document = read_octets("guide.txt", (words * 2500)[:2500].encode())
    begun = time.process_time()
    check(document)
    assert time.process_time() - begun < 1.5
