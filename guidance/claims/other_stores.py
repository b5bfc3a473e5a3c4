"""Stores that are said to reset the PIN, and of which nobody has specified that they do.

A chain that is known is a claim (`stores`); any other name in its place is told of here:
4桁に対応するコンビニは成城石井です.
"""

import re
from collections.abc import Iterator

from guidance.claims.chain_names import NAMED
from guidance.claims.nouns import Item, items, lists
from guidance.claims.verdicts import denied
from guidance.look import Look

SECRET = r"(?:4桁|暗証番号|番号|数字|再設定|利用者証明[^、。]{0,6})"
SERVES = r"(?:扱(?:う|える|っている)|取り?扱い?|対応(?:する|した|して(?:い)?る)?|使える|使う|利用できる|利用する|(?:再設定|手続き?)(?:の|が)?(?:できる|可能な|する)|再設定|直せる|行ける|参加(?:して(?:い)?る)?)"
STORE = r"(?:お?店(?:舗|頭)?(?:名)?|コンビニ(?:エンスストア)?|チェーン(?:店|名)?|会社|系列|ところ)"
LABEL = re.compile(
    rf"(?:{SECRET}[^、。]{{0,10}})?{SERVES}(?:お)?{STORE}|^(?:対応|対象|取扱)(?:店舗?|チェーン)$"
)
"""The head of a row over stores that reset the PIN: 数字4桁を扱う店."""
CLEFT = re.compile(
    rf"{SECRET}[^、。]{{0,16}}?(?:{SERVES}{STORE}|(?:扱(?:う|える|っている)|対応(?:する|して(?:い)?る)|再設定(?:が|を)?できる|直せる)の)は、?(?=[^、。]{{2}})"
)
"""Before the stores: 4桁を再設定できるのは."""
ALSO = re.compile(
    r"(?:で(?:も|なら)?|なら)(?:、)?[^、。]{0,6}(?:4桁|再設定|番号)[^、。]{0,10}(?:でき(?:ます|る)|可能|直せ(?:ます|る)|扱)"
)
"""Behind a store: でも再設定できます."""
PROPER = re.compile(
    r"^[ァ-ヴーa-z]{3,}$|(?:マート|ストア|石井|薬局|ドラッグ|スーパー|百貨店|ショップ|商店|生協|キオスク)$"
)
"""What looks like the name of a store."""
GENERIC = re.compile(
    r"店舗?$|コンビニ|コピー機|チェーン|窓口|役所|役場|市区町村|端末|機械|ところ|全国|対応|場所|どこ|以下|下記|次|[0-9]|系列|各社|パスワード|署名|番号|桁|両方|証明書|スマ|アプリ|カード|キオスク端末|店頭|リテール|イレブン|オンライン|サービス|マイナ|ソフト|jpki|nfc|ロック|リセット|パソコン|ネット|予約|方$|人$|人だけ|本人|条件|時間|平日|土日|セブン|イオン"
)
"""What names no chain."""


def other_stores(look: Look) -> Iterator[tuple[int, int]]:
    """The stores that nobody has specified."""
    text, over = look.text, (look.sentence.row, look.sentence.column)
    labelled = any(LABEL.search(each) for each in over)
    cleft = CLEFT.search(text)
    for found in lists(text):
        named = [each for each in items(found) if _unknown(each)]
        listed = (labelled and found.start() == 0) or (cleft and found.start() == cleft.end())
        if not named or denied(text, found.end()):
            continue
        proper = [each for each in named if PROPER.search(each.text)]
        if listed and (proper or (labelled and not NAMED.search(text))):
            yield from ((each.start, each.end) for each in (proper or named))
        elif proper and ALSO.match(text, found.end()):
            yield proper[-1].start, proper[-1].end


def _unknown(item: Item) -> bool:
    return NAMED.search(item.text) is None and GENERIC.search(item.text) is None
