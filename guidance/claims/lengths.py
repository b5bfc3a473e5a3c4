"""How long the secrets are and of what characters: 数字4桁, 英数字6〜16桁."""

import re
from collections.abc import Iterator

from fakes.alphabets import Alphabet
from fakes.words import Words
from guidance.claims.base import Range, Said, Stated
from guidance.figures import Figure, Measure
from guidance.look import Look
from guidance.terms import SECRETS, Term, has, terms

MIXED = re.compile(
    r"英数(?:字)?|英字(?:と|・|、|や)?数字|アルファベットと数字|数字と(?:英字|アルファベット|ローマ字)|ローマ字と数字"
)
ONLY_DIGITS = re.compile(r"(?<!英)数字(?!と(?:英|アル|ロ))|算用数字")
ONLY_LETTERS = re.compile(r"英字(?!と|・|、|や|数)|アルファベット(?!と)|英字のみ|英字だけ")
ELSEWHERE = re.compile(
    r"マイナンバー\(?個人番号|個人番号|製造番号|西暦|セキュリティ|電話|郵便|口座|照会番号|会員|キャッシュ|クレジット"
)
DENIED = re.compile(
    r"(?:というもの)?(?:は|では|には)?(?:なく|ありません|ない|存在し|登録でき|使え|設定でき|受け付け)(?:ません|ない|ず|られ)?"
)
LEAST = re.compile(r"^(?:以上|から(?![0-9])|より(?:長|多))|^(?:が)?(?:最短|最低|下限)")
MOST = re.compile(r"^(?:以下|以内|まで(?!入)|が(?:最長|上限|限度))")
UNDER = re.compile(
    r"(?:最短|最低|少なくとも|短くて(?:も)?|下限(?:は|が)?|(?:短|みじか)い人(?:で|は)|最小)[^0-9]{0,6}$"
)
OVER = re.compile(
    r"(?:最長|最大|長くて(?:も)?|長ければ|上限(?:は|が)?|多くて(?:も)?|長い人(?:で|は))[^0-9]{0,6}$"
)
BEYOND = re.compile(r"^(?:を(?:超え|越え|こえ)|より(?:長|多|大)|以上は[^、。]{0,8}(?:ない|ません))")
BELOW = re.compile(
    r"^(?:以下|未満|より短)[^。]{0,22}(?:でき(?:ない|ません)|不可|使え(?:ない|ません)|登録|ありません|ない)"
)
SUCH = re.compile(
    r"(?:であれば|なら|の(?:英数字|パスワード)(?:であれば|なら)|でも)[^。]{0,30}(?:かな|可|使え|でき|認め|範囲)"
)
SYMBOLS = re.compile(
    r"記号(?:も|を|が|や)(?!使え(?:ない|ません|ず)|含め(?:ない|ません))[^。]{0,16}(?:使え(?:る|ます)|入れ|含め|必要|混ぜ|組み合わせ|なければ)"
)


def lengths(look: Look) -> Iterator[Stated]:
    """Lengths, and the characters that stand directly before them."""
    for figure in look.figures:
        if figure.measure is not Measure.LENGTH:
            continue
        before = look.text[max(0, figure.start - 24) : figure.start]
        if ELSEWHERE.search(before[-12:] + look.text[figure.start : figure.end]):
            look.take(figure.start, figure.end)
            continue
        secret = _secret(look, figure, before)
        if secret is Term.NUMBER:
            yield Stated("reservation-digits", figure.low, figure.start, figure.end)
        elif secret is Term.PASSWORD:
            yield from _password(look, figure, before)
        elif secret is Term.PIN:
            yield from _pin(look, figure, before)
        else:
            look.take(figure.start, figure.end)
    yield from _cells(look)
    yield from _characters(look)


def _pin(look: Look, figure: Figure, before: str) -> Iterator[Stated]:
    after = look.text[figure.end :]
    denied = re.match(
        r"[^、。4]{0,20}(?:というもの)?(?:は|では)(?:なく|ありません|ない)|より(?:長|短|多|少)[^。]{0,14}(?:でき|なり|あり|せ)(?:ない|ません)",
        after,
    )
    if denied:
        look.take(figure.start, figure.end)
        return
    if (LEAST.match(after) or BEYOND.match(after)) and not DENIED.search(after[:16]):
        words = look.sentence.quote(figure.start, figure.end) + after[:2]
        yield Stated(
            "authentication-pin-length", Said(Words(words, words)), figure.start, figure.end
        )
        return
    yield Stated("authentication-pin-length", figure.high, figure.start, figure.end)
    yield from _alphabet(look, figure, "authentication-pin-alphabet")


def _password(look: Look, figure: Figure, before: str) -> Iterator[Stated]:
    """Both ends of a range; of a single figure the end that its words name."""
    after = look.text[figure.end :]
    start, end = figure.start, figure.end
    if figure.low != figure.high:
        yield Stated("signature-password-min", figure.low, start, end)
        yield Stated("signature-password-max", figure.high, start, end)
    elif BELOW.match(after) and isinstance(figure.low, int):
        yield Stated(
            "signature-password-min", figure.low + (not after.startswith("未満")), start, end
        )
    elif BEYOND.match(after):
        yield Stated("signature-password-max", figure.low, start, end)
    elif LEAST.match(after) or UNDER.search(before) or re.search(r"下限|最短|最小", look.near):
        yield Stated("signature-password-min", figure.low, start, end)
    elif MOST.match(after) or OVER.search(before) or re.search(r"上限|最長|最大", look.near):
        yield Stated("signature-password-max", figure.low, start, end)
    elif SUCH.match(after) or SUCH.search(after[:20]):
        yield Stated("signature-password-min", Range(0, figure.low), start, end)
        yield Stated("signature-password-max", Range(figure.low, 99), start, end)
    else:
        yield Stated("signature-password-min", figure.low, start, end)
        yield Stated("signature-password-max", figure.high, start, end)
    yield from _alphabet(look, figure, "signature-password-alphabet")


def _secret(look: Look, figure: Figure, before: str) -> Term:
    """Whose length a figure is."""
    if re.search(r"予約番号[^、。]{0,6}$", before):
        return Term.NUMBER
    single = figure.low == figure.high
    here = _named_here(look, figure)
    after = look.text[figure.end : figure.end + 12]
    if here is Term.OTHER_PIN and not MIXED.search(before[-8:]):
        return Term.OTHER_PIN
    if single and figure.low == 4:
        return Term.PASSWORD if _linked(look, figure) else Term.PIN
    if re.match(r"の?英数字", after) or (not single and here is not Term.PIN):
        return Term.PASSWORD
    if MIXED.search(before[-8:]) and here is not Term.PIN:
        return Term.PASSWORD
    if here is not None:
        return here
    if single and re.search(r"(?:数字|新しい|カードの)$", before):
        return Term.PIN
    secret = look.secret_at(figure.start)
    return secret if secret in (Term.PASSWORD, Term.OTHER_PIN) else Term.PIN


LINKED = re.compile(
    r"(?:は|の(?:ほう|方)は|なら|の長さは|の文字数は|とは|\(|:)[、]?(?:[^、。4]{0,12}(?:同じ|じ))?(?:半角)?(?:の)?(?:数字|英数字|英字)?(?:だけで)?(?:の)?$"
)
"""What stands between 署名用パスワード and a length that is said of it."""


def _linked(look: Look, figure: Figure) -> bool:
    """Whether four characters are said of the signing password, of which the 4 digits are none."""
    if look.sentence.row and re.fullmatch(
        r"(?:半角)?(?:数字|英数字|英字)?(?:のみ|だけ)?\(?[0-9]+(?:桁|文字|けた|ケタ)\)?",
        look.text.strip("。"),
    ):
        return look.secret_at(0) is Term.PASSWORD
    before = [
        each
        for each in look.terms
        if each.end <= figure.start and each.term in (Term.PASSWORD, Term.CERTIFICATE)
    ]
    said = re.match(
        r"です|で(?:す|ある|あり|、)|だ|の(?:数字|番号|もの)(?!より)|。|$|、|と|\)",
        look.text[figure.end :],
    )
    return (
        bool(before and said)
        and LINKED.fullmatch(look.text[before[-1].end : figure.start]) is not None
    )


def _named_here(look: Look, figure: Figure) -> Term | None:
    """The secret that the same clause names by its name, not by its length alone."""
    start, end = look.clause_at(figure.start)
    for begin, finish in ((start, figure.start), (figure.end, end), (0, start)):
        named = [
            found
            for found in terms(look.text[begin:finish])
            if found.term in SECRETS | {Term.CERTIFICATE, Term.AUTHENTICATION_CERTIFICATE}
            and found.term is not Term.BOTH
        ]
        named = [
            each
            for each in named
            if not re.fullmatch(
                r"英数字|(?:数字)?[0-9]+(?:桁|けた|ケタ)",
                look.text[begin + each.start : begin + each.end],
            )
        ]
        if (
            begin == 0
            and start
            and not re.search(r"(?:は|も|では|には|なら|について(?:は)?)[、]?$", look.text[:start])
        ):
            continue
        if named:
            nearest = named[-1] if finish <= figure.start else named[0]
            return _meant(nearest.term)
    over = [
        _meant(each.term)
        for head in (look.sentence.column, look.sentence.row)
        for each in terms(head)
        if each.term in SECRETS | {Term.CERTIFICATE, Term.AUTHENTICATION_CERTIFICATE}
    ]
    return over[0] if over and over[0] is not Term.BOTH else None


def _meant(term: Term) -> Term:
    return {Term.CERTIFICATE: Term.PASSWORD, Term.AUTHENTICATION_CERTIFICATE: Term.PIN}.get(
        term, term
    )


def _alphabet(look: Look, figure: Figure, claim: str) -> Iterator[Stated]:
    start = max(0, figure.start - 12)
    before = look.text[start : figure.start]
    for pattern, alphabet in KINDS:
        found = [each for each in pattern.finditer(before) if len(before) - each.end() <= 4]
        if found:
            yield Stated(claim, alphabet, start + found[-1].start(), figure.end)
            return


KINDS = (
    (MIXED, Alphabet.ALPHANUMERIC),
    (ONLY_DIGITS, Alphabet.DIGITS),
    (ONLY_LETTERS, Alphabet.LETTERS),
)


def _cells(look: Look) -> Iterator[Stated]:
    """A cell with nothing but a number, beside 桁数; 数字×3."""
    over = look.sentence.row + "。" + look.sentence.column
    secret = look.secret_at(0)
    if look.text.isdigit() and re.search(r"桁|文字数|長さ", over):
        if secret is not Term.PASSWORD:
            yield Stated("authentication-pin-length", int(look.text), 0, len(look.text))
    times = re.fullmatch(r"数字[×x*]([0-9]+)", look.text)
    if times and secret is not Term.OTHER_PIN:
        claim = "signature-password-min" if secret is Term.PASSWORD else "authentication-pin-length"
        yield Stated(claim, int(times[1]), 0, len(look.text))
    row = re.fullmatch(r"([0-9]+)〜([0-9]+)", look.text)
    if row and re.search(r"桁|文字数|長さ", over) and secret is Term.PASSWORD:
        yield Stated("signature-password-min", int(row[1]), 0, len(look.text))
        yield Stated("signature-password-max", int(row[2]), 0, len(look.text))


SPELLED = re.compile(r"(?:数字|番号)(?:を|が)?(?P<count>[0-9]+)つ(?:並|続|組|から|で|だ)")
MADE_OF = re.compile(r"(?:だけ|のみ)(?:で(?:作|でき|決|構成|す|ある)|の(?:もの|組)|を使|。|$|\()")


def _characters(look: Look) -> Iterator[Stated]:
    """Characters that a sentence or a cell names without a length."""
    secret = look.secret_at(len(look.text) - 1 if look.text else 0)
    spelled = SPELLED.search(look.text)
    if spelled and has(
        look.text + look.near, Term.PIN, Term.PASSWORD, Term.SECRET, Term.CERTIFICATE
    ):
        whose = _named_before(look, spelled.start()) or Term.PIN
        if whose is Term.PASSWORD:
            yield Stated("signature-password-min", int(spelled["count"]), *spelled.span())
        elif whose is Term.PIN:
            yield Stated("authentication-pin-length", int(spelled["count"]), *spelled.span())
    symbols = SYMBOLS.search(look.text)
    if symbols and has(look.text, Term.PIN, Term.PASSWORD, Term.SECRET):
        claim = (
            "signature-password-alphabet"
            if secret is Term.PASSWORD
            else "authentication-pin-alphabet"
        )
        words = look.sentence.quote(*symbols.span())
        yield Stated(claim, Said(Words(words, words)), *symbols.span())
    cell = re.search(r"文字|種類|使える|使う|形式", look.sentence.row + look.sentence.column)
    made = MADE_OF.search(look.text)
    if not (cell and look.sentence.row) and not (made and has(look.text, Term.PIN, Term.PASSWORD)):
        return
    secret = _named_before(look, made.start()) or secret if made else secret
    claim = (
        "signature-password-alphabet" if secret is Term.PASSWORD else "authentication-pin-alphabet"
    )
    if secret in (Term.OTHER_PIN, Term.BOTH):
        return
    part = look.text[: made.end()] if made else look.text
    for pattern, alphabet in KINDS:
        found = pattern.search(part)
        if found:
            yield Stated(claim, alphabet, *found.span())
            return


def _named_before(look: Look, index: int) -> Term | None:
    """The secret that was named last before a place, by its name."""
    named = [
        each
        for each in look.terms
        if each.start < index
        and each.term in SECRETS | {Term.CERTIFICATE, Term.AUTHENTICATION_CERTIFICATE}
    ]
    named = [
        each
        for each in named
        if not re.fullmatch(
            r"英数字|(?:数字)?[0-9]+(?:桁|けた|ケタ)", look.text[each.start : each.end]
        )
    ]
    return _meant(named[-1].term) if named else None
