"""Where what was found is written: to the terminal, or whole into a file."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from reports import files


class NotWritten(Exception):
    """The place cannot be written to; the message says what, and what to do."""


def put(pieces: Iterable[str], output: str | None) -> None:
    """Write the pieces as they come to standard output, or all at once into a file.

    Raises `NotWritten`; of a file, what was there before then stays.
    """
    if output is None:
        _print(pieces)
        return
    text = "".join(pieces)
    try:
        files.write(Path(output), text)
    except OSError as error:
        raise NotWritten(
            f"{output}: cannot be written ({_reason(error)}); choose another place with --output"
        ) from None


def refuse(problem: object) -> int:
    """Say in one sentence what was asked wrongly; returns the exit status for it."""
    print(f"tejun: {problem}", file=sys.stderr)
    return 2


def _print(pieces: Iterable[str]) -> None:
    for piece in pieces:
        text = _printable(piece)
        try:
            sys.stdout.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise NotWritten(_full(error)) from None
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten(_full(error)) from None


def _printable(text: str) -> str:
    """A text that the terminal's encoding holds: names of files may have octets that none does."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def _full(error: OSError) -> str:
    return (
        f"standard output: cannot be written ({_reason(error)});"
        " make room, or have it written elsewhere"
    )


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)
