"""The municipal counter: when and whom it serves, what one brings, what it resets."""

import datetime as dt
from dataclasses import dataclass

from fakes import units
from fakes.provenance import Group, Source, fact
from fakes.purposes import BOTH, Purpose


@dataclass(frozen=True)
class CounterFacts:
    """The facts of the counter."""

    counter_opens: dt.time = fact(
        Group.COUNTER, dt.time(8, 30), units.FROM, Source.ASSUMPTION
    ).said(
        ja=("開庁時間の始まり", "§5は開庁時間というだけで、時刻は書いていない"),
        en=("when the counter opens", "§5 says opening hours, no figures"),
    )
    counter_closes: dt.time = fact(
        Group.COUNTER, dt.time(17, 15), units.UNTIL, Source.ASSUMPTION
    ).said(
        ja=("開庁時間の終わり", "§5は開庁時間というだけで、時刻は書いていない"),
        en=("when the counter closes", "§5 says opening hours, no figures"),
    )
    counter_weekdays: frozenset[int] = fact(
        Group.COUNTER, frozenset(range(5)), units.WEEKDAYS, Source.ARTICLE
    ).said(
        ja=("窓口が開いている曜日", "§5では平日。ほかの資料には、夜間や土日に開く窓口もある"),
        en=(
            "days on which the counter is open",
            "§5: weekdays; other sources know offices with evening or weekend hours",
        ),
    )
    counter_year_end: tuple[tuple[int, int], ...] = fact(
        Group.COUNTER,
        ((12, 29), (12, 30), (12, 31), (1, 2), (1, 3)),
        units.DATES,
        Source.ASSUMPTION,
    ).said(
        ja=("祝日のほかに窓口が閉まる日", "役所でふつうの年末年始の休み"),
        en=("days closed besides public holidays", "the usual year-end closing of public offices"),
    )
    counter_wants_identity: bool = fact(Group.COUNTER, True, units.YES_OR_NO, Source.ARTICLE).said(
        ja=("窓口で本人確認書類がいるか", "§5の表"),
        en=("whether the counter asks for an identity document", "§5 table"),
    )
    counter_wants_card: bool = fact(Group.COUNTER, True, units.YES_OR_NO, Source.PUBLIC).said(
        ja=(
            "マイナンバーカードそのものがいるか",
            "案内が挙げるのは本人確認書類だけ(食い違い counter-card)",
        ),
        en=(
            "whether the card itself is asked for",
            "the guide names the identity document only (divergence counter-card)",
        ),
    )
    counter_wants_password: bool = fact(Group.COUNTER, False, units.YES_OR_NO, Source.ARTICLE).said(
        ja=("窓口で署名用パスワードがいるか", "§5の表。本人確認書類のほかは「特になし」という"),
        en=(
            "whether the counter asks for the signing password",
            '§5 table: "特になし", nothing but the identity document',
        ),
    )
    counter_own_municipality: bool = fact(
        Group.COUNTER, True, units.YES_OR_NO, Source.ARTICLE
    ).said(
        ja=("住民票のある市区町村の窓口に限るか", "§5の表"),
        en=("whether only the municipality of residence serves", "§5 table"),
    )
    counter_resets: frozenset[Purpose] = fact(
        Group.COUNTER, BOTH, units.SECRETS, Source.ARTICLE
    ).said(
        ja=("窓口で再設定できる暗証番号", "§2-2。両方とも分からなくても、窓口で再設定できる"),
        en=(
            "secrets that the counter resets",
            "§2-2: it helps also those who have lost both",
        ),
    )
