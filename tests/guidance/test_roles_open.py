"""Roles filled by whom or what nobody named before: what a check makes of them."""

import pytest

from guidance.check import check
from guidance.findings import Finding, Level
from guidance.reading import read_octets

TITLE = "# カードの4桁の暗証番号がロックされたとき\n\n"
AT_KIOSK = "## コンビニで\n\n"


def _weighty(body: str) -> list[Finding]:
    report = check(read_octets("guide.md", (TITLE + body).encode()))
    return [each for each in report.findings if each.level is not Level.NOTE]


@pytest.mark.parametrize(
    "body",
    [
        "PINがロックされても署名用パスワードが使えるなら → コンビニで再設定\n",
        "署名用パスワードが分からない方 → お住まいの市区町村の窓口へ\n",
        "署名用パスワードのほうは無事で、PINだけ使えなくなった人は、コンビニで手続きできます。\n",
        "ロックされる前に1度でも正解すれば、ミスの数はゼロに戻ります。\n",
        "住民基本台帳用の4桁もあります。これはコンビニではリセットできません。\n",
        f"{AT_KIOSK}再設定に使えるのは、マルチコピー機が置いてある対応店です。\n",
        f"{AT_KIOSK}完了の合図は「再設定が完了しました」という表示です。\n",
        "機械の前では、付き添いのヘルパーさんには離れてもらい、ご自分で打ち込みます。\n",
        "当てる場所は、カードのICチップの上です。\n",
        "次は何番にすればいいですか。\n自分で考えて決めます。誕生日や1111は避けましょう。\n",
        "家族で行くときも、予約番号は一人に一つずつ用意します。\n",
    ],
)
def test_the_right_filler_gives_nothing(body: str) -> None:
    assert _weighty(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "PINも署名用パスワードもロックされたなら → コンビニで再設定\n",
        "署名用パスワードが分からない方 → 県の出先機関へ\n",
        "署名用パスワードのほうは無事で、PINだけ使えなくなった人は、役所でしか手続きできません。\n",
        "住民基本台帳用の4桁もあります。これもコンビニでリセットできます。\n",
        f"{AT_KIOSK}予約のときに選んだ店でなければなりません。\n",
        f"{AT_KIOSK}「カードを抜いてください」と出たら、再設定は完了です。\n",
        "操作に自信がなければ、隣にいる人に署名用パスワードを打ってもらいましょう。\n",
        "電子証明書の更新は、当組合の支所で受け付けます。\n",
        "4桁の再設定に対応しているのは、道の駅の端末です。\n",
        "再設定したあとの4桁は、マイナンバーの下4桁になります。\n",
        "新しい番号は、1111は避けて誕生日にしましょう。\n",
        "カードの裏の磁気の帯に、スマホを隙間なく当ててください。\n",
    ],
)
def test_any_other_filler_is_told(body: str) -> None:
    assert _weighty(body)


HEADED = """## ステップ1 スマホで予約する

1. 「JPKI利用者ソフト」を起動します
2. 「暗証番号のリセット」に進みます
3. 「利用者証明用電子証明書（数字4桁）」を選択します
4. {entry}を入力します
5. カードをスマホの裏面にかざします

## ステップ2 コンビニへ行く

1. トップメニューで「行政サービス」を選びます
2. 「マイナンバーカード」を選びます
3. 「利用者証明用電子証明書等のパスワード再設定」を選びます
4. カードを読み取り台に置きます
5. 予約番号を入力します
6. 署名用のパスワードを入力します
7. 新しい4桁を2回入力します
"""


def test_numbered_lists_under_numbered_headings_are_walked() -> None:
    document = read_octets("guide.md", (TITLE + HEADED.format(entry="署名用パスワード")).encode())
    walks = check(document).walks
    assert [(walk.device, walk.done) for walk in walks] == [("phone", True), ("kiosk", True)]


@pytest.mark.parametrize("entry", ["ロックされた4桁", "保護者の署名用電子証明書のパスワード"])
def test_a_wrong_entry_under_a_numbered_heading_is_told(entry: str) -> None:
    assert _weighty(HEADED.format(entry=entry))
