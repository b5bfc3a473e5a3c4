"""Wrong entries in a row that lock a secret: 3回続けて間違えると, ロックまで | 3回."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fakes.words import Words
from guidance.claims.base import Range, Said, Stated
from guidance.figures import Figure, Measure
from guidance.look import SAME, Look
from guidance.terms import SECRETS, Term, about, has

MISTAKES = re.compile(
    r"間違|まちが|誤|ミス|失敗|打ち損|外(?:す|し|れ)|しくじ|はじかれ|違っ(?:て|たら)|(?<!間)違え(?:る|た|て|れ|ま)|違えば|違(?:う|った)(?:番号|暗証番号|数字|パスワード|もの)|不一致"
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
    r"|(?:回数|何回)[^、。]{0,8}(?:かかわらず|問わず|関係なく)[^、。]{0,8}ロック(?:は|も|が)?[^、。]{0,6}(?:ない|ません)|ロックという(?:仕組み|機能)[^、。]{0,8}(?:ない|ありません|なく)|(?:回数|誤入力)に(?:は)?(?:上限|制限|決まり|限り)(?:が|は)(?:ない|なく|ありません)"
)
ONCE_ONLY = re.compile(
    r"(?:たった)?(?:一度|一回|1回|1度)(?:でも|だけでも)[^、。]{0,12}(?:間違え|まちがえ|誤|違う|失敗|ミス|外)[^。]{0,26}(?:ロック|止ま|使えなく)"
)
IN_ALL = re.compile(r"通算|累計|合計|延べ|のべ|トータル")
LEFT = re.compile(
    r"(?:残り|あと|のこり|もう|さらに|今日|きょう|本日|今回|残された回数は?)(?:の回数は?|の入力は?|が|は|わずか)?[「]?$"
)
LABEL = re.compile(
    r"ロックまで|ロックの条件|ロック閾値|ロック(?:される|する|が?かかる)(?:まで|回数|連続|条件|のは)|(?:誤入力|ミス|間違い|誤り)の?(?:上限|許容|回数|限度)|(?:連続|許される|許容)[^、。]{0,6}(?:誤|ミス|間違|失敗)|何(?:回|度)[^、。]{0,10}(?:間違|誤|ミス|失敗)"
)
"""A head or a phrase that asks for the number."""

RESIDUE = re.compile(
    r"明日|翌日|翌朝|今日|きょう|昨日|きのう|前の晩|前日|途中|手前|それまで|さっき|もう(?![1一]つ|ひとつ|片方|一方)|すでに|続けて入れて"
)

NOT_SO = re.compile(r"わけでは|ことは(?:ない|あり)")
RIGHT = re.compile(r"正し")
OF_STEP = re.compile(
    r"(?:分|入力して|以内に入力|(?:だけ)?(?:でも)?(?:正解|正し|合[いっ]|成功|通[れっ]|当た))"
)
"""What follows a figure that counts entries, not mistakes: 2回入力して, 1度でも正解すれば."""

CARRIED = re.compile(
    r"思い込|まま|うえ|すでに|もう(?![1一]つ|ひとつ|片方|一方)|前の晩|昨日|きのう|今朝"
)
"""With `RESIDUE`: the mistakes of somebody's story, 昨日2回間違えたまま."""

STORY = re.compile(
    r"(?:続けて|連続で?)?(?:目(?:に|で))?(?:も)?(?:間違え|まちがえ|誤|失敗し|ミスし|外し)[^、。]{0,6}(?:まま|(?:た|ている)(?:だけ|ところ|段階|時点|状態|あと|後)(?![^。正]{0,20}(?:ロック|止ま|使えな|凍結|鍵|受け付けな|閉塞|停止))[、ではのも])"
    r"|目(?:に|で|は)?[^、。]{0,8}正し|(?:間違え|まちがえ|誤|失敗し|ミスし|外し)[^。]{0,14}(?:次に|次の|もう1回|もう一度|あと1回)"
)
"""Somebody's mistakes so far, no limit: 2回間違えたまま; 3回目に正しい番号を."""

NOT_IN_ALL = re.compile(r"では?な(?:く|い)|関係")
"""通算3回ではなく."""

DIGIT = re.compile(r"[0-9]$")
UP_TO = re.compile(
    r"(?:連続)?(?:して|で|の)?(?:誤り|間違い|ミス|失敗)?まで(?:で(?=、)|は(?!入)|なら(?!ば入)|の|です|だ|である|しか|許|間違|可|。|$|、)"
)
"""3回まで: so many mistakes do not lock yet."""

TRYING = re.compile(r"入力(?:でき|し直せ)|試")
"""入力できるのは3回まで: entries, of which the last one locks."""

EXCEEDED = re.compile(r"を(?:超え|越え|こえ)")
UNTIL = re.compile(r"(?:まで|し)?ない(?:と|かぎり|限り|うちは)")
"""3回間違えないかぎり: a denial that is a condition."""

CONDITION = re.compile(
    r"[^、。]{0,8}(?:間違え|まちがえ|誤|失敗|ミス)[^、。]{0,10}(?:と|ば|たら|場合|ますと)(?:[、はに]|かか)"
)
"""3回間違えると、 under a heading that speaks of the lock, or after ロックがあり、."""

ASKED_BEFORE = re.compile(
    r"ロック(?:まで(?:は|の(?:回数|ミス)は)?|(?:される|する|かかる)(?:の|回数|条件)は)[、]?[^、。]{0,16}$"
)
"""ロックされるのは、3回です: what the figure answers stands before it."""

TURNED = re.compile(r"(?<=[るすたい])(?:ん?(?:です|だ)|のだ)?(?:けれ?ど(?:も)?|が)、")
"""Where a sentence turns to what is the case: 止まるのだけど、."""

RECOVERED = re.compile(r"正し(?:く|い)|再設定|ログインでき")
"""What ends a row of mistakes before any lock."""

IN_A_ROW = re.compile(r"(?:目|連続|続け|立て続け|つづけ|で|の(?:ミス|誤|失敗))")
SPAN_IN_A_ROW = re.compile(r"(?:連続|続け|つづけ|まちが|間違|誤|$|。)")
ALIKE = re.compile(r"(?:も[^、。]{1,20}も|も[^、。]{0,20}と同じ|と同じ(?:で|く|よう))")
"""4桁も署名用も: both secrets alike."""

CLEFT = re.compile(
    r"[るいた]の[がは]、?(?=[^、。]{0,10}(?:4桁|パスワード|署名|英数字|利用者))[^、。]{1,16}"
)
"""5回間違えると使えなくなるのが、署名用パスワード: the secret is named last."""
SO_OFTEN = re.compile(r"[0-9]+回")


@dataclass(frozen=True)
class Spot:
    """A figure in its sentence; `labelled` says that a head, or the sentence before, asks for it."""

    look: Look
    figure: Figure
    labelled: bool

    @property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.look.text[: self.figure.start]

    @property
    def after(self) -> str:
        """The sentence from the figure on."""
        return self.look.text[self.figure.end :]

    @property
    def rest(self) -> str:
        """What follows the figure, of which it may be said."""
        return self.after.split("。")[0][:110]

    def said(self, ja: str = "", en: str = "") -> Said:
        """The figure in words, with words before and after it."""
        quote = self.look.sentence.quote(self.figure.start, self.figure.end)
        return Said(Words(f"{ja}{quote}", f"{quote}{en}"))


def tries(look: Look) -> Iterator[Stated]:
    """What the sentence states of the number of tries of either secret."""
    sentence = look.sentence
    over = "。".join((sentence.row, sentence.column, "".join(sentence.heads[-1:])))
    if "予約番号" in look.text + over or look.has(Term.FACE, Term.BIOMETRICS):
        for figure in look.figures:
            look.take(figure.start, figure.end)
        return
    yield from _without_figure(look)
    labelled = LABEL.search(over) is not None or _follows(look)
    if labelled or MISTAKES.search(look.text + over):
        for figure in look.figures:
            if figure.measure in (Measure.TIMES, Measure.SPAN):
                yield from _of_figure(Spot(look, figure, labelled))
    if labelled and look.text.isdigit():
        for claim in _claims(look, 0):
            yield Stated(claim, int(look.text), 0, len(look.text))


def _without_figure(look: Look) -> Iterator[Stated]:
    """No limit at all, or a lock at the first mistake."""
    endless, once = UNLIMITED.search(look.text), ONCE_ONLY.search(look.text)
    if endless and not NOT_SO.search(look.text[endless.end() :][:12]):
        words = look.sentence.quote(*endless.span())
        for claim in _claims(look, endless.start()):
            yield Stated(claim, Said(Words(words, "no limit")), *endless.span())
    if once and not OPEN_YET.search(once.group()) and not RIGHT.search(once.group()):
        for claim in _claims(look, once.start()):
            yield Stated(claim, 1, *once.span())


def _of_figure(spot: Spot) -> Iterator[Stated]:
    """What a figure states; one that counts mistakes in a story is taken and states nothing."""
    look, figure = spot.look, spot.figure
    value = _value(spot)
    told = figure.measure is Measure.TIMES and not look.has(Term.ENTER)
    if value is not None or (told and MISTAKES.search(look.text)):
        look.take(figure.start, figure.end)
    if value is not None:
        for claim in _claims(look, figure.start):
            yield Stated(claim, value, figure.start, figure.end)


def _value(spot: Spot) -> object:
    """How many tries the figure stands for; None when it counts something else."""
    figure, text = spot.figure, spot.look.text
    if LEFT.search(spot.before[-14:]) or OF_STEP.match(spot.after):
        return None
    if figure.measure is Measure.SPAN:
        return _of_span(spot)
    if not isinstance(figure.low, int) or not figure.low:
        return None
    if STORY.match(spot.after):
        return None
    if RESIDUE.search(text) and CARRIED.search(text) and not _conditional(spot.rest):
        return None
    if IN_ALL.search(spot.before[-8:]) and not NOT_IN_ALL.search(spot.after[:14]):
        return spot.said(ja="通算", en=" in all")
    return _counted(spot, figure.low)


def _conditional(rest: str) -> bool:
    """Whether a count of mistakes is a condition: 2回続けて失敗したら; not お間違えでしたら, of a story."""
    found = CONDITION.match(rest)
    return found is not None and "でしたら" not in found.group()


def _of_span(spot: Spot) -> Said | None:
    """A unit that counts no tries: 3日つづけて間違えるとロック."""
    mistaken = MISTAKES.search(spot.after) and LOCKED.search(spot.look.text)
    if (mistaken or spot.labelled) and SPAN_IN_A_ROW.match(spot.after):
        return spot.said()
    return None


def _counted(spot: Spot, count: int) -> object:
    """The tries that a count comes to: of 3回まで the fourth locks, as of 3回を超えると."""
    rest = spot.rest
    if not spot.labelled and DIGIT.search(spot.before):
        return None
    if UP_TO.match(rest) and (spot.labelled or MISTAKES.search(spot.look.text)):
        return count if _of_entries(spot) else count + 1
    if EXCEEDED.match(rest):
        return count + 1
    still_open = OPEN_YET.search(rest.split("。")[0][: _turn(rest)])
    if still_open and not UNTIL.search(rest):
        mistaken = MISTAKES.search(rest[: still_open.start() + 1])
        return Range(count + 1, 99) if mistaken or "だけ" in rest else None
    lock = LOCKED.search(rest)
    tied = _labels(spot) if lock is None else _ties(spot, rest[: lock.start()])
    return count if tied else None


def _turn(rest: str) -> int:
    """Where a sentence that has told of the lock turns to another: 止まるけど、/ まだ止まっていない."""
    lock = LOCKED.search(rest)
    turn = TURNED.search(rest, lock.end()) if lock else None
    return turn.end() if turn else len(rest)


def _of_entries(spot: Spot) -> bool:
    """Whether a limit is one of entries, right or wrong: 入力できるのは3回まで."""
    before, rest = spot.before, spot.rest
    trying = TRYING.search(before[-16:] + rest[:16])
    return trying is not None and not MISTAKES.search(rest[:14] + before[-14:])


def _labels(spot: Spot) -> bool:
    """Whether without a word of the lock after it a figure is the number that locks."""
    if spot.labelled or ASKED_BEFORE.search(spot.before):
        return True
    over = spot.look.context + spot.before
    return bool(CONDITION.match(spot.rest) and LOCKED.search(over))


def _ties(spot: Spot, between: str) -> bool:
    """Whether what stands between the figure and the lock makes the one the other's."""
    if RECOVERED.search(between):
        return False
    return bool(
        MISTAKES.search(between) or IN_A_ROW.match(spot.rest) or MISTAKES.search(spot.before[-14:])
    )


def _claims(look: Look, index: int) -> tuple[str, ...]:
    """The claims about whose secret the figure is: one, or both."""
    if _of_both(look, index):
        return ("authentication-tries", "signature-tries")
    cleft = CLEFT.search(look.text, index)
    last = about(cleft.group(), *SECRETS, *SAME) if cleft else None
    secret = SAME.get(last, last) if last else look.secret_at(index)
    if secret is Term.OTHER_PIN:
        return ()
    return ("signature-tries" if secret is Term.PASSWORD else "authentication-tries",)


def _of_both(look: Look, index: int) -> bool:
    """Whether a figure is said of both secrets: 4桁も署名用も3回で."""
    start, end = look.clause_at(index)
    around = look.text[max(0, start - 40) : end]
    return (
        look.has(Term.PASSWORD, Term.CERTIFICATE)
        and look.has(Term.PIN, Term.SECRET)
        and (has(around, Term.BOTH) or ALIKE.search(around) is not None)
    )


def _follows(look: Look) -> bool:
    """Whether a short sentence goes on counting: 署名用パスワードのほうは5回."""
    last = look.before[-1] if look.before else ""
    if not (SO_OFTEN.search(last) and MISTAKES.search(last) and LOCKED.search(last)):
        return False
    short = len(look.text) <= 45 and not look.has(Term.ENTER, Term.KIOSK, Term.NUMBER)
    return short and look.has(Term.PASSWORD, Term.PIN, Term.SECRET, Term.CERTIFICATE)
