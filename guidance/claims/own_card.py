"""Whether a reservation number serves only for the card that reserved."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
from guidance.claims.necessity import able
from guidance.claims.roles_cards import lent_card, own_number, shared
from guidance.claims.telling import Telling, believed, clauses, tellings
from guidance.look import Look

ANOTHER = re.compile(
    r"(?:どなた|どの|どれ|誰|だれ|いずれ|あらゆる|すべて|全て)[^、。]{0,8}カード|カード(?:は|なら)?(?:どれ|どなた|誰|だれ|何枚|いずれ|すべて|全て)"
    r"|(?:代表者|ご?家族|家の人|職員|社員|従業員|世帯|ご?夫婦|夫妻|奥(?:さ[まん]|様)|妻|旦那(?:さん|様)?|ご?主人|夫|役員|ご?本人以外|ご?自分以外|自身以外|[ほ他]か?の(?:人|方)|他人|友人|友だち|友達|知り合い|同僚|仲間|上司|部下|先輩|後輩|知人|別人|別の(?:人|方)?|[ほ他]か?の|よその|違う|ちがう|異なる|親|父|母|子ども?|お子さ[まん]|兄弟|きょうだい|同居[^、。]{0,6}|(?:読み取|かざし|読ま)[^、。]{0,8}(?:ていない|なかった))[^、。]{0,14}カード"
    r"|(?:家族|夫婦|世帯|[ほ他]か?の(?:人|方))[^、。]{0,4}の分(?:も|まで)|カード[^。]{0,24}(?:もの|カード)(?:と|とは)(?:違|ちが|異な)|カード(?:以外|でなくて|じゃなくて|と(?:違|ちが|異な)|ではな)|[2-9一二三四五六七八九数何十]枚|[2-9二三四五六七八九十何数]+人(?:分|が|とも|で)|全員(?:分|が|で)?|家族(?:分|みんな|全員)"
    r"|(?:制限|指定|限定)(?:は)?(?:なし|な[いく]|ありません)|不問|(?:譲(?:り|っ|る)|流用|転用|共用|共有|使い回|使いまわ|貸(?:し|す|借)|借り|融通)|共通"
)
"""Another card than the one that reserved, or that the number goes from one to another."""
OWN = re.compile(
    r"(?:(?:予約(?:を|の際|のとき|時|に)?[^、。]{0,22}?)|同じ|おなじ|その|本人の|ご本人の|自分の|当該|1枚の|読み取(?:った|らせた)|かざした)(?:その)?(?:1枚(?:の)?)?カード|読み取った1枚|カード"
)
ONLY = re.compile(
    r"だけ|のみ|しか|に限|専用|以外(?:の|に|で)?[^、。]{0,14}(?:ない|ません|ず|不可)|ごと|それぞれ|別々|1枚(?:に|だけ)|を(?:使|つか)(?:い|う)"
)
"""It serves that card only."""
BOUND = re.compile(
    r"(?P<what>カード|スマホ|スマートフォン|端末|人|本人|名義|世帯|電話)[^、。]{0,6}(?:に|と)(?:ひも付|紐付|ひもづ|紐づ|結び付|結びつ|連動|対応)(?P<tail>[^、。]{0,14})"
)
"""To what the number is tied."""
EACH = re.compile(
    r"カード(?:1枚)?(?:ごと|毎)|カードの枚数|(?:人数|枚数)分|(?:1人|ひとり|一人)(?:ずつ|につき|ごと|1つ)|それぞれの?(?:カード|方)|カードで別に|別に予約|別々に予約|各自"
)
"""A reservation for each card."""
SPARED = re.compile(
    r"(?:要ら|いら)(?:ない|ず)|いりま?せん|要りま?せん|不要|必要(?:は|が)?(?:ない|ありません|なく)|なくて(?:も)?(?:よ|い|済|構|かま)|1件(?:だけ|で)|一件(?:だけ|で)|1回(?:だけ|で)|まとめて|1(?:つ|人)で"
)
ONE_FOR_ALL = re.compile(
    r"(?:(?:1つ|一つ|ひとつ|1件|一件|1回|一回)(?:の)?(?:予約(?:番号)?|番号)?(?:だけ|で|を))[^、。]{0,16}(?:人分|全員|家族|世帯|みんな|済|よい|足り|間に合)|代表者[^、。]{0,16}1件"
)
NUMBER = re.compile(r"予約(?:番号)?|番号")
ABOUT = re.compile(
    r"使|つか|効|有効|利用|再設定|手続|決め直|直|間に合|可|不可|○|×|できる|でき|用い|通|進|受け|限|だけ|のみ|しか|専用|対象|共通|共用|必要|済|いけ|だめ|無効|認|借|要ら|取|共有|貸|よい|同じ|おなじ|ひも|紐|結び|かまわ|構わ|かまい|構い"
)
HEAD = re.compile(
    r"(?:対象(?:の|となる)?|通用(?:する)?|使用(?:可能な?|する)|利用可能な?|使う|使える|使用できる|利用できる|有効な|手続きできる|再設定できる)カード"
)
"""A head over the cards for which the number serves."""
OF_OTHERS = re.compile(r"(?:です|だ|である|を含め|も含め|と共通)?(?:。|$)|(?:も|を)含め")
"""Another's card is what is named: 予約をした方とそのご家族のカードです."""
LEND = re.compile(r"スマ(?:ホ|ートフォン)を[^、。]{0,10}借|端末を[^、。]{0,6}借")
LOCKS = re.compile(
    r"ロック|間違|電池|予約(?:は|が)何|暗証番号(?:は|が)(?:同じ|共通)|クレジット|持ち物|お持ちください|持参"
)
SERVES_ONLY = re.compile(
    r"番号(?:が|を|の)[^、。]{0,10}?(?:通[るり]|使え|使う|効[きく]|有効|通用|直せ|利用|受け付け|認め|対象)[^、。]{0,6}(?:の|もの|カード)は、?(?P<whose>[^。]{1,30}?カード)(?:を|で|に|だけ|のみ|です|と|の)"
)
"""番号が通るのは、予約のときにかざしたカードを載せた場合だけです."""
ONLY_SERVED = re.compile(
    r"番号[^。、]{0,10}[、はで]{1,2}(?P<whose>[^。、]{1,30}?カード)(?:に|で|を|の)?(?:しか|だけ|のみ|に限|以外)"
)
"""その番号は、予約に使ったカードにしか効きません."""
RIGHT_CARD = re.compile(
    r"予約|申し?込|同じ|おなじ|その|この|当の|ご?本人|ご?自[分身]|かざし|読[みま]|当て|使っ|対象|手元|1枚|一枚|登録|あなた|皆さ|各自|それぞれ|^[^のた]{0,4}カード$|マイナ(?:ンバー)?カード$"
)
"""The card that reserved, by any of its names."""
CARDS = re.compile(r"カード|家族|世帯|夫婦|他人|友人|人分|共通|借")
"""Words of cards and of those who share."""
NO = re.compile(r"ない|ません|ず|なく")
"""A denial."""
NO_LIMIT = re.compile(r"制限|指定|限定|不問")
"""No limit is set."""
OTHERNESS = re.compile(r"(?:違う|ちがう|異なる|ていない|なかった|以外)")
"""Words that say only that a card is another: no denials of what can be done."""
FOR_ALL = re.compile(r"全員分$|共通")
"""For everybody's card."""
RESERVED = re.compile(r"予約|番号")
"""Words of the reservation."""
NOT_ONLY = re.compile(
    r"限ら(?:ない|れ(?:ない|ません)|ず)|(?:だけ|のみ)で(?:は)?な(?:い|く)|だけでなく|(?:だけ|のみ|に限った?)(?:という)?(?:わけ|もの|こと)では"
)
"""A denial of the limit."""


def own_card(look: Look) -> Iterator[Stated]:
    """Whether the number serves only for the card that reserved: 予約したカードにしか使えません."""
    lent, own = lent_card(look) or _only_for(look), own_number(look.text)
    if own is not None:
        yield Stated("own-card", True, *own)
        return
    over = " ".join((look.text, look.context, *look.before[-2:]))
    if lent is None and ("予約" in over or HEAD.search(look.near)):
        said = list(_told(look))
        yield from said
        lent = shared(look) if not said else None
    if lent is not None:
        yield Stated("own-card", False, *lent)


def _only_for(look: Look) -> tuple[int, int] | None:
    """Whose card alone the number serves, where that is not the one that reserved."""
    text = look.text
    for pattern in (SERVES_ONLY, ONLY_SERVED):
        found = pattern.search(text)
        if found is None or (pattern is ONLY_SERVED and not NUMBER.search(text)):
            continue
        if "予約" not in " ".join((text, look.context, *look.before[-3:])):
            return None
        return None if RIGHT_CARD.search(found["whose"]) else found.span("whose")
    return None


def _told(look: Look) -> Iterator[Stated]:
    """What the sentence and the question that it answers say of other cards."""
    for telling in tellings(look):
        text = telling.text
        if (
            not CARDS.search(text)
            or (LOCKS.search(text) and "予約番号" not in text)
            or LEND.search(text)
        ):
            continue
        if not (
            NUMBER.search(text + look.near + "".join(look.before[-1:])) or HEAD.search(look.near)
        ) or not ABOUT.search(text):
            continue
        value = _value(telling)
        if value is not None:
            yield Stated("own-card", value[0] != telling.denied, *telling.span(value[1], value[2]))
            return


def _value(telling: Telling) -> tuple[bool, int, int] | None:
    """Whether it says that only the own card serves, and where."""
    text = telling.text
    shared = ONE_FOR_ALL.search(text)
    if shared:
        can = able(text[shared.end() - 2 :].split("、")[0])
        return can is False, *shared.span()
    tied = BOUND.search(text)
    if tied:
        denied = NO.search(tied["tail"]) is not None
        return (tied["what"] in ("カード",)) != denied, *tied.span()
    each = EACH.search(text)
    if each:
        return SPARED.search(text[each.end() :]) is None, *each.span()
    another = ANOTHER.search(text)
    if another and NO_LIMIT.match(another.group()):
        return False, *another.span()
    if (
        another
        and OF_OTHERS.match(text, another.end())
        and not another.group().startswith("カード")
    ):
        return False, *another.span()
    if another:
        can = _able_after(text, another)
        if can is not None:
            return not can, *another.span()
    return _only(text)


def _able_after(text: str, another: re.Match[str]) -> bool | None:
    """What the clauses from another card on say can be done with it."""
    for begin, end in clauses(text):
        if end < another.end():
            continue
        clause = text[max(begin, another.start()) : end]
        if believed(clause):
            continue
        clause = OTHERNESS.sub("", clause)
        can = able(clause)
        if can is not None and (ABOUT.search(clause) or end == len(text)):
            return can
    return True if FOR_ALL.search(text) else None


def _only(text: str) -> tuple[bool, int, int] | None:
    if "カード" not in text and "1枚" not in text:
        return None
    own = OWN.search(text)
    only = ONLY.search(text)
    if own and only and RESERVED.search(text):
        if NOT_ONLY.search(text):
            return False, *own.span()
        return True, *own.span()
    return None
