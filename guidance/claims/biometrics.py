"""Whether biometric login spares the PIN."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated
from guidance.claims.necessity import needed
from guidance.claims.telling import Telling, believed, clauses, tellings
from guidance.look import Look

BODY = re.compile(
    r"生体(?:認証|情報)?|バイオメトリ|指紋|顔(?!写真|付き|つき)(?:認証|認識|パス|や|で|または|も|に|を|と|・|、|情報|$)?|face|touch|虹彩|静脈|指(?:1本)?(?=で(?:ログイン|開))|指(?=や顔)"
)
"""Login by finger or face."""
LOGIN = re.compile(
    r"ログイン|マイナポータル|サインイン|4桁|入力|入れ|打|暗証番号|pin|設定|切り?替|番号|登録|使(?:う|い|え)|開(?:く|け)|パスワード"
)
WITHOUT = re.compile(
    r"(?:4桁|番号|パスワード|入力|打|入れ|pin[0-9]?)[^、。]{0,12}?(?:た?ない(?=ログイン|ので|から|で(?!は|くだ)|(?:まま|方法|し))|しなくて|覚え(?:て)?(?:い)?なくて|せずに?|なく(?:て|なり|な[るっ]|ログイン)|ずに|不要|なしで?(?!で?は)|いら(?:ない|ず)|要ら(?:ない|ず)|いりま?せん|要りま?せん|いらず|要らず|スキップ|省(?:け|い|略|か)|必要(?:は|が)?(?:な(?!い?と)|ありません)|ことなく|ことは?(?:なく|ない|ありません)|代わり(?:に(?:顔|指|生体)|に?な)|に代え|から解放|聞かれ(?:ない|ません|なく)|求められ(?:ない|ません|なく)|手間(?:が|も)(?:な|省|減))|(?:打つ|入力する|入れる|入力の)(?:のの)?代わりに(?!英|署)|代わりに[^、。]{0,8}(?:顔|指|生体)|(?:顔|指紋?|生体認証|指紋認証|顔認証)(?:や(?:指紋?|顔))?(?:だけ|のみ)で|代わり(?:に)?なる"
)
"""The PIN is spared."""
CANNOT = re.compile(
    r"でき(?:ない|ません|ず)|(?:方法|手段|機能|仕組み|効果|意味|わけ)(?:は|が|も)?(?:ない|ありません|なく)|省け(?:ない|ません)|わけでは|(?:けれ)?ば[^、。]{0,6}(?:ない|ません)|対応し(?:て(?:い)?)?(?:ない|ません)|使え(?:ない|ません)|(?<!求め)(?<!尋ね)られ(?:て(?:い)?)?(?:ない|ません)|(?:なら|なり)(?:ない|ません)"
)
STILL = re.compile(
    r"(?:打っ|入れ|入力し|打ち込ん)[ただ](?:とき|場合|方|人)(?:だけ|のみ|に限)|(?:入れ|入力し|打た|打ち込ま|覚えて(?:い)?|分から)(?:ない|なけれ)(?:と|ば)|(?:4桁|番号|パスワード|英数字[^、。]{0,8})(?:を|も)(?:[^、。]{0,10})(?:打って|入力(?:し|す|を求|が)|お?入れ(?:て|る|ます|いただ)|打(?:ち|つ(?!代|のは[^。]{0,20}(?:くらい|ぐらい|だけ|のみ))|た|たさ))|変わり(?:は)?(?:ない|ありません|ございません)|入力(?:が|は|も)?(?:毎回|毎度|引き続き|必ず|常に)?(?:必要|求め|要[りる]|欠かせ)|必要(?!は|が?(?:な|あり))|必須|毎回|(?:これまで|今まで|従来)(?:どおり|通り)(?:に)?(?:使|打|入|必要)|(?:必ず|結局|やはり|毎度)[^、。]{0,10}(?:聞|求|打|入|要)|(?:聞|訊)かれ(?:る|ます)|求められ(?:る|ます)|二度|2度|2回|4桁を(?:入力|打|入れ)|加えて|要[りる](?:ます|。|$)|いりま?す|併用|両方"
)
"""The PIN is asked for all the same."""
SHORT = re.compile(
    r"(?:使える|できる|有効な)のは[^、。]{0,14}(?:当日|間|日|時間|回)(?:だけ|のみ)|(?:当日|その日|初回)(?:だけ|のみ|限り)|翌日から(?:は)?(?:また|再び)"
)
"""It serves for a while only."""
UNLOCKS = re.compile(
    r"ロック(?:は|が|を|も)?[^、。]{0,6}(?:解(?:け(?!ない|ません)|除(?!でき(?:ない|ません)|され(?:ない|ません))|か(?!ない))|外れ(?!な|ま?せん))|ロックされた4桁の解除|再設定(?:を)?(?:しなくて|せずに|の(?:代わ|必要は?な))|再設定(?:は|が)?(?:不要|要らな|いらな|いりません)|4桁が新しく|コンビニ(?:での再設定|に行か|へ行か)[^、。]{0,8}(?:なくて|ずに|不要)"
)
"""It does what only the reset does."""
ELSEWHERE = re.compile(
    r"予約番号|顔写真|本人確認書類|コンビニ(?!での再設定をし)|機械|コピー機|窓口|再設定には"
)
"""Another matter: the kiosk, the reservation."""
NO_UNLOCK = re.compile(
    r"(?:わけ|こと|もの)では(?:ない|ありません)|ことは(?:ない|でき|あり)|解除(?:は|も)?(?:でき(?:ない|ません)|され(?:ない|ません))|必要(?:で|が|だ)"
)
"""A denial that it unlocks."""
STAYS = re.compile(
    r"(?:ロック|4桁|番号)[^、。]{0,16}(?:戻|直|解|復)[^、。]{0,10}(?:わけ|こと|もの)"
)
"""A denial that a locked PIN is restored by it."""
UNSET = re.compile(
    r"(?:設定|登録|利用)(?:を)?して(?:い)?ない(?:間|とき|場合|うち|人|方)|(?:使わ|使って(?:い)?|利用し|登録し|選ば)ない(?:間|とき|場合|うち|人|方)|設定(?:し|を)?(?:なけれ|ない)|(?:面倒|大変|手間)(?:なら|だ|な)"
)
"""As long as it is not set up."""
LONG_ONE = re.compile(r"署名用|英数字")
"""The signing password."""
TYPED = re.compile(r"入力|打|入れ")
"""It is typed."""
NO_WAY = re.compile(r"方法(?:は|が)(?:ない|あり?ません)")
"""There is no way."""
SPARED = re.compile(
    r"必要(?:は|が)?(?:な(?!い?と)|ありません)|毎回(?:[^、。]{0,8})(?:面倒|しなくて|ずに|なくて|必要は)"
)
"""The PIN is not needed."""
OF_LOGIN = re.compile(r"4桁|番号|代わり|ログイン|省|意味|効果|マイナポータルに")
"""The denial is about the login."""
THEN = re.compile(
    r"(?:そう(?:したら|すれば|すると|しておけば)|そしたら|すると|これで|それで|次から|次回から|以後|以降|今後)"
)
SET_UP = re.compile(r"設定|登録|オンに|有効に|切り?替え")
"""The login is set up, and what comes of it then."""
YES = re.compile(r"(?:あり|○|要)")
"""A cell that says yes."""
NOTHING = re.compile(r"(?:なし|×|無)")
"""A cell that says no."""


def biometrics(look: Look) -> Iterator[Stated]:
    """Whether biometric login spares the PIN: 指紋を設定すれば4桁を打たずにログインできる."""
    for telling in tellings(look):
        found = BODY.search(telling.text) or _taken_up(look)
        if found is None or not (LOGIN.search(telling.text) or UNLOCKS.search(telling.text)):
            continue
        if ELSEWHERE.search(telling.text) and not UNLOCKS.search(telling.text):
            continue
        value = _value(telling)
        if value is not None:
            yield Stated(
                "biometric-login",
                value != telling.denied,
                *telling.span(found.start(), len(telling.text)),
            )
            return


def _taken_up(look: Look) -> re.Match[str] | None:
    """A sentence that goes on after the one that set it up: そうすれば次からは、4桁を打たずに."""
    last = look.before[-1] if look.before else ""
    return THEN.match(look.text) if BODY.search(last) and SET_UP.search(last) else None


def _value(telling: Telling) -> bool | None:
    text = telling.text
    if UNLOCKS.search(text) and not NO_UNLOCK.search(text):
        return False
    if SHORT.search(text):
        return False
    return _of_clauses(text, telling.since)


def _of_clauses(text: str, since: int) -> bool | None:
    """Whether the PIN is spared, by the last clause that tells; one that asks for it decides."""
    told: bool | None = None
    for begin, end in clauses(text, since):
        clause = text[max(begin, since) : end]
        if end <= since or believed(clause):
            continue
        if UNSET.search(text[begin:]) and STILL.search(clause):
            return True
        said = _of_clause(clause, text)
        if said is None and since and told is None:
            said = _cell(clause)
        if said is False and (WITHOUT.search(clause) or STILL.search(clause)):
            return False
        told = told if said is None else said
    return told


def _of_clause(clause: str, text: str) -> bool | None:
    """Whether one clause says that the PIN is spared."""
    without, cannot = WITHOUT.search(clause), CANNOT.search(clause)
    if LONG_ONE.search(clause) and TYPED.search(clause) and "代" in text:
        return False
    if without and cannot is None:
        return NO_WAY.search(text) is None
    if without and cannot:
        return cannot.start() < without.start() and "代わり" not in clause
    if STILL.search(clause):
        return SPARED.search(clause) is not None
    if STAYS.search(clause):
        return None
    return False if cannot and OF_LOGIN.search(clause) else None


def _cell(clause: str) -> bool | None:
    said = needed(clause)
    if said is None:
        said = True if YES.match(clause) else False if NOTHING.match(clause) else None
    return None if said is None else not said
