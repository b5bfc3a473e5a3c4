"""Which numbers are advised against, and which are recommended."""

import re
from collections.abc import Iterator

from fakes.guessable import Weakness
from fakes.words import Words
from guidance.claims.base import Said, Stated, said
from guidance.claims.necessity import FRIENDLY
from guidance.claims.telling import Telling, believed, clauses, tellings
from guidance.look import Look

KINDS = {
    Weakness.BIRTHDAY: re.compile(
        r"(?:お)?誕生日|(?:生|産)まれた?(?:年|月|日)|生年月日|生年|生まれ(?:年|月)|たんじょうび|バースデー|birthday"
    ),
    Weakness.REPEATED: re.compile(
        r"0000|1111|2222|3333|4444|5555|6666|7777|8888|9999|同じ数字(?:を|の|が|ばかり|4|四)|同じ番号(?:の(?:並び|繰)|が並|ばかり)|同一(?:の)?数字|ぞろ目|ゾロ目|同数字"
    ),
    Weakness.CONSECUTIVE: re.compile(
        r"1234|4321|0123|2345|5678|6789|9876|連番|連続(?:した|する)?(?:数字|番号)|続き(?:の)?(?:数字|番号)|順番に並"
    ),
}
WEAK = re.compile(
    r"(?:推測|推察|類推|想像|連想|見当|見破|見抜|見ぬか|当て|言い当て|バレ|ばれ|特定|予想)(?:が|の|を|さ)?(?:られ|つけ|つき|でき|し|れ)?(?:られ)?(?:やす(?:い|く)|る(?:番号|数字|4桁|おそれ|もの)|そうな)|(?:簡単|単純|安易|ありがち|覚えやすい|忘れにくい|なじみの|身近)な?(?:番号|数字|4桁|並び)|わかりやすい(?:番号|数字)|分かりやすい(?:番号|数字)|(?:容易|簡単)に推測"
)
HARD = re.compile(
    r"(?:推測|見破|想像|見当|当て|見抜|連想|類推|思いつ)[^、。]{0,6}(?:にく(?:い|く)|づら(?:い|く)|難し|できない|されない|つかない|かない|れない|つきにく)|関係(?:の|が|は)?(?:ない|無い)|無関係|ランダム|でたらめな"
)
"""Numbers that are hard to guess."""
DENIED = re.compile(
    r"(?:お使い|に)なら(?:ない|ず)|なさら(?:ない|ず)|知られ(?:やす|て)|別の(?:番号|数字)(?:を|に)|避け(?!る必要は|なくて|ずに(?:使|済))|さけ|使って(?:い)?(?:ない|ません)|使わ(?:ない|ず|れない|せない)|つかわ(?:ない|ず)|使い(?:ません|ない)|使用し(?:ない|ません)|用い(?:ない|ず|ません)|やめ|よした|よし(?:て|ま)|よす|慎|遠慮|見合わせ|外し(?:て|ま)|止め(?:て|ま|る|たほ|た方)|控え(?!の)|し(?:ない|ません)(?!と)|せず(?!に(?:使|済))|しては(?:いけ|なら|だめ|ダメ)|選ば(?:ない|ず|れない)|選び(?:ません)|不可(?!欠)|(?<![a-z])ng(?![a-z])|(?<=[日数字号連1-9])(?:など)?(?:以外|ではな)|除(?:い|く|外)|不向き|向き(?:ません|ではな)|悪用|おそれ|恐れ|狙われ|破られ|見抜かれ|リスク|試され|ばれ|バレ|向か(?:ない|ず|ません)|向いて(?:い)?(?:ない|ません)|ふさわしくな|適さ(?:ない|ず)|不適|適して(?:い)?(?:ない|ません)|適切では|危険|あぶな|危な|危う|いけ(?:ない|ません)|よくな|良くな|よろしくな|好ましくな|望ましくな|禁物|禁止|厳禁|だめ|ダメ|駄目|べきでは(?:な|あり)|べからず|設定(?:し)?(?:ない|ません|できません|は(?:避|控|し))|にしない|逆(?:で|だ)|お?すすめ(?:でき|し)(?:ない|ません)|勧め(?:られ)?(?:ない|ません)|推奨(?:でき|し|され)(?:ない|ません)|変えて?(?:お|く|く)|変更し(?:て|ま)|別の(?:番号|数字|もの)に|回避|登録できません|受け付け(?:られ)?(?:ない|ません)|×|✕|控えめ|アウト|なし(?:です|だ)|もってのほか|論外|見直|無縁"
)
"""Said of a number: advised against."""
TAKEN = re.compile(
    r"(?:お)?(?:すすめ|勧め|薦め|奨め)|推奨|よい|良い|よく|いい(?!え)|便利|安全|安心|最適|ぴったり|適し(?!て(?:い)?(?:ない|ません))|向いて|差し支え|構わ|構い|かまわ|かまい|問題(?:は)?な|平気|大丈夫|ok|○|◎|使(?:う|い(?:ま|や)|って|お|え)|お使い|利用(?:し|する)|用い(?:る|て|ま)|選(?:ぶ|び(?!ません)|ん)|選択|設定(?:し(?:て|ま|よ)|する)|しましょう|しておく|しと(?:け|く|き)|しておけ|してください|なさって|します|する(?:と|こと|の|。|$)|決め(?:ま|る|て|くだ)|にしました|にしてい(?:る|ます)|並べ(?:ま|る|て)|登録し|無難|推し|コツ|変える必要は(?:な|あり)|変えなくて|避ける必要は(?:な|あり)|避けなくて|心配(?:が|は)?(?:ない|いら|要ら)|がよ|にして|うってつけ|重宝|打ちやす|望ましい(?!く)|歓迎|ふさわしい(?!く)"
)
"""Said of a number: recommended, or allowed."""
BACKED = re.compile(
    r"避ける(?:必要|こと)は(?:な|あり)|避けなくて|変える必要は(?:な|あり)|変えなくて|やめる必要は|(?:だめ|ダメ|いけない|危険|不適切)(?:では(?:ない|ありません|なく)|というわけ|なわけ)|使わない(?:手は|理由は)(?:な|あり)|使わずに(?:いる)?(?:必要|のはもったい)|さけなくて"
)
"""A denial of the advice."""
APART = re.compile(
    r"(?:やめ|避け|控え)て(?:おく|おき|お[いこ])|別の(?:番号|数字|4桁)(?:を|に)|(?:遠慮|控え)(?:し(?:ましょう|て)|ください|願)|(?:避け|さけ|やめ|控え|よし|慎ん|外し)(?:[ただ](?:ほう|方|い)|るべき|るのが)|(?:避け|さけ|除い|外し)て(?!も)|使わずに(?!済|い)|(?<!これ)(?<!それ)以外(?:の|を|に|から)(?=[^、。]{0,14}(?:選|決|し|設定|使|番号|数字|4桁))"
)
"""Left aside before another is chosen: 避けて決めましょう."""
BENEFIT = re.compile(
    r"(?:ロック(?:を)?(?:し|され|せ)|お?忘れ(?:に)?(?:なり)?|間違え|困ら|迷わ|打ち間違え)(?:ない|ません|ず|にくく)"
)
"""What speaks for a number: 忘れない."""
ABOUT = re.compile(r"番号|数字|4桁|暗証|並び|もの|pin|設定|新し|決め|1111|誕生日|生年月日|選")
OTHER = re.compile(
    r"入力(?:し(?:て|ま)|する|を求|欄)|本人確認|聞かれ|伺|答え|確かめ|申請書|電話で|記入|パスワードのヒント|調べ|元号|西暦"
)
"""The birthday as something to be told."""
AVOID_HEAD = re.compile(
    r"避け|使わない|使ってはいけ|危な|悪い|だめな|ダメな|ng|よくない|向かない|禁止|不適"
)
TAKE_HEAD = re.compile(
    r"(?:よい|良い|いい|望ましい|おすすめの?|お勧めの?|推奨|適した|安全な|使える)(?:番号|例|4桁|数字|$)"
)
UNLESS = re.compile(
    r"(?:前|以前|これまで|今まで)は[^、。]{0,24}(?:が|けど|けれど)、$|(?:なさい|し)ますと、?$|(?:して|にし|使って|選んで|決めて)(?:しまっ|い)?(?:たら|た場合|たとき|る(?:方|場合|とき|人)|た方|た人)(?:は|に|には)?[、]?$|(?:にした方|にした人)は[、]?$|(?:して|使って|おい)?(?:い)?(?:ると|れば|えば|けば|たら)、$"
)
"""A condition: 誕生日にしてしまったら."""
ANYHOW = re.compile(r"(?:です|だ)(?:から|し|の)|やすいので|やすく|(?:ため|ので|から)[、]?$")
ADVICE = re.compile(r"避け|推測")
"""Words of advice in a numbered step."""
CHOSEN = re.compile(r"推測|避け|番号に(?:は)?使|新しい番号|暗証番号")
"""The birthday as a PIN."""
NO_MORE_THAN = re.compile(r"(?:のは|べき(?:な)?(?:は|もの)|番号は)[^、。]{0,16}だけで")
"""Others only: 避けるのは電話番号だけで、."""
REASON = re.compile(r"やすい|だけ")
"""A reason."""
SHUNNED = re.compile(r"避け|やめ")
"""The advice itself."""
NOT_THESE = re.compile(r"ではな|以外")
"""Other numbers than these."""


def guessable(look: Look) -> Iterator[Stated]:
    """Which numbers are advised against: 生年月日や1111は避けてください."""
    for telling in tellings(look):
        named = _named(telling.text)
        if named is None or not _about(look, telling):
            continue
        turned = _turned(telling)
        if turned is not None:
            yield said(look, "guessable", *telling.span(*turned))
            return
        value = _advised(look, telling, named)
        if value is None:
            continue
        start, end = telling.span(named, len(telling.text))
        if value == telling.denied:
            words = look.sentence.quote(start, end)
            yield Stated("guessable", Said(Words(words, words)), start, end)
        else:
            yield Stated("guessable", _kinds(telling.text), start, end)
        return
    yield from _hard(look)


def _turned(telling: Telling) -> tuple[int, int] | None:
    """One kind refused for the sake of another: 1111は避けて、誕生日にしましょう."""
    text = telling.text
    starts = sorted(
        each.start() for pattern in KINDS.values() for each in pattern.finditer(text, telling.since)
    )
    if not starts:
        return None
    if len(starts) < 2:
        return None
    parts = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    refused = any(_last(DENIED, part) >= 0 for part in parts[:-1])
    if not refused or BACKED.search(text) or _last(DENIED, FRIENDLY.sub("可", parts[-1])) >= 0:
        return None
    return (starts[-1], len(text)) if _last(TAKEN, parts[-1]) >= 0 else None


def _named(text: str) -> int | None:
    """Where the first guessable number is named."""
    found = [
        each.start()
        for each in (pattern.search(text) for pattern in (*KINDS.values(), WEAK))
        if each
    ]
    return min(found) if found else None


def _kinds(text: str) -> frozenset[Weakness]:
    return frozenset(kind for kind, pattern in KINDS.items() if pattern.search(text))


def _about(look: Look, telling: Telling) -> bool:
    if look.sentence.block.number is not None and not ADVICE.search(telling.text):
        return False
    if OTHER.search(telling.text) and not CHOSEN.search(telling.text):
        return False
    return ABOUT.search(" ".join((telling.text, look.context, *look.before[-1:]))) is not None


def _advised(look: Look, telling: Telling, named: int) -> bool | None:
    """Whether they are advised against (True) or recommended (False): the first clause that says."""
    text = telling.text
    for begin, end in clauses(text, telling.since):
        whole, clause = text[begin:end], text[max(begin, named, telling.since) : end]
        if not clause or end <= named or believed(whole) or UNLESS.search(whole):
            continue
        if NO_MORE_THAN.search(whole) and _named(text[end:]) is not None:
            continue
        said = _said(clause)
        if said is not None and not (end < len(text) and _reason(clause)):
            return said
    return _of_head(look, text[named:]) if len(text) - telling.since < 40 else None


def _reason(clause: str) -> bool:
    """Whether a clause only gives a reason: 推測されやすいので、."""
    return (
        ANYHOW.search(clause) is not None
        and REASON.search(clause) is not None
        and SHUNNED.search(clause) is None
    )


def _of_head(look: Look, named: str) -> bool | None:
    """What the heads say of numbers that are only listed: おすすめの番号 | 1111."""
    for head in (look.sentence.row, look.sentence.column, *look.sentence.heads[-1:]):
        if AVOID_HEAD.search(head):
            return True
        if TAKE_HEAD.search(head):
            return HARD.search(named) is not None and NOT_THESE.search(named) is not None
    return None


CHANGED_TO = re.compile(
    r"(?P<which>[^、。]{0,12})(?:番号|数字|並び|もの|日|生年|連番|ゾロ目|4桁|[0-9]{4})(?:など|等)?に(?:変え|変更し?)(?:て|る|ま)"
)
"""Another number that is turned to: 覚えやすい番号に変えましょう."""
SAFE = re.compile(
    r"別|違|ほか|他の|新し|されにく|られにく|れにく|つきにく|安全|強|ランダム|関係|でない|ではない|以外|自分だけ"
)
"""Said of a number that serves."""


def _said(clause: str) -> bool | None:
    """Advised against (True) or recommended (False), as one clause says."""
    if BACKED.search(clause):
        return False
    changed = CHANGED_TO.search(clause)
    if changed is not None and not SAFE.search(changed["which"]):
        return False
    clause = BENEFIT.sub("便利", FRIENDLY.sub("問題なし", clause))
    if APART.search(clause):
        return True
    denied, taken = _last(DENIED, clause), _last(TAKEN, clause)
    if denied < 0 and taken < 0:
        return None
    return denied >= taken - 2 if denied >= 0 else False


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in pattern.finditer(text)), default=-1)


def _hard(look: Look) -> Iterator[Stated]:
    """Numbers that are hard to guess under a head that says what to avoid."""
    hard = HARD.search(look.text)
    if hard and AVOID_HEAD.search(look.sentence.row):
        yield Stated(
            "guessable", Said(Words("推測されにくい番号", "numbers hard to guess")), *hard.span()
        )
