"""How well guides are judged: `python -m tests.accuracy [guides] [held] [lists] [--misses]`.

`guides` are those that the claims were written with, `held` those held back until the end, `lists`
lists of steps. Without a name, all of them and the single sentences of `tests.accuracy.phrases`.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from tests.accuracy import phrases
from tests.accuracy.marked import guides
from tests.accuracy.measure import Result, Tried, measured
from tests.accuracy.reviewed import reviewed

SETS = ("guides", "held", "lists")


def main(arguments: Sequence[str]) -> None:
    """Measure the sets named, and print the shares."""
    named = [each for each in arguments if not each.startswith("-")]
    for folder in named or SETS:
        results = measured(guides(folder))
        print(f"{folder}: {len(results)} guides")
        _shares(results)
        after = reviewed(guides(folder))
        _share("found after a review", after.found)
        _share("no warning after a review", after.quiet)
        print()
        if folder == "guides":
            _by_claim(results)
        if "--misses" in arguments:
            _misses(results)
    if not named:
        phrases.main()


def _shares(results: Sequence[Result]) -> None:
    tried = [each for result in results for each in result.edits]
    kinds = dict.fromkeys(each.edit.kind for each in tried)
    for kind in sorted(kinds):
        _share(kind, [each.right for each in tried if each.edit.kind == kind])
    _share("what changes is found", [each.right for each in tried if each.edit.changes])
    _share("what does not gives no error", [each.right for each in tried if not each.edit.changes])
    print(f"  errors in the guides as they are: {sum(len(each.errors) for each in results)}")


def _share(name: str, rights: Sequence[bool]) -> None:
    if rights:
        print(f"  {name:30} {sum(rights):5} of {len(rights):5}  {sum(rights) / len(rights):7.2%}")


def _by_claim(results: Sequence[Result]) -> None:
    """Precision of each claim: what it found where something had changed, and where nothing had."""
    edits = [each for result in results for each in result.edits]
    good = Counter(claim for each in edits if each.edit.changes for claim in each.claims)
    bad = Counter(claim for each in edits for claim in each.false_claims)
    bad += Counter(each.claim or each.rule.value for result in results for each in result.errors)
    print("  claim or rule                  found  false  precision")
    for claim in sorted(good.keys() | bad.keys()):
        precision = good[claim] / (good[claim] + bad[claim])
        print(f"  {claim:30} {good[claim]:5}  {bad[claim]:5}  {precision:8.1%}")
    print()


def _misses(results: Iterable[Result]) -> None:
    for result in results:
        for each in result.errors:
            print("ERROR", result.name, each.line, each.claim or each.rule.value, each.part)
        for tried in result.edits:
            if not tried.right:
                print(*_miss(tried))


def _miss(tried: Tried) -> tuple[object, ...]:
    edit = tried.edit
    kind = "MISSED" if edit.changes else "FALSE"
    new = [f"{each.line} {each.claim or each.rule.value} {each.part}" for each in tried.new]
    return (
        kind,
        edit.guide,
        sorted(edit.lines),
        edit.kind,
        edit.topic,
        edit.was,
        "→",
        edit.became,
        new,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
