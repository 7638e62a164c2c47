"""Writing an escape sequence of our own to the terminal: the one use of a private part of Textual.

Textual's ``copy_to_clipboard`` does not wrap OSC 52 for tmux and screen, and offers no other way to its
writer; writing to the terminal beside it could fall into the middle of another sequence.
"""

from __future__ import annotations

from textual.app import App


def write(app: App[int], sequence: str) -> bool:
    """Send ``sequence`` in order with what the app paints; tell whether there is a terminal to take it."""
    driver = app._driver
    if driver is None:
        return False
    driver.write(sequence)
    return True
