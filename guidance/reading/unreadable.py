"""What is said when a guide cannot be read."""


class Unreadable(Exception):
    """A guide cannot be read: one sentence that names the file and says what to do."""


def unreadable(name: str, what: str, line: int | None = None) -> Unreadable:
    """Make the exception; `what` says what is wrong and what to do about it."""
    place = shown(name) if line is None else f"{shown(name)}:{line}"
    return Unreadable(f"{place}: {what}")


def shown(name: str) -> str:
    """A file's name as it can be printed on one line, whatever octets it has."""
    return "".join(character if character.isprintable() else "?" for character in name)
