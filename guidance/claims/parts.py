"""The parts of a sentence that each say of one place whether it serves: the base of hours and days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from guidance.claims.denials import denials
from guidance.look import Look
from guidance.terms import Term

NOT = r"(?:ません(?!か)|ない|なく|なかった|ず|ぬ|なし)"
LIGHT = r"(?:の|に|と|は|も|が|を|で(?=は|も)|し|する|せ|取ら|とら|なら|なり|なる|あり|ござい|られ|れ|日|曜日|時間帯?|こと|とき|という|ら|り|る|て|い|わけ){0,7}"
"""What may stand between a verb and the word that denies it."""

ABLE = r"(?:でき|出来|使え|つかえ|使用でき|利用でき|行え|(?:受け?付け?|受けつけ|うけつけ)(?:られ)?|受付でき|いただけ|頂け|取れ|とれ|なれ|進め(?:られ)?|扱え|動か|開か|あか|やって|入れ|直せ|行わ|おこなわ|参れ|始め(?:られ)?|もらえ|くれ)"
DONE = r"(?:でき|使わ|動い|動き|開い|開き|行っ|行い|やっ|稼働し|対応し|対応|営業し|(?:受け?付け?|受けつけ|うけつけ)|受け入れ|扱っ|扱い|取り?扱い?(?:し)?|実施し|受付し|受付を?し|おこなっ)(?:て)?(?:い|お|は|おり)?"

SERVES_BY_DENIAL = (
    rf"(?:休[みむま業止]?|お休み|閉(?:ま|じ|庁|鎖)|止ま|停止|中断|終わ|断ら|断り)(?:になら|にはなら|をいただ)?{LIGHT}{NOT}"
    rf"|(?:{ABLE}|{DONE}|し|いけ)(?:ら|り)?(?:ない|ません)(?:など)?(?:という|といった)?(?:こと|わけ|日|曜日|時間帯?|時刻|もの|の)(?:は|も|が|で|に){{0,2}}(?:一切|決して)?(?:なり|あり|ござい)?(?:ない|ません|なく)"
    r"|無休|休まず|休みなし|休み(?:なく|なしで)"
    r"|(?:制限|制約|区別|限定|決まり|別|指定)(?:は|も|が)?(?:特に|とくに)?(?:ない|なく|なし|無し|ありません|設けて(?:い|お)(?:ない|ません|りません))"
    r"|関係(?:は|が)?(?:な[くし]|ありません)|問わ|問いま|かかわら|関わり(?:なく|ませ)|選(?:ばない|ばず|びません)|気にせず|気に(?:する|なさる)(?:必要|こと)(?:は|も)?(?:な|あり)"
    r"|(?:差し支え|さしつかえ|支障|問題)(?:は|も|が)?(?:ない|なく|ありません|ございません)|(?:構|かま)(?:いません|わない)"
)
"""It serves: 休まない, できないことはない, 曜日を問わない."""

CLOSED = (
    rf"(?:{ABLE}|{DONE}|し)(?:ら)?(?:れ)?(?:は|も)?(?:い|お|おり)?(?:ません(?!か)|ない(?!方|人|と)|なく|なかった|ず(?!に)|ぬ)"
    r"|お?休み(?!の(?:日|曜|方|人))|休(?:む|ん|業|止|館)|閉(?:ま[るりっ]|庁|鎖|店|じ)|停止|止ま[るりっ]|不可(?!欠)|不能|[×✕✗]|対象外|時間外|受付外"
    r"|(?:受け?付け?|対応|取り?扱い?|利用|サービス|営業)(?:は|も)?(?:なし|ありません|ない|いたしません)|^なし"
    r"|断[らりっ]|除(?:く|き|い|かれ)|除外|て(?:は|い?ちゃ)(?:いけ|だめ|なら)(?:ない|ません|)|終了|終わ[るりっ]|終え|締め?切|しめ切|だめ|ダメ|駄目|無理|認められ(?:ない|ません)|待つ|待って|待ち|待た(?:なけれ|ね)|待たされ|使用禁止|ng|遠慮|お?控えくだ|エラー|はじかれ|お断り|[えけせてねべめれげ]なくな[りるっ]"
    r"|(?:出て[来き]|表示され|現れ|進[みま]|始ま[りら]|通[りら]|応じ(?:られ)?|反応し|つなが[らり]|[らさ]れ)(?:ません|ない|ず|なかった)"
)
"""It does not serve: 休み, 受け付けていない, ×."""

SERVES = (
    r"可能|可(?=$|[、。()・])|可です|でき(?:る|ます|て|た|れ|、|$|ちゃ|まし)|出来[るま]|使え(?:る|ます|て|た|ば|、|ちゃ|$|、)|つかえ[るま]|使用可"
    r"|利用(?:可|いただ[いき]|して|する|した|し、|が可|を受|でき|。|$)|(?:受け?付け?|受けつけ|うけつけ)(?:て|る|ます|可|られ[るまて]|。|$)|受付(?:可|あり|中|する|し(?!ま?せ|な|てい?な|ており)|て|$|。)"
    r"|行え[るま]|行(?:う|い(?!ま?せ)|って(?:い[るま]|おります|くだ|いただ(?!け)|かま|よい|もよ|もか|もい))|行われ[るま]|行われて|(?:開|あ)い[てた]|開(?:く|き|庁|館|ける|けて)|あけて|動い[てた]|動[くき]|稼働|稼動|営業|対応(?:し|可|する|。|$)|やって(?:る|ます|い|くれ|もら)"
    r"|お越し|いらして|いらっしゃ|来て|来庁|来店|行け(?:ば|ます|る)|出向|出かけ|お使い|使[うい]|操作(?:する|でき)|済ませ[たらまる]|片づ|片付|直せ(?:る|ます|た)|直し(?:て|た|ちゃ|まし)|なおせ[るま]|なおし(?:て|た|ちゃ|まし)|立ち寄|ばよ[いく]"
    r"|[○〇◯◎]|(?<![a-z])ok|通常(?:どおり|通り)|(?:ふだん|普段|いつも)(?:どおり|通り|と変わら)|平日と(?:同じ|変わら)|決め直(?!せ)|再設定(?:する|し(?!ま?せ|な))|手続き?(?:する|し(?!ま?せ|な)|を?ください|を?お願い)|いただけ[るま]|頂け[るま]|取れ(?:る|ます|ちゃ|た|まし)|なれ[るま]|予約する|間に合[うい]|通(?:る|ります|った)|(?:始め|進め|続け)られ[るま]|歓迎|(?:先|手続き)[へに](?:も)?進[めむみ]|大丈夫|いい(?=です|よ|。|$)|ねらい目|すいて|入れ[るま]|お?いで|あり(?=$|[。、()])|対応"
)
"""It serves: できる, 開いている, ○."""

SIGN = re.compile(f"(?P<denied>{SERVES_BY_DENIAL})|(?P<closed>{CLOSED})|(?P<open>{SERVES})")
ONLY_THEN = re.compile(rf"しか(?!い(?:ない|ません)|おら)[^、。]{{0,24}}?{NOT}")
"""しか…ない: it serves, but only then."""

IDLE = re.compile(
    r"\([^()]{0,16}(?:閉ま|閉店|閉じ|営業時間)[^()]{0,16}\)|(?:時間|休み|休暇|都合)(?:が|を|の)?[^、。]{0,4}(?:取れ|とれ|つか|合わ|作れ)(?:ない|ず|ません)|24時間営業|平日に休めな|(?:仕事|会社)[がのは]?(?=お?休みの日)|(?:仕事|会社)(?:が|を|は)お?休(?:み|ん|む|め)(?!の日)|お?休みの(?:方|人)|お?休み(?:を|に)(?:取|とっ|使|利用|合わせ|入)|有給|休暇|(?:動け|行け|来られ|出られ|伺え|休め)(?:ない|ません|ず)"
    r"|(?:仕事|会社|勤め|残業|勤務|学校|授業)[^、。]{0,12}(?:終わ[るりっ]|終え|上がる|退勤)|(?:メンテナンス|点検|保守)[^、。()]{0,14}(?:除く|除き|除いて|以外)"
    r"|(?:役所|役場|窓口|市役所)(?:の窓口)?(?:が|の)(?:お)?(?:閉[^、。]{0,5}?|休[^、。]{0,4}?|開いてい?ない|やってい?ない|時間外の?)(?=夜|時間|日(?!は)|土|祝|休|深夜|早朝|間|とき|時|週末|あいだ|年末|連休)"
    r"|店が[^、。]{0,8}(?:閉まって|閉店して)い(?:なければ|ない(?:限り|なら|かぎり))|店が(?:開いて|あいて)い(?:れば|る限り|るなら)"
    r"|(?:役所|役場|窓口)の(?:開いて|あいて|やって)い?る、?(?=平日|昼|日中)"
    r"|(?:店員|係員|職員)[^、。]{0,12}(?:ない|ません)"
    r"|店(?:舗)?(?:自体|そのもの)?(?:は|が)[^、。]{0,6}(?:夜通し|夜どおし|一晩中|終夜|ずっと|年中|24時間|深夜も|夜中も)[^、。]{0,6}(?:開い|あい|営業|やって)[^、。]{0,6}?(?:が|けれ?ど(?:も)?|ものの|ても)(?=、)"
)
"""Words that say nothing of the service: the reader has no time, the office is closed when one needs it."""

COMPARED = re.compile(
    r"(?:(?:^|(?<=[、。]))[^、。(はも]{1,40})?(?:窓口|役所|役場|コンビニ|店|機械|コピー機|アプリ|予約)[^、。(はも]{0,8}(?:と(?:は)?違(?:って|い)|とは?異な[^、。]{0,3}|に(?:合わせ|準じ|なら)(?:て|い|っ|う)?|と(?:まったく|全く)?(?:同じ(?:く|で|よう)|同様)|でな?はなく|ではなく|でなく|(?:に|へ)(?:行か|並ば|出向か)(?:ず|なく)|(?:に|へ)行けな)"
)
"""A place that is named only to compare."""

PAST = re.compile(
    r"^(?:以前|かつて|昔|従来|これまで|当初|もともと)[^。]{0,50}?(?:が|ものの|けれど)、"
)
CUT = re.compile(
    r"[、。;:()/]|(?<=[るたいうすん])が(?=、|コンビニ|窓口|役所|アプリ|予約|店|機械|[両署])、?|けれども?、?|(?<=[一-龠])→"
)
PLACE = re.compile(
    r"(?P<kiosk>コンビニ|マルチコピー機?|マルチ端末|キオスク|コピー機|複合機|(?<!支)店(?!員|長|主|じまい)(?![がの](?:開|あ|やっ)[^、。]{0,6}(?:間|うち|時[間内中に]))|セブン|ローソン|ファミリーマート|ファミマ|ミニストップ|イオン|機械|稼働)"
    r"|(?P<counter>(?:窓口|役所|役場|庁舎|市民課|区民課|住民課|来庁|対面|市区町村|自治体|(?:市|区)の担当課)(?!(?:の窓口)?[がの](?:開|あ|やって)[^、。]{0,6}(?:間|うち|時間[内中にだし]|昼))(?!の(?:(?:開庁|業務|執務)時間|時間[内中])))"
    r"|(?P<app>予約(?!番号|no|後|完了|し(?:て|た|直|ない)|済|時刻|時点|の(?:後|あと|期限|有効|際|とき|翌|当)|から|を取(?:って|った|り直))|アプリ(?!で予約し)|申し?込み?)"
)
PLACES = {"kiosk": Term.KIOSK, "counter": Term.COUNTER, "app": Term.APP}
ELSEWHERE = re.compile(
    r"電話|問い?合わせ|コールセンター|ダイヤル|サポート|チャットで|相談窓口|ヘルプデスク|相談会"
)
"""What has hours and days of its own."""


@dataclass(frozen=True)
class Part:
    """A part of a sentence from `start` on: its words, the place it speaks of, whether that serves.

    `text` is as long as the sentence's own part, with what says nothing blotted out.
    """

    text: str
    start: int
    place: Term | None
    serves: bool | None

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def serves(text: str) -> bool | None:
    """Whether the words say that something is open or can be used; the last word decides."""
    if ONLY_THEN.search(text):
        return True
    said = None
    for found in SIGN.finditer(text):
        said = found.lastgroup != "closed"
    return said


def blotted(text: str) -> str:
    """The text without what is only compared, past, or idle; as long as it was."""
    for pattern in (PAST, COMPARED, IDLE):
        text = pattern.sub(lambda found: "＿" * len(found.group()), text)
    return text


def parts(look: Look) -> tuple[Part, ...]:
    """The parts of a sentence: 窓口は平日だけだが / コンビニは土日も使える."""
    over = _place_over(look)
    return _parts(look.text, over)


@lru_cache(maxsize=1024)
def _parts(text: str, over: Term | None) -> tuple[Part, ...]:
    found: list[Part] = []
    place = over
    for start, piece in _joined(blotted(text)):
        place = _place(piece) or place or (Term.COUNTER if re.search(r"開庁|閉庁", piece) else None)
        found.append(Part(piece, start, place, serves(piece)))
    return tuple(_shared(found))


def _shared(found: list[Part]) -> Iterator[Part]:
    """A reason speaks of the place of what follows from it: 祝日は止まるため / 店でも使えない."""
    for part, after in zip(found, [*found[1:], None], strict=True):
        if (
            part.place is None
            and after
            and after.serves is part.serves
            and not TIMED.search(after.text)
        ):
            yield replace(part, place=after.place)
        else:
            yield part


def _joined(text: str) -> Iterator[tuple[int, str]]:
    """Clauses, each joined with those before it that say nothing yet: 土曜、日曜は / 使えない."""
    told = {end for span in denials(text) for end in span}
    cuts = {found.end() for found in CUT.finditer(text)} | told
    start, ends = 0, sorted({*cuts, len(text)} - {0})
    for index, end in enumerate(ends):
        piece = text[start:end]
        last = end == len(text)
        bracket = TIMED.search(piece) and ENDING_BRACKET.match(text, end - 1)
        whole = last or end in told or bracket or len(piece) > LONGEST
        if not whole and not _complete(piece, text[end : ends[index + 1]]):
            continue
        if piece:
            yield start, piece
        start = end


SUPPOSED = re.compile(r"(?:なら|たら|れば|場合(?:は|に|でも)?|とき(?:は|に|でも)?|ときには)[、]?$")
REASON = re.compile(r"(?:ため|ので|から)、?$")
TIMED = re.compile(
    r"[0-9]時|[0-9]:[0-9]|平日|土[日曜]|日曜|祝|休日|週末|毎日|年中|全日|365日|24時間|終日|夜|朝|昼|年末|正月"
)
"""Words for times and days."""
LONGEST = 300
"""No part is longer than this."""
ENDING_BRACKET = re.compile(r"[(][^()]{1,60}[)]。?$")

CONTRASTED = re.compile(r"(?:[すたるいん]が|けれ?ど(?:も)?)、?$")


def _complete(piece: str, following: str) -> bool:
    """Whether a clause has said what it has to say, before the next one."""
    if re.search(r"(?:(?:のは|[てで]も|除き|除いて|以外は)、?|:)$", piece):
        return False
    named = _place(piece)
    if named is None and SUPPOSED.search(piece):
        return False
    if serves(piece) is not None:
        return True
    if REASON.search(piece):
        return False
    other = PLACE.search(following)
    if named and CONTRASTED.search(piece) and other and PLACES[other.lastgroup or ""] is not named:
        return True
    timed = TIMED.search(piece)
    return bool(timed and named and other and PLACES[other.lastgroup or ""] is not named)


def _place(text: str) -> Term | None:
    named = [PLACES[found.lastgroup or ""] for found in PLACE.finditer(text)]
    if Term.KIOSK in named and Term.APP in named and Term.COUNTER not in named:
        return Term.KIOSK  # both together are the way that ends at the kiosk
    return named[-1] if named else None


def _place_over(look: Look) -> Term | None:
    """The place that the heads name, or the guide spoke of last."""
    row, column = _place(look.sentence.row), _place(look.sentence.column)
    if row is Term.APP or column:
        return row if row is Term.APP else column
    if row:
        return row
    asked = question(look)
    if asked and _place(asked):
        return _place(asked)
    if look.topic in (Term.KIOSK, Term.COUNTER):
        return look.topic
    for head in reversed(look.sentence.heads):
        named = {found.lastgroup or "" for found in PLACE.finditer(blotted(head))}
        if len(named) == 1 or (named and head is not look.sentence.heads[0]):
            return _place(blotted(head))
    return look.topic


ASKS = re.compile(r"(?:[?？]|(?:ます|です|ません|る|ない|でしょう)か)[」)。]*$|^q[.:．。]")
ANSWERS = re.compile(
    r"^(?:a[.:．。])?(?:はい|いいえ|いえ|ええ|できます|できません|使えます|使えません|可能|大丈夫|不可|あります|ありません|待つ必要)"
)


def question(look: Look) -> str:
    """The question that a sentence answers, in the heading or just before it; else nothing."""
    last = look.before[-1] if look.before else ""
    if last and ASKS.search(last):
        return last
    head = look.sentence.heads[-1] if look.sentence.heads else ""
    if head and ASKS.search(head) and (not look.before or ANSWERS.match(look.text)):
        return head
    return ""


def denies(look: Look) -> bool | None:
    """Whether the sentence begins with a no; None when it is no answer."""
    if re.match(r"(?:a[.:．。])?(?:いいえ|いえ[、。]|できません|使えません|不可)", look.text):
        return True
    if re.match(r"(?:a[.:．。])?(?:はい|ええ|できます|使えます|可能)", look.text):
        return False
    return None
