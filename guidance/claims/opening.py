"""What ends a lock: the reset, and nothing else. スマホを買い替えるとロックは解除されます is wrong."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated, said
from guidance.claims.replies import told
from guidance.look import Look
from guidance.polarity import NEGATED

LOCK = r"(?:ロック|凍結|閉塞|制限|鍵|止まった[^、。]{0,6})"
OPENED = r"(?:解(?:除(?:され|でき|する|し|が|に|の)|け|く|か|い)|外(?:れ|せ|す|し)|消え|なくな|開(?:く|き|け)|ほどけ|はずれ|かかっていない)"
LOCKED = re.compile(rf"{LOCK}|解け|再び|また|もう一度|元|前の|以前")
AGAIN = r"(?:再び|また|もう一度|元(?:の|どおり|通り)(?:に|よう)?|前のよう|ふたたび|以前のよう)[^、。]{0,12}(?:使え|使う|つかえ|利用|戻)|元(?:どおり|通り)に(?:な|戻)"
OPENS = re.compile(
    rf"{LOCK}(?:は|が|を|も|の)?[^、。]{{0,8}}?{OPENED}|解け[るまて]|(?:直[りる]|復[活旧帰](?:し|す))(?=ま|。|る|$)|{AGAIN}"
)
"""That a lock opens, or the card serves again."""
CAUSE = re.compile(
    r"(?P<cause>[^、。]{1,40}?)(?:[るうくすつむぬた]と|[えけせてねべめれげ]ば|たら|だけで|のみで|ことで|次第)(?:、|は)?[^、。]{0,12}$"
)
"""A condition before it: カードを入れ替えれば、."""
MEANS = re.compile(
    rf"(?:{LOCK}[^、。]{{0,8}}{OPENED}[^、。]{{0,8}}|{AGAIN}[^、。]{{0,8}})(?:の|とき|手|手段|手立て|方法|すべ|術|道|条件|には|ため|だけなら)(?:に)?(?:は|が)?、?(?P<cause>[^。]{{3,50}})"
)
"""ロックを解く方法は、…; 再び使えるようにするには、…."""
RIGHT = re.compile(
    r"再設定|初期化|リセット|再登録|上書き|書き?[換替]|(?:設定|決め|付け|登録)(?:し)?(?:直|なお)|窓口|役所|役場|庁|課|コンビニ|コピー機|キオスク|機械|店|手続|予約|(?:アプリ|ソフト)(?:で|から|の)|更新|再発行|新しい(?:4桁|番号|暗証|数字|カード)|変更|市区?町村|自治体"
)
"""What belongs to the reset."""
GENERIC = re.compile(
    r"次|以下|以上|上|下|これ|それ|この|その|こちら|ここ|どう|どこ|どれ|何|なに|方法|手順|ページ|記事|案内|二つ|2つ|必要|ほか|他|しか|ください|ましょう"
)
"""What names no means of its own."""
NO_CAUSE = re.compile(
    r"ロック(?:が|は|を|も)?(?:かか|され|し)|間違え|誤|まちがえ|使えな|忘れ|なくし|(?:ロック|それ|これ)が?$|とき$|なら$|場合"
)
"""A condition that is no means: ロックされたら."""
ASKED = re.compile(r"[^、。]{0,6}か(?:[、。」?]|$|と|は)")
"""Only asked: 時間を置けば解けるか."""
KNOWN_WRONG = re.compile(
    r"待|経[つてっち]|たて|たつ|たて|過ぎ|置け|おけ|放|時間|日数|[0-9]日|[0-9]時|翌|明日|再起動|電源|入れ直|買い?[替換]|機種|電話|メール|拭|磁石|充電|シャットダウン"
)
"""Means that are known to be of no avail."""
SPARED = re.compile(
    r"(?:再設定|手続き)(?:を|は|も|が|の手続きは)?(?:する|行う|受ける|しに行く)?[^、。]{0,3}(?:(?:必要|こと)(?:は|も|が)?(?:な[いくし]|ありません|ございません)|不要|しなくて(?:も)?|(?<!て)(?:要|い)りません|(?<!て)(?:要|い)らない|せずに|なしで)"
)
"""再設定をする必要はありません."""
OF_LOCK = re.compile(
    r"ロック(?:の|を)解|かかったロック|ロック(?:が|は)?(?:かか|され(?!る前|ない|てい?な|ず)|した|後|のあと)|再び|使えなくな"
)
"""A lock that is there."""
NOT_SPARED = re.compile(
    r"署名|英数|パスワード|窓口|役所|役場|前に|まで|うち|ないうち|途中|未満|なら(?!ば再)|両方|二度|2回|一つ|以外|住所|更新|ほかの|別の"
)
"""A reset of something else, or elsewhere, or before any lock."""
LABEL = re.compile(
    rf"(?:{LOCK}[^、。]{{0,4}}(?:{OPENED}|解除)|{AGAIN})[^、。]{{0,4}}(?:方法|手段|手立て|とき|条件|時期|きっかけ|には|まで|のは)?。?$"
)
"""The head of a row over what ends a lock: ロックの解除方法."""
CLAIM = "lock-is-final"


def opening(look: Look) -> Iterator[Stated]:
    """Means, other than the reset, that are said to end a lock; and that the reset is spared."""
    sentence, text = look.sentence, look.text
    if LABEL.search(sentence.row) or LABEL.search(sentence.column):
        if KNOWN_WRONG.search(text) and not _belongs(text) and not NEGATED.search(text):
            yield said(look, CLAIM, 0, len(text))
        return
    for telling in told(look):
        if telling.cell or telling.denied:
            continue
        cause = _means(telling.text) or _condition(telling.text)
        if cause is not None:
            sure = KNOWN_WRONG.search(telling.text[slice(*cause)]) is not None
            yield said(look, CLAIM, *telling.span(*cause), sure=sure)
            return
        spared = _spared(look, telling.text)
        if spared is not None:
            yield Stated(CLAIM, False, *telling.span(*spared))
            return


def _means(text: str) -> tuple[int, int] | None:
    """ロックを解く手立ては、時間が過ぎるのを待つことだけです."""
    found = MEANS.search(text)
    if found is None or _belongs(found["cause"]) or NEGATED.search(found["cause"]):
        return None
    return found.span("cause")


def _condition(text: str) -> tuple[int, int] | None:
    """カードを入れ替えれば、ロックは外れます."""
    for opens in OPENS.finditer(text):
        if not LOCKED.search(text):
            return None
        found = CAUSE.search(text[: opens.start()])
        after = text[opens.end() :]
        if found is None or NEGATED.match(after) or ASKED.match(after):
            continue
        if not _belongs(found.group()) and not NO_CAUSE.search(found["cause"]):
            return found.span("cause")
    return None


def _belongs(cause: str) -> bool:
    """Whether a cause is the reset, or names nothing of its own."""
    return RIGHT.search(cause) is not None or GENERIC.search(cause) is not None


def _spared(look: Look, text: str) -> tuple[int, int] | None:
    """ロックがかかったあとでも、再設定をする必要はありません."""
    found = SPARED.search(text)
    if found is None or NOT_SPARED.search(text):
        return None
    over = " ".join((text, *look.before[-2:], look.near))
    return found.span() if OF_LOCK.search(over) else None
