"""What the apps and the portal keep, beyond what their screens show."""

import pytest

from fakes import walks
from fakes.card.apdu import Ins
from fakes.certificates import Distrust, parse_certificate
from fakes.contact import ContactState, Departure, Moment
from fakes.journal import Exchange
from fakes.kiosk.renewal import TITLE
from fakes.phone.phone import NFC_SETTING, Nfc
from fakes.phone.reset_app import ResetAppState
from fakes.purposes import Purpose
from fakes.screen import ScenarioMistake
from fakes.world import FIRST_PASSWORD, FIRST_PIN, World
from tests.fakes.test_idle import refuse
from tests.fakes.worlds import other, reserve

PIN, PASSWORD = Purpose.AUTHENTICATION, Purpose.SIGNATURE
FILE = "確定申告書を送信する"


def typed(world: World) -> tuple[str, str]:
    """The secrets that the apps hold, waiting for the card."""
    phone = world.phone.snapshot()
    return phone.reset_app.secret, phone.portal_app.secret


def test_no_app_keeps_a_secret_that_the_card_has_seen(world: World) -> None:
    phone, card = world.phone, world.card
    walks.log_in(phone, card, "0000")
    assert typed(world) == ("", "")
    walks.log_in(phone, card, FIRST_PIN)
    assert typed(world) == ("", "")
    phone.press(FILE)
    phone.enter("XYZ999")
    assert typed(world) == ("", "XYZ999")
    phone.press("戻る")
    assert typed(world) == ("", "")
    phone.press(FILE)
    walks.type_and_hold(phone, card, FIRST_PASSWORD)
    assert typed(world) == ("", "")
    walks.mistake_password(phone, card, world.policy, 1)
    reserve(world)
    assert typed(world) == ("", "")


def test_an_app_that_is_started_anew_has_forgotten_what_was_typed(world: World) -> None:
    walks.start(world.phone, "マイナポータル")
    world.phone.press("ログイン")
    world.phone.enter("1234")
    assert typed(world) == ("", "1234")
    walks.start(world.phone, "マイナポータル")
    assert typed(world) == ("", "")


def test_complaints_do_not_follow_to_other_pages(world: World) -> None:
    phone = world.phone
    walks.log_in(phone, world.card, FIRST_PIN)
    phone.press(FILE)
    phone.enter("x")
    assert "入力してください" in phone.screen.message
    phone.press("戻る")
    assert phone.screen.message == ""
    phone.press("生体認証を使う")
    phone.press("ログアウト")
    phone.be(nfc=Nfc.OFF)
    phone.press("ログイン")
    assert "NFC" in phone.screen.message
    phone.press("生体認証でログイン")
    assert "指紋または顔" in phone.screen.message


def test_every_login_signs_a_message_of_its_own(world: World) -> None:
    for _ in range(3):
        walks.log_in(world.phone, world.card, FIRST_PIN)
    signed = [
        entry.command
        for entry in world.journal.entries
        if isinstance(entry, Exchange) and entry.command[1] == Ins.PERFORM_SECURITY_OPERATION
    ]
    assert len(signed) == len(set(signed)) == 3


def test_the_portal_counts_the_returns_that_it_took(world: World) -> None:
    walks.log_in(world.phone, world.card, FIRST_PIN)
    for count in (1, 2):
        world.phone.press(FILE)
        walks.type_and_hold(world.phone, world.card, FIRST_PASSWORD)
        assert world.portal.snapshot().returns == count
    world.office.revoke(world.card, PASSWORD)
    world.phone.press(FILE)
    walks.type_and_hold(world.phone, world.card, FIRST_PASSWORD)
    assert world.portal.snapshot().returns == 2


def test_the_portal_lets_nobody_in_whose_signature_is_wrong(world: World) -> None:
    certificate = parse_certificate(world.card.memory.authentication_certificate)
    assert certificate is not None
    assert world.portal.log_in(certificate, b"challenge", b"no signature") is Distrust.UNTRUSTED
    world.authorities.revoke(certificate)
    assert world.portal.log_in(certificate, b"challenge", b"no signature") is Distrust.REVOKED


def test_a_phone_is_at_home_at_first_with_nothing_begun(world: World) -> None:
    assert (world.phone.screen.title, world.phone.screen.message) == ("ホーム", "")
    assert world.phone.snapshot().reset_app == ResetAppState()


def test_nfc_that_was_switched_on_is_on(world: World) -> None:
    world.phone.be(nfc=Nfc.OFF)
    world.phone.press(NFC_SETTING)
    assert world.phone.snapshot().handset.nfc is Nfc.ON


def test_a_reservation_is_no_check(world: World) -> None:
    walks.go_to_secret(world.phone, world.policy, PIN)
    assert world.phone.snapshot().reset_app.checking is False


def test_a_phone_is_put_back_with_the_card_behind_it(world: World) -> None:
    before = world.phone.snapshot()
    world.phone.contact.place(world.card)
    world.phone.contact.arrange(Departure(Ins.SELECT, Moment.BEFORE))
    held = world.phone.snapshot()
    world.phone.restore(before)
    assert world.phone.contact.snapshot() == ContactState()
    world.phone.restore(held)
    assert world.phone.snapshot() == held
    world.phone.remove()
    assert world.phone.contact.card is None


@pytest.mark.usefixtures("clock")
def test_a_card_is_held_to_the_middle_unless_it_is_said_otherwise() -> None:
    world = other(reading_tolerance_mm=0)
    assert reserve(world) is not None


@pytest.mark.usefixtures("clock")
def test_a_kiosk_gives_a_card_back_that_it_cannot_talk_to(monkeypatch: pytest.MonkeyPatch) -> None:
    world = other(kiosk_renews_certificates=True)
    monkeypatch.setattr(world.office, "renew", refuse)
    policy = world.policy
    assert walks.choose(world.kiosk, policy.kiosk_service, policy.kiosk_card_menu, TITLE)
    world.kiosk.insert(world.card)
    assert "カードを読み取れなくなった" in world.kiosk.screen.message
    assert world.kiosk.tray.card is None


def test_what_is_not_offered_is_not_chosen(world: World) -> None:
    assert not walks.choose(world.kiosk, "どこにもない")
    with pytest.raises(ScenarioMistake):
        world.kiosk.press("どこにもない")


def test_a_certificate_is_issued_whatever_the_kiosk_shows(world: World) -> None:
    walks.go_to_tray(world.kiosk, world.policy)
    screen = walks.issue_certificate(world.kiosk, world.card, world.policy, FIRST_PIN)
    assert "印刷しました" in screen.message
