"""How screens name the two secrets."""

from dataclasses import dataclass

from fakes import units
from fakes.provenance import Group, Source, fact


@dataclass(frozen=True)
class LabelFacts:
    """The labels of the two secrets."""

    authentication_label: str = fact(
        Group.LABELS, "利用者証明用電子証明書(数字4桁)", units.LABEL, Source.ARTICLE
    ).said(
        ja=("数字4桁を選ぶとき、入力するときの表示", "§3 手順3"),
        en=("how screens name the 4-digit PIN", "§3 step 3"),
    )
    signature_label: str = fact(
        Group.LABELS, "署名用電子証明書(英数字6〜16桁)", units.LABEL, Source.ARTICLE
    ).said(
        ja=("署名用パスワードを選ぶとき、入力するときの表示", "§3 手順4、§4 手順5"),
        en=("how screens name the signing password", "§3 step 4, §4 step 5"),
    )
