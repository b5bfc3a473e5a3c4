"""For whom which way is, where the one and the other stand apart: an item under a heading, a cell.

An item 署名用パスワードが使える方 under 窓口での手続きが必要な方, a cell コンビニでも窓口でも beside
両方を忘れた方.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from guidance.claims.base import Stated, said
from guidance.claims.necessity import FRIENDLY, able
from guidance.claims.states import NOT_VALID, State, States, states_in
from guidance.claims.states_over import of_reservation
from guidance.claims.verdicts import answered
from guidance.claims.way import COUNTER, KIOSK, Way, judged, resets_password
from guidance.document import Kind
from guidance.look import Look
from guidance.terms import Term

WHOM = r"(?:方々?|人|かた|ひと|場合|ケース|とき|皆さん|みなさん|状態|条件)"
"""Who, or in which case."""

FOR_WHOM = re.compile(
    rf"(?:{WHOM}|でき(?:る|ない)(?:こと|もの|手続き))(?:たち)?(?:へ|に|は|とは|の(?:手続き|流れ|例)|向け)?[:。、]?$"
)
"""A heading over persons: 窓口での手続きが必要な方."""

LEADS_IN = re.compile(
    rf"(?:次の|つぎの|以下の|下記の|下の|次に(?:あ|当)|以下に|下記に|いずれか|どれか|こんな|こういう|このような)[^。]{{0,24}}?{WHOM}"
)
"""A sentence over persons: 次の方は、窓口で手続きしてください."""

PERSON = re.compile(rf"(?:{WHOM}|こと|いる|い?ない|た|る)(?:\([^()]*\))?(?:です)?[。;、]?$")
"""An item that is a person or a case, and says nothing of its own."""

BOTH_KINDS = re.compile(
    r"でき(?:る|ない)[^。]{1,12}でき(?:る|ない)|使え(?:る|ない)[^。]{1,12}使え(?:る|ない)"
)
"""A heading over both kinds: 手続きできる人・できない人."""

ENDS = re.compile(rf"{WHOM}(?:です|だ)?。?$")
"""A sentence that names a person or a case."""

PLACE = re.compile(f"(?P<kiosk>{KIOSK.pattern})|(?P<counter>{COUNTER.pattern})")
ONLY = re.compile(
    r"のみ|だけ|しか|限(?:り|る|ら|定)|専用|一択|必要|必須|しなければ|いけない|ほかな|以外"
)
NOT_HERE = re.compile(
    r"[^、。]{0,6}(?:では|じゃ)?(?:なく|ない(?=[、。窓])|ありません|不可|×|ng|無理|対象外)"
)
MUST = re.compile(
    r"[^、。]{0,12}(?:ないと|なければ|なくては|ねば|しか)[^、。]{0,6}(?:いけ|なら|だめ|ない|ありません)"
)
"""役所に行かないといけない."""

RENEW = re.compile(r"更新|新しく|発行し直|取り直|再発行")
INSTEAD = re.compile(
    r"(?:署名用の?(?:パスワード|暗証番号)?|英数字の?パスワード|もう一方の?(?:番号|パスワード))の?(?:代わり|かわり|代替)(?:に|として|と)(?P<name>[^、。]{2,20}?)(?=を|で|が)"
)
"""署名用パスワードの代わりに保険証を見せられる方."""

SENT = re.compile(
    rf"(?P<who>[^。]{{4,90}}?(?:{WHOM}|(?=→|…|\.{{2}}|⇒|:)))(?:に)?(?:は(?:というと|といえば|と言えば|、?もちろん)?|なら|であれば|でしたら|→|:|…+|\.{{2,}}|⇒)、?(?P<told>[^、。はもが]{{2,40}}?)(?:の窓口|窓口)?(?:です|だ|になります|(?:へ|に|まで)(?:どうぞ|お?越し(?:ください|願います)|行(?:く|き(?:ます|ましょう))|行って(?:ください|下さい)|お出かけください|お進みください)?)?[。!]?$"
)
"""A person, and where one is sent: 両方を忘れた人はというと、役所の窓口です."""

CHOSEN = re.compile(rf"(?P<who>[^。、]{{4,40}}?{WHOM})(?:だけ|のみ|に限(?!ら))")
"""署名用パスワードを言える方だけ."""

WHO_ASKED = re.compile(
    r"(?:どんな|どういう|どういった|どのような|だれ|誰|どなた|どちらの)(?:人|方|かた|ケース|とき|場合)?"
)
"""A question for whom a way is."""

ASKING = re.compile(r"(?:の?(?:でしょう|です|ます)?か)?[?？。」]*$")
OTHERS = re.compile(r"(?:方|人|かた)(?:で(?!も)|は|が)")
"""Persons before those who are sent: 忘れた人で、分かる人は."""

CASE = re.compile(
    rf"^[^。]{{2,60}}?(?:{WHOM}(?:は|でも|も|に)?|ても|でも|れば|たら|なら|のですが|ていて|ますが|ですが)、"
)
"""The case in which a question asks: 署名用パスワードを忘れていても、."""

WHOSE = re.compile(rf"{WHOM}$|対象|条件|利用でき|だれ|誰|人$")
"""The head of a column of persons."""

NO_CELL = re.compile(r"(?:×|不可|でき(?:ない|ません)|対象外|無理)")

PLACE_COLUMN = re.compile(r"先|場所|方法|どこ|手続き|ところ|窓口|対応|行く|再設定|すること")


def routes(look: Look) -> Iterator[Stated]:
    """Read the state of one and the way of the other."""
    yield from _answered(look)
    if look.sentence.row:
        yield from _of_whom(look)
        yield from _beside(look)
        return
    sent, chosen = SENT.match(look.text), CHOSEN.search(look.text)
    if chosen and look.place_at(0) is Term.COUNTER and not KIOSK.search(look.text):
        yield from _chosen(look, chosen)
    elif sent:
        yield from _sent(look, sent)
    elif WHO_ASKED.search(_asked(look)):
        yield from _answering(look)
    elif look.sentence.block.kind is Kind.ITEM or ENDS.search(look.text):
        yield from _under(look)


def _chosen(look: Look, chosen: re.Match[str]) -> Iterator[Stated]:
    """That the counter serves those only who know the signing password: 言える方だけ."""
    known = State.PASSWORD_KNOWN in states_in(chosen["who"])
    if known and able(look.text[chosen.end() :]) is not False:
        yield Stated("counter-password", True, *chosen.span("who"))


def _asked(look: Look) -> str:
    """The question right before, or over, the sentence."""
    return "".join(look.before[-1:] or look.sentence.heads[-1:])


def _answering(look: Look) -> Iterator[Stated]:
    """Whom an answer names, where the question asks for whom a way is: どんな人が窓口へ行くのか."""
    if not PLACE.search(look.text):
        question = ASKING.sub("", _asked(look))
        for way in _told(question, states_in(look.text), look.text, bare=True):
            yield from judged(look, way)


def _sent(look: Look, sent: re.Match[str]) -> Iterator[Stated]:
    """A person who is sent somewhere, to the one place only where no other is named."""
    told, places = look.text[sent.start("told") :], list(PLACE.finditer(sent["told"]))
    last = places[-1].end() if places else 0
    others = OTHERS.search(sent["who"])
    if last and last + 4 > len(sent["told"]) and not others and not RENEW.search(told):
        for way in _told(told, of_reservation(look, states_in(sent["who"])), look.text, bare=True):
            yield from judged(look, replace(way, start=sent.start("told")))


def _under(look: Look) -> Iterator[Stated]:
    """An item that names a state, under a heading or a sentence that names the way for it."""
    text = look.text
    if PLACE.search(text) or not PERSON.search(text) or FRIENDLY.search(text):
        return
    states, over = of_reservation(look, states_in(text)), _over(look)
    if not states or not over:
        return
    for way in _told(over, states, text, bare="でも" not in over):
        yield from judged(look, way)


def _over(look: Look) -> str:
    """The heading, or the sentence before the list, that says what is so for whom."""
    led = next((text for text in reversed(look.before) if LEADS_IN.search(text)), "")
    head = look.sentence.heads[-1] if look.sentence.heads else ""
    if BOTH_KINDS.search(led or head):
        return ""
    return led or (head if FOR_WHOM.search(head) or LEADS_IN.search(head) else "")


def _answered(look: Look) -> Iterator[Stated]:
    """A yes or a no to the question whether somebody can use the kiosk: はい、できます."""
    asked = answered(look)
    if asked is None or not KIOSK.search(asked[0]) or COUNTER.search(asked[0]):
        return
    question, yes = asked
    case = CASE.match(question)
    states = of_reservation(look, states_in(case.group() if case else question))
    if states:
        can = yes is (able(ASKING.sub("", CASE.sub("", question))) is not False)
        yield from judged(look, Way(Term.KIOSK, can, 0, len(look.text), states))


def _of_whom(look: Look) -> Iterator[Stated]:
    """A cell that names a state, where the head of its row is a place: 窓口のみ | 対象の方."""
    row, column = look.sentence.row, look.sentence.column
    if PLACE.search(row) and WHOSE.search(column) and not PLACE.search(look.text):
        for way in _told(row, states_in(look.text), look.text):
            yield from judged(look, way)


def _beside(look: Look) -> Iterator[Stated]:
    """A cell that names places, in the row of a state."""
    text, row = look.text, look.sentence.row
    instead = INSTEAD.search(row)
    if instead and KIOSK.search(text) and able(text) is not False:
        yield said(look, "key", 0, len(text))
        return
    states = of_reservation(look, states_in(row))
    column = look.sentence.column
    if states and COUNTER.search(column) and not KIOSK.search(column) and NO_CELL.match(text):
        yield from judged(look, Way(Term.COUNTER, False, 0, len(text), states))
    if (
        not states
        or not PLACE.search(text)
        or not PLACE_COLUMN.search(look.sentence.column or "先")
    ):
        return
    bare = able(text) is None and "。" not in text.rstrip("。")
    for way in _told(text, states, text, bare):
        yield from judged(look, way)


def _told(text: str, states: States, own: str, bare: bool = False) -> Iterator[Way]:
    """The ways that a text opens or closes; a bare 窓口 in a cell closes the kiosk's."""
    renewed = RENEW.search(text)
    places = list(PLACE.finditer(text))
    can: dict[str, bool] = {}
    for number, found in enumerate(places):
        kind = found.lastgroup or ""
        stops = (each.start() for each in places[number:] if each.lastgroup != kind)
        can[kind] = can.get(kind, False) or _open(text, found.end(), next(stops, len(text)))
    way = Way(Term.KIOSK, True, 0, len(own), states, resets_password=resets_password(text + own))
    if can.get("kiosk") is not None and not (can["kiosk"] and renewed and states & NOT_VALID):
        yield replace(way, can=can["kiosk"])
    only = ONLY.search(text) is not None or bare
    if can.get("counter") and not can.get("kiosk") and only:
        yield replace(way, place=Term.COUNTER, only=True)


def _open(text: str, start: int, stop: int) -> bool:
    """Whether a place that ends at `start` is said to be open."""
    if NOT_HERE.match(text, start):
        return False
    if MUST.match(text, start):
        return True
    return able(text[start:stop]) is not False
