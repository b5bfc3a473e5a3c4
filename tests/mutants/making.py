"""Has mutmut make the mutants: a copy of the project in `mutants/`, in which all of them lie."""

import ast
import contextlib
import hashlib
import io
import os
import shutil
import textwrap
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from mutmut.__main__ import create_mutants
from mutmut.mutation.data import MutantLineSpans, SourceFileMutationData
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir, walk_mutatable_files
from mutmut.utils.format_utils import orig_function_and_class_names_from_key

from tests.mutants import operators
from tests.mutants.mutant import Mutant, change_between

FOLDER = Path("mutants")
"""Where mutmut puts everything, under the project."""

MADE = FOLDER / "made"
"""Says what made the mutants; missing where they were not all made."""

JUDGED = FOLDER / "judged.json"
"""Says with which features and tests all of them were judged last."""


def make() -> list[Mutant]:
    """Bring `mutants/` up to date and return all mutants; functions that stay keep their verdicts.

    The working directory is the project.
    """
    operators.add()
    if not MADE.exists() or MADE.read_text(encoding="utf-8") != _makers():
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(exist_ok=True)
    _forget_what_is_gone()
    with contextlib.redirect_stdout(io.StringIO()):
        copy_src_dir()
        copy_also_copy_files()
        create_mutants(os.cpu_count() or 1)
    MADE.write_text(_makers(), encoding="utf-8")
    return [mutant for path in sorted(walk_mutatable_files()) for mutant in _of_file(path)]


def verdicts(path: Path | str) -> SourceFileMutationData:
    """What is known of the mutants of a file; see `judge` for what the numbers say."""
    data = SourceFileMutationData(path=path)
    data.load()
    return data


def _makers() -> str:
    """What the mutants depend on besides the functions: the tool, and what we add to it."""
    ours = Path(operators.__file__).read_bytes()
    return f"mutmut {version('mutmut')}, {hashlib.sha256(ours).hexdigest()}"


def _forget_what_is_gone() -> None:
    """Take everything out of the copy that is copied anew, or that the project has no longer."""
    for copied in FOLDER.iterdir():
        if copied.name not in ("fakes", JUDGED.name):
            shutil.rmtree(copied) if copied.is_dir() else copied.unlink()
    for copied in FOLDER.glob("fakes/**/*.py"):
        if not copied.relative_to(FOLDER).exists():
            for file in copied.parent.glob(f"{copied.name}*"):
                file.unlink()


def _of_file(path: Path) -> Iterator[Mutant]:
    names = list(verdicts(path).exit_code_by_key)
    if not names:
        return
    spans = MutantLineSpans.load(path)
    assert spans is not None
    original = path.read_text(encoding="utf-8").splitlines()
    mutated = (FOLDER / path).read_text(encoding="utf-8").splitlines()
    functions: dict[str, _Function] = {}
    for name in names:
        short = name.rpartition(".")[2]
        unchanged = short.rpartition("__mutmut_")[0] + "__mutmut_orig"
        function, owner = orig_function_and_class_names_from_key(name)
        if unchanged not in functions:
            first, source = _source(mutated, spans, unchanged, function)
            functions[unchanged] = _Function(first, source, _place(original, function, source))
        of = functions[unchanged]
        offset, change = change_between(of.source, _source(mutated, spans, short, function)[1])
        qualified = f"{owner}.{function}" if owner else function
        line = of.line + offset
        yield Mutant(name, path.as_posix(), qualified, line, change, of.statement_at(offset))


class _Function:
    """A function as mutmut copied it, and where it is: in the copy, and in its own file."""

    def __init__(self, first: int, source: list[str], line: int) -> None:
        self._first, self.source, self.line = first, source, line
        tree = ast.parse(textwrap.dedent("\n".join(self.source)))
        self._statements = sorted(
            (each for each in ast.walk(tree) if isinstance(each, ast.stmt)),
            key=lambda each: each.lineno,
        )

    def statement_at(self, offset: int) -> tuple[int, int]:
        """The lines, in the copy, of the smallest statement there; of an `if`, those of its head.

        Where it is the head of the function itself, the whole of it: it holds for every call.
        """
        first, last = 1, len(self.source)
        for each in self._statements[1:]:
            body = getattr(each, "body", None)
            end = body[0].lineno - 1 if body else each.end_lineno or each.lineno
            if each.lineno <= offset + 1 <= max(end, each.lineno):
                first, last = each.lineno, max(end, each.lineno)
        return self._first + first - 1, self._first + last - 1


def _source(
    lines: list[str], spans: MutantLineSpans, name: str, function: str
) -> tuple[int, list[str]]:
    """Where a generated function has its `def`, and its lines from there, under its own name."""
    span = spans.span_by_function_name[name]
    first = span.start
    while not lines[first - 1].lstrip().startswith("def "):
        first += 1
    return first, [line.replace(name, function) for line in lines[first - 1 : span.end]]


def _place(original: list[str], name: str, function: list[str]) -> int:
    """The line (from 1) of a function in its own file: its body stands there word for word."""
    body, count = function[1:], len(function)
    for number, line in enumerate(original):
        heads = line.lstrip().startswith(f"def {name}(")
        if heads and original[number + 1 : number + count] == body:
            return number + 1
    raise LookupError(f"the function is not in its file: {name}")
