"""The figures in a sentence, with what they count."""

import datetime as dt

import pytest

from guidance.figures import Measure, clock, figures
from guidance.normal import normal


def _read(text: str) -> list[tuple[Measure, object, object]]:
    return [(each.measure, each.low, each.high) for each in figures(normal(text).value)]


@pytest.mark.parametrize(
    ("text", "measure", "low", "high"),
    [
        ("3回続けて", Measure.TIMES, 3, 3),
        ("三度まちがえる", Measure.TIMES, 3, 3),
        ("数字４桁", Measure.LENGTH, 4, 4),
        ("英数字6〜16桁", Measure.LENGTH, 6, 16),
        ("6文字以上16文字以下", Measure.LENGTH, 6, 16),
        ("24時間以内", Measure.SPAN, dt.timedelta(hours=24), dt.timedelta(hours=24)),
        ("丸一日以内", Measure.SPAN, dt.timedelta(hours=24), dt.timedelta(hours=24)),
        ("6:30〜23:00", Measure.HOURS, dt.time(6, 30), dt.time(23)),
        ("午前6時30分から午後11時まで", Measure.HOURS, dt.time(6, 30), dt.time(23)),
        ("朝六時半から夜十一時まで", Measure.HOURS, dt.time(6, 30), dt.time(23)),
        ("200円", Measure.MONEY, 200, 200),
        ("1,000円", Measure.MONEY, 1000, 1000),
        ("数ミリ", Measure.DISTANCE, 2, 9),
        ("3センチ", Measure.DISTANCE, 30, 30),
    ],
)
def test_a_figure(text: str, measure: Measure, low: object, high: object) -> None:
    assert (measure, low, high) in _read(text)


@pytest.mark.parametrize("text", ["2026年2月16日", "電話03-1234-5678", "令和8年", "手順2", "第3条"])
def test_what_only_looks_like_a_figure_of_the_procedure(text: str) -> None:
    assert {measure for measure, _, _ in _read(text)} <= {Measure.DATE, Measure.OTHER}


@pytest.mark.parametrize(
    ("text", "time"),
    [("25時", None), ("24:00", dt.time(0)), ("午後1時", dt.time(13)), ("6時半", dt.time(6, 30))],
)
def test_a_clock(text: str, time: dt.time | None) -> None:
    assert clock(text) == time
