"""Judge the tests by seeded defects: `make mutants`, which calls `python -m tests.mutants`.

Without anything, all mutants, and the figures go to `reports/mutants.json`. With `--changed REF`
only those on lines of the fakes that are other than in that commit: it ends with 1 when one of them
survives all tests and is not listed as equivalent.
"""

import argparse
import shutil
import sys
from collections.abc import Mapping, Sequence

from tqdm import tqdm

from reports import files
from reports.mutants import FILE, encode
from tests.mutants import equivalents, figures
from tests.mutants.aside import Aside
from tests.mutants.changed import NoSuchChange, changed_lines
from tests.mutants.judge import BY_FEATURES, BY_OTHERS
from tests.mutants.judging import (
    NotJudged,
    all_judged,
    fingerprints,
    judge,
    known_verdicts,
    open_ones,
)
from tests.mutants.making import FOLDER, make
from tests.mutants.mutant import Mutant


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge what is asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--changed", metavar="REF", help="only what is other than in this commit")
    parser.add_argument("--most", type=int, metavar="N", help="skip a change of more mutants")
    parser.add_argument("--anew", action="store_true", help="judge all, also what is known")
    parser.add_argument("--list", action="store_true", help="name what survives, judge nothing")
    asked = parser.parse_args(arguments)
    try:
        if asked.anew:
            shutil.rmtree(FOLDER, ignore_errors=True)
        if asked.changed:
            return _change(changed_lines(asked.changed), asked.most)
        return _list() if asked.list else _whole()
    except (NoSuchChange, NotJudged, equivalents.OutOfDate) as error:
        print(error, file=sys.stderr)
        return 2


def _whole() -> int:
    tests = fingerprints()
    mutants = make()
    same = equivalents.listed()
    equivalents.check(same, mutants)
    aside = Aside()
    aside.check(mutants)
    _judge([mutant for mutant in open_ones(mutants) if mutant.identity not in same])
    all_judged(tests)
    judged = figures.account(mutants, known_verdicts(mutants), same, aside)
    files.write(FILE, encode(judged))
    print(figures.table(judged))
    return 0


def _change(lines: Mapping[str, set[int]], most: int | None) -> int:
    if not lines:
        print("mutants: the change does not touch the fakes")
        return 0
    same = equivalents.listed()
    touched = [mutant for mutant in make() if mutant.line in lines.get(mutant.file, ())]
    if most is not None and len(touched) > most:
        print(f"mutants: skipped, {len(touched)} lie on changed lines, more than {most};")
        print("to judge them all: make mutants CHANGED=...")
        return 0
    counted = [mutant for mutant in touched if mutant.identity not in same]
    _judge(counted)
    alive = _alive(counted)
    print(f"mutants: {len(counted)} lie on changed lines, {len(alive)} of them survive all tests")
    for mutant in alive:
        print(f"  {mutant}")
    return 1 if alive else 0


def _list() -> int:
    """Name what no test notices, and what only the tests besides the features do."""
    mutants = make()
    same = equivalents.listed()
    counted = [m for m in mutants if m.identity not in same and not m.change.only_wording]
    known, aside = known_verdicts(counted), Aside()
    unknown = sum(known[mutant.name] is None for mutant in counted)
    if unknown:
        raise NotJudged(f"mutants: {unknown} were never judged here; `make mutants` judges them")
    for mutant in counted:
        if known[mutant.name] not in (BY_FEATURES, BY_OTHERS):
            print(f"survives: {mutant}")
        elif known[mutant.name] == BY_OTHERS and not aside.has(mutant):
            print(f"missed by the features: {mutant}")
    return 0


def _judge(mutants: Sequence[Mutant]) -> None:
    with tqdm(total=len(mutants), unit="mutant", disable=not sys.stderr.isatty()) as bar:
        judge(mutants, bar.update)


def _alive(mutants: Sequence[Mutant]) -> list[Mutant]:
    known = known_verdicts(mutants)
    return [
        mutant
        for mutant in mutants
        if known[mutant.name] not in (BY_FEATURES, BY_OTHERS) and not mutant.change.only_wording
    ]


if __name__ == "__main__":
    sys.exit(main())
