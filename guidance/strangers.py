"""People who act in the procedure though it does not know them: 店員が入力します."""

import re
from collections.abc import Iterator

from guidance.claims.necessity import FRIENDLY, able
from guidance.claims.roles import roles
from guidance.claims.telling import Telling, believed, clauses, tellings
from guidance.look import Look
from guidance.terms import Term

OWN = frozenset(
    {
        Term.PIN,
        Term.PASSWORD,
        Term.BOTH,
        Term.NUMBER,
        Term.RESERVE,
        Term.RESET,
        Term.LOCK,
        Term.KIOSK,
        Term.COUNTER,
        Term.CERTIFICATE,
        Term.NFC,
    }
)
"""Words that make a sentence one about the procedure."""
PEOPLE = r"店員(?:さん)?|お?店の(?:人|方|スタッフ|係|者)|店舗(?:の)?(?:スタッフ|従業員)|従業員|スタッフ|クルー|レジ(?:係|の(?:人|方))|職員(?:さん)?|係員|係の(?:人|方|者)|(?<!関)係(?=が|に)|担当者?(?=が|に|の|へ|は)|オペレーター|ヘルプデスク|コールセンター|役員|(?:同居の)?ご?家族(?:の(?:方|どなた|誰|だれ))?|代理(?:人|の(?:方|人|者))|代わりの(?:人|方|者)|配偶者|第三者|友人|知人|友だち|友達|同僚|近所の(?:人|方)|他人|付き添い(?:の(?:人|方))?|息子|娘|子ども(?=が|に)|お?孫|お子さ[んま]|奥さ[んま]|ご?主人|夫|妻|ケアマネ(?:ジャー)?|ヘルパー|当行|当社|弊社|当院(?:の(?:受付)?職員)?|受付職員|看護師|看護婦|医師|人事課?|総務課?|組合|会社(?=が|に)|上司|民生委員|町会長|自治会(?:役員|長)?"
"""Who is not the holder of the card."""
PERSON = re.compile(PEOPLE)
ACTS = re.compile(
    r"操作|入力|手続|打(?:ち|つ|っ|た)|押(?:し|す)|代(?:行|わっ|わり|理)|セットし|決め(?!られ)|行(?:い(?:ま|、)|う|っ(?:て(?:も|く)|た))|(?:再設定|初期化|予約|設定|延長|再発行|解除)(?:を)?(?:し|す|いた|でき|行|受|申|依)|頼|依頼|任せ|お任せ|預け|委ね|(?:やって|して|押して|打って|入れて|直して|代わって)(?:もら|くれ|いただ|下さ|ください|やっ|あげ)|告げ|渡(?:し|せ|す)|承|受け持|預か|教え|伝え|入れ(?:て|る|ま)|かざ|(?:が|に)(?:し(?:ます|て)|する|やり|やる|おこな)"
)
"""What only the holder does."""
ASKS = re.compile(
    r"(?:聞|尋ね|たず(?:ね)?|相談|問い?合わせ|声をかけ|お声が|呼(?:ぶ|ん)|見(?:ていて|てもら|守)|付き添って|場所を|使い方|案内|確認(?:し(?:て|ま)|を)|質問|助け)"
)
"""What one may do with them: ask."""
SECRETS = re.compile(r"番号|パスワード|暗証|カード|操作|入力|手続|4桁|機械|再設定|予約|延長|解除")
DENIED = re.compile(
    r"ま?せん|ない(?!と)|なく(?!て(?:も)?(?:[^、。]{0,6}(?:よ|い|大丈|構|かま|問題)))|ず(?:に)?(?=[、。]|自|ご|本|必|$)|不可|なし(?=です|で|だ|。|$|[(、])|禁(?:止|物|じ)|(?:無理|だめ|ダメ|駄目|×|ng)|控え|おやめ|やめ|避け|いけない|いけません|断り|お断|は(?:自分|ご?本人|ご自身)"
)
"""A denial: 店員が入力することはありません."""
NEGATED = re.compile(
    r"(?:本人|自分|自身)(?:で|が|の)?(?:[^、。]{0,14})(?:ではな|じゃな|でなくて|なくて|必要は(?:な|あり)|ことは(?:な|あり)|触れず|以外)|本人(?:のほか|に限ら|だけでなく|に代わ|の代わ)|ご?本人による(?:操作|入力)は(?:お控え|ご遠慮|不要|でき|要ら|いら)|必ずしも(?:ご?本人|自分)|(?:ご?本人|自分|カードの持ち主)(?:で|が)[^、。]{0,10}なくても"
)
"""It need not be the holder."""
WHO = re.compile(
    r"誰が|だれが|行う人|する人|操作する(?:人|者)|入力する(?:人|者)|担当|実施者|操作者|代行"
)
OTHERS_DO = re.compile(
    r"(?:誰|だれ|どなた)(?:で|が|に)(?:も)?(?:[^、。]{0,8})(?:よい|いい|かま|構|でき|可|問題)|代行(?:も)?(?:可|でき|し(?:ます|て)|を(?:頼|依|受))|代理(?:も)?(?:可|で(?:も)?(?:でき|よ|い|可|手続))"
)
"""Anybody, or a proxy, may."""
COUNTER_ACTS = re.compile(
    r"(?:職員|係員?|担当者?)[^。]{0,14}(?:本人確認|書類|確かめ|確認|申請|受け(?:付|取)|案内|処理|再設定の(?:操作|手続)|手続きを(?:し|行)|呼)"
)
"""What the staff of the counter do."""
THINGS = re.compile(
    r"印鑑|印かん|はんこ|住民票の写し|通知カード|委任状|戸籍|納税証明|証明写真|暗証番号の控え"
)
BROUGHT = re.compile(r"持って(?:行|い|来)|持参|お持ち|お忘れなく|持ち物|必要|用意")
SPARED = re.compile(
    r"不要|いりません|いらない|要り?ません|要らない|必要(?:は)?(?:な(?!の|も)|ありません)|なくて"
)
HOLDER = re.compile(r"(?:ご?本人|自分|×)")
"""A cell that names the holder, or refuses."""
ALLOWED = re.compile(r"可|○|あり|でき|ok|はい|よい")
"""A cell that allows."""
ENTRUSTED = re.compile(r"教えて|告げ|渡|預け|任せ")
"""More than asking: 番号を教えて."""
STAFF = re.compile(r"職員|係|担当")
"""The staff of the counter."""
DECIDES = re.compile(r"番号(?:を|は)[^、。]{0,10}(?:決め|入力|打)|決めて入力")
"""They enter the number."""


def strangers(look: Look) -> Iterator[tuple[int, int]]:
    """The parts of a sentence in which somebody acts, or a thing is brought, that nobody specified."""
    if not _about(look):
        return
    for telling in tellings(look):
        found = _actor(look, telling)
        if found is not None:
            yield telling.span(*found)
            break
    yield from roles(look)
    thing = THINGS.search(look.text)
    if (
        thing is not None
        and BROUGHT.search(look.text + look.sentence.row)
        and not SPARED.search(look.text)
    ):
        yield thing.span()


def _about(look: Look) -> bool:
    numbered = look.sentence.block.number is not None
    return (
        look.has(*OWN)
        or look.topic is not None
        or look.place_over() is not None
        or numbered
        or "番号" in look.text
        or SECRETS.search(look.text + look.near) is not None
    )


def _actor(look: Look, telling: Telling) -> tuple[int, int] | None:
    """Where somebody else acts."""
    text = telling.text
    nobody = NEGATED.search(text, telling.since)
    if (
        nobody is not None
        and ACTS.search(text)
        and not (nobody.group().endswith("以外") and able(text[nobody.end() :]) is not True)
    ):
        return nobody.span()
    whoever = OTHERS_DO.search(text)
    if (
        whoever is not None
        and SECRETS.search(text)
        and DENIED.search(text[whoever.start() :]) is None
        and not telling.denied
    ):
        return whoever.span()
    person = PERSON.search(text)
    if person is None:
        return None
    if telling.cell:
        return _of_cell(telling)
    return _of_clauses(look, telling)


def _of_cell(telling: Telling) -> tuple[int, int] | None:
    """A cell that names somebody else as the one who acts, or allows it."""
    own, head = FRIENDLY.sub("可", telling.text[telling.since :]), telling.text[: telling.since]
    if DENIED.search(own) or HOLDER.match(own):
        return None
    if (
        PERSON.search(own)
        and (WHO.search(head) or ACTS.search(own))
        and SECRETS.search(telling.text)
    ):
        return telling.since, len(telling.text)
    if PERSON.search(head) and ACTS.search(head) and ALLOWED.match(own):
        return telling.since, len(telling.text)
    return None


def _of_clauses(look: Look, telling: Telling) -> tuple[int, int] | None:
    """A person in one clause who acts there or in the next."""
    text = telling.text
    pieces = clauses(text)
    for number, (begin, end) in enumerate(pieces):
        clause = text[begin:end]
        person = PERSON.search(clause)
        if person is None or believed(clause) or NOT_ACTOR.match(clause[person.end() :]):
            continue
        following = pieces[number + 1][1] if number + 1 < len(pieces) else end
        rest = text[begin + person.end() : end]
        if not ACTS.search(rest):
            if BY_HOLDER.match(text, end):
                continue
            rest = text[begin + person.end() : following]
        acts = ACTS.search(rest)
        if acts is None or (ASKS.search(rest[: acts.end() + 6]) and not ENTRUSTED.search(rest)):
            continue
        if DENIED.search(text[begin + person.end() : following]) or (telling.denied):
            continue
        if (
            STAFF.match(person.group())
            and COUNTER_ACTS.search(text[begin:])
            and not DECIDES.search(text)
        ):
            continue
        if MISHAP.match(rest, acts.end()) or not SECRETS.search(text + look.near):
            continue
        return begin + person.start(), begin + person.end() + acts.end()
    return None


MISHAP = re.compile(r"[^、。]{0,3}(?:ていたら|ておったら|損[ねじな]|そこ[なね]|違え|間違)")
"""What befell somebody, no instruction: 番号を押していたら、機械が."""
BY_HOLDER = re.compile(r"(?:必ず|かならず)?(?:ご?本人|ご?自[分身]|カードの持ち主)(?:が|で|の手で)")
"""In the next clause the holder acts."""
NOT_ACTOR = re.compile(
    r"(?:の)?(?:さん)?(?:ご?本人|自身|各自)|(?:の)?(?:カード|名義|分は|分も|の番号|の暗証|の前|の(?:誕生|生年)|で(?:あって|も)も?$|が(?:いる|い(?:ない|なく)|見|のぞ|覗)|に(?:見|のぞ|覗|推測|知ら|当て|気|聞こえ|限))|(?:など|等)?(?:から|と(?:一緒|同))|以外|だけ(?:で|が)な|が(?:使|推測)"
)
"""Somebody who is only spoken of: 家族のカード, 他人に見られないように."""
