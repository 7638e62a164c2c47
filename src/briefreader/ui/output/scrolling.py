"""Rows that a new frame shows further up or down: the terminal moves them itself, by its scroll region.

This is what curses calls a hardware scroll. It moves whole rows, so it pays where a text takes the width of
the screen; beside other panes the rows are not those of before, and all is painted as usual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from briefreader.ui.output.frames import Cell, Run

_LEAST_ROWS = 4
"""So many rows have to be moved for it to be worth the sequences that it takes."""

_EDGE = 2
"""So many cells at each side of a row may be frame that is not painted again."""


class Scroll(NamedTuple):
    """The rows from ``top`` to ``bottom``, that one included, go up by ``by``, or down if it is negative."""

    top: int
    bottom: int
    by: int

    @property
    def sequence(self) -> str:
        """What makes the terminal do so; it leaves the cursor anywhere, and neither style nor region."""
        line = self.bottom if self.by > 0 else self.top
        step = "\x1bD" if self.by > 0 else "\x1bM"
        return f"\x1b[m\x1b[{self.top + 1};{self.bottom + 1}r\x1b[{line + 1}H{step * abs(self.by)}\x1b[r"

    def apply(self, cells: list[list[Cell]]) -> None:
        """Move the rows; what the rows left free show is not known."""
        rows = cells[self.top : self.bottom + 1]
        free: list[list[Cell]] = [[None] * len(rows[0]) for _ in range(abs(self.by))]
        moved = [*rows[self.by :], *free] if self.by > 0 else [*free, *rows[: self.by]]
        cells[self.top : self.bottom + 1] = moved

    @property
    def rows(self) -> range:
        """The rows that move, or that others come to."""
        return range(self.top, self.bottom + 1)


def scroll_of(cells: list[list[Cell]], runs: Sequence[Run]) -> tuple[Scroll, list[Run]] | None:
    """Return how a frame scrolls what the terminal shows, and the runs that stay beside it on those rows.

    None if it does not, or not so much that it is worth it, or if what stays beside it is not known.
    """
    painted = {row: list(group) for row, group in groupby(sorted(runs, key=_row), key=_row)}
    if len(painted) <= _LEAST_ROWS or not _whole_rows(cells, painted):
        return None
    wanted = {row: _after(cells[row], group) for row, group in painted.items()}
    scroll = _most_rows(cells, wanted)
    if scroll is None or any(row not in wanted or None in wanted[row] for row in scroll.rows):
        return None
    return scroll, [run for row in scroll.rows for run in _beside(row, wanted[row], painted[row])]


def _row(run: Run) -> int:
    return run[0]


def _whole_rows(cells: list[list[Cell]], painted: dict[int, list[Run]]) -> bool:
    """Tell whether a row in the middle of what is painted is painted from side to side."""
    middle = painted[sorted(painted)[len(painted) // 2]]
    return sum(len(run[3]) for run in middle) >= len(cells[0]) - 2 * _EDGE


def _after(line: list[Cell], runs: list[Run]) -> list[Cell]:
    after = list(line)
    for _, column, _, painted in runs:
        after[column : column + len(painted)] = painted
    return after


def _most_rows(cells: list[list[Cell]], wanted: dict[int, list[Cell]]) -> Scroll | None:
    """Return the scroll that puts most of the rows that change where they are wanted."""
    changed = {row: tuple(line) for row, line in wanted.items() if line != cells[row]}
    before: dict[tuple[Cell, ...], list[int]] = {}
    for row in wanted:
        before.setdefault(tuple(cells[row]), []).append(row)
    moves = Counter(old - row for row, line in changed.items() for old in before.get(line, ()))
    if not moves:
        return None
    by, count = moves.most_common(1)[0]
    if count < max(_LEAST_ROWS, len(changed) // 2):
        return None
    moved = [row for row, line in changed.items() if row + by in before.get(line, ())]
    ends = [*moved, *(row + by for row in moved)]
    return Scroll(min(ends), max(ends), by)


def _beside(row: int, line: list[Cell], painted: list[Run]) -> Iterator[Run]:
    """Yield what of a row the frame does not paint, a run for each style."""
    covered = {column + place for _, column, _, cells in painted for place in range(len(cells))}
    for column, cell in enumerate(line):
        if column not in covered and cell is not None:
            yield row, column, cell[1], [cell]
