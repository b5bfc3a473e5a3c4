"""What gives the tries back: a right entry, and nothing else. 回数は翌月に消えます is wrong."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated, said
from guidance.claims.counting import BACK, KEPT, SUPPOSED
from guidance.claims.replies import told
from guidance.claims.telling import Telling
from guidance.look import Look
from guidance.polarity import NEGATED

COUNT = r"(?:回数|数え(?=は|が|も|を|直)|カウン[タト]|間違い|まちがい|(?:間違|まちが)え(?:た(?:数|分|記録)|は)|ミス|誤り|誤入力|失敗|履歴|記録)"
COUNTED = re.compile(COUNT)
SUBJECT = re.compile(rf"{COUNT}[^、。はがもを]{{0,8}}(?:は|が|も|を|って)")
"""The mistakes that are counted, as that of which a sentence speaks: 間違いの回数は."""
OTHER_SUBJECT = re.compile(
    r"(?:ロック|凍結|画面|表示|証明書|エラー|番号|パスワード)(?:は|が|を(?:解|外))|予約|残り|あと何回"
)
"""What else may come back, be reset or disappear; the tries left end where the mistakes begin."""
ENTRY = re.compile(
    r"正し(?:い|く|けれ|かっ)|正解|正答|合っ(?:て|た)|本当の|当た(?:れ|り|っ)|成功|正常|一致|(?:ログイン|認証|照合)[^、。]{0,4}(?:でき|通|済|終|完了)|通(?:れ|っ)|間違えず|再設定|初期化"
)
"""A right entry; or the reset, after which all begins anew."""
WITHOUT = re.compile(r"[^、。]{0,10}(?:なく(?:て|と)も|ずに|ない(?:で|まま)|ず、)")
"""That it takes none: 正しく入れなくても."""
CAUSED = re.compile(
    r"[るたうくすつむぬ]と|[えけせてねべめれげ]ば|たら|だけで|のみで|とき|時点|[のた]際|ことで|後|あと|たび|ごと|次第|なり次第|翌|来[月週年]|毎[日週月朝晩]|自然に|自動|勝手に|ひとりで|一定|(?:職員|店員|係|人)が|(?:設定|画面|アプリ|ポータル|スマホ|窓口|電話|役所|コンビニ|手続き)(?:で|から|に|をする)|次の|つぎの|明け|日が|月が|年が|週が"
)
"""What makes the words before it a cause: 翌月になれば, 画面を閉じた時点で."""
MISTAKEN = re.compile(
    r"(?:間違え|まちがえ|誤|ミスす|失敗す|外)[^、。]{0,8}(?:と、|[えれ]ば|たら|たび|ごと)"
)
"""The cause is a mistake: then it is the tries left that are told of."""
RETURNS = re.compile(
    rf"{BACK.pattern}|(?:記録|回数|履歴|間違い|ミス)[はがを]消[すせし]|(?:白紙|ゼロ|0|元)に(?:する|でき)|(?:引き継|持ち越|繰り越)[^、。]{{0,3}}(?:ません|ない|ず)"
)
"""That the mistakes count no more."""
CLEFT = re.compile(
    rf"(?:{RETURNS.pattern})[^、。]{{0,6}}?(?:(?:の|とき|条件|きっかけ|タイミング|時期|方法)(?:は|が|も)|(?<=[すくる])には|ために(?:は)?)、?(?P<cause>[^。]{{2,60}})"
)
"""消えるのは、正しい番号を入れたときです; 回数を戻すには、…."""
NOT_THIS = re.compile(r"(?:では|じゃ)(?:な|あり)")
TAKEN_UP = re.compile(
    r"でした(?:ら|ので)、?|それ(?:なら|で)|そうすれば|その(?:時点|とき|場合)|これで|すると、"
)
"""The cause is what stood before: でしたら."""
PARTLY = re.compile(
    r"(?:[0-9一二]|ひと)(?:回|つ|度)(?:分)?(?:だけ|ずつ|のみ|ぶん)[^、。]{0,10}(?:減|戻|消|差し引|取り消|少な)|(?:[0-9一二]|ひと)(?:回|つ|度)(?:分)?(?:減る|減り|少なくなる|戻る)(?:だけ|のみ|に(?:とどま|過ぎ|すぎ))|半分(?:だけ|に)[^、。]{0,6}(?:減|戻|消)"
)
"""The mistakes only go down by one: 一回分だけ減ります."""
LABEL = re.compile(
    rf"{COUNT}[^、。]{{0,12}}(?:戻|消え|消去|リセット|クリア|ゼロ|帳消し)[^、。]{{0,4}}(?:とき|条件|きっかけ|タイミング|時期|方法|には|のは)?。?$"
)
"""The head of a row, or a heading, over what gives the tries back: 回数が戻るとき."""
NO_LABEL = re.compile(
    r"(?:なし|無し|ない|なく|されな|ありません|しません|×|不可|あり|有り|○|はい|いいえ|あります|する|します|されます|戻ります|消えます)(?:[。(、]|$)|上|下|次|右|左|こちら|[?]"
)
"""A cell that names no cause."""
SHORT = re.compile(
    r"[^。]{2,40}?(?:とき|後|あと|時点|たら|ば|に|で|から|自動(?:的に)?|入力|日|月)(?:です|だ)?。?$"
)
"""All that is said under such a heading: 日付が変わったときです."""
CLAIM = "tries-restored"


def restoring(look: Look) -> Iterator[Stated]:
    """Causes, other than a right entry, that are said to give the tries back."""
    labelled = _labelled(look)
    if labelled is not None:
        yield said(look, CLAIM, *labelled)
        return
    for telling in told(look):
        if telling.cell or not _about(look, telling):
            continue
        wrong = _cleft(telling) or _conditional(telling)
        if wrong is not None:
            yield said(look, CLAIM, *telling.span(*wrong))
            return


def _labelled(look: Look) -> tuple[int, int] | None:
    """A cell, or a short line under a heading: 回数が戻るとき | 日付が変わったとき."""
    sentence, text = look.sentence, look.text
    if sentence.row or sentence.column:
        asked = LABEL.search(sentence.row) or LABEL.search(sentence.column)
    else:
        first = sentence.heads[-1:] if not look.before else ()
        asked = SHORT.match(text) and LABEL.search("".join(first))
    if not asked or _entered(text) or NO_LABEL.search(text):
        return None
    return 0, len(text)


def _about(look: Look, telling: Telling) -> bool:
    """Whether a text, or the sentence before one that names no other thing, is about the count."""
    if COUNTED.search(telling.text):
        return True
    over = "".join(look.before[-2:]) or look.near
    return COUNTED.search(over) is not None and not OTHER_SUBJECT.search(telling.text)


def _cleft(telling: Telling) -> tuple[int, int] | None:
    """回数が戻るのは、日付が変わったときです."""
    found = CLEFT.search(telling.text)
    if found is None or OTHER_SUBJECT.search(telling.text[: found.start("cause")]):
        return None
    cause = found["cause"]
    entry = ENTRY.search(cause)
    denied = NOT_THIS.search(cause[entry.end() :][:14] if entry else cause) is not None
    wrong = denied is not telling.denied if entry else not (denied or telling.denied)
    return found.span("cause") if wrong else None


def _conditional(telling: Telling) -> tuple[int, int] | None:
    """翌月になれば回数は消えます; 正しく入れると一回分だけ減ります."""
    text, since = telling.text, 0
    if telling.denied:
        return None
    for found in RETURNS.finditer(text):
        clause = text[since : found.end()]
        after = text[found.end() :]
        if NEGATED.match(after) or SUPPOSED.match(after) or OTHER_SUBJECT.search(clause):
            continue
        if TAKEN_UP.search(clause):
            return None
        if not _entered(clause) and CAUSED.search(clause) and not MISTAKEN.search(clause):
            return since, found.end()
        kept = KEPT.search(text, found.end())
        since = kept.end() if kept else found.end()
    partly = PARTLY.search(text)
    return partly.span() if partly and not NEGATED.match(text[partly.end() :]) else None


def _entered(clause: str) -> bool:
    """Whether a clause names a right entry as the cause."""
    entry = ENTRY.search(clause)
    return entry is not None and WITHOUT.match(clause, entry.end()) is None
