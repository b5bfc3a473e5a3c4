"""What there is to say of steps that do not go as they are told: 手順3の前に抜けている."""

from collections.abc import Sequence
from dataclasses import dataclass

from fakes.screen import Screen
from fakes.words import Words
from guidance.findings import Finding, Level, Rule
from guidance.look import Look
from guidance.walking.stage import PHONE, Move
from guidance.walking.steps import Step
from guidance.walking.told import Does, Told


@dataclass(frozen=True)
class Remark:
    """A finding without its place; `expected` is what the device wants."""

    rule: Rule
    level: Level
    text: Words
    expected: str = ""

    def at(self, look: Look, start: int, end: int) -> Finding:
        """The finding at a part of a sentence."""
        place, part = look.sentence.place(start), look.sentence.quote(start, end)
        return Finding(
            self.rule,
            self.level,
            place.line,
            place.column,
            place.column + len(part),
            self.text,
            part,
            "",
            Words(part, part),
            Words(self.expected, self.expected) if self.expected else None,
        )


def other_secret(step: Step, label: str, right: str) -> Remark:
    """The choice of the signing password, where the PIN is to be reset."""
    text = Words(
        f"手順{step.number}: 「{label}」は署名用パスワードのほう。数字4桁は「{right}」",
        f"step {step.number}: 「{label}」 is the signing password; the 4 digits are 「{right}」",
    )
    return Remark(Rule.NO_SUCH_CHOICE, Level.ERROR, text, right)


def early(step: Step, device: str, left: Sequence[Move], later: Step) -> Remark:
    """A step before which one must do what only a later step tells."""
    words = _in_words(left)
    text = Words(
        f"手順{step.number}は順番が早い。{_name(device)}では、先に{words}(手順{later.number})",
        f"step {step.number} comes too early: the {device} first wants {words} (step {later.number})",
    )
    return Remark(Rule.WRONG_ORDER, Level.ERROR, text, words)


def missing(step: Step, left: Sequence[Move]) -> Remark:
    """A step before which one must do what no step tells."""
    words = _in_words(left)
    quoted = f"手順{step.number}の前に抜けている: {words}"
    text = Words(
        quoted if "「" in words else f"手順{step.number}の前に、「{words}」が抜けている",
        f"before step {step.number} a step is missing: {words}",
    )
    return Remark(Rule.STEP_MISSING, Level.WARNING, text, words)


def not_asked(step: Step, device: str, told: Told, asked: str) -> Remark:
    """An entry that the device does not ask for."""
    name = told.label or told.thing.value
    text = Words(
        f"手順{step.number}: {_name(device)}は「{name}」の入力を求めない。求めるのは「{asked or 'なし'}」",
        f"step {step.number}: the {device} does not ask for 「{name}」 but for 「{asked or 'nothing'}」",
    )
    return Remark(Rule.WRONG_ENTRY, Level.ERROR, text, asked)


def not_offered(step: Step, device: str, label: str, screen: Screen) -> Remark:
    """A choice that the device does not offer, or that leads into another procedure."""
    offers = "".join(f"「{each}」" for each in screen.choices) or screen.describe()
    if label in screen.choices:
        text = Words(
            f"手順{step.number}: 「{label}」は別の手続きになる。選べるのは{offers}",
            f"step {step.number}: 「{label}」 leads into another procedure; there are {offers}",
        )
        return Remark(Rule.NO_SUCH_CHOICE, Level.ERROR, text, offers)
    text = Words(
        f"手順{step.number}: {_name(device)}に「{label}」はない。選べるのは{offers}",
        f"step {step.number}: there is no 「{label}」 on the {device}; it offers {offers}",
    )
    return Remark(Rule.NO_SUCH_CHOICE, Level.ERROR, text, offers)


def no_card(step: Step, device: str, screen: Screen) -> Remark:
    """A card that is held or set where the device wants none."""
    shown = screen.describe()
    text = Words(
        f"手順{step.number}: {_name(device)}は、ここではカードを求めない。{shown}",
        f"step {step.number}: the {device} wants no card here: {shown}",
    )
    return Remark(Rule.WRONG_ENTRY, Level.WARNING, text, shown)


def wrong_place(step: Step, told: Told) -> Remark:
    """A card that is held or set at a wrong place, or another card."""
    right = "スマートフォンの背面" if told.does is Does.HOLD else "カード読み取り台"
    text = Words(
        f"手順{step.number}: 「{told.wrong}」ではない。カードは{right}へ",
        f"step {step.number}: not 「{told.wrong}」; the card goes on {right}",
    )
    level = Level.ERROR if told.sure else Level.WARNING
    return Remark(Rule.WRONG_ENTRY, level, text, right)


def wrong_machine(step: Step, told: Told, device: str) -> Remark:
    """A label that is pressed on the screen of another machine."""
    text = Words(
        f"手順{step.number}: 「{told.wrong}」ではない。{_name(device)}で選ぶ",
        f"step {step.number}: not 「{told.wrong}」; it is chosen on the {device}",
    )
    return Remark(Rule.WRONG_ENTRY, Level.WARNING, text, _name(device))


def not_shown(step: Step, device: str, label: str, screen: Screen) -> Remark:
    """A text to wait for that the device does not show."""
    shown = screen.describe()
    text = Words(
        f"手順{step.number}: {_name(device)}に「{label}」は表示されない。{shown}",
        f"step {step.number}: the {device} does not show 「{label}」 but {shown}",
    )
    return Remark(Rule.NO_SUCH_CHOICE, Level.ERROR, text, shown)


def not_done(device: str, screen: Screen) -> Remark:
    """Steps that end before the device has done what they are for."""
    shown = screen.describe()
    text = Words(
        f"最後の手順のあと、{_name(device)}での操作が終わっていない。{shown}",
        f"after the last step the {device} is not done: {shown}",
    )
    return Remark(Rule.NOT_DONE, Level.WARNING, text)


OTHER_PROCEDURE = Remark(
    Rule.OTHER_PROCEDURE,
    Level.NOTE,
    Words(
        "この手順は別の手続きのものと見て、実行していない",
        "these steps are of another procedure and were not walked",
    ),
)


def _in_words(moves: Sequence[Move]) -> str:
    return "、".join(move.words for move in moves)


def _name(device: str) -> str:
    return "スマートフォン" if device == PHONE else "マルチコピー機"
