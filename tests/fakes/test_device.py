"""Devices: what is not on the screen cannot be done, and trying to is the scenario's mistake."""

from collections.abc import Callable

import pytest

from fakes.counter import Counter
from fakes.kiosk.kiosk import Kiosk
from fakes.phone.phone import Phone
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import Field, ScenarioMistake, Screen
from fakes.walks import go_to_secret
from fakes.world import FIRST_PASSWORD, World

Device = Phone | Kiosk | Counter
DEVICES = [
    pytest.param("phone", "スマートフォン", ["JPKI利用者ソフト", "マイナポータル"], id="phone"),
    pytest.param("kiosk", "マルチコピー機", ["行政サービス"], id="kiosk"),
    pytest.param("counter", "窓口", ["数字4桁を再設定する", "両方を再設定する"], id="counter"),
]


@pytest.mark.parametrize(("device", "name", "choices"), DEVICES)
def test_pressing_what_is_not_there(
    world: World, device: str, name: str, choices: list[str]
) -> None:
    before = world.snapshot()
    with pytest.raises(ScenarioMistake) as mistake:
        getattr(world, device).press("どこにもないボタン")
    message = str(mistake.value)
    assert name in message
    assert "「どこにもないボタン」" in message
    assert all(f"「{choice}」" in message for choice in choices)
    assert world.snapshot() == before
    assert not world.journal.entries


@pytest.mark.parametrize(("device", "name", "choices"), DEVICES)
def test_typing_where_there_is_no_field(
    world: World, device: str, name: str, choices: list[str]
) -> None:
    before = world.snapshot()
    with pytest.raises(ScenarioMistake) as mistake:
        getattr(world, device).enter("1234")
    message = str(mistake.value)
    assert name in message
    assert all(f"「{choice}」" in message for choice in choices)
    assert "1234" not in message
    assert world.snapshot() == before


def test_a_secret_is_noted_as_dots(world: World, policy: Policy) -> None:
    go_to_secret(world.phone, policy, Purpose.AUTHENTICATION)
    assert world.phone.screen.field == Field(policy.signature_label, secret=True)
    world.phone.enter(FIRST_PASSWORD)
    assert "に ●●●●●● を入力する" in world.journal.tell()


@pytest.mark.parametrize("act", ["press", "home", "hold"])
def test_an_act_returns_the_screen_it_leads_to(world: World, act: str) -> None:
    acts: dict[str, Callable[[], Screen]] = {
        "press": lambda: world.phone.press("マイナポータル"),
        "home": world.phone.home,
        "hold": lambda: world.phone.hold(world.card),
    }
    assert acts[act]() == world.phone.screen


def test_a_figure_on_the_screen() -> None:
    screen = Screen("予約完了", rows=(("予約番号", "0123456789"), ("有効期限", "あす")))
    assert screen.value("予約番号") == "0123456789"
    assert screen.value("有効期限") == "あす"


def test_a_figure_that_is_not_on_the_screen() -> None:
    screen = Screen("予約完了", rows=(("予約番号", "0123456789"),))
    with pytest.raises(ScenarioMistake) as mistake:
        screen.value("手数料")
    for word in ("「予約完了」", "「手数料」", "予約番号=0123456789"):
        assert word in str(mistake.value)


def test_a_screen_in_words() -> None:
    screen = Screen("題", "文", ("はい", "いいえ"), Field("番号"), (("額", "0円"),))
    assert screen.text == "題\n文\n額 0円"
    described = "[題] 文 額=0円 入力欄:「番号」 選べるもの:「はい」「いいえ」"
    assert screen.describe() == described
