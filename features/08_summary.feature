# language: ja
@summary
機能: どの方法がいちばん早いか
  Section 8 of the guide: its summary, and where it contradicts its own table.

  背景:
    前提 今は2026年2月16日 10:00である
    かつ 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている
    かつ 数字4桁がロックされている

  ルール: 数字4桁がロックされると確定申告が止まる

    @failure
    シナリオ: ロックされている間は確定申告書を送信できない
      While it is locked there is no login, and so no way to send the return.
      もし マイナポータルに数字4桁「1234」でログインする
      ならば スマートフォンに「確定申告書を送信する」の選択肢はない

    @happy
    シナリオ: 再設定すれば確定申告書を送信できる
      After the reset the return goes out.
      前提 アプリで予約し、コンビニで数字4桁を「8642」に再設定している
      かつ マイナポータルに数字4桁「8642」でログインしている
      もし マイナポータルから署名用パスワード「ABC123」で確定申告書を送信する
      ならば スマートフォンに「確定申告書を送信しました」と表示される

  ルール: 署名用パスワードが分かれば役所へ行かなくてよい

    @happy
    シナリオ: 署名用パスワードを覚えていれば、コンビニで解決する
      With the long password remembered, app and kiosk are enough.
      もし 数字4桁を「8642」にする方法を順に試す
      ならば 使えた方法は「スマートフォンとコンビニ」である

    @happy
    シナリオ: 署名用パスワードも分からなければ、平日の窓口で解決する
      With the long password lost as well, the counter on a weekday is the way.
      前提 署名用パスワードを忘れている
      もし 数字4桁を「8642」にする方法を順に試す
      ならば 使えた方法は「市区町村の窓口」である

    @failure
    シナリオ: 署名用パスワードも分からず、窓口も閉まっていれば待つしかない
      With both lost on a Sunday, no route works that day.
      前提 今は2026年2月15日 10:00である
      かつ 署名用パスワードを忘れている
      もし 数字4桁を「8642」にする方法を順に試す
      ならば 使えた方法は「なし」である

  ルール: 深夜や早朝にできることは限られている

    @divergence
    シナリオアウトライン: 深夜や早朝にはコンビニで再設定できない
      The summary says late night and early morning; its own table says 6:30 to 23:00.
      前提 今は<日時>である
      かつ アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「利用時間外」と表示される
      かつ 数字4桁はロックされている

      例:
        | 日時               |
        | 2026年2月17日 2:00 |
        | 2026年2月17日 5:00 |

    @divergence
    シナリオ: 深夜に予約しておけば、朝いちばんに再設定できる
      Reserved at 02:00, the reset is done at 06:30, within the 24 hours.
      前提 今は2026年2月17日 2:00である
      かつ アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし 予約から4時間30分が過ぎる
      かつ コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される
