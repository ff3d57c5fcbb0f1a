"""How long a checker may take: a loop without end is told of at its item, and stops nobody else."""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

FIRST, EACH = 60.0, 20.0  # seconds by the clock for what a process judges at once: to load the course; each exercise


class TooLongError(BaseException):
    """An item took too long; no checker's `except Exception` may hold it up."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let what is done within take no more of the processor's time. Raises TooLongError.

    Time by the clock would punish a busy machine. Windows has no such alarm, nor has any thread but the first: there
    `watched` alone holds.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def watched(seconds: float) -> Iterator[None]:
    """End this process if what is done within takes longer by the clock, even where no alarm is heard."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device, not a file of ours
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError
