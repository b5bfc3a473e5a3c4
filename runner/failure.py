"""What a failing step says of itself: where it stands, and how it is written."""

import os
from collections.abc import Generator
from typing import Any

import pytest
from pytest_bdd.parser import Feature, Step

FAILED_STEP = pytest.StashKey[str]()


def pytest_bdd_step_error(
    request: pytest.FixtureRequest,
    feature: Feature,
    step: Step,
    step_func_args: dict[str, Any],
) -> None:
    """Remember which step failed, as the reader of the feature knows it."""
    file = os.path.relpath(feature.filename, request.config.invocation_params.dir)
    lines = [f"{file}:{step.line_number}", f"{step.keyword} {step.name}"]
    lines += [
        f"    {name} = {value!r}"
        for name, value in step_func_args.items()
        if isinstance(value, str | int | float)
    ]
    row = getattr(request.node, "row", None)
    if row is not None and row.values:
        cells = ", ".join(f"{name}={value}" for name, value in row.values.items())
        lines.append(f"    例: {cells}")
    request.node.stash[FAILED_STEP] = "\n".join(lines)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put the failed step before whatever else the report says."""
    report = yield
    if report.when == "call" and report.failed and FAILED_STEP in item.stash:
        step = ("失敗したステップ (failed step)", item.stash[FAILED_STEP])
        report.sections.insert(0, step)
    return report
