"""What a lock does, and what ends it: 正しい番号でも受け付けません, 待っても解けません."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
from guidance.claims.counting import BACK, COUNTS, KEPT, NEXT_DAY
from guidance.look import Look
from guidance.polarity import affirmed, last
from guidance.terms import Term, has

RIGHT = re.compile(
    r"(?:正し(?:い|かった|ければ)|正当な?|本当の|合って(?:い)?(?:る|れ)|正解|正規の|本来の|あっている(?=番号|4桁|数字))|正しく(?:入力|入れ|打|照合)"
    r"|(?:番号|4桁|数字|暗証番号|パスワード|pin|それ|もの|正解)(?:を|が|は)?(?:後から|あとから)?思い出|思い出(?:し|せ|さ)(?:た|て|れ|ま)"
    r"|覚えている(?:人|方)は(?:ロック|従来|そのまま)|従来の4桁|ロック前の番号|(?:元|もと|以前)の(?:番号|4桁|暗証番号)"
)
"""The right PIN, typed in or remembered."""

LOCKED = re.compile(r"ロック|かかった鍵|鍵がかか|止ま|使えなく|閉塞|凍結|解け")
BEFORE_LOCK = re.compile(
    r"(?:ロック|止ま)[^。、]{0,6}(?:前に|まで|手前|される前|しないうち)|手前|途中|までに|ロックされないう"
)
OPENS = re.compile(
    r"通(?:り(?=ま)|る|って|れ)|受理|受容|通過|受付可|受け?(?:付|つ)け(?:られ|て(?:は)?(?:もらえ|くれ|いただけ)|る|ます)|ok|(?:お使い|ご利用|お入れ|ご入力)になれ|使え(?!るように)|使用でき|使用可|ログインでき|ログインし直せ"
    r"|元(?:どおり|通り)に(?:なり|なる|戻)|解(?:け|除|かれ|き)|外れ|入れ(?:ます|る(?!こと|て)|ら)|元に戻|使い続け|(?<![不許])可(?=$|[。、)])|[○◯]|効(?:き|く)|有効(?!期)|認め|認証され|復活|回復|直(?:り(?=ま)|る|ら|っ)|なお(?:り(?=ま)|る|ら|っ)|利用でき|(?:ロック|エラー|制限)(?:は|が|も)?[^、。]{0,4}消え|つかえ|入れました|入れた|復旧|戻ら|外さ|開(?:き(?=ま)|く|か|い)|間に合(?:う|い)|助か(?:る|り)|生き返|取り戻せ"
)
"""What is said of a lock that opens."""

REFUSED = re.compile(
    r"ng|はじか|弾か|拒(?:まれ|否|ま)|無視|はねら|門前払い|使用不可|不可|[×✕]|だめ|ダメ|駄目|無駄|意味(?:が|は)な|かかったまま|ロックされたまま|役に立(?:たない|ちません|たず)|間に合(?:わない|いません|わず)|遅|手遅れ|通じな|無効"
)
"""What is said of a lock that holds."""

WAITING = re.compile(
    r"待(?:って|つ|て|ち|た)|(?<![し閉止始決])まって(?:い|も|れ)|お待ち|しまって|ひと月|そのうち|いずれ|時間(?:が|を|の|も)?(?:たて|たっ|経|置|おい|空け|経過|かけ)|日(?:付|にち|数|時)?(?:が|を|も|は)(?:変|また|おい|置|たて|経|改)"
    r"|(?:ひと|一|1)晩|放(?:って|置)|ほうって|しばらく|(?:夜|朝|今日|その日)のうちに|夜(?:間|中)に|深夜に|自然(?:に|と)|ひとりで|自動(?:的)?(?:な|に|で|解|復|回)|翌(?:日|朝)(?:に|まで|には)|次の日"
    r"|(?:[0-9]+|一|二|数|半|ひと|丸)(?:日|時間|分|週間|か月|年|月|晩)(?:間|ほど|くらい|も)?(?:たて|たつ|たた|経て|経つ|経た|経っ|待|後|おけ|置|す(?:れ|ぎ)|が過)|何日|何か月|何年|明日(?:に|まで)|日数|時が(?:たて|経|解)|時間が解決|期間を(?:お|置)"
)
"""Time that passes by itself."""

TAKEN_UP = re.compile(r"(?:それ|これ|その番号|この番号)で")
"""それでも…: the sentence before names what is meant."""

RESET_SPARED = re.compile(
    r"(?:再設定|手続き)(?:は|も|の手続きは)?[^、。]{0,6}(?:しなくて(?:も)?|不要|いりません|いらない|要りません|必要(?:は)?(?:ありません|ない|なく))"
)
"""再設定は不要: that the lock ends without one."""

RESET_WANTED = re.compile(
    r"(?:ほかの|別の)?(?:再設定|手続き)[^、。]{0,12}(?:必要|不要|要り|いり|しか|要る)[^、。]{0,12}"
)
ASKED = re.compile(r"「[^「」]*か」と")
OTHER_WAIT = re.compile(r"待ち時間|待たず|(?:ミス|間違い|誤り)の(?:数|回数)|待つ必要")
"""A wait that is none for a lock to end: 窓口の待ち時間."""

NO_WAIT = re.compile(r"使い始め|新しい(?:番号|暗証番号)|決め直した|窓口で|混")
CELL_NO = re.compile(r"(?:なし|無し|ない|されない|不可|×)")
CELL_YES = re.compile(r"(?:あり|有り|ある|される|可|○|解除済み|時間の経過)")
REMAINS = re.compile(
    r"しか(?:な|あり)|必要(?:です|だ|にな|が(?:あ|生)|と)|要る|いります|要します|変わりま?せん|変わらな"
)
"""That something else is needed: 再設定するしかない."""

ENOUGH = re.compile(r"大丈夫|よい|いい(?!え)|十分|(?<=[ばで])済[みむ]|足り")


WAITED = re.compile(
    r"(?:(?:[0-9]+|半|丸|ひと|数|何)?(?:日|時間|分|週間|か月|年|月|晩)(?:間|ほど|くらい|ばかり)?(?:は|を|が)?(?:間を)?(?:待|置|おか|経|たた|たつ|過ぎ|空け|あけ|眠|寝)|(?<!まで)待た|時間(?:を|が)(?:置|おか|経|たた|たつ|過ぎ)|日付が変わ|夜が明け|翌日になら|朝になら)"
    r"[^、。]{0,6}?(?:ない(?:と|うちは|あいだは|限り|かぎり)|なければ|なくては|(?<=[つるく])まで(?:は)?(?!待)|(?<=[つる])前(?:に)?は)、?"
)
"""丸一日置かないと、 一週間たつまでは: what is denied until then comes about by itself."""


BELIEVED = re.compile(
    r"「[^「」]*」(?:と|って|とか|なんて)?(?:言|い|思|信じ|考え|聞)[^、。「」]{0,10}(?:けれ?ど(?:も)?|が|のに|ても)、"
)
"""What somebody said or thought, and is put right: 「一晩寝たら直る」と言っていたけど、."""

TURN = re.compile(r"(?:し|ず|(?<!て)が|ので|けれ?ど(?:も)?|[うくすつぬむる]と|くて)、")
"""Where one thing has been said and another begins: 開かないし、."""

OTHER_MEANS = re.compile(r"再設定|手続|窓口|役所|コンビニ|決め直|予約")
"""What does end it."""


def right_entry(look: Look) -> Iterator[Stated]:
    """Whether the right PIN opens a locked card: 正しい番号でも受け付けません."""
    told = look.told
    found = _cause(look, RIGHT)
    if found is None or look.has(Term.PASSWORD, Term.RESERVE, Term.KIOSK):
        return
    if not _about_lock(look) or BEFORE_LOCK.search(told):
        return
    if COUNTS.search(told) and (BACK.search(look.text) or KEPT.search(look.text)):
        return
    start = _start(look, found) or 0
    rest = _until(look.text[start:], WAITING)
    opens = _opens(rest)
    if opens is None:
        opens = affirmed(ENOUGH, rest)
    if opens is not None:
        yield Stated("lock-is-final", not opens, start, len(look.text))


def waiting(look: Look) -> Iterator[Stated]:
    """Whether a lock ends by itself: 待っても解けません."""
    told = look.told
    found = _cause(look, WAITING)
    if found is None or has(told, Term.NUMBER, Term.RESERVE):
        return
    if OTHER_WAIT.search(told) or NO_WAIT.search(told) or not _about_lock(look):
        return
    if COUNTS.search(told) and NEXT_DAY.search(told) and "ロック" not in told:
        return
    start = _start(look, found)
    in_cell = look.sentence.row + look.sentence.column
    ends = _ends(look, look.text if in_cell else _until(look.text[start or 0 :], RIGHT))
    if not in_cell and WAITED.search(look.text) and not OTHER_MEANS.search(look.text):
        ends = ends is False
    if ends is not None:
        yield Stated("lock-is-final", not ends, start or 0, len(look.text))
        for figure in look.figures:
            look.take(figure.start, figure.end)


def _until(rest: str, other: re.Pattern[str]) -> str:
    """A text up to the clause with the other cause: 待っても開かないし、/ 正しい番号でもだめです."""
    found = other.search(rest)
    turn = TURN.search(rest, 0, found.start()) if found else None
    return rest[: turn.end()] if turn else rest


def _cause(look: Look, cause: re.Pattern[str]) -> re.Match[str] | None:
    """Where the sentence, its heads, or what it takes up from the one before names a cause."""
    head = "".join(look.sentence.heads[-1:])
    quoted = BELIEVED.search(look.told)
    found = cause.search(look.told, quoted.end() if quoted else 0) or (
        cause.search(head) if LOCKED.search(head) else None
    )
    if found is None and look.before and TAKEN_UP.search(look.text):
        return cause.search(look.before[-1])
    return found


def _start(look: Look, found: re.Match[str]) -> int | None:
    """Where in the sentence itself the cause is named; None when it is named elsewhere."""
    inside = found.string == look.told and found.start() < len(look.text)
    return found.start() if inside else None


def _about_lock(look: Look) -> bool:
    """Whether the sentence, or what stands around it, speaks of a lock."""
    sentence = look.sentence
    around = (look.told, *sentence.heads[1:], sentence.row, *look.before[-3:])
    return LOCKED.search(" ".join(around)) is not None


def _opens(text: str) -> bool | None:
    """Whether a text says that the lock opens, by the last word on it."""
    if RESET_SPARED.search(text):
        return True
    text = ASKED.sub("", RESET_WANTED.sub("", text))
    opens, refused = affirmed(OPENS, text), affirmed(REFUSED, text)
    if refused is not None and last(REFUSED, text) > last(OPENS, text):
        return not refused
    return opens


def _ends(look: Look, text: str) -> bool | None:
    """Whether a text says that a lock ends by itself."""
    bare = text.strip("。 ")
    if look.sentence.row + look.sentence.column:
        if CELL_NO.match(bare):
            return False
        if CELL_YES.match(bare):
            return True
    opens = _opens(text)
    if opens is None and REMAINS.search(text):
        return False
    return affirmed(ENOUGH, text) if opens is None else opens
