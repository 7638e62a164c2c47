"""Counting dates into days, weeks or months, and drawing the counts as a line of blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Step = Literal["day", "week", "month"]
STEPS: tuple[Step, ...] = ("day", "week", "month")
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

    def ruler(self, width: int) -> str:
        """Return a line of at most ``width`` cells with names of steps over their cells, as many as fit."""
        line = ""
        for index in range(len(self.starts)):
            label = self.label(index)
            if index >= len(line) and index + len(label) <= width:
                line = f"{line:{index}}{label}  "
        return line.rstrip()


def axis(days: Collection[date], width: int, step: Step | None = None) -> Axis:
    """Cut the time that ``days`` span into steps, or else into the finest that fit ``width``.

    Where all do not fit, the last are taken.
    """
    if not days:
        return Axis("day", ())
    first, last = min(days), max(days)
    for wanted in (step,) if step else STEPS:
        starts = _starts(first, last, wanted)
        if len(starts) <= width:
            break
    return Axis(wanted, starts[-width:])


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or moment, None where it is less precise."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def blocks(counts: Sequence[int], *, highest: int | None = None, ascii_only: bool = False) -> str:
    """Draw counts one cell each: nothing as a blank, the highest as a full block."""
    signs = ASCII_BLOCKS if ascii_only else BLOCKS
    top = max(highest or max(counts, default=0), 1)
    return "".join(" " if not count else signs[-(-count * len(signs) // top) - 1] for count in counts)


def _starts(first: date, last: date, step: Step) -> tuple[date, ...]:
    starts, day = [], _floor(first, step)
    while day <= last:
        starts.append(day)
        day = _next(day, step)
    return tuple(starts)


def _floor(day: date, step: Step) -> date:
    if step == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step == "week" else day


def _next(day: date, step: Step) -> date:
    if step == "month":
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return day + timedelta(days=7 if step == "week" else 1)
