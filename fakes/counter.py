"""The municipal counter: a clerk, shown as screens, with a terminal that may write cards."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from fakes import hours, identity, new_secret, wording
from fakes.card.card import Card
from fakes.card.reader import Reader, UnexpectedStatus
from fakes.card.terminal import Authority
from fakes.clock import now
from fakes.contact import Contact, ContactLost, ContactState, ExchangeWitness
from fakes.device import Act, Entry, Page, PagedDevice, Witness
from fakes.office import CardOffice
from fakes.policy import Policy
from fakes.purposes import Purpose
from fakes.screen import Deed, Screen

START = "start"
IDENTITY = "identity"
CARD = "card"
PASSWORD = "password"
NEW = "new"
DONE = "done"
STOPPED = "stopped"

RESET_PIN = "数字4桁を再設定する"
RESET_PASSWORD = "英数字6〜16桁を再設定する"
RESET_BOTH = "両方を再設定する"
RENEW = "署名用電子証明書を更新する"
WISHES = {
    RESET_PIN: (Purpose.AUTHENTICATION,),
    RESET_PASSWORD: (Purpose.SIGNATURE,),
    RESET_BOTH: (Purpose.AUTHENTICATION, Purpose.SIGNATURE),
}
"""What is set anew, in this order, for whoever wishes it."""


@dataclass(frozen=True)
class Visit:
    """What the visitor wants and how far it has come.

    `resets` are the purposes whose secrets are still to be set anew, `entries` the entries of the
    first of them so far.
    """

    at: str = START
    notice: str = ""
    renews: bool = False
    resets: tuple[Purpose, ...] = ()
    entries: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class CounterState:
    """Whose counter it is, the visit, and the clerk's card reader."""

    municipality: str
    visit: Visit
    contact: ContactState


class Counter(PagedDevice):
    """The counter of one municipality."""

    def __init__(
        self,
        policy: Policy,
        office: CardOffice,
        municipality: str,
        witness: Witness,
        exchange_witness: ExchangeWitness,
    ) -> None:
        super().__init__("窓口", witness)
        self._policy = policy
        self._office = office
        self._municipality = municipality
        self._visit = Visit()
        self.contact = Contact("窓口の端末", exchange_witness)
        self._reader = Reader(self.contact.transmit)
        self._pages: dict[str, Callable[[], Page]] = {
            START: self._start_page,
            IDENTITY: self._identity_page,
            CARD: self._card_page,
            PASSWORD: self._password_page,
            NEW: self._new_page,
            DONE: self._done_page,
            STOPPED: self._stopped_page,
        }

    def snapshot(self) -> CounterState:
        """Return the state of the counter with the card that lies there."""
        return CounterState(self._municipality, self._visit, self.contact.snapshot())

    def restore(self, state: CounterState) -> None:
        """Put such a state back."""
        self._municipality = state.municipality
        self._visit = state.visit
        self.contact.restore(state.contact)

    def stand_in(self, municipality: str) -> None:
        """Be the counter of another municipality, nobody served yet; the card is taken along."""
        self.contact.remove()
        self.restore(CounterState(municipality, Visit(), ContactState()))

    def insert(self, card: Card) -> Screen:
        """Hand the card to the clerk."""
        before = self.screen
        self.contact.place(card)
        self._card_arrives()
        return self._shown(Deed("do", "カードを渡す"), before)

    def remove(self) -> Screen:
        """Take the card back."""
        before = self.screen
        self.contact.remove()
        if self._visit.at in (PASSWORD, NEW):
            self._stop("カードが返されたため、手続きを中止しました。")
        return self._shown(Deed("do", "カードを受け取る"), before)

    def restart(self) -> Screen:
        """Start anew, as after a power cut at the clerk's terminal: the card is given back."""
        before = self.screen
        self.contact.remove()
        self._start()
        return self._shown(Deed("do", "窓口の端末が再起動する"), before)

    def _page(self) -> Page:
        if not hours.counter_serves(self._policy, now()):
            return Page("閉庁中", "ただいまの時間は、窓口は開いていません。")
        return self._pages[self._visit.at]()

    def _start_page(self) -> Page:
        choices: dict[str, Act] = {
            wish: partial(self._wish, resets=resets)
            for wish, resets in WISHES.items()
            if self._policy.counter_resets.issuperset(resets)
        }
        choices[RENEW] = partial(self._wish, renews=True)
        return Page(
            "市区町村の窓口", f"{self._municipality}です。どのようなご用件ですか。", choices
        )

    def _identity_page(self) -> Page:
        return identity.page(self._ask_card, lambda: self._stop(identity.MISSING))

    def _card_page(self) -> Page:
        choices: dict[str, Act] = {identity.NOT_BROUGHT: self._no_card}
        message = "マイナンバーカードを渡してください。"
        return Page("カードの確認", message, choices, on_card=self._take_card)

    def _password_page(self) -> Page:
        label = self._policy.label(Purpose.SIGNATURE)
        message = self._visit.notice or f"本人確認のため、{label}を入力してください。"
        return Page("本人確認", message, entry=Entry(label, self._take_password, secret=True))

    def _new_page(self) -> Page:
        visit = self._visit
        return new_secret.page(
            self._policy, visit.resets[0], visit.entries, visit.notice, {}, self._take_new
        )

    def _done_page(self) -> Page:
        return Page("手続き完了", self._visit.notice, {"終了": self._start})

    def _stopped_page(self) -> Page:
        return Page("手続きできません", self._visit.notice, {"終了": self._start})

    def _start(self) -> None:
        self._visit = Visit()

    def _wish(self, renews: bool = False, resets: tuple[Purpose, ...] = ()) -> None:
        self._visit = Visit(renews=renews, resets=resets)
        if self._policy.counter_wants_identity:
            self._at(IDENTITY)
        else:
            self._ask_card()

    def _ask_card(self) -> None:
        self._at(CARD)

    def _no_card(self) -> None:
        if self._policy.counter_wants_card:
            self._stop("マイナンバーカードがないと、ICチップに書き込めません。")
        else:
            self._at(DONE, notice="受け付けました。", resets=())

    def _take_card(self) -> None:
        card = self.contact.card
        assert card is not None
        elsewhere = card.face.municipality != self._municipality
        if elsewhere and self._policy.counter_own_municipality:
            self._stop("住民票のある市区町村の窓口で手続きしてください。")
            return
        self._guarded(self._renew if self._visit.renews else self._open)

    def _open(self) -> None:
        self._reader.open()
        self._at(PASSWORD if self._policy.counter_wants_password else NEW)

    def _renew(self) -> None:
        card = self.contact.card
        assert card is not None
        self._reader.open()
        self._office.renew(card, self._reader, Authority.COUNTER, Purpose.SIGNATURE)
        self._at(DONE, notice=wording.RENEWED)

    def _take_password(self, text: str) -> None:
        if self._policy.well_formed(Purpose.SIGNATURE, text):
            self._guarded(lambda: self._check(text))
        else:
            self._at(PASSWORD, notice=wording.malformed(self._policy, Purpose.SIGNATURE))

    def _check(self, password: str) -> None:
        problem = wording.verification_problem(
            self._reader, self._policy, Purpose.SIGNATURE, password
        )
        if problem is None:
            self._at(NEW, notice="")
            return
        message, locked = problem
        if locked:
            self._stop(message)
        else:
            self._at(PASSWORD, notice=message)

    def _take_new(self, text: str) -> None:
        target = self._visit.resets[0]
        entries, problem = new_secret.added(self._policy, target, self._visit.entries, text)
        self._at(NEW, entries=entries, notice=problem)
        if not problem and len(entries) == self._policy.new_pin_entries:
            self._guarded(lambda: self._write(target, text))

    def _write(self, target: Purpose, secret: str) -> None:
        self._reader.reset(Authority.COUNTER, target, secret)
        rest = self._visit.resets[1:]
        if rest:
            self._at(NEW, resets=rest, entries=())
        else:
            self._at(DONE, notice="暗証番号を再設定しました。", resets=(), entries=())

    def _guarded(self, act: Callable[[], None]) -> None:
        """Do what needs the card; a card that cannot be talked to ends the visit."""
        try:
            act()
        except (ContactLost, UnexpectedStatus):
            self.contact.remove()
            self._stop("カードを読み取れなくなったため、手続きを中止しました。")

    def _at(self, page: str, **changes: Any) -> None:
        self._visit = dataclasses.replace(self._visit, at=page, **changes)

    def _stop(self, notice: str) -> None:
        self._visit = Visit(at=STOPPED, notice=notice)
