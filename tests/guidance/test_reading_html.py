"""HTML: blocks from tags, as browsers understand them."""

import pytest

from guidance.document import Kind
from guidance.reading import read_octets
from tests.guidance.reading import html, told
from tests.guidance.test_reading_octets import refusal


def test_headings_paragraphs_and_lists() -> None:
    body = """<h1>再設定</h1><p>はじめに読みます。</p><h3>手順</h3>
<ol><li>起動します。</li><li>選びます。<ul><li>予約</li><li>取消</li></ul></li></ol>"""
    assert html(body) == [
        "# 再設定",
        "はじめに読みます。",
        "### 手順",
        "1. 起動します。",
        "2. 選びます。",
        "  - 予約",
        "  - 取消",
    ]


def test_end_tags_may_be_missing() -> None:
    body = """<h2>手順</h2><p>一。<p>二。<ol><li>起動<li>選択<ul><li>予約</ul><li>完了</ol>
<dl><dt>何回<dd>3回<dt>何時間<dd>24時間</dl>"""
    assert html(body) == [
        "## 手順",
        "一。",
        "二。",
        "1. 起動",
        "2. 選択",
        "  - 予約",
        "3. 完了",
        "###### 何回",
        "3回",
        "###### 何時間",
        "24時間",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<b><p>番号を</b>入れます。</p>",
        "<p>番号を</i>入れます。</div></p></p>",
        "<p>番<b>号</b>を<a href=x>入れ</a>ます。",
        "<div><div>番号を<span>入れます。</div>",
        "<P>番号を\n  入れます。</P>",
        "<p>番号を<!-- 注 -->入れます。<!---->",
        "<p>番号を<!>入れ</>ます。<?php x ?></p>",
        "<p title=\"a>b\" hiddenx='<p>'>番号を入れます。</p>",
    ],
)
def test_broken_and_odd_markup(body: str) -> None:
    assert html(body) == ["番号を入れます。"]


def test_numbers_of_items() -> None:
    assert html('<ol start="3"><li>あ</li><li value="7">い</li><li>う</li></ol>') == [
        "3. あ",
        "7. い",
        "8. う",
    ]


def test_the_first_text_of_an_item_is_the_item() -> None:
    body = """<ol><li><h3>起動</h3><p>アイコンを押します。</p><p>待ちます。</p></li>
<li><div>選択</div></li></ol>"""
    assert html(body) == ["1. 起動", "アイコンを押します。", "待ちます。", "2. 選択"]


def test_marks_written_by_hand_in_a_list() -> None:
    assert html("<ul><li>・カード</li><li>● スマホ</li></ul>") == ["- カード", "- スマホ"]
    assert html("<ol><li>1. 起動</li><li>2. 選択</li></ol>") == ["1. 起動", "2. 選択"]
    assert html("<ul><li>① 起動</li><li>② 選択</li></ul>") == ["1. 起動", "2. 選択"]


def test_marks_written_by_hand_in_paragraphs() -> None:
    body = """<p>①起動します。<br>②選びます。</p><p>■準備</p><p>・カード</p><p>・スマホ</p>
<p>Q. 何回？</p><p>A. 3回</p>"""
    assert html(body) == [
        "1. 起動します。",
        "2. 選びます。",
        "## 準備",
        "- カード",
        "- スマホ",
        "###### Q. 何回？",
        "A. 3回",
    ]


def test_breaks_end_a_block_but_for_a_clause() -> None:
    assert html("<p>窓口へ行き、<br>番号を入れます。<br>待ちます<br/>終わり</p>") == [
        "窓口へ行き、番号を入れます。",
        "待ちます",
        "終わり",
    ]
    assert html("<h2>暗証番号の<br>再設定</h2>") == ["## 暗証番号の再設定"]


def test_what_is_laid_out_keeps_its_lines() -> None:
    assert html("<pre>画面の文\n  次の行\n</pre>") == ["画面の文", "次の行"]


@pytest.mark.parametrize("tag", ["div", "section", "blockquote", "figcaption", "address", "td"])
def test_blocks_end_at_every_boundary(tag: str) -> None:
    assert html(f"<div>前<{tag}>中</{tag}>後</div>") == ["前", "中", "後"]


def test_summaries_are_questions() -> None:
    assert html("<details><summary>何回？</summary>3回です。</details>") == [
        "###### 何回？",
        "3回です。",
    ]


def test_ruby_and_entities() -> None:
    body = """<p><ruby>暗証<rp>(</rp><rt>あんしょう</rt><rp>)</rp></ruby>番号は
&lt;4&gt;桁&amp;数字&#x3042;&#12356;&copy</p>"""
    assert html(body) == ["暗証番号は<4>桁&数字あい©"]
    assert html("<p>A&B &unknown; &#xffffff; &ampA 1<2</p>") == ["A&B &unknown; \ufffd &A 1<2"]


def test_an_entity_stands_where_it_begins() -> None:
    text = read_octets("g.html", "<html>\n<p>4&amp;桁&NotEqualTilde;の</p>".encode()).blocks[0].text
    columns = [text.place(index).column for index in range(len(text.value))]
    assert text.value == "4&桁≂̸の"
    assert columns == [4, 5, 10, 11, 11, 26]
    assert text.place(0).line == 2


def test_spaces_as_browsers_show_them() -> None:
    assert html("<p>  番号  を \n\t入れ\nます。 One\ntwo&nbsp; three </p>") == [
        "番号 を入れます。 One two\xa0 three"
    ]


def test_a_table() -> None:
    body = """<table><caption>比較</caption>
<tr><th>項目<th>窓口<th>コンビニ
<tr><td>時間<td>9時<br>〜17時<td>終日
<tr><td>休み<td colspan=2>なし
<tr><td colspan=3>その他
<tr><td rowspan=2>持ち物<td>カード<td>スマホ
<tr><td><td>番号</table>"""
    assert html(body) == [
        "比較",
        "項目=時間 | 窓口=9時 〜17時 | コンビニ=終日",
        "項目=休み | 窓口=なし | コンビニ=なし",
        "その他",
        "項目=持ち物 | 窓口=カード | コンビニ=スマホ",
        "項目=持ち物 | 窓口= | コンビニ=番号",
    ]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("<tr><td></td><th>窓口</th></tr><tr><th>時間</th><td>9時</td></tr>", ["", "窓口"]),
        ("<thead><tr><td>項目<td>窓口</thead><tbody><tr><td>時間<td>9時", ["項目", "窓口"]),
        (
            "<thead><tr><th rowspan=2>項目<th colspan=2>場所<tr><th>窓口<th>店</thead>"
            "<tr><td>時間<td>9時<td>終日",
            ["項目", "場所 窓口", "場所 店"],
        ),
        ("<tr><td>項目<td>窓口</tr><tr><td>時間<td>9時", ["項目", "窓口"]),
        ("<tr><th>時間<td>9時<tr><th>場所<td>市役所", ["", ""]),
        ("<tr><td>時間<td>9時<tr><td>場所<td>市役所", ["", ""]),
    ],
)
def test_heads_of_tables(table: str, columns: list[str]) -> None:
    content = f"<html><body><table>{table}</table></body></html>"
    block = read_octets("guide.html", content.encode()).blocks[0]
    assert list(block.columns) == columns
    assert block.fresh


def test_tables_that_lay_out_a_page() -> None:
    body = """<table><tr><td><h2>手順</h2><p>起動します。</p><ol><li>選びます。</ol></td>
<td>横の欄</td></tr></table>"""
    assert html(body) == ["## 手順", "起動します。", "1. 選びます。", "横の欄"]
    inner = "<table><tr><th>項目<th>窓口<tr><td>時間<td>9時</table>"
    assert html(f"<table><tr><td>左<td>{inner}</table>") == ["左", "項目=時間 | 窓口=9時"]
    assert html("<table role=presentation><tr><td>左<td>右</table>") == ["左", "右"]


def test_the_title_is_for_pages_without_a_heading_of_their_own() -> None:
    head = "<html><head><title>再設定 &amp; 予約</title></head><body>"
    assert told(f"{head}<p>文です。</p>", "g.html") == ["# 再設定 & 予約", "文です。"]
    assert told(f"{head}<h1>題</h1><p>文です。</p>", "g.html") == ["# 題", "文です。"]
    assert told("<title>題</title><p>文です。", "g.html") == ["# 題", "文です。"]


@pytest.mark.parametrize(
    ("rest", "what"),
    [
        ("<p class=", "a tag"),
        ("<a href='x>番号</a>", "a tag"),
        ("<!-- 番号", "a comment"),
        ("<!-- 番号 ->", "a comment"),
        ("<script>番号", "<script>"),
        ("<style>p{}</styl", "<style>"),
        ("<!DOCTYPE", "a declaration"),
    ],
)
def test_a_page_that_is_cut_short(rest: str, what: str) -> None:
    said = refusal("guide.html", f"<html>\n<p>番号</p>\n{rest}".encode())
    assert said == (
        f"guide.html:3: ends inside {what}, so a part is missing; get the whole page and try again"
    )


def test_a_page_may_end_anywhere_else() -> None:
    assert html("<div><p>番号を入れます。<ul><li>カード") == ["番号を入れます。", "- カード"]
    assert told("<html><p>番号 < 4", "g.html") == ["番号 < 4"]


def test_elements_within_elements() -> None:
    deep = "<div>" * 990 + "番号" + "</div>" * 990
    assert html(deep) == ["番号"]
    said = refusal("guide.html", ("<html>\n" + "<div>\n" * 2000).encode())
    assert said.startswith("guide.html:1001: nests elements more than 1,000 deep")


def test_pages_are_known_by_what_is_in_them() -> None:
    page = "<!doctype html><html><body><p>番号</p></body></html>"
    for name in ("guide.txt", "guide.md", "guide", "standard input"):
        assert read_octets(name, page.encode()).form == "html"
    assert read_octets("guide.htm", "<p>番号".encode()).form == "html"
    assert read_octets("guide.txt", "<b>番号".encode()).form == "text"


def test_xml_ends_elements_at_once() -> None:
    content = (
        '<?xml version="1.0"?><html><head><script src="x"/></head><body><p>番号</p></body></html>'
    )
    assert told(content, "guide.xhtml") == ["番号"]


def test_scripts_are_no_text_whatever_is_in_them() -> None:
    assert html("<script>if (a<b) '</p><!--'; '<script>'</script>番号") == ["番号"]
    assert html("<style>p > a {}</style>番号<textarea><p>x</textarea>") == ["番号"]


def test_kinds_are_kept_in_the_cells_of_data() -> None:
    content = (
        "<html><body><table><tr><th>項目<th>方法<tr><td>予約<td><ul><li>起動<li>選択</ul></table>"
    )
    block = read_octets("g.html", content.encode()).blocks[0]
    assert (block.kind, block.cells[1].value) == (Kind.ROW, "起動 選択")
