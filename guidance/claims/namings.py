"""Which certificate the 4 digits belong to: 「4桁の番号」とは、利用者証明用電子証明書の暗証番号です."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated, said
from guidance.claims.telling import believed, question
from guidance.look import Look
from guidance.terms import Term, has, terms

DIGITS = r"(?:数字)?4桁(?:の?(?:数字|番号|暗証番号|ほう|方))*|(?:マイナポータル|ログイン|サインイン)[^、。]{0,14}(?:番号|数字)"
"""What is defined: 4桁の番号, マイナポータルに入るときの番号."""

FRAME = re.compile(
    rf"(?:{DIGITS})」?(?:\([^()]*\))?(?:[でを](?:使う|守る|開く|動かす|呼び出す)の[はが]|と(?:ある|いう|書|呼|いっ|言)[^、。]{{0,14}}?の?は|といって(?:も)?|とは|と申しますのは|って(?:いうのは)?|の正体は|は|、?すなわち|、?つまり|=|:)、?"
    r"(?P<aside>(?:(?:ここで[^、。]{1,12}(?:は|が)|(?:その|カードの)?(?:正式|正しく|別)[^、。]{0,8}?(?:は|には|名)|[^。、]{2,24}(?:とは別|ではな|とは違)[^、。]{0,4}|カードに(?:入|記録)[^、。]{1,12})、?)?)"
    r"(?P<name>[^。はもをがに]{2,40}?)(?P<end>」?(?:の(?:暗証番号|番号|数字4桁|4桁|パスワード|もの)|に(?:付|つ|紐|ひも|設定|対応|当た)[^、。]{1,8})?(?:の?こと|を(?:指|さ|意味|言)|で(?:す|あり|、)|である|だ(?=。|$|、)|(?:(?<=用)|(?<=証明書)|(?<=番号))(?=、|。|$)))"
)
"""「4桁」とあるのは…のこと, 4桁とは…を指します."""

FORMALLY = re.compile(
    r"(?:正式(?:に|名|な)?(?:な?名?(?:称|前))?|本来の名(?:称|前)|正しく)(?:で)?(?:は|には|:)、?(?P<name>[^。、は]{2,34}?)(?P<end>」?(?:の(?:暗証番号|番号|パスワード))?(?:と|で|です|。|$|、))"
)
"""正式には「…」の暗証番号といい."""

SPOKEN_OF = re.compile(
    r"(?:(?:ここ|この(?:記事|ページ|案内|章|文書|稿|紙|欄)|本[書稿件紙]|今回|以下)(?:で|が|の)[^、。]{2,14}?の?(?:4桁|番号|暗証番号|の)[」]?|^(?:本件の|今回の|ここでの)?(?:対象|主題|テーマ)(?:となる(?:の|もの|番号))?)(?:は|とは|:)、?(?P<name>[^。、は]{2,34}?)(?P<end>」?(?:の?こと|を指|です|である|だ|。|$))"
)
"""ここで取り上げるのは…の暗証番号です."""

IN_BRACKETS = re.compile(
    r"4桁の?(?:暗証番号|番号|数字)?\((?P<name>[^()]{3,30})(?P<end>\))|(?P<signing>署名用(?:の)?電子証明書)(?:用)?\((?:数字)?4桁\)"
)
"""4桁の暗証番号(利用者証明用電子証明書); 署名用電子証明書(数字4桁) is wrong."""

WHAT_ASKED = re.compile(
    rf"(?:{DIGITS})」?(?:と|って)?(?:いう|いうの)?(?:は|、|が)[^、。]{{0,6}}(?:何(?![回度日時分桁文字枚円年か])|なに|なん|どの|どれ|どちら)"
)
"""A question what the 4 digits are: 4桁の番号は何の番号ですか."""

REVERSED = re.compile(
    rf"(?P<name>[^。、はがも]{{3,30}})(?P<end>(?:、?(?:それ|これ)が|が|こそ(?:が)?)、?(?:この|ここでいう|いわゆる|その|よく聞く|皆さんが打つ)?「?(?:{DIGITS})」?(?:です|だ(?:[。、]|$)|である|に当たり|の(?:こと|正体)))"
)
"""利用者証明用電子証明書の暗証番号、それがこの4桁です."""

SWAPPED = re.compile(
    r"(?P<name>署名用(?:の)?(?:電子証明書)?(?:の)?(?:パスワード|暗証番号)?」?(?:と(?:ある|いう|書|呼)[^、。]{0,10}?の?は|とは|は)、?(?:数字)?4桁|利用者証明用(?:の)?(?:電子証明書)?(?:の)?(?:パスワード|暗証番号)?」?(?:と(?:ある|いう|書|呼)[^、。]{0,10}?の?は|とは|は)、?英数字)(?P<end>(?:の(?:番号|暗証番号|数字|パスワード))?(?:の?こと|です|を指|だ(?=。|$)|で、|である))"
)
"""「署名用」とあるのは4桁の番号のこと: one certificate with the secret of the other."""

NAME_CELL = re.compile(
    r"正式|名(?:前|称)|何の|(?:どの|対応する|使う)証明書|証明書の(?:名|種類)|電子証明書$"
)
"""The head of a cell that says what the 4 digits are called."""

DEFINITIONS = (FRAME, FORMALLY, SPOKEN_OF, IN_BRACKETS, REVERSED)
ANOTHER = re.compile(
    r"^[^、。]{0,14}(?:ではな|じゃな|で(?:は|も)あり|と(?:は)?(?:別|違|異な|混同|間違)|以外|とは(?:関係|無関係)|に(?:は)?含)"
)
"""That it is not this one: 署名用のパスワードとは別のもの."""

OTHERS = re.compile(r"(?:他|ほか|別|それ以外|残り|これ以外)の?(?:数字)?$")
"""ほかの4桁."""

RIGHT = frozenset({Term.AUTHENTICATION_CERTIFICATE, Term.PIN})
WRONG = frozenset({Term.CERTIFICATE, Term.PASSWORD, Term.OTHER_PIN})
OTHER_NAME = re.compile(
    r"(?:保険証|免許証?|口座|銀行|診察券|社員証?|学生証|学籍|クレジット|キャッシュ|スマ(?:ホ|ートフォン)|携帯|sim|住民票コード|年金|旅券|ポイント|会員|通帳|画面ロック|券面)[^、。]{0,20}(?:番号|暗証|パスワード|コード|もの|です)?[^、。]{0,6}$"
)
"""Things with numbers of their own."""

NOT_NAMED = re.compile(
    r"で(?:再|予約|ログ|本人|手続)|を(?:鍵|使|入|用)|が(?:分|わ|必要|要)|必要|鍵|代わり"
)
"""A filler that is a doing: 4桁は署名用パスワードを鍵に再設定する."""


def naming(look: Look) -> Iterator[Stated]:
    """What a sentence says that the 4 digits are."""
    text, sentence = look.text, look.sentence
    for pattern in DEFINITIONS:
        for found in pattern.finditer(text):
            yield from _named(look, found)
    swapped = SWAPPED.search(text)
    if swapped:
        yield said(look, "pin-name", *swapped.span("name"))
    if WHAT_ASKED.search(question(look) or "") and len(text) < 60:
        yield from _judged(look, text, 0, len(text), "")
    if sentence.row and NAME_CELL.search(f"{sentence.row}。{sentence.column}") and len(text) < 30:
        yield from _in_cell(look)


def _in_cell(look: Look) -> Iterator[Stated]:
    """A cell that names the certificate of the secret in the head of its row."""
    text, row = look.text, look.sentence.row
    if "4桁" in row:
        yield from _judged(look, text, 0, len(text), "")
    elif has(row, Term.PASSWORD) and has(text, Term.AUTHENTICATION_CERTIFICATE):
        yield said(look, "pin-name", 0, len(text))


def _named(look: Look, found: re.Match[str]) -> Iterator[Stated]:
    """A definition, if it defines the 4 digits and nothing is done with what it names."""
    text = look.text
    name = found["name"]
    if name is None:
        yield said(look, "pin-name", *found.span("signing"))
        return
    if OTHERS.search(text[: found.start()]):
        return
    over = text[: found.start()] + "".join(look.sentence.heads if found.re is SPOKEN_OF else ())
    defined = "4桁" in found.group() + over or "ログイン" in found.group()
    if defined or "入る" in found.group():
        yield from _judged(look, name, *found.span("name"), text[found.end("name") :])


def _judged(look: Look, name: str, start: int, end: int, after: str) -> Iterator[Stated]:
    """The certificate that a name names, unless what follows denies it."""
    if NOT_NAMED.search(name) or ANOTHER.search(after) or ANOTHER.search(name) or believed(after):
        return
    named = {each.term for each in terms(name)}
    if named & RIGHT and not named & WRONG:
        if Term.AUTHENTICATION_CERTIFICATE in named or "利用者" in name:
            yield Stated("pin-name", True, start, end)
    elif (named & WRONG and not named & RIGHT) or (not named & RIGHT and OTHER_NAME.search(name)):
        yield said(look, "pin-name", start, end)
