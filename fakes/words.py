"""What a reader reads: one text, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One text in Japanese and in English; neither is a note on the other."""

    ja: str
    en: str
