"""The kiosk: when and where it serves, what it asks for, what it shows."""

import datetime as dt
from dataclasses import dataclass

from fakes import units
from fakes.provenance import Group, Source, fact
from fakes.purposes import BOTH, NONE, SIGNATURE_ONLY, Purpose

CHAINS = (
    ("セブン-イレブン", BOTH),
    ("イオンリテール", BOTH),
    ("ローソン", SIGNATURE_ONLY),
    ("ファミリーマート", SIGNATURE_ONLY),
    ("ミニストップ", SIGNATURE_ONLY),
    ("非対応の店", NONE),
)


@dataclass(frozen=True)
class KioskFacts:
    """The facts of the kiosk."""

    kiosk_opens: dt.time = fact(Group.KIOSK, dt.time(6, 30), units.FROM, Source.ARTICLE).said(
        ja=("利用できる時間の始まり", "§5の表"),
        en=("when the service begins", "§5 table"),
    )
    kiosk_closes: dt.time = fact(Group.KIOSK, dt.time(23, 0), units.UNTIL, Source.ARTICLE).said(
        ja=(
            "利用できる時間の終わり",
            "§5の表。§8とは合わない(食い違い hours)。23:00ちょうどには使えないとするのは仮定",
        ),
        en=(
            "when the service ends",
            "§5 table; §8 says otherwise (divergence hours); that 23:00 itself is closed is ours",
        ),
    )
    kiosk_weekdays: frozenset[int] = fact(
        Group.KIOSK, frozenset(range(7)), units.WEEKDAYS, Source.PUBLIC
    ).said(
        ja=(
            "マルチコピー機を利用できる曜日",
            "案内は時刻を挙げるだけ。市区町村のページでは、土日や祝日も利用できる",
        ),
        en=(
            "days on which the kiosk serves",
            "the guide names hours only; city pages: weekends and holidays too",
        ),
    )
    kiosk_own_municipality: bool = fact(Group.KIOSK, False, units.YES_OR_NO, Source.ARTICLE).said(
        ja=(
            "住民票のある市区町村の店舗に限るか",
            "§0、§5の表。全国の提携コンビニで利用できる",
        ),
        en=(
            "whether only stores in the municipality of residence serve",
            "§0, §5 table: participating stores all over the country",
        ),
    )
    kiosk_wants_identity: bool = fact(Group.KIOSK, False, units.YES_OR_NO, Source.ARTICLE).said(
        ja=(
            "マルチコピー機で本人確認書類がいるか",
            "§5の表。本人確認書類を挙げるのは窓口だけ",
        ),
        en=(
            "whether the kiosk asks for an identity document",
            "§5 table names one for the counter only",
        ),
    )
    kiosk_number_tries: int = fact(Group.KIOSK, 3, units.WRONG_NUMBERS, Source.ASSUMPTION).said(
        ja=(
            "手続きが中止されるまでの予約番号の間違い",
            "番号を試し続けられないように、どこかで止める必要がある",
        ),
        en=("wrong reservation numbers that end the visit", "a kiosk must stop guessing somewhere"),
    )
    kiosk_fee: int = fact(Group.KIOSK, 0, units.YEN, Source.PUBLIC).said(
        ja=("再設定の手数料", "案内は触れていない。公開資料では無料"),
        en=("fee for the reset", "the guide is silent; public pages say free"),
    )
    new_pin_entries: int = fact(Group.KIOSK, 2, units.ENTRIES, Source.ARTICLE).said(
        ja=("新しい数字4桁を入力する回数", "§4 手順6"),
        en=("entries of the new PIN", "§4 step 6"),
    )
    new_pin_works_at_once: bool = fact(Group.KIOSK, True, units.YES_OR_NO, Source.ARTICLE).said(
        ja=("新しい数字4桁はすぐに使えるか", "§4 手順7"),
        en=("whether the new PIN works at once", "§4 step 7"),
    )
    chains: tuple[tuple[str, frozenset[Purpose]], ...] = fact(
        Group.KIOSK, CHAINS, units.BY_CHAIN, Source.PUBLIC
    ).said(
        ja=(
            "マルチコピー機で再設定できる暗証番号",
            "両方を再設定できる店と署名用だけの店がある(資料に日付がない)。案内は非対応の店もあるというだけ",
        ),
        en=(
            "what the kiosks of each chain can reset",
            "two tiers, undated, and so data; the guide says only that not every store can",
        ),
    )
    other_pins_at_kiosk: bool = fact(Group.KIOSK, False, units.YES_OR_NO, Source.PUBLIC).said(
        ja=(
            "カードのほかの4桁の暗証番号も再設定できるか",
            "案内は触れていない。市区町村のページでは、"
            "住民基本台帳用と券面事項入力補助用は再設定できない",
        ),
        en=(
            "whether the card's other 4-digit PINs can be reset too",
            "the guide is silent; city pages say that they cannot",
        ),
    )
    kiosk_renews_certificates: bool = fact(Group.KIOSK, False, units.YES_OR_NO, Source.PUBLIC).said(
        ja=(
            "マルチコピー機で署名用電子証明書を更新できるか",
            "§6は更新を忘れないようにいうだけ。市区町村のページでは、窓口で更新する",
        ),
        en=(
            "whether the kiosk renews the signature certificate",
            "§6 only says not to forget the renewal; city pages: at the counter",
        ),
    )
    kiosk_service: str = fact(Group.KIOSK, "行政サービス", units.LABEL, Source.ARTICLE).said(
        ja=("トップメニューで選ぶもの", "§4 手順1"),
        en=("choice in the top menu", "§4 step 1"),
    )
    kiosk_card_menu: str = fact(
        Group.KIOSK, "マイナンバーカード", units.LABEL, Source.ARTICLE
    ).said(
        ja=("その次に選ぶもの", "§4 手順2"),
        en=("choice after that", "§4 step 2"),
    )
    kiosk_reset_menu: str = fact(
        Group.KIOSK, "利用者証明用電子証明書等のパスワード再設定", units.LABEL, Source.ARTICLE
    ).said(
        ja=("再設定を始めるメニュー", "§4 手順2"),
        en=("menu item that starts the reset", "§4 step 2"),
    )
    kiosk_done: str = fact(Group.KIOSK, "再設定が完了しました", units.MESSAGE, Source.ARTICLE).said(
        ja=("終わったことを知らせる文", "§4 手順7"),
        en=("what the kiosk says at the end", "§4 step 7"),
    )
