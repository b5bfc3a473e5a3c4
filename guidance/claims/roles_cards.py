"""Whose card a reservation number serves, by owner: the number of one, the card of another.

`ご主人のカードで取った番号で、奥さんのカードを直せます` names two owners.
"""

import re

from guidance.claims.necessity import FRIENDLY, able
from guidance.claims.roles_acts import refused
from guidance.claims.roles_names import NAME, Who, who
from guidance.look import Look

CARD = r"(?:名義)?の(?:お持ちの|持っている)?(?:マイナンバー|マイナ|個人番号)?カード"
"""Of somebody: the card."""
PLACED = re.compile(
    rf"(?P<name>{NAME}){CARD}(?:を|に?も)、?[^、。を]{{0,12}}?(?:置|載|の[せっ]|かざ|セット|差し|差す|読み取|読ま|当て|乗せ|はさ)"
)
"""Somebody's card is laid on the reader."""
LENT = re.compile(
    rf"(?P<name>{NAME}){CARD}(?:で|でも|を使って|を借りて)、?(?:も|代わりに|そのまま)?(?:代用|代替|間に合|手続きでき|再設定でき|直せ|済ませられ)"
)
"""The procedure is done with somebody else's card."""
READER = re.compile(
    r"読み?取り?台|読み取り部|台に|リーダー|コピー機|機械|端末|スマ(?:ホ|ートフォン)|携帯|背面|裏|背中"
)
NUMBER_OF = re.compile(
    rf"(?P<name>{NAME})(?:の(?:(?:カード|スマホ|アプリ|スマートフォン)(?:で|の|を使って))?|が(?:アプリで)?)(?:(?:取っ?た|とった|予約した|取得した|もらった|出た)、?(?:(?:予約)?番号|もの|の)|(?:予約)?番号)"
)
"""Somebody's reservation number: 父が取った番号."""
OWN_NUMBER = re.compile(
    r"(?:その|それぞれの|同じ|本人の|自分の|お?手元の)カード(?:で|の)(?:別に)?(?:取っ?た|とった|予約した|取得した)?、?(?:予約)?番号(?:が(?:要|必要|い[るり])|を(?:使|用意|入力|取)|で(?:す|手続き|再設定)|しか|だけ|のみ)"
)
"""A card needs the number that was got with it."""
ONLY = re.compile(r"(?:だけ|のみ|に限|しか)")
CARD_OF = re.compile(rf"(?P<name>{NAME}){CARD}")
HONORIFIC = re.compile(r"^[おごの]+|(?:さん|さま|様|の方|自身|名義)$")
SHARERS = re.compile(
    r"家族|世帯|夫婦|夫妻|親子|兄弟|姉妹|きょうだい|同居|お?[2-9二三四五]人|皆さん|みんな|全員|どちら|両方|双方|お互い|互い|どなた|誰|だれ|同じ(?:家|名字|職場|住所)|仲間|職場|友|知人|何枚|[2-9二三四五]枚|いずれの|別の(?:人|方|カード)|[ほ他]か?の(?:人|方|カード)|(?:父|母|夫|妻|奥|旦那|主人|子ども|息子|娘|親|孫)[^、。]{0,6}(?:カード|分)"
)
"""Those who would share a number, or the cards that would."""
SHARED = re.compile(
    r"使え|使い(?:回|まわ)せ|流用でき|転用でき|使って|使いま|使う|使える|有効|通用|効[きくい]|再設定でき|手続きでき|手続き(?:が|を)(?:済|終|でき)|直せ|直って|直りま|済み|済ませ|足り|かまい|構い|差し支え|大丈夫|問題(?:な|あり)|何枚でも|兼ね|共有|共用|まとめて"
)
"""That the number serves."""
OF_NUMBER = re.compile(
    r"予約(?:の)?番号|(?:1|一|ひと)(?:つ|度|回|件)の?(?:予約|番号)|(?:同じ|その|この)番号|予約(?:は|が|を|すれ|し)[^、。]{0,8}(?:1|一|ひと)|(?:1|一|ひと)(?:人|つ|件|度)[^、。]{0,8}予約"
)
"""The number of one reservation."""
OF_CARDS = re.compile(r"分|カード|番号")
EACH = re.compile(r"ごと|ずつ|それぞれ|別々|別に|各自|につき|人数分|枚数分|[2-9二三四五](?:回|件)")
"""A reservation for each."""
OTHERS_ONLY = re.compile(
    rf"(?P<name>{NAME}){CARD}(?:で(?=なければ|ないと)|じゃ(?=ないと)|だけ|のみ|に限)"
)
"""Somebody else's card only: 同居している家族のカードでなければ."""
BEARER = r"(?P<name>[^、。はがを「」]{1,20}?)(?:名義|所有|持ち)?(?:の)?(?:マイナンバー|マイナ|個人番号)?カード"
SERVES_CARD = re.compile(
    rf"(?:(?:通用する|使える|通る|効く|有効な|受け付け(?:る|られる)|認められる|対応する|使用でき?る|利用でき?る|使用可能な|読ませる|持参する|持って(?:行|い)く|置く|必要な|要る)(?:の|もの|カード)?(?:は|が、?)|使用可能?カード(?:は|:)|対象カード(?:は|:))、?{BEARER}(?:だけ|のみ|に限|です|だ(?=。|$)|である|限定|[。、]|$)"
)
"""The number serves somebody's card: 通用するのは家族名義のカードのみ."""
NEEDS_CARD = re.compile(
    rf"(?:^|[、。はが]){BEARER}(?:を(?:持って(?:行|い|来)か|持参し|置か|使わ|かざさ|用意し|出さ)な(?:い|けれ)|でな(?:い(?!と(?:は|も))|けれ)|(?:で|に)しか|(?:でのみ|にのみ|だけ|のみ|に限|限定|を(?:要|必要)))"
)
"""Without somebody's card the number is of no use: 家族のカードでないと通らない."""
RESERVED = re.compile(
    r"予約|その|この|同じ|同一|本人|自分|自身|当該|取[っ得]|手元|読み取|かざ|使[っわ用]|登録|申し?込|持ち主|名義人|所持|1枚|ロック|対象|発行|番号|それぞれ|各|有効|手続"
)
"""The holder's own card, or the one that reserved."""
YES = re.compile(r"(?:はい|使え(?!ま?せ|な)|でき(?!ま?せ|な)|大丈夫|かまい|構い|差し支え|同居)")
"""The beginning of an answer that allows."""
ASKED_SHARE = re.compile(
    r"(?:番号|予約)[^。]{0,30}(?:使え|使って|でき|有効|よい|いい|済|足り|直せ|共)"
)


def lent_card(look: Look) -> tuple[int, int] | None:
    """The part in which another's card is used, by whose card and whose number it names."""
    return _placed(look.text) or _two_owners(look.text) or _others_only(look) or _strange_card(look)


def _others_only(look: Look) -> tuple[int, int] | None:
    """Where the number is said to serve somebody else's card alone."""
    only = OTHERS_ONLY.search(look.text)
    if only is None or who(only["name"]) is not Who.OTHER or not _of_number(look):
        return None
    return None if refused(look.text, only.end()) else only.span()


def _strange_card(look: Look) -> tuple[int, int] | None:
    """Where the number is bound to a card that is not the one that reserved."""
    if not _of_number(look):
        return None
    for pattern in (SERVES_CARD, NEEDS_CARD):
        for found in pattern.finditer(look.text):
            owner = HONORIFIC.sub("", found["name"])
            if RESERVED.search(owner):
                continue
            if pattern is SERVES_CARD and refused(look.text, found.end("name") + 3):
                continue
            if who(owner) is Who.OTHER or SHARERS.search(owner):
                return found.span()
    return None


def _placed(text: str) -> tuple[int, int] | None:
    """Where somebody else's card is laid on the reader, or does instead."""
    placed = list(PLACED.finditer(text)) if READER.search(text) else []
    for found in placed + list(LENT.finditer(text)):
        if who(found["name"]) is Who.OTHER and not refused(text, found.end()):
            return found.span()
    return None


def _two_owners(text: str) -> tuple[int, int] | None:
    """The number of one and the card of another, if what is said of them is not denied."""
    number = NUMBER_OF.search(text)
    if number is None or who(number["name"]) not in (Who.OTHER, Who.HOLDER):
        return None
    for card in CARD_OF.finditer(text, number.end()):
        if _owner(card["name"]) == _owner(number["name"]) or who(card["name"]) not in (
            Who.OTHER,
            Who.HOLDER,
        ):
            continue
        if (
            not refused(text, card.end())
            and able(FRIENDLY.sub("可能", text[card.end() :])) is not False
        ):
            return number.start(), card.end()
    return None


def own_number(text: str) -> tuple[int, int] | None:
    """A card with its own number, or with no other card: ご主人の番号で直せるのはご主人のカードだけ."""
    own = OWN_NUMBER.search(text)
    if own is not None:
        return None if refused(text, own.end()) else own.span()
    number = NUMBER_OF.search(text)
    for card in CARD_OF.finditer(text, number.end()) if number else ():
        if number and _owner(card["name"]) == _owner(number["name"]):
            only = ONLY.match(text, card.end())
            return (number.start(), card.end()) if only else None
    return None


def _owner(name: str) -> str:
    """A name without what is only polite: ご主人 and 主人さま are one."""
    return HONORIFIC.sub("", HONORIFIC.sub("", name))


def shared(look: Look) -> tuple[int, int] | None:
    """Sharers of one number in a sentence, or in an answer to whether they may."""
    text = look.text
    if not _of_number(look) or EACH.search(text):
        return None
    asked = _asked(look)
    begin = _sharers(text)
    if begin is None and not (asked and not look.before and YES.match(text)):
        return None
    if begin is not None and not (asked or OF_CARDS.search(text + _over(look))):
        return None
    return _served(text, begin or 0)


def _served(text: str, begin: int) -> tuple[int, int] | None:
    """All of a text that says from a place on that the number serves."""
    serves = SHARED.search(text, begin)
    if serves is None or refused(text, serves.start()):
        return None
    every = serves.group() == "何枚でも"
    can = able(FRIENDLY.sub("可能", text[serves.start() :]))
    return (0, len(text)) if can is True or (every and can is None) else None


def _over(look: Look) -> str:
    return look.sentence.heads[-1] if look.sentence.heads else ""


def _asked(look: Look) -> bool:
    """Whether the heading asks if others may use the number."""
    over = _over(look)
    return ASKED_SHARE.search(over) is not None and SHARERS.search(over) is not None


def _of_number(look: Look) -> bool:
    """Whether the number of one reservation is spoken of, in the sentence or over it."""
    over = _over(look) + "".join(look.before[-1:])
    return OF_NUMBER.search(look.text) is not None or OF_NUMBER.search(over) is not None


def _sharers(text: str) -> int | None:
    """Where those who would share the number end, by word or as owners of a card."""
    sharers = SHARERS.search(text)
    if sharers is not None:
        return sharers.end()
    owners = (card.end() for card in CARD_OF.finditer(text) if who(card["name"]) is Who.OTHER)
    return next(owners, None)
