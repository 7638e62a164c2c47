"""What the terminal shows, cell by cell, and the shortest way to make it show a new frame.

This is what curses does, after Gosling's "A redisplay algorithm" (1981), over the frames that Textual writes:
cells that look the same are not sent again. A frame is moves, styles and text; all else passes as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.text.width import clusters, is_narrow
from briefreader.ui.output.flow import Cell, Run, chains
from briefreader.ui.output.painter import Painter
from briefreader.ui.output.scrolling import scroll_of
from briefreader.ui.output.sgr import on_blank, tidy

_TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|(\n)|([^\x1b\n\x00-\x1f]+)")
SYNC_ON, SYNC_OFF = "\x1b[?2026h", "\x1b[?2026l"
_HARMLESS = re.compile(r"\x1b\[\?(?:100[0-7]|1015|1016|25|2004|2026|2048)(?:[hl]|\$p)|\x1b\[[<>]\d*u|\x1b\]")


class Frame(NamedTuple):
    """What is painted at once, and where that leaves the cursor, if it matters."""

    runs: list[Run]
    cursor: tuple[int, int] | None


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
        """Take a frame apart; None if ``data`` is something else, or not understood."""
        tokens = list(self._tokens(data))
        if not tokens or tokens[-1] is None:
            return None
        runs = [
            (row, column, style, cells_of(text, style))
            for row, column, style, text in (token for token in tokens if token)
        ]
        return Frame(runs, self._declared(data))

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

    def _tokens(self, data: str) -> Iterator[tuple[int, int, str, str] | None]:
        """Yield each run of text with its place and style, None where that is not understood."""
        at, row, column, style = 0, -1, 0, ""
        while at < len(data):
            found = _TOKEN.match(data, at)
            if found is None:
                yield None
                return
            at = found.end()
            line, place, codes, _, text = found.groups()
            if line is not None:
                row, column = int(line) - 1, int(place) - 1
            elif codes is not None:
                style = "" if codes in ("", "0") else tidy(f"{style};{codes}" if style else codes)
            elif text is not None:
                width = _width(text)
                if width is None or not (0 <= row < self._rows and column + width <= self._columns):
                    yield None
                    return
                yield row, column, style, text
                column += width

    def _declared(self, data: str) -> tuple[int, int] | None:
        """Return where the frame leaves the cursor, unless that is the corner: input methods look there."""
        last = re.search(r"\x1b\[(\d+);(\d+)H\Z", data)
        place = (int(last[1]) - 1, int(last[2]) - 1) if last else None
        return place if place != (0, 0) else None


def _width(text: str) -> int | None:
    """Return how many cells a run takes; None if a part of it takes none and stands on its own."""
    if is_narrow(text):
        return len(text)
    widths = [cells for _, _, cells in clusters(text)]
    return sum(widths) if all(widths) else None


def cells_of(text: str, style: str) -> list[tuple[str, str]]:
    """Return the cells that a run of one style fills."""
    blank = on_blank(style)
    if is_narrow(text):
        return [(char, blank if char == " " else style) for char in text]
    cells: list[tuple[str, str]] = []
    for start, end, width in clusters(text):
        cells += [(text[start:end], style), *[("", style)] * (width - 1)]
    return cells
