# language: ja
@lock
機能: 数字4桁の役割とロック
  Section 1 of the guide: what the 4-digit PIN is for, and how it locks.

  背景:
    前提 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている

  ルール: 数字4桁は本人であることの確認に使う
    The 4-digit PIN proves who one is.

    @happy
    シナリオ: 数字4桁でマイナポータルにログインできる
      The 4-digit PIN opens the portal.
      もし マイナポータルに数字4桁「1234」でログインする
      ならば マイナポータルにログインできている
      かつ スマートフォンに「ログインしました」と表示される

    @happy
    シナリオ: 数字4桁を使って、コンビニで住民票の写しを受け取れる
      The 4-digit PIN gets a certificate of residence at a convenience store.
      もし コンビニの証明書交付で数字4桁「1234」を入力する
      ならば 住民票の写しを受け取れる

    シナリオ: 証明書交付では、カードをセットして数字4桁を入力する
      The kiosk asks for the card, then for the PIN.
      もし マルチコピー機で「行政サービス」を選ぶ
      かつ マルチコピー機で「証明書交付サービス」を選ぶ
      ならば マルチコピー機にカードをセットするよう求められる
      もし カード読み取り台にカードをセットする
      ならば マルチコピー機に「利用者証明用電子証明書(数字4桁)を入力してください」と表示される

    @assumption
    シナリオ: 証明書交付は途中でやめられる
      One can stop before the PIN is typed.
      もし マルチコピー機で「行政サービス」を選ぶ
      かつ マルチコピー機で「証明書交付サービス」を選ぶ
      かつ カード読み取り台にカードをセットする
      かつ マルチコピー機で「中止」を選ぶ
      ならば マルチコピー機に「トップメニュー」と表示される

    @assumption
    シナリオ: マイナポータルのログインは途中でやめられる
      One can go back before the PIN is typed, and close the app.
      もし スマートフォンで「マイナポータル」を起動する
      かつ スマートフォンで「ログイン」を選ぶ
      かつ スマートフォンで「戻る」を選ぶ
      ならば スマートフォンに「ログインしてください」と表示される
      もし スマートフォンで「終了」を選ぶ
      ならば スマートフォンで「マイナポータル」を選べる

    @assumption
    シナリオ: 確定申告書の送信をやめても、ログインしたままである
      Going back before the signing password is typed, one is still logged in.
      前提 マイナポータルに数字4桁「1234」でログインしている
      もし スマートフォンで「確定申告書を送信する」を選ぶ
      かつ スマートフォンで「戻る」を選ぶ
      ならば マイナポータルにログインできている

    @happy
    シナリオ: ログインすると確定申告書を送信できる
      After login the tax return is sent with the signing password.
      前提 マイナポータルに数字4桁「1234」でログインしている
      もし マイナポータルから署名用パスワード「ABC123」で確定申告書を送信する
      ならば スマートフォンに「確定申告書を送信しました」と表示される

  ルール: 3回続けて間違えるとロックされる
    Three wrong entries in a row lock the PIN.

    @boundary @authentication_tries
    シナリオアウトライン: 間違えるたびに残り回数が減る
      Each wrong entry leaves one try less, and the screen says so.
      もし マイナポータルのログインで数字4桁を<回数>回続けて間違える
      ならば 数字4桁の残り回数は<残り>回である
      かつ スマートフォンに「<表示>」と表示される
      かつ スマートフォンで「利用者証明用電子証明書(数字4桁)」の入力を求められる

      例:
        | 回数 | 残り | 表示             |
        | 1    | 2    | 残り2回です      |
        | 2    | 1    | 残り1回です      |
        | 3    | 0    | ロックされました |

    @assumption
    シナリオ: 間違えたあとに起動し直すと、はじめからやり直せる
      Started anew after a wrong entry, the app says nothing of it.
      前提 マイナポータルのログインで数字4桁を1回続けて間違えている
      もし スマートフォンで「マイナポータル」を起動する
      ならば スマートフォンに「ログインしてください」と表示される

    @boundary @authentication_tries
    シナリオ: 2回の間違いではロックされない
      After two wrong entries the right one still opens.
      前提 マイナポータルのログインで数字4桁を2回続けて間違えている
      もし マイナポータルに数字4桁「1234」でログインする
      ならば マイナポータルにログインできている

    @failure @authentication_tries
    シナリオ: 3回続けて間違えるとすぐにロックされる
      The third wrong entry in a row locks at once.
      もし マイナポータルのログインで数字4桁を3回続けて間違える
      ならば 数字4桁はロックされている

    @failure
    シナリオ: コンビニの証明書交付で間違えた回数も数える
      Wrong entries at the convenience store count just the same.
      前提 マイナポータルのログインで数字4桁を2回続けて間違えている
      もし コンビニの証明書交付で数字4桁「9999」を入力する
      ならば 数字4桁はロックされている
      かつ マルチコピー機に「ロックされました」と表示される

    @failure
    シナリオ: コンビニの証明書交付でも、間違えると残り回数が表示される
      The kiosk too says how many tries are left, and asks again.
      もし コンビニの証明書交付で数字4桁「9999」を入力する
      ならば マルチコピー機に「残り2回です」と表示される
      かつ マルチコピー機で「利用者証明用電子証明書(数字4桁)」の入力を求められる

    @boundary @other_source @right_entry_restores_tries
    シナリオ: 途中で正しく入力すると間違いの回数が0に戻る
      A right entry in between starts the count anew.
      前提 マイナポータルのログインで数字4桁を2回続けて間違えている
      かつ マイナポータルに数字4桁「1234」でログインしている
      もし マイナポータルのログインで数字4桁を2回続けて間違える
      ならば 数字4桁の残り回数は1回である

    @boundary @other_source @tries_return_next_day
    シナリオ: 日付が変わっても間違いの回数は0に戻らない
      A change of date does not start the count anew.
      前提 マイナポータルのログインで数字4桁を2回続けて間違えている
      もし そのまま1日が過ぎる
      ならば 数字4桁の残り回数は1回である

    @boundary @assumption @authentication_pin_length
    シナリオアウトライン: 4桁の数字でない入力は間違いの回数に入らない
      An entry that is not four digits costs no try.
      もし マイナポータルに数字4桁「<入力>」でログインする
      ならば スマートフォンに「数字4桁で入力してください」と表示される
      かつ スマートフォンで「利用者証明用電子証明書(数字4桁)」の入力を求められる
      かつ 数字4桁の残り回数は3回である

      例:
        | 入力     |
        | 123      |
        | 12345    |
        | 12a4     |
        | １２３４ |

    @boundary @assumption
    シナリオ: コンビニの証明書交付でも、4桁の数字でない入力は間違いの回数に入らない
      At the convenience store it costs no try either.
      もし コンビニの証明書交付で数字4桁「12a4」を入力する
      ならば マルチコピー機に「数字4桁で入力してください」と表示される
      かつ 数字4桁の残り回数は3回である

  ルール: ロックされると、再設定するまで使えない
    Once locked, the PIN is of no use until it is reset.

    背景:
      前提 数字4桁がロックされている

    @failure @lock_is_final
    シナリオ: 正しい番号を思い出しても受け付けない
      Once locked, even the right PIN is refused.
      もし マイナポータルに数字4桁「1234」でログインする
      ならば マイナポータルにログインできていない
      かつ スマートフォンに「ロックされています」と表示される

    @failure @lock_is_final
    シナリオアウトライン: 待ってもロックは解けない
      Waiting does not unlock.
      もし そのまま<期間>が過ぎる
      かつ マイナポータルに数字4桁「1234」でログインする
      ならば マイナポータルにログインできていない
      かつ 数字4桁はロックされている

      例:
        | 期間  |
        | 1日   |
        | 365日 |

    @failure
    シナリオ: ロックされていると、コンビニの証明書交付でも数字4桁を使えない
      The lock holds at the convenience store too.
      もし コンビニの証明書交付で数字4桁「1234」を入力する
      ならば マルチコピー機に「ロックされています」と表示される
      かつ 住民票の写しを受け取れない

    シナリオ: 数字4桁がロックされても、署名用パスワードは使える
      The signing password stays usable, with all its tries.
      もし アプリで署名用パスワード「ABC123」を使って有効性を確認する
      ならば スマートフォンに「署名用電子証明書は有効です」と表示される
      かつ 署名用パスワードの残り回数は5回である

    @happy
    シナリオ: 再設定すると間違いの回数が消え、新しい番号になる
      The reset clears the count of mistakes and sets the new PIN.
      もし アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁の残り回数は3回である
      かつ 数字4桁「8642」でマイナポータルにログインできる

  ルール: 署名用パスワードは5回続けて間違えるとロックされる
    Five wrong entries in a row lock the signing password.

    @boundary @other_source @signature_tries
    シナリオアウトライン: 署名用パスワードを間違えるたびに残り回数が減る
      The signing password has five tries of its own.
      もし アプリの予約で署名用パスワードを<回数>回続けて間違える
      ならば 署名用パスワードの残り回数は<残り>回である
      かつ スマートフォンに「<表示>」と表示される
      かつ 数字4桁の残り回数は3回である

      例:
        | 回数 | 残り | 表示             |
        | 1    | 4    | 残り4回です      |
        | 4    | 1    | 残り1回です      |
        | 5    | 0    | ロックされました |

    @failure @other_source
    シナリオ: 確定申告書の送信で署名用パスワードを間違えると残り回数が表示される
      Sending the tax return counts wrong signing passwords just the same.
      前提 マイナポータルに数字4桁「1234」でログインしている
      もし マイナポータルから署名用パスワード「XYZ999」で確定申告書を送信する
      ならば スマートフォンに「残り4回です」と表示される
      かつ スマートフォンで「署名用電子証明書(英数字6〜16桁)」の入力を求められる
      かつ 署名用パスワードの残り回数は4回である
