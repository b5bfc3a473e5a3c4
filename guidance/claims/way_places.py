"""Where a piece of a clause says that something is done, and whether it can be done there."""

import re
from dataclasses import dataclass
from functools import cached_property

from guidance.claims.states import BOTH_LOST, NOT_VALID, State, States, states_in
from guidance.claims.way import COUNTER, KIOSK, Way, resets_password
from guidance.look import AVOIDED, Look
from guidance.polarity import Polarity, polarity
from guidance.terms import Term, has

ASKED = re.compile(r"[?？]$")
DONE = re.compile(
    r"再設定|初期化|リセット|(?:決め|設定し|登録し|付け|作り)(?:直|なお)|解除|復旧|復活|直せ|直す|手続き?|利用|使(?:え|う|い|わ)|解決|方法|ルート|頼|行|向か|出向|相談|お越し|伺|へ|予約|対応|扱|必要|だけ|のみ|しか|案内|済|通用|役に立"
)
"""Words for what one does somewhere."""

BY_KEY = re.compile(
    r"(?P<key>署名用(?:の)?(?:電子証明書)?(?:の)?(?:パスワード|暗証番号)?|4桁(?:の(?:番号|暗証番号))?|数字4桁|英数字の?パスワード|(?:利用者証明用)(?:の暗証番号)?)(?:のほう|の方|側)?(?:を|で)(?:使|用い|鍵|もと|入力(?:し|す))"
)
"""署名用パスワードを使って: the way whose key a secret is."""

OF_PIN = re.compile(r"4桁|数字|利用者")
EITHER_PLACE = re.compile(
    r"または|もしくは|あるいは|どちらでも|いずれでも|又は|でも[^、。]{1,10}でも|\((?:窓口|役所)でも"
)
ONLY_COUNTER = re.compile(
    r"(?:窓口|役所|役場|対面|市民課|市区町村|自治体)[^、。]{0,16}(?:だけ|のみ|しか|に限|以外に|以外(?:では|で)[^、。]{0,14}(?:ない|ません)|ほか(?:に|は|に手|手)?(?:は|が)?[^、。]{0,6}(?:ない|ありません|ございません|なく|なし|あるまい)|なければならな|ねばならな|なければなりません|ないといけ|ことになる|ことになり|決まり|はめに|一択|よりほか|専用)"
)
"""That nothing helps but the counter: 窓口でしか手続きできません."""

NOT_THERE = re.compile(
    r"(?:コンビニ|マルチコピー機|店舗?|窓口|役所|役場)(?:の(?:窓口|マルチコピー機|店舗))?(?:に|へ)?(?:では|じゃ)(?:なく|ない)"
)
"""コンビニではなく: the one of two places that is meant not."""

LIMITED_TO = re.compile(
    r"(?:方|人|者|場合|とき|こと)(?:に限(?:り|る|ら)|のみ|だけ(?:が|です|。|$)|が(?:対象|条件)|(?:で|が)(?:使え|利用でき)|向け)"
)
"""A sentence that says for whom the way under whose heading it stands is."""

SPARED = re.compile(
    r"(?:行か|並ば|出向か|足を運ば|出かけ)(?:なく|ず)|(?:行く|並ぶ|出向く|足を運ぶ)(?:必要|こと)(?:は|が|も)?(?:な|ありません)|不要|いりません"
)
"""窓口に行かずに: that one need not go there."""

GOING = re.compile(r"行く|行か|出向|手続|来庁|お越し|窓口での?")
CLOSED = re.compile(r"ほかに|閉|休")
NOTHING_ELSE = re.compile(r"ほかに|しか[^、。]{0,14}(?:な[いくし]|ません|ず)")
"""コンビニしかない: a denial of all but this."""

EVEN_SO = re.compile(
    r"(?:ても|でも|ままで(?:も)?)、?[^、。]{0,6}(?:大丈夫|平気|かまいません|構いません|問題(?:あり|な)|ok|差し支え)"
)
"""忘れていても大丈夫: that the way is open all the same."""

ONLY_CASE = re.compile(r"(?:方|人|かた|場合|とき)(?:に)?(?:は|も|なら)?[、]?$")
"""A clause that names a case and says nothing of it: 署名用が思い出せない人は、."""

BY_CERTIFICATE = re.compile(
    r"鍵|再設定|リセット|初期化|決め直|設定し直|直[しすせ]|方法|使え|使用|利用|手続|通用|役(?:に立|を果|目)"
)


@dataclass(frozen=True)
class Piece:
    """A piece of a sentence from `start` up to `end`, and the states that hold there."""

    look: Look
    start: int
    end: int
    states: States

    @cached_property
    def text(self) -> str:
        """The piece itself."""
        return self.look.text[self.start : self.end]

    @cached_property
    def said(self) -> Polarity | None:
        """What it says of its matter."""
        return polarity(self.text)

    @property
    def denied(self) -> bool:
        """Whether it says that something cannot be done."""
        return self.said is Polarity.CANNOT

    @cached_property
    def resets_password(self) -> bool:
        """Whether from here on it is the signing password that is reset."""
        return resets_password(self.look.text[self.start :])

    @cached_property
    def all_states(self) -> States:
        """The states, with those of its row."""
        row = self.look.sentence.row
        return self.states | states_in(row) if row else self.states

    def at_kiosk(self, can: bool, resets: bool = False) -> Way:
        """The kiosk's way under the states of the piece."""
        return Way(Term.KIOSK, can, self.start, self.end, self.states, resets_password=resets)

    def at_counter(self, can: bool, only: bool = False) -> Way:
        """The counter's."""
        return Way(Term.COUNTER, can, self.start, self.end, self.states, only)


def way_of(piece: Piece) -> Way | None:
    """The way that a piece of a clause speaks of; None when it speaks of none."""
    text = piece.text
    if ASKED.search(text) or not text.strip("、。") or not (DONE.search(text) or piece.states):
        return None
    return _other_place(piece) or _by_key(piece) or _by_place(piece)


def _other_place(piece: Piece) -> Way | None:
    """コンビニではなく窓口で: the place that is meant."""
    elsewhere = NOT_THERE.search(piece.text)
    if elsewhere is None:
        return None
    left = piece.text[: elsewhere.start()] + piece.text[elsewhere.end() :]
    if KIOSK.search(elsewhere.group()) and COUNTER.search(left):
        return piece.at_counter(True, only=True)
    if COUNTER.search(elsewhere.group()) and KIOSK.search(left):
        return piece.at_kiosk(True, resets_password(left))
    return None


def _by_key(piece: Piece) -> Way | None:
    """署名用パスワードを使って, said where that one is lost."""
    key = BY_KEY.search(piece.text)
    if key is None or ONLY_CASE.search(piece.text):
        return None
    by_pin = OF_PIN.match(key["key"]) is not None
    own = piece.all_states | states_in(piece.look.text[: piece.end])
    if by_pin and State.PIN_LOST in own and piece.resets_password and not piece.denied:
        return Way(Term.KIOSK, True, piece.start, piece.end, BOTH_LOST)
    if State.PASSWORD_LOST not in piece.all_states:
        return None
    return Way(
        Term.KIOSK,
        not piece.denied,
        piece.start,
        piece.end,
        piece.all_states if by_pin else frozenset({State.PASSWORD_LOST}),
        resets_password=by_pin and piece.resets_password,
    )


def _by_place(piece: Piece) -> Way | None:
    """The way of the place that the piece names, or that stands over it."""
    text = piece.text
    counter, kiosk = COUNTER.search(text), KIOSK.search(text)
    if counter and kiosk:
        either = piece.states and EITHER_PLACE.search(text)
        return piece.at_kiosk(not piece.denied, piece.resets_password) if either else None
    if counter:
        return _at_counter(piece)
    if kiosk:
        can = not piece.denied or NOTHING_ELSE.search(text) is not None
        return piece.at_kiosk(can, piece.resets_password)
    return _unplaced(piece)


def _at_counter(piece: Piece) -> Way:
    """窓口でしか手続きできない, 窓口に行かずに済む, 窓口では再設定できない."""
    text = piece.text
    if SPARED.search(text):
        return piece.at_kiosk(True)
    only = ONLY_COUNTER.search(text) is not None
    if piece.denied and not only and not CLOSED.search(text):
        return piece.at_counter(False)
    needed = piece.said is Polarity.NEED and GOING.search(text) and piece.states
    return piece.at_counter(True, only=only or bool(needed))


def _unplaced(piece: Piece) -> Way | None:
    """A piece that names no place: the headings, or its states, tell of which way it speaks."""
    text, states = piece.text, piece.states
    told = LIMITED_TO.search(text) or EVEN_SO.search(text)
    if states and told and _under_kiosk(piece.look):
        return piece.at_kiosk(True, piece.resets_password)
    if piece.denied and not states and has(text, Term.RESET) and _under_kiosk(piece.look):
        return piece.at_kiosk(False)
    only_case = ONLY_CASE.search(text) is not None
    if piece.denied and State.PIN_KNOWN in states and piece.resets_password and not only_case:
        return piece.at_kiosk(False, resets=True)
    of_certificate = states & NOT_VALID and BY_CERTIFICATE.search(text)
    says = piece.said in (Polarity.CAN, Polarity.CANNOT)
    if of_certificate and says and "利用者証明用" not in text:
        return piece.at_kiosk(not piece.denied)
    return None


def _under_kiosk(look: Look) -> bool:
    """Whether the headings above speak of the kiosk's way and not of the counter's."""
    for head in reversed(look.sentence.heads):
        kiosk, counter = KIOSK.search(head), COUNTER.search(AVOIDED.sub("", head))
        if bool(kiosk) is not bool(counter):
            return bool(kiosk)
    return look.topic is Term.KIOSK
