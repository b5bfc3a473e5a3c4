"""Rows of tables: which of them are the heads, and what becomes of them."""

import re
from collections.abc import Sequence

from guidance.document import Block, Kind, Run, Text

_HEAD = re.compile(
    r"(?:比較|確認|チェック)?(?:項目|点|内容)|区分|種類|種別|分類|名称|方法|手段|手順|番号|順番|"
    r"(?:No|NO|no)\.?|#|条件|場面|場合|状況|症状|原因|エラー|エラー(?:コード|番号|メッセージ)|用語|"
    r"画面|対象|書類|ケース|質問|パターン|暗証番号(?:の種類)?|証明書(?:の種類)?|"
)
_FIGURE = re.compile(r"\d")


def have_heads(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a table that does not say so are its heads.

    They are when its first cell is a word for what is listed or nothing at all, and none of its
    cells is a sentence or has figures.
    """
    first = rows[0]
    if len(rows) < 2 or any("。" in cell or _FIGURE.search(cell) for cell in first[1:]):
        return False
    return _HEAD.fullmatch(first[0]) is not None


def table(
    rows: Sequence[Sequence[Text]], columns: Sequence[str], fresh: bool = True
) -> list[Block]:
    """The blocks of a table's rows; `columns` are its heads, as far as it has any.

    All rows get as many cells as the longest: the others have nothing there. Rows that go on with
    a table are not `fresh`.
    """
    count = max(len(columns), *map(len, rows))
    heads = (*columns, *[""] * (count - len(columns)))
    blocks = []
    for index, cells in enumerate(rows):
        first, last = cells[0].place(0), cells[-1].place(len(cells[-1].value))
        missing = [nothing(last.line, last.column)] * (count - len(cells))
        text = nothing(first.line, first.column)
        full = (*cells, *missing)
        first_of_all = fresh and index == 0
        blocks.append(Block(Kind.ROW, text, cells=full, columns=heads, fresh=first_of_all))
    return blocks


def nothing(line: int, column: int) -> Text:
    """An empty text at a place."""
    return Text("", (Run(0, line, column),))
