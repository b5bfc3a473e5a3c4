# language: ja
@summary
機能: まとめ、いちばん早い方法
  Section 8 of the guide: its summary, and where it contradicts its own table.

  背景:
    前提 今は2026年2月16日 10:00である
    かつ 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている
    かつ 数字4桁がロックされている

  ルール: 数字4桁がロックされると確定申告が止まる
    A locked PIN brings the tax return to a halt.

    @failure
    シナリオ: ロックされている間は確定申告書を送信できない
      While it is locked there is no login, and so no way to send the return.
      もし マイナポータルに数字4桁「1234」でログインする
      ならば スマートフォンに「確定申告書を送信する」の選択肢はない

    @happy
    シナリオ: 再設定すれば確定申告書を送信できる
      After the reset the return goes out.
      前提 アプリで予約し、コンビニで数字4桁の「8642」への再設定を済ませている
      かつ マイナポータルに数字4桁「8642」でログインしている
      もし マイナポータルから署名用パスワード「ABC123」で確定申告書を送信する
      ならば スマートフォンに「確定申告書を送信しました」と表示される

  ルール: 署名用パスワードが分かれば役所へ行かなくてよい
    Whoever knows the signing password need not go to the municipal office.

    @happy
    シナリオ: 署名用パスワードを覚えていれば、コンビニで解決する
      With the signing password remembered, app and kiosk are enough.
      もし 数字4桁を「8642」で使えるようにする方法を、手軽なものから順に試す
      ならば 結果は「スマートフォンとコンビニ」である

    @happy
    シナリオ: 署名用パスワードも分からなければ、平日の窓口で解決する
      With the signing password lost as well, the counter on a weekday is the way.
      前提 署名用パスワードを忘れている
      もし 数字4桁を「8642」で使えるようにする方法を、手軽なものから順に試す
      ならば 結果は「市区町村の窓口」である

    @failure
    シナリオ: 署名用パスワードも分からず、窓口も閉まっていれば待つしかない
      With both lost on a Sunday, no route works that day.
      前提 今は2026年2月22日 10:00である
      かつ 署名用パスワードを忘れている
      もし 数字4桁を「8642」で使えるようにする方法を、手軽なものから順に試す
      ならば 結果は「なし」である

  ルール: 深夜や早朝にできることは限られている
    Late at night and early in the morning only some of it can be done.

    @divergence
    シナリオアウトライン: 深夜や早朝にはコンビニで再設定できない
      The summary says late night and early morning; its own table says 6:30 to 23:00.
      前提 今は<日時>である
      かつ アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし コンビニで数字4桁を「8642」に再設定しようとする
      ならば マルチコピー機に「利用時間外」と表示される
      かつ 数字4桁はロックされている

      例:
        | 日時               |
        | 2026年2月17日 2:00 |
        | 2026年2月17日 5:00 |

    @divergence @kiosk_opens
    シナリオ: 深夜に予約しておけば、朝6:30に再設定できる
      Reserved at 02:00, the reset is done at 06:30, within the 24 hours.
      前提 今は2026年2月17日 2:00である
      かつ アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし 時刻が2026年2月17日 6:30になる
      かつ コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される
