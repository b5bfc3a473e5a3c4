"""Steps on devices that start anew, as after a loss of power."""

from pytest_bdd import when

from fakes.counter import Counter
from fakes.kiosk.kiosk import Kiosk
from fakes.phone.phone import Phone


@when("スマートフォンを再起動する")
def restart_phone(phone: Phone) -> None:
    """One switches the phone off and on."""
    phone.restart()


@when("マルチコピー機が再起動する")
def kiosk_restarts(kiosk: Kiosk) -> None:
    """The kiosk restarts."""
    kiosk.restart()


@when("窓口の端末が再起動する")
def counter_restarts(counter: Counter) -> None:
    """The terminal at the counter restarts."""
    counter.restart()
