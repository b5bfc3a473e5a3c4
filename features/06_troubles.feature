# language: ja
@troubles
機能: 再設定がうまくいかないとき
  Section 6 of the guide: the checklist for when an error comes up.

  背景:
    前提 今は2026年2月16日 10:00である
    かつ 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている
    かつ 数字4桁がロックされている

  ルール: 署名用電子証明書が有効でなければ、署名用パスワードでは再設定できない
    Unless the digital-signature certificate is valid, the signing password resets nothing.

    @boundary
    シナリオアウトライン: 有効期限の日までは予約できる
      Through the last day of validity the reservation goes through.
      前提 署名用電子証明書の有効期限は2026年3月15日である
      かつ 今は<日時>である
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに予約番号が表示される

      例:
        | 日時                |
        | 2026年3月14日 10:00 |
        | 2026年3月15日 23:59 |

    @boundary @failure @expired_certificate_serves
    シナリオアウトライン: 有効期限を過ぎると予約できない
      After the last day the app refuses and sends one to the counter.
      前提 署名用電子証明書の有効期限は2026年3月15日である
      かつ 今は<日時>である
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに「署名用電子証明書の有効期限が切れています」と表示される
      かつ スマートフォンに「市区町村の窓口で手続きしてください」と表示される

      例:
        | 日時                |
        | 2026年3月16日 0:00  |
        | 2026年3月17日 10:00 |

    @failure @revoked_certificate_serves @move_voids_signature
    シナリオ: 引っ越しのあと更新していないと予約できない
      After a move without renewal the certificate is revoked, and its password is no key.
      前提 引っ越して住民票を移したが、署名用電子証明書を更新していない
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに「署名用電子証明書が失効しています」と表示される
      かつ スマートフォンに予約番号は表示されない

    @failure @revoked_certificate_serves
    シナリオ: 予約のあとで失効したら、コンビニで再設定できない
      A certificate that is revoked after the reservation is refused at the kiosk.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      かつ 引っ越して住民票を移したが、署名用電子証明書を更新していない
      もし コンビニで数字4桁を「8642」に再設定しようとする
      ならば マルチコピー機に「署名用電子証明書が失効しています」と表示される
      かつ 数字4桁はロックされている

    @failure @other_source @move_voids_signature
    シナリオ: 引っ越しのあと更新していないと、確定申告書も送信できない
      With the certificate revoked, the tax return is not taken either.
      前提 窓口で数字4桁の「8642」への再設定を済ませている
      かつ 引っ越して住民票を移したが、署名用電子証明書を更新していない
      かつ マイナポータルに数字4桁「8642」でログインしている
      もし マイナポータルから署名用パスワード「ABC123」で確定申告書を送信する
      ならば スマートフォンに「署名用電子証明書が失効しています」と表示される
      かつ マイナポータルにログインできている

    @other_source
    シナリオ: 窓口で更新すると、更新したことが告げられる
      The clerk says that the certificate was renewed.
      前提 引っ越して住民票を移したが、署名用電子証明書を更新していない
      もし 窓口で署名用電子証明書を更新する
      ならば 窓口で「署名用電子証明書を更新しました」と言われる

    シナリオ: 窓口で更新すれば予約できる
      Renewed at the counter, the certificate serves again.
      前提 引っ越して住民票を移したが、署名用電子証明書を更新していない
      もし 窓口で署名用電子証明書を更新する
      かつ アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに予約番号が表示される

    @failure @other_source @kiosk_renews_certificates
    シナリオ: マルチコピー機では更新できない
      The kiosk does not offer the renewal; only the counter does it.
      前提 引っ越して住民票を移したが、署名用電子証明書を更新していない
      もし マルチコピー機で「行政サービス」を選ぶ
      かつ マルチコピー機で「マイナンバーカード」を選ぶ
      ならば マルチコピー機に「署名用電子証明書の更新」の選択肢はない

    シナリオ: 期限切れでも窓口で更新すれば再設定できる
      The same after expiry, through to the new PIN.
      前提 署名用電子証明書の有効期限は2026年2月15日である
      もし 窓口で署名用電子証明書を更新する
      かつ アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる

    @other_source @move_voids_authentication
    シナリオ: 引っ越しても利用者証明用電子証明書は有効である
      The user-authentication certificate survives a change of address.
      前提 窓口で数字4桁の「8642」への再設定を済ませている
      もし 引っ越して住民票を移す
      ならば 数字4桁「8642」でマイナポータルにログインできる

    @failure @other_source
    シナリオ: 利用者証明用電子証明書が期限切れなら、正しい番号でもログインできない
      Both certificates must be within validity: the PIN alone does not open the portal.
      前提 窓口で数字4桁の「8642」への再設定を済ませている
      かつ 利用者証明用電子証明書の有効期限は2026年2月15日である
      もし マイナポータルに数字4桁「8642」でログインする
      ならば マイナポータルにログインできていない
      かつ スマートフォンに「利用者証明用電子証明書の有効期限が切れています」と表示される

    @failure @other_source
    シナリオ: 利用者証明用電子証明書が期限切れなら、住民票の写しも受け取れない
      Nor does the kiosk print a certificate of residence.
      前提 窓口で数字4桁の「8642」への再設定を済ませている
      かつ 利用者証明用電子証明書の有効期限は2026年2月15日である
      もし コンビニの証明書交付で数字4桁「8642」を入力する
      ならば 住民票の写しを受け取れない
      かつ マルチコピー機に「利用者証明用電子証明書の有効期限が切れています」と表示される

    シナリオアウトライン: 有効かどうかはアプリで確かめられる
      The app tells whether the certificate is valid.
      前提 署名用パスワードの状態は「<状態>」である
      もし アプリで署名用パスワード「ABC123」を使って有効性を確認する
      ならば スマートフォンに「<表示>」と表示される

      例:
        | 状態             | 表示                                     |
        | 覚えている       | 署名用電子証明書は有効です               |
        | 証明書の期限切れ | 署名用電子証明書の有効期限が切れています |
        | 証明書の失効     | 署名用電子証明書が失効しています         |

    @assumption
    シナリオ: 確かめたあとは、アプリのメニューに戻れる
      After the check one can go back to the app's menu.
      もし アプリで署名用パスワード「ABC123」を使って有効性を確認する
      かつ スマートフォンで「戻る」を選ぶ
      ならば スマートフォンで「暗証番号のリセット」を選べる

  ルール: 読み取り位置がずれていれば、ケースを外して密着させる
    When the card lies off the mark, take the case off and hold the card close.

    @failure
    シナリオ: 数ミリずれて読み取れなくても、中央に合わせれば読み取れる
      Off by a few millimetres the read fails; centred it works.
      前提 アプリでカードをかざすところまで進んでいる
      もし カードを5ミリずらしてかざす
      ならば スマートフォンに「もう一度かざしてください」と表示される
      もし スマートフォンの背面にカードをかざす
      ならば スマートフォンに予約番号が表示される

  ルール: 数字4桁の再設定に対応していない店舗なら、対応している店舗へ行く
    From a store that does not reset the PIN, go to one that does.

    シナリオ: 別の店舗へ行けば同じ予約番号で再設定できる
      The number serves at the next store that takes part.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      かつ 「ローソン」の店舗にいる
      かつ コンビニで数字4桁の「8642」への再設定を断られている
      もし 「セブン-イレブン」の店舗へ行く
      かつ コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

  ルール: 予約が失効したら、予約し直す
    When the reservation has lapsed, make a new one.

    @failure
    シナリオ: 24時間を過ぎた予約は使えないが、予約し直せば再設定できる
      A reservation past 24 hours is gone; a new one finishes the reset.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      かつ 予約から25時間が過ぎている
      もし コンビニで数字4桁を「8642」に再設定しようとする
      ならば マルチコピー機に「アプリから予約し直してください」と表示される
      もし アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる
