"""Walking a guide's steps: each act is tried on the screen that stands there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guidance.findings import Finding
from guidance.look import Look
from guidance.walking import remarks
from guidance.walking.paths import path_to
from guidance.walking.remarks import Remark
from guidance.walking.stage import KIOSK, PHONE, Move, Stage, reading
from guidance.walking.steps import AT_KIOSK, Step, Steps
from guidance.walking.told import Does, Told

DEPTH = 3
"""So many skipped acts are looked for."""

TO_SEE = 2
"""So many are looked for before a text that shall be seen."""


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


@dataclass(frozen=True)
class Act:
    """An act as a step tells it, and the steps after that one."""

    step: Step
    look: Look
    told: Told
    later: tuple[Step, ...]


def walks(stage: Stage, lists: Sequence[Steps]) -> Iterator[Walk]:
    """Walk every list; the kiosk's after the app's have a reservation."""
    stage.reset()
    for listed in lists:
        if listed.device == PHONE:
            stage.reset()
        yield Walker(stage, listed).walk()


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
        walk, steps = self._walk, self._listed.steps
        if not self._listed.of_password:
            self._start_app()
            for act in _acts(steps):
                self._step(act)
            walk.done = self._stage.done(self._device)
        walk.other = walk.fitted < 2 or walk.fitted * 2 < walk.missed
        if walk.other:
            walk.findings = [_of_sentence(steps[0].looks[0], remarks.OTHER_PROCEDURE)]
        elif not walk.done:
            remark = remarks.not_done(self._device, self._stage.screen(self._device))
            walk.findings.append(_of_sentence(steps[-1].looks[-1], remark))
        return walk

    def _start_app(self) -> None:
        """Start the app where the lead of the list says so: アプリを起動したら、次のとおり."""
        lead, name = self._listed.lead, self._stage.policy.reset_app
        leads = self._device == PHONE and ("起動" in lead or "立ち上げ" in lead)
        if leads and name in self._stage.screen(PHONE).choices:
            self._do(Move(Does.PRESS, name))

    def _step(self, act: Act) -> None:
        """Do what an act tells, or find out why it does not fit."""
        told = act.told
        if told.does is not Does.AWAIT and AT_KIOSK.search(act.look.text) and self._reserved():
            self._device = KIOSK
        move = self._stage.fitting(self._device, told)
        pressed = told.does is Does.PRESS
        if told.wrong and pressed:
            self._say(act, remarks.wrong_machine(act.step, told, self._device))
        if told.wrong and not pressed:
            self._wrong_place(act)
        elif told.does is Does.AWAIT:
            self._await(act)
        elif move is None:
            self._search(act)
        elif self._stage.of_other_secret(self._device, move):
            label = self._stage.policy.authentication_label
            self._say(act, remarks.other_secret(act.step, move.label, label))
            self._fit(Move(Does.PRESS, label))
        else:
            self._fit(move)

    def _reserved(self) -> bool:
        """Whether the steps may go on at the kiosk: the app is at its end, or was only named."""
        told = self._walk.fitted + self._walk.missed
        return self._device == PHONE and (self._stage.done(PHONE) or not told)

    def _do(self, move: Move) -> None:
        self._stage.do(self._device, move)
        self._made.append(move)

    def _fit(self, move: Move) -> None:
        self._do(move)
        self._walk.fitted += 1

    def _wrong_place(self, act: Act) -> None:
        """The card is held to the screen, or set on the glass: done rightly all the same."""
        self._walk.fitted += 1
        self._say(act, remarks.wrong_place(act.step, act.told))
        if self._stage.screen(self._device).wants_card:
            self._do(reading(self._device))

    def _await(self, act: Act) -> None:
        """A text shall be seen: it is there, or something was left out before it, or never."""
        stage, device, label = self._stage, self._device, act.told.label
        if stage.shows(device, label):
            self._walk.fitted += 1
            return
        path = path_to(stage, device, lambda: stage.shows(device, label), TO_SEE)
        if path is not None:
            self._skipped(act, path)
            self._walk.fitted += 1
            return
        self._walk.missed += 1
        self._say(act, remarks.not_shown(act.step, device, label, stage.screen(device)))

    def _search(self, act: Act) -> None:
        """Find out why the act does not fit: something left out, done already, or wrong."""
        stage, device, told = self._stage, self._device, act.told
        if told.does is Does.START and self._made:
            return
        path = path_to(stage, device, lambda: stage.fitting(device, told) is not None, DEPTH)
        if path is not None:
            self._skipped(act, path)
        elif not any(stage.means(told, move) for move in self._made):
            self._walk.missed += 1
            self._wrong(act)
        elif not any(stage.means(told, move) for move in self._foretold):
            self._walk.missed += 1

    def _skipped(self, act: Act, path: list[Move]) -> None:
        """Do what was left out, and say so; what follows a wrong choice is forgiven."""
        left = path[self._forgiven :]
        self._forgiven = 0
        later = self._telling(act.later, left)
        if left and later is not None:
            self._foretold += left
            self._say(act, remarks.early(act.step, self._device, left, later))
        elif left:
            self._say(act, remarks.missing(act.step, left))
        for move in path:
            self._do(move)
        fitting = self._stage.fitting(self._device, act.told)
        if fitting is not None:
            self._fit(fitting)

    def _telling(self, steps: Sequence[Step], moves: Sequence[Move]) -> Step | None:
        """The first of the steps that tells one of the moves; None when none does."""
        for step in steps:
            for _, told in step.acts:
                if any(self._stage.means(told, move) for move in moves):
                    return step
        return None

    def _wrong(self, act: Act) -> None:
        """The act fits nowhere near: say what the device wants."""
        step, told, device = act.step, act.told, self._device
        screen = self._stage.screen(device)
        if told.does is Does.ENTER:
            asked = screen.field.label if screen.field else ""
            self._say(act, remarks.not_asked(step, device, told, asked))
            if asked:
                self._do(Move(Does.ENTER, asked))
        elif told.does in (Does.PRESS, Does.START):
            label = told.label or self._stage.policy.reset_app
            self._say(act, remarks.not_offered(step, device, label, screen))
            self._forgiven = 1
        else:
            self._say(act, remarks.no_card(step, device, screen))

    def _say(self, act: Act, remark: Remark) -> None:
        self._walk.findings.append(remark.at(act.look, act.told.start, act.told.end))


def _acts(steps: tuple[Step, ...]) -> Iterator[Act]:
    """All acts in order."""
    for index, step in enumerate(steps):
        for look, told in step.acts:
            yield Act(step, look, told, steps[index + 1 :])


def _of_sentence(look: Look, remark: Remark) -> Finding:
    """A finding about all that a sentence tells."""
    return remark.at(look, 0, len(look.text))
