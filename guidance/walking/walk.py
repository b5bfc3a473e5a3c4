"""Walking a guide's steps: each act is tried on the screen that stands there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fakes.words import Words
from guidance.findings import Finding, Level, Rule
from guidance.look import Look
from guidance.walking.acts import Does, Thing, Told
from guidance.walking.stage import KIOSK, PHONE, Move, Stage, same_label
from guidance.walking.steps import AT_KIOSK, Step, Steps

DEPTH = 3
"""How many skipped acts are looked for."""


@dataclass
class Walk:
    """The walk of one numbered list: how far it came, and what was not right."""

    line: int
    device: str
    steps: int
    fitted: int = 0
    missed: int = 0
    done: bool = False
    other: bool = False
    findings: list[Finding] = field(default_factory=list)


def walk(stage: Stage, listed: Steps) -> Walk:
    """Walk a list from the beginning of its device."""
    return Walker(stage, listed).walk()


class Walker:
    """Somebody who does what the steps say, one after the other."""

    def __init__(self, stage: Stage, listed: Steps) -> None:
        self._stage = stage
        self._listed = listed
        self._device = listed.device
        self._walk = Walk(listed.steps[0].line, listed.device, len(listed.steps))
        self._made: list[Move] = []
        self._foretold: list[Move] = []
        self._forgiven = 0

    def walk(self) -> Walk:
        """Do all steps; the walk is of another procedure when hardly anything fits."""
        if self._listed.of_password:
            self._walk.other = True
            self._walk.findings = [self._no_walk()]
            return self._walk
        self._begin()
        for index, step in enumerate(self._listed.steps):
            for look, told in step.acts:
                self._step(index, step, look, told)
        self._walk.done = self._stage.done(self._device)
        walk = self._walk
        walk.other = walk.fitted < 2 or walk.fitted * 2 < walk.missed
        if walk.other:
            walk.findings = [self._no_walk()]
        elif not walk.done:
            walk.findings.append(self._not_done())
        return walk

    @property
    def _name(self) -> str:
        return "スマートフォン" if self._device == PHONE else "マルチコピー機"

    def _begin(self) -> None:
        lead = self._listed.lead
        if self._device == PHONE and ("起動" in lead or "立ち上げ" in lead):
            self._start_app()

    def _start_app(self) -> None:
        name = self._stage.policy.reset_app
        if name in self._stage.screen(PHONE).choices:
            self._do(Move(Does.PRESS, name))

    def _do(self, move: Move) -> None:
        self._stage.do(self._device, move)
        self._made.append(move)

    def _step(self, index: int, step: Step, look: Look, told: Told) -> None:
        if told.does is not Does.AWAIT and AT_KIOSK.search(look.text) and self._reserved():
            self._device = KIOSK
        if told.wrong:
            self._wrong_place(step, look, told)
            return
        if told.does is Does.AWAIT:
            self._await(index, step, look, told)
            return
        move = self._stage.fitting(self._device, told)
        if move is None:
            self._search(index, step, look, told)
        elif self._wrong_target(move):
            label = self._stage.policy.authentication_label
            self._say(
                Rule.NO_SUCH_CHOICE,
                Level.ERROR,
                look,
                told,
                Words(
                    f"手順{step.number}: 「{move.label}」は署名用パスワードのほう。数字4桁は「{label}」",
                    f"step {step.number}: 「{move.label}」 is the signing password; the 4 digits are 「{label}」",
                ),
                label,
            )
            self._do(Move(Does.PRESS, label))
            self._walk.fitted += 1
        else:
            self._do(move)
            self._walk.fitted += 1

    def _wrong_target(self, move: Move) -> bool:
        policy = self._stage.policy
        choices = self._stage.screen(self._device).choices
        return move.label == policy.signature_label and policy.authentication_label in choices

    def _reserved(self) -> bool:
        """Whether the app has come to its end, so that the steps may go on at the kiosk."""
        return self._device == PHONE and self._stage.done(PHONE)

    def _search(self, index: int, step: Step, look: Look, told: Told) -> None:
        """Find out why the act does not fit: something left out, done already, or wrong."""
        if told.does is Does.START and self._made:
            return
        path = self._path_to(told)
        if path is not None:
            self._skipped(index, step, look, told, path)
            return
        if any(_means(self._stage, made, told) for made in self._made):
            if not any(_means(self._stage, each, told) for each in self._foretold):
                self._walk.missed += 1
            return
        self._walk.missed += 1
        self._wrong(step, look, told)

    def _path_to(self, told: Told) -> list[Move] | None:
        """The fewest moves after which the act fits; None when no few do."""
        here = self._stage.snapshot()
        paths: list[list[Move]] = [[]]
        try:
            for _ in range(DEPTH):
                longer = []
                for path in paths:
                    self._go(here, path)
                    for move in list(self._stage.moves(self._device)):
                        if self._wrong_target(move):
                            continue
                        self._go(here, [*path, move])
                        if self._stage.fitting(self._device, told) is not None:
                            return [*path, move]
                        longer.append([*path, move])
                paths = longer
        finally:
            self._stage.restore(here)
        return None

    def _go(self, here: object, path: Sequence[Move]) -> None:
        self._stage.restore(here)  # type: ignore[arg-type]
        for move in path:
            self._stage.do(self._device, move)

    def _skipped(self, index: int, step: Step, look: Look, told: Told, path: list[Move]) -> None:
        left = path[self._forgiven :] if self._forgiven else path
        self._forgiven = 0
        if left:
            later = [
                each.number
                for each in self._listed.steps[index + 1 :]
                for _, other in each.acts
                if any(_means(self._stage, move, other) for move in left)
            ]
            words = "、".join(move.words for move in left)
            if later:
                self._foretold += left
                text = Words(
                    f"手順{step.number}は順番が早い。{self._name}では、先に{words}(手順{later[0]})",
                    f"step {step.number} comes too early: the {self._device} first wants {words} (step {later[0]})",
                )
                self._say(Rule.WRONG_ORDER, Level.ERROR, look, told, text, words)
            else:
                text = Words(
                    f"手順{step.number}の前に、「{words}」が抜けている"
                    if "「" not in words
                    else f"手順{step.number}の前に抜けている: {words}",
                    f"before step {step.number} a step is missing: {words}",
                )
                self._say(Rule.STEP_MISSING, Level.WARNING, look, told, text, words)
        for move in path:
            self._do(move)
        fitting = self._stage.fitting(self._device, told)
        if fitting is not None:
            self._do(fitting)
            self._walk.fitted += 1

    def _wrong(self, step: Step, look: Look, told: Told) -> None:
        screen = self._stage.screen(self._device)
        if told.does is Does.ENTER:
            asked = screen.field.label if screen.field else ""
            name = told.label or told.thing.value
            text = Words(
                f"手順{step.number}: {self._name}は「{name}」の入力を求めない。求めるのは「{asked or 'なし'}」",
                f"step {step.number}: the {self._device} does not ask for 「{name}」 but for 「{asked or 'nothing'}」",
            )
            self._say(Rule.WRONG_ENTRY, Level.ERROR, look, told, text, asked)
            if asked:
                self._do(Move(Does.ENTER, asked))
            return
        if told.does in (Does.PRESS, Does.START):
            offers = "".join(f"「{each}」" for each in screen.choices) or screen.describe()
            label = told.label or self._stage.policy.reset_app
            self._say(
                Rule.NO_SUCH_CHOICE,
                Level.ERROR,
                look,
                told,
                Words(
                    f"手順{step.number}: {self._name}に「{label}」はない。選べるのは{offers}",
                    f"step {step.number}: there is no 「{label}」 on the {self._device}; it offers {offers}",
                ),
                offers,
            )
            self._forgiven = 1
            return
        self._say(
            Rule.WRONG_ENTRY,
            Level.WARNING,
            look,
            told,
            Words(
                f"手順{step.number}: {self._name}は、ここではカードを求めない。{screen.describe()}",
                f"step {step.number}: the {self._device} wants no card here: {screen.describe()}",
            ),
            screen.describe(),
        )

    def _wrong_place(self, step: Step, look: Look, told: Told) -> None:
        self._walk.fitted += 1
        right = "スマートフォンの背面" if told.does is Does.HOLD else "カード読み取り台"
        self._say(
            Rule.WRONG_ENTRY,
            Level.ERROR,
            look,
            told,
            Words(
                f"手順{step.number}: 「{told.wrong}」ではない。カードは{right}へ",
                f"step {step.number}: not 「{told.wrong}」; the card goes on {right}",
            ),
            right,
        )
        wants = Move(Does.HOLD if self._device == PHONE else Does.INSERT)
        if self._stage.screen(self._device).wants_card:
            self._do(wants)

    def _await(self, index: int, step: Step, look: Look, told: Told) -> None:
        if self._stage.shows(self._device, told.label):
            self._walk.fitted += 1
            return
        here = self._stage.snapshot()
        paths: list[list[Move]] = [[]]
        for _ in range(2):
            longer = []
            for path in paths:
                self._go(here, path)
                for move in list(self._stage.moves(self._device)):
                    self._go(here, [*path, move])
                    if self._stage.shows(self._device, told.label):
                        self._stage.restore(here)
                        self._skipped(index, step, look, told, [*path, move])
                        self._walk.fitted += 1
                        return
                    longer.append([*path, move])
            paths = longer
        self._stage.restore(here)
        self._walk.missed += 1
        screen = self._stage.screen(self._device)
        self._say(
            Rule.NO_SUCH_CHOICE,
            Level.ERROR,
            look,
            told,
            Words(
                f"手順{step.number}: {self._name}に「{told.label}」は表示されない。{screen.describe()}",
                f"step {step.number}: the {self._device} does not show 「{told.label}」 but {screen.describe()}",
            ),
            screen.describe(),
        )

    def _not_done(self) -> Finding:
        step = self._listed.steps[-1]
        screen = self._stage.screen(self._device)
        text = Words(
            f"最後の手順のあと、{self._name}での操作が終わっていない。{screen.describe()}",
            f"after the last step the {self._device} is not done: {screen.describe()}",
        )
        return _finding(
            Rule.NOT_DONE, Level.WARNING, step.looks[-1], 0, len(step.looks[-1].text), text, ""
        )

    def _no_walk(self) -> Finding:
        step = self._listed.steps[0]
        text = Words(
            "この手順は別の手続きのものと見て、実行していない",
            "these steps are of another procedure and were not walked",
        )
        return _finding(
            Rule.OTHER_PROCEDURE, Level.NOTE, step.looks[0], 0, len(step.looks[0].text), text, ""
        )

    def _say(
        self, rule: Rule, level: Level, look: Look, told: Told, text: Words, expected: str
    ) -> None:
        self._walk.findings.append(
            _finding(rule, level, look, told.start, told.end, text, expected)
        )


def _finding(
    rule: Rule, level: Level, look: Look, start: int, end: int, text: Words, expected: str
) -> Finding:
    place = look.sentence.place(start)
    part = look.sentence.quote(start, end)
    return Finding(
        rule,
        level,
        place.line,
        place.column,
        place.column + len(part),
        text,
        part,
        "",
        Words(part, part),
        Words(expected, expected) if expected else None,
    )


def _means(stage: Stage, move: Move, told: Told) -> bool:
    """Whether an act tells this move."""
    if told.does in (Does.PRESS, Does.START):
        return move.does is Does.PRESS and same_label(
            told.label or stage.policy.reset_app, move.label
        )
    if told.does is Does.ENTER:
        from guidance.walking.stage import enters

        return move.does is Does.ENTER and enters(told.thing, stage.thing(move.label))
    return told.does is move.does


def walks(stage: Stage, lists: Sequence[Steps]) -> Iterator[Walk]:
    """Walk every list; the kiosk's after the app's have a reservation."""
    stage.reset()
    for listed in lists:
        if listed.device == PHONE:
            stage.reset()
        yield walk(stage, listed)


__all__ = ["Thing", "Walk", "walks"]
