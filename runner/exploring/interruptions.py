"""Stopping when somebody presses Ctrl-C: between two states, so that what was found stays whole."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.synchronize import Event
from typing import TypeVar

UNHEARD = (signal.SIGINT, signal.SIGTERM)
T = TypeVar("T")
R = TypeVar("R")

_told: list[Event] = []
"""In a process of many: what the one that began it sets when it is to stop."""


@contextmanager
def heeded() -> Iterator[Callable[[], bool]]:
    """Hand out what says whether to stop; only at the end is Ctrl-C the exception that it is."""
    came: list[int] = []

    def stopped() -> bool:
        return bool(came) or any(event.is_set() for event in _told)

    before = signal.getsignal(signal.SIGINT)
    if _arrives():
        signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield stopped
    finally:
        if _arrives():
            signal.signal(signal.SIGINT, before)
    if stopped():
        raise KeyboardInterrupt


def in_processes(do: Callable[[T], R], todo: Sequence[T], jobs: int) -> Iterator[R]:
    """Do all in so many processes; results come in order.

    When one fails, or Ctrl-C is pressed, the others are told to stop, and do before this ends.
    """
    # Started anew, not forked: a forked process would inherit a frozen clock.
    context = get_context("spawn")
    stop = context.Event()
    with ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_begin, initargs=(stop,)
    ) as pool:
        try:
            with _unheard():
                results = pool.map(do, todo)
            yield from results
        except BaseException:
            stop.set()
            raise


def _begin(stop: Event) -> None:
    _told.append(stop)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when whoever began this process has been killed: nobody would hear of the result."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextmanager
def _unheard() -> Iterator[None]:
    """Begin processes that never hear of Ctrl-C, which goes to all processes of a terminal."""
    if not _arrives():
        yield
        return
    before = {number: signal.signal(number, signal.SIG_IGN) for number in UNHEARD}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _arrives() -> bool:
    """Whether Ctrl-C comes here: to the main thread only, and not where it is ignored."""
    here = threading.current_thread() is threading.main_thread()
    return here and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
