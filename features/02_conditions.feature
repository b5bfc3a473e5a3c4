# language: ja
@conditions
機能: スマートフォンとコンビニで再設定できる条件
  Section 2 and the three conditions at the head of the guide: who can do without the counter.

  背景:
    前提 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている

  ルール: 署名用パスワードが分かれば、窓口へ行かずに再設定できる
    Whoever knows the signing password can reset the PIN without going to the counter.

    @happy
    シナリオ: 数字4桁を忘れていても、署名用パスワードで再設定できる
      A forgotten 4-digit PIN is reset with the signing password as the key.
      前提 数字4桁を忘れている
      もし アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる

    @happy
    シナリオ: 数字4桁がロックされていても、署名用パスワードで再設定できる
      A locked 4-digit PIN is reset with the signing password as the key.
      前提 数字4桁がロックされている
      もし アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる

    @boundary @signature_password_min @signature_password_max @signature_password_alphabet
    シナリオアウトライン: 6文字から16文字までの署名用パスワードが使える
      Passwords of 6 and of 16 characters both serve as the key.
      前提 署名用パスワードは「<パスワード>」である
      もし アプリで署名用パスワード「<パスワード>」を使って予約する
      ならば スマートフォンに予約番号が表示される

      例:
        | パスワード       |
        | ABC123           |
        | ABCDEFGH12345678 |

    @assumption
    シナリオ: 署名用パスワードは小文字で入力してもよい
      Small letters are taken as capitals.
      もし アプリで署名用パスワード「abc123」を使って予約する
      ならば スマートフォンに予約番号が表示される

    @other_source
    シナリオ: 署名用パスワードのほうは、数字4桁で再設定できる
      The other way round, the 4 digits are the key to the signing password.
      前提 署名用パスワードを忘れている
      もし アプリで数字4桁「1234」を使って署名用パスワードの初期化を予約する
      かつ コンビニで署名用パスワードを「NEW456」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される
      かつ 署名用パスワード「NEW456」で予約できる

  ルール: 両方とも使えなければ、窓口へ行くしかない
    When neither can be used, there is nothing for it but the counter.

    @failure @key_is_wanted @counter_resets
    シナリオ: 両方の暗証番号を忘れたら、窓口でしか再設定できない
      With both forgotten, only the counter helps.
      前提 数字4桁を忘れている
      かつ 署名用パスワードを忘れている
      もし 数字4桁を「8642」で使えるようにする方法を、手軽なものから順に試す
      ならば 結果は「市区町村の窓口」である

    @failure
    シナリオ: 両方の暗証番号がロックされたら、窓口でしか再設定できない
      With both locked, only the counter helps.
      前提 数字4桁がロックされている
      かつ 署名用パスワードがロックされている
      もし 数字4桁を「8642」で使えるようにする方法を、手軽なものから順に試す
      ならば 結果は「市区町村の窓口」である

    @failure @lock_is_final
    シナリオ: 署名用パスワードがロックされていると予約できない
      A locked signing password makes no reservation, even when it is right.
      前提 署名用パスワードがロックされている
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに予約番号は表示されない
      かつ スマートフォンに「市区町村の窓口で手続きしてください」と表示される

  ルール: 二つの暗証番号の状態で、使える方法が決まる
    The state of the two secrets decides which way is open.

    シナリオアウトライン: 暗証番号の状態から方法が決まる
      The decision table: which route ends with a 4-digit PIN that works.
      前提 数字4桁の状態は「<数字4桁>」である
      かつ 署名用パスワードの状態は「<署名用パスワード>」である
      もし 数字4桁を「8642」で使えるようにする方法を、手軽なものから順に試す
      ならば 結果は「<方法>」である

      例: 数字4桁を覚えているので、再設定はいらない
        | 数字4桁    | 署名用パスワード | 方法         |
        | 覚えている | 覚えている       | 再設定は不要 |
        | 覚えている | 忘れた           | 再設定は不要 |
        | 覚えている | ロックされた     | 再設定は不要 |
        | 覚えている | 証明書の期限切れ | 再設定は不要 |
        | 覚えている | 証明書の失効     | 再設定は不要 |

      例: 署名用パスワードが鍵になる
        | 数字4桁      | 署名用パスワード | 方法                     |
        | 忘れた       | 覚えている       | スマートフォンとコンビニ |
        | ロックされた | 覚えている       | スマートフォンとコンビニ |

      例: 鍵がないので窓口へ行く
        | 数字4桁      | 署名用パスワード | 方法           |
        | 忘れた       | 忘れた           | 市区町村の窓口 |
        | 忘れた       | ロックされた     | 市区町村の窓口 |
        | 忘れた       | 証明書の期限切れ | 市区町村の窓口 |
        | 忘れた       | 証明書の失効     | 市区町村の窓口 |
        | ロックされた | 忘れた           | 市区町村の窓口 |
        | ロックされた | ロックされた     | 市区町村の窓口 |
        | ロックされた | 証明書の期限切れ | 市区町村の窓口 |
        | ロックされた | 証明書の失効     | 市区町村の窓口 |

  ルール: NFC対応のスマートフォンがいる
    It takes a phone with NFC.

    @failure @app_needs_nfc
    シナリオ: NFCに対応していないスマートフォンでは予約できない
      A phone without NFC cannot reserve.
      前提 NFCに対応していないスマートフォンを使っている
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに予約番号は表示されない
      かつ スマートフォンに「このスマートフォンはNFCに対応していないため」と表示される

    @failure @app_needs_nfc
    シナリオ: NFCがオフになっていると予約できない
      With NFC switched off the app says so.
      前提 スマートフォンのNFCがオフになっている
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに予約番号は表示されない
      かつ スマートフォンに「NFCをオンにしてください」と表示される

    シナリオ: NFCをオンにすれば予約できる
      Once NFC is switched on, the reservation goes through.
      前提 スマートフォンのNFCがオフになっている
      もし スマートフォンのNFCをオンにする
      かつ アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに予約番号が表示される

    @failure @app_needs_nfc
    シナリオ: NFCがオフになっていると、マイナポータルにもカードでログインできない
      With NFC switched off there is no login with the card either, and the app says why.
      前提 スマートフォンのNFCがオフになっている
      もし スマートフォンで「マイナポータル」を起動する
      かつ スマートフォンで「ログイン」を選ぶ
      ならば スマートフォンに「NFCをオンにしてください」と表示される

  ルール: コンビニのマルチコピー機でカードを書き換えて、はじめて使える
    Only once the kiosk has rewritten the card can the new PIN be used.

    シナリオ: 予約しただけでは数字4桁は変わらない
      The reservation alone changes nothing on the card.
      前提 数字4桁がロックされている
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば 数字4桁はロックされている

    @other_source @other_pins_at_kiosk @authentication_label @signature_label
    シナリオ: ほかの4桁の暗証番号は、アプリで選べない
      The card's other 4-digit PINs are not on offer.
      前提 スマートフォンで「JPKI利用者ソフト」を起動している
      もし スマートフォンで「暗証番号のリセット」を選ぶ
      ならば スマートフォンで選べるのは次のものだけである
        | 利用者証明用電子証明書(数字4桁) |
        | 署名用電子証明書(英数字6〜16桁) |
        | 戻る                            |
