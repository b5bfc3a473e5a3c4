"""What a guide tells to bring or to have at hand, item by item, and which of it nobody wants.

What is wanted is a closed set for each place; any other thing is one that nobody has specified:
マイナンバーカードと在学証明書をお持ちください.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidance.claims.lists import HEAD, MORE
from guidance.claims.necessity import SPARED
from guidance.claims.nouns import Item, items, lists
from guidance.document import Kind
from guidance.look import Look
from guidance.terms import Term

BROUGHT = re.compile(
    r"[をがはも](?:必ず|お?忘れずに|一緒に|併せて|あわせて|お手元に|手元に|ご?自身で|[^、。をがはも]{0,10}(?:窓口|役所|役場|お?店|コンビニ|カウンター)[^、。をがはも]{0,3}[へにまで]{1,2}|[0-9]点)?"
    r"(?:ご?持参(?:し|くだ|下|の|で|願|いただ|する|が|$)|お持ち(?:くだ|下|に|いただ|頂|の(?:うえ|上)|願|$)|持って(?:行|い[きくっけ]|来|き[てま]|おいで|お越し|出|向|伺|訪|ゆ|おでかけ|お出|並)|(?:ご?用意|準備)(?:し|くだ|下|いただ|の(?:うえ|上)|する|が(?:要|必)|$)"
    r"|お?忘れ(?:な(?:く|い|さ)|ずに)|(?:携|たずさ)え|携行|(?:揃|そろ)え|添え|(?:お|に)?提示|ご提示|ご?提出|差し出|(?:お)?見せ(?:て|る|ま|くだ|になっ)|出して|渡し(?:て|ま)|預け)"
)
"""Behind a list: it is brought. Only things are: を持参してください."""
WANTED = re.compile(
    r"(?:が|も|は|を)(?:必ず|さらに|別に|別途|追加で)?(?:必要(?!ない|あり|は|な(?:い|く|し))|必須|要(?:る|りま(?!せ)|し(?:ま|、))|い(?:る|りま(?!せ))(?!方|人|場)|求められ(?!な|ま?せん|て(?:い)?(?:な|ま?せ))|求めら?れ?ます|お願い|不可欠|欠かせ)"
)
"""Behind a list: it is needed, which much else can be than a thing."""
THING = re.compile(
    r"(?:証|書類?|票|カード|券|番号|控え|ひかえ|印鑑?|印かん|いんかん|はんこ|ハンコ|写真|コピー|写し|手帳|通帳|状|メモ|スマホ|スマートフォン|携帯(?:電話)?|パスワード|(?<!時)代|料|金|お札|切手|紙|届|レシート|明細|名刺|ノート|封筒|通知|ハガキ|キー|鍵|円|パソコン|pc|タブレット|リーダー?|ライター?|財布|硬貨|コード|めがね|眼鏡|保証人|シール|袋)$"
)
"""Nouns that name things one can hold."""
CLEFT = re.compile(
    r"(?:持ち物|携行品|(?:必要(?:な|に?なる|とする|とされる)|要る|(?<!て)いる|求められる|(?:お?持(?:ち|って)|(?:ご?持参|ご?用意|準備|提示|提出)|(?:揃|そろ)え|見せ|差し出|出|携え|忘れ)[^、。はがを]{0,12}?[るいうくすた])(?:もの|の|書類|品|物))(?:は|が、)、?(?P<named>[^。は]{2,60}?)(?:です|だ(?=[、。]|$)|である|になり|でし|だけ|のみ|。|$)"
)
"""Before a list that names all: 必要なのは."""

SHOWING = re.compile(r"の(?:ご?提出|ご?提示|ご?持参|ご?用意|準備)$")
"""What is done with a thing: 紙の提出."""
SPLIT = re.compile(
    r"(?:と(?!き|こ|い|し|し)|や|、|・|及び|および|並びに|または|又は|に加え(?:て)?|のほか(?:に)?)+"
)
COUNT = re.compile(r"の?(?:両方|[0-9一二三両]点|[0-9一二三]つ|セット|など)$")
VAGUE = re.compile(
    r"(?P<thing>[^、。とやはがをも]{2,16}(?:が|を|の)?[^、。とやはがをも]{2,12}(?:もの|物|書類))(?=(?:を|が|も)(?:ご?持参|お持ち(?:くだ|に|いただ)|持って(?:行|い|来)|ご?用意|携え|差し出|添え|(?:お)?見せ|提示|提出|必要(?!な)|要ります))"
)
"""A thing that is told by what it shows: 口座がわかるもの."""
TELLS_WHO = re.compile(
    r"本人|身分|身元|確認|顔写真|写真付|公的|証明|必要な|次の|以下|上記|下記|同じ|その他|記載|そろ|揃|すべて|全て|住所と氏名|氏名と|いずれか|どちらか|[0-9]点"
)
"""It is an identity document, or no thing in particular."""
GENERIC = re.compile(
    r"(?:^|の)(?:もの|物|品|書類|必要書類|持ち物|用紙|申請書|再設定申請書|届出?書?|番号札|整理券|必要|方|場合|際|時間|当日|平日|窓口|役所|お手|手元|本人|自身|自分|次|以下|下記|上記|右記|左記|案内|記入|準備|用意|持参|提示|それ|画面|点|枚|方法|機械|手続き?|開庁時間|時|[0-9]+|お?店|コンビニ|確認|本体|同じ|全部|両方|一式|特|特段|別段|なし|無し)$"
)
"""Nouns that name no particular thing."""
CARD = re.compile(
    r"(?:^|の|お手持ち|ご本人|自身|自分)?(?:マイナンバー|個人番号|マイナ)カード$|^カード$|のカード$|ic?カード$"
)
IDENTITY = re.compile(
    r"本人確認(?:の)?(?:書類|資料|できるもの)|身分証(?:明書?)?|身元確認書類|(?:運転)?免許証?$|運転経歴証明書|パスポート|旅券|保険証|資格確認書|在留カード|永住者証明書|(?:障[害が]い?者?|福祉|年金)(?:[^の]{0,4})手帳|確認書類|顔写真付き?の?(?:書類|証明書|もの)"
)
PHONE = re.compile(
    r"スマ(?:ホ|ートフォン)|携帯(?:電話|端末)?|iphone|android|端末$|アプリ|ソフト|jpki|nfc"
)
NUMBER = re.compile(
    r"(?:予約|受付)(?:完了)?(?:番号|no)|予約(?:の)?(?:控え|画面|メモ|内容)|番号の?(?:控え|メモ)$|^(?:控え|メモ)$"
)
PASSWORD = re.compile(r"署名|英数字|パスワード|暗証番号|4桁|数字|利用者証明|番号$|電子証明書")

WANTED_AT: dict[Term, tuple[re.Pattern[str], ...]] = {
    Term.COUNTER: (CARD, IDENTITY),
    Term.KIOSK: (CARD, IDENTITY, PHONE, NUMBER, PASSWORD),
    Term.APP: (CARD, IDENTITY, PHONE, NUMBER, PASSWORD),
}
"""What is brought to a place, or is a claim of its own there: an identity document to the kiosk."""
WANTED_PLACES = frozenset(WANTED_AT)
ELSEWHERE = re.compile(
    r"代理|再発行|再交付|作り直|氏名|引っ?越|転入|転出|住所変更|紛失|なくし|更新|受け取|交付|確定申告|税|診察|受診|申込|申し込|問い?合わせ|電話|契約|会員登録|口座開設|住民票の写しを|証明書を取|郵送|照会"
)
"""Another matter, to which other things are brought."""


@dataclass(frozen=True)
class Brought:
    """A list of things that one is told to bring; `strict` says that the verb takes things only."""

    items: tuple[Item, ...]
    strict: bool


def brought(look: Look) -> Iterator[Brought]:
    """The lists of what to bring in a sentence, an item or a cell."""
    text = look.text
    if _headed(look):
        for found in lists(text):
            if found.start() == 0:
                yield Brought(tuple(items(found)), True)
    for found in CLEFT.finditer(text):
        yield Brought(tuple(_pieces(text, *found.span("named"))), True)
    for found in lists(text):
        verb = BROUGHT.match(text, found.end())
        if verb is None and WANTED.match(text, found.end()) is None:
            continue
        rest = text[found.end() : found.end() + 40].split("。")[0]
        if SPARED.search(rest) is None:
            yield Brought(tuple(items(found)), verb is not None)
    for found in VAGUE.finditer(text):
        if TELLS_WHO.search(found["thing"]) is None and SPARED.search(text[found.end() :]) is None:
            yield Brought((Item(found["thing"].removesuffix("もの"), *found.span("thing")),), True)


def _pieces(text: str, start: int, end: int) -> Iterator[Item]:
    """The things that a cleft names, each with what is said of it: 控えておいた予約番号."""
    at = start
    for cut in (*SPLIT.finditer(text, start, end), None):
        stop = cut.start() if cut else end
        piece = COUNT.sub("", text[at:stop].strip("「」"))
        if len(piece) > 1:
            yield Item(piece, at, stop)
        at = cut.end() if cut else end


def _headed(look: Look) -> bool:
    """Whether the head of a cell, or the heading of an item, says that things to bring follow."""
    sentence = look.sentence
    if sentence.row or sentence.column or sentence.block.kind is Kind.ROW:
        return HEAD.search(sentence.row) is not None or HEAD.search(sentence.column) is not None
    head = "".join(sentence.heads[-1:])
    return (
        sentence.block.kind is Kind.ITEM and HEAD.search(head) is not None and len(look.text) < 40
    )


def unwanted(look: Look) -> Iterator[tuple[int, int]]:
    """The things that nobody wants where the guide tells to bring them."""
    over = look.context + "".join(look.before[-1:])
    if ELSEWHERE.search(look.text) or ELSEWHERE.search(look.near) or MORE.match(look.text):
        return
    for each in brought(look):
        place = _place(look, each) if each.items else None
        wanted = WANTED_AT.get(place) if place else None
        if wanted is None or not _of_procedure(look, over):
            continue
        for item in each.items:
            last = each.strict and item is each.items[-1]
            if _strange(item, wanted, last):
                yield item.start, item.end


def _place(look: Look, each: Brought) -> Term | None:
    """The place that is named beside the items, else what stands over them."""
    first, last = each.items[0].start, each.items[-1].end
    named = [
        found.term
        for found in look.terms
        if found.term in WANTED_PLACES and not first <= found.start < last
    ]
    if named and not (look.sentence.row or look.sentence.column):
        return named[0]
    if look.sentence.block.kind is Kind.ROW:
        return look.place_at(len(look.text))
    return look.place_over() if look.topic is None else look.topic


def _strange(item: Item, wanted: tuple[re.Pattern[str], ...], thing: bool) -> bool:
    """Whether an item is a thing, and none of those that are wanted."""
    name = SHOWING.sub("", item.text)
    if GENERIC.search(name) or any(each.search(name) for each in wanted):
        return False
    return thing or THING.search(name) is not None


def _of_procedure(look: Look, over: str) -> bool:
    return (
        re.search(r"再設定|初期化|ロック|4桁|暗証|コンビニ|窓口|予約", look.text + over) is not None
    )
