"""What the reset costs at the kiosk."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.necessity import ONLY_IF
from guidance.claims.telling import Telling, believed, clauses, tellings
from guidance.document import Kind
from guidance.figures import Measure, figures
from guidance.look import Look
from guidance.terms import Term, has

MONEY = re.compile(
    r"手数料|料金|使用料|利用料|費用|代金|お代|印紙|実費|お金|おかね|金銭|無料|無償|有料|有償|タダ|(?<!た)ただ(?:で(?!さえ|も)|だ|です|$|。)|割増|自己負担|支払|(?<!取り)払(?:う|い(?!戻)|っ|わ|え)|現金|小銭|硬貨|紙幣|入金|電子マネー|キャッシュレス|財布|[0-9一]円|¥[0-9]|コスト|課金|会計"
)
"""Words of paying."""
FREE = re.compile(
    r"無料|無償|タダ|(?<!た)ただ(?:で|だ|です|$|。)|ゼロ|0円|(?<!負担)なし|無し|サービスです"
)
OWES = re.compile(
    r"有料|有償|か[かけ]|いる|いり|要る|要り|要し|必要|発生|取ら|支払|払|請求|いただ|頂[かきく]|頂戴|申し受け|徴収|納め|割増|(?<!費用の)(?<!金銭の)(?<!料の)(?<!金の)負担|負担(?:が|は)?(?:あり(?!ま?せ)|ある|生じ)|現金|小銭|硬貨|入金|入れ|電子マネー|財布|課金|会計|実費"
)
"""Words of owing: denied they say that it is free."""
DENIED = re.compile(
    r"ま?せん|ない(?!と)|なく|ずに|ず(?=[、。]|$)|なし(?=[、。]|$|で)|無し|不要|いらず|要らず|ゼロ|免除|無用"
)
FREE_DENIED = re.compile(
    r"(?:無料|無償|ただ|タダ)(?:では|じゃ|とは|で(?:は)?)(?:な|あり|ござい?ま?せ|いき|済)|(?:無料|無償)(?:な|という)?(?:わけ|の)では"
)
NO_YEN = re.compile(r"(?:1|一)円(?:も|たりとも|すら)")
"""Not a single yen: 一円も払う必要がない."""
WITHOUT = re.compile(r"入れ(?:ない|なけれ)|払わ(?:ない|なけれ)|支払わ(?:ない|なけれ)")
"""Nothing moves unless one pays."""
OTHER = re.compile(
    r"住民票(?:の写し)?(?:を|の交付|の取得|は|など|の発行)|証明書(?:の|を)?(?:交付|発行|取)|再発行|再交付|作り直|印鑑|通信|パケット|印刷|コピー代|電話|送料|郵送|確定申告|税|年会費|引き出|振込"
)
"""Another service, which has its own fee."""
ALIKE = re.compile(
    r"(?:住民票|証明書|交付)[^、。]{0,14}(?:と(?:同じ|変わら|同額|違わ)|並み|に準じ)"
)
"""The fee of another service is the fee here: 住民票を取るときと変わりません."""
AS_FEE = re.compile(
    r"(?:代|料|費|料金|手数料|実費)(?:として|の名目で|分|相当|が|は)?[、:]?(?:1(?:件|回|枚)(?:に)?(?:つき)?)?[0-9]"
)
"""What the money is called that is to be paid here: コピー代として10円."""
SAME = re.compile(r"再設定|初期化|決め直|手続|同じ")
SIGN = re.compile(r"¥([0-9][0-9,]*)")
"""Yen by their sign: ¥300."""


def fee(look: Look) -> Iterator[Stated]:
    """What the reset costs at the kiosk: 手数料はかかりません."""
    for telling in tellings(look):
        if MONEY.search(telling.text) is None or not _about(look, telling):
            continue
        stated = list(_of_clauses(look, telling))
        yield from stated
        if stated:
            return


def _about(look: Look, telling: Telling) -> bool:
    """Whether it speaks of the kiosk, or of the reset as such."""
    if has(telling.text, Term.COUNTER) and not has(telling.text, Term.KIOSK):
        return False
    found = MONEY.search(telling.text)
    place = look.place_at(max(0, found.start() - telling.offset) if found else 0)
    if (
        place is Term.KIOSK
        or has(telling.text, Term.KIOSK)
        or re.search(r"機械", telling.text + look.near)
    ):
        return True
    return place is not Term.COUNTER and (
        has(telling.text, Term.RESET, Term.NUMBER) or has(look.near, Term.KIOSK, Term.RESET)
    )


def _of_clauses(look: Look, telling: Telling) -> Iterator[Stated]:
    paying = False
    for begin, end in clauses(telling.text, telling.since):
        clause = telling.text[begin:end]
        paying = paying or MONEY.search(clause) is not None
        if (
            not paying
            or end <= telling.since
            or believed(clause)
            or (
                OTHER.search(clause)
                and not SAME.search(clause)
                and not _as_fee(telling, clause)
                and not ALIKE.search(clause)
            )
        ):
            continue
        if has(clause, Term.COUNTER) and not has(clause, Term.KIOSK):
            continue
        value = _value(clause)
        if value is None or (value is PAID and look.sentence.block.kind is Kind.HEADING):
            continue
        if telling.denied:
            value = 0 if value is PAID else PAID
        start, stop = telling.span(begin, end)
        words = look.sentence.quote(start, stop)
        yield Stated(
            "kiosk-fee", Said(Words(words, "to be paid")) if value is PAID else value, start, stop
        )


def _as_fee(telling: Telling, clause: str) -> bool:
    """Whether what a cell on the fee names is the fee itself: 費用 | コピー代として10円."""
    return (
        telling.cell
        and MONEY.search(telling.text[: telling.since]) is not None
        and AS_FEE.search(clause) is not None
    )


PAID = object()
"""To be paid, without a figure."""


def _value(clause: str) -> object:
    """The yen that a clause names; `PAID` where it names none; None when it says nothing."""
    if ALIKE.search(clause):
        return PAID
    denied = DENIED.search(ONLY_IF.sub("", clause)) is not None
    if NO_YEN.search(clause):
        return 0 if denied else PAID
    yen = next((each for each in figures(clause) if each.measure is Measure.MONEY), None)
    if yen is not None:
        return 0 if denied and OWES.search(clause) else yen.low
    sign = SIGN.search(clause)
    if sign is not None:
        return int(sign[1].replace(",", ""))
    if FREE_DENIED.search(clause) or WITHOUT.search(clause):
        return PAID
    if FREE.search(clause):
        return 0
    owes = OWES.search(clause)
    if owes is None:
        return None
    return 0 if denied else PAID
