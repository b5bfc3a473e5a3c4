"""Whether what is said of something comes down to a yes or a no, and what a question was answered."""

import re

from guidance.look import Look

DOUBLE = r"(?:ない|ません|ず|なく)(?:わけ|訳|こと|もの|心配|おそれ|恐れ)?(?:では|じゃ|でも|は|も|が)(?:ない|ありません|ございません|なく|あるまい)"
"""A no that is denied: できないわけではない."""
HARMLESS = (
    r"(?:失敗|エラー|原因|支障|問題|影響|不都合|差し支え|さしつかえ|差支え|妨げ|障り|障害|心配|制限|制約|しばり|縛り|関係|不具合|難|例外)"
    r"(?:に|と|で)?(?:は|も|が|を|する(?:こと|ほど)(?:は|も)?)?(?:何も|一切|全く|まったく|とくに|特に)?(?:なる(?:こと|もの)(?:は|も))?(?:なり|なら|し|あり|ござい|受け|生じ|起き|起こら)?(?:ません|ない|なく|ず|なし)"
    r"|(?:かま|構)(?:いません|わない|わず)|(?:困|悪|いけなく|惜し)(?:りません|らない|くない)|間違いな|まちがいな|相違な|違いあり|申し分な"
)
"""What is denied here would be bad: 問題ありません, 失敗しない."""
MUST = (
    r"(?:ない|ません)(?:と(?!い[うっ]|は限|も限|か|き|思)|限り|かぎり|ことには|では)[^。]{0,30}?(?:ない|ません|ず|不可|無理|だめ|駄目|失敗|エラー)"
    r"|(?:なけれ|ね)ば[^。]{0,30}?(?:ない|ません|ず|ぬ|不可|無理|だめ|失敗|エラー)|なくては[^。]{0,20}?(?:ない|ません|ず|だめ)"
    r"|ずには[^。]{0,20}?(?:ない|ません)|しか(?!し|ね)[^。]{0,30}?(?:ない|ません|ず|なく|なし|ぬ)|(?:ほか|他|以外)(?:に)?(?:は)?(?:あり|道は|手だては|手立ては|方法は|手段は|すべは)?[^、。]{0,8}?(?:ない|ません|なく|なし)"
)
"""A no to everything else: でないとできません, しかない."""
SPARED = (
    r"(?:必要|(?<!いう)こと|義務|意味|要)(?:は|が|も|など)?(?:ない|ありません|ございません|なく|なし|無い)|には?(?:及|当た)(?:ば|び|ら|り)(?:ない|ません|ず)|なくて(?:も)?(?:よ|良|い[いけ]|済|すむ|かま|構|大丈夫|結構|平気)"
    r"|までも(?:ない|ありません|なく)"
)
"""What need not be: 行く必要はない."""
PARTLY = r"(?:わけ|訳)(?:では|じゃ|でも|に)(?:は)?(?:ない|ありません|なく|いきません|いかない|まいり)|と(?:は|も|ばかりは)?(?:限|かぎ)(?:ら|り)(?:ない|ません|ず|れ)|とは言え|とはいえ(?:ない|ません)"
"""A yes that is denied: できるわけではない."""
DENIED = r"と(?:は)?(?:いう|いった)(?:こと|わけ)(?:は|も|では)(?:ありません|ない|なく)"
"""A denial of all that was said, which is read elsewhere (`denials`)."""
IDLE = (
    rf"{DENIED}|"
    r"(?:必|残ら|ま|ひとま|取りあえ|とりあえ|はたせ|果たせ|相変わら|たえ|わ|少なから|やむをえ|はじめ|初め)ず(?!に)|はず|間もなく|まもなく|難なく|なんなく|もれなく|漏れなく|例外なく|すぎない|少な|危な|切な|しかたな|仕方な|ないか|ませんか"
    r"|ない(?:よう|うち|なら|(?:とき|時|場合|方|人|ひと|かた)(?!が(?:あ|多|ご)|も(?:あ|多|ご)))|ません(?:場合|とき|方)(?!が|も)|(?:でき|読め|使え)なかった(?:とき|場合)|対応(?:店|表|状況|機|チェーン|する店|している店)|と(?:は|も|まで)?(?:思|知|気づ|考え)(?:い|わ|っ|ら|か)[^、。]{0,3}(?:ません|ない|なかった|ず)|可否|取扱店|取り?扱い?店|なおさず"
)
"""Signs that say nothing: adverbs, and conditions."""
NO = (
    r"ません|ない|なかった|なく(?!て)|なくな|なし|無し|ず(?=、|。|$|に|、|[)」])|ぬ(?=。|$|、)|ねま|かね(?:ます|る)|不可(?!欠)|不能|不要|非対応|未対応|対象外|無効|無理|禁止|厳禁|お断り|断られ|拒|[×✕✗✖]|ng(?![a-z])|だめ|ダメ|駄目|失敗|エラー|困難|途中で止ま|弾かれ|はじかれ|門前払い|追い返|[避さ]け(?:て|る|ま|ら)|やめ(?:て|ま|る)|いけま|おしまい"
    r"|(?:し|れ|り|み|取り|読み|届き|効き)(?:にく|づら)(?:い|く)"
)
YES = r"でき(?!な|ま?せ|ず|ぬ)|出来(?!な|ま?せ|ず)|可能(?!性)|可(?!否|能性)|ok(?![a-z])|[○◯◎〇✓✔]|対応(?!して(?:い|お)?(?:な|ま?せ|ら)|し(?:な|ま?せ))|使え(?!な|ま?せ|ず)|間に合(?!わ)|用(?:が|は)?足り(?!な|ま?せ)|通用(?:する|し(?!な|ま?せ))|済(?:む|み|ませ)|使用|受け?付け|扱|行(?:う|い|え|っ)|大丈夫|平気|十分|有効|よい|良い|いい|(?:読め|読み取れ|直せ)(?!な|ま?せ|ず)|完結|完了|終わ|あり(?!ま?せ|ません)|ある|どうぞ|ください|下さい|です|ます|する|あげ|もらえ(?!な|ま?せ|ず)"

SIGN = re.compile(
    f"(?P<idle>{IDLE})|(?P<double>{DOUBLE})|(?P<harmless>{HARMLESS})|(?P<must>{MUST})|(?P<spared>{SPARED})|(?P<partly>{PARTLY})|(?P<no>{NO})|(?P<yes>{YES})"
)
TELLS = {
    "double": True,
    "harmless": True,
    "must": True,
    "spared": False,
    "partly": False,
    "no": False,
    "yes": True,
}
WEAK = (
    "です",
    "ます",
    "ください",
    "下さい",
    "する",
    "ある",
    "あり",
    "あげ",
    "行い",
    "行う",
    "行っ",
    "いい",
    "よい",
)
"""A yes only where nothing else is said: 無理です is a no."""

CONDITION = re.compile(
    r"(?:と|ば|なら|ならば|では|でも|ても|たら|限り|まま|には|だと|場合(?:は|に)?|とき(?:は|に)?|のは|ものの|にも|でさえ|だけで|のみで|であっても|として|とも)、$"
)
"""A clause that only says under which condition: what is said comes after it."""
CONTRAST = re.compile(
    r"[^、。]{0,14}?(?<!だけ)(?<!のみ)(?<!ばかり)(?<!わけ)(?:で(?:は|も)?|じゃ)(?:なく(?!て?も)|な(?:い|し)(?!と|限)|ありません(?!と)|ございません(?!と))"
    r"|(?:でも[^、。でも]{1,12}){1,3}でもな[いく]|(?:に|へ|で)?(?:は)?(?:を)?(?:避け|除[きくい])"
)
"""Not this: 窓口ではなく, レジでもATMでもなく."""

BRACKETS = re.compile(r"\([^()]*\)")
QUESTION = re.compile(r"(?:か|[?？])[。」)]*$")
ANSWER = re.compile(
    r"(?:a[0-9]*[.:、)]?|答え?[.:、]|[^:。、]{1,6}:)?(?:"
    r"(?P<no>いいえ|いえ(?=[、。])|ううん|残念ながら|できません|できない|無理です|だめです|なりません|使えません|受け付けておりません)|(?P<yes>はい|ええ(?=[、。])|うん(?=[、。])|もちろん|できます|できる|大丈夫|かまいません|構いません|可能です|使えます|平気))"
)


def verdict(text: str) -> bool | None:
    """What a piece of text comes down to, the last sign deciding: 行っても再設定できない is a no."""
    said: bool | None = None
    for found in SIGN.finditer(text):
        kind = found.lastgroup or "idle"
        if kind == "idle" or (said is not None and kind == "yes" and found.group() in WEAK):
            continue
        said = TELLS[kind]
    return said


def first_verdict(text: str) -> bool | None:
    """What the first clause that says anything comes down to: できますので、お確かめは不要です is a yes."""
    at = 0
    while at < len(text):
        part = told_from(text, at)
        said = verdict(part)
        if said is not None:
            return said
        at += len(part)
    return None


def in_cell(text: str) -> bool | None:
    """What a cell comes down to; a note in brackets counts only where it says all: 可(予約のみ)."""
    said = verdict(BRACKETS.sub("", text))
    return verdict(text) if said is None else said


def told_from(text: str, start: int, stop: int | None = None) -> str:
    """What is said from a place on: its clause, with the next where the clause is only a condition."""
    limit = len(text) if stop is None else stop
    end = start
    while end < limit:
        ends = [at for at in (text.find(mark, end) for mark in "、。;") if at >= 0]
        comma = min(ends, default=limit - 1)
        end = min(comma + 1, limit)
        if not CONDITION.search(text[max(start, end - 8) : end]):
            break
    return text[start:end]


def denied(text: str, end: int, stop: int | None = None) -> bool:
    """Whether what follows a word, up to `stop`, denies it: 郵便局では再設定できない."""
    if CONTRAST.match(text, end):
        return True
    return first_verdict(text[end : len(text) if stop is None else stop]) is False


def answered(look: Look) -> tuple[str, bool] | None:
    """The question that a sentence answers, and whether with yes: いいえ、できません."""
    found = ANSWER.match(look.text)
    if found is None:
        return None
    question = question_over(look)
    return (question, found["yes"] is not None) if question else None


def question_over(look: Look) -> str:
    """The question that stands right before a sentence: the sentence before, the row or the heading."""
    over = (
        [look.sentence.row] if look.sentence.row else look.before[-1:] or look.sentence.heads[-1:]
    )
    return next((text for text in over if QUESTION.search(text)), "")
