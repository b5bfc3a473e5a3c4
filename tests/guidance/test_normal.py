"""One spelling for what Japanese writes in many, with every character at its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.normal import normal, number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("３回", "3回"),
        ("三回", "3回"),
        ("四桁の番号を二回", "4桁の番号を2回"),
        ("二十四時間以内", "24時間以内"),
        ("六から十六桁", "6から16桁"),
        ("６：３０ ～ ２３：００", "6:30〜23:00"),
        ("6-16桁", "6〜16桁"),
        ("ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ", "マイナンバーカード"),
        ("『行政サービス』", "「行政サービス」"),
        ("“行政サービス”", "「行政サービス」"),
        ("暗証番号(あんしょうばんごう)", "暗証番号"),
        ("暗証番号《あんしょうばんごう》", "暗証番号"),
        ("ロック を 解除", "ロックを解除"),
        ("丸一日以内", "丸1日以内"),
    ],
)
def test_one_spelling(written: str, meant: str) -> None:
    assert normal(written).value == meant


@pytest.mark.parametrize(
    "words", ["一度ロックされると", "十分に確かめる", "もう一度", "数十分で終わる", "一部の店舗"]
)
def test_words_that_only_look_like_figures_stay(words: str) -> None:
    assert normal(words).value == words


@pytest.mark.parametrize(
    ("figures", "value"), [("十", 10), ("十六", 16), ("二十四", 24), ("二四", 24), ("百二", 102)]
)
def test_numbers_in_kanji(figures: str, value: int) -> None:
    assert number(figures) == value


@given(st.text(alphabet="３三四回桁時間、。「」()（） あかｶﾞが1-～〜abＡ十二", max_size=40))
def test_every_character_knows_where_it_stands(text: str) -> None:
    form = normal(text)
    assert len(form.value) == len(form.origin)
    assert all(0 <= place < len(text) for place in form.origin)
    assert list(form.origin) == sorted(form.origin)


@given(st.text(alphabet="カード番号をロックがダプ、。", max_size=30))
def test_decomposed_kana_are_the_same(text: str) -> None:
    assert normal(unicodedata.normalize("NFD", text)).value == normal(text).value
