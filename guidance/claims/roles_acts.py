"""Who does what in the procedure, and whom a guide tells to ask for it: 県の職員が再設定を行います.

The doings are a closed set, and so are those who rightly do them; anybody else is wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidance.claims.necessity import FRIENDLY
from guidance.claims.roles_names import NAME, Who, who
from guidance.claims.verdicts import MUST
from guidance.look import Look
from guidance.terms import Term

RESET = r"(?:再設定|再登録|初期化|初期値に|リセット|(?:ロック|制限)(?:の|を)?(?:解除|解)|解除|復旧|(?<![出りち])直(?:す|し|せ|る|り)|戻(?:す|し|せ)|書き換え|書換|(?:番号|暗証番号|4桁)の変更)"
EYED = r"(?!を?(?:見|教|説明|助|手助|案内|妨|習|覚え)|の?流れ|の?時間|の?場所|の?内容|について|画面|方法|手順|マニュアル|盤|欄|ミス|の?(?:様子|説明|案内|しかた|仕方|手順|前に|後に|まえ|あと))"
"""Not the doing itself, but watching or teaching it."""
TYPE = rf"(?:入力{EYED}|打ち込|打[つちっ]|タッチ|(?:画面|ボタン|パネル)(?:に|を)(?:触|さわ)|押[すしさ]|(?:番号|4桁|パスワード|数字)を(?:入れ|セット)|代わりに入れ)"
HANDLE = rf"(?:操作{EYED}|手続き?{EYED}(?=を|の|は|も|し|す|いた|で|と|に|まで)|代行|作業|対応(?=し|い|を)|かざ[しすさ]|読み取らせ|(?:カードを|台に)(?:置|載せ|の[せっ])|処理(?=を|し|す|い)|設定(?=を|し|す|い)|申請(?=を|し|す|い))"
RESERVE = r"予約(?:番号)?(?:の(?:手続き|操作|申し?込み))?(?:を|は|も|し|す)?[^、。がに]{0,8}?(?:取[るりっれ得]|と[るりっれ]|し(?:ます|て|、|直)|する|いたし|済ま|済み|入れ|行|やり直|申し込|代行|登録|手配)"
TAKE = r"取[るりっれ得]|と[りっれ]|申し込|入れ|手配|代行|済ま"
DECIDE = r"決め(?!られた|直|なお)|選[びぶん]|考え|指定|作[るりっ成]|生成|割り(?:当|振)|発行|付与|用意|定め"
USE = r"使[いうえっ]|利用|流用|共有|回して"
EXTEND = r"(?:延長|延ば[すしせ]|伸ば[すしせ]|繰り?延べ|復活|再発行|有効に(?:戻|し))"
ASK = r"(?:頼[みむんめま]|依頼|任せ|委ね|ゆだね|委任|委託|託[しすさ]|預け|お預|渡[しすせさ]|手渡|願い出|申し込|申込|申し出|申し入れ|申し付け|告げ|伝え|教え|知らせ|言[いえっう]|見せ|提示|差し出|連絡|電話)"
"""The doings, each with its usual words."""

NEW = re.compile(
    r"(?:新(?:しい|たな|規の)|次の|今度の|再設定(?:後|する|した(?:あと|後)?)の?|登録する|設定する|決め(?:直し)?た)[^、。がはをで]{0,8}(?:番号|数字|4桁|パスワード|暗証)"
)
"""The new PIN."""
CHOSEN = re.compile(rf"{NEW.pattern}|(?<!予約)(?<!予約の)番号(?:を|は)(?:決め|選|考え)")
BOOKING = re.compile(r"予約(?:番号)?(?:の手続き|の操作)?(?:は|を|も|なら|、)")
NUMBER = re.compile(r"(?:予約(?:の)?|この|その|1つの|同じ|一つの)番号[」]?(?:は|を|も|が|、)")
"""What a doing is done to."""
RIGHTFUL = frozenset({Who.HOLDER, Who.MEMBER, Who.THING})


@dataclass(frozen=True)
class Doing:
    """A doing, who does it wrongly, and what it must be done to for the doing to be this one."""

    act: re.Pattern[str]
    wrong: frozenset[Who]
    matter: re.Pattern[str] = re.compile("")

    def found(self, text: str, start: int, stop: int) -> re.Match[str] | None:
        """Where it is done in a part of a text; its matter may stand before that part."""
        act = self.act.search(text, start, stop)
        return act if act and self.matter.search(text, 0, act.end()) else None


RECEIVE = r"応じ|応対|対応(?:し|いた|する|に当た|を行)|受け?付け(?:ま|る|て)|承[りるっ]|お?取り?扱|担当(?:し|いた|する)|担[いうっ]|受け持"
"""What the staff of the counter do for those who come."""
OTHERS = frozenset({Who.OTHER, Who.OFFICE})
SHOP = OTHERS | {Who.KIOSK}
ANYBODY = SHOP | {Who.MUNICIPAL}
USED = Doing(re.compile(USE), frozenset({Who.OTHER}), NUMBER)
DOINGS = (
    Doing(re.compile(DECIDE), ANYBODY | {Who.MACHINE}, CHOSEN),
    Doing(re.compile(r"決めた(?:番号|4桁|数字|暗証)"), ANYBODY | {Who.MACHINE}),
    Doing(re.compile(RESERVE), ANYBODY),
    Doing(re.compile(TAKE), ANYBODY, BOOKING),
    USED,
    Doing(re.compile(EXTEND), ANYBODY | {Who.MACHINE}),
    Doing(re.compile(TYPE), ANYBODY),
    Doing(re.compile(f"{HANDLE}|{RESET}"), OTHERS),
)
"""What is done in the procedure, and who never does it."""
ASKED = Doing(re.compile(ASK), SHOP)
RECEIVED = Doing(re.compile(RECEIVE), SHOP | {Who.MACHINE})
"""At the counter: nobody but its own staff receives one."""
"""Whom one asks or gives something: nobody in the shop."""
AGENT = re.compile(
    rf"(?P<name>{NAME})(?:など|等|たち|ら)?(?P<case>が|(?:で)?も(?!の|ら|っと)|(?:で)?は(?!な|あり)|側で|で(?![きはもすしあ])|にて|によって|により|に(?!つ|関|対|限|よ|な|見|は|も)|に(?:も|は)|へ|まで|の手で|を(?:通じ|介し|経由し)て|から|の(?=(?:本人)?(?:確認|許可|承認|承諾|了承|指示|認証|審査)))"
)
"""A name with the particle of a role."""
LIGHT = re.compile(
    r"(?:代わって|代わりに|一括して|まとめて|すべて|全て|全部)?(?:し(?:ます|て)|する|いたし|致し|行[いうえっ]|やり|やって|おこな|承|お?受け(?:付|し|いた|て|ま)|引き?受け|請け負|担[いっう当]|済ませ|手伝|賜|応じ|お?取り?扱|実施|担当|処理|進め)"
)
"""A verb that only says that it is done: 操作は店員がします."""
TOPIC = re.compile(
    rf"(?:{RESET}|{TYPE}|{HANDLE}|{EXTEND}|予約|画面|(?:番号|4桁)の(?:決定|設定))[^、。はもをが]{{0,8}}(?:は|も|を|なら|に(?:つい|関し)て(?:は|も)?|、)"
)
"""The doing as the topic of a sentence: 再設定は、."""
PERMITS = re.compile(
    r"、?(?:よ[いくろ]|い[いけ]|かま|構|でき|可|大丈夫|問題(?:な|あり)|差し(?:支|つか)|結構|平気)"
)
"""That somebody may: 代わりの人でもよい."""
TOWARDS = ("に", "へ", "にも", "には", "まで", "を通じて", "を介して", "を経由して")
AT = ("で", "にて", "でも", "では")
"""Particles of whom one turns to, and of where it is done."""
GRANT = re.compile(
    r"(?:本人)?(?:確認|許可|承認|承諾|了承|了解|指示|認証|照合|チェック|審査)(?:を|の[一-龠]{1,4}を)?[^、。]{0,4}(?:受け|もら|得|いただ|取)"
)
"""What the shop would have to grant: 店員から本人確認を受ける."""
GIVEN = re.compile(
    r"(?:で|の)?(?:も(?:ら|う)|もらい|もらっ|もらえ|いただ|頂|くれ|下さ|ください|やって|くださ)"
)
"""A doing by somebody else for oneself: 直してもらう."""
MATTER = re.compile(
    r"カード|番号|パスワード|暗証|4桁|操作|手続|再設定|初期化|解除|延長|期限|予約|入力|代行|書類|ロック|直"
)
"""What is asked for or given away."""
BREAK = re.compile(
    r"(?:たら|れば|ので|から|ため|とき|時|場合|けれど|けど|(?<=[るたいす])が|と|なら|ば|あと|後|うえ|前|だけで)(?:に|は|も)?、|(?:て|で)も|閉[まじ]|休み|開[いく]|、(?:ご?本人|ご?自分|ご?自身)|(?:ご?本人|ご?自[分身]|持ち主|各自|皆さん|あなた)[^、。]{0,4}(?:が|で|の手で|に)"
)
"""Where another clause begins, or the holder acts."""
BY_HOLDER = re.compile(r"[^、。]{0,8}?(?:自[分身]|本人|各自)(?:で|が)")
"""The holder does it after all: 操作は全部自分でします."""
NEARBY = re.compile(
    r"(?:隣|となり|そば|近く|横|後ろ|店内?|列|場|まわり|周り|レジ|窓口)に(?:いる|いた|居合わせた|並んだ|並ぶ|立つ|並んでいる|来ていた)(?:人|方|かた|お客)$|(?:隣|となり|後ろ|次|前|周り|まわり|そば|近く)の(?:人|方|お客(?:さん)?)$"
)
"""Somebody who happens to be there: 隣にいる人."""
DENIED = re.compile(
    r"ま?せん|ない|な(?:い|く)(?:て|$|、|済|す)|なく(?:て)?|ず(?:に|、|$)|ぬ(?=、|$)|不可|不要|無用|なし|禁(?:止|物|じ)|無理|だめ|ダメ|駄目|×|(?<![a-z])ng(?![a-z])|控え|おやめ|やめ[てるま]|[避さ]け(?:[てるま、]|$)|いけな|いけま|断り|お断|対象外|非対応|かね(?:ま|る)|まい(?=、|。|$)"
)
"""A denial."""
ON = re.compile(r"(?:こと|必要|の|手続き?|わけ|もの|対応|依頼)?(?:は|も|が|って|とは)、$")
"""A bare topic: what is said comes after it."""
TO_CLAUSE = re.compile(r"[、。]")
INNOCENT = re.compile(
    r"と(?:一緒|同じ|同様)|で(?:(?:は|も)な[いく]|はありません|はございません)|に限ら|以外|(?:に|が)(?:聞|尋ね|相談|声をかけ|見ら|のぞ|覗|知ら|推測|当てら|気づ|見え|見て|聞こ|似)|の(?:前|横|隣|奥|脇|そば|近く)"
)
"""Not in the role: 店員ではなく, 他人に見られる."""
UNLESS = re.compile(MUST)
"""A denial that binds, and denies nothing: 頼まなければなりません."""
CLEFT = re.compile(
    r"(?:のは|[るたい](?:人|方|かた|者)は|相手は|先は|役は|主体は|側は|役目は|仕事は|担当は)、?(?P<filler>[^。、をがてへ]{1,26}?|[^。、をがへ]{1,26}?(?=です|だ[。、]|である))(?P<end>です|だ(?=[。、]|$)|で、|で(?=し)|である|では|じゃ|なので|。|$|に限|だけ|のみ|、)"
)
"""Who it is that does it: 決めるのは役所の人です."""
DUTY = re.compile(
    rf"(?P<name>{NAME})(?:さん)?の(?:役目|仕事|役割|担当|務め|受け持ち|係)|(?P<bare>{NAME})(?:さん)?(?:が|の)?(?:担当|受け持)"
)
"""Whose duty it is."""


def refused(text: str, end: int) -> bool:
    """Whether the clause that goes on here denies it: 頼む必要はありません."""
    stop = _clause_end(text, end)
    if ON.search(text[end:stop]):
        stop = _clause_end(text, stop)
    tail = UNLESS.sub("必要", FRIENDLY.sub("可", text[end:stop]))
    return DENIED.search(tail) is not None


def _clause_end(text: str, start: int) -> int:
    """Where the clause ends in which a character stands, its comma included."""
    comma = TO_CLAUSE.search(text, start)
    return comma.end() if comma else len(text)


def wrong_agents(look: Look, text: str, begin: int = 0) -> Iterator[tuple[int, int]]:
    """Where somebody does what is not theirs to do: from the name to the doing."""
    at_counter = look.place_at(0) is Term.COUNTER or look.site_at(0) is Term.COUNTER
    for named in AGENT.finditer(text, begin):
        if INNOCENT.match(text, named.end("name")):
            continue
        kind = who(named["name"], at_counter)
        if NEARBY.search(text, max(0, named.start() - 14), named.end("name")):
            kind = Who.OTHER
        if kind in RIGHTFUL:
            continue
        found = _done_by(text, named, kind)
        if found is None and at_counter and named["case"] in ("が", "は"):
            found = _received(text, named, kind)
        if found is not None and not refused(text, found):
            yield named.start(), found


def _done_by(text: str, named: re.Match[str], kind: Who) -> int | None:
    """Where the doing ends that a name with its particle does wrongly."""
    case, start = named["case"], named.end()
    stop = _same_subject(text, start)
    if case in TOWARDS:
        asked = _asked(text, start, stop, kind)
        return asked if asked or case != "に" else _for_oneself(text, start, stop, kind)
    if case in ("から", "の"):
        grant = GRANT.search(text, start, stop)
        return grant.end() if grant and kind in ASKED.wrong else None
    may = PERMITS.match(text, start) if case == "でも" else None
    light = may or LIGHT.match(text, start + (text[start : start + 1] == "、"))
    if light and kind in OTHERS and TOPIC.search(text, max(0, named.start() - 40), named.start()):
        return light.end()
    return _act(text, start, stop, kind, case)


def _received(text: str, named: re.Match[str], kind: Who) -> int | None:
    """Where somebody else receives one at the counter: 当館の司書が応じます."""
    act = RECEIVED.found(text, named.end(), _same_subject(text, named.end()))
    return act.end() if act and kind in RECEIVED.wrong else None


def _same_subject(text: str, start: int) -> int:
    """How far a name with its particle reaches: not into another clause or sentence."""
    stop = min(len(text), start + 44)
    broken = BREAK.search(text, start, stop)
    stop = broken.start() if broken else stop
    end = text.find("。", start, stop)
    return stop if end < 0 else end


def _act(text: str, start: int, stop: int, kind: Who, case: str) -> int | None:
    """Where they do what is not theirs to do; a mere place (で) only where it is an office."""
    for doing in DOINGS:
        act = doing.found(text, start, stop)
        if act is None or kind not in doing.wrong:
            continue
        if case in AT and kind is not Who.OFFICE and doing is not USED:
            continue
        return None if BY_HOLDER.match(text, act.end()) else act.end()
    return None


def _asked(text: str, start: int, stop: int, kind: Who) -> int | None:
    """Where one asks them for something of the procedure: 店員にカードを渡す."""
    act = ASKED.act.search(text, start, stop)
    if act is None or kind not in ASKED.wrong:
        return None
    if not MATTER.search(text, start, min(len(text), act.end() + 30)) and not MATTER.search(
        text, max(0, start - 30), start
    ):
        return None
    if act.group() in ("連絡", "電話", "提示") and not re.search(
        rf"{EXTEND}|{RESET}|予約番号|取り直|延期", text[start : act.end() + 30]
    ):
        return None
    return act.end()


def _for_oneself(text: str, start: int, stop: int, kind: Who) -> int | None:
    """Where they do it for one: 店員に直してもらう."""
    for doing in DOINGS:
        act = doing.act.search(text, start, stop)
        if (
            act is not None
            and kind in doing.wrong
            and GIVEN.search(text, act.end(), act.end() + 10)
        ):
            return act.end()
    return None


def wrong_clefts(look: Look, text: str, begin: int = 0) -> Iterator[tuple[int, int]]:
    """Where a sentence says whose doing it is, and names another: 操作するのはレジの人です."""
    for found in CLEFT.finditer(text, begin):
        before = text[max(0, found.start() - 24) : found.start()]
        kinds = [who(name) for name in re.findall(NAME, found["filler"])]
        if not kinds or any(kind is Who.HOLDER for kind in kinds):
            continue
        for doing in DOINGS:
            act = doing.found(before, 0, len(before))
            if act is None or kinds[-1] not in doing.wrong:
                continue
            if not refused(text, found.end("filler")):
                yield found.span("filler")
            break
    for found in DUTY.finditer(text, begin):
        name = found["name"] or found["bare"]
        if not any(doing.found(text, 0, found.start()) for doing in DOINGS):
            continue
        if who(name) in OTHERS and not refused(text, found.end()):
            yield found.span()
