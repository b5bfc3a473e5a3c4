"""Where a step puts or holds the card, and what it puts there: カードを用紙の取り出し口に置く."""

import re

from guidance.claims.brought import CARD, THING
from guidance.claims.spots import NOT_ITS, at_reader, serves
from guidance.walking.told import Does

WHERE = re.compile(r"(?P<where>[^、。をはがにへで「」()\s]{1,26}?)(?:の(?:上|うえ|中))?(?:に|へ)")
"""Where something is put, before its particle."""
WHAT = re.compile(r"(?P<what>[^、。をはがにへでとも「」()\s]{1,20})を")
"""What is put there."""
NOT_BACK = re.compile(
    r"(?P<where>(?:スマ(?:ホ|ートフォン)の|端末の|本体の)?(?:画面(?:の?側|の上|に)?|充電(?:口|端子)|端子|差し込み口|イヤホンジャック|前面|表(?:側|面)|側面|横|上側|正面|(?<!背面の)カメラ(?!の(?:ある|あたり|付|つい|横|近|下|側|そば|隣|周)|側の)))(?:側)?(?:に|へ)?[^、。]{0,8}(?:かざ|当て|密着|カード)"
)
"""The screen, the side: where the phone does not read a card."""
BACK = re.compile(r"背面|裏|うら|後ろ|うしろ|背中")
NOT_CARD = re.compile(
    r"(?P<what>運転免許証|免許証|健康保険証|保険証|パスポート|キャッシュカード|通知カード|交通系(?:ic)?カード|学生証)[^、。]{0,16}(?:かざ|セット|置|載せ|のせ|読み取)"
)
"""A card that is no My Number Card."""

OTHER_MACHINE = re.compile(
    r"(?P<where>[^、。をがはに「」()→]{0,12}?(?:atm|レジ|窓口|パソコン|タブレット|(?:写真|券売|精算|両替|自販|販売|発券|交付|印刷)機))(?:の[^、。「」]{0,8}?(?:画面|メニュー))?(?:で|から|にて)[、「]?$"
)
"""A machine on whose screens nothing of the procedure is pressed: 銀行のATMの最初の画面で."""


def wrong_machine(before: str) -> str:
    """The wrong machine that stands before a label, in the guide's words; else nothing."""
    found = OTHER_MACHINE.search(before)
    return found["where"] if found else ""


def wrong_place(clause: str, does: Does) -> tuple[str, bool]:
    """The wrong place or thing in the guide's words, and whether it is surely wrong; else nothing."""
    other = NOT_CARD.search(clause)
    if other is not None:
        return other["what"], True
    what = WHAT.search(clause)
    if what is not None and _no_card(what["what"]):
        return what["what"], False
    return _at_kiosk(clause) if does is Does.INSERT else _at_phone(clause)


def _at_kiosk(clause: str) -> tuple[str, bool]:
    """A place at the kiosk that is not its card reader."""
    named = [found["where"] for found in WHERE.finditer(clause)]
    wrong = next((where for where in named if not at_reader(where)), "")
    return wrong, NOT_ITS.search(wrong) is not None


def _at_phone(clause: str) -> tuple[str, bool]:
    """A place at the phone that is not its back."""
    front = NOT_BACK.search(clause)
    if front is not None and not BACK.search(clause):
        return front["where"], True
    named = [found["where"] for found in WHERE.finditer(clause)]
    return next((where for where in named if not serves(where)), ""), False


def _no_card(what: str) -> bool:
    """Whether a thing is neither the card nor the phone: 診察券."""
    known = CARD.search(what) or what.endswith("カード") or "スマ" in what
    return THING.search(what) is not None and not known
