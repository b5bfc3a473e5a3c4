"""What a lock does, what ends it, and what gives the tries back."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
from guidance.look import Look
from guidance.polarity import affirmed
from guidance.terms import Term, has

RIGHT = re.compile(
    r"(?:正し(?:い|かった|ければ)|正当な?|本当の|合って(?:い)?(?:る|れ)|正解|正規の|本来の)|正しく(?:入力|入れ|打|照合)"
    r"|(?:番号|4桁|数字|暗証番号|パスワード|pin|それ|もの|正解)(?:を|が|は)?(?:後から|あとから)?思い出|思い出(?:し|せ|さ)(?:た|て|れ|ま)"
    r"|覚えている(?:人|方)は(?:ロック|従来|そのまま)|従来の4桁|ロック前の番号"
)
"""The right PIN, typed in or remembered."""

LOCKED = re.compile(r"ロック|かかった鍵|鍵がかか|止ま|使えなく|閉塞|凍結")
BEFORE_LOCK = re.compile(
    r"(?:ロック|止ま)[^。、]{0,6}(?:前に|まで|手前|される前|しないうち)|手前|途中|までに|ロックされないう"
)
OPENS = re.compile(
    r"通(?:り(?=ま)|る|って|れ)|受け?(?:付|つ)け(?:られ|て(?:は)?(?:もらえ|くれ|いただけ)|る|ます)|ok|使え(?!るように)|使用でき|使用可|ログインでき|ログインし直せ"
    r"|解(?:け|除|かれ|き)|外れ|入れ(?:ます|る(?!こと|て)|ら)|元に戻|使い続け|(?<![不許])可(?=$|[。、)])|[○◯]|効(?:き|く)|認め|認証され|復活|回復|直(?:り(?=ま)|る|ら|っ)|なお(?:り(?=ま)|る|ら|っ)|利用でき|エラーは?が?消え|消え(?=ま|る|て)|つかえ|入れました|入れた|復旧|戻ら|外さ|開(?:き(?=ま)|く|か|い)"
)
"""What is said of a lock that opens."""

REFUSED = re.compile(
    r"ng|はじか|弾か|拒(?:まれ|否|ま)|無視|はねら|門前払い|使用不可|不可|[×✕]|だめ|ダメ|駄目|無駄|意味(?:が|は)な|かかったまま|ロックされたまま|役に立た|間に合わ|遅|手遅れ|通じな|無効"
)
"""What is said of a lock that holds."""

WAITING = re.compile(
    r"待(?:って|つ|て|ち|た)|(?<![し閉止始決])まって(?:い|も|れ)|お待ち|しまって|ひと月|そのうち|いずれ|時間(?:が|を|の|も)?(?:たて|たっ|経|置|おい|空け|経過|かけ)|日付?(?:が|を|にち)(?:変|また|おい|置|たて|経|改)"
    r"|(?:ひと|一|1)晩|放(?:って|置)|ほうって|しばらく|自然(?:に|と)|ひとりで|自動(?:的)?(?:な|に|で|解|復|回)|翌(?:日|朝)(?:に|まで|には)|次の日"
    r"|[0-9]+(?:日|時間|分|週間|か月|年)(?:たて|経て|経つ|経っ|待|後|おけ|置|す(?:れ|ぎ)|が過)|何日|何か月|何年|明日(?:に|まで)|日数|時が(?:たて|経|解)|時間が解決|期間を(?:お|置)"
)
"""Time that passes by itself."""

COUNTS = re.compile(
    r"回数|カウンタ|数え|ミス|間違い|まちがい|間違え(?:た|て)|誤り|誤入力|誤っ|カウント|失敗|数え|記録|しくじ|残り|計数"
)
BACK = re.compile(
    r"(?:元|ゼロ|0|0回|最初|はじめ|初め|白紙|3回|5回|振り出し|満数)に(?:は)?(?:戻|復帰|復活|リセット|なり|なる|なって|もど|回復|返)|消え|消去|リセット|帳消し|なかったこと|クリア"
    r"|ゼロ(?:から|になり|になる|に)|数え直|初めから|数えられなくなる|数に(?:は)?入り?(?:ません|らない)|また(?:3|5)回(?:まで)?|回復|ご破算|取り消され|(?:3|5)回(?:まで)?(?:試|入力|に戻)"
)
KEPT = re.compile(
    r"残(?:り(?=ま)|る|った|って)|持ち越|繰り越|引き継|前日のまま|そのまま|維持され|減ったまま|積み(?:上|重)|合算|通算|累計|まま(?:です|だ|である|と|。|$|で|に)|続き(?:から|として|に)|加算|足され"
)
NEXT_DAY = re.compile(
    r"日付|翌日|翌朝|次の日|日が(?:変|た|改)|日を(?:また|おい|改|変)|夜が明け|一晩|ひと晩|一夜|(?:何|数)日|日をま|明日|前日|前の(?:日|晩)|昨日|きのう|きょう|今朝|(?:午前|深夜|夜中の?)?(?:0|12)時(?!間)|日にち|先週|一日単位|1日単位|日ごと"
)


def right_entry(look: Look) -> Iterator[Stated]:
    """Whether the right PIN opens a locked card: 正しい番号でも受け付けません."""
    head = "".join(look.sentence.heads[-1:])
    told = look.text + "。" + look.sentence.row + look.sentence.column
    found = RIGHT.search(told) or (RIGHT.search(head) if LOCKED.search(head) else None)
    last = look.before[-1] if look.before else ""
    if found is None and re.search(r"(?:それ|これ)で", look.text):
        found = RIGHT.search(last)
    about = " ".join((told, *look.sentence.heads[1:], look.sentence.row, *look.before[-3:]))
    if (
        found is None
        or look.has(Term.PASSWORD, Term.RESERVE, Term.KIOSK)
        or not LOCKED.search(about)
    ):
        return
    if BEFORE_LOCK.search(told) or (
        COUNTS.search(told) and (BACK.search(look.text) or KEPT.search(look.text))
    ):
        return
    inside = found.string is told and found.start() < len(look.text)
    start = found.start() if inside else 0
    opens = _opens(look.text[start:])
    if opens is not None:
        yield Stated("lock-is-final", not opens, start, len(look.text))


def _opens(text: str) -> bool | None:
    """Whether a text says that the lock opens, by the last word on it."""
    if re.search(
        r"(?:再設定|手続き)(?:は|も|の手続きは)?[^、。]{0,6}(?:しなくて(?:も)?|不要|いりません|いらない|要りません|必要(?:は)?(?:ありません|ない|なく))",
        text,
    ):
        return True
    text = re.sub(
        r"(?:ほかの|別の)?(?:再設定|手続き)[^、。]{0,12}(?:必要|不要|要り|いり|しか|要る)[^、。]{0,12}",
        "",
        text,
    )
    text = re.sub(r"「[^「」]*か」と", "", text)
    opens, refused = affirmed(OPENS, text), affirmed(REFUSED, text)
    last_open = max((found.end() for found in OPENS.finditer(text)), default=-1)
    last_refused = max((found.end() for found in REFUSED.finditer(text)), default=-1)
    if opens is None and refused is None:
        return None
    if last_refused > last_open:
        return not refused
    return opens


def waiting(look: Look) -> Iterator[Stated]:
    """Whether a lock ends by itself: 待っても解けません."""
    head = "".join(look.sentence.heads[-1:])
    over = look.sentence.row + look.sentence.column
    told = look.text + "。" + over
    found = WAITING.search(told) or (WAITING.search(head) if LOCKED.search(head) else None)
    last = look.before[-1] if look.before else ""
    if found is None and re.search(r"(?:それ|これ)で", look.text):
        found = WAITING.search(last)
    if (
        found is None
        or has(told, Term.NUMBER, Term.RESERVE)
        or re.search(r"待ち時間|待たず|(?:ミス|間違い|誤り)の(?:数|回数)|待つ必要", told)
    ):
        return
    if re.search(r"使い始め|新しい(?:番号|暗証番号)|決め直した|窓口で|混", told):
        return
    about = " ".join((told, *look.sentence.heads[1:], look.sentence.row, *look.before[-3:]))
    if not LOCKED.search(about) or (
        COUNTS.search(told) and NEXT_DAY.search(told) and not re.search(r"ロック", told)
    ):
        return
    inside = found.string is told and found.start() < len(look.text)
    start = found.start() if inside else 0
    ends = _ends(look.text[start:] if inside and not over.strip() else look.text, look)
    if ends is not None:
        yield Stated("lock-is-final", not ends, start, len(look.text))
        for figure in look.figures:
            look.take(figure.start, figure.end)


def _ends(text: str, look: Look) -> bool | None:
    """Whether a text says that a lock ends by itself."""
    bare = text.strip("。 ")
    over = look.sentence.row + look.sentence.column
    if over and re.match(r"(?:なし|無し|ない|されない|不可|×)", bare):
        return False
    if over and re.match(r"(?:あり|有り|ある|される|可|○|解除済み|時間の経過)", bare):
        return True
    opens = _opens(text)
    if opens is None and re.search(
        r"しか(?:な|あり)|必要(?:です|だ|にな|が(?:あ|生)|と)|要る|いります|要します|変わりま?せん|変わらな",
        text,
    ):
        return False
    if opens is None and re.search(
        r"(?:大丈夫|よい|いい|十分|済み|足り)(?:です|ます|る|だ)?", text
    ):
        return True
    return opens


def next_day(look: Look) -> Iterator[Stated]:
    """Whether a new day gives the tries back: 日付が変わっても回数は戻りません."""
    over = look.sentence.row + look.sentence.column
    head = "".join(look.sentence.heads[-1:])
    told = look.text + "。" + over
    day = NEXT_DAY.search(told) or NEXT_DAY.search(head)
    about = told + ("" if NEXT_DAY.search(told) else head)
    if (
        day is None
        or not COUNTS.search(about)
        and not re.search(r"[0-9]回(?:まで)?試", told)
        or has(told, Term.RESERVE, Term.NUMBER)
    ):
        return
    restored = _restored_by(look, r"正し(?:い|く)|正解", NEXT_DAY)
    if restored is not None:
        yield Stated("tries-next-day", restored, 0, len(look.text))


def restored(look: Look) -> Iterator[Stated]:
    """Whether a right entry gives the tries back: 正しく入力すれば回数は元に戻ります."""
    over = look.sentence.row + look.sentence.column
    head = "".join(look.sentence.heads[-1:])
    told = look.text + "。" + over
    right = re.compile(r"正し(?:い|く)|合っている|正解|照合に成功|ログインできて|ログインできた")
    about = told + head
    if not right.search(about) or not (
        COUNTS.search(about) or re.search(r"帳消し|なかったこと", told)
    ):
        return
    if re.search(r"ロック(?:後|のあと|された(?:あと|後|4桁)|がかかった後)", told):
        return
    given = _restored_by(look, NEXT_DAY.pattern, right)
    if given is not None:
        yield Stated("tries-restored", given, 0, len(look.text))


def _restored_by(look: Look, other: str, cause: re.Pattern[str]) -> bool | None:
    """Whether the sentence says that what `cause` names gives the tries back.

    A clause that names only the `other` cause speaks of something else.
    """
    said: bool | None = None
    over = look.sentence.row + look.sentence.column
    for begin, end in look.clauses:
        clause = look.text[begin:end]
        if re.search(other, clause) and not cause.search(clause):
            continue
        back, kept = affirmed(BACK, clause), affirmed(KEPT, clause)
        if back is not None:
            said = back if not re.search(r"(?:1|一)回分(?:だけ|のみ)", look.text) else False
        elif kept is not None:
            said = not kept
        if (
            re.match(r"(?:そうは(?:な|いき)|そんなことは|いいえ|そうでは)", clause)
            and said is not None
        ):
            said = not said
        elif (
            cause.search(clause)
            and re.search(
                r"(?:とき|時)?では(?:ありません|ない|なく)|ことによって[^、。]{0,8}(?:のではない|ない)",
                clause,
            )
            and said is None
        ):
            said = False
        elif cause.search(clause) and re.search(
            r"では(?:ありません|ない|なく)|(?:のでは|わけでは)(?:ありません|ない)|によって[^、。]{0,10}のではない",
            clause,
        ):
            said = False
    bare = look.text.strip("。")
    if said is None and over and re.match(r"(?:なし|ない|されない|[×]|継続)", bare):
        return False
    if said is None and over and re.match(r"(?:あり|ある|される|[○])", bare):
        return True
    return said
