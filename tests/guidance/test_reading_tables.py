"""Tables in a plain text: cells between bars, tabs, wide spaces or single ones."""

import pytest

from guidance.reading import read_octets
from tests.guidance.reading import told

ROWS = [
    "項目=時間 | 窓口=平日9時〜17時 | コンビニ=6:30〜23:00",
    "項目=持ち物 | 窓口=カード | コンビニ=カードと予約番号",
]


@pytest.mark.parametrize(
    "content",
    [
        """
| 項目   | 窓口          | コンビニ         |
|--------|:-------------:|------------------|
| 時間   | 平日9時〜17時 | 6:30〜23:00      |
| 持ち物 | カード        | カードと予約番号 |
""",
        """
項目｜窓口｜コンビニ
時間｜平日9時〜17時｜6:30〜23:00
持ち物｜カード｜カードと予約番号
""",
        """
┌────┬────┬────┐
│項目│窓口│コンビニ│
├────┼────┼────┤
│時間│平日9時〜17時│6:30〜23:00│
├────┼────┼────┤
│持ち物│カード│カードと予約番号│
└────┴────┴────┘
""",
        """
項目\t窓口\tコンビニ
時間\t平日9時〜17時\t6:30〜23:00
持ち物\tカード\tカードと予約番号
""",
        """
項目\t\t窓口\t\tコンビニ
時間\t\t平日9時〜17時\t6:30〜23:00
持ち物\tカード\t\tカードと予約番号
""",
        """
  項目    窓口           コンビニ
  時間    平日9時〜17時  6:30〜23:00
  持ち物  カード         カードと予約番号
""",
        """
項目　　窓口　　　　　　コンビニ
時間　　平日9時〜17時　　6:30〜23:00
持ち物　カード　　　　　カードと予約番号
""",
        """
項目 窓口 コンビニ
時間 平日9時〜17時 6:30〜23:00
持ち物 カード カードと予約番号
""",
    ],
    ids=["bars", "wide bars", "frame", "tabs", "many tabs", "spaces", "wide spaces", "single"],
)
def test_tables_however_they_are_laid_out(content: str) -> None:
    assert told(f"比べてください。\n{content}\n以上です。\n") == [
        "比べてください。",
        *ROWS,
        "以上です。",
    ]


def test_single_spaces_within_a_cell() -> None:
    content = """区分 アプリで予約（My Number App） 市区町村の窓口
時間 6:30 ~ 23:00（年末年始 を除く） 平日の 〜 17時
場所 全国の店舗 - 一部を除く 市役所
"""
    assert told(content) == [
        "区分=時間 | アプリで予約（My Number App）=6:30 ~ 23:00（年末年始 を除く）"
        " | 市区町村の窓口=平日の 〜 17時",
        "区分=場所 | アプリで予約（My Number App）=全国の店舗 - 一部を除く | 市区町村の窓口=市役所",
    ]


def test_latin_words_in_a_cell() -> None:
    content = (
        "項目 Android iPhone\nアプリ Google Play App Store\n版 9以上 16以上\n設定 NFC Wallet\n"
    )
    assert told(content.replace("アプリ Google Play App Store", "入手 Play Store")) == [
        "項目=入手 | Android=Play | iPhone=Store",
        "項目=版 | Android=9以上 | iPhone=16以上",
        "項目=設定 | Android=NFC | iPhone=Wallet",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "山田 太郎\n佐藤 花子\n鈴木 一郎\n",
        "窓口は 平日 です。\n予約は 24時間 です。\n番号は 4桁 です。\n",
        "Press the button\nTake the card\nLeave the shop\n",
        "受付 窓口 番号\nカードを置く\n",
    ],
)
def test_spaces_that_part_no_cells(content: str) -> None:
    assert told(content) == content.splitlines()


def test_a_list_of_two_columns_without_heads() -> None:
    assert told("受付時間    9:00〜17:00\n持ち物      カード\n場所        市役所\n") == [
        "=受付時間 | =9:00〜17:00",
        "=持ち物 | =カード",
        "=場所 | =市役所",
    ]


def test_two_columns_with_heads() -> None:
    assert told("項目 窓口\n時間 平日のみ\n持ち物 カード\n") == [
        "項目=時間 | 窓口=平日のみ",
        "項目=持ち物 | 窓口=カード",
    ]


def test_bullets_with_a_tab_are_no_table() -> None:
    assert told("1.\tカードを置きます。\n2.\t番号を入れます。\n") == [
        "1. カードを置きます。",
        "2. 番号を入れます。",
    ]


def test_only_the_first_row_begins_a_table_and_cells_have_places() -> None:
    content = "比べます。\n項目\t窓口\n時間\t 平日\n場所\t市役所\n"
    rows = read_octets("guide.txt", content.encode()).blocks[1:]
    assert [row.fresh for row in rows] == [True, False]
    assert [cell.place(0).column for cell in rows[0].cells] == [1, 5]
    assert [row.line for row in rows] == [3, 4]


def test_an_empty_cell_is_a_cell() -> None:
    assert told("|項目|窓口|コンビニ|\n|時間||終日|\n|休み|土日||\n") == [
        "項目=時間 | 窓口= | コンビニ=終日",
        "項目=休み | 窓口=土日 | コンビニ=",
    ]
