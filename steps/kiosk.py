"""Steps on the copier in the convenience store."""

import datetime as dt
from collections.abc import Callable

from pytest_bdd import given, parsers, then, when

from fakes import walks
from fakes.card.card import Card
from fakes.contact import Departure
from fakes.kiosk.kiosk import Kiosk, Shop
from fakes.phone.phone import Phone
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.walks import Knowledge
from fakes.world import World
from steps import checks, values

PLACE: dict[str, Callable[[str], object]] = {"place": values.one_of(values.KIOSK_PLACES)}
CHAIN: dict[str, Callable[[str], object]] = {"chain": values.one_of(values.CHAINS)}


@given(parsers.parse("「{chain}」の店舗にいる"), converters=CHAIN)
def in_store(kiosk: Kiosk, chain: str) -> None:
    """One is in a store of the chain {chain}."""
    kiosk.stand_in(Shop(chain))


@given(parsers.parse("住民票のない市区町村の、「{chain}」の店舗にいる"), converters=CHAIN)
def in_store_elsewhere(world: World, kiosk: Kiosk, chain: str) -> None:
    """One is in a store of the chain {chain}, in a municipality where one does not live."""
    kiosk.stand_in(Shop(chain, municipality=world.elsewhere))


@when(parsers.parse("「{chain}」の店舗へ行く"), converters=CHAIN)
def go_to_store(kiosk: Kiosk, chain: str) -> None:
    """One goes to a store of the chain {chain}."""
    kiosk.stand_in(Shop(chain))


@given("再設定に対応していない店舗にいる")
def in_other_store(kiosk: Kiosk) -> None:
    """One is in a store that does not offer the reset."""
    kiosk.stand_in(Shop(values.OTHER_CHAIN))


@given(
    parsers.parse("営業時間が{opens}から{closes}までの店舗にいる"),
    converters={"opens": values.time, "closes": values.time},
)
def in_store_open(kiosk: Kiosk, opens: dt.time, closes: dt.time) -> None:
    """One is in a store that is open from {opens} to {closes}."""
    kiosk.stand_in(Shop(opens=opens, closes=closes))


@when(parsers.parse("マルチコピー機で「{label}」を選ぶ"))
def choose_at_kiosk(kiosk: Kiosk, label: str) -> None:
    """One chooses "{label}" at the kiosk."""
    kiosk.press(label)


@when("カード読み取り台にカードをセットする")
def set_card(kiosk: Kiosk, card: Card) -> None:
    """One sets the card on the kiosk's tray."""
    kiosk.insert(card)


@when("カード読み取り台にほかの人のカードをセットする")
def set_others_card(world: World, kiosk: Kiosk) -> None:
    """One sets somebody else's card on the kiosk's tray."""
    kiosk.insert(world.others_card)


@when("カード読み取り台からカードを取る")
def take_card(kiosk: Kiosk) -> None:
    """One takes the card from the kiosk's tray."""
    kiosk.remove()


@given(
    parsers.parse("カード読み取り台から{departure}にカードが離れる"),
    converters={"departure": values.one_of(values.DEPARTURES)},
)
def card_leaves_tray(kiosk: Kiosk, departure: Departure) -> None:
    """The card will leave the kiosk's tray {departure}."""
    kiosk.tray.arrange(departure)


@given(parsers.parse("マルチコピー機に「{text}」を入力したところである"))
def has_typed_at_kiosk(kiosk: Kiosk, text: str) -> None:
    """One has just typed "{text}" at the kiosk."""
    kiosk.enter(text)


@when(parsers.parse("マルチコピー機に「{text}」を入力する"))
def type_at_kiosk(kiosk: Kiosk, text: str) -> None:
    """One types "{text}" at the kiosk."""
    kiosk.enter(text)


@when(parsers.parse("マルチコピー機に「{text}」を{times:d}回入力する"))
def type_repeatedly_at_kiosk(kiosk: Kiosk, text: str, times: int) -> None:
    """One types "{text}" at the kiosk; times in a row: {times}."""
    for _ in range(times):
        kiosk.enter(text)


@when("マルチコピー機に予約番号を入力する")
def type_number(kiosk: Kiosk, number: str) -> None:
    """One types the reservation number at the kiosk."""
    kiosk.enter(number)


@when(parsers.parse("マルチコピー機に予約番号を{times:d}回入力する"))
def type_number_repeatedly(kiosk: Kiosk, number: str, times: int) -> None:
    """One types the reservation number at the kiosk; times in a row: {times}."""
    for _ in range(times):
        kiosk.enter(number)


@when("マルチコピー機にほかの人の予約番号を入力する")
def type_others_number(kiosk: Kiosk, others_number: str) -> None:
    """One types somebody else's reservation number at the kiosk."""
    kiosk.enter(others_number)


@when("マルチコピー機のメニューで再設定まで選んでいく")
def come_to_tray(kiosk: Kiosk, policy: Policy) -> None:
    """One goes through the kiosk's menus up to the reset."""
    walks.go_to_tray(kiosk, policy)


@given(parsers.parse("マルチコピー機で{place}ところまで進んでいる"), converters=PLACE)
def has_come_to(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, place: int
) -> None:
    """One has come to the point at the kiosk where {place}."""
    _come_to(kiosk, card, policy, number, knowledge, place)


@when(parsers.parse("マルチコピー機で{place}ところまで進む"), converters=PLACE)
def come_to(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, place: int
) -> None:
    """One comes to the point at the kiosk where {place}."""
    _come_to(kiosk, card, policy, number, knowledge, place)


@given(parsers.parse("コンビニで数字4桁の「{pin}」への再設定を済ませている"))
def has_reset_pin(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, pin: str
) -> None:
    """One has reset the PIN to "{pin}" at the kiosk."""
    _reset_pin(kiosk, card, policy, number, knowledge, pin)


@given(parsers.parse("コンビニで数字4桁の「{pin}」への再設定を断られている"))
def was_refused_reset(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, pin: str
) -> None:
    """One has been refused the reset of the PIN to "{pin}" at the kiosk."""
    _reset_pin(kiosk, card, policy, number, knowledge, pin)


@when(parsers.parse("コンビニで数字4桁を「{pin}」に再設定しようとする"))
def try_to_reset_pin(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, pin: str
) -> None:
    """One tries to reset the PIN to "{pin}" at the kiosk."""
    _reset_pin(kiosk, card, policy, number, knowledge, pin)


@when(parsers.parse("コンビニで数字4桁を「{pin}」に再設定する"))
def reset_pin(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, pin: str
) -> None:
    """One resets the PIN to "{pin}" at the kiosk."""
    _reset_pin(kiosk, card, policy, number, knowledge, pin)


@when(parsers.parse("前の予約番号を使ってコンビニで数字4桁を「{pin}」に再設定しようとする"))
def try_earlier_number(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, pin: str
) -> None:
    """One tries to reset the PIN to "{pin}" at the kiosk with the earlier reservation number."""
    _reset_pin(kiosk, card, policy, number, knowledge, pin)


@when(parsers.parse("コンビニで署名用パスワードを「{password}」に再設定する"))
def reset_password(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, password: str
) -> None:
    """One resets the signing password to "{password}" at the kiosk."""
    pin = knowledge.known_pin()
    entries = walks.redemption(policy, Purpose.SIGNATURE, number, pin, password)
    walks.redeem(kiosk, card, policy, entries, target=Purpose.SIGNATURE)


@given(parsers.parse("アプリで予約し、コンビニで数字4桁の「{pin}」への再設定を済ませている"))
def has_reserved_and_reset(
    phone: Phone, kiosk: Kiosk, card: Card, policy: Policy, knowledge: Knowledge, pin: str
) -> None:
    """One has reserved in the app and reset the PIN to "{pin}" at the kiosk."""
    walks.reserve(phone, card, policy, Purpose.AUTHENTICATION, knowledge.known_password())
    _reset_pin(kiosk, card, policy, phone.screen.value("予約番号"), knowledge, pin)


@when(parsers.parse("アプリで予約し、コンビニで数字4桁を「{pin}」に再設定する"))
def reserve_and_reset(
    phone: Phone, kiosk: Kiosk, card: Card, policy: Policy, knowledge: Knowledge, pin: str
) -> None:
    """One reserves in the app and resets the PIN to "{pin}" at the kiosk."""
    walks.reserve(phone, card, policy, Purpose.AUTHENTICATION, knowledge.known_password())
    _reset_pin(kiosk, card, policy, phone.screen.value("予約番号"), knowledge, pin)


@when(parsers.parse("コンビニの証明書交付で数字4桁「{pin}」を入力する"))
def ask_for_certificate(kiosk: Kiosk, card: Card, policy: Policy, pin: str) -> None:
    """One types the PIN "{pin}" at the kiosk to get a certificate of residence."""
    walks.issue_certificate(kiosk, card, policy, pin)


@then("住民票の写しを受け取れる")
def certificate_printed(kiosk: Kiosk) -> None:
    """One gets the certificate of residence."""
    assert "住民票の写しを印刷しました" in kiosk.screen.message, kiosk.screen.describe()


@then("住民票の写しを受け取れない")
def no_certificate_printed(kiosk: Kiosk) -> None:
    """One gets no certificate of residence."""
    assert "住民票の写しを印刷しました" not in kiosk.screen.message, kiosk.screen.describe()


@then(parsers.parse("マルチコピー機に「{text}」と表示される"))
def kiosk_shows(kiosk: Kiosk, text: str) -> None:
    """The kiosk shows "{text}"."""
    checks.shows(kiosk.screen, text)


@then(parsers.parse("マルチコピー機の「{name}」は「{value}」である"))
def kiosk_shows_value(kiosk: Kiosk, name: str, value: str) -> None:
    """The kiosk shows "{value}" under "{name}"."""
    checks.shows_value(kiosk.screen, name, value)


@then(parsers.parse("マルチコピー機で「{label}」を選べる"))
def kiosk_offers(kiosk: Kiosk, label: str) -> None:
    """The kiosk offers "{label}"."""
    checks.offers(kiosk.screen, label)


@then(parsers.parse("マルチコピー機に「{label}」の選択肢はない"))
def kiosk_does_not_offer(kiosk: Kiosk, label: str) -> None:
    """The kiosk does not offer "{label}"."""
    checks.offers(kiosk.screen, label, offered=False)


@then(parsers.parse("マルチコピー機で「{label}」の入力を求められる"))
def kiosk_asks_for(kiosk: Kiosk, label: str) -> None:
    """The kiosk asks for "{label}"."""
    checks.asks_for(kiosk.screen, label)


@then("マルチコピー機に入力する文字は伏せられる")
def kiosk_hides(kiosk: Kiosk) -> None:
    """The kiosk hides what is typed."""
    checks.hides(kiosk.screen)


@then("マルチコピー機にカードをセットするよう求められる")
def kiosk_asks_for_card(kiosk: Kiosk) -> None:
    """The kiosk asks for the card."""
    assert kiosk.screen.wants_card, kiosk.screen.describe()


def _come_to(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, place: int
) -> None:
    password = knowledge.known_password()
    entries = walks.redemption(policy, Purpose.AUTHENTICATION, number, password, "8642")
    walks.redeem(kiosk, card, policy, entries[:place])
    walks.must_ask_for(kiosk, entries, place)


def _reset_pin(
    kiosk: Kiosk, card: Card, policy: Policy, number: str, knowledge: Knowledge, pin: str
) -> None:
    password = knowledge.known_password()
    entries = walks.redemption(policy, Purpose.AUTHENTICATION, number, password, pin)
    walks.redeem(kiosk, card, policy, entries)
