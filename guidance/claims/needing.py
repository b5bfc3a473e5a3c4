"""What a text says of the things of the procedure: that one needs them, or can do without.

`窓口では本人確認書類が必要です` needs one, `身分証がなくても手続きできます` does not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidance.claims.necessity import able, needed
from guidance.claims.telling import believed, clauses
from guidance.terms import Found, Term, terms

NEEDS: dict[Term, dict[Term, str]] = {
    Term.IDENTITY: {Term.KIOSK: "kiosk-identity", Term.COUNTER: "counter-identity"},
    Term.CARD: {Term.COUNTER: "counter-card"},
    Term.PASSWORD: {Term.KIOSK: "key", Term.APP: "key", Term.COUNTER: "counter-password"},
    Term.RESERVE: {Term.KIOSK: "reservation-wanted"},
    Term.NUMBER: {Term.KIOSK: "reservation-wanted"},
}
"""The claim about a thing at a place."""
MOST_THINGS = 16
"""No author names more things in one sentence; of such a line the beginning is read."""
RESERVED = (Term.RESERVE, Term.NUMBER)
NOWHERE: tuple[Term | None] = (None,)
SITES = {Term.KIOSK, Term.COUNTER}
WHERE = {*SITES, Term.APP, Term.PHONE}
ASPECT = re.compile(
    r"(?:の)?(?:コピー|写し|画像|写真|更新|再発行|作り直|再交付|有効|期限|裏|表|読み取り台|リーダ|icチップ|チップ|種類|画面|欄|メニュー|ロック|再設定|初期化|変更|お?問|取り方|とり方|流れ|手順|方法|準備|際に|とき|時に|後に|したあと|した後|済み|済ん|内容|完了|メモ|間違|の間違|誤)"
    r"|(?:の)?(?:翌|当日|直後|あと|前|ため|さい|際|都度)|し(?:て(?:から|、|すぐ)|た(?:あと|後|ら|直|とき|時|その|ばかり|人|方|者|カード|番号|の))|から|には?、|で(?:は|、)|に対応"
    r"|には[^、。]{0,10}(?:番号|暗証|パスワード|4桁)"
    r"|に(?:対応|使|必要)|の?(?:可否|受付|取得|期限)|(?:が|は)?でき(?:る(?:時間|アプリ|スマ)|ます)|(?:が|を)取[るりれ]る?(?:時間|アプリ)"
)
"""What makes a thing's name speak of something else: カードの有効期限, 予約の流れ."""
LISTED = re.compile(
    r"(?:\([^)]{0,30}\))?(?:と(?!き)(?:も)?|や|、|・|も|及び|および|並びに|または|又は|か(?!ら)|に加え(?:て)?|のほか(?:に)?|だけでなく|[ほ他]か、|(?:など|等|といった)の?|その他の|とともに|に添えて)*"
)
"""What joins the things of a list."""
ABSENT = re.compile(
    r"^(?:など)?(?:の)?(?:提示|持参|入力|用意|実物|現物|本体|番号|控え|取得|手続き?|画面|ほう|方)?(?:が|を|も|は|の|さえ|なんて|すら)?(?:手元に|お手元に|家に|うっかり|もう|まだ|持参)?"
    r"(?P<absent>代わりに|な(?:けれ|い|く|し|きゃ)|無(?:し|く|い|けれ)|お?忘れ(?!ず|な)|持た(?:ない|ず)|持って(?:い)?(?:ない|なく|ません|ず)|持ち合わせ|お持ちで(?:は)?(?:ない|なく)|置いて(?:き|来)|見せ(?:ない|ず|なけ)|出さ(?:ない|ず|なけ)|(?:し|でき|取ら|取れ|とら|とれ|入れ|入力し)(?:て(?:い)?)?(?:ない|ません|なけ|なきゃ|なく|ず)|(?:入力|提示|用意|持参|準備|記入|取得|予約)?(?:せず|しな(?!い(?:で|と(?:なり|いけ))))|せぬ|思い出せ(?:ない|ません|ず|なく|なけ)|(?:お)?(?:分か|わか)(?:ら(?:ない|ず|なく|なけ|ん)|りません|りになら(?:ない|ず))|(?:お)?(?:覚え|記憶|控え|存じ)(?:て|し)?(?:い|で)?(?:ない|ません|なく|なけ|なかっ|ず)|お?済(?:んで|ませて|まさ|みで)(?:は|い)?(?:ない|ません|なけ|なく)|返納|不明|失念|紛失|なく(?:し|さ))"
)
"""A thing is spoken of as missing: がなければ, を忘れて, をしていない."""
TAKEN_UP = re.compile(r"(?:し|せ|する|取ら|とら|義務|任意|省|必須|なくて)")
"""A clause that goes on about the reservation: しなくても."""
BESIDE = re.compile(
    r"書[かい]|メモ|印刷|写真|覚え|手数料|料金|お金|取り消|取消|変更|会員|登録|電話|時間|待"
)
"""What else may be needed or spared about a reservation."""
NEW_TOPIC = re.compile(
    r"(?!どちら|どっち|いずれ|1つ|一つ|必ず|それ|これ)[^、。]{1,10}?(?<![てでにと])(?:は|が)(?!ら)"
)
"""A clause that turns to something else: 書類は要りません."""
OF_RESERVING = re.compile(r"受付|受け付け|電話|時間|発行|変更|取消|店頭")
"""A head about how one reserves, not about whether."""
LOCKED = re.compile(r"^(?:が|を|も|まで|も一緒に)?ロック")
"""A password that is locked is as good as missing."""
BOUND = re.compile(r"な(?:けれ|きゃ|くて|い)(?:ば|は|と)?(?:なら|なりま|いけ|だめ|ダメ)")
"""No condition but a duty: 入力しなければならない."""
ABOUT = re.compile(
    r"手続|再設定|初期化|決め|変え|かまわ|構わ|かまい|構い|直[せしす]|終わ|進|始[めま]|受け|受付|でき|使え|済|足り|対応|先へ|番号だけ|可|不可|○|×|門前払い|出直|断|支障|差し支え|問題|平気|大丈夫|結構|よい|いい|お越し|帰|無駄足|支度|お進み"
)
"""An outcome that is one of the procedure."""
ELSE = re.compile(
    r"確認(?:でき|する|しましょ|して)|取り直|とり直|再予約|もう(?:一度|1度)|相談|問い?合わせ|お電話|表示|控え|メモ|探"
)
"""An outcome that is not: もう一度予約をとる."""
WALK_IN = re.compile(
    r"(?:いきなり|飛び込みで|ふらっと|ふらりと|突然)[^、。]{0,16}(?:行|来|お越し|寄|訪|向か|持ち込)[^、。]{0,10}|飛び込みで(?:も|は)"
)
"""To go without a reservation."""
CELL = re.compile(
    r"(?:(?P<yes>あり|[1-9一二]点|する(?=$|[。(])|[○◯◎〇]|要(?=$|[、。(])|(?:いる|要る|いります|要ります)(?=$|[、。(])|はい(?=$|[、。]))|(?P<no>なし|しない|されない|[×✕✗]|無(?=$|[、。(])|不要|いいえ|[-ー―](?=$)))"
)
"""A cell that says whether the thing at its head is needed."""
HEADED = re.compile(
    r"(?:など|等)?(?:\([^)]{0,20}\))?(?:の(?:入力|提示|持参|用意|有無|要否|必要性?|現物|実物))?(?:は|が)?(?:必要(?:か(?:どうか)?|性)?)?、"
)
"""Behind a thing at the head of a cell: the head is about the thing as such."""
ONLY_AT = re.compile(r"(?:必要な|要る|いる|使う|求められる|入力する)のは[^、。]{0,20}だけ")
"""It is needed at one place only: 必要なのはコンビニだけ."""
ALIKE = re.compile(r"変わら(?:ない|ず|ません)|同じ|同様|違いは?(?:ない|ありません)")
"""What holds at both places."""
AT_BOTH = re.compile(r"でも|も[^、。]{0,6}も|同じ|変わら|問わず|どちら|違いは")
"""A clause that speaks of both places alike."""
MISSING = re.compile(r"^(?:な(?:く|し)|無(?:く|し))")
"""Spoken of as missing, plainly."""
ENOUGH = re.compile(r"(?:て)?も?(?:$|[。、)])")
"""Nothing more is said: がなくても。"""


@dataclass(frozen=True)
class Verdict:
    """What a text says of a thing: whether it is needed, and where.

    `without` says that it is read from what can be done without the thing.
    """

    thing: Found
    place: Term | None
    needed: bool
    without: bool = False


def one_place(term: Term) -> Term:
    """The app and the phone that it runs on are one place."""
    return Term.APP if term is Term.PHONE else term


def verdicts(text: str, since: int) -> Iterator[Verdict]:
    """What a text says of each thing that it names; `since` is where a cell's own words begin."""
    named = [
        each for each in terms(text) if each.term in NEEDS and not ASPECT.match(text, each.end)
    ]
    named = named[:MOST_THINGS]
    if OF_RESERVING.search(text[:since]):
        named = [each for each in named if each.term not in RESERVED]
    for number, thing in enumerate(named):
        following = named[number + 1 :]
        end, following = _listed(text, thing, following)
        behind = end + text.startswith(":", end)
        if _absent(text, thing, behind):
            yield from _without(text, thing, behind, since)
        elif thing.end > since or HEADED.match(text, end):
            stop = following[0].start if following else len(text)
            yield from _said(
                text,
                thing,
                max(end, since) if thing.end <= since else end,
                stop if stop > since else len(text),
                since,
            )
    walk = WALK_IN.search(text)
    if walk is not None:
        can = able(text[walk.start() : walk.end() + 40])
        if can is not None:
            yield Verdict(Found(Term.RESERVE, *walk.span()), Term.KIOSK, not can, True)


def _absent(text: str, thing: Found, end: int) -> bool:
    """Whether a thing is spoken of as missing."""
    rest = text[end : end + 40]
    if thing.term is Term.PASSWORD and LOCKED.match(rest):
        return True
    missing = ABSENT.match(rest)
    return (
        missing is not None
        and BOUND.match(rest, missing.start("absent")) is None
        and BOUND.search(rest[: missing.end() + 8]) is None
    )


def _listed(text: str, thing: Found, following: list[Found]) -> tuple[int, list[Found]]:
    """Where the list that a thing stands in ends: カードと本人確認書類 | は要る."""
    end = thing.end
    while following and following[0].start - end < 12:
        between = text[end : following[0].start]
        if LISTED.fullmatch(between) is None:
            break
        end, following = following[0].end, following[1:]
    return end, following


def _of_reservation(clause: str, first: bool) -> str:
    """What a clause says of the reservation as such: what stands right behind it, or takes it up."""
    if (first or TAKEN_UP.match(clause)) and not BESIDE.search(clause[:22]):
        return clause[:22]
    return ""


def _said(text: str, thing: Found, end: int, stop: int, since: int) -> Iterator[Verdict]:
    """What the clauses that follow say of it, each of its own place."""
    told = False
    for begin, close in clauses(text, since):
        if close <= end or begin >= stop:
            continue
        start = max(begin, end)
        close = min(close, stop) if stop < close else close
        clause = text[start:close]
        if thing.term in RESERVED:
            clause = _of_reservation(clause, start == end)
        said = (
            None
            if believed(clause)
            else _of_cell(clause)
            if start and (start == end or text[start - 1] == ":")
            else needed(clause)
        )
        places = _named(text[begin:close]) or _alike(text[close:])
        if start > end and not places and NEW_TOPIC.match(clause):
            return
        if said is None or (told and not places):
            continue
        told = True
        for place in _in_order(places):
            yield Verdict(thing, place, said)
        if ONLY_AT.search(clause) and said and len(places) == 1:
            other = (SITES - places).pop() if places < SITES else None
            if other is not None:
                yield Verdict(thing, other, False)


def _of_cell(clause: str) -> bool | None:
    """What the first words of a cell, or right behind the thing, say: 要, なし, ○."""
    found = CELL.match(clause)
    return needed(clause) if found is None else found["no"] is None


def _in_order(places: set[Term]) -> Sequence[Term | None]:
    """Places in an order that is the same in every run; nowhere in particular when there are none."""
    return sorted(places, key=lambda place: place.value) or NOWHERE


def _alike(rest: str) -> set[Term]:
    """Both places, when the text goes on to say that they are alike: 窓口でもコンビニでも変わらない."""
    named = {found.term for found in terms(rest[:40])}
    return set(SITES) if named >= SITES and ALIKE.search(rest[:40]) else set()


def _named(clause: str) -> set[Term]:
    """The places that a clause names; both when it says that they are alike."""
    named = {one_place(found.term) for found in terms(clause) if found.term in WHERE}
    if named >= SITES and not AT_BOTH.search(clause):
        return set()
    return named if len(named) == 1 or named == SITES else set()


def _without(text: str, thing: Found, end: int, since: int) -> Iterator[Verdict]:
    """What can be done without it: がなくても手続きできます, を忘れると手続きできません."""
    for begin, close in clauses(text, since):
        if close <= end:
            continue
        start = max(begin, end)
        match = ABSENT.match(text[start:close]) if start == end else None
        clause = text[start + match.end() if match else start : close]
        if believed(clause):
            continue
        spared = MISSING.match(match["absent"]) if match else None
        can = able(clause) if ABOUT.search(clause) and not ELSE.search(clause) else None
        if can is None and spared and ENOUGH.match(clause):
            continue
        if can is None:
            continue
        for place in _in_order(_named(text[begin:close])):
            yield Verdict(thing, place, not can, True)
        return
