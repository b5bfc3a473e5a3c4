"""What the fakes call by one name, said in both languages."""

from fakes.words import Words
from reports.run import Act, Call, Entry, Exchange, Screen

DEVICES = {
    "スマートフォン": Words("スマートフォン", "Phone"),
    "マルチコピー機": Words("マルチコピー機", "Kiosk"),
    "窓口": Words("窓口", "Counter"),
    "窓口の端末": Words("窓口の端末", "Counter's terminal"),
}
SHAPES = {"スマートフォン": "phone", "マルチコピー機": "kiosk"}
"""How a device is drawn; any other is drawn as somebody who speaks."""

DEEDS = {
    "ホームボタンを押す": "Press the home button",
    "カードをかざす": "Hold the card to the phone",
    "カードを離す": "Take the card away",
    "カード読み取り台にカードをセットする": "Set the card on the tray",
    "カード読み取り台からカードを取る": "Take the card from the tray",
    "カードを渡す": "Hand the card over",
    "カードを受け取る": "Take the card back",
    "スマートフォンを再起動する": "Switch the phone off and on",
    "マルチコピー機が再起動する": "The kiosk restarts",
    "窓口の端末が再起動する": "The counter's terminal restarts",
}
CALLS = {
    "nonce": Words("使い捨ての値の請求", "ask for a fresh value"),
    "standing_of": Words("電子証明書の有効性の確認", "ask whether the certificate is valid"),
    "reserve": Words("予約の申し込み", "ask for a reservation"),
    "check": Words("予約番号の確認", "ask about the reservation number"),
    "prepare": Words("書き込みの許可の請求", "ask for permission to write"),
    "confirm": Words("書き込み完了の報告", "report that the card was written"),
}
OUTCOMES = {
    "ok": "よい",
    "unreachable": "つながらない",
    "arrived late": "遅れて届いた",
    "expired": "期限切れ",
    "revoked": "失効",
    "untrusted": "信頼できない",
    "refused, certificate untrusted": "断られた(証明書を信頼できない)",
    "refused, certificate expired": "断られた(証明書の期限切れ)",
    "refused, certificate revoked": "断られた(証明書の失効)",
    "refused, signature invalid": "断られた(署名が正しくない)",
    "refused, request not fresh": "断られた(古い申し込み)",
    "refused, number unknown": "断られた(予約番号がない)",
    "refused, number expired": "断られた(予約の期限切れ)",
    "refused, number not good yet": "断られた(まだ使えない予約番号)",
    "refused, number used": "断られた(使用済みの予約番号)",
    "refused, number replaced": "断られた(新しい予約に置きかわった予約番号)",
    "refused, number of another card": "断られた(ほかのカードの予約番号)",
}
BESIDES = {", but the answer is lost": "(返事は届かない)", ", twice": "(二重に届いた)"}
"""What else may be said of an outcome."""

TAGS = {
    "happy": "うまくいく例",
    "boundary": "境目",
    "failure": "うまくいかない例",
    "other_source": "案内にない事実",
    "assumption": "仮定",
    "divergence": "食い違い",
}


def same(name: str) -> Words:
    """A name that is the same in both languages, such as a label on a screen."""
    return Words(name, name)


def device(name: str) -> Words:
    """A device, or whatever reads cards."""
    return DEVICES.get(name, same(name))


def deed(kind: str, on: str, typed: str = "") -> Words:
    """What a person did."""
    if kind == "press":
        return Words(f"「{on}」を選ぶ", f"Choose 「{on}」")
    if kind == "enter":
        return Words(f"「{on}」に {typed} を入力する", f"Type {typed} into 「{on}」")
    return Words(on, DEEDS.get(on, on))


def on_the_wire(entry: Exchange | Call) -> Words:
    """An exchange with the card, or a call to the centre, on one line."""
    if isinstance(entry, Exchange):
        reader = device(entry.reader)
        return Words(f"{reader.ja} ⇄ カード: {entry.ja}", f"{reader.en} ⇄ card: {entry.en}")
    call = CALLS.get(entry.call, same(entry.call))
    outcome = _outcome(entry.outcome)
    return Words(f"予約センター: {call.ja} → {outcome}", f"Centre: {call.en} → {entry.outcome}")


def _outcome(told: str) -> str:
    """What came of a call, in Japanese."""
    for besides, japanese in BESIDES.items():
        if told.endswith(besides):
            outcome = told.removesuffix(besides)
            return OUTCOMES.get(outcome, outcome) + japanese
    return OUTCOMES.get(told, told)


def is_idle(act: Act, screens: tuple[Screen, ...]) -> bool:
    """Whether an act only makes sure of something: nothing was pressed, and nothing changed."""
    return act.kind == "do" and screens[act.before] == screens[act.after]


def worth_telling(entries: tuple[Entry, ...], screens: tuple[Screen, ...]) -> list[Entry]:
    """The entries without the acts that did nothing: no screen changed, no card was read."""
    told: list[Entry] = []
    for entry in entries:
        before = told[-1] if told else None
        read_card = isinstance(before, Exchange | Call)
        if isinstance(entry, Act) and is_idle(entry, screens) and not read_card:
            continue
        told.append(entry)
    return told
