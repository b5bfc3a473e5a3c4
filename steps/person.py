"""Steps on the person: what one has, what one remembers, and which way one goes."""

import dataclasses
import datetime as dt

from pytest_bdd import given, parsers, then, when

from fakes import walks
from fakes.card.card import Card
from fakes.clock import now
from fakes.guessable import Weakness, weaknesses
from fakes.phone.phone import Phone
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.routes import Route, find_route
from fakes.walks import Knowledge
from fakes.world import World
from steps import values

NAMES = {word.meaning: japanese for japanese, word in values.ROUTES.items()}
"""How features name the routes."""


@given(
    parsers.parse(
        "数字4桁が「{pin}」、署名用パスワードが「{password}」のマイナンバーカードを持っている"
    )
)
def has_card(world: World, card: Card, pin: str, password: str) -> None:
    """One has a My Number Card with the PIN "{pin}" and the signing password "{password}"."""
    world.office.set_secret(card, Purpose.AUTHENTICATION, pin)
    world.office.set_secret(card, Purpose.SIGNATURE, password)


@given(parsers.parse("署名用パスワードは「{password}」である"))
def password_is(world: World, card: Card, password: str) -> None:
    """The signing password is "{password}"."""
    world.office.set_secret(card, Purpose.SIGNATURE, password)


@given("数字4桁の状態は「覚えている」である")
def pin_known() -> None:
    """The PIN is remembered."""


@given("署名用パスワードの状態は「覚えている」である")
def password_known() -> None:
    """The signing password is remembered."""


@given("数字4桁を忘れている", target_fixture="knowledge")
@given("数字4桁の状態は「忘れた」である", target_fixture="knowledge")
def pin_forgotten(knowledge: Knowledge) -> Knowledge:
    """The PIN is forgotten."""
    return dataclasses.replace(knowledge, pin=None)


@given("署名用パスワードを忘れている", target_fixture="knowledge")
@given("署名用パスワードの状態は「忘れた」である", target_fixture="knowledge")
def password_forgotten(knowledge: Knowledge) -> Knowledge:
    """The signing password is forgotten."""
    return dataclasses.replace(knowledge, password=None)


@given("数字4桁がロックされている")
@given("数字4桁の状態は「ロックされた」である")
def pin_locked(phone: Phone, card: Card, policy: Policy) -> None:
    """The PIN is locked."""
    walks.mistake_pin(phone, card, policy.authentication_tries)


@given("署名用パスワードがロックされている")
@given("署名用パスワードの状態は「ロックされた」である")
def password_locked(phone: Phone, card: Card, policy: Policy) -> None:
    """The signing password is locked."""
    walks.mistake_password(phone, card, policy, policy.signature_tries)


@given("署名用パスワードの状態は「証明書の期限切れ」である")
def signature_certificate_expired(world: World, card: Card) -> None:
    """The certificate of the signing password has expired."""
    world.office.set_expiry(card, Purpose.SIGNATURE, now().date() - dt.timedelta(days=1))


@given("署名用パスワードの状態は「証明書の失効」である")
def signature_certificate_revoked(world: World, card: Card) -> None:
    """The certificate of the signing password is revoked."""
    world.office.revoke(card, Purpose.SIGNATURE)


@given("引っ越して住民票を移したが、署名用電子証明書を更新していない")
def has_moved(world: World, card: Card) -> None:
    """One has registered a new address, but not renewed the digital-signature certificate."""
    _move(world, card)


@when("引っ越して住民票を移す")
def move(world: World, card: Card) -> None:
    """One moves and registers the new address."""
    _move(world, card)


@given(parsers.parse("署名用電子証明書の有効期限は{day}である"), converters={"day": values.day})
def signature_certificate_until(world: World, card: Card, day: dt.date) -> None:
    """The digital-signature certificate is valid through {day}."""
    world.office.set_expiry(card, Purpose.SIGNATURE, day)


@given(
    parsers.parse("利用者証明用電子証明書の有効期限は{day}である"), converters={"day": values.day}
)
def authentication_certificate_until(world: World, card: Card, day: dt.date) -> None:
    """The user-authentication certificate is valid through {day}."""
    world.office.set_expiry(card, Purpose.AUTHENTICATION, day)


@given(parsers.parse("生年月日は{day}である"), converters={"day": values.day})
def born_on(world: World, card: Card, day: dt.date) -> None:
    """One was born on {day}."""
    world.office.set_birthday(card, day)


@when(parsers.parse("「{pin}」が推測されやすいかどうかを確かめる"), target_fixture="objections")
def consider(card: Card, policy: Policy, pin: str) -> tuple[Weakness, ...]:
    """One checks whether "{pin}" is easily guessed."""
    return weaknesses(pin, card.face.born, policy.guessable)


@then(
    parsers.parse("その数字は「{reason}」ので避けたほうがよい"),
    converters={"reason": values.one_of(values.WEAKNESSES)},
)
def better_not(objections: tuple[Weakness, ...], reason: Weakness) -> None:
    """The number is better avoided, because {reason}."""
    assert objections == (reason,)


@then("その数字を避ける理由はない")
def no_objection(objections: tuple[Weakness, ...]) -> None:
    """There is no reason to avoid the number."""
    assert objections == ()


@when(
    parsers.parse("数字4桁を「{pin}」で使えるようにする方法を、手軽なものから順に試す"),
    target_fixture="route",
)
def try_every_way(world: World, knowledge: Knowledge, pin: str) -> Route:
    """One tries the ways to a working PIN ("{pin}" if a new one is set), the easiest first."""
    return find_route(world, knowledge, pin)


@then(
    parsers.parse("結果は「{expected}」である"),
    converters={"expected": values.one_of(values.ROUTES)},
)
def way_that_worked(route: Route, expected: Route) -> None:
    """The result is "{expected}"."""
    assert route is expected, f"「{NAMES[expected]}」ではなく「{NAMES[route]}」になりました"


def _move(world: World, card: Card) -> None:
    world.office.register_move(card, world.elsewhere)
    world.counter.stand_in(world.elsewhere)
