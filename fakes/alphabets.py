"""The characters that a secret may be made of."""

from enum import Enum

from fakes.words import Words


class Alphabet(Enum):
    """A kind of characters; all of them are ASCII, so full-width ones belong to none."""

    DIGITS = Words("数字", "digits")
    LETTERS = Words("英字", "letters")
    ALPHANUMERIC = Words("英数字", "letters and digits")

    @property
    def words(self) -> Words:
        """The characters as a reader sees them named."""
        return self.value

    def spells(self, text: str) -> bool:
        """Whether `text` has at least one character, and none but these."""
        if not text.isascii():
            return False
        if self is Alphabet.DIGITS:
            return text.isdigit()
        return text.isalpha() if self is Alphabet.LETTERS else text.isalnum()
