"""Whether the phone that reserves must have NFC."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated, said
from guidance.claims.necessity import able, needed
from guidance.claims.telling import believed, clauses, tellings
from guidance.look import Look
from guidance.terms import Term

NFC = re.compile(
    r"nfc|近距離(?:無線)?通信|おサイフ(?:ケータイ|機能)|かざして通信|非接触(?:型)?(?:ic)?(?:通信)?|(?:ic)?カード(?:の|を)?読み?取[りる](?:の|ため(?:の)?)?機能"
)
PHONELESS = re.compile(
    r"(?:(?:固定|公衆)電話|ガラケー|パソコン(?:のカメラ)?|タブレット|ゲーム機|テレビ|電話)(?:(?:や|と|か|とicカード)[^、。]{1,12})?(?:から|で)(?:も)?"
)
"""A device that cannot have it."""
NO_PHONE = re.compile(
    r"(?:^|[、(「])スマ(?:ホ|ートフォン)(?:は|で(?:は|の予約は)|からは)(?:、)?(?:一切)?(?:使え|使い|利用でき|予約でき|でき|ご利用になれ|不可|対応して(?:い)?)(?:ない|ません|$|[)。])|スマ(?:ホ|ートフォン)(?:は|が)?(?:不要|なくても|いりません|要りません)"
)
"""No phone serves, or none is needed: スマートフォンは使えません."""
LACKING = re.compile(
    r"^[^、。必要]{0,14}?(?:[がのはも](?:ない|ありません|なく|無い|付いて(?:い)?(?:ない|ません|なく)|ついて(?:い)?(?:ない|ません|なく)|備わって(?:い)?(?:ない|ません|なく))|なし(?!では)|無し(?!では)|非対応|未対応|非搭載|未搭載|対応(?:して)?(?:い)?(?:ない|ません|なく|おらず|でない|でなく|していなけれ)|でな(?:い|く|けれ)|(?:積|搭載|備え|装備|使え|内蔵)[^、。]{0,4}(?:ない|ません|なく|おらず|なけれ)|以外|[がをは](?:切|オフ|off|無効)[^、。]{0,6}|がなけれ|なければ|無しのスマ)"
)
"""Right behind it: the phone lacks it."""
OTHERWISE = re.compile(
    r"qrコード|bluetooth|ブルートゥース|カメラ|撮影|固定電話|手で打|手入力|番号を(?:打ち込|入力)|読み取ることは(?:ない|あり)"
)
"""Another way to read the card."""
WEIGHED = re.compile(
    r"(?:有無|かどうか|対応か(?:否か)?|付いて(?:い)?(?:る|ても))[^、。]{0,12}(?:問わ|問い|かかわ|関わ|関係|気にし|気にする|確かめ|確認)"
)
"""Whether it has it is of no matter, or is to be looked up."""
MATTERS = re.compile(
    r"(?:確かめ|確認)(?!(?:る|する)?(?:必要(?:は|が)?(?:ない|あり|なく)|までも|ことは|なく))"
)
BOUND = re.compile(
    r"(?:けれ)?ば(?:なら|いけ)(?:ない|ません)(?P<free>わけで?は(?:ない|ありません|なく))?"
)
"""A duty, or its denial: でなければならない."""
EVEN = re.compile(r"(?:ても|とも)")
"""Even so: でなくても."""
HELPED = re.compile(r"借り|窓口|役所")
"""Another way out: 借りる, 窓口に行く."""


def nfc(look: Look) -> Iterator[Stated]:
    """Whether the phone must have NFC: NFC対応のスマートフォンが必要です."""
    for telling in tellings(look):
        found = NFC.search(telling.text)
        if found is None:
            continue
        value = _value(telling.text, found)
        if value is not None:
            yield Stated(
                "app-nfc", value != telling.denied, *telling.span(found.start(), len(telling.text))
            )
            return
    phone = NO_PHONE.search(look.text)
    if phone is not None and look.place_at(0) is Term.APP and "予約" in look.context + look.text:
        yield said(look, "app-nfc", *phone.span())
    elif NFC.search(look.text) is None and PHONELESS.search(look.text):
        found = PHONELESS.search(look.text)
        assert found is not None
        if able(look.text[found.end() :].split("。")[0]) and "予約" in look.text:
            yield Stated("app-nfc", False, *found.span())


def _value(text: str, found: re.Match[str]) -> bool | None:
    rest = text[found.end() :]
    weighed = WEIGHED.search(rest[:40])
    if weighed:
        return MATTERS.search(rest[weighed.start() : weighed.end() + 16]) is not None
    lacking = LACKING.match(rest[:30])
    if lacking is None:
        return next(
            (said for said in _needs(rest) if said is not None), not _spared_before(text, found)
        )
    bound = BOUND.match(rest[lacking.end() :])
    if bound is not None:
        return bound["free"] is None
    if EVEN.match(rest[lacking.end() :]):
        return False
    return _without(rest[lacking.end() :])


def _spared_before(text: str, found: re.Match[str]) -> bool:
    return OTHERWISE.search(text[: found.start()]) is not None and "不要" in text[found.end() :]


def _needs(rest: str) -> Iterator[bool | None]:
    for begin, end in clauses(rest):
        if not believed(rest[begin:end]):
            said = needed(rest[begin:end])
            if said is False:
                yield False
            elif said:
                yield True


def _without(rest: str) -> bool | None:
    """What the clauses say can be done without it."""
    pieces = clauses(rest)
    telling = [each for each in pieces if "予約" in rest[each[0] : each[1]]]
    for begin, end in [*telling, *(each for each in pieces if each not in telling)]:
        can = (
            None
            if believed(rest[begin:end]) or (OTHERWISE.search(rest[begin:end]) and end < len(rest))
            else able(rest[begin:end])
        )
        if can is not None and HELPED.search(rest[begin:end]):
            continue
        if can is not None:
            return not can
    return None
