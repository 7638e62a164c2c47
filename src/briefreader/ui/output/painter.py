"""Painting the runs of a frame over what the terminal shows: moves, styles and the cells that differ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefreader.text.width import is_narrow
from briefreader.ui.output.flow import flowing, trailing_blanks
from briefreader.ui.output.frames import Cell, Run
from briefreader.ui.output.scrolling import Scroll
from briefreader.ui.output.sgr import change, on_blank

_AS_EMOJI = "\ufe0f"
_WORTH_A_MOVE = 6
"""So many cells that need no painting are passed over rather than painted again."""


class Painter:
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

    def scroll(self, scroll: Scroll) -> None:
        """Have the terminal move rows."""
        self._out.append(scroll.sequence)
        scroll.apply(self._cells)
        self.cursor, self.style = None, ""

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
