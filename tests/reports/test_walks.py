"""The data from which the page draws journeys."""

import json
import re
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from fakes.centre.centre import CentreWire
from fakes.centre.line import ANSWER_LOST, ARRIVED_LATE, ARRIVED_TWICE
from fakes.centre.messages import Refusal
from fakes.certificates import Distrust
from reports.document import wording
from reports.document.keywords import kinds
from reports.document.walks import walks_json
from reports.run import Act, Call, Exchange, Step, Walked
from tests.reports.samples import AT, HOME, SETTINGS, run, scenario

FAKES = Path(__file__).parents[2] / "fakes"
SCREENS = (HOME, SETTINGS)
IDLE = Act(AT, "スマートフォン", "do", "ホームボタンを押す", "", 0, 0)
READ = Act(AT, "スマートフォン", "do", "カードをかざす", "", 0, 0)
PRESSED = Act(AT, "スマートフォン", "press", "設定", "", 0, 1)
WIRE = Exchange(
    AT, "窓口の端末", "公的個人認証の選択 (SELECT) → 成功 (9000)", "SELECT JPKI → 9000 ok"
)
CALL = Call(AT, "check", "refused, number expired")


def test_acts_that_did_nothing_are_left_out() -> None:
    assert wording.worth_telling((IDLE, PRESSED, IDLE), SCREENS) == [PRESSED]
    assert wording.worth_telling((IDLE, WIRE, READ), SCREENS) == [WIRE, READ], "it read the card"


def data(*entries: Any) -> dict[str, Any]:
    made = scenario("一")
    steps = (Walked("passed", entries=entries), Walked("passed"))
    made = replace(made, cases=(replace(made.cases[0], steps=steps),))
    read: dict[str, Any] = json.loads(walks_json(run(made)))
    return read


def test_what_happened_is_told_in_both_languages() -> None:
    told = data(PRESSED, WIRE, CALL)
    ((_, _, ((text, result, _, given, entries), _)),) = told["cases"].values()
    assert told["texts"][text] == ["もし", "When", "「一」を選ぶ", 'One chooses "一".']
    assert (result, given) == ("passed", 0)
    act, wire, call = entries
    assert act[0] == AT
    assert [told["words"][place] for place in (act[1], act[3], wire, call)] == [
        ["スマートフォン", "Phone"],
        ["「設定」を選ぶ", "Choose 「設定」"],
        [
            "窓口の端末 ⇄ カード: 公的個人認証の選択 (SELECT) → 成功 (9000)",
            "Counter's terminal ⇄ card: SELECT JPKI → 9000 ok",
        ],
        [
            "予約センター: 予約番号の確認 → 断られた(予約の期限切れ)",
            "Centre: ask about the reservation number → refused, number expired",
        ],
    ]
    assert told["screens"][act[5]]["title"] == "設定"


def test_all_that_the_fakes_say_is_said_in_both_languages() -> None:
    reasons = {f"refused, {reason.value}" for reason in Refusal}
    standings = {distrust.value for distrust in Distrust}
    assert set(wording.OUTCOMES) == {"ok", "unreachable", ARRIVED_LATE, *reasons, *standings}
    assert set(wording.BESIDES) == {ANSWER_LOST, ARRIVED_TWICE}
    calls = {name for name in vars(CentreWire) if not name.startswith("_")}
    assert set(wording.CALLS) == calls
    sources = [path.read_text(encoding="utf-8") for path in FAKES.rglob("*.py")]
    deeds = {deed for source in sources for deed in re.findall(r'Deed\("do", "(.+?)"\)', source)}
    assert set(wording.DEEDS) == deeds


def test_and_goes_on_with_the_kind_before() -> None:
    words = ("前提", "かつ", "もし", "かつ", "ならば", "しかし")
    steps = [Step(word, "x", 1) for word in words]
    assert kinds(steps) == ["Given", "Given", "When", "When", "Then", "Then"]


def test_nothing_in_it_can_end_the_element() -> None:
    made = scenario("</script><!--")
    text = str(walks_json(run(made)))
    assert not set("<>&") & set(text)


def test_a_lost_answer_is_said_in_both_languages() -> None:
    told = wording.on_the_wire(Call(AT, "reserve", "ok, but the answer is lost"))
    assert told.ja == "予約センター: 予約の申し込み → よい(返事は届かない)"
    assert told.en == "Centre: ask for a reservation → ok, but the answer is lost"
    assert wording.on_the_wire(Call(AT, "confirm", "arrived late")).ja.endswith("→ 遅れて届いた")
