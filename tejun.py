"""The command `tejun`: one function a subcommand, no logic."""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

RUN_USAGE = """\
usage: tejun run [--reports DIR] [--previous RUN.JSON] [pytest options] [FEATURE ...]

Run the features, all of them unless some are named, and write the document and
the reports of the run into reports/out.

  --reports DIR          write them into DIR
  --previous RUN.JSON    compare with this run instead of the one before
  --as-of DATE           with the edition of the procedure that held on that day (2021-06-01)
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


def check(options: argparse.Namespace) -> int:
    """Judge guides by the procedure."""
    from reports.checked import command

    return command.run(
        command.Asked(
            options.guides,
            options.form,
            options.output,
            options.strict,
            options.as_of,
            options.language,
            options.ledger,
        )
    )


def review(options: argparse.Namespace) -> int:
    """Say what of a guide awaits review, or record a review."""
    from reports.checked import review as reviews

    return reviews.run(
        reviews.Asked(
            options.guide,
            options.verdict,
            options.reason,
            options.until,
            options.by,
            options.lines,
            options.with_text,
            options.ledger,
            options.language,
        )
    )


def impact(options: argparse.Namespace) -> int:
    """Say which scenarios would change if a guide were right."""
    from reports.checked import impact_command

    return impact_command.run(
        impact_command.Asked(
            options.guide, options.form, options.output, options.language, options.as_of
        )
    )


def claims(options: argparse.Namespace) -> int:
    """Write the facts that guides are checked for."""
    from reports.checked import claims as known

    return known.run(known.Asked(options.form, options.language))


def explore(options: argparse.Namespace) -> int:
    """Walk everything that a person could do in front of the fakes."""
    from runner.exploring import command

    return command.run(
        command.Asked(
            options.states,
            options.depth,
            options.seconds,
            not options.no_faults,
            options.jobs,
            options.checkpoint,
            options.candidates,
        )
    )


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
    for add in (_add_report, _add_check, _add_review, _add_impact, _add_claims, _add_explore):
        add(commands)
    options = parser.parse_args(arguments)
    status: int = options.do(options)
    return status


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
GUIDE = "text, Markdown, HTML or PDF; - for standard input"


def _add_report(commands: "Commands") -> None:
    adding = commands.add_parser("report", help="write the document of a run that was kept")
    adding.add_argument(
        "--from", dest="source", metavar="RUN.JSON", help="the run (default: reports/out/run.json)"
    )
    adding.add_argument("--previous", metavar="RUN.JSON", help="compare with this run")
    adding.add_argument(
        "--output", metavar="FILE", help="where to write (default: index.html beside the run)"
    )
    adding.add_argument("--open", action="store_true", help="show the document in the browser")
    adding.set_defaults(do=report)


def _add_check(commands: "Commands") -> None:
    adding = commands.add_parser(
        "check",
        help="say what of a guide the procedure bears out",
        description="Exit status: 0 nothing to say; 1 findings; 2 unreadable or asked wrongly.",
    )
    adding.add_argument("guides", nargs="+", metavar="FILE", help=f"{GUIDE}; a folder")
    _add_format(adding, "text", "json", "sarif", "github", "markdown")
    _add_output(adding)
    adding.add_argument("--strict", action="store_true", help="warnings count as findings too")
    _add_as_of(adding)
    _add_ledger(adding)
    _add_language(adding)
    adding.set_defaults(do=check)


def _add_review(commands: "Commands") -> None:
    adding = commands.add_parser(
        "review",
        help="say what of a guide awaits review, or record that somebody has looked",
        description="Without --verdict: list what awaits review. Exit status: 0 nothing does, or"
        " the review is recorded; 1 something awaits review; 2 unreadable or asked wrongly.",
    )
    adding.add_argument("guide", metavar="FILE", help=GUIDE)
    verdicts = ("no-impact", "scenarios-updated", "deferred")
    adding.add_argument("--verdict", choices=verdicts, help="record a review with this result")
    adding.add_argument("--reason", metavar="TEXT", help="why; there is no review without one")
    adding.add_argument("--until", metavar="DATE", help="the day up to which it is deferred")
    adding.add_argument("--by", metavar="NAME", help="who reviews (default: git's user.name)")
    adding.add_argument(
        "--line",
        dest="lines",
        metavar="N",
        type=int,
        action="append",
        default=[],
        help="only the statements on this line; may be given again",
    )
    adding.add_argument("--with-text", action="store_true", help="keep the text of statements too")
    _add_ledger(adding)
    _add_language(adding)
    adding.set_defaults(do=review)


def _add_impact(commands: "Commands") -> None:
    adding = commands.add_parser(
        "impact",
        help="run the features as if a guide were right, and say what changes",
        description="Exit status: 0 no scenario changes; 1 some do; 2 unreadable or asked wrongly.",
    )
    adding.add_argument("guide", metavar="FILE", help=GUIDE)
    _add_format(adding, "text", "json")
    _add_output(adding)
    _add_as_of(adding)
    _add_language(adding)
    adding.set_defaults(do=impact)


def _add_claims(commands: "Commands") -> None:
    adding = commands.add_parser("claims", help="write the facts that guides are checked for")
    _add_format(adding, "text", "json", "markdown")
    _add_language(adding)
    adding.set_defaults(do=claims)


def _add_explore(commands: "Commands") -> None:
    adding = commands.add_parser(
        "explore",
        help="walk everything a person could do, and say what no scenario visits",
        description="Walks everything that a person could do in front of the fakes, breadth first, "
        "checks the invariants in every state, and says what turned up: broken invariants, dead "
        "ends, situations that no scenario visits. Exit status: 0 nothing wrong; 1 a broken "
        "invariant, a failure or a dead end; 2 asked wrongly; 130 interrupted.",
    )
    adding.add_argument(
        "--states",
        type=_count,
        default=200_000,
        metavar="N",
        help="stop at about so many states (default: 200000)",
    )
    adding.add_argument(
        "--depth", type=_count, metavar="N", help="so many acts from a start at most"
    )
    adding.add_argument("--seconds", type=_seconds, metavar="N", help="stop after about so long")
    adding.add_argument("--no-faults", action="store_true", help="with nothing going wrong")
    adding.add_argument("--jobs", type=_count, metavar="N", help="processes (default: one a core)")
    adding.add_argument(
        "--checkpoint", metavar="DIR", help="keep what is found there, and go on from what is kept"
    )
    adding.add_argument(
        "--candidates", metavar="FILE", help="write scenarios for what none visits into FILE"
    )
    adding.set_defaults(do=explore)


def _count(text: str) -> int:
    """A number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no whole number from 1 on")
    return int(text)


def _seconds(text: str) -> float:
    """A time in seconds above 0."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds above 0")
    return seconds


def _add_format(adding: argparse.ArgumentParser, *forms: str) -> None:
    adding.add_argument("--format", dest="form", default=forms[0], choices=forms)


def _add_output(adding: argparse.ArgumentParser) -> None:
    adding.add_argument("--output", metavar="FILE", help="write there, not to the terminal")


def _add_as_of(adding: argparse.ArgumentParser) -> None:
    adding.add_argument(
        "--as-of", metavar="DATE", help="judge by what held on that day (2021-06-01)"
    )


def _add_ledger(adding: argparse.ArgumentParser) -> None:
    adding.add_argument(
        "--ledger", metavar="FILE", help="the reviews (default: features/reviews/<guide>.json)"
    )


def _add_language(adding: argparse.ArgumentParser) -> None:
    adding.add_argument("--language", default="ja", choices=("ja", "en"), help="of the messages")


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
