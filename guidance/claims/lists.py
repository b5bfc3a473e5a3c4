"""Lists of what to bring: to the counter the card and an identity document, to the kiosk no document."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
from guidance.claims.necessity import SPARED
from guidance.document import Kind
from guidance.look import Look
from guidance.terms import Term

HEAD = re.compile(
    r"必要な?(?:もの|物|書類|品|身分証|証明書(?!の))|持ち物|持参(?:品|物|する)|用意(?:する|いただく)?(?:もの|物|品)|お持ちいただく|持って(?:行|い)く(?:もの|物)|要るもの|携行品|必携|携帯品|持参物|所持品|準備物|用意品|^必要書類"
)
"""A heading, row or column over a list of what to bring."""
BRING = re.compile(
    r"お持ち(?!で)|持参|持って(?:行|い|き|来|お|って|ゆ|出|向か|窓口|役)|ご?用意|お忘れな|忘れずに|必要(?:です|だ|と|に|なのは|である|書類)|携え|揃え|そろえ|(?:が|は|も)(?:いる|要る|いり|要り)|添え|提示|見せ|示(?:す|し)"
)
"""A sentence that says what to bring."""
ENOUGH = re.compile(
    r"(?:さえ|だけ|のみ)(?:あれば|お?持(?:って|ち)[^、。]{0,6}ば|で)(?!は)[^。]{0,14}(?:手続|受け付|再設定|足り(?!な|ま?せ)|済|でき(?!な|ま?せ)|大丈夫|十分|よい|構|かま)"
    r"|あれば、?(?:ほか|他)に(?:は)?(?:何も)?(?:要ら|いら|要りま|いりま|必要な|不要)"
)
"""Nothing else is wanted: カードさえあれば手続きできます."""
ONLY = re.compile(
    r"のみ|だけ(?!で(?:は)?(?:な|足り(?:な|ま?せん|ず)))|1点|以外(?:は|に)|1枚で|さえあれば|手ぶら|だけあれば"
)
WHOLE = re.compile(
    r"(?:必要な(?:の|もの)|要る(?:の|もの)|持ち物|持って(?:行|い)く(?:の|もの)|持参(?:する(?:の|もの)|品))(?:は|:)"
)
"""A sentence that names all: 必要なのは."""
GOES_TO = re.compile(
    r"(?:行き先|行く(?:の|場所|先)|向かう(?:の|先)|手続き(?:する|の)場所)は[^。]{0,24}窓口"
)
"""The sentence before says that one goes to the counter."""
NOTHING = re.compile(r"特にな|何もい[らり]|何も要|手ぶら|持ち物は?な[しい]")
MORE = re.compile(r"^(?:また|さらに|加えて|あわせて|このほか|そのほか|ほかに|なお|それと|あと)")
"""A sentence that goes on with a list."""
BESIDE = re.compile(r"カード(?:以外|のほか)|書類(?:以外|のほか)")
"""A head over a list of what is brought besides."""
OTHER = re.compile(
    r"印鑑|印かん|はんこ|住民票の写し|通知カード|顔写真|証明写真|委任状|控え|ひかえ|戸籍|納税|社員証|名刺|領収書|コピー|診察券|通帳|予約番号|パスワードのメモ"
)
"""Things that are no identity document."""
JOINED = re.compile(
    r"(?<!もの)(?:と(?!し|い|な|き|も|は|ころ)|、|及び|および|並びに|・|または|又は|に加え|に添え|のほか|や|②|2\.)"
)
"""What joins two things of a list."""
NOT_ENOUGH = re.compile(
    r"(?:だけ|のみ)[^、。]{0,8}(?:ても|では|じゃ)|だけで(?:は)?(?:な|足り(?:な|ま?せん|ず))|(?:のみ|だけ)では"
)
"""A denial that these are enough: カードだけでは足りません."""
LIKENESS = re.compile(r"の(?:コピー|写し|写真|画像|代わり)")
"""Not the thing itself: カードのコピー."""


def bring(look: Look) -> Iterator[Stated]:
    """What a list of things to bring names, and what it leaves out: カードと印鑑をお持ちください."""
    over = "。".join((look.sentence.row, look.sentence.column, *look.sentence.heads[-1:]))
    headed, said = (
        HEAD.search(over),
        (BRING.search(look.text) or HEAD.search(look.text) or ENOUGH.search(look.text)),
    )
    if not (headed or said) or MORE.match(look.text):
        return
    place = look.site_at(0 if headed else said.start() if said else 0)
    if look.before and GOES_TO.search(look.before[-1]) and not look.has(Term.KIOSK):
        place = Term.COUNTER
    if place is Term.COUNTER and not BESIDE.search(over):
        yield from _to_counter(look, headed is not None)
    elif (
        place is Term.KIOSK
        and look.sentence.block.kind is not Kind.HEADING
        and ((headed and not said) or HEAD.search(look.text) or WHOLE.search(look.text))
        and not look.has(Term.COUNTER)
    ):
        yield from _to_kiosk(look)


def _to_kiosk(look: Look) -> Iterator[Stated]:
    for found in look.terms:
        if found.term is Term.IDENTITY and not SPARED.search(look.text[found.end :]):
            yield Stated("kiosk-identity", True, found.start, found.end)
            return


def _to_counter(look: Look, headed: bool) -> Iterator[Stated]:
    """A list that is meant to be whole has to name both."""
    text = look.text
    card, identity = _named(look, Term.CARD), _named(look, Term.IDENTITY)
    only, nothing = ONLY.search(text), NOTHING.search(text)
    other = OTHER.search(text)
    row = headed and look.sentence.block.kind is Kind.ROW
    whole = only or nothing or other or row or JOINED.search(text)
    if (
        (SPARED.search(text) and not only and not nothing and not row)
        or not whole
        or look.has(Term.KIOSK)
    ):
        return
    whole_list = WHOLE.search(text)
    if (headed and row) or whole_list:
        yield from _password(look)
    if NOT_ENOUGH.search(text):
        return
    start, end = _span(look)
    if not identity and (
        nothing or (card and (only or other or row or whole_list)) or (other and not card)
    ):
        yield Stated("counter-identity", False, start, end)
    if not card and (nothing or (identity and (only or other or row))):
        yield Stated("counter-card", False, start, end)


def _password(look: Look) -> Iterator[Stated]:
    """The signing password among what the counter wants."""
    for found in look.terms:
        if found.term is Term.PASSWORD and not SPARED.search(look.text[found.end :]):
            yield Stated("counter-password", True, found.start, found.end)
            return


def _named(look: Look, term: Term) -> bool:
    return any(
        found.term is term and not LIKENESS.match(look.text[found.end :]) for found in look.terms
    )


def _span(look: Look) -> tuple[int, int]:
    things = [each for each in look.terms if each.term in (Term.CARD, Term.IDENTITY)]
    return (things[0].start, things[-1].end) if things else (0, len(look.text))
