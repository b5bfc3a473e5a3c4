"""PDF: the text layer, laid out anew from where its lines stand."""

import pytest

from guidance.document import Kind
from guidance.reading import read_octets
from tests.guidance.pdfs import Words, locked, page, pdf, picture
from tests.guidance.reading import told
from tests.guidance.test_reading_octets import refusal


def test_lines_and_gaps() -> None:
    content = pdf(
        [
            page(
                [
                    "暗証番号の再設定",
                    "",
                    "窓口の受付時間は平日の午前9時から午後5時までです。土曜日と",
                    "日曜日は受け付けていません。",
                    "",
                    "■準備",
                    "・カード",
                    "・スマホ",
                    "",
                    "1. 起動します。",
                    "2. 選びます。",
                ]
            )
        ]
    )
    assert told(content, "guide.pdf") == [
        "# 暗証番号の再設定",
        "窓口の受付時間は平日の午前9時から午後5時までです。土曜日と日曜日は受け付けていません。",
        "## 準備",
        "- カード",
        "- スマホ",
        "1. 起動します。",
        "2. 選びます。",
    ]


def test_large_letters_are_headings() -> None:
    words = [
        Words(50, 800, "暗証番号を", 20),
        Words(50, 772, "再設定する", 20),
        Words(50, 740, "文です。"),
        Words(50, 720, "準備", 14),
        Words(50, 702, "文です。"),
        Words(50, 682, "操作", 14),
        Words(50, 664, "文です。"),
    ]
    assert told(pdf([words]), "guide.pdf") == [
        "# 暗証番号を再設定する",
        "文です。",
        "## 準備",
        "文です。",
        "## 操作",
        "文です。",
    ]


def test_cells_far_apart_are_a_table() -> None:
    rows = [("項目", "窓口", "店"), ("時間", "9時 〜 17時", "終日"), ("場所", "市 役所", "全国")]
    words = [
        Words(left, 700 - 25 * index, cell)
        for index, row in enumerate(rows)
        for left, cell in zip((50, 150, 300), row, strict=True)
    ]
    assert told(pdf([words]), "guide.pdf") == [
        "項目=時間 | 窓口=9時 〜 17時 | 店=終日",
        "項目=場所 | 窓口=市 役所 | 店=全国",
    ]


def test_lines_are_counted_through_all_pages() -> None:
    pages = [page(["一行目。", "二行目。"]), page([]), page(["三行目。𠮷野。", "四行目。"])]
    document = read_octets("guide.pdf", pdf(pages))
    assert document.pages == (1, 3, 4)
    assert (document.form, document.encoding) == ("pdf", "")
    assert [block.line for block in document.blocks] == [1, 2, 4, 5]
    assert document.blocks[2].text.value == "三行目。𠮷野。"


def test_a_sentence_goes_on_over_the_page() -> None:
    first = page(["予約番号は24時間有効ですから、控えておいてくださいますようお願い"])
    second = page(["いたします。"])
    first.append(Words(290, 20, "- 1 -"))
    second.append(Words(290, 20, "- 2 -"))
    assert told(pdf([first, second]), "guide.pdf") == [
        "予約番号は24時間有効ですから、控えておいてくださいますようお願いいたします。"
    ]


def test_what_every_page_begins_with_is_told_once() -> None:
    pages = [
        page(["市役所の案内 第1版", "", f"{number}枚目です。", "", "以上"]) for number in "123"
    ]
    lines = told(pdf(pages), "guide.pdf")
    assert sum("市役所の案内" in line for line in lines) == 1
    assert [line for line in lines if "枚目" in line] == [
        "1枚目です。",
        "2枚目です。",
        "3枚目です。",
    ]


def test_indented_lists() -> None:
    words = [
        Words(50, 800, "1. 用意する"),
        Words(70, 785, "・カード"),
        Words(50, 770, "2. 操作する"),
    ]
    document = read_octets("guide.pdf", pdf([words]))
    assert [(block.kind, block.level) for block in document.blocks] == [
        (Kind.ITEM, 1),
        (Kind.ITEM, 2),
        (Kind.ITEM, 1),
    ]


WORDS = [page(["番号を入れます。"])]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (locked(WORDS), "is a PDF with a password; give it without one"),
        (picture(), "is a PDF of pictures without text; give the text of the guide"),
        (pdf([page([])]), "is a PDF of pictures without text; give the text of the guide"),
        (pdf(WORDS)[:700], "is a PDF that is cut short; get the whole file"),
        (b"%PDF-1.4\nxyz\n%%EOF\n", "is a damaged PDF; get the file anew"),
        (
            pdf([page(["\ue000\ue001\ue002\ue003"])]),
            "is a PDF that hides its letters; give the text of the guide",
        ),
    ],
    ids=["password", "picture", "empty", "cut", "damaged", "letters"],
)
def test_what_cannot_be_read(content: bytes, what: str) -> None:
    assert refusal("guide.pdf", content) == f"guide.pdf: {what}"


def test_a_pdf_is_known_by_its_content() -> None:
    assert read_octets("guide.txt", b"\n" + pdf(WORDS)).form == "pdf"
    assert read_octets("guide.txt", "「%PDF-」とあるファイルです。".encode()).form == "text"
    assert read_octets("guide.pdf", "番号を入れます。".encode()).form == "text"
