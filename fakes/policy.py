"""What the procedure is: every figure, hour, requirement and label, with its unit and its source.

The features state the same facts as literals. The two are independent entries of the same
books: a change on one side alone makes the suite fail.
"""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import Any

from fakes.purposes import Purpose


class Source(Enum):
    """Where a fact comes from, and so how far it may be trusted."""

    ARTICLE = "the guide"
    PUBLIC = "other public sources (J-LIS, municipalities, card surveys)"
    ASSUMPTION = "an assumption of this project"


@dataclass(frozen=True)
class Origin:
    """The unit and the source of one field of the policy."""

    unit: str
    source: Source
    note: str


def fact(default: Any, unit: str, source: Source, note: str) -> Any:
    """Declare a policy field: its value, its unit, its source and what is known about it."""
    return dataclasses.field(default=default, metadata={"origin": Origin(unit, source, note)})


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

    # The card
    authentication_tries: int = fact(
        3, "wrong entries in a row", Source.ARTICLE, "§1: three in a row lock the 4-digit PIN"
    )
    signature_tries: int = fact(
        5,
        "wrong entries in a row",
        Source.PUBLIC,
        "the guide is silent; OpenSC and city pages agree",
    )
    authentication_pin_length: int = fact(
        4, "digits, exactly", Source.ARTICLE, "throughout; digits 0 to 9 only"
    )
    signature_password_min: int = fact(
        6, "characters, inclusive", Source.ARTICLE, "§0, §2-1; letters and digits"
    )
    signature_password_max: int = fact(
        16, "characters, inclusive", Source.ARTICLE, "§0, §2-1; letters and digits"
    )

    # The app
    reset_app: str = fact(
        "JPKI利用者ソフト",
        "name",
        Source.ARTICLE,
        "§3; J-LIS and cities name JPKI暗証番号リセット (divergence app-name)",
    )
    reset_menu: str = fact("暗証番号のリセット", "label", Source.ARTICLE, "§3 step 2")
    reading_tolerance_mm: int = fact(
        2,
        "mm off the chip that still read, inclusive",
        Source.ASSUMPTION,
        "§6 says that a few millimetres cut the connection; the exact edge is ours",
    )
    case_blocks_reading: bool = fact(
        True,
        "whether a case always cuts the connection",
        Source.ASSUMPTION,
        "§6 says to take it off; that every case cuts it is ours",
    )

    # The reservation
    reservation_validity: dt.timedelta = fact(
        dt.timedelta(hours=24),
        "time from issue, edge included",
        Source.ARTICLE,
        "§4, §6: 24 hours; that exactly 24:00:00 is still valid is an assumption",
    )
    reservation_digits: int = fact(
        10,
        "digits",
        Source.ASSUMPTION,
        "the number's form is not public; long enough not to be guessed",
    )

    # The kiosk
    kiosk_opens: dt.time = fact(
        dt.time(6, 30), "time of day, inclusive", Source.ARTICLE, "§5 table"
    )
    kiosk_closes: dt.time = fact(
        dt.time(23, 0),
        "time of day, exclusive",
        Source.ARTICLE,
        "§5 table; §8 says otherwise (divergence hours); that 23:00 itself is closed is ours",
    )
    kiosk_number_tries: int = fact(
        3,
        "wrong reservation numbers a visit",
        Source.ASSUMPTION,
        "a kiosk must stop guessing somewhere",
    )
    kiosk_fee: int = fact(0, "yen", Source.PUBLIC, "the guide is silent; public pages say free")
    new_pin_entries: int = fact(2, "entries of the new PIN", Source.ARTICLE, "§4 step 6")
    chains: tuple[tuple[str, frozenset[Purpose]], ...] = fact(
        CHAINS,
        "what each chain's kiosks can reset",
        Source.PUBLIC,
        "two tiers, undated, and so data; the guide says only that not every store can",
    )
    kiosk_service: str = fact("行政サービス", "label", Source.ARTICLE, "§4 step 1")
    kiosk_card_menu: str = fact("マイナンバーカード", "label", Source.ARTICLE, "§4 step 2")
    kiosk_reset_menu: str = fact(
        "利用者証明用電子証明書等のパスワード再設定", "label", Source.ARTICLE, "§4 step 2"
    )
    kiosk_done: str = fact("再設定が完了しました", "message", Source.ARTICLE, "§4 step 7")

    # The counter
    counter_opens: dt.time = fact(
        dt.time(8, 30),
        "time of day, inclusive",
        Source.ASSUMPTION,
        "§5 says opening hours, no figures",
    )
    counter_closes: dt.time = fact(
        dt.time(17, 15),
        "time of day, exclusive",
        Source.ASSUMPTION,
        "§5 says opening hours, no figures",
    )
    counter_weekdays: frozenset[int] = fact(
        frozenset(range(5)),
        "days of the week, 0 = Monday",
        Source.ARTICLE,
        "§5: weekdays; other sources know offices with evening or weekend hours",
    )
    counter_year_end: tuple[tuple[int, int], ...] = fact(
        ((12, 29), (12, 30), (12, 31), (1, 2), (1, 3)),
        "(month, day) closed besides public holidays",
        Source.ASSUMPTION,
        "the usual year-end closing of public offices",
    )
    counter_wants_identity: bool = fact(
        True, "whether an identity document is asked for", Source.ARTICLE, "§5 table"
    )
    counter_wants_card: bool = fact(
        True,
        "whether the card itself is asked for",
        Source.PUBLIC,
        "the guide names the identity document only (divergence counter-card)",
    )
    counter_own_municipality: bool = fact(
        True, "whether only the municipality of residence serves", Source.ARTICLE, "§5 table"
    )

    # The labels of the two secrets, wherever one of them is chosen or typed
    authentication_label: str = fact(
        "利用者証明用電子証明書(数字4桁)", "label", Source.ARTICLE, "§3 step 3"
    )
    signature_label: str = fact(
        "署名用電子証明書(英数字6〜16桁)", "label", Source.ARTICLE, "§3 step 4, §4 step 5"
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
    """The unit and the source of every field of `Policy`, by field name."""
    return {field.name: field.metadata["origin"] for field in dataclasses.fields(Policy)}
