"""The app that makes the reservation, and the phone that it runs on."""

from dataclasses import dataclass

from fakes import units
from fakes.provenance import Group, Source, fact


@dataclass(frozen=True)
class AppFacts:
    """The facts of the app."""

    reset_app: str = fact(Group.APP, "JPKI利用者ソフト", units.NAME, Source.ARTICLE).said(
        ja=(
            "予約に使うアプリ",
            "§3。J-LISと市区町村は「JPKI暗証番号リセット」と呼ぶ(食い違い app-name)",
        ),
        en=(
            "the app that makes the reservation",
            '§3; J-LIS and cities call it "JPKI暗証番号リセット" (divergence app-name)',
        ),
    )
    reset_menu: str = fact(Group.APP, "暗証番号のリセット", units.LABEL, Source.ARTICLE).said(
        ja=("アプリで初期化予約を始めるメニュー", "§3 手順2"),
        en=("menu item that starts the reservation", "§3 step 2"),
    )
    app_always_open: bool = fact(Group.APP, True, units.YES_OR_NO, Source.PUBLIC).said(
        ja=(
            "アプリを24時間いつでも使えるか",
            "案内は触れていない。J-LISの説明では、メンテナンス中を除いていつでも使える",
        ),
        en=(
            "whether the app serves around the clock",
            "the guide is silent; J-LIS: always, but for maintenance",
        ),
    )
    app_needs_nfc: bool = fact(Group.APP, True, units.YES_OR_NO, Source.ARTICLE).said(
        ja=("NFCに対応したスマートフォンがいるか", "§0。アプリはNFCでカードを読み取る"),
        en=("whether it takes a phone with NFC", "§0: the app reads the card by NFC"),
    )
    reading_tolerance_mm: int = fact(Group.APP, 2, units.MILLIMETRES, Source.ASSUMPTION).said(
        ja=(
            "ICチップからずれていても読み取れる距離",
            "§6では数ミリのずれで通信が切れる。どこまで読み取れるかは仮に決めた",
        ),
        en=(
            "how far off the chip a card is still read",
            "§6: a few millimetres cut the connection; the exact edge, itself included, is ours",
        ),
    )
    case_blocks_reading: bool = fact(Group.APP, True, units.YES_OR_NO, Source.ASSUMPTION).said(
        ja=(
            "ケースを付けたままだと、いつも読み取れないか",
            "§6はケースを外すようにいう。どのケースでも読み取れないとするのは仮定",
        ),
        en=(
            "whether a case always cuts the connection",
            "§6 says to take it off; that every case cuts it is ours",
        ),
    )
