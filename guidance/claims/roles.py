"""The roles of the procedure that somebody or something fills who may not: 県の職員が行います."""

import re
from collections.abc import Iterator

from guidance.claims.roles_acts import (
    EXTEND,
    refused,
    wrong_agents,
    wrong_clefts,
)
from guidance.claims.roles_gifts import GENERIC, OF_APP, wrong_gifts
from guidance.claims.roles_names import NAME, Who, who
from guidance.claims.telling import Telling, believed, tellings
from guidance.look import Look

QUESTION = re.compile(r"(?:か|は|[?？])[。?？」)]*$")
WHO_HEAD = re.compile(
    r"(?:受け付ける|応対する|対応する|操作|入力|手続き?|作業|打ち込|打|押す|行う|する|進める|代行|再設定|初期化|解除|予約)[^。]{0,6}(?:人|者|方|主体|係)(?:。|:|は|$)|(?:誰|だれ|どなた)(?:が|に)|(?:担当|対応|応対|受付|応接)者?(?:。|:|$)|実施者|操作者|代行者|作業者|(?:頼|依頼|渡|預け|申し?込み|申請|延長)[^。]{0,3}(?:先|相手)(?:。|:|$)"
)
"""A head or a question about who does it."""
ISSUER_HEAD = re.compile(
    r"予約(?:の)?番号[^。]{0,8}(?:発行|入手|取得|もら|受け取|出(?:す|る|ど|処)|確認|届|表示|どこ|誰|だれ|決め|渡)|(?:発行|入手|取得|出どころ|出所|もらう|受け取)[^。]{0,8}。予約(?:の)?番号"
)
"""A head or a question about where the reservation number comes from."""
CHOOSER_HEAD = re.compile(
    r"(?:次|今度|新しい[^。]{0,6}|こんど)(?:は|に|の番号は)[^。]{0,6}(?:何番|どんな|どの|どう(?:いう|いった)?)[^。]{0,16}(?:か|ば|いい|よい)|(?:新しい|新たな|次の|新(?=番号|pin|パスワード))[^。]{0,8}(?:番号|4桁|数字|パスワード)[^。]{0,10}(?:決|選|誰|だれ|どなた|出ど|出所|由来|入手|もら|受け取|考え|どう|どこ)|(?:決め|選|考え|設定)[^。]{0,6}(?:人|者|方|主体)。[^。]{0,8}(?:新しい|新たな|次の)"
)
"""A head or a question about who decides the new PIN."""
PASSWORD_HEAD = re.compile(
    r"(?:パスワード|暗証番号)(?:は|の|とは|って)?[^。]{0,6}(?:誰|だれ|どなた|持ち主|名義)|(?:誰|だれ|どなた)の[^。]{0,8}(?:パスワード|暗証番号)"
)
"""A head or a question about whose password it is."""
LABEL = re.compile(r"^(?P<label>[^。:]{2,24}):(?P<value>[^。をはが:]{1,30})$")
"""A label with its value in one line."""
OWNED = re.compile(
    r"(?P<name>[^、。は]{1,24}?)(?:の(?:もの|パスワード|暗証番号|分))?(?:です|でした|だ|になり|を(?:使|入)|で(?=、)|。|$)"
)
"""Whose it is: 世帯主のものです."""
PASSWORD = re.compile(
    rf"(?P<name>{NAME})の(?:署名用?(?:電子証明書)?(?:の|用の?)?|英数字?の?|長い)?パスワード(?:を|で|が|も|に)"
    rf"|パスワード(?:は|には|も|を)、?[^。、]{{0,12}}?(?P<owner>{NAME})の(?:もの|分)(?:を|で|に|が|も|です)"
)
"""Somebody's password: 世帯主の署名用パスワードを."""
EXTENDED = re.compile(rf"(?:期限|予約|予約番号|有効時間)(?:を|は|が|の|も)[^。]{{0,12}}?{EXTEND}")
"""The reservation is made to last longer."""
OWNERS = frozenset({Who.OTHER, Who.OFFICE, Who.MUNICIPAL, Who.KIOSK})
OWN_SECRET = re.compile(r"の(?:署名用?|英数字|電子証明書)[^、。]*$")
"""The secret itself, in the name of its owner: 保護者の署名用電子証明書."""
GUARDIAN = re.compile(
    r"(?:保護者|親権者|後見人|契約者|申請者|申込者|顧問先)(?:さん|さま|様|の方)?$"
)
"""Those whom a guide may address, but whose secret is not the reader's."""
HOLDING = re.compile(
    r"本人|自分|自身|持ち主|名義人|所有者|カードの|お手元|同じ|その(?:カード|人|方)|予約"
)


def roles(look: Look) -> Iterator[tuple[int, int]]:
    """The parts of a sentence in which a role is filled by whom or what it may not be."""
    over = _over(look)
    for telling in tellings(look):
        if telling.denied:
            continue
        for start, end in _in_text(look, telling, over):
            yield telling.span(start, end)
    yield from _answered(look, over)


def _over(look: Look) -> str:
    """The question or the head right over a sentence."""
    if look.sentence.row or look.sentence.column:
        return f"{look.sentence.row}。{look.sentence.column}。"
    for over in (*look.before[-1:], *look.sentence.heads[-1:]):
        if QUESTION.search(over) or WHO_HEAD.search(over):
            return over
    head = look.sentence.heads[-1:]
    return head[0] if head else ""


def _in_text(look: Look, telling: Telling, over: str) -> Iterator[tuple[int, int]]:
    text, begin = telling.text, telling.since
    if believed(text):
        return
    yield from wrong_agents(look, text, begin)
    yield from wrong_clefts(look, text, begin)
    yield from wrong_gifts(look, text, begin, over)
    for found in PASSWORD.finditer(text, begin):
        if _not_holders(found["name"] or found["owner"]) and not refused(text, found.end()):
            yield found.span()
    for found in EXTENDED.finditer(text, begin):
        if not refused(text, found.end()):
            yield found.span()


def _not_holders(name: str) -> bool:
    """Whether it is somebody else's: 世帯主, 保護者."""
    name = OWN_SECRET.sub("", name)
    return (who(name) in OWNERS or GUARDIAN.search(name) is not None) and not HOLDING.search(name)


def _answered(look: Look, over: str) -> Iterator[tuple[int, int]]:
    """A cell, a labelled value or a short answer that only names who or what."""
    text, start = look.text, 0
    labelled = LABEL.match(text)
    if labelled is not None:
        over, start = labelled["label"], labelled.start("value")
    elif len(text) > 30 or (look.before[-1:] and look.before[-1] != over and not look.sentence.row):
        return
    value = text[start:]
    if re.match(r"[「]?(?:はい|いいえ|いえ)", value) or refused(value, 0):
        return
    if _wrong_value(over, value):
        yield start, len(text)


def _wrong_value(over: str, value: str) -> bool:
    """Whether a bare value under such a head is the wrong one."""
    names = [who(name) for name in re.findall(NAME, value)]
    wrong = bool(names) and Who.HOLDER not in names
    if ISSUER_HEAD.search(over):
        return wrong and not OF_APP.search(value) and not GENERIC.search(value)
    if CHOOSER_HEAD.search(over):
        return wrong and any(
            kind in (Who.OTHER, Who.OFFICE, Who.MACHINE, Who.MUNICIPAL, Who.KIOSK) for kind in names
        )
    if PASSWORD_HEAD.search(over):
        owned = OWNED.match(value)
        return owned is not None and "の" in value and not HOLDING.search(value)
    if WHO_HEAD.search(over):
        return wrong and any(kind in (Who.OTHER, Who.OFFICE) for kind in names)
    return False
