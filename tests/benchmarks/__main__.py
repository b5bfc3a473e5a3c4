"""`python -m tests.benchmarks [--rounds N] [--json FILE]`."""

import argparse
import sys
import tempfile
from pathlib import Path

from .figures import Figures, Runs
from .programs import COMMANDS, BenchmarkError, run
from .report import table, write_json
from .stage import set_stage


def positive(text: str) -> int:
    """Read a number of rounds."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def read_options(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; a bad one ends the program with status 2."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description="What the Gherkin layer costs: pytest-bdd, behave, and neither, side by side.",
    )
    parser.add_argument("--rounds", type=positive, default=3, help="of each program (default: 3)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measurements there")
    return parser.parse_args(arguments)


def measure(rounds: int) -> Runs:
    """Run all programs in turn, round by round, so that a slow minute is shared by all.

    The round before the first is not counted: it leaves the compiled modules for the others.
    """
    runs: Runs = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory(prefix="tejun-benchmarks-") as made:
        directory = Path(made)
        set_stage(directory)
        for number in range(rounds + 1):
            for name, several in runs.items():
                done = run(name, directory)
                if number > 0:
                    several.append(done)
    return runs


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; the status is 2 when there is nothing to compare."""
    options = read_options(sys.argv[1:] if arguments is None else arguments)
    try:
        runs = measure(options.rounds)
        figures = Figures.of(runs)
        print(table(figures, options.rounds))
        if options.json is not None:
            write_json(options.json, figures, runs)
    except (BenchmarkError, OSError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
