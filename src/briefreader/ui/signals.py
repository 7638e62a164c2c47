"""Signals that end the reader: the place is kept, the terminal is left as it was found, one line says why."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)


def end_on_signals(leave: Callable[[int], None]) -> None:
    """Call ``leave`` with the exit status, 128 + n, when a signal asks the program to end.

    Textual leaves raw mode, the alternate screen and mouse tracking on when a signal kills it. Call this
    from within the running event loop; where a loop cannot take signals (no main thread), nothing is done.
    """
    loop = asyncio.get_running_loop()
    for number in ENDING:
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, leave, 128 + number)
