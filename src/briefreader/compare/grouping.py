"""Which affair an article belongs to, decided as it arrives: broad groups, to be told apart later.

Online clustering by average similarity, after the single-pass detection of topic detection and tracking
(Allan, Papka and Lavrenko 1998); the threshold is set low, since :mod:`briefreader.compare.splitting` parts
what was grouped too broadly, while nothing would join what was parted too soon.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from datetime import date
from itertools import islice

from briefreader.compare.digests import Vector, unit

THRESHOLD = 0.14
_TERMS_LOOKED_UP = 64
# Of a word that everybody uses only the latest articles are looked at, which bounds the work for each.
_LATEST = 600
_LONGEST_SILENCE = 60  # days


class Grouper:
    """Groups of articles by number, both counted from 0 in the order in which they came."""

    def __init__(self) -> None:
        self._articles: dict[int, tuple[array[int], array[float]]] = {}
        self._group_of: list[int] = []
        self._days: list[tuple[int, int] | None] = []
        self._sizes: list[int] = []

    def add(self, vector: Vector, day: int | None, group: int | None = None) -> int:
        """Put the next article into ``group``, or into the likest one within time, or into a new one.

        The heaviest terms of ``vector`` come first.
        """
        short = unit(dict(islice(vector.items(), _TERMS_LOOKED_UP)))
        if group is None:
            group = self._likest(short, day)
        if group is None:
            group = len(self._sizes)
        if group == len(self._sizes):
            self._sizes.append(0)
            self._days.append(None)
        self._remember(short, day, group)
        return group

    @property
    def count(self) -> int:
        """How many groups there are, which is the number of the next one."""
        return len(self._sizes)

    def groups(self) -> list[int]:
        """Return the group of each article, in the order in which they came."""
        return list(self._group_of)

    def _remember(self, vector: Vector, day: int | None, group: int) -> None:
        number = len(self._group_of)
        self._group_of.append(group)
        self._sizes[group] += 1
        for term, weight in vector.items():
            numbers, weights = self._articles.setdefault(term, (array("I"), array("f")))
            numbers.append(number)
            weights.append(weight)
        if day is not None:
            first, last = self._days[group] or (day, day)
            self._days[group] = (min(first, day), max(last, day))

    def _likest(self, vector: Vector, day: int | None) -> int | None:
        likeness: dict[int, float] = defaultdict(float)
        group_of = self._group_of
        for term, weight in vector.items():
            if term in self._articles:
                numbers, weights = self._articles[term]
                for number, other in zip(numbers[-_LATEST:], weights[-_LATEST:], strict=True):
                    likeness[group_of[number]] += weight * other
        average = (
            (total / self._sizes[group], -group)
            for group, total in likeness.items()
            if self._near(group, day)
        )
        best, group = max(average, default=(0.0, 0))
        return -group if best > THRESHOLD else None

    def _near(self, group: int, day: int | None) -> bool:
        days = self._days[group]
        if days is None or day is None:
            return True
        return days[0] - _LONGEST_SILENCE <= day <= days[1] + _LONGEST_SILENCE


def day_of(published: str | None) -> int | None:
    """Return the day of an ISO 8601 date or moment as a number, None where there is none to the day."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
