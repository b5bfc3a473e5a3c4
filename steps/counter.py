"""Steps at the municipal counter."""

from pytest_bdd import given, parsers, then, when

from fakes import walks
from fakes.card.card import Card
from fakes.counter import RENEW, RESET_BOTH, RESET_PIN, Counter
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.walks import Knowledge
from fakes.world import World
from steps import checks


@given("住民票のない市区町村の窓口にいる")
def at_another_counter(world: World, counter: Counter) -> None:
    """One is at the counter of a municipality where one does not live."""
    counter.stand_in(world.elsewhere)


@when(parsers.parse("窓口で「{label}」を選ぶ"))
def choose_at_counter(counter: Counter, label: str) -> None:
    """One chooses "{label}" at the counter."""
    counter.press(label)


@when(parsers.parse("窓口で「{text}」を入力する"))
def type_at_counter(counter: Counter, text: str) -> None:
    """One types "{text}" at the counter."""
    counter.enter(text)


@when("窓口でカードを渡す")
def hand_over_card(counter: Counter, card: Card) -> None:
    """One hands the card to the clerk."""
    counter.insert(card)


@when("窓口でカードを受け取る")
def take_card_back(counter: Counter) -> None:
    """One takes the card back from the clerk."""
    counter.remove()


@given("窓口で新しい暗証番号を入力するところまで進んでいる")
def come_to_entry(counter: Counter, card: Card, policy: Policy, knowledge: Knowledge) -> None:
    """One has come to the point at the counter where the new PIN is to be typed."""
    walks.visit_counter(counter, card, RESET_PIN, walks.identification(policy, knowledge))


@given(parsers.parse("窓口で数字4桁の「{pin}」への再設定を済ませている"))
def has_reset_pin_at_counter(
    counter: Counter, card: Card, policy: Policy, knowledge: Knowledge, pin: str
) -> None:
    """One has had the PIN reset to "{pin}" at the counter."""
    _reset_pin(counter, card, policy, knowledge, pin)


@when(parsers.parse("窓口で数字4桁を「{pin}」に再設定しようとする"))
def try_to_reset_pin_at_counter(
    counter: Counter, card: Card, policy: Policy, knowledge: Knowledge, pin: str
) -> None:
    """One tries to have the PIN reset to "{pin}" at the counter."""
    _reset_pin(counter, card, policy, knowledge, pin)


@when(parsers.parse("窓口で数字4桁を「{pin}」に再設定する"))
def reset_pin_at_counter(
    counter: Counter, card: Card, policy: Policy, knowledge: Knowledge, pin: str
) -> None:
    """One has the PIN reset to "{pin}" at the counter."""
    _reset_pin(counter, card, policy, knowledge, pin)


@when(
    parsers.parse(
        "窓口で両方を再設定し、数字4桁を「{pin}」、署名用パスワードを「{password}」にする"
    )
)
def reset_both_at_counter(
    counter: Counter, card: Card, policy: Policy, knowledge: Knowledge, pin: str, password: str
) -> None:
    """One has the PIN reset to "{pin}" and the signing password to "{password}" at the counter."""
    new_pin = walks.new_secret(policy, Purpose.AUTHENTICATION, pin)
    new_password = walks.new_secret(policy, Purpose.SIGNATURE, password)
    known = walks.identification(policy, knowledge)
    walks.visit_counter(counter, card, RESET_BOTH, known + new_pin + new_password)


@when("窓口で署名用電子証明書を更新する")
def renew_at_counter(counter: Counter, card: Card) -> None:
    """One has the digital-signature certificate renewed at the counter."""
    walks.visit_counter(counter, card, RENEW, [])


@then("窓口で入力する文字は伏せられる")
def counter_hides(counter: Counter) -> None:
    """The counter hides what is typed."""
    checks.hides(counter.screen)


@then(parsers.parse("窓口で「{text}」と言われる"))
def counter_says(counter: Counter, text: str) -> None:
    """The clerk says "{text}"."""
    checks.shows(counter.screen, text)


def _reset_pin(
    counter: Counter, card: Card, policy: Policy, knowledge: Knowledge, pin: str
) -> None:
    known = walks.identification(policy, knowledge)
    entries = walks.new_secret(policy, Purpose.AUTHENTICATION, pin)
    walks.visit_counter(counter, card, RESET_PIN, known + entries)
