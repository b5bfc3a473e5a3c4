"""Where exploration begins: situations of the guide, each as the features bring it about."""

from collections.abc import Callable
from dataclasses import dataclass

from fakes import walks
from fakes.counter import RESET_PIN
from fakes.kiosk.kiosk import Shop
from fakes.purposes import Purpose
from fakes.walks import Knowledge
from fakes.words import Words
from fakes.world import FIRST_PASSWORD, FIRST_PIN, World

KNOWN = Knowledge(FIRST_PIN, FIRST_PASSWORD)
CARD = (
    f"数字4桁が「{FIRST_PIN}」、署名用パスワードが「{FIRST_PASSWORD}」の"
    "マイナンバーカードを持っている"
)
LOCKED = "数字4桁がロックされている"
PASSWORD_LOCKED = "署名用パスワードがロックされている"
RESERVED = "アプリで数字4桁の初期化を予約し、予約番号を控えている"
DONE = "コンビニで数字4桁の「8642」への再設定を済ませている"


@dataclass(frozen=True)
class Start:
    """A beginning: its name, the steps that a scenario takes to it, and how a world gets there."""

    name: str
    words: Words
    given: tuple[str, ...]
    build: Callable[[World], object]


def _lock(world: World) -> None:
    walks.mistake_pin(world.phone, world.card, world.policy.authentication_tries)


def _lock_password(world: World) -> None:
    walks.mistake_password(world.phone, world.card, world.policy, world.policy.signature_tries)


def _lock_both(world: World) -> None:
    _lock(world)
    _lock_password(world)


def _move(world: World) -> None:
    _lock(world)
    world.office.register_move(world.card, world.elsewhere)
    world.counter.stand_in(world.elsewhere)


def _reserve(world: World) -> str:
    _lock(world)
    screen = walks.reserve(
        world.phone, world.card, world.policy, Purpose.AUTHENTICATION, FIRST_PASSWORD
    )
    return screen.value("予約番号")


def _come_to_new_pin(world: World) -> None:
    entries = walks.redemption(
        world.policy, Purpose.AUTHENTICATION, _reserve(world), FIRST_PASSWORD, ""
    )
    walks.redeem(world.kiosk, world.card, world.policy, entries[:2])


def _redeem(world: World) -> None:
    entries = walks.redemption(
        world.policy, Purpose.AUTHENTICATION, _reserve(world), FIRST_PASSWORD, "8642"
    )
    walks.redeem(world.kiosk, world.card, world.policy, entries)


def _come_back(world: World) -> None:
    _redeem(world)
    walks.redeem(world.kiosk, world.card, world.policy, [])


def _come_to_store(world: World) -> None:
    _reserve(world)
    world.kiosk.stand_in(Shop("ローソン"))


def _come_to_counter(world: World) -> None:
    _lock(world)
    walks.visit_counter(
        world.counter, world.card, RESET_PIN, walks.identification(world.policy, KNOWN)
    )


def _log_in(world: World) -> None:
    walks.log_in(world.phone, world.card, FIRST_PIN)


STARTS = (
    Start("usable", Words("数字4桁を使える", "the PIN works"), (CARD,), lambda _: None),
    Start("locked", Words("数字4桁のロック", "the PIN is locked"), (CARD, LOCKED), _lock),
    Start(
        "both-locked",
        Words("両方のロック", "both secrets are locked"),
        (CARD, LOCKED, PASSWORD_LOCKED),
        _lock_both,
    ),
    Start(
        "moved",
        Words("引っ越しのあと", "after a move"),
        (CARD, LOCKED, "引っ越して住民票を移したが、署名用電子証明書を更新していない"),
        _move,
    ),
    Start("reserved", Words("予約のあと", "reserved"), (CARD, LOCKED, RESERVED), _reserve),
    Start(
        "new-pin",
        Words("新しい数字4桁の入力", "the new PIN is to be typed"),
        (CARD, LOCKED, RESERVED, "マルチコピー機で新しい数字4桁を入力するところまで進んでいる"),
        _come_to_new_pin,
    ),
    Start(
        "reset-done",
        Words("再設定のあと", "the PIN has been reset at the kiosk"),
        (CARD, LOCKED, RESERVED, DONE),
        _redeem,
    ),
    Start(
        "used-number",
        Words("使った予約番号の入力", "a number that was used is to be typed again"),
        (CARD, LOCKED, RESERVED, DONE, "マルチコピー機で予約番号を入力するところまで進んでいる"),
        _come_back,
    ),
    Start(
        "other-store",
        Words("対応していない店舗", "in a store that does not reset the PIN"),
        (CARD, LOCKED, RESERVED, "「ローソン」の店舗にいる"),
        _come_to_store,
    ),
    Start(
        "counter",
        Words("窓口での入力", "the new PIN is to be typed at the counter"),
        (CARD, LOCKED, "窓口で新しい暗証番号を入力するところまで進んでいる"),
        _come_to_counter,
    ),
    Start(
        "logged-in",
        Words("ログインのあと", "logged in"),
        (CARD, f"マイナポータルに数字4桁「{FIRST_PIN}」でログインしている"),
        _log_in,
    ),
)
"""All beginnings. Together they lie close to every part of the procedure."""
