"""Which affair an article belongs to, decided as it arrives: broad groups, to be told apart later.

Online clustering by average similarity, after the single-pass detection of topic detection and tracking
(Allan, Papka and Lavrenko 1998); the threshold is set low, since :mod:`briefreader.compare.splitting` parts
what was grouped too broadly, while nothing would join what was parted too soon.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np

from briefreader.compare.digests import Vector, of_length_1

THRESHOLD = 0.14
_TERMS_LOOKED_UP = 64
# Of a word that everybody uses only the latest articles are kept: that bounds the work for each.
_LATEST = 300
_LONGEST_SILENCE = 60  # days


class Grouper:
    """Groups of articles by number, counted from 0 in the order in which they came.

    What is kept is by term: the groups of the latest articles that have it, and what it weighs in them.
    """

    def __init__(self) -> None:
        self._places: dict[int, tuple[array[int], array[float]]] = {}
        self._days: list[tuple[int, int] | None] = []
        self._sizes = array("I")

    def add(self, vector: Vector, day: int | None, group: int | None = None) -> int:
        """Put the next article into ``group``, or into the likest one within time, or into a new one."""
        terms, weights = _heaviest(vector)
        if group is None:
            group = self._likest(terms, weights, day)
        if group is None:
            group = len(self._sizes)
        if group == len(self._sizes):
            self._sizes.append(0)
            self._days.append(None)
        self._sizes[group] += 1
        self._remember(terms, weights, group)
        self._extend(group, day)
        return group

    @property
    def count(self) -> int:
        """How many groups there are, which is the number of the next one."""
        return len(self._sizes)

    def _remember(self, terms: Sequence[int], weights: Sequence[float], group: int) -> None:
        for term, weight in zip(terms, weights, strict=True):
            if term in self._places:
                groups, known = self._places[term]
                groups.append(group)
                known.append(weight)
                if len(groups) > 2 * _LATEST:
                    del groups[:_LATEST], known[:_LATEST]
            else:
                self._places[term] = array("I", (group,)), array("f", (weight,))

    def _extend(self, group: int, day: int | None) -> None:
        if day is not None:
            first, last = self._days[group] or (day, day)
            self._days[group] = (min(first, day), max(last, day))

    def _likest(self, terms: Sequence[int], weights: Sequence[float], day: int | None) -> int | None:
        """Return the group to whose members an article is likest on average, None where none is like it."""
        pairs = zip(map(self._places.get, terms), weights, strict=True)
        found = [(places, weight) for places, weight in pairs if places]
        if not found:
            return None
        groups = np.frombuffer(b"".join([places[0] for places, _ in found]), np.uint32)
        theirs = np.frombuffer(b"".join([places[1] for places, _ in found]), np.float32)
        own = np.repeat([weight for _, weight in found], [len(places[0]) for places, _ in found])
        average = np.bincount(groups, theirs * own, self.count) / np.frombuffer(self._sizes, np.uint32)
        alike = np.flatnonzero(average > THRESHOLD)
        likest_first = alike[np.argsort(-average[alike], kind="stable")].tolist()
        return next((group for group in likest_first if self._near(group, day)), None)

    def _near(self, group: int, day: int | None) -> bool:
        days = self._days[group]
        if days is None or day is None:
            return True
        return days[0] - _LONGEST_SILENCE <= day <= days[1] + _LONGEST_SILENCE


def _heaviest(vector: Vector) -> tuple[list[int], list[float]]:
    """Return the heaviest terms of a vector and their weights, scaled to the length 1."""
    weights = vector.weights[:_TERMS_LOOKED_UP]
    return vector.terms[:_TERMS_LOOKED_UP].tolist(), of_length_1(weights).tolist()
