"""The reservation: what it takes, and how long and how often it serves."""

import datetime as dt
from dataclasses import dataclass

from fakes import units
from fakes.provenance import Group, Source, fact


@dataclass(frozen=True)
class ReservationFacts:
    """The facts of the reservation."""

    reservation_is_wanted: bool = fact(
        Group.RESERVATION, True, units.YES_OR_NO, Source.ARTICLE
    ).said(
        ja=(
            "コンビニへ行く前にアプリでの予約がいるか",
            "§3、§4。予約番号は案内だけにある(食い違い reservation-number)",
        ),
        en=(
            "whether one must reserve in the app before going to the kiosk",
            "§3, §4; only the guide knows its number (divergence reservation-number)",
        ),
    )
    key_is_wanted: bool = fact(Group.RESERVATION, True, units.YES_OR_NO, Source.ARTICLE).said(
        ja=(
            "一方の再設定に、もう一方の暗証番号が鍵としているか",
            "§0、§2、§3、§4。アプリでもマルチコピー機でも入力する",
        ),
        en=(
            "whether the reset of one secret takes the other one as its key",
            "§0, §2, §3, §4: typed in the app and at the kiosk",
        ),
    )
    reservation_wait: dt.timedelta = fact(
        Group.RESERVATION, dt.timedelta(0), units.WAIT, Source.ARTICLE
    ).said(
        ja=(
            "予約してから予約番号を使えるようになるまでの時間",
            "§5。予約から数十分で終えられ、待ち時間はどこにも書いていない",
        ),
        en=(
            "how long after its issue a reservation number begins to serve",
            "§5: done within tens of minutes, and no wait is named anywhere",
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
    reservation_is_single_use: bool = fact(
        Group.RESERVATION, True, units.YES_OR_NO, Source.ASSUMPTION
    ).said(
        ja=("予約番号は一度しか使えないか", "書いてある資料がない。予約のふつうの扱い"),
        en=("whether a reservation serves only once", "not documented; usual for reservations"),
    )
    reservation_binds_card: bool = fact(
        Group.RESERVATION, True, units.YES_OR_NO, Source.ASSUMPTION
    ).said(
        ja=(
            "予約番号は予約したカードにしか使えないか",
            "書いてある資料がない。§3ではカードを読み取って予約するので、そのカードの予約とした",
        ),
        en=(
            "whether a reservation serves only the card that made it",
            "not documented; by §3 a card is read to reserve, and so it is taken to be that card's",
        ),
    )
    reservation_digits: int = fact(Group.RESERVATION, 10, units.DIGITS, Source.ASSUMPTION).said(
        ja=("予約番号の長さ", "番号の形は公開されていない。言い当てられない長さにした"),
        en=(
            "length of the reservation number",
            "its form is not public; long enough not to be guessed",
        ),
    )
