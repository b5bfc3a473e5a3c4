"""Which way helps in which state: conditions, what is done, where, and whether it can be done.

A sentence is read as: in this state (両方を忘れた), this (再設定) is (not) possible there (コンビニ).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from guidance.claims.base import Stated, said
from guidance.claims.necessity import able
from guidance.claims.states import (
    ENDS_STATE,
    EXCEPTED,
    EXPIRED,
    KNOWN,
    LATE,
    LOST,
    MOVED,
    NOT_VALID,
    NOTHING,
    PLAIN_PASSWORD,
    UNRENEWED,
    State,
    States,
    states_in,
)
from guidance.claims.states_over import of_reservation, states_over, unnamed
from guidance.claims.way import COUNTER, KIOSK, Way, judged, resets_password, serves
from guidance.claims.way_cells import cell, for_whom
from guidance.claims.way_places import Piece, way_of
from guidance.look import Look
from guidance.terms import Term

REISSUE = re.compile(
    r"カード(?:そのもの|自体)?(?:を|の)(?:いったん)?(?:返納|作り直|つくり直|再発行|再交付|新しく作)[^。]{0,18}(?:必要(?!は(?:な|あり))|しかな|ほかな|以外に|申し込|申請|なる|なります|ことに)"
)
"""That a new card is the remedy."""

ENDLESS = re.compile(
    r"証明書(?:に|には)(?:は)?有効期(?:限|間)(?:が|は)(?:ない|ありません|なく)|証明書の(?:有効)?期(?:限|間)(?:は|内かどうか)[^。]{0,20}(?:関係(?:し|あり|が)?(?:な|ません)|問わず|かかわらず|気にし)"
)
"""That the certificate never expires, or that it does not matter whether it has."""

ONLY_PASSWORD = re.compile(
    r"(?:コンビニ|マルチコピー機|キオスク端末|店舗?)[^。]{0,12}(?:再設定|初期化|リセット|解除)[^。]{0,12}(?:の|もの|番号)(?:は|が)[、]?「?(?:署名用|英数字)[^、。]{0,24}?」?(?:のみ|だけ)"
)
"""That kiosks reset the signing password and nothing else."""

OF_CHAIN = re.compile(r"ローソン|ファミリ|ミニストップ|店舗は|チェーン")
POSTPOSED = re.compile(
    r"(?P<done>[^。]{4,60}?(?:の|こと(?:が)?)(?:は|が))[、]?(?P<who>[^。]{4,70}?(?:人|方|者|場合|とき|ケース))(?:だけ|のみ|に限|で[、。す]|である|だ[。、]|$|。)"
)
"""コンビニで再設定できるのは、署名用が分かる人です: the state comes last."""

UNABLE = re.compile(r"(?:でき|使え|直せ)(?:ない|ません|ず)")
MUST = re.compile(
    r"なければ|しか|必要|ほか|のみ|だけ|言われ|送られ|回され|案内され|いけない|(?:行く|向かう|出向く)(?:こと|よう|の)"
)
FORMERLY = re.compile(r"かつて|以前は|従来|これまでは|当初|昔は")
NOWADAYS = re.compile(r"が、|ものの、|けれど")
"""Where a sentence turns from what was to what is: 以前は窓口だけでしたが、."""

BELIEVED = re.compile(r"と(?:思っ|思い|勘違い|考え)(?:て|込)")
IN_VAIN = re.compile(r"(?:行|出かけ|試|来)[^、]{0,4}(?:ても|でも)[、]?$")
"""窓口へ行っても、: a clause that names a place only to say what comes of it."""

STOPS = re.compile(r"止ま|はじ[かき]|弾[かき]|戻さ|追い返|無駄|むだ|行き詰ま|そこまで")
"""What comes of a visit in vain: 手続きは途中で止まります."""

RENEWED = re.compile(
    r"更新(?:すれば|したら|して(?:から|おけ)|後(?:は|に|なら)|さえ|の(?:後|あと)|済み)"
)
OTHERWISE = re.compile(r"^(?:一方|ただし|逆に|反対に|通常|ふだん|それ以外|そうでな)")
EITHER_WAY = re.compile(
    r"(?:覚えて|分か|わか|知って|忘れ)[^、。]{0,12}(?:かどうか|いない|分からない|否か|どうか)(?:に|と(?:は)?)(?:は)?(?:かかわらず|関わらず|関係な|よらず|問わず)|どなたでも|誰でも|全員が"
)
"""Whether the secret is known or not."""

CONDITIONAL = re.compile(
    r"(?:ば|と|たら|場合(?:は|に)?|とき(?:は|に)?|ないと|過ぎ|なら|では|ても|まで|前|後)[、]?$"
)
"""A clause that is a condition of those after it."""

CASE = re.compile(
    rf"(?:{LOST}|{KNOWN}|{EXPIRED}|失効|{MOVED}|{UNRENEWED}|{LATE})[^、。]*?(?:{ENDS_STATE})"
)
"""The part of a clause that names a state: 両方を忘れた方は."""

BRACKET = re.compile(r"\([^()]*\)")
OPPOSITES = (
    frozenset({State.PASSWORD_KNOWN, State.PASSWORD_LOST}),
    frozenset({State.PIN_KNOWN, State.PIN_LOST}),
)


def ways(look: Look) -> Iterator[Stated]:
    """Read each clause for what can be done where, under what was said before."""
    yield from _outright(look)
    postposed = POSTPOSED.search(look.text)
    if postposed and (COUNTER.search(postposed["done"]) or KIOSK.search(postposed["done"])):
        yield from _postposed(look, postposed)
        return
    yield from _excepted(look)
    states = of_reservation(look, states_over(look))
    yield from for_whom(look)
    yield from cell(look, states)
    yield from _of_clauses(look, states)


def _outright(look: Look) -> Iterator[Stated]:
    """What is wrong in whichever state: カードの再発行が必要です."""
    reissue = REISSUE.search(look.text)
    if reissue:
        yield said(look, "where", *reissue.span())
    endless = ENDLESS.search(look.text)
    if endless:
        yield Stated("expired", True, *endless.span())
    only = ONLY_PASSWORD.search(look.text)
    if only and not OF_CHAIN.search(look.text):
        yield Stated("kiosk-resets-pin", False, *only.span())


def _excepted(look: Look) -> Iterator[Stated]:
    """Those whom a sentence excepts from a way: 覚えている方を除き、コンビニで再設定できます."""
    found = EXCEPTED.search(look.text)
    if found is None or not KIOSK.search(look.text) or COUNTER.search(look.text):
        return
    states = states_in(found.group().rstrip("()").split("除")[0].lstrip("("))
    if serves(states):
        yield from judged(look, Way(Term.KIOSK, False, *found.span(), states))


def _postposed(look: Look, found: re.Match[str]) -> Iterator[Stated]:
    """What is possible for those whom the sentence names at its end."""
    states = states_in(found["who"])
    if not states:
        return
    done, (start, end) = found["done"], found.span()
    can, resets = not UNABLE.search(done), resets_password(done)
    if KIOSK.search(done):
        way = Way(Term.KIOSK, can, start, end, states, resets_password=resets)
    else:
        must = MUST.search(done + look.text[end : end + 4]) is not None
        way = Way(Term.COUNTER, can, start, end, states, must, resets)
    yield from judged(look, way)


def _of_clauses(look: Look, states: States) -> Iterator[Stated]:
    """Clause by clause, each under the states and conditions that those before it named."""
    conditional = vain = False
    for begin, end in _present(look):
        clause = look.text[begin:end]
        if BELIEVED.search(clause):
            continue
        if IN_VAIN.search(clause):
            states |= states_in(clause)
            barred = states & (NOT_VALID | {State.PASSWORD_LOST})
            vain = bool(barred) and KIOSK.search(clause) is not None
            continue
        named = _named(look, clause)
        states = _after(clause, states, named)
        start = begin + (_end_of_case(clause) if named else 0)
        for first, last in _pieces(look.text, start, end):
            way = way_of(Piece(look, first, last, states))
            if way is None and vain and able(clause) is not None:
                can = able(clause) is True and not STOPS.search(clause)
                way = Way(Term.KIOSK, can, first, last, states)
            if way is not None:
                yield from judged(look, replace(way, bare=not states and not conditional))
        conditional = conditional or CONDITIONAL.search(clause) is not None


def _present(look: Look) -> Iterator[tuple[int, int]]:
    """The clauses, without what a sentence says of former times, and whom it excepts."""
    text, now = look.text, 0
    excepted = [found.span() for found in EXCEPTED.finditer(text)]
    if FORMERLY.search(text):
        now = len(text) - len(NOWADAYS.split(text, maxsplit=1)[-1])
    for begin, end in look.clauses:
        begin = max([begin, now, *(last for first, last in excepted if first <= begin < last)])
        end = min([end, *(first for first, _ in excepted if begin < first < end)])
        if end > begin:
            yield begin, end


def _named(look: Look, clause: str) -> States:
    """The states that a clause names."""
    if "4桁" in look.text:
        clause = PLAIN_PASSWORD.sub("署名用パスワード", clause)
    found = states_in(clause) or unnamed(look, clause)
    if EITHER_WAY.search(clause):
        at_counter = COUNTER.search(look.text)
        found = frozenset({State.PASSWORD_KNOWN if at_counter else State.PASSWORD_LOST})
    return of_reservation(look, found)


def _after(clause: str, states: States, named: States) -> States:
    """The states that hold once a clause has named some."""
    if OTHERWISE.match(clause):
        states = NOTHING
    elif RENEWED.search(clause):
        states -= NOT_VALID
    return named if _contrary(states, named) else states | named


def _contrary(states: States, named: States) -> bool:
    """Whether a clause turns to the opposite case: 分かる方は…、忘れた方は…."""
    return any(pair <= states | named and not pair <= states for pair in OPPOSITES)


def _end_of_case(clause: str) -> int:
    """Where the condition of a clause ends and what is said begins."""
    last = max((found.end() for found in CASE.finditer(clause)), default=0)
    return last if last < len(clause) - 1 else 0


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A clause without its bracket, and the bracket: コンビニ(忘れた方は窓口)."""
    bracket = BRACKET.search(text[start:end])
    if bracket is None or not (COUNTER.search(bracket.group()) or KIOSK.search(bracket.group())):
        yield start, end
        return
    yield start, start + bracket.start()
    yield start + bracket.start() + 1, start + bracket.end() - 1
