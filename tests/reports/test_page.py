"""The document as text: everything of a run is in it, and nothing of it is markup."""

import datetime as dt
import json
import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from reports import document
from reports.document.text import marked, visible
from reports.run import Run, Screen, Step
from tests.reports.samples import PROBLEM, SETTINGS, outline, run, scenario

HOSTILE = [
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "</script><img src=x onerror=alert(1)>",
    "<!-- -->",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;",
    "制\x00御\x07文\x1b[31m字\u202e逆",
    "とても長いことば" * 400,
    "Averylongword" * 300,
    "\ud800",
]


class Page(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, its attributes and its id."""
        if tag in ("b", "text"):  # as many as a text has literal values, or lines in a picture
            return
        self.elements.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    @property
    def walks(self) -> dict[str, object]:
        """The journeys' data."""
        data = next(text for text in self.texts if text.startswith('{"screens"'))
        found: dict[str, object] = json.loads(data)
        return found


def hostile_run(text: str) -> Run:
    """A run in which every text is a hostile one."""
    made = scenario(text, "failed", english=text, tags=(text,))
    case = replace(made.cases[0], error=text, details=text)
    steps = (Step(text, text, 6, text, ((text,),), text),)
    made = replace(made, cases=(case,), steps=steps)
    screens = (Screen(text, text, (text,), text, False, ((text, text),)), SETTINGS)
    rows = outline(text + "2", {text: "passed"})
    whole = run(made, rows, screens=screens, problems=(replace(PROBLEM, message=text, where=text),))
    feature = replace(
        whole.features[0], name=text, english=text, uri=f"features/{text[:20]}.feature"
    )
    return replace(whole, features=(feature,), arguments=(text,))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_out_as_text(text: str) -> None:
    harmless, page = (
        Page(document.render(hostile_run("無害"))),
        Page(document.render(hostile_run(text))),
    )
    assert page.elements == harmless.elements
    assert [name for name, _ in page.attributes] == [name for name, _ in harmless.attributes]
    if text.isprintable():
        assert text in "".join(page.texts)
        assert page.walks["screens"][0]["title"] == text  # type: ignore[index]


def test_hostile_text_has_no_invisible_characters() -> None:
    for text in HOSTILE:
        page = document.render(hostile_run(text))
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\ud800-\udfff]", page)
    assert "制⟨0000⟩御⟨0007⟩文⟨001B⟩[31m字⟨202E⟩逆" in document.render(hostile_run(HOSTILE[6]))


def test_every_id_is_there_once() -> None:
    page = Page(document.render(run(scenario("一"), outline("二", {"1": "passed", "2": "failed"}))))
    assert len(page.ids) == len(set(page.ids))
    assert {"s1-1", "s1-2", "divergence-hours", "facts-a-fact", "assumptions-an-assumption"} <= set(
        page.ids
    )
    assert "value-tries" in page.ids


def test_a_scenario_written_twice_has_two_ids() -> None:
    page = Page(document.render(run(scenario("一"), scenario("二"))))
    links = [value for name, value in page.attributes if name == "href" and value]
    targets = {link.removeprefix("#") for link in links if link.startswith("#")}
    assert targets <= set(page.ids), "every link leads somewhere"


def test_a_failure_is_told_where_it_happened() -> None:
    page = document.render(run(scenario("一"), scenario("二", "failed")))
    assert "失敗があります" in page
    failed = page[page.index('class="wrong"') :]
    assert failed.index("見える") < failed.index("残り回数は2回です")
    assert "Traceback" in page


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [
        ("passed", "すべて成功しました"),
        ("failed", "シナリオのほかに問題があります"),
        ("interrupted", "途中で止められました"),
        ("crashed", "実行が異常終了しました"),
    ],
)
def test_the_outcome_is_said_first(outcome: str, verdict: str) -> None:
    page = document.render(run(scenario("一"), outcome=outcome))
    assert page.index(verdict) < page.index("述べたこと")
    assert sum(verdict in text for text in Page(page).texts) == 2, "in the title and in the page"


def test_the_verdict_is_never_better_than_what_ran() -> None:
    page = document.render(run(scenario("一"), scenario("二", "not run"), outcome="passed"))
    assert "実行した1件はすべて成功しました(1件は実行していません)" in page
    assert "すべて成功しました</" not in page.replace("実行した1件は", "")


def test_a_row_tells_its_own_failure() -> None:
    rows = outline("一", {"1": "passed", "2": "failed"})
    failed = replace(scenario("一", "failed").cases[0], row=("2",), id=f"{rows.id}-2")
    page = document.render(run(replace(rows, cases=(rows.cases[0], failed))))
    row = page[page.index(f'<tr id="{rows.id}-2"') :]
    assert row.index("ならば 見える → 残り回数は2回です") < row.index("</table>")


def test_times_are_those_of_japan() -> None:
    page = document.render(run(scenario("一")))
    assert "2026年11月23日 10:00:00(日本時間)" in page


def test_a_reason_is_told_without_what_pytest_adds() -> None:
    failed = scenario("一", "failed")
    error = "残り回数は3回です\nassert 3 == 2"
    failed = replace(failed, cases=(replace(failed.cases[0], error=error),))
    assert "assert 3 == 2" not in document.render(run(failed))
    bare = replace(failed, cases=(replace(failed.cases[0], error="assert 3 == 2"),))
    assert "assert 3 == 2" in document.render(run(bare))


def test_a_scenario_links_to_what_it_proves_and_to_the_values_it_pins() -> None:
    page = document.render(run(scenario("一", tags=("lock", "tries"))))
    article = page[page.index('<article class="scenario') : page.index("</article>")]
    for link in ("#s1-1", "#divergence-hours", "#facts-a-fact", "#assumptions-an-assumption"):
        assert f'href="{link}"' in article, link
    assert 'href="#value-tries"' in article
    assert 'data-tag="lock"' not in article, "its section's tag says nothing new"


def test_problems_are_said() -> None:
    assert "何かがおかしい" in document.render(run(scenario("一"), problems=(PROBLEM,)))


def test_a_statement_whose_scenario_is_gone_is_said() -> None:
    made = run(scenario("一"))
    lost = replace(made, features=())
    assert "シナリオがありません" in document.render(lost)
    assert "シナリオがありません" not in document.render(made)


def test_pages_that_stand_in_for_a_document() -> None:
    started = dt.datetime(2026, 2, 16, 10, 0)
    assert "終わっていません" in document.unfinished(started)
    page = Page(document.crashed(started, HOSTILE[0]))
    assert HOSTILE[0] in page.texts
    assert "script" not in page.elements


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("「1234」を入れる", '<b class="value">「1234」</b>を入れる'),
        ('types "1234"', 'types <b class="value">&#34;1234&#34;</b>'),
        ("<経過>が過ぎる", '<b class="hole">&lt;経過&gt;</b>が過ぎる'),
        ("「<b>」", '<b class="value">「&lt;b&gt;」</b>'),
        ("a < b > c", "a &lt; b &gt; c"),
    ],
)
def test_values_and_placeholders_are_marked(text: str, markup: str) -> None:
    assert re.sub(r"<b class=\"hole\">&lt; b &gt;</b>", "&lt; b &gt;", str(marked(text))) == markup


def test_line_breaks_stay() -> None:
    assert visible("一\n二\t三") == "一\n二\t三"
