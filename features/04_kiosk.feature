# language: ja
@kiosk
機能: コンビニのマルチコピー機での再設定
  Section 4 of the guide: setting the new PIN at the kiosk, in seven steps.

  背景:
    前提 今は2026年2月16日 10:00である
    かつ 数字4桁が「1234」、署名用パスワードが「ABC123」のマイナンバーカードを持っている
    かつ 数字4桁がロックされている
    かつ アプリで数字4桁の初期化を予約し、予約番号を控えている

  ルール: 七つの手順で新しい数字4桁を設定する
    Seven steps set the new PIN.

    @happy
    @kiosk_service @kiosk_card_menu @kiosk_reset_menu @kiosk_done @new_pin_entries @signature_label
    @reservation_is_wanted @key_is_wanted @kiosk_wants_identity
    シナリオ: 手順どおりに進めると再設定が完了する
      The seven steps at the kiosk, one after the other.
      もし マルチコピー機で「行政サービス」を選ぶ
      ならば マルチコピー機で「マイナンバーカード」を選べる
      もし マルチコピー機で「マイナンバーカード」を選ぶ
      ならば マルチコピー機で「利用者証明用電子証明書等のパスワード再設定」を選べる
      もし マルチコピー機で「利用者証明用電子証明書等のパスワード再設定」を選ぶ
      ならば マルチコピー機に「マイナンバーカードを読み取り台にセットしてください」と表示される
      かつ マルチコピー機にカードをセットするよう求められる
      もし カード読み取り台にカードをセットする
      ならば マルチコピー機で「予約番号」の入力を求められる
      もし マルチコピー機に予約番号を入力する
      ならば マルチコピー機で「署名用電子証明書(英数字6〜16桁)」の入力を求められる
      もし マルチコピー機に「ABC123」を入力する
      ならば マルチコピー機で「新しい暗証番号(数字4桁)」の入力を求められる
      もし マルチコピー機に「8642」を入力する
      ならば マルチコピー機で「新しい暗証番号(数字4桁)」の入力を求められる
      もし マルチコピー機に「8642」を入力する
      ならば マルチコピー機に「再設定が完了しました」と表示される

    @happy @new_pin_works_at_once
    シナリオ: 新しい数字4桁はすぐに使える
      The new PIN works at once.
      もし コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁「8642」でマイナポータルにログインできる

    シナリオ: 元の数字4桁は使えなくなる
      The old PIN no longer works.
      もし コンビニで数字4桁を「8642」に再設定する
      ならば 数字4桁「1234」でマイナポータルにログインできない

    @other_source @kiosk_fee
    シナリオ: 再設定に手数料はかからない
      The reset is free of charge.
      もし マルチコピー機のメニューで再設定まで選んでいく
      ならば マルチコピー機の「手数料」は「0円」である

  ルール: 予約してから24時間以内に手続きする
    The kiosk is to be visited within 24 hours of the reservation.

    @boundary @reservation_validity
    シナリオアウトライン: 予約番号は予約の24時間後まで使える
      The reservation is good up to and including 24:00:00 (that edge is assumed).
      もし 予約から<経過>が過ぎる
      かつ コンビニで数字4桁を「8642」に再設定しようとする
      ならば マルチコピー機に「<表示>」と表示される

      例: まだ使える
        | 経過           | 表示                 |
        | 23時間59分59秒 | 再設定が完了しました |

      @assumption
      例: ちょうど24時間ならまだ使える
        | 経過   | 表示                 |
        | 24時間 | 再設定が完了しました |

      例: もう使えない
        | 経過      | 表示                         |
        | 24時間1秒 | 予約の有効期限が切れています |
        | 48時間    | 予約の有効期限が切れています |

    @boundary @assumption
    シナリオ: 操作の途中で24時間を過ぎると、再設定できない
      A reservation that runs out in the middle of the visit is refused before the card is written.
      前提 予約から23時間59分59秒が過ぎている
      かつ マルチコピー機で新しい数字4桁を入力するところまで進んでいる
      もし そのまま2秒が過ぎる
      かつ マルチコピー機に「8642」を2回入力する
      ならば マルチコピー機に「予約の有効期限が切れています」と表示される
      かつ 数字4桁はロックされている

  ルール: 利用できるのは6:30から23:00まで
    The service is open from 6:30 to 23:00.

    @boundary @kiosk_opens @kiosk_closes
    シナリオアウトライン: 6:30から23:00までの間だけ利用できる
      The service is offered from 6:30 up to 23:00, and 23:00 itself is closed.
      前提 今は2026年2月17日 <時刻>である
      もし マルチコピー機で「行政サービス」を選ぶ
      ならば マルチコピー機に「<表示>」と表示される

      例: 朝
        | 時刻 | 表示                             |
        | 6:29 | 利用時間外                       |
        | 6:30 | 利用するサービスを選んでください |

      例: 夜
        | 時刻  | 表示                             |
        | 22:59 | 利用するサービスを選んでください |
        | 23:01 | 利用時間外                       |

      @assumption
      例: 23:00ちょうどは、もう利用できない
        | 時刻  | 表示       |
        | 23:00 | 利用時間外 |

    @kiosk_opens @kiosk_closes
    シナリオ: 時間外には利用できる時間が表示される
      Out of hours the kiosk says when it serves.
      前提 今は2026年2月17日 2:00である
      もし マルチコピー機で「行政サービス」を選ぶ
      ならば マルチコピー機の「利用時間」は「6:30〜23:00」である

    @boundary
    シナリオアウトライン: 店舗の営業時間外は利用できない
      A store's own hours limit the service further.
      前提 営業時間が9:00から21:00までの店舗にいる
      かつ 今は2026年2月17日 <時刻>である
      ならば マルチコピー機に「<表示>」と表示される

      例:
        | 時刻  | 表示           |
        | 8:59  | 営業時間外     |
        | 9:00  | トップメニュー |
        | 20:59 | トップメニュー |
        | 21:00 | 営業時間外     |

    @other_source @kiosk_weekdays
    シナリオ: 休日でも利用できる
      Weekends and holidays make no difference to the kiosk.
      前提 今は2026年2月22日 10:00である
      もし マルチコピー機で「行政サービス」を選ぶ
      ならば マルチコピー機で「マイナンバーカード」を選べる

    @other_source @kiosk_weekdays
    シナリオアウトライン: 何曜日でも利用できる
      The kiosk serves on every day of the week, Monday to Sunday.
      前提 今は<日時>である
      もし マルチコピー機で「行政サービス」を選ぶ
      ならば マルチコピー機で「マイナンバーカード」を選べる

      例:
        | 日時                |
        | 2026年2月16日 11:00 |
        | 2026年2月17日 11:00 |
        | 2026年2月18日 11:00 |
        | 2026年2月19日 11:00 |
        | 2026年2月20日 11:00 |
        | 2026年2月21日 11:00 |
        | 2026年2月22日 11:00 |

  ルール: 対応している店舗で手続きする
    It takes a store that takes part.

    @failure @chains
    シナリオ: 対応していない店舗では選べない
      A store that does not take part does not offer the menu.
      前提 再設定に対応していない店舗にいる
      もし マルチコピー機で「行政サービス」を選ぶ
      ならば マルチコピー機に「マイナンバーカード」の選択肢はない

    @other_source @chains
    シナリオアウトライン: 数字4桁も再設定できる店と、署名用パスワードだけの店がある
      Two tiers of chains: both secrets, or the signing password only.
      前提 「<店>」の店舗にいる
      もし コンビニで数字4桁を「8642」に再設定しようとする
      ならば マルチコピー機に「<表示>」と表示される

      例: 両方とも再設定できる
        | 店              | 表示                 |
        | セブン-イレブン | 再設定が完了しました |
        | イオンリテール  | 再設定が完了しました |

      例: 署名用パスワードだけ再設定できる
        | 店               | 表示                                                              |
        | ローソン         | この店舗では、利用者証明用電子証明書(数字4桁)の再設定はできません |
        | ファミリーマート | この店舗では、利用者証明用電子証明書(数字4桁)の再設定はできません |
        | ミニストップ     | この店舗では、利用者証明用電子証明書(数字4桁)の再設定はできません |

  ルール: 予約番号は、予約したカードで一度だけ使える
    The reservation number serves once, and only with the card that it was made for.

    @failure
    シナリオ: 間違った予約番号は受け付けない
      A wrong reservation number is refused.
      前提 マルチコピー機で予約番号を入力するところまで進んでいる
      もし マルチコピー機に「0000000000」を入力する
      ならば マルチコピー機に「予約番号が正しくありません」と表示される
      かつ マルチコピー機で「予約番号」の入力を求められる

    @failure @assumption @kiosk_number_tries
    シナリオ: 予約番号を3回続けて間違えると、手続きが中止される
      After three wrong numbers the visit ends; the reservation stays good.
      前提 マルチコピー機で予約番号を入力するところまで進んでいる
      もし マルチコピー機に「0000000000」を3回入力する
      ならば マルチコピー機に「予約番号を続けて間違えたため、手続きを中止しました」と表示される
      もし コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

    @boundary @assumption @kiosk_number_tries
    シナリオ: 予約番号を2回間違えても続けられる
      After two wrong numbers the right one is still taken.
      前提 マルチコピー機で予約番号を入力するところまで進んでいる
      もし マルチコピー機に「0000000000」を2回入力する
      かつ マルチコピー機に予約番号を入力する
      ならば マルチコピー機で「署名用電子証明書(英数字6〜16桁)」の入力を求められる

    シナリオ: 予約番号を間違えたあとに正しく入力すると、次の案内が表示される
      Once the right number is typed, the complaint is gone and the next question is asked.
      前提 マルチコピー機で予約番号を入力するところまで進んでいる
      もし マルチコピー機に「0000000000」を入力する
      かつ マルチコピー機に予約番号を入力する
      ならば マルチコピー機に「本人確認のため、署名用電子証明書(英数字6〜16桁)を入力してください」と表示される

    @failure @assumption @reservation_binds_card
    シナリオ: ほかの人の予約番号は使えない
      Somebody else's number does not fit this card.
      前提 ほかの人の予約番号を教えてもらっている
      かつ マルチコピー機で予約番号を入力するところまで進んでいる
      もし マルチコピー機にほかの人の予約番号を入力する
      ならば マルチコピー機に「セットされたカードの予約ではありません」と表示される
      かつ 数字4桁はロックされている

    @failure @assumption @reservation_is_single_use
    シナリオ: 一度使った予約番号はもう使えない
      A number that was used is used up.
      前提 コンビニで数字4桁の「8642」への再設定を済ませている
      もし コンビニで数字4桁を「7531」に再設定しようとする
      ならば マルチコピー機に「この予約番号は使用済みです」と表示される
      かつ 数字4桁「8642」でマイナポータルにログインできる

    @failure @assumption @reservation_is_single_use
    シナリオ: 一度使った予約番号は、ほかの店舗でも使えない
      Nor does it serve in another store.
      前提 コンビニで数字4桁の「8642」への再設定を済ませている
      もし 「イオンリテール」の店舗へ行く
      かつ コンビニで数字4桁を「7531」に再設定しようとする
      ならば マルチコピー機に「この予約番号は使用済みです」と表示される

    @assumption
    シナリオ: 予約し直せば、何度でも再設定できる
      With a new reservation the PIN is reset as often as one likes.
      前提 コンビニで数字4桁の「8642」への再設定を済ませている
      もし アプリで予約し、コンビニで数字4桁を「7531」に再設定する
      ならば 数字4桁「7531」でマイナポータルにログインできる

  ルール: 署名用パスワードをもう一度入力する
    The signing password is typed once more.

    @failure
    シナリオ: 署名用パスワードを間違えると先へ進めない
      A wrong signing password is refused, with the tries that remain.
      前提 マルチコピー機で署名用パスワードを入力するところまで進んでいる
      もし マルチコピー機に「XYZ999」を入力する
      ならば マルチコピー機に「残り4回です」と表示される
      かつ 数字4桁はロックされている

    @failure
    シナリオ: 署名用パスワードを間違えても、正しく入力し直せば続けられる
      After a wrong entry the right one goes on.
      前提 マルチコピー機で署名用パスワードを入力するところまで進んでいる
      もし マルチコピー機に「XYZ999」を入力する
      かつ マルチコピー機に「ABC123」を入力する
      ならば マルチコピー機で「新しい暗証番号(数字4桁)」の入力を求められる
      かつ マルチコピー機に「新しい暗証番号(数字4桁)を入力してください」と表示される

    @failure @other_source
    シナリオ: 署名用パスワードを5回続けて間違えるとロックされる
      Five wrong entries at the kiosk lock the signing password as well.
      前提 マルチコピー機で署名用パスワードを入力するところまで進んでいる
      もし マルチコピー機に「XYZ999」を5回入力する
      ならば 署名用パスワードはロックされている
      かつ マルチコピー機に「市区町村の窓口で手続きしてください」と表示される

    @boundary @assumption
    シナリオアウトライン: 決まった形に合わない署名用パスワードは、間違いの回数に入らない
      An entry of the wrong form costs no try at the kiosk either.
      前提 マルチコピー機で署名用パスワードを入力するところまで進んでいる
      もし マルチコピー機に「<入力>」を入力する
      ならば マルチコピー機に「英数字6〜16桁で入力してください」と表示される
      かつ 署名用パスワードの残り回数は5回である

      例:
        | 入力              |
        | ABC12             |
        | ABCDEFGH123456789 |
        | ABC-123           |

  ルール: 新しい数字4桁は2回入力する
    The new PIN is typed twice.

    シナリオ: 1回入力すると、もう一度入力するよう求められる
      After the first entry the kiosk asks for it once more.
      前提 マルチコピー機で新しい数字4桁を入力するところまで進んでいる
      もし マルチコピー機に「8642」を入力する
      ならば マルチコピー機に「もう一度、新しい暗証番号(数字4桁)を入力してください」と表示される

    @failure
    シナリオ: 2回の入力が違うと設定されない
      Two entries that differ set nothing.
      前提 マルチコピー機で新しい数字4桁を入力するところまで進んでいる
      もし マルチコピー機に「8642」を入力する
      かつ マルチコピー機に「8643」を入力する
      ならば マルチコピー機に「一致しません」と表示される
      かつ 数字4桁はロックされている

    @new_pin_entries
    シナリオ: 2回の入力が違っても、入力し直せば設定できる
      Typing both anew completes the reset.
      前提 マルチコピー機で新しい数字4桁を入力するところまで進んでいる
      もし マルチコピー機に「8642」を入力する
      かつ マルチコピー機に「8643」を入力する
      かつ マルチコピー機に「7531」を2回入力する
      ならば マルチコピー機に「再設定が完了しました」と表示される
      かつ 数字4桁「7531」でマイナポータルにログインできる

    @boundary @authentication_pin_length @authentication_pin_alphabet
    シナリオアウトライン: 数字4桁でなければ設定できない
      What is not four digits is not taken.
      前提 マルチコピー機で新しい数字4桁を入力するところまで進んでいる
      もし マルチコピー機に「<入力>」を入力する
      ならば マルチコピー機に「数字4桁で入力してください」と表示される

      例:
        | 入力  |
        | 864   |
        | 86420 |
        | 86a2  |

  ルール: 暗証番号は画面に出ない
    No secret shows on the kiosk's screen, where others may stand behind.

    @assumption
    シナリオアウトライン: マルチコピー機に入力する暗証番号は伏せられる
      What is typed as a secret is hidden.
      前提 マルチコピー機で<操作>ところまで進んでいる
      ならば マルチコピー機に入力する文字は伏せられる

      例:
        | 操作                       |
        | 署名用パスワードを入力する |
        | 新しい数字4桁を入力する    |

    @assumption
    シナリオ: 証明書交付で入力する数字4桁は伏せられる
      So is the PIN when a certificate of residence is asked for.
      もし コンビニの証明書交付で数字4桁「123」を入力する
      ならば マルチコピー機に入力する文字は伏せられる

  ルール: 途中でやめても、カードは中途半端に書き換わらない
    Stopping midway never leaves the card half rewritten.

    @assumption
    シナリオアウトライン: 途中でやめると、トップメニューに戻る
      Stopping at any question leads back to the top menu, with the card as it was.
      前提 マルチコピー機で<操作>ところまで進んでいる
      もし マルチコピー機で「中止」を選ぶ
      ならば マルチコピー機に「トップメニュー」と表示される
      かつ 数字4桁はロックされている

      例:
        | 操作                            |
        | 予約番号を入力する              |
        | 署名用パスワードを入力する      |
        | 新しい数字4桁を入力する         |
        | 新しい数字4桁をもう一度入力する |

    @assumption
    シナリオ: カードをセットする前にもやめられる
      One can stop before the card is set, too.
      もし マルチコピー機のメニューで再設定まで選んでいく
      かつ マルチコピー機で「中止」を選ぶ
      ならば マルチコピー機に「トップメニュー」と表示される

    @assumption
    シナリオ: 再設定が終わったら、トップメニューに戻れる
      Once it is done, the kiosk goes back to its top menu.
      もし コンビニで数字4桁を「8642」に再設定する
      かつ マルチコピー機で「終了」を選ぶ
      ならば マルチコピー機に「トップメニュー」と表示される

    @failure @assumption
    シナリオ: はじめにカードを読み取れなければ、手続きは始まらない
      A card that leaves at the first reading ends the visit before anything is asked.
      前提 カード読み取り台から読み取りの最初にカードが離れる
      もし マルチコピー機のメニューで再設定まで選んでいく
      かつ カード読み取り台にカードをセットする
      ならば マルチコピー機に「カードを読み取れなくなったため、手続きを中止しました」と表示される
      かつ 数字4桁はロックされている

    @failure
    シナリオアウトライン: 途中でカードを取り出しても、予約はまだ使える
      Taking the card away at any question leaves card and reservation as they were.
      前提 マルチコピー機で<操作>ところまで進んでいる
      もし カード読み取り台からカードを取る
      ならば マルチコピー機に「カードが取り出されたため、手続きを中止しました」と表示される
      かつ 数字4桁はロックされている
      もし コンビニで数字4桁を「8642」に再設定する
      ならば マルチコピー機に「再設定が完了しました」と表示される

      例:
        | 操作                            |
        | 予約番号を入力する              |
        | 署名用パスワードを入力する      |
        | 新しい数字4桁を入力する         |
        | 新しい数字4桁をもう一度入力する |

    @failure @assumption
    シナリオアウトライン: 書き込みのときにカードが外れても、カードは元のままか、書き換え済みかのどちらかになる
      Whenever the card leaves during the writing, it is wholly old or wholly new.
      前提 マルチコピー機で新しい数字4桁をもう一度入力するところまで進んでいる
      かつ カード読み取り台から<とき>にカードが離れる
      もし マルチコピー機に「8642」を入力する
      ならば マルチコピー機に「書き込みが終わっていません」と表示される
      かつ 数字4桁の残り回数は<残り>回である

      例: 古いまま(ロックされている)
        | とき             | 残り |
        | 署名の直前       | 0    |
        | 署名の直後       | 0    |
        | 書き込みの準備中 | 0    |
        | 書き込みの直前   | 0    |
        | 書き込みの途中   | 0    |

      例: 新しくなっている
        | とき           | 残り |
        | 書き込みの直後 | 3    |

    @failure @assumption
    シナリオアウトライン: 書き込みのときにカードが外れても、セットし直せば完了する
      Setting the card down again finishes the reset.
      前提 マルチコピー機で新しい数字4桁をもう一度入力するところまで進んでいる
      かつ カード読み取り台から<とき>にカードが離れる
      かつ マルチコピー機に「8642」を入力したところである
      もし カード読み取り台にカードをセットする
      ならば マルチコピー機に「再設定が完了しました」と表示される
      かつ 数字4桁「8642」でマイナポータルにログインできる

      例:
        | とき           |
        | 書き込みの直前 |
        | 書き込みの途中 |
        | 書き込みの直後 |

    @failure @assumption
    シナリオ: 書き込みのときに外れたカードの代わりに、別のカードは使えない
      Another card cannot take the place of the one that left.
      前提 マルチコピー機で新しい数字4桁をもう一度入力するところまで進んでいる
      かつ カード読み取り台から書き込みの直前にカードが離れる
      かつ マルチコピー機に「8642」を入力したところである
      もし カード読み取り台にほかの人のカードをセットする
      ならば マルチコピー機に「別のカードがセットされたため、手続きを中止しました」と表示される

    @failure @assumption
    シナリオ: 書き込みの途中でカードが外れ、そこでやめても、予約はまだ使える
      Giving up when the card left during the writing leaves the reservation good.
      前提 マルチコピー機で新しい数字4桁をもう一度入力するところまで進んでいる
      かつ カード読み取り台から書き込みの途中にカードが離れる
      かつ マルチコピー機に「8642」を入力したところである
      もし マルチコピー機で「中止」を選ぶ
      かつ コンビニで数字4桁を「7531」に再設定する
      ならば 数字4桁「7531」でマイナポータルにログインできる

  ルール: 予約センターにつながらなければ再設定できない
    Without a connection to the reservation centre there is no reset.

    @failure @assumption
    シナリオ: 予約センターにつながらないと予約番号を確かめられない
      With the centre out of reach the number cannot be checked, and does not count as wrong.
      前提 マルチコピー機で予約番号を入力するところまで進んでいる
      かつ 予約センターにつながらない
      もし マルチコピー機に予約番号を3回入力する
      ならば マルチコピー機に「通信できませんでした」と表示される
      かつ マルチコピー機で「予約番号」の入力を求められる

    @failure @assumption
    シナリオ: 書き込みの前に予約センターにつながらなくなったら、カードは変わらない
      If the centre goes out of reach before the writing, the card stays as it was.
      前提 マルチコピー機で新しい数字4桁をもう一度入力するところまで進んでいる
      かつ 予約センターにつながらない
      もし マルチコピー機に「8642」を入力する
      ならば マルチコピー機に「通信できませんでした」と表示される
      かつ 数字4桁はロックされている

    @failure @assumption
    シナリオ: 書き込みの前にカードを取ると、もう一度試すにはカードがいる
      With the card gone as well, it has to be set again before anything goes on.
      前提 マルチコピー機で新しい数字4桁をもう一度入力するところまで進んでいる
      かつ 予約センターにつながらない
      かつ マルチコピー機に「8642」を入力したところである
      もし カード読み取り台からカードを取る
      ならば マルチコピー機に「書き込みが終わっていません。カードをもう一度セットすると」と表示される
      かつ マルチコピー機に「もう一度試す」の選択肢はない

    @failure @assumption
    シナリオ: 予約センターにつながるようになれば続けられる
      Once the centre is back, trying again finishes the reset.
      前提 マルチコピー機で新しい数字4桁をもう一度入力するところまで進んでいる
      かつ 予約センターにつながらない
      かつ マルチコピー機に「8642」を入力したところである
      もし 予約センターにつながるようになる
      かつ マルチコピー機で「もう一度試す」を選ぶ
      ならば マルチコピー機に「再設定が完了しました」と表示される
      かつ 数字4桁「8642」でマイナポータルにログインできる

    @failure @assumption
    シナリオ: 書き込みの直後に予約センターにつながらなくなっても、予約番号は一度しか使えない
      If the centre is lost right after the writing, the PIN holds and the number is still used up.
      前提 書き込みの直後に予約センターにつながらなくなる
      かつ コンビニで数字4桁の「8642」への再設定を済ませている
      もし 予約センターにつながるようになる
      かつ コンビニで数字4桁を「7531」に再設定しようとする
      ならば マルチコピー機に「この予約番号は使用済みです」と表示される
      かつ 数字4桁「8642」でマイナポータルにログインできる
