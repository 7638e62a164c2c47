"""Where the rows of a long list stand: rows of one height, with group headings in between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over the rows from number ``start`` on; it says ``count``, as a rule how many they are."""

    label: str
    start: int
    count: int


class Place(NamedTuple):
    """What stands on a line of the list: line ``part`` of a row, or the heading of a group (row is None)."""

    row: int | None
    part: int
    group: int | None = None


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Lines to rows and back, in steps that do not grow with the list.

    ``count`` rows of ``height`` lines each; ``groups`` in order of ``start``, the first at 0.
    """

    count: int = 0
    height: int = 1
    groups: Sequence[Group] = ()
    _tops: tuple[int, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        tops = tuple(number + group.start * self.height for number, group in enumerate(self.groups))
        object.__setattr__(self, "_tops", tops)

    @property
    def lines(self) -> int:
        """How many lines the whole list takes."""
        return self.count * self.height + len(self.groups)

    def top(self, row: int) -> int:
        """Return the first line of a row."""
        headings = bisect_right(self.groups, row, key=lambda group: group.start)
        return row * self.height + headings

    def top_with_heading(self, row: int) -> int:
        """Return the line of the heading right above a row if there is one, else its first line."""
        found = bisect_left(self.groups, row, key=lambda group: group.start)
        headed = found < len(self.groups) and self.groups[found].start == row
        return self.top(row) - headed

    def at(self, line: int) -> Place | None:
        """Return what stands on a line, None below the end."""
        if not 0 <= line < self.lines:
            return None
        if not self.groups:
            return Place(*divmod(line, self.height))
        group = self._group_of(line)
        within = line - self._tops[group]
        if within == 0:
            return Place(None, 0, group)
        row, part = divmod(within - 1, self.height)
        return Place(self.groups[group].start + row, part)

    def _group_of(self, line: int) -> int:
        return max(bisect_right(self._tops, line) - 1, 0)
