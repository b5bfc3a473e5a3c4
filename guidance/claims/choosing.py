"""Which number a guide tells to choose for the new PIN, where nobody has specified it as safe.

Numbers that are weak by the procedure are a claim (`guessable`); any other number that others can
find out is told of here: 新しい番号には車のナンバーを使いましょう.
"""

import re
from collections.abc import Iterator

from guidance.claims.guessable import BENEFIT, HARD
from guidance.claims.verdicts import CONTRAST
from guidance.look import Look

TOPIC = re.compile(r"番号|4桁|暗証|数字|pin")
"""It is about the new number."""
NUMBER = r"(?P<number>[^、。をはがにへで「」()]{2,20}?)(?:など|等|とか)?"
TO = re.compile(
    rf"(?:^|[、はもにで]){NUMBER}に(?:変え(?:て|る|ま)|決め(?:て|る|ま)|設定し|し(?:て(?:お[くけき]|くだ|しま|みて)|ましょ|ておく|とけ|ておけ)|すると(?:よ|い[いう]|覚|忘|安|便)|するのが|なさ)"
)
"""The number is chosen: 結婚記念日にしておく."""
OF = re.compile(
    rf"(?:^|[、はもに]){NUMBER}(?:を|から)(?:使(?:う(?:の|と|。|$)|い(?:ま(?!せん)|や)|って(?:くだ|お|も(?:かま|よ|い|構|大))|えば|うこ)|選(?:び(?!ません)|ん(?:で(?!は))|ぶ(?:と|の|。|$))|用い(?:る(?:と|の|。|$)|て(?:くだ|も))|取(?:る|って)|(?:番号|4桁|数字|暗証番号)に(?:する(?:と|の)|し(?:て|ま)|使|決め)|決め(?:ま(?!せん)|て|る(?:と|の))|当て(?:る(?:と|の)|ま|て(?:くだ|お)))"
)
"""The number is taken: 車のナンバーを使う."""
SAME = re.compile(
    rf"(?:^|[、はもに]){NUMBER}と(?:同じ(?:番号|数字|もの|4桁)?(?:に|を|で)|そろえ|揃え|共通(?:に|の)|統一)[^、。]{{0,8}}?(?:し(?:て|ま|と)|すれば|すると|おけば|おく|使|できま|かま|構|よ|い[いけ])"
)
"""The same as another number: 銀行の暗証番号とそろえておく."""
PRIVATE = re.compile(
    r"(?:電話(?:番号)?|ナンバー|記念日|誕生|生年|生まれ|西暦|元号|住所|番地|郵便番号|部屋番号|部屋|号室|社員番号|学籍番号|出席番号|会員番号|背番号|口座|名前|語呂|ごろ合わせ|家族|子ども|お子さ|ペット|好きな選手|身長|体重|年齢|干支|日付|カレンダー|製造番号|券面|表示された|予約番号|マイナンバー|個人番号|キャッシュカード|スマ(?:ホ|ートフォン)の(?:ロック|暗証|パス)|銀行|ほかの(?:カード|サービス)|並べた|そろ(?:った|えた)|覚えやすい|忘れにくい|簡単|単純|縁起|ラッキー|キーボード|配列|縦一列|端から|順番)"
)
"""What others can find out."""


def choosing(look: Look) -> Iterator[tuple[int, int]]:
    """The numbers that nobody has specified as safe."""
    text = look.text
    if look.sentence.block.number is not None or not _about(look):
        return
    for found in (*TO.finditer(text), *OF.finditer(text), *SAME.finditer(text)):
        number, (start, end) = found["number"], found.span("number")
        taken = any(first < end and start < last for first, last in look.taken)
        if taken or HARD.search(number) or CONTRAST.match(text, end):
            continue
        if PRIVATE.search(number) and REFUSED.match(BENEFIT.sub("", text[end : end + 40])) is None:
            yield start, end


REFUSED = re.compile(r"[^。]{0,16}?(?:ない|ません|避け|やめ|控え|危|ず(?:に|、)|いけ|だめ|ダメ)")
"""It is advised against after all."""


def _about(look: Look) -> bool:
    """Whether the new number is spoken of."""
    return (
        TOPIC.search(look.text) is not None
        or re.search(r"新しい|番号の?(?:決め|選び)", look.near) is not None
    )
