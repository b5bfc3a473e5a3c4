"""How often: wrong entries until the lock, entries of the new PIN, uses of a reservation."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.figures import Measure
from guidance.look import Look
from guidance.terms import Term

MISTAKES = re.compile(
    r"間違|まちが|誤|ミス|失敗|打ち損|ロックまで|ロックする(?:回数|まで)|ロックされる(?:回数|まで)|違う(?:番号|暗証番号|数字|パスワード)"
)
LOCKED = re.compile(r"ロック|使えなく|使用できなく|止ま|閉塞|凍結|受け付けなく")
LEFT = re.compile(r"(?:残り|あと|まだ|のうち)[^、。]{0,6}$|しか間違")
AT_MOST = re.compile(r"^(?:まで|以内)")
BEYOND = re.compile(r"^を(?:超え|越え|こえ)")


def tries(look: Look) -> Iterator[Stated]:
    """Wrong entries in a row that lock a secret: 3回続けて間違えると, ロックまで | 3回."""
    over = look.sentence.row + look.sentence.column
    told = look.text + over
    follows = _follows(look)
    if not (MISTAKES.search(told) or follows) or "予約番号" in told:
        return
    for figure in look.figures:
        before, after = look.text[: figure.start], look.text[figure.end :]
        if LEFT.search(before) or LEFT.search(before[-2:] + look.text[figure.start :][:12]):
            if LEFT.search(before):
                continue
        tied = MISTAKES.search(over) or MISTAKES.search(
            look.text[max(0, figure.start - 18) : figure.end + 28]
        )
        if not (tied or follows):
            continue
        claim = _tries_of(look.secret_at(figure.start))
        if claim is None:
            look.take(figure.start, figure.end)
            continue
        if figure.measure is Measure.TIMES and isinstance(figure.low, int):
            count = figure.low
            if "入力" in after[:8] and not MISTAKES.search(after[:14]) and not LOCKED.search(told):
                continue
            if re.match(r"(?:の|目の)?(?:誤り|間違い|ミス)?(?:まで(?:は|なら)|以内なら)", after):
                count += 1
            elif BEYOND.match(after):
                count += 1
            elif not LOCKED.search(told) and re.search(
                r"しか|まだ|失敗した|間違えた(?!ら|とき|場合)", look.text
            ):
                look.take(figure.start, figure.end)
                continue
            yield Stated(claim, count, figure.start, figure.end)
        elif (
            figure.measure is Measure.SPAN
            and LOCKED.search(told)
            and re.match(r"(?:連続|続け|つづけ|まちが|間違|誤|$)", after)
        ):
            quote = look.sentence.quote(figure.start, figure.end)
            yield Stated(claim, Said(Words(quote, quote)), figure.start, figure.end)
    if look.sentence.row and MISTAKES.search(look.sentence.row) and look.text.isdigit():
        claim = _tries_of(look.secret_at(0))
        if claim is not None:
            yield Stated(claim, int(look.text), 0, len(look.text))


def _follows(look: Look) -> bool:
    """Whether a short sentence goes on counting: 署名用パスワードのほうは5回。"""
    last = look.before[-1] if look.before else ""
    counted = re.search(r"[0-9]+回", last) and MISTAKES.search(last) and LOCKED.search(last)
    short = len(look.text) <= 45 and not look.has(Term.ENTER, Term.KIOSK, Term.NUMBER)
    return bool(counted and short and look.has(Term.PASSWORD, Term.PIN, Term.SECRET))


def _tries_of(secret: Term) -> str | None:
    if secret is Term.OTHER_PIN:
        return None
    return "signature-tries" if secret is Term.PASSWORD else "authentication-tries"


def entries(look: Look) -> Iterator[Stated]:
    """Entries of the new PIN: 新しい数字4桁を2回入力する."""
    if MISTAKES.search(look.text) or not look.has(Term.ENTER):
        return
    for figure in look.figures:
        near = look.text[max(0, figure.start - 30) : figure.end + 8]
        if figure.measure is Measure.TIMES and not figure.ordinal:
            if re.search(r"新|再設定|決め|変更後|設定する", look.text) or "確認" in near:
                yield Stated("new-pin-entries", figure.low, figure.start, figure.end)
        elif figure.measure is Measure.SPAN and re.match(
            r"(?:に分け|ずつ)", look.text[figure.end :]
        ):
            quote = look.sentence.quote(figure.start, figure.end)
            yield Stated("new-pin-entries", Said(Words(quote, quote)), figure.start, figure.end)
