"""Steps on the reservation in the JPKI app."""

from pytest_bdd import given, parsers, then, when

from fakes import walks
from fakes.card.card import Card
from fakes.phone.phone import Phone
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.walks import Knowledge
from fakes.world import OTHERS_PASSWORD, World


@given("アプリで数字4桁の初期化を予約し、予約番号を控えている", target_fixture="number")
def has_reserved(phone: Phone, card: Card, policy: Policy, knowledge: Knowledge) -> str:
    """One has reserved the reset of the PIN in the app and noted the reservation number."""
    walks.reserve(phone, card, policy, Purpose.AUTHENTICATION, knowledge.known_password())
    return phone.screen.value("予約番号")


@when("予約番号を控える", target_fixture="number")
def note_number(phone: Phone) -> str:
    """One notes the reservation number that the phone shows."""
    return phone.screen.value("予約番号")


@given("ほかの人の予約番号を教えてもらっている", target_fixture="others_number")
def knows_others_number(world: World, phone: Phone, policy: Policy) -> str:
    """One has been told somebody else's reservation number."""
    others_card = world.others_card
    walks.reserve(phone, others_card, policy, Purpose.AUTHENTICATION, OTHERS_PASSWORD)
    return phone.screen.value("予約番号")


@given("アプリでカードをかざすところまで進んでいる")
def ready_to_hold(phone: Phone, policy: Policy, knowledge: Knowledge) -> None:
    """One has come to the point in the app where the card is to be held to the phone."""
    walks.go_to_secret(phone, policy, Purpose.AUTHENTICATION)
    walks.enter_and_be_asked_for_card(phone, knowledge.known_password())


@given(
    parsers.parse(
        "アプリで署名用パスワード「{password}」を入力し、カードをかざすところまで進んでいる"
    )
)
def ready_to_hold_with(phone: Phone, policy: Policy, password: str) -> None:
    """One has typed the signing password "{password}" in the app, which now asks for the card."""
    walks.go_to_secret(phone, policy, Purpose.AUTHENTICATION)
    walks.enter_and_be_asked_for_card(phone, password)


@when(parsers.parse("アプリで署名用パスワード「{password}」を使って予約する"))
def reserve(phone: Phone, card: Card, policy: Policy, password: str) -> None:
    """One uses the signing password "{password}" to reserve in the app."""
    walks.reserve(phone, card, policy, Purpose.AUTHENTICATION, password)


@when(
    parsers.parse("アプリで数字4桁「{pin}」を使って署名用パスワードの初期化を予約する"),
    target_fixture="number",
)
def reserve_password_reset(phone: Phone, card: Card, policy: Policy, pin: str) -> str:
    """One uses the PIN "{pin}" to reserve the reset of the signing password in the app."""
    walks.reserve(phone, card, policy, Purpose.SIGNATURE, pin)
    return phone.screen.value("予約番号")


@when("アプリで予約し直す")
def reserve_again(phone: Phone, card: Card, policy: Policy, knowledge: Knowledge) -> None:
    """One reserves once more in the app."""
    walks.reserve(phone, card, policy, Purpose.AUTHENTICATION, knowledge.known_password())


@given(parsers.parse("アプリの予約で署名用パスワードを{times:d}回続けて間違えている"))
def has_mistaken_password(phone: Phone, card: Card, policy: Policy, times: int) -> None:
    """One has typed a wrong signing password to reserve in the app; times in a row: {times}."""
    walks.mistake_password(phone, card, policy, times)


@when(parsers.parse("アプリの予約で署名用パスワードを{times:d}回続けて間違える"))
def mistake_password(phone: Phone, card: Card, policy: Policy, times: int) -> None:
    """One types a wrong signing password to reserve in the app; times in a row: {times}."""
    walks.mistake_password(phone, card, policy, times)


@when(parsers.parse("アプリで署名用パスワード「{password}」を使って有効性を確認する"))
def check_validity(phone: Phone, card: Card, policy: Policy, password: str) -> None:
    """One uses the signing password "{password}" to check in the app if the certificate is valid."""
    walks.check_certificate(phone, card, policy, password)


@then("スマートフォンに予約番号が表示される")
def number_shown(phone: Phone) -> None:
    """The phone shows a reservation number."""
    assert walks.reserved_number(phone.screen) is not None, phone.screen.describe()


@then("スマートフォンに予約番号は表示されない")
def no_number_shown(phone: Phone) -> None:
    """The phone shows no reservation number."""
    assert walks.reserved_number(phone.screen) is None, phone.screen.describe()


@then(parsers.parse("予約番号は数字{digits:d}桁である"))
def number_has_digits(phone: Phone, digits: int) -> None:
    """The reservation number is all digits, and its length is {digits}."""
    number = phone.screen.value("予約番号")
    assert number.isdigit(), f"予約番号は{number}です"
    assert len(number) == digits, f"予約番号は{len(number)}桁です"


@then(parsers.parse("署名用パスワード「{password}」で予約できる"))
def password_reserves(phone: Phone, card: Card, policy: Policy, password: str) -> None:
    """With the signing password "{password}" one can reserve."""
    walks.reserve(phone, card, policy, Purpose.AUTHENTICATION, password)
    assert walks.reserved_number(phone.screen) is not None, phone.screen.describe()
