"""What all devices share: pages that say what can be done, and acts that are checked and noted."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fakes.screen import Deed, Field, ScenarioMistake, Screen

Act = Callable[[], None]
Witness = Callable[[str, Deed, Screen, Screen], None]
"""Is told which device, what was done, and the screens before and after."""


@dataclass(frozen=True)
class Entry:
    """An input field and what the device does with what is typed there."""

    label: str
    then: Callable[[str], None]
    secret: bool = False


@dataclass(frozen=True)
class Page:
    """One screen together with what its choices, its field and an arriving card lead to.

    A choice cannot be shown without leading somewhere, because both are one mapping.
    """

    title: str
    message: str = ""
    choices: Mapping[str, Act] = field(default_factory=dict)
    entry: Entry | None = None
    rows: tuple[tuple[str, str], ...] = ()
    on_card: Act | None = None

    def screen(self) -> Screen:
        """What a person sees of this page."""
        shown = Field(self.entry.label, self.entry.secret) if self.entry else None
        wants_card = self.on_card is not None
        return Screen(self.title, self.message, tuple(self.choices), shown, self.rows, wants_card)


class PagedDevice(ABC):
    """A device made of pages. Subclasses say which page is shown; this class takes the acts."""

    def __init__(self, name: str, witness: Witness) -> None:
        self.name = name
        self._witness = witness

    @abstractmethod
    def _page(self) -> Page:
        """The page shown now; a function of the state, the policy and the clock only."""

    @property
    def screen(self) -> Screen:
        """What is shown now."""
        return self._page().screen()

    def press(self, label: str) -> Screen:
        """Choose `label`; raises `ScenarioMistake`, naming the choices, when it is not there."""
        page = self._page()
        if label not in page.choices:
            raise ScenarioMistake(
                f"{self.name}の画面に「{label}」はありません。{self.screen.describe()}"
            )
        page.choices[label]()
        return self._shown(Deed("press", label), page.screen())

    def enter(self, text: str) -> Screen:
        """Type `text` into the input field. Raises `ScenarioMistake` when the screen has none."""
        page = self._page()
        if page.entry is None:
            raise ScenarioMistake(
                f"{self.name}の画面に入力欄はありません。{self.screen.describe()}"
            )
        page.entry.then(text)
        typed = "●" * len(text) if page.entry.secret else text
        return self._shown(Deed("enter", page.entry.label, typed), page.screen())

    def _card_arrives(self) -> None:
        """Let the page that waits for a card, if it does, begin its exchange."""
        page = self._page()
        if page.on_card is not None:
            page.on_card()

    def _shown(self, deed: Deed, before: Screen) -> Screen:
        """Note a deed with the screens before and after it, and return the one after."""
        screen = self.screen
        self._witness(self.name, deed, before, screen)
        return screen
