"""What fills a role of the procedure: with what, on what; whatever is not known right is told of."""

import pytest

from guidance.check import check
from guidance.findings import Level
from guidance.reading import read_octets

COUNTER, KIOSK, APP, AFTER = (
    "窓口で再設定する",
    "コンビニで再設定する",
    "スマートフォンで予約する",
    "再設定のあと",
)


def _levels(heading: str, sentence: str) -> set[Level]:
    text = f"# カードの4桁がロックされたとき\n\n## {heading}\n\n{sentence}\n"
    return {each.level for each in check(read_octets("guide.md", text.encode())).findings}


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        (COUNTER, "カードと、運転免許証やパスポートなどの身分証を忘れずにお持ちください。"),
        (COUNTER, "持って行くのはマイナンバーカードと本人確認書類です。"),
        (KIOSK, "窓口と違って、本人確認書類は要りません。"),
        (KIOSK, "カードは、読み取り台の印に合わせて置きます。"),
        (KIOSK, "4桁を再設定できるチェーンは、セブン-イレブンとイオンリテールです。"),
        (APP, "マイナンバーカードの読み取りに対応したスマートフォンが必要です。"),
        (APP, "アプリストアで「JPKI利用者ソフト」と検索して入れてください。"),
        (APP, "くっつける場所は金色のチップの中央です。"),
        (AFTER, "この設定をしておくと、4桁を入れずにログインできます。"),
        (AFTER, "番地や電話番号を新しい番号にするのは控えましょう。"),
    ],
)
def test_what_is_right_gives_nothing(heading: str, sentence: str) -> None:
    assert _levels(heading, sentence) <= {Level.NOTE}


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        (COUNTER, "平日に、マイナンバーカードとコンビニの予約番号をお持ちください。"),
        (COUNTER, "そろえていただくのは、カードと住所を示す郵便物の二つです。"),
        (KIOSK, "窓口と同じく本人確認書類が必要です。"),
        (KIOSK, "カードは、原稿を置くガラスの面に伏せて置きます。"),
        (KIOSK, "4桁に対応するコンビニは、成城マートです。"),
        (APP, "5Gに対応したスマートフォンに、アプリを入れておきます。"),
        (APP, "PayPayアプリから予約します。"),
        (APP, "カードを当てるのは、名前の書かれた所です。"),
        (AFTER, "プッシュ通知を設定すると、次からは4桁を打たずにログインできます。"),
        (AFTER, "新しい番号には、車のナンバーを使いましょう。"),
    ],
)
def test_any_other_filler_is_told_of(heading: str, sentence: str) -> None:
    assert _levels(heading, sentence) & {Level.ERROR, Level.WARNING}


STEPS = """\
# コンビニで再設定する

1. 「行政サービス」を選ぶ
2. 「マイナンバーカード」を選ぶ
3. 「利用者証明用電子証明書等のパスワード再設定」を選ぶ
4. {}
5. 「予約番号」を入力する
6. 署名用のパスワードを入力する
7. 新しい4桁を2回入力する
"""


@pytest.mark.parametrize(
    ("step", "level"),
    [
        ("カードをコピー機のカード読み取り台に置く", None),
        ("画面の案内にしたがってカードを置く", None),
        ("カードをレジの読み取り機に置く", Level.ERROR),
        ("カードを排出トレーに差し込む", Level.WARNING),
        ("カード読み取り台に診察券を置く", Level.WARNING),
    ],
)
def test_where_a_step_puts_what(step: str, level: Level | None) -> None:
    found = check(read_octets("guide.md", STEPS.format(step).encode())).findings
    told = [each.level for each in found if each.line == 6 and each.level is not Level.NOTE]
    assert told == ([level] if level else [])
