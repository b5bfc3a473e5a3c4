"""Which way helps in which state: conditions, what is done, where, and whether it can be done.

A sentence is read as: in this state (両方を忘れた), this (再設定) is (not) possible there (コンビニ).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.document import Kind
from guidance.look import AVOIDED, Look
from guidance.normal import normal
from guidance.polarity import Polarity, polarity
from guidance.terms import Term, has, terms


class State(Enum):
    """What a guide says of somebody's card, secrets or reservation."""

    PIN_LOST = "the PIN is forgotten or locked"
    PIN_KNOWN = "the PIN is known"
    PASSWORD_LOST = "the signing password is forgotten or locked"
    PASSWORD_KNOWN = "the signing password is known"
    EXPIRED = "the digital-signature certificate has expired"
    MOVED = "moved without renewal"
    LATE = "the reservation has lapsed"


NOT = r"(?:ない|ず|ません|なく|ん(?=人|方|とき|場合|の)|なけ|らっしゃらない|かね)"
LOST = (
    rf"忘れ|わすれ|思い出せ{NOT}|分から{NOT}|わから{NOT}|覚えて(?:い(?:らっしゃら)?|お(?:ら|り)?)?(?:ない|ません|ず)|おぼえて(?:い)?(?:ない|ません)"
    r"|お分かりで(?:は)?な|お分かりにならな|ご?記憶で(?:は)?な|記憶して(?:い)?(?:ない|ません)|不明|失念|知らな|ご存じで(?:は)?な|ロック(?!の仕組み|まで|する(?:まで|連続))|止まっ(?:た|て(?!も?(?:い)?(?:な|おら|ません)))|あいまい|記憶に(?:な|ござ)|定かで(?:は)?な|見当がつかな|言えない|お手上げ"
)
"""What is said of a secret that one cannot use."""

KNOWN = (
    r"覚えて(?:い(?!ない|ません|らっしゃらない)|お(?!らず|りません|らない)|る|さえ|ます)|おぼえて(?:い(?!ない|ません)|る)|分か(?:る|って|れば|り(?!ません))|わか(?:る|って|れば|り(?!ません))"
    r"|記憶(?:して|が(?:あ|確)|の方|にあ)|ご記憶|思い出せ(?:る|れば|ます)|手元に|生きて|憶えて|把握|控えてい|知って(?:い(?!ない|ません)|お)|ご存じ(?!で(?:は)?な)|覚えが|お分かり|既知|言える"
)
"""What is said of one that one can."""

EXPIRED = r"(?:有効)?期(?:限|間)(?:が|の|を|は)?(?:すでに|もう)?(?:切|過ぎ|すぎ|満了|終)|期限切れ|失効期限|満了(?:した|して|後)"
MOVED = r"引っ?越|転居|転入|転出|住所(?:が|を|の)?(?:変|異動|移)|住民票を移|改姓|氏名"
UNRENEWED = r"(?:更新|新しく)(?:の手続き)?(?:を|が|は|手続き?を?)?(?:も)?(?:して(?:い)?(?:ない|なけ|ません)|せず|しな|忘れ|まだ|済んで(?:い)?(?:ない|ません)|お済みでない|が済|怠|未|なさっていない|をなさら|がお済みで|がまだ|できていない|はまだ|し忘れ|していな)|未更新|まだ更新"
LATE = r"(?:期限|時間|しめ切り|締切)(?:が|を)?(?:過ぎ|すぎ|切れ|超え|経)|期限切れ|間に合わな|失効した(?:予約|番号|ら|場合|とき)"
ENDS_STATE = r"(?:人|方|かた|ひと|場合|ケース|とき|時|際|なら|ば|と|たら|ても|でも|ため|ので|から|て|まま|うえ|状態|ずに|ず|ますが|いますが|たが|るが)(?:に)?(?:は|も|の|で|、|,|:|でも)*"
COUNTER = re.compile(
    r"窓口|役所|役場|市民課|区民課|住民課|対面|庁舎|市区町村(?!内|の(?:店|対応))|自治体"
)
KIOSK = re.compile(
    r"コンビニ|マルチ|店(?!員|長|の人)|オンライン|この(?:方法|ルート|サービス|やり方|手順)|スマ(?:ホ|ートフォン)(?:アプリ)?(?:で|と|から|では|だけ|のみ|[+＋])|アプリ(?:で|と|から|だけ|のみ|[+＋])"
    r"|予約(?!番号)|再設定の鍵|鍵(?:に|と)|ネット|セブン|イオン"
)
DONE = re.compile(
    r"再設定|初期化|リセット|(?:決め|設定し|登録し|付け|作り)(?:直|なお)|解除|復旧|復活|直せ|直す|手続き?|利用|使(?:え|う|い|わ)|解決|方法|ルート|頼|行|向か|出向|相談|お越し|伺|へ|予約|対応|扱|必要|だけ|のみ|しか|案内|済"
)
BY_KEY = re.compile(
    r"(?P<key>署名用(?:の)?(?:電子証明書)?(?:の)?(?:パスワード|暗証番号)?|4桁(?:の(?:番号|暗証番号))?|数字4桁|英数字の?パスワード|(?:利用者証明用)(?:の暗証番号)?)(?:のほう|の方|側)?(?:を|で)(?:使|用い|鍵|もと|入力(?:し|す))"
)
ONLY_COUNTER = re.compile(
    r"(?:窓口|役所|役場|対面|市民課|市区町村|自治体)[^、。]{0,16}(?:だけ|のみ|しか|に限|以外に|以外(?:では|で)[^、。]{0,14}(?:ない|ません)|ほか(?:に|は|に手|手)?(?:は|が)?[^、。]{0,6}(?:ない|ありません|ございません|なく|なし|あるまい)|なければならな|ねばならな|なければなりません|ないといけ|ことになる|ことになり|決まり|はめに|一択|よりほか|専用)"
)
"""That nothing helps but the counter."""

REISSUE = re.compile(
    r"カード(?:そのもの|自体)?(?:を|の)(?:いったん)?(?:返納|作り直|つくり直|再発行|再交付|新しく作)[^。]{0,18}(?:必要(?!は(?:な|あり))|しかな|ほかな|以外に|申し込|申請|なる|なります|ことに)"
)
"""That a new card is the remedy."""

ONLY_PASSWORD = re.compile(
    r"(?:コンビニ|マルチコピー機|キオスク端末|店舗?)[^。]{0,12}(?:再設定|初期化|リセット|解除)[^。]{0,12}(?:の|もの|番号)(?:は|が)[、]?「?(?:署名用|英数字)[^、。]{0,24}?」?(?:のみ|だけ)"
)
"""That kiosks reset the signing password and nothing else."""

EITHER_WAY = re.compile(
    r"(?:覚えて|分か|わか|知って|忘れ)[^、。]{0,12}(?:かどうか|いない|分からない|否か|どうか)(?:に|と(?:は)?)(?:は)?(?:かかわらず|関わらず|関係な|よらず|問わず)|どなたでも|誰でも|全員が"
)
"""Whether the secret is known or not."""

POSTPOSED = re.compile(
    r"(?P<done>[^。]{4,60}?(?:の|こと(?:が)?)(?:は|が))[、]?(?P<who>[^。]{4,70}?(?:人|方|者|場合|とき|ケース))(?:だけ|のみ|に限|で[、。す]|である|だ[。、]|$|。)"
)
"""コンビニで再設定できるのは、署名用が分かる人です: the state comes last."""

NOT_THERE = re.compile(
    r"(?:コンビニ|マルチコピー機|店舗?|窓口|役所|役場)(?:の(?:窓口|マルチコピー機|店舗))?(?:に|へ)?(?:では|じゃ)(?:なく|ない)"
)
"""コンビニではなく: the one of two places that is meant not."""

LIMITED_TO = re.compile(
    r"(?:方|人|者|場合|とき|こと)(?:に限(?:り|る|ら)|のみ|だけ(?:が|です|。|$)|が(?:対象|条件)|(?:で|が)(?:使え|利用でき)|向け)"
)
"""A sentence that says for whom the way under whose heading it stands is."""

OTHERWISE = re.compile(r"^(?:一方|ただし|逆に|反対に|通常|ふだん|それ以外|そうでな)")


@dataclass
class Way:
    """What a clause says can or cannot be done: where, under which states."""

    place: Term
    can: bool
    only: bool
    start: int
    end: int
    states: set[State] = field(default_factory=set)
    resets_password: bool = False
    bare: bool = False


def ways(look: Look) -> Iterator[Stated]:
    """Read each clause for what can be done where, under what was said before."""
    text, offset = look.text, 0
    if re.search(r"かつて|以前は|従来|これまでは|当初|昔は", text):
        offset = len(text) - len(re.split(r"が、|ものの、|けれど", text, maxsplit=1)[-1])
    states, conditional = _of_reservation(look, _states_over(look)), False
    reissue = REISSUE.search(text)
    if reissue:
        words = Words(look.sentence.quote(*reissue.span()), look.sentence.quote(*reissue.span()))
        yield Stated("where", Said(words), *reissue.span())
    endless = re.search(
        r"証明書(?:に|には)(?:は)?有効期(?:限|間)(?:が|は)(?:ない|ありません|なく)|証明書の(?:有効)?期(?:限|間)(?:は|内かどうか)[^。]{0,20}(?:関係(?:し|あり|が)?(?:な|ません)|問わず|かかわらず|気にし)",
        text,
    )
    if endless:
        yield Stated("expired", True, *endless.span())
    only = ONLY_PASSWORD.search(text)
    if only and not re.search(r"ローソン|ファミリ|ミニストップ|店舗は|チェーン", text):
        yield Stated("kiosk-resets-pin", False, *only.span())
    postposed = POSTPOSED.search(text)
    if postposed and (COUNTER.search(postposed["done"]) or KIOSK.search(postposed["done"])):
        yield from _postposed(look, postposed)
        return
    yield from _for_whom(look)
    yield from _cell(look, states)
    for begin, end in look.clauses:
        if end <= offset:
            continue
        begin = max(begin, offset)
        clause = text[begin:end]
        if re.search(r"と(?:思っ|思い|勘違い|考え)(?:て|込)", clause):
            continue
        if re.search(r"(?:行|出かけ|試|来)[^、]{0,4}(?:ても|でも)[、]?$", clause):
            states |= _states_in(clause)
            continue
        if re.search(
            r"更新(?:すれば|したら|して(?:から|おけ)|後(?:は|に|なら)|さえ|の(?:後|あと)|済み)",
            clause,
        ):
            states = states - {State.EXPIRED, State.MOVED}
        if OTHERWISE.match(clause):
            states = set()
        found = _states_in(clause) or _unnamed(look, clause)
        if EITHER_WAY.search(clause):
            found = {State.PASSWORD_LOST} if not COUNTER.search(text) else {State.PASSWORD_KNOWN}
        found = _of_reservation(look, found)
        if found:
            if _contrary(states, found):
                states = set()
            states |= found
        start = begin + _condition(clause, bool(found))
        for first, last in _pieces(text, start, end):
            for way in _ways(look, text[first:last], first, states):
                way.bare = not states and not conditional
                yield from _judge(look, way)
        conditional = conditional or bool(
            re.search(
                r"(?:ば|と|たら|場合(?:は|に)?|とき(?:は|に)?|ないと|過ぎ|なら|では|ても|まで|前|後)[、]?$",
                clause,
            )
        )


FOR_WHOM = re.compile(
    r"(?:コンビニ|マルチコピー機|この方法|アプリ)[^。]{0,14}(?:でき|使え|利用でき|手続きでき|対象)(?:る|となる|に(?:な|は))?(?P<not>ない)?[^。]{0,6}(?:方|人|とき|場合|条件)"
)


def _for_whom(look: Look) -> Iterator[Stated]:
    """An item under コンビニでの手続きができる方: the heading says what is possible for it."""
    if look.sentence.block.kind is not Kind.ITEM:
        return
    head = look.sentence.heads[-1] if look.sentence.heads else ""
    found = FOR_WHOM.search(head)
    states = _states_in(look.text)
    if (
        found is None
        or not states
        or COUNTER.search(look.text)
        or KIOSK.search(look.text)
        or polarity(look.text)
    ):
        return
    can = not re.search(r"でき(?:ない|ません)|使え(?:ない|ません)|対象外|なれない", found.group())
    yield from _judge(look, Way(Term.KIOSK, can, False, 0, len(look.text), states))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A clause without its bracket, and the bracket."""
    bracket = re.search(r"\([^()]*\)", text[start:end])
    if bracket is None or not (COUNTER.search(bracket.group()) or KIOSK.search(bracket.group())):
        yield start, end
        return
    yield start, start + bracket.start()
    yield start + bracket.start() + 1, start + bracket.end() - 1


def _postposed(look: Look, found: re.Match[str]) -> Iterator[Stated]:
    """What is possible for those whom the sentence names at its end."""
    states = _states_in(found["who"])
    if not states:
        return
    done, (start, end) = found["done"], found.span()
    only = COUNTER.search(done) and not KIOSK.search(done)
    place = Term.COUNTER if only else Term.KIOSK
    no = re.search(r"(?:でき|使え|直せ)(?:ない|ません|ず)", done) is not None
    must = bool(
        only and re.search(r"なければ|しか|必要|ほか|のみ|だけ", done + look.text[end : end + 4])
    )
    yield from _judge(look, Way(place, not no, must, start, end, states, _resets_password(done)))


def _cell(look: Look, states: set[State]) -> Iterator[Stated]:
    """A cell 可 or 不可 whose column or row names the way."""
    text = look.text.strip("。")
    for_whom = re.search(
        r"対象|(?:使え|利用でき)る(?:方|人)|こんな(?:方|人)|向いて|条件", look.sentence.row
    )
    if for_whom and KIOSK.search(look.sentence.column) and not COUNTER.search(look.sentence.column):
        own = _states_in(text)
        if own:
            yield from _judge(look, Way(Term.KIOSK, True, False, 0, len(look.text), own))
        return
    if not look.sentence.row or KIOSK.search(text):
        return
    if not states:
        yield from _pin_cell(look, text)
        return
    if COUNTER.search(text):
        return
    over = look.sentence.column + "。" + look.sentence.row
    if re.search(r"窓口へ行く|役所へ行く|窓口での手続き", over):
        needed = re.match(r"(?:あり|必要(?!な)|○|要)", text)
        if (
            needed
            and states & {State.PASSWORD_KNOWN, State.PIN_KNOWN}
            or needed
            and State.PASSWORD_KNOWN in states
        ):
            yield Stated("kiosk-resets-pin", False, 0, len(look.text))
        return
    text = text.removeprefix("○").removeprefix("×") if len(text) > 1 else text
    yes = re.match(r"(?:可(?!否)|でき(?:る|ます)|○|◯|あり|使える|有効|OK|ok|問題な|利用可)", text)
    no = re.match(r"(?:不可|でき(?:ない|ません)|×|✕|なし|使えない|無効|ng|NG)", text)
    if KIOSK.search(over) or re.search(r"再設定|鍵", over):
        if yes or no:
            way = Way(
                Term.KIOSK, bool(yes), False, 0, len(look.text), set(states), _resets_password(over)
            )
            yield from _judge(look, way)


def _pin_cell(look: Look, text: str) -> Iterator[Stated]:
    """A cell that says whether the kiosk resets the secret that the row names."""
    over = look.sentence.column
    if not re.search(r"コンビニ|マルチコピー|店", over) or not re.search(
        r"再設定|解除|初期化|リセット|対応|可否|手続き", over
    ):
        return
    if not has(look.sentence.row, Term.PIN, Term.AUTHENTICATION_CERTIFICATE) or has(
        look.sentence.row, Term.OTHER_PIN
    ):
        return
    yes, no = (
        re.match(r"(?:○|可(?!否)|でき(?:る|ます)|対応)", text),
        re.match(r"(?:×|不可|でき(?:ない|ません)|非対応|対象外)", text),
    )
    if yes or no:
        yield Stated("kiosk-resets-pin", no is None, 0, len(look.text))


def _condition(clause: str, found: bool) -> int:
    """Where the condition of a clause ends and what is said begins."""
    if not found:
        return 0
    last = 0
    for each in re.finditer(
        rf"(?:{LOST}|{KNOWN}|{EXPIRED}|失効|{MOVED}|{UNRENEWED}|{LATE})[^、。]*?(?:{ENDS_STATE})",
        clause,
    ):
        last = each.end()
    return last if last < len(clause) - 1 else 0


def _contrary(states: set[State], found: set[State]) -> bool:
    pairs = ((State.PASSWORD_KNOWN, State.PASSWORD_LOST), (State.PIN_KNOWN, State.PIN_LOST))
    return any(
        {first, second} <= states | found and not {first, second} <= states
        for first, second in pairs
    )


def _of_reservation(look: Look, states: set[State]) -> set[State]:
    """An expiry that is that of the reservation, where the guide speaks of it."""
    told = look.text + look.sentence.row
    about = "".join((*look.sentence.heads[-1:], *look.before[-1:]))
    if State.EXPIRED in states and "証明書" not in told and re.search(r"予約", told + about):
        return states - {State.EXPIRED} | {State.LATE}
    return states


def _states_over(look: Look) -> set[State]:
    """The states that hold before the sentence begins: its row, heading, or the one before."""
    row = look.sentence.row
    if row:
        return _row_states(look)
    last = look.before[-1] if look.before else ""
    if last:
        found = _states_in(last)
        if re.search(r"(?:方|人|場合|とき|ひと|なら)[:、]?$", last) and found:
            return found
        if re.match(r"その(?:場合|とき|際|方)|この(?:場合|とき)|そのため|これらの", look.text):
            return found
        lasting = found & {State.EXPIRED, State.MOVED}
        if lasting and look.goes_on and not re.search(r"更新|窓口|役所|ただし|新し", look.text):
            return lasting
    if look.sentence.heads:
        head = look.sentence.heads[-1]
        if not re.search(r"[?？]|どうな|こと$", head) or re.search(
            r"場合|方|人|とき|たら|ば", head
        ):
            return _states_in(head)
    return set()


def _row_states(look: Look) -> set[State]:
    """The states that the cells before this one name, each with the head of its column."""
    block = look.sentence.block
    found: set[State] = set()
    for number, cell in enumerate(block.cells):
        if cell is look.sentence.source:
            break
        head = block.columns[number] if number < len(block.columns) else ""
        text = normal(cell.value).value
        found |= (
            _states_in(text) or _states_in(f"{normal(head).value}が{text}") or _unnamed(look, text)
        )
    marks = re.search(r"4桁[×✕].*署名用[^、]{0,6}[×✕]", look.sentence.row)
    return found | ({State.PIN_LOST, State.PASSWORD_LOST} if marks else set())


def _unnamed(look: Look, clause: str) -> set[State]:
    """The states of a clause that says 忘れた or 覚えている without saying what."""
    lost, known = re.search(LOST.replace("|ロック", ""), clause), re.search(KNOWN, clause)
    if bool(lost) == bool(known) or has(clause, Term.PIN, Term.PASSWORD, Term.BOTH, Term.OTHER_PIN):
        return set()
    if re.search(r"(?:店舗?|場所|使い方|操作|方法|手順|日時|理由|原因)(?:が|は|を)", clause):
        return set()
    for text in (*reversed(look.before[-3:]), *reversed(look.sentence.heads)):
        named = [
            each.term for each in terms(text) if each.term in (Term.PASSWORD, Term.BOTH, Term.PIN)
        ]
        if Term.BOTH in named and lost:
            return {State.PIN_LOST, State.PASSWORD_LOST}
        if Term.PASSWORD in named or Term.BOTH in named:
            return {State.PASSWORD_LOST} if lost else {State.PASSWORD_KNOWN}
    return set()


def _states_in(text: str) -> set[State]:
    """The states that a piece of text names."""
    found: set[State] = set()
    password = has(text, Term.PASSWORD) or "署名用" in text
    pin = has(text, Term.PIN) or "4桁" in text
    both = has(text, Term.BOTH) or bool(
        re.search(r"どちら(?:の[^、。]{0,6})?も|両方|双方|いずれも|二つとも", text)
    )
    also = re.search(rf"(?:署名用|パスワード)[^、。]{{0,14}}(?:も|まで)(?:{LOST})", text)
    lost, known = re.search(LOST, text), re.search(KNOWN, text)
    if re.search(r"ロック(?:の仕組み|する(?:まで|連続))|ロックまで|ロックのあと", text):
        lost = re.search(LOST.replace("|ロック", ""), text)
    if re.search(
        r"ロック(?:されて)?(?:い)?な(?:い|ければ)|未ロック|忘れて(?:い)?な(?:い|ければ)|ロックされておらず",
        text,
    ):
        lost = None
    if (both or also) and lost:
        found |= {State.PIN_LOST, State.PASSWORD_LOST}
    elif (
        password
        and pin
        and lost
        and not known
        and re.search(r"も[^、。]{0,24}も|と[^、。]{0,20}(?:の)?両方", text)
    ):
        found |= {State.PIN_LOST, State.PASSWORD_LOST}
    elif password and lost and known:
        found |= _mixed(text)
    elif (
        pin and known and not lost and re.search(rf"(?:{KNOWN})[^、。]{{0,4}}(?:4桁|利用者)", text)
    ):
        found.add(State.PIN_KNOWN)
    elif password and known and not lost:
        found.add(State.PASSWORD_KNOWN)
    elif password and lost and not pin:
        found.add(State.PASSWORD_LOST)
        if re.search(
            r"(?:だけ|のみ)(?:を|が|の)?[^、。]{0,4}(?:忘|わす|失念|不明|分から|思い出|ロック)|忘れた(?:だけ|のが署名)|忘れ(?:に)?(?:なった|た)のが[^、。]{0,16}(?:だけ|のみ)",
            text,
        ):
            found.add(State.PIN_KNOWN)
    elif pin and known and not password and not lost:
        found.add(State.PIN_KNOWN)
    elif pin and lost and not password:
        found.add(State.PIN_LOST)
        if re.search(r"(?:4桁|番号)(?:の[^、。]{0,6})?(?:だけ|のみ)(?:が|を|の)", text):
            found.add(State.PASSWORD_KNOWN)
    if (
        re.search(EXPIRED, text)
        and ("証明書" in text or not re.search(r"予約|番号|24時間|利用者", text))
        and "利用者証明" not in text
    ):
        found.add(State.EXPIRED)
    if re.search(MOVED, text) and re.search(UNRENEWED, text):
        found.add(State.MOVED)
    elif re.search(r"失効(?:して(?:い|お)(?:る|ます|れば|て)|した)", text) and not re.search(
        r"予約|番号", text
    ):
        found.add(State.MOVED)
    if (
        re.search(LATE, text)
        and re.search(r"予約|番号|24時間|期限を(?:過|す)ぎ|しめ切り", text)
        and not re.search(r"証明書", text)
    ):
        found.add(State.LATE)
    return found


def _mixed(text: str) -> set[State]:
    """One secret known, the other lost: which is which."""
    pin_known = re.search(rf"(?:4桁|利用者)[^、。]{{0,14}}(?:{KNOWN})", text)
    password_lost = re.search(rf"(?:署名用|パスワード)[^、。]{{0,14}}(?:{LOST})", text)
    if pin_known and password_lost:
        return {State.PIN_KNOWN, State.PASSWORD_LOST}
    if re.search(rf"(?:署名用|パスワード|英数字)[^、。]{{0,18}}(?:{KNOWN})", text):
        return {State.PIN_LOST, State.PASSWORD_KNOWN}
    return set()


def _ways(look: Look, rest: str, begin: int, states: set[State]) -> Iterator[Way]:
    """The place of a clause and what is said of it."""
    if re.search(r"[?？]$", rest) or not (DONE.search(rest) or states) or not rest.strip("、。"):
        return
    end = begin + len(rest)
    elsewhere = NOT_THERE.search(rest)
    if elsewhere:
        left = rest[: elsewhere.start()] + rest[elsewhere.end() :]
        if KIOSK.search(elsewhere.group()) and COUNTER.search(left):
            yield Way(Term.COUNTER, True, True, begin, end, set(states))
            return
        if COUNTER.search(elsewhere.group()) and KIOSK.search(left):
            yield Way(Term.KIOSK, True, False, begin, end, set(states), _resets_password(left))
            return
    counter, kiosk = COUNTER.search(rest), KIOSK.search(rest)
    said = polarity(rest)
    key = BY_KEY.search(look.text[begin:])
    target = _resets_password(look.text[begin:])
    if key and State.PASSWORD_LOST in states | _over(look):
        with_password = not re.match(r"4桁|数字|利用者", key["key"])
        held = {State.PASSWORD_LOST} if with_password else states | _over(look)
        yield Way(
            Term.KIOSK,
            said is not Polarity.CANNOT,
            False,
            begin,
            end,
            held,
            target and not with_password,
        )
    elif (
        counter
        and kiosk
        and states
        and re.search(r"または|もしくは|あるいは|どちらでも|いずれでも|又は", rest)
    ):
        yield Way(Term.KIOSK, said is not Polarity.CANNOT, False, begin, end, set(states), target)
    elif counter and not kiosk:
        yield from _at_counter(rest, begin, end, states, said)
    elif kiosk and not counter:
        only = re.search(r"(?:コンビニ|アプリ|スマホ|店)[^、。]{0,12}(?:だけ|のみ|しか|に限)", rest)
        no = said is Polarity.CANNOT and not re.search(r"ほかに|しかな|しかありま", rest)
        yield Way(Term.KIOSK, not no, bool(only), begin, end, set(states), target)
    elif not counter and not kiosk and LIMITED_TO.search(rest) and states and _under_kiosk(look):
        yield Way(Term.KIOSK, True, False, begin, end, set(states), target)
    elif (
        not counter
        and said is Polarity.CANNOT
        and not states
        and _under_kiosk(look)
        and has(rest, Term.RESET)
    ):
        yield Way(Term.KIOSK, False, False, begin, end, set())
    elif not counter and target and said is Polarity.CANNOT and State.PIN_KNOWN in states:
        yield Way(Term.KIOSK, False, False, begin, end, set(states), True)
    elif (
        not counter
        and said in (Polarity.CAN, Polarity.CANNOT)
        and states & {State.EXPIRED, State.MOVED}
    ):
        if re.search(r"鍵|再設定|方法|使え|使用|利用|手続", rest) and "利用者証明用" not in rest:
            yield Way(Term.KIOSK, said is Polarity.CAN, False, begin, end, set(states))


def _under_kiosk(look: Look) -> bool:
    """Whether the headings above speak of the kiosk's way and not of the counter's."""
    for head in reversed(look.sentence.heads):
        kiosk, counter = KIOSK.search(head), COUNTER.search(AVOIDED.sub("", head))
        if bool(kiosk) is not bool(counter):
            return bool(kiosk)
    return look.topic is Term.KIOSK


def _over(look: Look) -> set[State]:
    return _states_in(look.sentence.row) if look.sentence.row else set()


def _at_counter(
    rest: str, begin: int, end: int, states: set[State], said: Polarity | None
) -> Iterator[Way]:
    spared = re.search(
        r"(?:行か|並ば|出向か|足を運ば|出かけ)(?:なく|ず)|(?:行く|並ぶ|出向く|足を運ぶ)(?:必要|こと)(?:は|が|も)?(?:な|ありません)|不要|いりません",
        rest,
    )
    only = ONLY_COUNTER.search(rest)
    needed = said is Polarity.NEED and re.search(r"行く|行か|出向|手続|来庁|お越し|窓口での?", rest)
    if spared:
        yield Way(Term.KIOSK, True, False, begin, end, set(states))
    elif said is Polarity.CANNOT and not only and not re.search(r"ほかに|閉|休", rest):
        yield Way(Term.COUNTER, False, False, begin, end, set(states))
    else:
        yield Way(Term.COUNTER, True, bool(only or (needed and states)), begin, end, set(states))


def _resets_password(text: str) -> bool:
    return bool(
        re.search(
            r"署名用(?:の)?(?:電子証明書)?(?:の)?(?:パスワード|暗証番号)?(?:のほう)?(?:を|の|だけ)(?:、)?[^、。4]{0,8}(?:再設定|初期化|リセット|決め|設定し|直)",
            text,
        )
    )


def _judge(look: Look, way: Way) -> Iterator[Stated]:
    """Which claim the way speaks of, and whether it is so."""
    states, start, end = way.states, way.start, way.end
    words = Words(look.sentence.quote(start, end), look.sentence.quote(start, end))
    if way.place is Term.KIOSK:
        claim, possible = _kiosk(look, way)
        if claim is not None:
            value = AGREED[claim] if way.can == possible else WRONG.get(claim, Said(words))
            yield Stated(claim, value, start, end)
    elif way.only and not states & {State.EXPIRED, State.MOVED}:
        if State.PASSWORD_KNOWN in states and State.PASSWORD_LOST not in states:
            yield Stated("kiosk-resets-pin", False, start, end)
        elif State.PASSWORD_LOST in states and State.PIN_KNOWN in states:
            yield Stated("each-resets-the-other", False, start, end)
    elif not way.can and State.PASSWORD_LOST in states:
        if not re.search(r"平日|土|日曜|祝|年末|時間|住民票", look.text):
            yield Stated("counter-resets", frozenset(), start, end)


def _kiosk(look: Look, way: Way) -> tuple[str | None, bool]:
    states = way.states
    if State.LATE in states:
        return None, True
    if State.EXPIRED in states:
        return "expired", False
    if State.MOVED in states:
        return "moved", False
    if State.PASSWORD_LOST in states and State.PIN_KNOWN in states:
        return (
            ("each-resets-the-other", True) if way.resets_password or not way.can else (None, True)
        )
    if State.PASSWORD_LOST in states:
        return "key", False
    if State.PASSWORD_KNOWN in states:
        return "kiosk-resets-pin", True
    text = look.text[way.start : way.end]
    denied = re.search(
        r"(?:でき|行え|いただけ|使え|扱|対応|受け付け|なれ)[^、。]{0,6}(?:ない|ません|ず)|不可|対象外",
        text,
    )
    lost = not (states - {State.PIN_LOST})
    if re.search(
        r"場合|なければ|ないと|とき|ずに|まま|過ぎ|機種|がない|なし(?:で|に)|nfc|対象外の|全店|店によ|お?店(?:舗)?も|電話|パソコン|郵便|予約でき|予約は",
        text,
    ):
        return None, True
    plain = (
        (way.bare or (lost and states))
        and not way.can
        and denied
        and (has(text, Term.RESET) or re.search(r"解決|対応|解け|直せ", text))
        and look.secret_at(way.end - 1) is Term.PIN
    )
    if plain and not re.search(
        r"とき|時間|土|日曜|祝|深夜|一部|店舗|店で|チェーン|セブン|ローソン|だけ|のみ|限り|限ら|すべて|どの",
        look.text,
    ):
        return "kiosk-resets-pin", True
    return None, True


AGREED: dict[str, object] = {
    "expired": False,
    "moved": False,
    "key": True,
    "kiosk-resets-pin": True,
    "each-resets-the-other": True,
}
WRONG: dict[str, object] = {
    "expired": True,
    "moved": True,
    "key": False,
    "kiosk-resets-pin": False,
    "each-resets-the-other": False,
}
