"""Counting dates into days, weeks or months, and drawing the counts as a line of blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Step = Literal["day", "week", "month"]
STEPS: tuple[Step, ...] = ("day", "week", "month")
WIDEST = 8
"""Cells that a step takes at most where there are few."""
BLOCKS = "▁▂▃▄▅▆▇█"
ASCII_BLOCKS = ".:-=+*#@"


@dataclass(frozen=True, slots=True)
class Axis:
    """Time cut into equal steps; ``starts`` has the first day of each."""

    step: Step
    starts: tuple[date, ...]

    def count(self, dates: Iterable[date] | Mapping[date, int]) -> list[int]:
        """Return how many of ``dates``, which may be counted by day already, fall into each step."""
        counted = Counter[date]()
        for day, times in Counter(dates).items():
            counted[_floor(day, self.step)] += times
        return [counted[start] for start in self.starts]

    def label(self, index: int) -> str:
        """Return the name of a step: 2022-01 or 2022-01-05."""
        start = self.starts[index]
        return f"{start:%Y-%m}" if self.step == "month" else f"{start:%Y-%m-%d}"

    def cells(self, width: int) -> int:
        """Return how many cells each step may take, so that all of them fill ``width``."""
        return min(max(width // max(len(self.starts), 1), 1), WIDEST)

    def ruler(self, width: int) -> str:
        """Return a line of at most ``width`` cells with names of steps over their cells, as many as fit."""
        line, each = "", self.cells(width)
        for index in range(len(self.starts)):
            label, at = self.label(index), index * each
            if at >= len(line) and at + len(label) <= width:
                line = f"{line:{at}}{label}  "
        return line.rstrip()


def axis(days: Collection[date], width: int, step: Step | None = None) -> Axis:
    """Cut the time that ``days`` span into steps, or else into the finest that fit ``width``.

    Where all do not fit, the last are taken.
    """
    if not days:
        return Axis("day", ())
    first, last = min(days), max(days)
    for wanted in (step,) if step else STEPS:
        starts = _starts(first, last, wanted, width + 1)
        if len(starts) <= width:
            break
    return Axis(wanted, starts[-width:])


def blocks(counts: Sequence[int], *, cells: int = 1, ascii_only: bool = False) -> str:
    """Draw counts, so many cells each: nothing as a blank, the highest as a full block."""
    signs = ASCII_BLOCKS if ascii_only else BLOCKS
    top = max(max(counts, default=0), 1)
    drawn = (" " if not count else signs[-(-count * len(signs) // top) - 1] for count in counts)
    return "".join(sign * cells for sign in drawn)


def _starts(first: date, last: date, step: Step, limit: int) -> tuple[date, ...]:
    """Return where steps begin, the last ``limit`` at most: a date may be thousands of years off."""
    begin, day = _floor(first, step), _floor(last, step)
    starts = [day]
    while day > begin and len(starts) < limit:
        day = _floor(day - timedelta(days=1), step)
        starts.append(day)
    return tuple(reversed(starts))


def _floor(day: date, step: Step) -> date:
    if step == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step == "week" else day
