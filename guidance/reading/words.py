"""Sets of words, written as they are read."""


def words(listed: str) -> frozenset[str]:
    """The words of a list, with white space between them."""
    return frozenset(listed.split())
