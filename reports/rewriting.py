"""Writes the document of a run that was kept: `tejun report`."""

import sys
import webbrowser
from pathlib import Path

from reports import document, files, history
from reports.document.view import View
from reports.kept import BadRun, read
from reports.places import DOCUMENT, FOLDER, ROOT, RUN


def report(source: str | None, previous: str | None, output: str | None, show: bool) -> int:
    """Write the document of the run in `source`, compared with `previous` if that is named.

    Returns the exit status: 0, or 2 with a sentence on standard error.
    """
    path = Path(source) if source else ROOT / FOLDER / RUN
    target = Path(output) if output else path.parent / DOCUMENT
    try:
        run = read(path)
        if target.exists() and not target.is_file():
            return _refuse(f"{target}: is no ordinary file; name another with --output")
        if previous:
            run = history.with_history(read(Path(previous)), run)
        files.write(target, document.render(run))
    except BadRun as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(
            f"{target}: cannot be written ({error.strerror}); name another with --output"
        )
    print(f"{target}  (the run of {View.when(run.started).en}: {run.outcome})")
    if show and not webbrowser.open(target.resolve().as_uri()):
        return _refuse(f"no browser could be started; open {target} yourself")
    return 0


def _refuse(message: str) -> int:
    print(f"tejun: {message}", file=sys.stderr)
    return 2
