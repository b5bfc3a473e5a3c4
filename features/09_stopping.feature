# language: ja
@stopping
機能: 途中でやめたとき、打ち間違えたとき
  Beyond the guide: what happens when one stops halfway, or types something of the wrong form.

  背景:
    前提 今は2026年2月16日 10:00である
    かつ 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている
    かつ 数字4桁がロックされている

  ルール: アプリは、カードをかざすまでならいつやめても、残り回数が減らない
    Until the card is held, stopping in the app costs no try.

    @assumption
    シナリオ: パスワードを入力したあとで戻る
      Going back after typing a wrong signing password costs no try.
      前提 アプリで署名用パスワード「WRONG999」を入力し、カードをかざすところまで進んでいる
      もし スマートフォンで「戻る」を選ぶ
      ならば スマートフォンに「メニューを選んでください」と表示される
      かつ 署名用パスワードの残り回数は5回である

    @assumption
    シナリオ: パスワードを入力したあとでホームボタンを押す
      Leaving the app after typing a wrong signing password costs no try.
      前提 アプリで署名用パスワード「WRONG999」を入力し、カードをかざすところまで進んでいる
      もし スマートフォンのホームボタンを押す
      ならば 署名用パスワードの残り回数は5回である

    @assumption
    シナリオ: 一度やめても、はじめからやり直せば予約できる
      After going back one can reserve from the beginning.
      前提 アプリで署名用パスワード「WRONG999」を入力し、カードをかざすところまで進んでいる
      もし スマートフォンで「戻る」を選ぶ
      かつ アプリで署名用パスワード「ABC123」を使って予約する
      ならば スマートフォンに予約番号が表示される

    @assumption
    シナリオ: 予約番号を控えたら、予約の画面は閉じてよい
      The number that one noted serves after the app is closed.
      前提 アプリでカードをかざすところまで進んでいる
      もし スマートフォンの背面にカードをかざす
      かつ 予約番号を控える
      かつ スマートフォンで「終了」を選ぶ
      かつ コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる

    @assumption
    シナリオ: 有効かどうかを確かめたあと、続けて予約できる
      From the result of the validity check one goes back to the menu and reserves.
      もし アプリで署名用パスワード「ABC123」を使って有効性を確認する
      かつ スマートフォンで「戻る」を選ぶ
      ならば スマートフォンで「暗証番号のリセット」を選べる

  ルール: 桁数の違う番号は、入力し直すだけで、残り回数が減らない
    An entry of the wrong length is asked for again and costs no try.

    @assumption
    シナリオ: マイナポータルで3桁しか入力しなかった
      Three digits at the portal cost no try.
      前提 窓口で数字4桁の「8642」への再設定を済ませている
      もし スマートフォンで「マイナポータル」を起動する
      かつ スマートフォンで「ログイン」を選ぶ
      かつ スマートフォンに「864」を入力する
      ならば スマートフォンに「数字4桁で入力してください」と表示される
      かつ 数字4桁の残り回数は3回である

    @assumption
    シナリオ: アプリで3文字しか入力しなかった
      A signing password of three characters costs no try in the app.
      もし アプリで署名用パスワード「AB1」を使って予約する
      ならば スマートフォンに「英数字6〜16桁で入力してください」と表示される
      かつ 署名用パスワードの残り回数は5回である

    @assumption
    シナリオ: マルチコピー機で3文字しか入力しなかった
      A signing password of three characters costs no try at the kiosk.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      かつ マルチコピー機で署名用パスワードを入力するところまで進んでいる
      もし マルチコピー機に「AB1」を入力する
      ならば マルチコピー機に「英数字6〜16桁で入力してください」と表示される
      かつ 署名用パスワードの残り回数は5回である

    @assumption
    シナリオ: 証明書交付で3桁しか入力しなかった
      Three digits for a certificate at the kiosk cost no try.
      前提 窓口で数字4桁の「8642」への再設定を済ませている
      もし コンビニの証明書交付で数字4桁「864」を入力する
      ならば マルチコピー機に「数字4桁で入力してください」と表示される
      かつ 数字4桁の残り回数は3回である

    @assumption
    シナリオ: 新しい番号を3桁で入力しても、入力し直せば再設定できる
      A new PIN of three digits is asked for again, and the reset goes on.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      かつ マルチコピー機で新しい数字4桁を入力するところまで進んでいる
      もし マルチコピー機に「864」を入力する
      ならば マルチコピー機に「数字4桁で入力してください」と表示される
      もし マルチコピー機に「8642」を2回入力する
      ならば マルチコピー機に「再設定が完了しました」と表示される

    @assumption
    シナリオ: 窓口で新しい番号を3桁で入力しても、入力し直せば再設定できる
      The same at the counter.
      前提 窓口で新しい暗証番号を入力するところまで進んでいる
      もし 窓口で「864」を入力する
      ならば 窓口で「数字4桁で入力してください」と言われる
      もし 窓口で「8642」を入力する
      かつ 窓口で「8642」を入力する
      ならば 窓口で「暗証番号を再設定しました」と言われる

    @failure @assumption
    シナリオ: 窓口で2回目に違う番号を入力したら、2回とも入力し直す
      Two different entries at the counter are both asked for again.
      前提 窓口で新しい暗証番号を入力するところまで進んでいる
      もし 窓口で「8642」を入力する
      かつ 窓口で「7531」を入力する
      ならば 窓口で「入力された番号が一致しません」と言われる
      かつ 数字4桁はロックされている

  ルール: マルチコピー機は、書き込むまでならいつやめても、同じ予約番号でやり直せる
    Until the card is written, one can stop at the kiosk and use the same number again.

    @assumption
    シナリオアウトライン: 途中で「中止」を選ぶ
      Cancelling on the way leaves the number good.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      かつ マルチコピー機で<ところ>ところまで進んでいる
      もし マルチコピー機で「中止」を選ぶ
      ならば マルチコピー機に「トップメニュー」と表示される
      かつ 数字4桁はロックされている
      もし コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

      例:
        | ところ                           |
        | 予約番号を入力する               |
        | 署名用パスワードを入力する       |
        | 新しい数字4桁を入力する          |
        | 新しい数字4桁をもう一度入力する  |

    @assumption
    シナリオ: 書き込みが中断したあとで「中止」を選ぶ
      Cancelling after the writing was interrupted leaves the number good.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      かつ マルチコピー機で新しい数字4桁をもう一度入力するところまで進んでいる
      かつ 予約センターにつながらない
      もし マルチコピー機に「8642」を入力する
      かつ マルチコピー機で「中止」を選ぶ
      かつ 予約センターにつながるようになる
      かつ コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

    @failure @assumption
    シナリオ: メニューを選ぶ前にカードをセットしても、手続きは始まらない
      A card that is set before the menu is chosen has to be set again.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし カード読み取り台にカードをセットする
      かつ マルチコピー機のメニューで再設定まで選んでいく
      ならば マルチコピー機にカードをセットするよう求められる

    @failure @assumption
    シナリオ: 「行政サービス」の時間外からは、戻ることができる
      From the notice that the service is closed one comes back to the top menu.
      もし 時刻が2026年2月16日 23:00になる
      かつ マルチコピー機で「行政サービス」を選ぶ
      かつ マルチコピー機で「戻る」を選ぶ
      ならば マルチコピー機に「トップメニュー」と表示される

  ルール: 窓口は、書き込むまでならいつカードを返してもらっても、番号が変わらない
    Until the card is written, taking it back at the counter changes nothing.

    @assumption
    シナリオ: 新しい番号を1回入力したところでカードを返してもらう
      The card is taken back after the first of two entries.
      前提 窓口で新しい暗証番号を入力するところまで進んでいる
      もし 窓口で「8642」を入力する
      かつ 窓口でカードを受け取る
      ならば 窓口で「手続きを中止しました」と言われる
      かつ 数字4桁はロックされている

    @assumption
    シナリオ: カードを返してもらったあと、はじめからやり直せる
      After that one can begin anew.
      前提 窓口で新しい暗証番号を入力するところまで進んでいる
      もし 窓口でカードを受け取る
      かつ 窓口で「終了」を選ぶ
      かつ 窓口で数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる
