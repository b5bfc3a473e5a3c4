"""Where the reset is done, and where it is not: 郵便局, the app alone."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.verdicts import CONTRAST, answered, first_verdict, in_cell, told_from, verdict
from guidance.look import Look
from guidance.terms import Term, has

STRANGE = re.compile(
    r"郵便局|ゆうちょ(?:銀行)?|銀行(?!の(?:暗証|カード|キャッシュ))|金融機関|信用金庫|農協|atm|税務署|警察署?|交番|レジ|薬局|ドラッグストア|スーパー(?:マーケット)?|年金事務所|法務局|ハローワーク|(?:携帯|ケータイ)(?:電話)?(?:会社の)?ショップ|家電量販店|図書館|学校|券売機|駅(?:の(?:窓口|券売機|機械))|免許センター|病院|保健所|(?:県|都|道|府)庁|都道府県庁|ヘルプデスク|コールセンター|サポート(?:センター|窓口)|当行の?(?:店舗|支店|窓口)|支店|(?:会社|勤務先)の(?:総務|人事)[^、。]{0,2}"
    r"|自宅の?(?:プリンタ|複合機)|ホームページ|ウェブ(?:サイト)?|公式サイト|電話(?!番号|会社)|メール|郵送|ファックス|fax|パソコン|(?<![a-z])pc(?![a-z])|カードリーダー?|マイナポータル(?!アプリ)"
)
"""Places and means that have no part in the reset."""
DISTANT = re.compile(
    r"電話|メール|郵送|ファックス|fax|コールセンター|サポート|ヘルプデスク|ホームページ|ウェブ|公式サイト|パソコン|pc|カードリーダ|マイナポータル|レジ|学校|病院"
)
"""Those that guides name for other reasons too: only what is plainly said counts."""
REACHED = re.compile(
    r"(?:の?(?:窓口|端末|機械|カウンター|画面|設定画面|サイト|atm|係)?)(?:で|にて|へ|に|か(?!ら)|と(?!い)|や|、|だけ|のみ|$|。|です|でも|まで|には|から|が|を(?:使|開|通|経)|も|又|また|または|・|さえ|があれば|一本|すれば)"
)
PASSING = re.compile(
    r"(?:で|での|に|の)?[^、。]{0,6}(?:使う|使い|お使い|求め|ログイン)|(?:へ|に)(?:行く|出かける|向かう|用がある)(?:前|まえ|とき|時|なら|ついで|予定|途中|日)|[^、。]{0,6}と(?:間違|混同|は?違|異な|は別)|で(?:扱|でき|行|受け?付)[^、。]{0,8}のは(?![^、。]{0,12}(?:再設定|番号|4桁))"
)
"""That one goes there for something else."""
ASKS = re.compile(
    r"問い?合わせ|届け?出|なくした|相談|尋|たずね|聞[いくけき]|お困り|ダイヤル|電話番号|受話|顧問|一時停止|紛失|盗難|報告|連絡|案内を|確認の"
)
RESETS = re.compile(
    r"再設定|初期化|リセット|(?:決め|設定し|登録し|付け|つけ|作り)(?:直|なお)|(?:新しい|別の)[^、。]{0,10}(?:決め|登録|設定|変え|変更|入力)|(?:番号|4桁)の変更|ロック(?:を|の|は|が|も)?[^、。]{0,4}(?:解|外[しすせ])|(?:直|なお)(?:し|す|せ|る|り)|書き?換え|手続"
)
GOES = re.compile(r"[^、。]{0,8}?(?:で|へ|に)(?:済|手続|出向|行[きくっ]|どうぞ|直|相談せ|お?越し)")
ABOUT = (Term.RESET, Term.PIN, Term.PASSWORD, Term.BOTH, Term.KIOSK, Term.COUNTER)
PLACE_ASKED = re.compile(r"分から|忘れ|ロック|行き?先|場所|窓口|手続|再設定|店|チェーン|方法|案内")
MATTER = re.compile(
    r"(?:再設定|初期化|ロック(?:の)?解除|決め直し|リセット)(?:の(?!予約)[^、。]{1,6})?(?:は|も|を|なら)[^、。]{0,10}$"
)
KNOWN = re.compile(
    r"窓口|役所|役場|市区?町村|自治体|市民課|区民課|住民課|庁|支所|出張所|カウンター|コンビニ|店|みせ|マルチ|コピー機|キオスク|セブン|イオン|ローソン|ファミ|ミニ|本市|本町|当市|[【(][0-9]|[0-9]章"
)
"""Where the reset is done."""
DESTINATION = re.compile(
    r"手続き?先|行き?先|(?:再設定|手続き?|解除|受付|申請)(?:の|できる|する)?(?:場所|先)|申請先"
)
NOWHERE = re.compile(r"不要|な[しい]|[×✕-]|参照|下記|次の|問い?合わせ|ません|更新|予約")


OTHER_MATTER = re.compile(r"予約|更新|交付|発行|ログイン|問い?合わせ")


def elsewhere(look: Look) -> Iterator[Stated]:
    """A place that has no part in the reset: 郵便局で再設定する."""
    text = look.text
    for found in STRANGE.finditer(text):
        if _stands_for_place(look, found) and not _denied(text, found.end()):
            yield _said(look, *found.span())
            return
    yield from _over(look)


def _stands_for_place(look: Look, found: re.Match[str]) -> bool:
    """Whether a place is told of as where the reset is done."""
    text = look.text
    after = text[found.end() :]
    if not REACHED.match(after) or (
        ASKS.search(text)
        and not re.search(r"再設定(?:も|を)?(?:お?受け|承|し(?:て(?:い|お|くれ|もら)|ます))", after)
    ):
        return False
    if PASSING.match(after):
        return False
    if DISTANT.match(found.group()):
        return _plainly(look, found)
    over = PLACE_ASKED.search(
        look.sentence.row + look.sentence.column + "".join(look.before[-1:]) + look.near
    )
    goes = GOES.match(after) is not None and has("。".join(look.before[-2:]) + look.context, *ABOUT)
    return has(text, *ABOUT) or over is not None or goes


def _plainly(look: Look, found: re.Match[str]) -> bool:
    """Whether a means such as the telephone is said to do the reset itself."""
    text, after = look.text, look.text[found.end() :]
    if (
        re.search(r"予約", text) and not RESETS.search(after)
    ) or look.sentence.block.number is not None:
        return False
    doing = re.match(
        r"(?:と[^、。]{1,10}|の[^、。]{1,8})?(?:だけ|のみ|さえ|一本)?(?:で|から|に|が|があれば|を(?:使|開)[^、。]{0,8}|一本|すれば|でも|にて|へ|、|か)(?:(?:は|も|の)?[^。]{0,30}?)",
        after,
    )
    told = told_from(text, found.end())
    reached = (
        MATTER.search(text[: found.start()])
        or RESETS.search(told)
        or (RESETS.search(after[:40]) and doing)
    )
    bare = re.search(r"再設定|手続", look.near) and DESTINATION.search(look.near)
    return bool(
        doing
        and (
            (reached and not re.search(r"予約|ログイン(?:でき|する)|証明書の?発行|更新", told))
            or bare
        )
    )


def _denied(text: str, end: int) -> bool:
    """Whether what follows denies that place, before the sentence turns to another."""
    if CONTRAST.match(text, end) or re.match(
        r"(?:で|へ|に|の|から|と|や|か|、)?[^。]{0,40}?では(?:ありません|ない)", text[end:]
    ):
        return True
    limit = min(len(text), end + 200)
    known = KNOWN.search(text, end + 3, limit)
    return first_verdict(text[end : known.start() if known else limit]) is False


def _over(look: Look) -> Iterator[Stated]:
    """A cell or an answer that says it of the place in the head of its row or in the question."""
    asked = answered(look)
    over = asked[0] if asked else look.sentence.row
    found = STRANGE.search(over) or PHONE.search(over) if not asked else STRANGE.search(over)
    said = asked[1] if asked else in_cell(look.text)
    told = over + look.sentence.column
    if OTHER_MATTER.search(told):
        return
    resets = RESETS.search(told) or has(told, Term.PIN)
    if (found and said and resets and not KNOWN.search(over, found.end())) or (
        not asked and DESTINATION.search(told) and _nowhere_known(look)
    ):
        yield _said(look, 0, len(look.text))


def _nowhere_known(look: Look) -> bool:
    """Whether a cell names a place, and none where the reset is done."""
    text = look.text
    return (
        1 < len(text) < 26
        and not KNOWN.search(text + look.sentence.row)
        and not NOWHERE.search(text)
    )


PHONE = re.compile(r"アプリ|スマ(?:ホ|ートフォン)|jpki利用者ソフト|自宅|オンライン|ネット|パソコン")
ALONE = re.compile(
    r"(?:パソコン|(?<![a-z])pc|アプリ|スマ(?:ホ|ートフォン)(?:用)?(?:の)?(?:アプリ)?|jpki利用者ソフト」?|自宅|家|オンライン|ネット|手元の端末)(?:と(?:マイナンバー)?カード|1台|一台|ひとつ|一つ|1つ)?(?:だけ|のみ|上|内|1台|一台|ひとつ|一つ|1つ)(?:だけ|の操作)?(?:で|を使って|あれば)?"
    r"|(?:アプリ|スマ(?:ホ|ートフォン)|自宅|家)(?:で|から|にいながら|にいるまま)(?:、)?(?:全部|すべて|全て|最後まで|完結|何もかも|まるごと)"
)
"""With the phone alone."""
ENDS = re.compile(
    r"完結|済[むみまん]|終わ[るりっ]|終え|完了|最後まで|手続|できる|できます|可能|直[るせり]"
)
NO_TRIP = re.compile(
    r"(?:コンビニ|店舗?|お店|どこか|外|どこ)(?:や(?:窓口|役所))?(?:に|へ|まで|へも|にも)?(?:(?:わざわざ)?(?:行|出かけ|出向|足を運|立ち寄|お?越し|来)[^、。]{0,8}?(?:(?:必要|こと|手間)(?:は|も)?(?:な|ありま?せ|ございませ|かから|かかりませ)|なくて|なくと|こと(?:は|も)?な|ずに(?:済|再設定|できる)|まで(?:も)?な|には?及)|出ず)"
)
"""That one need not go out."""
AT_HOME = re.compile(
    r"(?:外出(?:し|せ)?|家(?:を|から)出|出かけ|出向か|足を運ば)(?:なくて?も|ず(?:に|とも))|家から(?:1歩|一歩)も出"
)
ALREADY = re.compile(
    r"(?:予約番号|番号)(?:が|を)?(?:[^、。]{0,8}(?:出|表示|発行|受け取|届))[^、。]{0,8}(?:ら|ば|と|時点|とき|段階|瞬間|同時)[^。]{0,16}(?:再設定(?:は|が|も)?[^、。]{0,6}(?:終わ|完了|済)|ロック(?:は|が|も)?[^、。]{0,8}(?:外れ|解|はずれ|なくな))|予約(?:が|を)?(?:済|終わ|完了|すれば|すると|しただけで)[^、。]{0,6}[^。]{0,6}(?:ロック(?:は|が)?(?:外れ|解け|解除)|再設定(?:は|も)(?:終わ|完了|済))|アプリ(?:の[^、。]{1,6})?(?:で|から)[^。]{0,16}新しい[^、。]{0,10}(?:登録|設定|入力|決め)[^、。]{0,8}(?:ば|と|たら)、?[^。]{0,14}(?:終わ|完了|済|使え)"
)
"""That the reservation is already the reset."""
ON_PORTAL = re.compile(
    r"マイナポータル(?:アプリ)?(?:」)?(?:の[^、。]{0,10})?(?:で|から|に(?:ログイン|入)|を開)[^。]{0,30}?(?:4桁|暗証番号|番号|ロック)[^、。]{0,8}(?:を|の|も|は)[^、。]{0,6}(?:登録|再設定|初期化|変更|解除|解[けく]|設定|決め)"
)


def phone_only(look: Look) -> Iterator[Stated]:
    """A reset that is said to need no kiosk: アプリだけで再設定できる."""
    text = look.text
    for pattern, reads in (
        (ALONE, _alone),
        (NO_TRIP, _no_trip),
        (AT_HOME, _at_home),
        (ALREADY, _plain),
        (ON_PORTAL, _plain),
    ):
        found = pattern.search(text)
        if found and reads(look, found):
            yield _said(look, *found.span())
            return


def _alone(look: Look, found: re.Match[str]) -> bool:
    """Whether the reset, and not the reservation, is done with the phone alone."""
    text = look.text
    after, before = text[found.end() :], text[max(0, found.start() - 30) : found.start()]
    if re.match(r"(?:で|の)?(?:は)?(?:の)?(?:予約|更新|ログイン)", after) or (
        re.search(r"更新|ログイン|証明書", text) and not RESETS.search(text)
    ):
        return False
    if (
        re.search(r"予約(?:は|が|も|まで|だけ|のみ|なら|を|手続き?は)[^、。]{0,8}$", before)
        and "新しい" not in before
    ):
        return False
    over = look.sentence.row + look.sentence.column + before + "".join(look.sentence.heads[-1:])
    if re.match(r"[^、。]{0,16}(?:たい|と思|気が|そうに|のが理想)", after):
        return False
    about = RESETS.search(text) or (
        ENDS.search(after)
        and (RESETS.search(over) or re.search(r"ロック|忘れ|分か|覚え|操作|手続", over))
    )
    bare = re.search(
        r"行き?先|方法|手段|場所|手続|分か|覚えて|忘れ|ロック",
        look.sentence.row + look.sentence.column + before,
    ) and not after.strip("。")
    told = re.split(r"[。]", after)[0]
    return (
        bool(about or bare)
        and first_verdict(told) is not False
        and not re.match(r"(?:なのは|できるのは|済むのは|できることは)?[^、。]{0,8}予約", after)
    )


def _no_trip(look: Look, _found: re.Match[str]) -> bool:
    return _reset_alone(look)


def _at_home(look: Look, _found: re.Match[str]) -> bool:
    return _reset_alone(look) and KNOWN.search(look.text) is None and "予約" not in look.text


def _reset_alone(look: Look) -> bool:
    """Whether the reset itself, and not the reservation, is what is told of."""
    text = look.text
    about = RESETS.search(text) and re.search(
        r"スマ|アプリ|予約番号|自宅|オンライン|ネット|パソコン", text
    )
    return bool(about) and not re.search(
        r"窓口(?:で|に|へ)|役所(?:で|に|へ)|予約(?:の(?:ため|とき|段階|際|場合)|する(?:ため|だけ|の)|をする(?:ため|だけ|の)|は|には|だけ)|平日|時間内|同じ日",
        text,
    )


def _plain(look: Look, found: re.Match[str]) -> bool:
    rest = look.text[found.end() :]
    clause = re.match(r"[^、。]*", rest)
    return verdict(clause.group() if clause else "") is not False and not re.match(
        r"[^、。]{0,8}(?:思|勘違い|わけ|誤解)", rest
    )


def _said(look: Look, start: int, end: int) -> Stated:
    words = look.sentence.quote(start, end)
    return Stated("where", Said(Words(words, words)), start, end)
