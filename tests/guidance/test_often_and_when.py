"""How often, how long, when and whether: what is said in words that no guide had before."""

import pytest

from guidance.check import check
from guidance.findings import Level
from guidance.reading import read_octets

RIGHT = [
    "誤入力のカウントは、正しい番号での認証に成功した時点でリセットされます。",
    "月が替わっても、間違えた回数は白紙に戻りません。",
    "「一晩寝れば回数は戻りますか」と聞かれますが、戻りません。",
    "三回目に正しい番号を入れれば、回数はゼロに戻ります。",
    "ロックを解く手立ては、再設定だけです。",
    "待てば済むものではないので、早めに再設定しましょう。",
    "きのうまでに2回間違えたままの方は、次に誤ればロックです。",
    "再設定が完了しました。新しい番号は帰り道でもう使えます。",
    "予約はスマートフォンで行います。夜十二時を過ぎても受け付けています。",
    "よその町のお店ではだめかというと、対応店ならどこでもかまいません。",
    "ロックされたカードは、再設定をするまで4桁を受け付けません。",
    "短いほうは続けて三回、長いほうは続けて五回間違えると、止まります。",
    "アプリでの予約は、メンテナンス中を除き1日24時間受け付けています。",
    "署名用パスワードが分かる方は、来庁することなく、コンビニの機械で再設定ができます。",
]
WRONG = [
    "誤入力のカウントは、画面を閉じた時点でリセットされます。",
    "間違いの数がゼロに戻るのは、アプリを入れ直したときです。",
    "正しく入れると、それまでの間違いが一回分だけ減ります。",
    "「一晩寝れば回数は戻りますか」と聞かれますが、ちゃんと戻ります。",
    "ロックを解く手立ては、時間が過ぎるのを待つことだけです。",
    "ロックされたカードを再び使うには、正しい番号をもう一度入れれば足ります。",
    "ロックがかかったあとでも、再設定をする必要はありません。",
    "再設定が完了しました。使えるようになるのは翌営業日からです。",
    "予約はスマートフォンで行います。夜九時を過ぎると受け付けていません。",
    "住んでいる町のお店でないとだめかというと、はい、住民票のある市区町村のお店に限られます。",
    "署名用パスワードにもロックがあり、続けて八回誤るとかかります。",
    "短いほうは続けて三回、長いほうは続けて八回間違えると、止まります。",
    "アプリでの予約は、メンテナンス中を除き1日3時間受け付けています。",
]
UNKNOWN = "カードを入れ替えれば、ロックは外れます。"


def _levels(sentence: str) -> set[Level]:
    text = f"# 4桁の暗証番号がロックされたら\n\n{sentence}\n"
    return {each.level for each in check(read_octets("guide.md", text.encode())).findings}


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_is_right_gives_no_error(sentence: str) -> None:
    assert Level.ERROR not in _levels(sentence)


@pytest.mark.parametrize("sentence", WRONG)
def test_what_is_wrong_is_an_error(sentence: str) -> None:
    assert Level.ERROR in _levels(sentence)


def test_a_means_that_nobody_knows_is_a_warning() -> None:
    levels = _levels(UNKNOWN)
    assert Level.WARNING in levels
    assert Level.ERROR not in levels


def test_a_heading_of_a_video_has_a_time_that_is_no_hour() -> None:
    text = "# マイナカードの動画\n\n2:40 家でやること、アプリの予約\n"
    assert check(read_octets("guide.md", text.encode())).worst is None
