"""A way that a guide speaks of: where, whether it can be done, and under which states."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidance.claims.base import Stated
from guidance.claims.other_pins import of_others
from guidance.claims.states import NOT_VALID, NOTHING, State, States, full_names
from guidance.look import Look
from guidance.polarity import Polarity, polarity
from guidance.terms import Term, has

COUNTER = re.compile(
    r"窓口|役所|役場|市民課|区民課|住民課|対面|庁舎|市区町村(?!内|の(?:店|対応))|自治体"
)
KIOSK = re.compile(
    r"コンビニ|マルチ|店(?!員|長|の人)|オンライン|この(?:方法|ルート|サービス|やり方|手順)|スマ(?:ホ|ートフォン)(?:アプリ)?(?:で|と|から|では|だけ|のみ|[+＋])|アプリ(?:で|と|から|だけ|のみ|[+＋])"
    r"|予約(?!番号)|再設定の鍵|鍵(?:に|と)|ネット|セブン|イオン"
)
"""The kiosk's way, by any of its names: コンビニ, アプリから, この方法."""

OF_PASSWORD = re.compile(
    r"署名用(?:の)?(?:電子証明書)?(?:の)?(?:パスワード|暗証番号)?(?:のほう)?(?:を|の|だけ)(?:、)?[^、。4]{0,8}(?:再設定|初期化|リセット|決め|設定し|直)"
)
"""署名用パスワードを再設定: that it is the signing password that is reset."""

CASES = re.compile(
    r"場合|なければ|ないと|とき|ずに|まま|過ぎ|機種|がない|なし(?:で|に)|nfc|対象外の|全店|店によ|お?店(?:舗)?も|ない(?:お?店|機械|端末)|店(?:舗)?が(?:あ|ござ)|電話|パソコン|郵便|予約でき|予約は"
)
"""A denial that holds in some case only, or speaks of another thing."""

DENIED = re.compile(
    r"(?:でき|行え|いただけ|使え|直せ|なおせ|扱|対応|受け付け|なれ)[^、。]{0,6}(?:ない|ません|ず)|不可|対象外"
)
HELPS = re.compile(r"解決|対応|解け|直せ")
LIMITED = re.compile(
    r"とき|時間|土|日曜|祝|深夜|一部|店舗|店で|チェーン|セブン|ローソン|だけ|のみ|限り|限ら|すべて|どの|次の|次に|以下|下記|いずれか"
)
"""A sentence of which no plain denial comes: at some times, in some stores."""

OPENING_TIMES = re.compile(r"平日|土|日曜|祝|年末|時間|住民票")


@dataclass(frozen=True)
class Way:
    """What a clause says can or cannot be done: where, under which states.

    `only` says that nothing else than the counter helps; `resets_password` that it is the signing
    password that is reset; `bare` that neither a state nor a condition stands before it.
    """

    place: Term
    can: bool
    start: int
    end: int
    states: States = NOTHING
    only: bool = False
    resets_password: bool = False
    bare: bool = False


def serves(states: States) -> bool:
    """Whether nothing in these states keeps one from the kiosk: the key is known, or good."""
    good = states & {State.PASSWORD_KNOWN, State.VALID}
    return bool(good) and not states & (NOT_VALID | {State.PASSWORD_LOST})


def resets_password(text: str) -> bool:
    """Whether a text speaks of the reset of the signing password."""
    return OF_PASSWORD.search(full_names(text)) is not None


def judged(look: Look, way: Way) -> Iterator[Stated]:
    """Which claim the way speaks of, and whether it is so."""
    if way.place is not Term.KIOSK:
        yield from _of_counter(look, way)
        return
    claim = _of_kiosk(look, way)
    if claim is not None:
        # Where a lost password keeps one from the kiosk, the other secret is wanted.
        yield Stated(claim, way.can is (claim != "key"), way.start, way.end)


def _of_counter(look: Look, way: Way) -> Iterator[Stated]:
    """That only the counter helps, though the kiosk does; or that not even the counter does."""
    states = way.states
    if way.only and not states & NOT_VALID:
        if serves(states):
            yield Stated("kiosk-resets-pin", False, way.start, way.end)
        elif {State.PASSWORD_LOST, State.PIN_KNOWN} <= states:
            yield Stated("each-resets-the-other", False, way.start, way.end)
    elif not way.can and State.PASSWORD_LOST in states and not OPENING_TIMES.search(look.text):
        yield Stated("counter-resets", frozenset(), way.start, way.end)


def _of_kiosk(look: Look, way: Way) -> str | None:
    """The claim that a way at the kiosk speaks of; None when it speaks of none."""
    states = way.states
    if State.LATE in states:
        return None
    if State.EXPIRED in states:
        return "expired"
    if State.MOVED in states:
        return "moved"
    if {State.PASSWORD_LOST, State.PIN_KNOWN} <= states:
        return "each-resets-the-other" if way.resets_password or not way.can else None
    if State.PASSWORD_LOST in states:
        return "key"
    plain = (
        State.PASSWORD_KNOWN in states
        or serves(states)
        or _plainly_denied(look, way)
        or _plainly_said(look, way)
    )
    return "kiosk-resets-pin" if plain else None


AT_KIOSK = re.compile(r"コンビニ|マルチコピー|キオスク")


def _plainly_said(look: Look, way: Way) -> bool:
    """Whether a way is open to whoever has lost the PIN: 4桁はコンビニで再設定できます."""
    text = look.text[way.start : way.end]
    if not way.can or not (way.bare or way.states == {State.PIN_LOST}):
        return False
    told = AT_KIOSK.search(text) and has(text, Term.RESET) and polarity(text) is Polarity.CAN
    return bool(told) and has(look.text, Term.PIN) and not LIMITED.search(look.text)


def _plainly_denied(look: Look, way: Way) -> bool:
    """Whether a way is denied for whoever has lost the PIN: コンビニでは再設定できません."""
    text = look.text[way.start : way.end]
    if of_others(look) or way.can or not (way.bare or way.states == {State.PIN_LOST}):
        return False
    if CASES.search(text) or not DENIED.search(text) or LIMITED.search(look.text):
        return False
    resets = has(text, Term.RESET) or HELPS.search(text) is not None
    return resets and look.secret_at(way.end - 1) is Term.PIN
