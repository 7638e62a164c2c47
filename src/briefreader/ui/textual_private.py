"""The uses of private parts of Textual, each because there is no public way.

- Textual's ``copy_to_clipboard`` does not wrap OSC 52 for tmux and screen, and its writer is not offered;
  writing to the terminal beside it could fall into the middle of another sequence.
- Where an exception ends the app Textual prints a traceback, and the user is told nothing useful.
- A new size of the terminal is told by a signal; where one comes while another is handled, the older size
  is told last.
- When the terminal goes away, Textual's writer dies of it, and the app then waits for it for ever.
- Textual gives the line its echo back while the sequences that leave the screen are still to be written: a
  key held down is echoed into the middle of one, and the terminal then keeps the other screen.
- Textual remembers the colours that it mixed for a widget, a thousand of them, and with these the lines that
  hundreds of widgets painted which are long gone.
"""

from __future__ import annotations

import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import _lru_cache_wrapper, lru_cache, partial
from threading import Event
from typing import IO, TypeVar

from rich.console import RenderableType
from textual._styles_cache import StylesCache
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size

Outcome = TypeVar("Outcome")

_LINE_STANDS_S = 2.0
"""Seconds after which a line that takes nothing is not waited for any longer."""


def write(app: App[Outcome], sequence: str) -> bool:
    """Send ``sequence`` in order with what the app paints; tell whether there is a terminal to take it."""
    driver = app._driver
    if driver is None:
        return False
    driver.write(sequence)
    return True


def terminal_size(app: App[Outcome]) -> Size:
    """Return the size that the terminal has now, be it told or not; the app's own where there is none."""
    measure = getattr(app._driver, "_get_terminal_size", None)
    return Size(*measure()) if measure else app.size


def outlive_terminal(driver: Driver) -> None:
    """Let what the driver writes be lost, without a word, once there is no terminal to take it."""
    if (file := getattr(driver, "_file", None)) is not None:
        driver._file = Patient(file)  # type: ignore[attr-defined]


@contextmanager
def echo_last(driver: Driver) -> Iterator[None]:
    """Give the line its settings back when all that was written within has been sent, or cannot be."""
    settings = getattr(driver, "attrs_before", None)
    if settings is None:  # no terminal, or one that was given back before
        yield
        return
    driver.attrs_before = None  # type: ignore[attr-defined]
    try:
        yield
        _wait_until_written(driver)
    finally:
        with suppress(termios.error):
            termios.tcsetattr(driver.fileno, termios.TCSANOW, settings)  # type: ignore[attr-defined]


def _wait_until_written(driver: Driver) -> None:
    file, writer = getattr(driver, "_file", None), getattr(driver, "_writer_thread", None)
    if isinstance(file, Patient) and writer is not None and writer.is_alive():
        mark = Mark()
        writer.write(mark)
        mark.passed.wait(_LINE_STANDS_S)


class Mark(str):
    """A text of nothing that tells when all that was written before it has been sent."""

    def __init__(self) -> None:
        self.passed = Event()


class Patient:
    """A file that may fail."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, if that is possible."""
        with suppress(OSError):
            self._file.write(text)
        if isinstance(text, Mark):
            self.flush()
            text.passed.set()

    def flush(self) -> None:
        """Flush, if that is possible."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """Return the file's descriptor."""
        return self._file.fileno()


def let_lines_go() -> None:
    """Keep the lines that a widget has painted no longer than the widget; a second call does nothing."""
    of_colors = vars(StylesCache).get("get_inner_outer")
    if isinstance(of_colors, _lru_cache_wrapper):  # a later Textual may have none
        shared = lru_cache(1024)(partial(of_colors.__wrapped__, StylesCache))
        StylesCache.get_inner_outer = staticmethod(shared)  # type: ignore[assignment]


class Gone(Exception):  # noqa: N818 (the errors of this project are named for what went wrong)
    """Textual gave up without an exception: its input ended."""


class QuietApp(App[Outcome], inherit_bindings=False):
    """An app that, once ``quiet``, keeps the exception that ended it in ``crash`` and prints nothing."""

    quiet = False
    crash: Exception | None = None

    def panic(self, *renderables: RenderableType) -> None:
        """End, as the input failed."""
        if self.quiet:
            self._handle_exception(Gone("the terminal cannot be read any more"))
        else:
            super().panic(*renderables)

    def _handle_exception(self, error: Exception) -> None:
        if not self.quiet:
            super()._handle_exception(error)
        elif self.crash is None:
            self.crash = error
            self.exit()
