"""Journeys through all screens of the fakes, told in full: `python -m tests.fakes.journeys`.

It writes `journeys.txt` anew. A change of what the fakes say or do then shows as a change of that
file, for somebody to read and to agree to.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from freezegun import freeze_time

from fakes.card.apdu import Ins
from fakes.card.describe import describe
from fakes.centre.line import LineFault, Trouble
from fakes.contact import Departure, Moment
from fakes.counter import Counter
from fakes.journal import Act, Entry, Exchange, is_more_of_a_file
from fakes.kiosk.kiosk import Kiosk, Shop
from fakes.phone.phone import Nfc, Phone
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import Screen
from fakes.world import World

TOLD = Path(__file__).parent / "journeys.txt"
BEGINNING = dt.datetime(2026, 2, 16, 1, 0)
"""10:00 in Japan."""

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
PIN_LABEL, PASSWORD_LABEL = Policy().label(PIN), Policy().label(PASSWORD)
RESERVE = ["JPKI利用者ソフト", "暗証番号のリセット", PIN_LABEL, "=ABC123", "+"]
RESET = ["行政サービス", "マイナンバーカード", "利用者証明用電子証明書等のパスワード再設定"]
NEW = ["=8642", "=8642"]

Journey = Callable[[World], None]
Facts = dict[str, Any]


def go(device: Phone | Kiosk | Counter, world: World, *acts: str) -> None:
    """Press what is named; `=` types what follows, `+` brings the card, `-` takes it away."""
    for act in acts:
        if act.startswith("="):
            device.enter(act[1:])
        elif act == "-":
            device.remove()
        elif act not in ("+", "+ another"):
            device.press(act)
        elif isinstance(device, Phone):
            device.hold(world.card)
        else:
            device.insert(world.card if act == "+" else world.others_card)


def reserved(world: World) -> str:
    """Reserve in the app; returns how the number is typed."""
    world.phone.home()
    go(world.phone, world, *RESERVE)
    return "=" + world.phone.screen.value("予約番号")


def the_app(world: World) -> None:
    phone = world.phone
    phone.be(nfc=Nfc.NONE)
    go(phone, world, "JPKI利用者ソフト", "暗証番号のリセット", "戻る", "終了")
    phone.be(nfc=Nfc.OFF)
    go(phone, world, "JPKI利用者ソフト", "有効性確認", "戻る", "終了", "NFCをオンにする")
    go(phone, world, *RESERVE[:3], "戻る", *RESERVE[1:3], "=ABC", "=XYZ999", "戻る")
    go(phone, world, *RESERVE[1:3], "=XYZ999", "+", "=ABC123")
    phone.be(in_case=True)
    go(phone, world, "+", "-")
    phone.be(in_case=False)
    go(phone, world, "+", "終了", "JPKI利用者ソフト", "有効性確認", "=ABC123", "+", "戻る")
    world.line.be_reachable(False)
    go(phone, world, *RESERVE[1:], "戻る")
    world.line.be_reachable(True)
    go(phone, world, RESERVE[1], PASSWORD_LABEL, "=12345", "=1234", "+", "終了")
    go(phone, world, *RESERVE[:3], *["=XYZ999", "+"] * 5, "戻る", *RESERVE[1:], "戻る")


def the_app_with_bad_certificates(world: World) -> None:
    phone, card = world.phone, world.card
    world.office.revoke(card, PASSWORD)
    go(phone, world, *RESERVE, "戻る", "有効性確認", "=ABC123", "+", "戻る")
    world.office.set_expiry(card, PASSWORD, dt.date(2026, 2, 15))
    go(phone, world, *RESERVE[1:], "戻る", "有効性確認", "=ABC123", "+", "戻る", "終了")


def the_portal(world: World) -> None:
    phone = world.phone
    phone.be(nfc=Nfc.OFF)
    go(phone, world, "マイナポータル", "ログイン", "終了", "NFCをオンにする")
    go(phone, world, "マイナポータル", "ログイン", "戻る", "ログイン", "=12", "=0000", "+", "=1234")
    go(phone, world, "戻る", "ログイン", "=1234", "+", "確定申告書を送信する", "戻る")
    go(phone, world, "確定申告書を送信する", "=XYZ999", "+", "=ABC123", "+", "生体認証を使う")
    go(phone, world, "ログアウト", "生体認証でログイン", "戻る", "生体認証でログイン")
    phone.be(biometrics_match=False)
    go(phone, world, "指紋または顔を読み取る", "戻る", "生体認証でログイン")
    phone.be(biometrics_match=True)
    go(phone, world, "指紋または顔を読み取る")
    world.office.revoke(world.card, PASSWORD)
    go(phone, world, "確定申告書を送信する", "=ABC123", "+", "生体認証をやめる", "ログアウト")
    world.office.set_expiry(world.card, PIN, dt.date(2026, 2, 15))
    go(phone, world, "ログイン", "=1234", "+", "ログイン", *["=0000", "+"] * 3, "=1234", "+")
    phone.home()


def the_kiosk(world: World) -> None:
    kiosk, number = world.kiosk, reserved(world)
    go(kiosk, world, RESET[0], "戻る", *RESET[:2], "戻る", *RESET, "中止")
    go(kiosk, world, *RESET, "+", "中止", "-", *RESET, "+", "-", "終了")
    go(kiosk, world, *RESET, "+", *["=0000000000"] * 3, "終了", "-")
    go(kiosk, world, *RESET, "+", "=0000000000", number, "=ABC", "=XYZ999", "=ABC123")
    go(kiosk, world, "=864", "=8642", "=8643", "=8642", "中止", "-")
    go(kiosk, world, *RESET, "+", number, "=ABC123", *NEW, "-", "終了")
    go(kiosk, world, *RESET, "+", number, "中止", "-")
    go(kiosk, world, *RESET, "+ another", number, "中止", "-")
    again = reserved(world)
    go(kiosk, world, *RESET, "+", again, *["=XYZ999"] * 5, "終了", "-")


def the_kiosk_and_numbers_that_do_not_serve(world: World) -> None:
    kiosk, first = world.kiosk, reserved(world)
    second = reserved(world)
    go(kiosk, world, *RESET, "+", first, "中止", "-")
    world.line.be_reachable(False)
    go(kiosk, world, *RESET, "+", second)
    world.line.be_reachable(True)
    go(kiosk, world, second, "=ABC123", "=8642")
    world.office.revoke(world.card, PASSWORD)
    go(kiosk, world, "=8642", "終了", "-")
    kiosk.stand_in(Shop("ローソン"))
    go(kiosk, world, *RESET, "+", second, "終了", "-")
    kiosk.stand_in(Shop("どこか"))
    go(kiosk, world, RESET[0])
    kiosk.stand_in(Shop(opens=dt.time(12), closes=dt.time(13)))
    kiosk.remove()


def the_kiosk_interrupted(world: World) -> None:
    kiosk, number = world.kiosk, reserved(world)
    kiosk.tray.arrange(Departure(Ins.SELECT, Moment.BEFORE))
    go(kiosk, world, *RESET, "+", "終了", *RESET, "+", number, "=ABC123", "=8642")
    kiosk.tray.arrange(Departure(Ins.RESET_RETRY_COUNTER, Moment.DURING))
    go(kiosk, world, "=8642", "+ another", "終了", "-")
    go(kiosk, world, *RESET, "+", number, "=ABC123", "=8642")
    world.line.arrange(LineFault(Trouble.DOWN, "prepare"))
    go(kiosk, world, "=8642", "もう一度試す", "-", "中止")
    world.line.be_reachable(True)
    go(kiosk, world, *RESET, "+", number, "=ABC123", "=8642")
    world.line.arrange(LineFault(Trouble.DOWN, "confirm"))
    go(kiosk, world, "=8642", "終了", "-")
    world.line.be_reachable(True)
    go(kiosk, world, *RESET, "+", number, "中止", "-")


def the_kiosk_with_certificates(world: World) -> None:
    kiosk, issuing = world.kiosk, ["行政サービス", "証明書交付サービス"]
    go(kiosk, world, *issuing, "中止", *issuing, "+", "=12", "=0000", "=1234", "中止", "-")
    go(kiosk, world, *issuing, "+", "=1234", "住民票の写し", "終了", "-")
    world.office.revoke(world.card, PIN)
    go(kiosk, world, *issuing, "+", "=1234", "終了", "-")
    go(kiosk, world, *issuing, "+", *["=0000"] * 3, "終了", "-", *issuing, "+", "=1234", "-")


def the_counter(world: World) -> None:
    counter = world.counter
    go(counter, world, "数字4桁を再設定する", "持っていない", "終了")
    go(counter, world, "数字4桁を再設定する", "本人確認書類を見せる", "持っていない", "終了")
    go(counter, world, "数字4桁を再設定する", "本人確認書類を見せる", "+")
    go(counter, world, "=864", "=8642", "=8643", *NEW, "-", "終了")
    go(
        counter,
        world,
        "両方を再設定する",
        "本人確認書類を見せる",
        "+",
        *NEW,
        "=NEW456",
        "-",
        "終了",
    )
    go(counter, world, "英数字6〜16桁を再設定する", "本人確認書類を見せる", "+")
    go(counter, world, "=NEW456", "=NEW456", "終了", "-")
    counter.contact.arrange(Departure(Ins.SELECT, Moment.BEFORE))
    go(counter, world, "署名用電子証明書を更新する", "本人確認書類を見せる", "+", "終了")
    go(counter, world, "署名用電子証明書を更新する", "本人確認書類を見せる", "+", "-", "終了")
    counter.stand_in(world.elsewhere)
    go(counter, world, "署名用電子証明書を更新する", "本人確認書類を見せる", "+", "終了", "-")


def a_counter_that_asks_for_the_password(world: World) -> None:
    counter = world.counter
    go(counter, world, "数字4桁を再設定する", "+", "=ABC", "=XYZ999", "=ABC123", *NEW, "終了", "-")
    go(
        counter,
        world,
        "数字4桁を再設定する",
        "+",
        "-",
        "終了",
        "数字4桁を再設定する",
        "持っていない",
    )
    go(counter, world, "終了", "数字4桁を再設定する", "+", *["=XYZ999"] * 5, "終了", "-")


def a_kiosk_that_asks_for_more(world: World) -> None:
    kiosk = world.kiosk
    go(
        kiosk,
        world,
        *RESET,
        "持っていない",
        "終了",
        *RESET,
        "本人確認書類を見せる",
        "+",
        "中止",
        "-",
    )
    go(
        kiosk,
        world,
        *RESET,
        "本人確認書類を見せる",
        "+",
        PASSWORD_LABEL,
        "=12",
        "=1234",
        "中止",
        "-",
    )
    go(kiosk, world, *RESET, "本人確認書類を見せる", "+", PIN_LABEL, "=ABC123", *NEW, "終了", "-")
    go(kiosk, world, *RESET[:2], "署名用電子証明書の更新", "中止")
    go(kiosk, world, *RESET[:2], "署名用電子証明書の更新", "+", "終了", "-")
    kiosk.stand_in(Shop(municipality=world.elsewhere))
    go(kiosk, world, *RESET, "本人確認書類を見せる", "+", "終了", "-")


def an_app_that_asks_for_less(world: World) -> None:
    go(world.phone, world, *RESERVE[:2], "券面事項入力補助用の暗証番号(数字4桁)", "戻る")
    number = reserved_without_key(world)
    go(world.kiosk, world, *RESET, "+", number, *NEW, "終了", "-")


def reserved_without_key(world: World) -> str:
    """Reserve where no key is wanted."""
    world.phone.home()
    go(world.phone, world, *RESERVE[:3], "+")
    return "=" + world.phone.screen.value("予約番号")


def out_of_hours(world: World) -> None:
    go(world.phone, world, "JPKI利用者ソフト", "終了")
    go(world.kiosk, world, "行政サービス", "戻る")
    world.counter.remove()


JOURNEYS: tuple[tuple[Journey, Facts, dt.datetime], ...] = (
    (the_app, {}, BEGINNING),
    (the_app_with_bad_certificates, {}, BEGINNING),
    (the_portal, {}, BEGINNING),
    (the_kiosk, {}, BEGINNING),
    (the_kiosk_and_numbers_that_do_not_serve, {}, BEGINNING),
    (the_kiosk_interrupted, {}, BEGINNING),
    (the_kiosk_with_certificates, {}, BEGINNING),
    (the_counter, {}, BEGINNING),
    (
        a_counter_that_asks_for_the_password,
        {"counter_wants_password": True, "counter_wants_identity": False}
        | {"counter_wants_card": False},
        BEGINNING,
    ),
    (
        a_kiosk_that_asks_for_more,
        {"kiosk_wants_identity": True, "kiosk_renews_certificates": True}
        | {"reservation_is_wanted": False, "kiosk_own_municipality": True}
        | {"new_pin_works_at_once": False},
        BEGINNING,
    ),
    (an_app_that_asks_for_less, {"key_is_wanted": False, "other_pins_at_kiosk": True}, BEGINNING),
    (out_of_hours, {"app_always_open": False}, dt.datetime(2026, 2, 16, 17, 0)),
)


def told(journey: Journey, facts: Facts, beginning: dt.datetime) -> str:
    """What one hears of a journey."""
    with freeze_time(beginning):
        world = World(Policy(**facts), seed="the journeys")
        journey(world)
        text = "\n".join([f"# {journey.__name__}", *_lines(world.journal.entries)])
        places = {world.card.face.municipality: "(home)", world.elsewhere: "(elsewhere)"}
        world.close()
    for name, place in places.items():
        text = text.replace(name, place)
    return text + "\n"


def all_told() -> str:
    """What one hears of all of them."""
    return "\n".join(told(*each) for each in JOURNEYS)


def _lines(entries: Iterable[Entry]) -> Iterator[str]:
    """A screen is told again before an act where it is not as the act before had left it."""
    left: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry, Act):
            before, after = _seen(entry.before), _seen(entry.screen)
            if before != left.get(entry.device):
                yield f"{entry.device} shows {before}"
            left[entry.device] = after
            yield f"{entry.device}: {entry.deed.kind} {entry.deed.describe()} → {after}"
        elif not isinstance(entry, Exchange):
            yield f"    centre {entry.call}: {entry.outcome}"
        elif not is_more_of_a_file(entry):
            yield f"    {entry.reader} ⇄ {describe(entry.command, entry.reply).en}"


def _seen(screen: Screen) -> str:
    hidden = " (hidden)" if screen.field is not None and screen.field.secret else ""
    wanted = " (card)" if screen.wants_card else ""
    return f"{screen.describe()}{hidden}{wanted}"


if __name__ == "__main__":
    TOLD.write_text(all_told(), encoding="utf-8")
