"""Markdown: blocks as CommonMark has them, and what people mark by hand besides."""

import pytest

from guidance.reading import read_octets
from tests.guidance.reading import markdown, told
from tests.guidance.test_reading_octets import refusal


def test_headings_paragraphs_and_lists() -> None:
    content = """# 再設定 #

はじめに読みます。

手順
----

3. 起動します。
   - 予約
   - 取消

   待ちます。
4. 選びます。

* カード
"""
    assert markdown(content) == [
        "# 再設定",
        "はじめに読みます。",
        "## 手順",
        "3. 起動します。",
        "  - 予約",
        "  - 取消",
        "待ちます。",
        "4. 選びます。",
        "- カード",
    ]


def test_marks_are_no_text() -> None:
    content = "**番号**を`4桁`で[入れ](http://example.jp/入れ 'あ')~~ない~~ます。"
    content += "![絵](x.png)<b>次</b>へ\\*&amp;<!-- 注 -->\n"
    assert markdown(content) == ["番号を4桁で入れないます。次へ*&"]
    assert markdown("[番号][a]を<https://example.jp>で\n\n[a]: http://example.jp/番号\n") == [
        "番号をhttps://example.jpで"
    ]


def test_readings_of_kanji_are_no_text() -> None:
    assert markdown("<ruby>暗証<rt>あんしょう</rt></ruby>番号\n") == ["暗証番号"]


def test_lines_go_on_but_for_the_end_of_a_sentence() -> None:
    assert markdown("番号を\n入れてから\n押します。\n待ちます  \n終わり\n<br>以上\n") == [
        "番号を入れてから押します。",
        "待ちます",
        "終わり",
        "以上",
    ]


def test_items_over_several_lines() -> None:
    assert markdown("1. 番号を\n   入れます。\n   ※ 4桁です。\n2. 終わり\n") == [
        "1. 番号を入れます。",
        "※ 4桁です。",
        "2. 終わり",
    ]


def test_marks_written_by_hand() -> None:
    content = (
        "①起動します。\n②選びます。\n\n■準備\n\n・カード\n・スマホ\n\n**Q. 何回？**\n\nA. 3回\n"
    )
    assert markdown(content) == [
        "1. 起動します。",
        "2. 選びます。",
        "## 準備",
        "- カード",
        "- スマホ",
        "###### Q. 何回？",
        "A. 3回",
    ]


def test_tables() -> None:
    content = (
        "| 項目 | **窓口** |\n|---|:-:|\n| 時間\\|日 | 9時<br>から |\n| 休み | |\n\n> 表です。\n"
    )
    assert markdown(content) == ["項目=時間|日 | 窓口=9時 から", "項目=休み | 窓口=", "表です。"]


def test_code_is_text() -> None:
    assert markdown("```text\n画面の文\n```\n\n    次の画面\n") == ["画面の文", "次の画面"]


def test_html_in_between() -> None:
    content = """<details>
<summary>何回？</summary>

3回です。

</details>

<!-- 注

注 -->

<table><tr><th>項目<th>窓口
<tr><td>時間<td>9時</table>
"""
    assert markdown(content) == ["###### 何回？", "3回です。", "項目=時間 | 窓口=9時"]
    block = read_octets("g.md", content.encode()).blocks[-1]
    assert [(cell.place(0).line, cell.place(0).column) for cell in block.cells] == [
        (13, 9),
        (13, 15),
    ]


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_what_other_programs_keep_at_the_head(fence: str) -> None:
    content = f"{fence}\ntitle: 題\ntags:\n  - あ\n{fence}\n# 見出し\n"
    document = read_octets("guide.md", content.encode())
    assert [(block.text.value, block.line) for block in document.blocks] == [("見出し", 6)]


def test_a_rule_at_the_head_is_a_rule() -> None:
    assert markdown("---\n番号を入れます。\n\n---\n次です。\n") == ["番号を入れます。", "次です。"]


@pytest.mark.parametrize("opening", ["<!-- 注", "<script>\n注", "<p>あ</p><!-- 注"])
def test_what_does_not_end(opening: str) -> None:
    said = refusal("guide.md", f"# 題\n\n{opening}\n\n番号を入れます。\n".encode())
    assert said.startswith("guide.md:3: ends inside ")


def test_lists_too_deep() -> None:
    content = "".join("  " * depth + "- あ\n" for depth in range(12))
    assert refusal("guide.md", content.encode()) == (
        "guide.md:10: nests lists or quotes too deep; give them flat"
    )


def test_more_marks_than_anybody_writes() -> None:
    assert "punctuation marks" in refusal("guide.md", b"[" * 300_001)


def test_standard_input_is_markdown_where_it_looks_so() -> None:
    name = "standard input"
    for content in ("# 題\n\n- カード\n", "## 題\n\n1. カード\n", "# 題\n\n| あ | い |\n"):
        assert read_octets(name, content.encode()).form == "markdown"
    for content in ("# 題\n文です。\n", "- カード\n", "#題\n- カード\n"):
        assert read_octets(name, content.encode()).form == "text"
    assert read_octets("guide.txt", "# 題\n\n- カード\n".encode()).form == "text"
    assert told("# 題\n\n- カード\n", "guide.MARKDOWN") == ["# 題", "- カード"]


def test_every_piece_has_its_place() -> None:
    content = "> 1. **番号**を `` a`b `` で\n>    \\*入れ**ます**。\n"
    text = read_octets("guide.md", content.encode()).blocks[0].text
    assert text.value == "番号を a`b で*入れます。"
    places = [
        (text.place(index).line, text.place(index).column) for index in (0, 2, 4, 8, 9, 10, 12)
    ]
    assert places == [(1, 8), (1, 12), (1, 17), (1, 24), (2, 7), (2, 8), (2, 12)]
