"""Steps on the phone, whichever app is open."""

from pytest_bdd import given, parsers, then, when

from fakes import walks
from fakes.card.card import Card
from fakes.contact import Departure
from fakes.phone.phone import NFC_SETTING, Nfc, Phone
from steps import checks, values


@given("NFCに対応していないスマートフォンを使っている")
def phone_without_nfc(phone: Phone) -> None:
    """The phone has no NFC."""
    phone.be(nfc=Nfc.NONE)


@given("スマートフォンのNFCがオフになっている")
def nfc_off(phone: Phone) -> None:
    """The phone's NFC is switched off."""
    phone.be(nfc=Nfc.OFF)


@when("スマートフォンのNFCをオンにする")
def switch_nfc_on(phone: Phone) -> None:
    """One switches on the phone's NFC."""
    phone.home()
    phone.press(NFC_SETTING)


@given("スマートフォンにケースを付けている")
def case_on(phone: Phone) -> None:
    """The phone is in its case."""
    phone.be(in_case=True)


@when("スマートフォンのケースを外す")
def case_off(phone: Phone) -> None:
    """One takes the case off the phone."""
    phone.be(in_case=False)


@given("指紋も顔も認識されない")
def biometrics_fail(phone: Phone) -> None:
    """The phone recognises neither finger nor face."""
    phone.be(biometrics_match=False)


@given(parsers.parse("スマートフォンで「{app}」を起動している"))
def has_started_app(phone: Phone, app: str) -> None:
    """One has started "{app}" on the phone."""
    walks.start(phone, app)


@when(parsers.parse("スマートフォンで「{app}」を起動する"))
def start_app(phone: Phone, app: str) -> None:
    """One starts "{app}" on the phone."""
    walks.start(phone, app)


@when(parsers.parse("スマートフォンで「{label}」を選ぶ"))
def choose_on_phone(phone: Phone, label: str) -> None:
    """One chooses "{label}" on the phone."""
    phone.press(label)


@when(parsers.parse("スマートフォンに「{text}」を入力する"))
def type_on_phone(phone: Phone, text: str) -> None:
    """One types "{text}" on the phone."""
    phone.enter(text)


@when("スマートフォンのホームボタンを押す")
def press_home(phone: Phone) -> None:
    """One presses the phone's home button."""
    phone.home()


@given("スマートフォンの背面にカードを一度かざしている")
def has_held_card(phone: Phone, card: Card) -> None:
    """One has held the card to the back of the phone once."""
    phone.hold(card)


@when("スマートフォンの背面にカードをかざす")
def hold_card(phone: Phone, card: Card) -> None:
    """One holds the card to the back of the phone."""
    phone.hold(card)


@when(parsers.parse("カードを{offset:d}ミリずらしてかざす"))
def hold_card_off_centre(phone: Phone, card: Card, offset: int) -> None:
    """One holds the card to the phone, {offset} mm off the right place."""
    phone.hold(card, offset_mm=offset)


@given(
    parsers.parse("スマートフォンから{departure}にカードが離れる"),
    converters={"departure": values.one_of(values.DEPARTURES)},
)
def card_leaves_phone(phone: Phone, departure: Departure) -> None:
    """The card will leave the phone {departure}."""
    phone.contact.arrange(departure)


@then(parsers.parse("スマートフォンに「{text}」と表示される"))
def phone_shows(phone: Phone, text: str) -> None:
    """The phone shows "{text}"."""
    checks.shows(phone.screen, text)


@then(parsers.parse("スマートフォンの「{name}」は「{value}」である"))
def phone_shows_value(phone: Phone, name: str, value: str) -> None:
    """The phone shows "{value}" under "{name}"."""
    checks.shows_value(phone.screen, name, value)


@then(parsers.parse("スマートフォンで「{label}」を選べる"))
def phone_offers(phone: Phone, label: str) -> None:
    """The phone offers "{label}"."""
    checks.offers(phone.screen, label)


@then(parsers.parse("スマートフォンに「{label}」の選択肢はない"))
def phone_does_not_offer(phone: Phone, label: str) -> None:
    """The phone does not offer "{label}"."""
    checks.offers(phone.screen, label, offered=False)


@then("スマートフォンで選べるのは次のものだけである")
def phone_offers_only(phone: Phone, datatable: list[list[str]]) -> None:
    """The phone offers the following, and nothing else."""
    expected = tuple(choice for row in datatable for choice in row)
    assert phone.screen.choices == expected, phone.screen.describe()


@then(parsers.parse("スマートフォンで「{label}」の入力を求められる"))
def phone_asks_for(phone: Phone, label: str) -> None:
    """The phone asks for "{label}"."""
    checks.asks_for(phone.screen, label)


@then("スマートフォンに入力する文字は伏せられる")
def phone_hides(phone: Phone) -> None:
    """The phone hides what is typed."""
    checks.hides(phone.screen)


@then("スマートフォンにカードをかざすよう求められる")
def phone_asks_for_card(phone: Phone) -> None:
    """The phone asks for the card."""
    assert phone.screen.wants_card, phone.screen.describe()
