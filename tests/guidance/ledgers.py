"""A guide of a few lines, and ledgers of it."""

import datetime as dt
from functools import lru_cache

from fakes.policy import Policy
from guidance.changes import Change, changes
from guidance.check import judge, understood
from guidance.ledger import VERSION, Ledger, Review
from guidance.present import Now, present
from guidance.reading import read_octets

GUIDE = """\
# 4桁の暗証番号がロックされたら

4桁の暗証番号は、3回続けて間違えるとロックされます。
正しい番号を思い出しても使えません。

## コンビニで再設定する

コンビニのマルチコピー機は、6時30分から23時まで使えます。
予約番号は、予約から24時間以内に使います。
コンビニでの再設定に手数料はかかりません。

1. 「行政サービス」を選びます。
2. 「マイナンバーカード」を選びます。
3. 「利用者証明用電子証明書等のパスワード再設定」を選びます。
4. カード読み取り台にマイナンバーカードをセットします。
5. 「予約番号」を入力します。
6. 署名用のパスワードを入力します。
7. 新しい4桁の番号を2回入力します。

## 窓口で再設定する

窓口には、マイナンバーカードと本人確認書類を持って行きます。
混み合う日もあるので、気長に待ちましょう。
"""

POLICY = Policy()
TODAY = dt.date(2026, 11, 24)
REVIEW = Review("佐藤", TODAY, "no-impact", "資料と同じ")


@lru_cache(maxsize=64)
def statements(guide: str = GUIDE, policy: Policy = POLICY) -> list[Now]:
    """The statements of a guide with what a check finds in them."""
    reading = understood(read_octets("guide.md", guide.encode()))
    return present(reading, judge(reading, (policy,)).findings)


def ledger(guide: str = GUIDE, review: Review = REVIEW, with_text: bool = False) -> Ledger:
    """The ledger of a guide that was reviewed whole."""
    entries = [now.entry(review, with_text) for now in statements(guide)]
    return Ledger(VERSION, "guide.md", entries)


def changed(old: str, new: str, guide: str = GUIDE) -> list[Change]:
    """What has changed when one text in the guide becomes another."""
    assert old in guide
    return changed_to(guide.replace(old, new), guide)


def changed_to(new: str, guide: str = GUIDE) -> list[Change]:
    """What has changed when the guide is another."""
    found = changes(ledger(guide), statements(new), "ledger.json")
    return [change for change in found if change.rule is not None]
