"""Whole journeys as a person makes them: screen by screen, only with what the person knows.

A walk ends on the screen where the person cannot or need not go on, and returns it.
"""

from dataclasses import dataclass

from fakes import new_secret as new_secret_page
from fakes.card.card import Card
from fakes.counter import Counter
from fakes.identity import SHOW_IDENTITY
from fakes.kiosk import issuing
from fakes.kiosk.kiosk import Kiosk
from fakes.phone import portal_app, reset_app
from fakes.phone.phone import Phone
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import Device, ScenarioMistake, Screen

WRONG_PIN = "0000"
WRONG_PASSWORD = "WRONG999"


@dataclass(frozen=True)
class Knowledge:
    """What a person remembers; None is forgotten."""

    pin: str | None
    password: str | None

    def known_pin(self) -> str:
        """The PIN; raises `ScenarioMistake` when it is forgotten."""
        return _remembered(self.pin, "数字4桁")

    def known_password(self) -> str:
        """The signing password; raises `ScenarioMistake` when it is forgotten."""
        return _remembered(self.password, "署名用パスワード")


def _remembered(secret: str | None, name: str) -> str:
    if secret is None:
        raise ScenarioMistake(f"{name}を忘れているので、入力できません。")
    return secret


def start(phone: Phone, app: str) -> None:
    """Start an app from the home screen."""
    phone.home()
    phone.press(app)


def type_and_hold(phone: Phone, card: Card, secret: str) -> Screen:
    """Type the secret that an app asks for and, when it wants the card, hold it."""
    if phone.screen.field is not None:
        phone.enter(secret)
    return phone.hold(card) if phone.screen.wants_card else phone.screen


def log_in(phone: Phone, card: Card, pin: str) -> Screen:
    """Log in at the portal with the card and a PIN."""
    start(phone, portal_app.NAME)
    phone.press("ログイン")
    return type_and_hold(phone, card, pin)


def _still_compared(card: Card, purpose: Purpose) -> None:
    """A locked secret is not compared any more, and so cannot be mistaken once more."""
    if not card.compares(purpose):
        raise ScenarioMistake("すでにロックされているので、これ以上間違えることはできません。")


def mistake_pin(phone: Phone, card: Card, times: int) -> None:
    """Log in with a wrong PIN so many times; raises `ScenarioMistake` once it is locked."""
    for _ in range(times):
        _still_compared(card, Purpose.AUTHENTICATION)
        log_in(phone, card, WRONG_PIN)


def log_in_by_biometrics(phone: Phone, times: int) -> Screen:
    """Log in at the portal by finger or face, so many times in a row while it is refused."""
    start(phone, portal_app.NAME)
    choose(phone, "生体認証でログイン", *["指紋または顔を読み取る"] * times)
    return phone.screen


def logged_in(screen: Screen) -> bool:
    """Whether the portal let the person in."""
    return screen.title == portal_app.INSIDE_TITLE


def go_to_secret(phone: Phone, policy: Policy, target: Purpose) -> bool:
    """Choose in the app what is to be reset, up to where the key is to be typed."""
    start(phone, policy.reset_app)
    return choose(phone, policy.reset_menu, policy.label(target))


def reserve(phone: Phone, card: Card, policy: Policy, target: Purpose, secret: str) -> Screen:
    """Reserve the reset of `target` in the app, giving the other purpose's secret."""
    if not go_to_secret(phone, policy, target):
        return phone.screen
    return type_and_hold(phone, card, secret)


def mistake_password(phone: Phone, card: Card, policy: Policy, times: int) -> None:
    """Try to reserve with a wrong password so many times; raises `ScenarioMistake` once locked."""
    for _ in range(times):
        _still_compared(card, Purpose.SIGNATURE)
        reserve(phone, card, policy, Purpose.AUTHENTICATION, WRONG_PASSWORD)


def check_certificate(phone: Phone, card: Card, policy: Policy, password: str) -> Screen:
    """Have the app check the certificate for signatures."""
    start(phone, policy.reset_app)
    choose(phone, reset_app.CHECK_MENU)
    return type_and_hold(phone, card, password)


def reserved_number(screen: Screen) -> str | None:
    """The reservation number that the app shows, if it shows one."""
    return dict(screen.rows).get("予約番号")


def leave(kiosk: Kiosk) -> None:
    """Take the card, end whatever the kiosk shows, and be back at the top menu."""
    kiosk.remove()
    for label in ("終了", "中止", "戻る"):
        if label in kiosk.screen.choices:
            kiosk.press(label)
            return


def choose(device: Device, *labels: str) -> bool:
    """Press one label after the other; False at the first that is not offered."""
    for label in labels:
        if label not in device.screen.choices:
            return False
        device.press(label)
    return True


def fill_in(device: Device, *entries: tuple[str, str]) -> Screen:
    """Type (label, text) one after the other, each when the screen asks for that label.

    What it does not ask for is not typed: nobody types a PIN into another field.
    """
    for label, text in entries:
        field = device.screen.field
        if field is not None and field.label == label:
            device.enter(text)
    return device.screen


def must_ask_for(device: Device, entries: list[tuple[str, str]], place: int) -> None:
    """Raise `ScenarioMistake` unless the device asks now for the entry at this place."""
    screen = device.screen
    if place >= len(entries):
        raise ScenarioMistake(f"入力するのは{len(entries)}回までです。{screen.describe()}")
    label, _ = entries[place]
    if screen.field is None or screen.field.label != label:
        raise ScenarioMistake(f"「{label}」の入力まで進めませんでした。{screen.describe()}")


def enter_and_be_asked_for_card(phone: Phone, secret: str) -> None:
    """Type the secret that an app asks for; raises `ScenarioMistake` unless it wants the card."""
    if phone.screen.field is not None:
        phone.enter(secret)
    if not phone.screen.wants_card:
        raise ScenarioMistake(f"カードをかざすまで進めませんでした。{phone.screen.describe()}")


def new_secret(policy: Policy, purpose: Purpose, secret: str) -> list[tuple[str, str]]:
    """The entries of a new secret, as often as it is asked for."""
    return [(new_secret_page.label(policy, purpose), secret)] * policy.new_pin_entries


def go_to_tray(kiosk: Kiosk, policy: Policy) -> bool:
    """Choose the reset at the kiosk, up to where the card is to be set."""
    leave(kiosk)
    return choose(kiosk, policy.kiosk_service, policy.kiosk_card_menu, policy.kiosk_reset_menu)


def redemption(
    policy: Policy, target: Purpose, number: str, key: str, new: str
) -> list[tuple[str, str]]:
    """All that is typed at the kiosk to reset `target`: number, key secret, new secret."""
    return [
        ("予約番号", number),
        (policy.label(target.other), key),
        *new_secret(policy, target, new),
    ]


def redeem(
    kiosk: Kiosk,
    card: Card,
    policy: Policy,
    entries: list[tuple[str, str]],
    target: Purpose = Purpose.AUTHENTICATION,
) -> Screen:
    """Set the card at the kiosk, type these entries, and show or choose what it asks for besides.

    It asks for an identity document, and what is to be reset, in another procedure than today's.
    """
    if not go_to_tray(kiosk, policy):
        return kiosk.screen
    choose(kiosk, SHOW_IDENTITY)
    kiosk.insert(card)
    choose(kiosk, policy.label(target))
    return fill_in(kiosk, *entries)


def issue_certificate(kiosk: Kiosk, card: Card, policy: Policy, pin: str) -> Screen:
    """Have the kiosk print a certificate of residence."""
    leave(kiosk)
    if choose(kiosk, policy.kiosk_service, issuing.TITLE):
        kiosk.insert(card)
        fill_in(kiosk, (policy.authentication_label, pin))
        choose(kiosk, issuing.DOCUMENT_CHOICE)
    return kiosk.screen


def redeemed(screen: Screen, policy: Policy) -> bool:
    """Whether the kiosk says that the new secret is set."""
    return screen.message == policy.kiosk_done


def identification(policy: Policy, knowledge: Knowledge) -> list[tuple[str, str]]:
    """What one can type to say who one is, should the counter ask for it."""
    password = knowledge.password
    return [] if password is None else [(policy.signature_label, password)]


def visit_counter(
    counter: Counter, card: Card, wish: str, entries: list[tuple[str, str]]
) -> Screen:
    """Go to the counter with an identity document and the card, and type what is asked for."""
    if not choose(counter, wish):
        return counter.screen
    choose(counter, SHOW_IDENTITY)
    counter.insert(card)
    return fill_in(counter, *entries)
