"""Whether a clause says that something can be done, cannot, must, or need not be."""

import re
from enum import Enum
from functools import lru_cache


class Polarity(Enum):
    """What a clause says of its matter."""

    CAN = "can"
    CANNOT = "cannot"
    NEED = "need"
    NO_NEED = "no need"


NO_NEED = re.compile(
    r"(?:必要|用意|持参|心配|わざわざ|義務)[^、。]{0,8}(?:ありません|ない(?!と|か)|なく|無い|なし)"
    r"|不要|要らな|いらな|要りま?せん|いりま?せん|なくても|無くても|なしで|無しで|せずに?(?:済|すみ)|ずに?(?:済|すみ|でき)|なくて(?:も)?(?:よ|良|い|構|かま|大丈夫|結構|すむ|済)|求められ(?:ない|ません)|問われ(?:ない|ません)|必要(?:が|は)?な(?:い|く|し)|いらず|要らず|省け|省略でき|(?:聞|訊)かれ(?:ない|ません)|使いません|使わない"
)
NEED = re.compile(
    r"必ず|いりま(?:す|した)|必要(?!な(?:い|く|し)|は(?:あり|な)|あり?ません|とし(?:ない|ません)|が(?:な|ありません))|必須|不可欠|欠かせ|(?:が|は|も)(?:いる|要る|いります|要ります)|要します|要する|求められ(?:る|ます|た)|なければ(?:な|でき|使|手続|受)|ないと(?:でき|手続|使|受|な|いけ)|なしでは|持参|お持ち|ご用意|用意し|持って(?:行|い|き|来|お)|忘れずに|お忘れなく|提示|見せ|条件(?:です|になり|と)|ねばなら|必携|携え"
)
CANNOT = re.compile(
    r"(?:でき|出来|いただけ|頂け|になれ|れ|え|ら|け|べ|せ|て|き|め|り|わ|か|さ|ば|い|し|じ|に|み|ち)(?:ま?せん(?!か)|ない(?!よう|と|か|で(?:ください|下さい))|なかった|なく(?!ても)|なくなり?|ず(?!に))"
    r"|不可(?!欠)|不能|無効|無理|かねま|お断り|断られ|対象外|失効(?:し(?:ます|て|た)|する|と(?:な|い)|[。、]|$)|取り?扱(?:って|い)(?:い)?(?:ない|ません|はな|はあり|おら)|だめ|ダメ|駄目|あきらめ|諦め|[×✕✗]|できず|使えず|かかったまま|ままで(?:す|ある)?|おしまい|終わりです|限りでは(?:ない|ありません)|非対応|未対応|役に立た|除き|除く|除外|休み|閉(?:庁|まっ|じ)|休業|休止|お取り?扱い(?:して)?おりません|受け付けておりません|ありません|はない(?!か)"
)
CAN = re.compile(
    r"可(?=[、。)]|$)|使用可|利用可|でき(?:る|ます|て|た|れ|、|。|$)|出来(?:る|ます)|可能|いただけ(?:ます|る)|頂け|使え(?:る|ます|て|れ)|になれ(?:ます|る)|行え|受け(?:付|つ)け(?:て|る|ます)|対応し(?:て|ます)|済みま|済む|すみます|かまいま|構いま|かまわ|構わ|大丈夫|問題(?:な|あり)|OK|ok|[○◯◎〇]|有効|直せ|(?:も|でも)よ[いく]|でもいい|平気|通用(?:する|し(?:ます|て))|間に合[うい]|役に立[つち]|利用|どうぞ|開い(?:て|)"
)
NOT_WHOLLY = re.compile(
    r"わけでは(?:ない|ありません|なく)|とは限(?:ら|りません)|とはかぎ|に限らな|ばかりではな"
)
"""わけではない: what is said does not hold as it stands."""

FRIENDLY = re.compile(
    r"妨げ(?:ない|ません|られない)|(?:差し支え|さしつかえ|問題|支障|影響|心配|制限|不都合)(?:は|も|が)?(?:ござい|あり)?(?:ません|ない|なく|なし)|(?:かま|構)(?:いません|わない|わず)"
)
"""Denials that allow: 差し支えありません."""

NEGATED = re.compile(
    r"^(?:(?!ので(?!は)|から|ため|けど|けれど)[^、。「」]){0,7}?(?:ません|ない|なく(?!な)|ず(?!れ)|なし|な(?=し)|ぬ|わけでは|こと(?:は|も)(?:ない|あり)|とは(?:ない|限|言|い)|はず(?:が|は)|不可|不要|まい)"
)
"""What follows a word that is denied: …せん, …ない, …ずに."""

DOUBLY = re.compile(
    r"^[^、。「」]{0,7}?(?:ない|ません|ず)(?:という|と|)?(?:わけ|こと)(?:では|は|も)(?:ない|ありません|なく)"
)
"""Denied twice, and so said: ないわけではない."""


UNDENIED = re.compile(r"迷わず|やむを得ず|やむなく|とりあえず|ひとまず|残らず|もれなく|漏れなく")
"""Adverbs that only look like denials."""


@lru_cache(maxsize=8192)
def polarity(text: str) -> Polarity | None:
    """What a clause says; the strongest sign decides, the last where signs are alike."""
    if NOT_WHOLLY.search(text):
        return Polarity.CANNOT
    if NO_NEED.search(text):
        return Polarity.NO_NEED
    text = FRIENDLY.sub("可能です", UNDENIED.sub("", text))
    cannot, need, can = last(CANNOT, text), last(NEED, text), last(CAN, text)
    if need >= 0 and need >= cannot and need >= can:
        return Polarity.NEED
    if cannot >= 0 and cannot >= can - 1:
        return Polarity.CANNOT
    return Polarity.CAN if can >= 0 else None


def affirmed(pattern: re.Pattern[str], text: str) -> bool | None:
    """Whether a text says what the pattern finds, or denies it; the last that is found decides."""
    end = last(pattern, text)
    if end < 0:
        return None
    after = text[end : end + 20]
    return DOUBLY.match(after) is not None or NEGATED.match(after) is None


def last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last of what the pattern finds ends; -1 when it finds nothing."""
    return max((found.end() for found in pattern.finditer(text)), default=-1)
