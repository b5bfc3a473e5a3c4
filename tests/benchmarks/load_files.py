"""A generated load: scenarios of eight steps, for every runner the same, none of them waiting."""

import random
from dataclasses import dataclass
from pathlib import Path

KINDS = ("given", "when", "then")
SHAPE = ("given", "given", "given", "when", "when", "when", "then", "then")
PER_FILE = 100

CONFTEST = """import pytest
from pytest_bdd import given, parsers, then, when

@pytest.fixture
def counts():
    return []
"""
ENVIRONMENT = "def before_scenario(context, scenario):\n    context.counts = []\n"
BINDING = 'from pytest_bdd import scenarios\n\nscenarios("features")\n'
PLAIN = """import pytest

@pytest.fixture
def counts():
    return []

def step(counts, count, name):
    counts.append(count)
"""
JAVASCRIPT = """const { Before, Given, When, Then } = require('@cucumber/cucumber')
Before(function () { this.counts = [] })
"""


@dataclass(frozen=True)
class Load:
    """How many scenarios, drawn from how many step definitions."""

    scenarios: int
    definitions: int

    def write(self, folder: Path) -> None:
        """Lay out the same load for pytest, pytest-bdd, behave and cucumber-js."""
        features = folder / "features"
        (features / "steps").mkdir(parents=True)
        (folder / "conftest.py").write_text(CONFTEST + self._pytest_bdd())
        (folder / "test_binding.py").write_text(BINDING)
        (folder / "plain_test.py").write_text(PLAIN + self._plain())
        (features / "environment.py").write_text(ENVIRONMENT)
        (features / "steps" / "all.py").write_text(self._behave())
        (features / "steps" / "all.js").write_text(JAVASCRIPT + self._javascript())
        draw = random.Random(1)
        for first in range(0, self.scenarios, PER_FILE):
            last = min(first + PER_FILE, self.scenarios)
            text = "".join(self._scenario(draw, number) for number in range(first, last))
            path = features / f"f{first:05}.feature"
            path.write_text(f"Feature: load {first}\n\n{text}")

    def _scenario(self, draw: random.Random, number: int) -> str:
        lines = [f"  Scenario: scenario {number}"]
        for kind in SHAPE:
            step = draw.randrange(self.definitions // 3) * 3 + KINDS.index(kind)
            count, name = draw.randrange(1000), f"n{draw.randrange(50)}"
            text = f"the {kind} number {step} of {count} things called {name}"
            lines.append(f"    {kind.title()} {text}")
        return "\n".join([*lines, "", ""])

    def _kinds(self) -> list[tuple[int, str]]:
        return [(number, KINDS[number % 3]) for number in range(self.definitions)]

    def _pytest_bdd(self) -> str:
        return "".join(
            f'\n@{kind}(parsers.parse("the {kind} number {number} of {{count:d}} things'
            f' called {{name}}"))\ndef _(counts, count, name):\n    counts.append(count)\n'
            for number, kind in self._kinds()
        )

    def _behave(self) -> str:
        return "from behave import given, then, when\n" + "".join(
            f'\n@{kind}("the {kind} number {number} of {{count:d}} things called {{name}}")\n'
            f"def _(context, count, name):\n    context.counts.append(count)\n"
            for number, kind in self._kinds()
        )

    def _javascript(self) -> str:
        return "".join(
            f"{kind.title()}('the {kind} number {number} of {{int}} things called {{word}}',"
            f" function (count, name) {{ this.counts.push(count) }})\n"
            for number, kind in self._kinds()
        )

    def _plain(self) -> str:
        body = "".join(f'    step(counts, {number}, "n")\n' for number in range(len(SHAPE)))
        return "".join(f"\ndef test_{number}(counts):\n{body}" for number in range(self.scenarios))
