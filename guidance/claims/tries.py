"""Wrong entries in a row that lock a secret: 3回続けて間違えると, ロックまで | 3回."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Range, Said, Stated
from guidance.figures import Figure, Measure
from guidance.look import Look
from guidance.terms import Term, has

MISTAKES = re.compile(
    r"間違|まちが|誤|ミス|失敗|打ち損|外(?:す|し|れ)|しくじ|違(?:う|った)(?:番号|暗証番号|数字|パスワード|もの)|不一致"
)
LOCKED = re.compile(
    r"ロック|鍵がかか|使えなく|使用できなく|止ま|閉塞|凍結|受け付けなく|利用できなく|停止|入力できなく"
)
OPEN_YET = re.compile(
    r"(?:ロック|止ま|使えなく|凍結|停止)[^、。]{0,9}(?:ない|ません|ず|おらず)|まだ[^、。]{0,10}(?:使え|大丈夫|入力でき)|未ロック"
)
"""What is said of a secret that is not locked yet."""

UNLIMITED = re.compile(
    r"(?:何(?:回|度)(?:でも)?|いくら)[^、。]{0,8}(?:間違え|まちがえ|誤|失敗|ミス|外)[^、。]{0,8}(?:ても|でも)[^。]{0,16}(?:ロックされ(?:ない|ません|ず)|止まら|使え(?:ます|る)|大丈夫|問題)"
    r"|(?:回数|誤入力)[^、。]{0,12}(?:上限|制限)[^、。]{0,10}(?:ない|ありません|なく|なし|設けられていない|設けて(?:い)?(?:ない|ません))"
    r"|ロックという(?:仕組み|機能)[^、。]{0,8}(?:ない|ありません|なく)|(?:回数|誤入力)に(?:は)?(?:上限|制限)(?:が|は)(?:ない|なく|ありません)"
)
ONCE_ONLY = re.compile(
    r"(?:たった)?(?:一度|一回|1回|1度)(?:でも|だけでも)[^、。]{0,12}(?:間違え|まちがえ|誤|違う|失敗|ミス|外)[^。]{0,26}(?:ロック|止ま|使えなく)"
)
IN_ALL = re.compile(r"通算|累計|合計|延べ|のべ|トータル")
LEFT = re.compile(
    r"(?:残り|あと|のこり|残された回数は?)(?:の回数は?|の入力は?|が|は|わずか)?[「]?$"
)
LABEL = re.compile(
    r"ロックまで|ロックの条件|ロック閾値|ロック(?:される|する|が?かかる)(?:まで|回数|連続|条件|のは)|(?:誤入力|ミス|間違い|誤り)の?(?:上限|許容|回数|限度)|(?:連続|許される|許容)[^、。]{0,6}(?:誤|ミス|間違|失敗)|何(?:回|度)[^、。]{0,10}(?:間違|誤|ミス|失敗)"
)
"""A head or a phrase that asks for the number."""

RESIDUE = re.compile(
    r"明日|翌日|翌朝|今日|きょう|昨日|きのう|前の晩|前日|途中|手前|それまで|さっき|もう|すでに|続けて入れて"
)


def tries(look: Look) -> Iterator[Stated]:
    """What the sentence states of the number of tries of either secret."""
    over = (
        look.sentence.row + "。" + look.sentence.column + "。" + "".join(look.sentence.heads[-1:])
    )
    text = look.text
    if "予約番号" in text + over or look.has(Term.FACE, Term.BIOMETRICS):
        for figure in look.figures:
            look.take(figure.start, figure.end)
        return
    yield from _without_figure(look)
    labelled = LABEL.search(over) is not None or _follows(look)
    for figure in look.figures:
        if figure.measure not in (Measure.TIMES, Measure.SPAN):
            continue
        if not (MISTAKES.search(text + over) or labelled):
            continue
        value = _value(look, figure, labelled)
        if value is None:
            if (
                MISTAKES.search(text)
                and figure.measure is Measure.TIMES
                and not look.has(Term.ENTER)
            ):
                look.take(figure.start, figure.end)
            continue
        look.take(figure.start, figure.end)
        for claim in _claims(look, figure.start):
            yield Stated(claim, value, figure.start, figure.end)
    if labelled and text.isdigit():
        for claim in _claims(look, 0):
            yield Stated(claim, int(text), 0, len(text))


def _without_figure(look: Look) -> Iterator[Stated]:
    """No limit at all, or a lock at the first mistake."""
    endless, once = UNLIMITED.search(look.text), ONCE_ONLY.search(look.text)
    if endless and not re.search(r"わけでは|ことは(?:ない|あり)", look.text[endless.end() :][:12]):
        words = look.sentence.quote(*endless.span())
        for claim in _claims(look, endless.start()):
            yield Stated(claim, Said(Words(words, "no limit")), *endless.span())
    if once and not OPEN_YET.search(once.group()) and not re.search(r"正し", once.group()):
        for claim in _claims(look, once.start()):
            yield Stated(claim, 1, *once.span())


def _value(look: Look, figure: Figure, labelled: bool) -> object:
    """How many tries the figure stands for; None when it counts something else."""
    text = look.text
    before, after = text[: figure.start], text[figure.end :]
    if LEFT.search(before[-14:]) or re.match(r"(?:分|入力して|以内に入力)", after):
        return None
    if figure.measure is Measure.SPAN:
        return _of_span(look, figure, labelled)
    if not isinstance(figure.low, int) or not figure.low:
        return None
    rest = re.split(r"。", after)[0][:110]
    if RESIDUE.search(text) and re.search(r"まま|うえ|すでに|もう|前の晩|昨日|きのう|今朝", text):
        return None
    if IN_ALL.search(before[-8:]) and not re.search(
        r"では?な(?:く|い)|関係", text[figure.end :][:14]
    ):
        quote = look.sentence.quote(figure.start, figure.end)
        return Said(Words(f"通算{quote}", f"{quote} in all"))
    return _counted(figure.low, rest, text, before, labelled, look.context)


def _counted(count: int, rest: str, text: str, before: str, labelled: bool, over: str) -> object:
    if not labelled and re.search(r"[0-9]$|回目$", before[-1:]):
        return None
    lock = LOCKED.search(rest)
    up_to = re.match(
        r"(?:連続)?(?:して|で|の)?(?:誤り|間違い|ミス|失敗)?まで(?:で(?=、)|は(?!入)|なら(?!ば入)|の|です|だ|である|しか|許|間違|可|。|$|、)",
        rest,
    )
    if up_to and (labelled or MISTAKES.search(text)):
        tried = re.search(
            r"入力(?:でき|し直せ)|試", before[-16:] + rest[:16]
        ) and not MISTAKES.search(rest[:14] + before[-14:])
        return count if tried else count + 1
    if re.match(r"を(?:超え|越え|こえ)", rest):
        return count + 1
    if OPEN_YET.search(rest) and not re.search(r"(?:まで|し)?ない(?:と|かぎり|限り|うちは)", rest):
        mistaken = MISTAKES.search(rest[: OPEN_YET.search(rest).start() + 1])  # type: ignore[union-attr]
        return Range(count + 1, 99) if mistaken or "だけ" in rest else None
    if lock is None:
        conditional = re.match(
            r"[^、。]{0,8}(?:間違え|まちがえ|誤|失敗|ミス)[^、。]{0,10}(?:と|ば|たら|場合|ますと)[、はに]",
            rest,
        )
        if (
            labelled
            or (conditional and LOCKED.search(over))
            or re.search(
                r"ロック(?:まで(?:は|の(?:回数|ミス)は)?|(?:される|する|かかる)(?:の|回数|条件)は)[、]?[^、。]{0,16}$",
                before,
            )
        ):
            return count
        return None
    between = rest[: lock.start()]
    if re.search(r"正し(?:く|い)|再設定|ログインでき", between):
        return None
    tied = (
        MISTAKES.search(between)
        or re.match(r"(?:目|連続|続け|立て続け|つづけ|で|の(?:ミス|誤|失敗))", rest)
        or MISTAKES.search(before[-14:])
    )
    return count if tied else None


def _of_span(look: Look, figure: Figure, labelled: bool) -> object:
    """A unit that counts no tries: 3日つづけて間違えるとロック."""
    after = look.text[figure.end :]
    told = LOCKED.search(look.text) or labelled
    if (
        told
        and re.match(r"(?:連続|続け|つづけ|まちが|間違|誤|$|。)", after)
        and (MISTAKES.search(after) or labelled)
    ):
        quote = look.sentence.quote(figure.start, figure.end)
        return Said(Words(quote, quote))
    return None


def _claims(look: Look, index: int) -> list[str]:
    """The claims about whose secret the figure is: one, or both."""
    start, end = look.clause_at(index)
    around = look.text[max(0, start - 40) : end]
    both = has(around, Term.BOTH) or re.search(
        r"(?:も[^、。]{1,20}も|も[^、。]{0,20}と同じ|と同じ(?:で|く|よう))", around
    )
    if (
        both
        and has(look.text, Term.PASSWORD, Term.CERTIFICATE)
        and has(look.text, Term.PIN, Term.SECRET)
    ):
        return ["authentication-tries", "signature-tries"]
    secret = look.secret_at(index)
    if secret is Term.OTHER_PIN:
        return []
    return ["signature-tries" if secret is Term.PASSWORD else "authentication-tries"]


def _follows(look: Look) -> bool:
    """Whether a short sentence goes on counting: 署名用パスワードのほうは5回。"""
    last = look.before[-1] if look.before else ""
    counted = re.search(r"[0-9]+回", last) and MISTAKES.search(last) and LOCKED.search(last)
    short = len(look.text) <= 45 and not look.has(Term.ENTER, Term.KIOSK, Term.NUMBER)
    return bool(
        counted and short and look.has(Term.PASSWORD, Term.PIN, Term.SECRET, Term.CERTIFICATE)
    )
