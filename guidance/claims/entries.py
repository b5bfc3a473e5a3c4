"""How often the new PIN is entered at the kiosk."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.telling import Telling, believed, clauses, tellings
from guidance.figures import Measure, figures
from guidance.look import Look

NEW = re.compile(
    r"新(?:しい|しく|たな|たに(?:設定|登録|決め))|新(?:番号|pin|暗証)|決めた(?:4桁|番号|暗証)|変更後の|(?:再設定|登録|設定)(?:する|したい)(?:4桁|番号|暗証|数字)|使いたい(?:新しい)?(?:4桁|番号|数字)|これから使(?:う|いたい)"
)
"""The new PIN."""
ENTERS = re.compile(r"入力|打|入れ|押|聞かれ|タップ|テンキー|欄")
MISTAKES = re.compile(
    r"間違え(?:る|た|ます)と|まちがえ(?:る|た)と|誤(?:る|った|って)[^。]{0,8}ロック|ロック(?:が|さ|し|ま|す)|失敗"
)
ONCE = re.compile(
    r"(?<!もう)(?:一度|一回|1回|1度|一遍)(?:(?:入力|打(?:ち|つ|鍵)|押(?:す|し)|入れ)(?=$|る?。?$|し?ます。?$|する。?$)|だけ|のみ|きり|こっきり|限り|入力(?:す|し)|入れ(?:れば|る(?:だけ|と)|た(?:時点|だけ|ら))|打(?:て|つ(?:だけ|と)|った(?:時点|だけ|ら))|で(?:済|よ|い|足り|登録|完了|終|かま|構|大丈|ok|結構)|の(?:入力|み)で)|(?:欄|画面)は(?:一つ|1つ)(?:しか|だけ|です|で)|(?:確認|再)(?:の(?:ため(?:の)?)?)?(?:の)?(?:再)?入力(?:は|も)?(?:不要|なし|無し|あり?ません|ない|要ら|いら|いりま|省|求められ(?:ない|ません))|確認(?:用|入力)?(?:の欄)?は(?:空け|空欄|省|不要|ありません|ない|なし)|(?:二度|2度|2回)(?:も)?(?:打つ|入れる|入力する)(?:必要|こと|手間)(?:は)?(?:ない|ありません|なく)|(?:1回|一回|一度|1度)(?:です|だ(?:。|$)|の?入力(?:です|で|のみ|だけ))"
)
"""The new PIN is entered once."""
NOT_ENOUGH = re.compile(
    r"(?:だけ|のみ|だけで)(?:では|じゃ)(?:登録|完了|済|終|足り|受け|だめ|ダメ|な)|(?:1回|一度|一回|1度)(?:で|では|じゃ)[^、。]{0,8}(?:ない|ません|ず)|しか[^、。]{0,12}(?:ない|いない)(?:うち|と|まま)|(?:1回|一度|一回|1度)(?:入力し|入れ|打っ)た(?:後|あと|ら[^。]{0,8}(?:もう|再)|だけでは|うえ)"
)
"""Once is not enough."""
AGAIN = re.compile(
    r"もう(?:一度|一回|1度|1回|いちど)|再度|再入力|二度(?!と(?!も))|2度(?!と(?!も))|2回|繰り返し|確認(?:用|のため|を兼ね)|両方とも|どちらにも|二つあり|2つあり|重ねて|ふたたび|再び"
)
"""Once more."""
MORE = re.compile(r"(?:もう(?:一度|一回|1度|1回)|再度|再び)[^、。]{0,10}(?:打|入力|入れ)")
"""Once more, later in the sentence."""
NO_MORE = re.compile(
    r"もう(?:一度|一回|1度|1回)[^、。]{0,12}(?:取り消|必要は|しない|いらな|不要|エラー)"
)
DIFFERENT = re.compile(
    r"(?:1回目|一回目|1度目|最初|先ほど|前|さっき)(?:と|とは)(?:違う|異なる|別の)(?:番号|4桁|数字)[^、。]{0,6}(?:を入|を打|にし|を設|に)"
)
"""The second entry is to differ."""
OLD = re.compile(
    r"(?:前|古い|以前|元|もと|今まで|旧)の?(?:番号|4桁|暗証番号|数字)を(?:1回|一回|一度|続けて|もう|最初|確認)?[^、。]{0,4}(?:入れ|入力|打)"
)
"""The old PIN, which nobody asks for."""
OTHER_THING = re.compile(r"予約番号|署名用|英数字|パスワード|店員|カードを")
ADDED = re.compile(r"(?:を入力し|を打|を入れ)[^。]{0,10}(?:もう1回|もう一回|もう一度|もう1度|再度)")
PREVENTS = re.compile(r"防|減ら")
"""Against typing errors."""
VISITS = re.compile(r"窓口|役所|役場|来庁|予約|手続|行[くきっか]")
"""What else is done so many times."""
COUNTED = re.compile(r"(?:[0-9一二三四五]+(?:回|度))")
"""How often."""
JUST_OTHER = re.compile(r"と(?:違う|異なる)と|ない|ません")
"""Not an instruction to differ."""
MORE_THAN_THAT = re.compile(r"もう$|あと$|それぞれ$")
"""Once more than that: もう1回."""
ASKED_COUNT = re.compile(
    r"新しい[^、。]{0,12}(?:何[回度][^、。]{0,6}(?:入力|打|入れ|押)|(?:入力|打つ|入れる)[^、。]{0,6}(?:回数|何[回度]))"
)
"""A question for the number of entries: 新しい番号は何回入力する?"""
SHORT = 30
"""An answer that is no longer goes without the words of its question."""
NOT_COUNT = re.compile(r"(?:目|まで|以内|間違|とも)")
"""No count of entries: 2回目."""


def entries(look: Look) -> Iterator[Stated]:
    """How often the new PIN is entered: 新しい数字4桁を2回入力する."""
    for telling in tellings(look):
        if not _about(look, telling):
            continue
        stated = list(_of(look, telling))
        yield from stated
        if stated:
            return


def _about(look: Look, telling: Telling) -> bool:
    text = telling.text
    over = " ".join((text, *look.before[-1:], look.near))
    if MISTAKES.search(text) and not PREVENTS.search(text):
        return False
    counted = (
        COUNTED.search(text) is not None
        and NEW.search(text) is not None
        and VISITS.search(text) is None
    )
    asked = ASKED_COUNT.search(look.near) or ASKED_COUNT.search("".join(look.before[-1:]))
    if asked and len(text) < SHORT:
        return True
    return (
        NEW.search(over) is not None
        and (ENTERS.search(over) is not None or counted)
        and (NEW.search(text) is not None or ENTERS.search(text) is not None)
    )


def _of(look: Look, telling: Telling) -> Iterator[Stated]:
    text = telling.text
    for wrong in (DIFFERENT, OLD):
        found = wrong.search(text)
        if found and not JUST_OTHER.search(text[found.start() : found.end() + 12]):
            start, end = telling.span(*found.span())
            words = look.sentence.quote(start, end)
            yield Stated("new-pin-entries", Said(Words(words, words)), start, end)
            return
    thing = False
    for begin, end in clauses(text, telling.since):
        clause = text[begin:end]
        named, other = NEW.search(clause), OTHER_THING.search(clause)
        thing = bool(named) or (thing and not other) or (begin == 0 and not other)
        if end <= telling.since or believed(clause) or not thing:
            continue
        start = max(
            begin,
            telling.since,
            begin + (named.start() if named and other and other.start() < named.start() else 0),
        )
        count = _count(text[start:end], text)
        if count is not None:
            value = (
                count
                if not telling.denied
                else (2 if count == 1 else Said(Words("2回ではない", "not twice")))
            )
            yield Stated("new-pin-entries", value, *telling.span(start, end))
            return


def _count(clause: str, text: str) -> int | None:
    """How many entries a clause names."""
    if NOT_ENOUGH.search(clause) or (NOT_ENOUGH.search(text) and ONCE.search(clause)):
        return 2
    spared = ONCE.search(clause)
    if spared:
        later = text[text.find(clause) + spared.end() :]
        return 2 if MORE.search(later) and not NO_MORE.search(later) else 1
    for figure in figures(clause):
        if figure.measure is not Measure.TIMES or figure.ordinal or not isinstance(figure.low, int):
            continue
        before, after = clause[: figure.start], clause[figure.end :]
        if MORE_THAN_THAT.search(before) or NOT_COUNT.match(after):
            continue
        if figure.low == 1 and AGAIN.search(text[text.find(clause) + figure.end :]):
            return 2
        return figure.low
    if NO_MORE.search(clause):
        return 1
    return 2 if AGAIN.search(clause) and ENTERS.search(clause) else None
