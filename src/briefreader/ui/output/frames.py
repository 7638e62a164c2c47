"""Frames as Textual writes them, taken apart into runs of cells: moves, styles and text, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.text.width import clusters, is_narrow
from briefreader.ui.output.sgr import on_blank, tidy

Cell = tuple[str, str] | None
"""What a cell shows and in which style; the right half of a wide sign shows ``""``; None if not known."""

Run = tuple[int, int, str, list[tuple[str, str]]]
"""Row, column, style, and the cells with their own styles; the right half of a wide sign is ``""``."""

_TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|(\n)|([^\x1b\n\x00-\x1f]+)")
_LAST_MOVE = re.compile(r"\x1b\[(\d+);(\d+)H\Z")


class Frame(NamedTuple):
    """What is painted at once, and where that leaves the cursor, if it matters."""

    runs: list[Run]
    cursor: tuple[int, int] | None


def frame_of(data: str, columns: int, rows: int) -> Frame | None:
    """Take a frame apart that is for so many cells; None if ``data`` is something else, or not understood."""
    tokens = list(_tokens(data, columns, rows))
    if not tokens or tokens[-1] is None:
        return None
    runs = [
        (row, column, style, _cells(text, style))
        for row, column, style, text in (token for token in tokens if token)
    ]
    return Frame(runs, _declared(data))


def _tokens(data: str, columns: int, rows: int) -> Iterator[tuple[int, int, str, str] | None]:
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
            if width is None or not (0 <= row < rows and column + width <= columns):
                yield None
                return
            yield row, column, style, text
            column += width


def _declared(data: str) -> tuple[int, int] | None:
    """Return where the frame leaves the cursor, unless that is the corner: input methods look there."""
    last = _LAST_MOVE.search(data)
    place = (int(last[1]) - 1, int(last[2]) - 1) if last else None
    return place if place != (0, 0) else None


def _width(text: str) -> int | None:
    """Return how many cells a run takes; None if a part of it takes none and stands on its own."""
    if is_narrow(text):
        return len(text)
    widths = [cells for _, _, cells in clusters(text)]
    return sum(widths) if all(widths) else None


def _cells(text: str, style: str) -> list[tuple[str, str]]:
    """Return the cells that a run of one style fills."""
    blank = on_blank(style)
    if is_narrow(text):
        return [(char, blank if char == " " else style) for char in text]
    cells: list[tuple[str, str]] = []
    for start, end, width in clusters(text):
        cells += [(text[start:end], style), *[("", style)] * (width - 1)]
    return cells
