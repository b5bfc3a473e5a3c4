"""The apps that a guide tells to reserve with, and of which nobody has specified that they do.

The right app is known (`app_name`), and so are those that are often taken for it; any other name
in its place is told of here: PayPayアプリから予約します.
"""

import re
from collections.abc import Iterator

from guidance.claims.app_name import APART, ASKED, NAME, OTHER_NAME, REFUSED
from guidance.claims.telling import believed
from guidance.look import Look
from guidance.terms import Term

ABOUT = re.compile(r"予約|初期化|再設定|リセット|インストール|ダウンロード|ストア|アプリ")
DOES = r"(?:使(?:う|い(?!ません)|って|え)|起動|開(?:く|き|い)|立ち上げ|入れ(?!替|換)|インストール|ダウンロード|追加|用意|選)"
OF_APP = re.compile(
    rf"(?:^|[、。はをにもで(])(?P<name>[ァ-ヴーa-z0-9一-龠々+-]{{2,20}}?)(?:の)?アプリ(?:」)?(?:から(?!の)|で(?:も|は)?(?!は?な)|を{DOES}|が(?:必要|要)|です|だ(?:。|$))"
)
"""A name before アプリ, where it is used: 楽天ペイのアプリで."""
QUOTED = re.compile(
    rf"「(?P<name>[^「」]{{2,24}})」(?:(?:という|と(?:いう)?)?(?:名前の|名の)?(?:アプリ|ソフト)?(?:から予約|で予約|を{DOES}|が(?:必要|要))|と検索し)"
)
"""A name in quotes: 「カードリーダー」と検索して."""
WEB = re.compile(
    r"(?P<name>予約(?:用の?|受付の?)?(?:サイト|(?:ホーム)?ページ|フォーム|画面のurl)|(?:ホームページ|ウェブサイト|webサイト|ブラウザー?)の?予約(?:ページ|フォーム|サイト)?)(?:を開|で予約|から予約|に(?:アクセス|入|進)|へ(?:アクセス|入|進))"
)
"""A page, which is no app: 予約サイトを開く."""
AFTER = re.compile(
    r"(?:アプリ|ソフト)(?:の名前|の名称|名)?(?:は|の)?、?「(?P<name>[^「」]{2,24})」"
)
"""A name behind アプリ."""
CLEFT = re.compile(
    r"(?:インストールする|ダウンロードする|入れる|起動する|使う|使用する|利用する|予約(?:に使う|する|できる))(?:アプリ|の|もの|ソフト)は、?(?:「(?=[^「」]{2,24}」))?(?P<name>[^、。はをがにで「」]{2,24}?)(?:の?アプリ)?」?(?:です|だ|である|。|$)"
)
"""A name that is said last: 入れるのは「マイナサイン」です."""
LABEL = re.compile(
    r"^(?:予約(?:に|で)?)?(?:使う|使用する|利用する|使用|利用|必要な|起動する)?(?:の)?(?:予約)?(?:用の?)?(?:アプリ|ソフト)(?:名|の名(?:前|称))?$"
)
"""The head of a row over the name."""
GENERIC = re.compile(
    r"^(?:(?:ステップ|手順|step)[0-9]+|スマ(?:ホ|ートフォン)(?:用|向け)?|専用|無料|公式|同|本|当該|予約(?:用|専用)?|対応|純正|利用|標準|携帯|端末|次|以下|下記|上記|所定|指定|国|この|その|同じ|上|別|他|公的個人認証(?:サービス)?|(?:再設定|初期化|リセット)(?:用)?|必要|手元|機種|自分|後|前|今|いま|先|最新(?:版)?|事前|再度|再び|一度|改めて|直接|先ほど|早め|同様|android|iphone|ios)(?:の)?$"
)
"""Words that name no app."""
LABELS = re.compile(
    r"暗証番号|リセット|予約番号|電子証明書|行政サービス|マイナンバーカード$|次へ|はい|ok|同意|開く|入手|再設定|確認|完了|ロック|4桁|番号"
)
"""What screens show, not apps."""


def other_apps(look: Look) -> Iterator[tuple[int, int]]:
    """The apps that nobody has specified."""
    text, sentence = look.text, look.sentence
    over = look.near + "".join(look.before[-1:])
    if APART.search(text) or APART.search(sentence.row or look.near) or ASKED.search(text):
        return
    if LABEL.search(sentence.row) or LABEL.search(sentence.column):
        if len(text) < 24 and _strange(text) and "アプリ" not in text[:3]:
            yield 0, len(text)
        return
    reserving = "予約" in text + over + look.context or look.place_at(0) is Term.APP
    if NAME.search(text) or not reserving or believed(text):
        return
    for pattern in (OF_APP, QUOTED, AFTER, CLEFT, WEB):
        for found in pattern.finditer(text):
            app = (
                pattern in (OF_APP, AFTER, WEB)
                or "予約" in found.group()
                or re.search(
                    r"アプリ|ソフト|ストア|検索|インストール|ダウンロード", text + look.near
                )
            )
            rest = text[found.end("name") :].lstrip("」のアプリ")
            if app and _strange(found["name"]) and not REFUSED.match(rest):
                yield found.span("name")
                return


def _strange(name: str) -> bool:
    known = NAME.search(name) or OTHER_NAME.search(name)
    return not known and not GENERIC.search(name) and not LABELS.search(name)
