"""Who fills the roles of the procedure: the holder, the app, the municipality, and nobody else."""

import pytest

from guidance.check import check
from guidance.claims.roles_names import Who, who
from guidance.document import Block, Document, Kind, Run, Text
from guidance.findings import Level

TITLE = "マイナンバーカードの4桁の暗証番号がロックされたとき"
Case = tuple[str, str]
"""A heading, or nothing, and the sentence under it."""


def _told(case: Case) -> list[Level]:
    """The levels of what is found in a sentence under its heading."""
    heading, sentence = case
    lines = [
        (Kind.HEADING, TITLE, 1),
        *([(Kind.HEADING, heading, 2)] if heading else []),
        (Kind.PARAGRAPH, sentence, 0),
    ]
    blocks = tuple(
        Block(kind, Text(text, (Run(0, line, 1),)), level=level)
        for line, (kind, text, level) in enumerate(lines, 1)
    )
    found = check(Document("guide", "text", "utf-8", blocks)).findings
    return [each.level for each in found if each.level is not Level.NOTE]


WRONG = [
    ("", "県のデジタル推進課の職員が再設定の手続きを行います。"),
    ("", "町内会の会長さんに委任すれば、代わりに再設定してくれます。"),
    ("", "画面に触れるのはお店の方なので、横で見ていてください。"),
    ("", "コンビニでは、まずカードを店員に手渡し、4桁を口頭で伝えます。"),
    ("予約番号はどこから届きますか", "県のデジタル窓口からショートメールで届きます。"),
    ("", "予約番号を発行しているのは地方公共団体情報システム機構の窓口です。"),
    ("", "新しい4桁は、総務省のシステムが自動的に選びます。"),
    ("", "市区町村から通知された新しい番号を入力します。"),
    ("だれの署名用パスワードを入れますか", "同居のお父さまのものです。"),
    ("", "父が取った番号で、私のカードも直してもらえました。"),
    ("予約番号", "ご夫婦であれば、どちらのカードにも使えます。"),
    ("", "予約の取り直しは、販売店のスタッフがいたします。"),
]
RIGHT = [
    ("", "マルチコピー機の場所は店員に聞いてかまいませんが、画面の操作はご自身で。"),
    ("", "窓口では、担当者にカードと本人確認書類を渡します。"),
    ("", "4桁のリセットは、年金事務所では代行していません。"),
    ("", "パソコン教室の講師に操作を委ねないでください。"),
    ("", "予約番号とは、アプリが発行する数字のことです。"),
    ("予約番号はどこから届きますか", "スマホの画面に出るもので、郵便などでは届きません。"),
    ("", "新しい4桁は、誰かに決めてもらうものではなく、自分で選びます。"),
    ("新しい番号はだれが決めますか", "カードを持っている方が、その場で考えて打ち込みます。"),
    ("だれの署名用パスワードを入れますか", "手続きするカードと同じ方のものです。"),
    ("", "お子さまのカードには、お子さまのカードで取った予約番号が必要です。"),
    ("", "店側が画面を操作することはなく、利用客が最後まで一人で進めます。"),
]


@pytest.mark.parametrize("case", WRONG)
def test_a_role_that_somebody_else_fills(case: Case) -> None:
    assert _told(case)


@pytest.mark.parametrize("case", RIGHT)
def test_a_role_that_is_rightly_filled(case: Case) -> None:
    assert not _told(case)


@pytest.mark.parametrize(
    ("name", "whom"),
    [
        ("カードの持ち主", Who.HOLDER),
        ("組合員ご自身", Who.HOLDER),
        ("住民票のある市区町村の職員", Who.MUNICIPAL),
        ("本籍地の市区町村の職員", Who.OFFICE),
        ("県の旅券窓口の職員", Who.OTHER),
        ("出張先の対応店", Who.KIOSK),
        ("町の電器店", Who.OFFICE),
        ("人事部の端末", Who.OFFICE),
        ("コンビニの機械", Who.MACHINE),
    ],
)
def test_whom_a_name_stands_for(name: str, whom: Who) -> None:
    assert who(name) is whom
