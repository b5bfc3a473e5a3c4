"""Whether the counter resets both secrets in one visit."""

import re
from collections.abc import Iterator

from fakes.policy import BOTH
from guidance.claims.base import Stated
from guidance.claims.necessity import able
from guidance.claims.telling import Telling, believed, clauses, tellings
from guidance.look import Look
from guidance.terms import Term, has, terms

TWO = re.compile(
    r"両方|両者|双方|二つ|2つ|ふたつ|2種類|二種類|どちらも|どっちも|いずれも|番号ごと|パスワードごと|両(?:暗証)?番号|両パスワード|もう(?:一方|片方)|片方|一方|(?:再設定|決め直)[^、。]{0,10}ついで"
)
"""Both secrets, or one and the other."""
TOGETHER = re.compile(
    r"まとめて|同時|いちどに|一度(?:に|で)|1度(?:に|で)|あわせて|合わせて|併せて|一緒|いっしょ|同じ(?:日|時)|いっぺん|一遍|(?:1|一)回(?:の(?:来庁|手続き?|訪問))?(?:で|行)|その場で|一括|並行|続けて|(?:1|一)(?:日|回|度)で|ついで|(?:どっちも|二つとも|2つとも|どちらも|両方(?:とも|を|の|が))(?![^、。]{0,12}(?:忘|失念|分か|わか|ロック|不明|思い出|覚え|知ら|止ま))"
)
"""In one visit."""
SEPARATELY = re.compile(
    r"片方ずつ|一つずつ|1つずつ|ひとつずつ|別(?:の|々の)日|別日|日を(?:改め|分け|あらため|変え)|後日|翌日以降|(?:2|二|3|三)(?:回|度)(?:の来庁|に分け|来庁|通|足を運|[^、。]{0,4}(?:行か|来|訪れ)[^、。]{0,6}(?:ない|なけれ|必要|こと))|(?:1|一)(?:日|回|度)(?:に|につき)?(?:、)?(?:1|一)(?:つ|件|種類|個)|一つ(?:だけ|のみ|しか|に限)|1(?:つ|種類|件)(?:だけ|のみ|しか|まで|に限)|(?:どちらか|いずれか)(?:一方|片方|1つ|一つ)?(?:だけ|のみ|しか|に限)|一方(?:だけ|のみ|に限)|片方(?:だけ|のみ|しか|に限)|(?:2|二)日(?:かけ|がかり|間?に分け)|分けて(?:手続|申請|申し込|行|来)|別々に|(?:一|1)(?:週間|か月|ヶ月|日)たって|出直|受付日が違|改めて(?:お越し|来|申|手続|窓口|予約)|別の(?:申請|手続き?|受付)(?:に|と|が|で)|当日(?:に)?は[^、。]{0,8}(?:ません|ない)|(?:どちらか|いずれか)(?:一方|片方|1つ|一つ|ひとつ)(?=$|。|です|である|だ)|打つ手|日を置|(?:翌週|次の週|また(?:別の日|今度))|(?:番号|もの|パスワード)は(?:一つ|1つ)(?:だけ|のみ)?(?=です|。|$|だ|で)"
)
"""Not in one visit."""
SPARED = re.compile(
    r"(?:必要|こと)(?:は|が)?(?:ない|なく|ありません)|わけ(?:では|じゃ)(?:ない|ありません|なく)|なくて(?:も)?(?:よ|い|済|構|かま|大)|ずに?(?:済|すむ)|とは限|(?:限ら|分け)(?:れ)?(?:ず|ない|ません)|不要|までもな"
)
"""A denial of that."""
REFUSED = re.compile(
    r"(?:署名用|英数字|4桁|数字)[^、。]{0,24}(?:受け付け(?:て(?:い)?)?(?:ない|ません)|扱(?:わ|って(?:い)?)(?:ない|ません)|でき(?:ない|ません|ず)|直せ(?:ない|ません|ず)|対象外|コンビニに回)|というわけには(?:いか|まいり)|作り直し"
)
ONLY_ONE = re.compile(
    r"(?:4桁|数字|利用者証明用|署名用|英数字)(?:しか直|しか再設定|しか受け)|(?:4桁|数字|利用者証明用|署名用|英数字)[^、。]{0,14}(?:のみ|だけ)(?:です|だ|で|を(?:扱|受|再設定|直)|。|$)"
)
"""The counter serves one of them only."""
RESETS = re.compile(
    r"再設定|決め|設定|初期化|手続|直|申請|処理|済|受け|扱|新しく|来庁|行|可|○|×|対応|通"
)
OFFICE = re.compile(r"役所|役場|来庁")
"""Words for the counter."""
NUMBERS = re.compile(r"番号|パスワード|再設定")
"""Words for what is reset."""
LOST = re.compile(r"忘れ|分から|不明")
"""Secrets as lost."""
NOT_HERE = re.compile(r"コンビニ(?:では|じゃ)|以外|だけで(?:は)?な")
"""Said of the kiosk, or denied."""


GONE = re.compile(r"(?:分から|わから|思い出せ|覚えてい)な(?:く(?:なった)?|い)")
"""What became of the secrets, and not what can be done."""


def both_at_counter(look: Look) -> Iterator[Stated]:
    """Whether the counter resets both in one visit: 両方をまとめて再設定できます."""
    for telling in tellings(look):
        text = telling.text
        if not _at_counter(look, telling) or not _two(look, text) or not RESETS.search(text):
            continue
        value = _value(telling)
        if value is None:
            continue
        both, start, end = value
        yield Stated(
            "counter-resets",
            BOTH if both != telling.denied else frozenset(),
            *telling.span(start, end),
        )
        return


def _at_counter(look: Look, telling: Telling) -> bool:
    if has(telling.text, Term.COUNTER) or OFFICE.search(telling.text):
        return True
    return look.place_at(len(look.text)) is Term.COUNTER or (
        look.place_over() is Term.COUNTER and not has(telling.text, Term.KIOSK)
    )


def _two(look: Look, text: str) -> bool:
    """Whether both secrets are spoken of."""
    named = {found.term for found in terms(text)}
    if TWO.search(text) or Term.BOTH in named or {Term.PIN, Term.PASSWORD} <= named:
        return True
    return (has(text, Term.PASSWORD, Term.CERTIFICATE) and has(text, Term.PIN)) or (
        SEPARATELY.search(text) is not None and NUMBERS.search(text + look.near) is not None
    )


def _value(telling: Telling) -> tuple[bool, int, int] | None:
    """Whether both are reset at once, by the first clause that tells."""
    text = telling.text
    apart = SEPARATELY.search(text, telling.since)
    if apart is not None:
        return SPARED.search(text[apart.start() : apart.end() + 24]) is not None, *apart.span()
    one = ONLY_ONE.search(text, telling.since)
    refused = REFUSED.search(text, telling.since)
    for begin, end in clauses(text, telling.since):
        clause = text[max(begin, telling.since) : end]
        together = TOGETHER.search(text[begin:end]) or (
            TOGETHER.search(text[:end]) if begin else None
        )
        if (
            end <= telling.since
            or together is None
            or believed(clause)
            or (has(clause, Term.KIOSK) and not has(clause, Term.COUNTER))
        ):
            continue
        can = able(GONE.sub("", clause))
        if can is False and LOST.search(clause) and end < len(text):
            continue
        if can is not None and (RESETS.search(clause) or end == len(text)):
            return can, max(begin, telling.since), end
    if refused or one:
        found = refused or one
        assert found is not None
        if NOT_HERE.search(text[max(0, found.start() - 14) : found.end() + 4]):
            return None
        return False, *found.span()
    return None
