"""What has changed in a guide since it was reviewed: how it is written, or what it states."""

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from guidance.change_findings import change_findings, difference
from guidance.changes import Change, OtherGuide, changes
from guidance.findings import Level, Rule
from guidance.ledger import Review
from guidance.pairing import ALIKE
from guidance.sketch import distance, sketch
from tests.guidance.ledgers import GUIDE, TODAY, changed, changed_to, ledger, statements

QUIET = {Rule.COSMETIC, Rule.REWORDED, Rule.MOVED}
FEW = settings(max_examples=50, deadline=None)

WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(ord("0"), ord("9") + 1)})


def rules(found: list[Change]) -> list[Rule | None]:
    return [change.rule for change in found]


def levels(found: list[Change]) -> list[Level]:
    return [finding.level for _, finding in change_findings(found, TODAY)]


def test_the_same_guide_has_no_changes() -> None:
    assert changed_to(GUIDE) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3回続けて", "３回続けて"),
        ("3回続けて", "三回続けて"),
        ("マルチコピー機は", "ﾏﾙﾁｺﾋﾟｰ機は"),
        ("暗証番号は、", "暗証(あんしょう)番号は、"),
        ("暗証番号は、", "暗証 番号 は、"),
        ("「行政サービス」", "『行政サービス』"),
        ("「行政サービス」", '"行政サービス"'),
        ("6時30分から23時まで", "6時30分から２３時まで"),
    ],
)
def test_what_is_only_written_otherwise_is_cosmetic(old: str, new: str) -> None:
    found = changed(old, new)
    assert set(rules(found)) == {Rule.COSMETIC}
    assert set(levels(found)) == {Level.NOTE}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("手数料はかかりません", "料金はかかりません"),
        ("思い出しても使えません", "思い出したとしても使えません"),
        ("気長に待ちましょう", "ゆったりと待ちましょう"),
    ],
)
def test_other_words_for_the_same_facts_are_told_in_a_note(old: str, new: str) -> None:
    found = changed(old, new)
    assert rules(found) == [Rule.REWORDED]
    assert levels(found) == [Level.NOTE]


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("3回続けて", "5回続けて", {"authentication_tries"}),
        ("24時間以内", "48時間以内", {"reservation_validity"}),
        ("23時まで", "22時まで", {"kiosk_closes"}),
        ("かかりません", "かかります", {"kiosk_fee"}),
        ("マイナンバーカードと本人確認書類を", "本人確認書類だけを", {"counter_wants_card"}),
        ("「行政サービス」を選", "「チケット」を選", {"kiosk_service"}),
    ],
)
def test_another_fact_is_a_warning_and_names_its_scenarios(
    old: str, new: str, fields: set[str]
) -> None:
    found = changed(old, new)
    assert rules(found) == [Rule.FACT_CHANGED]
    ((_, finding),) = change_findings(found, TODAY)
    assert finding.level is Level.WARNING
    assert fields <= set(finding.fields)
    assert finding.line == 1 + GUIDE[: GUIDE.index(old)].count("\n")


def test_a_fact_changed_is_told_before_and_after() -> None:
    ((_, finding),) = change_findings(changed("24時間以内", "48時間以内"), TODAY)
    assert finding.message.ja.endswith(": 予約の期限 24時間 → 48時間")
    assert finding.claim == "reservation-validity"
    assert finding.stated is not None
    assert finding.stated.ja == "48時間"


def test_what_may_have_been_denied_is_a_warning_though_no_fact_is_known_of_it() -> None:
    found = changed("気長に待ちましょう", "気長には待てません")
    assert rules(found) == [Rule.REWORDED]
    assert levels(found) == [Level.WARNING]


WAIT = "混み合う日もあるので、気長に待ちましょう"


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("混み合う日もあるので、3人ほど気長に待ちましょう", "– → 3人"),
        ("混み合う日もあるので、「番号札」で気長に待ちましょう", "– → 「番号札」"),
        ("混み合わない日もあるので、気長に待ちましょう", "– → 打ち消し"),
        ("混み合う日を知っていれば、気長に待ちましょう", "– → 知っている"),
        ("混み合う日を忘れても、気長に待ちましょう", "– → 知らない"),
        ("混み合う日もあるので、店員が気長に待ちましょう", "– → 店員"),
        ("混み合う日もあるので、自分で気長に待ちましょう", "– → 本人"),
        ("混み合う日もあるので、パソコンで気長に待ちましょう", "– → パソコン"),
    ],
)
def test_a_sign_that_changed_is_a_warning_though_nothing_was_understood(
    new: str, told: str
) -> None:
    ((_, finding),) = change_findings(changed(WAIT, new), TODAY)
    assert (finding.rule, finding.level) == (Rule.REWORDED, Level.WARNING)
    assert finding.message.ja.endswith(f": {told}")
    ((_, back),) = change_findings(changed(new, WAIT, GUIDE.replace(WAIT, new)), TODAY)
    assert back.message.ja.endswith(": " + " → ".join(reversed(told.split(" → "))))


def test_a_noun_that_stood_nowhere_is_a_warning() -> None:
    ((_, finding),) = change_findings(changed(WAIT, WAIT.replace("気長に", "広場で")), TODAY)
    assert finding.level is Level.WARNING
    assert finding.message.ja.endswith(": – → 広場")


@pytest.mark.parametrize(
    "new", ["台で待ちましょう", "予約番号で待ちましょう", "順番に待ちましょう", "待つことです"]
)
def test_words_of_the_guide_and_ordinary_ones_come_and_go(new: str) -> None:
    found = changed(WAIT, f"混み合う日もあるので、{new}")
    assert (rules(found), levels(found)) == ([Rule.REWORDED], [Level.NOTE])


def test_what_is_allowed_in_one_wording_only_is_no_denial() -> None:
    found = changed(WAIT, "混み合う日もあるので、気長に待つだけで済みます")
    assert (rules(found), levels(found)) == ([Rule.REWORDED], [Level.NOTE])


def test_a_ledger_keeps_nouns_as_fingerprints_only() -> None:
    text = GUIDE.replace(WAIT, "混み合う日もあるので、広場で待ちましょう")
    entries = ledger(text).entries
    kept = [name for entry in entries for name in entry.names or ()]
    assert "広場" not in kept
    assert sum(name.startswith("#") for name in kept) > 0
    assert {"本人", "マルチコピー機", "窓口"} & set(kept)


def test_a_figure_in_another_unit_is_the_same_sign() -> None:
    day = GUIDE.replace(WAIT, "混み合う日は、24時間ほど待ちましょう")
    assert levels(changed("24時間ほど待ち", "1日ほど待ち", day)) == [Level.NOTE]


def test_the_same_characters_are_the_same_statement_whatever_their_normal_form() -> None:
    before = ledger()
    entries = [replace(entry, fingerprint="0" * 16) for entry in before.entries[:2]]
    found = changes(replace(before, entries=[*entries, *before.entries[2:]]), statements(), "a")
    assert {change.rule for change in found} == {None}


def test_a_ledger_from_before_signs_were_kept_doubts_none() -> None:
    before = ledger()
    entries = [replace(entry, signs=None, names=None) for entry in before.entries]
    now = statements(GUIDE.replace(WAIT, "混み合う日もあるので、3人ほど待ちましょう"))
    found = changes(replace(before, entries=entries), now, "ledger")
    assert [change.means for change in found if change.rule] == [False]


def test_what_has_come_and_gone_weighs_when_it_bears_facts() -> None:
    line = "予約番号は、予約から24時間以内に使います。\n"
    idle = "混み合う日もあるので、気長に待ちましょう。\n"
    for text, level in ((line, Level.WARNING), (idle, Level.NOTE)):
        gone = changed(text, "")
        assert (rules(gone), levels(gone)) == ([Rule.REMOVED], [level])
        come = changed_to(GUIDE, GUIDE.replace(text, ""))
        assert (rules(come), levels(come)) == ([Rule.ADDED], [level])


def test_what_is_gone_is_told_at_the_line_before_it() -> None:
    (gone,) = changed("予約番号は、予約から24時間以内に使います。\n", "")
    assert gone.line == 1 + GUIDE[: GUIDE.index("コンビニのマルチコピー機")].count("\n")


def test_a_section_that_moves_tells_the_same() -> None:
    head, kiosk, counter = GUIDE.partition("## コンビニ")[0], *_sections()
    found = changed_to(head + counter + kiosk)
    assert set(rules(found)) == {Rule.MOVED}
    assert set(levels(found)) == {Level.NOTE}


def _sections() -> tuple[str, str]:
    start, middle = GUIDE.index("## コンビニ"), GUIDE.index("## 窓口")
    return GUIDE[start:middle], GUIDE[middle:]


def test_a_step_that_moves_alone_changes_what_to_do() -> None:
    steps = [line for line in GUIDE.splitlines() if line[:2] in {"1.", "2.", "3."}]
    first, second = steps[0][3:], steps[1][3:]
    swapped = GUIDE.replace(first, "…").replace(second, first).replace("…", second)
    found = changed_to(swapped)
    assert rules(found) == [Rule.FACT_CHANGED]
    ((_, finding),) = change_findings(found, TODAY)
    assert finding.message.ja == "手順の順番が変わった"
    assert finding.level is Level.WARNING


def test_a_step_left_out_weighs_even_if_it_was_not_understood() -> None:
    guide = GUIDE.replace("2. 「マイ", "2. 画面が変わるまで見守ります。\n3. 「マイ")
    found = changed_to(GUIDE, guide)
    assert Rule.REMOVED in rules(found)
    assert Level.WARNING in levels(found)


def test_a_ledger_of_another_guide_is_told_apart() -> None:
    other = "# 味噌汁の作り方\n\n鍋に水を入れます。\n豆腐を切ります。\n味噌を溶きます。\n"
    with pytest.raises(OtherGuide, match=r"^x\.json: is the ledger of another guide \(guide\.md\)"):
        changes(ledger(), statements(other), "x.json")


def test_old_and_new_wording_are_shown_character_by_character() -> None:
    assert difference("24時間以内に使う", "48時間以内に使える") == (
        "[-2-]4{+8+}時間以内に使[-う-]{+える+}"
    )
    kept = ledger(with_text=True)
    found = changes(kept, statements(GUIDE.replace("24時間", "48時間")), "x")
    messages = [finding.message.ja for _, finding in change_findings(found, TODAY)]
    assert len(messages) == 1
    assert "[-2-]4{+8+}時間" in messages[0]


def test_a_deferred_statement_is_due_after_its_day() -> None:
    deferred = Review("佐藤", TODAY, "deferred", "来月の会議で", TODAY + dt.timedelta(days=1))
    found = changes(ledger(review=deferred), statements(), "x")
    for days, due in ((0, False), (1, False), (2, True)):
        today = TODAY + dt.timedelta(days=days)
        assert any(change.awaits(today) for change in found) is due
        told = [finding for _, finding in change_findings(found, today)]
        assert {each.rule for each in told} == ({Rule.REVIEW_DUE} if due else set())
        assert all(each.level is Level.WARNING for each in told)


LINES = GUIDE.splitlines()
SPACES = st.sampled_from(["", " ", "\u3000", "\u200b"])


@FEW
@given(st.lists(SPACES, min_size=len(GUIDE), max_size=len(GUIDE)))
def test_white_space_inside_a_sentence_never_changes_a_fact(spaces: list[str]) -> None:
    """Spaces go between two Japanese characters, where they do not make another markup."""
    written = [
        each + (space if each > "\u3000" and each not in "。" else "")
        for each, space in zip(GUIDE, spaces, strict=True)
    ]
    assert set(rules(changed_to("".join(written)))) <= {Rule.COSMETIC}


@FEW
@given(st.sets(st.sampled_from("0123456789")), st.booleans())
def test_widths_of_digits_never_change_a_fact(wide: set[str], kana: bool) -> None:
    table = {ord(digit): digit.translate(WIDE) for digit in wide}
    body = [line if line[:1].isdigit() else line.translate(table) for line in LINES]
    written = "\n".join(body)
    if kana:
        written = written.replace("マルチコピー", "ﾏﾙﾁｺﾋﾟｰ").replace("コンビニ", "ｺﾝﾋﾞﾆ")
    assert set(rules(changed_to(written))) <= {Rule.COSMETIC}


@FEW
@given(st.sets(st.sampled_from(["暗証", "再設定", "窓口", "番号"])))
def test_ruby_never_changes_a_fact(words: set[str]) -> None:
    readings = {
        "暗証": "あんしょう",
        "再設定": "さいせってい",
        "窓口": "まどぐち",
        "番号": "ばんごう",
    }
    written = GUIDE
    for word in words:
        written = written.replace(word, f"{word}《{readings[word]}》")
    assert set(rules(changed_to(written))) <= {Rule.COSMETIC}


@FEW
@given(st.randoms(use_true_random=False))
def test_no_order_of_the_lines_adds_or_removes_a_statement(shuffle: random.Random) -> None:
    """Of statements that do not depend on what stands above them."""
    lines = [
        "予約番号は、予約から24時間以内に使います。",
        "マルチコピー機は、6時30分から23時まで使えます。",
        "窓口には、マイナンバーカードと本人確認書類を持って行きます。",
        "署名用パスワードは、5回続けて間違えるとロックされます。",
        "コンビニでの再設定に手数料はかかりません。",
    ]
    other = lines.copy()
    shuffle.shuffle(other)
    found = changed_to("\n\n".join(other), "\n\n".join(lines))
    assert set(rules(found)) <= {Rule.MOVED, Rule.FACT_CHANGED}
    assert all(change.entry and change.now for change in found)
    if other == lines:
        assert found == []


@FEW
@given(
    st.lists(st.sampled_from("あいうえ"), max_size=12),
    st.lists(st.sampled_from("あいうえ"), max_size=12),
)
def test_every_statement_and_every_entry_is_told_once(old: list[str], new: list[str]) -> None:
    def lines(letters: list[str]) -> str:
        return "始めます。\n\n" + "\n\n".join(f"{letter}のことを話します。" for letter in letters)

    kept, now = ledger(lines(old)), statements(lines(new))
    found = changes(kept, now, "x")
    indices = [change.index for change in found if change.index is not None]
    olds = [change.old for change in found if change.old is not None]
    assert sorted(indices) == list(range(len(now)))
    assert sorted(olds) == list(range(len(kept.entries)))


def test_sketches_of_a_text_reworded_are_alike_and_of_another_are_not() -> None:
    text = "予約番号は、予約から24時間以内に使います。"
    assert distance(sketch(text), sketch(text)) == 0
    assert (
        distance(sketch(text), sketch("予約番号は、予約してから24時間以内に使ってください。"))
        <= ALIKE
    )
    assert distance(sketch(text), sketch("混み合う日もあるので、気長に待ちましょう。")) > ALIKE
    assert len(sketch("")) == 16
