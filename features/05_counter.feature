# language: ja
@counter
機能: コンビニと窓口のちがい
  Section 5 of the guide, row by row: what is needed, where, when, and how soon.

  背景:
    前提 今は2026年2月16日 10:00である
    かつ 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている
    かつ 数字4桁がロックされている

  ルール: コンビニでは署名用パスワード、窓口では本人確認書類とカードがいる
    The kiosk asks for the signing password, the counter for an identity document and the card.

    @key_is_wanted
    シナリオ: コンビニでは署名用パスワードがいる
      At the kiosk nothing goes without the signing password.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし マルチコピー機で署名用パスワードを入力するところまで進む
      かつ マルチコピー機に「XYZ999」を入力する
      ならば マルチコピー機で「署名用電子証明書(英数字6〜16桁)」の入力を求められる

    @kiosk_wants_identity
    シナリオ: コンビニでは本人確認書類はいらない
      At the kiosk one is asked for the card at once, and for no identity document.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし マルチコピー機のメニューで再設定まで選んでいく
      ならば マルチコピー機にカードをセットするよう求められる
      かつ マルチコピー機に「本人確認書類を見せる」の選択肢はない

    @happy @counter_wants_password
    シナリオ: 窓口では署名用パスワードはいらない
      At the counter the signing password is not asked for.
      前提 署名用パスワードを忘れている
      もし 窓口で数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる

    @failure @counter_wants_identity
    シナリオ: 窓口では本人確認書類がいる
      Without an identity document the counter refuses.
      もし 窓口で「数字4桁を再設定する」を選ぶ
      かつ 窓口で「持っていない」を選ぶ
      ならば 窓口で「本人確認書類がないと、手続きできません」と言われる

    @assumption
    シナリオ: 窓口で断られても、次の用件を聞かれる
      After a refusal the clerk asks what else is wanted.
      もし 窓口で「数字4桁を再設定する」を選ぶ
      かつ 窓口で「持っていない」を選ぶ
      かつ 窓口で「終了」を選ぶ
      ならば 窓口で「どのようなご用件ですか」と言われる

    @divergence @other_source @counter_wants_card
    シナリオ: 窓口にはマイナンバーカードも持っていく
      The guide names the identity document only; the chip cannot be written without the card.
      もし 窓口で「数字4桁を再設定する」を選ぶ
      かつ 窓口で「本人確認書類を見せる」を選ぶ
      かつ 窓口で「持っていない」を選ぶ
      ならば 窓口で「マイナンバーカードがないと、ICチップに書き込めません」と言われる

    @happy @counter_resets
    シナリオ: 両方の暗証番号を窓口で再設定できる
      The counter sets both secrets anew in one visit.
      前提 署名用パスワードがロックされている
      もし 窓口で両方を再設定し、数字4桁を「8642」、署名用パスワードを「NEW456」にする
      ならば 数字4桁「8642」でマイナポータルにログインできる
      かつ 署名用パスワード「NEW456」で予約できる

    @failure @assumption
    シナリオ: 窓口でも2回の入力が違うと設定されない
      At the counter too, two entries that differ set nothing.
      前提 窓口で新しい暗証番号を入力するところまで進んでいる
      もし 窓口で「8642」を入力する
      かつ 窓口で「8643」を入力する
      ならば 窓口で「一致しません」と言われる
      かつ 数字4桁はロックされている

    @failure @assumption
    シナリオ: 途中で窓口の端末が再起動しても、はじめからやり直せる
      After a restart of the clerk's terminal the visit begins anew.
      前提 窓口で新しい暗証番号を入力するところまで進んでいる
      もし 窓口の端末が再起動する
      ならば 窓口で「どのようなご用件ですか」と言われる
      もし 窓口で数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる

    シナリオ: 署名用パスワードだけを窓口で再設定することもできる
      The counter sets the signing password alone, too.
      もし 窓口で「英数字6〜16桁を再設定する」を選ぶ
      かつ 窓口で「本人確認書類を見せる」を選ぶ
      ならば 窓口で「マイナンバーカードを渡してください」と言われる
      もし 窓口でカードを渡す
      かつ 窓口で「NEW456」を入力する
      かつ 窓口で「NEW456」を入力する
      ならば 窓口で「暗証番号を再設定しました」と言われる
      かつ 署名用パスワード「NEW456」で予約できる

    @assumption
    シナリオ: 窓口でも1回入力すると、もう一度入力するよう求められる
      After the first entry the counter asks for it once more.
      前提 窓口で新しい暗証番号を入力するところまで進んでいる
      もし 窓口で「8642」を入力する
      ならば 窓口で「もう一度、新しい暗証番号(数字4桁)を入力してください」と言われる

    @assumption
    シナリオ: 窓口で入力する暗証番号は伏せられる
      What is typed at the counter is hidden.
      前提 窓口で新しい暗証番号を入力するところまで進んでいる
      ならば 窓口で入力する文字は伏せられる

    @assumption
    シナリオ: 窓口で終わったら、次の用件を聞かれる
      When it is done, the clerk asks what else is wanted.
      もし 窓口で数字4桁を「8642」に再設定する
      かつ 窓口で「終了」を選ぶ
      ならば 窓口で「どのようなご用件ですか」と言われる

  ルール: コンビニは全国で、窓口は住民票のある市区町村で利用できる
    Kiosks serve all over the country, the counter in the municipality of residence.

    @kiosk_own_municipality
    シナリオ: 全国どこの提携コンビニでも再設定できる
      A participating store anywhere will do.
      前提 住民票のない市区町村の、「セブン-イレブン」の店舗にいる
      かつ アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

    @failure @counter_own_municipality
    シナリオ: 住民票のない市区町村の窓口では再設定できない
      Another municipality's counter refuses.
      前提 住民票のない市区町村の窓口にいる
      もし 窓口で数字4桁を「8642」に再設定しようとする
      ならば 窓口で「住民票のある市区町村の窓口で手続きしてください」と言われる
      かつ 数字4桁はロックされている

  ルール: コンビニは毎日、窓口は平日の開庁時間に利用できる
    Kiosks serve every day, the counter on weekdays in opening hours.

    @boundary @counter_opens @counter_closes @counter_weekdays
    シナリオアウトライン: 窓口は平日の開庁時間だけ開いている
      Weekdays in opening hours (8:30 to 17:15 is assumed).
      前提 今は<日時>である
      もし 窓口で数字4桁を「8642」に再設定しようとする
      ならば 窓口で「<応対>」と言われる

      @assumption
      例: 朝
        | 日時               | 応対                     |
        | 2026年2月17日 8:29 | 窓口は開いていません     |
        | 2026年2月17日 8:30 | 暗証番号を再設定しました |

      @assumption
      例: 夕方
        | 日時                | 応対                     |
        | 2026年2月17日 17:14 | 暗証番号を再設定しました |
        | 2026年2月17日 17:15 | 窓口は開いていません     |

      例: 月曜日から金曜日
        | 日時                | 応対                     |
        | 2026年2月16日 10:00 | 暗証番号を再設定しました |
        | 2026年2月17日 10:00 | 暗証番号を再設定しました |
        | 2026年2月18日 10:00 | 暗証番号を再設定しました |
        | 2026年2月19日 10:00 | 暗証番号を再設定しました |
        | 2026年2月20日 10:00 | 暗証番号を再設定しました |

      例: 土曜日、日曜日、祝日
        | 日時                | 応対                 |
        | 2026年2月21日 10:00 | 窓口は開いていません |
        | 2026年2月22日 10:00 | 窓口は開いていません |
        | 2026年2月23日 10:00 | 窓口は開いていません |

    @boundary @assumption @counter_year_end
    シナリオアウトライン: 窓口は年末年始に閉まる
      Counters close from 29 December to 3 January.
      前提 今は<日時>である
      もし 窓口で数字4桁を「8642」に再設定しようとする
      ならば 窓口で「<応対>」と言われる

      例:
        | 日時                 | 応対                     |
        | 2026年12月28日 10:00 | 暗証番号を再設定しました |
        | 2026年12月29日 10:00 | 窓口は開いていません     |
        | 2026年12月30日 10:00 | 窓口は開いていません     |
        | 2026年12月31日 10:00 | 窓口は開いていません     |
        | 2029年1月2日 10:00   | 窓口は開いていません     |
        | 2029年1月3日 10:00   | 窓口は開いていません     |
        | 2029年1月4日 10:00   | 暗証番号を再設定しました |

    シナリオ: 窓口が閉まっている日曜日でも、コンビニでは再設定できる
      On a Sunday the kiosk serves while the counter is closed.
      前提 今は2026年2月22日 10:00である
      かつ アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

  ルール: コンビニなら待たずに終わる
    The kiosk is done without waiting.

    @reservation_wait
    シナリオ: 予約してすぐにコンビニで再設定できる
      Nothing in the procedure makes one wait between the reservation and the kiosk.
      前提 アプリで数字4桁の初期化を予約し、予約番号を控えている
      もし コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる
