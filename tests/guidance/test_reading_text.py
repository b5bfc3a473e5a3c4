"""Plain text: the structure that people show by marks, numbers, blank lines and indentation."""

import pytest

from guidance.document import Kind
from guidance.reading import read_octets
from tests.guidance.reading import told


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (["1.", "2.", "3."], [1, 2, 3]),
        (["１．", "２．", "３．"], [1, 2, 3]),
        (["9)", "10)"], [9, 10]),
        (["(1)", "(2)"], [1, 2]),
        (["（１）", "（２）"], [1, 2]),
        (["①", "②", "③"], [1, 2, 3]),
        (["手順1：", "手順2："], [1, 2]),
        (["ステップ１ ", "ステップ２ "], [1, 2]),
        (["STEP 1:", "Step 2:"], [1, 2]),
        (["【手順1】", "【手順2】"], [1, 2]),
        (["その1 ", "その2 "], [1, 2]),
        (["一、", "二、", "三、"], [1, 2, 3]),
        (["十、", "十一、", "十二、"], [10, 11, 12]),
        (["1.", "2.", "4."], [1, 2, 4]),
    ],
    ids=repr,
)
@pytest.mark.parametrize("indent", ["", "  ", "　"])
def test_numbered_steps(marks: list[str], numbers: list[int], indent: str) -> None:
    content = "".join(f"{indent}{mark}カードを置く\n" for mark in marks)
    assert told(content) == [f"{number}. カードを置く" for number in numbers]


def test_steps_numbered_by_syllables() -> None:
    steps = "ア アプリを起動する\nイ メニューを開く\nウ 番号を控える\n"
    assert [each[:2] for each in told(steps)] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    "word", ["ガイド", "ギフト券", "ジュース", "ゴム印", "ァイル", "ッ", "ヴェ"]
)
def test_words_that_begin_like_a_syllable_number_nothing(word: str) -> None:
    assert told(f"{word}を見ます。\n") == [f"{word}を見ます。"]


@pytest.mark.parametrize("mark", [*"・•●○◇✓", "- ", "* "])
def test_bullets(mark: str) -> None:
    assert told(f"{mark}カード\n{mark}スマホ\n") == ["- カード", "- スマホ"]


@pytest.mark.parametrize(
    "line",
    [
        "6.30から受け付けます。",
        "二、三日かかることがあります。",
        "①と②のどちらかを選びます。",
        "手順1では、アプリを起動します。",
        "●●市の窓口へ行きます。",
        "-5度でも動きます。",
        "・・・お待ちください。",
        "問題が起きたときは窓口へ行きます。",
        "QRコードを読み取ります。",
    ],
)
def test_what_only_looks_like_a_mark(line: str) -> None:
    assert told(line) == [line]


def test_a_number_alone_on_its_line() -> None:
    assert told("STEP1\nカードを置きます。\nSTEP2\n番号を入れます。\n") == [
        "1. カードを置きます。",
        "2. 番号を入れます。",
    ]


def test_numbered_headings_and_steps_below_them() -> None:
    content = """1. 準備

アプリを入れておきます。

2. 予約

  1. アプリを起動します。
  2. 予約を選びます。
  3. 番号を控えます。

3. コンビニで

1. 番号を入れます。
2. 完了です。

4. おわりに

以上で終わりです。
"""
    assert told(content) == [
        "## 1. 準備",
        "アプリを入れておきます。",
        "## 2. 予約",
        "1. アプリを起動します。",
        "2. 予約を選びます。",
        "3. 番号を控えます。",
        "## 3. コンビニで",
        "1. 番号を入れます。",
        "2. 完了です。",
        "## 4. おわりに",
        "以上で終わりです。",
    ]


def test_steps_apart_from_each_other_are_one_list() -> None:
    lines = [
        "1. 起動します。",
        "※ 圏外では使えません。",
        "2. 選びます。",
        "待ちます。",
        "3. 終わります。",
    ]
    document = read_octets("guide.txt", "\n\n".join(lines).encode())
    items = [(each.number, each.fresh) for each in document.blocks if each.kind is Kind.ITEM]
    assert items == [(1, True), (2, False), (3, False)]


def test_each_list_begins_anew() -> None:
    content = "・カード\n・スマホ\n\n次に操作します。\n\n・起動\n・選択\n"
    document = read_octets("guide.txt", content.encode())
    assert [block.fresh for block in document.blocks] == [True, False, False, True, False]


def test_lists_in_lists() -> None:
    content = (
        "1. 用意する\n  ・カード\n  ・スマホ\n2. 操作する\n　(1) 起動する\n　(2) 選ぶ\n3. 終わる\n"
    )
    assert told(content) == [
        "1. 用意する",
        "  - カード",
        "  - スマホ",
        "2. 操作する",
        "  1. 起動する",
        "  2. 選ぶ",
        "3. 終わる",
    ]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("■準備", "## 準備"),
        ("◆ 準備", "## 準備"),
        ("【準備】", "## 【準備】"),
        ("第2章 準備", "## 第2章 準備"),
        ("2-1. 準備", "## 2-1. 準備"),
        ("### 準備", "### 準備"),
        ("準備\n====", "# 準備"),
        ("準備\n----", "## 準備"),
        ("準備するもの", "## 準備するもの"),
    ],
)
def test_headings(heading: str, text: str) -> None:
    content = f"はじめに読んでください。\n\n{heading}\n\nカードを用意します。\n"
    assert told(content) == ["はじめに読んでください。", text, "カードを用意します。"]


def test_the_first_line_alone_is_the_title() -> None:
    assert told("暗証番号の再設定\n\n■準備\nカード\n") == [
        "# 暗証番号の再設定",
        "## 準備",
        "カード",
    ]


def test_headings_rank_by_their_style() -> None:
    lines = ["題", "第1章 準備", "1. 道具", "1-1. カード", "文です。", "1-2. スマホ", "文です。"]
    content = "\n\n".join([*lines, "【注】", "文です。"])
    levels = [line for line in told(content) if line.startswith("#")]
    assert levels == [
        "# 題",
        "## 第1章 準備",
        "#### 1. 道具",
        "##### 1-1. カード",
        "##### 1-2. スマホ",
        "### 【注】",
    ]


@pytest.mark.parametrize(
    "line",
    ["ADVERTISEMENT", "https://example.jp/再設定", "予約できます", "2026年4月1日", "「はい」"],
)
def test_lines_alone_that_are_no_headings(line: str) -> None:
    assert told(f"まず読みます。\n\n{line}\n\n次に進みます。\n")[1] == line


def test_short_lines_in_turn_are_a_list_without_marks() -> None:
    content = "持ち物です。\n\nカード\n\nスマホ\n\n暗証番号\n\n以上です。\n"
    assert told(content) == ["持ち物です。", "カード", "スマホ", "暗証番号", "以上です。"]


def test_lines_that_are_wrapped_are_one_sentence() -> None:
    content = (
        "窓口の受付時間は平日の午前9時から午後5時まで\nです。土曜日と日曜日は受け付けていませんので、\n"
        "お急ぎの方はコンビニをご利用ください。\n予約番号は24時間有効です。\n"
    )
    assert told(content) == [
        "窓口の受付時間は平日の午前9時から午後5時までです。"
        "土曜日と日曜日は受け付けていませんので、お急ぎの方はコンビニをご利用ください。",
        "予約番号は24時間有効です。",
    ]


def test_words_of_latin_letters_keep_their_space() -> None:
    content = "Open the application that is called My Number\nCard and choose the reset.\n"
    assert told(content) == [content.replace("\n", " ").strip()]


def test_wrapped_items() -> None:
    content = "1. 「署名用電子証明書の暗証番号を忘れたとき\n   の手続き」を選びます。\n"
    content += "2. 番号を\n   入れます。\n"
    assert told(content) == [
        "1. 「署名用電子証明書の暗証番号を忘れたときの手続き」を選びます。",
        "2. 番号を入れます。",
    ]


def test_short_lines_are_not_wrapped() -> None:
    assert told("持ち物\nカード\nスマホ\n") == ["持ち物", "カード", "スマホ"]


def test_notes_are_paragraphs_of_their_own() -> None:
    assert told("・カード\n※ケースは外します。\n・スマホ\n") == [
        "- カード",
        "※ケースは外します。",
        "- スマホ",
    ]


@pytest.mark.parametrize(
    ("question", "answer"), [("Q.", "A."), ("Q1:", "A1:"), ("Ｑ１．", "Ａ１．"), ("問 ", "答 ")]
)
def test_questions_are_headings(question: str, answer: str) -> None:
    assert told(f"{question}何回でロックされますか\n{answer}3回です。\n") == [
        f"###### {question}何回でロックされますか",
        f"{answer}3回です。",
    ]


def test_what_people_say_is_no_heading() -> None:
    said = ["利用者：ロックされました", "職員：窓口へどうぞ", "利用者：はい", "職員：どうも"]
    lines = [*said, "Aさん「できた」", "以上です。"]
    assert told("\n\n".join(lines)) == lines


def test_signs_one_below_the_other_are_bullets() -> None:
    assert told("■カード\n■スマホ\n■暗証番号\n") == ["- カード", "- スマホ", "- 暗証番号"]


def test_tabs_and_line_ends_are_never_in_a_text() -> None:
    document = read_octets("guide.txt", "番号を\t入れて\x0cから、\u2028押します。\r\n".encode())
    assert document.blocks[0].text.value == "番号を 入れて から、 押します。"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_as_in_editors(end: str) -> None:
    document = read_octets(
        "guide.txt", end.join(["題\x0b", "", "一行目。\u2028", "二行目。"]).encode()
    )
    assert [block.line for block in document.blocks] == [1, 3, 4]


def test_places_go_on_over_wrapped_lines() -> None:
    document = read_octets("guide.txt", "  1. 番号を、\n     入れます。\n".encode())
    text = document.blocks[0].text
    places = [(text.place(index).line, text.place(index).column) for index in (0, 3, 4, 9)]
    assert text.value == "番号を、入れます。"
    assert places == [(1, 6), (1, 9), (2, 6), (2, 11)]
