"""Situations that no scenario visits, as scenarios to be judged, in Gherkin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from runner.exploring.acts import COUNTER, KIOSK, PHONE
from runner.exploring.engine import Engine
from runner.exploring.ordering import NotWritable
from runner.exploring.situations import SOME, Situation
from runner.exploring.space import Reached
from runner.exploring.starts import Start
from runner.exploring.writing import SHOWS, Step, steps_to

DEVICES = {"スマートフォン": PHONE, "マルチコピー機": KIOSK, "窓口": COUNTER}
"""The devices by the names that journeys have for them."""

HEAD = """\
# language: ja
@candidate
機能: まだシナリオのない状況
  Situations that exploration reached and no scenario visits; each is to be judged, then adopted.
"""


@dataclass(frozen=True)
class Candidate:
    """A situation, and the scenario that comes to it; without steps it cannot be written.

    `lacking` then says for what there is no step.
    """

    situation: Situation
    start: str
    given: tuple[str, ...]
    steps: tuple[Step, ...]
    then: str
    lacking: str = ""

    @property
    def acts(self) -> int:
        """How many steps it takes from the start."""
        return len(self.steps)


def candidate(engine: Engine, start: Start, situation: Situation, reached: Reached) -> Candidate:
    """The scenario of a situation."""
    try:
        steps = steps_to(engine, reached, situation)
    except NotWritable as problem:
        return Candidate(situation, start.name, start.given, (), "", str(problem))
    then = SHOWS[DEVICES[situation.device]].format(_seen(situation))
    return Candidate(situation, start.name, start.given, tuple(steps), then)


def nearest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One scenario a situation: the one with the fewest steps, if one can be written at all."""
    best: dict[Situation, Candidate] = {}
    for each in candidates:
        known = best.setdefault(each.situation, each)
        if (bool(each.lacking), each.acts) < (bool(known.lacking), known.acts):
            best[each.situation] = each
    return sorted(
        best.values(), key=lambda each: (each.situation.device, each.acts, each.situation)
    )


def gherkin(candidates: Sequence[Candidate]) -> Iterator[str]:
    """A feature file with the candidates that can be written."""
    yield HEAD
    device = ""
    for number, each in enumerate(candidates, 1):
        if each.situation.device != device:
            device = each.situation.device
            yield f"\n  ルール: {device}\n"
        yield from _scenario(number, each)


def _scenario(number: int, each: Candidate) -> Iterator[str]:
    situation = each.situation
    screen = " ".join(situation.screen.splitlines())
    steps = f"{each.acts} step{'s' if each.acts > 1 else ''}"
    yield f"\n    シナリオ: {number} 「{screen}」で{situation.deed}と「{_seen(situation)}」\n"
    yield f'      Candidate {number}, from the start "{each.start}" in {steps}.\n'
    keyword = ""
    for step in [*(Step("前提", text) for text in each.given), *each.steps]:
        yield f"      {'かつ' if step.keyword == keyword else step.keyword} {step.text}\n"
        keyword = step.keyword
    yield f"      ならば {each.then}\n"


def _seen(situation: Situation) -> str:
    """Words of the screen at the end: its message, up to what differs from try to try."""
    title, _, message = situation.then.partition("\n")
    return max(message.split(SOME), key=len) or title
