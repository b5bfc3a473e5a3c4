"""For whom which way is, which certificate is meant, and where it is done: what a check finds."""

import pytest

from guidance.check import check
from guidance.findings import Finding, Level
from guidance.reading import read_octets

TITLE = "# カードの4桁の暗証番号がロックされたとき\n\n"


def _weighty(body: str) -> list[Finding]:
    report = check(read_octets("guide.md", (TITLE + body).encode()))
    return [each for each in report.findings if each.level is not Level.NOTE]


def _table(who: str, where: str) -> str:
    return f"| 状況 | 行き先 |\n| --- | --- |\n| {who} | {where} |\n"


@pytest.mark.parametrize(
    "body",
    [
        _table(
            "署名用パスワードを覚えている方（期限切れの場合を除きます）", "コンビニ（窓口でも可）"
        ),
        _table("4桁も署名用パスワードも忘れた方", "市区町村の窓口のみ"),
        "## 窓口での手続きが必要な方\n\n- 4桁と署名用パスワードがどちらもロックされた方\n",
        "次の方は、コンビニでは再設定できません。\n\n- 転居後に署名用電子証明書を更新していない方\n",
        "署名用パスワードを忘れた方を除き、コンビニで再設定できます。\n",
        "「4桁の番号」とあるのは、利用者証明用電子証明書の暗証番号のことです。\n",
        "数字4桁は利用者証明用、英数字は署名用です。\n",
        "引っ越しで失効するのは署名用電子証明書だけです。\n",
        "署名用電子証明書の更新は、市区町村の窓口でできます。\n",
        "再設定の場は、コンビニのマルチコピー機と市区町村の窓口の二つです。\n",
        "マイナ保険証が使えるかどうかは、病院の受付でお確かめください。\n",
    ],
)
def test_what_is_right_gives_nothing(body: str) -> None:
    assert _weighty(body) == []


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        (_table("4桁も署名用パスワードも忘れた方", "コンビニでも窓口でも可"), "key"),
        (_table("転居後に署名用電子証明書を更新した方", "窓口のみ"), "kiosk-resets-pin"),
        (_table("署名用パスワードの代わりに免許証を示せる方", "コンビニ"), "key"),
        (
            "## 窓口での手続きが必要な方\n\n- 4桁だけがロックされ、署名用パスワードが使える方\n",
            "kiosk-resets-pin",
        ),
        ("以下の方はコンビニへ。\n\n- 署名用パスワードもロックされた方\n", "key"),
        ("署名用パスワードを覚えている方を除き、コンビニで再設定できます。\n", "kiosk-resets-pin"),
        ("「4桁の番号」とあるのは、署名用電子証明書の暗証番号のことです。\n", "pin-name"),
        ("数字4桁は署名用、英数字は利用者証明用です。\n", "pin-name"),
        ("引っ越しで失効するのは、署名用と利用者証明用の両方です。\n", "move-authentication"),
        ("署名用電子証明書の更新は、本校の事務室でできます。\n", "renewal"),
        ("署名用電子証明書の更新は、県の旅券窓口で行ってください。\n", "renewal"),
        ("再設定の場は、コンビニのマルチコピー機と税務署の窓口の二つです。\n", "where"),
        ("## 窓口\n\n署名用パスワードを言える方だけが受け付けてもらえます。\n", "counter-password"),
    ],
)
def test_what_is_wrong_is_found(body: str, claim: str) -> None:
    assert claim in {each.claim for each in _weighty(body)}
