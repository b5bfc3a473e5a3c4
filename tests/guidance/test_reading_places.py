"""Every character stands in the file where its document says."""

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance.document import Document
from guidance.reading import Unreadable, read_octets
from tests.guidance.places import misplaced, texts

TEXT = [
    *"あ。、「」（　 \t\n𠮷",
    *["\n\n", "\r\n", "カードを", "1. ", "2. ", "①", "②", "(1)", "・", "- ", "■", "※", "| ", "|"],
    *[
        "Q1. ",
        "A. ",
        "手順1：",
        "STEP 2",
        "一、",
        "2-1. ",
        "# ",
        "===",
        "---",
        "abc",
        "  ",
        "【準備】",
    ],
]
MARKDOWN = [
    *"あ。、　 \t\n𠮷*_`|<&\\",
    *[
        "\n\n",
        "\r\n",
        "1. ",
        "- ",
        "> ",
        "# ",
        "## ",
        " #",
        "**",
        "``",
        "~~",
        "    ",
        "```\n",
        "\\*",
    ],
    *[
        "[あ](http://a/あ)",
        "[b]",
        "[b]: c\n",
        "![図](x)",
        "<br>",
        "<b>",
        "<!-- x -->",
        "&amp;",
        "①",
    ],
    *["|a|b|\n|-|-|\n|c|d\\|e|\n", "<div>\n", "</div>\n", "<p>あ</p>", "<http://x.y>", "===\n"],
]
HTML = [
    *"あ。、　 \t\n𠮷<&",
    *[
        "<p>",
        "</p>",
        "<li>",
        "<ol>",
        "</ol>",
        "<ul>",
        "</ul>",
        "<h2>",
        "</h2>",
        "<br>",
        "<b>",
        "</b>",
    ],
    *[
        "<a href=x>",
        "</a>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<th>",
        "</td>",
        "<td rowspan=2>",
    ],
    *["<dl>", "<dt>", "<dd>", "&amp;", "&lt", "&#12354;", "&nbsp;", "<ruby>漢<rt>かん</rt></ruby>"],
    *["<script>x</script>", "<!-- c -->", "<nav>", "</nav>", "①", "Q. ", "<pre>", "</pre>", "\r\n"],
    *[
        "&NotEqualTilde;",
        "<main>",
        "</main>",
        "<summary>",
        "<title>t</title>",
        "<caption>",
        "<div>",
    ],
]


def check(name: str, content: str) -> None:
    """A guide is read with every character in its place, or refused."""
    with suppress(Unreadable):
        check_read(read_octets(name, content.encode()), content)


def check_read(document: Document, content: str) -> None:
    """All its characters are in their places, and each text is on one line."""
    assert misplaced(document, content) == []
    for text in texts(document):
        assert text.value == text.value.strip()
        assert not set(text.value) & set("\t\r\n\f\v\u2028\x85")
    for block in document.blocks:
        assert block.cells or block.text.value
        assert len(block.cells) == len(block.columns)


@pytest.mark.parametrize(
    ("name", "pieces"),
    [("guide.txt", TEXT), ("guide.md", MARKDOWN), ("guide.html", HTML)],
    ids=["text", "markdown", "html"],
)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_places(name: str, pieces: list[str], data: st.DataObject) -> None:
    check(name, "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=40))))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["guide.txt", "guide.md", "guide.html"]))
def test_any_octets_are_read_or_refused(content: bytes, name: str) -> None:
    refused = ""
    try:
        read_octets(name, content)
    except Unreadable as error:
        refused = str(error)
    assert re.fullmatch(r"(guide\.\w+(:\d+)?: [^\n]+; [^\n]+)?", refused)
