"""What shows that the reset is done: 「再設定が完了しました」と出れば終わりです."""

import re
from collections.abc import Iterator

from guidance.claims.base import Stated, said
from guidance.claims.verdicts import CONTRAST
from guidance.look import Look
from guidance.terms import Term

LABEL = r"「(?P<label>[^「」]{3,30})」"
END = r"(?:ゴール|終わり|おしまい|完了|終了|成功|最後|仕上げ|しめくくり|合図|目印|しるし|印|サイン)"
NAMED = re.compile(
    rf"{END}(?:の(?:合図|目印|しるし|印|サイン|画面|表示|メッセージ|言葉))?(?:は|が|を示すのは|を知らせるのは|:)、?[^「」。]{{0,16}}{LABEL}"
)
"""ゴールは「…」の表示です."""
SEEN = re.compile(
    rf"{LABEL}(?:と|が|の|という)[^「」。]{{0,12}}?(?:出|表示|現れ|見え|なっ|映|告げ)[^、。「」]{{0,6}}?(?:ば|たら|と|て|まで)、?(?P<rest>[^。「」]{{0,20}}?(?:終わ|完了|おしまい|成功|済み|終了|ゴール|手続きは(?:済|完)))"
)
"""「…」と出れば終わり."""
OF_RESERVATION = re.compile(r"予約(?:は|が|の(?:完了|終わり|手続き))|予約$")
"""The end of the reservation, not of the reset."""
RESET_DONE = re.compile(
    r"(?:再設定|初期化|手続き?|変更|設定|リセット|登録)[^「」]{0,10}(?:完了|終了|終わ|成功)|^(?:完了|終了|成功)"
)
"""Words that say that the reset is done."""
CLAIM = "kiosk-done"


def ending(look: Look) -> Iterator[Stated]:
    """The text that tells at the kiosk that the reset is done."""
    if look.sentence.block.number is not None or look.place_at(len(look.text)) is not Term.KIOSK:
        return
    for pattern in (NAMED, SEEN):
        for found in pattern.finditer(look.text):
            around = look.text[max(0, found.start() - 12) : found.start()]
            rest = found.groupdict().get("rest") or ""
            if OF_RESERVATION.search(around + rest) or CONTRAST.match(look.text, found.end()):
                continue
            if not RESET_DONE.search(found["label"]) or "予約" in found["label"]:
                yield said(look, CLAIM, *found.span("label"))
