"""What devices say about secrets and refusals: one place for words that several screens share.

The guide gives few messages; all of these are this project's own.
"""

from fakes.card.reader import Reader, SecretBlocked, WrongSecret
from fakes.centre.messages import Refusal
from fakes.certificates import Distrust
from fakes.policy import Policy
from fakes.purposes import Purpose

CARD_LOST = "カードを読み取れませんでした。カードの位置を確かめて、もう一度かざしてください。"
UNREACHABLE = "通信できませんでした。時間をおいて、もう一度お試しください。"
DIFFERENT_ENTRIES = "入力された番号が一致しません。もう一度入力してください。"
RENEWED = "署名用電子証明書を更新しました。"
COUNTER_ADVICE = "市区町村の窓口で手続きしてください。"

CERTIFICATE_NAME = {
    Purpose.AUTHENTICATION: "利用者証明用電子証明書",
    Purpose.SIGNATURE: "署名用電子証明書",
}
NUMBER_REFUSALS = {
    Refusal.NUMBER_UNKNOWN: "予約番号が正しくありません。",
    Refusal.OTHER_CARD: "この予約番号は、セットされたカードの予約ではありません。",
    Refusal.NUMBER_USED: "この予約番号は使用済みです。",
    Refusal.NUMBER_REPLACED: "この予約番号は、新しい予約に置き換えられています。",
    Refusal.NUMBER_TOO_EARLY: "この予約番号は、まだ使えません。時間をおいてお試しください。",
    Refusal.NUMBER_EXPIRED: "予約の有効期限が切れています。アプリから予約し直してください。",
}
DISTRUST_OF_REFUSAL = {
    Refusal.CERTIFICATE_EXPIRED: Distrust.EXPIRED,
    Refusal.CERTIFICATE_REVOKED: Distrust.REVOKED,
    Refusal.CERTIFICATE_UNTRUSTED: Distrust.UNTRUSTED,
}
DISTRUST = {
    Distrust.EXPIRED: "の有効期限が切れています。",
    Distrust.REVOKED: "が失効しています。",
    Distrust.UNTRUSTED: "を確認できません。",
}


def malformed(policy: Policy, purpose: Purpose) -> str:
    """Say what form a secret must have."""
    return f"{policy.form(purpose)}で入力してください。"


def distrusted(purpose: Purpose, distrust: Distrust) -> str:
    """Say why a certificate does not count."""
    return CERTIFICATE_NAME[purpose] + DISTRUST[distrust]


def refused(reason: Refusal, purpose: Purpose) -> str:
    """Say why the centre refused a request signed for `purpose`."""
    if reason in NUMBER_REFUSALS:
        return NUMBER_REFUSALS[reason]
    if reason in DISTRUST_OF_REFUSAL:
        return distrusted(purpose, DISTRUST_OF_REFUSAL[reason]) + COUNTER_ADVICE
    return "受け付けられませんでした。はじめからやり直してください。"


def verification_problem(
    reader: Reader, policy: Policy, purpose: Purpose, secret: str
) -> tuple[str, bool] | None:
    """Have the card compare a secret: None when it is right.

    Otherwise what to say, and whether the secret is locked now.
    """
    label = policy.label(purpose)
    try:
        reader.verify(purpose, secret)
    except WrongSecret as wrong:
        if wrong.tries_left:
            return f"{label}が違います。残り{wrong.tries_left}回です。", False
        return f"{label}が違います。ロックされました。", True
    except SecretBlocked:
        return f"{label}はロックされています。", True
    return None
