"""Which articles have which hash: eight bytes for each, where a dict of lists would take a hundred."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain

import numpy as np
from numpy.typing import NDArray

_RECENT = 2**17  # hashes that wait in a dict until they are sorted in


class Postings:
    """Numbers of articles by hash: sorted arrays, and in front of them what came since the last sorting."""

    def __init__(self, most: int) -> None:
        """Of a hash that more than ``most`` articles have, the first ``most`` are told."""
        self._most = most
        self._hashes = np.empty(0, np.uint32)
        self._numbers = np.empty(0, np.uint32)
        self._recent: dict[int, list[int]] = defaultdict(list)
        self._waiting = 0

    def add(self, hashes: NDArray[np.uint32], number: int) -> None:
        """Take the hashes of the next article."""
        for value in hashes.tolist():
            known = self._recent[value]
            if len(known) < self._most:
                known.append(number)
                self._waiting += 1
        if self._waiting >= _RECENT:
            self._sort_in()

    def sharing(self, hashes: NDArray[np.uint32]) -> list[tuple[int, int]]:
        """Return the articles that have some of these hashes, and how many, most first."""
        shared: Counter[int] = Counter()
        first = np.searchsorted(self._hashes, hashes, side="left")
        last = np.minimum(np.searchsorted(self._hashes, hashes, side="right"), first + self._most)
        for place in np.flatnonzero(last > first):
            shared.update(self._numbers[first[place] : last[place]].tolist())
        for value in hashes.tolist():
            if value in self._recent:
                shared.update(self._recent[value])
        return shared.most_common()

    def _sort_in(self) -> None:
        hashes = np.fromiter(self._recent, np.uint32, len(self._recent))
        numbers = np.fromiter(chain.from_iterable(self._recent.values()), np.uint32, self._waiting)
        hashes = np.repeat(hashes, list(map(len, self._recent.values())))
        self._hashes = np.concatenate((self._hashes, hashes))
        self._numbers = np.concatenate((self._numbers, numbers))
        order = np.argsort(self._hashes, kind="stable")
        self._hashes, self._numbers = self._hashes[order], self._numbers[order]
        self._recent.clear()
        self._waiting = 0
