"""The command `tejun`: one function a subcommand, no logic."""

import argparse
import contextlib
import sys
from collections.abc import Sequence

RUN_USAGE = """\
usage: tejun run [--reports DIR] [--previous RUN.JSON] [pytest options] [FEATURE ...]

Run the features, all of them unless some are named, and write the document and
the reports of the run into reports/out.

  --reports DIR          write them into DIR
  --previous RUN.JSON    compare with this run instead of the one before
  -k TEXT, -m TAG, -x, --lf, -n 2, FILE::L42, ...   as with pytest (tejun run --pytest-help)

Exit status: 0 all passed; 1 something failed; 2 asked wrongly; 130 interrupted.
"""


def run(arguments: Sequence[str]) -> int:
    """Run the features, and write every report of the run."""
    if any(argument in ("-h", "--help") for argument in arguments):
        print(RUN_USAGE, end="")
        return 0
    from reports import running

    return running.run(["--help" if each == "--pytest-help" else each for each in arguments])


def report(options: argparse.Namespace) -> int:
    """Write the document of a run that was kept."""
    from reports import rewriting

    return rewriting.report(options.source, options.previous, options.output, options.open)


def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("tejun")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; return the exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["run"]:
        return run(arguments[1:])
    parser = argparse.ArgumentParser(
        prog="tejun", description="A published step-by-step guide, made executable."
    )
    parser.add_argument("--version", action="version", version=f"tejun {_version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    commands.add_parser("run", help="run the features and write the reports", add_help=False)
    rewrite = commands.add_parser("report", help="write the document of a run that was kept")
    rewrite.add_argument(
        "--from", dest="source", metavar="RUN.JSON", help="the run (default: reports/out/run.json)"
    )
    rewrite.add_argument("--previous", metavar="RUN.JSON", help="compare with this run")
    rewrite.add_argument(
        "--output", metavar="FILE", help="where to write (default: index.html beside the run)"
    )
    rewrite.add_argument("--open", action="store_true", help="show the document in the browser")
    rewrite.set_defaults(do=report)
    options = parser.parse_args(arguments)
    status: int = options.do(options)
    return status


def command() -> int:
    """Be the command of a shell: neither Ctrl-C nor a reader that goes away is an error of ours."""
    try:
        status = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("\ntejun: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        status = 0
    # Python flushes once more at its end, and would complain of a pipe that nobody reads.
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.close()
    return status


if __name__ == "__main__":
    sys.exit(command())
