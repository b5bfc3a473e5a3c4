"""Looks at the card, through the query that any reader may make."""

from pytest_bdd import parsers, then

from fakes.purposes import Purpose
from fakes.world import World


@then(parsers.parse("数字4桁の残り回数は{left:d}回である"))
def pin_tries(world: World, left: int) -> None:
    """Tries left on the PIN: {left}."""
    tries = world.tries_left(Purpose.AUTHENTICATION)
    assert tries == left, f"残り回数は{tries}回です"


@then("数字4桁はロックされている")
def pin_is_locked(world: World) -> None:
    """The PIN is locked."""
    tries = world.tries_left(Purpose.AUTHENTICATION)
    assert tries == 0, f"残り回数は{tries}回です"


@then(parsers.parse("署名用パスワードの残り回数は{left:d}回である"))
def password_tries(world: World, left: int) -> None:
    """Tries left on the signing password: {left}."""
    tries = world.tries_left(Purpose.SIGNATURE)
    assert tries == left, f"残り回数は{tries}回です"


@then("署名用パスワードはロックされている")
def password_is_locked(world: World) -> None:
    """The signing password is locked."""
    tries = world.tries_left(Purpose.SIGNATURE)
    assert tries == 0, f"残り回数は{tries}回です"
