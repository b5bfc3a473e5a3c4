"""Which parts of a guide are steps at a device: its numbered lists, and at which device."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidance.document import Block, Kind
from guidance.look import Look
from guidance.walking.acts import Told, acts
from guidance.walking.stage import KIOSK, PHONE

AT_KIOSK = re.compile(
    r"マルチコピー|コピー機|コンビニ|トップメニュー|行政サービス|読み?取り?台|キオスク"
)
AT_PHONE = re.compile(
    r"アプリ|スマ(?:ホ|ートフォン)|かざ|背面|jpki|端末の(?:背面|裏)|予約番号」?(?:が|を)?(?:表示|出)"
)


@dataclass(frozen=True)
class Step:
    """One numbered item: its sentences and the acts that each tells."""

    number: int
    looks: tuple[Look, ...]
    acts: tuple[tuple[Look, Told], ...]

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.looks[0].sentence.place(0).line


@dataclass(frozen=True)
class Steps:
    """A numbered list, and the device that it begins at."""

    device: str
    steps: tuple[Step, ...]
    lead: str = ""
    of_password: bool = False
    """Whether it is the signing password that is reset."""


def lists(looks: Sequence[Look]) -> Iterator[Steps]:
    """The numbered lists of a guide that tell acts at a device."""
    for group in _groups(looks):
        first = looks.index(group[0][0])
        steps = tuple(_step(item) for item in group)
        told = [each for step in steps for each in step.acts]
        if len(steps) < 2 or len(told) < 2:
            continue
        heads = group[0][0].sentence.heads
        over = heads[-1] if heads else ""
        lead = "".join(each.text for each in looks[max(0, first - 2) : first])
        body = "".join(look.text for step in steps for look in step.looks)
        yield Steps(
            _device(body, heads, lead),
            steps,
            lead,
            _of_password(over) or _titled(looks[first - 1 : first]),
        )


HEADED = re.compile(r"^[「(]*(?:step|手順|ステップ)\.?(?P<number>[0-9]{1,2})")
"""A heading that is a step: the paragraphs under it tell what to do."""


def _groups(looks: Sequence[Look]) -> Iterator[list[list[Look]]]:
    """Runs of steps: numbered items with all their sentences, or headings with what is under."""
    group: list[list[Look]] = []
    last: Block | None = None
    headed = False
    for look in looks:
        block = look.sentence.block
        if block is last or (headed and block.kind in (Kind.PARAGRAPH, Kind.ITEM) and group):
            group[-1].append(look)
            continue
        number = _number(look)
        if group and (number is None or number <= _first(group[-1]) or block.fresh):
            yield group
            group = []
        last = None
        if number is not None:
            group.append([look])
            last, headed = block, block.kind is Kind.HEADING
    if group:
        yield group


def _number(look: Look) -> int | None:
    """The number of a step that begins here; None when none does."""
    block = look.sentence.block
    if block.kind is Kind.ITEM:
        return block.number
    found = HEADED.match(look.text) if block.kind is Kind.HEADING else None
    return int(found["number"]) if found else None


def _first(item: Sequence[Look]) -> int:
    return _number(item[0]) or 0


def _step(item: list[Look]) -> Step:
    told = tuple((look, each) for look in item for each in acts(_act_text(look)))
    return Step(_first(item), tuple(item), told)


def _act_text(look: Look) -> str:
    """What a sentence tells, without the mark of a heading."""
    text = look.text.rstrip("。")
    found = HEADED.match(text)
    return " " * found.end() + text[found.end() :] if found else text


def _titled(before: Sequence[Look]) -> bool:
    """Whether the line before the list is a title by its look, and of the signing password."""
    last = before[0].text if before else ""
    return len(last) <= LONGEST_TITLE and not last.endswith("。") and _of_password(last)


LONGEST_TITLE = 40


def _of_password(text: str) -> bool:
    """Whether a heading or a lead names the reset of the signing password alone."""
    resets = (
        re.search(r"署名用[^、。]{0,16}(?:の|を)(?:初期化|再設定|リセット)(?!の鍵)", text)
        is not None
    )
    return resets and not re.search(r"利用者証明|4桁", text)


def _device(body: str, heads: Sequence[str], lead: str) -> str:
    kiosk, phone = len(AT_KIOSK.findall(body)), len(AT_PHONE.findall(body))
    if kiosk != phone:
        return KIOSK if kiosk > phone else PHONE
    over = (heads[-1] if heads else "") + lead
    return KIOSK if AT_KIOSK.search(over) and not AT_PHONE.search(over) else PHONE
