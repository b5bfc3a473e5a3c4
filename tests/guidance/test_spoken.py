"""Speeches, short answers, and tables of what goes where."""

import pytest

from guidance.check import check
from guidance.findings import Finding, Level
from guidance.reading import read_octets

TITLE = "# カードの4桁の暗証番号がロックされたとき\n\n"
MATRIX = "| 手続き | スマホのアプリ | コンビニの機械 |\n|---|---|---|\n"


def _weighty(body: str) -> list[Finding]:
    report = check(read_octets("guide.md", (TITLE + body + "\n").encode()))
    return [each for each in report.findings if each.level is not Level.NOTE]


@pytest.mark.parametrize(
    "body",
    [
        "客「4桁を3回外したんだけど」\n店員「一晩置いてもロックは解けません。番号を決め直しましょう」",
        "父「役場は日曜もやっているか」\n息子「日曜は休みだ」",
        "利用者「どのアプリで予約するの?」\n担当「JPKI利用者ソフトです」",
        "利用者「役所では何を見せるの?」\n担当「カードと免許証です」",
        f"{MATRIX}| 予約 | できる | できない |\n| 4桁の再設定 | できない | できる |",
    ],
)
def test_the_right_thing_said_gives_nothing(body: str) -> None:
    assert _weighty(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "母「署名用のパスワードが分からなくても、コンビニで直せる?」\n娘「直せるよ」",
        "利用者「ロックは放っておけば解ける?」\n担当「解けます」",
        "利用者「予約番号は何日もつ?」\n担当「三日です」",
        "利用者「どのアプリで予約するの?」\n担当「マイナポータルです」",
        "利用者「役所では何を見せるの?」\n担当「カードと予約番号です」",
        f"{MATRIX}| 予約 | できない | できる |",
        f"{MATRIX}| 4桁の再設定 | できる | できる |",
    ],
)
def test_the_wrong_thing_said_is_found(body: str) -> None:
    assert _weighty(body)
