"""The labels that a step names: what is pressed, what is entered, what shall be seen."""

import re
from collections.abc import Iterator

from fakes.policy import Policy
from guidance.normal import normal
from guidance.walking.placing import wrong_machine
from guidance.walking.told import Does, Told
from guidance.walking.typed import thing_of

QUOTED = re.compile(r"「(?P<label>[^「」]{1,40})」")
PRESS = re.compile(
    r"選(?:ぶ|び|ん|択)|押(?:す|し|さ)|おす(?!す)|おし(?!まい|え|らせ)|タップ|クリック|タッチ|開(?:く|き|い)|ひら(?:く|き)|進(?:む|み|ん)|すす(?:む|み)|起動|立ち?上|チェック|えら(?:ぶ|び|ん)|決定|指定|触(?:れ|る|り|っ)|ふれ|さわ(?:る|り|っ)|つつ[くい]|突[くい]|呼び出|入る|入り|入って"
)
PRESSES = re.compile(
    rf"^[^「」。]{{0,16}}?(?:{PRESS.pattern})|^(?:の?(?:ボタン|項目|画面|メニュー))?(?:へ|に)?[、。→]*$"
)
"""「次へ」を選ぶ."""

NOT_MEANT = re.compile(
    r"^(?:や「[^「」]*」)*(?:など)?(?:ではな|じゃな|では(?:あり|ござい)ません|は選ば|は押さ|を選ばな|を押さな|と並んで|と間違|とは(?:別|違)|のほうではな|など)"
)
"""「次へ」ではなく: a label that is named not to be pressed."""

ENTERS = re.compile(
    r"^(?:の番号|のパスワード|の暗証番号|欄)?(?:を|の|に|へ|は)?[^「」。]{0,14}?(?:入力|打ち込|打つ|打ち|打っ[てた]|入れ|テンキー)"
)
"""「予約番号」を入力."""

APPEARS = re.compile(
    r"^(?:という|との|の|と)?(?:メッセージ|表示|文字|画面|案内|番号)?(?:が|を|と|は)?[^「」。]{0,10}?(?:表示|出(?:す|る|れ|て|た|ま|し)|現れ|メッセージ|得る|確認|見届|確かめ|受け取|発行|なる|なれ)"
)
"""「完了しました」と表示されたら."""

NOTED = re.compile(
    r"を?[^「」。]{0,10}?(?:書き|書い|控え|ひかえ|メモ|記録|写し|写真|保存|撮[っり影]|スクリーンショット|覚え)"
)
"""「予約番号」を書きとめます: it is there to be noted."""

PRESSED = re.compile(rf"^[^「」。、]{{0,16}}?(?:{PRESS.pattern})")
PRESSED_FIRST = re.compile(r"^[^「」。]{0,4}(?:を|に)?(?:選|押|進)")
TO_BE_SEEN = re.compile(r"表示|出|入力")
STARTS = re.compile(r"^(?:という)?(?:の)?(?:アプリ)?(?:を|の)?(?:起動|立ち上|ひら|開)")
"""「…」を起動."""

APP = re.compile(r"アプリ|ソフト")

GENERIC = re.compile(
    r"ボタン|次へ|はい|いいえ|ok|確認|同意|決定|完了|戻る|進む|画面|項目|番号|指示|案内|手続き|メニュー|もの|ほう|方|ところ|言語|アプリ"
)
"""What screens have in general: of no such label can a guide be wrong."""

UNKNOWN = re.compile(
    rf"(?P<label>[^「」、。をにへが ]{{3,24}}?(?<!の))(?:って(?:ところ|いう[^、。]{{0,12}}の)?|という(?:ところ|項目|メニュー))?(?:を|に)(?:{PRESS.pattern})"
)
"""A label without quotes, before a word for pressing."""

BARE = re.compile(r"[一-龠々ァ-ヴーa-z0-9・()〜-]{3,24}")
"""A label that is all that a step says: 証明書交付."""

ALONE = re.compile(
    r"^(?:(?:トップ|トップメニュー|メニュー|画面|最初|初め|次|続いて|さらに|アプリを起動|で|の|から|→|[0-9]|\s)*)$"
)
"""メニューから: what stands before a label that is all that a step says."""

PRESSED_LATER = re.compile(rf"[^「」。]{{0,18}}?(?:{PRESS.pattern})")
TYPED = re.compile(r"[^「」。、]{0,12}?(?:入力|打|入れ)")
SHOWN = re.compile(r"(?:という|って|と|が)?[^「」。、]{0,8}(?:表示|出(?:る|れ|て|た|ま)|確認)")
OTHER_ACT = re.compile(r"カード|かざ|入力|セット")


def _labels() -> tuple[str, ...]:
    policy = Policy()
    shown = (
        policy.kiosk_reset_menu,
        policy.authentication_label,
        policy.signature_label,
        policy.reset_menu,
        policy.reset_app,
        policy.kiosk_card_menu,
        policy.kiosk_service,
        policy.kiosk_done,
        "予約番号",
    )
    return tuple(normal(each).value for each in shown)


LABELS = _labels()
APPEARING = LABELS[-2:]
"""Those that are no choices: they appear."""


def quoted(text: str) -> Iterator[Told]:
    """Labels in quotes: 「行政サービス」を選ぶ."""
    last = 0
    for found in QUOTED.finditer(text):
        label, after = found["label"], text[found.end() :]
        if not NOT_MEANT.match(after) and not label.isdigit():
            does = _does(after)
            if does is None and label in APPEARING and NOTED.match(after):
                does = Does.AWAIT
            if does is Does.PRESS:
                yield _pressed(text, *found.span(), label, after.split("「")[0])
            elif does is Does.ENTER:
                yield Told(does, *found.span(), label, thing_of(label, text[last:]))
            elif does is Does.AWAIT:
                yield Told(does, *found.span(), label)
        last = found.end()


def _does(after: str) -> Does | None:
    """What is told of a label, by what follows it; None when nothing is."""
    upto = after.split("「")[0]
    if "チェック" in upto:
        return Does.PRESS
    if ENTERS.match(upto) and not PRESSED_FIRST.match(upto):
        return Does.ENTER
    if APPEARS.match(upto) and not PRESSED.match(upto):
        return Does.AWAIT
    follows = "「" in after and not TO_BE_SEEN.search(upto)
    return Does.PRESS if follows or PRESSES.match(upto) else None


def _pressed(text: str, start: int, end: int, label: str, after: str) -> Told:
    """A press, or the start of an app: 「JPKI利用者ソフト」アプリを起動."""
    near = text[max(0, start - 6) : end] + after[:8]
    starts = STARTS.match(after) and (APP.search(near) or "jpki" in label)
    if starts:
        return Told(Does.START, start, end, label)
    return Told(Does.PRESS, start, end, label, wrong=wrong_machine(text[:start]), sure=False)


def unquoted(text: str) -> Iterator[Told]:
    """Labels that the screens have, named without quotes."""
    free = QUOTED.sub(lambda found: "」" * len(found.group()), text)
    taken: list[tuple[int, int]] = []
    for label in LABELS:
        start, end = free.find(label), free.find(label) + len(label)
        if start < 0 or any(first < end and start < last for first, last in taken):
            continue
        told = _free(free, start, end, label)
        if told is not None:
            taken.append((start, end))
            yield told
    if not taken and "」" not in free:
        yield from _unknown(free)


def _free(text: str, start: int, end: int, label: str) -> Told | None:
    """What is told of a label of the screens; None when it is only spoken of."""
    before, after = text[:start], text[end:]
    if label in APPEARING:
        return Told(Does.AWAIT, start, end, label) if SHOWN.match(after) else None
    pressed = PRESSED_LATER.match(after) and not TYPED.match(after)
    if pressed or (not after.strip("。、→ ") and _leads(before)):
        return _pressed(text, start, end, label, after)
    return None


def _leads(before: str) -> bool:
    """Whether what stands before the last word of a step leads to it: トップメニュー→."""
    return bool(ALONE.match(before)) or before.rstrip().endswith(("メニュー", "→", "トップ"))


def _unknown(text: str) -> Iterator[Told]:
    """A label that no screen has."""
    bare = text.strip("。 ")
    if BARE.fullmatch(bare) and not GENERIC.search(bare) and not OTHER_ACT.search(bare):
        yield Told(Does.PRESS, text.index(bare), text.index(bare) + len(bare), bare)
        return
    unknown = UNKNOWN.search(text)
    if unknown and not GENERIC.search(unknown["label"]) and not OTHER_ACT.search(text):
        yield Told(Does.PRESS, *unknown.span("label"), unknown["label"])
