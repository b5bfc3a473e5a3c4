"""The facts that guides state, and how each is recognised."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fakes.policy import Policy
from fakes.purposes import AUTHENTICATION_ONLY, Purpose
from fakes.words import Words
from guidance.claims import (
    all_stores,
    app_name,
    biometrics,
    both,
    case,
    days,
    delays,
    distance,
    elsewhere,
    entries,
    fee,
    guessable,
    held,
    hours,
    keys,
    late,
    lengths,
    lists,
    locks,
    moves,
    nfc,
    other_pins,
    own_card,
    renewing,
    reserving,
    stores,
    things,
    tries,
    uses,
    validity,
    ways,
    where,
)
from guidance.claims.base import Chain, Claim, Denied, Recogniser, Said, Stated
from guidance.claims.denials import denials
from guidance.look import Look

__all__ = ["CLAIMS", "RECOGNISERS", "Chain", "Claim", "Said", "Stated", "states"]


@dataclass(frozen=True)
class Any4Digits(Claim):
    """Whether any kiosk resets the 4-digit PIN."""

    def expected(self, policy: Policy, value: object = None) -> object:
        """Whether some chain does."""
        return any(Purpose.AUTHENTICATION in resets for _, resets in policy.chains)

    def applied(self, policy: Policy, value: object) -> Policy | None:
        """No chain does; where one does, no guide says."""
        if value is not False or self.id != "kiosk-resets-pin":
            return None
        none = tuple((chain, resets - AUTHENTICATION_ONLY) for chain, resets in policy.chains)
        return replace(policy, chains=none)

    def shown(self, value: object) -> Words:
        """A yes or a no."""
        if isinstance(value, bool):
            return Words("できる", "yes") if value else Words("できない", "no")
        return super().shown(value)


@dataclass(frozen=True)
class Lapsed(Claim):
    """What becomes of a reservation past its validity."""

    def expected(self, policy: Policy, value: object = None) -> object:
        """Nothing: it is void, whatever the validity is."""
        return None

    def shown(self, value: object) -> Words:
        """That it is void."""
        return Words("失効する", "void") if value is None else super().shown(value)


@dataclass(frozen=True)
class Advised(Claim):
    """Which numbers are advised against: a guide need not name every kind."""

    def agrees(self, policy: Policy, value: object) -> bool:
        """Whether the procedure advises against all that are named."""
        return isinstance(value, frozenset) and value <= policy.guessable


def _claim(id: str, field: str, ja: str, en: str, **more: object) -> Claim:
    return Claim(id, field, Words(ja, en), **more)  # type: ignore[arg-type]


ALL = (
    _claim(
        "authentication-tries",
        "authentication_tries",
        "数字4桁がロックされるまでの間違い",
        "wrong entries that lock the PIN",
    ),
    _claim(
        "signature-tries",
        "signature_tries",
        "署名用パスワードがロックされるまでの間違い",
        "wrong entries that lock the signing password",
    ),
    _claim(
        "authentication-pin-length",
        "authentication_pin_length",
        "数字4桁の長さ",
        "length of the PIN",
    ),
    _claim(
        "authentication-pin-alphabet",
        "authentication_pin_alphabet",
        "数字4桁に使う文字",
        "characters of the PIN",
    ),
    _claim(
        "signature-password-min",
        "signature_password_min",
        "署名用パスワードのいちばん短い長さ",
        "shortest signing password",
    ),
    _claim(
        "signature-password-max",
        "signature_password_max",
        "署名用パスワードのいちばん長い長さ",
        "longest signing password",
    ),
    _claim(
        "signature-password-alphabet",
        "signature_password_alphabet",
        "署名用パスワードに使う文字",
        "characters of the signing password",
    ),
    _claim(
        "lock-is-final",
        "lock_is_final",
        "ロックは再設定するまで解けない",
        "a lock holds until the reset",
    ),
    _claim(
        "tries-next-day",
        "tries_return_next_day",
        "日付が変わると間違いの回数が戻る",
        "a new day gives the tries back",
    ),
    _claim(
        "tries-restored",
        "right_entry_restores_tries",
        "正しく入力すると間違いの回数が戻る",
        "a right entry gives the tries back",
    ),
    _claim(
        "app-name",
        "reset_app",
        "予約に使うアプリ",
        "the app that reserves",
        divergence="app-name",
        other=("JPKI暗証番号リセット",),
    ),
    _claim("app-nfc", "app_needs_nfc", "NFC対応のスマートフォンがいる", "the phone must have NFC"),
    _claim("app-hours", "app_always_open", "予約はいつでもできる", "reservations at any time"),
    _claim("case-blocks", "case_blocks_reading", "ケースを外す", "the case must be off"),
    _claim("reading-place", "reading_tolerance_mm", "カードを当てる位置", "where the card is held"),
    _claim(
        "reservation-validity",
        "reservation_validity",
        "予約の期限",
        "how long a reservation is good",
    ),
    Lapsed(
        "late",
        "reservation_validity",
        Words("期限を過ぎた予約は使えない", "a lapsed reservation is of no use"),
    ),
    _claim(
        "reservation-digits",
        "reservation_digits",
        "予約番号の長さ",
        "length of the reservation number",
    ),
    _claim(
        "reservation-single-use",
        "reservation_is_single_use",
        "予約番号は一度だけ使える",
        "a reservation serves once",
    ),
    _claim(
        "reservation-wanted",
        "reservation_is_wanted",
        "コンビニの前に予約がいる",
        "the kiosk wants a reservation",
    ),
    _claim(
        "reservation-wait",
        "reservation_wait",
        "予約してすぐに再設定できる",
        "no wait after the reservation",
    ),
    _claim(
        "own-card",
        "reservation_binds_card",
        "予約番号は予約したカードだけに使える",
        "a reservation serves its own card only",
    ),
    _claim(
        "kiosk-opens",
        "kiosk_opens",
        "マルチコピー機の利用開始時刻",
        "when the kiosk service begins",
    ),
    _claim(
        "kiosk-closes",
        "kiosk_closes",
        "マルチコピー機の利用終了時刻",
        "when the kiosk service ends",
    ),
    _claim(
        "kiosk-weekdays",
        "kiosk_weekdays",
        "マルチコピー機を使える曜日",
        "days on which the kiosk serves",
    ),
    _claim(
        "kiosk-anywhere",
        "kiosk_own_municipality",
        "住民票のある市区町村の店舗に限る",
        "only kiosks in the municipality of residence",
    ),
    _claim("kiosk-fee", "kiosk_fee", "コンビニでの再設定の手数料", "fee at the kiosk"),
    _claim(
        "kiosk-identity",
        "kiosk_wants_identity",
        "コンビニで本人確認書類がいる",
        "the kiosk asks for an identity document",
    ),
    _claim(
        "new-pin-entries",
        "new_pin_entries",
        "新しい数字4桁を入力する回数",
        "entries of the new PIN",
    ),
    _claim(
        "new-pin-at-once",
        "new_pin_works_at_once",
        "新しい番号はすぐ使える",
        "the new PIN works at once",
    ),
    _claim("chains", "chains", "チェーンごとに再設定できるもの", "what each chain resets"),
    _claim("all-stores", "chains", "対応していない店舗がある", "not every store takes part"),
    Any4Digits(
        "kiosk-resets-pin",
        "chains",
        Words("数字4桁をコンビニで再設定できる", "kiosks reset the PIN"),
    ),
    Any4Digits("where", "chains", Words("再設定できる場所", "where the reset is done")),
    _claim("where-reserve", "reset_app", "予約する場所", "where one reserves"),
    Any4Digits(
        "each-resets-the-other",
        "chains",
        Words("もう一方の暗証番号が鍵になる", "each secret resets the other"),
    ),
    _claim("key", "key_is_wanted", "もう一方の暗証番号がいる", "the other secret is needed"),
    _claim(
        "expired",
        "expired_certificate_serves",
        "期限切れの署名用電子証明書で再設定できる",
        "an expired certificate serves",
    ),
    _claim(
        "moved",
        "revoked_certificate_serves",
        "失効した署名用電子証明書で再設定できる",
        "a revoked certificate serves",
    ),
    _claim(
        "renewal",
        "kiosk_renews_certificates",
        "コンビニで電子証明書を更新できる",
        "kiosks renew certificates",
    ),
    _claim(
        "move-signature",
        "move_voids_signature",
        "引っ越しで署名用電子証明書が失効する",
        "a move voids the digital-signature certificate",
    ),
    _claim(
        "move-authentication",
        "move_voids_authentication",
        "引っ越しで利用者証明用電子証明書が失効する",
        "a move voids the user-authentication certificate",
    ),
    _claim(
        "other-pins",
        "other_pins_at_kiosk",
        "ほかの4桁の暗証番号をコンビニで再設定できる",
        "kiosks reset the other PINs",
    ),
    _claim("counter-opens", "counter_opens", "開庁時間の始まり", "when the counter opens"),
    _claim("counter-closes", "counter_closes", "開庁時間の終わり", "when the counter closes"),
    _claim(
        "counter-weekdays",
        "counter_weekdays",
        "窓口が開いている曜日",
        "days on which the counter is open",
    ),
    _claim(
        "counter-year-end",
        "counter_year_end",
        "年末年始は窓口が閉まる",
        "the counter is closed over the new year",
    ),
    _claim(
        "counter-identity",
        "counter_wants_identity",
        "窓口で本人確認書類がいる",
        "the counter asks for an identity document",
    ),
    _claim(
        "counter-card",
        "counter_wants_card",
        "窓口でマイナンバーカードがいる",
        "the counter asks for the card",
        divergence="counter-card",
    ),
    _claim(
        "counter-password",
        "counter_wants_password",
        "窓口で署名用パスワードがいる",
        "the counter asks for the signing password",
    ),
    _claim(
        "counter-own-municipality",
        "counter_own_municipality",
        "住民票のある市区町村の窓口に限る",
        "only the municipality of residence",
    ),
    _claim("counter-resets", "counter_resets", "窓口で再設定できるもの", "what the counter resets"),
    _claim(
        "biometric-login",
        "biometric_login",
        "生体認証なら数字4桁を入力しない",
        "biometric login spares the PIN",
    ),
    Advised("guessable", "guessable", Words("避けたほうがよい番号", "numbers advised against")),
)
CLAIMS = {claim.id: claim for claim in ALL}

RECOGNISERS: tuple[Recogniser, ...] = (
    tries.tries,
    entries.entries,
    uses.uses,
    lengths.lengths,
    validity.validity,
    late.late,
    hours.hours,
    delays.effect,
    delays.wait,
    days.days,
    where.kiosk_where,
    where.counter_where,
    stores.chains,
    all_stores.all_stores,
    case.case,
    held.spot,
    held.face,
    distance.distance,
    locks.right_entry,
    locks.waiting,
    locks.next_day,
    locks.restored,
    things.things,
    lists.bring,
    fee.fee,
    nfc.nfc,
    ways.ways,
    keys.key,
    moves.moved,
    app_name.app_name,
    own_card.own_card,
    other_pins.other_pins,
    both.both_at_counter,
    biometrics.biometrics,
    guessable.guessable,
    elsewhere.elsewhere,
    elsewhere.phone_only,
    reserving.reserving,
    renewing.renewing,
)


IN_QUESTIONS: tuple[Recogniser, ...] = (lengths.lengths, app_name.app_name)
"""What a question takes for granted."""


def _denied(stated: Stated, spans: list[tuple[int, int]]) -> Stated:
    """What is stated only to be denied is stated as not so."""
    if any(start <= stated.start and stated.start < end for start, end in spans):
        return replace(stated, value=Denied(stated.value))
    return stated


def states(look: Look, asks: bool = False) -> Iterator[Stated]:
    """All that a sentence states of any claim; little when it only asks."""
    spans = list(denials(look.text)) if not asks else []
    for recognise in IN_QUESTIONS if asks else RECOGNISERS:
        for stated in recognise(look):
            look.take(stated.start, stated.end)
            yield _denied(stated, spans)
