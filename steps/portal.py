"""Steps on マイナポータル."""

from pytest_bdd import given, parsers, then, when

from fakes import walks
from fakes.card.card import Card
from fakes.phone.phone import Phone


@given(parsers.parse("マイナポータルに数字4桁「{pin}」でログインしている"))
def has_logged_in(phone: Phone, card: Card, pin: str) -> None:
    """One has logged in to the portal with the PIN "{pin}"."""
    walks.log_in(phone, card, pin)


@when(parsers.parse("マイナポータルに数字4桁「{pin}」でログインする"))
def log_in(phone: Phone, card: Card, pin: str) -> None:
    """One enters the PIN "{pin}" to log in to the portal."""
    walks.log_in(phone, card, pin)


@given(parsers.parse("マイナポータルに数字4桁「{pin}」でログインし、生体認証を使う設定にしている"))
def set_up_biometrics(phone: Phone, card: Card, pin: str) -> None:
    """One has logged in to the portal with the PIN "{pin}" and switched on biometric login."""
    walks.log_in(phone, card, pin)
    phone.press("生体認証を使う")


@when("生体認証でログインする")
def log_in_by_biometrics(phone: Phone) -> None:
    """One logs in to the portal by finger or face."""
    walks.log_in_by_biometrics(phone, times=1)


@when(parsers.parse("生体認証のログインを{times:d}回続けて試す"))
def try_biometrics(phone: Phone, times: int) -> None:
    """One tries to log in by finger or face; times in a row: {times}."""
    walks.log_in_by_biometrics(phone, times)


@given(parsers.parse("マイナポータルのログインで数字4桁を{times:d}回続けて間違えている"))
def has_mistaken_pin(phone: Phone, card: Card, times: int) -> None:
    """One has typed a wrong PIN to log in to the portal; times in a row: {times}."""
    walks.mistake_pin(phone, card, times)


@when(parsers.parse("マイナポータルのログインで数字4桁を{times:d}回続けて間違える"))
def mistake_pin(phone: Phone, card: Card, times: int) -> None:
    """One types a wrong PIN to log in to the portal; times in a row: {times}."""
    walks.mistake_pin(phone, card, times)


@when(parsers.parse("マイナポータルから署名用パスワード「{password}」で確定申告書を送信する"))
def file_return(phone: Phone, card: Card, password: str) -> None:
    """One sends the tax return from the portal with the signing password "{password}"."""
    phone.press("確定申告書を送信する")
    walks.type_and_hold(phone, card, password)


@then("マイナポータルにログインできている")
def is_logged_in(phone: Phone) -> None:
    """One is logged in at the portal."""
    assert walks.logged_in(phone.screen), phone.screen.describe()


@then("マイナポータルにログインできていない")
def is_not_logged_in(phone: Phone) -> None:
    """One is not logged in at the portal."""
    assert not walks.logged_in(phone.screen), phone.screen.describe()


@then(parsers.parse("数字4桁「{pin}」でマイナポータルにログインできる"))
def pin_opens(phone: Phone, card: Card, pin: str) -> None:
    """The PIN "{pin}" opens the portal."""
    screen = walks.log_in(phone, card, pin)
    assert walks.logged_in(screen), screen.describe()


@then(parsers.parse("数字4桁「{pin}」でマイナポータルにログインできない"))
def pin_does_not_open(phone: Phone, card: Card, pin: str) -> None:
    """The PIN "{pin}" does not open the portal."""
    screen = walks.log_in(phone, card, pin)
    assert not walks.logged_in(screen), screen.describe()
