"""Where a certificate is renewed: at the counter only."""

import re
from collections.abc import Iterator, Sequence

from guidance.claims.base import Stated
from guidance.claims.verdicts import BRACKETS, CONTRAST, answered, first_verdict, in_cell
from guidance.look import Look

COUNTER = r"窓口|市役所|区役所|役所|役場|(?:市民|住民|区民|町民|戸籍)課|市区?町村|自治体|庁舎|カウンター|支所|出張所"
OTHERWISE = r"コンビニ(?:エンスストア)?|マルチコピー機|マルチ端末|コピー機|キオスク|(?:対応|近くの|お)?店(?:舗|頭|内)?(?!員)|店舗|機械|セブン[-〜]?イレブン|セブン|イオンリテール|ローソン|ファミリーマート|ファミマ|ミニストップ|jpki利用者ソフト|アプリ|スマ(?:ホ|ートフォン)|携帯|オンライン|ネット|ウェブ(?:サイト)?|ホームページ|マイナポータル|atm|銀行|郵便局|郵送|自動(?:的に)?|電話(?!番号)|パソコン|(?<![a-z])pc(?![a-z])|ヘルプデスク|自宅|税務署|警察署?|法務局|コールセンター|レジ"
PLACE = re.compile(f"(?P<counter>{COUNTER})|(?P<otherwise>{OTHERWISE})")
RENEW = re.compile(
    r"更新(?!ボタンを押さ|漏れ|もれ|日|版|履歴|情報)|再発行|取り直|とり直|取得し直|再取得|発行し直|新しく(?:で|し|す|発)|新しいもの(?:に|を)|作り直|(?:有効|使えるよう)に(?:する|し|戻)|入れ替え"
)
CERTIFICATE = re.compile(r"証明書|署名用(?!パス|の?パス)|失効|期限")
NOT_THIS = re.compile(
    r"アプリ(?:の|を)(?:更新|最新)|予約[^、。]{0,10}(?:取り直|とり直|更新)|カード(?:そのもの|自体)?(?:の|を)?(?:再発行|更新|作り直)|ページ(?:の|を)更新|os(?:の|を)更新|ソフト(?:ウェア)?の更新|最終更新|4桁(?:の(?:番号|暗証番号))?(?:を|で)(?:使|鍵|もと)"
)
UNDONE = re.compile(
    r"(?:の?(?:お?手続き?|申請))?(?:を|が|は|も)?(?:し|行っ|なさっ|済ませ|受け|お済み|済ん|済み)?(?:て|で)?(?:い)?(?:な(?:い|か|けれ|く)|ません|ず|いない|おらず)|(?:を|し)?忘れ|(?:後|前|済|まで(?!も)|した(?:い|ら|方|人|場合|あと|後)|すれば|すると|してから|したうえ|時期|期限|(?:が|の)?(?:お)?済)|(?:せ|し)ずに|未"
)
"""What speaks of a renewal as done or not done, rather than where."""
CONDITIONAL = re.compile(
    r"(?:の?(?:お?手続き?))?(?:を)?(?:する|し|せ|済ませ|受け|行)?[^、。]{0,4}?(?:まで|ない(?:と|限り|うち)|なけれ|てから|うえ|すれば|すると|したら|した後|後|ず(?:に)?)"
)
"""That the renewal is only the condition of something else."""
TOPIC = re.compile(
    rf"(?:{RENEW.pattern})(?:の)?(?:お)?(?:手続き?|申請|受付|方法|場所|先|窓口)?(?:は|が|も|なら|でしたら|については|をする(?:に)?は|を行うのは|するには|を受けるには|を(?:希望|受けよう)[^、。]{{0,8}}は|を扱うのは|できるのは|(?:に対応|を受け付け|が可能な|が受けられ)[^、。]{{0,6}}?(?:の|ところ|場所)は|を(?:扱|担当)[^、。]{{0,6}}は|→|:|きるのは|の場合は|したい[^、。]{{0,4}}は|先は|する(?:場合|とき|際|時)(?:は|に(?:は)?|、)|を、|を)"
)
LEAVES = re.compile(
    r"(?:で(?:は|の|も)?|からの?)[^、。]{0,6}(?:再設定|使え|使う|利用|初期化|リセット|鍵|予約|方法は|ルート)|(?:の|を使った)?(?:再設定|ルート)"
)
"""That the place serves for the reset."""


def renewing(look: Look) -> Iterator[Stated]:
    """Where a certificate is renewed: 電子証明書は窓口で更新する."""
    text = look.text
    about = "。".join((text, look.near, *look.before[-2:]))
    if NOT_THIS.search(text) or not RENEW.search(about) or not CERTIFICATE.search(about):
        return
    found = list(_in_text(look)) if RENEW.search(text) else list(_under_head(look))
    if found:
        wrong = [each for each in found if each.value]
        yield (wrong or found)[0]
    else:
        yield from _over(look)


def _in_text(look: Look) -> Iterator[Stated]:
    text = look.text
    places = list(PLACE.finditer(text))
    for index, found in enumerate(places):
        following = _following(places, index, text)
        if not (_before(text, found.end()) or _after(text, found.start(), found.end())):
            continue
        denied = _denied(text, found.end(), following)
        counter = found.lastgroup == "counter"
        if (counter and denied) or (not counter and not denied):
            yield Stated("renewal", True, *found.span())
        elif counter:
            yield Stated("renewal", False, *found.span())


def _following(places: Sequence[re.Match[str]], index: int, text: str) -> int:
    """Where the next place of the other kind stands: places of one kind are told of together."""
    kind = places[index].lastgroup
    return next((each.start() for each in places[index + 1 :] if each.lastgroup != kind), len(text))


def _before(text: str, end: int) -> bool:
    """A place, and then the renewal: 窓口で更新する."""
    made = RENEW.search(text, end, min(len(text), end + 34))
    if made is None or (
        UNDONE.match(text, made.end())
        and not re.match(r"(?:すれば|すると|したら|し(?:た|て)|してから)", text[made.end() :])
    ):
        return False
    between = text[end : made.start()]
    return (
        PLACE.search(between) is None
        and not re.search(r"[。]|再設定|ので|ため、|が、|なら", between)
        and re.match(
            r"(?:の[^、。]{1,10})?(?:だけ|のみ|1本|一本|ひとつ|一つ)?(?:で|にて|から|へ|に|まで|を|でも|、|か|や|→)",
            text[end:],
        )
        is not None
    ) or re.match(r"更新", text[end:]) is not None


def _after(text: str, start: int, end: int) -> bool:
    """The renewal, and then the place: 更新は窓口で行う."""
    topics = list(TOPIC.finditer(text, 0, start))
    if not topics or (
        LEAVES.match(text, end) and not re.match(r"で(?:は|も)?(?:手続き|受け)", text[end:])
    ):
        return False
    between = text[topics[-1].end() : start]
    return not re.search(r"[。]|再設定|すれば|してから|したら", between)


def _denied(text: str, end: int, following: int) -> bool:
    """Whether what follows denies the place, up to where the next one stands."""
    if CONTRAST.match(text, end) or re.match(
        r"(?:に|へ|まで)?[^、。]{0,14}?(?:行か|出向か|お?越し[^、。]{0,6}|足を運ば|並ば)(?:なく|ず|必要|ない)|[^、。]{0,10}しなくても",
        text[end:],
    ):
        return True
    made = RENEW.search(text, end, following)
    if made and CONDITIONAL.match(text, made.end()):
        return False
    return first_verdict(BRACKETS.sub("", text[end:following])) is False


def _under_head(look: Look) -> Iterator[Stated]:
    """Where one is sent under a heading or in the cell of the renewal: お近くのローソンへどうぞ."""
    text = look.text
    over = look.near if not look.sentence.row else look.sentence.row + look.sentence.column
    if (
        not RENEW.search(over)
        or not CERTIFICATE.search(over)
        or re.search(r"再設定|予約|4桁", text)
    ):
        return
    places = list(PLACE.finditer(text))
    for index, found in enumerate(places):
        following = _following(places, index, text)
        sent = re.match(
            r"[^。]{0,20}?(?:へどうぞ|へ行|に行|で手続|へお越し|にお越し|で(?:受け?付|扱|承|行|でき|の手続)|へ(?:。|$)|まで|で(?:は)?(?:でき|承)|だけ|のみ|です|$|。)",
            text[found.end() :],
        )
        if not sent or (
            UNDONE.search(over) and not re.search(r"場所|行き?先|更新が必要|更新の", over)
        ):
            continue
        denied = _denied(text, found.end(), following)
        counter = found.lastgroup == "counter"
        if counter == denied:
            yield Stated("renewal", True, *found.span())
        elif counter:
            yield Stated("renewal", False, *found.span())


def _over(look: Look) -> Iterator[Stated]:
    """A cell or an answer that says it of the place in the head of its column or in the question."""
    asked = answered(look)
    row, column = look.sentence.row, look.sentence.column
    over = asked[0] if asked else row + "。" + column
    if (
        not RENEW.search(over)
        or not CERTIFICATE.search(over)
        or (UNDONE.search(over) and not asked)
    ):
        return
    found = PLACE.search(over)
    said = asked[1] if asked else in_cell(look.text)
    if (
        found
        and said is not None
        and not (asked and PLACE.search(look.text) and RENEW.search(look.text))
    ):
        yield Stated("renewal", said != (found.lastgroup == "counter"), 0, len(look.text))
