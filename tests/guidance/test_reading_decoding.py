"""A guide is read in the encoding that it is written in, declared or not."""

import pytest

from guidance.reading import Unreadable, read_octets
from tests.guidance.test_reading_octets import refusal

SENTENCE = "暗証番号を3回間違えるとロックします。"
CODECS = {
    "UTF-8": "utf-8",
    "UTF-16": "utf-16",
    "Shift_JIS": "cp932",
    "EUC-JP": "euc_jp",
    "ISO-2022-JP": "iso2022_jp",
}
PIECES = [
    SENTENCE,
    "予約番号は24時間有効です",
    "ｺﾝﾋﾞﾆで再設定ができます。",
    "暗証番号の再設定",
    "ロック",
    "窓口",
    "令和8年4月1日",
    "1. カードをかざす\n2. 番号を入力する",
]


def read_as(content: bytes, name: str = "guide.txt") -> tuple[str, str]:
    """The encoding and the text of a guide of one paragraph."""
    document = read_octets(name, content)
    return document.encoding, "\n".join(block.text.value for block in document.blocks)


def page(declaration: str, codec: str, text: str = SENTENCE) -> bytes:
    return f"{declaration}<html><body><p>{text}</p></body></html>".encode(codec)


@pytest.mark.parametrize("encoding", CODECS)
@pytest.mark.parametrize("piece", PIECES)
def test_short_texts_without_a_declaration(encoding: str, piece: str) -> None:
    codec = "iso2022_jp_ext" if encoding == "ISO-2022-JP" else CODECS[encoding]
    found, text = read_as(piece.encode(codec))
    assert found == encoding
    assert text in {piece, "カードをかざす\n番号を入力する"}


@pytest.mark.parametrize("encoding", ["Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-8"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="{}">',
        "<META CHARSET={}>",
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
def test_pages_that_declare_it(encoding: str, declaration: str) -> None:
    for label in (encoding, encoding.lower(), encoding.upper()):
        content = page(declaration.format(label), CODECS[encoding])
        assert read_as(content, "guide.html") == (encoding, SENTENCE)


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("x-sjis", "Shift_JIS"), ("windows-31j", "Shift_JIS"), ("x-euc-jp", "EUC-JP")],
)
def test_other_labels_of_the_same(label: str, encoding: str) -> None:
    content = page(f"<meta charset={label}>", CODECS[encoding])
    assert read_as(content, "guide.html") == (encoding, SENTENCE)


@pytest.mark.parametrize("declared", ["UTF-8", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "us-ascii"])
@pytest.mark.parametrize("encoding", ["UTF-8", "Shift_JIS", "EUC-JP", "ISO-2022-JP"])
def test_a_wrong_declaration_is_not_passed_over(declared: str, encoding: str) -> None:
    content = page(f"<!DOCTYPE html>\n<meta charset={declared}>", CODECS[encoding])
    if declared == encoding:
        assert read_as(content, "guide.html") == (encoding, SENTENCE)
    else:
        assert refusal("guide.html", content) == (
            f"guide.html:2: declares {declared} but looks like {encoding}; mend the declaration"
        )


def test_latin_1_is_not_taken_for_what_it_says_where_it_is_japanese() -> None:
    content = page("<meta charset=iso-8859-1>", "cp932")
    assert "declares iso-8859-1 but looks like Shift_JIS" in refusal("guide.html", content)
    latin = page("<meta charset=iso-8859-1>", "latin-1", "Réinitialisation à la caisse")
    assert read_as(latin, "guide.html") == ("iso-8859-1", "Réinitialisation à la caisse")


def test_a_declaration_of_what_nobody_knows() -> None:
    content = page("<meta charset=klingon>", "latin-1", "caf\xe9 \x81")
    assert refusal("guide.html", content) == (
        "guide.html:1: declares klingon, which is no known encoding; save it as UTF-8"
    )


def test_a_declaration_in_a_text_is_text() -> None:
    text = f"<meta charset=EUC-JP>と書きます。{SENTENCE}"
    assert read_as(f"例: {text}".encode())[0] == "UTF-8"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_byte_order_marks_are_no_text(codec: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(codec, b"")
    document = read_octets("guide.txt", mark + SENTENCE.encode(codec))
    text = document.blocks[0].text
    assert (text.value, text.place(0).column) == (SENTENCE, 1)


def test_a_mark_counts_more_than_a_declaration() -> None:
    content = page("<meta charset=Shift_JIS>", "utf-8-sig")
    assert read_as(content, "guide.html") == ("UTF-8", SENTENCE)


@pytest.mark.parametrize("encoding", ["EUC-JP", "ISO-2022-JP", "Shift_JIS"])
def test_circled_numbers_are_in_every_encoding(encoding: str) -> None:
    pairs = {
        "EUC-JP": b"\xad\xa1\xad\xb5",
        "ISO-2022-JP": b"\x1b$B-!-5\x1b(B",
        "Shift_JIS": b"\x87\x40\x87\x54",
    }
    sentence = SENTENCE.encode(CODECS[encoding])
    assert read_as(sentence + pairs[encoding]) == (encoding, f"{SENTENCE}①Ⅰ")


@pytest.mark.parametrize("encoding", ["UTF-8", "Shift_JIS", "EUC-JP"])
def test_a_damaged_text_is_refused_at_its_line(encoding: str) -> None:
    codec = CODECS[encoding]
    content = f"{SENTENCE}\n".encode(codec) * 4 + b"\xff\n" + SENTENCE.encode(codec)
    assert refusal("guide.txt", content) == (
        f"guide.txt:5: is damaged or not {encoding} throughout; save it anew as UTF-8"
    )


def test_a_text_that_is_cut_within_a_character() -> None:
    with pytest.raises(Unreadable, match="UTF-16"):
        read_octets("guide.txt", SENTENCE.encode("utf-16")[:-1])
    assert "not UTF-8 throughout" in refusal("guide.txt", SENTENCE.encode() * 3 + b"\xe3\x81")


def test_two_encodings_in_one_file() -> None:
    content = f"{SENTENCE}\n".encode() * 20 + SENTENCE.encode("cp932")
    assert refusal("guide.txt", content).startswith("guide.txt:21: is damaged or not UTF-8")
