"""Has mutants judged, in a process of its own, and keeps the verdicts where mutmut keeps them."""

import hashlib
import json
import os
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tests.mutants.judge import BY_FEATURES, BY_OTHERS, PYTEST, SURVIVED, TESTS, UNREACHED
from tests.mutants.making import FOLDER, JUDGED, verdicts
from tests.mutants.mutant import Mutant

POLL_SECONDS = 0.3


class NotJudged(Exception):
    """The tests could not be run, or fail without a mutant; the message is what they said."""


def open_ones(mutants: Iterable[Mutant]) -> list[Mutant]:
    """Those about which the features or tests of today may say otherwise than is known.

    That a scenario notices a mutant stands until the function changes, or `mutants/` goes.
    """
    known = known_verdicts(mutants)
    standing = {BY_FEATURES}
    then, now = _judged_with(), fingerprints()
    if then.get("features") == now["features"]:
        standing.add(BY_OTHERS)
        if then.get("others") == now["others"]:
            standing |= {SURVIVED, UNREACHED}
    return [mutant for mutant in mutants if known[mutant.name] not in standing]


def all_judged(tests: dict[str, str]) -> None:
    """Note that everything was judged with these features and tests."""
    JUDGED.write_text(json.dumps(tests), encoding="utf-8")


def fingerprints() -> dict[str, str]:
    """One of all that makes the features run, one of the other tests."""
    return {
        "features": _fingerprint("features/*.feature", "steps/*.py", "runner/*.py"),
        "others": _fingerprint("tests/fakes/*", "tests/*.py"),
    }


def _fingerprint(*patterns: str) -> str:
    digest = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(Path().glob(pattern)):
            if path.is_file():
                digest.update(f"{path}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _judged_with() -> dict[str, str]:
    try:
        then: dict[str, str] = json.loads(JUDGED.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return then


def known_verdicts(mutants: Iterable[Mutant]) -> dict[str, int | None]:
    """What is known of each mutant, by its name; None where it was not judged yet."""
    known: dict[str, int | None] = {}
    for file in {mutant.file for mutant in mutants}:
        known |= verdicts(file).exit_code_by_key
    return known


def judge(mutants: Sequence[Mutant], noted: Callable[[int], object]) -> None:
    """Judge mutants; `noted` is told how many more are done. What is done is kept in any case."""
    if not mutants:
        return
    with tempfile.TemporaryDirectory(prefix="tejun-") as folder:
        asked, told = Path(folder, "asked"), Path(folder, "told")
        asked.write_text(json.dumps([[m.name, m.file, *m.reach] for m in mutants]))
        told.touch()
        try:
            _run(asked, told, noted)
        finally:
            _keep(mutants, dict(_lines(told)))


def _run(asked: Path, told: Path, noted: Callable[[int], object]) -> None:
    command = [*PYTEST, "-p", "tests.mutants.judge", "--asked", str(asked), "--told", str(told)]
    # As the tests are run by hand: in CI, properties are tried with thousands of examples.
    ours = ("CI", "PYTEST_ADDOPTS")
    environment = {name: text for name, text in os.environ.items() if name not in ours}
    # What runs while the tests are collected is noted as "stats" are.
    environment |= {"MUTANT_UNDER_TEST": "stats", "PYTHONUTF8": "1"}
    said = told.with_name("said")
    with said.open("w") as output:
        process = subprocess.Popen(
            [*command, *TESTS], cwd=FOLDER, env=environment, stdout=output, stderr=output
        )
        try:
            done = 0
            while process.poll() is None:
                time.sleep(POLL_SECONDS)
                count = told.read_bytes().count(b"\n")
                noted(count - done)
                done = count
        finally:
            process.terminate()
            process.wait()
    if process.returncode != 0:
        raise NotJudged(said.read_text(encoding="utf-8", errors="replace").strip())


def _lines(told: Path) -> Iterator[tuple[str, int]]:
    for line in told.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            name, verdict = json.loads(line)
            yield name, verdict


def _keep(mutants: Iterable[Mutant], found: dict[str, int]) -> None:
    by_file: dict[str, dict[str, int]] = defaultdict(dict)
    for mutant in mutants:
        if mutant.name in found:
            by_file[mutant.file][mutant.name] = found[mutant.name]
    for file, codes in by_file.items():
        data = verdicts(file)
        data.exit_code_by_key |= codes
        data.save()
