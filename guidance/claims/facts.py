"""The facts that guides state: of each its name, and the field of `Policy` that holds it."""

from fakes.words import Words
from guidance.claims.base import Claim
from guidance.claims.kinds import Advised, Any4Digits, Lapsed, Named, Where

# One fact a line, so that all can be seen together.
# fmt: off
FACTS = (
    # The secrets, and their locks.
    Claim("authentication-tries", "authentication_tries", Words("数字4桁がロックされるまでの間違い", "wrong entries that lock the PIN")),
    Claim("signature-tries", "signature_tries", Words("署名用パスワードがロックされるまでの間違い", "wrong entries that lock the signing password")),
    Claim("authentication-pin-length", "authentication_pin_length", Words("数字4桁の長さ", "length of the PIN")),
    Claim("authentication-pin-alphabet", "authentication_pin_alphabet", Words("数字4桁に使う文字", "characters of the PIN")),
    Named("pin-name", "authentication_label", Words("数字4桁がどの証明書のものか", "whose the PIN is")),
    Claim("signature-password-min", "signature_password_min", Words("署名用パスワードのいちばん短い長さ", "shortest signing password")),
    Claim("signature-password-max", "signature_password_max", Words("署名用パスワードのいちばん長い長さ", "longest signing password")),
    Claim("signature-password-alphabet", "signature_password_alphabet", Words("署名用パスワードに使う文字", "characters of the signing password")),
    Claim("lock-is-final", "lock_is_final", Words("ロックは再設定するまで解けない", "a lock holds until the reset")),
    Claim("tries-next-day", "tries_return_next_day", Words("日付が変わると間違いの回数が戻る", "a new day gives the tries back")),
    Claim("tries-restored", "right_entry_restores_tries", Words("正しく入力すると間違いの回数が戻る", "a right entry gives the tries back")),
    # The app, and the reading of the card.
    Claim("app-name", "reset_app", Words("予約に使うアプリ", "the app that reserves"), divergence="app-name", other=("JPKI暗証番号リセット",)),
    Claim("app-nfc", "app_needs_nfc", Words("NFC対応のスマートフォンがいる", "the phone must have NFC")),
    Claim("app-hours", "app_always_open", Words("予約はいつでもできる", "reservations at any time")),
    Claim("case-blocks", "case_blocks_reading", Words("ケースを外す", "the case must be off")),
    Claim("reading-place", "reading_tolerance_mm", Words("カードを当てる位置", "where the card is held")),
    # The reservation.
    Claim("reservation-validity", "reservation_validity", Words("予約の期限", "how long a reservation is good")),
    Lapsed("late", "reservation_validity", Words("期限を過ぎた予約は使えない", "a lapsed reservation is of no use")),
    Claim("reservation-digits", "reservation_digits", Words("予約番号の長さ", "length of the reservation number")),
    Claim("reservation-single-use", "reservation_is_single_use", Words("予約番号は一度だけ使える", "a reservation serves once")),
    Claim("reservation-wanted", "reservation_is_wanted", Words("コンビニの前に予約がいる", "the kiosk wants a reservation")),
    Claim("reservation-wait", "reservation_wait", Words("予約してすぐに再設定できる", "no wait after the reservation")),
    Claim("own-card", "reservation_binds_card", Words("予約番号は予約したカードだけに使える", "a reservation serves its own card only")),
    # The kiosk.
    Claim("kiosk-opens", "kiosk_opens", Words("マルチコピー機の利用開始時刻", "when the kiosk service begins")),
    Claim("kiosk-closes", "kiosk_closes", Words("マルチコピー機の利用終了時刻", "when the kiosk service ends")),
    Claim("kiosk-weekdays", "kiosk_weekdays", Words("マルチコピー機を使える曜日", "days on which the kiosk serves")),
    Claim("kiosk-anywhere", "kiosk_own_municipality", Words("住民票のある市区町村の店舗に限る", "only kiosks in the municipality of residence")),
    Claim("kiosk-fee", "kiosk_fee", Words("コンビニでの再設定の手数料", "fee at the kiosk")),
    Claim("kiosk-identity", "kiosk_wants_identity", Words("コンビニで本人確認書類がいる", "the kiosk asks for an identity document")),
    Claim("new-pin-entries", "new_pin_entries", Words("新しい数字4桁を入力する回数", "entries of the new PIN")),
    Claim("kiosk-done", "kiosk_done", Words("再設定が終わったときの表示", "what tells that the reset is done")),
    Claim("new-pin-at-once", "new_pin_works_at_once", Words("新しい番号はすぐ使える", "the new PIN works at once")),
    # Where which secret is reset, and by what.
    Claim("chains", "chains", Words("チェーンごとに再設定できるもの", "what each chain resets")),
    Claim("all-stores", "chains", Words("対応していない店舗がある", "not every store takes part")),
    Any4Digits("kiosk-resets-pin", "chains", Words("数字4桁をコンビニで再設定できる", "kiosks reset the PIN")),
    Where("where", "chains", Words("再設定できる場所", "where the reset is done")),
    Claim("where-reserve", "reset_app", Words("予約する場所", "where one reserves")),
    Any4Digits("each-resets-the-other", "chains", Words("もう一方の暗証番号が鍵になる", "each secret resets the other")),
    Claim("key", "key_is_wanted", Words("もう一方の暗証番号がいる", "the other secret is needed")),
    # Certificates.
    Claim("expired", "expired_certificate_serves", Words("期限切れの署名用電子証明書で再設定できる", "an expired certificate serves")),
    Claim("moved", "revoked_certificate_serves", Words("失効した署名用電子証明書で再設定できる", "a revoked certificate serves")),
    Claim("renewal", "kiosk_renews_certificates", Words("コンビニで電子証明書を更新できる", "kiosks renew certificates")),
    Claim("move-signature", "move_voids_signature", Words("引っ越しで署名用電子証明書が失効する", "a move voids the digital-signature certificate")),
    Claim("move-authentication", "move_voids_authentication", Words("引っ越しで利用者証明用電子証明書が失効する", "a move voids the user-authentication certificate")),
    # Other secrets.
    Claim("other-pins", "other_pins_at_kiosk", Words("ほかの4桁の暗証番号をコンビニで再設定できる", "kiosks reset the other PINs")),
    # The counter.
    Claim("counter-opens", "counter_opens", Words("開庁時間の始まり", "when the counter opens")),
    Claim("counter-closes", "counter_closes", Words("開庁時間の終わり", "when the counter closes")),
    Claim("counter-weekdays", "counter_weekdays", Words("窓口が開いている曜日", "days on which the counter is open")),
    Claim("counter-year-end", "counter_year_end", Words("年末年始は窓口が閉まる", "the counter is closed over the new year")),
    Claim("counter-identity", "counter_wants_identity", Words("窓口で本人確認書類がいる", "the counter asks for an identity document")),
    Claim("counter-card", "counter_wants_card", Words("窓口でマイナンバーカードがいる", "the counter asks for the card"), divergence="counter-card"),
    Claim("counter-password", "counter_wants_password", Words("窓口で署名用パスワードがいる", "the counter asks for the signing password")),
    Claim("counter-own-municipality", "counter_own_municipality", Words("住民票のある市区町村の窓口に限る", "only the municipality of residence")),
    Claim("counter-resets", "counter_resets", Words("窓口で再設定できるもの", "what the counter resets")),
    # Afterwards.
    Claim("biometric-login", "biometric_login", Words("生体認証なら数字4桁を入力しない", "biometric login spares the PIN")),
    Advised("guessable", "guessable", Words("避けたほうがよい番号", "numbers advised against")),
)
# fmt: on

CLAIMS = {claim.id: claim for claim in FACTS}
"""The claims by their ids, in the order in which they are told."""
