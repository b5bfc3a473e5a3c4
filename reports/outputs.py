"""All that a run leaves behind, and where: one folder, written file by file, each whole."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from guidance.statements import Account, BadAccount, load
from reports import document, files, history, messages, mutants, procedure, software, spec, summary
from reports.assemble import Place, fill_in
from reports.kept import BadRun, encode, read
from reports.mutants import Score
from reports.places import (
    CUCUMBER,
    DOCUMENT,
    FOLDER,
    JUNIT,
    MESSAGES,
    OF_THE_RUN,
    ROOT,
    RUN,
    SUMMARY,
    Asked,
)
from reports.record import Record
from reports.run import Outcome, Problem, Run
from reports.sources import Source, read_sources


class Outputs:
    """The reports of one run.

    `run` is there when it is put together, and `written` names the files, for whoever wants to
    say where they are.
    """

    def __init__(self, config: pytest.Config) -> None:
        self.folder = Path(config.option.reports or config.rootpath / FOLDER)
        self.run: Run | None = None
        self.written: list[Path] = []
        self.notes: list[str] = []
        self._before: dict[str, bytes | None] = {}
        self._root = config.rootpath
        self._asked = _asked(config)
        self._config = config
        self._previous = self._read_previous(config.option.previous)

    def begin(self, started: dt.datetime) -> None:
        """Put a document in place that says that the run is not finished; raises `OSError`."""
        self._asked.begun = True
        for name in (DOCUMENT, *OF_THE_RUN):
            path = self.folder / name
            self._before[name] = path.read_bytes() if path.is_file() else None
        files.write(self.folder / DOCUMENT, document.unfinished(started))

    def clear(self) -> None:
        """Take away what tells of the run before, but for what the next is compared with."""
        for name in OF_THE_RUN:
            (self.folder / name).unlink(missing_ok=True)

    def abandon(self) -> None:
        """Put back what was there: nothing was run, because it was asked wrongly."""
        for name, octets in self._before.items():
            if octets is None:
                (self.folder / name).unlink(missing_ok=True)
            else:
                files.write(self.folder / name, octets)

    def finish(
        self,
        started: dt.datetime,
        outcome: Outcome,
        problems: list[Problem],
        records: Mapping[Place, Record],
        paths: set[Path],
    ) -> Outcome:
        """Write all reports, and return the outcome that they tell; raises `OSError`."""
        sources = read_sources(_feature_files(self._root, paths), self._root)
        account, trouble = _account(self._root, problems)
        outcome = "failed" if trouble and outcome == "passed" else outcome
        features, screens = fill_in(spec.features(sources), records)
        run = Run(
            version=1,
            started=started.isoformat(timespec="seconds"),
            seconds=round((dt.datetime.now().astimezone() - started).total_seconds(), 2),
            software=software.versions(self._root),
            outcome=outcome,
            arguments=self._asked.arguments,
            problems=(*problems, *trouble),
            features=tuple(features),
            screens=screens,
            guide=account,
            values=procedure.values(features, procedure.policy_of(self._config)),
            seeded=self._seeded(),
        )
        self.run = history.with_history(self._previous, run)
        self._write(self.run, sources)
        return outcome

    def _read_previous(self, named: str | None) -> Run | None:
        """The run to compare with; only one that was named has to be readable."""
        path = Path(named) if named else self.folder / RUN
        try:
            return read(path)
        except BadRun as error:
            if named:
                raise pytest.UsageError(str(error)) from error
            if path.exists():
                self.notes.append(f"nothing is compared: {error}")
            return None

    def _seeded(self) -> Score | None:
        """The score by seeded defects, where there is one."""
        try:
            judged = mutants.read(self._root / mutants.FILE)
        except mutants.BadFigures as error:
            self.notes.append(str(error))
            return None
        return judged.score() if judged else None

    def _write(self, run: Run, sources: list[Source]) -> None:
        page = summary.markdown(run)
        contents: dict[str, str | bytes] = {
            DOCUMENT: document.render(run),
            RUN: encode(run),
            MESSAGES: messages.ndjson(run, sources),
            SUMMARY: page,
        }
        for name, content in contents.items():
            files.write(self.folder / name, content)
            self.written.append(self.folder / name)
        machines = (self.folder / name for name in (JUNIT, CUCUMBER))
        self.written += [path for path in machines if path.exists()]
        summary.publish(page)


def _asked(config: pytest.Config) -> Asked:
    """What was asked of this run, besides what `tejun run` always asks of pytest."""
    for plugin in config.invocation_params.plugins or ():
        if isinstance(plugin, Asked):
            return plugin
    return Asked(list(map(str, config.invocation_params.args)))


def _feature_files(root: Path, paths: set[Path]) -> list[Path]:
    """The features that took part and those beside them, so that the document misses none."""
    folders = {path.parent for path in paths} or {root / "features"}
    beside = {path for folder in folders for path in folder.glob("*.feature")}
    return sorted(paths | beside)


def _account(root: Path, problems: list[Problem]) -> tuple[Account, list[Problem]]:
    """The account beside the features; that it is wrong is said here unless the linter said it."""
    path = root / "features" / "statements.toml"
    if not path.exists() and root != ROOT:
        return Account(), []
    try:
        return load(path), []
    except BadAccount as error:
        said = any(path.name in problem.message for problem in problems)
        return Account(), [] if said else [Problem("features/statements.toml", str(error))]
