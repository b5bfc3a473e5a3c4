"""Getting at the octets of a guide, and refusing what cannot be one."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from guidance.reading.unreadable import Unreadable, unreadable

MOST_OCTETS = 10_000_000
STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"

_MAGIC = [
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
]

_PACKAGES = [
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument", "an OpenDocument file"),
    (b"epub", "an EPUB book"),
]

_ERRORS = {
    errno.ENOENT: "there is no such file; check the name",
    errno.ENOTDIR: "there is no such file; check the name",
    errno.ENAMETOOLONG: "there is no such file; check the name",
    errno.EISDIR: "is a folder; name the file of the guide",
    errno.EACCES: "may not be read; change its permissions",
    errno.EPERM: "may not be read; change its permissions",
    errno.ELOOP: "is a link that leads back to itself; name the file of the guide",
}


def octets(path: str) -> tuple[str, bytes]:
    """A guide's name and its octets; "-" is standard input.

    Never reads more than one octet over the limit. Raises `Unreadable` when there is no such file,
    it may not be read, is no ordinary file, or is too large.
    """
    if path == STANDARD_INPUT:
        return STANDARD_INPUT_NAME, _standard_input()
    try:
        # Before opening: to open a pipe would wait for somebody to write.
        if is_endless(path):
            what = 'is a pipe or a device; give a file, or pipe the guide in with "-"'
            raise unreadable(path, what)
        with open(path, "rb") as file:
            return path, _limited(path, file)
    except OSError as error:
        raise _refused(path, error) from error
    except ValueError as error:  # a name with a NUL
        raise unreadable(path, _ERRORS[errno.ENOENT]) from error


def is_endless(path: str | Path) -> bool:
    """Whether a path is a pipe or a device, which may never end; raises `OSError`."""
    mode = os.stat(path).st_mode
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def known_as(content: bytes) -> str | None:
    """What a file is that is plainly no guide (an image, an archive); None when it may be one."""
    for magic, what in _MAGIC:
        if content.startswith(magic):
            return what
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "a WebP image"
    if content.startswith(b"PK\x03\x04"):
        inside = (what for mark, what in _PACKAGES if mark in content)
        return next(inside, "a ZIP archive")
    return None


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise unreadable(STANDARD_INPUT_NAME, "is closed; pipe the guide in or name its file")
    try:
        return _limited(STANDARD_INPUT_NAME, sys.stdin.buffer)
    except OSError as error:
        raise _refused(STANDARD_INPUT_NAME, error) from error


def _limited(name: str, file: BinaryIO) -> bytes:
    content = file.read(MOST_OCTETS + 1)
    if len(content) > MOST_OCTETS:
        raise unreadable(name, "is too large, a guide has at most 10 MB; give only the guide")
    return content


def _refused(name: str, error: OSError) -> Unreadable:
    reason = error.strerror or str(error)
    other = f"cannot be read ({reason}); check the file"
    return unreadable(name, _ERRORS.get(error.errno or 0, other))
