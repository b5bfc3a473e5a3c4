"""`python -m tests.benchmarks.load`: the runner beside its peers, on a generated load."""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from .load_files import Load
from .programs import PATIENCE, ROOT, BenchmarkError
from .report import machine

OPTIONS = ("-q", "-p", "no:faker", "-p", "no:hypothesispytest", "-p", "no:cacheprovider")
PYTEST = (sys.executable, "-m", "pytest", *OPTIONS)
RUNNERS: dict[str, tuple[str, ...]] = {
    "tejun's runner": (*PYTEST, "-p", "runner.plugin", "--rootdir=.", "features"),
    "tejun's runner -n 2": (*PYTEST, "-p", "runner.plugin", "--rootdir=.", "-n", "2", "features"),
    "behave": (sys.executable, "-m", "behave", "--no-color", "--format=progress", "features"),
    "plain pytest": (*PYTEST, "--rootdir=.", "plain_test.py"),
}
SLOW = {"bare pytest-bdd": (*PYTEST, "--rootdir=.", "test_binding.py")}
"""Left out unless asked for: minutes at thousands of scenarios."""


def read_options(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; a bad one ends the program with status 2."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.load", description=__doc__)
    parser.add_argument("--scenarios", type=int, nargs="+", default=[1000, 5000])
    parser.add_argument("--definitions", type=int, default=160, help="step definitions")
    parser.add_argument("--rounds", type=int, default=3, help="of each program (default: 3)")
    parser.add_argument("--bare", action="store_true", help="pytest-bdd without the runner too")
    return parser.parse_args(arguments)


def runners(bare: bool) -> dict[str, tuple[str, ...]]:
    """The programs to run: cucumber-js too, where npm has put it on the path."""
    found = {**RUNNERS, **(SLOW if bare else {})}
    javascript = shutil.which("cucumber-js")
    if javascript is not None:
        files = ("--require", "features/steps/all.js", "--format", "summary", "features")
        found["cucumber-js"] = (javascript, *files)
    return found


def seconds(name: str, command: tuple[str, ...], folder: Path) -> float:
    """Wall time of one whole process; raises `BenchmarkError` when it fails."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = perf_counter()
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    spent = perf_counter() - start
    if done.returncode != 0:
        raise BenchmarkError(f"{name} failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return spent


def measure(load: Load, rounds: int, bare: bool) -> dict[str, float]:
    """Medians of interleaved rounds, after one that is not counted."""
    spent: dict[str, list[float]] = {name: [] for name in runners(bare)}
    with tempfile.TemporaryDirectory(prefix="tejun-load-") as made:
        folder = Path(made)
        load.write(folder)
        for number in range(rounds + 1):
            for name, command in runners(bare).items():
                took = seconds(name, command, folder)
                if number:
                    spent[name].append(took)
    return {name: statistics.median(several) for name, several in spent.items()}


def main(arguments: list[str] | None = None) -> int:
    """Measure and print one table a size; the status is 2 when a program fails."""
    options = read_options(sys.argv[1:] if arguments is None else arguments)
    print(machine())
    try:
        for scenarios in options.scenarios:
            load = Load(scenarios, options.definitions)
            medians = measure(load, options.rounds, options.bare)
            ours = medians["tejun's runner"]
            print(f"\n{scenarios} scenarios, {options.definitions} definitions      s    x ours")
            for name, took in medians.items():
                print(f"   {name:28}{took:8.2f}{took / ours:9.2f}")
    except (BenchmarkError, subprocess.TimeoutExpired) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
