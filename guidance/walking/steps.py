"""Which parts of a guide are steps at a device: its numbered lists, and at which device."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidance.document import Block, Kind
from guidance.look import Look
from guidance.walking.acts import acts
from guidance.walking.stage import KIOSK, PHONE
from guidance.walking.told import Told

AT_KIOSK = re.compile(
    r"マルチコピー|コピー機|コンビニ|トップメニュー|行政サービス|読み?取り?台|キオスク"
)
AT_PHONE = re.compile(
    r"アプリ|スマ(?:ホ|ートフォン)|かざ|背面|jpki|端末の(?:背面|裏)|予約番号」?(?:が|を)?(?:表示|出)"
)

HEADED = re.compile(r"^[「(]*(?:step|手順|ステップ)\.?(?P<number>[0-9]{1,2})")
"""A heading that is a step: the paragraphs under it tell what to do."""

OF_PASSWORD = re.compile(r"署名用[^、。]{0,16}(?:の|を)(?:初期化|再設定|リセット)(?!の鍵)")
OF_PIN = re.compile(r"利用者証明|4桁")
LONGEST_TITLE = 40


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
    """A numbered list, and the device that it begins at.

    `lead` is what stands directly before it; `of_password` says that it is the signing password
    that is reset.
    """

    device: str
    steps: tuple[Step, ...]
    lead: str = ""
    of_password: bool = False


def lists(looks: Sequence[Look]) -> Iterator[Steps]:
    """The numbered lists of a guide that tell acts at a device."""
    for group in (part for whole in _groups(looks) for part in _within(whole)):
        steps = tuple(_step(item) for item in group)
        if len(steps) > 1 and sum(len(step.acts) for step in steps) > 1:
            first = group[0][0].sentence
            yield _listed(steps, first.heads[-1:], looks[max(0, first.index - 2) : first.index])


def _listed(steps: tuple[Step, ...], head: Sequence[str], before: Sequence[Look]) -> Steps:
    """A list under its heading, and after the sentences before it."""
    over, lead = "".join(head), "".join(look.text for look in before)
    body = "".join(look.text for step in steps for look in step.looks)
    return Steps(
        _device(body, over + lead), steps, lead, _of_password(over) or _titled(before[-1:])
    )


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


def _within(group: list[list[Look]]) -> Iterator[list[list[Look]]]:
    """A group as it is; of headings with numbered lists under them, the lists: ステップ1 予約する."""
    inner = [part for item in group if _headed(item) for part in _groups(item[1:])]
    if any(len(part) > 1 for part in inner):
        yield from inner
    else:
        yield group


def _headed(item: Sequence[Look]) -> bool:
    return item[0].sentence.block.kind is Kind.HEADING


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


def _of_password(text: str) -> bool:
    """Whether a heading or a lead names the reset of the signing password alone."""
    return OF_PASSWORD.search(text) is not None and not OF_PIN.search(text)


def _device(body: str, over: str) -> str:
    """The device of a list: what most of its words are of, else what stands over it."""
    kiosk, phone = len(AT_KIOSK.findall(body)), len(AT_PHONE.findall(body))
    if kiosk != phone:
        return KIOSK if kiosk > phone else PHONE
    return KIOSK if AT_KIOSK.search(over) and not AT_PHONE.search(over) else PHONE
