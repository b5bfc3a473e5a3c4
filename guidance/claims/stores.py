"""What the kiosks of each chain reset: 数字4桁はセブン-イレブンとイオンリテール."""

import re
from collections.abc import Iterator

from fakes.policy import SIGNATURE_ONLY
from fakes.purposes import AUTHENTICATION_ONLY, BOTH, Purpose
from guidance.claims.base import Chain, Stated
from guidance.claims.chain_names import NAMED, Group, chain_groups, chain_name
from guidance.claims.verdicts import BRACKETS, CONTRAST, PARTLY, answered, in_cell, verdict
from guidance.look import Look
from guidance.terms import Term, has

OTHER_MATTER = re.compile(
    r"住民票の写し|証明書(?:の)?(?:交付|発行)|印鑑|プリント(?!ア)|印刷|写真|atm|チケット|支払|税証明|ポイント|保険証|免許|書類|持って|持参|駐車|土日|時間|営業|手数料|[0-9]+円"
)
"""What stores also do."""
ONLY = re.compile(r"だけ(?!で(?:な|は))|のみ(?!なら)|しか(?!ね)|に限|専用|限定|ただ(?:1|一)")
TOGETHER = re.compile(
    r"(?:4桁|番号)[」)]?(?:と|や|・|、|\+|および|及び)[^、。]{0,4}(?:署名|英数)[^、。]{0,14}(?:だけ|のみ)|(?:署名|英数)[^、。]{0,14}(?:と|や|・|、|\+|および|及び)[^、。]{0,6}4桁[^、。]{0,10}(?:だけ|のみ)"
)
"""Both secrets and nothing else."""
LACKS = re.compile(
    r"(?:メニュー|項目|ボタン|機能|扱い|取り?扱い|対応|表示|選択肢)[^、。]{0,6}(?:が|は|も)?(?:な(?:い|く|かっ|し)|ありません|見当たら|出(?:な|ませ)|出てこな)"
)
SENT = re.compile(r"再設定|初期化|リセット|手続|行くお?店|行き?先|お店は|対応|直[しせすり]|4桁")
"""That one goes there for the reset."""
ELSEWHERE = re.compile(
    r"(?:別|ほか|他)の(?:チェーン|店|コンビニ|系列)[^、。]{0,8}(?:へ|まで|に|を)[^、。]{0,6}(?:行|足を運|向か|移|探)"
)
NOT_ALL = re.compile(
    rf"{PARTLY}|店舗?に(?:よ|も)|中には|一部|場合が|ことが(?:あ|ご)|ところ(?:が|も)|店(?:が|も)あ|非対応の店|未対応の?店|対応していない店|(?:いちばん|一番|最も)近い|近所の[^、。]{{0,6}}(?:非|未)対応|思い込|かどうか|確か|以外にも"
)
"""That it depends on the store, not on the chain."""
ASIDE = re.compile(
    r"\([^()]{0,12}(?:対応|取り?扱|参加)[^()]{0,12}(?:店|ところ|場合)[^()]{0,14}\)|\(一部[^()]{0,20}\)"
)
"""A note on single stores: (対応していない店舗もあります)."""
AND = re.compile(
    r"^(?P<end>(?:だけ|のみ)?(?:で(?:す|あり|して)?(?:が|けど)?、))(?=[^。]{0,6}(?:全店|店|すべて|ただ|なか)).*$"
)
"""Behind the chains that were named something else is told: で、全店が対応しているわけではない."""
GOES = re.compile(
    r"行[かきくけこっ]|出向|向か|足を運|寄[っりる]|探|選[びぶんぼ]|へ。?$|へどうぞ|店舗|お?店|端末|機械|マルチ|対応|扱|取り?扱|使|利用|です|。?$|でき|可|手続|頼"
)
ALL_CHAINS = re.compile(
    r"(?:チェーン|会社|系列|店の種類|コンビニの種類|ブランド)(?:に|ごと)(?:よる|の|で)?(?:扱いの)?(?:違い|差|区別)(?:は|も|が)?(?:あり?ません|ない|なく|なし)"
    r"|(?:どの|すべての|全ての|あらゆる|いずれの|全)(?:チェーン|系列|コンビニ各社|コンビニチェーン)|(?:大手|主要)(?:の)?(?:コンビニ|チェーン)(?:[0-9]社)?(?:なら|は|であれば|の)?(?:、)?(?:どこも|どこでも|すべて|全て|みな|いずれも|どれも)|コンビニ各社|チェーンを問わ|チェーンに(?:関係|かかわ)"
)


def chains(look: Look) -> Iterator[Stated]:
    """What the kiosks of a chain reset: ローソンは署名用だけ."""
    sentence = look.sentence
    if sentence.block.cells and not sentence.row and len(sentence.block.cells) > 1:
        return
    if has(look.text, Term.OTHER_PIN) or has(look.near, Term.OTHER_PIN):
        return
    found = False
    for stated in _in_text(look):
        found = True
        yield stated
    if not found:
        yield from _over(look)
    yield from _all_chains(look)


def _in_text(look: Look) -> Iterator[Stated]:
    groups = list(chain_groups(look.text))
    for group in groups:
        told = _resets(look, group)
        if told is not None:
            for name in group.names:
                yield Stated("chains", Chain(name, told), group.start, group.end)


def _resets(look: Look, group: Group) -> frozenset[Purpose] | None:
    """What is said that the chains of a group reset; None when nothing is."""
    before, after = group.before, AND.sub(r"\g<end>", ASIDE.sub("", group.after), count=1)
    part = f"{before}●{after}"
    if OTHER_MATTER.search(part) and not has(part, Term.PIN, Term.RESET):
        return None
    if re.match(r"しか[^、。]{0,8}な", after):
        return SIGNATURE_ONLY if ELSEWHERE.search(after) or "窓口" in after else None
    if re.match(r"[^、。]{0,3}以外", after):
        return _except(look, group)
    pin, password = _secrets(look, part)
    said = _said(before, after)
    if (said is False or LACKS.search(after)) and (
        NOT_ALL.search(part)
        or re.match(r"[^、。]{0,14}(?:でも|ても|であっても)(?:、)?[^、。]{0,6}必ず", after)
    ):
        return None
    if NOT_ALL.search(part) and not ONLY.search(part):
        return None
    if CONTRAST.match(look.text, group.end):
        return SIGNATURE_ONLY if pin else None
    return _value(part, after, pin, password, said)


def _value(
    part: str, after: str, pin: bool, password: bool, said: bool | None
) -> frozenset[Purpose] | None:
    """What can be reset, by the secrets named, what is said of them, and whether only of them."""
    only = ONLY.search(part)
    no = said is False or LACKS.search(after) is not None or ELSEWHERE.search(after) is not None
    if has(part, Term.BOTH) and not no:
        return BOTH
    if pin and password:
        return _of_two(part, only, no)
    if password:
        return SIGNATURE_ONLY if only else None
    if pin and only and re.search(r"4桁[^●、。]{0,12}(?:だけ|のみ|しか|に限|専用)", part):
        return AUTHENTICATION_ONLY
    if no:
        return SIGNATURE_ONLY if pin else None
    return BOTH if pin and GOES.search(after or "。") else None


def _of_two(part: str, only: re.Match[str] | None, no: bool) -> frozenset[Purpose] | None:
    if not only or TOGETHER.search(part):
        denied = re.search(r"(?:4桁|利用者)[^、。]{0,14}(?:な(?:い|く)|ません|ず|不可|×)", part)
        return (SIGNATURE_ONLY if denied else None) if no else SIGNATURE_ONLY if denied else BOTH
    near = max(part.rfind(word, 0, only.start()) for word in ("署名", "英数", "パスワード"))
    figures = max(part.rfind(word, 0, only.start()) for word in ("4桁", "利用者証明"))
    return SIGNATURE_ONLY if near > figures else AUTHENTICATION_ONLY


def _except(look: Look, group: Group) -> frozenset[Purpose] | None:
    """What is said of all chains but these: X以外では再設定できない."""
    pin, _ = _secrets(look, group.before + group.after)
    said = verdict(group.after.split("以外", 1)[1])
    if not pin or said is None:
        return None
    if re.match(r"[^、。]{0,3}以外[^、。]{0,8}(?:でも|も)", group.after):
        return (
            None
            if not said
            else BOTH
            if group.names[0] in ("ローソン", "ファミリーマート", "ミニストップ")
            else None
        )
    return SIGNATURE_ONLY if said else BOTH


def _secrets(look: Look, part: str) -> tuple[bool, bool]:
    """Whether the PIN and the password are spoken of, in the part or else over it."""
    sentence = look.sentence
    for told in (
        part,
        sentence.row,
        sentence.column,
        look.text,
        *look.before[-1:],
        *reversed(sentence.heads),
    ):
        pin = has(told, Term.PIN, Term.AUTHENTICATION_CERTIFICATE)
        password = has(told, Term.PASSWORD, Term.CERTIFICATE)
        if pin or password:
            if told is not part and pin and password:
                return (True, False)
            return pin, password
    return SENT.search(look.text) is not None, False


def _said(before: str, after: str) -> bool | None:
    """What is said of a group: behind it, or before it in できるのはローソンです."""
    if re.search(r"(?:の|もの|店|チェーン|ところ)(?:は|が)[、「:]*$|[:：]$", before):
        said = verdict(before)
        if said is not None:
            return said
    return verdict(after) if verdict(after) is not None else verdict(before)


def _over(look: Look) -> Iterator[Stated]:
    """A cell or an answer that says it of the chain in the head of its row, its column, or the question."""
    asked = answered(look)
    over = asked[0] if asked else look.sentence.row
    beside = look.sentence.column
    if not asked and not NAMED.search(over) and NAMED.search(beside):
        over, beside = beside, over
    names = tuple(dict.fromkeys(chain_name(each) for each in NAMED.finditer(over)))
    told = over + beside + look.text
    if (
        not names
        or has(told, Term.OTHER_PIN)
        or (OTHER_MATTER.search(told) and not has(told, Term.PIN, Term.RESET))
        or NOT_ALL.search(over)
        or re.search(r"どの店|全店|すべて", over)
    ):
        return
    does = _cell(look, over + beside, asked[1] if asked else None)
    if does is None:
        return
    for name in names:
        yield Stated("chains", Chain(name, does), 0, len(look.text))


def _cell(look: Look, over: str, answer: bool | None) -> frozenset[Purpose] | None:
    text = BRACKETS.sub("", look.text) or look.text
    pin, password = _secrets(look, text)
    said = in_cell(text) if answer is None else answer
    named = has(
        text, Term.PIN, Term.PASSWORD, Term.CERTIFICATE, Term.BOTH, Term.AUTHENTICATION_CERTIFICATE
    )
    if named and (answer is None or ONLY.search(text)):
        return BOTH if has(text, Term.BOTH) else _value(text, text, pin, password, said)
    pin = has(over, Term.PIN, Term.AUTHENTICATION_CERTIFICATE, Term.RESET) or (
        pin and not has(over, Term.PASSWORD, Term.CERTIFICATE)
    )
    if said is None or NOT_ALL.search(text):
        return None
    if not pin or (has(over, Term.PASSWORD, Term.CERTIFICATE) and not has(over, Term.PIN)):
        return None if said else AUTHENTICATION_ONLY
    return BOTH if said else SIGNATURE_ONLY


def _all_chains(look: Look) -> Iterator[Stated]:
    """That all chains reset the PIN alike."""
    found = ALL_CHAINS.search(look.text)
    if found is None or not (
        has(look.text, Term.RESET, Term.PIN) or has(look.near, Term.RESET, Term.PIN)
    ):
        return
    if (
        "違い" in found.group()
        or "差" in found.group()
        or "区別" in found.group()
        or verdict(look.text[found.end() :]) is True
    ):
        yield Stated("chains", Chain("ローソン", BOTH), *found.span())
