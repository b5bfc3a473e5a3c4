"""Looks at a screen, with what a reader of the feature needs to know when it is otherwise."""

from fakes.screen import Screen


def shows(screen: Screen, text: str) -> None:
    """Fail unless a text can be read on the screen."""
    __tracebackhide__ = True
    if text not in screen.text:
        raise AssertionError(f"画面に「{text}」はありません。画面: {screen.describe()}")


def shows_value(screen: Screen, name: str, value: str) -> None:
    """Fail unless the screen shows this figure under this name."""
    __tracebackhide__ = True
    shown = screen.value(name)
    if shown != value:
        raise AssertionError(f"「{name}」は「{value}」ではなく「{shown}」です。")


def offers(screen: Screen, label: str, offered: bool = True) -> None:
    """Fail unless the label can be chosen (or, if so asked, cannot)."""
    __tracebackhide__ = True
    if (label in screen.choices) is not offered:
        can = "選べません" if offered else "選べます"
        raise AssertionError(f"「{label}」は{can}。画面: {screen.describe()}")


def hides(screen: Screen) -> None:
    """Fail unless the screen asks for something and hides what is typed."""
    __tracebackhide__ = True
    if screen.field is None or not screen.field.secret:
        raise AssertionError(f"入力する文字は伏せられません。画面: {screen.describe()}")


def asks_for(screen: Screen, label: str) -> None:
    """Fail unless the screen asks for this entry."""
    __tracebackhide__ = True
    if screen.field is None or screen.field.label != label:
        raise AssertionError(f"「{label}」の入力を求められていません。画面: {screen.describe()}")
