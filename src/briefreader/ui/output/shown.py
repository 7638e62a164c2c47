"""What the terminal shows, cell by cell, and the shortest way to make it show a new frame.

This is what curses does, after Gosling's "A redisplay algorithm" (1981), over the frames that Textual writes:
cells that look the same are not sent again. What is no frame passes as it is.
"""

from __future__ import annotations

import re

from briefreader.ui.output.flow import chains
from briefreader.ui.output.frames import Cell, Frame, frame_of
from briefreader.ui.output.painter import Painter
from briefreader.ui.output.scrolling import scroll_of

SYNC_ON, SYNC_OFF = "\x1b[?2026h", "\x1b[?2026l"
_HARMLESS = re.compile(r"\x1b\[\?(?:100[0-7]|1015|1016|25|2004|2026|2048)(?:[hl]|\$p)|\x1b\[[<>]\d*u|\x1b\]")


class ShownScreen:
    """Takes what is written for the terminal and gives what has to be sent.

    Call :meth:`forget` whenever something else may have changed what the terminal shows, a resize above all.
    """

    def __init__(self, columns: int = 0, rows: int = 0) -> None:
        self._columns, self._rows = columns, rows
        self._cells: list[list[Cell]] = []
        self._cursor: tuple[int, int] | None = None
        self._style: str | None = None
        self._sync_held = False
        self.forget()

    def forget(self) -> None:
        """Take nothing for granted: the next frame is sent whole."""
        self._cells = [[None] * self._columns for _ in range(self._rows)]
        self._cursor = self._style = None

    def resize(self, columns: int, rows: int) -> None:
        """Take another size of the terminal, where it is another."""
        if (columns, rows) != (self._columns, self._rows):
            self._columns, self._rows = columns, rows
            self.forget()

    def feed(self, data: str) -> str:
        """Return what is to be sent for ``data``, nothing at all if the terminal shows it already."""
        if data == SYNC_ON:
            self._sync_held = True
            return ""
        if data == SYNC_OFF:
            held, self._sync_held = self._sync_held, False
            return "" if held else data
        sent = self._frame(data)
        if sent and self._sync_held:
            self._sync_held = False
            return SYNC_ON + sent
        return sent

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self._columns, self._rows

    def understood(self, data: str) -> Frame | None:
        """Take a frame for this terminal apart; None if ``data`` is something else, or not understood."""
        return frame_of(data, self._columns, self._rows)

    def paint(self, frame: Frame) -> str:
        """Return what is to be sent for a frame."""
        painter = Painter(self._cells, self._cursor, self._style)
        runs = frame.runs
        if scrolled := scroll_of(self._cells, runs):
            painter.scroll(scrolled[0])
            runs = [*scrolled[1], *runs]
        for chain in chains(runs):
            painter.paint(*chain[0]) if len(chain) == 1 else painter.flow(chain)
        sent = painter.sent(frame.cursor)
        self._style, self._cursor = painter.style, painter.cursor
        return sent

    def _frame(self, data: str) -> str:
        frame = self.understood(data)
        if frame is not None:
            return self.paint(frame)
        if not _HARMLESS.match(data):
            self.forget()
        return data
