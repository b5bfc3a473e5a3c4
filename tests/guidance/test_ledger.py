"""The ledger as a file, and what a review makes of it."""

import datetime as dt
import json
from pathlib import Path

import msgspec
import pytest

from fakes.policy import Policy
from guidance.changes import Change, changes
from guidance.findings import Rule
from guidance.ledger import (
    FOLDER,
    VERSION,
    BadLedger,
    Entry,
    Ledger,
    Review,
    encode,
    place_of,
    read,
)
from guidance.reviewing import Renewal, awaiting, of_whole, on_line
from tests.guidance.ledgers import GUIDE, REVIEW, TODAY, ledger, statements

ANEW = Review("鈴木", TODAY, "scenarios-updated", "仕様を直した")


def renewed(kept: Ledger, guide: str, *lines: int, with_text: bool = False) -> Ledger:
    """The ledger after a review by somebody else, of the whole guide or of some lines."""
    found = changes(kept, statements(guide), "x")
    chosen: list[Change] = [each for line in lines for each in on_line(found, line)]
    if not lines:
        chosen = of_whole(found, TODAY, first=False)
    return Renewal(kept, chosen, ANEW, with_text).ledger(found, whole=not lines)


def rules(kept: Ledger, guide: str) -> list[Rule]:
    return [each.rule for each in changes(kept, statements(guide), "x") if each.rule is not None]


def reviewers(kept: Ledger) -> dict[str, int]:
    return {who: [each.review.by for each in kept.entries].count(who) for who in ("佐藤", "鈴木")}


def line_of(text: str, guide: str = GUIDE) -> int:
    return 1 + guide[: guide.index(text)].count("\n")


def test_a_ledger_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "guide.json"
    for with_text in (False, True):
        made = ledger(with_text=with_text)
        path.write_bytes(encode(made))
        assert read(path) == made


def test_a_ledger_keeps_no_text_unless_asked() -> None:
    said = "使ってはいけないのは、自分の生年月日や同じ数字を四つ並べたものだけではなくなりました。"
    kept = encode(ledger(GUIDE + said)).decode()
    sentences = {now.text for now in statements(GUIDE + said)}
    assert not [text for text in sentences if len(text) > 12 and text in kept]
    assert "text" not in json.loads(kept)["entries"][0]
    assert said in encode(ledger(GUIDE + said, with_text=True)).decode()


def test_a_ledger_is_written_so_that_a_change_is_a_few_lines() -> None:
    before = encode(ledger()).decode().splitlines()
    after = encode(renewed(ledger(), GUIDE.replace("24時間", "48時間"))).decode().splitlines()
    assert len(set(after) - set(before)) < 12


def test_the_usual_place_is_beside_the_features() -> None:
    assert place_of("some/where/article.txt") == FOLDER / "article.json"
    assert FOLDER.parent.name == "features"


@pytest.mark.parametrize(
    ("octets", "complaint"),
    [
        (b"", "is no ledger, or cut short"),
        (b"\x00\xff\xfe", "is no ledger, or cut short"),
        (b"[]", "is no ledger, or cut short"),
        (b"{}", "is no ledger, or cut short"),
        (b'{"version": 2}', "is a ledger of version 2, and only version 1 can be read here"),
        (b'{"version": 2, "guide": "a", "entries": []}', "is a ledger of version 2"),
        (encode(ledger())[:2000], "is no ledger, or cut short"),
        (encode(ledger()).replace(b'"no-impact"', b'"perhaps"'), "Invalid enum value 'perhaps'"),
        (encode(ledger()).replace(b"2026-11-24", b"yesterday"), "is no ledger, or cut short"),
        (b"[" * 100_000, "is no ledger, or cut short"),
        ("案内".encode("shift_jis"), "is no ledger, or cut short"),
    ],
    ids=[
        "empty",
        "binary",
        "list",
        "nothing",
        "version",
        "whole",
        "cut",
        "verdict",
        "day",
        "deep",
        "sjis",
    ],
)
def test_what_is_no_ledger_is_refused(tmp_path: Path, octets: bytes, complaint: str) -> None:
    path = tmp_path / "guide.json"
    path.write_bytes(octets)
    with pytest.raises(BadLedger) as raised:
        read(path)
    assert complaint in str(raised.value)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadLedger, match=r"cannot be read .*make one with `tejun review`"):
        read(tmp_path / name)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_device_is_no_ledger() -> None:
    with pytest.raises(BadLedger, match=r"^/dev/zero: is a pipe or a device; name a file"):
        read(Path("/dev/zero"))


def test_a_sketch_written_by_hand_is_refused(tmp_path: Path) -> None:
    entry = Entry("0" * 16, "0" * 16, "no sketch", "0" * 16, [], REVIEW)
    path = tmp_path / "guide.json"
    path.write_bytes(msgspec.json.encode(Ledger(VERSION, "guide.md", [entry])))
    with pytest.raises(BadLedger, match="sketch"):
        read(path)


def test_after_a_review_of_the_whole_nothing_has_changed() -> None:
    other = (
        GUIDE.replace("24時間", "48時間")
        .replace("コンビニでの再設定に手数料はかかりません。\n", "")
        .replace("気長に", "ゆっくりと")
        .replace("3回", "３回")
        + "手続きはご本人がします。\n"
    )
    assert rules(ledger(), other)
    after = renewed(ledger(), other)
    assert rules(after, other) == []
    assert reviewers(after) == {"佐藤": len(statements(other)) - 3, "鈴木": 3}


def test_what_only_moves_or_is_written_otherwise_keeps_its_review() -> None:
    start, middle = GUIDE.index("## コンビニ"), GUIDE.index("## 窓口")
    other = (GUIDE[:start] + GUIDE[middle:] + GUIDE[start:middle]).replace("3回", "３回")
    after = renewed(ledger(), other)
    assert rules(after, other) == []
    assert reviewers(after) == {"佐藤": len(statements(other)), "鈴木": 0}


def test_a_review_of_a_line_leaves_the_rest_waiting() -> None:
    other = GUIDE.replace("24時間", "48時間").replace("3回", "5回")
    after = renewed(ledger(), other, line_of("48時間", other))
    found = changes(after, statements(other), "x")
    assert [each.line for each in awaiting(found, TODAY, first=False)] == [line_of("5回", other)]
    assert reviewers(after)["鈴木"] == 1


def test_a_review_of_a_line_keeps_the_old_order_of_steps_waiting() -> None:
    first, second = "「行政サービス」を選びます", "「マイナンバーカード」を選びます"
    other = GUIDE.replace(first, "…").replace(second, first).replace("…", second)
    other = other.replace("24時間", "48時間")
    after = renewed(ledger(), other, line_of("48時間", other))
    assert rules(after, other) == [Rule.FACT_CHANGED]


def test_what_is_gone_leaves_with_the_line_that_it_is_told_at() -> None:
    other = GUIDE.replace("コンビニでの再設定に手数料はかかりません。\n", "")
    before = line_of("24時間", other)
    assert rules(renewed(ledger(), other, before), other) == []
    kept = renewed(ledger(), other, line_of("3回", other))
    assert rules(kept, other) == [Rule.REMOVED]


def test_the_first_review_takes_everything_and_one_of_a_line_only_that() -> None:
    nothing = Ledger(VERSION, "guide.md", [])
    found = changes(nothing, statements(), "x")
    assert len(awaiting(found, TODAY, first=True)) == len(statements())
    whole = Renewal(nothing, of_whole(found, TODAY, first=True), ANEW, False).ledger(found, True)
    assert rules(whole, GUIDE) == []
    one = renewed(nothing, GUIDE, line_of("24時間"))
    assert [entry.facts for entry in one.entries] == [["reservation-validity=24時間"]]


def test_text_once_kept_is_kept_on() -> None:
    other = GUIDE.replace("24時間", "48時間")
    after = renewed(ledger(with_text=True), other)
    assert all(entry.text for entry in after.entries)
    assert "予約番号は、予約から48時間以内に使います。" in {each.text for each in after.entries}
    assert not any(entry.text for entry in renewed(ledger(), other).entries)


def test_text_can_be_added_to_what_has_not_changed() -> None:
    after = renewed(ledger(), GUIDE, with_text=True)
    assert [entry.text for entry in after.entries] == [now.text for now in statements()]
    assert reviewers(after)["鈴木"] == 0


def test_a_finding_that_nobody_has_seen_awaits_review_though_the_guide_is_the_same() -> None:
    """The procedure has changed under it."""
    other = Policy(reservation_validity=dt.timedelta(hours=48))
    found = changes(ledger(), statements(GUIDE, other), "x")
    assert [each.rule for each in found if each.rule] == []
    assert [each.line for each in awaiting(found, TODAY, first=False)] == [line_of("24時間")]


def test_what_was_seen_does_not_await_review_again() -> None:
    other = Policy(reservation_validity=dt.timedelta(hours=48))
    entries = [now.entry(REVIEW, False) for now in statements(GUIDE, other)]
    moved = "はじめに読んでください。\n\n" + GUIDE
    found = changes(Ledger(VERSION, "guide.md", entries), statements(moved, other), "x")
    assert awaiting(found, TODAY, first=False) == []


def test_facts_that_only_another_version_reads_are_no_change_of_the_guide() -> None:
    """Its headings and the sentences before are read with a sentence: with them it may change."""
    kept = ledger()
    entries = [msgspec.structs.replace(each, facts=[]) for each in kept.entries]
    older = msgspec.structs.replace(kept, entries=entries)
    assert rules(older, GUIDE) == []
    assert [each.facts for each in renewed(older, GUIDE).entries] == [
        now.facts for now in statements()
    ]
    assert Rule.FACT_CHANGED in rules(older, GUIDE.replace("# 4桁の", "# 数字4桁の"))


def test_a_heading_may_change_the_facts_below_it() -> None:
    guide = "# 案内\n\n## マルチコピー機\n\n利用時間は6時30分から23時までです。\n"
    other = guide.replace("マルチコピー機", "市区町村の窓口")
    found = changes(ledger(guide), statements(other), "x")
    assert [each.rule for each in found if each.line == 5] == [Rule.FACT_CHANGED]
