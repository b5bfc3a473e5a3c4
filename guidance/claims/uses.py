"""How often a reservation serves: once."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.parts import denies, question, serves
from guidance.figures import Figure, Measure
from guidance.look import Look
from guidance.terms import Term

NOT = r"(?:ません|ない|なく|なかっ|ず)"
TIMES = r"(?:[0-9]+|数)(?:回|度)"
USE = r"(?:使[えいうっわ]|つかえ|つかっ|利用|使用|再使用|再利用|有効|再設定|効|通用|入れ)"
ONE = r"(?:一度|一回|1回|1度|ひと(?:たび|度)|一回こっきり)"

ONCE = re.compile(
    rf"{ONE}(?:の再設定|の手続き|の使用|の利用|ぶん|分)?(?:に|で|を)?(?:だけ|しか|限り|かぎり|のみ|きり|ぽっきり|こっきり|に限|限定|で(?:失効|無効|使い切|終わ|消|効力))"
    rf"|使い切り|使い捨て|{ONE}(?:でも)?(?:使|つか)(?:うと|えば|ったら|った(?:予約)?番号|い終え|用したら|用すると|用後|用した)|使用(?:済み?|後)|使い終わ|お使いになった(?:予約)?番号|(?:使|つか)った(?:ことのある|後|あと|ら|予約)?(?:の)?(?:予約)?番号|前に使った|前回(?:の|使った)|以前(?:の|使った)"
)
"""One use, or a number that has been used."""
REUSED = re.compile(
    r"(?:使い回し|使いまわし|使い回[させすし]|再利用|再使用|再度の使用|繰り返し?(?:使|利用)|くり返し(?:使|つか)|二度(?:と)?(?:使|利用)|2度(?:と|は)?(?:使|利用)|2回(?:目)?(?:以上|も|は)?(?:使|利用)|もう(?:一度|1度|一回|1回)(?:だけ|は|なら)?(?:使|利用|入れ|再設定)|ふたたび使|再び使|何[度回](?:でも|も)(?:使|つか|利用)|次(?:に|の|回)[^。、]{0,16}も[^。、]{0,4}(?:使え|利用|有効|お使い)|(?:2|二)(?:回|度)目の?(?:手続き|再設定|使用|利用))"
)
"""Using it again."""
OFTEN = re.compile(
    r"何[度回](?:でも|も)|何[度回][^、。]{0,6}(?:て|で)も|無制限|回数(?:の|に)?(?:制限|上限|限り|決まり)?(?:に|は|も|が)?(?:特に)?(?:な[いくし]|あり?ません|ございません|設けて|決まって(?:い|お)|問(?:わ|い)|無制限)|制限なし|いくらでも|繰り返し(?:入力でき|使え|使って|ご?利用(?:でき|可|いただけ))|(?:期限|期間|時間)(?:内|中)(?:なら|であれば)[^、。]{0,8}(?:ば|ら)?何"
)
"""As often as one likes."""
AGAIN_IN_USE = re.compile(
    r"(?:同じ|前の|前に(?:使った|取った)|最初に取った|以前(?:使った|の)|使った|元の|その)(?:予約)?番号(?:を|で|は|も|が)[^。]{0,24}?(?:直せ(?:る(?!の|カード)|ま)|直り|行[うい]|行えま?|使え[るま]|使い続け|そのまま入れ|入れれば|もう一[回度]|再設定でき|手続きでき|済ませ|済み|通用[しす]|通りま|通[るっ]|有効[ですな。]|残[るりっ])"
    r"|(?:次|また|今度|いつか)[^、。]{0,12}(?:とき|ため|際|備え)[^、。]{0,10}(?:取ってお[けい]|とってお[けい]|保管|残して|使え)|予約(?:を|は|も)[^、。]{0,6}(?:省け|省略でき)|(?:次|2回目|次回|二度目)(?:から|以降)?は?[^、。]{0,6}予約(?:は|が|も)?(?:要ら|いら|不要|必要(?:は)?(?:な|あり))|予約は(?:最初|初回)(?:の一回)?だけ"
)
"""The same number the next time."""
VOID_AFTER = re.compile(
    rf"無効|失効(?!し{NOT})|役目(?:も|を|は)?[^、。]{{0,4}}(?:終|果た)|おしまい|終わり|それまで|それきり|役に立た{NOT}|役に立ちません|捨て(?!{NOT}|な)|破棄|不可|受け付け(?:られ)?{NOT}|はじかれ|使い道(?:は|が|も)?{NOT}|効力を失|消え|[×✕]"
    rf"|(?:使え|使用でき|利用でき|でき|通ら|通り|入れ)(?:は)?{NOT}|(?:使い回し|使いまわし|再利用|再使用)(?:は|も|が)?(?:でき|し|いただけ|きか|きき){NOT}|(?:別|新しい|新た|新規|あらため|改めて|そのつど|その都度|毎回|取り直|取得し直)[^。]{{0,10}}(?:予約|番号|取|必要|いる)"
)
NOT_VOID = re.compile(
    r"使い切り(?:では|じゃ)(?:な|あり)|使い捨て(?:では|じゃ)(?:な|あり)|(?:無効|失効)(?:に(?:は)?|と)?(?:なり|なら|し|されま?)(?:ません|ない|ず)|一度(?:だけ|きり|限り)(?:では|とは)(?:な|あり|限)|消え(?:ず|ない|ません)|捨てないで|捨てず|なくさない|保管し|取っておけば|残ったまま|有効のまま"
)
OTHERS = re.compile(
    r"署名用|パスワード(?!再)|新しい(?:4桁|暗証番号)|ロックされるまで|誤|間違|アプリは|カードは"
)
FRESH = re.compile(
    r"予約(?:は|を)?何[度回]でも|何[度回]でも(?:予約|取り直|やり直)|予約(?:の)?(?:取り直し|やり直し)は何"
)


def uses(look: Look) -> Iterator[Stated]:
    """Whether a reservation number serves once: 一度しか使えません."""
    text, over = look.text, look.sentence.row + look.sentence.column + question(look)
    if not _about(look, over) or FRESH.search(text):
        return
    if look.sentence.block.number is not None or (OTHERS.search(text) and "予約番号" not in text):
        return
    counted = None if NOT_VOID.search(text) else next(_counted(look, over), None)
    if counted is not None:
        yield counted
        return
    read = _again(look, over)
    if read is not None:
        yield Stated("reservation-single-use", read[0], read[1], read[2])


def _about(look: Look, over: str) -> bool:
    """Whether the sentence speaks of the number's use: of its use itself, or of the number."""
    text = look.text
    if look.has(Term.LOCK, Term.MISTAKE) and not re.search(r"次に|また", text):
        return False
    if re.search(r"^回数$|。回数", look.near.strip("。")) and re.search(
        r"有効|使[え用]|利用", text
    ):
        return True
    near = (
        "予約" in over + text
        or "予約" in look.near
        or any("予約" in each for each in look.before[-2:])
    )
    number = re.search(r"予約番号|番号|予約", text) or re.search(
        r"予約番号|使用回数|使える回数|番号", over + look.near
    )
    using = re.search(rf"{USE}|{TIMES}|回数|番号", text + over)
    return bool(near and number and using) or bool(
        re.search(r"使用回数|使える回数|利用回数|有効回数", over)
        and "予約" in "".join(look.sentence.heads) + over
    )


LIMITED = re.compile(
    r"(?:まで|限り|かぎり|のみ|だけ|きり|ぽっきり|です|しか|$|に限|は|で|使|の(?:使用|利用|再設定|手続)|有効|[、。()])"
)


def _counted(look: Look, over: str) -> Iterator[Stated]:
    """A number of uses: 1回限り, 3回まで."""
    text = look.text
    for figure in look.figures:
        after = text[figure.end :]
        if figure.measure is Measure.TIMES and not figure.ordinal and isinstance(figure.low, int):
            near = text[max(0, figure.start - 30) : figure.end + 16]
            uses_it = re.search(
                USE + r"|回数|効|入力でき|(?:手続き?|再設定)(?:が|を)?(?:でき|済)", near + over
            ) and not re.search(r"入力(?!でき)|押|タップ|新しい(?:4桁|暗証)|訪|来", near)
            if (
                LIMITED.match(after)
                and uses_it
                and not text[: figure.start].endswith(("最初の", "初めの", "はじめの"))
            ):
                one = figure.low == 1 and not re.match(
                    r"(?:だけ|きり|限り)?(?:では?な|とは限)", after
                )
                yield Stated("reservation-single-use", one, figure.start, figure.end)
        elif _wrong_unit(figure, look) and re.search(r"回数", look.sentence.row):
            quote = look.sentence.quote(figure.start, figure.end)
            yield Stated(
                "reservation-single-use", Said(Words(quote, quote)), figure.start, figure.end
            )
    if re.search(r"回数", over) and re.fullmatch(r"[0-9]+", text):
        yield Stated("reservation-single-use", text == "1", 0, len(text))
    worded = re.search(
        r"(?:一日|1日|一週間|1週間)(?:だけ|限り|のみ)(?:使|有効|で)|(?:使えるのは|使用回数:?|使えるのが)(?:一日|1日|一週間|1週間)(?:だけ|限り|のみ)",
        text,
    )
    if worded is None and re.search(r"回数", over):
        worded = re.match(r"(?:一日|一週間|1日|1週間)", text)
    if worded and "24" not in text:
        yield Stated("reservation-single-use", False, *worded.span())


def _wrong_unit(figure: Figure, look: Look) -> bool:
    return figure.measure is Measure.SPAN and bool(
        re.match(r"限り|のみ|だけ|まで|$", look.text[figure.end :])
    )


def _again(look: Look, over: str) -> tuple[bool, int, int] | None:
    """Whether it serves only once, as the words say that have no figure."""
    text = look.text
    often, kept = OFTEN.search(text), NOT_VOID.search(text)
    reused, again, once = REUSED.search(text), AGAIN_IN_USE.search(text), ONCE.search(text)
    if kept and (once or re.search(r"番号", text)):
        return False, *kept.span()
    if often and not re.search(
        rf"(?:わけでは|では?{NOT}|とは(?:限|いか))|でき(?:ません|ない)|使え(?:ません|ない)",
        text[often.start() :],
    ):
        return False, *often.span()
    for found in (reused, again, once):
        if found is None:
            continue
        said = _possible(text[found.start() :], found is once)
        if said is not None:
            return not said, *found.span()
    if REUSED.search(over) or re.search(r"使用済み|使った", over):
        said = _possible(text, False)
        answer = denies(look)
        said = (not answer) if said is None and answer is not None else said
        if said is not None:
            return not said, 0, len(text)
    return None


def _possible(rest: str, once: bool) -> bool | None:
    """Whether the words say that it serves again; None when they do not."""
    if once and re.match(
        rf"{ONE}[^、。]{{0,8}}?(?:だけ|しか|限り|かぎり|のみ|きり|こっきり|に限|で)|使い切り|使い捨て",
        rest,
    ):
        return False
    if VOID_AFTER.search(rest):
        return False
    if AGAIN_IN_USE.search(rest):
        return True
    return serves(rest)
