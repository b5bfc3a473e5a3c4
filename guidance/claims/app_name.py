"""The name of the app that reserves."""

import re
from collections.abc import Iterator

from fakes.words import Words
from guidance.claims.base import Said, Stated
from guidance.claims.telling import LONGEST, believed, clauses, tellings
from guidance.look import Look

NAME = re.compile(
    r"jpki利用者ソフト|利用者ソフト|jpkiソフト|jpkiアプリ|公的個人認証(?:サービス)?(?:の)?(?:利用者)?(?:ソフト|アプリ)"
)
OTHER_NAME = re.compile(r"jpki暗証番号リセット(?:アプリ)?")
"""The name that J-LIS and cities use."""
OTHERS = re.compile(
    r"マイナポータル(?:ap)?(?:の)?(?:アプリ)?|デジタル認証(?:の)?(?:アプリ)?|スマート申請(?:の)?(?:アプリ)?|e-?tax(?:の)?(?:アプリ)?|マイナポイント(?:の)?(?:アプリ)?|マイナサイン|マイナポ(?:アプリ)?(?!ータル|イント)|line(?:アプリ)?(?![a-z])|(?:セブン-?イレブン|セブン|ローソン|ファミマ|ファミリーマート|コンビニ(?:各社)?|市の?公式|市|区|町|自治会[^、。「」]{0,3}|銀行|当行|本?市公式|会員|防災|電子申請|地図|カメラ)(?:の|が配っている(?:自社の)?)?(?:会員)?アプリ|mynaポータル|pitaポ|ぴったりサービス|ブラウザ(?:ー)?|ホームページ|ウェブサイト|webサイト"
)
"""Other apps, and other means than an app."""
USED = re.compile(
    r"予約|初期化|インストール|ダウンロード|起動|開(?:く|い|き|け)|立ち上げ|入れ(?:て|る|た|ま)|使(?:う|い|っ|え)|用意|アプリ(?:の)?(?:名|は|:)|追加|です|だ(?:。|$)|という|(?:を|で|から)"
)
RESERVING = re.compile(r"予約|初期化|再設定|リセット|準備|用意")
APART = re.compile(r"生体認証|指紋|顔認証|ログイン|ロックされ|サインイン|お?問い?合わせ|申告|口座")
"""Another matter, for which other apps are used."""
REFUSED = re.compile(
    r"からは?(?:予約)?(?:は)?でき(?:ない|ません|ず)|では?(?:あり|な(?:い|く|し)|ござ|じゃな)|では?[^、。]{0,16}(?:でき(?:ない|ません|ず)|受け付け(?:て(?:い)?)?(?:ない|ません|られ)|代用|不可|対応し(?:て(?:い)?)?(?:ない|ません)|扱(?:え|わ)|使え)|じゃなく|とは(?:別|違|異な|別に)|と(?:間違え|混同|取り違)|に(?:は)?(?:その|予約の)?(?:機能|メニュー)は?な|に似|もう入って(?:い)?る方も|の(?:設定|ログイン)|以外(?:の|で)|は使(?:わ|え|い)(?:ない|ません)|に代わ|ではこの"
)
"""Said of another app: it does not reserve."""
QUOTED = re.compile(
    r"「(?P<name>[^「」]{2,24})」(?=(?:という|っていう|といった|の|を|と|アプリ|で|に|から|が|は|だ|へ|$))"
)
CALLED = re.compile(
    r"(?:アプリ|ソフト)(?:(?:の)?(?:名前|名称|名))?(?:は|に|を|と|が|、|:)?「|」(?:という|っていう|といった)?(?:名前の|名の|スマホ)?の?(?:アプリ|ソフト)|」を(?:インストール|ダウンロード|起動|立ち上げ|入れ)|」から予約|」で予約"
)
ANY_APP = re.compile(
    r"アプリ(?:は|なら)(?:何|なん|どれ|どの(?:もの|アプリ))でも(?:よ|い[いけ]|かま|構|大丈夫|ok)|どのアプリ(?:から)?でも(?:予約|よ|い[いけ]|かま|構)"
)
"""Any app is said to do."""
ASKED = re.compile(r"(?:でき|使え|よ[いろ]|い[いけ]|かま|必要|もの|よう)[^。]{0,8}か[。?]?$|[?]$")
"""A question whether it may be another app."""
NAMED = re.compile(r"(?:アプリ|ソフト)(?:の)?(?:名前|名称|名)(?:は|が|:)「?$")
"""アプリの名前は「…」."""
NAMED_ANY = re.compile(r"(?:アプリ|ソフト)(?:の)?(?:名前|名称|名)(?:は|が|:)")
TITLE = re.compile(
    r"(?:使用|使う|利用|予約)?(?:する)?(?:の)?(?:アプリ|ソフト)(?:の)?(?:名|名称|名前)?$|予約の?(?:手段|方法|アプリ)"
)
"""A row or column whose cells name the app."""
NOT_NEEDED = re.compile(
    r"(?:専用の|特別な)?アプリ(?:の(?:インストール|用意|準備))?(?:は|も)(?:一切|特に)?(?:要ら(?:ない|ず)|要りません|いりません|いらない|不要|必要(?:は)?(?:ない|ありません|なく)|使わ(?:ない|ず|なくて)|なくても)"
)
"""No app is needed for the reservation."""
ANOTHER = re.compile(r"ほかの|別の|他の")
"""Another app, beside the right one."""
DENIED = re.compile(
    r"(?:の(?:アプリ)?)?(?:(?:では|じゃ)(?:なく|ない|ありません)|では[^、。]{0,14}(?:受け付けて(?:い)?(?:ない|ません)|でき(?:ない|ません|ず))|は(?:使わ|使い|不要|要ら|いら|いりま|要りま|よく似た|別の))"
)
"""Said of the right app: it is not the one."""
UNUSED = re.compile(r"^[^。]{0,40}(?:予約には使わない|使わないで)")
"""The same, later in the sentence."""
ITS_APP = re.compile(r"^の?アプリ(?:の方)?")
"""The word app behind a name."""
WEB = re.compile(r"ブラウザ|ホームページ|サイト")
"""A page, not an app."""
ON_WEB = re.compile(r"(?:で|から|を開)")
"""The page is opened."""
RESERVES = re.compile(r"予約(?:でき|し|を|が|する)")
"""One reserves there."""
NOT_THERE = re.compile(r"(?:では|は)[^、。]{0,10}(?:ない|ません|ず)")
"""It does not reserve."""
SERVES = re.compile(
    r"(?:ただ(?:一つ|1つ)|だけ|のみ|一択|です|だ|である|という|って|と(?:い[うい]|言|呼)|で|を|から|の(?:画面|メニュー)|が(?:もう|すでに|必要|要[りる]|い[りる])|に追加|、|。|$|をお使い|ですから|の(?:どちらか)|でし)"
)
"""What follows a name that is said to serve."""
ON_PHONE = re.compile(
    r"(?:スマ(?:ホ|ートフォン)|端末|携帯|iphone|android)[^、。]{0,12}(?:で|に|から|へ)、?$"
)
"""Before a name: スマートフォンで."""
OPENED = re.compile(
    r"(?:を|が)、?(?:お?開|起動|立ち上げ|インストール|ダウンロード|お?入れ|用意|準備|お?使)"
)
"""Behind it: を開きます."""
MENU = re.compile(
    r"パスワード|番号|暗証|証明書|カード|リセット|選択|設定|予約|サービス$|はい$|次へ|ok"
)
"""What stands on a screen, and is no app's name."""
AN_APP = re.compile(r"アプリ|ソフト|インストール|ダウンロード")
"""The sentence is about an app."""
NAME_HEAD = re.compile(r"アプリ(?:名|の名)")
"""A head over the name."""


def app_name(look: Look) -> Iterator[Stated]:
    """The app that reserves: 「JPKI利用者ソフト」."""
    told = "。".join((look.text, look.context, *look.before[-2:]))
    wrong = _other_app(look) if _names(look, told) and not APART.search(look.text) else None
    known = NAME.search(look.text)
    anything = ANY_APP.search(look.text)
    if anything:
        yield _said(look, *anything.span())
    elif known and _refused(look.text, known):
        yield _said(look, *known.span())
    elif wrong is not None:
        yield _said(look, *wrong)
    elif known:
        yield Stated("app-name", "JPKI利用者ソフト", *known.span())
    elif other := OTHER_NAME.search(look.text):
        yield Stated("app-name", "JPKI暗証番号リセット", *other.span())
    elif "予約" in told:
        yield from _appless(look)


def _appless(look: Look) -> Iterator[Stated]:
    """That no app is needed: 専用のアプリは要りません。ブラウザで予約できます."""
    spared = NOT_NEEDED.search(look.text)
    if spared is None or "予約" not in look.text[spared.start() :] + look.near:
        return
    if ANOTHER.search(look.text[max(0, spared.start() - 3) : spared.end()]) is None:
        yield _said(look, *spared.span())


def _names(look: Look, told: str) -> bool:
    """Whether the sentence is about the app that reserves."""
    if RESERVING.search(told) or NAMED_ANY.search(look.text):
        return True
    titled = TITLE.search(look.sentence.row) or TITLE.search(look.sentence.column)
    return titled is not None and APART.search(look.sentence.row + look.sentence.column) is None


def _said(look: Look, start: int, end: int) -> Stated:
    words = look.sentence.quote(start, end)
    return Stated("app-name", Said(Words(f"「{words}」", f'"{words}"')), start, end)


def _refused(text: str, known: re.Match[str]) -> bool:
    """Whether a sentence says of the right app that it is not the one."""
    rest = text[known.end() : known.end() + 40].lstrip("」")
    denied = DENIED.match(rest)
    return denied is not None or UNUSED.search(rest) is not None


def _other_app(look: Look) -> tuple[int, int] | None:
    """Where another app is named as the one that reserves."""
    text = look.text[:LONGEST]
    titled = TITLE.search(look.sentence.row) or TITLE.search(look.sentence.column)
    if ASKED.search(text):
        return None
    answered = _answered(look)
    if answered is not None:
        return answered
    for begin, end in clauses(text):
        clause = text[begin:end]
        if believed(clause):
            continue
        for found in OTHERS.finditer(clause):
            after = text[begin + found.end() :].lstrip("」のアプリ")
            reserved = RESERVING.search(text + look.near) or any(
                RESERVING.search(each) for each in look.before[-1:]
            )
            if (
                REFUSED.match(after)
                or (NAME.search(clause) and not REFUSED.search(clause))
                or (NAME.search(after[:40]) and not reserved)
            ):
                continue
            if (titled and len(text) < 60) or _uses(
                look, text, begin + found.start(), begin + found.end()
            ):
                return begin + found.start(), begin + found.end()
    return _quoted(look, bool(titled))


def _answered(look: Look) -> tuple[int, int] | None:
    """A yes to the question whether another app reserves."""
    for telling in tellings(look):
        if (
            telling.offset
            and not telling.cell
            and not telling.denied
            and OTHERS.search(telling.text)
            and "予約" in telling.text
        ):
            return 0, len(look.text)
    return None


def _uses(look: Look, text: str, start: int, end: int) -> bool:
    """Whether the words behind another app say that it is used to reserve."""
    after, named = text[end:].lstrip("」"), text[start:end]
    after = ITS_APP.sub("", after)
    app = (
        "アプリ" in text[max(0, start - 12) : end + 12]
        or text[start - 1 : start] == "「"
        or "line" in named
    )
    means = WEB.search(named)
    over = look.near + "".join(look.before[-2:])
    if "予約" not in text and not (app and (RESERVING.search(over) or NAMED.search(text[:start]))):
        return False
    if means:
        return ON_WEB.match(after) is not None and RESERVES.search(after) is not None
    if NOT_THERE.match(after) or (NAME.search(text[end:]) and "の代わり" not in text):
        return False
    return app and SERVES.match(after) is not None


def _opened(look: Look, quoted: re.Match[str]) -> bool:
    """Whether a name is that of what one opens on the phone to reserve: スマホで「…」を開き."""
    text = look.text
    over = "".join((*look.before[-1:], look.near))
    return (
        look.sentence.block.number is None
        and ON_PHONE.search(text[: quoted.start()]) is not None
        and OPENED.match(text, quoted.end()) is not None
        and MENU.search(quoted["name"]) is None
        and RESERVING.search(text[quoted.end() :] + over) is not None
    )


def _quoted(look: Look, titled: bool) -> tuple[int, int] | None:
    """A name in quotes that is said to be an app's, and is none of the known."""
    for quoted in QUOTED.finditer(look.text):
        if (
            NAME.search(quoted["name"])
            or OTHER_NAME.search(quoted["name"])
            or OTHERS.search(quoted["name"])
        ):
            continue
        near = look.text[max(0, quoted.start() - 8) : quoted.end() + 14]
        if _opened(look, quoted):
            return quoted.span("name")
        if (
            CALLED.search(near)
            and not REFUSED.match(look.text[quoted.end() :])
            and AN_APP.search(look.text)
        ):
            return quoted.span("name")
    if (
        titled
        and look.text
        and not NAME.search(look.text)
        and not OTHER_NAME.search(look.text)
        and NAME_HEAD.search(look.sentence.row + look.sentence.column)
    ):
        return 0, len(look.text)
    return None
