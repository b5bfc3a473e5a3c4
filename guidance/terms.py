"""The words that guides use for the things and doings of the procedure.

One pass over a sentence finds them all. Where two words could begin at the same place, the one
that stands first here is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


class Term(Enum):
    """What a word of a guide stands for."""

    # The secrets.
    PIN = "PIN"
    PASSWORD = "signing password"
    BOTH = "both secrets"
    OTHER_PIN = "another PIN of the card"
    SECRET = "some secret"
    # Things.
    CERTIFICATE = "digital-signature certificate"
    AUTHENTICATION_CERTIFICATE = "user-authentication certificate"
    NUMBER = "reservation number"
    IDENTITY = "identity document"
    CARD = "card"
    NFC = "NFC"
    FACE = "face match"
    BIOMETRICS = "biometric login"
    FEE = "fee"
    # Places and means.
    APP = "app"
    PHONE = "phone"
    COMPUTER = "computer"
    KIOSK = "kiosk"
    COUNTER = "counter"
    PORTAL = "portal"
    ONLINE = "online"
    # Doings.
    RESERVE = "reserve"
    RESET = "reset"
    RENEW = "renew"
    MISTAKE = "mistake"
    LOCK = "lock"
    ENTER = "enter"


WORDS: tuple[tuple[Term, str], ...] = (
    (
        Term.OTHER_PIN,
        r"(?:キャッシュ|クレジット)カードの?(?:暗証番号|番号)|(?:銀行|口座|ネットワーク|ゆうちょ)の?暗証番号|(?:住民基本台帳用?(?:の暗証番号)?|住基(?:ネット|アプリ)?用?|券面(?:事項)?(?:入力補助|確認|ap)?用?(?:の暗証番号)?|入力補助用)(?:情報用?)?(?:の)?(?:(?:・|、)?(?:暗証番号)?\(?(?:数字)?4桁\)?)?(?:の(?:暗証番号|番号))?",
    ),
    (
        Term.BOTH,
        r"(?:両方|双方|2つ|2種類|2種|どちら|いずれ|両者)(?:とも|共)?(?:の|も|を|が)?(?:暗証番号|パスワード|番号)|両方|双方|どちらも|いずれも|2つとも|両者|両パスワード|両暗証番号",
    ),
    (
        Term.CERTIFICATE,
        r"署名用(?:の)?(?:電子)?証明書(?!(?:の|用)?(?:の)?(?:暗証番号|パスワード|pw)|[((]?英数|[「」]?\(英数)",
    ),
    (
        Term.PASSWORD,
        r"sign_?pw|えいすうじの?(?:パスワード|暗証番号)?|署名用?(?:の)?(?:電子証明書)?(?:用)?(?:の)?[「]?(?:暗証番号|パスワード|pw)|署名(?:用|パスワード)(?:電子証明書)?|英数字?(?:混在|混じり|まじり|混合)?(?:の|を組み合わせた|が混ざった)?(?:長い(?:ほう|方)?の?|長めの)?(?:[0-9]+(?:桁|文字)?(?:〜|から)[0-9]+(?:桁|文字|ケタ|けた)の?)?(?:暗証番号|パスワード|pw)|長い(?:ほう|方)?の?(?:パスワード|暗証番号)|長い(?:ほう|方)(?=[はもをだ、。=]|が(?:分|わ|必|要)|の(?:番号|証明書))|(?:もう一方|もう片方|他方)の(?:長い)?(?:パスワード|暗証番号)|英数字?(?=[0-9]+)|英数字|[0-9]+(?:桁|文字)?〜[0-9]+(?:桁|文字|ケタ|けた)の?(?:パスワード|暗証番号|英数字)|確定申告書?の?(?:送信|提出)(?:時|の(?:とき|際))?(?:に|で)使う(?:パスワード|暗証番号)",
    ),
    (
        Term.AUTHENTICATION_CERTIFICATE,
        r"(?:ログイン|サインイン|利用者証明)(?:に使う|のための?|用)(?:ほう|方)?の?(?:電子)?証明書|利用者(?:証明)?用(?:の)?(?:電子)?証明書(?!(?:の|用)?(?:の)?(?:暗証番号|パスワード|pw)|等|\(?数字)",
    ),
    (
        Term.PIN,
        r"pin4|短い(?:ほう|方)(?=[はもをだ、。=]|が(?:分|わ|必|要)|の番号)|利用者(?:証明用?|用)(?:の)?(?:電子証明書)?(?:用)?(?:の)?(?:暗証番号|パスワード)?|利用者(?:の)?(?:電子証明書(?:用)?(?:の)?(?:暗証番号|パスワード)?|暗証番号|パスワード)|(?:数字)?(?:4|短い)(?:桁|ケタ|けた)(?:の)?(?:ほうの|方の|数字の)?(?:暗証番号|数字|番号|パスワード|pin)|数字4(?:桁|ケタ|けた)|4(?:桁|ケタ|けた)",
    ),
    (Term.NUMBER, r"予約番号|受付番号|予約no"),
    (Term.SECRET, r"(?:新しい)?暗証番号|パスワード|pin(?:コード)?"),
    (
        Term.IDENTITY,
        r"(?:顔写真付きの?)?(?:本人確認(?:の)?(?:書類|できるもの)|身分証明?書?|身元確認書類|運転免許証?|免許証|パスポート|旅券|(?:健康)?保険証|在留カード)|本人確認資料|顔写真付きの?(?:証明書|証書)|(?:顔)?写真の?(?:付|つ|入|載)[いっ][たて](?:いる)?(?:証明書|証書|書類|身分証)|ご?本人(?:だ|である)?と(?:分|わ)かる(?:書類|もの)|身元(?:を|が)(?:示す|分かる|わかる|証明する)(?:書類|もの)|ご?本人(?:だ|である)?(?:こと)?(?:と|を|が)(?:証明|確認|証)(?:する|できる|し得る)(?:書類|もの)|書類(?=のご?(?:提示|持参)|(?:は|も)(?:一切|特に|何も)?(?:不要|要|いり|いら|必要))",
    ),
    (Term.NFC, r"nfc|近距離(?:無線)?通信"),
    (Term.FACE, r"顔認証|顔照合|顔写真の?撮影|顔の?撮影"),
    (Term.BIOMETRICS, r"生体認証|指紋(?:認証)?|顔(?:認識|パス)"),
    (
        Term.CARD,
        r"マイナンバーカード|個人番号カード|マイナカード|カード(?!リーダ|読み取り台|読取台|内|の中|ケース)",
    ),
    (
        Term.APP,
        r"jpki利用者ソフト|jpki暗証番号リセット|公的個人認証サービス(?:の)?アプリ|(?:スマートフォン|スマホ)(?:用の?|の)?アプリ|アプリ|利用者ソフト",
    ),
    (Term.PHONE, r"スマートフォン|スマホ|携帯電話|携帯端末|携帯|iphone|android(?:端末)?"),
    (Term.COMPUTER, r"パソコン|pc(?![a-z])"),
    (
        Term.KIOSK,
        r"(?:提携|対応|対象|最寄りの|近くの|全国の)?(?:コンビニ(?:エンスストア)?|ストア)(?:等|など)?(?:に(?:ある|設置された)|の|・)?(?:マルチ)?(?:コピー機|端末|キオスク)?|マルチコピー機?|マルチ端末|キオスク(?:端末)?|コピー機|コンビニ|(?:提携|対応|対象|取扱|参加)?店(?:舗|頭)|(?:提携|対応|対象|取扱|参加)店|お店|店(?!員|長|主|内|名)|同店|同チェーン|複合機",
    ),
    (
        Term.COUNTER,
        r"(?:お住まいの|住民票のある|住所地の|住んでいる)?(?:市区町村|市町村|区市町村|自治体)(?:の|役所の?)?(?:役所|役場|窓口|担当課|庁舎)?(?:の窓口)?|(?:市|区|町|村)?役(?:所|場)(?:の|・役場の?)?(?:窓口)?|(?:市|区|町|村)(?:の|民)(?:窓口|課)|窓口|庁舎|市民課|住民課|区民課|戸籍住民課|対面",
    ),
    (Term.PORTAL, r"マイナポータル|マイナポ"),
    (Term.ONLINE, r"オンライン|ネット"),
    (
        Term.RESERVE,
        r"(?:初期化|再設定|リセット)?(?:の|を)?予約|事前(?:手続き|申込み?|申し込み)|申し込み|申込み?|申請",
    ),
    (Term.RENEW, r"更新|再発行|取り直|取得し直"),
    (
        Term.RESET,
        r"再設定|初期化|リセット|(?:設定|登録|決め|付け|つけ|作り|セットし)(?:し)?(?:直|なお)|書き?(?:換|替|か)え|上書き|再登録|(?:ロック|制限)(?:の|を|が)?(?:解除|解)|解除|復旧|復活|解消|書き込",
    ),
    (
        Term.MISTAKE,
        r"間違|まちが|誤入力|誤(?:っ|り|る|って)|入力ミス|ミス(?!回数カウンタ)|打ち損|照合に失敗|入力(?:を|に)?失敗|違う(?:番号|パスワード|暗証番号)",
    ),
    (Term.LOCK, r"ロック|閉塞|凍結"),
    (Term.ENTER, r"入力|打ち込|打つ|打ち|入れ(?:る|て|ま|直|なお)|テンキー|再入力|入れ"),
    (Term.FEE, r"手数料|料金|費用|代金|お金|無料|無償|有料|タダ|ただで"),
)

PATTERN = re.compile("|".join(f"(?P<{term.name}>{words})" for term, words in WORDS))

SECRETS = frozenset({Term.PIN, Term.PASSWORD, Term.BOTH, Term.OTHER_PIN})
PLACES = frozenset({Term.KIOSK, Term.COUNTER, Term.APP, Term.PHONE, Term.PORTAL, Term.ONLINE})


@dataclass(frozen=True)
class Found:
    """A word of the procedure in a sentence, from `start` up to `end`."""

    term: Term
    start: int
    end: int


@lru_cache(maxsize=8192)
def terms(text: str) -> tuple[Found, ...]:
    """All words of the procedure in a normal form, in order."""
    return tuple(_terms(text))


def _terms(text: str) -> Iterator[Found]:
    for found in PATTERN.finditer(text):
        assert found.lastgroup is not None
        yield Found(Term[found.lastgroup], found.start(), found.end())


def has(text: str, *wanted: Term) -> bool:
    """Whether a text has one of these words."""
    return any(found.term in wanted for found in terms(text))


def about(text: str, *wanted: Term) -> Term | None:
    """The last of these words that a text has."""
    named = [found.term for found in terms(text) if found.term in wanted]
    return named[-1] if named else None
