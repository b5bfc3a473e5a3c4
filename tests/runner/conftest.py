"""A little project to run the runner on."""

from collections.abc import Callable
from pathlib import Path

import pytest

STEPS = '''
import pytest
from pytest_bdd import given, when, then, parsers

@given("りんごがある", target_fixture="apples")
def there_are_apples():
    """There are apples."""
    return []

@when(parsers.parse("りんごを{count:d}個もらう"))
def get_apples(apples, count):
    """One gets {count} apples."""
    apples.extend(range(count))

@then(parsers.parse("りんごは{count:d}個である"))
def apples_are(apples, count):
    """There are {count} apples."""
    assert len(apples) == count
'''

GOOD = """# language: ja
機能: りんご

  シナリオ: もらうと増える
    前提 りんごがある
    もし りんごを2個もらう
    ならば りんごは2個である
"""

Project = Callable[..., pytest.Pytester]


@pytest.fixture
def project(pytester: pytest.Pytester) -> Project:
    """Lay out steps and features; `project(feature=..., steps=...)` adds to the usual ones."""

    def lay_out(feature: str = GOOD, steps: str = "", name: str = "a") -> pytest.Pytester:
        pytester.makeconftest(STEPS + steps)
        pytester.makeini("[pytest]\naddopts = --strict-config\n")
        folder = Path(pytester.path) / "features"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.feature").write_text(feature, encoding="utf-8")
        return pytester

    return lay_out


@pytest.fixture
def run(pytester: pytest.Pytester) -> Callable[..., pytest.RunResult]:
    """Run pytest with the runner on the project."""

    def with_runner(*args: str) -> pytest.RunResult:
        plugins = ("-p", "runner.plugin", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")
        return pytester.runpytest(*plugins, *args)

    return with_runner
