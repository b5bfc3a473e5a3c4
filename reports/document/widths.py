"""How much room a text takes, in half-width characters; a full-width one takes two."""

import unicodedata


def wrapped(text: str, width: int) -> list[str]:
    """Cut a text into lines of a width."""
    lines, taken = [""], 0
    for character in text:
        wide = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if taken + wide > width:
            lines.append("")
            taken = 0
        lines[-1] += character
        taken += wide
    return lines


def shortened(text: str, width: int) -> str:
    """Cut a text to one line of a width."""
    first, *rest = wrapped(text, width)
    return f"{first}…" if rest else first
