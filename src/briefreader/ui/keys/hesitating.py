"""What a hand sees that hesitates within a chord: all that may follow, where the footer is too short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from briefreader.ui.widgets.chord_table import ChordTable, fits

REST_S = 0.5
"""How long a hand rests before the table comes, in seconds."""


class Hesitating:
    """Shows the table of one screen; ``shown`` is called when it has come and needs time to be read."""

    def __init__(self, screen: Screen[Any], shown: Callable[[], None]) -> None:
        self._screen, self._shown = screen, shown
        self._timer: Timer | None = None

    def follow(self, choices: Sequence[tuple[str, str]]) -> None:
        """Take the table away, and bring it for these choices unless another key comes soon."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._screen.query(ChordTable).remove()
        if not fits(choices, self._screen.size.width):
            self._timer = self._screen.set_timer(REST_S, lambda: self._show(choices))

    def _show(self, choices: Sequence[tuple[str, str]]) -> None:
        self._screen.mount(ChordTable(choices, self._screen.size.width))
        self._shown()
