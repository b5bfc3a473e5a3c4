"""Which phone a guide asks for: what it must have besides NFC is what nobody has specified.

5Gに対応したスマートフォンをご用意ください.
"""

import re
from collections.abc import Iterator

from guidance.look import Look

PHONE = r"(?:スマ(?:ホ|ートフォン)|端末|機種|携帯(?:電話)?|もの|本体|機器)"
HAS = r"(?:に?対応(?:した|している|する|の)?|(?:を|が)?(?:搭載|内蔵)(?:した|された|している|の)?|(?:機能)?(?:付き|つき)の?|(?:機能)?(?:の|が)(?:ある|付いた|ついた|使える|できる|読める)|(?:機能)?を(?:備えた|持つ|持った|読める|使える))"
FEATURE = r"(?P<feature>[ァ-ヴーa-z0-9一-龠々][ァ-ヴーa-z0-9一-龠々の-]{1,24}?)"
ASKED = re.compile(
    rf"{FEATURE}{HAS}[^、。をがは]{{0,8}}?{PHONE}(?![^。]{{0,20}}(?:不要|なくて|問い|問わ))"
)
"""A feature before the phone: 指紋センサー付きのスマートフォン."""
NEEDED = re.compile(
    rf"(?:{PHONE}(?:の条件|の要件)?(?:は|が|には)|条件は)、?{FEATURE}(?:に対応(?:し(?!て(?:い)?な)|す)|(?:を|が)(?:搭載|内蔵|備え)(?:し)?(?!て(?:い)?な)|機能が(?:必要|要|あ)|が(?:必要|使える(?:もの|こと)))"
)
"""A feature behind it: 条件は、Wi-Fi 6に対応していること."""
LOOKED_UP = re.compile(
    rf"{PHONE}(?:に|が)(?P<feature>[^、。はがを]{{2,16}}?)(?:が(?:あ|付い|つい|備|搭載|入っ)|に対応して)[^、。]{{0,8}}?(?:か|こと)(?:を|どうか)?[^、。]{{0,8}}(?:確|調べ|見て)"
)
"""A feature that is to be looked up: 赤外線ポートがあるか確かめる."""
LABEL = re.compile(
    r"(?:必要な|使える|使う|対応(?:する|した)?)?(?:スマ(?:ホ|ートフォン)|端末|機種)(?:の条件|の要件|の種類)?$|対応機種|動作環境"
)
"""The head of a row over the phone."""
RIGHT = re.compile(
    r"nfc|近距離|非接触|かざして|おサイフ|フェリカ|felica|type|ic(?!レコ)|カード|読み?取|jpki|公的個人認証|アプリ|ソフト|予約|電子証明書|マイナ|証明書|手続|再設定|サービス|最新|os|android|iphone|版|バージョン|^機能$|^通信$|桁|番号|^(?:これ|それ|次|以下|下記|上記|手元|機種|電源|必要|条件|ケース|問題|自信|画面|表示|余裕|充電)"
)
"""NFC by its names, and what says no more than that the phone serves."""
OF_LOGIN = re.compile(r"生体|指紋認証|顔認証|ログイン|ロック解除")
"""Another matter."""


def phones(look: Look) -> Iterator[tuple[int, int]]:
    """The features that nobody has specified."""
    text, sentence = look.text, look.sentence
    over = look.context + "".join(look.before[-1:])
    if OF_LOGIN.search(text) or not re.search(r"予約|アプリ|スマ|準備", text + over):
        return
    cell = LABEL.search(sentence.row) or LABEL.search(sentence.column)
    for found in (*ASKED.finditer(text), *NEEDED.finditer(text), *LOOKED_UP.finditer(text)):
        about = re.search(r"スマ|端末|機種|携帯|機器", found.group()) or cell or "スマ" in text
        if about and not RIGHT.search(found["feature"]):
            yield found.span("feature")
            return
