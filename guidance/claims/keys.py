"""Which secret opens the way: the other one must be known, and no third will do."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Said, Stated, said
from guidance.look import Look
from guidance.terms import Term, has, terms

CONDITION = re.compile(
    r"(?P<name>[^、。「」はがを]{2,26}?)(?:\([^)]*\))?」?(?:が|を)(?:分か(?:る|って)|わか(?:る|って)|覚えて|使え|生きて|知って|控えて|ご存じ)"
    r"[^。]{0,12}(?:かどうか|かで|こと(?:」)?(?:が|は|を)?(?:条件|必要|前提|必須|です|$|:|要)|が条件|条件|が必要)"
)
"""署名用パスワードが分かることが条件."""

KEY_IS = re.compile(
    r"鍵(?:として使う|になる|となる)?(?:の)?(?:は|が|に(?:使う|なる)(?:の)?は)(?P<name>[^、。]{2,30}?)(?:で|だ|です|である|になり|を使|、|。|$)"
    r"|(?P<before>[^、。はがを]{2,26}?)が鍵(?:に|と)な"
)
"""鍵になるのは署名用パスワード."""

WANTED = re.compile(
    r"(?:必要(?:な(?:の|もの)?)?|要る(?:の)?|いる(?:の)?|入力する(?:の|もの)?|求められる(?:の)?|使う(?:の)?)は[、]?(?P<name>[^、。]{2,30}?)(?:で(?:あって|す|ある|は)|だ(?:[。、]|$)|です|である|になり|、|。|$)"
)
"""必要なのは署名用パスワードです."""

SPARED = re.compile(
    r"(?:署名用(?:の)?(?:電子証明書)?(?:の)?(?:パスワード|暗証番号)?|英数字の?パスワード)[^、。]{0,6}?(?:は|も|の入力(?:は|も)|の欄を|を)?[^、。]{0,4}?"
    r"(?:求められ(?:ず|ない|ません)|聞かれ(?:ず|ない|ません)|不要|いり(?:ません|ず)|要り(?:ません|ず)|いらない|要らない|必要(?:は|が)?(?:ない|なく|ありません|なし)|なし(?:で|に)|なくても|入力(?:は)?しなくて(?:も)?|入れなくて(?:も)?|空(?:欄|白)|使わず|使わない|省(?:け|い|略)|関係(?:が|は)?(?:ない|ありません|なく))"
)
"""That the signing password is not asked for."""

INSTEAD = re.compile(
    r"(?:署名用(?:の)?(?:パスワード|暗証番号)?|英数字の?パスワード)の(?:代わり|かわり)に(?P<name>[^、。]{2,20}?)(?:を|で|が)"
)
UNABLE = re.compile(
    r"でき(?:ない|ません|ず)|不可|方法は(?:な|あり|用意)|道は|仕組みは(?:な|あり)|用意されて(?:い)?(?:ない|ません)|進め(?:ない|ません)|無理|受け付け(?:ない|ません|られ)"
)
"""What is said of the reset without a secret: できません."""

CARD_ONLY = re.compile(r"^(?:条件なし|特にな|カードがあれば|カードのみ|カードだけ)")
SECRET_LIKE = re.compile(
    r"番号|券面|住民基本|住基|桁|暗証|パスワード|証明書|免許|指紋|顔|生年月日|電話"
)
RESETTING = re.compile(r"再設定|決め直|鍵|予約|直す|初期化")
WITHOUT = re.compile(r"再設定|決め直|予約|直|鍵|初期化|済|終わ")
FOR_PASSWORD = re.compile(
    r"署名用(?:の)?(?:電子証明書)?(?:の)?(?:パスワード|暗証番号)?(?:の|を)(?:再設定|決め|初期化|直)"
)
"""署名用パスワードの再設定: there the 4 digits are the key."""

OTHER_ONE = re.compile(
    r"(?:もう一方|その|この|相手|長い(?:ほう|方)?)?の?(?:暗証番号|パスワード|番号)"
)
"""もう一方の暗証番号: a name that tells nothing."""

NOT_KIOSK = re.compile(r"窓口|役所|役場|新しい")
HEAD = re.compile(r"鍵|条件|入力する(?:暗証)?(?:番号|もの|パスワード)|必要な(?:番号|パスワード)")
"""The head of a row or a column of keys."""
ENDED = re.compile(r"(?:クローズ|終了|完了|対応終了|解決)[^。]{0,4}条件")
"""The condition under which a case is closed."""

OF_PIN = re.compile(r"利用者|4桁の再設定")
PASSWORD = (Term.PASSWORD, Term.CERTIFICATE)


def key(look: Look) -> Iterator[Stated]:
    """Which secret a sentence calls the key to the 4 digits."""
    if look.sentence.block.number is not None or _at_counter(look):
        return
    yield from _named(look)
    yield from _spared(look)
    yield from _of_cell(look)


def _at_counter(look: Look) -> bool:
    if look.has(Term.KIOSK, Term.APP, Term.PHONE, Term.RESERVE):
        return False
    return look.site_at(0) is Term.COUNTER


def _named(look: Look) -> Iterator[Stated]:
    """鍵になるのは…, …が分かることが条件, 必要なのは….

    That something is wanted is said of the key only where the reset is spoken of.
    """
    resetting = RESETTING.search(look.text + look.near)
    for pattern in (CONDITION, KEY_IS, WANTED) if resetting else (CONDITION, KEY_IS):
        for found in pattern.finditer(look.text):
            group = "name" if found["name"] else "before"
            value = _value(look, found[group]) if SECRET_LIKE.search(found[group]) else None
            if value is not None:
                yield Stated("key", value, *found.span(group))


def _value(look: Look, name: str) -> object:
    """Whether the named secret is the one that is wanted; None when the name does not tell."""
    secrets = {found.term for found in terms(name)} - {Term.SECRET}
    if not secrets and OTHER_ONE.fullmatch(name):
        return None
    if FOR_PASSWORD.search(look.text + look.near):
        right = Term.PIN in secrets and Term.OTHER_PIN not in secrets
    elif Term.BOTH in secrets:
        return None
    else:
        right = not secrets.isdisjoint(PASSWORD)
        if not right and "新し" in name:
            return None
    return right or Said(Words(name, name))


def _spared(look: Look) -> Iterator[Stated]:
    """署名用パスワードは不要です, or another secret in its place."""
    text = look.text
    spared, instead = SPARED.search(text), INSTEAD.search(text)
    if not WITHOUT.search(text + look.near):
        return
    if instead and not UNABLE.search(text[instead.end() :]):
        yield said(look, "key", *instead.span("name"))
    elif spared and not NOT_KIOSK.search(text + look.near):
        yield Stated("key", UNABLE.search(text[spared.end() :]) is not None, *spared.span())


def _of_cell(look: Look) -> Iterator[Stated]:
    """A cell under 鍵, or beside it: 署名用パスワード."""
    over = f"{look.sentence.row}。{look.sentence.column}"
    if not HEAD.search(over) or ENDED.search(over) or "窓口" in over:
        return
    if CARD_ONLY.match(look.text):
        yield Stated("key", False, 0, len(look.text))
    elif SECRET_LIKE.search(look.text) and "nfc" not in look.text:
        words = Words(look.sentence.whole, look.sentence.whole)
        yield Stated("key", _right(look) or Said(words), 0, len(look.text))


def _right(look: Look) -> bool:
    """Whether a cell names the secret that its row wants."""
    if look.has(Term.OTHER_PIN):
        return False
    row = look.sentence.row
    if has(row, *PASSWORD) and not OF_PIN.search(row):
        return look.has(Term.PIN)
    return look.has(*PASSWORD)
