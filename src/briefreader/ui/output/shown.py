"""What the terminal shows, cell by cell, and the shortest way to make it show a new frame.

This is what curses does, after Gosling's "A redisplay algorithm" (1981), over the frames that Textual writes:
cells that look the same are not sent again. A frame is moves, styles and text; all else passes as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefreader.text.width import clusters, is_narrow
from briefreader.ui.output.flow import Run, chains, flowing, trailing_blanks
from briefreader.ui.output.sgr import change, on_blank, tidy

_TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|(\n)|([^\x1b\n\x00-\x1f]+)")
SYNC_ON, SYNC_OFF = "\x1b[?2026h", "\x1b[?2026l"
_HARMLESS = re.compile(r"\x1b\[\?(?:100[0-7]|1015|1016|25|2004|2026|2048)(?:[hl]|\$p)|\x1b\[[<>]\d*u|\x1b\]")
_AS_EMOJI = "\ufe0f"
_WORTH_A_MOVE = 6
"""So many cells that need no painting are passed over rather than painted again."""

Cell = tuple[str, str] | None
"""What a cell shows and in which style; the right half of a wide sign shows ``""``; None if not known."""


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
        painter = _Painter(self._cells, self._cursor, self._style)
        for chain in chains(frame.runs):
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


class _Painter:
    """Paints the runs of one frame over the cells."""

    def __init__(self, cells: list[list[Cell]], cursor: tuple[int, int] | None, style: str | None) -> None:
        self._cells = cells
        self.cursor, self.style = cursor, style
        self._out: list[str] = []

    def sent(self, declared: tuple[int, int] | None) -> str:
        """Return what was sent; the cursor is left where the frame declares it, if that matters."""
        if declared and self._out:
            self._move(*declared)
        return "".join(self._out)

    def paint(self, row: int, column: int, style: str, cells: list[tuple[str, str]]) -> None:
        """Paint a run of one style from a place on."""
        line = self._cells[row]
        shown = line[column : column + len(cells)]
        if shown == cells:
            return
        if _drifts(shown) or _drifts(cells):
            shown = [None] * len(cells)
        for start, end in _differing(shown, cells):
            self._send(row, column + start, cells[start:end], style)
        self._break_neighbours(line, column, column + len(cells))
        line[column : column + len(cells)] = cells

    def flow(self, chain: Sequence[Run]) -> None:
        """Paint runs one behind the other, over cells that are blanked first."""
        row, column, *_ = chain[0]
        cells = [cell for *_, part in chain for cell in part]
        line, end = self._cells[row], column + len(cells)
        if line[column:end] == cells:
            return
        self._move(row, column)
        for _, _, style, part in chain:
            self._out.append(change(self.style, style) + " " * len(part))
            self.style = style
        self._out.append(f"\x1b[{column + 1}G")
        for style, text in flowing(chain):
            self._out.append(change(self.style, style) + text)
            self.style = style
        self.cursor = None
        self._break_neighbours(line, column, end)
        line[column:end] = cells
        # How far the text came nobody knows: the blanks behind it are sent again with what comes next.
        blanks = trailing_blanks(cells)
        line[end - blanks : end] = [None] * blanks

    def _send(self, row: int, column: int, cells: list[tuple[str, str]], style: str) -> None:
        self._move(row, column)
        text = "".join(char for char, _ in cells)
        if not (text.isspace() and self.style is not None and on_blank(self.style) == on_blank(style)):
            self._out.append(change(self.style, style))
            self.style = style
        self._out += _placed(column, cells)
        after = column + len(cells)
        # Wide signs are measured differently here and there, and at the last column the cursor waits.
        known = is_narrow(text) and after < len(self._cells[row])
        self.cursor = (row, after) if known else None

    def _move(self, row: int, column: int) -> None:
        if self.cursor == (row, column):
            return
        if self.cursor is not None and self.cursor[0] == row:
            step = column - self.cursor[1]
            self._out.append(f"\x1b[{step if step > 1 else ''}C" if step > 0 else f"\x1b[{column + 1}G")
        else:
            self._out.append(f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H")
        self.cursor = (row, column)

    def _break_neighbours(self, line: list[Cell], start: int, end: int) -> None:
        """Forget the other half of a wide sign of which one half was painted over."""
        if start and (first := line[start]) is not None and first[0] == "":
            line[start - 1] = None
        if end < len(line) and (following := line[end]) is not None and following[0] == "":
            line[end] = None


def _placed(column: int, cells: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the text of cells so that what follows it on the line stays where it is in every terminal.

    Behind a wide sign that terminals measure as they like, the cursor is set anew. Letters of such scripts
    keep together, over cells that are blanked first.
    """
    if _drifts(cells):
        text = "".join(char for char, _ in cells).rstrip()
        yield f"{' ' * len(cells)}\x1b[{column + 1}G{text}"
        return
    sign = ""
    for place, (char, _) in enumerate(cells):
        if char and _is_measured_variously(sign):
            yield f"\x1b[{column + place + 1}G"
        sign = char or sign
        yield char


def _drifts(cells: Sequence[Cell]) -> bool:
    """Tell whether any sign of one cell may take more in this terminal."""
    if not any(cell is not None and len(cell[0]) > 1 for cell in cells):
        return False
    following = [*(cell[0] if cell else None for cell in cells[1:]), None]
    return any(
        cell is not None and after != "" and _is_measured_variously(cell[0])
        for cell, after in zip(cells, following, strict=True)
    )


@lru_cache(4096)
def _is_measured_variously(sign: str) -> bool:
    """Tell whether a sign is of several code points, and not just a letter with accents."""
    return any(char == _AS_EMOJI or unicodedata.category(char) != "Mn" for char in sign[1:])


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


def _differing(shown: list[Cell], wanted: list[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches to be painted, joined where the gap is not worth a move; no sign is cut in two."""
    start = end = -1
    for place, cell in enumerate(wanted):
        if shown[place] == cell:
            continue
        if start < 0:
            start = place
        elif place - end > _WORTH_A_MOVE:
            yield _whole(wanted, start, end)
            start = place
        end = place + 1
    if start >= 0:
        yield _whole(wanted, start, end)


def _whole(cells: list[tuple[str, str]], start: int, end: int) -> tuple[int, int]:
    while start and cells[start][0] == "":
        start -= 1
    while end < len(cells) and cells[end][0] == "":
        end += 1
    return start, end
