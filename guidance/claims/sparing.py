"""What is said to spare the PIN at login, where it is not biometrics.

Only biometric login is known to do so; any other means is one that nobody has specified:
プッシュ通知を設定すると、4桁を打たずにログインできます.
"""

import re
from collections.abc import Iterator

from guidance.claims.biometrics import BODY, CANNOT, ELSEWHERE, WITHOUT
from guidance.look import Look

LOGIN = re.compile(
    r"ログイン|サインイン|マイナポータル|入れ(?:ます|る)|次回|次から|以後|今後|これから"
)
"""The entry that is spared is that of a login."""
SECRET = re.compile(r"4桁|暗証番号|pin|番号|入力|パスワード")
NOUN = r"(?P<means>[^、。をはがにへで「」()]{2,24})"
SET = re.compile(
    rf"{NOUN}(?:を|に|も)[^、。をが]{{0,16}}?(?:設定|登録|有効|オン|on|利用|導入|連携|許可|使って|使い、|(?:[えけせてねべめれげ]ば|[るすくうぐぶむつ]と|たら|だら)(?=[、。4番入暗次以今ログ手な省打要不い]))"
)
"""A means that is set up: 二段階認証をオンにする."""
SWITCHED = re.compile(r"を[^、。を]{0,6}(?:設定|有効|オン|on|登録)")
"""Something is set up, as one does on a phone."""
BY = re.compile(
    r"(?:^|[、は])(?P<means>[^、。をはがにへで「」()]{2,24})で(?=[^、。]{0,16}(?:なし|せず|ずに|省|不要|代))"
)
"""A means by which one logs in: 認証コードで4桁なしに."""
CLEFT = re.compile(
    r"(?:4桁|暗証番号|番号|入力|打ち込み)[^、。]{0,10}?(?:代わり(?:に(?:なる|使える|できる))?|省(?:ける|略できる)|要らなく(?:なる|する)|なくせる|不要に(?:する|なる))(?:の|もの|方法|機能|設定)(?:は|が)、?(?P<means>[^、。はが]{2,24}?)(?:です|だ|である|。|$)"
)
"""A means that is named last: 4桁の代わりになるのは秘密の質問です."""
INSTEAD = re.compile(
    r"(?:4桁|番号|入力)[^、。]{0,6}代わりに、?(?P<means>[^、。はをが]{2,20}?)(?:で|を(?:使|用))[^。]{0,12}(?:ログイン|入れ|サインイン|開)"
)
"""A means that takes the place of the PIN: 4桁の代わりに似顔絵で."""
TROUBLE = re.compile(
    r"手間(?:は|が|も)[^。]{0,24}(?:な[くい]|省|減|消え|要らな)"
    r"|(?:4桁|番号|入力)[^。]{0,30}(?:省(?:け(?!な|ま?せ)|略でき(?!な|ま?せ))|(?:不要に|[要い]らなく)な)"
)
"""The typing, or its trouble, is spared."""
GENERIC = re.compile(
    r"設定$|機能$|これ|それ|この|その|あの|次|方法|アプリ(?:の設定)?$|スマ(?:ホ|ートフォン)$|端末$|マイナポータル$|カード|準備|手続き?|ボタン|画面|番号|4桁|暗証|パスワード|数字|ログイン|初回|一度|自分|本人|ソフト|手間|入力|何|後|とき|時|^認証$|上記|前述|同じ"
)
"""What names no means of its own."""


def sparing(look: Look) -> Iterator[tuple[int, int]]:
    """The means that nobody has specified."""
    text = look.text
    if BODY.search(text) or ELSEWHERE.search(text) or look.sentence.row:
        yield from _rowed(look)
        return
    for found in (*CLEFT.finditer(text), *INSTEAD.finditer(text)):
        if _strange(found["means"]):
            yield found.span("means")
    spared = WITHOUT.search(text) or TROUBLE.search(text)
    login = LOGIN.search(text) or SWITCHED.search(text) or look.place_at(0) is None
    if spared is None or not login or CANNOT.search(text):
        return
    for found in (*SET.finditer(text), *BY.finditer(text)):
        if found.start() < spared.end() and _strange(found["means"]):
            yield found.span("means")
            return


def _rowed(look: Look) -> Iterator[tuple[int, int]]:
    """A cell that says so of the means in the head of its row."""
    row, text = look.sentence.row, look.text
    if row and not BODY.search(row + text + look.sentence.column):
        told = WITHOUT.search(text) and LOGIN.search(row + text + look.sentence.column)
        if (
            told
            and re.search(r"設定|登録|機能|認証|通知", row)
            and _strange(row.split("の設定")[0])
        ):
            yield 0, len(text)


def _strange(means: str) -> bool:
    return GENERIC.search(means) is None and BODY.search(means) is None
