"""What is said of the count of mistakes: 回数は元に戻ります, 日付が変わっても残ります."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
from guidance.look import Look
from guidance.polarity import affirmed, last
from guidance.terms import Term, has

COUNTS = re.compile(
    r"回数|カウンタ|数え|ミス|間違い|まちがい|(?:間違|まちが)え(?:た|て)|誤り|誤入力|誤っ|カウント|失敗|数え|記録|しくじ|残り|計数"
)
"""Words for the mistakes made, or the tries left."""

BACK = re.compile(
    r"(?:元|ゼロ|0|0回|最初|はじめ|初め|白紙|3回|5回|振り出し|満数)に(?:は)?(?:戻|復帰|復活|リセット|なり|なる|なって|もど|回復|返)|消え|消去|リセット|清算|抹消|白紙化|ゼロ化|チャラ|水に流|帳消し|なかったこと|クリア"
    r"|(?:回数|カウント|ミスの?数|(?:間違い|誤り|失敗)の?数|ミス|間違い)(?:は|が|も|を)[^、。残減]{0,6}戻[りるらっすせ]|(?:日付|翌日|翌朝|時点|夜|朝|日)[^、。戻]{0,8}戻(?:る|り(?=ま)|ら)|元(?:どおり|通り)|ゼロ(?:から|になり|になる|に)|数え直|(?:一|1|初め|はじめ|最初)から(?:数え|やり直|に(?:なり|なる|戻))|初めから|数えられなくなる|数に(?:は)?入り?(?:ません|らない)|また(?:3|5)回(?:まで)?|回復|ご破算|取り消され|(?:3|5)回(?:まで)?(?:試|入力|に戻)"
)
"""What is said of a count that begins anew."""

KEPT = re.compile(
    r"残(?:り(?=ま)|る|った|って)|持ち越|繰り越|引き継|据え?置|保持|継続(?!し?て?使)|存続|不変|前日のまま|そのまま|維持され|減ったまま|積み(?:上|重)|合算|通算|累計|まま(?:です|だ|である|と|。|$|で|に)|続き(?:から|として|に)|加算|足され"
)
"""What is said of one that goes on."""

NEXT_DAY = re.compile(
    r"日付|翌日|翌朝|朝(?:に|が)(?:な|来)|朝には|夜明け|目が覚め|(?:寝|眠)(?:れば|ると|たら|て|った)|次の日|日が(?:変|た|改)|日を(?:また|おい|改|変)|夜が明け|一晩|ひと晩|一夜|(?:何|数)日|日をま|明日|前日|前の(?:日|晩)|昨日|きのう|きょう|今朝|(?:午前|深夜|夜中の?)?(?:0|12)時(?!間)|日にち|先週|一日単位|1日単位|日ごと"
)
"""A day that is over."""

TRIED = re.compile(r"[0-9]回(?:まで)?お?試")
RIGHT_ENTRY = re.compile(
    r"正し(?:い|く)|合っている|正解|(?:照合|ログイン|認証|入力)に成功|(?:認証|照合)(?:が|を|に)通|ログインできて|ログインできた"
)
UNMOVED = re.compile(
    r"(?:正し(?:い|く)|正解|合っ)[^、。]{0,16}(?:て|で)も、?(?!ロック)[^、。]{0,14}(?:(?:変わ|減|戻|もど|消え)[らりえ]?(?:ません|ない|ず)|(?:減った|その|同じ|数えられた)まま)"
)
"""正しい番号を入れても、回数は減りません."""
COUNTED = re.compile(
    r"(?:数|回数|分|記録|カウント|カウンタ|ミス|間違い|誤り)[^、。]{0,4}(?:は|が|も)"
)
"""The mistakes, as that of which a clause speaks."""
RIGHT_CONDITION = re.compile(r"(?:正し(?:い|く)|正解|合っ)[^、。]{0,14}(?:ば|たら|と)、")
"""正しく入れられていれば、: then it is not the day that gives the tries back."""
CUMULATIVE = re.compile(
    r"(?:合計|通算|累計|延べ|のべ|トータル|通し)(?:の|した)?[^、。]{0,6}(?:で|を|として)[^、。]{0,4}(?:数え|カウント|計算|判定)(?!ま?せん|ない|ず|られ(?:ない|ません))"
)
"""All mistakes together are counted, not those in a row: 合計の回数で数えます."""
PARTLY = re.compile(
    r"(?:[0-9一二]|ひと)(?:回|つ|度)(?:分)?(?:だけ|ずつ|のみ|ぶん)?[^、。]{0,6}(?:減|戻|消|差し引|少な)|半分|半減|一部(?:だけ|が)|増え|繰り越|残"
)
"""一回分だけ減る, 半分になる: anything but that all the mistakes are forgotten."""
UNTIL_RIGHT = re.compile(r"(?:正し(?:い|く)|正解)[^、。]{0,12}まで(?!す|$)")
"""正しく入れるまでは積み重なる."""
SUPPOSED = re.compile(r"[^、。]{0,6}と(?:思|勘違|信じ|考え|誤解|期待)")
"""What somebody took for true: 戻っていると思い込んで."""
RIGHT_WORDS = re.compile(r"正し(?:い|く)|正解")
FORGIVEN = re.compile(r"帳消し|なかったこと")
AFTER_LOCK = re.compile(r"ロック(?:後|のあと|された(?:あと|後|4桁)|がかかった後)")
ONE_OF_THEM = re.compile(r"(?:1|一)回分(?:だけ|のみ)")
"""一回分だけ戻る: not all the tries come back."""

NOT_SO = re.compile(r"(?:そうは(?:な|いき)|そんなことは|いいえ|そうでは)")
"""…と思いがちですが、そうはなりません: what was said before is turned round."""

IS_NOT = re.compile(
    r"(?<!というもの)(?<!ということ)(?<!というわけ)では(?:ありません|ない|なく)|(?:(?<!も)のでは|(?<!という)わけでは)(?:ありません|ない)|によって[^、。]{0,10}のではない"
)
"""日付が変わることによってではない: not by this cause."""

NOT_BY = re.compile(r"ことによって[^、。]{0,8}(?:のではない|ない)")
CELL_NO, CELL_YES = re.compile(r"なし|ない|されない|[×]|継続"), re.compile(r"あり|ある|される|[○]")


def next_day(look: Look) -> Iterator[Stated]:
    """Whether a new day gives the tries back: 日付が変わっても回数は戻りません."""
    told = look.told
    in_told, head = NEXT_DAY.search(told), "".join(look.sentence.heads[-1:])
    if not in_told and (not NEXT_DAY.search(head) or RIGHT_ENTRY.search(told)):
        return
    counted = COUNTS.search(told if in_told else told + head) or TRIED.search(told)
    counted = counted or (_said_before(look) if in_told and BACK.search(look.text) else None)
    if not counted or has(told, Term.RESERVE, Term.NUMBER):
        return
    restored_so = _restored_by(look, RIGHT_WORDS, NEXT_DAY)
    if restored_so and RIGHT_CONDITION.search(look.text):
        return
    if restored_so is not None:
        yield Stated("tries-next-day", restored_so, 0, len(look.text))


def _said_before(look: Look) -> re.Match[str] | None:
    """The count of which the sentence before spoke: …しくじった数は帳消しになる。日付が変わっても…."""
    last = look.before[-1] if look.before else ""
    return COUNTS.search(last) if RIGHT_ENTRY.search(last) else None


def restored(look: Look) -> Iterator[Stated]:
    """Whether a right entry gives the tries back: 正しく入力すれば回数は元に戻ります."""
    told = look.told
    about = told + "".join(look.sentence.heads[-1:])
    if (CUMULATIVE.search(look.text) or UNMOVED.search(look.text)) and COUNTS.search(
        about + "".join(look.before[-1:])
    ):
        yield Stated("tries-restored", False, 0, len(look.text))
        return
    if UNTIL_RIGHT.search(told) or not RIGHT_ENTRY.search(about) or AFTER_LOCK.search(told):
        return
    if COUNTS.search(about) or FORGIVEN.search(told):
        given = _restored_by(look, NEXT_DAY, RIGHT_ENTRY)
        if given is not None:
            yield Stated("tries-restored", given, 0, len(look.text))


def _restored_by(look: Look, other: re.Pattern[str], cause: re.Pattern[str]) -> bool | None:
    """Whether the sentence says that what `cause` names gives the tries back.

    A clause that names only the `other` cause speaks of something else.
    """
    said: bool | None = None
    right = cause is RIGHT_ENTRY and RIGHT_CONDITION.search(look.text)
    if right and PARTLY.search(look.text, right.end()):
        rest = look.text[right.end() :]
        if COUNTED.search(rest) and affirmed(PARTLY, rest) and not affirmed(BACK, rest):
            return False
    for begin, end in look.clauses:
        clause = look.text[begin:end]
        caused = cause.search(clause) is not None
        if caused or not other.search(clause):
            said = _restored(look, clause, caused, said)
    if said is None and look.sentence.row + look.sentence.column:
        return _of_cell(look.text.strip("。"))
    return said


def _restored(look: Look, clause: str, caused: bool, said: bool | None) -> bool | None:
    """What a clause makes of what the clauses before it said."""
    if SUPPOSED.match(clause[last(BACK, clause) :]):
        return said
    back, kept = affirmed(BACK, clause), affirmed(KEPT, clause)
    if back is not None:
        said = back and not ONE_OF_THEM.search(look.text)
    elif kept is not None:
        said = not kept
    if said is not None and NOT_SO.match(clause):
        return not said
    denied = IS_NOT.search(clause) or (said is None and NOT_BY.search(clause))
    return False if caused and denied else said


def _of_cell(text: str) -> bool | None:
    """A cell なし or あり."""
    if CELL_NO.match(text):
        return False
    return True if CELL_YES.match(text) else None
