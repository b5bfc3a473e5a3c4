# language: ja
@app
機能: アプリでの初期化予約
  Section 3 of the guide: the reservation in the phone app, in six steps.

  背景:
    前提 今は2026年2月16日 10:00である
    かつ 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている
    かつ 数字4桁がロックされている

  ルール: 六つの手順で予約番号を受け取る
    Six steps lead to a reservation number.

    @happy @reset_app @reset_menu @authentication_label @signature_label @key_is_wanted
    シナリオ: 手順どおりに進めると予約番号が表示される
      The six steps of the app, one after the other.
      もし スマートフォンで「JPKI利用者ソフト」を起動する
      ならば スマートフォンで「暗証番号のリセット」を選べる
      もし スマートフォンで「暗証番号のリセット」を選ぶ
      ならば スマートフォンで「利用者証明用電子証明書(数字4桁)」を選べる
      もし スマートフォンで「利用者証明用電子証明書(数字4桁)」を選ぶ
      ならば スマートフォンで「署名用電子証明書(英数字6〜16桁)」の入力を求められる
      かつ スマートフォンに「署名用電子証明書(英数字6〜16桁)を入力してください」と表示される
      もし スマートフォンに「ABC123」を入力する
      ならば スマートフォンに「カードをスマートフォンの背面にかざしてください」と表示される
      かつ スマートフォンにカードをかざすよう求められる
      もし スマートフォンの背面にカードをかざす
      ならば スマートフォンに予約番号が表示される

    @reservation_validity
    シナリオ: 予約番号といっしょに24時間の期限が表示される
      The screen shows until when the number is good: 24 hours on.
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンの「有効期限」は「2026年2月17日 10:00」である

    シナリオ: 予約番号を控えるよう案内される
      The app says to note the number down, because the kiosk will ask for it.
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに「予約番号はコンビニで必要になります。必ず控えてください」と表示される

    @assumption @reservation_digits
    シナリオ: 予約番号は10桁の数字である
      The reservation number has ten digits.
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば 予約番号は数字10桁である

    シナリオ: 予約し直すと前の予約番号は使えなくなる
      A second reservation replaces the first.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし アプリで予約し直す
      かつ 前の予約番号を使ってコンビニで数字4桁を「8642」に再設定しようとする
      ならば マルチコピー機に「新しい予約に置き換えられています」と表示される
      かつ 数字4桁はロックされている

  ルール: 署名用パスワードを間違えると予約できない
    With a wrong signing password there is no reservation.

    @failure
    シナリオアウトライン: 間違えると残り回数が表示される
      A wrong signing password is refused, with the tries that remain.
      もし アプリの予約で署名用パスワードを<回数>回続けて間違える
      ならば スマートフォンに予約番号は表示されない
      かつ スマートフォンに「残り<残り>回です」と表示される

      例:
        | 回数 | 残り |
        | 1    | 4    |
        | 2    | 3    |
        | 3    | 2    |
        | 4    | 1    |

    @failure @other_source @signature_tries
    シナリオ: 5回続けて間違えるとロックされ、窓口を案内される
      The fifth wrong entry locks the signing password too: only the counter is left.
      もし アプリの予約で署名用パスワードを5回続けて間違える
      ならば 署名用パスワードはロックされている
      かつ スマートフォンに「市区町村の窓口で手続きしてください」と表示される

    @other_source @right_entry_restores_tries
    シナリオ: 5回目の前に正しく入力すると間違いの回数が0に戻る
      A right entry gives the signing password all its tries back.
      前提 アプリの予約で署名用パスワードを4回続けて間違えている
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば 署名用パスワードの残り回数は5回である

    @boundary @assumption @signature_password_min @signature_password_max
    シナリオアウトライン: 決まった形に合わない入力は、間違いの回数に入らない
      An entry of the wrong form costs no try.
      もし アプリで署名用パスワード「<入力>」を使って予約する
      ならば スマートフォンに「英数字6〜16桁で入力してください」と表示される
      かつ 署名用パスワードの残り回数は5回である

      例: 文字数が違う
        | 入力              |
        | ABC12             |
        | ABCDEFGH123456789 |

      例: 英数字でない文字がある
        | 入力         |
        | ABC-123      |
        | ABC 123      |
        | ＡＢＣ１２３ |

    @boundary
    シナリオアウトライン: 6文字と16文字の入力は、違っていれば間違いの回数に入る
      Six and sixteen characters are of the right form, so a wrong entry counts.
      もし アプリで署名用パスワード「<入力>」を使って予約する
      ならば 署名用パスワードの残り回数は4回である

      例:
        | 入力             |
        | XYZ999           |
        | XYZ9999999999999 |

  ルール: カードのICチップの位置を合わせてかざす
    The card is held with its chip in the right place.

    @boundary @assumption @reading_tolerance_mm
    シナリオアウトライン: 数ミリずれると読み取れない
      A few millimetres off and the card is not read (that 2 mm still work is assumed).
      前提 アプリでカードをかざすところまで進んでいる
      もし カードを<ずれ>ミリずらしてかざす
      ならば スマートフォンに<結果>

      例: 読み取れる
        | ずれ | 結果                 |
        | 0    | 予約番号が表示される |
        | 1    | 予約番号が表示される |
        | 2    | 予約番号が表示される |

      例: 読み取れない
        | ずれ | 結果                   |
        | 3    | 予約番号は表示されない |
        | 4    | 予約番号は表示されない |
        | 5    | 予約番号は表示されない |

    @failure @case_blocks_reading
    シナリオ: ケースを付けたままでは読み取れない
      With the case on the card is not read.
      前提 アプリでカードをかざすところまで進んでいる
      かつ スマートフォンにケースを付けている
      もし スマートフォンの背面にカードをかざす
      ならば スマートフォンに「カードを読み取れませんでした」と表示される

    シナリオ: ケースを外してかざし直せば読み取れる
      Case off, hold again, and it works.
      前提 アプリでカードをかざすところまで進んでいる
      かつ スマートフォンにケースを付けている
      かつ スマートフォンの背面にカードを一度かざしている
      もし スマートフォンのケースを外す
      かつ スマートフォンの背面にカードをかざす
      ならば スマートフォンに予約番号が表示される

    @failure
    シナリオアウトライン: 読み取りの途中でカードを離しても、やり直せる
      Leaving in mid-read loses nothing; holding again works.
      前提 アプリでカードをかざすところまで進んでいる
      かつ スマートフォンから<とき>にカードが離れる
      もし スマートフォンの背面にカードをかざす
      ならば スマートフォンに「カードを読み取れませんでした」と表示される
      もし スマートフォンの背面にカードをかざす
      ならば スマートフォンに予約番号が表示される
      かつ 署名用パスワードの残り回数は5回である

      例:
        | とき                 |
        | 読み取りの最初       |
        | 暗証番号の確認の直前 |
        | 暗証番号の確認の直後 |
        | 証明書の読み取り中   |
        | 署名の直前           |
        | 署名の直後           |

    @failure @assumption
    シナリオ: 間違えたパスワードの確認中にカードを離しても、1回分しか減らない
      A wrong entry cut off in the middle costs one try, never more and never less.
      前提 アプリで署名用パスワード「XYZ999」を入力し、カードをかざすところまで進んでいる
      かつ スマートフォンから暗証番号の確認の直後にカードが離れる
      もし スマートフォンの背面にカードをかざす
      ならば 署名用パスワードの残り回数は4回である

  ルール: いつでもやめて、はじめに戻れる
    One can stop at any point and be back at the beginning.

    @failure @assumption
    シナリオ: 断られたあとは、アプリのメニューに戻れる
      After a refusal one can go back to the app's menu.
      前提 署名用パスワードがロックされている
      もし アプリで署名用パスワード「ABC123」を使って予約する
      かつ スマートフォンで「戻る」を選ぶ
      ならば スマートフォンで「暗証番号のリセット」を選べる

  ルール: 暗証番号は画面に出ない
    No secret shows on a screen.

    @assumption
    シナリオ: アプリに入力する署名用パスワードは伏せられる
      What is typed as the signing password is hidden.
      もし スマートフォンで「JPKI利用者ソフト」を起動する
      かつ スマートフォンで「暗証番号のリセット」を選ぶ
      かつ スマートフォンで「利用者証明用電子証明書(数字4桁)」を選ぶ
      ならば スマートフォンに入力する文字は伏せられる

  ルール: 予約センターにつながらなければ予約できない
    Without a connection to the reservation centre there is no reservation.

    @failure @assumption
    シナリオ: 予約センターにつながらないときは予約できない
      With the centre out of reach there is no reservation, and nothing is lost.
      前提 予約センターにつながらない
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに「通信できませんでした」と表示される
      かつ 署名用パスワードの残り回数は5回である

    @failure @assumption
    シナリオ: 予約の返事が届かなくても、やり直せば予約できる
      When the answer to the reservation is lost, reserving again gives a number that serves.
      前提 予約センターへの「予約の申し込み」の返事が届かない
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに「通信できませんでした」と表示される
      もし アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる

    @failure @assumption
    シナリオ: 予約し直したときの返事が届かないと、前の予約番号は使えなくなる
      If the answer to a second reservation is lost, the number of the first serves no more.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      かつ 予約センターへの「予約の申し込み」の返事が届かない
      もし アプリで予約し直す
      かつ 前の予約番号を使ってコンビニで数字4桁を「8642」に再設定しようとする
      ならば マルチコピー機に「新しい予約に置き換えられています」と表示される
      もし アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

    @failure @assumption
    シナリオ: 予約が二重に届いても、表示された予約番号で再設定できる
      A reservation that arrives twice is one, and its number serves.
      前提 予約センターへの「予約の申し込み」が二重に届く
      もし アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

    @failure @assumption
    シナリオ: 予約が遅れて届いても、予約し直した番号で再設定できる
      A reservation that arrives after one has given up does not get in the way of the next one.
      前提 予約センターへの「予約の申し込み」が遅れて届く
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに「通信できませんでした」と表示される
      もし アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

  ルール: 途中で再起動しても、はじめからやり直せる
    After a restart one begins anew, and nothing is lost.

    @failure @assumption
    シナリオ: 暗証番号を入力したところでスマートフォンを再起動しても、予約できる
      The phone forgets what was typed when it restarts; the reservation can still be made.
      前提 アプリでカードをかざすところまで進んでいる
      もし スマートフォンを再起動する
      かつ アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに予約番号が表示される

    @failure @assumption
    シナリオ: 予約番号を控えずに再起動したら、予約し直す
      A number that was not noted before a restart is gone; a new reservation serves.
      もし アプリで署名用パスワード「ABC123」を使って予約する
      かつ スマートフォンを再起動する
      かつ スマートフォンで「JPKI利用者ソフト」を起動する
      ならば スマートフォンに予約番号は表示されない
      もし アプリで予約し、コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

  ルール: 予約はいつでもできる
    Reservations can be made at any time.

    @other_source @app_always_open
    シナリオアウトライン: 予約は24時間いつでもできる
      The app works around the clock.
      前提 今は<日時>である
      もし アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに予約番号が表示される

      例:
        | 日時                |
        | 2026年2月17日 2:00  |
        | 2026年2月22日 23:30 |
