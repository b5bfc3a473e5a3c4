"""The account of a judgement, module by module."""

import datetime as dt
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from importlib.metadata import version
from itertools import groupby

from reports.mutants import Judged, Module, Survivor, score
from tests.mutants.aside import Aside
from tests.mutants.equivalents import Identity
from tests.mutants.judge import BY_FEATURES, BY_OTHERS
from tests.mutants.mutant import Mutant

PROCEDURE = (
    *(f"fakes/card/{name}.py" for name in ("authorised", "card", "chip", "memory", "standard")),
    *("fakes/phone/*", "fakes/kiosk/*", "fakes/centre/*"),
    *(f"fakes/{name}.py" for name in ("contact", "counter", "hours", "new_secret", "portal")),
)
"""The modules that carry the procedure: a defect in one of them is one of what the guide tells."""


def account(
    mutants: Iterable[Mutant],
    known: Mapping[str, int | None],
    equivalent: set[Identity],
    aside: Aside,
) -> Judged:
    """Count what was judged; the mutants come file by file."""
    modules = [
        _module(file, list(of_file), known, equivalent, aside)
        for file, of_file in groupby(mutants, key=lambda mutant: mutant.file)
    ]
    return Judged(1, dt.date.today().isoformat(), f"mutmut {version('mutmut')}", tuple(modules))


def table(judged: Judged) -> str:
    """The figures for people."""
    lines = ["mutants   by all tests   asked   by features  equivalent  wording  module"]
    lines += [_line(each.file, (each,), judged.date) for each in judged.modules if each.mutants]
    procedure = [each for each in judged.modules if each.procedure]
    lines.append(_line("the procedure", procedure, judged.date))
    lines.append(_line("all", judged.modules, judged.date))
    return "\n".join(lines)


def _module(
    file: str,
    mutants: list[Mutant],
    known: Mapping[str, int | None],
    equivalent: set[Identity],
    aside: Aside,
) -> Module:
    same = {mutant for mutant in mutants if mutant.identity in equivalent}
    words = {mutant for mutant in mutants if mutant.change.only_wording} - same
    counted = [mutant for mutant in mutants if mutant not in same | words]
    alive = [mutant for mutant in counted if known[mutant.name] not in (BY_FEATURES, BY_OTHERS)]
    asked = [mutant for mutant in counted if not aside.has(mutant)]
    return Module(
        file=file,
        procedure=any(fnmatch(file, pattern) for pattern in PROCEDURE),
        mutants=len(counted),
        by_all=len(counted) - len(alive),
        for_features=len(asked),
        by_features=sum(known[mutant.name] == BY_FEATURES for mutant in asked),
        equivalent=len(same),
        wording=len(words),
        wording_by_features=sum(known[mutant.name] == BY_FEATURES for mutant in words),
        wording_by_all=sum(known[mutant.name] in (BY_FEATURES, BY_OTHERS) for mutant in words),
        survivors=tuple(
            Survivor(mutant.function, mutant.change.before, mutant.change.after) for mutant in alive
        ),
    )


def _line(name: str, modules: Iterable[Module], date: str) -> str:
    counted = list(modules)
    total = score(date, counted)
    return (
        f"{total.mutants:7}  {total.by_all:6} {total.share_by_all:>6}"
        f"  {total.for_features:6}  {total.by_features:5} {total.share_by_features:>6}"
        f"  {sum(each.equivalent for each in counted):10}"
        f"  {sum(each.wording for each in counted):7}  {name}"
    )
