"""What the procedure is: every figure, hour, requirement and label, with its unit and its source.

The features state the same facts as literals. The two are independent entries of the same
books: a change on one side alone makes the suite fail. Names and notes stand in both languages.
"""

import dataclasses
import datetime as dt
from dataclasses import dataclass

from fakes import units
from fakes.provenance import Group, Origin, Source, fact
from fakes.purposes import Purpose

BOTH = frozenset(Purpose)
SIGNATURE_ONLY = frozenset({Purpose.SIGNATURE})
NONE: frozenset[Purpose] = frozenset()

CHAINS = (
    ("セブン-イレブン", BOTH),
    ("イオンリテール", BOTH),
    ("ローソン", SIGNATURE_ONLY),
    ("ファミリーマート", SIGNATURE_ONLY),
    ("ミニストップ", SIGNATURE_ONLY),
    ("非対応の店", NONE),
)


@dataclass(frozen=True)
class Policy:
    """The facts of the procedure, in Japan time; limits say whether they include the edge."""

    authentication_tries: int = fact(Group.CARD, 3, units.WRONG_ENTRIES, Source.ARTICLE).said(
        ja=("数字4桁がロックされるまでの連続した間違い", "§1。3回続けて間違えるとロックされる"),
        en=("wrong entries in a row that lock the PIN", "§1: three in a row lock it"),
    )
    signature_tries: int = fact(Group.CARD, 5, units.WRONG_ENTRIES, Source.PUBLIC).said(
        ja=(
            "署名用パスワードがロックされるまでの連続した間違い",
            "案内は触れていない。OpenSCと市区町村のページは一致する",
        ),
        en=(
            "wrong entries in a row that lock the signing password",
            "the guide is silent; OpenSC and city pages agree",
        ),
    )
    authentication_pin_length: int = fact(Group.CARD, 4, units.DIGITS, Source.ARTICLE).said(
        ja=("利用者証明用の暗証番号の長さ", "案内の全体。0から9の数字だけで、この長さに限る"),
        en=("length of the PIN", "throughout; exactly this long, digits 0 to 9 only"),
    )
    signature_password_min: int = fact(Group.CARD, 6, units.CHARACTERS, Source.ARTICLE).said(
        ja=("署名用パスワードのいちばん短い長さ", "§0、§2-1。英字と数字。この長さも使える"),
        en=("shortest signing password", "§0, §2-1; letters and digits; this length included"),
    )
    signature_password_max: int = fact(Group.CARD, 16, units.CHARACTERS, Source.ARTICLE).said(
        ja=("署名用パスワードのいちばん長い長さ", "§0、§2-1。英字と数字。この長さも使える"),
        en=("longest signing password", "§0, §2-1; letters and digits; this length included"),
    )

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

    reservation_validity: dt.timedelta = fact(
        Group.RESERVATION, dt.timedelta(hours=24), units.SPAN, Source.ARTICLE
    ).said(
        ja=("発行された予約番号が使える期間", "§4、§6。ちょうど24時間後もまだ使えるとするのは仮定"),
        en=(
            "how long a reservation is good from its issue",
            "§4, §6: 24 hours; that exactly 24:00:00 is still valid is an assumption",
        ),
    )
    reservation_digits: int = fact(Group.RESERVATION, 10, units.DIGITS, Source.ASSUMPTION).said(
        ja=("予約番号の長さ", "番号の形は公開されていない。言い当てられない長さにした"),
        en=(
            "length of the reservation number",
            "its form is not public; long enough not to be guessed",
        ),
    )

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
        ja=("本人確認書類がいるか", "§5の表"),
        en=("whether an identity document is asked for", "§5 table"),
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
    counter_own_municipality: bool = fact(
        Group.COUNTER, True, units.YES_OR_NO, Source.ARTICLE
    ).said(
        ja=("住民票のある市区町村の窓口に限るか", "§5の表"),
        en=("whether only the municipality of residence serves", "§5 table"),
    )

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

    def tries(self, purpose: Purpose) -> int:
        """How many wrong entries in a row lock the secret of `purpose`."""
        if purpose is Purpose.AUTHENTICATION:
            return self.authentication_tries
        return self.signature_tries

    def label(self, purpose: Purpose) -> str:
        """How screens name the secret of `purpose`."""
        if purpose is Purpose.AUTHENTICATION:
            return self.authentication_label
        return self.signature_label

    def resettable_at(self, chain: str) -> frozenset[Purpose]:
        """What the kiosks of a chain can reset; nothing for a chain that is not listed."""
        return dict(self.chains).get(chain, NONE)

    def well_formed(self, purpose: Purpose, secret: str) -> bool:
        """Whether `secret` has the form that the secret of `purpose` must have."""
        if not (secret.isascii() and secret.isalnum()):
            return False
        if purpose is Purpose.AUTHENTICATION:
            return secret.isdigit() and len(secret) == self.authentication_pin_length
        return self.signature_password_min <= len(secret) <= self.signature_password_max

    def form(self, purpose: Purpose) -> str:
        """Say in Japanese what form the secret of `purpose` must have."""
        if purpose is Purpose.AUTHENTICATION:
            return f"数字{self.authentication_pin_length}桁"
        return f"英数字{self.signature_password_min}〜{self.signature_password_max}桁"


def origins() -> dict[str, Origin]:
    """What every field of `Policy` is and where it comes from, by field name."""
    return {field.name: field.metadata["origin"] for field in dataclasses.fields(Policy)}
