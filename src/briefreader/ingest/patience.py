"""What an article may cost to read: what would never end, or fill the memory, is given up."""

from __future__ import annotations

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import TypeVar

LONGEST_S = 90.0
"""Seconds of the processor for one article, which is several times what a PDF of a thousand pages takes."""
MOST_MEMORY = 2_000_000_000
"""Bytes for one file, beside what the process has: more than any of 50 MB that people write takes."""

_AGAIN_S = 1.0
_STATM = Path("/proc/self/statm")

_Item = TypeVar("_Item")


class TookTooLong(Exception):  # noqa: N818 - it becomes a line of the import report, not an error
    """An article took longer than it may."""


def patiently(items: Iterator[_Item], *, times: float = 1.0) -> Iterator[_Item]:
    """Yield ``items``, each within LONGEST_S, all within MOST_MEMORY; ``times`` as much of both is allowed.

    Only the main thread of a process can be stopped so; where files are read in another, nothing is.

    Raises:
        TookTooLong: one took longer.
        MemoryError: more memory was asked for.

    """
    if threading.current_thread() is not threading.main_thread():
        yield from items
        return
    end = object()
    with _within(int(MOST_MEMORY * times)):
        while True:
            with _before(LONGEST_S * times):
                item = next(items, end)
            if item is end:
                return
            yield item  # type: ignore[misc]


@contextmanager
def _before(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGPROF, _give_up)
    # Again and again: a parser may take the exception for a fault in the file, and go on.
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _within(memory: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    ceilings = [limit for limit in (_used() + memory, soft, hard) if limit != resource.RLIM_INFINITY]
    _limit(min(ceilings), hard)
    try:
        yield
    finally:
        _limit(soft, hard)


def _used() -> int:
    """Return the size of the process in bytes; where no system tells, what cannot matter."""
    try:
        return int(_STATM.read_text().split()[0]) * resource.getpagesize()
    except OSError:
        return 1 << 40


def _limit(soft: int, hard: int) -> None:
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise TookTooLong
