"""How long the secrets are: 数字4桁, 英数字6〜16桁, 4桁以上, 4つの数字."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Range, Said, Stated
from guidance.claims.characters import before_length, characters
from guidance.claims.whose_length import named_before, owner
from guidance.figures import Figure, Measure
from guidance.look import Look
from guidance.terms import Term, has

ELSEWHERE = re.compile(
    r"マイナンバー\(?個人番号|個人番号|製造番号|西暦(?:の)?(?:下)?[0-9]|セキュリティ|電話|郵便|口座|照会番号|会員|キャッシュ|クレジット"
)
"""Other things that have a length."""

DENIED = re.compile(
    r"(?:というもの)?(?:は|では|には)?(?:なく|ありません|ない|存在し|登録でき|使え|設定でき|受け付け)(?:ません|ない|ず|られ)?"
)
NOT_THE_PIN = re.compile(
    r"[^、。4]{0,20}(?:というもの)?(?:は|では)(?:なく|ありません|ない)|より(?:長|短|多|少)[^。]{0,14}(?:でき|なり|あり|せ)(?:ない|ません)"
)
"""6桁ではありません: a length that is named to say that it is not the PIN's."""

LEAST = re.compile(r"^(?:以上|から(?![0-9])|より(?:長|多))|^(?:が)?(?:最短|最低|下限)")
MOST = re.compile(r"^(?:以下|以内|まで(?!入)|が(?:最長|上限|限度))")
UNDER = re.compile(
    r"(?:最短|最低|少なくとも|短くて(?:も)?|下限(?:は|が)?|(?:短|みじか)い人(?:で|は)|最小)[^0-9]{0,6}$"
)
OVER = re.compile(
    r"(?:最長|最大|長くて(?:も)?|長ければ|上限(?:は|が)?|多くて(?:も)?|長い人(?:で|は))[^0-9]{0,6}$"
)
HEAD_OF_LEAST, HEAD_OF_MOST = re.compile(r"下限|最短|最小"), re.compile(r"上限|最長|最大")
BEYOND = re.compile(r"^(?:を(?:超え|越え|こえ)|より(?:長|多|大)|以上は[^、。]{0,8}(?:ない|ません))")
"""16桁を超える: what is said of longer ones."""

BELOW = re.compile(
    r"^(?:以下|未満|より短)[^。]{0,22}(?:でき(?:ない|ません)|不可|使え(?:ない|ません)|登録|ありません|ない)"
)
"""6桁未満は使えません."""

SUCH = re.compile(
    r"(?:であれば|なら|の(?:英数字|パスワード)(?:であれば|なら)|でも)[^。]{0,30}(?:かな|可|使え|でき|認め|範囲|受け付け|登録|設定|通)"
)
"""8桁でも使えます: one length of several."""

OF_LENGTH = re.compile(r"桁|文字数|長さ")
TIMES = re.compile(r"数字[×x*]([0-9]+)")
BARE_RANGE = re.compile(r"([0-9]+)〜([0-9]+)")
SPELLED = re.compile(
    r"(?:数字|番号)(?:を|が)?(?P<count>[0-9]+)つ(?:並|続|組|から|で|だ|な|を並|の並)"
)
"""数字を4つ並べた."""

PIN, LEAST_OF_PASSWORD, MOST_OF_PASSWORD = (
    "authentication-pin-length",
    "signature-password-min",
    "signature-password-max",
)


def lengths(look: Look) -> Iterator[Stated]:
    """Lengths, and the characters that stand directly before them."""
    for figure in look.figures:
        if figure.measure is Measure.LENGTH:
            yield from _of_figure(look, figure)
    yield from _of_cell(look)
    yield from _spelled(look)
    yield from characters(look)


def _of_figure(look: Look, figure: Figure) -> Iterator[Stated]:
    """A length, of whichever secret it is; what is no secret's is taken."""
    before = look.text[max(0, figure.start - 12) : figure.end]
    secret = None if ELSEWHERE.search(before) else owner(look, figure)
    if secret is Term.NUMBER:
        yield Stated("reservation-digits", figure.low, figure.start, figure.end)
    elif secret is Term.PASSWORD:
        for claim, value in _ends(look, figure):
            yield Stated(claim, value, figure.start, figure.end)
        yield from before_length(look, figure, "signature-password-alphabet")
    elif secret is Term.PIN:
        yield from _of_pin(look, figure)
    else:
        look.take(figure.start, figure.end)


def _of_pin(look: Look, figure: Figure) -> Iterator[Stated]:
    """The PIN's length, which is one: 4桁以上 is wrong whatever the figure is."""
    start, end = figure.start, figure.end
    after = look.text[end:]
    if NOT_THE_PIN.match(after):
        look.take(start, end)
    elif (LEAST.match(after) or BEYOND.match(after)) and not DENIED.search(after[:16]):
        words = look.sentence.quote(start, end) + after[:2]
        yield Stated(PIN, Said(Words(words, words)), start, end)
    else:
        yield Stated(PIN, figure.high, start, end)
        yield from before_length(look, figure, "authentication-pin-alphabet")


def _ends(look: Look, figure: Figure) -> Iterator[tuple[str, object]]:
    """Both ends of a range; of a single figure the end that its words name."""
    before, after = look.text[max(0, figure.start - 24) : figure.start], look.text[figure.end :]
    low, high = figure.low, figure.high
    if low != high:
        yield from ((LEAST_OF_PASSWORD, low), (MOST_OF_PASSWORD, high))
    elif BELOW.match(after) and isinstance(low, int):
        yield LEAST_OF_PASSWORD, low if after.startswith("未満") else low + 1
    elif BEYOND.match(after):
        yield MOST_OF_PASSWORD, low
    elif LEAST.match(after) or UNDER.search(before) or HEAD_OF_LEAST.search(look.near):
        yield LEAST_OF_PASSWORD, low
    elif MOST.match(after) or OVER.search(before) or HEAD_OF_MOST.search(look.near):
        yield MOST_OF_PASSWORD, low
    elif SUCH.search(after[:20]) or SUCH.match(after):
        yield from ((LEAST_OF_PASSWORD, Range(0, low)), (MOST_OF_PASSWORD, Range(low, 99)))
    else:
        yield from ((LEAST_OF_PASSWORD, low), (MOST_OF_PASSWORD, high))


def _of_cell(look: Look) -> Iterator[Stated]:
    """A cell with nothing but a number, beside 桁数; 数字×3."""
    text, secret = look.text, look.secret_at(0)
    of_length = OF_LENGTH.search(f"{look.sentence.row}。{look.sentence.column}")
    if of_length and text.isdigit() and secret is not Term.PASSWORD:
        yield Stated(PIN, int(text), 0, len(text))
    times = TIMES.fullmatch(text)
    if times and secret is not Term.OTHER_PIN:
        claim = LEAST_OF_PASSWORD if secret is Term.PASSWORD else PIN
        yield Stated(claim, int(times[1]), 0, len(text))
    ends = BARE_RANGE.fullmatch(text)
    if ends and of_length and secret is Term.PASSWORD:
        yield Stated(LEAST_OF_PASSWORD, int(ends[1]), 0, len(text))
        yield Stated(MOST_OF_PASSWORD, int(ends[2]), 0, len(text))


def _spelled(look: Look) -> Iterator[Stated]:
    """数字を4つ並べたもの: a length without a unit of length."""
    spelled = SPELLED.search(look.text)
    told = look.text + look.near
    if not spelled or not has(told, Term.PIN, Term.PASSWORD, Term.SECRET, Term.CERTIFICATE):
        return
    secret = named_before(look, spelled.start()) or Term.PIN
    if secret in (Term.PASSWORD, Term.PIN):
        claim = LEAST_OF_PASSWORD if secret is Term.PASSWORD else PIN
        yield Stated(claim, int(spelled["count"]), *spelled.span())
