"""Signals and hang-ups: the place is kept, the terminal is left as it was found, one line says why.

Textual leaves raw mode, the alternate screen and mouse tracking on when a signal kills it; it stops in the
middle of whatever it does; and it takes a SIGCONT that follows no stop of its own for one, so that what it
restores in the end is the raw line. Here every signal waits until the event loop has time for it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any

_AGAIN_S = 0.2
_OF_THE_KEYBOARD = (signal.SIGINT, signal.SIGQUIT)

_log = logging.getLogger(__name__)


class Signals:
    """What signals do to the reader.

    ``leave`` takes the exit status, 128 + n. ``suspended`` is a context in which the terminal is as the
    reader found it. Where a loop cannot take signals (no main thread), nothing is done.
    """

    def __init__(self, leave: Callable[[int], None], suspended: Callable[[], AbstractContextManager[None]]):
        self._leave, self._suspended = leave, suspended
        self._loop: asyncio.AbstractEventLoop | None = None
        self._another_has_it = self._stopped = self._ending = self._leaving = False

    def take_ending(self) -> None:
        """Take the signals that end, and a hang-up; call this from within the running event loop."""
        if threading.current_thread() is not threading.main_thread():
            return
        self._loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            self._loop.add_signal_handler(number, self._end, number)
        for number in _OF_THE_KEYBOARD:
            signal.signal(number, self._interrupted)
        threading.Thread(target=self._await_hangup, name="hangup", daemon=True).start()

    def take_stopping(self) -> None:
        """Take SIGTSTP and SIGCONT from whoever had them."""
        if self._loop is not None:
            signal.signal(signal.SIGCONT, self._continued)
            signal.signal(signal.SIGTSTP, self._asked_to_stop)

    def release(self) -> None:
        """From now on the reader is leaving: it takes the terminal back no more, nor Ctrl-C held down."""
        self._leaving = True
        if self._loop is not None and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGQUIT, signal.SIG_DFL)  # who cannot wait for what is still written

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Within, another program has the terminal: what is typed to interrupt it is not meant for us."""
        self._another_has_it = True
        try:
            yield
        finally:
            self._another_has_it = False
            self._see_that_it_is_ours()

    def _end(self, number: signal.Signals) -> None:
        # A shell that goes away sends SIGHUP and SIGCONT, and the terminal's end is noticed besides.
        if not self._ending:
            self._ending = True
            _log.info("ended by %s", number.name)
            self._leave(128 + number)

    def _interrupted(self, number: int, _frame: Any) -> None:
        """Unlike the loop's own handler this one knows, as the signal comes, who has the terminal."""
        if self._loop is not None and not self._another_has_it:
            self._loop.call_soon_threadsafe(self._end, signal.Signals(number))

    def _asked_to_stop(self, _number: int, _frame: Any) -> None:
        if self._another_has_it:
            os.kill(os.getpid(), signal.SIGSTOP)
        elif self._loop is not None:
            self._loop.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        if self._leaving:
            return
        self._stopped = True
        with self._suspended():
            _log.info("stopped")
            os.kill(os.getpid(), signal.SIGSTOP)
        self._see_that_it_is_ours()

    def _continued(self, _number: int, _frame: Any) -> None:
        """Take the terminal back after a stop that was none of ours: the shell has had it since.

        Who has it is asked as the signal comes: later the reader has it again from another program, and what
        was typed since would be lost by taking it once more.
        """
        ours, self._stopped = self._stopped, False
        if self._loop is not None and not (ours or self._another_has_it):
            self._loop.call_soon_threadsafe(self._take_back)

    def _take_back(self) -> None:
        if self._leaving:
            return
        _log.info("taking the terminal back")
        with self._suspended():
            pass
        self._see_that_it_is_ours()

    def _see_that_it_is_ours(self) -> None:
        """Try again where Textual gave up, as it does in silence when the line cannot be set just then."""
        if self._loop is not None and not _has_terminal():
            self._loop.call_later(_AGAIN_S, self._try_again)

    def _try_again(self) -> None:
        if not _has_terminal():
            self._take_back()

    def _await_hangup(self) -> None:
        """Leave when the terminal goes away, also where nobody sends SIGHUP."""
        watched = select.poll()
        with suppress(OSError, ValueError, AttributeError):
            watched.register(sys.__stdin__.fileno(), 0)  # type: ignore[union-attr]
            watched.poll()
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._end, signal.SIGHUP)


def _has_terminal() -> bool:
    """Tell whether Textual has the terminal: it listens for new sizes just as long."""
    return signal.getsignal(signal.SIGWINCH) not in (signal.SIG_DFL, signal.SIG_IGN, None)
