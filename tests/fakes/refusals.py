"""What the tests of the centre share."""

from collections.abc import Callable

from fakes.centre.messages import Refusal, RequestRefused


def refusal(act: Callable[[], object]) -> Refusal | None:
    """Why the centre refuses, None when it does not."""
    try:
        act()
    except RequestRefused as refused:
        return refused.reason
    return None
