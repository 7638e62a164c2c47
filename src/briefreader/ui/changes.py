"""What the reader changes, written in the order it was asked for; none is dropped, none overtakes another."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait


class Changes:
    """One thread that writes, begun with the first change.

    Reading may be cancelled or asked anew; what a key has changed may not. Whoever reads afterwards calls
    what :meth:`barrier` gave him first, and so sees his own marks and notes.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="changes")
        self._last: Future[None] | None = None

    def add(self, work: Callable[[], None]) -> None:
        """Do ``work`` after all that was added before; it must not raise."""
        self._last = self._thread.submit(work)

    def barrier(self) -> Callable[[], None]:
        """Return a function that waits, in whatever thread, for the changes added until now."""
        last = self._last
        return (lambda: None) if last is None or last.done() else lambda: _settle(last)

    def close(self) -> None:
        """Wait until all is written; nothing can be added any more."""
        self._thread.shutdown(wait=True)


def _settle(change: Future[None]) -> None:
    wait([change])
