"""The two uses of private parts of Textual: writing a sequence of our own, and taking hold of a crash.

Textual's ``copy_to_clipboard`` does not wrap OSC 52 for tmux and screen, and offers no other way to its
writer; writing to the terminal beside it could fall into the middle of another sequence. And where an
exception ends the app Textual prints a traceback, with no public way to tell the user something useful.
"""

from __future__ import annotations

from typing import TypeVar

from textual.app import App

Outcome = TypeVar("Outcome")


def write(app: App[Outcome], sequence: str) -> bool:
    """Send ``sequence`` in order with what the app paints; tell whether there is a terminal to take it."""
    driver = app._driver
    if driver is None:
        return False
    driver.write(sequence)
    return True


class QuietApp(App[Outcome], inherit_bindings=False):
    """An app that, once ``quiet``, keeps the exception that ended it in ``crash`` and prints nothing."""

    quiet = False
    crash: Exception | None = None

    def _handle_exception(self, error: Exception) -> None:
        if not self.quiet:
            super()._handle_exception(error)
        elif self.crash is None:
            self.crash = error
            self.exit()
